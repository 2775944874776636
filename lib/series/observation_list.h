/* observation_list.h - observations in order of their periods.
 *
 * They are stored in blocks of a few hundred, so that an insertion moves few of them, whatever order
 * a file has; newest first is common.
 *
 * Most observations are plain: a figure as its source gives it, of status normal, open to be shown, with
 * no growth stated, whose bounds its decimals imply. A block of plain ones takes 16 bytes each; its first
 * other one, or one of another length, file or mark of being free to be shown, makes it a block of full ones. */
#ifndef SHEAF_SERIES_OBSERVATION_LIST_H
#define SHEAF_SERIES_OBSERVATION_LIST_H

#include "base/memory.h"
#include "series/series.h"

struct observation_block {
    struct plain_observation *plain; /* NULL: they are full */
    sheaf_observation *full;
    size_t count, capacity;
    size_t before; /* observations in the blocks before it */
    /* Of plain ones. */
    sheaf_period_unit unit;
    int32_t length; /* count of their periods */
    const char *file;
    char confidentiality; /* 'F' or 0: free to be shown */
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
    bool is_there;
};

void observation_list_free(struct observation_list *list, const sheaf_alloc *alloc);

struct observation_place observation_list_find(const struct observation_list *list,
                                               sheaf_period period);
/* index < count */
struct observation_place observation_list_place(const struct observation_list *list, size_t index);

/* Of a place where one is. */
sheaf_period observation_list_period(const struct observation_list *list,
                                     struct observation_place place);
double observation_list_value(const struct observation_list *list, struct observation_place place);
void observation_list_read(const struct observation_list *list, struct observation_place place,
                           sheaf_observation *observation);

/* True if its bounds are those that its decimals imply, and nothing else is to be said of it. */
bool observation_is_plain(const sheaf_observation *observation);
/* Inserts at the place that observation_list_find gave. is_plain: observation_is_plain; low, high and
 * stated_growth are then not read. When memory runs out, returns false, changes nothing, and sets error. */
bool observation_list_insert(struct observation_list *list, const sheaf_alloc *alloc,
                             sheaf_error *error, struct observation_place place,
                             const sheaf_observation *observation, bool is_plain)
    __attribute__((warn_unused_result));
/* Puts plain observations behind all others, which is where a file in order of period has them: as many
 * from this index on as have a place in the last block. Returns how many; the next one, if any, is to
 * be inserted. Sets error when memory runs out. */
size_t observation_list_append(struct observation_list *list, const sheaf_alloc *alloc,
                               sheaf_error *error, const struct plain_run *run, size_t from)
    __attribute__((warn_unused_result));
/* The plain observations of a block from a place on. */
struct plain_run observation_list_plain(const struct observation_list *list,
                                        struct observation_place place);
/* Takes out the observation at a place where one is. */
void observation_list_remove(struct observation_list *list, const sheaf_alloc *alloc,
                             struct observation_place place);
/* Copies into an empty list. */
bool observation_list_copy(struct observation_list *list, const sheaf_alloc *alloc,
                           sheaf_error *error, const struct observation_list *from)
    __attribute__((warn_unused_result));

#endif
