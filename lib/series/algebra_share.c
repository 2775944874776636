/* algebra_share.c - shares, indices, and ratios of shares. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "period/period.h"
#include "series/algebra_parts.h"

static int greatest(int a, int b)
{
    return a > b ? a : b;
}

/* Shares -------------------------------------------------------------------------------- */

/* factor * a / b, where b is positive. */
struct ratio {
    double factor;
    bool is_final; /* false: an intermediate result, which is not rounded */
};

static bool divide(const void *context, const sheaf_observation *a, const sheaf_observation *b,
                   sheaf_observation *result, char formula[FORMULA_TEXT])
{
    const struct ratio *ratio = context;
    struct inputs inputs = inputs_of(a, b);
    struct interval open = { NAN, NAN };

    if (!inputs.missing &&
        (!is_positive(b) || !interval_quotient(interval_of(a), interval_of(b), &open)))
        return false;
    open = (struct interval){ open.low * ratio->factor, open.high * ratio->factor };
    double value = without_noise(a->value / b->value * ratio->factor, 0);
    *result = ratio->is_final ? derived_ratio(a->period, inputs, value, open)
                              : derived_observation(a->period, inputs, value, open, MOST_DECIMALS);
    formula_pair(formula, a, "/", b);
    return true;
}

static sheaf_series *ratio_of(const sheaf_series *a, const sheaf_series *b, const char *unit,
                              const char *what, const struct ratio *ratio)
{
    sheaf_series *result = result_of_pair(a, b, unit, 0);
    int multiplier = greatest(sheaf_series_multiplier(a), sheaf_series_multiplier(b));
    const struct pairing how = { multiplier - sheaf_series_multiplier(a),
                                 multiplier - sheaf_series_multiplier(b), ratio, divide };

    if (require_same_unit(result, a, b, what))
        combine_pairs(result, a, b, &how);
    return result;
}

sheaf_series *sheaf_series_share(const sheaf_series *part, const sheaf_series *whole)
{
    sheaf_series *result = ratio_of(part, whole, "%", "a share", &(struct ratio){ 100, true });

    describe_as_part(result, part);
    name_result(result, "share(%s, %s)", sheaf_series_name(part), sheaf_series_name(whole));
    series_define(result, DEFINITION_SHARE, part, whole);
    return result;
}

/* Ratios of shares ---------------------------------------------------------------------- */

static void name_ratio(sheaf_series *ratio, const sheaf_series *a, const sheaf_series *b)
{
    name_result(ratio, "%s / %s", sheaf_series_name(a), sheaf_series_name(b));
}

/* (a / b) / (c / d) */
static sheaf_series *ratio_of_shares(const sheaf_series *const four[4], const char *name)
{
    const struct ratio exactly = { 1, false };
    sheaf_series *ours = ratio_of(four[0], four[1], "", name, &exactly);
    sheaf_series *world = ratio_of(four[2], four[3], "", name, &exactly);
    sheaf_series *result;

    name_ratio(ours, four[0], four[1]);
    name_ratio(world, four[2], four[3]);
    result = ratio_of(ours, world, "", name, &(struct ratio){ 1, true });

    describe_as_part(result, four[0]);
    name_result(result, "%s(%s)", name, sheaf_series_name(four[0]));
    series_define(result, DEFINITION_RATIO_OF_SHARES, four[0], NULL);
    sheaf_series_destroy(ours);
    sheaf_series_destroy(world);
    return result;
}

sheaf_series *sheaf_series_comparative_advantage(const sheaf_series *product,
                                                 const sheaf_series *all,
                                                 const sheaf_series *world_product,
                                                 const sheaf_series *world_all)
{
    return ratio_of_shares((const sheaf_series *const[]){ product, all, world_product, world_all },
                           "rca");
}

