/* axes_can_be_asked.c - a picture tells the period and the value at a point, and where a period and a value
 * lie: the two are each other's reverse, and marks stand where they say. */
#include "support/check.h"

#include <math.h>

#include <sheaf/sheaf.h>

enum { WIDTH = 800, HEIGHT = 500 };

static sheaf_series *years(const char *name, const char *unit, double first)
{
    sheaf_series *series = sheaf_series_create(NULL, name, unit, 6);

    for (int year = 2018; year < 2024; year++)
        sheaf_series_add(series, sheaf_period_year(year), first + 100 * (year - 2018), 1,
                         SHEAF_NORMAL);
    sheaf_series_set_label(series, name);
    return series;
}

static sheaf_picture *picture_of(sheaf_chart_type type, const char *second_unit)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    sheaf_chart_set_title(chart, "Trade grew");
    sheaf_chart_take(chart, years("Beef", "USD", 9000.5));
    if (second_unit != NULL)
        sheaf_chart_take(chart, years("Wool", second_unit, 400.5));
    sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);
    assert_string_equal(sheaf_chart_message(chart), "");
    sheaf_chart_destroy(chart);
    return picture;
}

static double middle(double a, double b)
{
    return (a + b) / 2;
}

/* Of a line its middle; of a bar that stands on zero its top. */
static double value_y(sheaf_chart_type type, const sheaf_box *box)
{
    return type == SHEAF_BARS ? box->top : middle(box->top, box->bottom);
}

static void marks_stand_where_the_axes_say(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_BARS, SHEAF_LINES, SHEAF_AREA };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        sheaf_picture *picture = picture_of(types[i], NULL);
        sheaf_datum datum = SHEAF_DATUM_INIT;

        print_message("  %s\n", sheaf_chart_type_name(types[i]));
        for (size_t k = 0; sheaf_picture_datum(picture, k, &datum); k++) {
            double at = middle(datum.box.left, datum.box.right), y = value_y(types[i], &datum.box);
            double x_found = 0, y_found = 0, value = 0;
            sheaf_period period;

            assert_true(
                sheaf_picture_position_of(picture, datum.period, datum.value, &x_found, &y_found));
            assert_true(fabs(x_found - at) < 1 && fabs(y_found - y) < 1);
            assert_true(sheaf_picture_value_at(picture, x_found, y_found, &period, &value));
            assert_int_equal(sheaf_period_compare(period, datum.period), 0);
            assert_true(fabs(value - datum.value) < 1e-6 * datum.value);
        }
        sheaf_picture_destroy(picture);
    }
}

/* Every point of the plot, above the last line of the grid as well, is the place of what it tells. */
static void each_point_is_where_its_value_lies(void **state)
{
    (void)state;
    for (int is_log = 0; is_log < 2; is_log++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
        size_t n = 0;

        sheaf_chart_take(chart, years("Beef", "USD", 9060));
        if (is_log)
            sheaf_chart_set_axis(chart, SHEAF_AXIS_LOG);
        sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);
        assert_non_null(picture);
        for (double y = 0; y < HEIGHT; y += 0.5) {
            sheaf_period period;
            double value, x_found, y_found;

            if (!sheaf_picture_value_at(picture, 400, y, &period, &value))
                continue;
            assert_true(sheaf_picture_position_of(picture, period, value, &x_found, &y_found));
            assert_true(fabs(y_found - y) < 1e-3);
            n++;
        }
        assert_true(n > 500);
        assert_false(sheaf_picture_position_of(picture, sheaf_period_year(2020), -1e4, NULL, NULL));
        if (is_log)
            assert_false(
                sheaf_picture_position_of(picture, sheaf_period_year(2020), 0, NULL, NULL));
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

/* The nearest period is told, wherever in the plot the point is. */
static void between_periods_the_nearer_is_told(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_LINES, "USD");
    double x[2], y;
    sheaf_period period;

    (void)state;
    for (int k = 0; k < 2; k++)
        assert_true(
            sheaf_picture_position_of(picture, sheaf_period_year(2020 + k), 1000, &x[k], &y));
    assert_true(sheaf_picture_value_at(picture, 0.6 * x[0] + 0.4 * x[1], y, &period, NULL));
    assert_int_equal(sheaf_period_compare(period, sheaf_period_year(2020)), 0);
    assert_true(sheaf_picture_value_at(picture, 0.4 * x[0] + 0.6 * x[1], y, &period, NULL));
    assert_int_equal(sheaf_period_compare(period, sheaf_period_year(2021)), 0);
    sheaf_picture_destroy(picture);
}

