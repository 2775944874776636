/* algebra_time.c - series by their periods: some of them, sums to coarser ones, year to
 * date, rolling and seasonal figures. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "data/algebra_parts.h"
#include "data/period.h"

enum { YEAR = 12, MOST_ROLLED = 10000 };

/* Filters ------------------------------------------------------------------------------- */

static bool same_length(sheaf_period a, sheaf_period b)
{
    return a.unit == b.unit && a.count == b.count;
}

static bool is_from(sheaf_period period, sheaf_period first)
{
    return first.unit == SHEAF_NO_PERIOD || sheaf_period_contains(first, period) ||
           sheaf_period_compare(period, first) >= 0;
}

static bool is_until(sheaf_period period, sheaf_period last)
{
    return last.unit == SHEAF_NO_PERIOD ||
           date_to_days(period_interval(period).last) <= date_to_days(period_interval(last).last);
}

/* How many observations the range holds; length NO_PERIOD: of any length. */
static size_t add_range(sheaf_series *result, const sheaf_series *series, sheaf_period first,
                        sheaf_period last, sheaf_period length)
{
    size_t count = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *o = sheaf_series_at(series, i);

        if ((length.unit != SHEAF_NO_PERIOD && !same_length(o->period, length)) ||
            !is_from(o->period, first) || !is_until(o->period, last))
            continue;
        sheaf_series_add_observation(result, o);
        count++;
    }
    return count;
}

/* The same series, still without observations. */
static sheaf_series *part_of(const sheaf_series *series)
{
    return series_create_like(series, sheaf_series_name(series), sheaf_series_unit(series),
                              sheaf_series_multiplier(series));
}

sheaf_series *sheaf_series_filter(const sheaf_series *series, sheaf_period first, sheaf_period last)
{
    sheaf_series *result = part_of(series);
    sheaf_period length = period_valid(first) ? first : last;
    char from[SHEAF_PERIOD_TEXT], to[SHEAF_PERIOD_TEXT];

    sheaf_period_write(first, from);
    sheaf_period_write(last, to);
    if (period_valid(first) && period_valid(last) &&
        (!same_length(first, last) || sheaf_period_compare(first, last) > 0))
        series_fail(result, SHEAF_BAD_INPUT,
                    same_length(first, last)
                        ? "the range %s..%s ends before it begins"
                        : "a range runs between periods of one length, not from %s to %s",
                    from, to);
    if (sheaf_series_status(result) == SHEAF_OK &&
        add_range(result, series, first, last, length) == 0)
        add_range(result, series, first, last, (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 });
    series_keep_derivations(result, series);
    return result;
}

sheaf_series *sheaf_series_pick(const sheaf_series *series, const sheaf_period *periods, size_t n)
{
    sheaf_series *result = part_of(series);
    char when[SHEAF_PERIOD_TEXT], has[128];

    if (periods == NULL && n > 0)
        series_fail(result, SHEAF_BAD_ARGUMENT, "there are no periods to pick (NULL)");
    for (size_t i = 0; i < n && sheaf_series_status(result) == SHEAF_OK; i++) {
        const sheaf_observation *found = sheaf_series_find(series, periods[i]);

        if (found != NULL) {
            if (sheaf_series_find(result, periods[i]) == NULL)
                sheaf_series_add_observation(result, found);
            continue;
        }
        sheaf_period_write(periods[i], when);
        periods_text(has, sizeof has, series);
        series_fail(result, SHEAF_BAD_INPUT, "'%.100s' has no %s; it has %s",
                    sheaf_series_name(series), when, has);
    }
    series_keep_derivations(result, series);
    return result;
}

/* Sums to coarser periods --------------------------------------------------------------- */

/* A length that parts may have: months, or single days. */
struct grain {
    sheaf_period_unit unit;
    int32_t count;
};

/* The lengths of a series that are shorter than so many months and divide them, the longest
 * first. */
static size_t find_grains(const sheaf_series *series, int months, struct grain grains[YEAR + 1])
{
    bool has[YEAR + 1] = { false };
    bool days = false;
    size_t n = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_period period = sheaf_series_at(series, i)->period;

        days |= period.unit == SHEAF_DAYS && period.count == 1;
        if (period.unit == SHEAF_MONTHS && period.count <= YEAR)
            has[period.count] = true;
    }
    for (int count = YEAR; count > 0; count--)
        if (has[count] && count < months && months % count == 0)
            grains[n++] = (struct grain){ SHEAF_MONTHS, count };
    if (days)
        grains[n++] = (struct grain){ SHEAF_DAYS, 1 };
    return n;
}

