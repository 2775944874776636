/* algebra_parts.c - what the operations on series share. */
#include "series/algebra_parts.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "base/quick_format.h"
#include "series/digits.h"

/* A result is as weak as its weakest input. The order is from weakest to strongest: first statuses
 * without a value, then figures that were not observed, then figures that may still change, then
 * remarks. */
static char weaker_status(char a, char b)
{
    static const char order[] = "QLOMFEIUGVPBDNA";

    return strchr(order, a) <= strchr(order, b) ? a : b;
}

/* Letters of SDMX CL_CONF_STATUS, the strongest first: primary confidentiality (C, and A G M O P T,
 * which give the reason), secondary (D R S), not for publication (N), then an office's own letters.
 * 'F' and 0 mean free. */
static char stronger_confidentiality(char a, char b)
{
    static const char order[] = "CAGMOPTDRSN";
    const char *place_a, *place_b;

    if (a == 'F' || a == '\0')
        return b == '\0' ? a : b;
    if (b == 'F' || b == '\0')
        return a;
    place_a = strchr(order, a);
    place_b = strchr(order, b);
    return place_b != NULL && (place_a == NULL || place_b < place_a) ? b : a;
}

void inputs_take(struct inputs *inputs, const sheaf_observation *observation)
{
    char status = (char)observation->status;

    inputs->status = inputs->status == '\0' ? status : weaker_status(inputs->status, status);
    inputs->confidentiality =
        stronger_confidentiality(inputs->confidentiality, observation->confidentiality);
    inputs->missing |= isnan(observation->value);
    inputs->estimated |= observation->estimated;
    inputs->has_no_meaning |= isnan(observation->value) && observation->derived &&
                              observation->status == SHEAF_CANNOT_EXIST;
}

struct inputs inputs_of(const sheaf_observation *a, const sheaf_observation *b)
{
    struct inputs inputs = { 0 };

    inputs_take(&inputs, a);
    if (b != NULL)
        inputs_take(&inputs, b);
    return inputs;
}

/* No more decimals than binary arithmetic keeps, either. */
static int decimals_at_most(int most, double value)
{
    int kept = decimals_of_double(value);

    return within_decimals(most < kept ? most : kept);
}

sheaf_observation derived_observation(sheaf_period period, struct inputs inputs, double value,
                                      struct interval open, int most)
{
    sheaf_observation result = { .period = period,
                                 .value = NAN,
                                 .low = NAN,
                                 .high = NAN,
                                 .status = (sheaf_observation_status)inputs.status,
                                 .confidentiality = inputs.confidentiality,
                                 .derived = true,
                                 .estimated = inputs.estimated };

    if (inputs.missing)
        result.derived = inputs.status != SHEAF_CANNOT_EXIST || inputs.has_no_meaning;
    if (inputs.missing || !isfinite(value) || !isfinite(open.high - open.low))
        return result;
    result.value = value;
    result.low = fmin(open.low, value);
    result.high = fmax(open.high, value);
    result.decimals = decimals_that_hold(value, open, decimals_at_most(most, value));
    return result;
}

sheaf_observation derived_ratio(sheaf_period period, struct inputs inputs, double value,
                                struct interval open)
{
    return derived_observation(period, inputs, value, open,
                               decimals_for_digits(value, RATIO_DIGITS));
}

sheaf_observation without_meaning(sheaf_period period, struct inputs inputs)
{
    if (!inputs.missing)
        inputs.status = weaker_status(inputs.status, SHEAF_CANNOT_EXIST);
    return derived_observation(period, inputs, NAN, (struct interval){ NAN, NAN }, 0);
}

sheaf_observation difference_of(const sheaf_observation *now, const sheaf_observation *base)
{
    double size = fmax(fabs(now->value), fabs(base->value));
    struct interval open = { without_noise(now->low - base->high, size),
                             without_noise(now->high - base->low, size) };

    return derived_observation(now->period, inputs_of(now, base),
                               without_noise(now->value - base->value, size), open,
                               now->decimals < base->decimals ? now->decimals : base->decimals);
}

struct interval interval_of(const sheaf_observation *observation)
{
    return (struct interval){ observation->low, observation->high };
}

bool is_positive(const sheaf_observation *observation)
{
    return observation->low > 0;
}

void running_sum_add(struct running_sum *sum, const sheaf_observation *observation)
{
    compensated_add(&sum->value, observation->value);
    compensated_add(&sum->low, observation->low);
    compensated_add(&sum->high, observation->high);
    sum->size = fmax(sum->size, fabs(observation->value));
    if (sum->count++ == 0 || observation->decimals < sum->decimals)
        sum->decimals = observation->decimals;
    sum->has_derived |= observation->derived;
    inputs_take(&sum->inputs, observation);
}

