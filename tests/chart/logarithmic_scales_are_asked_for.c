/* logarithmic_scales_are_asked_for.c - which charts take a logarithmic scale, that they say so, and why
 * others are refused. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

static void add(sheaf_chart *chart, const char *name, double first, int n)
{
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 6);

    for (int k = 0; k < n; k++)
        sheaf_series_add(series, sheaf_period_year(2015 + k), k == 0 ? first : 10 * (k + 1), 1,
                         SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static const char lengths[] =
    "lengths and areas begin at zero and are compared by equal steps, which a logarithmic scale "
    "does "
    "not have: draw lines, dots or a scatter plot, or leave the scale linear";
static const char place[] =
    "a logarithmic scale has no place for zero and negative figures, such as that of 'Exports' in "
    "2015; choose axis: symlog, or leave them out";

static const struct {
    const char *what;
    sheaf_chart_type type;
    sheaf_axis axis;
    sheaf_base base;
    double first;
    int n;
    const char *says; /* the alternative text, or the message */
    bool is_refused;
} cases[] = {
    { "lines", SHEAF_LINES, SHEAF_AXIS_LOG, 0, 1, 4, "logarithmic scale", false },
    { "what nobody named, over time", SHEAF_AUTO, SHEAF_AXIS_LOG, 0, 1, 4, "Line chart", false },
    { "in one period", SHEAF_AUTO, SHEAF_AXIS_LOG, 0, 1, 1, "Ranked dot chart", false },
    { "slopes", SHEAF_SLOPE, SHEAF_AXIS_LOG, 0, 1, 4, "logarithmic scale", false },
    { "both sides of zero", SHEAF_LINES, SHEAF_AXIS_SYMLOG, 0, -5, 4, "symmetric logarithmic scale",
      false },
    { "bars", SHEAF_BARS, SHEAF_AXIS_LOG, 0, 1, 4, lengths, true },
    { "symmetric bars", SHEAF_BARS, SHEAF_AXIS_SYMLOG, 0, 1, 4, lengths, true },
    { "stacks", SHEAF_STACKED, SHEAF_AXIS_LOG, 0, 1, 4, lengths, true },
    { "areas", SHEAF_STACKED_AREA, SHEAF_AXIS_LOG, 0, 1, 4, lengths, true },
    { "stems", SHEAF_LOLLIPOP, SHEAF_AXIS_LOG, 0, 1, 1, lengths, true },
    { "zero", SHEAF_LINES, SHEAF_AXIS_LOG, 0, 0, 4, place, true },
    { "a negative figure", SHEAF_LINES, SHEAF_AXIS_LOG, 0, -5, 4, place, true },
    { "from zero", SHEAF_LINES, SHEAF_AXIS_LOG, SHEAF_BASE_ZERO, 1, 4,
      "a logarithmic scale has no zero to begin at; leave the base out, or choose axis: symlog",
      true },
};

static void some_take_them_and_others_say_why_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);

        print_message("  %s\n", cases[i].what);
        add(chart, "exports", cases[i].first, cases[i].n);
        add(chart, "imports", 20, cases[i].n);
        sheaf_chart_set_base(chart, cases[i].base);
        sheaf_chart_set_axis(chart, cases[i].axis);
        sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);
        assert_int_equal(picture == NULL, cases[i].is_refused);
        if (picture == NULL) {
            assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_INPUT);
            assert_string_equal(sheaf_chart_message(chart), cases[i].says);
        } else {
            assert_non_null(strstr(sheaf_picture_description(picture), cases[i].says));
        }
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

/* 0.6 beside 47,500 is not 1. */
static void small_figures_keep_their_digits(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_datum datum = SHEAF_DATUM_INIT;

    (void)state;
    add(chart, "exports", 0.6, 4);
    add(chart, "imports", 47500, 4);
    sheaf_chart_set_axis(chart, SHEAF_AXIS_LOG);
    sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);
    assert_true(sheaf_picture_datum(picture, 0, &datum));
    assert_string_equal(datum.text, "$0.6\xC2\xA0m");
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

static void an_axis_has_a_name(void **state)
{
    sheaf_axis axis = SHEAF_AXIS_LINEAR;
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    (void)state;
    assert_true(sheaf_axis_named("symlog", &axis));
    assert_int_equal(axis, SHEAF_AXIS_SYMLOG);
    assert_false(sheaf_axis_named("square", &axis));
    sheaf_chart_set_axis(chart, (sheaf_axis)3);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
    sheaf_chart_destroy(chart);
}

/* Without its lines nobody sees where a logarithmic scale of dots begins; values tell a linear one. */
static void dots_have_an_axis(void **state)
{
    static const struct {
        sheaf_axis axis;
        bool has_line;
    } axes[] = { { SHEAF_AXIS_LINEAR, false },
                 { SHEAF_AXIS_LOG, true },
                 { SHEAF_AXIS_SYMLOG, true } };

    (void)state;
    for (size_t i = 0; i < LENGTH(axes); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_DOTS);
        sheaf_error error = { 0 };
        struct buffer dump;

        add(chart, "exports", 3, 1);
        add(chart, "imports", 47500, 1);
        sheaf_chart_set_axis(chart, axes[i].axis);
        struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        assert_int_equal(strstr(dump.bytes, "text \"1,000\"") != NULL, axes[i].has_line);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(some_take_them_and_others_say_why_not),
        cmocka_unit_test(small_figures_keep_their_digits),
        cmocka_unit_test(an_axis_has_a_name),
        cmocka_unit_test(dots_have_an_axis),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
