/* multiples_stand_side_by_side.c - a small plot a member: order, scale, what it is of, and what has no room. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/picture.h"
#include "support/courses.h"

static void multiples_are_sorted_by_the_last_value(void **state)
{
    static const char *const order[] = { "China", "Russia", "Italy", "Turkey", "Germany" };

    (void)state;
    course_says_in_order(SHEAF_MULTIPLES, course_add_five, order, LENGTH(order));
}

/* Equal figures of members beside each other are equally high; of those below, as far apart. */
static void multiples_have_one_scale(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);

    (void)state;
    course_add_five(chart);
    sheaf_chart_set_base(chart, SHEAF_BASE_DATA); /* lines, though the periods are few */
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    assert_non_null(picture);
    assert_near(course_datum_at(picture, "China", 2021).y,
                course_datum_at(picture, "Italy", 2021).y);
    assert_near(
        course_datum_at(picture, "Germany", 2020).y - course_datum_at(picture, "Germany", 2019).y,
        course_datum_at(picture, "Italy", 2020).y - course_datum_at(picture, "Italy", 2019).y);
    assert_true(course_datum_at(picture, "Germany", 2022).y >
                course_datum_at(picture, "China", 2022).y + 50);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Columns of few periods stand on zero; six are few, seven are a course. */
static void multiples_of_few_periods_are_columns(void **state)
{
    static const double values[] = { 2, 3, 4, 3, 5, 6, 7, 8 }; /* one more than periods */

    (void)state;
    for (int n = 6; n <= 7; n++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
        course_add(chart, "CHN", "USD", values, n);
        course_add(chart, "DEU", "USD", values, n);
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        sheaf_datum first = { .size = sizeof first }, second = { .size = sizeof second };
        assert_true(sheaf_picture_datum(picture, 0, &first));
        assert_true(sheaf_picture_datum(picture, 1, &second));
        assert_int_equal(fabs(first.box.bottom - second.box.bottom) < 1e-6, n == 6);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

static void set_plots(sheaf_chart *chart, sheaf_chart_type of, int periods)
{
    static const double values[] = { 2, 3, 4, 3, 5, 6, 7, 8 }; /* one more than periods */

    course_add(chart, "CHN", "USD", values, periods);
    course_add(chart, "DEU", "USD", values + 1, periods);
    sheaf_chart_set_plots(chart, of);
}

/* Bars of any number of periods, lines of few; an area is filled from zero, and its panel has the figures
 * of a line. */
static void the_author_says_what_multiples_are_of(void **state)
{
    static const struct {
        sheaf_chart_type of;
        bool has_bars;
    } cases[] = {
        { SHEAF_AUTO, true }, { SHEAF_BARS, true }, { SHEAF_LINES, false }, { SHEAF_AREA, false }
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
        sheaf_datum first = { .size = sizeof first }, second = { .size = sizeof second };
        set_plots(chart, cases[i].of, 4);
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        assert_non_null(picture);
        assert_true(sheaf_picture_datum(picture, 0, &first));
        assert_true(sheaf_picture_datum(picture, 1, &second));
        assert_int_equal(fabs(first.box.bottom - second.box.bottom) < 1e-6, cases[i].has_bars);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

static void what_multiples_cannot_be_of_is_refused(void **state)
{
    static const struct {
        sheaf_chart_type type, of;
        sheaf_base base;
        sheaf_axis axis;
        const char *says;
    } cases[] = {
        { SHEAF_MULTIPLES, SHEAF_STACKED, SHEAF_BASE_AUTO, SHEAF_AXIS_LINEAR, "not of stacked" },
        { SHEAF_MULTIPLES, SHEAF_AREA, SHEAF_BASE_DATA, SHEAF_AXIS_LINEAR, "choose of: lines" },
        { SHEAF_MULTIPLES, SHEAF_BARS, SHEAF_BASE_AUTO, SHEAF_AXIS_LOG, "choose of: lines" },
        { SHEAF_LINES, SHEAF_BARS, SHEAF_BASE_AUTO, SHEAF_AXIS_LINEAR, "leave 'of' out" },
        { SHEAF_MULTIPLES, SHEAF_LINES, SHEAF_BASE_DATA, SHEAF_AXIS_LINEAR, "China" },
        { SHEAF_MULTIPLES, SHEAF_AUTO, SHEAF_BASE_AUTO, SHEAF_AXIS_LOG, "logarithmic scale" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
        set_plots(chart, cases[i].of, 7);
        sheaf_chart_set_base(chart, cases[i].base);
        sheaf_chart_set_axis(chart, cases[i].axis);
        char *all = course_said(chart, 600, 400);
        if (strstr(all, cases[i].says) == NULL)
            fail_msg("%zu says: %s", i, all);
        free(all);
        sheaf_chart_destroy(chart);
    }
    sheaf_chart *none = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
    sheaf_chart_set_plots(none, (sheaf_chart_type)999);
    assert_int_equal(sheaf_chart_status(none), SHEAF_BAD_ARGUMENT);
    sheaf_chart_destroy(none);
}

/* Columns have lengths, which a logarithmic scale takes from them: of few periods, too, it has lines. */
static void multiples_on_a_logarithmic_scale_are_lines(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
    sheaf_datum first = { .size = sizeof first }, second = { .size = sizeof second };

    (void)state;
    set_plots(chart, SHEAF_AUTO, 4);
    sheaf_chart_set_axis(chart, SHEAF_AXIS_LOG);
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    assert_non_null(picture);
    assert_true(sheaf_picture_datum(picture, 0, &first));
    assert_true(sheaf_picture_datum(picture, 1, &second));
    assert_true(fabs(first.box.bottom - second.box.bottom) > 1);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* The first panel stands where reading begins; time runs from left to right in every language. */
static void multiples_begin_where_reading_does(void **state)
{
    static const char *const languages[] = { "en", "ar" };
    static const char *const names[][2] = { { "China", "Russia" }, { "الصين", "روسيا" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
        course_add_five(chart);
        sheaf_chart_set_language(chart, languages[i]);
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        assert_non_null(picture);
        double first = course_datum_at(picture, names[i][0], 2019).x;
        double second = course_datum_at(picture, names[i][1], 2019).x;
        assert_true(i == 0 ? first < second : first > second);
        assert_true(course_datum_at(picture, names[i][0], 2022).x > first);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

static void what_has_no_room_is_left_out_and_told(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
    sheaf_warning warning = { .size = sizeof warning };

    (void)state;
    for (int i = 0; i < 40; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %d", i);
        course_add(chart, name, "USD", (double[]){ 1, 2, 3, 1 + i }, 4);
    }
    char *all = course_said(chart, 480, 300);
    assert_non_null(strstr(all, "Goods 39"));
    assert_null(strstr(all, "Goods 3 "));
    assert_null(strstr(all, "Other"));
    assert_true(sheaf_chart_warning(chart, 0, &warning));
    assert_non_null(
        strstr(warning.message, "of 40 members, because no more have room; a height of"));
    free(all);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(multiples_are_sorted_by_the_last_value),
        cmocka_unit_test(multiples_have_one_scale),
        cmocka_unit_test(multiples_of_few_periods_are_columns),
        cmocka_unit_test(the_author_says_what_multiples_are_of),
        cmocka_unit_test(what_multiples_cannot_be_of_is_refused),
        cmocka_unit_test(multiples_on_a_logarithmic_scale_are_lines),
        cmocka_unit_test(multiples_begin_where_reading_does),
        cmocka_unit_test(what_has_no_room_is_left_out_and_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
