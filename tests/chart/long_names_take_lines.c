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

/* In pictures higher than 8 : 5, whose letters are larger, names take width of the bars and courses. */
static void names_of_rows_are_whole_in_high_pictures(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_BUTTERFLY, SHEAF_SPARKLINE };
    static const double sizes[][2] = { { 240, 300 }, { 230, 330 }, { 300, 300 }, { 480, 480 } };
    static const char *const members[] = { "Russian Federation", "Uzbekistan", "China mainland",
                                           "Germany" };
    static const char *const flows[] = { "exports", "imports" };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (size_t size = 0; size < LENGTH(sizes); size++) {
            sheaf_chart *chart = sheaf_chart_create(NULL, types[t]);
            size_t n_flows = types[t] == SHEAF_BUTTERFLY ? 2 : 1;
            for (size_t i = 0; i < n_flows * LENGTH(members); i++) {
                const double values[] = { 100 + (double)i, 140 + 9 * (double)i };
                const char *member = members[i / n_flows];
                sheaf_series *series = sheaf_series_from_years(member, "USD", 6, 2021, values, 2);
                sheaf_series_set_product(series, member);
                sheaf_series_set_flow(series, flows[i % n_flows]);
                sheaf_chart_take(chart, series);
            }
            struct scene *scene = chart_scene(chart, sizes[size][0], sizes[size][1], true, NULL);
            sheaf_warning warning = SHEAF_WARNING_INIT;
            assert_string_equal(sheaf_chart_message(chart), "");
            for (size_t k = 0; sheaf_chart_warning(chart, k, &warning); k++)
                if (strstr(warning.message, "is cut in") != NULL)
                    fail_msg("%s, %.0f: %s", sheaf_chart_type_name(types[t]), sizes[size][0],
                             warning.message);
            scene_destroy(scene);
            sheaf_chart_destroy(chart);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(names_are_whole),
                                        cmocka_unit_test(
                                            names_of_rows_are_whole_in_high_pictures) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
