/* observation_list.c - observations in order of their periods, in blocks. */
#include "series/observation_list.h"

#include <math.h>
#include <string.h>

#include "period/period.h"
#include "series/rounding.h"

/* A block of plain observations is 8 kB, of full ones 45 kB: an insertion costs about a microsecond, and
 * a million observations take 2,000 blocks. */
enum { BLOCK = 512 };

/* Blocks ------------------------------------------------------------------------------------- */

static size_t size_of_one(const struct observation_block *block)
{
    return block->full != NULL ? sizeof *block->full : sizeof *block->plain;
}

/* The observation at an index, or where it would be. */
static void *at_index(const struct observation_block *block, size_t index)
{
    return block->full != NULL ? (void *)(block->full + index) : (void *)(block->plain + index);
}

static void free_block(const struct observation_block *block, const sheaf_alloc *alloc)
{
    memory_free(alloc, at_index(block, 0), block->capacity * size_of_one(block));
}

static bool reserve(struct observation_block *block, const sheaf_alloc *alloc, sheaf_error *error,
                    size_t need)
{
    return block->full != NULL ? memory_grow(alloc, error, &block->full, &block->capacity, need,
                                             sizeof *block->full)
                               : memory_grow(alloc, error, &block->plain, &block->capacity, need,
                                             sizeof *block->plain);
}

static sheaf_period period_in(const struct observation_block *block, size_t index)
{
    return block->full != NULL
               ? block->full[index].period
               : (sheaf_period){ block->unit, block->plain[index].start, block->length };
}

static void read_in(const struct observation_block *block, size_t index, sheaf_observation *out)
{
    if (block->full != NULL) {
        *out = block->full[index];
        return;
    }
    const struct plain_observation *plain = &block->plain[index];
    const int decimals = (int)plain->places + LEAST_DECIMALS;
    struct interval open = rounding_interval(plain->value, decimals);
    *out = (sheaf_observation){ .period = period_in(block, index),
                                .value = plain->value,
                                .low = open.low,
                                .high = open.high,
                                .decimals = decimals,
                                .status = SHEAF_NORMAL,
                                .confidentiality = block->confidentiality,
                                .stated_growth = NAN,
                                .line = plain->line,
                                .file = block->file };
}

static void write_in(struct observation_block *block, size_t index, const sheaf_observation *given,
                     bool is_plain)
{
    if (block->full != NULL) {
        block->full[index] = *given;
        if (is_plain) {
            struct interval open = rounding_interval(given->value, given->decimals);
            block->full[index].low = open.low;
            block->full[index].high = open.high;
            block->full[index].stated_growth = NAN;
        }
        return;
    }
    block->plain[index].value = given->value;
    block->plain[index].start = given->period.start;
    block->plain[index].line = (uint32_t)given->line & MOST_PLAIN_LINE;
    block->plain[index].places = (uint32_t)(given->decimals - LEAST_DECIMALS) & 63U;
}

/* Makes a block of plain observations one of full ones. */
static bool unpack(struct observation_block *block, const sheaf_alloc *alloc, sheaf_error *error)
{
    struct observation_block full = *block;

    full.plain = NULL;
    full.capacity = 0;
    if (!memory_grow(alloc, error, &full.full, &full.capacity, block->count + 1, sizeof *full.full))
        return false;
    for (size_t i = 0; i < block->count; i++)
        read_in(block, i, &full.full[i]);
    free_block(block, alloc);
    *block = full;
    return true;
}

bool observation_is_plain(const sheaf_observation *observation)
{
    struct interval open = rounding_interval(observation->value, observation->decimals);

    return !isnan(observation->value) && observation->status == SHEAF_NORMAL &&
           (observation->confidentiality == 'F' || observation->confidentiality == '\0') &&
           !observation->derived && !observation->estimated && !observation->has_stated_growth &&
           observation->line <= MOST_PLAIN_LINE && observation->low == open.low &&
           observation->high == open.high;
}

