/* series_many.c - many observations at once: from arrays, or one by one from a program's function. */
#include "series/series_parts.h"

#include <limits.h>
#include <math.h>

#include "base/number.h"
#include "period/period.h"
#include "series/rounding.h"

/* Places after the point in the shortest text of a value. */
static int decimals_of(double value)
{
    char text[NUMBER_TEXT];
    double same;
    int decimals = 0;

    if (!number_read(text, number_write(text, value), &same, &decimals) || decimals < 0)
        return 0; /* 1e+22 says nothing about rounding */
    return decimals < MOST_DECIMALS ? decimals : MOST_DECIMALS;
}

static int most_decimals(const double *values, size_t n)
{
    int decimals = 0;

    for (size_t i = 0; i < n; i++)
        if (isfinite(values[i]) && decimals_of(values[i]) > decimals)
            decimals = decimals_of(values[i]);
    return decimals;
}

/* The period i periods of the same length after another; none beyond the calendar. */
static sheaf_period period_after(sheaf_period first, size_t i)
{
    const int64_t most = INT32_MAX;
    int64_t steps = i < (size_t)most ? (int64_t)i : most;
    int64_t start = first.start + steps * first.count;

    return start <= most ? (sheaf_period){ first.unit, (int32_t)start, first.count }
                         : (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
}

void sheaf_series_add_many(sheaf_series *series, sheaf_period first, const double *values, size_t n,
                           int decimals, const char *statuses)
{
    if (series_has_failed(series) || n == 0)
        return;
    if (values == NULL) {
        series_fail(series, SHEAF_BAD_ARGUMENT, "there are no values (NULL)");
        return;
    }
    if (!period_valid(first) || first.unit == SHEAF_NUMBER) {
        series_fail(series, SHEAF_BAD_ARGUMENT, "series '%s': the first period is none",
                    series->name);
        return;
    }
    if (decimals == SHEAF_DECIMALS_FOUND)
        decimals = most_decimals(values, n);
    for (size_t i = 0; i < n && !series_has_failed(series); i++) {
        char status = statuses != NULL ? statuses[i] : (char)SHEAF_NORMAL;

        if (!isnan(values[i]) || status != (char)SHEAF_NORMAL)
            sheaf_series_add(series, period_after(first, i), values[i], decimals,
                             (sheaf_observation_status)status);
    }
}

static sheaf_series *from(const char *name, const char *unit, int multiplier, sheaf_period first,
                          const double *values, size_t n)
{
    sheaf_series *series = sheaf_series_create(NULL, name, unit, multiplier);

    sheaf_series_add_many(series, first, values, n, SHEAF_DECIMALS_FOUND, NULL);
    return series;
}

sheaf_series *sheaf_series_from_years(const char *name, const char *unit, int multiplier,
                                      int first_year, const double *values, size_t n)
{
    return from(name, unit, multiplier, sheaf_period_year(first_year), values, n);
}

sheaf_series *sheaf_series_from_months(const char *name, const char *unit, int multiplier,
                                       int first_year, int first_month, const double *values,
                                       size_t n)
{
    return from(name, unit, multiplier, sheaf_period_month(first_year, first_month), values, n);
}

sheaf_series *sheaf_series_from_quarters(const char *name, const char *unit, int multiplier,
                                         int first_year, int first_quarter, const double *values,
                                         size_t n)
{
    return from(name, unit, multiplier, sheaf_period_quarter(first_year, first_quarter), values, n);
}

/* A program that knows no bounds leaves them zero. */
static void find_bounds(sheaf_observation *observation)
{
    if (observation->low != 0 || observation->high != 0 || observation->value == 0)
        return;
    struct interval open =
        rounding_interval(observation->value, within_decimals(observation->decimals));
    observation->low = open.low;
    observation->high = open.high;
}

void sheaf_series_add_from(sheaf_series *series,
                           int (*next)(void *context, sheaf_observation *observation),
                           void *context)
{
    if (next == NULL) {
        if (!series_has_failed(series))
            series_fail(series, SHEAF_BAD_ARGUMENT, "there is no function to call (NULL)");
        return;
    }
    while (!series_has_failed(series)) {
        sheaf_observation observation = { .status = SHEAF_NORMAL };
        int result = next(context, &observation);

        if (result == 0)
            return;
        if (result == 1) {
            find_bounds(&observation);
            sheaf_series_add_observation(series, &observation);
        } else {
            sheaf_error error = { .status = SHEAF_OK };
            fail_system(&error, NULL, "read the next observation",
                        result < 0 && result != INT_MIN ? -result : 0);
            series_take_error(series, &error);
        }
    }
}
