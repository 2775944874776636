/* series_observations.c - the observations of a series, in order of period. */
#include "series/series_parts.h"

#include <math.h>
#include <string.h>

#include "period/period.h"
#include "series/rounding.h"

const sheaf_observation *sheaf_series_find(const sheaf_series *series, sheaf_period period,
                                           sheaf_observation *observation)
{
    struct observation_place place;

    if (series_has_failed(series) || !period_valid(period) || observation == NULL)
        return NULL;
    place = observation_list_find(&series->observations, period);
    if (!place.is_there)
        return NULL;
    observation_list_read(&series->observations, place, observation);
    return observation;
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
    struct observation_list *list = &series->observations;

    for (size_t i = 0; i < list->n_blocks; i++) {
        struct observation_block *block = &list->blocks[i];

        block->file = block->full == NULL ? keep_file(series, block->file) : NULL;
        for (size_t k = 0; block->full != NULL && k < block->count; k++)
            block->full[k].file = keep_file(series, block->full[k].file);
    }
}

/* Adds one that has no faults and is not there yet; or fails the series. */
static void insert(sheaf_series *series, sheaf_observation *kept, bool is_plain)
{
    char when[SHEAF_PERIOD_TEXT];

    kept->file = keep_file(series, kept->file);
    struct observation_place place = observation_list_find(&series->observations, kept->period);
    if (place.is_there) {
        sheaf_period_write(kept->period, when);
        series_fail(series, SHEAF_BAD_ARGUMENT, "series '%s' has %s twice", series->name, when);
        return;
    }
    if (!observation_list_insert(&series->observations, &series->arena.alloc, NULL, place, kept,
                                 is_plain))
        series_fail_memory(series);
}

void sheaf_series_add_observation(sheaf_series *series, const sheaf_observation *observation)
{
    const char *fault;
    char when[SHEAF_PERIOD_TEXT];
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
    kept = normalised(observation);
    insert(series, &kept, observation_is_plain(&kept));
}

void series_add_plain(sheaf_series *series, const struct plain_run *run)
{
    struct plain_run kept = *run;

    if (series_has_failed(series))
        return;
    kept.file = keep_file(series, run->file);
    for (size_t i = 0; i < kept.n && !series_has_failed(series); i++) {
        i += observation_list_append(&series->observations, &series->arena.alloc, &kept, i);
        if (i == kept.n)
            return;
        const struct plain_observation *figure = &kept.figures[i];
        insert(series,
               &(sheaf_observation){ .period = { kept.unit, figure->start, kept.length },
                                     .value = figure->value,
                                     .decimals = (int)figure->places + LEAST_DECIMALS,
                                     .status = SHEAF_NORMAL,
                                     .confidentiality = kept.confidentiality,
                                     .line = figure->line,
                                     .file = kept.file },
               true);
    }
}

struct plain_run series_plain_from(const sheaf_series *series, size_t index)
{
    return observation_list_plain(&series->observations,
                                  observation_list_place(&series->observations, index));
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

/* The derivation of the figure itself; those of figures that it was computed from stay with the others. */
static bool is_of_another(const struct derivation *derivation, const void *period)
{
    return !derivation->own ||
           sheaf_period_compare(derivation->period, *(const sheaf_period *)period) != 0;
}

bool sheaf_series_remove(sheaf_series *series, sheaf_period period)
{
    if (series_has_failed(series) || !period_valid(period))
        return false;
    struct observation_place place = observation_list_find(&series->observations, period);
    if (!place.is_there)
        return false;
    observation_list_remove(&series->observations, &series->arena.alloc, place);
    derivations_keep_only(&series->derivations, is_of_another, &period);
    series_forget_lacking(series, period);
    return true;
}

size_t sheaf_series_count(const sheaf_series *series)
{
    return series_has_failed(series) ? 0 : series->observations.count;
}

const sheaf_observation *sheaf_series_at(const sheaf_series *series, size_t index,
                                         sheaf_observation *observation)
{
    if (index >= sheaf_series_count(series) || observation == NULL)
        return NULL;
    observation_list_read(&series->observations,
                          observation_list_place(&series->observations, index), observation);
    return observation;
}

sheaf_period series_period_at(const sheaf_series *series, size_t index)
{
    return observation_list_period(&series->observations,
                                   observation_list_place(&series->observations, index));
}

double series_value_at(const sheaf_series *series, size_t index)
{
    return observation_list_value(&series->observations,
                                  observation_list_place(&series->observations, index));
}

/* The growth that a source states tells with its figure the one of the year before. */
static void hide_stated_growth(sheaf_series *series)
{
    for (size_t i = 0; i < series->observations.n_blocks; i++) {
        const struct observation_block *block = &series->observations.blocks[i];

        for (size_t k = 0; block->full != NULL && k < block->count; k++) {
            sheaf_observation *observation = &block->full[k], room;
            const sheaf_observation *base =
                observation->has_stated_growth
                    ? sheaf_series_find(series, sheaf_period_year_before(observation->period),
                                        &room)
                    : NULL;

            if (base == NULL || !observation_is_confidential(base))
                continue;
            observation->has_stated_growth = false;
            observation->stated_growth = NAN;
        }
    }
}

void series_hide_confidential(sheaf_series *series)
{
    bool any = false;

    for (size_t i = 0; i < series->observations.n_blocks && !series_has_failed(series); i++) {
        const struct observation_block *block = &series->observations.blocks[i];

        for (size_t k = 0; block->full != NULL && k < block->count; k++) { /* no plain one is */
            sheaf_observation *observation = &block->full[k];

            if (!observation_is_confidential(observation))
                continue;
            observation->value = observation->low = observation->high = NAN;
            observation->decimals = 0; /* of a share or a growth they tell how large it is */
            observation->has_stated_growth = false;
            observation->stated_growth = NAN;
            any = true;
        }
    }
    if (!any)
        return;
    hide_stated_growth(series);
    series_drop_secret_derivations(series);
}
