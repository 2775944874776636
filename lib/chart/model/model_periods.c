/* model_periods.c - the periods of a chart: those of all its series, with the missing ones between them. */
#include "chart/model/model_parts.h"

#include <stdlib.h>
#include <string.h>

#include "chart/scale/period.h"
#include "period/period.h"
#include "series/series.h"

static int compare_periods(const void *a, const void *b)
{
    return period_order_by_kind(a, b);
}

/* The same, without a call for two of the same kind, as most of very many are. */
static inline int order_of(const sheaf_period *a, const sheaf_period *b)
{
    if (a->unit == b->unit && a->count == b->count && a->unit != SHEAF_NUMBER &&
        a->unit != SHEAF_NO_PERIOD)
        return (a->start > b->start) - (a->start < b->start);
    return period_order_by_kind(a, b);
}

static size_t count_observations(const sheaf_chart *chart)
{
    size_t n = 0;

    for (size_t i = 0; i < chart->n_series; i++)
        n += sheaf_series_count(chart->series[i]);
    return n;
}

static size_t drop_repeated(sheaf_period *periods, size_t n)
{
    size_t kept = 0;

    for (size_t i = 0; i < n; i++)
        if (kept == 0 || order_of(&periods[kept - 1], &periods[i]) != 0)
            periods[kept++] = periods[i];
    return kept;
}

/* Greatest common step of the periods first to end - 1, in months; 0: they are days, or only
 * one. */
static int step_of(const sheaf_period *periods, size_t first, size_t end)
{
    int step = 0;

    for (size_t i = first + 1; i < end && periods[i].unit == SHEAF_MONTHS; i++)
        for (int rest = periods[i].start - periods[i - 1].start; rest != 0;) {
            int smaller = step % rest;
            step = rest;
            rest = smaller;
        }
    return step;
}

static size_t kind_end(const sheaf_period *periods, size_t n, size_t first)
{
    size_t end = first + 1;

    while (end < n && periods_alike(periods[first], periods[end]))
        end++;
    return end;
}

/* Writes the periods of one kind to out, with those missing between them, so that a gap in the data
 * is a gap in the chart. If most would be missing (2000, 2010, 2013), none is added. Returns the
 * number of periods; out may be NULL. */
static size_t fill_kind(const sheaf_period *periods, size_t first, size_t end, sheaf_period *out)
{
    int step = step_of(periods, first, end);
    size_t put = 0, n = end - first;
    size_t all =
        step > 0 ? (size_t)((periods[end - 1].start - periods[first].start) / step) + 1 : n;
    bool fills = step > 0 && all <= 2 * n;

    if (out == NULL && !fills)
        return n;
    for (size_t i = first; i < end; i++) {
        sheaf_period period = periods[i];
        int last = fills && i + 1 < end ? periods[i + 1].start : period.start + 1;
        do {
            if (out != NULL)
                out[put] = period;
            put++;
            period.start += step > 0 ? step : 1;
        } while (period.start < last);
    }
    return put;
}

static bool fill_holes(struct model *model, struct arena *arena)
{
    const sheaf_period *periods = model->periods;
    size_t n = 0, put = 0;

    for (size_t i = 0; i < model->n_periods; i = kind_end(periods, model->n_periods, i))
        n += fill_kind(periods, i, kind_end(periods, model->n_periods, i), NULL);
    if (n == model->n_periods)
        return true;
    sheaf_period *filled = arena_array(arena, sheaf_period, n);
    if (filled == NULL)
        return false;
    for (size_t i = 0; i < model->n_periods; i = kind_end(periods, model->n_periods, i))
        put += fill_kind(periods, i, kind_end(periods, model->n_periods, i), filled + put);
    model->periods = filled;
    model->n_periods = n;
    return true;
}

/* The periods of all series, but for those that the first has at the same place: mostly the others
 * have no more. */
