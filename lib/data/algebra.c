/* algebra.c - sum, difference, growth and implied base values of series.
 *
 * Every result is made from a value and the interval that its inputs' rounding
 * leaves open (rounding.h), and takes the weakest status of its inputs. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "data/period.h"
#include "data/rounding.h"
#include "data/series.h"

enum { GROWTH_DECIMALS = 1 }; /* what statistics offices print of a percentage */

/* From weakest to strongest: a result is as weak as its weakest input. What has
 * no value comes first, then what is not an observation proper, then what may
 * still change, then remarks. */
static sheaf_observation_status weaker(sheaf_observation_status a, sheaf_observation_status b)
{
    static const char order[] = "QLOMFEIUGVPBDNA";
    const char *place_a = strchr(order, (int)a), *place_b = strchr(order, (int)b);

    return place_a <= place_b ? a : b;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* A derived observation without a value: what it needs is missing. */
static sheaf_observation derived(sheaf_period period, sheaf_observation_status status)
{
    return (sheaf_observation){ .period = period,
                                .value = NAN,
                                .low = NAN,
                                .high = NAN,
                                .status = status,
                                .derived = true,
                                .stated_growth = NAN };
}

static sheaf_observation derived_value(sheaf_period period, sheaf_observation_status status,
                                       double value, struct interval open, int most_decimals)
{
    sheaf_observation result = derived(period, status);

    if (!isfinite(value) || !isfinite(open.high - open.low))
        return result;
    result.value = value;
    result.low = fmin(open.low, value);
    result.high = fmax(open.high, value);
    result.decimals = decimals_that_hold(value, open, most_decimals);
    return result;
}

/* "31.5 − 14.7"; a negative second figure stands in brackets. */
static void add_formula(sheaf_series *result, const sheaf_observation *a, const char *sign,
                        const sheaf_observation *b)
{
    char left[DERIVATION_FIGURE], right[DERIVATION_FIGURE], formula[3 * DERIVATION_FIGURE];
    bool brackets = b->value < 0;

    derivation_figure(left, a->value, a->decimals);
    derivation_figure(right, b->value, b->decimals);
    snprintf(formula, sizeof formula, "%s %s %s%s%s", left, sign, brackets ? "(" : "", right,
             brackets ? ")" : "");
    series_add_derivation(result, a->period, formula);
}

/* b's interval ends are swapped for a difference: most is taken from least. */
static sheaf_observation combine(const sheaf_observation *a, const sheaf_observation *b, int sign)
{
    double size = fmax(fabs(a->value), fabs(b->value));
    double b_low = sign > 0 ? b->low : b->high, b_high = sign > 0 ? b->high : b->low;

    return derived_value(a->period, weaker(a->status, b->status),
                         without_noise(a->value + sign * b->value, size),
                         (struct interval){ without_noise(a->low + sign * b_low, size),
                                            without_noise(a->high + sign * b_high, size) },
                         least(a->decimals, b->decimals));
}

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* What two flows of the same partners make together; "" when it has no name. */
static const char *flow_of_result(const sheaf_series *a, const sheaf_series *b, int sign)
{
    static const struct {
        const char *a;
        int sign;
        const char *b, *result;
    } identities[] = {
        { "exports", +1, "imports", "turnover" }, { "imports", +1, "exports", "turnover" },
        { "turnover", -1, "exports", "imports" }, { "turnover", -1, "imports", "exports" },
        { "exports", -1, "imports", "balance" },  { "imports", +1, "balance", "exports" },
        { "balance", +1, "imports", "exports" },  { "exports", -1, "balance", "imports" },
    };
    const char *flow_a = sheaf_series_flow(a), *flow_b = sheaf_series_flow(b);

    if (sign > 0 && same(flow_a, flow_b))
        return flow_a;
    if (!same(sheaf_series_reporter(a), sheaf_series_reporter(b)) ||
        !same(sheaf_series_partner(a), sheaf_series_partner(b)) ||
        !same(sheaf_series_product(a), sheaf_series_product(b)))
        return "";
    for (size_t i = 0; i < sizeof identities / sizeof *identities; i++)
        if (identities[i].sign == sign && same(identities[i].a, flow_a) &&
            same(identities[i].b, flow_b))
            return identities[i].result;
    return "";
}

/* The result keeps what both series are about, and names both sources. */
static void describe_result(sheaf_series *result, const sheaf_series *a, const sheaf_series *b,
                            int sign)
{
    const char *source_a = sheaf_series_source(a), *source_b = sheaf_series_source(b);

    sheaf_series_set_label(result, NULL);
    sheaf_series_set_flow(result, flow_of_result(a, b, sign));
    if (!same(sheaf_series_reporter(a), sheaf_series_reporter(b)))
        sheaf_series_set_reporter(result, NULL);
    if (!same(sheaf_series_partner(a), sheaf_series_partner(b)))
        sheaf_series_set_partner(result, NULL);
    if (!same(sheaf_series_product(a), sheaf_series_product(b)))
        sheaf_series_set_product(result, NULL);
    if (source_a[0] == '\0')
        sheaf_series_set_source(result, source_b);
    else if (source_b[0] != '\0' && !same(source_a, source_b))
        sheaf_series_set_source(result,
                                arena_format(series_arena(result), "%s; %s", source_a, source_b));
}

/* "'exports' has 2022 to 2023" */
static void span_text(char *out, size_t capacity, const sheaf_series *series)
{
    char first[SHEAF_PERIOD_TEXT], last[SHEAF_PERIOD_TEXT];
    size_t n = sheaf_series_count(series);

    if (n == 0) {
        snprintf(out, capacity, "'%.100s' is empty", sheaf_series_name(series));
        return;
    }
    sheaf_period_write(sheaf_series_at(series, 0)->period, first);
    sheaf_period_write(sheaf_series_at(series, n - 1)->period, last);
    snprintf(out, capacity, "'%.100s' has %s%s%s", sheaf_series_name(series), first,
             n > 1 ? " to " : "", n > 1 ? last : "");
}

static void fail_nothing_in_common(sheaf_series *result, const sheaf_series *a,
                                   const sheaf_series *b)
{
    char span_a[256], span_b[256];

    span_text(span_a, sizeof span_a, a);
    span_text(span_b, sizeof span_b, b);
    series_fail(result, SHEAF_BAD_INPUT, "no period in common: %s, %s", span_a, span_b);
}

/* "cannot add t to USD": what has no sum is not summed. */
static bool check_units(sheaf_series *result, const sheaf_series *a, const sheaf_series *b,
                        int sign)
{
    const char *unit_a = sheaf_series_unit(a), *unit_b = sheaf_series_unit(b);

    if (same(unit_a, unit_b))
        return true;
    if (sign > 0)
        series_fail(result, SHEAF_BAD_INPUT, "cannot add %s to %s ('%.100s' to '%.100s')",
                    unit_b[0] != '\0' ? unit_b : "a number without unit",
                    unit_a[0] != '\0' ? unit_a : "a number without unit", sheaf_series_name(b),
                    sheaf_series_name(a));
    else
        series_fail(result, SHEAF_BAD_INPUT, "cannot subtract %s from %s ('%.100s' from '%.100s')",
                    unit_b[0] != '\0' ? unit_b : "a number without unit",
                    unit_a[0] != '\0' ? unit_a : "a number without unit", sheaf_series_name(b),
                    sheaf_series_name(a));
    return false;
}

/* Both are in order of period, so one walk finds what they share. */
static void combine_shared(sheaf_series *result, const sheaf_series *a, const sheaf_series *b,
                           int sign)
{
    int power_a = sheaf_series_multiplier(result) - sheaf_series_multiplier(a);
    int power_b = sheaf_series_multiplier(result) - sheaf_series_multiplier(b);
    size_t i = 0, k = 0;

    while (i < sheaf_series_count(a) && k < sheaf_series_count(b)) {
        const sheaf_observation *at_a = sheaf_series_at(a, i), *at_b = sheaf_series_at(b, k);
        int order = sheaf_period_compare(at_a->period, at_b->period);

        i += order <= 0;
        k += order >= 0;
        if (order != 0)
            continue;

        sheaf_observation left = observation_in_larger_unit(at_a, power_a);
        sheaf_observation right = observation_in_larger_unit(at_b, power_b);
        sheaf_observation sum = combine(&left, &right, sign);

        sheaf_series_add_observation(result, &sum);
        if (!isnan(sum.value))
            add_formula(result, &left, sign > 0 ? "+" : "\u2212", &right);
    }
}

static sheaf_series *combined(const sheaf_series *a, const sheaf_series *b, int sign)
{
    int multiplier = sheaf_series_multiplier(a) > sheaf_series_multiplier(b)
                         ? sheaf_series_multiplier(a)
                         : sheaf_series_multiplier(b);
    sheaf_series *result = series_create_like(a, "", sheaf_series_unit(a), multiplier);

    if (!series_take_error(result, sheaf_series_error(b)) || !check_units(result, a, b, sign))
        return result;
    describe_result(result, a, b, sign);
    series_set_name(result, arena_format(series_arena(result), "%s %s %s", sheaf_series_name(a),
                                         sign > 0 ? "+" : "-", sheaf_series_name(b)));
    series_take_derivations(result, a);
    series_take_derivations(result, b);
    combine_shared(result, a, b, sign);
    if (sheaf_series_status(result) == SHEAF_OK && sheaf_series_count(result) == 0)
        fail_nothing_in_common(result, a, b);
    return result;
}

sheaf_series *sheaf_series_sum(const sheaf_series *a, const sheaf_series *b)
{
    return combined(a, b, +1);
}

sheaf_series *sheaf_series_difference(const sheaf_series *a, const sheaf_series *b)
{
    return combined(a, b, -1);
}

static sheaf_observation stated_growth(const sheaf_observation *observation)
{
    struct interval open =
        rounding_interval(observation->stated_growth, observation->stated_growth_decimals);

    return (sheaf_observation){ .period = observation->period,
                                .value = observation->stated_growth,
                                .low = open.low,
                                .high = open.high,
                                .decimals = observation->stated_growth_decimals,
                                .status = observation->status,
                                .stated_growth = NAN };
}

static double percent_on(double value, double base)
{
    return (value / base - 1) * 100;
}

/* The base is positive over its whole interval. */
static sheaf_observation computed_growth(const sheaf_observation *now,
                                         const sheaf_observation *base)
{
    struct interval open = { percent_on(now->low, now->low < 0 ? base->low : base->high),
                             percent_on(now->high, now->high < 0 ? base->high : base->low) };

    return derived_value(now->period, weaker(now->status, base->status),
                         percent_on(now->value, base->value), open, GROWTH_DECIMALS);
}

static void add_growth(sheaf_series *result, const sheaf_series *series,
                       const sheaf_observation *now)
{
    const sheaf_observation *base =
        sheaf_series_find(series, sheaf_period_year_before(now->period));
    char value[DERIVATION_FIGURE], base_value[DERIVATION_FIGURE], formula[3 * DERIVATION_FIGURE];

    if (!isnan(now->stated_growth)) {
        sheaf_observation stated = stated_growth(now);

        sheaf_series_add_observation(result, &stated);
        return;
    }
    if (base == NULL || isnan(now->value) || !(base->low > 0))
        return;

    sheaf_observation growth = computed_growth(now, base);

    sheaf_series_add_observation(result, &growth);
    derivation_figure(value, now->value, now->decimals);
    derivation_figure(base_value, base->value, base->decimals);
    snprintf(formula, sizeof formula, "%s / %s \u2212 1", value, base_value);
    series_add_derivation(result, now->period, formula);
}

sheaf_series *sheaf_series_growth(const sheaf_series *series)
{
    sheaf_series *result = series_create_like(series, "", "%", 0);

    if (sheaf_series_status(result) != SHEAF_OK)
        return result;
    sheaf_series_set_label(result, NULL);
    series_set_name(result,
                    arena_format(series_arena(result), "growth(%s)", sheaf_series_name(series)));
    series_take_derivations(result, series);
    for (size_t i = 0; i < sheaf_series_count(series); i++)
        add_growth(result, series, sheaf_series_at(series, i));
    return result;
}

/* True when the growth divides: above -100 % over its whole interval. */
static bool implies(const sheaf_observation *now)
{
    return !isnan(now->value) && !isnan(now->stated_growth) && stated_growth(now).low > -100;
}

static sheaf_observation implied_base(const sheaf_observation *now, sheaf_period period)
{
    sheaf_observation growth = stated_growth(now);
    double least_divisor = 1 + growth.low / 100, most_divisor = 1 + growth.high / 100;
    struct interval open = { now->low / (now->low < 0 ? least_divisor : most_divisor),
                             now->high / (now->high < 0 ? most_divisor : least_divisor) };

    return derived_value(period, now->status, now->value / (1 + growth.value / 100), open,
                         now->decimals);
}

/* "31.5 / (1 + 30.1 %)" */
static void add_base_formula(sheaf_series *result, const sheaf_observation *now,
                             sheaf_period period)
{
    char value[DERIVATION_FIGURE], growth[DERIVATION_FIGURE], formula[3 * DERIVATION_FIGURE];

    derivation_figure(value, now->value, now->decimals);
    derivation_figure(growth, fabs(now->stated_growth), now->stated_growth_decimals);
    snprintf(formula, sizeof formula, "%s / (1 %s %s %%)", value,
             now->stated_growth < 0 ? "\u2212" : "+", growth);
    series_add_derivation(result, period, formula);
}

sheaf_series *sheaf_series_imply(const sheaf_series *series)
{
    sheaf_series *result = series_copy(series_alloc(series), series);

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *now = sheaf_series_at(series, i);
        sheaf_period period = sheaf_period_year_before(now->period);

        if (!implies(now) || !period_valid(period) || sheaf_series_find(series, period) != NULL)
            continue;

        sheaf_observation base = implied_base(now, period);

        sheaf_series_add_observation(result, &base);
        add_base_formula(result, now, period);
    }
    return result;
}
