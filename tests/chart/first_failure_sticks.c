#include "support/check.h"

#include <math.h>
#include <string.h>

#include "chart/chart.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "chart/types/types.h"

static sheaf_series *series_of(const char *name, const char *unit, int multiplier)
{
    static const double values[] = { 8.0, 6.8, 6.9 };

    return sheaf_series_from_years(name, unit, multiplier, 2021, values, LENGTH(values));
}

static void add(sheaf_chart *chart, sheaf_series *series)
{
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void add_months_and_years(sheaf_chart *chart)
{
    sheaf_series *series = series_of("exports", "USD", 9);

    sheaf_series_add(series, sheaf_period_month(2023, 1), 1, 0, SHEAF_NORMAL);
    add(chart, series);
}

/* More than bars are made for, but a line would join years and four months. */
static void many_years_and_a_part(sheaf_chart *chart)
{
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

    for (int year = 2001; year < 2024; year++)
        sheaf_series_add(series, sheaf_period_year(year), year - 1990, 0, SHEAF_NORMAL);
    sheaf_series_add(series, sheaf_period_trimester(2024, 1), 12, 0, SHEAF_NORMAL);
    add(chart, series);
}

static void nothing(sheaf_chart *chart)
{
    (void)chart;
}

static void two_units(sheaf_chart *chart)
{
    add(chart, series_of("exports", "USD", 9));
    add(chart, series_of("beef", "t", 3));
}

static void failed_series(sheaf_chart *chart)
{
    sheaf_series *series = series_of("exports", "USD", 9);

    sheaf_series_add(series, sheaf_period_year(2021), 1, 0, SHEAF_NORMAL);
    add(chart, series);
}

static void other_periods(sheaf_chart *chart)
{
    sheaf_period period = sheaf_period_year(1999);

    sheaf_chart_set_periods(chart, &period, 1);
    add(chart, series_of("exports", "USD", 9));
}

static void no_period(sheaf_chart *chart)
{
    sheaf_period period = { 0 };

    sheaf_chart_set_periods(chart, &period, 1);
}

static void one_series(sheaf_chart *chart)
{
    add(chart, series_of("exports", "USD", 9));
}

static void one_period(sheaf_chart *chart)
{
    const sheaf_period period = sheaf_period_year(2021);

    one_series(chart);
    sheaf_chart_set_periods(chart, &period, 1);
}

static void a_target(sheaf_chart *chart)
{
    sheaf_chart_add_target(chart, "Beef", 500, NAN, "t", 3);
}

static void a_target_and_a_series(sheaf_chart *chart)
{
    one_series(chart);
    a_target(chart);
}

static void a_target_of_nothing(sheaf_chart *chart)
{
    sheaf_chart_add_target(chart, "Beef", 0, NAN, "t", 3);
}

static void more_is_reached_than_there_is(sheaf_chart *chart)
{
    sheaf_chart_add_target(chart, "Beef", 5, 1e300, "t", 3);
}

static void add_figures_of(sheaf_chart *chart, double value)
{
    const double values[] = { 1, -value };
    sheaf_series *series = sheaf_series_from_years("exports", "USD", 0, 2021, values, 2);

    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

/* At the end of a double's range bars had neither axis nor labels. */
static void endless_figures(sheaf_chart *chart)
{
    add_figures_of(chart, 1e308);
}

static void figures_with_room(sheaf_chart *chart)
{
    add_figures_of(chart, 9e35);
}

static void a_target_without_label(sheaf_chart *chart)
{
    sheaf_chart_add_target(chart, "", 5, NAN, "t", 3);
}

static void bad_title(sheaf_chart *chart)
{
    sheaf_chart_set_title(chart, "caf\xE9");
}

static void commanding_title(sheaf_chart *chart)
{
    sheaf_chart_set_title(chart, "red\x1B[31m");
}

static void commanding_source(sheaf_chart *chart)
{
    sheaf_chart_set_source(chart, "one\ttab, one\nline, \xC2\x9B");
}

static const struct {
    sheaf_chart_type type;
    void (*fill)(sheaf_chart *chart);
    sheaf_status status;
    const char *message;
} cases[] = {
    { SHEAF_BARS, nothing, SHEAF_BAD_INPUT, "the chart has no series to draw" },
    { SHEAF_AUTO, nothing, SHEAF_BAD_INPUT, "the chart has no series to draw" },
    { SHEAF_BARS, two_units, SHEAF_BAD_INPUT,
      "'exports' is in 'USD' but 'beef' in 't'; a plot has one unit, so draw panels, a plot a unit "
      "on one time axis, or leave one of them out" },
    { SHEAF_BARS, failed_series, SHEAF_BAD_ARGUMENT, "" },
    { SHEAF_BARS, other_periods, SHEAF_BAD_INPUT,
      "'exports' has no value in the periods of the chart" },
    { SHEAF_BARS, no_period, SHEAF_BAD_ARGUMENT, "period 1 of 1 is none" },
    { SHEAF_LINES, add_months_and_years, SHEAF_BAD_INPUT,
      "a line joins periods of one length, not 2021 and Jan 2023; choose the periods, or draw "
      "bars" },
    { SHEAF_AUTO, add_months_and_years, SHEAF_OK, "" },
    { SHEAF_AUTO, many_years_and_a_part, SHEAF_OK, "" },
    { SHEAF_BARS_LINE, one_series, SHEAF_BAD_INPUT,
      "bars with a line need two series or more; 'exports' alone makes bars" },
    { SHEAF_BULLET, one_series, SHEAF_BAD_INPUT,
      "a bullet chart draws targets, not series such as 'exports'" },
    { SHEAF_RANKING, one_period, SHEAF_OK, "" },
    { SHEAF_RANKING, add_months_and_years, SHEAF_BAD_INPUT,
      "a ranking is of one period, not of 2021 to Jan 2023; choose it, as in periods: 2023-01, or "
      "draw bars" },
    { SHEAF_SEASONAL, add_months_and_years, SHEAF_BAD_INPUT,
      "a seasonal chart is of months, of quarters, or of years to date, such as "
      "cumulative(exports) gives; choose the periods, or draw lines" },
    { SHEAF_BULLET, nothing, SHEAF_BAD_INPUT, "the chart has no targets to draw" },
    { SHEAF_AUTO, a_target, SHEAF_OK, "" },
    { SHEAF_AUTO, a_target_and_a_series, SHEAF_BAD_INPUT,
      "targets such as 'Beef' are drawn by a bullet chart, without series" },
    { SHEAF_BULLET, a_target_of_nothing, SHEAF_BAD_INPUT,
      "the target 'Beef' must be more than 0 and less than 1e+36" },
    { SHEAF_BULLET, more_is_reached_than_there_is, SHEAF_BAD_INPUT,
      "what is reached of the target 'Beef' must be from 0 to less than 1e+36" },
    { SHEAF_BARS, endless_figures, SHEAF_BAD_INPUT,
      "'exports' is -1e+308 in 2022; a chart shows figures below 1e+36, so look for a mistake in "
      "the "
      "data" },
    { SHEAF_BARS, figures_with_room, SHEAF_OK, "" },
    { SHEAF_BULLET, a_target_without_label, SHEAF_BAD_ARGUMENT, "a target needs a label" },
    { SHEAF_BARS, bad_title, SHEAF_BAD_ARGUMENT, "the title is not UTF-8 at byte 4" },
    { SHEAF_BARS, commanding_title, SHEAF_BAD_ARGUMENT,
      "the title cannot hold the control character U+001B" },
    { SHEAF_BARS, commanding_source, SHEAF_BAD_ARGUMENT,
      "the source cannot hold the control character U+009B" },
    { (sheaf_chart_type)77, nothing, SHEAF_BAD_ARGUMENT, "no chart type has the number 77" },
};

static void a_chart_says_what_is_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);

        print_message("  %s\n", cases[i].message);
        cases[i].fill(chart);
        scene_destroy(chart_scene(chart, 480, 300, true, NULL));
        assert_int_equal(sheaf_chart_status(chart), cases[i].status);
        if (cases[i].message[0] != '\0')
            assert_string_equal(sheaf_chart_message(chart), cases[i].message);
        sheaf_chart_destroy(chart);
    }
}

