/* parts_derived.c - shares and changes of the parts of a chart. */
#include <math.h>
#include <string.h>

#include "chart/model/parts_collection.h"
#include "series/algebra_parts.h"
#include "series/series.h"
#include "text/format.h"

/* A series that is computed from a part, called as it is and of its flow. */
static sheaf_series *called_as(const struct collection *all, sheaf_series *made,
                               const sheaf_series *part)
{
    if (made == NULL)
        return NULL;
    sheaf_series_set_flow(made, sheaf_series_flow(part));
    sheaf_series_set_remainder(made, sheaf_series_is_remainder(part));
    return parts_name(all, made, sheaf_series_name(part), sheaf_series_label(part)) ? made : NULL;
}

/* Changes ------------------------------------------------------------------------------------ */

/* Decimals of an exact figure: no other has more. */
enum { EXACT = 12 };

/* A series of one figure: the part's of one period, said of another; zero where there was nothing. */
static sheaf_series *figure_as_of(const struct collection *all, const sheaf_series *part,
                                  sheaf_period period, sheaf_period as_of)
{
    sheaf_series *one = sheaf_series_create(&all->plan->all->alloc, sheaf_series_name(part),
                                            sheaf_series_unit(part), sheaf_series_multiplier(part));
    const sheaf_observation *at = sheaf_series_find(part, period, ROOM);
    sheaf_observation figure = { .decimals = EXACT, .status = SHEAF_NORMAL };

    if (at != NULL)
        figure = *at;
    figure.period = as_of;
    sheaf_series_add_observation(one, &figure);
    return one;
}

/* How a part has changed from the first to the last period. */
static sheaf_series *change_of(const struct collection *all, const sheaf_series *part,
                               sheaf_period first, sheaf_period last)
{
    sheaf_series *before = figure_as_of(all, part, first, last);
    sheaf_series *after = figure_as_of(all, part, last, last);
    sheaf_series *change = sheaf_series_difference(after, before);

    describe_as_part(change, part);
    change = called_as(all, parts_keep(all, change), part);
    sheaf_series_destroy(before);
    sheaf_series_destroy(after);
    return change;
}

static sheaf_chart *chart_of_changes(const struct collection *all)
{
    sheaf_chart *chart = parts_chart(all);
    sheaf_period *ends = arena_array(parts_arena(all), sheaf_period, 2);
    sheaf_period first = parts_end(all->chart, false), last = parts_end(all->chart, true);

    if (chart == NULL || ends == NULL)
        return NULL;
    ends[0] = first;
    ends[1] = last;
    chart->periods = ends;
    chart->n_periods = sheaf_period_compare(first, last) == 0 ? 1 : 2;
    chart->is_range = false;
    for (size_t i = 1; i < chart->n_series && chart->n_periods == 2; i++) {
        chart->series[i] = change_of(all, chart->series[i], first, last);
        if (chart->series[i] == NULL)
            return NULL;
    }
    return chart;
}

const sheaf_chart *parts_as_changes(const struct chart_plan *plan, size_t most)
{
    return parts_make(plan, most, BY_CHANGE, chart_of_changes);
}

/* Shares ------------------------------------------------------------------------------------- */

static bool require_no_negative(const struct collection *all, const sheaf_chart *chart)
{
    char when[SHEAF_PERIOD_TEXT];

    for (size_t i = 1; i < chart->n_series; i++)
        for (size_t k = 0; k < sheaf_series_count(chart->series[i]); k++) {
            const sheaf_observation *at = sheaf_series_at(chart->series[i], k, ROOM);
            if (!(at->value < 0) || !parts_want(all->chart, at->period))
                continue;
            sheaf_period_write(at->period, when);
            fail(parts_error(all), SHEAF_BAD_INPUT,
                 "'%.100s' is less than zero in %s, and what is negative is no share of a whole; "
                 "draw it stacked, where negative parts hang below zero, or as lines",
                 sheaf_series_name(chart->series[i]), when);
            return false;
        }
    return true;
}

