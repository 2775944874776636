/* observation_list.c - observations in order of their periods, in blocks. */
#include "series/observation_list.h"

#include <string.h>

#include "period/period.h"

/* A block is 45 kB: an insertion costs about a microsecond, and a million observations take 2,000
 * blocks. */
enum { BLOCK = 512 };

void observation_list_free(struct observation_list *list, const sheaf_alloc *alloc)
{
    for (size_t i = 0; i < list->n_blocks; i++)
        memory_free(alloc, list->blocks[i].items,
                    list->blocks[i].capacity * sizeof *list->blocks[i].items);
    memory_free(alloc, list->blocks, list->capacity * sizeof *list->blocks);
    *list = (struct observation_list){ 0 };
}

/* The last block that does not begin after the period; the first block if all do. */
static size_t block_of(const struct observation_list *list, sheaf_period period)
{
    size_t low = 0, high = list->n_blocks;

    if (period_order(list->blocks[high - 1].items[0].period, period) <= 0)
        return high - 1; /* fast path: most files are in order of period */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (period_order(list->blocks[middle].items[0].period, period) <= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Index of the first observation in the block that is not before the period. */
static size_t place_in(const struct observation_block *block, sheaf_period period)
{
    size_t low = 0, high = block->count;

    if (period_order(block->items[high - 1].period, period) < 0)
        return high; /* fast path: most files are in order of period */
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (period_order(block->items[middle].period, period) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct observation_place observation_list_find(const struct observation_list *list,
                                               sheaf_period period)
{
    struct observation_place place = { 0, 0, NULL };
    const struct observation_block *block;

    if (list->n_blocks == 0)
        return place;
    place.block = block_of(list, period);
    block = &list->blocks[place.block];
    place.index = place_in(block, period);
    if (place.index < block->count && period_order(block->items[place.index].period, period) == 0)
        place.found = &block->items[place.index];
    return place;
}

sheaf_observation *observation_list_at(const struct observation_list *list, size_t index)
{
    size_t low = 0, high = list->n_blocks, guess = index / BLOCK;

    /* Of a list that was filled in order, all blocks but the last are full. */
    if (guess < high && index - list->blocks[guess].before < list->blocks[guess].count)
        return &list->blocks[guess].items[index - list->blocks[guess].before];
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (list->blocks[middle].before <= index)
            low = middle;
        else
            high = middle;
    }
    return &list->blocks[low].items[index - list->blocks[low].before];
}

/* Inserts an empty block at an index of the list. */
static struct observation_block *add_block(struct observation_list *list, const sheaf_alloc *alloc,
                                           sheaf_error *error, size_t index, size_t room)
{
    struct observation_block block = { 0 };

    if (!memory_grow(alloc, error, &list->blocks, &list->capacity, list->n_blocks + 1,
                     sizeof *list->blocks) ||
        !memory_grow(alloc, error, &block.items, &block.capacity, room, sizeof *block.items))
        return NULL;
    memmove(list->blocks + index + 1, list->blocks + index,
            (list->n_blocks - index) * sizeof *list->blocks);
    list->blocks[index] = block;
    list->n_blocks++;
    return &list->blocks[index];
}

/* Moves the upper half of a full block to a new one. If the insertion is at an end of the block, the
 * new block starts empty instead, so that files in ascending or descending order fill all blocks. */
static bool split(struct observation_list *list, const sheaf_alloc *alloc, sheaf_error *error,
                  struct observation_place *place)
{
    size_t kept = place->index == BLOCK ? BLOCK : place->index == 0 ? 0 : BLOCK / 2;
    struct observation_block *upper =
        add_block(list, alloc, error, place->block + (kept > 0), kept == BLOCK / 2 ? BLOCK : 1);

    if (upper == NULL)
        return false;
    if (kept == BLOCK / 2) {
        struct observation_block *lower = upper - 1;

        memcpy(upper->items, lower->items + kept, (BLOCK - kept) * sizeof *upper->items);
        upper->count = BLOCK - kept;
        upper->before = lower->before + kept;
        lower->count = kept;
    } else
        upper->before = kept > 0 ? upper[-1].before + BLOCK : 0;
    if (kept > 0 && place->index >= kept)
        *place = (struct observation_place){ place->block + 1, place->index - kept, NULL };
    return true;
}

bool observation_list_insert(struct observation_list *list, const sheaf_alloc *alloc,
                             sheaf_error *error, struct observation_place place,
                             const sheaf_observation *observation)
{
    struct observation_block *block;

    if (list->n_blocks == 0 && add_block(list, alloc, error, 0, 1) == NULL)
        return false;
    if (list->blocks[place.block].count == BLOCK && !split(list, alloc, error, &place))
        return false;
    block = &list->blocks[place.block];
    if (!memory_grow(alloc, error, &block->items, &block->capacity, block->count + 1,
                     sizeof *block->items))
        return false;
    memmove(block->items + place.index + 1, block->items + place.index,
            (block->count - place.index) * sizeof *block->items);
    block->items[place.index] = *observation;
    block->count++;
    list->count++;
    for (size_t i = place.block + 1; i < list->n_blocks; i++)
        list->blocks[i].before++;
    return true;
}

bool observation_list_copy(struct observation_list *list, const sheaf_alloc *alloc,
                           sheaf_error *error, const struct observation_list *from)
{
    for (size_t i = 0; i < from->n_blocks; i++) {
        const struct observation_block *block = &from->blocks[i];
        struct observation_block *copy = add_block(list, alloc, error, i, block->count);

        if (copy == NULL)
            return false;
        memcpy(copy->items, block->items, block->count * sizeof *copy->items);
        copy->count = block->count;
        copy->before = block->before;
        list->count += block->count;
    }
    return true;
}
