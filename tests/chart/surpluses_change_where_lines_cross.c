/* surpluses_change_where_lines_cross.c - the area between two lines: in the leader's colour, cut at
 * the exact crossing, with the last difference in figures. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "chart/types/surplus_area.h"
#include "scene/scene.h"

enum { MOST = 8 };

/* The text of a drawn area; x is the number of the period, y minus the value. The caller frees. */
static struct buffer area_of(const double *a, const double *b, size_t n)
{
    static sheaf_error error;
    static const struct color colors[2] = { { 1, 1, 1, 255 }, { 2, 2, 2, 255 } };
    static const double x[MOST] = { 0, 1, 2, 3, 4, 5, 6, 7 };
    struct figure one[MOST], other[MOST];
    struct scene *scene = scene_create(NULL, 10, 10);
    struct buffer dump;

    for (size_t i = 0; i < n; i++) {
        one[i].value = a[i];
        other[i].value = b[i];
    }
    const struct area_lines lines = {
        .a = one,
        .b = other,
        .x = x,
        .n = n,
        .scale = { .type = &linear_scale, .low = 0, .high = 10, .from = 10, .to = 0 }
    };
    area_draw(&lines, scene, colors);
    scene_finish(scene);
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    scene_destroy(scene);
    return dump;
}

static size_t count(const char *text, const char *word)
{
    size_t n = 0;

    for (; (text = strstr(text, word)) != NULL; text++)
        n++;
    return n;
}

