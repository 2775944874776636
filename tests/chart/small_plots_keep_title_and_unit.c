/* small_plots_keep_title_and_unit.c - in the smallest pictures of a file the title and the unit are
 * there whatever the legend needs, and marks fill the scale; else the size is refused. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"

/* n partners over four years, the largest of whose values is `largest`. */
static sheaf_chart *chart_of(sheaf_chart_type type, size_t n, double largest)
{
    static const char *const names[] = { "China",      "Russia", "Germany",
                                         "Uzbekistan", "Italy",  "The Netherlands" };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    sheaf_chart_set_title(chart, "Trade grew");
    for (size_t i = 0; i < n; i++) {
        double last = largest * (1 - 0.1 * (double)i);
        const double values[] = { 0.5 * last, 0.6 * last, 0.4 * last, last };
        sheaf_series *series = sheaf_series_from_years(names[i], "USD", 9, 2019, values, 4);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

/* Nothing is drawn by an author's type, or with title and unit. */
static bool is_whole(sheaf_chart *chart, double width, double height)
{
    static sheaf_error error;
    const struct picture_options options = { .pixels = true, .refuses_small = true };
    sheaf_picture *picture = picture_create(chart, width, height, &options);
    struct buffer dump;

    if (picture == NULL) {
        assert_non_null(strstr(sheaf_chart_message(chart), "no room"));
        return false;
    }
    buffer_init(&dump, NULL, &error);
    scene_dump(picture_scene(picture), &dump);
    assert_non_null(strstr(dump.bytes, "text \"Trade grew\""));
    assert_true(strstr(dump.bytes, "USD") != NULL || strstr(dump.bytes, "text \"$") != NULL);
    buffer_free(&dump);
    sheaf_picture_destroy(picture);
    return true;
}

static void title_and_unit_outlive_the_legend(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_AUTO, SHEAF_BARS, SHEAF_LINES, SHEAF_STACKED };
    static const double sizes[][2] = { { 200, 120 }, { 240, 150 }, { 320, 120 }, { 200, 300 } };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (size_t n = 1; n <= 6; n++)
            for (size_t s = 0; s < LENGTH(sizes); s++) {
                sheaf_chart *chart = chart_of(types[t], n, 20.2);
                bool drawn = is_whole(chart, sizes[s][0], sizes[s][1]);
                /* Of the automatic type, a sparkline is drawn at the least. */
                assert_true(drawn || types[t] != SHEAF_AUTO);
                assert_true(drawn || n > 3);
                sheaf_chart_destroy(chart);
            }
}

/* Where the highest gridline is; INFINITY: there is none. */
static double highest_line(const sheaf_picture *picture)
{
    static sheaf_error error;
    double top = INFINITY, margin = 0, y;
    struct buffer dump;

    buffer_init(&dump, NULL, &error);
    scene_dump(picture_scene(picture), &dump);
    const char *at = strstr(dump.bytes, "transform 1 0 0 1 ");
    assert_true(at != NULL && sscanf(at, "transform 1 0 0 1 %*f %lf", &margin) == 1);
    at = strstr(dump.bytes, " grid\n");
    while (at != NULL && (at = strchr(at, '\n')) != NULL &&
           sscanf(at, " path M %*f,%lf", &y) == 1) {
        top = fmin(top, margin + y);
        at++;
    }
    buffer_free(&dump);
    return top;
}

/* The highest gridline is no more than a quarter of the values above them. */
static void bars_fill_the_scale(void **state)
{
    static const double sizes[][2] = { { 200, 120 }, { 320, 200 }, { 480, 300 }, { 1200, 750 } };

    (void)state;
    for (double largest = 1; largest < 100; largest *= 1.07)
        for (size_t s = 0; s < LENGTH(sizes); s++) {
            sheaf_chart *chart = chart_of(SHEAF_BARS, 2, largest);
            sheaf_picture *picture = sheaf_chart_layout(chart, sizes[s][0], sizes[s][1]);
            sheaf_datum datum = SHEAF_DATUM_INIT;
            double top = INFINITY, bottom = 0;

            assert_non_null(picture);
            for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++) {
                top = fmin(top, datum.box.top);
                bottom = fmax(bottom, datum.box.bottom);
            }
            double line = fmin(highest_line(picture), top);
            assert_true((top - line) <= 0.26 * (bottom - top) + 1); /* lines are a pixel wide */
            sheaf_picture_destroy(picture);
            sheaf_chart_destroy(chart);
        }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(title_and_unit_outlive_the_legend),
        cmocka_unit_test(bars_fill_the_scale),
    };
    return cmocka_run_group_tests_name("chart/small_plots_keep_title_and_unit", tests, NULL, NULL);
}
