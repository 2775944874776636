/* type_scales_with_the_width.c - 15 px labels at 1200 px, more with the square root of the width,
 * never below 11 px on screen or 6.5 pt in print; titles of 1.5 labels where there is room. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"

static sheaf_chart *chart_of_three_years(void)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_series *series =
        sheaf_series_from_years("Exports", "USD", 9, 2021, (double[]){ 12, 17, 20 }, 3);

    sheaf_chart_add(chart, series);
    sheaf_chart_set_title(chart, "Exports grew");
    sheaf_series_destroy(series);
    return chart;
}

/* The size of the text in a dump, as "… Inter-SemiBold 22.5 #1B2430" says it. */
static double size_of(const char *dump, const char *text)
{
    char line[60];
    double size = 0;

    snprintf(line, sizeof line, "text \"%s\" ", text);
    const char *at = strstr(dump, line);
    assert_non_null(at);
    at = strstr(at, " Inter");
    assert_true(at != NULL && sscanf(at, " Inter%*[^ ] %lf", &size) == 1);
    return size;
}

static void type_scales_with_the_square_root(void **state)
{
    static const struct {
        double width, height;
        bool pixels;
        double label, title;
    } cases[] = {
        { 1200, 750, true, 15, 22.5 },
        { 2400, 1500, true, 26.31, 39.47 }, /* from 1.3 times on an enlargement */
        { 900, 560, true, 12.99, 17.96 },
        { 645, 400, true, 11, 13.93 },
        { 480, 300, true, 11, 13.93 },
        { 1200, 200, true, 11, 13.93 }, /* a strip, as 400 × 200 */
        { 505, 300, false, 7.5, 9.5 },
        { 240, 150, false, 6.5, 8.23 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        static sheaf_error error;
        sheaf_chart *chart = chart_of_three_years();
        struct scene *scene =
            chart_scene(chart, cases[i].width, cases[i].height, cases[i].pixels, NULL);
        struct buffer dump;

        print_message("  %.0f × %.0f\n", cases[i].width, cases[i].height);
        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        assert_float_equal(size_of(dump.bytes, "2022"), cases[i].label, 0.02);
        assert_float_equal(size_of(dump.bytes, "Exports grew"), cases[i].title, 0.03);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(type_scales_with_the_square_root),
    };
    return cmocka_run_group_tests_name("chart/type_scales_with_the_width", tests, NULL, NULL);
}
