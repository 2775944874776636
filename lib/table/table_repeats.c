/* table_repeats.c - rows with the same series and period: duplicates are removed, conflicting rows
 * give a warning.
 *
 * The search runs once, after the last row, and only over series whose rows were not in order of
 * period: in the others a repeat was noticed when its row was added. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "period/period.h"
#include "table/table_parts.h"

static int order_of_numbers(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(b) - isnan(a);
    return a < b ? -1 : a > b;
}

/* Compares everything but period and place; 0: the rows are duplicates. */
static int order_of_statements(const sheaf_table *table, uint32_t a, uint32_t b)
{
    struct table_row one = table_row_at(table, a), other = table_row_at(table, b);
    int order = order_of_numbers(one.value, other.value);

    order = order != 0 ? order : order_of_numbers(one.growth, other.growth);
    order = order != 0 ? order : one.status - other.status;
    order = order != 0 ? order : one.multiplier - other.multiplier;
    order = order != 0 ? order : one.derived - other.derived;
    return order != 0 ? order : one.confidentiality - other.confidentiality;
}

bool table_rows_agree(const sheaf_table *table, uint32_t a, uint32_t b)
{
    return order_of_statements(table, a, b) == 0;
}

void table_write_conflict(const sheaf_table *table, uint32_t a, uint32_t b, char *out,
                          size_t capacity)
{
    struct table_row one = table_row_at(table, a), other = table_row_at(table, b);
    const char *files[] = { table_row_file(table, a), table_row_file(table, b) };
    char when[SHEAF_PERIOD_TEXT];

    sheaf_period_write(one.period, when);
    if (strcmp(files[0], files[1]) == 0 && one.line == other.line) /* JSON on one line */
        snprintf(out, capacity,
                 "two rows in line %u of %.100s are both about %s and differ; keep one of the two, "
                 "or tell them apart in a further column",
                 (unsigned)one.line, files[0], when);
    else if (strcmp(files[0], files[1]) == 0)
        snprintf(out, capacity,
                 "lines %u and %u are both about %s and differ; keep one of the two, or tell them "
                 "apart in a further column",
                 (unsigned)one.line, (unsigned)other.line, when);
    else
        snprintf(out, capacity,
                 "line %u of %.100s and line %u of %.100s are both about %s and differ; keep one "
                 "of the two, or tell them apart in a further column",
                 (unsigned)one.line, files[0], (unsigned)other.line, files[1], when);
}

void table_warn_identical(sheaf_table *table, uint32_t kept, uint32_t dropped)
{
    static const char advice[] = "once: leave it so if files overlap, but consignments that are to "
                                 "be added need a further column";
    struct table_row one = table_row_at(table, kept), other = table_row_at(table, dropped);
    const char *files[] = { table_row_file(table, kept), table_row_file(table, dropped) };
    struct place at = { .file = files[1], .line = other.line };

    if (isnan(other.value))
        return;
    const bool same_file = strcmp(files[0], files[1]) == 0;
    if (same_file && one.line == other.line)
        table_warn(table, "identical", at,
                   "line %u of %.100s comes twice, as where a file is given twice, and counts %s",
                   (unsigned)one.line, files[1], advice);
    else if (same_file)
        table_warn(table, "identical", at, "lines %u and %u are the same and count %s",
                   (unsigned)one.line, (unsigned)other.line, advice);
    else
        table_warn(table, "identical", at,
                   "line %u of %.100s and line %u of %.100s are the same and count %s",
                   (unsigned)one.line, files[0], (unsigned)other.line, files[1], advice);
}

/* Sorting ------------------------------------------------------------------------- */

int table_order_by_period(const sheaf_table *table, uint32_t a, uint32_t b)
{
    return period_order(table_row_period(table, a), table_row_period(table, b));
}

static int order_of_rows(const sheaf_table *table, uint32_t a, uint32_t b)
{
    int order = table_order_by_period(table, a, b);

    return order != 0 ? order : order_of_statements(table, a, b);
}

/* Merges two sorted runs; returns early if they are in order already, as in most files. */
static void merge(const sheaf_table *table, uint32_t *rows, size_t middle, size_t end,
                  uint32_t *scratch, table_order *order)
{
    size_t i = 0, k = middle;

    if (order(table, rows[middle - 1], rows[middle]) <= 0)
        return;
    memcpy(scratch, rows, middle * sizeof *rows);
    for (size_t out = 0; i < middle; out++)
        rows[out] = k < end && order(table, rows[k], scratch[i]) < 0 ? rows[k++] : scratch[i++];
}

void table_sort_rows(const sheaf_table *table, uint32_t *rows, size_t count, uint32_t *scratch,
                     table_order *order)
{
    for (size_t width = 1; width < count; width *= 2)
        for (size_t start = 0; start + width < count; start += 2 * width) {
            size_t end = count - start < 2 * width ? count - start : 2 * width;

            merge(table, rows + start, width, end, scratch, order);
        }
}

/* Finding ------------------------------------------------------------------------- */

struct pair {
    uint32_t row, kept;
};

struct search {
    sheaf_table *table;
    uint32_t *rows; /* of one series; the second half is scratch for sorting */
    size_t row_capacity;
    struct pair *dropped; /* duplicates of earlier rows */
    size_t drop_count, drop_capacity;
    size_t conflict_count; /* rows that contradict an earlier one */
    uint32_t conflict;     /* the first of them in the table */
    uint32_t conflict_with;
};

