/* wide.c - tables with a column for each period, or for each series. */
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "readers/beside_values.h"
#include "readers/cell.h"
#include "readers/csv/layout_parts.h"
#include "readers/csv/worded_period.h"
#include "readers/period_question.h"

bool header_read_period(const struct layout *layout, const char *header,
                        struct flagged_period *found)
{
    size_t n = strlen(header);
    const char *bracket = strstr(header, " [YR");

    if (bracket != NULL)
        n = (size_t)(bracket - header);
    if (n > 2 && memcmp(header, "YR", 2) == 0) {
        header += 2;
        n -= 2;
    }
    while (n > 0 && header[n - 1] == ' ')
        n--;
    return flagged_period_read(header, n, &layout->usage, found);
}

/* True for headers such as 2009-10, 2010-11, 2011-12: each may be a month, but they are financial
 * years. */
static bool all_are_financial(const struct layout *layout)
{
    size_t n = 0;

    for (size_t i = 0; i < layout->count; i++) {
        const char *header = layout->columns[i].header;
        struct flagged_period found;

        if (period_is_financial(header, strlen(header)))
            n++;
        else if (header_read_period(layout, header, &found))
            return false;
    }
    return n > 1;
}

/* Reads the period in a header. Fails for one that may be a financial year or something else. */
static bool take_period(struct layout *layout, size_t at, bool is_financial)
{
    struct layout_column *column = &layout->columns[at];
    size_t n = strlen(column->header);
    struct flagged_period found;

    if (layout->usage.financial_year == FINANCIAL_YEAR_UNKNOWN &&
        period_is_financial(column->header, n) &&
        (is_financial || !header_read_period(layout, column->header, &found))) {
        csv_fail(layout->csv, &layout->csv->fields[at], "'%.60s' %s", column->header,
                 period_question(column->header, n));
        return false;
    }
    if (!header_read_period(layout, column->header, &found)) {
        if (period_question_of_numbers(column->header, n) == NULL)
            return layout_take_worded(layout, at);
        csv_fail(layout->csv, &layout->csv->fields[at], "'%.60s' %s", column->header,
                 period_question_of_numbers(column->header, n));
        return false;
    }
    if (found.flag_n > 0)
        warn_of_flag(layout->table, &found, column->header, n, layout->csv->row_line);
    column->period = found.period;
    column->status = found.status;
    return true;
}

/* Finds columns whose headers are periods, unless a column holds the periods of rows. */
static bool find_periods(struct layout *layout)
{
    bool is_financial = all_are_financial(layout);
    size_t found = 0;

    if (layout_has(layout, COLUMN_PERIOD) || layout->year_column != NO_COLUMN ||
        layout->options->period != NULL || layout->period.unit != SHEAF_NO_PERIOD)
        return false;
    layout_find_worded(layout);
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];
        bool is_free = (column->is_unknown && !column->is_named) || column->is_named;

        if (is_free && (!column->is_named || column->role == COLUMN_VALUE) &&
            take_period(layout, i, is_financial)) {
            column->role = COLUMN_VALUE;
            column->is_unknown = false;
            found++;
        }
    }
    layout_refuse_price_years(layout);
    return found > 0;
}

/* Beside two columns of periods or more, a header such as "% of total" is not the only column of
 * values, though it has a unit. */
static void prefer_periods(struct layout *layout)
{
    size_t periods = 0;

    if (layout->format->recognises != NULL || layout_has(layout, COLUMN_PERIOD) ||
        layout->year_column != NO_COLUMN || layout->options->period != NULL ||
        layout->period.unit != SHEAF_NO_PERIOD || layout->options->n_values > 0)
        return;
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];
        struct flagged_period found;
        struct worded_period worded;

        periods +=
            column->is_unknown && !column->is_named &&
            (header_read_period(layout, column->header, &found) ||
             period_is_financial(column->header, strlen(column->header)) ||
             (worded_period_read(column->header, strlen(column->header), &layout->usage, &worded) &&
              worded.is_understood));
    }
    for (size_t i = 0; i < layout->count && periods >= 2; i++)
        if (layout->columns[i].role == COLUMN_VALUE && !layout->columns[i].is_named &&
            layout->columns[i].words.unit != NULL)
            layout_pass_over(layout, &layout->columns[i]);
}

