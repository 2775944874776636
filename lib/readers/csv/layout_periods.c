/* layout_periods.c - which columns say the period: one, or a year and a part of it. */
#include "readers/csv/layout_parts.h"

static int find_use(const struct layout *layout, enum column_use use)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].use == use)
            return (int)i;
    return NO_COLUMN;
}

static void pass_over(struct layout *layout, enum column_use use)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].use == use)
            layout->columns[i].use = USE_PASSED;
}

/* A year alone is a period; beside a period, year and month say it again. */
void layout_settle_period(struct layout *layout)
{
    int year = find_use(layout, USE_YEAR);

    if (!layout_has(layout, USE_PERIOD) && year != NO_COLUMN && !layout_has(layout, USE_PART))
        layout->columns[year].use = USE_PERIOD;
    if (layout_has(layout, USE_PERIOD) || layout->period.unit != SHEAF_NO_PERIOD) {
        pass_over(layout, USE_YEAR);
        pass_over(layout, USE_PART);
    }
    if (layout->period.unit != SHEAF_NO_PERIOD)
        pass_over(layout, USE_PERIOD);
    layout->year_column = find_use(layout, USE_YEAR);
    layout->part_column = find_use(layout, USE_PART);
    layout->frequency_column = find_use(layout, USE_FREQUENCY);
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

/* A column that nothing is known of, and whose cells are periods; only where there is one. */
void layout_guess_period(struct layout *layout)
{
    size_t found = SIZE_MAX;

    if (layout_has(layout, USE_PERIOD) || layout_has(layout, USE_YEAR) ||
        layout->period.unit != SHEAF_NO_PERIOD || layout->options->period != NULL)
        return;
    for (size_t i = 0; i < layout->count; i++) {
        const struct column *column = &layout->columns[i];

        if (!column->is_unknown || column->is_named || layout->format->is_closed ||
            (column->use != USE_DIMENSION && column->use != USE_PASSED) ||
            !cells_are_periods(layout, i))
            continue;
        if (found != SIZE_MAX)
            return;
        found = i;
    }
    if (found != SIZE_MAX)
        layout->columns[found].use = USE_PERIOD;
}