/* Whether a plain observation can stand beside the others of a block of such. */
static bool takes(const struct observation_block *block, const sheaf_observation *given)
{
    return block->count == 0 ||
           (block->unit == given->period.unit && block->length == given->period.count &&
            block->file == given->file && block->confidentiality == given->confidentiality);
}

static bool takes_run(const struct observation_block *block, const struct plain_run *run)
{
    return block->full == NULL && block->count > 0 && block->unit == run->unit &&
           block->length == run->length && block->file == run->file &&
           block->confidentiality == run->confidentiality;
}

/* The list ----------------------------------------------------------------------------------- */

void observation_list_free(struct observation_list *list, const sheaf_alloc *alloc)
{
    for (size_t i = 0; i < list->n_blocks; i++)
        free_block(&list->blocks[i], alloc);
    memory_free(alloc, list->blocks, list->capacity * sizeof *list->blocks);
    *list = (struct observation_list){ 0 };
}

/* Whether the periods of a block are of this one's kind, so that starts tell them apart. */
static bool is_of_kind(const struct observation_block *block, sheaf_period period)
{
    return block->full == NULL && block->unit == period.unit && block->length == period.count &&
           (period.unit == SHEAF_DAYS || period.unit == SHEAF_MONTHS);
}

/* The block that has the period between its first and its last, if periods follow each other from the
 * first on: of days without a gap. False: it is elsewhere, or nowhere. */
static bool guess_block(const struct observation_list *list, sheaf_period period, size_t *number)
{
    const struct observation_block *block = list->blocks;

    if (!is_of_kind(block, period) || period.start < block->plain[0].start)
        return false;
    *number = (size_t)((int64_t)period.start - block->plain[0].start) / BLOCK;
    if (*number >= list->n_blocks || !is_of_kind(block += *number, period))
        return false;
    return block->plain[0].start <= period.start &&
           period.start <= block->plain[block->count - 1].start;
}

