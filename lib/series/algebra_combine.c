/* algebra_combine.c - combines two series period by period: sums, differences, products, quotients. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "series/algebra_whole.h"
#include "vocabulary/vocabulary.h"

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int greatest(int a, int b)
{
    return a > b ? a : b;
}

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* Sums and differences ------------------------------------------------------------------ */

struct addition {
    int sign;
    const char *written;
    bool valuation; /* a is valued CIF and b FOB, and the formula shows it */
};

/* For a difference the ends of b's interval are swapped: the lowest result is low - high. */
static bool add(const void *context, const sheaf_observation *a, const sheaf_observation *b,
                sheaf_observation *result, char formula[FORMULA_TEXT])
{
    const struct addition *addition = context;
    int sign = addition->sign;
    double size = fmax(fabs(a->value), fabs(b->value));
    double b_low = sign > 0 ? b->low : b->high, b_high = sign > 0 ? b->high : b->low;
    struct interval open = { without_noise(a->low + sign * b_low, size),
                             without_noise(a->high + sign * b_high, size) };

    *result = derived_observation(a->period, inputs_of(a, b),
                                  without_noise(a->value + sign * b->value, size), open,
                                  least(a->decimals, b->decimals));
    formula_pair(formula, a, addition->valuation ? "(CIF) \u2212" : addition->written, b);
    if (addition->valuation && strlen(formula) + sizeof " (FOB)" <= FORMULA_TEXT)
        strcat(formula, " (FOB)");
    return true;
}

