/* table_rows.c - the rows of a table: their columns, in chunks, and the files they come from. */
#include <math.h>
#include <string.h>

#include "table/table_parts.h"

void *table_add_chunk(sheaf_table *table, void *list, size_t *count, size_t *capacity, size_t size)
{
    void *chunk, **chunks;

    if (!memory_grow(table_alloc(table), &table->error, list, capacity, *count + 1, sizeof chunk))
        return NULL;
    chunk = memory_resize(table_alloc(table), NULL, 0, size);
    if (chunk == NULL) {
        fail_memory(&table->error);
        return NULL;
    }
    memcpy(&chunks, list, sizeof chunks); /* list points to a pointer of any type */
    memcpy(&chunks[(*count)++], &chunk, sizeof chunk);
    return chunk;
}

/* Files ------------------------------------------------------------------------- */

uint16_t table_add_file(sheaf_table *table, const char *name)
{
    const char *copy = table_failed(table) ? NULL : arena_string(&table->arena, name);

    if (copy == NULL || table->file_count == UINT16_MAX ||
        !memory_grow(table_alloc(table), &table->error, &table->files, &table->file_capacity,
                     table->file_count + 1, sizeof *table->files))
        return 0;
    table->files[table->file_count++] = copy;
    return (uint16_t)table->file_count;
}

uint16_t table_find_file(sheaf_table *table, const char *name)
{
    for (size_t i = 0; i < table->file_count; i++)
        if (strcmp(table->files[i], name) == 0)
            return (uint16_t)(i + 1);
    return table_add_file(table, name);
}

