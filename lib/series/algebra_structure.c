/* algebra_structure.c - the parts of a total: their sum, the largest of them, and the remainder. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "period/period.h"
#include "series/algebra_whole.h"
#include "series/series_list.h"

/* Sums ---------------------------------------------------------------------------------- */

static void note_part(sheaf_series *result, const struct walk *walk, size_t i)
{
    const sheaf_series *part = sheaf_series_list_at(walk->parts, i);

    series_note_input(result, part, sheaf_series_find(part, walk->period, ROOM));
}

/* Whether one of the wanted parts could not be computed in the walk's current period: a balance of exports
 * without imports is unknown, not nothing. */
static bool lacks_part(const struct walk *walk, const bool *wanted)
{
    for (size_t i = 0; i < walk->n; i++)
        if (walk->at[i] == NULL && (wanted == NULL || wanted[i]) &&
            walk->roles.of[i] != PART_LEFT_OUT &&
            series_lacks(sheaf_series_list_at(walk->parts, i), walk->period))
            return true;
    return series_list_lacks(walk->parts, walk->period);
}

/* Adds the sum of the wanted parts (NULL: of all) in the walk's current period. */
static void add_sum(sheaf_series *result, const struct walk *walk, const bool *wanted)
{
    struct running_sum sum = { 0 };
    const sheaf_observation *terms[5];
    const sheaf_observation unknown = { .value = NAN, .status = SHEAF_MISSING };
    sheaf_observation made;
    char formula[FORMULA_TEXT];

    for (size_t i = 0; i < walk->n; i++) {
        if (walk->at[i] == NULL || (wanted != NULL && !wanted[i]))
            continue;
        terms[sum.count < 4 ? sum.count : 4] = walk->at[i];
        running_sum_add(&sum, walk->at[i]);
    }
    if (lacks_part(walk, wanted))
        inputs_take(&sum.inputs, &unknown);
    else if (sum.count == 0)
        return;
    made = running_sum_result(&sum, walk->period);
    sheaf_series_add_observation(result, &made);
    if (isnan(made.value))
        return;
    formula_sum(formula, terms, sum.count < 5 ? sum.count : 5);
    for (size_t i = 0; i < walk->n; i++)
        if (walk->at[i] != NULL && (wanted == NULL || wanted[i]))
            note_part(result, walk, i);
    series_add_derivation(result, made.period, formula);
}

sheaf_series *sheaf_series_list_total(const sheaf_series_list *parts)
{
    sheaf_series *result = result_of_parts(parts, "total", NULL);
    struct walk walk;

    if (!walk_begin(&walk, result, parts) || !require_amounts_of_parts(result, parts) ||
        !require_parts_fit(result, parts, NULL))
        return result;
    series_set_unit(result, sheaf_series_unit(result), walk.multiplier);
    series_define(result, DEFINITION_TOTAL, NULL, NULL);
    while (walk_on(&walk))
        add_sum(result, &walk, NULL);
    return result;
}

/* The largest ----------------------------------------------------------------------------- */

struct ranked {
    double value;
    size_t index;
};

static int larger_first(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    return x->index < y->index ? -1 : 1;
}

/* Sorts the parts that may be shown, largest first; returns how many. Unspecified ones are never
 * among them. */
static size_t rank_in(const sheaf_series_list *parts, const struct part_roles *roles,
                      int multiplier, sheaf_period period, struct ranked *ranked)
{
    size_t count = 0;

    for (size_t i = 0; i < sheaf_series_list_count(parts); i++) {
        const sheaf_series *part = sheaf_series_list_at(parts, i);
        const sheaf_observation *o = sheaf_series_find(part, period, ROOM);

        if (roles->of[i] == PART_COUNTED && o != NULL && !isnan(o->value) &&
            !observation_is_confidential(o))
            ranked[count++] = (struct ranked){
                observation_in_larger_unit(o, multiplier - sheaf_series_multiplier(part)).value, i
            };
    }
    qsort(ranked, count, sizeof *ranked, larger_first);
    return count;
}