/* The flow that a + b or a - b is, such as turnover; "" if it has no name. */
static const char *flow_of_result(const sheaf_series *a, const sheaf_series *b, int sign)
{
    static const struct {
        const char *a;
        int sign;
        const char *b, *result;
    } identities[] = {
        { "exports", +1, "imports", "turnover" },
        { "imports", +1, "exports", "turnover" },
        { "turnover", -1, "exports", "imports" },
        { "turnover", -1, "imports", "exports" },
        { "domestic exports", +1, "re-exports", "exports" },
        { "re-exports", +1, "domestic exports", "exports" },
        { "exports", -1, "re-exports", "domestic exports" },
        { "exports", -1, "domestic exports", "re-exports" },
        { "exports", -1, "imports", "balance" },
        { "imports", +1, "balance", "exports" },
        { "balance", +1, "imports", "exports" },
        { "exports", -1, "balance", "imports" },
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

/* Fails with "cannot add t to USD" if the units differ. */
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

/* Refuses what is no sum: of indices, ranks and prices, and of exports with the re-exports that are
 * among them. */
static bool check_sum(sheaf_series *result, const sheaf_series *a, const sheaf_series *b)
{
    const char *flow_a = sheaf_series_flow(a), *flow_b = sheaf_series_flow(b);
    bool b_in_a = flow_is_part_of(flow_b, flow_a);

    if (!require_no_rates(result, a) || !require_no_rates(result, b))
        return false;
    if (!b_in_a && !flow_is_part_of(flow_a, flow_b))
        return true;
    series_fail(result, SHEAF_BAD_INPUT,
                "%.60s are part of %.60s already, and never added to them ('%.100s' and '%.100s')",
                b_in_a ? flow_b : flow_a, b_in_a ? flow_a : flow_b, sheaf_series_name(a),
                sheaf_series_name(b));
    return false;
}

static void name_pair(sheaf_series *result, const sheaf_series *a, const char *sign,
                      const sheaf_series *b)
{
    name_result(result, "%s %s %s", sheaf_series_name(a), sign, sheaf_series_name(b));
}

static sheaf_series *added(const sheaf_series *a, const sheaf_series *b,
                           const struct addition *addition)
{
    int multiplier = greatest(sheaf_series_multiplier(a), sheaf_series_multiplier(b));
    sheaf_series *result = result_of_pair(a, b, sheaf_series_unit(a), multiplier);
    const struct pairing how = { multiplier - sheaf_series_multiplier(a),
                                 multiplier - sheaf_series_multiplier(b), true, addition, add };

    if (sheaf_series_status(result) != SHEAF_OK || !check_units(result, a, b, addition->sign) ||
        (addition->sign > 0 && !check_sum(result, a, b)))
        return result;
    sheaf_series_set_flow(result, flow_of_result(a, b, addition->sign));
    name_pair(result, a, addition->sign > 0 ? "+" : "-", b);
    series_define(result,
                  addition->valuation  ? DEFINITION_MIRROR
                  : addition->sign > 0 ? DEFINITION_SUM
                                       : DEFINITION_DIFFERENCE,
                  a, b);
    combine_pairs(result, a, b, &how);
    return result;
}

sheaf_series *sheaf_series_sum(const sheaf_series *a, const sheaf_series *b)
{
    return added(a, b, &(struct addition){ +1, "+", false });
}

sheaf_series *sheaf_series_difference(const sheaf_series *a, const sheaf_series *b)
{
    return added(a, b, &(struct addition){ -1, "\u2212", false });
}

sheaf_series *mirror_difference(const sheaf_series *imports, const sheaf_series *exports)
{
    return added(imports, exports, &(struct addition){ -1, "\u2212", true });
}

/* Products and quotients ---------------------------------------------------------------- */

struct scaling {
    bool divide;
    int power; /* the result is converted to a unit 10^power larger */
    bool is_measure;
};

/* Digits before the point: a quotient by 14.7 (two digits) may need two more decimals. 0 for a
 * missing value. */
static int places_before_point(double value)
{
    return value != 0 && isfinite(value) ? (int)floor(log10(fabs(value))) + 1 : 0;
}

static bool multiply(const void *context, const sheaf_observation *a, const sheaf_observation *b,
                     sheaf_observation *result, char formula[FORMULA_TEXT])
{
    const struct scaling *scaling = context;
    struct interval open;
    double value = scaling->divide ? a->value / b->value : a->value * b->value;
    int most =
        scaling->divide ? a->decimals + places_before_point(b->value) : a->decimals + b->decimals;

    if (scaling->is_measure && b->value <= 0) {
        *result = without_meaning(a->period, inputs_of(a, b));
        return true;
    }
    if (!scaling->divide) {
        open = interval_product(interval_of(a), interval_of(b));
    } else if (isnan(b->value)) {
        open = interval_of(b);
    } else if (!interval_quotient(interval_of(a), interval_of(b), &open)) {
        *result = without_meaning(a->period, inputs_of(a, b));
        return true;
    }
    *result = derived_observation(a->period, inputs_of(a, b), without_noise(value, 0), open, most);
    *result = observation_in_larger_unit(result, scaling->power);
    formula_pair(formula, a, scaling->divide ? "/" : "\u00d7", b);
    formula_power(formula, -scaling->power);
    return true;
}

/* The series' power of ten as a plain number: a percentage is in hundredths, so -2. */
static int natural_multiplier(const sheaf_series *series)
{
    return sheaf_series_multiplier(series) - (same(sheaf_series_unit(series), "%") ? 2 : 0);
}

static struct powers find_powers(const sheaf_series *a, const sheaf_series *b, bool divide,
                                 const char *unit)
{
    bool plain_a = unit_is_plain(sheaf_series_unit(a)),
         plain_b = unit_is_plain(sheaf_series_unit(b));
    struct powers powers = { divide ? natural_multiplier(a) - natural_multiplier(b)
                                    : natural_multiplier(a) + natural_multiplier(b),
                             0, false };

    powers.natural += same(unit, "%") ? 2 : 0;
    if (plain_b && !same(unit, ""))
        powers.wanted = sheaf_series_multiplier(a);
    else if (plain_a && !plain_b && !divide)
        powers.wanted = sheaf_series_multiplier(b);
    else if (!divide || plain_b)
        powers.wanted = least(greatest(powers.natural, SMALLEST_MULTIPLIER), LARGEST_MULTIPLIER);
    return powers;
}

sheaf_series *scaled_by(const sheaf_series *a, const sheaf_series *b, bool divide, const char *unit,
                        struct powers powers)
{
    sheaf_series *result = result_of_pair(a, b, unit, powers.wanted);
    const struct scaling scaling = { divide, powers.wanted - powers.natural, powers.is_measure };

    if (sheaf_series_status(result) != SHEAF_OK)
        return result;
    name_pair(result, a, divide ? "/" : "*", b);
    series_define(result, divide ? DEFINITION_QUOTIENT : DEFINITION_PRODUCT, a, b);
    combine_pairs(result, a, b, &(struct pairing){ 0, 0, false, &scaling, multiply });
    return result;
}

static sheaf_series *scaled(const sheaf_series *a, const sheaf_series *b, bool divide)
{
    sheaf_series *result = result_of_pair(a, b, "", 0), *made;
    const char *unit;

    if (sheaf_series_status(result) != SHEAF_OK)
        return result;
    unit = divide ? unit_quotient(result, sheaf_series_unit(a), sheaf_series_unit(b))
                  : unit_product(result, sheaf_series_unit(a), sheaf_series_unit(b));
    if (unit == NULL)
        return result;
    made = scaled_by(a, b, divide, unit, find_powers(a, b, divide, unit));
    sheaf_series_destroy(result);
    return made;
}

sheaf_series *sheaf_series_multiply(const sheaf_series *a, const sheaf_series *b)
{
    return scaled(a, b, false);
}

sheaf_series *sheaf_series_divide(const sheaf_series *a, const sheaf_series *b)
{
    return scaled(a, b, true);
}

sheaf_series *sheaf_series_number(const sheaf_series *like, double number)
{
    char name[NUMBER_TEXT];
    double same_number;
    int decimals = 0;
    sheaf_series *result;

    number_write(name, number);
    number_read(name, strlen(name), &same_number, &decimals);
    result = series_create_like(like, name, "", 0);
    sheaf_series_set_label(result, NULL);
    sheaf_series_set_source(result, NULL);
    for (size_t i = 0; i < sheaf_series_count(like); i++)
        sheaf_series_add_observation(
            result,
            &(sheaf_observation){ .period = sheaf_series_at(like, i, ROOM)->period,
                                  .value = number,
                                  .low = number,
                                  .high = number,
                                  .decimals = decimals < MOST_DECIMALS ? decimals : MOST_DECIMALS,
                                  .status = SHEAF_NORMAL });
    return result;
}
