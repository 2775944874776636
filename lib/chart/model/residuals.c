/* residuals.c - a whole beside its parts that would tell a secret by subtraction. */
#include "chart/model/residuals.h"

#include "series/residual.h"
#include "series/series.h"
#include "series/series_list.h"

static bool has_secret(const sheaf_chart *chart)
{
    for (size_t i = 0; i < chart->n_series; i++)
        if (series_has_secret(chart->series[i]))
            return true;
    return false;
}

/* The chart with this series in place of its own. */
static const sheaf_chart *with_whole(const sheaf_chart *chart, const sheaf_series_list *list,
                                     const sheaf_series *whole, struct arena *arena)
{
    const sheaf_alloc alloc = arena_allocator(arena);
    sheaf_chart *other = arena_new(arena, sheaf_chart);
    sheaf_series **series = arena_array(arena, sheaf_series *, chart->n_series);

    if (other == NULL || series == NULL)
        return NULL;
    for (size_t i = 0; i < chart->n_series; i++)
        series[i] =
            sheaf_series_list_at(list, i) == whole ? series_copy(&alloc, whole) : chart->series[i];
    *other = *chart;
    other->series = series;
    return other;
}

const sheaf_chart *chart_without_residuals(const sheaf_chart *chart, struct arena *arena)
{
    const sheaf_chart *without = chart;

    if (chart->n_series < 3 || !has_secret(chart))
        return chart;
    sheaf_series_list *list = sheaf_series_list_create(&chart->alloc);
    for (size_t i = 0; i < chart->n_series; i++)
        sheaf_series_list_add(list, series_copy(&chart->alloc, chart->series[i]));
    error_take(arena->error, sheaf_series_list_error(list));
    if (arena->error->status == SHEAF_OK) {
        const sheaf_series *whole = series_list_hide_residuals(list, arena);
        if (whole != NULL)
            without = with_whole(chart, list, whole, arena);
    }
    sheaf_series_list_destroy(list);
    return arena->error->status == SHEAF_OK ? without : NULL;
}
