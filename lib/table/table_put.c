/* table_put.c - adds rows to a table: one by one, or days of one series together. */
#include <math.h>
#include <string.h>

#include "table/table_parts.h"

/* Records that rows come from this file from the next one on. False when memory runs out. */
static bool note_file(sheaf_table *table, uint16_t file)
{
    size_t n = table->file_run_count;

    if (!memory_grow(table_alloc(table), &table->error, &table->file_runs,
                     &table->file_run_capacity, n + 1, sizeof *table->file_runs))
        return false;
    table->file_runs[table->file_run_count++] =
        (struct file_run){ (uint32_t)table->row_count, file };
    table->latest_file = file;
    return true;
}

/* Makes sure that there is a chunk for the next row. */
static bool reserve_chunk(sheaf_table *table)
{
    const uint32_t most = NO_INDEX / ROWS_A_CHUNK * ROWS_A_CHUNK;
    struct row_chunk *chunk;

    if (table->row_count < table->row_chunk_count * ROWS_A_CHUNK)
        return true;
    if (table->row_count == most) {
        fail(&table->error, SHEAF_BAD_INPUT, "a table has at most %u rows", most);
        return false;
    }
    if (table->watch != NULL &&
        !table->watch->goes_on(table->watch->context, table->row_count, &table->error))
        return false;
    chunk = table_add_chunk(table, &table->row_chunks, &table->row_chunk_count,
                            &table->row_chunk_capacity, sizeof *chunk);

    if (chunk == NULL)
        return false;
    if (table->row_chunk_count > FEW_CHUNKS)
        memory_populate(chunk, sizeof *chunk);
    chunk->cells = NULL;
    chunk->lines = NULL;
    chunk->growths = NULL;
    chunk->bounds = NULL;
    return true;
}

/* In most files each row is one line, so a chunk stores only its first line. An explicit column of
 * lines is made when a row breaks that pattern. */
static inline bool set_line(sheaf_table *table, struct row_chunk *chunk, size_t at, uint32_t line)
{
    if (at == 0)
        chunk->first_line = line;
    if (chunk->lines == NULL && line == chunk->first_line + at)
        return true;
    if (!table_reserve_lines(table, chunk, at))
        return false;
    chunk->lines[at] = line;
    return true;
}

static bool set_growth(sheaf_table *table, struct row_chunk *chunk, size_t at, struct growth growth)
{
    if (!table_reserve_growths(table, chunk, at))
        return false;
    chunk->growths[at] = growth;
    return true;
}

static bool set_bounds(sheaf_table *table, struct row_chunk *chunk, size_t at, struct bounds bounds)
{
    if (!table_reserve_bounds(table, chunk, at))
        return false;
    chunk->bounds[at] = bounds;
    return true;
}

/* Makes room for a row at index at of its chunk, and stores its rare parts: file, line, growth,
 * bounds. */
static inline bool prepare_row(sheaf_table *table, const struct table_row *row, size_t at)
{
    struct row_chunk *chunk;

    if (at == 0 && !reserve_chunk(table))
        return false;
    if (row->file != table->latest_file && !note_file(table, row->file))
        return false;
    chunk = table_chunk(table, table->row_count);
    if (!set_line(table, chunk, at, row->line))
        return false;
    if ((chunk->bounds != NULL || row->has_bounds) &&
        !set_bounds(table, chunk, at, (struct bounds){ row->has_bounds, row->low, row->high }))
        return false;
    return (chunk->growths == NULL && isnan(row->growth)) ||
           set_growth(table, chunk, at, (struct growth){ row->growth, row->growth_decimals });
}

/* sheaf_period_compare, with the common case (same length) inlined. */
static int order_of(const sheaf_period *a, const sheaf_period *b)
{
    if (a->unit == b->unit && a->count == b->count)
        return (a->start > b->start) - (a->start < b->start);
    return sheaf_period_compare(*a, *b);
}

/* Tracks whether the series' rows come in order of period; if so, table_finish need not search them
 * for repeats. False: the row is a duplicate of the series' last one. */
static bool keep_order(sheaf_table *table, struct series *series, uint32_t row, uint32_t period)
{
    int order;

    if (series->first == NO_INDEX) {
        series->latest_period = period;
        return true;
    }
    if (series->latest_period == NO_INDEX)
        return true;
    order = order_of(&table->periods[series->latest_period], &table->periods[period]);
    if (order == 0 && table_rows_agree(table, series->last, row)) {
        table_warn_identical(table, series->last, row);
        return false;
    }
    series->latest_period = order < 0 ? period : NO_INDEX;
    return true;
}

/* Appends the row to its series' linked list. In a chunk without cells it is behind the row above. */
static inline void chain_row(sheaf_table *table, struct series *series, uint32_t row)
{
    uint32_t last = series->last;

    series->last = row;
    if (series->first == NO_INDEX) {
        series->first = row;
        return;
    }
    struct row_chunk *chunk = table_chunk(table, last);
    if (chunk->cells != NULL)
        chunk->cells->next[last % ROWS_A_CHUNK] = row;
    else if (last % ROWS_A_CHUNK == ROWS_A_CHUNK - 1)
        chunk->next_after = row;
}

