/* algebra_structure.c - the parts of a whole: their sum, the largest of them, ranks and
 * concentration. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/algebra_parts.h"
#include "data/period.h"
#include "data/series_list.h"

/* A walk through the periods of all parts, in order. */
struct walk {
    const sheaf_series_list *parts;
    size_t n;
    int multiplier;               /* the largest of the parts: their figures are put into it */
    size_t *next;                 /* of each part */
    const sheaf_observation **at; /* each part's in the current period; NULL: it has none */
    sheaf_observation *converted;
    sheaf_period period;
};

/* Its memory is the result's; false after a failure, which the result has. */
static bool walk_begin(struct walk *walk, sheaf_series *result, const sheaf_series_list *parts)
{
    size_t n = sheaf_series_list_count(parts);
    const sheaf_series *first = sheaf_series_list_at(parts, 0);

    if (!series_take_error(result, sheaf_series_list_error(parts)))
        return false;
    if (n == 0)
        series_fail(result, SHEAF_BAD_INPUT, "there are no parts here");
    *walk = (struct walk){ .parts = parts, .n = n };
    walk->next = arena_array(series_arena(result), size_t, n);
    walk->at = arena_array(series_arena(result), const sheaf_observation *, n);
    walk->converted = arena_array(series_arena(result), sheaf_observation, n);
    walk->multiplier = sheaf_series_multiplier(first);
    for (size_t i = 1; i < n && require_same_unit(result, first, sheaf_series_list_at(parts, i),
                                                  "a whole of parts");
         i++) {
        int multiplier = sheaf_series_multiplier(sheaf_series_list_at(parts, i));

        if (multiplier > walk->multiplier)
            walk->multiplier = multiplier;
    }
    return sheaf_series_status(result) == SHEAF_OK;
}

/* The earliest period that a part still has. */
static bool find_next_period(struct walk *walk)
{
    bool found = false;

    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_observation *o =
            sheaf_series_at(sheaf_series_list_at(walk->parts, i), walk->next[i]);

        if (o != NULL && (!found || sheaf_period_compare(o->period, walk->period) < 0)) {
            walk->period = o->period;
            found = true;
        }
    }
    return found;
}

static bool walk_on(struct walk *walk)
{
    if (!find_next_period(walk))
        return false;
    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_series *part = sheaf_series_list_at(walk->parts, i);
        const sheaf_observation *o = sheaf_series_at(part, walk->next[i]);

        walk->at[i] = NULL;
        if (o == NULL || sheaf_period_compare(o->period, walk->period) != 0)
            continue;
        walk->next[i]++;
        walk->converted[i] =
            observation_in_larger_unit(o, walk->multiplier - sheaf_series_multiplier(part));
        walk->at[i] = &walk->converted[i];
    }
    return true;
}

/* About what all parts are about. */
static sheaf_series *result_of_parts(const sheaf_series_list *parts, const char *name,
                                     const char *unit)
{
    const sheaf_series *first = sheaf_series_list_at(parts, 0);
    sheaf_series *result;

    if (first == NULL)
        return sheaf_series_create(NULL, name, "", 0);
    result = series_create_like(first, name, unit != NULL ? unit : sheaf_series_unit(first), 0);
    sheaf_series_set_label(result, NULL);
    for (size_t i = 1; i < sheaf_series_list_count(parts); i++)
        describe_as_both(result, sheaf_series_list_at(parts, i));
    return result;
}

static bool is_confidential(const sheaf_observation *o)
{
    return o->confidentiality != 'F' && o->confidentiality != '\0';
}

/* Sums ---------------------------------------------------------------------------------- */

/* The figures of the current period that are asked for (every one with wanted NULL), summed. */
static void add_sum(sheaf_series *result, const struct walk *walk, const bool *wanted)
{
    struct running_sum sum = { 0 };
    const sheaf_observation *terms[5];
    sheaf_observation made;
    char formula[FORMULA_TEXT];

    for (size_t i = 0; i < walk->n; i++) {
        if (walk->at[i] == NULL || (wanted != NULL && !wanted[i]))
            continue;
        terms[sum.count < 4 ? sum.count : 4] = walk->at[i];
        running_sum_add(&sum, walk->at[i]);
    }
    if (sum.count == 0)
        return;
    made = running_sum_result(&sum, walk->period);
    sheaf_series_add_observation(result, &made);
    if (isnan(made.value))
        return;
    formula_sum(formula, terms, sum.count < 5 ? sum.count : 5);
    series_add_derivation(result, made.period, formula);
}

