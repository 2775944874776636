/* table_columns.c - the widths and positions of a table's columns.
 *
 * A column's header and figures are aligned at its outer edge; status flags stand beyond it. All
 * columns have the same width if there is room. */
#include "sheet/blocks/table_parts.h"

#include <math.h>

#define KIND_GAP        10.0  /* added before a column whose periods have another length */
#define MIN_NAME_WIDTH  60.0  /* of the first column, in which rows have their names */
#define GOOD_NAME_WIDTH 110.0 /* in which most names stand on one line: gaps are smaller first */
#define LONG_TYPE_SHARE 0.85 /* type of a table longer than a page, before its names are in lines */
#define MAX_NAME_SHARE  0.4  /* of the table's width for names; longer ones are broken into lines */
#define MAX_WORD_WIDTH  140.0 /* of a word that is not broken */

/* Distance from a figure's right end to the edge of its column: decimal marks are aligned, so 13
 * above 24.2 ends before the edge. */
static double short_of_edge(const struct set_column *column, const struct set_cell *cell)
{
    return cell->at_edge ? 0 : column->behind - (cell->line->width - cell->before);
}

/* The same on mirrored sheets, where the edge is at the left: dashes begin at it, percentages are
 * aligned at their right ends. */
static double before_figure(const struct set_column *column, const struct set_cell *cell)
{
    if (cell->is_blank)
        return 0;
    return cell->at_edge ? column->figures - cell->line->width : column->before - cell->before;
}

double table_inset(const struct sheet_layout *layout, const struct set_column *column,
                   const struct set_cell *cell)
{
    return layout->mirrored ? before_figure(column, cell) : short_of_edge(column, cell);
}

static double flag_width(const struct table_layout *table, const struct set_column *column)
{
    return column->flag != NULL ? column->flag->width + TABLE_MARK_GAP * table->factor : 0;
}

/* Beside its figures a column may have bars; a course needs a width of its own. */
static double mark_room(const struct table_layout *table, size_t k)
{
    switch (table->content->columns[k].kind) {
    case COLUMN_OF_FIGURES:
        return 0;
    case COLUMN_OF_BARS:
        return (TABLE_BAR + TABLE_BAR_GAP) * table->factor;
    default:
        return TABLE_SPARK * table->factor;
    }
}

/* Marks begin at the column's edge, also those behind a dash, which stands there. */
static void measure_column(struct table_layout *table, size_t k)
{
    struct set_column *column = &table->columns[k];
    const struct cells_extent *cells = &column->cells;

    column->before = cells->before;
    column->behind = cells->behind;
    column->figures = fmax(cells->width, cells->before + cells->behind);
    column->mark = flag_width(table, column);
    if (cells->mark > 0)
        column->mark = fmax(column->mark, cells->mark + TABLE_MARK_GAP * table->factor);
    /* Most status flags of the column before stand beside cells, not beside its header. */
    double figures = column->figures + mark_room(table, k) + (k > 0 ? column[-1].mark : 0);
    double header = column->header->width + (k > 0 ? flag_width(table, column - 1) : 0);
    column->content = fmax(header, figures);
    table_scale_marks(table, k);
}

double table_column_width(const struct table_layout *table, size_t k)
{
    return table->columns[k].content + table->gap * table->factor;
}

/* Cells are set once for each size of type: where only headers change, they stay. */
static bool set_columns(struct sheet_layout *layout, struct table_layout *table, bool with_cells)
{
    for (size_t k = 0; k < table->content->n_columns; k++) {
        if (!table_set_header(layout, table, k) ||
            (with_cells && !table_set_cells(layout, table, k)))
            return false;
        measure_column(table, k);
    }
    return true;
}

/* Expressions of one period stand beside each other, whatever periods stand there. */
static bool kind_changes(const struct table_content *content, size_t k)
{
    const struct sheet_column *column = &content->columns[k];

    return k > 0 && !column->is_expression && !column[-1].is_expression &&
           (column->period.unit != column[-1].period.unit ||
            column->period.count != column[-1].period.count);
}

/* Width that belongs to no column: the gaps between periods of different lengths and the status
 * marks of the last column. */
static double width_between(const struct table_layout *table)
{
    size_t n = table->content->n_columns;
    double width = table->columns[n - 1].mark;

    for (size_t k = 0; k < n; k++)
        width += kind_changes(table->content, k) ? KIND_GAP * table->factor : 0;
    return width;
}

/* Width that all columns of figures need. */
static double columns_width(const struct table_layout *table)
{
    double width = width_between(table);

    for (size_t k = 0; k < table->content->n_columns; k++)
        width += table_column_width(table, k);
    return width;
}

/* Minimum width of the first column; longer names are broken into lines, but not within a word. */
double table_min_name_width(const struct table_layout *table)
{
    double least = fmax(MIN_NAME_WIDTH, fmin(table->longest_word, MAX_WORD_WIDTH));

    return fmin(table->widest_name, least) * table->factor;
}

/* Width of each column of figures if all are equal and the names have the width they need. */
static double even_room(const struct table_layout *table)
{
    double names = fmin(table->widest_name * table->factor, MAX_NAME_SHARE * table->plan.width);
    double room = table->plan.width - width_between(table) - names;

    return room / (double)table->content->n_columns;
}