sheaf_series *sheaf_series_trade_intensity(const sheaf_series *to_partner, const sheaf_series *all,
                                           const sheaf_series *world_to_partner,
                                           const sheaf_series *world_all)
{
    return ratio_of_shares(
        (const sheaf_series *const[]){ to_partner, all, world_to_partner, world_all }, "intensity");
}

/* Indices ------------------------------------------------------------------------------- */

/* The mean of the equally long parts of the base period, such as its months; false if the series
 * lacks one. */
static bool mean_of_parts(const sheaf_series *series, sheaf_period base, sheaf_observation *mean)
{
    struct running_sum sum = { 0 };
    sheaf_period next = { SHEAF_NO_PERIOD, 0, 0 };

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *part = sheaf_series_at(series, i);

        if (part->period.unit != SHEAF_MONTHS || base.unit != SHEAF_MONTHS ||
            !sheaf_period_contains(base, part->period) ||
            (sum.count > 0 && part->period.count != next.count))
            continue;
        if (sum.count == 0)
            next = (sheaf_period){ SHEAF_MONTHS, base.start, part->period.count };
        if (sheaf_period_compare(part->period, next) != 0)
            return false;
        running_sum_add(&sum, part);
        next.start += next.count;
    }
    if (sum.count == 0 || next.start != base.start + base.count)
        return false;
    *mean = running_sum_mean(&sum, sum.count, base);
    return true;
}

static bool find_base(sheaf_series *result, const sheaf_series *series, sheaf_period period,
                      sheaf_observation *base)
{
    const sheaf_observation *found = sheaf_series_find(series, period);
    char when[SHEAF_PERIOD_TEXT], has[128];

    if (sheaf_series_status(result) != SHEAF_OK)
        return false;
    sheaf_period_write(period, when);
    if (found != NULL)
        *base = *found;
    if (found == NULL && !mean_of_parts(series, period, base)) {
        periods_text(has, sizeof has, series);
        series_fail(result, SHEAF_BAD_INPUT, "'%.100s' has no %s to be 100; it has %s",
                    sheaf_series_name(series), when, has);
    } else if (!is_positive(base)) {
        series_fail(result, SHEAF_BAD_INPUT, "'%.100s' is not positive in %s, which is to be 100",
                    sheaf_series_name(series), when);
    }
    return sheaf_series_status(result) == SHEAF_OK;
}

/* The base period is exactly 100, whatever its rounding interval. */
static sheaf_observation index_of(const sheaf_observation *now, const sheaf_observation *base)
{
    struct inputs inputs = inputs_of(now, base);
    struct interval open = { 100, 100 };

    if (sheaf_period_compare(now->period, base->period) == 0)
        return derived_observation(now->period, inputs, 100, open, INDEX_DECIMALS);
    if (!interval_quotient(interval_of(now), interval_of(base), &open))
        inputs.missing = true;
    open = (struct interval){ open.low * 100, open.high * 100 };
    return derived_ratio(now->period, inputs, without_noise(now->value / base->value * 100, 0),
                         open);
}

sheaf_series *sheaf_series_index(const sheaf_series *series, sheaf_period period)
{
    sheaf_observation base = { 0 };
    char when[SHEAF_PERIOD_TEXT], options[64];
    sheaf_series *result;

    sheaf_period_write(period, when);
    snprintf(options, sizeof options, ", base: %s", when);
    result = result_of(series, "index", options, "", 0);
    series_define_with(result, DEFINITION_INDEX, series, period, 0);
    if (!find_base(result, series, period, &base))
        return result;
    series_set_unit(result, arena_format(series_arena(result), "%s = 100", when), 0);
    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *now = sheaf_series_at(series, i);
        sheaf_observation made = index_of(now, &base);
        char formula[FORMULA_TEXT];

        sheaf_series_add_observation(result, &made);
        if (isnan(made.value))
            continue;
        formula_pair(formula, now, "/", &base);
        formula_power(formula, 2);
        series_add_derivation(result, now->period, formula);
    }
    return result;
}