sheaf_series *sheaf_series_list_total(const sheaf_series_list *parts)
{
    sheaf_series *result = result_of_parts(parts, "total", NULL);
    struct walk walk;

    if (!walk_begin(&walk, result, parts))
        return result;
    series_set_unit(result, sheaf_series_unit(result), walk.multiplier);
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

/* Those that may be shown, largest first. */
static size_t rank_in(const sheaf_series_list *parts, int multiplier, sheaf_period period,
                      struct ranked *ranked)
{
    size_t count = 0;

    for (size_t i = 0; i < sheaf_series_list_count(parts); i++) {
        const sheaf_series *part = sheaf_series_list_at(parts, i);
        const sheaf_observation *o = sheaf_series_find(part, period);

        if (o != NULL && !isnan(o->value) && !is_confidential(o))
            ranked[count++] = (struct ranked){
                observation_in_larger_unit(o, multiplier - sheaf_series_multiplier(part)).value, i
            };
    }
    qsort(ranked, count, sizeof *ranked, larger_first);
    return count;
}

/* The latest period that begins last. */
static sheaf_period latest_period(const sheaf_series_list *parts)
{
    sheaf_period latest = { SHEAF_NO_PERIOD, 0, 0 };

    for (size_t i = 0; i < sheaf_series_list_count(parts); i++) {
        const sheaf_series *part = sheaf_series_list_at(parts, i);
        size_t n = sheaf_series_count(part);

        if (n > 0 && sheaf_period_compare(sheaf_series_at(part, n - 1)->period, latest) > 0)
            latest = sheaf_series_at(part, n - 1)->period;
    }
    return latest;
}

/* The whole less the shown ones. It tells of a confidential part that is the only one in
 * it: whoever knows the rest need only subtract. */
static void add_rest_of_whole(sheaf_series *result, const struct walk *walk, const bool *rest,
                              const sheaf_observation *whole)
{
    struct running_sum shown = { 0 };
    const sheaf_observation *only = NULL;
    struct inputs inputs = { 0 };
    size_t secrets = 0;
    char formula[FORMULA_TEXT], figure[DERIVATION_FIGURE], sum[DERIVATION_FIGURE];

    inputs_take(&inputs, whole);
    for (size_t i = 0; i < walk->n; i++) {
        if (walk->at[i] == NULL)
            continue;
        if (!rest[i]) {
            running_sum_add(&shown, walk->at[i]);
            inputs_take(&inputs, walk->at[i]);
        } else if (is_confidential(walk->at[i])) {
            only = walk->at[i];
            secrets++;
        }
    }
    if (secrets == 1) {
        sheaf_observation letter = *whole;

        letter.confidentiality = only->confidentiality;
        inputs_take(&inputs, &letter);
    }

    double size = fabs(whole->value);
    struct interval open = { without_noise(whole->low - (double)shown.high, size),
                             without_noise(whole->high - (double)shown.low, size) };
    sheaf_observation made = derived_observation(
        whole->period, inputs, without_noise(whole->value - (double)shown.value, size), open,
        shown.count > 0 && shown.decimals < whole->decimals ? shown.decimals : whole->decimals);

    sheaf_series_add_observation(result, &made);
    if (isnan(made.value))
        return;
    formula_figure(figure, whole, false);
    derivation_figure(sum, (double)shown.value, shown.decimals);
    snprintf(formula, sizeof formula, "%s \u2212 %s", figure, sum);
    series_add_derivation(result, made.period, formula);
}

/* The whole's own multiplier may be larger than that of any part. */
static sheaf_series *make_other(const sheaf_series_list *parts, const sheaf_series *whole,
                                const bool *rest)
{
    sheaf_series *other = result_of_parts(parts, "other", NULL);
    struct walk walk;

    if (!walk_begin(&walk, other, parts))
        return other;
    if (whole != NULL &&
        require_same_unit(other, sheaf_series_list_at(parts, 0), whole, "a whole of parts") &&
        sheaf_series_multiplier(whole) > walk.multiplier)
        walk.multiplier = sheaf_series_multiplier(whole);
    series_set_unit(other, sheaf_series_unit(other), walk.multiplier);
    while (sheaf_series_status(other) == SHEAF_OK && walk_on(&walk)) {
        const sheaf_observation *stated =
            whole != NULL ? sheaf_series_find(whole, walk.period) : NULL;

        if (whole == NULL) {
            add_sum(other, &walk, rest);
        } else if (stated != NULL) {
            sheaf_observation in_unit = observation_in_larger_unit(
                stated, walk.multiplier - sheaf_series_multiplier(whole));

            add_rest_of_whole(other, &walk, rest, &in_unit);
        }
    }
    return other;
}

static void fill_top(sheaf_series_list *list, const sheaf_series_list *parts,
                     const sheaf_series *whole, size_t n, sheaf_period period,
                     struct ranked *ranked, bool *rest)
{
    const sheaf_series *first = sheaf_series_list_at(parts, 0);
    size_t count = rank_in(parts, sheaf_series_multiplier(first), period, ranked);
    size_t all = sheaf_series_list_count(parts);

    for (size_t i = 0; i < all; i++)
        rest[i] = true;
    for (size_t i = 0; i < count && i < n; i++) {
        rest[ranked[i].index] = false;
        sheaf_series_list_add(
            list, series_copy(series_alloc(first), sheaf_series_list_at(parts, ranked[i].index)));
    }
    if (count > n || count < all || whole != NULL)
        sheaf_series_list_add(list, make_other(parts, whole, rest));
}

static bool any_has(const sheaf_series_list *parts, sheaf_period period)
{
    for (size_t i = 0; i < sheaf_series_list_count(parts); i++)
        if (sheaf_series_find(sheaf_series_list_at(parts, i), period) != NULL)
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

sheaf_series_list *sheaf_series_list_top(const sheaf_series_list *parts, const sheaf_series *whole,
                                         size_t n, sheaf_period period)
{
    const sheaf_series *first = sheaf_series_list_at(parts, 0);
    sheaf_series_list *list = sheaf_series_list_create(series_alloc(first));
    sheaf_error error = { 0 };
    struct arena arena;

    series_list_fail(list, sheaf_series_list_error(parts));
    if (whole != NULL)
        series_list_fail(list, sheaf_series_error(whole));
    if (first == NULL || sheaf_series_list_status(list) != SHEAF_OK)
        return list;
    if (period.unit == SHEAF_NO_PERIOD)
        period = latest_period(parts);
    else if (!any_has(parts, period))
        fail_no_period(parts, period, &error);
    arena_init(&arena, series_alloc(first), &error);
    struct ranked *ranked = arena_array(&arena, struct ranked, sheaf_series_list_count(parts));
    bool *rest = arena_array(&arena, bool, sheaf_series_list_count(parts));

    if (error.status == SHEAF_OK)
        fill_top(list, parts, whole, n, period, ranked, rest);
    series_list_fail(list, &error);
    arena_free(&arena);
    return list;
}

/* Ranks ----------------------------------------------------------------------------------- */

/* The figures of one period, each sort of them in falling order. */
struct order {
    double *values, *lows, *highs;
    size_t n;
};

static int falling(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x < y) - (x > y);
}

/* How many of n falling figures are larger. */
static size_t count_larger(const double *falling_values, size_t n, double than)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (falling_values[middle] > than)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void sort_figures(struct order *order, const struct walk *walk)
{
    order->n = 0;
    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_observation *o = walk->at[i];

        if (o == NULL || isnan(o->value))
            continue;
        order->values[order->n] = o->value;
        order->lows[order->n] = o->low;
        order->highs[order->n++] = o->high;
    }
    qsort(order->values, order->n, sizeof *order->values, falling);
    qsort(order->lows, order->n, sizeof *order->lows, falling);
    qsort(order->highs, order->n, sizeof *order->highs, falling);
}

