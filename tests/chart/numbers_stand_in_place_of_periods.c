/* numbers_stand_in_place_of_periods.c - series over prices, distances or shares: how their numbers are
 * kept, which files have them, how they are drawn, and what is refused. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/picture.h"
#include "sheaf/algebra.h"
#include "sheaf/picture.h"
#include "sheaf/table.h"
#include "support/overlap.h"

/* Nine digits, one representation, in the order of the numbers and behind all intervals. */
static void numbers_are_kept_as_written(void **state)
{
    static const struct {
        double number;
        const char *text;
    } kept[] = {
        { -1e6, "-1000000" },       { -0.5, "-0.5" },      { 0, "0" },
        { 1e-7, "1e-07" },          { 0.1, "0.1" },        { 0.3, "0.3" },
        { 9.25, "9.25" },           { 10.5, "10.5" },      { 1990, "1990" },
        { 123456789, "123456789" }, { 2e9, "2000000000" },
    };
    char text[SHEAF_PERIOD_TEXT];

    (void)state;
    for (size_t i = 0; i < LENGTH(kept); i++) {
        sheaf_period number = sheaf_period_number(kept[i].number);

        assert_true(sheaf_period_as_number(number) == kept[i].number);
        sheaf_period_write(number, text);
        assert_string_equal(text, kept[i].text);
        assert_true(sheaf_period_compare(sheaf_period_year(9999), number) < 0);
        assert_false(sheaf_period_contains(sheaf_period_year(1990), number));
        assert_int_equal(sheaf_period_year_before(number).unit, SHEAF_NO_PERIOD);
        assert_int_equal(sheaf_period_before(number).unit, SHEAF_NO_PERIOD);
        if (i > 0)
            assert_true(sheaf_period_compare(sheaf_period_number(kept[i - 1].number), number) < 0);
    }
    assert_int_equal(sheaf_period_number(INFINITY).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_number(1e31).unit, SHEAF_NO_PERIOD);
    assert_true(sheaf_period_as_number(sheaf_period_number(999999999.9)) == 1e9);
    assert_true(isnan(sheaf_period_as_number(sheaf_period_year(2023))));
}

/* Which files have numbers, and what their first is; NaN: periods, or the file is refused. */
static void files_of_figures_alone_have_numbers(void **state)
{
    static const struct {
        const char *csv, *x;
        double first;
        const char *message; /* a part of it, where the file is refused */
    } files[] = {
        { "price,exports\n10.5,3\n9.25,4\n", NULL, 10.5, NULL },
        { "price;exports\n10,5;3\n9,25;4\n", NULL, 10.5, NULL },
        { "price,exports,imports\n150,3,1\n90,4,2\n", NULL, 150, NULL },
        { "price,exports\n1990,3\n2001,4\n", NULL, NAN, NULL },
        { "price,exports\n1990,3\n2001,4\n", "number", 1990, NULL },
        { "partner,price,exports\nCHN,1.5,3\nDEU,2.5,4\n", "number", 1.5, NULL },
        { "partner,price,exports\nCHN,1.5,3\nDEU,2.5,4\n", NULL, NAN, "no 'period' column" },
        { "n,exports\n1,3\n2,4\n3,5\n", NULL, NAN, "no 'period' column" },
        { "price,2022,2023\n10.5,3,4\n", NULL, NAN, NULL },
        { "price,exports\n1.5,3\n,4\n", NULL, NAN, "no number in 'price'" },
        { "price,exports\n1.23456789012,3\n2,4\n", NULL, NAN, "more than the nine digits" },
        { "price,exports\n1.5,3\n2.5,4\n", "words", NAN, "there is number" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++) {
        sheaf_read_options options = SHEAF_READ_OPTIONS_INIT;
        sheaf_row row = SHEAF_ROW_INIT;

        options.x = files[i].x;
        sheaf_table *table = sheaf_table_read_bytes_with(NULL, "t.csv", files[i].csv,
                                                         strlen(files[i].csv), &options);
        print_message("  %zu: %s\n", i, sheaf_table_error(table)->message);
        if (files[i].message != NULL)
            assert_non_null(strstr(sheaf_table_error(table)->message, files[i].message));
        bool has_row = sheaf_table_row(table, 0, &row);
        if (isnan(files[i].first))
            assert_true(!has_row || row.period.unit != SHEAF_NUMBER);
        else
            assert_true(sheaf_period_as_number(row.period) == files[i].first);
        sheaf_table_destroy(table);
    }
}

/* A second figure at one number is one too many, as in one period. */
static void repeated_numbers_are_told(void **state)
{
    static const char csv[] = "price,exports\n1.5,3\n2.0,4\n1.50,5\n";
    sheaf_table *table = sheaf_table_read_bytes(NULL, "t.csv", csv, strlen(csv));
    sheaf_series *series = sheaf_table_select(table, NULL, 0);

    (void)state;
    assert_int_equal(sheaf_series_status(series), SHEAF_BAD_INPUT);
    assert_non_null(strstr(sheaf_series_error(series)->message, "lines 2 and 4"));
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
}

enum { NUMBERS = 5 };

static const double numbers[NUMBERS] = { 800, 100, 400, 200, 1000 };

static sheaf_series *series_over(const char *name, double times)
{
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 6);

    sheaf_series_set_x(series, "distance, km");
    for (int i = 0; i < NUMBERS; i++)
        sheaf_series_add(series, sheaf_period_number(numbers[i]), times * (i + 1), 1, SHEAF_NORMAL);
    return series;
}

