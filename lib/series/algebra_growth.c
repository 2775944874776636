/* algebra_growth.c - change over time: growth, compound growth, contributions to growth, and
 * backcasts: a missing base computed from the growth that the source states. */
#include <math.h>
#include <string.h>

#include "base/quick_format.h"
#include "period/period.h"
#include "series/algebra_parts.h"

static sheaf_period base_period(sheaf_period period, sheaf_basis basis)
{
    return basis == SHEAF_ON_PREVIOUS ? sheaf_period_before(period)
                                      : sheaf_period_year_before(period);
}

static const char *options_of(sheaf_basis basis)
{
    return basis == SHEAF_ON_PREVIOUS ? ", on: previous" : "";
}

static bool is_percentage(const sheaf_series *series)
{
    return strcmp(sheaf_series_unit(series), "%") == 0;
}

/* Growth -------------------------------------------------------------------------------- */

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
                                .confidentiality = observation->confidentiality,
                                .line = observation->line,
                                .file = observation->file };
}

static double percent_on(double value, double base)
{
    return (value / base - 1) * 100;
}

/* Growth from zero, or from or to a negative figure (of a balance), has no meaning: -150 % of a deficit
 * would be read as its opposite. */
static sheaf_observation computed_growth(const sheaf_observation *now,
                                         const sheaf_observation *base)
{
    if (now->value < 0 || !is_positive(base))
        return without_meaning(now->period, inputs_of(now, base));

    struct interval open = { percent_on(now->low, now->low < 0 ? base->low : base->high),
                             percent_on(now->high, now->high < 0 ? base->high : base->low) };

    return derived_ratio(now->period, inputs_of(now, base), percent_on(now->value, base->value),
                         open);
}

/* The growth that a source states tells with the figure what it has grown from. */
static bool is_secret(const sheaf_observation *base)
{
    return base != NULL && (observation_is_confidential(base) || base->status == SHEAF_SUPPRESSED);
}

static void add_growth(sheaf_series *result, const sheaf_series *series,
                       const sheaf_observation *now, sheaf_basis basis)
{
    const sheaf_observation *base =
        sheaf_series_find(series, base_period(now->period, basis), ROOM);
    char formula[FORMULA_TEXT];

    if (basis == SHEAF_ON_YEAR && now->has_stated_growth && !is_secret(base)) {
        sheaf_observation stated = stated_growth(now);

        sheaf_series_add_observation(result, &stated);
        return;
    }
    if (base == NULL)
        return;

    sheaf_observation growth = computed_growth(now, base);
    size_t length;

    sheaf_series_add_observation(result, &growth);
    if (isnan(growth.value))
        return;
    formula_pair(formula, now, "/", base);
    length = strlen(formula);
    quick_format(formula + length, sizeof formula - length, " \u2212 1");
    series_note_input(result, series, now);
    series_note_input(result, series, base);
    series_add_derivation(result, now->period, formula);
}

sheaf_series *sheaf_series_growth_on(const sheaf_series *series, sheaf_basis basis)
{
    sheaf_series *result;

    if (is_percentage(series) || series_nature(series) == SERIES_RANK)
        return sheaf_series_change(series, basis);
    result = result_of(series, "growth", options_of(basis), "%", 0);
    series_define_with(
        result, basis == SHEAF_ON_YEAR ? DEFINITION_GROWTH_ON_YEAR : DEFINITION_GROWTH_ON_PREVIOUS,
        series, period_of(series), 0);
    for (size_t i = 0; i < sheaf_series_count(series); i++)
        add_growth(result, series, sheaf_series_at(series, i, ROOM), basis);
    return result;
}

sheaf_series *sheaf_series_growth(const sheaf_series *series)
{
    return sheaf_series_growth_on(series, SHEAF_ON_YEAR);
}

/* Change -------------------------------------------------------------------------------- */

/* What begins or ends has a change, too, which is unknown here: nothing says that it was zero. */
static void note_without_base(sheaf_series *result, const sheaf_series *series, sheaf_period period,
                              sheaf_basis basis)
{
    sheaf_period next = period;

    next.start += basis == SHEAF_ON_YEAR && period.unit == SHEAF_MONTHS ? 12 : period.count;
    if (sheaf_series_find(series, base_period(period, basis), ROOM) == NULL)
        series_note_lacking(result, period);
    if (period_valid(next) && sheaf_series_find(series, next, ROOM) == NULL)
        series_note_lacking(result, next);
}