/* The latest of the parts' last periods. */
static sheaf_period latest_period(const sheaf_series_list *parts)
{
    sheaf_period latest = { SHEAF_NO_PERIOD, 0, 0 };

    for (size_t i = 0; i < sheaf_series_list_count(parts); i++) {
        const sheaf_series *part = sheaf_series_list_at(parts, i);
        size_t n = sheaf_series_count(part);

        if (n > 0 && sheaf_period_compare(sheaf_series_at(part, n - 1, ROOM)->period, latest) > 0)
            latest = sheaf_series_at(part, n - 1, ROOM)->period;
    }
    return latest;
}

static bool is_secret(const sheaf_observation *part)
{
    return observation_is_confidential(part) || part->status == SHEAF_SUPPRESSED;
}

/* Adds the remainder: the stated total minus the shown parts. A remainder with exactly one
 * confidential part is confidential, because that part could be computed by subtraction; with one that is
 * suppressed it is that. */
static void add_remainder_of_total(sheaf_series *result, const struct walk *walk, const bool *rest,
                                   const sheaf_series *whole, const sheaf_observation *total)
{
    struct running_sum shown = { 0 };
    const sheaf_observation *only = NULL;
    struct inputs inputs = { 0 };
    size_t secrets = 0;
    char formula[FORMULA_TEXT], figure[DERIVATION_FIGURE], sum[DERIVATION_FIGURE];

    inputs_take(&inputs, total);
    for (size_t i = 0; i < walk->n; i++) {
        if (walk->at[i] == NULL)
            continue;
        if (!rest[i]) {
            running_sum_add(&shown, walk->at[i]);
            inputs_take(&inputs, walk->at[i]);
        } else if (is_secret(walk->at[i])) {
            only = walk->at[i];
            secrets++;
        }
    }
    if (secrets == 1 && observation_is_confidential(only)) {
        sheaf_observation letter = *total;

        letter.confidentiality = only->confidentiality;
        inputs_take(&inputs, &letter);
    }

    double size = fabs(total->value);
    struct interval open = { without_noise(compensated_rest(total->low, &shown.high), size),
                             without_noise(compensated_rest(total->high, &shown.low), size) };
    sheaf_observation made = derived_observation(
        total->period, inputs, without_noise(compensated_rest(total->value, &shown.value), size),
        open,
        shown.count > 0 && shown.decimals < total->decimals ? shown.decimals : total->decimals);

    if (secrets == 1 && !observation_is_confidential(only)) {
        made.value = made.low = made.high = NAN;
        made.status = SHEAF_SUPPRESSED;
    }
    sheaf_series_add_observation(result, &made);
    if (isnan(made.value))
        return;
    formula_figure(figure, total, false);
    derivation_figure(sum, compensated_value(&shown.value), shown.decimals);
    snprintf(formula, sizeof formula, "%s \u2212 %s", figure, sum);
    series_note_input(result, whole, sheaf_series_find(whole, made.period, ROOM));
    for (size_t i = 0; i < walk->n; i++)
        if (walk->at[i] != NULL && !rest[i])
            note_part(result, walk, i);
    series_add_derivation(result, made.period, formula);
}

