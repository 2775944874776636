/* chart_contents.c - the series, targets and periods that a chart is given, and what is taken out again. */
#include <math.h>
#include <string.h>

#include "chart/chart.h"
#include "chart/model/annotations.h"
#include "chart/model/units.h"
#include "chart/types/types.h"
#include "period/period.h"
#include "series/series.h"

bool series_over_numbers(const sheaf_series *series)
{
    const sheaf_observation *first = sheaf_series_at(series, 0, ROOM);

    return first != NULL && first->period.unit == SHEAF_NUMBER;
}

bool chart_over_numbers(const sheaf_chart *chart)
{
    return chart->n_series > 0 && series_over_numbers(chart->series[0]);
}

/* A chart whose type is found may become panels: that is decided when it is laid out. */
bool chart_check_unit(sheaf_chart *chart, const sheaf_series *series)
{
    const struct chart_type *type = chart_type_find(chart->type);

    if (chart->n_series == 0 || type == NULL || type->takes_measures > 0 || type->splits_units ||
        units_are_one(chart->series[0], series))
        return true;
    units_refuse(&chart->error, chart->series[0], series);
    return false;
}

/* Larger figures have no room for their digits on any chart; a double's range ends at 1.8e308, where
 * nothing can be computed from them. The largest figures of trade are below 1e20. */
static const double largest_figure = 1e36;

bool chart_has_room(double value)
{
    return fabs(value) < largest_figure;
}

static void check_size(sheaf_chart *chart, const sheaf_series *series)
{
    for (size_t i = 0, n = sheaf_series_count(series); i < n; i++) {
        struct plain_run run = series_plain_from(series, i);
        size_t fit = 0;
        while (fit < run.n && chart_has_room(run.figures[fit].value))
            fit++;
        i += fit;
        if (i == n)
            return;
        double value = series_value_at(series, i);
        char period[SHEAF_PERIOD_TEXT];

        if (isnan(value) || chart_has_room(value))
            continue;
        sheaf_period_write(series_period_at(series, i), period);
        fail(
            &chart->error, SHEAF_BAD_INPUT,
            "'%s' is %.3g in %s; a chart shows figures below %g, so look for a mistake in the data",
            sheaf_series_name(series), value, period, largest_figure);
        return;
    }
}

/* Whether the series suits the chart, which then has room for it. */
static bool accepts(sheaf_chart *chart, const sheaf_series *series)
{
    if (!chart_may_change(chart))
        return false;
    if (series == NULL) {
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "there is no series to add");
        return false;
    }
    error_take(&chart->error, sheaf_series_error(series));
    return chart->error.status == SHEAF_OK && chart_check_unit(chart, series) &&
           memory_grow(&chart->alloc, &chart->error, &chart->series, &chart->series_capacity,
                       chart->n_series + 1, sizeof *chart->series);
}

/* Adds a series that is the chart's own. */
static void own(sheaf_chart *chart, sheaf_series *series)
{
    series_hide_confidential(series);
    error_take(&chart->error, sheaf_series_error(series));
    check_size(chart, series);
    if (chart->error.status == SHEAF_OK)
        chart->series[chart->n_series++] = series;
    else
        sheaf_series_destroy(series);
}

void sheaf_chart_add(sheaf_chart *chart, const sheaf_series *series)
{
    if (accepts(chart, series))
        own(chart, series_copy(&chart->alloc, series));
}

void sheaf_chart_take(sheaf_chart *chart, sheaf_series *series)
{
    if (accepts(chart, series))
        own(chart, series);
    else
        sheaf_series_destroy(series);
}

void sheaf_chart_add_target(sheaf_chart *chart, const char *label, double aim, double reached,
                            const char *unit, int multiplier)
{
    if (!chart_may_change(chart))
        return;
    if (label == NULL || label[0] == '\0') {
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "a target needs a label");
        return;
    }
    if (!(aim > 0) || !chart_has_room(aim)) {
        fail(&chart->error, SHEAF_BAD_INPUT, "the target '%s' must be more than 0 and less than %g",
             label, largest_figure);
        return;
    }
    if (reached < 0 || !(isnan(reached) || chart_has_room(reached))) {
        fail(&chart->error, SHEAF_BAD_INPUT,
             "what is reached of the target '%s' must be from 0 to less than %g", label,
             largest_figure);
        return;
    }
    if (!memory_grow(&chart->alloc, &chart->error, &chart->targets, &chart->targets_capacity,
                     chart->n_targets + 1, sizeof *chart->targets))
        return;
    struct target target = { .aim = aim, .reached = reached, .multiplier = multiplier };
    target.label = chart_copy_text(chart, "label of a target", label);
    target.unit = chart_copy_text(chart, "unit of a target", unit != NULL ? unit : "");
    if (chart->error.status == SHEAF_OK) {
        chart->targets[chart->n_targets++] = target;
        return;
    }
    chart_free_text(chart, target.label);
    chart_free_text(chart, target.unit);
}

void sheaf_chart_set_periods(sheaf_chart *chart, const sheaf_period *periods, size_t n)
{
    if (!chart_may_change(chart))
        return;
    if (periods == NULL && n > 0) {
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "there are no periods to choose");
        return;
    }
    for (size_t i = 0; i < n; i++)
        if (!period_valid(periods[i])) {
            fail(&chart->error, SHEAF_BAD_ARGUMENT, "period %zu of %zu is none", i + 1, n);
            return;
        }
    if (!memory_grow(&chart->alloc, &chart->error, &chart->periods, &chart->periods_capacity, n,
                     sizeof *chart->periods))
        return;
    if (n > 0 && chart->periods != NULL) /* there is room, and so it is not NULL */
        memcpy(chart->periods, periods, n * sizeof *periods);
    chart->n_periods = n;
    chart->is_range = false;
}

/* Taken out again ---------------------------------------------------------------------- */

/* False, and the chart fails, for an index that there is not. */
static bool has(sheaf_chart *chart, const char *what, size_t index, size_t n)
{
    if (index < n)
        return true;
    fail(&chart->error, SHEAF_BAD_ARGUMENT, "the chart has %zu %s, and none with index %zu", n,
         what, index);
    return false;
}

/* Closes the gap that item `index` of n leaves; items of size bytes. */
static void close_gap(void *items, size_t index, size_t *n, size_t size)
{
    char *at = (char *)items + index * size;

    --*n;
    memmove(at, at + size, (*n - index) * size);
}

void sheaf_chart_remove_series(sheaf_chart *chart, size_t index)
{
    if (!chart_may_change(chart) || !has(chart, "series", index, chart->n_series))
        return;
    sheaf_series_destroy(chart->series[index]);
    close_gap(chart->series, index, &chart->n_series, sizeof *chart->series);
    if (index == 0)
        chart->begins_with_total = false;
}

void sheaf_chart_remove_target(sheaf_chart *chart, size_t index)
{
    if (!chart_may_change(chart) || !has(chart, "targets", index, chart->n_targets))
        return;
    chart_free_text(chart, chart->targets[index].label);
    chart_free_text(chart, chart->targets[index].unit);
    close_gap(chart->targets, index, &chart->n_targets, sizeof *chart->targets);
}

void sheaf_chart_remove_annotation(sheaf_chart *chart, size_t index)
{
    if (!chart_may_change(chart) || !has(chart, "annotations", index, chart->n_annotations))
        return;
    chart_free_text(chart, chart->annotations[index].series);
    chart_free_text(chart, chart->annotations[index].text);
    close_gap(chart->annotations, index, &chart->n_annotations, sizeof *chart->annotations);
}