static void note_drop(struct search *s, uint32_t row, uint32_t kept)
{
    if (memory_grow(&s->table->arena.alloc, &s->table->error, &s->dropped, &s->drop_capacity,
                    s->drop_count + 1, sizeof *s->dropped))
        s->dropped[s->drop_count++] = (struct pair){ row, kept };
}

static void note_conflict(struct search *s, uint32_t row, uint32_t earlier)
{
    if (s->conflict_count++ == 0 || row < s->conflict) {
        s->conflict = row;
        s->conflict_with = earlier;
    }
}

/* rows have the same series and period, and are sorted so that duplicates are neighbours in the
 * order of the table. */
static void compare_rows(struct search *s, const uint32_t *rows, size_t count)
{
    uint32_t first = rows[0];

    for (size_t i = 1; i < count; i++)
        first = rows[i] < first ? rows[i] : first;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && table_rows_agree(s->table, rows[i - 1], rows[i]))
            note_drop(s, rows[i], rows[i - 1]);
        else if (rows[i] != first)
            note_conflict(s, rows[i], first);
    }
}

static void search_series(struct search *s, const struct series *series)
{
    sheaf_table *table = s->table;
    size_t count = 0;

    for (uint32_t row = series->first; row != NO_INDEX; row = table_next_row(table, row)) {
        if (!memory_grow(&table->arena.alloc, &table->error, &s->rows, &s->row_capacity,
                         2 * (count + 1), sizeof *s->rows))
            return;
        s->rows[count++] = row;
    }
    table_sort_rows(table, s->rows, count, s->rows + count, order_of_rows);
    for (size_t start = 0, end; start < count; start = end) {
        for (end = start + 1;
             end < count && table_order_by_period(table, s->rows[start], s->rows[end]) == 0;)
            end++;
        compare_rows(s, s->rows + start, end - start);
    }
}

static void warn(struct search *s)
{
    sheaf_table *table = s->table;
    char message[sizeof table->error.message];
    struct place at;

    if (s->conflict_count == 0)
        return;
    at = (struct place){ .file = table_row_file(table, s->conflict),
                         .line = table_row_at(table, s->conflict).line };
    table_write_conflict(table, s->conflict_with, s->conflict, message, sizeof message);
    for (size_t i = 0; i < s->conflict_count; i++)
        table_warn(table, "repeated", at, "%s", message);
}

/* Dropping ------------------------------------------------------------------------ */

static int by_row(const void *a, const void *b)
{
    const struct pair *one = a, *other = b;

    return one->row < other->row ? -1 : one->row > other->row;
}

static void move_row(sheaf_table *table, uint32_t to, uint32_t from)
{
    struct row_chunk *into = table_chunk(table, to), *out = table_chunk(table, from);
    size_t at = to % ROWS_A_CHUNK, of = from % ROWS_A_CHUNK;

    into->values[at] = out->values[of];
    into->cells->series[at] = out->cells->series[of];
    into->cells->periods[at] = out->cells->periods[of];
    into->lines[at] = out->lines[of];
    into->cells->flags[at] = out->cells->flags[of];
    if (into->growths != NULL || out->growths != NULL)
        into->growths[at] = out->growths != NULL ? out->growths[of] : (struct growth){ NAN, 0 };
}

/* Gives all chunks the same columns, so that rows can move between them: cells and an
 * explicit line for each row, and growths if any chunk has them. */
static void even_chunks(sheaf_table *table)
{
    bool any = false;

    for (size_t i = 0; i < table->row_chunk_count; i++)
        any |= table->row_chunks[i]->growths != NULL;
    for (size_t i = 0; i < table->row_chunk_count; i++) {
        if (table_reserve_cells(table, i, table_chunk_rows(table, i)) == NULL)
            return;
        table_reserve_lines(table, table->row_chunks[i], ROWS_A_CHUNK);
        if (any)
            table_reserve_growths(table, table->row_chunks[i], ROWS_A_CHUNK);
    }
}

static void drop_rows(struct search *s)
{
    sheaf_table *table = s->table;
    size_t dropped = 0, run = 0;
    uint32_t to = 0;

    qsort(s->dropped, s->drop_count, sizeof *s->dropped, by_row);
    for (size_t i = 0; i < s->drop_count; i++)
        table_warn_identical(table, s->dropped[i].kept, s->dropped[i].row);
    even_chunks(table);
    if (table->error.status != SHEAF_OK)
        return;
    for (uint32_t row = 0; row < table->row_count; row++) {
        for (; run < table->file_run_count && table->file_runs[run].first_row == row; run++)
            table->file_runs[run].first_row = to;
        if (dropped < s->drop_count && s->dropped[dropped].row == row) {
            dropped++;
            continue;
        }
        if (to != row)
            move_row(table, to, row);
        to++;
    }
    table->row_count = to;
    table_chain_rows(table);
}

void table_finish(sheaf_table *table)
{
    struct search s = { .table = table };
    const sheaf_alloc *alloc = &table->arena.alloc;

    for (uint32_t i = 0; i < table->series_count && table->error.status == SHEAF_OK; i++)
        if (table_series(table, i)->latest_period == NO_INDEX)
            search_series(&s, table_series(table, i));
    if (table->error.status == SHEAF_OK)
        warn(&s);
    if (table->error.status == SHEAF_OK)
        table_warn_of_texts(table);
    if (table->error.status == SHEAF_OK && s.drop_count > 0)
        drop_rows(&s);
    memory_free(alloc, s.rows, s.row_capacity * sizeof *s.rows);
    memory_free(alloc, s.dropped, s.drop_capacity * sizeof *s.dropped);
}
