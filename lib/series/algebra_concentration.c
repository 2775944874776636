/* algebra_concentration.c - how many parts a total has, and how it is concentrated on few of them:
 * the Herfindahl-Hirschman index. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "series/algebra_whole.h"

/* True for a part that may be many: secret or unspecified. It is not counted, and its share not squared.
 * The remainder of a list is one part, as the author of the list says. */
static bool may_be_many(const struct walk *walk, size_t i)
{
    return walk->roles.of[i] == PART_UNRANKED &&
           !sheaf_series_is_remainder(sheaf_series_list_at(walk->parts, i));
}

/* Numbers of parts ------------------------------------------------------------------------ */

/* The count takes the status of its weakest input, but no confidentiality: that a figure exists is
 * said by the table, and its size does not matter. */
static void add_number(sheaf_series *result, const struct walk *walk)
{
    struct inputs inputs = { 0 };
    size_t count = 0;

    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_observation *o = walk->at[i];
        bool suppressed = o != NULL && isnan(o->value) &&
                          (observation_is_confidential(o) || o->status == SHEAF_SUPPRESSED);

        if (o == NULL || may_be_many(walk, i) || o->value == 0 ||
            (isnan(o->value) && o->status == SHEAF_CANNOT_EXIST))
            continue;
        count++;
        if (!suppressed)
            inputs_take(&inputs, o);
    }
    inputs.confidentiality = '\0';
    inputs.status = inputs.status != '\0' ? inputs.status : (char)SHEAF_NORMAL;
    sheaf_observation made = derived_observation(
        walk->period, inputs, (double)count, (struct interval){ (double)count, (double)count }, 0);

    sheaf_series_add_observation(result, &made);
}

sheaf_series *sheaf_series_list_number(const sheaf_series_list *parts)
{
    sheaf_series *result = result_of_parts(parts, "count", "");
    struct walk walk;

    series_define(result, DEFINITION_COUNT, NULL, NULL);
    if (!walk_begin(&walk, result, parts))
        return result;
    while (walk_on(&walk))
        add_number(result, &walk);
    return result;
}

/* Concentration --------------------------------------------------------------------------- */

/* More than binary arithmetic can be off for an index, which is at most 1. */
static const double index_noise = 1e-12;

/* The share of a, if b is the sum of all others: a / (a + b). */
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
        if (walk->at[i] == NULL || may_be_many(walk, i))
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

/* What the parts and their squares add up to, at least and at most. */
struct reach {
    struct compensated low, high, squares_low, squares_high;
};

static struct reach reach_of(const struct walk *walk)
{
    struct reach reach = { 0 };

    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_observation *o = walk->at[i];
        double least = o != NULL ? fmax(o->low, 0) : 0, most = o != NULL ? o->high : 0;

        compensated_add(&reach.low, least);
        compensated_add(&reach.high, most);
        compensated_add(&reach.squares_low, least * least);
        compensated_add(&reach.squares_high, most * most);
    }
    return reach;
}

/* How far the index can be from its value. Where one share is larger the others are smaller, so the
 * bounds of single shares are too wide. By the mean value theorem the distance is at most the sum of
 * each part's error times its largest derivative, 2 (x S - Q) / S^3 with the sums S and Q of the
 * parts and of their squares. */
static double most_error(const struct walk *walk, const struct reach *reach)
{
    double low = compensated_value(&reach->low), high = compensated_value(&reach->high);
    double squares_low = compensated_value(&reach->squares_low);
    double squares_high = compensated_value(&reach->squares_high);
    double error = 0;

    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_observation *o = walk->at[i];

        if (o == NULL)
            continue;
        double least = fmax(o->low, 0), most = o->high;
        double slope = fmax(most * high - squares_low, squares_high - least * low);
        error += 2 * slope * fmax(most - o->value, o->value - least);
    }
    return low > 0 ? error / (low * low * low) : INFINITY;
}

/* The index, and its interval. Bounds of a share: the smallest own figure with the largest others,
 * and the reverse. */
static double sum_squares(const struct walk *walk, double total, bool has_many,
                          struct interval *open)
{
    const struct reach reach = reach_of(walk);
    struct compensated squares = { 0 }, low = { 0 }, high = { 0 };

    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_observation *o = walk->at[i];

        if (o == NULL)
            continue;
        double own_low = fmax(o->low, 0), own_high = o->high;
        double share = o->value / total;
        double least = share_beside(own_low, -compensated_rest(own_high, &reach.high));
        double most = share_beside(own_high, -compensated_rest(own_low, &reach.low));

        compensated_add(&high, most * most);
        if (may_be_many(walk, i))
            continue;
        compensated_add(&squares, share * share);
        compensated_add(&low, least * least);
    }
    double value = without_noise(compensated_value(&squares), 1);
    double error = has_many ? INFINITY : most_error(walk, &reach) + index_noise;

    *open = (struct interval){ fmax(compensated_value(&low), value - error),
                               fmin(fmin(compensated_value(&high), 1), value + error) };
    return value;
}

/* Negative figures have no shares, and nothing is no share of nothing. */
static void add_concentration(sheaf_series *result, const struct walk *walk)
{
    struct running_sum sum = { 0 };
    size_t many = 0;
    bool negative = false;
    char formula[FORMULA_TEXT];
    struct interval open;

    for (size_t i = 0; i < walk->n; i++)
        if (walk->at[i] != NULL) {
            running_sum_add(&sum, walk->at[i]);
            negative |= walk->at[i]->value < 0;
            many += may_be_many(walk, i);
        }
    double total = compensated_value(&sum.value);
    bool has_shares = !negative && total > 0;
    double value = has_shares ? sum_squares(walk, total, many > 0, &open) : NAN;
    sheaf_observation made = has_shares ? derived_ratio(walk->period, sum.inputs, value, open)
                                        : without_meaning(walk->period, sum.inputs);

    sheaf_series_add_observation(result, &made);
    if (isnan(made.value))
        return;
    squares_formula(formula, walk, total, sum.decimals, sum.count - many);
    for (size_t i = 0; i < walk->n; i++) {
        const sheaf_series *part = sheaf_series_list_at(walk->parts, i);

        if (walk->at[i] != NULL)
            series_note_input(result, part, sheaf_series_find(part, walk->period, ROOM));
    }
    series_add_derivation(result, made.period, formula);
}

sheaf_series *sheaf_series_list_concentration(const sheaf_series_list *parts)
{
    sheaf_series *result = result_of_parts(parts, "herfindahl", "");
    struct walk walk;

    series_define(result, DEFINITION_CONCENTRATION, NULL, NULL);
    if (!walk_begin(&walk, result, parts) || !require_parts_fit(result, parts, NULL))
        return result;
    while (walk_on(&walk))
        add_concentration(result, &walk);
    return result;
}
