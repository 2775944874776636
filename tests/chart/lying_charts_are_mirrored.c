/* lying_charts_are_mirrored.c - in languages written from right to left, charts whose bars lie are
 * mirrored as wholes: names at the right, bars leftwards, values left of them. Time is not. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>

#include "sheaf/chart.h"
#include "sheaf/picture.h"

enum { ROWS = 5, WIDTH = 480 };
static const char *const languages[] = { "ar", "ug" };

static sheaf_chart *chart_of(sheaf_chart_type type, const char *language)
{
    static const double values[ROWS] = { 15.4, 9.8, -2.1, 3.9, 0.7 };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    sheaf_chart_set_language(chart, language);
    for (int i = 0; i < ROWS && type != SHEAF_BULLET; i++) {
        char name[16];
        snprintf(name, sizeof name, "P%d", i);
        sheaf_series *series = sheaf_series_from_years(name, "USD", 9, 2023, &values[i], 1);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    for (int i = 0; i < ROWS && type == SHEAF_BULLET; i++)
        sheaf_chart_add_target(chart, "T", 16, fabs(values[i]), "t", 3);
    return chart;
}

/* Of the index-th datum's mark. */
static sheaf_box box_of(sheaf_chart_type type, const char *language, size_t index)
{
    sheaf_chart *chart = chart_of(type, language);
    sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, 300);
    sheaf_datum datum = SHEAF_DATUM_INIT;

    assert_string_equal(sheaf_chart_message(chart), "");
    assert_true(sheaf_picture_datum(picture, index, &datum));
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
    return datum.box;
}

/* Names, and so the scale, are the same: each mark is where a mirror would show it. */
static void marks_are_where_a_mirror_shows_them(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_RANKING, SHEAF_LOLLIPOP, SHEAF_DOTS,
                                              SHEAF_BULLET };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (size_t l = 0; l < LENGTH(languages); l++)
            for (size_t i = 0; i < ROWS; i++) {
                sheaf_box box = box_of(types[t], "en", i);
                sheaf_box mirrored = box_of(types[t], languages[l], i);
                print_message("  %s, %s: %.1f to %.1f, %.1f to %.1f\n",
                              sheaf_chart_type_name(types[t]), languages[l], box.left, box.right,
                              mirrored.left, mirrored.right);
                assert_true(fabs(WIDTH - mirrored.right - box.left) <= 1);
                assert_true(fabs(WIDTH - mirrored.left - box.right) <= 1);
            }
}

static void time_runs_from_left_to_right(void **state)
{
    static const double values[3] = { 1, 2, 3 };

    (void)state;
    for (size_t l = 0; l < LENGTH(languages); l++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
        sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 2021, values, 3);
        sheaf_datum first = SHEAF_DATUM_INIT, last = SHEAF_DATUM_INIT;

        sheaf_chart_add(chart, series);
        sheaf_chart_set_language(chart, languages[l]);
        sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, 300);
        assert_true(sheaf_picture_datum(picture, 0, &first));
        assert_true(sheaf_picture_datum(picture, 2, &last));
        assert_true(first.box.right < last.box.left);
        sheaf_picture_destroy(picture);
        sheaf_series_destroy(series);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_where_a_mirror_shows_them),
        cmocka_unit_test(time_runs_from_left_to_right),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
