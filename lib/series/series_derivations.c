/* series_derivations.c - the derivations of a series. */
#include "series/series_parts.h"

static void add(sheaf_series *series, sheaf_period period, const char *formula, bool is_estimate)
{
    const sheaf_observation *observation = sheaf_series_find(series, period);

    if (observation != NULL && formula != NULL)
        derivations_add(&series->derivations, &series->arena, sheaf_series_label(series),
                        sheaf_series_unit(series), observation, formula, is_estimate);
}

void series_add_derivation(sheaf_series *series, sheaf_period period, const char *formula)
{
    add(series, period, formula, false);
}

void series_add_estimate(sheaf_series *series, sheaf_period period, const char *formula)
{
    add(series, period, formula, true);
}

void series_take_derivations(sheaf_series *series, const sheaf_series *from)
{
    if (!series_has_failed(series) && !series_has_failed(from))
        derivations_take(&series->derivations, &series->arena, &from->derivations, false, NULL);
}

void series_keep_derivations(sheaf_series *series, const sheaf_series *from)
{
    if (!series_has_failed(series) && !series_has_failed(from))
        derivations_take(&series->derivations, &series->arena, &from->derivations, true, series);
}

size_t sheaf_series_derivation_count(const sheaf_series *series)
{
    return series_has_failed(series) ? 0 : series->derivations.count;
}

const struct derivation *series_derivation_at(const sheaf_series *series, size_t index)
{
    return index < sheaf_series_derivation_count(series) ? &series->derivations.items[index] : NULL;
}

const char *sheaf_series_derivation(const sheaf_series *series, size_t index)
{
    const struct derivation *derivation = series_derivation_at(series, index);

    return derivation != NULL ? derivation->text->sentence : "";
}

/* A derivation may be shown if its figure is not confidential: then no input was either. */
static bool may_be_told(const struct derivation *derivation, const void *series)
{
    const sheaf_observation *at = sheaf_series_find(series, derivation->period);

    return at != NULL && !observation_is_confidential(at);
}

void series_drop_secret_derivations(sheaf_series *series)
{
    derivations_keep_only(&series->derivations, may_be_told, series);
}
