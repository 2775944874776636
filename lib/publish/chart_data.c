/* chart_data.c - the figures of a chart as CSV. */
#include "publish/chart_data.h"

#include "chart/chart.h"
#include "chart/layout.h"
#include "series/observation.h"
#include "series/residual.h"
#include "series/series.h"
#include "sheaf/algebra.h"
#include "write/writer.h"

static size_t count(const sheaf_chart *chart)
{
    size_t n = 0;

    for (size_t i = 0; i < chart->n_series; i++)
        n += chart->n_periods > 0 ? chart->n_periods : sheaf_series_count(chart->series[i]);
    return n;
}

/* A copy with the figures that are shown, as far as they may be; NULL when memory ran out. CSV has no
 * derivations. */
static sheaf_series *take(const sheaf_chart *chart, const sheaf_series *series, struct arena *arena)
{
    sheaf_period *periods = arena_array(arena, sheaf_period, chart->n_periods);
    size_t n = 0;

    if (periods == NULL)
        return NULL;
    for (size_t i = 0; i < chart->n_periods; i++)
        if (sheaf_series_find(series, chart->periods[i], ROOM) != NULL)
            periods[n++] = chart->periods[i];
    sheaf_series *part = chart->n_periods > 0 ? sheaf_series_pick(series, periods, n)
                                              : series_copy(chart_alloc(chart), series);
    series_hide_confidential(part);
    series_drop_derivations(part);
    return part;
}

static sheaf_table *table_of(const sheaf_chart *chart, struct arena *arena)
{
    sheaf_series_list *list = sheaf_series_list_create(chart_alloc(chart));

    for (size_t i = 0; i < chart->n_series; i++) {
        sheaf_series *part = take(chart, chart->series[i], arena);
        if (part != NULL)
            sheaf_series_list_add(list, part);
    }
    series_list_hide_residuals(list, arena);
    sheaf_series_list_call_by_words(list, chart_language(chart));
    sheaf_table *table = sheaf_table_from_series(list, "");
    sheaf_series_list_destroy(list);
    return table;
}

void chart_data_write(const sheaf_chart *chart, size_t most, struct buffer *into)
{
    struct arena arena;
    size_t n = count(chart);

    if (n == 0 || n > most)
        return;
    arena_init(&arena, chart_alloc(chart), into->error);
    sheaf_table *table = table_of(chart, &arena);
    error_take(into->error, sheaf_table_error(table));
    if (sheaf_table_status(table) == SHEAF_OK)
        csv_writer.write(table, into);
    sheaf_table_destroy(table);
    arena_free(&arena);
}
