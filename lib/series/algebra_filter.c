/* algebra_filter.c - selects observations of a series by period: ranges, lists, the latest. */
#include <math.h>

#include "period/period.h"
#include "series/algebra_parts.h"

static bool same_length(sheaf_period a, sheaf_period b)
{
    return a.unit == b.unit && a.count == b.count;
}

static bool is_from(sheaf_period period, sheaf_period first)
{
    return first.unit == SHEAF_NO_PERIOD || sheaf_period_contains(first, period) ||
           sheaf_period_compare(period, first) >= 0;
}

static bool is_until(sheaf_period period, sheaf_period last)
{
    if (last.unit == SHEAF_NO_PERIOD)
        return true;
    if (period.unit == SHEAF_NUMBER || last.unit == SHEAF_NUMBER)
        return sheaf_period_compare(period, last) <= 0;
    return date_to_days(period_interval(period).last) <= date_to_days(period_interval(last).last);
}

/* Adds the observations in the range and returns how many; length NO_PERIOD: of any length. */
static size_t add_range(sheaf_series *result, const sheaf_series *series, sheaf_period first,
                        sheaf_period last, sheaf_period length)
{
    size_t count = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *o = sheaf_series_at(series, i, ROOM);

        if ((length.unit != SHEAF_NO_PERIOD && !same_length(o->period, length)) ||
            !is_from(o->period, first) || !is_until(o->period, last))
            continue;
        sheaf_series_add_observation(result, o);
        count++;
    }
    return count;
}

/* An empty copy of the series, for an excerpt. */
static sheaf_series *part_of(const sheaf_series *series)
{
    sheaf_series *part =
        series_create_like(series, sheaf_series_name(series), sheaf_series_unit(series),
                           sheaf_series_multiplier(series));

    sheaf_series_set_remainder(part, sheaf_series_is_remainder(series));
    series_set_nature(part, series_nature(series));
    series_set_measure(part, series_measure(series));
    series_define_like(part, series);
    return part;
}

/* SHEAF_NO_PERIOD is an open end. */
static bool is_bound(sheaf_period period)
{
    return period.unit == SHEAF_NO_PERIOD || period_valid(period);
}

sheaf_series *sheaf_series_filter(const sheaf_series *series, sheaf_period first, sheaf_period last)
{
    sheaf_series *result = part_of(series);
    sheaf_period length = period_valid(first) ? first : last;
    char from[SHEAF_PERIOD_TEXT], to[SHEAF_PERIOD_TEXT];

    sheaf_period_write(first, from);
    sheaf_period_write(last, to);
    if (!is_bound(first) || !is_bound(last))
        series_fail(result, SHEAF_BAD_ARGUMENT, "a range has a period that no calendar has");
    if (period_valid(first) && period_valid(last) &&
        (!same_length(first, last) || sheaf_period_compare(first, last) > 0))
        series_fail(result, SHEAF_BAD_INPUT,
                    same_length(first, last)
                        ? "the range %s..%s ends before it begins"
                        : "a range runs between periods of one length, not from %s to %s",
                    from, to);
    if (sheaf_series_status(result) == SHEAF_OK &&
        add_range(result, series, first, last, length) == 0)
        add_range(result, series, first, last, (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 });
    series_keep_derivations(result, series);
    return result;
}

sheaf_series *sheaf_series_pick(const sheaf_series *series, const sheaf_period *periods, size_t n)
{
    sheaf_series *result = part_of(series);
    char when[SHEAF_PERIOD_TEXT], has[128];

    if (periods == NULL && n > 0)
        series_fail(result, SHEAF_BAD_ARGUMENT, "there are no periods to pick (NULL)");
    for (size_t i = 0; periods != NULL && i < n && sheaf_series_status(result) == SHEAF_OK; i++) {
        const sheaf_observation *found = sheaf_series_find(series, periods[i], ROOM);

        if (found != NULL) {
            if (sheaf_series_find(result, periods[i], ROOM) == NULL)
                sheaf_series_add_observation(result, found);
            continue;
        }
        sheaf_period_write(periods[i], when);
        periods_text(has, sizeof has, series);
        series_fail(result, SHEAF_BAD_INPUT, "'%.100s' has no %s; it has %s",
                    sheaf_series_name(series), when, has);
    }
    series_keep_derivations(result, series);
    return result;
}

/* How many observations are of this length. */
static size_t count_of_length(const sheaf_series *series, sheaf_period length)
{
    size_t count = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++)
        count += same_length(sheaf_series_at(series, i, ROOM)->period, length);
    return count;
}

static bool is_longer(sheaf_period a, sheaf_period b)
{
    return a.unit != b.unit ? a.unit == SHEAF_MONTHS : a.count > b.count;
}

/* A period of the length that most observations have. A series has few different lengths, so each
 * is counted once: when it first appears in a run. */
static sheaf_period usual_length(const sheaf_series *series)
{
    sheaf_period usual = { SHEAF_NO_PERIOD, 0, 0 }, before = usual;
    size_t most = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_period period = sheaf_series_at(series, i, ROOM)->period;
        size_t count;

        if (same_length(period, before) || same_length(period, usual))
            continue;
        before = period;
        count = count_of_length(series, period);
        if (count < most || (count == most && !is_longer(period, usual)))
            continue;
        usual = period;
        most = count;
    }
    return usual;
}

sheaf_period sheaf_series_latest(const sheaf_series *series)
{
    sheaf_period length = usual_length(series);

    for (size_t i = sheaf_series_count(series); i-- > 0;) {
        const sheaf_observation *o = sheaf_series_at(series, i, ROOM);

        if (same_length(o->period, length) && !isnan(o->value))
            return o->period;
    }
    return (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
}