/* The share of one part, called as the part. */
static sheaf_series *share_of(const struct collection *all, const sheaf_series *part,
                              const sheaf_series *total)
{
    sheaf_series *share = called_as(all, parts_keep(all, sheaf_series_share(part, total)), part);

    if (share != NULL)
        series_set_measure(share, format_word(all->plan->pen.text, WORD_SHARE_OF_TOTAL));
    return share;
}

static bool require_some_share(const struct collection *all, const sheaf_chart *chart)
{
    for (size_t i = 0; i < sheaf_series_count(chart->series[0]); i++) {
        const sheaf_observation *at = sheaf_series_at(chart->series[0], i, ROOM);
        if (!isnan(at->value) && parts_want(all->chart, at->period))
            return true;
    }
    fail(parts_error(all), SHEAF_BAD_INPUT,
         "there is no share to draw: in every period the total is zero, or is not known because a "
         "part is missing; leave that part out, or draw the parts as lines");
    return false;
}

static sheaf_chart *chart_of_shares(const struct collection *all)
{
    sheaf_chart *chart = parts_chart(all);

    if (chart == NULL || !require_no_negative(all, chart))
        return NULL;
    const sheaf_series *total = chart->series[0];
    for (size_t i = 1; i < chart->n_series; i++) {
        chart->series[i - 1] = share_of(all, chart->series[i], total);
        if (chart->series[i - 1] == NULL)
            return NULL;
    }
    chart->n_series--;
    chart->begins_with_total = false;
    return require_some_share(all, chart) ? chart : NULL;
}

/* Per cent that the rounding of shares may leave of 100. */
static const double max_rest = 0.5;

static bool make_100(const sheaf_chart *chart, sheaf_period period)
{
    double sum = 0;

    for (size_t i = 0; i < chart->n_series; i++) {
        const sheaf_observation *at = sheaf_series_find(chart->series[i], period, ROOM);
        if (at == NULL || !(at->value >= 0))
            return false;
        sum += at->value;
    }
    return fabs(sum - 100) <= max_rest;
}

/* Whether the data are shares of 100 already, which are not added up again. */
static bool are_shares(const sheaf_chart *chart)
{
    for (size_t i = 0; i < chart->n_series; i++)
        if (strcmp(sheaf_series_unit(chart->series[i]), "%") != 0)
            return false;
    for (size_t i = 0; i < sheaf_series_count(chart->series[0]); i++) {
        sheaf_period period = sheaf_series_at(chart->series[0], i, ROOM)->period;
        if (parts_want(chart, period) && !make_100(chart, period))
            return false;
    }
    return true;
}

static double last_share(const sheaf_series *series, sheaf_period last)
{
    const sheaf_observation *at = sheaf_series_find(series, last, ROOM);

    return at != NULL ? at->value : 0;
}

/* The shares of the data, the largest of the last period first; so few that insertion serves. */
static const sheaf_chart *stated_shares(const struct chart_plan *plan)
{
    sheaf_chart *chart = arena_new(plan->pen.arena, sheaf_chart);
    size_t n = plan->all->n_series;
    sheaf_series **series = arena_array(plan->pen.arena, sheaf_series *, n);
    sheaf_period last = parts_end(plan->all, true);

    if (chart == NULL || series == NULL)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        size_t at = i;
        for (; at > 0 && last_share(series[at - 1], last) < last_share(plan->all->series[i], last);
             at--)
            series[at] = series[at - 1];
        series[at] = plan->all->series[i];
    }
    *chart = *plan->all;
    chart->series = series;
    return chart;
}

const sheaf_chart *parts_as_shares(const struct chart_plan *plan, size_t most)
{
    if (plan->all->n_series == 1) {
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "'%.100s' has no other parts beside it, so that its share would be 100%% in each "
             "period; add the other parts, or draw bars",
             sheaf_series_label(plan->all->series[0]));
        return NULL;
    }
    if (plan->all->n_series <= most && are_shares(plan->all))
        return stated_shares(plan);
    return parts_make(plan, most, BY_LATEST, chart_of_shares);
}