void table_chain_rows(sheaf_table *table)
{
    for (uint32_t i = 0; i < table->series_count; i++)
        table_series(table, i)->first = table_series(table, i)->last = NO_INDEX;
    for (uint32_t i = 0; i < (uint32_t)table->row_count; i++) {
        struct row_chunk *chunk = table_chunk(table, i);

        if (chunk->cells != NULL)
            chunk->cells->next[i % ROWS_A_CHUNK] = NO_INDEX;
        else
            chunk->next_after = NO_INDEX;
        chain_row(table, table_series(table, table_row_series(table, i)), i);
    }
}

static inline struct row_flags flags_of(const struct table_row *row)
{
    return (struct row_flags){
        row->decimals, row->multiplier,
        (uint8_t)((uint8_t)row->status | (row->estimated ? FLAG_OWN_ESTIMATED : 0)),
        (uint8_t)((uint8_t)row->confidentiality | (row->derived ? FLAG_DERIVED : 0))
    };
}

static inline bool are_same_flags(struct row_flags a, struct row_flags b)
{
    return a.decimals == b.decimals && a.multiplier == b.multiplier && a.status == b.status &&
           a.confidentiality == b.confidentiality;
}

/* Stores the series, the period and the flags of row n: with the chunk if it is like those above, else in cells. */
static inline bool set_cells(sheaf_table *table, uint32_t n, uint32_t series, uint32_t period,
                             struct row_flags flags)
{
    struct row_chunk *chunk = table_chunk(table, n);
    struct row_cells *cells = chunk->cells;
    uint32_t at = n % ROWS_A_CHUNK;

    if (cells == NULL && at == 0) {
        chunk->series = series;
        chunk->first_period = period;
        chunk->flags = flags;
        chunk->next_after = NO_INDEX;
        return true;
    }
    if (cells == NULL && series == chunk->series && period == chunk->first_period + at &&
        are_same_flags(flags, chunk->flags))
        return true;
    if (cells == NULL)
        cells = table_reserve_cells(table, n / ROWS_A_CHUNK, at);
    if (cells == NULL)
        return false;
    cells->series[at] = series;
    cells->periods[at] = period;
    cells->next[at] = NO_INDEX;
    cells->flags[at] = flags;
    return true;
}

void table_put_row(sheaf_table *table, const struct table_row *row, uint32_t number,
                   uint32_t period)
{
    uint32_t n = (uint32_t)table->row_count, at = n % ROWS_A_CHUNK;
    struct series *series;

    if (table_failed(table) || !prepare_row(table, row, at) ||
        !set_cells(table, n, number, period, flags_of(row)))
        return;
    table_chunk(table, n)->values[at] = row->value;
    table->latest_series = number;
    table->latest_period = period;
    series = table_series(table, number);
    if (!keep_order(table, series, n, period))
        return;
    table->row_count = (size_t)n + 1;
    chain_row(table, series, n);
}

/* Days ---------------------------------------------------------------------------- */

/* True if the next row, in the line, is stored by its value alone when it is like the row above. */
static bool continues(const sheaf_table *table, const struct table_row *row, uint32_t series)
{
    size_t at = table->row_count % ROWS_A_CHUNK;
    const struct row_chunk *chunk;

    if (table_failed(table) || at == 0 || row->file != table->latest_file || row->has_bounds ||
        !isnan(row->growth))
        return false;
    chunk = table_chunk(table, table->row_count);
    return chunk->cells == NULL && chunk->lines == NULL && chunk->growths == NULL &&
           chunk->bounds == NULL && chunk->series == series &&
           row->line == chunk->first_line + at && are_same_flags(flags_of(row), chunk->flags) &&
           table_series(table, series)->latest_period != NO_INDEX;
}

/* Adds as many days as the chunk takes by their values alone. */
static size_t put_values(sheaf_table *table, uint32_t number, const struct table_days *days,
                         size_t from)
{
    size_t at = table->row_count % ROWS_A_CHUNK, room = ROWS_A_CHUNK - at;
    size_t n = days->n - from < room ? days->n - from : room;
    struct row_chunk *chunk = table_chunk(table, table->row_count);
    struct series *series = table_series(table, number);
    uint32_t first = chunk->first_period + (uint32_t)at;

    n = table_follow_days(table, first, days->days + from, n);
    if (n == 0)
        return 0;
    memcpy(chunk->values + at, days->values + from, n * sizeof *chunk->values);
    table->row_count += n;
    table->latest_series = number;
    table->latest_period = series->latest_period = first + (uint32_t)n - 1;
    series->last = (uint32_t)table->row_count - 1;
    return n;
}

void table_put_days(sheaf_table *table, const struct table_row *row, uint32_t series,
                    const struct table_days *days)
{
    struct table_row next = *row;

    for (size_t i = 0; i < days->n && !table_failed(table);) {
        size_t many;

        next.line = row->line + (uint32_t)i;
        many = continues(table, &next, series) ? put_values(table, series, days, i) : 0;
        i += many;
        if (many > 0)
            continue;
        next.value = days->values[i];
        table_put_row(table, &next, series,
                      table_intern_period(table, (sheaf_period){ SHEAF_DAYS, days->days[i], 1 }));
        i++;
    }
}
