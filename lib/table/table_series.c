/* table_series.c - the distinct series and the distinct periods of a table's rows. */
#include <string.h>

#include "table/table_parts.h"

/* Series ------------------------------------------------------------------------ */

static uint32_t hash_members(const uint32_t *members, size_t n)
{
    uint32_t hash = (uint32_t)n;

    for (size_t i = 0; i < n; i++)
        hash = hash_word(hash, members[i]);
    return hash;
}

static bool series_is(const sheaf_table *table, uint32_t series, const uint32_t *members)
{
    const uint32_t *own = table_series_members(table, series);

    for (size_t i = 0; i < table->dimension_count; i++)
        if (own[i] != members[i])
            return false;
    return true;
}

static size_t size_of_series_chunk(size_t width)
{
    return sizeof(struct series_chunk) + SERIES_A_CHUNK * width * sizeof(uint32_t);
}

static uint32_t add_series(sheaf_table *table, const uint32_t *members, uint32_t hash)
{
    size_t n = table->series_count, width = table->dimension_count;

    if (n == table->series_chunk_count * SERIES_A_CHUNK &&
        table_add_chunk(table, &table->series_chunks, &table->series_chunk_count,
                        &table->series_chunk_capacity, size_of_series_chunk(width)) == NULL)
        return NO_INDEX;
    if (!slots_reserve(table, &table->series_set, n + 1))
        return NO_INDEX;
    slots_put(&table->series_set, hash, (uint32_t)n);
    table->series_count++;
    *table_series(table, (uint32_t)n) = (struct series){ hash, NO_INDEX, NO_INDEX, 0 };
    if (width > 0)
        memcpy(table_series_members(table, (uint32_t)n), members, width * sizeof *members);
    return (uint32_t)n;
}

static uint32_t search_series(sheaf_table *table, const uint32_t *members)
{
    const struct slots *set = &table->series_set;
    uint32_t hash = hash_members(members, table->dimension_count);

    for (size_t at = hash & (set->count - 1); set->count > 0 && set->slots[at].index_plus_1 != 0;
         at = (at + 1) & (set->count - 1))
        if (set->slots[at].hash == hash &&
            series_is(table, set->slots[at].index_plus_1 - 1, members))
            return set->slots[at].index_plus_1 - 1;
    return add_series(table, members, hash);
}

/* Fast path: most rows have the same series as the row above, or the next one in order of
 * appearance. */
uint32_t table_intern_series(sheaf_table *table, const uint32_t *members)
{
    uint32_t latest = table->latest_series;

    if (latest < table->series_count && series_is(table, latest, members))
        return latest;
    if (latest + 1 < table->series_count && series_is(table, latest + 1, members))
        return latest + 1;
    return search_series(table, members);
}

static void free_series_chunks(sheaf_table *table, struct series_chunk **chunks, size_t count,
                               size_t capacity, size_t width)
{
    for (size_t i = 0; i < count; i++)
        memory_free(table_alloc(table), chunks[i], size_of_series_chunk(width));
    memory_free(table_alloc(table), chunks, capacity * sizeof *chunks);
}

/* Periods ----------------------------------------------------------------------- */

static bool same_period(sheaf_period a, sheaf_period b)
{
    return a.start == b.start && a.count == b.count && a.unit == b.unit;
}

static uint32_t hash_period(sheaf_period period)
{
    return hash_word(hash_word((uint32_t)period.unit, (uint32_t)period.start),
                     (uint32_t)period.count);
}

/* True if the period may come behind all others without a hash: they ascend and have one length. */
static bool period_follows(const sheaf_table *table, sheaf_period period)
{
    if (table->period_set.count > 0 || period.unit == SHEAF_NUMBER)
        return false;
    if (table->period_count == 0)
        return true;
    sheaf_period last = table->periods[table->period_count - 1];
    return period.unit == last.unit && period.count == last.count && period.start > last.start;
}

/* Hashes all periods, if they are not yet. */
static bool hash_periods(sheaf_table *table)
{
    if (table->period_set.count > 0)
        return true;
    if (!slots_reserve(table, &table->period_set, table->period_count + 1))
        return false;
    for (size_t i = 0; i < table->period_count; i++)
        slots_put(&table->period_set, hash_period(table->periods[i]), (uint32_t)i);
    return true;
}

/* Behind all others, without a hash. */
static uint32_t append_period(sheaf_table *table, sheaf_period period)
{
    if (table->period_count == table->period_capacity &&
        !memory_grow(table_alloc(table), &table->error, &table->periods, &table->period_capacity,
                     table->period_count + 1, sizeof *table->periods))
        return NO_INDEX;
    table->periods[table->period_count] = period;
    return (uint32_t)table->period_count++;
}

