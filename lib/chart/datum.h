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
    bool of_line; /* its mark is the whole line, whatever the period */
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
    double width, height;         /* of the picture: no box reaches beyond it */
    struct datum_square *squares; /* row by row from the top */
    size_t n_squares, square_capacity;
    bool with_squares;
    bool adds_line;            /* what is added is of a line */
    struct picture_axes *axes; /* get where periods and values lie; NULL: nobody asks */
    size_t most_of_lines;      /* of more values lines tell only their last; 0: no limit */
};

/* Before any is added: where the chart lies in a picture of this size. */
void datum_list_place(struct datum_list *list, struct point origin, double width, double height);

/* Copies the texts, of which NULL becomes "", moves the box by the origin, and counts. Plots too small for
 * their words have marks outside of the picture, or upside down: the box is what of it lies within. A failure
 * is in the arena's error. */
void datum_list_add(struct datum_list *list, size_t series, size_t period,
                    const sheaf_datum *datum);

/* Copies the label, and places the box in the same way. */
void datum_list_add_square(struct datum_list *list, struct box box, const char *label);

#endif
