/* layout_numbers.c - finds the column of plain numbers (a price, a distance, a share) over which the rows
 * run in place of periods. */
#include <string.h>

#include "readers/csv/layout_parts.h"

static size_t find_period(const struct layout *layout)
{
    size_t i = 0;

    while (i < layout->count && layout->columns[i].role != COLUMN_PERIOD)
        i++;
    return i;
}

static bool is_of_numbers(const struct layout *layout, size_t column)
{
    bool has_decimals;

    return layout_is_numeric(layout, column, &has_decimals) && !layout_is_code(layout, column);
}

static void take(struct layout *layout, size_t at)
{
    struct layout_column *column = &layout->columns[at];

    column->role = COLUMN_PERIOD;
    column->name = "";
    layout->has_numbers = true;
    table_set_x(layout->table, column->header);
}

/* The column that the caller calls the period, or else the first one of numbers. */
void layout_take_said_numbers(struct layout *layout)
{
    size_t at = find_period(layout);

    if (layout->options->x == NULL || strcmp(layout->options->x, "number") != 0)
        return;
    for (size_t i = 0; at == layout->count && i < layout->count; i++)
        if (!layout->columns[i].is_named && is_of_numbers(layout, i))
            at = i;
    if (at < layout->count)
        take(layout, at);
}

bool layout_may_run_over_numbers(const struct layout *layout)
{
    size_t n = 0;

    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].header[0] == '\0')
            return false; /* that is the one which lacks its name */
        else
            n += !layout->columns[i].is_named && is_of_numbers(layout, i);
    return n > 1 && layout->options->x == NULL;
}

/* Whether any column or header has periods, or what may be some. */
static bool has_periods(const struct layout *layout)
{
    struct flagged_period found;

    if (find_period(layout) < layout->count || layout->year_column != NO_COLUMN ||
        layout->part_column != NO_COLUMN || layout->options->period != NULL ||
        layout->period.unit != SHEAF_NO_PERIOD)
        return true;
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].worded != NULL ||
            header_read_period(layout, layout->columns[i].header, &found))
            return true;
    return false;
}

/* Of columns that are all of figures, two or more, the first says where the others were measured; but
 * not if it only numbers the rows. */
void layout_guess_numbers(struct layout *layout)
{
    if (layout_failed(layout) || layout->has_numbers || layout->count < 2 ||
        layout->format->recognises != NULL || layout->format->is_closed ||
        layout->columns[0].is_named || layout->columns[0].header[0] == '\0' ||
        has_periods(layout) || layout_is_counter(layout, 0))
        return;
    for (size_t i = 0; i < layout->count; i++)
        if ((layout->columns[i].role != COLUMN_VALUE && !layout->columns[i].is_unknown) ||
            !is_of_numbers(layout, i))
            return;
    take(layout, 0);
}