sheaf_observation running_sum_mean(const struct running_sum *sum, size_t n, sheaf_period period)
{
    struct interval open = {
        without_noise(compensated_value(&sum->low) / (double)n, sum->size),
        without_noise(compensated_value(&sum->high) / (double)n, sum->size),
    };

    return derived_observation(period, sum->inputs,
                               without_noise(compensated_value(&sum->value) / (double)n, sum->size),
                               open, sum->decimals);
}

sheaf_observation running_sum_result(const struct running_sum *sum, sheaf_period period)
{
    sheaf_observation result = running_sum_mean(sum, 1, period);

    /* The sum of stated figures ends with their last place, so that it is not rounded once more:
     * 33 + 22 + 11 is 66, at most one and a half units from the true sum. */
    if (!sum->has_derived && !isnan(result.value) &&
        place_is_near(result.value, interval_of(&result), sum->decimals))
        result.decimals = sum->decimals;
    return result;
}

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

sheaf_period period_of(const sheaf_series *series)
{
    const sheaf_observation *first = sheaf_series_at(series, 0, ROOM);

    return first != NULL ? first->period : (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
}

void name_result(sheaf_series *result, const char *format, ...)
{
    va_list arguments;
    char *name = NULL;
    int n;

    if (sheaf_series_status(result) != SHEAF_OK)
        return;
    va_start(arguments, format);
    n = quick_vformat(NULL, 0, format, arguments);
    va_end(arguments);
    if (n >= 0)
        name = arena_take(series_arena(result), (size_t)n + 1, 1);
    if (name == NULL)
        return;
    va_start(arguments, format);
    quick_vformat(name, (size_t)n + 1, format, arguments);
    va_end(arguments);
    series_call_by_formula(result, name);
}

void describe_as_both(sheaf_series *result, const sheaf_series *b)
{
    const char *source_a = sheaf_series_source(result), *source_b = sheaf_series_source(b);

    if (!same(sheaf_series_flow(result), sheaf_series_flow(b)))
        sheaf_series_set_flow(result, NULL);
    if (!same(sheaf_series_reporter(result), sheaf_series_reporter(b)))
        sheaf_series_set_reporter(result, NULL);
    if (!same(sheaf_series_partner(result), sheaf_series_partner(b)))
        sheaf_series_set_partner(result, NULL);
    if (!same(sheaf_series_product(result), sheaf_series_product(b)))
        sheaf_series_set_product(result, NULL);
    if (!same(series_other_members(result), series_other_members(b)))
        series_set_other_members(result, NULL);
    if (source_a[0] == '\0')
        sheaf_series_set_source(result, source_b);
    else if (strstr(source_a, source_b) == NULL) /* also false if source_b is "" */
        sheaf_series_set_source(result,
                                arena_format(series_arena(result), "%s; %s", source_a, source_b));
}

void describe_as_part(sheaf_series *result, const sheaf_series *part)
{
    sheaf_series_set_reporter(result, sheaf_series_reporter(part));
    sheaf_series_set_partner(result, sheaf_series_partner(part));
    sheaf_series_set_product(result, sheaf_series_product(part));
    series_set_other_members(result, series_other_members(part));
}

sheaf_series *result_of_pair(const sheaf_series *a, const sheaf_series *b, const char *unit,
                             int multiplier)
{
    sheaf_series *result = series_create_like(a, "", unit, multiplier);

    if (!series_take_error(result, sheaf_series_error(b)))
        return result;
    sheaf_series_set_label(result, NULL);
    describe_as_both(result, b);
    series_take_derivations(result, a);
    series_take_derivations(result, b);
    return result;
}

bool require_periods(sheaf_series *result, const sheaf_series *series, const char *function)
{
    const sheaf_observation *first = sheaf_series_at(series, 0, ROOM);

    if (first != NULL && first->period.unit == SHEAF_NUMBER)
        series_fail(result, SHEAF_BAD_INPUT,
                    "'%.100s' runs over plain numbers (%.60s), and %s needs periods",
                    sheaf_series_name(series), sheaf_series_x(series), function);
    return sheaf_series_status(result) == SHEAF_OK;
}

sheaf_series *result_of(const sheaf_series *series, const char *function, const char *options,
                        const char *unit, int multiplier)
{
    sheaf_series *result = series_create_like(series, "", unit, multiplier);

    if (sheaf_series_status(result) != SHEAF_OK)
        return result;
    require_periods(result, series, function);
    sheaf_series_set_label(result, NULL);
    name_result(result, "%s(%s%s)", function, sheaf_series_name(series), options);
    series_take_derivations(result, series);
    return result;
}

void periods_text(char *out, size_t capacity, const sheaf_series *series)
{
    char first[SHEAF_PERIOD_TEXT], last[SHEAF_PERIOD_TEXT];
    size_t n = sheaf_series_count(series);

    if (n == 0) {
        quick_format(out, capacity, "nothing");
        return;
    }
    sheaf_period_write(sheaf_series_at(series, 0, ROOM)->period, first);
    sheaf_period_write(sheaf_series_at(series, n - 1, ROOM)->period, last);
    quick_format(out, capacity, "%s%s%s", first, n > 1 ? " to " : "", n > 1 ? last : "");
}

/* "years", "months": the length of all observations; NULL if they differ or it has no name. */
static const char *kind_of_periods(const sheaf_series *series)
{
    static const struct {
        int count;
        const char *name;
    } kinds[] = { { 12, "years" },
                  { 6, "half-years" },
                  { 4, "trimesters" },
                  { 3, "quarters" },
                  { 1, "months" } };
    int count = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_period period = sheaf_series_at(series, i, ROOM)->period;

        if (period.unit != SHEAF_MONTHS || (i > 0 && period.count != count))
            return NULL;
        count = period.count;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].count == count)
            return kinds[i].name;
    return NULL;
}

