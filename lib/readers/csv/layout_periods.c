/* layout_periods.c - finds the columns of periods: one, or a year and a part of it. */
#include "readers/csv/layout_parts.h"
#include "readers/csv/period_evidence.h"
#include "readers/csv/year_rows.h"

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

void layout_learn_from_headers(struct layout *layout)
{
    struct period_evidence evidence = { .month = 0 };

    for (size_t i = 0; i < layout->csv->count; i++) {
        struct csv_field header = field_trimmed(&layout->csv->fields[i]);

        period_evidence_add(&evidence, &header);
    }
    period_evidence_settle(&evidence, &layout->usage);
}

static void learn_from_cells(const struct layout *layout, size_t column, struct period_usage *usage)
{
    struct period_evidence evidence = { .month = 0 };

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);

        if (layout->columns[column].is_labelled)
            cell = field_code(&cell);
        period_evidence_add(&evidence, &cell);
    }
    period_evidence_settle(&evidence, usage);
}

/* True for a year above months or quarters in the same column: "2023", "January", "February". */
static bool has_parts_below_years(const struct layout *layout, size_t column)
{
    struct year_row year = { .n = 0 };
    bool has_parts = false;

    for (size_t i = layout->first; i < layout->sample->count && !has_parts; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);
        sheaf_period period;

        if (!year_row_take(&year, &cell, &layout->usage))
            has_parts = year_row_part(&year, &cell, &period);
    }
    return has_parts;
}

/* True when all cells are periods. Sets in *usage what they show. */
static bool cells_are_periods(const struct layout *layout, size_t column,
                              struct period_usage *learnt)
{
    struct period_usage own = *learnt, *usage = &own;
    struct year_row year = { .n = 0 };
    size_t read = 0;

    learn_from_cells(layout, column, usage);
    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);
        struct flagged_period found;
        sheaf_period part;

        if (layout->columns[column].is_labelled)
            cell = field_code(&cell);
        (void)year_row_take(&year, &cell, usage);
        if (flagged_period_read(cell.text, cell.n, usage, &found) ||
            year_row_part(&year, &cell, &part))
            read++;
        else if (read > 0 && year_total_read(&cell, usage, &part))
            continue;
        else if (!sample_is_note(layout->sample, i))
            return false;
    }
    if (read > 0)
        *learnt = own;
    return read > 0;
}

/* Without a year beside it, a first period says that all of a column are: a later cell that is none
 * is a mistake, with its place. */
static bool has_whole_periods(const struct layout *layout, size_t column,
                              struct period_usage *usage)
{
    struct csv_field cell;
    sheaf_period period;

    if (layout_has(layout, COLUMN_YEAR) || layout->sample->count <= layout->first)
        return cells_are_periods(layout, column, usage);
    learn_from_cells(layout, column, usage);
    cell = sample_cell(layout->sample, layout->first, column);
    return period_read_as(cell.text, cell.n, usage, &period);
}

/* A column Month, Quarter or Week whose cells are whole periods is the period. A date in it stands for
 * the month, quarter or week that contains it. */
static void take_whole_parts(struct layout *layout)
{
    static const char letters[] = {
        [PERIOD_PART_MONTH] = 'M', [PERIOD_PART_QUARTER] = 'Q', [PERIOD_PART_WEEK] = 'W'
    };

    for (size_t i = 0; i < layout->count && !layout_has(layout, COLUMN_PERIOD); i++) {
        struct layout_column *column = &layout->columns[i];
        struct period_usage usage = layout->usage;

        if (column->role != COLUMN_YEAR_PART)
            continue;
        if (column->part == PERIOD_PART_WEEK && usage.frequency == '\0')
            usage.frequency = 'W';
        if (!has_whole_periods(layout, i, &usage))
            continue;
        column->role = COLUMN_PERIOD;
        layout->usage = usage;
        if (layout->frequency == '\0' && layout->options->frequency == NULL)
            layout->frequency = letters[column->part];
    }
}

