/* algebra_spans.c - sums and means of the parts of a span. */
#include "series/algebra_spans.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void parts_take(struct parts *parts, const sheaf_observation *part)
{
    size_t at = parts->with_value < 3 ? parts->with_value : 3;

    inputs_take(&parts->inputs, part);
    if (isnan(part->value))
        return;
    running_sum_add(&parts->sum, part);
    parts->terms[at] = *part;
    if (parts->with_value < MOST_INPUTS)
        parts->all[parts->with_value] = part->period;
    parts->with_value++;
}

/* "1.2 + 1.3 + … + 1.4" */
static void parts_formula(const struct parts *parts, char formula[FORMULA_TEXT])
{
    const sheaf_observation *terms[5];
    size_t length, n = parts->with_value;

    /* formula_sum writes more than four terms as the first two, dots and the last. */
    for (size_t i = 0; i < 5 && i < n; i++)
        terms[i] = &parts->terms[i < 3 ? i : 3];
    formula_sum(formula, terms, n < 5 ? n : 5);
    length = strlen(formula);
    if (parts->with_value < parts->wanted)
        snprintf(formula + length, FORMULA_TEXT - length, " (%zu/%zu)", parts->with_value,
                 parts->wanted);
}

static void note_parts(sheaf_series *result, const struct parts *parts)
{
    for (size_t i = 0; i < parts->with_value && i < MOST_INPUTS; i++)
        series_note_input(result, parts->of, sheaf_series_find(parts->of, parts->all[i], ROOM));
}

void parts_add_sum(sheaf_series *result, sheaf_period span, const struct parts *parts, bool partial)
{
    bool complete = parts->with_value == parts->wanted;
    struct running_sum sum = parts->sum;
    sheaf_observation made;
    char formula[FORMULA_TEXT];

    if (!complete) {
        sheaf_observation gap = { .value = NAN,
                                  .status = partial && parts->with_value > 0
                                                ? SHEAF_DEFINITION_DIFFERS
                                                : SHEAF_MISSING };

        if (!partial || parts->with_value == 0)
            sum.inputs = parts->inputs;
        inputs_take(&sum.inputs, &gap);
        sum.inputs.missing = !partial || parts->with_value == 0;
        sum.inputs.estimated = true;
        sum.inputs.confidentiality = parts->inputs.confidentiality;
    }
    made = running_sum_result(&sum, span);
    sheaf_series_add_observation(result, &made);
    if (isnan(made.value))
        return;
    parts_formula(parts, formula);
    note_parts(result, parts);
    (complete ? series_add_derivation : series_add_estimate)(result, span, formula);
}

void parts_add_mean(sheaf_series *result, sheaf_period period, const struct parts *parts)
{
    struct running_sum sum = parts->sum;
    char terms[FORMULA_TEXT], formula[FORMULA_TEXT];
    sheaf_observation mean;

    if (parts->with_value < parts->wanted) {
        sheaf_observation gap = { .value = NAN, .status = SHEAF_MISSING };

        sum.inputs = parts->inputs;
        inputs_take(&sum.inputs, &gap);
    }
    mean = running_sum_mean(&sum, parts->wanted, period);
    sheaf_series_add_observation(result, &mean);
    if (isnan(mean.value))
        return;
    parts_formula(parts, terms);
    snprintf(formula, sizeof formula, "(%.500s) / %zu", terms, parts->wanted);
    note_parts(result, parts);
    series_add_derivation(result, period, formula);
}
