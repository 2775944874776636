/* table_sort.c - the order of a table's rows, `sort: {by: 2, order: descending}`, and the footnotes of
 * its cells, `notes: [{row: CHN, column: 2, note: …}]`. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "sheet/blocks/table_read.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/reader.h"

enum { SORT_BY, SORT_ORDER, SORT_KEYS };
static const char *const orders[] = { "descending", "ascending", NULL };
static const struct spec_key sort_keys[SORT_KEYS] = {
    [SORT_BY] = { "by", SPEC_NUMBER, true, NULL },
    [SORT_ORDER] = { "order", SPEC_TEXT, false, orders },
};
const struct grammar table_sort_grammar = { "a sort", "table-sort", sort_keys, SORT_KEYS };

enum { NOTE_ROW, NOTE_COLUMN, NOTE_NOTE, NOTE_KEYS };
static const struct spec_key note_keys[NOTE_KEYS] = {
    [NOTE_ROW] = { "row", SPEC_TEXT, true, NULL },
    [NOTE_COLUMN] = { "column", SPEC_NUMBER, true, NULL },
    [NOTE_NOTE] = { "note", SPEC_TEXT | SPEC_WORDS, true, NULL },
};
const struct grammar table_note_grammar = { "a note", "table-note", note_keys, NOTE_KEYS };

/* The number of a column as an author counts: from 1. */
static bool read_column_number(const struct table_reading *table, const struct node *node,
                               size_t *column)
{
    int64_t number;

    if (!number_read_integer(node->text, node->length, 1, (int64_t)table->n_columns, &number)) {
        spec_fail(table->reader, node->place,
                  "this counts the table's columns of figures, 1 to %zu", table->n_columns);
        return false;
    }
    *column = (size_t)number - 1;
    return true;
}

/* A figure in units of its own, so that multipliers do not matter; NAN: there is none. */
static double figure_of(const struct read_row *row, size_t column)
{
    const struct table_figure *figure = &row->figures[column];

    return figure->is_known
               ? figure->observation.value * pow(10, sheaf_series_multiplier(figure->series))
               : NAN;
}

struct sort_row {
    struct read_row row;
    double value;
};

/* Whether a stands before b: what has no figure, and the rest of a whole, stands last. */
static bool is_before(double a, double b, bool ascending)
{
    if (isnan(a) || isnan(b))
        return !isnan(a);
    return ascending ? a < b : a > b;
}

static bool row_is_before(const struct sort_row *a, const struct sort_row *b, bool ascending)
{
    bool rest_a = sheaf_series_is_remainder(a->row.row.series);
    bool rest_b = sheaf_series_is_remainder(b->row.row.series);

    return rest_a != rest_b ? rest_b : is_before(a->value, b->value, ascending);
}

/* Merges two sorted runs; stable, n log n. */
static void merge(const struct sort_row *from, size_t middle, size_t n, struct sort_row *to,
                  bool ascending)
{
    size_t a = 0, b = middle;

    for (size_t i = 0; i < n; i++)
        to[i] = b >= n || (a < middle && !row_is_before(&from[b], &from[a], ascending)) ? from[a++]
                                                                                        : from[b++];
}

static void sort(struct sort_row *rows, struct sort_row *scratch, size_t n, bool ascending)
{
    for (size_t run = 1; run < n; run *= 2) {
        for (size_t at = 0; at < n; at += 2 * run) {
            size_t left = n - at;

            merge(rows + at, run < left ? run : left, 2 * run < left ? 2 * run : left, scratch + at,
                  ascending);
        }
        memcpy(rows, scratch, n * sizeof *rows);
    }
}

/* Each run of rows of one group is sorted. */
static void sort_groups(struct table_reading *table, struct sort_row *rows,
                        struct sort_row *scratch, bool ascending)
{
    for (size_t first = 0, end; first < table->n_rows; first = end) {
        for (end = first + 1; end < table->n_rows && rows[end].row.group == rows[first].row.group;)
            end++;
        sort(rows + first, scratch, end - first, ascending);
    }
}

/* Groups that the data make stand in the order of their sums; those that an author lists, in his. */
static void order_groups(struct table_reading *table, size_t column, bool ascending)
{
    struct row_group *sorted = NULL, *next;

    for (const struct row_group *group = table->groups; group != NULL; group = group->next)
        if (!group->is_rest &&
            (group->total == NULL || group->key == NULL || group->key[0] == '\0'))
            return;
    for (struct row_group *group = table->groups; group != NULL; group = next) {
        struct row_group **at = &sorted;

        next = group->next;
        while (*at != NULL &&
               (group->is_rest ||
                (!(*at)->is_rest && !is_before(figure_of(group->total, column),
                                               figure_of((*at)->total, column), ascending))))
            at = &(*at)->next;
        group->next = *at;
        *at = group;
    }
    table->groups = sorted;
}

bool table_order_rows(struct table_reading *table, const struct node *node)
{
    const struct node *values[SORT_KEYS];
    size_t column;

    if (node == NULL)
        return true;
    if (!keys_read(table->reader, node, &table_sort_grammar, values) ||
        !read_column_number(table, values[SORT_BY], &column))
        return false;
    struct sort_row *rows = arena_array(table->arena, struct sort_row, table->n_rows);
    struct sort_row *scratch = arena_array(table->arena, struct sort_row, table->n_rows);
    bool ascending = values[SORT_ORDER] != NULL && values[SORT_ORDER]->text[0] == 'a';
    order_groups(table, column, ascending);
    if (rows == NULL || scratch == NULL || !table_gather(table))
        return false;
    for (size_t i = 0; i < table->n_rows; i++)
        rows[i] =
            (struct sort_row){ .row = table->rows[i], .value = figure_of(&table->rows[i], column) };
    sort_groups(table, rows, scratch, ascending);
    for (size_t i = 0; i < table->n_rows; i++)
        table->rows[i] = rows[i].row;
    return true;
}

static bool read_note(struct table_reading *table, const struct node *node)
{
    const struct node *values[NOTE_KEYS];
    size_t column;

    if (!keys_check_kind(table->reader, node, SPEC_MAPPING, "a note of a cell") ||
        !keys_read(table->reader, node, &table_note_grammar, values) ||
        !read_column_number(table, values[NOTE_COLUMN], &column))
        return false;
    const struct markup *note = spec_markup(table->reader, values[NOTE_NOTE], 0);
    if (note == NULL)
        return false;
    for (size_t i = 0; i < table->n_rows; i++) {
        if (strcmp(table->rows[i].member, values[NOTE_ROW]->text) != 0)
            continue;
        table->rows[i].figures[column].note = note;
        return true;
    }
    /* A row that a template lacks for one is there for another. */
    if (!spec_is_template(table->reader))
        spec_fail(table->reader, values[NOTE_ROW]->place, "no row is '%.60s'",
                  values[NOTE_ROW]->text);
    return sheet_is_well(table->reader->sheet);
}

bool table_read_notes(struct table_reading *table, const struct node *notes)
{
    for (const struct node_item *item = notes != NULL ? notes->items : NULL; item != NULL;
         item = item->next)
        if (!read_note(table, item->value))
            return false;
    return true;
}