static uint16_t file_of(const sheaf_table *table, size_t row)
{
    size_t low = 0, high = table->file_run_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (table->file_runs[middle].first_row <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? table->file_runs[low - 1].file : 0;
}

const char *table_row_file(const sheaf_table *table, size_t row)
{
    uint16_t file = file_of(table, row);

    return file > 0 ? table->files[file - 1] : table->name;
}

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

/* Rows -------------------------------------------------------------------------- */

/* Makes sure that there is a chunk for the next row. */
static bool reserve_chunk(sheaf_table *table)
{
    /* Small tables are not populated in advance: most of their last chunk may stay unused. */
    enum { FEW_CHUNKS = 8 };
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
    chunk->lines = NULL;
    chunk->growths = NULL;
    chunk->bounds = NULL;
    return true;
}

static void *add_column(sheaf_table *table, size_t size)
{
    void *column = memory_resize(table_alloc(table), NULL, 0, ROWS_A_CHUNK * size);

    if (column == NULL)
        fail_memory(&table->error);
    return column;
}

bool table_reserve_lines(sheaf_table *table, struct row_chunk *chunk, size_t rows)
{
    if (chunk->lines != NULL)
        return true;
    chunk->lines = add_column(table, sizeof *chunk->lines);
    for (size_t i = 0; chunk->lines != NULL && i < rows; i++)
        chunk->lines[i] = chunk->first_line + (uint32_t)i;
    return chunk->lines != NULL;
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

bool table_reserve_growths(sheaf_table *table, struct row_chunk *chunk, size_t rows)
{
    if (chunk->growths != NULL)
        return true;
    chunk->growths = add_column(table, sizeof *chunk->growths);
    for (size_t i = 0; chunk->growths != NULL && i < rows; i++)
        chunk->growths[i] = (struct growth){ .value = NAN };
    return chunk->growths != NULL;
}

static bool set_growth(sheaf_table *table, struct row_chunk *chunk, size_t at, struct growth growth)
{
    if (!table_reserve_growths(table, chunk, at))
        return false;
    chunk->growths[at] = growth;
    return true;
}

static bool reserve_bounds(sheaf_table *table, struct row_chunk *chunk, size_t rows)
{
    if (chunk->bounds != NULL)
        return true;
    chunk->bounds = add_column(table, sizeof *chunk->bounds);
    for (size_t i = 0; chunk->bounds != NULL && i < rows; i++)
        chunk->bounds[i] = (struct bounds){ .known = false };
    return chunk->bounds != NULL;
}

static bool set_bounds(sheaf_table *table, struct row_chunk *chunk, size_t at, struct bounds bounds)
{
    if (!reserve_bounds(table, chunk, at))
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

/* Appends the row to its series' linked list. */
static inline void chain_row(sheaf_table *table, struct series *series, uint32_t row)
{
    if (series->first == NO_INDEX)
        series->first = row;
    else
        table_chunk(table, series->last)->next[series->last % ROWS_A_CHUNK] = row;
    series->last = row;
}

void table_chain_rows(sheaf_table *table)
{
    for (uint32_t i = 0; i < table->series_count; i++)
        table_series(table, i)->first = table_series(table, i)->last = NO_INDEX;
    for (uint32_t i = 0; i < (uint32_t)table->row_count; i++) {
        table_chunk(table, i)->next[i % ROWS_A_CHUNK] = NO_INDEX;
        chain_row(table, table_series(table, table_row_series(table, i)), i);
    }
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

void table_put_row(sheaf_table *table, const struct table_row *row, uint32_t number,
                   uint32_t period)
{
    uint32_t n = (uint32_t)table->row_count, at = n % ROWS_A_CHUNK;
    struct row_chunk *chunk;
    struct series *series;

    if (table_failed(table) || !prepare_row(table, row, at))
        return;
    chunk = table_chunk(table, n);
    chunk->values[at] = row->value;
    chunk->series[at] = number;
    chunk->periods[at] = period;
    chunk->next[at] = NO_INDEX;
    chunk->flags[at] = (struct row_flags){
        row->decimals, row->multiplier,
        (uint8_t)((uint8_t)row->status | (row->estimated ? FLAG_OWN_ESTIMATED : 0)),
        (uint8_t)((uint8_t)row->confidentiality | (row->derived ? FLAG_DERIVED : 0))
    };
    table->latest_series = number;
    table->latest_period = period;
    series = table_series(table, number);
    if (!keep_order(table, series, n, period))
        return;
    table->row_count = (size_t)n + 1;
    chain_row(table, series, n);
}

void table_set_status(sheaf_table *table, size_t row, char status, char confidentiality)
{
    struct row_chunk *chunk = table_chunk(table, (uint32_t)row);
    struct row_flags *flags = &chunk->flags[row % ROWS_A_CHUNK];

    flags->status = (uint8_t)((flags->status & FLAG_OWN_ESTIMATED) | (uint8_t)status);
    flags->confidentiality =
        (uint8_t)((flags->confidentiality & FLAG_DERIVED) | (uint8_t)confidentiality);
}

void table_add_row(sheaf_table *table, const struct table_row *row, const uint32_t *members)
{
    uint32_t series, period;

    if (table_failed(table))
        return;
    series = table_intern_series(table, members);
    period = table_intern_period(table, row->period);
    for (size_t i = 0; i < table->dimension_count; i++)
        table->dimensions[i].latest = members[i];
    table_put_row(table, row, series, period);
}

struct table_row table_row_at(const sheaf_table *table, size_t row)
{
    const struct row_chunk *chunk = table_chunk(table, row);
    size_t at = row % ROWS_A_CHUNK;
    struct table_row result = { .period = table->periods[chunk->periods[at]],
                                .line = table_chunk_line(chunk, at),
                                .value = chunk->values[at],
                                .growth = NAN,
                                .decimals = chunk->flags[at].decimals,
                                .multiplier = chunk->flags[at].multiplier,
                                .status = (char)(chunk->flags[at].status & ~FLAG_OWN_ESTIMATED),
                                .estimated = (chunk->flags[at].status & FLAG_OWN_ESTIMATED) != 0,
                                .confidentiality =
                                    (char)(chunk->flags[at].confidentiality & ~FLAG_DERIVED),
                                .derived = (chunk->flags[at].confidentiality & FLAG_DERIVED) != 0,
                                .file = file_of(table, row) };

    if (chunk->growths != NULL) {
        result.growth = chunk->growths[at].value;
        result.growth_decimals = chunk->growths[at].decimals;
    }
    if (chunk->bounds != NULL && chunk->bounds[at].known) {
        result.has_bounds = true;
        result.low = chunk->bounds[at].low;
        result.high = chunk->bounds[at].high;
    }
    return result;
}

bool table_rows_are_alike(const sheaf_table *table, size_t a, size_t b)
{
    return table_row_series(table, a) == table_row_series(table, b);
}

uint32_t table_row_member(const sheaf_table *table, size_t row, size_t dimension)
{
    return table_series_members(table, table_row_series(table, row))[dimension];
}

void table_free_rows(sheaf_table *table)
{
    const sheaf_alloc *alloc = table_alloc(table);

    for (size_t i = 0; i < table->row_chunk_count; i++) {
        struct row_chunk *chunk = table->row_chunks[i];

        memory_free(alloc, chunk->lines, ROWS_A_CHUNK * sizeof *chunk->lines);
        memory_free(alloc, chunk->growths, ROWS_A_CHUNK * sizeof *chunk->growths);
        memory_free(alloc, chunk->bounds, ROWS_A_CHUNK * sizeof *chunk->bounds);
        memory_free(alloc, chunk, sizeof *chunk);
    }
    memory_free(alloc, table->row_chunks, table->row_chunk_capacity * sizeof *table->row_chunks);
    memory_free(alloc, table->files, table->file_capacity * sizeof *table->files);
    memory_free(alloc, table->file_runs, table->file_run_capacity * sizeof *table->file_runs);
}