/* The remainder in all periods. Its multiplier is the largest of the parts and the total. */
sheaf_series *series_list_rest(const sheaf_series_list *parts, const sheaf_series *total,
                               const bool *rest)
{
    sheaf_series *other = result_of_parts(parts, "other", NULL);
    struct walk walk;

    sheaf_series_set_remainder(other, true);
    series_define(other, DEFINITION_REMAINDER, NULL, NULL);
    if (!walk_begin(&walk, other, parts) || !require_amounts_of_parts(other, parts) ||
        !require_parts_fit(other, parts, total))
        return other;
    if (total != NULL &&
        require_same_unit(other, sheaf_series_list_at(parts, 0), total, "a total of parts") &&
        sheaf_series_multiplier(total) > walk.multiplier)
        walk.multiplier = sheaf_series_multiplier(total);
    series_set_unit(other, sheaf_series_unit(other), walk.multiplier);
    while (sheaf_series_status(other) == SHEAF_OK && walk_on(&walk)) {
        const sheaf_observation *stated =
            total != NULL ? sheaf_series_find(total, walk.period, ROOM) : NULL;

        if (total == NULL) {
            add_sum(other, &walk, rest);
        } else if (stated != NULL) {
            sheaf_observation in_unit = observation_in_larger_unit(
                stated, walk.multiplier - sheaf_series_multiplier(total));

            add_remainder_of_total(other, &walk, rest, total, &in_unit);
        }
    }
    return other;
}

static void fill_top(sheaf_series_list *list, const sheaf_series_list *parts,
                     const sheaf_series *total, const struct part_roles *roles, size_t n,
                     sheaf_period period, struct ranked *ranked, bool *rest)
{
    const sheaf_series *first = sheaf_series_list_at(parts, 0);
    size_t count = rank_in(parts, roles, sheaf_series_multiplier(first), period, ranked), all = 0;

    total = total != NULL ? total : roles->whole;
    for (size_t i = 0; i < sheaf_series_list_count(parts); i++) {
        rest[i] = true;
        all += roles->of[i] != PART_LEFT_OUT;
    }
    for (size_t i = 0; i < count && i < n; i++) {
        rest[ranked[i].index] = false;
        sheaf_series_list_add(
            list, series_copy(series_alloc(first), sheaf_series_list_at(parts, ranked[i].index)));
    }
    if (count > n || count < all || total != NULL)
        sheaf_series_list_add(list, series_list_rest(parts, total, rest));
}

static bool any_has(const sheaf_series_list *parts, sheaf_period period)
{
    for (size_t i = 0; i < sheaf_series_list_count(parts); i++)
        if (sheaf_series_find(sheaf_series_list_at(parts, i), period, ROOM) != NULL)
            return true;
    return false;
}

static void fail_no_period(const sheaf_series_list *parts, sheaf_period period, sheaf_error *error)
{
    const sheaf_series *first = sheaf_series_list_at(parts, 0);
    char when[SHEAF_PERIOD_TEXT], has[128];

    sheaf_period_write(period, when);
    periods_text(has, sizeof has, first);
    fail(error, SHEAF_BAD_INPUT, "no part has %s, in which to find the largest; '%.100s' has %s",
         when, sheaf_series_name(first), has);
}

sheaf_series_list *sheaf_series_list_top(const sheaf_series_list *parts, const sheaf_series *total,
                                         size_t n, sheaf_period period)
{
    const sheaf_series *first = sheaf_series_list_at(parts, 0);
    sheaf_series_list *list = sheaf_series_list_create(series_alloc(first));
    sheaf_error error = { 0 };
    struct part_roles roles;
    struct arena arena;

    series_list_fail(list, sheaf_series_list_error(parts));
    if (total != NULL)
        series_list_fail(list, sheaf_series_error(total));
    if (first == NULL || sheaf_series_list_status(list) != SHEAF_OK)
        return list;
    if (period.unit == SHEAF_NO_PERIOD)
        period = latest_period(parts);
    else if (!any_has(parts, period))
        fail_no_period(parts, period, &error);
    arena_init(&arena, series_alloc(first), &error);
    struct ranked *ranked = arena_array(&arena, struct ranked, sheaf_series_list_count(parts));
    bool *rest = arena_array(&arena, bool, sheaf_series_list_count(parts));

    part_roles_find(&roles, parts, &arena, &error);
    if (error.status == SHEAF_OK)
        fill_top(list, parts, total, &roles, n, period, ranked, rest);
    series_list_fail(list, &error);
    arena_free(&arena);
    return list;
}
