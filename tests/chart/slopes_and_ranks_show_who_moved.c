/* slopes_and_ranks_show_who_moved.c - slope and bump charts: rules, rows, names. */
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

static sheaf_picture *picture_of_five(sheaf_chart *chart)
{
    course_add_five(chart);
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    assert_non_null(picture);
    return picture;
}

/* Two upright rules, a figure as high as it is large, in proportion. */
static void slopes_join_the_first_and_the_last_period(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SLOPE);
    sheaf_picture *picture = picture_of_five(chart);

    (void)state;
    assert_int_equal(sheaf_picture_datum_count(picture), 2 * N_COURSES);
    assert_near(course_datum_at(picture, "China", 2019).x,
                course_datum_at(picture, "Italy", 2019).x);
    assert_near(course_datum_at(picture, "Italy", 2019).y,
                course_datum_at(picture, "Italy", 2022).y);
    assert_near(
        (course_datum_at(picture, "China", 2019).y - course_datum_at(picture, "China", 2022).y) / 8,
        (course_datum_at(picture, "Russia", 2019).y - course_datum_at(picture, "Russia", 2022).y) /
            5);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

static double row_of(const sheaf_picture *picture, const char *series, int year)
{
    double first = course_datum_at(picture, "China", 2022).y,
           second = course_datum_at(picture, "Russia", 2022).y;

    return 1 + (course_datum_at(picture, series, year).y - first) / (second - first);
}

/* Russia and Turkey rise; China and Germany, which are equal in 2019, have a row each. */
static void ranks_stand_in_rows_with_the_first_on_top(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BUMP);
    sheaf_picture *picture = picture_of_five(chart);

    (void)state;
    assert_near(row_of(picture, "Italy", 2019), 1);
    assert_near(row_of(picture, "Italy", 2022), 3);
    assert_near(row_of(picture, "Russia", 2019), 4);
    assert_near(row_of(picture, "China", 2019) + row_of(picture, "Germany", 2019), 2 + 3);
    assert_near(row_of(picture, "Turkey", 2019), 5);
    assert_near(row_of(picture, "Turkey", 2022), 4);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Of forty the last was the first before: those that have no room count, too, so that a member that
 * is first now stood below all rows then. */
static void ranks_are_among_all(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BUMP);

    (void)state;
    for (int i = 0; i < 40; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %d", i);
        course_add(chart, name, "USD", (double[]){ 40 - i, 1 + i }, 2);
    }
    sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);
    assert_non_null(picture);
    size_t rows = sheaf_picture_datum_count(picture) / 2;
    assert_true(rows >= 4 && rows < 20);
    char last[20];
    snprintf(last, sizeof last, "Goods %zu", 40 - rows);
    for (size_t i = 0; i < rows; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %zu", 39 - i);
        assert_true(course_datum_at(picture, name, 2019).y >
                    course_datum_at(picture, last, 2020).y);
    }
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Up to five periods that are wanted have a rule each; of more, and unasked, the first and the last. */
static void slopes_have_a_rule_a_wanted_period(void **state)
{
    static const struct {
        int wanted, rules;
    } cases[] = { { 0, 2 }, { 2, 2 }, { 3, 3 }, { 5, 5 }, { 6, 2 } };
    static const double values[] = { 2, 3, 4, 3, 5, 6, 7 };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SLOPE);
        sheaf_period periods[6];
        for (int k = 0; k < 6; k++)
            periods[k] = sheaf_period_year(2019 + k);
        course_add(chart, "CHN", "USD", values, 7);
        course_add(chart, "DEU", "USD", values + 1, 6);
        sheaf_chart_set_periods(chart, periods, (size_t)cases[i].wanted);
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        assert_non_null(picture);
        size_t of_both = sheaf_picture_datum_count(picture);
        if (cases[i].wanted > 0)
            assert_int_equal(of_both, 2 * cases[i].rules);
        else
            assert_in_range(of_both, 3, 4);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

/* Whether the scene has these words. */
static bool shows(sheaf_chart *chart, const char *words)
{
    static sheaf_error none;
    struct scene *scene = chart_scene(chart, 800, 600, true, NULL);
    struct buffer dump;

    buffer_init(&dump, NULL, &none);
    scene_dump(scene, &dump);
    bool has = strstr(dump.bytes, words) != NULL;
    buffer_free(&dump);
    scene_destroy(scene);
    return has;
}

/* Nineteen lines end within a label's height of each other, and one moves far. */
static void names_of_many_slopes_do_not_tangle(void **state)
{
    sheaf_chart *crowd = sheaf_chart_create(NULL, SHEAF_SLOPE);
    sheaf_chart *few = sheaf_chart_create(NULL, SHEAF_SLOPE);

    (void)state;
    for (int i = 0; i < 19; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %d", i);
        course_add(crowd, name, "USD", (double[]){ 1 + 0.01 * i, 1 + 0.01 * i }, 2);
    }
    course_add(crowd, "Metals", "USD", (double[]){ 50, 90 }, 2);
    assert_true(shows(crowd, "text \"Metals\""));
    assert_true(shows(crowd, "text \"Goods 18\""));
    assert_false(shows(crowd, "text \"Goods 9\""));
    assert_true(shows(crowd, "text \"Others, in grey: "));
    course_add_five(few);
    assert_false(shows(few, "Others, in grey"));
    assert_true(shows(few, "text \"Italy\""));
    sheaf_chart_destroy(crowd);
    sheaf_chart_destroy(few);
}

/* Where a member's name has room at one end only, its code stands at both. */
static void both_ends_name_a_member_alike(void **state)
{
    static const double widths[] = { 150, 160, 170, 180, 190, 200, 210, 220, 240, 260 };

    (void)state;
    for (size_t i = 0; i < LENGTH(widths); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SLOPE);
        course_add(chart, "CHN", "USD", (double[]){ 5, 1119 }, 2);
        course_add(chart, "KAZ", "USD", (double[]){ 800, 6 }, 2);
        struct scene *scene = chart_scene(chart, widths[i], 120, true, NULL);
        static sheaf_error none;
        struct buffer dump;

        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &none);
        scene_dump(scene, &dump);
        assert_false(strstr(dump.bytes, "text \"CHN") != NULL &&
                     strstr(dump.bytes, "text \"China") != NULL);
        assert_false(strstr(dump.bytes, "text \"KAZ") != NULL &&
                     strstr(dump.bytes, "text \"Kazakhstan") != NULL);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slopes_join_the_first_and_the_last_period),
        cmocka_unit_test(ranks_stand_in_rows_with_the_first_on_top),
        cmocka_unit_test(ranks_are_among_all),
        cmocka_unit_test(slopes_have_a_rule_a_wanted_period),
        cmocka_unit_test(names_of_many_slopes_do_not_tangle),
        cmocka_unit_test(both_ends_name_a_member_alike),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
