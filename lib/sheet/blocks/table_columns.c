/* table_columns.c - the widths and positions of a table's columns.
 *
 * A column's header and figures are aligned at its outer edge; status flags stand beyond it. All
 * columns have the same width if there is room. */
#include "sheet/blocks/table_parts.h"

#include <math.h>

#define GAP            12.0 /* minimum space between columns */
#define KIND_GAP       10.0 /* added before a column whose periods have another length */
#define MIN_NAME_WIDTH 60.0 /* of the first column, in which rows have their names */
#define MAX_NAME_SHARE 0.4  /* of the table's width for names; longer ones are broken into lines */
#define MIN_TYPE_SHARE 0.75 /* of the normal size of type; smaller type would not be legible */

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

static void measure_column(const struct sheet_layout *layout, struct table_layout *table, size_t k)
{
    struct set_column *column = &table->columns[k];
    size_t n_columns = table->content->n_columns;

    column->before = column->behind = column->figures = 0;
    column->mark = flag_width(table, column);
    for (size_t i = 0; i < table->content->n_rows; i++) {
        const struct set_cell *cell = &table->cells[i * n_columns + k];
        double behind = cell->line->width - cell->before;

        column->figures = fmax(column->figures, cell->line->width);
        if (cell->at_edge)
            continue;
        column->before = fmax(column->before, cell->before);
        column->behind = fmax(column->behind, behind);
    }
    column->figures = fmax(column->figures, column->before + column->behind);
    for (size_t i = 0; i < table->content->n_rows; i++) {
        const struct set_cell *cell = &table->cells[i * n_columns + k];
        double inset = table_inset(layout, column, cell);
        if (cell->mark != NULL)
            column->mark =
                fmax(column->mark, cell->mark->width + TABLE_MARK_GAP * table->factor - inset);
    }
    /* Most status flags of the column before stand beside cells, not beside its header. */
    double figures = column->figures + (k > 0 ? column[-1].mark : 0);
    double header = column->header->width + (k > 0 ? flag_width(table, column - 1) : 0);
    column->needed = GAP * table->factor + fmax(header, figures);
}

static bool set_columns(struct sheet_layout *layout, struct table_layout *table)
{
    table->header_height = 0;
    for (size_t k = 0; k < table->content->n_columns; k++) {
        if (!table_set_header(layout, table, k) || !table_set_cells(layout, table, k))
            return false;
        measure_column(layout, table, k);
        table->header_height = fmax(table->header_height, table->columns[k].header->height);
    }
    return true;
}

static bool kind_changes(const struct table_content *content, size_t k)
{
    const struct sheet_column *column = &content->columns[k];

    return k > 0 && (column->period.unit != column[-1].period.unit ||
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
        width += table->columns[k].needed;
    return width;
}

/* Minimum width of the first column; longer names are broken into lines. */
static double min_name_width(const struct table_layout *table)
{
    return fmin(table->widest_name, MIN_NAME_WIDTH) * table->factor;
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
        if (table->columns[k].needed > room)
            return false;
    return true;
}

static void fail_too_wide(struct sheet_layout *layout, const struct table_layout *table,
                          double needed)
{
    const struct markup *title = table->content->title;
    const char *name = title != NULL
                           ? markup_text(title, layout->text, &layout->arena, (sheaf_period){ 0 })
                           : NULL;

    fail(layout->error, SHEAF_BAD_INPUT,
         "the %zu columns of the table%s%.60s%s need %.0f mm, but its place is %.0f mm wide: "
         "give it a larger span, or take columns out",
         table->content->n_columns, name != NULL ? " '" : "", name != NULL ? name : "",
         name != NULL ? "'" : "", needed / 72 * 25.4, table->plan.width / 72 * 25.4);
}

/* Headers are broken into lines if columns of equal width need it. If the table is still too wide,
 * its type is scaled down. */
bool table_fit_columns(struct sheet_layout *layout, struct table_layout *table)
{
    table->header_width = layout->width;
    if (!set_columns(layout, table))
        return false;
    if (!can_be_even(table)) {
        table->header_width = fmax(even_room(table) - GAP, table_longest_piece(layout, table));
        if (!set_columns(layout, table))
            return false;
    }
    double needed = columns_width(table) + min_name_width(table);
    if (needed <= table->plan.width)
        return true;
    table->factor = table->plan.width / needed;
    if (table->factor < MIN_TYPE_SHARE) {
        fail_too_wide(layout, table, MIN_TYPE_SHARE * needed);
        return false;
    }
    table->header_width =
        fmax(table->header_width * table->factor, table_longest_piece(layout, table));
    return set_columns(layout, table);
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
            pitch = fmax(pitch, table->columns[k].needed);
        needed += n * pitch;
    }
    names = fmin(names, width - needed);
    table->name_width = fmax(names, min_name_width(table));

    double even = (width - table->name_width - width_between(table)) / n;
    double spare = width - table->name_width - needed, x = table->name_width;
    for (size_t k = 0; k < content->n_columns; k++) {
        struct set_column *column = &table->columns[k];
        x += is_even ? even : column->needed + fmax(spare, 0) / n;
        x += kind_changes(content, k) ? KIND_GAP * table->factor : 0;
        column->right = x;
    }
}