/* The parts of a span that a series has, summed. */
struct parts {
    struct running_sum sum;
    const sheaf_observation *terms[4]; /* the first three and the last, for the formula */
    size_t wanted, with_value;
    struct inputs inputs; /* of all parts, those without value, too */
};

static void parts_take(struct parts *parts, const sheaf_observation *part)
{
    size_t at = parts->with_value < 3 ? parts->with_value : 3;

    inputs_take(&parts->inputs, part);
    if (isnan(part->value))
        return;
    running_sum_add(&parts->sum, part);
    parts->terms[at] = part;
    parts->with_value++;
}

static void gather(const sheaf_series *series, sheaf_period span, struct grain grain,
                   struct parts *parts)
{
    struct date_interval days = period_interval(span);
    bool by_day = grain.unit == SHEAF_DAYS;
    int32_t start = by_day ? date_to_days(days.first) : span.start;
    int32_t end = by_day ? date_to_days(days.last) + 1 : span.start + span.count;

    *parts = (struct parts){ .wanted = (size_t)((end - start) / grain.count) };
    for (; start < end; start += grain.count) {
        const sheaf_observation *part =
            sheaf_series_find(series, (sheaf_period){ grain.unit, start, grain.count });

        if (part != NULL)
            parts_take(parts, part);
    }
}

/* "1.2 + 1.3 + … + 1.4" */
static void parts_formula(const struct parts *parts, char formula[FORMULA_TEXT])
{
    const sheaf_observation *terms[5];
    size_t length, n = parts->with_value;

    /* More than four are written as the first two, dots, and the last. */
    for (size_t i = 0; i < 5 && i < n; i++)
        terms[i] = parts->terms[i < 3 ? i : 3];
    formula_sum(formula, terms, n < 5 ? n : 5);
    length = strlen(formula);
    if (parts->with_value < parts->wanted)
        snprintf(formula + length, FORMULA_TEXT - length, " (%zu/%zu)", parts->with_value,
                 parts->wanted);
}

/* The sum of what there is: all of it, or with partial some. */
static void add_sum(sheaf_series *result, sheaf_period span, struct parts *parts, bool partial)
{
    bool complete = parts->with_value == parts->wanted;
    struct running_sum sum = parts->sum;
    sheaf_observation made;
    char formula[FORMULA_TEXT];

    if (!complete) {
        sheaf_observation gap = { .value = NAN,
                                  .status = partial && parts->with_value > 0
                                                ? SHEAF_DEFINITION_DIFFERS
                                                : SHEAF_MISSING };

        if (!partial || parts->with_value == 0)
            sum.inputs = parts->inputs;
        inputs_take(&sum.inputs, &gap);
        sum.inputs.missing = !partial || parts->with_value == 0;
        sum.inputs.confidentiality = parts->inputs.confidentiality;
    }
    made = running_sum_result(&sum, span);
    sheaf_series_add_observation(result, &made);
    if (isnan(made.value))
        return;
    parts_formula(parts, formula);
    series_add_derivation(result, span, formula);
}

/* A span: as the series has it, else of the longest parts that make it up, else of those
 * of which there are most. */
static void add_span(sheaf_series *result, const sheaf_series *series, sheaf_period span,
                     const struct grain *grains, size_t n, bool partial)
{
    const sheaf_observation *itself = sheaf_series_find(series, span);
    struct parts best = { .wanted = 1 };

    if (itself != NULL && !isnan(itself->value)) {
        sheaf_series_add_observation(result, itself);
        return;
    }
    for (size_t i = 0; i < n && best.with_value < best.wanted; i++) {
        struct parts parts;

        gather(series, span, grains[i], &parts);
        if (parts.inputs.status != 0 &&
            parts.with_value * best.wanted >= best.with_value * parts.wanted)
            best = parts;
    }
    if (best.inputs.status != 0)
        add_sum(result, span, &best, partial);
    else if (itself != NULL)
        sheaf_series_add_observation(result, itself);
}

static bool check_spans(sheaf_series *result, sheaf_spans spans)
{
    if (spans.months < 1 || spans.months > 9999 || spans.first_month < 1 ||
        spans.first_month > YEAR || spans.every < 1 || YEAR % spans.every != 0)
        series_fail(result, SHEAF_BAD_ARGUMENT,
                    "spans are of some months, begin in a month from 1 to 12, and return every 1, "
                    "2, 3, 4, 6 or 12 months");
    return sheaf_series_status(result) == SHEAF_OK;
}

static int32_t month_of(struct date day)
{
    return day.year * YEAR + day.month - 1;
}

/* The last start of a span at or before a month. */
static int32_t start_before(int32_t month, int first_month, int every)
{
    int32_t offset = (month - (first_month - 1)) % every;

    return month - (offset < 0 ? offset + every : offset);
}