/* One more than there are larger figures. A figure's own high end is larger than its low
 * one: it does not count against itself. */
static sheaf_observation rank_of(const struct order *order, const sheaf_observation *o)
{
    size_t larger = count_larger(order->values, order->n, o->value);
    size_t surely = count_larger(order->lows, order->n, o->high);
    size_t perhaps = count_larger(order->highs, order->n, o->low) - (o->high > o->low);

    return (sheaf_observation){ .period = o->period,
                                .value = (double)(1 + larger),
                                .low = (double)(1 + surely),
                                .high = (double)(1 + (perhaps > larger ? perhaps : larger)),
                                .status = o->status,
                                .confidentiality = o->confidentiality,
                                .derived = true,
                                .stated_growth = NAN };
}

static void fill_ranks(sheaf_series_list *list, struct walk *walk, struct order *order)
{
    while (walk_on(walk)) {
        sort_figures(order, walk);
        for (size_t i = 0; i < walk->n; i++) {
            sheaf_observation rank;

            if (walk->at[i] == NULL || isnan(walk->at[i]->value))
                continue;
            rank = rank_of(order, walk->at[i]);
            sheaf_series_add_observation(series_list_item(list, i), &rank);
        }
    }
}

sheaf_series_list *sheaf_series_list_rank(const sheaf_series_list *parts)
{
    const sheaf_series *first = sheaf_series_list_at(parts, 0);
    sheaf_series_list *list = sheaf_series_list_create(series_alloc(first));
    sheaf_series *scratch = result_of_parts(parts, "", NULL); /* lends its memory to the walk */
    struct arena *arena = series_arena(scratch);
    size_t n = sheaf_series_list_count(parts);
    struct walk walk;

    series_list_fail(list, sheaf_series_list_error(parts));
    for (size_t i = 0; i < n; i++) {
        const sheaf_series *part = sheaf_series_list_at(parts, i);

        sheaf_series_list_add(list, series_create_like(part, sheaf_series_name(part), "", 0));
    }
    if (n > 0 && sheaf_series_list_status(list) == SHEAF_OK && walk_begin(&walk, scratch, parts)) {
        struct order order = { arena_array(arena, double, n), arena_array(arena, double, n),
                               arena_array(arena, double, n), 0 };

        if (sheaf_series_status(scratch) == SHEAF_OK)
            fill_ranks(list, &walk, &order);
    }
    if (n > 0)
        series_list_fail(list, sheaf_series_error(scratch));
    for (size_t i = 0; i < sheaf_series_list_count(list); i++)
        series_list_fail(list, sheaf_series_error(series_list_item(list, i)));
    sheaf_series_destroy(scratch);
    return list;
}

