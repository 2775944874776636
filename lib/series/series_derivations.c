/* series_derivations.c - the derivations of a series. */
#include "series/series_parts.h"

void series_note_input(sheaf_series *result, const sheaf_series *of,
                       const sheaf_observation *observation)
{
    const sheaf_observation *o = observation;

    if (series_has_failed(result) || o == NULL)
        return;
    if (!memory_grow(&result->arena.alloc, NULL, &result->inputs, &result->inputs_capacity,
                     result->n_inputs + 1, sizeof *result->inputs)) {
        series_fail_memory(result);
        return;
    }
    result->inputs[result->n_inputs++] =
        (struct derivation_input){ .series = sheaf_series_label(of),
                                   .unit = sheaf_series_unit(of),
                                   .source = sheaf_series_source(of),
                                   .file = o->file != NULL ? o->file : "",
                                   .period = o->period,
                                   .value = o->value,
                                   .low = o->low,
                                   .high = o->high,
                                   .line = o->line,
                                   .decimals = o->decimals,
                                   .multiplier = sheaf_series_multiplier(of),
                                   .origin = sheaf_observation_origin(o) };
}

void series_note_growth(sheaf_series *result, const sheaf_series *of,
                        const sheaf_observation *growth)
{
    size_t n = series_has_failed(result) ? 0 : result->n_inputs;

    series_note_input(result, of, growth);
    if (series_has_failed(result) || result->n_inputs == n)
        return;
    result->inputs[n].unit = "%";
    result->inputs[n].multiplier = 0;
}

void series_forget_inputs(sheaf_series *result)
{
    if (!series_has_failed(result))
        result->n_inputs = 0;
}

/* Takes the inputs that were noted since the last derivation. A confidential figure has none: the formula holds
 * what it is computed from. */
static void add(sheaf_series *series, sheaf_period period, const char *formula, bool is_estimate)
{
    const sheaf_observation *o = sheaf_series_find(series, period, ROOM);

    if (o != NULL && formula != NULL && !observation_is_confidential(o)) {
        size_t n = series->n_inputs < MOST_INPUTS ? series->n_inputs : MOST_INPUTS;
        const struct derivation_figures figures = { .value = o->value,
                                                    .low = o->low,
                                                    .high = o->high,
                                                    .decimals = o->decimals,
                                                    .multiplier = sheaf_series_multiplier(series),
                                                    .origin = sheaf_observation_origin(o),
                                                    .inputs = series->inputs,
                                                    .n_inputs = n,
                                                    .n_left_out = series->n_inputs - n };

        derivations_add(&series->derivations, &series->arena, sheaf_series_label(series),
                        sheaf_series_unit(series), o, formula, is_estimate, &figures);
    }
    series_forget_inputs(series);
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
    for (size_t i = 0; !series_has_failed(from) && i < from->n_lacking; i++)
        series_note_lacking(series, from->lacking[i]);
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
    const sheaf_observation *at = sheaf_series_find(series, derivation->period, ROOM);

    return at != NULL && !observation_is_confidential(at);
}

static bool none_is_kept(const struct derivation *derivation, const void *context)
{
    (void)derivation, (void)context;
    return false;
}

void series_drop_derivations(sheaf_series *series)
{
    if (!series_has_failed(series))
        derivations_keep_only(&series->derivations, none_is_kept, NULL);
}

void series_drop_secret_derivations(sheaf_series *series)
{
    derivations_keep_only(&series->derivations, may_be_told, series);
}