static void the_first_failure_is_kept(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    (void)state;
    a_target_without_label(chart);
    two_units(chart);
    sheaf_chart_set_title(chart, "Title");
    assert_string_equal(sheaf_chart_message(chart), "a target needs a label");
    assert_int_equal(chart_series_count(chart), 0);
    assert_null(chart->title);
    sheaf_chart_destroy(chart);
}

static void types_have_names(void **state)
{
    static const struct {
        const char *name;
        sheaf_chart_type type;
    } types[] = { { "auto", SHEAF_AUTO },
                  { "bars", SHEAF_BARS },
                  { "bar", SHEAF_BARS },
                  { "lines", SHEAF_LINES },
                  { "line", SHEAF_LINES },
                  { "bars+line", SHEAF_BARS_LINE },
                  { "bullet", SHEAF_BULLET },
                  { "ranking", SHEAF_RANKING },
                  { "seasonal", SHEAF_SEASONAL },
                  { "stacked", SHEAF_STACKED },
                  { "stacked-100", SHEAF_STACKED_100 },
                  { "stacked-area", SHEAF_STACKED_AREA },
                  { "area", SHEAF_AREA },
                  { "waterfall", SHEAF_WATERFALL } };
    sheaf_chart_type type = SHEAF_LINES;

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        assert_true(sheaf_chart_type_named(types[i].name, &type));
        assert_int_equal(type, types[i].type);
    }
    assert_false(sheaf_chart_type_named("baars", &type));
    assert_false(sheaf_chart_type_named("", &type));
    assert_null(sheaf_chart_type_name((sheaf_chart_type)sheaf_chart_type_count()));
    assert_null(sheaf_chart_type_summary((sheaf_chart_type)-1));
    assert_false(sheaf_chart_type_takes_targets((sheaf_chart_type)77));
    assert_false(sheaf_chart_type_adds_up((sheaf_chart_type)77));
}

