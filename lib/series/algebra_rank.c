/* algebra_rank.c - ranks the parts of a total by size; equal parts have equal ranks. */
#include <math.h>
#include <stdlib.h>

#include "series/algebra_whole.h"
#include "series/series_list.h"

/* The values and bounds of all parts in one period; each array is sorted, largest first. */
struct order {
    double *values, *lows, *highs;
    size_t n;
    struct inputs inputs; /* missing: one has no value, and any rank could depend on it */
};

static int falling(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x < y) - (x > y);
}

/* How many of n figures, sorted largest first, are larger; or, if or_equal, not smaller. */
static size_t count_larger(const double *falling_values, size_t n, double than, bool or_equal)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (falling_values[middle] > than || (or_equal && falling_values[middle] == than))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The observation of a part that has a rank; unspecified parts have none. */
static const sheaf_observation *ranked_at(const struct walk *walk, size_t i)
{
    return walk->roles.of[i] == PART_COUNTED ? walk->at[i] : NULL;
}

static void sort_figures(struct order *order, const struct walk *walk)
{
    order->n = 0;
    order->inputs = (struct inputs){ 0 };
    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_observation *o = ranked_at(walk, i);

        if (o == NULL)
            continue;
        inputs_take(&order->inputs, o);
        if (isnan(o->value))
            continue;
        order->values[order->n] = o->value;
        order->lows[order->n] = o->low;
        order->highs[order->n++] = o->high;
    }
    qsort(order->values, order->n, sizeof *order->values, falling);
    qsort(order->lows, order->n, sizeof *order->lows, falling);
    qsort(order->highs, order->n, sizeof *order->highs, falling);
}

/* No rank is known in a period in which one of the parts is not: that one may be any. */
static sheaf_observation unknown_rank(const struct order *order, const sheaf_observation *o)
{
    return derived_observation(o->period, order->inputs, NAN, interval_of(o), 0);
}

/* A rank is one more than the number of larger figures. Of 14.8 and 14.7, whose intervals meet at
 * 14.75, the first is the larger. For the upper bound, the figure's own high end is among those above
 * its low end and is subtracted. Beside a confidential figure all ranks of the period are confidential:
 * the place that is free would tell between which figures it lies. */
static sheaf_observation rank_of(const struct order *order, const sheaf_observation *o)
{
    bool is_open = o->high > o->low;
    size_t larger = count_larger(order->values, order->n, o->value, false);
    size_t surely = count_larger(order->lows, order->n, o->high, is_open);
    size_t perhaps = count_larger(order->highs, order->n, o->low, false) - is_open;

    return (sheaf_observation){ .period = o->period,
                                .value = (double)(1 + larger),
                                .low = (double)(1 + surely),
                                .high = (double)(1 + (perhaps > larger ? perhaps : larger)),
                                .status = o->status,
                                .confidentiality = order->inputs.confidentiality,
                                .derived = true,
                                .estimated = o->estimated };
}

static void fill_ranks(sheaf_series_list *list, struct walk *walk, struct order *order)
{
    while (walk_on(walk)) {
        sort_figures(order, walk);
        for (size_t i = 0, k = 0; i < walk->n; i++) {
            const sheaf_observation *o = ranked_at(walk, i);
            sheaf_series *ranks =
                walk->roles.of[i] == PART_COUNTED ? series_list_item(list, k++) : NULL;

            if (o == NULL)
                continue;

            sheaf_observation rank =
                order->inputs.missing ? unknown_rank(order, o) : rank_of(order, o);

            sheaf_series_add_observation(ranks, &rank);
        }
    }
}

/* An empty series of ranks for each part that has one. */
static void add_ranked(sheaf_series_list *list, const sheaf_series_list *parts,
                       const struct walk *walk)
{
    sheaf_error none = { 0 };

    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_series *part = sheaf_series_list_at(parts, i);
        sheaf_series *ranks;

        if (walk->roles.of[i] != PART_COUNTED)
            continue;
        ranks = series_create_like(part, sheaf_series_name(part), "", 0);
        series_set_nature(ranks, SERIES_RANK);
        series_define(ranks, DEFINITION_RANK, part, NULL);
        sheaf_series_list_add(list, ranks);
    }
    if (sheaf_series_list_status(list) == SHEAF_OK && sheaf_series_list_count(list) == 0)
        fail(&none, SHEAF_BAD_INPUT, "'%.60s' is unspecified and has no rank",
             sheaf_series_name(sheaf_series_list_at(parts, 0)));
    series_list_fail(list, &none);
}

sheaf_series_list *sheaf_series_list_rank(const sheaf_series_list *parts)
{
    const sheaf_series *first = sheaf_series_list_at(parts, 0);
    sheaf_series_list *list = sheaf_series_list_create(series_alloc(first));
    sheaf_series *scratch = result_of_parts(parts, "", NULL); /* owns the walk's memory */
    struct arena *arena = series_arena(scratch);
    size_t n = sheaf_series_list_count(parts);
    struct walk walk;

    series_list_fail(list, sheaf_series_list_error(parts));
    if (n > 0 && sheaf_series_list_status(list) == SHEAF_OK && walk_begin(&walk, scratch, parts)) {
        struct order order = { arena_array(arena, double, n),
                               arena_array(arena, double, n),
                               arena_array(arena, double, n),
                               0,
                               { 0 } };

        add_ranked(list, parts, &walk);
        require_parts_fit(scratch, parts, NULL);
        if (sheaf_series_status(scratch) == SHEAF_OK && sheaf_series_list_status(list) == SHEAF_OK)
            fill_ranks(list, &walk, &order);
    }
    if (n > 0)
        series_list_fail(list, sheaf_series_error(scratch));
    for (size_t i = 0; i < sheaf_series_list_count(list); i++)
        series_list_fail(list, sheaf_series_error(series_list_item(list, i)));
    sheaf_series_destroy(scratch);
    return list;
}
