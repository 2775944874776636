/* series_observations.c - the figures of a series, kept in order of their periods. */
#include "series/series_parts.h"

#include <math.h>
#include <string.h>

#include "period/period.h"
#include "series/rounding.h"

/* Index of the first observation that is not before the period. */
static size_t place_of(const sheaf_series *series, sheaf_period period)
{
    size_t low = 0, high = series->count;

    if (high > 0 && sheaf_period_compare(series->observations[high - 1].period, period) < 0)
        return high; /* files are mostly in order */
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (sheaf_period_compare(series->observations[middle].period, period) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const sheaf_observation *sheaf_series_find(const sheaf_series *series, sheaf_period period)
{
    size_t i;

    if (failed(series) || !period_valid(period))
        return NULL;
    i = place_of(series, period);
    if (i == series->count || sheaf_period_compare(series->observations[i].period, period) != 0)
        return NULL;
    return &series->observations[i];
}

/* What has no value has no bounds, and a status that says so; what states no growth has none. */
static sheaf_observation settled(const sheaf_observation *observation)
{
    sheaf_observation kept = *observation;

    kept.has_stated_growth = kept.has_stated_growth && !isnan(kept.stated_growth);
    if (!kept.has_stated_growth)
        kept.stated_growth = NAN;
    if (!isnan(kept.value) && !status_denies_value((char)kept.status))
        return kept;
    kept.value = kept.low = kept.high = NAN;
    if (kept.status == SHEAF_NORMAL)
        kept.status = SHEAF_MISSING;
    return kept;
}

void sheaf_series_add_observation(sheaf_series *series, const sheaf_observation *observation)
{
    const char *fault;
    char when[SHEAF_PERIOD_TEXT];
    size_t i;

    if (failed(series))
        return;
    if (observation == NULL) {
        series_fail(series, SHEAF_BAD_ARGUMENT, "there is no observation (NULL)");
        return;
    }
    fault = observation_fault(observation);
    sheaf_period_write(observation->period, when);
    if (fault != NULL) {
        series_fail(series, SHEAF_BAD_ARGUMENT, "series '%s'%s%s: %s", series->name,
                    when[0] != '\0' ? ", " : "", when, fault);
        return;
    }
    i = place_of(series, observation->period);
    if (i < series->count &&
        sheaf_period_compare(series->observations[i].period, observation->period) == 0) {
        series_fail(series, SHEAF_BAD_ARGUMENT, "series '%s' has %s twice", series->name, when);
        return;
    }
    if (!memory_grow(&series->arena.alloc, &series->error, &series->observations, &series->capacity,
                     series->count + 1, sizeof *observation))
        return;
    memmove(series->observations + i + 1, series->observations + i,
            (series->count - i) * sizeof *observation);
    series->observations[i] = settled(observation);
    series->count++;
}

void sheaf_series_add(sheaf_series *series, sheaf_period period, double value, int decimals,
                      sheaf_observation_status status)
{
    struct interval open = rounding_interval(value, within_decimals(decimals));

    sheaf_series_add_observation(series, &(sheaf_observation){ .period = period,
                                                               .value = value,
                                                               .low = open.low,
                                                               .high = open.high,
                                                               .decimals = decimals,
                                                               .status = status });
}

size_t sheaf_series_count(const sheaf_series *series)
{
    return failed(series) ? 0 : series->count;
}

const sheaf_observation *sheaf_series_at(const sheaf_series *series, size_t index)
{
    return index < sheaf_series_count(series) ? &series->observations[index] : NULL;
}

void series_hide_confidential(sheaf_series *series)
{
    bool any = false;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_observation *observation = &series->observations[i];

        if (!observation_is_confidential(observation))
            continue;
        observation->value = observation->low = observation->high = NAN;
        observation->has_stated_growth = false;
        observation->stated_growth = NAN;
        any = true;
    }
    if (any)
        series_drop_secret_derivations(series);
}
