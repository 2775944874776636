#include "support/check.h"

#include <math.h>

#include "chart/layout.h"
#include "chart/picture.h"
#include "support/quota.h"

static void fill(sheaf_chart *chart, const sheaf_alloc *alloc)
{
    static const char *const names[] = { "exports", "imports" };

    if (chart_series_count(chart) > 0)
        return;
    sheaf_chart_set_title(chart, "Imports grew faster than exports");
    sheaf_chart_set_source(chart, "Kazinform");
    for (int i = 0; i < 2; i++) {
        sheaf_series *series = sheaf_series_create(alloc, names[i], "USD", 9);
        for (int year = 2021; year < 2024; year++)
            sheaf_series_add(series, sheaf_period_year(year), 10 + i, 1,
                             year == 2023 ? SHEAF_PROVISIONAL : SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
}

static void add_targets(sheaf_chart *chart)
{
    sheaf_chart_add_target(chart, "Beef", 500, NAN, "t", 3);
    sheaf_chart_add_target(chart, "Grain", 3000, 100, "t", 3);
}

static sheaf_status draw(const sheaf_alloc *alloc, const void *context)
{
    const sheaf_chart_type *type = context;
    sheaf_context *shared = sheaf_context_create(alloc);
    sheaf_chart *chart = sheaf_chart_create(shared, *type);

    if (*type == SHEAF_BULLET)
        add_targets(chart);
    else
        fill(chart, alloc);
    sheaf_chart *copy = chart_copy(chart, shared);
    struct scene *scene = chart_scene(copy, 480, 300, true, NULL);
    sheaf_status status = sheaf_chart_status(copy);
    if (status == SHEAF_OK)
        status = scene_status(scene);
    scene_destroy(scene);
    sheaf_chart_destroy(copy);
    sheaf_chart_destroy(chart);
    sheaf_context_destroy(shared);
    return status;
}

static void every_type_survives(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_BARS,         SHEAF_LINES,    SHEAF_BARS_LINE,
                                              SHEAF_BULLET,       SHEAF_STACKED,  SHEAF_STACKED_100,
                                              SHEAF_STACKED_AREA, SHEAF_WATERFALL };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++)
        print_message("  type %d needs %zu allocations\n", (int)types[i],
                      quota_sweep(draw, &types[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_survives),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
