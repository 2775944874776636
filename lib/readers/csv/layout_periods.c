/* layout_periods.c - finds the columns of periods: one, or a year and a part of it. */
#include "readers/csv/layout_parts.h"

static int find_role(const struct layout *layout, enum column_role role)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == role)
            return (int)i;
    return NO_COLUMN;
}

static void skip_role(struct layout *layout, enum column_role role)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == role)
            layout->columns[i].role = COLUMN_SKIPPED;
}

/* A year alone is a period. Beside a column of periods, year and month are skipped. */
void layout_resolve_period(struct layout *layout)
{
    int year = find_role(layout, COLUMN_YEAR);

    if (!layout_has(layout, COLUMN_PERIOD) && year != NO_COLUMN &&
        !layout_has(layout, COLUMN_YEAR_PART))
        layout->columns[year].role = COLUMN_PERIOD;
    if (layout_has(layout, COLUMN_PERIOD) || layout->period.unit != SHEAF_NO_PERIOD) {
        skip_role(layout, COLUMN_YEAR);
        skip_role(layout, COLUMN_YEAR_PART);
    }
    if (layout->period.unit != SHEAF_NO_PERIOD)
        skip_role(layout, COLUMN_PERIOD);
    layout->year_column = find_role(layout, COLUMN_YEAR);
    layout->part_column = find_role(layout, COLUMN_YEAR_PART);
    layout->frequency_column = find_role(layout, COLUMN_FREQUENCY);
}

static bool cells_are_periods(const struct layout *layout, size_t column)
{
    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);
        sheaf_period period;

        if (layout->columns[column].is_labelled)
            cell = field_code(&cell);
        if (!sheaf_period_read(cell.text, cell.n, &period))
            return false;
    }
    return layout->sample->count > layout->first;
}

/* If no column has periods, the only unknown column whose cells are periods does. */
void layout_guess_period(struct layout *layout)
{
    size_t found = SIZE_MAX;

    if (layout_has(layout, COLUMN_PERIOD) || layout_has(layout, COLUMN_YEAR) ||
        layout->period.unit != SHEAF_NO_PERIOD || layout->options->period != NULL)
        return;
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];
        sheaf_period header;

        /* Below a header that is a period, numbers such as 1998 are values. */
        if (!column->is_unknown || column->is_named || layout->format->is_closed ||
            header_read_period(column->header, &header) ||
            (column->role != COLUMN_DIMENSION && column->role != COLUMN_SKIPPED) ||
            !cells_are_periods(layout, i) || layout_is_code(layout, i))
            continue;
        if (found != SIZE_MAX)
            return;
        found = i;
    }
    if (found != SIZE_MAX)
        layout->columns[found].role = COLUMN_PERIOD;
}