static size_t list_periods(const sheaf_chart *chart, sheaf_period *out)
{
    size_t put = 0, first = sheaf_series_count(chart->series[0]);

    for (size_t i = 0; i < chart->n_series; i++)
        for (size_t j = 0; j < sheaf_series_count(chart->series[i]);) {
            struct plain_run run = series_plain_from(chart->series[i], j);
            size_t n = run.n > 0 ? run.n : 1;
            for (size_t k = 0; k < n; k++, j++) {
                sheaf_period period =
                    run.n > 0 ? (sheaf_period){ run.unit, run.figures[k].start, run.length }
                              : series_period_at(chart->series[i], j);
                if (i == 0 || j >= first || order_of(&out[j], &period) != 0)
                    out[put++] = period;
            }
        }
    return put;
}

/* Whether two series have figures in the same periods, from one on and for as long as these runs are. */
static bool have_same_periods(const struct plain_run *a, const struct plain_run *b, size_t n)
{
    bool differ = a->unit != b->unit || a->length != b->length;

    for (size_t i = 0; i < n; i++)
        differ |= a->figures[i].start != b->figures[i].start;
    return !differ;
}

/* Whether all series have figures, and plain ones, in the same days or months: then these ascend and are of
 * one kind, and need not be compared. */
static bool share_periods(const sheaf_chart *chart)
{
    const sheaf_series *first = chart->series[0];
    const size_t all = sheaf_series_count(first);
    const struct plain_run begin = all > 0 ? series_plain_from(first, 0) : (struct plain_run){ 0 };

    if (begin.n == 0 || (begin.unit != SHEAF_DAYS && begin.unit != SHEAF_MONTHS))
        return false;
    for (size_t i = 0; i < chart->n_series; i++) {
        if (sheaf_series_count(chart->series[i]) != all)
            return false;
        for (size_t k = 0, n; k < all; k += n) {
            const struct plain_run one = series_plain_from(first, k),
                                   other = series_plain_from(chart->series[i], k);
            n = one.n < other.n ? one.n : other.n;
            if (n == 0 || one.unit != begin.unit || one.length != begin.length ||
                (i > 0 && !have_same_periods(&one, &other, n)))
                return false;
        }
    }
    return true;
}

/* Such periods. */
static bool collect_shared(struct model *model, const sheaf_series *series, struct arena *arena)
{
    const size_t n = sheaf_series_count(series);
    sheaf_period *periods = arena_array(arena, sheaf_period, n);

    for (size_t k = 0; periods != NULL && k < n;) {
        const struct plain_run run = series_plain_from(series, k);
        for (size_t i = 0; i < run.n; i++)
            periods[k + i] = (sheaf_period){ run.unit, run.figures[i].start, run.length };
        k += run.n;
    }
    model->periods = periods;
    model->n_periods = n;
    model->n_kinds = 1;
    /* Between days none is filled in. */
    return periods != NULL && (periods[0].unit == SHEAF_DAYS || fill_holes(model, arena));
}

/* Whether they ascend, without a repeat. */
static bool ascend(const sheaf_period *periods, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (order_of(&periods[i - 1], &periods[i]) >= 0)
            return false;
    return true;
}

bool model_collect_periods(struct model *model, const sheaf_chart *chart, struct arena *arena)
{
    if (chart->n_periods == 0 && share_periods(chart))
        return collect_shared(model, chart->series[0], arena);

    size_t n = chart->n_periods > 0 ? chart->n_periods : count_observations(chart);
    sheaf_period *periods = arena_array(arena, sheaf_period, n);

    if (periods == NULL)
        return false;
    if (chart->n_periods > 0)
        memcpy(periods, chart->periods, n * sizeof *periods);
    else
        n = list_periods(chart, periods);
    if (!ascend(periods, n)) {
        qsort(periods, n, sizeof *periods, compare_periods);
        n = drop_repeated(periods, n);
    }
    model->n_periods = n;
    model->periods = periods;
    if ((chart->n_periods == 0 || chart->is_range) && !fill_holes(model, arena))
        return false;
    for (size_t i = 0; i < model->n_periods; i = kind_end(model->periods, model->n_periods, i))
        model->n_kinds++;
    return true;
}
