/* observation_list.h - observations in order of their periods.
 *
 * They lie in blocks of a few hundred, so that one that comes between others moves few of them,
 * whatever the order that a file has: newest first is usual. */
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
    struct observation_block *blocks; /* none is empty */
    size_t n_blocks, capacity;
    size_t count; /* in all blocks */
};

/* Where an observation of a period is, or would come. */
struct observation_place {
    size_t block, index;
    sheaf_observation *found; /* NULL: there is none */
};

void observation_list_free(struct observation_list *list, const sheaf_alloc *alloc);

struct observation_place observation_list_find(const struct observation_list *list,
                                               sheaf_period period);
/* index < count */
sheaf_observation *observation_list_at(const struct observation_list *list, size_t index);

/* At the place that observation_list_find gave. False, and nothing changed, when memory runs out;
 * then error says so. */
bool observation_list_insert(struct observation_list *list, const sheaf_alloc *alloc,
                             sheaf_error *error, struct observation_place place,
                             const sheaf_observation *observation)
    __attribute__((warn_unused_result));
/* Into an empty list. */
bool observation_list_copy(struct observation_list *list, const sheaf_alloc *alloc,
                           sheaf_error *error, const struct observation_list *from)
    __attribute__((warn_unused_result));

#endif