/* The last block that does not begin after the period; the first block if all do. */
static size_t block_of(const struct observation_list *list, sheaf_period period)
{
    size_t low = 0, high = list->n_blocks, guess;

    if (period_order(period_in(&list->blocks[high - 1], 0), period) <= 0)
        return high - 1; /* fast path: most files are in order of period */
    if (guess_block(list, period, &guess))
        return guess;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (period_order(period_in(&list->blocks[middle], 0), period) <= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Where the period stands in a block in which all follow each other up to it: days, months, or years. */
static bool guess_place(const struct observation_block *block, sheaf_period period, size_t *index)
{
    if (!is_of_kind(block, period) || period.start < block->plain[0].start)
        return false;
    *index = (size_t)((int64_t)period.start - block->plain[0].start) / (size_t)block->length;
    return *index < block->count && block->plain[*index].start == period.start;
}

/* Index of the first observation in the block that is not before the period. */
static size_t place_in(const struct observation_block *block, sheaf_period period)
{
    size_t low = 0, high = block->count, guess;

    if (period_order(period_in(block, high - 1), period) < 0)
        return high; /* fast path: most files are in order of period */
    if (guess_place(block, period, &guess))
        return guess;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (period_order(period_in(block, middle), period) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct observation_place observation_list_find(const struct observation_list *list,
                                               sheaf_period period)
{
    struct observation_place place = { 0, 0, false };
    const struct observation_block *block;

    if (list->n_blocks == 0)
        return place;
    if (list->n_blocks == 1 && guess_place(list->blocks, period, &place.index)) {
        place.is_there = true;
        return place;
    }
    place.block = block_of(list, period);
    block = &list->blocks[place.block];
    place.index = place_in(block, period);
    place.is_there =
        place.index < block->count && period_order(period_in(block, place.index), period) == 0;
    return place;
}

struct observation_place observation_list_place(const struct observation_list *list, size_t index)
{
    size_t low = 0, high = list->n_blocks, guess = index / BLOCK;

    /* Of a list that was filled in order, all blocks but the last are full. */
    if (guess < high && index - list->blocks[guess].before < list->blocks[guess].count)
        return (struct observation_place){ guess, index - list->blocks[guess].before, true };
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (list->blocks[middle].before <= index)
            low = middle;
        else
            high = middle;
    }
    return (struct observation_place){ low, index - list->blocks[low].before, true };
}

sheaf_period observation_list_period(const struct observation_list *list,
                                     struct observation_place place)
{
    return period_in(&list->blocks[place.block], place.index);
}

double observation_list_value(const struct observation_list *list, struct observation_place place)
{
    const struct observation_block *block = &list->blocks[place.block];

    return block->full != NULL ? block->full[place.index].value : block->plain[place.index].value;
}

void observation_list_read(const struct observation_list *list, struct observation_place place,
                           sheaf_observation *observation)
{
    read_in(&list->blocks[place.block], place.index, observation);
}

/* Most series have one block: the first takes no room for others. */
static bool reserve_blocks(struct observation_list *list, const sheaf_alloc *alloc,
                           sheaf_error *error)
{
    if (list->capacity > 0)
        return memory_grow(alloc, error, &list->blocks, &list->capacity, list->n_blocks + 1,
                           sizeof *list->blocks);
    list->blocks = memory_resize(alloc, NULL, 0, sizeof *list->blocks);
    if (list->blocks == NULL) {
        fail_memory(error);
        return false;
    }
    list->capacity = 1;
    return true;
}

/* Inserts an empty block at an index of the list, with room for some observations. */
static struct observation_block *add_block(struct observation_list *list, const sheaf_alloc *alloc,
                                           sheaf_error *error, size_t index, size_t room,
                                           bool is_full)
{
    struct observation_block block = { 0 };

    if (!reserve_blocks(list, alloc, error) ||
        !(is_full
              ? memory_grow(alloc, error, &block.full, &block.capacity, room, sizeof *block.full)
              : reserve(&block, alloc, error, room)))
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
                  struct observation_place *place, bool is_plain)
{
    size_t kept = place->index == BLOCK ? BLOCK : place->index == 0 ? 0 : BLOCK / 2;
    bool is_full = kept == BLOCK / 2 ? list->blocks[place->block].full != NULL : !is_plain;
    struct observation_block *upper = add_block(list, alloc, error, place->block + (kept > 0),
                                                kept == BLOCK / 2 ? BLOCK : 1, is_full);

    if (upper == NULL)
        return false;
    if (kept == BLOCK / 2) {
        struct observation_block *lower = upper - 1;

        memcpy(at_index(upper, 0), at_index(lower, kept), (BLOCK - kept) * size_of_one(lower));
        upper->unit = lower->unit;
        upper->length = lower->length;
        upper->file = lower->file;
        upper->confidentiality = lower->confidentiality;
        upper->count = BLOCK - kept;
        upper->before = lower->before + kept;
        lower->count = kept;
    } else
        upper->before = kept > 0 ? upper[-1].before + BLOCK : 0;
    if (kept > 0 && place->index >= kept)
        *place = (struct observation_place){ place->block + 1, place->index - kept, false };
    return true;
}

bool observation_list_insert(struct observation_list *list, const sheaf_alloc *alloc,
                             sheaf_error *error, struct observation_place place,
                             const sheaf_observation *observation, bool is_plain)
{
    struct observation_block *block;

    if (list->n_blocks == 0 && add_block(list, alloc, error, 0, 1, !is_plain) == NULL)
        return false;
    if (list->blocks[place.block].count == BLOCK && !split(list, alloc, error, &place, is_plain))
        return false;
    block = &list->blocks[place.block];
    if (block->full == NULL && !(is_plain && takes(block, observation)) &&
        !unpack(block, alloc, error))
        return false;
    if (!reserve(block, alloc, error, block->count + 1))
        return false;
    memmove(at_index(block, place.index + 1), at_index(block, place.index),
            (block->count - place.index) * size_of_one(block));
    write_in(block, place.index, observation, is_plain);
    if (block->count++ == 0) {
        block->unit = observation->period.unit;
        block->length = observation->period.count;
        block->file = observation->file;
        block->confidentiality = observation->confidentiality;
    }
    list->count++;
    for (size_t i = place.block + 1; i < list->n_blocks; i++)
        list->blocks[i].before++;
    return true;
}

/* How many of the figures from this index on ascend behind the last one, which is of their kind. */
static size_t count_ascending(const struct observation_block *block, const struct plain_run *run,
                              size_t from, size_t end)
{
    sheaf_period last = period_in(block, block->count - 1);
    int32_t start = last.start;
    size_t i = from;

    if (is_of_kind(block, last)) { /* their starts tell the order */
        for (; i < end && run->figures[i].start > start; i++)
            start = run->figures[i].start;
        return i - from;
    }
    for (; i < end; i++) {
        const sheaf_period next = { run->unit, run->figures[i].start, run->length };
        if (period_order(last, next) >= 0)
            break;
        last = next;
    }
    return i - from;
}

size_t observation_list_append(struct observation_list *list, const sheaf_alloc *alloc,
                               const struct plain_run *run, size_t from)
{
    struct observation_block *block = list->n_blocks > 0 ? &list->blocks[list->n_blocks - 1] : NULL;

    if (block == NULL || block->count == BLOCK || !takes_run(block, run))
        return 0;
    size_t room = BLOCK - block->count, n = run->n - from < room ? run->n - from : room;
    n = count_ascending(block, run, from, from + n);
    if (!reserve(block, alloc, NULL, block->count + n))
        return 0;
    memcpy(block->plain + block->count, run->figures + from, n * sizeof *block->plain);
    block->count += n;
    list->count += n;
    return n;
}

struct plain_run observation_list_plain(const struct observation_list *list,
                                        struct observation_place place)
{
    const struct observation_block *block = &list->blocks[place.block];

    return (struct plain_run){ .unit = block->unit,
                               .length = block->length,
                               .file = block->file,
                               .confidentiality = block->confidentiality,
                               .figures = block->full == NULL ? block->plain + place.index : NULL,
                               .n = block->full == NULL ? block->count - place.index : 0 };
}

void observation_list_remove(struct observation_list *list, const sheaf_alloc *alloc,
                             struct observation_place place)
{
    struct observation_block *block = &list->blocks[place.block];
    size_t behind = place.block + 1;

    block->count--;
    memmove(at_index(block, place.index), at_index(block, place.index + 1),
            (block->count - place.index) * size_of_one(block));
    if (block->count == 0) {
        free_block(block, alloc);
        memmove(block, block + 1, (list->n_blocks - behind) * sizeof *block);
        list->n_blocks--;
        behind--;
    }
    list->count--;
    for (size_t i = behind; i < list->n_blocks; i++)
        list->blocks[i].before--;
}

bool observation_list_copy(struct observation_list *list, const sheaf_alloc *alloc,
                           sheaf_error *error, const struct observation_list *from)
{
    for (size_t i = 0; i < from->n_blocks; i++) {
        const struct observation_block *block = &from->blocks[i];
        struct observation_block *copy =
            add_block(list, alloc, error, i, block->count, block->full != NULL);

        if (copy == NULL)
            return false;
        memcpy(at_index(copy, 0), at_index(block, 0), block->count * size_of_one(block));
        copy->count = block->count;
        copy->before = block->before;
        copy->unit = block->unit;
        copy->length = block->length;
        copy->file = block->file;
        copy->confidentiality = block->confidentiality;
        list->count += block->count;
    }
    return true;
}
