/* algebra_share.c - shares, indices, and ratios of shares. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "period/period.h"
#include "series/algebra_parts.h"
#include "series/part_roles.h"

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
    struct interval open;

    if (!is_positive(b) || !interval_quotient(interval_of(a), interval_of(b), &open)) {
        *result = without_meaning(a->period, inputs);
        return true;
    }
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
                                 multiplier - sheaf_series_multiplier(b), false, ratio, divide };

    if (require_same_unit(result, a, b, what))
        combine_pairs(result, a, b, &how);
    return result;
}

/* Fails where a part is more than its whole, beyond rounding. A share of what is no whole of it (of
 * another country's exports, of GDP) may be of any size. */
static void check_share(sheaf_series *share, const sheaf_series *part, const sheaf_series *whole)
{
    char when[SHEAF_PERIOD_TEXT];

    if (!series_is_part_of(part, whole))
        return;
    for (size_t i = 0; i < sheaf_series_count(share) && sheaf_series_status(share) == SHEAF_OK;
         i++) {
        const sheaf_observation *o = sheaf_series_at(share, i, ROOM);

        if (isnan(o->value) || without_noise(o->low - 100, o->low) <= 0)
            continue;
        sheaf_period_write(o->period, when);
        series_fail(share, SHEAF_BAD_INPUT,
                    "in %s '%.100s' is more than '%.100s', of which it is a part", when,
                    sheaf_series_name(part), sheaf_series_name(whole));
    }
}

sheaf_series *sheaf_series_share(const sheaf_series *part, const sheaf_series *whole)
{
    sheaf_series *result = ratio_of(part, whole, "%", "a share", &(struct ratio){ 100, true });

    check_share(result, part, whole);
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
static sheaf_series *ratio_of_shares(const sheaf_series *const four[4], const char *name,
                                     enum definition_kind kind)
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
    series_define(result, kind, four[0], NULL);
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
                           "rca", DEFINITION_RATIO_OF_SHARES);
}

sheaf_series *sheaf_series_trade_intensity(const sheaf_series *to_partner, const sheaf_series *all,
                                           const sheaf_series *world_to_partner,
                                           const sheaf_series *world_all)
{
    return ratio_of_shares(
        (const sheaf_series *const[]){ to_partner, all, world_to_partner, world_all }, "intensity",
        DEFINITION_TRADE_INTENSITY);
}

/* Indices ------------------------------------------------------------------------------- */

/* Periods of one length are compared; of days, years with and without 29 February. */
static bool same_length(sheaf_period a, sheaf_period b)
{
    bool are_years = a.unit == SHEAF_DAYS && a.count >= 365 && a.count <= 366 && b.count >= 365 &&
                     b.count <= 366;

    return a.unit == b.unit && (a.count == b.count || are_years);
}

/* The mean of the parts of the base period that are as long as the one given, such as its months;
 * false if the series lacks one. */
static bool mean_of_parts(const sheaf_series *series, sheaf_period base, sheaf_period part,
                          sheaf_observation *mean)
{
    struct running_sum sum = { 0 };

    if (!period_valid(base) || !period_valid(part))
        return false;
    const int32_t end = base.start + base.count;
    if (part.unit != SHEAF_MONTHS || base.unit != SHEAF_MONTHS || base.count % part.count != 0)
        return false;
    for (part.start = base.start; part.start < end; part.start += part.count) {
        const sheaf_observation *found = sheaf_series_find(series, part, ROOM);

        if (found == NULL)
            return false;
        running_sum_add(&sum, found);
    }
    *mean = running_sum_mean(&sum, sum.count, base);
    return true;
}

/* What figures of one length are compared with. */
struct base {
    sheaf_period of; /* a period of that length */
    sheaf_observation figure;
    bool is_found;
};

/* The stated figure of the base period is the base of periods as long as that; the base of months is
 * a mean of months, never a sum of twelve. */
