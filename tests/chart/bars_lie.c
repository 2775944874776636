/* bars_lie.c - stacked bars of two or three parts lying down, and what is refused. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

enum { YEARS = 3, PARTS = 2 };

static sheaf_chart *chart_of(sheaf_chart_type type, int n, double factor)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (int i = 0; i < n; i++) {
        char name[20];
        snprintf(name, sizeof name, "part %d", i);
        sheaf_series *series = sheaf_series_create(NULL, name, "USD", 0);
        for (int k = 0; k < YEARS; k++)
            sheaf_series_add(series, sheaf_period_year(2021 + k),
                             (i == 1 ? factor : 1) * (30 - 10 * i + k), 0, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    sheaf_chart_set_lying(chart, true);
    return chart;
}

static void what_is_refused(void **state)
{
    static const struct {
        sheaf_chart_type type;
        int n;
        double factor;
        const char *message; /* "": it is drawn */
    } cases[] = {
        { SHEAF_STACKED, 2, 1, "" },
        { SHEAF_STACKED, 3, 1, "" },
        { SHEAF_STACKED_100, 3, 1, "" },
        { SHEAF_STACKED, 4, 1, "bars of two or three parts lie down, and here are 4" },
        { SHEAF_STACKED, 2, -1, "some parts are below zero; let them stand" },
        { SHEAF_LINES, 2, 1, "the types stacked and stacked-100 lie down" },
        { SHEAF_AUTO, 2, 1, "the types stacked and stacked-100 lie down" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].type, cases[i].n, cases[i].factor);
        struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
        const char *message = sheaf_chart_message(chart);
        if ((message[0] == '\0') != (cases[i].message[0] == '\0') ||
            strstr(message, cases[i].message) == NULL)
            fail_msg("%zu says: '%s'", i, message);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

static sheaf_datum datum_of(const sheaf_picture *picture, const char *series, int year)
{
    sheaf_datum datum = { .size = sizeof datum };

    for (size_t i = 0; i < sheaf_picture_datum_count(picture); i++) {
        assert_true(sheaf_picture_datum(picture, i, &datum));
        if (strcmp(datum.series, series) == 0 &&
            sheaf_period_compare(datum.period, sheaf_period_year(year)) == 0)
            return datum;
    }
    fail_msg("there is no %s in %d", series, year);
    return datum;
}

/* The earliest year is above; parts follow each other from where reading begins, as wide as their
 * figures. */
static void parts_follow_each_other(void **state)
{
    static const char *const languages[] = { "en", "ar" };

    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++) {
        sheaf_chart *chart = chart_of(SHEAF_STACKED, PARTS, 1);
        sheaf_chart_set_language(chart, languages[i]);
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
        assert_non_null(picture);
        sheaf_box first = datum_of(picture, "Part 0", 2021).box;
        sheaf_box second = datum_of(picture, "Part 1", 2021).box;
        sheaf_box later = datum_of(picture, "Part 0", 2023).box;
        assert_true(later.top > first.bottom);
        assert_true(fabs(first.top - second.top) < 1e-6);
        assert_true(i == 0 ? first.right <= second.left : second.right <= first.left);
        double width = first.right - first.left, other = second.right - second.left;
        assert_true(fabs(width / other - 30.0 / 20) < 0.03);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_refused),
        cmocka_unit_test(parts_follow_each_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
