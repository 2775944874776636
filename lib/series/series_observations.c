/* series_observations.c - the observations of a series, in order of period. */
#include "series/series_parts.h"

#include <math.h>
#include <string.h>

#include "period/period.h"
#include "series/rounding.h"

const sheaf_observation *sheaf_series_find(const sheaf_series *series, sheaf_period period)
{
    if (series_has_failed(series) || !period_valid(period))
        return NULL;
    return observation_list_find(&series->observations, period).found;
}

/* Makes an observation consistent: an estimate is derived; without a value it has no bounds and a status that says so;
 * without stated growth its growth is NaN. */
static sheaf_observation normalised(const sheaf_observation *observation)
{
    sheaf_observation kept = *observation;

    kept.derived |= kept.estimated;
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

/* The file's name in the series' own memory. Most observations come from one file. */
static const char *keep_file(sheaf_series *series, const char *file)
{
    if (file == NULL || file[0] == '\0')
        return NULL;
    if (series->file == NULL || strcmp(series->file, file) != 0)
        series->file = arena_string(&series->arena, file);
    return series->file;
}

void series_keep_files(sheaf_series *series)
{
    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_observation *observation = observation_list_at(&series->observations, i);

        observation->file = keep_file(series, observation->file);
    }
}

void sheaf_series_add_observation(sheaf_series *series, const sheaf_observation *observation)
{
    const char *fault;
    char when[SHEAF_PERIOD_TEXT];
    struct observation_place place;
    sheaf_observation kept;

    if (series_has_failed(series))
        return;
    if (observation == NULL) {
        series_fail(series, SHEAF_BAD_ARGUMENT, "there is no observation (NULL)");
        return;
    }
    fault = observation_fault(observation);
    if (fault != NULL) {
        sheaf_period_write(observation->period, when);
        series_fail(series, SHEAF_BAD_ARGUMENT, "series '%s'%s%s: %s", series->name,
                    when[0] != '\0' ? ", " : "", when, fault);
        return;
    }
    place = observation_list_find(&series->observations, observation->period);
    if (place.found != NULL) {
        sheaf_period_write(observation->period, when);
        series_fail(series, SHEAF_BAD_ARGUMENT, "series '%s' has %s twice", series->name, when);
        return;
    }
    kept = normalised(observation);
    kept.file = keep_file(series, kept.file);
    (void)!observation_list_insert(&series->observations, &series->arena.alloc, &series->error,
                                   place, &kept);
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
    return series_has_failed(series) ? 0 : series->observations.count;
}

const sheaf_observation *sheaf_series_at(const sheaf_series *series, size_t index)
{
    return index < sheaf_series_count(series) ? observation_list_at(&series->observations, index)
                                              : NULL;
}

void series_hide_confidential(sheaf_series *series)
{
    bool any = false;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_observation *observation = observation_list_at(&series->observations, i);

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