sheaf_series *sheaf_series_change(const sheaf_series *series, sheaf_basis basis)
{
    const char *unit = is_percentage(series) ? "pp" : sheaf_series_unit(series);
    sheaf_series *result =
        result_of(series, "change", options_of(basis), unit, sheaf_series_multiplier(series));

    series_define_with(
        result, basis == SHEAF_ON_YEAR ? DEFINITION_CHANGE_ON_YEAR : DEFINITION_CHANGE_ON_PREVIOUS,
        series, period_of(series), 0);
    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *now = sheaf_series_at(series, i, ROOM);
        const sheaf_observation *base =
            sheaf_series_find(series, base_period(now->period, basis), ROOM);
        char formula[FORMULA_TEXT];

        note_without_base(result, series, now->period, basis);
        if (base == NULL)
            continue;

        sheaf_observation change = difference_of(now, base);

        sheaf_series_add_observation(result, &change);
        if (isnan(change.value))
            continue;
        formula_pair(formula, now, "\u2212", base);
        series_note_input(result, series, now);
        series_note_input(result, series, base);
        series_add_derivation(result, now->period, formula);
    }
    return result;
}

/* Compound growth ----------------------------------------------------------------------- */

/* Years from a period to a later one of the same length; 0 if it is not a whole number. */
static int whole_years(sheaf_period from, sheaf_period to)
{
    bool comparable = from.unit == SHEAF_MONTHS && to.unit == SHEAF_MONTHS &&
                      from.count == to.count && to.start > from.start;

    return comparable && (to.start - from.start) % 12 == 0 ? (to.start - from.start) / 12 : 0;
}

static double yearly_percent(double ratio, int years)
{
    return (pow(ratio, 1.0 / years) - 1) * 100;
}

/* The formula leaves out the factor 100, as all percentages do: "(16 / 9) ^ (1 / 4) − 1". */
static void add_compound(sheaf_series *result, const sheaf_series *series,
                         const sheaf_observation *now, const sheaf_observation *base, int years)
{
    struct inputs inputs = inputs_of(now, base);
    struct interval open;
    char pair[FORMULA_TEXT], formula[FORMULA_TEXT];

    sheaf_observation growth;

    if (now->value < 0 || !is_positive(base) ||
        !interval_quotient(interval_of(now), interval_of(base), &open)) {
        growth = without_meaning(now->period, inputs);
    } else {
        open = (struct interval){ yearly_percent(fmax(open.low, 0), years),
                                  yearly_percent(open.high, years) };
        growth = derived_ratio(now->period, inputs,
                               without_noise(yearly_percent(now->value / base->value, years), 100),
                               open);
    }
    sheaf_series_add_observation(result, &growth);
    if (isnan(growth.value))
        return;
    formula_pair(pair, now, "/", base);
    quick_format(formula, sizeof formula, "(%.400s) ^ (1 / %d) \u2212 1", pair, years);
    series_note_input(result, series, now);
    series_note_input(result, series, base);
    series_add_derivation(result, now->period, formula);
}

sheaf_series *series_compound_growth(const sheaf_series *series, sheaf_period base, bool strict)
{
    const sheaf_observation unknown = {
        .value = NAN, .low = NAN, .high = NAN, .status = SHEAF_MISSING
    };
    const sheaf_observation *from = sheaf_series_find(series, base, ROOM);
    char when[SHEAF_PERIOD_TEXT], options[64], has[128];
    sheaf_series *result;

    sheaf_period_write(base, when);
    quick_format(options, sizeof options, ", from: %s", when);
    result = result_of(series, "compound", options, "%", 0);
    series_define_with(result, DEFINITION_COMPOUND_GROWTH, series, base, 0);
    periods_text(has, sizeof has, series);
    if (from == NULL && strict)
        series_fail(result, SHEAF_BAD_INPUT, "'%.100s' has no %s to grow from; it has %s",
                    sheaf_series_name(series), when[0] != '\0' ? when : "period", has);
    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *now = sheaf_series_at(series, i, ROOM);
        int years = whole_years(base, now->period);

        if (years > 0 && sheaf_series_status(result) == SHEAF_OK)
            add_compound(result, series, now, from != NULL ? from : &unknown, years);
    }
    return result;
}

sheaf_series *sheaf_series_compound_growth(const sheaf_series *series, sheaf_period base)
{
    return series_compound_growth(series, base, true);
}

/* Contribution to growth ---------------------------------------------------------------- */