sheaf_series *sheaf_series_sum_to(const sheaf_series *series, sheaf_spans spans, bool partial)
{
    sheaf_series *result =
        result_of(series, "sum", "", sheaf_series_unit(series), sheaf_series_multiplier(series));
    struct grain grains[YEAR + 1];
    size_t n = sheaf_series_count(series), n_grains;
    int32_t first, last;

    if (!check_spans(result, spans) || n == 0)
        return result;
    n_grains = find_grains(series, spans.months, grains);
    first = month_of(period_interval(sheaf_series_at(series, 0)->period).first);
    last = month_of(period_interval(sheaf_series_at(series, n - 1)->period).first);
    first = start_before(first - spans.months + 1, spans.first_month, spans.every);
    for (int32_t start = first; start <= last; start += spans.every) {
        sheaf_period span = { SHEAF_MONTHS, start, spans.months };

        if (period_valid(span))
            add_span(result, series, span, grains, n_grains, partial);
    }
    if (sheaf_series_count(result) == 0 && sheaf_series_status(result) == SHEAF_OK) {
        char has[128];

        periods_text(has, sizeof has, series);
        series_fail(result, SHEAF_BAD_INPUT, "'%.100s' has no parts to sum; it has %s",
                    sheaf_series_name(series), has);
    }
    return result;
}

/* Year to date -------------------------------------------------------------------------- */

/* The shortest length of which a year is made up; 0: none. */
static int32_t shortest_part(const sheaf_series *series)
{
    int32_t shortest = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_period period = sheaf_series_at(series, i)->period;

        if (period.unit == SHEAF_MONTHS && period.count < YEAR && YEAR % period.count == 0 &&
            (shortest == 0 || period.count < shortest))
            shortest = period.count;
    }
    return shortest;
}

/* The first part of a year is itself; later ones are sums, or missing after a gap. */
static void add_year_to_date(sheaf_series *result, const sheaf_observation *part,
                             struct parts *year, int32_t start)
{
    sheaf_period span = { SHEAF_MONTHS, start, part->period.start + part->period.count - start };

    parts_take(year, part);
    year->wanted = (size_t)(span.count / part->period.count);
    if (year->wanted == 1)
        sheaf_series_add_observation(result, part);
    else
        add_sum(result, span, year, false);
}

sheaf_series *sheaf_series_cumulative(const sheaf_series *series, int first_month)
{
    sheaf_series *result = result_of(series, "cumulative", "", sheaf_series_unit(series),
                                     sheaf_series_multiplier(series));
    int32_t length = shortest_part(series), current = -1;
    struct parts year = { 0 };

    if (first_month < 1 || first_month > YEAR)
        series_fail(result, SHEAF_BAD_ARGUMENT, "a year begins in a month from 1 to 12");
    else if (length == 0 && sheaf_series_count(series) > 0)
        series_fail(result, SHEAF_BAD_INPUT, "'%.100s' has no parts of years to add up",
                    sheaf_series_name(series));
    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *part = sheaf_series_at(series, i);
        int32_t start = start_before(part->period.start, first_month, YEAR);

        if (part->period.unit != SHEAF_MONTHS || part->period.count != length ||
            (part->period.start - start) % length != 0)
            continue;
        if (start != current)
            year = (struct parts){ 0 };
        current = start;
        add_year_to_date(result, part, &year, start);
    }
    return result;
}

/* Rolling figures ----------------------------------------------------------------------- */

