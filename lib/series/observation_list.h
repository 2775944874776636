/* observation_list.h - observations in order of their periods.
 *
 * They are stored in blocks of a few hundred, so that an insertion moves few of them, whatever order
 * a file has; newest first is common. */
#ifndef SHEAF_SERIES_OBSERVATION_LIST_H
#define SHEAF_SERIES_OBSERVATION_LIST_H

#include "base/memory.h"
#include "sheaf/series.h"

struct observation_block {
    sheaf_observation *items;
    size_t count, capacity;
    size_t before; /* observations in the blocks before it */
};

/* Zeroed: empty. */
struct observation_list {
    struct observation_block *blocks; /* never an empty one */
    size_t n_blocks, capacity;
    size_t count; /* in all blocks */
};

/* Where the observation of a period is, or would be inserted. */
struct observation_place {
    size_t block, index;
    sheaf_observation *found; /* NULL: there is none */
};

void observation_list_free(struct observation_list *list, const sheaf_alloc *alloc);

struct observation_place observation_list_find(const struct observation_list *list,
                                               sheaf_period period);
/* index < count */
sheaf_observation *observation_list_at(const struct observation_list *list, size_t index);

/* Inserts at the place that observation_list_find gave. When memory runs out, returns false, changes
 * nothing, and sets error. */
bool observation_list_insert(struct observation_list *list, const sheaf_alloc *alloc,
                             sheaf_error *error, struct observation_place place,
                             const sheaf_observation *observation)
    __attribute__((warn_unused_result));
/* Copies into an empty list. */
bool observation_list_copy(struct observation_list *list, const sheaf_alloc *alloc,
                           sheaf_error *error, const struct observation_list *from)
    __attribute__((warn_unused_result));

#endif