/* True for "vlaue", which layout_require_columns will suggest to correct. */
static bool is_misspelt(const struct layout_column *column)
{
    static const char *const words[] = { "value" };

    return string_nearest(column->header, strlen(column->header), words, 1) != NULL;
}

/* Columns of numbers without another role become columns of values, but for ranks beside others. */
static void guess_series(struct layout *layout)
{
    bool has_values = layout_has(layout, COLUMN_VALUE), has_decimals;

    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_DIMENSION || !column->is_unknown || column->is_named ||
            is_misspelt(column) || !layout_is_numeric(layout, i, &has_decimals))
            continue;
        if (has_values && header_is_rank(column->header, strlen(column->header))) {
            layout_pass_over(layout, column);
        } else if (has_decimals ||
                   (!layout_is_code(layout, i) && !layout_repeats_codes(layout, i))) {
            column->role = COLUMN_VALUE;
            column->is_guessed = true;
        }
    }
}

/* Finds a column of values for each series: those whose headers name flows or units ("exports_bn"),
 * and columns of numbers without another role. */
static void find_series(struct layout *layout)
{
    bool has_plain = false;

    for (size_t i = 0; i < layout->count; i++)
        has_plain |= layout->columns[i].role == COLUMN_VALUE &&
                     layout->columns[i].words.flow == NULL &&
                     layout->columns[i].words.indicator == NULL;
    if (has_plain || layout->format->is_closed || layout->options->n_values > 0) {
        if (has_plain && layout->format->recognises == NULL)
            layout_skip_figures(layout);
    } else if (layout_has(layout, COLUMN_PERIOD) || layout->year_column != NO_COLUMN ||
               layout->period.unit != SHEAF_NO_PERIOD) {
        guess_series(layout);
    }
}

/* True for a column of values that is none of a period in its header. A column that the caller named
 * may be one of a period: "Food 2022". */
static bool has_values_of_rows(const struct layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];
        struct flagged_period plain;
        struct worded_period worded;

        if (column->role == COLUMN_VALUE &&
            (!column->is_named || (!header_read_period(layout, column->header, &plain) &&
                                   !worded_period_read(column->header, strlen(column->header),
                                                       &layout->usage, &worded))))
            return true;
    }
    return false;
}

static bool is_empty_column(const struct layout *layout, size_t column)
{
    for (size_t i = layout->first; i < layout->sample->count; i++)
        if (sample_cell(layout->sample, i, column).n > 0)
            return false;
    return true;
}

/* "Période" heads the columns of periods beside it, and has no cells of its own. */
static void skip_heads_of_periods(struct layout *layout)
{
    size_t periods = 0;
    struct flagged_period found;

    for (size_t i = 0; i < layout->count; i++)
        periods += header_read_period(layout, layout->columns[i].header, &found);
    for (size_t i = 0; i < layout->count && periods >= 2; i++)
        if (layout->columns[i].role == COLUMN_PERIOD && !layout->columns[i].is_named &&
            is_empty_column(layout, i))
            layout->columns[i].role = COLUMN_SKIPPED;
}

void layout_find_values(struct layout *layout)
{
    layout_skip_row_numbers(layout);
    skip_heads_of_periods(layout);
    prefer_periods(layout);
    if (!has_values_of_rows(layout) &&
        (find_periods(layout) || layout_find_parts_of_years(layout))) {
        if (layout->format->recognises == NULL)
            layout_skip_figures(layout);
        layout_skip_unknown_powers(layout);
        layout_resolve_units(layout); /* words beside periods name quantities */
        return;
    }
    if (layout_failed(layout))
        return;
    find_series(layout);
    layout_skip_counters(layout);
    layout_skip_unknown_powers(layout);
}
