/* datum_index.h - the data of a picture, arranged so that one of many is found in microseconds. */
#ifndef SHEAF_CHART_DATUM_INDEX_H
#define SHEAF_CHART_DATUM_INDEX_H

#include "chart/datum.h"
#include "scene/box_grid.h"

struct datum_key;

struct datum_index {
    const struct datum_list *list;
    struct datum_key *by_x, *by_period; /* of each series */
    struct box_grid grid;               /* of the middles of the data's boxes */
    double reach;                       /* from a middle to the farthest side of any box */
};

/* In the list's arena. False when memory runs out. Nothing is added to the list afterwards. */
bool datum_index_init(struct datum_index *index, const struct datum_list *list);

/* What a group of the scene stands for: the note that is nearest across among those of its series or, of
 * a group of one period, of its series and period. NULL: the list has none. looks, which may be NULL,
 * grows by the notes that were looked at. */
const struct datum_note *datum_index_find(const struct datum_index *index,
                                          const struct scene_datum *what, double x, size_t *looks);

/* The note whose box is nearest to a point, at most so far away; of equally near ones that with the
 * nearest middle, then the first. NULL: there is none. */
const struct datum_note *datum_index_nearest(const struct datum_index *index, struct point at,
                                             double within, size_t *looks);

#endif
