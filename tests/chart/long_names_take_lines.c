/* long_names_take_lines.c - names of the Harmonized System stand whole, in lines, where a chart has
 * room for them. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "chart/layout.h"
#include "chart/picture.h"
#include "scene/scene.h"

static const char *const names[] = {
    "Petroleum oils and oils obtained from bituminous minerals, crude",
    "Natural uranium and its compounds; alloys, dispersions and ceramic products",
    "Motor cars and other motor vehicles principally designed for the transport of persons",
    "Ferro-alloys",
};

static sheaf_chart *chart_of(sheaf_chart_type type)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (size_t i = 0; i < LENGTH(names); i++) {
        double values[8];
        for (size_t k = 0; k < LENGTH(values); k++)
            values[k] = 10 + 5 * (double)i + (double)k * (i % 2 == 0 ? 2.5 : 0.4);
        sheaf_series *series =
            sheaf_series_from_years(names[i], "USD", 9, 2016, values, LENGTH(values));
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

static const struct {
    const char *name;
    sheaf_chart_type type;
    double width, height;
} cases[] = {
    { "a slope", SHEAF_SLOPE, 1200, 750 },
    { "a bump chart", SHEAF_BUMP, 1200, 750 },
    { "multiples", SHEAF_MULTIPLES, 1200, 750 },
    { "sparklines", SHEAF_SPARKLINE, 1200, 750 },
    { "the legend of lines", SHEAF_LINES, 480, 300 },
    { "the legend of narrow stacks", SHEAF_STACKED, 400, 400 },
};

static void names_are_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].type);
        struct scene *scene = chart_scene(chart, cases[i].width, cases[i].height, true, NULL);

        print_message("  %s\n", cases[i].name);
        assert_int_equal(sheaf_chart_status(chart), SHEAF_OK);
        sheaf_warning warning = { .size = sizeof warning };
        for (size_t k = 0; sheaf_chart_warning(chart, k, &warning); k++)
            if (strstr(warning.message, "is cut in") != NULL)
                fail_msg("%s", warning.message);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(names_are_whole) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
