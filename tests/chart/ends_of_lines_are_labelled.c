/* ends_of_lines_are_labelled.c - a line is named where it ends: long names in several lines before
 * there is a legend, an early end beside its dot, with its period; the name stands before its figure. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"

enum { YEARS = 10 };

/* A line that falls or rises to its end, which is `years` after 2014. */
static void add(sheaf_chart *chart, const char *name, double from, double to, int years)
{
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 6);

    for (int i = 0; i <= years; i++)
        sheaf_series_add(series, sheaf_period_year(2014 + i), from + (to - from) * i / years, 0,
                         SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void dump(sheaf_chart *chart, double width, double height, struct buffer *bytes,
                 sheaf_error *error)
{
    struct scene *scene = chart_scene(chart, width, height, true, NULL);

    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(bytes, NULL, error);
    scene_dump(scene, bytes);
    scene_destroy(scene);
}

/* Where a text of the dump begins; fails if it is not there whole. */
static struct point place_of(const struct buffer *bytes, const char *text)
{
    struct point at = { NAN, NAN };
    char begin[200];

    snprintf(begin, sizeof begin, "text \"%s\" at ", text);
    const char *found = strstr(bytes->bytes, begin);
    if (found == NULL)
        fail_msg("\"%s\" is not there", text);
    assert_int_equal(sscanf(found + strlen(begin), "%lf,%lf", &at.x, &at.y), 2);
    return at;
}

static bool has(const struct buffer *bytes, const char *text)
{
    return strstr(bytes->bytes, text) != NULL;
}

static void long_names_take_lines_before_a_legend(void **state)
{
    static const char *const names[] = {
        "Petroleum oils and oils obtained from bituminous minerals, crude",
        "Uranium and its compounds",
        "Copper, refined, and copper alloys, unwrought",
        "Natural gas, liquefied or in the gaseous state",
    };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_error error = { 0 };
    struct buffer bytes;

    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++)
        add(chart, names[i], 100 + 50.0 * (double)i, 200 + 10.0 * (double)i, YEARS);
    dump(chart, 480, 300, &bytes, &error);
    assert_false(has(&bytes, "legend"));
    assert_false(has(&bytes, "\xE2\x80\xA6"));
    assert_true(place_of(&bytes, "Petroleum oils and oils").y <
                place_of(&bytes, "obtained from bituminous").y);
    buffer_free(&bytes);
    sheaf_chart_destroy(chart);
}

static void an_early_end_is_named_beside_it(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_error error = { 0 };
    struct buffer bytes;

    (void)state;
    add(chart, "China", 100, 900, YEARS);
    add(chart, "Italy", 100, 300, 4);
    dump(chart, 480, 300, &bytes, &error);
    struct point italy = place_of(&bytes, "Italy"), figure = place_of(&bytes, "2018: 300");
    assert_true(figure.x > italy.x && figure.y == italy.y);
    /* In the plot, right of its dot and left of the label of the line that goes on. */
    assert_true(italy.x > place_of(&bytes, "2018").x);
    assert_true(italy.x < place_of(&bytes, "China").x - 100);
    assert_false(has(&bytes, " dash "));
    buffer_free(&bytes);
    sheaf_chart_destroy(chart);
}

/* Where the place beside its dot is taken by other lines, a level leader leads to the column. */
static void an_early_end_in_a_crowd_has_a_leader(void **state)
{
    static const char *const names[] = { "Spain", "France", "China",  "Greece",
                                         "Malta", "Poland", "Cyprus", "Turkey" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_error error = { 0 };
    struct buffer bytes;

    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++)
        add(chart, names[i], 100 + 100.0 * (double)i, 900 - 100.0 * (double)i, YEARS);
    add(chart, "Italy", 560, 500, YEARS / 2);
    dump(chart, 480, 300, &bytes, &error);
    assert_true(has(&bytes, " dash "));
    assert_true(fabs(place_of(&bytes, "Italy").x - place_of(&bytes, "Spain").x) < 15);
    buffer_free(&bytes);
    sheaf_chart_destroy(chart);
}

static void a_name_stands_before_its_figure(void **state)
{
    static const char *const languages[] = { "en", "ar", "ug" };

    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
        sheaf_error error = { 0 };
        struct buffer bytes;
        sheaf_chart_set_language(chart, languages[i]);
        add(chart, "Exports to it", 10, 912, YEARS);
        add(chart, "Imports from it", 10, 455, YEARS);
        dump(chart, 480, 300, &bytes, &error);
        bool leftwards = i > 0;
        assert_true(leftwards == (place_of(&bytes, "Exports to it").x > place_of(&bytes, "912").x));
        buffer_free(&bytes);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_names_take_lines_before_a_legend),
        cmocka_unit_test(an_early_end_is_named_beside_it),
        cmocka_unit_test(an_early_end_in_a_crowd_has_a_leader),
        cmocka_unit_test(a_name_stands_before_its_figure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