/* n periods of one length that end with the given one, as one. */
static sheaf_period rolled_span(sheaf_period last, size_t n)
{
    int64_t count = (int64_t)n * last.count, start = last.start + last.count - count;
    sheaf_period span = { last.unit, (int32_t)start, (int32_t)count };
    int year, month, day;

    if (start < INT32_MIN || count > INT32_MAX || !period_valid(span))
        return (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
    if (last.unit != SHEAF_DAYS)
        return span;
    sheaf_period_first_day(span, &year, &month, &day);
    return sheaf_period_days(year, month, day, span.count);
}

/* False where the series has not yet begun. */
static bool gather_rolled(const sheaf_series *series, sheaf_period last, size_t n,
                          struct parts *parts)
{
    sheaf_period period = last;

    period.start -= (int32_t)(n - 1) * last.count;
    if (sheaf_period_compare(period, sheaf_series_at(series, 0)->period) < 0)
        return false;
    *parts = (struct parts){ .wanted = n };
    for (; period.start <= last.start; period.start += last.count) {
        const sheaf_observation *found = sheaf_series_find(series, period);

        if (found != NULL)
            parts_take(parts, found);
    }
    return true;
}

/* The mean of the parts, "(1.2 + 1.3 + 1.4) / 3", in a period. */
static void add_mean(sheaf_series *result, sheaf_period period, const struct parts *parts)
{
    struct running_sum sum = parts->sum;
    char terms[FORMULA_TEXT], formula[FORMULA_TEXT];
    sheaf_observation mean;

    if (parts->with_value < parts->wanted) {
        sheaf_observation gap = { .value = NAN, .status = SHEAF_MISSING };

        sum.inputs = parts->inputs;
        inputs_take(&sum.inputs, &gap);
    } else {
        sum.value /= (long double)parts->wanted;
        sum.low /= (long double)parts->wanted;
        sum.high /= (long double)parts->wanted;
    }
    mean = running_sum_result(&sum, period);
    sheaf_series_add_observation(result, &mean);
    if (isnan(mean.value))
        return;
    parts_formula(parts, terms);
    snprintf(formula, sizeof formula, "(%.500s) / %zu", terms, parts->wanted);
    series_add_derivation(result, period, formula);
}

static sheaf_series *rolled(const sheaf_series *series, size_t n, bool mean)
{
    char options[64];
    sheaf_series *result;

    snprintf(options, sizeof options, ", %zu", n);
    result = result_of(series, mean ? "rolling_mean" : "rolling_sum", options,
                       sheaf_series_unit(series), sheaf_series_multiplier(series));

    if (n < 1 || n > MOST_ROLLED)
        series_fail(result, SHEAF_BAD_ARGUMENT, "rolling figures are of 1 to %d periods",
                    MOST_ROLLED);
    for (size_t i = 0; i < sheaf_series_count(series) && sheaf_series_status(result) == SHEAF_OK;
         i++) {
        sheaf_period last = sheaf_series_at(series, i)->period, span = rolled_span(last, n);
        struct parts parts;

        if (!period_valid(span) || !gather_rolled(series, last, n, &parts))
            continue;
        if (mean)
            add_mean(result, last, &parts);
        else
            add_sum(result, span, &parts, false);
    }
    return result;
}

sheaf_series *sheaf_series_rolling_sum(const sheaf_series *series, size_t n)
{
    return rolled(series, n, false);
}

sheaf_series *sheaf_series_rolling_mean(const sheaf_series *series, size_t n)
{
    return rolled(series, n, true);
}

/* Seasonal means ------------------------------------------------------------------------ */

/* The same period in the years from first to last before (or, negative, after) it. */
static void gather_years(const sheaf_series *series, sheaf_period period, int first, int last,
                         struct parts *parts)
{
    for (int years = first; years >= last; years--) {
        sheaf_period same = period;

        same.start -= years * YEAR;
        const sheaf_observation *found = sheaf_series_find(series, same);

        if (found != NULL)
            parts_take(parts, found);
    }
}

/* n years before each period; too early in the series there is nothing to average. */
static void add_mean_of_years_before(sheaf_series *result, const sheaf_series *series,
                                     sheaf_period period, size_t n)
{
    sheaf_period first = period;
    struct parts parts = { .wanted = n };

    first.start -= (int32_t)n * YEAR;
    if (sheaf_series_find(series, first) == NULL)
        return;
    gather_years(series, period, (int)n, 1, &parts);
    add_mean(result, period, &parts);
}

static void add_mean_of_all_years(sheaf_series *result, const sheaf_series *series,
                                  sheaf_period period)
{
    sheaf_period first = sheaf_series_at(series, 0)->period;
    sheaf_period last = sheaf_series_at(series, sheaf_series_count(series) - 1)->period;
    int before =
        (month_of(period_interval(period).first) - month_of(period_interval(first).first)) / YEAR;
    int after =
        (month_of(period_interval(last).first) - month_of(period_interval(period).first)) / YEAR;
    struct parts parts = { 0 };

    gather_years(series, period, before, -after, &parts);
    parts.wanted = parts.with_value; /* years without a figure do not count */
    if (parts.with_value > 0)
        add_mean(result, period, &parts);
}

sheaf_series *sheaf_series_seasonal_mean(const sheaf_series *series, size_t n)
{
    sheaf_series *result = result_of(series, "seasonal", "", sheaf_series_unit(series),
                                     sheaf_series_multiplier(series));

    if (n > MOST_ROLLED)
        series_fail(result, SHEAF_BAD_ARGUMENT, "a seasonal mean is of at most %d years",
                    MOST_ROLLED);
    for (size_t i = 0; i < sheaf_series_count(series) && sheaf_series_status(result) == SHEAF_OK;
         i++) {
        sheaf_period period = sheaf_series_at(series, i)->period;

        if (period.unit != SHEAF_MONTHS)
            continue;
        if (n > 0)
            add_mean_of_years_before(result, series, period, n);
        else
            add_mean_of_all_years(result, series, period);
    }
    return result;
}
