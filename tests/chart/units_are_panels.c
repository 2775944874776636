/* units_are_panels.c - series of two or three units: a plot a unit on one time axis, and what is
 * refused. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

enum { YEARS = 4 };

struct row {
    const char *name, *unit;
    double values[YEARS]; /* from 2020 on; NaN: none */
};

static sheaf_chart *chart_of(sheaf_chart_type type, const struct row *rows, size_t n)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (size_t i = 0; i < n && rows[i].name != NULL; i++) {
        sheaf_series *series = sheaf_series_create(NULL, rows[i].name, rows[i].unit, 0);
        for (int k = 0; k < YEARS; k++)
            if (!isnan(rows[i].values[k]))
                sheaf_series_add(series, sheaf_period_year(2020 + k), rows[i].values[k], 0,
                                 SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

static const struct row value_and_quantity[] = { { "value", "USD", { 10, 12, 14, 9 } },
                                                 { "quantity", "t", { 500, 400, 300, 200 } } };

static void what_is_drawn_and_what_refused(void **state)
{
    static const struct {
        const char *what, *says;
        sheaf_chart_type type;
        struct row rows[5];
    } cases[] = {
        { "two units, and no type named",
          "Panels on one time axis, 2020–2023. Value, USD – 2020: 10; 2021: 12; 2022: 14; 2023: 9; "
          "rose in 2 of 3 years. Quantity, t – 2020: 500",
          SHEAF_AUTO,
          { { "value", "USD", { 10, 12, 14, 9 } }, { "quantity", "t", { 500, 400, 300, 200 } } } },
        { "two series of a unit are named beside it",
          "2023: 9; rose in 2 of 3 years. Gas, USD – 2020: 1",
          SHEAF_PANELS,
          { { "oil", "USD", { 10, 12, 14, 9 } },
            { "price", "USD/t", { 5, 4, 3, 2 } },
            { "gas", "USD", { 1, 2, 3, 4 } } } },
        { "no unit is known: a plot a series",
          "2023: 9; rose in 2 of 3 years. Quantity – 2020: 1",
          SHEAF_PANELS,
          { { "value", "", { 10, 12, 14, 9 } }, { "quantity", "", { 1, 2, 3, 4 } } } },
        { "one unit",
          "panels are a plot a unit, and here all series are in one",
          SHEAF_PANELS,
          { { "oil", "USD", { 10, 12, 14, 9 } }, { "gas", "USD", { 1, 2, 3, 4 } } } },
        { "four units",
          "panels show two or three units on one time axis, and here are 4",
          SHEAF_PANELS,
          { { "a", "USD", { 1, 2, 3, 4 } },
            { "b", "t", { 1, 2, 3, 4 } },
            { "c", "USD/t", { 1, 2, 3, 4 } },
            { "d", "%", { 1, 2, 3, 4 } } } },
        { "one period in common",
          "'a' and 'b' have only one period in common",
          SHEAF_PANELS,
          { { "a", "USD", { 1, 2, NAN, NAN } }, { "b", "t", { NAN, 2, 3, 4 } } } },
        { "the same, and no type named",
          "a plot has one unit, so leave one of them out or draw two charts",
          SHEAF_AUTO,
          { { "a", "USD", { 1, 2, NAN, NAN } }, { "b", "t", { NAN, 2, 3, 4 } } } },
        { "series that only their units tell apart",
          "one series is in 'USD' but another in 't'; a plot has one unit, so draw panels",
          SHEAF_BARS,
          { { "USD", "USD", { 1, 2, 3, 4 } }, { "t", "t", { 1, 2, 3, 4 } } } },
        { "bars of two units",
          "'a' is in 'USD' but 'b' in 't'; a plot has one unit, so draw panels",
          SHEAF_BARS,
          { { "a", "USD", { 1, 2, 3, 4 } }, { "b", "t", { 1, 2, 3, 4 } } } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].type, cases[i].rows, 5);
        struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
        const char *said = sheaf_chart_status(chart) == SHEAF_OK ? scene_alternative(scene)
                                                                 : sheaf_chart_message(chart);
        print_message("  %s\n", cases[i].what);
        if (strstr(said, cases[i].says) == NULL)
            fail_msg("it says: %s", said);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

static sheaf_datum datum_at(const sheaf_picture *picture, size_t index)
{
    sheaf_datum datum = { .size = sizeof datum };

    assert_true(sheaf_picture_datum(picture, index, &datum));
    return datum;
}

/* A period stands right below itself, and the first plot is half as high again as the second. */
static void periods_stand_below_themselves(void **state)
{
    sheaf_chart *chart = chart_of(SHEAF_PANELS, value_and_quantity, 2);
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);

    (void)state;
    assert_non_null(picture);
    assert_int_equal(sheaf_picture_datum_count(picture), 2 * YEARS);
    for (size_t i = 0; i < YEARS; i++) {
        sheaf_datum above = datum_at(picture, i), below = datum_at(picture, YEARS + i);
        assert_string_equal(above.unit, "USD");
        assert_string_equal(below.unit, "t");
        assert_true(fabs(above.box.left - below.box.left) < 1e-6);
        assert_true(above.box.bottom < below.box.top);
    }
    double tallest = datum_at(picture, 2).box.bottom - datum_at(picture, 2).box.top;
    double other = datum_at(picture, YEARS).box.bottom - datum_at(picture, YEARS).box.top;
    assert_true(tallest > 1.3 * other && tallest < 2.2 * other);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* "Value, USD billion" above "20": "20 bn" would be so many billions of billions. */
static void labels_leave_the_multiplier_to_the_head(void **state)
{
    static const struct {
        const char *name, *unit;
        double first;
    } rows[] = { { "value", "USD", 1e9 }, { "quantity", "t", 1e6 } };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_PANELS);
    sheaf_error error = { 0 };
    struct buffer dump;

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        sheaf_series *series = sheaf_series_create(NULL, rows[i].name, rows[i].unit, 0);
        for (int k = 0; k < 20; k++)
            sheaf_series_add(series, sheaf_period_year(2001 + k), rows[i].first * (k + 1), 0,
                             SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    assert_non_null(strstr(dump.bytes, "text \"Value, USD billion\""));
    assert_non_null(strstr(dump.bytes, "text \"20\""));
    assert_null(strstr(dump.bytes, "text \"20\u00a0bn\""));
    buffer_free(&dump);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

/* What stands under the pointer is of the plot there. */
static void each_plot_is_hit(void **state)
{
    sheaf_chart *chart = chart_of(SHEAF_PANELS, value_and_quantity, 2);
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);

    (void)state;
    assert_non_null(picture);
    for (size_t i = 0; i < 2 * YEARS; i++) {
        sheaf_datum datum = datum_at(picture, i), hit = { .size = sizeof hit };
        assert_true(sheaf_picture_hit(picture, (datum.box.left + datum.box.right) / 2,
                                      (datum.box.top + datum.box.bottom) / 2, &hit));
        assert_string_equal(hit.unit, datum.unit);
        assert_int_equal(sheaf_period_compare(hit.period, datum.period), 0);
    }
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_drawn_and_what_refused),
        cmocka_unit_test(periods_stand_below_themselves),
        cmocka_unit_test(labels_leave_the_multiplier_to_the_head),
        cmocka_unit_test(each_plot_is_hit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
