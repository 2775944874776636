/* algebra_rolling.c - rolling sums and means, and means of the same season over several years. */

#include <stdio.h>

#include "period/period.h"
#include "series/algebra_spans.h"
#include "series/algebra_whole.h"

enum { MOST_ROLLED = 10000 };

/* Rolling figures ----------------------------------------------------------------------- */

/* The span of n periods of one length, the last of which is given. */
static sheaf_period rolled_span(sheaf_period last, size_t n)
{
    int64_t count = (int64_t)n * last.count, start = last.start + last.count - count;
    sheaf_period span = { last.unit, (int32_t)start, (int32_t)count };
    int year, month, day;

    if (start < INT32_MIN || count > INT32_MAX || !period_valid(span))
        return (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
    if (last.unit != SHEAF_DAYS)
        return span;
    sheaf_period_first_day(span, &year, &month, &day);
    return sheaf_period_days(year, month, day, span.count);
}

/* False if the span begins before the series does. */
static bool gather_rolled(const sheaf_series *series, sheaf_period last, size_t n,
                          struct parts *parts)
{
    sheaf_period period = last;

    period.start -= (int32_t)(n - 1) * last.count;
    if (sheaf_period_compare(period, sheaf_series_at(series, 0, ROOM)->period) < 0)
        return false;
    *parts = (struct parts){ .of = series, .wanted = n };
    for (; period.start <= last.start; period.start += last.count) {
        const sheaf_observation *found = sheaf_series_find(series, period, ROOM);

        if (found != NULL)
            parts_take(parts, found);
    }
    return true;
}

static sheaf_series *rolled(const sheaf_series *series, size_t n, bool mean)
{
    char options[64];
    sheaf_series *result;

    snprintf(options, sizeof options, ", %zu", n);
    result = result_of(series, mean ? "rolling_mean" : "rolling_sum", options,
                       sheaf_series_unit(series), sheaf_series_multiplier(series));

    series_define_with(result, mean ? DEFINITION_ROLLING_MEAN : DEFINITION_ROLLING_SUM, series,
                       period_of(series), n);
    if (!mean)
        require_amounts(result, series);
    if (n < 1 || n > MOST_ROLLED)
        series_fail(result, SHEAF_BAD_ARGUMENT, "rolling figures are of 1 to %d periods",
                    MOST_ROLLED);
    for (size_t i = 0; i < sheaf_series_count(series) && sheaf_series_status(result) == SHEAF_OK;
         i++) {
        sheaf_period last = sheaf_series_at(series, i, ROOM)->period, span = rolled_span(last, n);
        struct parts parts;

        if (!period_valid(span))
            continue;
        if (!gather_rolled(series, last, n, &parts)) {
            series_note_lacking(result, mean ? last : span);
            continue;
        }
        if (mean)
            parts_add_mean(result, last, &parts);
        else
            parts_add_sum(result, span, &parts, false);
    }
    return result;
}

sheaf_series *sheaf_series_rolling_sum(const sheaf_series *series, size_t n)
{
    return rolled(series, n, false);
}

sheaf_series *sheaf_series_rolling_mean(const sheaf_series *series, size_t n)
{
    return rolled(series, n, true);
}

/* Seasonal means ------------------------------------------------------------------------ */

/* Collects the same period of earlier years, from first to last years back (negative: later). */
static void gather_years(const sheaf_series *series, sheaf_period period, int first, int last,
                         struct parts *parts)
{
    for (int years = first; years >= last; years--) {
        sheaf_period same = period;

        same.start -= years * YEAR;
        const sheaf_observation *found = sheaf_series_find(series, same, ROOM);

        if (found != NULL)
            parts_take(parts, found);
    }
}

/* The mean of the n years before a period. Nothing is added if the series begins too late for
 * it. */
static void add_mean_of_years_before(sheaf_series *result, const sheaf_series *series,
                                     sheaf_period period, size_t n)
{
    sheaf_period first = period;
    struct parts parts = { .of = series, .wanted = n };

    first.start -= (int32_t)n * YEAR;
    if (sheaf_series_find(series, first, ROOM) == NULL)
        return;
    gather_years(series, period, (int)n, 1, &parts);
    parts_add_mean(result, period, &parts);
}

static void add_mean_of_all_years(sheaf_series *result, const sheaf_series *series,
                                  sheaf_period period)
{
    sheaf_period first = sheaf_series_at(series, 0, ROOM)->period;
    sheaf_period last = sheaf_series_at(series, sheaf_series_count(series) - 1, ROOM)->period;
    int before =
        (month_of(period_interval(period).first) - month_of(period_interval(first).first)) / YEAR;
    int after =
        (month_of(period_interval(last).first) - month_of(period_interval(period).first)) / YEAR;
    struct parts parts = { .of = series };

    gather_years(series, period, before, -after, &parts);
    /* Years without a value are ignored, but not one that is kept from us. */
    parts.wanted =
        parts.with_value + (parts.inputs.confidentiality != parts.sum.inputs.confidentiality);
    if (parts.with_value > 0)
        parts_add_mean(result, period, &parts);
}

sheaf_series *sheaf_series_seasonal_mean(const sheaf_series *series, size_t n)
{
    sheaf_series *result = result_of(series, "seasonal", "", sheaf_series_unit(series),
                                     sheaf_series_multiplier(series));

    series_define(result, DEFINITION_SEASONAL_MEAN, series, NULL);
    if (n > MOST_ROLLED)
        series_fail(result, SHEAF_BAD_ARGUMENT, "a seasonal mean is of at most %d years",
                    MOST_ROLLED);
    for (size_t i = 0; i < sheaf_series_count(series) && sheaf_series_status(result) == SHEAF_OK;
         i++) {
        sheaf_period period = sheaf_series_at(series, i, ROOM)->period;

        if (period.unit != SHEAF_MONTHS)
            continue;
        if (n > 0)
            add_mean_of_years_before(result, series, period, n);
        else
            add_mean_of_all_years(result, series, period);
    }
    return result;
}
