/* member_periods.c - the periods that a chart with a row a member shows. */
#include "chart/model/member_periods.h"
#include "chart/words/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/scale/period.h"
#include "chart/words/names.h"
#include "period/period.h"
#include "series/observation.h"
#include "text/format.h"

/* Periods that readers follow rule by rule. */
enum { MOST_WANTED = 5 };

static bool has_value(const sheaf_series *series, sheaf_period period)
{
    const sheaf_observation *at = sheaf_series_find(series, period, ROOM);

    return at != NULL && !isnan(at->value);
}

static size_t count_observations(const sheaf_chart *chart)
{
    size_t n = 0;

    for (size_t i = 0; i < chart->n_series; i++)
        n += sheaf_series_count(chart->series[i]);
    return n;
}

static bool any_has_value(const sheaf_chart *chart, sheaf_period period)
{
    for (size_t i = 0; i < chart->n_series; i++)
        if (has_value(chart->series[i], period))
            return true;
    return false;
}

/* Those wanted, or all, in which some series has a value: each once, kind by kind from the
 * longest. */
static sheaf_period *collect(const sheaf_chart *chart, struct arena *arena, size_t *n)
{
    size_t most = chart->n_periods > 0 ? chart->n_periods : count_observations(chart), put = 0;
    sheaf_period *periods = arena_array(arena, sheaf_period, most + 1);

    if (periods == NULL)
        return NULL;
    for (size_t i = 0; i < chart->n_periods; i++)
        periods[put++] = chart->periods[i];
    for (size_t i = 0; chart->n_periods == 0 && i < chart->n_series; i++)
        for (size_t k = 0; k < sheaf_series_count(chart->series[i]); k++)
            if (!isnan(sheaf_series_at(chart->series[i], k, ROOM)->value))
                periods[put++] = sheaf_series_at(chart->series[i], k, ROOM)->period;
    qsort(periods, put, sizeof *periods, period_order_by_kind);
    *n = 0;
    for (size_t i = 0; i < put; i++)
        if ((*n == 0 || sheaf_period_compare(periods[*n - 1], periods[i]) != 0) &&
            (chart->n_periods == 0 || any_has_value(chart, periods[i])))
            periods[(*n)++] = periods[i];
    return periods;
}

/* Cuts the list to the longest kind of which there are `least`; to none where there is no such. */
static sheaf_period *cut_to_kind(sheaf_period *periods, size_t *n, size_t least)
{
    for (size_t first = 0, end; first < *n; first = end) {
        for (end = first + 1; end < *n && periods_alike(periods[first], periods[end]);)
            end++;
        if (end - first >= least) {
            *n = end - first;
            return periods + first;
        }
    }
    *n = 0;
    return periods;
}

/* Whether some member has a figure of each flow. */
static bool has_both(const sheaf_chart *chart, sheaf_period period)
{
    const char *flows[2];
    bool has[2] = { false, false };

    if (!members_flows(chart, flows))
        return true;
    for (size_t i = 0; i < chart->n_series; i++)
        if (has_value(chart->series[i], period))
            has[strcmp(series_flow(chart->series[i]), flows[1]) == 0] = true;
    return has[0] && has[1];
}

static size_t last_of_both(const sheaf_chart *chart, const sheaf_period *periods, size_t n)
{
    for (size_t i = n; i > 0; i--)
        if (has_both(chart, periods[i - 1]))
            return i - 1;
    return n - 1;
}

static void fail_for_periods(const struct member_rules *rules, const sheaf_period *periods,
                             size_t n, struct text *text, struct arena *arena)
{
    const char *first = n > 0 ? period_words(text, arena, periods[0], PERIOD_SHORT) : "none";
    const char *last = n > 1 ? period_words(text, arena, periods[n - 1], PERIOD_SHORT) : NULL;

    fail(arena->error, SHEAF_BAD_INPUT,
         "%s compares periods of one length, two at least, and here is %s%s%s; choose other "
         "periods, or draw %s",
         rules->what, first != NULL ? first : "", last != NULL ? " and " : " only",
         last != NULL ? last : "", rules->instead);
}

bool member_periods_choose(sheaf_chart *chart, const struct member_rules *rules, struct text *text,
                           struct arena *arena)
{
    size_t least = rules->periods == PERIOD_LAST ? 1 : 2, n, kind;
    sheaf_period *all = collect(chart, arena, &n);

    if (all == NULL)
        return false;
    kind = n;
    sheaf_period *periods = cut_to_kind(all, &kind, least);
    if (kind == 0 && (least > 1 && n > 0)) {
        fail_for_periods(rules, all, n, text, arena);
        return false;
    }
    if (kind == 0)
        return true; /* nothing has a value, which the model tells */
    if (rules->periods == PERIOD_LAST) {
        periods += last_of_both(chart, periods, kind);
        kind = 1;
    } else if (rules->periods == PERIODS_FIRST_AND_LAST ||
               (rules->periods == PERIODS_WANTED_IF_FEW &&
                (chart->n_periods == 0 || kind > MOST_WANTED))) {
        periods[1] = periods[kind - 1];
        kind = 2;
    }
    chart->periods = periods;
    chart->n_periods = kind;
    chart->is_range = false;
    return true;
}