static sheaf_chart *chart_over(sheaf_chart_type type, size_t n)
{
    static const char *const names[] = { "rail", "road", "sea and river", "air" };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (size_t i = 0; i < n; i++) {
        sheaf_series *series = series_over(names[i], 10 + 7 * (double)i);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

/* Places across are in proportion to the numbers, which come in their order. */
static void places_are_in_proportion(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_LINES, SHEAF_SCATTER, SHEAF_AUTO };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++) {
        sheaf_chart *chart = chart_over(types[t], 2);
        sheaf_picture *picture = sheaf_chart_layout(chart, 900, 600);
        double per_km = 0, last = 0;

        if (picture == NULL)
            fail_msg("%s", sheaf_chart_message(chart));
        assert_int_equal(sheaf_picture_datum_count(picture), 2 * NUMBERS);
        for (size_t i = 0; i < NUMBERS; i++) {
            static double first_x, first_number;
            sheaf_datum datum = SHEAF_DATUM_INIT;

            assert_true(sheaf_picture_datum(picture, i, &datum));
            double x = (datum.box.left + datum.box.right) / 2;
            double number = sheaf_period_as_number(datum.period);
            assert_true(i == 0 || number > last);
            if (i == 0) {
                first_x = x;
                first_number = number;
            } else if (i == 1) {
                per_km = (x - first_x) / (number - first_number);
            } else if (fabs(x - first_x - per_km * (number - first_number)) > 1e-6) {
                fail_msg("%g km stand at %g", number, x);
            }
            last = number;
        }
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

/* Equal steps are joined, other numbers are not. */
static void steps_are_joined(void **state)
{
    static const struct {
        double numbers[3];
        const char *type;
    } shapes[] = { { { 0, 10, 20 }, "Line chart" },
                   { { 0.1, 0.2, 0.3 }, "Line chart" },
                   { { 0, 10, 21 }, "Scatter" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(shapes); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_AUTO);
        sheaf_series *series = sheaf_series_create(NULL, "rail", "USD", 6);

        for (int k = 0; k < 3; k++)
            sheaf_series_add(series, sheaf_period_number(shapes[i].numbers[k]), k, 1, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_picture *picture = sheaf_chart_layout(chart, 900, 600);
        assert_non_null(picture);
        assert_non_null(strstr(sheaf_picture_description(picture), shapes[i].type));
        sheaf_picture_destroy(picture);
        sheaf_series_destroy(series);
        sheaf_chart_destroy(chart);
    }
}

/* What takes periods says so. */
static void what_needs_periods_refuses_numbers(void **state)
{
    sheaf_series *rail = series_over("rail", 10), *growth = sheaf_series_growth(rail);
    sheaf_series *rolled = sheaf_series_rolling_mean(rail, 2);
    sheaf_series *part = sheaf_series_contribution(rail, rail, SHEAF_ON_YEAR);

    (void)state;
    assert_non_null(strstr(sheaf_series_error(growth)->message, "growth needs periods"));
    assert_non_null(strstr(sheaf_series_error(rolled)->message, "needs periods"));
    assert_non_null(strstr(sheaf_series_error(part)->message, "needs periods"));
    sheaf_series_destroy(growth);
    sheaf_series_destroy(rolled);
    sheaf_series_destroy(part);
    for (size_t type = 0; type < sheaf_chart_type_count(); type++) {
        if (type == SHEAF_AUTO || type == SHEAF_LINES || type == SHEAF_SCATTER ||
            sheaf_chart_type_takes_targets((sheaf_chart_type)type))
            continue;
        sheaf_chart *chart = chart_over((sheaf_chart_type)type, 2);
        print_message("  %s\n", sheaf_chart_type_name((sheaf_chart_type)type));
        assert_null(sheaf_chart_layout(chart, 900, 600));
        assert_non_null(strstr(sheaf_chart_message(chart), "draw lines or scatter"));
        sheaf_chart_destroy(chart);
    }
    sheaf_chart *mixed = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_series *years = sheaf_series_from_years("years", "USD", 6, 2020, (double[]){ 1, 2 }, 2);
    sheaf_chart_add(mixed, rail);
    sheaf_chart_add(mixed, years);
    assert_null(sheaf_chart_layout(mixed, 900, 600));
    assert_non_null(strstr(sheaf_chart_message(mixed), "draw two charts"));
    sheaf_chart_destroy(mixed);
    sheaf_series_destroy(years);
    sheaf_series_destroy(rail);
}

static void labels_keep_apart(void **state)
{
    static const struct {
        double width, height;
    } sizes[] = { { 200, 120 }, { 320, 200 }, { 480, 300 }, { 1200, 750 }, { 4000, 120 } };
    static const char *const languages[] = { "en", "ar", "zh" };

    (void)state;
    for (size_t i = 0; i < 2 * LENGTH(sizes) * LENGTH(languages); i++) {
        size_t size = i / 2 % LENGTH(sizes);
        sheaf_chart *chart = chart_over(i % 2 == 0 ? SHEAF_LINES : SHEAF_SCATTER, 1 + i % 4);

        sheaf_chart_set_language(chart, languages[i / 2 / LENGTH(sizes)]);
        struct scene *scene = chart_scene(chart, sizes[size].width, sizes[size].height, true, NULL);
        if (scene == NULL)
            fail_msg("%s", sheaf_chart_message(chart));
        struct overlap found = overlap_find(scene, 0.5, false);
        if (found.message[0] != '\0')
            fail_msg("%zu, %g x %g: %s", i, sizes[size].width, sizes[size].height, found.message);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_kept_as_written),
        cmocka_unit_test(files_of_figures_alone_have_numbers),
        cmocka_unit_test(repeated_numbers_are_told),
        cmocka_unit_test(places_are_in_proportion),
        cmocka_unit_test(steps_are_joined),
        cmocka_unit_test(what_needs_periods_refuses_numbers),
        cmocka_unit_test(labels_keep_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