static struct base base_for(const sheaf_series *series, sheaf_period period, sheaf_period of)
{
    struct base base = { .of = of };
    const sheaf_observation *found = sheaf_series_find(series, period, ROOM);

    if (!same_length(period, of))
        base.is_found = mean_of_parts(series, period, of, &base.figure);
    else if (found != NULL) {
        base.figure = *found;
        base.is_found = true;
    }
    return base;
}

/* The bases of the lengths that the series has. Few series have more lengths than there is room
 * for; those are looked up again. */
struct bases {
    struct base list[6];
    size_t count;
};

static struct base find_base(struct bases *bases, const sheaf_series *series, sheaf_period period,
                             sheaf_period of)
{
    struct base base;

    for (size_t i = 0; i < bases->count; i++)
        if (same_length(bases->list[i].of, of))
            return bases->list[i];
    base = base_for(series, period, of);
    if (bases->count < sizeof bases->list / sizeof *bases->list)
        bases->list[bases->count++] = base;
    return base;
}

/* Fails if the series has no base at all. */
static bool check_bases(sheaf_series *result, const sheaf_series *series, sheaf_period period,
                        struct bases *bases)
{
    char when[SHEAF_PERIOD_TEXT], has[128];
    bool any_found = false;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        struct base base =
            find_base(bases, series, period, sheaf_series_at(series, i, ROOM)->period);

        any_found |= base.is_found;
    }
    sheaf_period_write(period, when);
    if (!any_found) {
        periods_text(has, sizeof has, series);
        series_fail(result, SHEAF_BAD_INPUT, "'%.100s' has no %s to be 100; it has %s",
                    sheaf_series_name(series), when, has);
    }
    return sheaf_series_status(result) == SHEAF_OK;
}

/* The base period is exactly 100, whatever its rounding interval. */
static sheaf_observation index_of(const sheaf_observation *now, const sheaf_observation *base)
{
    struct inputs inputs = inputs_of(now, base);
    struct interval open = { 100, 100 };

    if (is_positive(base) && sheaf_period_compare(now->period, base->period) == 0)
        return derived_observation(now->period, inputs, 100, open, INDEX_DECIMALS);
    if (!is_positive(base) || !interval_quotient(interval_of(now), interval_of(base), &open))
        return without_meaning(now->period, inputs);
    open = (struct interval){ open.low * 100, open.high * 100 };
    return derived_ratio(now->period, inputs, without_noise(now->value / base->value * 100, 0),
                         open);
}

sheaf_series *series_index(const sheaf_series *series, sheaf_period base, bool strict)
{
    const sheaf_observation unknown = {
        .value = NAN, .low = NAN, .high = NAN, .status = SHEAF_MISSING
    };
    struct bases bases = { .count = 0 };
    char when[SHEAF_PERIOD_TEXT], options[64];
    sheaf_series *result;

    sheaf_period_write(base, when);
    snprintf(options, sizeof options, ", base: %s", when);
    result = result_of(series, "index", options, "", 0);
    series_define_with(result, DEFINITION_INDEX, series, base, 0);
    if (sheaf_series_status(result) != SHEAF_OK ||
        (strict && !check_bases(result, series, base, &bases)))
        return result;
    series_set_unit(result, arena_format(series_arena(result), "%s = 100", when), 0);
    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *now = sheaf_series_at(series, i, ROOM);
        struct base own = find_base(&bases, series, base, now->period);
        char formula[FORMULA_TEXT];

        if (!own.is_found && strict)
            continue;
        if (!own.is_found)
            own.figure = unknown;

        sheaf_observation made = index_of(now, &own.figure);

        sheaf_series_add_observation(result, &made);
        if (isnan(made.value))
            continue;
        formula_pair(formula, now, "/", &own.figure);
        formula_power(formula, 2);
        series_note_input(result, series, now);
        series_note_input(result, series, &own.figure);
        series_add_derivation(result, now->period, formula);
    }
    return result;
}

sheaf_series *sheaf_series_index(const sheaf_series *series, sheaf_period period)
{
    return series_index(series, period, true);
}
