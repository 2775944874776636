/* many_lines_are_compared.c - lines that do not lead are grey, ends in one place are one dot, and what no chart of many courses can
 * show is refused. */
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

static void never_together(sheaf_chart *chart)
{
    course_add(chart, "DEU", "USD", (double[]){ 2, 4, NAN, NAN }, 4);
    course_add(chart, "CHN", "USD", (double[]){ NAN, NAN, 4, 6 }, 4);
}

static void shares(sheaf_chart *chart)
{
    course_add(chart, "CHN", "%", (double[]){ 10, 12, 11, 14 }, 4);
}

static void the_world(sheaf_chart *chart)
{
    course_add_five(chart);
    course_add(chart, "WLD", "USD", (double[]){ 30, 30, 30, 40 }, 4);
}

static void one_year(sheaf_chart *chart)
{
    course_add_five(chart);
    sheaf_chart_set_periods(chart, (sheaf_period[]){ sheaf_period_year(2022) }, 1);
}

static void wrong_data_are_refused(void **state)
{
    static const struct {
        sheaf_chart_type type;
        void (*fill)(sheaf_chart *chart);
        const char *message;
    } cases[] = {
        { SHEAF_MULTIPLES, the_world, "'WLD' is the sum of all and no member beside" },
        { SHEAF_MULTIPLES, one_year,
          "a chart of small multiples compares periods of one length, two at least, and here is "
          "2022 only; choose other periods, or draw a ranking" },
        { SHEAF_SLOPE, the_world, "'WLD' is the sum of all and no member beside" },
        { SHEAF_SLOPE, one_year,
          "a slope chart compares periods of one length, two at least, and here is 2022 only; "
          "choose other periods, or draw a ranking" },
        { SHEAF_BUMP, one_year,
          "a bump chart compares periods of one length, two at least, and here is 2022 only; "
          "choose other periods, or draw a ranking" },
        { SHEAF_INDEX, never_together,
          "there is no period in which 'DEU' and all others have a figure above zero that could be "
          "100; leave out those that begin late, or draw lines" },
        { SHEAF_INDEX, shares,
          "'CHN' is in per cent, and an index of a rate says nothing; draw lines" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        course_says(cases[i].type, cases[i].fill, cases[i].message);
}

/* Round marks that are filled with a colour; NULL: with any. */
static size_t count_dots(sheaf_chart *chart, const char *color)
{
    static sheaf_error error;
    struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
    struct buffer dump;
    size_t n = 0;
    char fill[20];

    snprintf(fill, sizeof fill, " fill %s", color != NULL ? color : "");
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    for (char *line = strtok(dump.bytes, "\n"); line != NULL; line = strtok(NULL, "\n"))
        n += strstr(line, " path M ") != NULL && strstr(line, " C ") != NULL &&
             strstr(line, fill) != NULL;
    buffer_free(&dump);
    scene_destroy(scene);
    return n;
}

/* Of two the first shows as a ring; three or more are one dot in ink, in a ring of paper. */
static void ends_in_one_place_are_one_dot(void **state)
{
    static const struct {
        size_t together, apart, ink, paper, all;
    } cases[] = { { 1, 2, 0, 0, 3 }, { 2, 0, 0, 0, 3 }, { 2, 2, 0, 0, 5 },
                  { 3, 0, 1, 1, 2 }, { 4, 1, 1, 1, 3 }, { 5, 3, 1, 1, 5 } };
    static const char *const names[] = { "DEU", "CHN", "ITA", "RUS", "TUR", "FRA", "ESP", "POL" };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
        size_t n = cases[i].together + cases[i].apart;

        for (size_t k = 0; k < n; k++) {
            double last = k < cases[i].together ? 20 : 22 + 4 * (double)k, from = 3 * (double)k;
            course_add(chart, names[k], "USD", (double[]){ from, from + 1, from + 2, last }, 4);
        }
        print_message("  %zu together, %zu apart\n", cases[i].together, cases[i].apart);
        assert_int_equal(count_dots(chart, NULL), cases[i].all);
        assert_int_equal(count_dots(chart, "#1B2430"), cases[i].ink);
        assert_int_equal(count_dots(chart, "#FFFFFF"), cases[i].paper);
        sheaf_chart_destroy(chart);
    }
}

/* Lines of years: the first ones are the highest. */
static void add_lines(sheaf_chart *chart, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char name[40];
        double top = 100 - 2 * (double)i;
        snprintf(name, sizeof name, "Place %zu", i + 1);
        course_add(chart, name, "USD", (double[]){ top, top + 3, top - 1, top }, 4);
    }
}

static void lines_that_do_not_lead_are_grey(void **state)
{
    static const struct {
        size_t n;
        const char *there, *not_there; /* among the words */
    } cases[] = {
        { 16, "text \"Place 16", "Others, in grey" },
        { 17, "Others, in grey: 10", "text \"Place 8" },
        { 40, "text \"Place 7", "text \"Place 8" },
        { 40, "Others, in grey: 33", "text \"Place 40" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
        sheaf_error error = { 0 };
        struct buffer dump;

        add_lines(chart, cases[i].n);
        struct scene *scene = chart_scene(chart, 600, 400, false, NULL);
        if (scene == NULL)
            fail_msg("%s", sheaf_chart_message(chart));
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        if (strstr(dump.bytes, cases[i].there) == NULL ||
            strstr(dump.bytes, cases[i].not_there) != NULL)
            fail_msg("%zu lines: %s", cases[i].n, dump.bytes);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

static void more_lines_than_forty_are_refused(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    (void)state;
    add_lines(chart, 41);
    char *all = course_said(chart, 600, 400);
    assert_non_null(strstr(all, "all but the 40 that matter most"));
    free(all);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_data_are_refused),
        cmocka_unit_test(ends_in_one_place_are_one_dot),
        cmocka_unit_test(lines_that_do_not_lead_are_grey),
        cmocka_unit_test(more_lines_than_forty_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