/* A color of 010101 is where a is larger. */
static void areas_have_one_path_a_leader(void **state)
{
    static const struct {
        const char *name;
        double a[MOST], b[MOST];
        size_t n, ahead, behind;
    } cases[] = {
        { "never cross", { 5, 6, 7 }, { 1, 2, 3 }, 3, 1, 0 },
        { "cross once", { 5, 6, 2 }, { 1, 2, 6 }, 3, 1, 1 },
        { "cross in every piece", { 5, 1, 5, 1 }, { 1, 5, 1, 5 }, 4, 2, 2 },
        { "touch and part again", { 5, 3, 5 }, { 1, 3, 1 }, 3, 2, 0 },
        { "cross at a figure", { 5, 3, 1 }, { 1, 3, 5 }, 3, 1, 1 },
        { "are equal for a while", { 5, 3, 3, 5 }, { 1, 3, 3, 1 }, 4, 2, 0 },
        { "a gap", { 5, NAN, 2, 2 }, { 1, 2, 6, 6 }, 4, 0, 1 },
        { "a gap between two stretches", { 5, 5, NAN, 5, 5 }, { 1, 1, 1, 1, 1 }, 5, 2, 0 },
        { "cross beside a gap", { 5, 1, NAN }, { 1, 5, 1 }, 3, 1, 1 },
        { "part between two touchings", { 3, 5, 3, 1, 3 }, { 3, 1, 3, 5, 3 }, 5, 1, 1 },
        { "always equal", { 3, 3, 3 }, { 3, 3, 3 }, 3, 0, 0 },
        { "one period", { 3 }, { 5 }, 1, 0, 0 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer dump = area_of(cases[i].a, cases[i].b, cases[i].n);
        print_message("  %s\n", cases[i].name);
        assert_int_equal(count(dump.bytes, "#010101"), cases[i].ahead);
        assert_int_equal(count(dump.bytes, "#020202"), cases[i].behind);
        buffer_free(&dump);
    }
}

/* Differences of 6 and -2 meet after three quarters, at 7 - 0.75 * 4 = 4, drawn at 10 - 4. */
static void areas_end_at_the_crossing(void **state)
{
    static const double a[] = { 7, 3 }, b[] = { 1, 5 };
    struct buffer dump = area_of(a, b, 2);

    (void)state;
    assert_int_equal(count(dump.bytes, "0.75,6"), 2);
    buffer_free(&dump);
}

static struct crossing crossing_of(const double *a, const double *b, size_t n)
{
    static const double x[MOST] = { 0, 1, 2, 3, 4, 5, 6, 7 };
    struct figure one[MOST], other[MOST];

    for (size_t i = 0; i < n; i++) {
        one[i].value = a[i];
        other[i].value = b[i];
    }
    const struct area_lines lines = {
        .a = one,
        .b = other,
        .x = x,
        .n = n,
        .scale = { .type = &linear_scale, .low = 0, .high = 10, .from = 10, .to = 0 }
    };
    return last_crossing(&lines);
}

static void the_last_crossing_is_found(void **state)
{
    static const struct {
        const char *name;
        double a[MOST], b[MOST];
        size_t n;
        bool found;
        double x;
        size_t period;
    } cases[] = {
        { "none", { 5, 6, 7 }, { 1, 2, 3 }, 3, false, 0, 0 },
        { "one", { 5, 6, 2 }, { 1, 2, 6 }, 3, true, 1.5, 2 },
        { "the last of two", { 5, 1, 5 }, { 1, 5, 1 }, 3, true, 1.5, 2 },
        { "at a figure, which is that period's", { 5, 3, 1 }, { 1, 3, 5 }, 3, true, 1, 1 },
        { "touching is none", { 5, 3, 5 }, { 1, 3, 1 }, 3, false, 0, 0 },
        { "nobody saw it in a gap", { 5, NAN, 1 }, { 1, 3, 5 }, 3, false, 0, 0 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct crossing crossing = crossing_of(cases[i].a, cases[i].b, cases[i].n);
        print_message("  %s\n", cases[i].name);
        assert_int_equal(crossing.found, cases[i].found);
        if (cases[i].found) {
            assert_float_equal(crossing.at.x, cases[i].x, 1e-9);
            assert_int_equal(crossing.period, cases[i].period);
        }
    }
}

static sheaf_chart *chart_of(const char *const *names, const double values[][4], int n)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SURPLUS);

    for (int i = 0; i < n; i++) {
        sheaf_series *series = sheaf_series_from_years(names[i], "USD", 9, 2020, values[i], 4);
        sheaf_series_set_flow(series, names[i]);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

/* Whichever comes first in the data, a balance is exports less imports. */
static void a_balance_is_exports_less_imports(void **state)
{
    static const struct {
        const char *names[2], *said[3];
    } cases[] = {
        { { "exports", "imports" },
          { "\xE2\x88\x92"
            "2.1",
            "Balance, 2023, ", "Imports overtook exports in 2023." } },
        { { "imports", "exports" },
          { "+2.1", "Balance, 2023, ", "Exports overtook imports in 2023." } },
        { { "oil", "gas" },
          { "\xE2\x88\x92"
            "2.1",
            "Difference, 2023, ", "Gas overtook oil in 2023." } },
    };
    static const double values[][4] = { { 9, 9.1, 13.2, 14.7 }, { 6.6, 8.2, 11.2, 16.8 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].names, values, 2);
        struct scene *scene = chart_scene(chart, 1200, 750, true, NULL);
        const char *alternative = scene_alternative(scene);
        assert_string_equal(sheaf_chart_message(chart), "");
        for (int k = 0; k < 3; k++)
            if (strstr(alternative, cases[i].said[k]) == NULL)
                fail_msg("'%s' is not in: %s", cases[i].said[k], alternative);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

static void what_is_no_pair_is_refused(void **state)
{
    static const char *const names[] = { "exports", "imports", "turnover" };
    static const double whole[][4] = { { 1, 2, 3, 4 }, { 1, 2, 3, 4 }, { 1, 2, 3, 4 } };
    static const double apart[][4] = { { 1, 2, NAN, NAN }, { NAN, NAN, 3, 4 } };
    static const struct {
        const double (*values)[4];
        int n;
        const char *message;
    } cases[] = {
        { whole, 1,
          "a surplus lies between two series, such as exports and imports, and here is 1; choose "
          "two, or draw lines" },
        { whole, 3,
          "a surplus lies between two series, such as exports and imports, and here are 3; choose "
          "two, or draw lines" },
        { apart, 2,
          "'exports' and 'imports' have no period in common, so nothing lies between them; choose "
          "other periods, or draw lines" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(names, cases[i].values, cases[i].n);
        scene_destroy(chart_scene(chart, 600, 400, true, NULL));
        assert_string_equal(sheaf_chart_message(chart), cases[i].message);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas_have_one_path_a_leader),
        cmocka_unit_test(areas_end_at_the_crossing),
        cmocka_unit_test(the_last_crossing_is_found),
        cmocka_unit_test(a_balance_is_exports_less_imports),
        cmocka_unit_test(what_is_no_pair_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