static bool can_be_even(const struct table_layout *table)
{
    double room = even_room(table);

    for (size_t k = 0; k < table->content->n_columns; k++)
        if (table_column_width(table, k) > room)
            return false;
    return true;
}

/* With the largest gap for which it has the width, if there is one. */
static bool fits_with_gap(struct table_layout *table, double names)
{
    double n = (double)table->content->n_columns;

    table->gap = 0;
    double room = (table->plan.width - columns_width(table) - names) / (n * table->factor);
    table->gap = fmin(fmax(room, TABLE_MIN_GAP), TABLE_GAP);
    return room >= TABLE_MIN_GAP;
}

/* Headers in lines, and names, too. */
static bool wrap_headers(struct sheet_layout *layout, struct table_layout *table)
{
    table->gap = TABLE_GAP;
    table->header_width = fmax(even_room(table) - TABLE_GAP, table_longest_piece(layout, table));
    return set_columns(layout, table, false);
}

static bool shrink_type(struct sheet_layout *layout, struct table_layout *table, double factor)
{
    table->factor = factor;
    table->header_width = fmax(table->header_width * factor, table_longest_piece(layout, table));
    return set_columns(layout, table, true);
}

/* The type with which names of a table longer than a page stand on one line, where each line more is a
 * page more; 1: the table is short, or that type would be too small. */
static double type_for_names(const struct sheet_layout *layout, const struct table_layout *table)
{
    double rows = (double)table->content->n_rows * layout->theme->table.leading;
    double names = fmin(table->widest_name, GOOD_NAME_WIDTH);
    double share = table->plan.width / (columns_width(table) + names);

    return rows > layout->largest_height && share >= LONG_TYPE_SHARE ? fmin(share, 1) : 1;
}

/* The share of the type's size with which columns and names have room. */
static double share_with_room(const struct table_layout *table)
{
    return table->plan.width / (columns_width(table) + table_min_name_width(table));
}

/* With the smallest gaps, words of the headers divided as far as it takes, and those of names and the type's size
 * only if that is not enough. */
static bool fit_divided(struct sheet_layout *layout, struct table_layout *table, bool *fits)
{
    const double width = table->plan.width;

    table->gap = TABLE_MIN_GAP;
    table->header_width = table_longest_piece(layout, table);
    if (!set_columns(layout, table, true))
        return false;
    if (share_with_room(table) < 1)
        table->longest_word = table->longest_part;
    const double share = share_with_room(table);
    *fits = share >= MIN_TYPE_SHARE;
    if (!*fits)
        return true;
    if (share < 1 && !shrink_type(layout, table, share))
        return false;
    double room = width - width_between(table) - table_min_name_width(table);
    double of_column = room / (double)table->content->n_columns - table->gap * table->factor;
    table->header_width = fmax(table->header_width, of_column);
    return set_columns(layout, table, false);
}

bool table_fit_columns(struct sheet_layout *layout, struct table_layout *table, bool *fits)
{
    *fits = true;
    if (table->divides_words)
        return fit_divided(layout, table, fits);
    table->gap = TABLE_GAP;
    table->header_width = layout->width;
    if (!set_columns(layout, table, true))
        return false;
    if (can_be_even(table) || fits_with_gap(table, table->widest_name))
        return true;
    if (!wrap_headers(layout, table))
        return false;
    if (fits_with_gap(table, fmin(table->widest_name, GOOD_NAME_WIDTH)))
        return true;
    double share = type_for_names(layout, table);
    if (share < 1)
        return shrink_type(layout, table, share);
    if (fits_with_gap(table, table_min_name_width(table)))
        return true;
    double needed = columns_width(table) + table_min_name_width(table);
    *fits = table->plan.width >= MIN_TYPE_SHARE * needed;
    if (!*fits)
        return true;
    return shrink_type(layout, table, table->plan.width / needed);
}

/* The first column has the width of the names, and at least a quarter of the table if there is
 * room. The others share the rest, evenly if possible. */
void table_place_columns(struct table_layout *table)
{
    const struct table_content *content = table->content;
    double n = (double)content->n_columns, width = table->plan.width;
    double names = fmax(table->widest_name * table->factor, width * 0.25);
    bool is_even = can_be_even(table);
    double needed = columns_width(table);

    if (is_even) {
        needed = width_between(table);
        double pitch = 0;
        for (size_t k = 0; k < content->n_columns; k++)
            pitch = fmax(pitch, table_column_width(table, k));
        needed += n * pitch;
    }
    names = fmin(names, width - needed);
    table->name_width = fmax(names, table_min_name_width(table));

    double even = (width - table->name_width - width_between(table)) / n;
    double spare = width - table->name_width - needed, x = table->name_width;
    for (size_t k = 0; k < content->n_columns; k++) {
        struct set_column *column = &table->columns[k];
        double end = x + (k > 0 ? column[-1].mark : 0);
        x += is_even ? even : table_column_width(table, k) + fmax(spare, 0) / n;
        x += kind_changes(content, k) ? KIND_GAP * table->factor : 0;
        column->left = end + table->gap * table->factor;
        column->right = x;
    }
}
