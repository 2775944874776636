/* algebra_time.c - sums to coarser periods, year to date, and its parts. */
#include <math.h>
#include <string.h>

#include "period/period.h"
#include "series/algebra_spans.h"
#include "series/algebra_whole.h"

/* Sums to coarser periods --------------------------------------------------------------- */

/* A length of parts: so many months, or single days. */
struct grain {
    sheaf_period_unit unit;
    int32_t count;
};

/* The lengths of the series' periods that are shorter than so many months and divide them evenly,
 * longest first. */
static size_t find_grains(const sheaf_series *series, int months, struct grain grains[YEAR + 1])
{
    bool has[YEAR + 1] = { false };
    bool days = false;
    size_t n = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_period period = sheaf_series_at(series, i, ROOM)->period;

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

static void gather(const sheaf_series *series, sheaf_period span, struct grain grain,
                   struct parts *parts)
{
    struct date_interval days = period_interval(span);
    bool by_day = grain.unit == SHEAF_DAYS;
    int32_t start = by_day ? date_to_days(days.first) : span.start;
    int32_t end = by_day ? date_to_days(days.last) + 1 : span.start + span.count;

    *parts = (struct parts){ .of = series, .wanted = (size_t)((end - start) / grain.count) };
    for (; start < end; start += grain.count) {
        const sheaf_observation *part =
            sheaf_series_find(series, (sheaf_period){ grain.unit, start, grain.count }, ROOM);

        if (part != NULL)
            parts_take(parts, part);
    }
}

/* Adds the observation of a span: the series' own if it has one; else the sum of the longest parts
 * that are complete; else (incomplete) of the length with most parts. */
static void add_span(sheaf_series *result, const sheaf_series *series, sheaf_period span,
                     const struct grain *grains, size_t n, bool partial)
{
    const sheaf_observation *itself = sheaf_series_find(series, span, ROOM);
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
        parts_add_sum(result, span, &best, partial);
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

    series_define(result, DEFINITION_SUM_OF_PERIODS, series, NULL);
    if (!check_spans(result, spans) || !require_amounts(result, series) || n == 0)
        return result;
    n_grains = find_grains(series, spans.months, grains);
    first = month_of(period_interval(sheaf_series_at(series, 0, ROOM)->period).first);
    last = month_of(period_interval(sheaf_series_at(series, n - 1, ROOM)->period).first);
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

/* The shortest length of the series' periods that divides a year; 0: none does. */
static int32_t shortest_part(const sheaf_series *series)
{
    int32_t shortest = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_period period = sheaf_series_at(series, i, ROOM)->period;

        if (period.unit == SHEAF_MONTHS && period.count < YEAR && YEAR % period.count == 0 &&
            (shortest == 0 || period.count < shortest))
            shortest = period.count;
    }
    return shortest;
}

/* The first part of a year is copied; later ones are sums, or missing after a gap. */
static void add_year_to_date(sheaf_series *result, const sheaf_observation *part,
                             struct parts *year, int32_t start)
{
    sheaf_period span = { SHEAF_MONTHS, start, part->period.start + part->period.count - start };

    parts_take(year, part);
    year->wanted = (size_t)(span.count / part->period.count);
    if (year->wanted == 1)
        sheaf_series_add_observation(result, part);
    else
        parts_add_sum(result, span, year, false);
}

sheaf_series *sheaf_series_cumulative(const sheaf_series *series, int first_month)
{
    sheaf_series *result = result_of(series, "cumulative", "", sheaf_series_unit(series),
                                     sheaf_series_multiplier(series));
    int32_t length = shortest_part(series), current = -1;
    struct parts year = { .of = series };

    series_define(result, DEFINITION_YEAR_TO_DATE, series, NULL);
    require_amounts(result, series);
    if (first_month < 1 || first_month > YEAR)
        series_fail(result, SHEAF_BAD_ARGUMENT, "a year begins in a month from 1 to 12");
    else if (length == 0 && sheaf_series_count(series) > 0)
        series_fail(result, SHEAF_BAD_INPUT, "'%.100s' has no parts of years to add up",
                    sheaf_series_name(series));
    for (size_t i = 0; i < sheaf_series_count(series) && sheaf_series_status(result) == SHEAF_OK;
         i++) {
        const sheaf_observation *part = sheaf_series_at(series, i, ROOM);
        int32_t start = start_before(part->period.start, first_month, YEAR);

        if (part->period.unit != SHEAF_MONTHS || length == 0 || part->period.count != length ||
            (part->period.start - start) % length != 0)
            continue;
        if (start != current)
            year = (struct parts){ .of = series };
        current = start;
        add_year_to_date(result, part, &year, start);
    }
    return result;
}

/* The part of a year that a figure for the year to date adds to the one before it. */
static void add_last_part(sheaf_series *result, const sheaf_series *series,
                          const sheaf_observation *now, int step)
{
    sheaf_period part = now->period, before = now->period;
    sheaf_observation difference = { .value = NAN, .status = SHEAF_MISSING };
    sheaf_observation stated;
    const sheaf_observation *earlier;
    char formula[FORMULA_TEXT];

    part.start += part.count - step;
    part.count = step;
    before.count -= step;
    if (sheaf_series_find(series, part, &stated) != NULL)
        return; /* the source states it */
    earlier = sheaf_series_find(series, before, ROOM);
    if (earlier != NULL)
        difference = difference_of(now, earlier);
    else
        difference = difference_of(now, &difference);
    difference.period = part;
    sheaf_series_add_observation(result, &difference);
    if (isnan(difference.value))
        return;
    formula_pair(formula, now, "\u2212", earlier);
    series_note_input(result, series, now);
    series_note_input(result, series, earlier);
    series_add_derivation(result, part, formula);
}

sheaf_series *sheaf_series_from_cumulative(const sheaf_series *series, int first_month, int step)
{
    sheaf_series *result = result_of(series, step == 3 ? "quarters" : "months", "",
                                     sheaf_series_unit(series), sheaf_series_multiplier(series));
    bool has_part = false;

    series_define(result, DEFINITION_PARTS_OF_YEAR, series, NULL);
    if (first_month < 1 || first_month > YEAR || step < 1 || YEAR % step != 0)
        series_fail(
            result, SHEAF_BAD_ARGUMENT,
            "a year begins in a month from 1 to 12, and has parts of 1, 2, 3, 4 or 6 months");
    for (size_t i = 0; i < sheaf_series_count(series) && sheaf_series_status(result) == SHEAF_OK;
         i++) {
        const sheaf_observation *now = sheaf_series_at(series, i, ROOM);
        int32_t offset = now->period.start - start_before(now->period.start, first_month, YEAR);

        if (now->period.unit != SHEAF_MONTHS || offset % step != 0)
            continue;
        if (now->period.count == step)
            sheaf_series_add_observation(result, now);
        else if (offset == 0 && now->period.count <= YEAR && now->period.count % step == 0)
            add_last_part(result, series, now, step);
    }
    for (size_t i = 0; i < sheaf_series_count(result); i++) {
        const sheaf_observation *part = sheaf_series_at(result, i, ROOM);

        has_part |= !isnan(part->value) || observation_is_confidential(part);
    }
    if (!has_part && sheaf_series_count(series) > 0 && sheaf_series_status(result) == SHEAF_OK) {
        char has[128];

        periods_text(has, sizeof has, series);
        series_fail(
            result, SHEAF_BAD_INPUT,
            "'%.100s' has no two figures for the year to date that lie %d month%s apart; it "
            "has %s",
            sheaf_series_name(series), step, step == 1 ? "" : "s", has);
    }
    return result;
}