/* Of a month or week and a quarter beside a year, the quarter is not needed. */
static void skip_quarters(struct layout *layout)
{
    bool has_finer = false;

    for (size_t i = 0; i < layout->count; i++)
        has_finer |= layout->columns[i].role == COLUMN_YEAR_PART &&
                     layout->columns[i].part != PERIOD_PART_QUARTER;
    for (size_t i = 0; i < layout->count && has_finer; i++)
        if (layout->columns[i].role == COLUMN_YEAR_PART &&
            layout->columns[i].part == PERIOD_PART_QUARTER && !layout->columns[i].is_named)
            layout->columns[i].role = COLUMN_SKIPPED;
}

/* Periods below a header such as "week" are weeks. */
static void take_weeks(struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == COLUMN_PERIOD &&
            layout->columns[i].words.role == HEADER_WEEK && layout->usage.frequency == '\0')
            layout->usage.frequency = 'W';
}

/* A first column without a header whose cells are periods: pandas' index. */
static void take_unnamed(struct layout *layout)
{
    if (layout->count > 1 && layout->columns[0].role == COLUMN_UNNAMED &&
        !layout_has(layout, COLUMN_PERIOD) && !layout_has(layout, COLUMN_YEAR) &&
        layout->period.unit == SHEAF_NO_PERIOD && layout->options->period == NULL &&
        !layout->format->is_closed && cells_are_periods(layout, 0, &layout->usage))
        layout->columns[0].role = COLUMN_PERIOD;
}

/* A year alone is a period. Beside a column of periods, year and month are skipped. */
void layout_resolve_period(struct layout *layout)
{
    int year;

    if (layout->period.unit == SHEAF_NO_PERIOD)
        take_whole_parts(layout);
    take_unnamed(layout);
    take_weeks(layout);
    skip_quarters(layout);
    year = find_role(layout, COLUMN_YEAR);
    if (!layout_has(layout, COLUMN_PERIOD) && year != NO_COLUMN &&
        !layout_has(layout, COLUMN_YEAR_PART))
        layout->columns[year].role = COLUMN_PERIOD;
    if (layout_has(layout, COLUMN_PERIOD) || layout->period.unit != SHEAF_NO_PERIOD) {
        skip_role(layout, COLUMN_YEAR);
        skip_role(layout, COLUMN_YEAR_PART);
    }
    if (layout->period.unit != SHEAF_NO_PERIOD)
        skip_role(layout, COLUMN_PERIOD);
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].role == COLUMN_PERIOD && !layout->has_numbers) {
            learn_from_cells(layout, i, &layout->usage);
            layout->has_year_rows = has_parts_below_years(layout, i);
        }
    layout->year_column = find_role(layout, COLUMN_YEAR);
    layout->part_column = find_role(layout, COLUMN_YEAR_PART);
    layout->frequency_column = find_role(layout, COLUMN_FREQUENCY);
}

/* If no column has periods, the only unknown column whose cells are periods does. */
void layout_guess_period(struct layout *layout)
{
    size_t found = SIZE_MAX;
    struct period_usage learnt = layout->usage;

    if (layout->has_numbers || layout_has(layout, COLUMN_PERIOD) ||
        layout_has(layout, COLUMN_YEAR) || layout->period.unit != SHEAF_NO_PERIOD ||
        layout->options->period != NULL)
        return;
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];
        struct flagged_period header;
        struct period_usage usage = layout->usage;

        /* Below a header that is a period, numbers such as 1998 are values. */
        if (!column->is_unknown || column->is_named || layout->format->is_closed ||
            header_read_period(layout, column->header, &header) ||
            (column->role != COLUMN_DIMENSION && column->role != COLUMN_SKIPPED) ||
            !cells_are_periods(layout, i, &usage) || layout_is_code(layout, i))
            continue;
        if (found != SIZE_MAX)
            return;
        found = i;
        learnt = usage;
    }
    if (found == SIZE_MAX)
        return;
    layout->columns[found].role = COLUMN_PERIOD;
    layout->usage = learnt;
}