static void a_month_lies_within_its_year(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_LINES, NULL);
    double march, year, november;

    (void)state;
    assert_true(
        sheaf_picture_position_of(picture, sheaf_period_month(2021, 3), 9200, &march, NULL));
    assert_true(sheaf_picture_position_of(picture, sheaf_period_year(2021), 9200, &year, NULL));
    assert_true(
        sheaf_picture_position_of(picture, sheaf_period_month(2021, 11), 9200, &november, NULL));
    assert_true(march < year && year < november);
    sheaf_picture_destroy(picture);
}

static void beyond_the_axes_nothing_is_told(void **state)
{
    static const double points[][2] = { { 0, 0 }, { WIDTH, HEIGHT }, { NAN, 250 }, { -9, 250 } };
    const sheaf_period year = sheaf_period_year(2020), none = { SHEAF_NO_PERIOD, 0, 0 };
    const struct {
        sheaf_period period;
        double value;
    } figures[] = { { sheaf_period_year(1999), 9200 },
                    { year, 1e9 },
                    { year, -1e9 },
                    { year, NAN },
                    { none, 9200 },
                    { sheaf_period_number(2020), 9200 } };
    sheaf_picture *picture = picture_of(SHEAF_LINES, NULL);
    sheaf_period period = year;
    double x = -7, y = -8, value = -9;

    (void)state;
    for (size_t i = 0; i < LENGTH(points); i++)
        assert_false(sheaf_picture_value_at(picture, points[i][0], points[i][1], &period, &value));
    for (size_t i = 0; i < LENGTH(figures); i++)
        assert_false(
            sheaf_picture_position_of(picture, figures[i].period, figures[i].value, &x, &y));
    assert_true(value == -9 && x == -7 && y == -8);
    assert_int_equal(sheaf_period_compare(period, year), 0);
    sheaf_picture_destroy(picture);
}

static void charts_without_such_axes_tell_nothing(void **state)
{
    const sheaf_period year = sheaf_period_year(2023);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_RANKING);
    double x, value;

    (void)state;
    sheaf_chart_take(chart, years("Beef", "USD", 900.5));
    sheaf_chart_take(chart, years("Wool", "USD", 400.5));
    sheaf_chart_set_periods(chart, &year, 1);
    sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);
    assert_non_null(picture);
    assert_false(sheaf_picture_value_at(picture, 400, 250, NULL, &value));
    assert_false(sheaf_picture_position_of(picture, year, 900, &x, NULL));
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* The lower plot has another unit: it tells no value of the first one's. */
static void panels_tell_the_periods_of_each_plot(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_PANELS, "t");
    sheaf_datum datum = SHEAF_DATUM_INIT;
    sheaf_period period;
    double value = 0;

    (void)state;
    assert_true(sheaf_picture_datum(picture, sheaf_picture_datum_count(picture) - 2, &datum));
    assert_true(sheaf_picture_value_at(picture, middle(datum.box.left, datum.box.right),
                                       middle(datum.box.top, datum.box.bottom), &period, &value));
    assert_int_equal(sheaf_period_compare(period, datum.period), 0);
    assert_true(isnan(value));
    sheaf_picture_destroy(picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_stand_where_the_axes_say),
        cmocka_unit_test(each_point_is_where_its_value_lies),
        cmocka_unit_test(between_periods_the_nearer_is_told),
        cmocka_unit_test(a_month_lies_within_its_year),
        cmocka_unit_test(beyond_the_axes_nothing_is_told),
        cmocka_unit_test(charts_without_such_axes_tell_nothing),
        cmocka_unit_test(panels_tell_the_periods_of_each_plot),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
