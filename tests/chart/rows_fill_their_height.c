/* rows_fill_their_height.c - four rows or more fill the height of their plot, whatever that is; fewer keep
 * together. And where all figures are written beside their marks, the least count for the unit. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "scene/scene.h"

enum { HEIGHT = 600 };

static void add(sheaf_chart *chart, const char *member, const char *flow, const double *values,
                int n)
{
    sheaf_series *series = sheaf_series_create(NULL, flow[0] != '\0' ? flow : member, "USD", 6);

    sheaf_series_set_flow(series, flow);
    sheaf_series_set_partner(series, member);
    for (int i = 0; i < n; i++)
        sheaf_series_add(series, sheaf_period_year(2020 + i), values[i], 1, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void dump_of(sheaf_chart *chart, struct buffer *dump, sheaf_error *error)
{
    struct scene *scene = chart_scene(chart, 900, HEIGHT, true, NULL);

    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(dump, NULL, error);
    scene_dump(scene, dump);
    scene_destroy(scene);
}

/* How far down the name of the last row stands. */
static double lowest_name(sheaf_chart_type type, int members)
{
    static const char *const names[] = { "China", "Germany", "France", "Italy", "Spain" };
    static const double figures[] = { 9, 8, 7, 6, 5, 4, 3 };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    sheaf_error error = { 0 };
    struct buffer dump;
    double x, y = 0;

    for (int i = 0; i < members; i++)
        if (type == SHEAF_DUMBBELL) {
            add(chart, names[i], "", figures + i, 2);
        } else {
            add(chart, names[i], "exports", figures + i, 1);
            add(chart, names[i], "imports", figures + i + 1, 1);
        }
    dump_of(chart, &dump, &error);
    const char *at = strstr(dump.bytes, names[members - 1]);
    for (; at != NULL; at = strstr(at + 1, names[members - 1]))
        if (sscanf(at + strlen(names[members - 1]), "\" at %lf,%lf", &x, &y) == 2)
            break;
    assert_non_null(at);
    buffer_free(&dump);
    sheaf_chart_destroy(chart);
    return y;
}

static void test_rows(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_DUMBBELL, SHEAF_PAIRED, SHEAF_BUTTERFLY };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        print_message("  %s: %.0f, %.0f, %.0f\n", sheaf_chart_type_name(types[i]),
                      lowest_name(types[i], 3), lowest_name(types[i], 4), lowest_name(types[i], 5));
        assert_true(lowest_name(types[i], 3) < 0.6 * HEIGHT);
        assert_true(lowest_name(types[i], 4) > 0.8 * HEIGHT);
        assert_true(lowest_name(types[i], 5) > 0.8 * HEIGHT);
    }
}

static void test_least_figures(void **state)
{
    static const struct {
        double largest, middle, least;
        const char *shown[3];
    } charts[] = {
        { 8204, 1200, 5.6, { "USD million", "\"8,204\"", "\"5.6\"" } },
        { 8204, 1200, 0, { "USD billion", "\"8.20\"", "\"1.20\"" } },
        { 82040, 1200, 5.6, { "USD billion", "\"82.0\"", "\"0.0056\"" } }, /* five digits */
        { 8204, 1200, 56, { "USD billion", "\"8.20\"", "\"0.056\"" } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_RANKING);
        sheaf_error error = { 0 };
        struct buffer dump;

        add(chart, "China", "", &charts[i].largest, 1);
        add(chart, "Germany", "", &charts[i].middle, 1);
        add(chart, "France", "", &charts[i].least, 1);
        dump_of(chart, &dump, &error);
        for (size_t k = 0; k < LENGTH(charts[i].shown); k++)
            if (strstr(dump.bytes, charts[i].shown[k]) == NULL)
                fail_msg("%s is not shown in\n%s", charts[i].shown[k], dump.bytes);
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows),
                                        cmocka_unit_test(test_least_figures) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
