/* datum.h - the data of a picture, for those who ask it. */
#ifndef SHEAF_CHART_DATUM_H
#define SHEAF_CHART_DATUM_H

#include "base/memory.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

struct picture_axes;

struct datum_note {
    size_t series, period; /* as the groups of the scene count them */
    sheaf_datum datum;
};

/* A square that stands for several data. */
struct datum_square {
    struct box box;
    const char *label; /* "410 to 420; 1.2 to 1.3: 57" */
};

/* In reading order. */
struct datum_list {
    struct arena *arena; /* keeps the notes and their texts */
    struct datum_note *notes;
    size_t n, capacity;
    struct point origin;          /* of the chart within the picture */
    struct datum_square *squares; /* row by row from the top */
    size_t n_squares, square_capacity;
    bool with_squares;
    struct picture_axes *axes; /* get where periods and values lie; NULL: nobody asks */
    size_t most_of_lines;      /* of more values lines tell only their last; 0: no limit */
};

/* Copies the texts, of which NULL becomes "", moves the box by the origin, and counts. A failure is in the
 * arena's error. */
void datum_list_add(struct datum_list *list, size_t series, size_t period,
                    const sheaf_datum *datum);

/* Copies the label, and moves the box by the origin. */
void datum_list_add_square(struct datum_list *list, struct box box, const char *label);

#endif
