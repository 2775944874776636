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

/* Rows -------------------------------------------------------------------------- */

struct row_cells *table_reserve_cells(sheaf_table *table, size_t number, size_t rows)
{
    struct row_chunk *chunk = table->row_chunks[number];
    struct row_cells *cells = chunk->cells;

    if (cells != NULL)
        return cells;
    cells = memory_resize(table_alloc(table), NULL, 0, sizeof *cells);
    if (cells == NULL) {
        fail_memory(&table->error);
        return NULL;
    }
    if (table->row_chunk_count > FEW_CHUNKS)
        memory_populate(cells, sizeof *cells);
    for (size_t i = 0; i < rows; i++) {
        cells->series[i] = chunk->series;
        cells->periods[i] = chunk->first_period + (uint32_t)i;
        cells->flags[i] = chunk->flags;
        cells->next[i] = table_next_row(table, number * ROWS_A_CHUNK + i);
    }
    chunk->cells = cells;
    return cells;
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

bool table_reserve_growths(sheaf_table *table, struct row_chunk *chunk, size_t rows)
{
    if (chunk->growths != NULL)
        return true;
    chunk->growths = add_column(table, sizeof *chunk->growths);
    for (size_t i = 0; chunk->growths != NULL && i < rows; i++)
        chunk->growths[i] = (struct growth){ .value = NAN };
    return chunk->growths != NULL;
}

bool table_reserve_bounds(sheaf_table *table, struct row_chunk *chunk, size_t rows)
{
    if (chunk->bounds != NULL)
        return true;
    chunk->bounds = add_column(table, sizeof *chunk->bounds);
    for (size_t i = 0; chunk->bounds != NULL && i < rows; i++)
        chunk->bounds[i] = (struct bounds){ .known = false };
    return chunk->bounds != NULL;
}

size_t table_chunk_rows(const sheaf_table *table, size_t number)
{
    size_t before = number * ROWS_A_CHUNK;

    return table->row_count - before < ROWS_A_CHUNK ? table->row_count - before : ROWS_A_CHUNK;
}

void table_set_status(sheaf_table *table, size_t row, char status, char confidentiality)
{
    size_t number = row / ROWS_A_CHUNK;
    struct row_cells *cells = table_reserve_cells(table, number, table_chunk_rows(table, number));

    if (cells == NULL)
        return;
    struct row_flags *flags = &cells->flags[row % ROWS_A_CHUNK];
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
    const struct row_flags flags = table_row_flags(table, row);
    struct table_row result = { .period = table_row_period(table, row),
                                .line = table_chunk_line(chunk, at),
                                .value = chunk->values[at],
                                .growth = NAN,
                                .decimals = flags.decimals,
                                .multiplier = flags.multiplier,
                                .status = (char)(flags.status & ~FLAG_OWN_ESTIMATED),
                                .estimated = (flags.status & FLAG_OWN_ESTIMATED) != 0,
                                .confidentiality = (char)(flags.confidentiality & ~FLAG_DERIVED),
                                .derived = (flags.confidentiality & FLAG_DERIVED) != 0,
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

        memory_free(alloc, chunk->cells, sizeof *chunk->cells);
        memory_free(alloc, chunk->lines, ROWS_A_CHUNK * sizeof *chunk->lines);
        memory_free(alloc, chunk->growths, ROWS_A_CHUNK * sizeof *chunk->growths);
        memory_free(alloc, chunk->bounds, ROWS_A_CHUNK * sizeof *chunk->bounds);
        memory_free(alloc, chunk, sizeof *chunk);
    }
    memory_free(alloc, table->row_chunks, table->row_chunk_capacity * sizeof *table->row_chunks);
    memory_free(alloc, table->files, table->file_capacity * sizeof *table->files);
    memory_free(alloc, table->file_runs, table->file_run_capacity * sizeof *table->file_runs);
}