static void fail_nothing_in_common(sheaf_series *result, const sheaf_series *a,
                                   const sheaf_series *b)
{
    char span_a[128], span_b[128];
    const char *kind_a = kind_of_periods(a), *kind_b = kind_of_periods(b);
    bool differ = kind_a != NULL && kind_b != NULL && kind_a != kind_b;

    periods_text(span_a, sizeof span_a, a);
    periods_text(span_b, sizeof span_b, b);
    if (differ)
        series_fail(result, SHEAF_BAD_INPUT,
                    "no period in common: '%.100s' has %s (%s), '%.100s' %s (%s)",
                    sheaf_series_name(a), kind_a, span_a, sheaf_series_name(b), kind_b, span_b);
    else
        series_fail(result, SHEAF_BAD_INPUT,
                    "no period in common: '%.100s' has %s, '%.100s' has %s", sheaf_series_name(a),
                    span_a, sheaf_series_name(b), span_b);
}

/* Both series are in order of period, so one pass finds all shared periods. */
void combine_pairs(sheaf_series *result, const sheaf_series *a, const sheaf_series *b,
                   const struct pairing *how)
{
    size_t i = 0, k = 0, shared = 0;

    while (i < sheaf_series_count(a) && k < sheaf_series_count(b) &&
           sheaf_series_status(result) == SHEAF_OK) {
        const sheaf_observation *at_a = sheaf_series_at(a, i, ROOM),
                                *at_b = sheaf_series_at(b, k, ROOM);
        int order = sheaf_period_compare(at_a->period, at_b->period);
        char formula[FORMULA_TEXT] = "";

        i += order <= 0;
        k += order >= 0;
        if (order != 0 && how->is_sum)
            series_note_lacking(result, order < 0 ? at_a->period : at_b->period);
        if (order != 0)
            continue;
        shared++;

        sheaf_observation left = observation_in_larger_unit(at_a, how->power_a);
        sheaf_observation right = observation_in_larger_unit(at_b, how->power_b);
        sheaf_observation made;

        if (!how->combine(how->context, &left, &right, &made, formula))
            continue;
        sheaf_series_add_observation(result, &made);
        if (isnan(made.value) || formula[0] == '\0')
            continue;
        series_note_input(result, a, at_a);
        series_note_input(result, b, at_b);
        series_add_derivation(result, made.period, formula);
    }
    for (; how->is_sum && i < sheaf_series_count(a); i++)
        series_note_lacking(result, series_period_at(a, i));
    for (; how->is_sum && k < sheaf_series_count(b); k++)
        series_note_lacking(result, series_period_at(b, k));
    if (sheaf_series_status(result) == SHEAF_OK && shared == 0 &&
        sheaf_series_count(a) + sheaf_series_count(b) > 0)
        fail_nothing_in_common(result, a, b);
}

bool require_same_unit(sheaf_series *result, const sheaf_series *a, const sheaf_series *b,
                       const char *what)
{
    const char *unit_a = sheaf_series_unit(a), *unit_b = sheaf_series_unit(b);

    if (sheaf_series_status(result) != SHEAF_OK || same(unit_a, unit_b))
        return sheaf_series_status(result) == SHEAF_OK;
    series_fail(result, SHEAF_BAD_INPUT, "%s needs one unit: '%.100s' is in %s, '%.100s' in %s",
                what, sheaf_series_name(a), unit_a[0] != '\0' ? unit_a : "plain numbers",
                sheaf_series_name(b), unit_b[0] != '\0' ? unit_b : "plain numbers");
    return false;
}
