/* years_to_date_are_compared.c - a line a year over the months: of the year to date, whose periods
 * get longer, and of months. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/model/model.h"
#include "chart/picture.h"
#include "chart/plan.h"
#include "scene/scene.h"
#include "sheaf/algebra.h"

/* Months from January 2021 on: 1, 2, 3 … */
static sheaf_series *months_of(int n)
{
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

    sheaf_series_set_flow(series, "exports");
    for (int i = 0; i < n; i++)
        sheaf_series_add(series, sheaf_period_month(2021 + i / 12, 1 + i % 12), i + 1, 0,
                         SHEAF_NORMAL);
    return series;
}

static sheaf_chart *chart_of(int n, bool to_date, sheaf_chart_type type)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    sheaf_series *months = months_of(n), *sums = sheaf_series_cumulative(months, 1);

    sheaf_chart_add(chart, to_date ? sums : months);
    sheaf_series_destroy(sums);
    sheaf_series_destroy(months);
    return chart;
}

static struct buffer dump_of(sheaf_chart *chart, double width, double height)
{
    static sheaf_error error;
    struct scene *scene = chart_scene(chart, width, height, true, NULL);
    struct buffer dump;

    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    scene_destroy(scene);
    return dump;
}

/* Growth looked like collapse: twelve clusters of bars, the whole year first. */
static void a_year_to_date_is_a_line_a_year(void **state)
{
    static const char *const shown[] = { "Line chart",
                                         "text \"2021\"",
                                         "text \"2022\"",
                                         "text \"2023\"",
                                         "text \"Jan\"",
                                         "text \"Dec\"",
                                         "2021 – first and lowest Jan 2021: 1",
                                         "2023 – first and lowest Jan 2023: 25",
                                         "Jan–Apr 2023: 110",
                                         "sum since the beginning" };
    static const char *const absent[] = { "text \"Q1\"", "text \"Jan–Nov\"", "cumulative",
                                          "May 2023" };
    sheaf_chart *chart = chart_of(28, true, SHEAF_AUTO);
    struct buffer dump = dump_of(chart, 1200, 750);

    (void)state;
    for (size_t i = 0; i < LENGTH(shown); i++) {
        print_message("  %s\n", shown[i]);
        assert_non_null(strstr(dump.bytes, shown[i]));
    }
    for (size_t i = 0; i < LENGTH(absent); i++)
        assert_null(strstr(dump.bytes, absent[i]));
    buffer_free(&dump);
    sheaf_chart_destroy(chart);
}

/* Quarters stood under the names of their last months: a quarter's figure read as June's. */
static void quarters_are_called_quarters(void **state)
{
    static const struct {
        const char *language, *first, *last, *month;
    } words[] = { { "en", "text \"Q1\"", "text \"Q4\"", "text \"Mar\"" },
                  { "fr", "text \"T1\"", "text \"T4\"", "text \"mars\"" },
                  { "de", "text \"Q1\"", "text \"Q4\"", "text \"März\"" } };
    static const sheaf_chart_type types[] = { SHEAF_SEASONAL, SHEAF_HEATMAP };

    (void)state;
    for (size_t i = 0; i < 2 * LENGTH(words); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, types[i % 2]);
        sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);
        for (int k = 0; k < 10; k++)
            sheaf_series_add(series, sheaf_period_quarter(2021 + k / 4, 1 + k % 4), k + 1, 0,
                             SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
        sheaf_chart_set_language(chart, words[i / 2].language);
        struct buffer dump = dump_of(chart, 480, 300);
        assert_non_null(strstr(dump.bytes, words[i / 2].first));
        assert_non_null(strstr(dump.bytes, words[i / 2].last));
        assert_null(strstr(dump.bytes, words[i / 2].month));
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
}

/* The year is said by the line, so none stands under the months, at any size. */
static void months_are_of_no_year(void **state)
{
    static const double widths[] = { 200, 320, 480, 1200 };

    (void)state;
    for (size_t i = 0; i < LENGTH(widths); i++) {
        sheaf_chart *chart = chart_of(24, false, SHEAF_SEASONAL);
        struct buffer dump = dump_of(chart, widths[i], 300);
        const char *first = strstr(dump.bytes, "text \"2022\"");

        assert_non_null(first);
        assert_null(strstr(first + 1, "text \"2022\""));
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
}

static void the_latest_year_has_the_color(void **state)
{
    const struct theme *theme = theme_default();
    const struct chart_options options = { 0 };
    sheaf_chart *chart = chart_of(40, true, SHEAF_SEASONAL);
    sheaf_error error = { 0 };
    struct arena arena;
    struct text *text = text_begin(NULL, "en", NULL, &error);

    (void)state;
    arena_init(&arena, NULL, &error);
    struct chart_plan *plan = chart_plan_create(chart, &options, theme, text, &arena, 480, 300);
    assert_non_null(plan);
    const struct model_series *rows = plan->model->series;
    assert_int_equal(plan->model->n_series, 4);
    assert_true(color_equal(rows[0].color, theme->axis));
    assert_true(color_equal(rows[1].color, theme->axis));
    assert_true(color_equal(rows[3].color, theme->categories[0]));
    /* 45 % of #1F5FA8 on white */
    assert_true(color_equal(rows[2].color, (struct color){ 154, 183, 216, 255 }));
    text_end(text);
    arena_free(&arena);
    sheaf_chart_destroy(chart);
}

/* A mark is asked for its own period, not for that of the latest year. */
static void marks_know_their_periods(void **state)
{
    sheaf_chart *chart = chart_of(28, true, SHEAF_AUTO);
    sheaf_picture *picture = sheaf_chart_layout(chart, 1200, 750);
    sheaf_datum datum = SHEAF_DATUM_INIT;

    (void)state;
    assert_int_equal(sheaf_picture_datum_count(picture), 28);
    assert_true(sheaf_picture_datum(picture, 1, &datum));
    assert_int_equal(sheaf_period_compare(datum.period, sheaf_period_months(2021, 1, 2)), 0);
    assert_true(datum.value == 3);
    assert_true(sheaf_picture_datum(picture, 27, &datum));
    assert_int_equal(sheaf_period_compare(datum.period, sheaf_period_months(2023, 1, 4)), 0);
    assert_true(datum.value == 106);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_to_date_is_a_line_a_year),
        cmocka_unit_test(quarters_are_called_quarters),
        cmocka_unit_test(months_are_of_no_year),
        cmocka_unit_test(the_latest_year_has_the_color),
        cmocka_unit_test(marks_know_their_periods),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