static void add_contribution(sheaf_series *result, const sheaf_observation *now,
                             const sheaf_observation *before, const sheaf_observation *total)
{
    sheaf_observation change = difference_of(now, before);
    struct inputs inputs = inputs_of(&change, total);
    struct interval open = interval_of(&change);
    char pair[FORMULA_TEXT], base[DERIVATION_FIGURE], formula[FORMULA_TEXT];

    sheaf_observation contribution;

    if (!is_positive(total) || !interval_quotient(open, interval_of(total), &open)) {
        contribution = without_meaning(now->period, inputs);
    } else {
        open = (struct interval){ open.low * 100, open.high * 100 };
        contribution = derived_ratio(now->period, inputs,
                                     without_noise(change.value / total->value * 100, 0), open);
    }
    sheaf_series_add_observation(result, &contribution);
    if (isnan(contribution.value))
        return;
    formula_pair(pair, now, "\u2212", before);
    formula_figure(base, total, true);
    quick_format(formula, sizeof formula, "(%.400s) / %s", pair, base);
    series_add_derivation(result, now->period, formula);
}

sheaf_series *sheaf_series_contribution(const sheaf_series *part, const sheaf_series *total,
                                        sheaf_basis basis)
{
    sheaf_series *result = result_of_pair(part, total, "pp", 0);
    int multiplier = sheaf_series_multiplier(part) > sheaf_series_multiplier(total)
                         ? sheaf_series_multiplier(part)
                         : sheaf_series_multiplier(total);

    describe_as_part(result, part);
    name_result(result, "contribution(%s, %s)", sheaf_series_name(part), sheaf_series_name(total));
    series_define(result, DEFINITION_CONTRIBUTION, part, total);
    if (!require_periods(result, part, "contribution") ||
        !require_same_unit(result, part, total, "a contribution to growth"))
        return result;
    for (size_t i = 0; i < sheaf_series_count(part); i++) {
        const sheaf_observation *now = sheaf_series_at(part, i, ROOM);
        sheaf_period before = base_period(now->period, basis);
        const sheaf_observation *then = sheaf_series_find(part, before, ROOM);
        const sheaf_observation *total_before = sheaf_series_find(total, before, ROOM);

        if (then == NULL || total_before == NULL)
            continue;

        sheaf_observation a =
            observation_in_larger_unit(now, multiplier - sheaf_series_multiplier(part));
        sheaf_observation b =
            observation_in_larger_unit(then, multiplier - sheaf_series_multiplier(part));
        sheaf_observation c =
            observation_in_larger_unit(total_before, multiplier - sheaf_series_multiplier(total));

        series_note_input(result, part, now);
        series_note_input(result, part, then);
        series_note_input(result, total, total_before);
        add_contribution(result, &a, &b, &c);
        series_forget_inputs(result);
    }
    return result;
}

/* Backcast ------------------------------------------------------------------------- */

/* True if the stated growth can be divided by: it is above -100 % over its entire interval. */
static bool can_backcast(const sheaf_observation *now)
{
    return !isnan(now->value) && now->has_stated_growth && stated_growth(now).low > -100;
}

static sheaf_observation backcast_base(const sheaf_observation *now, sheaf_period period)
{
    sheaf_observation growth = stated_growth(now);
    double least_divisor = 1 + growth.low / 100, most_divisor = 1 + growth.high / 100;
    struct interval open = { now->low / (now->low < 0 ? least_divisor : most_divisor),
                             now->high / (now->high < 0 ? most_divisor : least_divisor) };

    struct inputs inputs = inputs_of(now, NULL);

    inputs.estimated = true;
    return derived_observation(period, inputs, now->value / (1 + growth.value / 100), open,
                               now->decimals);
}

/* "31.5 / (1 + 30.1 %)" */
static void add_base_formula(sheaf_series *result, const sheaf_series *series,
                             const sheaf_observation *now, sheaf_period period)
{
    char value[DERIVATION_FIGURE], growth[DERIVATION_FIGURE], formula[FORMULA_TEXT];

    derivation_figure(value, now->value, now->decimals);
    derivation_figure(growth, fabs(now->stated_growth), now->stated_growth_decimals);
    quick_format(formula, sizeof formula, "%s / (1 %s %s %%)", value,
                 now->stated_growth < 0 ? "\u2212" : "+", growth);
    sheaf_observation stated = stated_growth(now);

    series_note_input(result, series, now);
    series_note_growth(result, series, &stated);
    series_add_estimate(result, period, formula);
}

sheaf_series *sheaf_series_imply(const sheaf_series *series)
{
    sheaf_series *result = series_copy(series_alloc(series), series);

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *now = sheaf_series_at(series, i, ROOM);
        sheaf_period period = sheaf_period_year_before(now->period);

        if (!can_backcast(now) || !period_valid(period) ||
            sheaf_series_find(series, period, ROOM) != NULL)
            continue;

        sheaf_observation base = backcast_base(now, period);

        sheaf_series_add_observation(result, &base);
        add_base_formula(result, series, now, period);
    }
    return result;
}
