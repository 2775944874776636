/* indices_share_a_base.c - lines as indices of one base period. */
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

/* China begins a year after Germany. */
static void begin_apart(sheaf_chart *chart)
{
    course_add(chart, "DEU", "USD", (double[]){ 2, 4, 6, 8 }, 4);
    course_add(chart, "CHN", "USD", (double[]){ NAN, 8, 4, 6 }, 4);
}

static void never_together(sheaf_chart *chart)
{
    course_add(chart, "DEU", "USD", (double[]){ 2, 4, NAN, NAN }, 4);
    course_add(chart, "CHN", "USD", (double[]){ NAN, NAN, 4, 6 }, 4);
}

static void indices(sheaf_chart *chart)
{
    course_add(chart, "CHN", "2021 = 100", (double[]){ 80, 90, 100, 130 }, 4);
}

static void growth(sheaf_chart *chart)
{
    sheaf_series *series = sheaf_series_create(NULL, "CHN", "USD", 0);

    for (int i = 0; i < 4; i++)
        sheaf_series_add(series, sheaf_period_year(2019 + i), 20 + 10 * i - (i == 2 ? 15 : 0), 3,
                         SHEAF_NORMAL);
    sheaf_series *rates = sheaf_series_growth(series);
    sheaf_chart_add(chart, rates);
    sheaf_series_destroy(rates);
    sheaf_series_destroy(series);
}

/* The alternative text has every figure of so short a course. */
static void lines_are_rebased_to_the_first_common_period(void **state)
{
    (void)state;
    course_says(SHEAF_INDEX, course_add_five, "China – 2019: 100; 2020: 120; 2021: 150; 2022: 230");
    course_says(SHEAF_INDEX, begin_apart, "Germany – 2019: 50; 2020: 100; 2021: 150; 2022: 200");
    course_says(SHEAF_INDEX, begin_apart, "China – 2019: n/a; 2020: 100; 2021: 50; 2022: 80");
    course_says(SHEAF_INDEX, begin_apart, "2020 = 100");
}

/* All lines meet in the base period, wherever they go from there. */
static void indices_meet_in_the_base(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_INDEX);

    (void)state;
    begin_apart(chart);
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    assert_non_null(picture);
    assert_near(course_datum_at(picture, "Germany", 2020).y,
                course_datum_at(picture, "China", 2020).y);
    assert_true(course_datum_at(picture, "Germany", 2021).y <
                course_datum_at(picture, "China", 2021).y - 20);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Whichever the first common one is; a base that some series lacks is refused with those nearest to
 * it. */
static void the_base_period_is_chosen(void **state)
{
    static const struct {
        int year;
        void (*fill)(sheaf_chart *chart);
        sheaf_chart_type type;
        const char *says;
    } cases[] = {
        { 2021, course_add_five, SHEAF_INDEX, "2021 = 100" },
        { 2021, course_add_five, SHEAF_INDEX, "China – 2019: 67; 2020: 78; 2021: 100; 2022: 160" },
        { 2020, indices, SHEAF_INDEX, "2020 = 100" },
        { 2019, begin_apart, SHEAF_INDEX,
          "'CHN' has no figure above zero in 2019 that could be 100; the nearest in which all have "
          "one: 2020" },
        { 2030, begin_apart, SHEAF_INDEX,
          "'DEU' has no figure above zero in 2030 that could be 100; the nearest in which all have "
          "one: 2022" },
        { 2019, never_together, SHEAF_INDEX, "there is no other period in which all have one" },
        { 2021, growth, SHEAF_INDEX, "growth rates have no base period" },
        { 2021, course_add_five, SHEAF_LINES, "only an index has a base period" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
        cases[i].fill(chart);
        sheaf_chart_set_base_period(chart, sheaf_period_year(cases[i].year));
        char *all = course_said(chart, 600, 400);
        if (strstr(all, cases[i].says) == NULL)
            fail_msg("%zu says: %s", i, all);
        free(all);
        sheaf_chart_destroy(chart);
    }
}

static void indices_and_growth_stay_as_they_are(void **state)
{
    (void)state;
    course_says(SHEAF_INDEX, indices, "China – 2019: 80; 2020: 90; 2021: 100; 2022: 130");
    course_says(SHEAF_INDEX, indices, "2021 = 100");
    course_says(SHEAF_INDEX, growth, "growth – 2020: 50; 2021: ");
}

static void an_index_adds_nothing_up(void **state)
{
    (void)state;
    assert_false(sheaf_chart_type_adds_up(SHEAF_INDEX));
    assert_true(sheaf_chart_type_adds_up(SHEAF_STACKED));
}

/* Beyond what readers can follow an index has the largest by their last figures, in the unit itself, and
 * says of how many; it takes any number in moments. Those that lead by the index are in colour. */
static void an_index_of_many_shows_the_largest(void **state)
{
    enum { MANY = 5000, SHOWN = 40 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_INDEX);
    sheaf_warning warning = { .size = sizeof warning };

    (void)state;
    for (int i = 0; i < MANY; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %d", i);
        course_add(chart, name, "USD", (double[]){ MANY - i, 7, 8, 1 + i }, 4);
    }
    sheaf_picture *picture = sheaf_chart_layout(chart, 900, 500);
    assert_non_null(picture);
    assert_int_equal(sheaf_picture_datum_count(picture), SHOWN * 4);
    for (int i = MANY - SHOWN; i < MANY; i++) {
        char name[20];
        snprintf(name, sizeof name, "Goods %d", i);
        course_datum_at(picture, name, 2022);
    }
    sheaf_picture_destroy(picture);
    char *all = course_said(chart, 900, 500);
    assert_non_null(strstr(all, "largest 40 of 5,000"));
    assert_true(sheaf_chart_warning(chart, 0, &warning));
    assert_non_null(strstr(warning.message, "the chart shows 40 of 5000 series"));
    free(all);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_rebased_to_the_first_common_period),
        cmocka_unit_test(indices_meet_in_the_base),
        cmocka_unit_test(the_base_period_is_chosen),
        cmocka_unit_test(indices_and_growth_stay_as_they_are),
        cmocka_unit_test(an_index_adds_nothing_up),
        cmocka_unit_test(an_index_of_many_shows_the_largest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