static uint32_t add_period(sheaf_table *table, sheaf_period period)
{
    size_t n = table->period_count;

    if (!period_follows(table, period)) {
        if (!hash_periods(table) || !slots_reserve(table, &table->period_set, n + 1))
            return NO_INDEX;
        uint32_t added = append_period(table, period);
        if (added != NO_INDEX)
            slots_put(&table->period_set, hash_period(period), added);
        return added;
    }
    return append_period(table, period);
}

/* Among periods that ascend. NO_INDEX: it is not there. */
static uint32_t search_ascending(const sheaf_table *table, sheaf_period period)
{
    size_t low = 0, high = table->period_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (table->periods[middle].start < period.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < table->period_count && same_period(table->periods[low], period) ? (uint32_t)low
                                                                                 : NO_INDEX;
}

static uint32_t search_hashed(const sheaf_table *table, sheaf_period period)
{
    const struct slots *set = &table->period_set;
    uint32_t hash = hash_period(period);

    for (size_t at = hash & (set->count - 1); set->slots[at].index_plus_1 != 0;
         at = (at + 1) & (set->count - 1))
        if (set->slots[at].hash == hash &&
            same_period(table->periods[set->slots[at].index_plus_1 - 1], period))
            return set->slots[at].index_plus_1 - 1;
    return NO_INDEX;
}

/* The periods of most files ascend: then there is no hash set of them, which would take longer and
 * more memory than they. */
static uint32_t search_period(sheaf_table *table, sheaf_period period)
{
    if (period_follows(table, period))
        return append_period(table, period);
    uint32_t found = table->period_set.count > 0 ? search_hashed(table, period)
                                                 : search_ascending(table, period);
    return found != NO_INDEX ? found : add_period(table, period);
}

uint32_t table_intern_period(sheaf_table *table, sheaf_period period)
{
    uint32_t latest = table->latest_period;

    if (latest < table->period_count && same_period(table->periods[latest], period))
        return latest;
    if (latest + 1 < table->period_count && same_period(table->periods[latest + 1], period))
        return latest + 1;
    return search_period(table, period);
}

/* How many of the days ascend behind the latest of all periods; they are added. */
static size_t append_days(sheaf_table *table, const int32_t *days, size_t n)
{
    size_t count = table->period_count, i = 0;
    int32_t before = table->periods[count - 1].start;

    if (!period_follows(table, (sheaf_period){ SHEAF_DAYS, days[0], 1 }) ||
        !memory_grow(table_alloc(table), &table->error, &table->periods, &table->period_capacity,
                     count + n, sizeof *table->periods))
        return 0;
    for (; i < n && days[i] > before; i++) {
        table->periods[count + i] = (sheaf_period){ SHEAF_DAYS, days[i], 1 };
        before = days[i];
    }
    table->period_count = count + i;
    return i;
}

size_t table_follow_days(sheaf_table *table, uint32_t first, const int32_t *days, size_t n)
{
    size_t i = 0;

    if (first == 0 || n == 0)
        return 0;
    sheaf_period before = table->periods[first - 1];
    if (before.unit != SHEAF_DAYS || before.count != 1 || days[0] <= before.start)
        return 0;
    for (; i < n && first + i < table->period_count; i++) { /* as those of another series */
        sheaf_period day = { SHEAF_DAYS, days[i], 1 };

        if (!same_period(table->periods[first + i], day) || (i > 0 && days[i] <= days[i - 1]))
            return i;
    }
    return i < n ? i + append_days(table, days + i, n - i) : i;
}

size_t table_series_count(const sheaf_table *table)
{
    return table->series_count;
}

sheaf_period table_period(const sheaf_table *table, uint32_t number)
{
    return table->periods[number];
}

void table_replace_periods(sheaf_table *table, sheaf_period (*replace)(sheaf_period, char),
                           char argument)
{
    size_t count = table->period_count;

    slots_free(table, &table->period_set);
    table->period_count = 0;
    for (size_t i = 0; i < count && !table_failed(table); i++) {
        sheaf_period period = replace(table->periods[i], argument);

        add_period(table, period);
    }
}

/* Adding a dimension late ----------------------------------------------------------- */

/* Interns all series again with one more member. They stay distinct, so they keep their numbers,
 * and with them the lists of their rows. */
static void widen_series(sheaf_table *table, uint32_t member)
{
    struct series_chunk **old = table->series_chunks;
    size_t chunks = table->series_chunk_count, capacity = table->series_chunk_capacity;
    size_t width = table->dimension_count, count = table->series_count;
    uint32_t *members = memory_resize(table_alloc(table), NULL, 0, width * sizeof *members);

    if (members == NULL)
        fail_memory(&table->error);
    slots_free(table, &table->series_set);
    table->series_chunks = NULL;
    table->series_count = table->series_chunk_count = table->series_chunk_capacity = 0;
    for (uint32_t i = 0; members != NULL && i < count && !table_failed(table); i++) {
        const struct series_chunk *chunk = old[i / SERIES_A_CHUNK];
        const struct series *series = &chunk->series[i % SERIES_A_CHUNK];

        memcpy(members, chunk->members + i % SERIES_A_CHUNK * (width - 1),
               (width - 1) * sizeof *members);
        members[width - 1] = member;
        if (add_series(table, members, hash_members(members, width)) == i)
            *table_series(table, i) = (struct series){ table_series(table, i)->hash, series->first,
                                                       series->last, series->latest_period };
    }
    free_series_chunks(table, old, chunks, capacity, width - 1);
    memory_free(table_alloc(table), members, width * sizeof *members);
}

size_t table_add_late_dimension(sheaf_table *table, const char *name, size_t n)
{
    size_t width = table->dimension_count, dimension = table_add_dimension(table, name, n);
    uint32_t member;

    if (dimension == SIZE_MAX || dimension < width)
        return dimension;
    member = table_intern_member(table, dimension, "", 0);
    if (!table_failed(table)) {
        widen_series(table, member);
        return table_failed(table) ? SIZE_MAX : dimension;
    }
    table_free_dimension(table, &table->dimensions[dimension]);
    table->dimension_count--;
    return SIZE_MAX;
}

/* Dropping a dimension -------------------------------------------------------------- */

/* Interns all series again without the dropped dimension; those that differed only in it become
 * one. numbers[old] is the new number. */
static void merge_series(sheaf_table *table, size_t dropped, struct series_chunk **old,
                         uint32_t count, uint32_t *numbers)
{
    size_t width = table->dimension_count;

    for (uint32_t i = 0; i < count && !table_failed(table); i++) {
        uint32_t *members = old[i / SERIES_A_CHUNK]->members + i % SERIES_A_CHUNK * (width + 1);

        memmove(members + dropped, members + dropped + 1, (width - dropped) * sizeof *members);
        table->latest_series = i;
        numbers[i] = table_intern_series(table, members);
    }
    for (size_t i = 0; i < table->row_count && !table_failed(table); i++) {
        struct row_chunk *chunk = table_chunk(table, i);

        if (chunk->cells != NULL)
            chunk->cells->series[i % ROWS_A_CHUNK] =
                numbers[chunk->cells->series[i % ROWS_A_CHUNK]];
        else if (i % ROWS_A_CHUNK == 0)
            chunk->series = numbers[chunk->series];
    }
}

/* If no series were merged, the rows of each are in the order they were in; otherwise nothing is
 * known, and table_finish searches them for repeats. */
static void keep_orders(sheaf_table *table, struct series_chunk **old, uint32_t count)
{
    for (uint32_t i = 0; i < table->series_count; i++)
        table_series(table, i)->latest_period =
            table->series_count == count
                ? old[i / SERIES_A_CHUNK]->series[i % SERIES_A_CHUNK].latest_period
                : NO_INDEX;
}

void table_drop_dimension(sheaf_table *table, const char *name)
{
    size_t dropped = table_find_dimension(table, name), width = table->dimension_count;
    struct series_chunk **old = table->series_chunks;
    size_t chunks = table->series_chunk_count, capacity = table->series_chunk_capacity;
    uint32_t count = (uint32_t)table->series_count;
    uint32_t *numbers = memory_resize(table_alloc(table), NULL, 0, (count + 1) * sizeof *numbers);

    if (numbers == NULL)
        fail_memory(&table->error);
    if (dropped != SIZE_MAX && numbers != NULL) {
        table_free_dimension(table, &table->dimensions[dropped]);
        memmove(table->dimensions + dropped, table->dimensions + dropped + 1,
                (width - dropped - 1) * sizeof *table->dimensions);
        table->dimension_count--;
        slots_free(table, &table->series_set);
        table->series_chunks = NULL;
        table->series_count = table->series_chunk_count = table->series_chunk_capacity = 0;
        merge_series(table, dropped, old, count, numbers);
        if (!table_failed(table)) {
            keep_orders(table, old, count);
            table_chain_rows(table);
        }
        table->latest_series = 0;
        free_series_chunks(table, old, chunks, capacity, width);
    }
    memory_free(table_alloc(table), numbers, (count + 1) * sizeof *numbers);
}

void table_free_series(sheaf_table *table)
{
    free_series_chunks(table, table->series_chunks, table->series_chunk_count,
                       table->series_chunk_capacity, table->dimension_count);
    memory_free(table_alloc(table), table->periods,
                table->period_capacity * sizeof *table->periods);
    slots_free(table, &table->series_set);
    slots_free(table, &table->period_set);
}
