/* table_plan.c - lays a table out: the first column names the rows, figures are aligned on their
 * decimal marks, hairlines separate the rows. */
#include "sheet/blocks/table_parts.h"

#include <math.h>

static bool set_title(struct sheet_layout *layout, struct table_layout *table)
{
    const char *words = layout_title(layout, &table->content->block);
    const struct text_span span = { words, &layout->theme->headline, NULL };

    if (words == NULL)
        return layout_is_well(layout);
    const struct text_foreign *labels = text_set_foreign(layout->text, NULL);
    table->title = text_wrap(layout->text, &layout->arena, &span, 1, table->plan.width, 0);
    text_set_foreign(layout->text, labels);
    if (table->title == NULL)
        return false;
    table->title_height = table->title->height + 4;
    return true;
}

/* Whether a page may end below a row: not under the head of a group or its first row, and not above a
 * total or the last row of a group. */
static bool may_end(const struct table_content *content, size_t i)
{
    const struct sheet_row *rows = content->rows;
    bool is_first = i > 0 && rows[i - 1].kind == ROW_OF_GROUP;
    bool is_short = rows[i].indent > 0 && i + 2 < content->n_rows && rows[i + 1].indent > 0 &&
                    rows[i + 2].indent == 0;

    return rows[i].kind != ROW_OF_GROUP && i + 1 < content->n_rows && !is_short &&
           rows[i + 1].kind != ROW_OF_TOTAL && (!is_first || rows[i + 1].indent == 0);
}

static const struct plan_operations operations = { .draw = table_draw };

/* Rows of a table that is longer than a page stand closer: 240 of one line take five A4 pages. */
static void set_row_space(struct sheet_layout *layout, struct table_layout *table)
{
    double height = table->title_height + table_head_height(table);

    table->row_space = TABLE_ROW_SPACE;
    for (size_t i = 0; i < table->content->n_rows; i++)
        height += table_row_height(layout, table, i) + table_space_above(table, i);
    if (height > layout->largest_height)
        table->row_space = TABLE_LONG_ROW_SPACE;
}

/* The name of a group stands again above its rows on the next page. */
static double tallest_group(const struct sheet_layout *layout, const struct table_layout *table)
{
    double tallest = 0;

    for (size_t i = 0; i < table->content->n_rows; i++)
        if (table->content->rows[i].kind == ROW_OF_GROUP)
            tallest = fmax(tallest, table_row_height(layout, table, i));
    return tallest;
}

static bool set_pieces(struct sheet_layout *layout, struct table_layout *table)
{
    size_t n = table->content->n_rows, piece = 0;
    double *pieces = arena_array(&layout->arena, double, n);
    double head = table_head_height(table), height = 0;

    table->piece_rows = arena_array(&layout->arena, size_t, n + 1);
    if (pieces == NULL || table->piece_rows == NULL)
        return false;
    set_row_space(layout, table);
    pieces[0] = table->title_height + head;
    for (size_t i = 0; i < n; i++) {
        pieces[piece] += table_row_height(layout, table, i) + table_space_above(table, i);
        if (i + 1 < n && may_end(table->content, i))
            table->piece_rows[++piece] = i + 1;
    }
    table->piece_rows[++piece] = n;
    for (size_t i = 0; i < piece; i++)
        height += pieces[i];
    table->plan.pieces = pieces;
    table->plan.n_pieces = piece;
    table->plan.repeated = head + tallest_group(layout, table);
    table->plan.min_height = table->plan.preferred_height = rhythm(height);
    return true;
}

/* Of a longer table only what its columns and rows need is kept, and 8 bytes a cell: its cells and names are set again, page
 * by page, when they are drawn. What is set takes 500 bytes a cell. */
enum { MOST_CELLS_KEPT = 4096 };

static bool take_memory(struct sheet_layout *layout, struct table_layout *table)
{
    const struct table_content *content = table->content;
    size_t n = content->n_rows * content->n_columns;
    const bool is_long = n > MOST_CELLS_KEPT;

    table->columns = arena_array(&layout->arena, struct set_column, content->n_columns);
    table->groups = arena_array(&layout->arena, struct set_group, content->n_groups + 1);
    table->name_heights = arena_array(&layout->arena, double, content->n_rows);
    if (is_long) {
        table->befores = arena_array(&layout->arena, double, n);
    } else {
        table->cells = arena_array(&layout->arena, struct set_cell, n);
        table->names = arena_array(&layout->arena, struct text_block *, content->n_rows);
    }
    if (content->figures == NULL) {
        table->memo = arena_new(&layout->arena, struct figure_memo);
        if (table->memo == NULL)
            return false;
    }
    return table->columns != NULL && table->groups != NULL && table->name_heights != NULL &&
           (is_long ? table->befores != NULL : table->cells != NULL && table->names != NULL);
}

struct table_layout *table_plan_part(struct sheet_layout *layout,
                                     const struct table_content *content, double width,
                                     bool divides_words, bool *fits)
{
    struct table_layout *table = plan_new(layout, &operations, sizeof *table, width);

    if (table == NULL)
        return NULL;
    table->content = content;
    table->factor = 1;
    table->divides_words = divides_words;
    if (!take_memory(layout, table) || !table_find_units(layout, table) ||
        !table_unify_decimals(layout, table) || !table_place_units(layout, table) ||
        !table_measure_names(layout, table) || !table_fit_columns(layout, table, fits))
        return NULL;
    if (!*fits)
        return table;
    table_place_columns(table);
    if (!table_set_groups(layout, table) || !table_set_names(layout, table) ||
        !set_title(layout, table) || !table_set_flags(layout, table) || !set_pieces(layout, table))
        return NULL;
    table->plan.space_above = 16;
    return table;
}

struct block_plan *table_plan(struct sheet_layout *layout, const struct block *block, double width)
{
    bool fits;
    struct table_layout *table =
        table_plan_part(layout, (const struct table_content *)block, width, false, &fits);

    if (table == NULL)
        return NULL;
    return fits ? &table->plan : table_split(layout, table);
}
