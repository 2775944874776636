/* sparklines_fit_a_word.c - the course of figures without axes: from 60 x 14 on, in place of charts
 * that have no room, and refused where there is no course. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "sheaf/chart.h"
#include "sheaf/picture.h"

enum { YEARS = 6 };
static const double values[YEARS] = { 4, 8, -2, 6, 3, 10 };

static sheaf_chart *chart_of(sheaf_chart_type type, int n_series, int n_years)
{
    static const char *const names[] = { "exports", "imports", "turnover" };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (int i = 0; i < n_series; i++) {
        sheaf_series *series =
            sheaf_series_from_years(names[i], "USD", 9, 2018, values, (size_t)n_years);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

static bool is_sparkline(const sheaf_picture *picture)
{
    return strstr(sheaf_picture_description(picture), "parkline") != NULL;
}

/* Every figure has its mark within the picture, in order of time. */
static void check_marks(const sheaf_picture *picture, double width, double height, int n_series)
{
    sheaf_datum datum = SHEAF_DATUM_INIT;
    double before = 0;

    assert_int_equal(sheaf_picture_datum_count(picture), n_series * YEARS);
    for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++) {
        assert_true(datum.box.left >= 0 && datum.box.right <= width);
        assert_true(datum.box.top >= 0 && datum.box.bottom <= height);
        assert_true(i % YEARS == 0 || datum.box.left > before);
        before = datum.box.left;
    }
}

/* Where nobody named a type, the picture becomes a sparkline when its words have no room. */
static void small_charts_become_sparklines(void **state)
{
    static const struct {
        double width, height;
        int n_series;
        bool is_small;
    } cases[] = { { 60, 14, 1, true },    { 90, 20, 1, true },    { 120, 40, 2, true },
                  { 60, 200, 1, false },  { 200, 120, 1, false }, { 200, 120, 2, false },
                  { 1200, 750, 3, false } };
    static const char *const languages[] = { "en", "ar" };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        for (size_t l = 0; l < LENGTH(languages); l++) {
            sheaf_chart *chart = chart_of(SHEAF_AUTO, cases[i].n_series, YEARS);
            if (l == 0 || cases[i].is_small) {
                sheaf_chart_set_language(chart, languages[l]);
                sheaf_picture *picture = sheaf_chart_layout(chart, cases[i].width, cases[i].height);
                print_message("  %g x %g: %s\n", cases[i].width, cases[i].height,
                              sheaf_picture_description(picture));
                if (l == 0)
                    assert_int_equal(is_sparkline(picture), cases[i].is_small);
                check_marks(picture, cases[i].width, cases[i].height, cases[i].n_series);
                sheaf_picture_destroy(picture);
            }
            sheaf_chart_destroy(chart);
        }
}

static int ignore(void *context, const void *bytes, size_t n)
{
    (void)context;
    (void)bytes;
    (void)n;
    return 0;
}

static sheaf_status write_svg(sheaf_chart *chart, double width, double height)
{
    return sheaf_chart_write_sink(chart, SHEAF_SVG, (sheaf_sink){ NULL, ignore }, width, height, 1);
}

/* An author's type is drawn or refused, with a size that will do. */
static void a_type_without_room_names_a_size(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_BARS, SHEAF_LINES, SHEAF_BARS_LINE };
    static const struct {
        double width, height;
    } sizes[] = { { 60, 14 }, { 100, 40 }, { 900, 30 }, { 70, 400 } };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (size_t i = 0; i < LENGTH(sizes); i++) {
            sheaf_chart *chart = chart_of(types[t], 2, YEARS);
            int width, height;

            sheaf_chart_set_title(chart, "Imports grew faster");
            if (write_svg(chart, sizes[i].width, sizes[i].height) != SHEAF_OK) {
                print_message("  %s\n", sheaf_chart_message(chart));
                const char *at = strstr(sheaf_chart_message(chart), "; ");
                assert_true(at != NULL && sscanf(at, "; %dx%d would do", &width, &height) == 2);
                assert_int_equal(write_svg(chart, width, height), SHEAF_OK);
            } else {
                assert_true(sizes[i].height > 100);
            }
            sheaf_chart_destroy(chart);
        }
}

static void what_has_no_course_is_refused(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_SPARKLINE, SHEAF_SPARK_BARS };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++) {
        sheaf_chart *chart = chart_of(types[t], 2, 1);

        assert_int_equal(write_svg(chart, 200, 120), SHEAF_BAD_INPUT);
        assert_non_null(strstr(sheaf_chart_message(chart), "not 2018 alone"));
        assert_non_null(strstr(sheaf_chart_message(chart), "draw a ranking"));
        sheaf_chart_destroy(chart);
        chart = chart_of(types[t], 1, YEARS);
        sheaf_series *series = sheaf_series_create(NULL, "balance", "USD", 9);
        sheaf_series_add(series, sheaf_period_months(2024, 1, 4), 5, 0, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
        assert_int_equal(write_svg(chart, 200, 120), SHEAF_BAD_INPUT);
        assert_non_null(strstr(sheaf_chart_message(chart), "draw bars"));
        sheaf_chart_destroy(chart);
    }
}

/* Bars are as long as their values: −2 is half of 4, downwards. */
static void bars_stand_on_zero(void **state)
{
    sheaf_chart *chart = chart_of(SHEAF_SPARK_BARS, 1, YEARS);
    sheaf_picture *picture = sheaf_chart_layout(chart, 300, 140);
    sheaf_datum first = SHEAF_DATUM_INIT, datum = SHEAF_DATUM_INIT;

    (void)state;
    assert_true(sheaf_picture_datum(picture, 0, &first));
    double unit = (first.box.bottom - first.box.top) / values[0];
    for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++) {
        double length = datum.box.bottom - datum.box.top;
        assert_true(fabs(length - fabs(values[i]) * unit) <= 2);
        assert_true(fabs((values[i] < 0 ? datum.box.top : datum.box.bottom) - first.box.bottom) <
                    0.01);
    }
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_charts_become_sparklines),
        cmocka_unit_test(a_type_without_room_names_a_size),
        cmocka_unit_test(what_has_no_course_is_refused),
        cmocka_unit_test(bars_stand_on_zero),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