/* Concentration ----------------------------------------------------------------------------- */

/* The share that figure a has in all with b, the sum of the others: a / (a + b). */
static double share_beside(double a, double b)
{
    return a + b > 0 ? a / (a + b) : 0;
}

/* "(14.7² + 9.8² + … + 1.1²) / 31.5²" */
static void squares_formula(char formula[FORMULA_TEXT], const struct walk *walk, double sum,
                            int decimals, size_t n)
{
    size_t length = (size_t)snprintf(formula, FORMULA_TEXT, "("), term = 0;
    char figure[DERIVATION_FIGURE];

    for (size_t i = 0; i < walk->n && length < FORMULA_TEXT; i++) {
        if (walk->at[i] == NULL)
            continue;
        term++;
        if (n > 4 && term == 3)
            length += (size_t)snprintf(formula + length, FORMULA_TEXT - length, " + \u2026");
        if (n > 4 && term > 2 && term < n)
            continue;
        derivation_figure(figure, walk->at[i]->value, walk->at[i]->decimals);
        length += (size_t)snprintf(formula + length, FORMULA_TEXT - length, "%s%s\u00b2",
                                   term > 1 ? " + " : "", figure);
    }
    derivation_figure(figure, sum, decimals);
    if (length < FORMULA_TEXT)
        snprintf(formula + length, FORMULA_TEXT - length, ") / %s\u00b2", figure);
}

/* Each share lies between its smallest beside the largest others and the reverse. Negative
 * figures have no shares. */
static void add_concentration(sheaf_series *result, const struct walk *walk)
{
    struct running_sum sum = { 0 };
    long double squares = 0, low = 0, high = 0, lows = 0, highs = 0;
    bool negative = false;
    char formula[FORMULA_TEXT];

    for (size_t i = 0; i < walk->n; i++)
        if (walk->at[i] != NULL) {
            running_sum_add(&sum, walk->at[i]);
            negative |= walk->at[i]->value < 0;
            lows += fmax(walk->at[i]->low, 0);
            highs += walk->at[i]->high;
        }
    if (negative || (!sum.inputs.missing && !(sum.value > 0)))
        return;
    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_observation *o = walk->at[i];

        if (o == NULL)
            continue;
        double own_low = fmax(o->low, 0), own_high = o->high;
        double share = o->value / (double)sum.value;
        double least = share_beside(own_low, (double)(highs - own_high));
        double most = share_beside(own_high, (double)(lows - own_low));

        squares += share * share;
        low += least * least;
        high += most * most;
    }
    sheaf_observation made = derived_observation(
        walk->period, sum.inputs, without_noise((double)squares, 1),
        (struct interval){ (double)low, fmin((double)high, 1) }, CONCENTRATION_DECIMALS);

    sheaf_series_add_observation(result, &made);
    if (isnan(made.value))
        return;
    squares_formula(formula, walk, (double)sum.value, sum.decimals, sum.count);
    series_add_derivation(result, made.period, formula);
}

sheaf_series *sheaf_series_list_concentration(const sheaf_series_list *parts)
{
    sheaf_series *result = result_of_parts(parts, "herfindahl", "");
    struct walk walk;

    if (!walk_begin(&walk, result, parts))
        return result;
    while (walk_on(&walk))
        add_concentration(result, &walk);
    return result;
}
