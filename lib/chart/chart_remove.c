/* chart_remove.c - what is taken out of a chart again. */
#include <string.h>

#include "chart/chart.h"
#include "chart/model/annotations.h"

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