/* Every type has a name of its own, says what it draws, and can draw. */
static void the_table_of_types_is_whole(void **state)
{
    (void)state;
    assert_true(sheaf_chart_type_count() > SHEAF_WATERFALL);
    for (size_t i = 0; i < sheaf_chart_type_count(); i++) {
        sheaf_chart_type type = (sheaf_chart_type)i, named = SHEAF_AUTO;
        const struct chart_type *row = chart_type_find(type);

        assert_true(sheaf_chart_type_named(sheaf_chart_type_name(type), &named));
        assert_int_equal(named, type);
        assert_string_not_equal(sheaf_chart_type_summary(type), "");
        assert_string_equal(chart_type_names[i], sheaf_chart_type_name(type));
        if (type == SHEAF_AUTO)
            continue;
        assert_true(row->measure && row->draw && row->min_height && row->speak);
        assert_int_equal(sheaf_chart_type_takes_targets(type), row->takes_targets);
        assert_int_equal(sheaf_chart_type_adds_up(type), row->gather != NULL && !row->keeps_series);
    }
    assert_null(chart_type_names[sheaf_chart_type_count()]);
    assert_null(chart_type_find(SHEAF_AUTO));
}

static void texts_are_replaced_and_cleared(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    (void)state;
    assert_string_equal(chart_language(chart), "en");
    sheaf_chart_set_title(chart, "One");
    sheaf_chart_set_title(chart, "Two");
    assert_string_equal(chart->title, "Two");
    sheaf_chart_set_title(chart, chart->title);
    assert_string_equal(chart->title, "Two");
    sheaf_chart_set_title(chart, "");
    assert_null(chart->title);
    sheaf_chart_destroy(chart);
}

static void a_copy_says_the_same(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    (void)state;
    one_series(chart);
    sheaf_chart_set_title(chart, "Title");
    sheaf_chart_set_source(chart, "Source");
    sheaf_chart_set_language(chart, "ru");
    sheaf_chart_set_alternative(chart, "What the author says of it");
    sheaf_chart *copy = chart_copy(chart, NULL);
    sheaf_chart_destroy(chart);
    assert_int_equal(sheaf_chart_status(copy), SHEAF_OK);
    assert_string_equal(copy->title, "Title");
    assert_string_equal(chart_source(copy), "Source");
    assert_string_equal(chart_language(copy), "ru");
    assert_int_equal(sheaf_series_count(chart_series(copy, 0)), 3);
    sheaf_picture *picture = sheaf_chart_layout(copy, 480, 300);
    assert_string_equal(sheaf_picture_description(picture), "What the author says of it");
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(copy);

    chart = sheaf_chart_create(NULL, SHEAF_BARS);
    a_target_without_label(chart);
    copy = chart_copy(chart, NULL);
    assert_string_equal(sheaf_chart_message(copy), "a target needs a label");
    sheaf_chart_destroy(copy);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chart_says_what_is_wrong),
        cmocka_unit_test(the_first_failure_is_kept),
        cmocka_unit_test(types_have_names),
        cmocka_unit_test(the_table_of_types_is_whole),
        cmocka_unit_test(texts_are_replaced_and_cleared),
        cmocka_unit_test(a_copy_says_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
