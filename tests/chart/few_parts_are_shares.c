/* few_parts_are_shares.c - waffles and donuts: a hundred squares however the shares are rounded, two
 * or three parts of one whole in one period, and what is refused because it is none. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "chart/types/parts/few_parts.h"
#include "sheaf/picture.h"

static void squares_make_a_hundred(void **state)
{
    static const struct {
        double shares[3];
        int squares[3];
    } cases[] = {
        { { 62, 25, 13 }, { 62, 25, 13 } },
        { { 33.4, 33.3, 33.3 }, { 34, 33, 33 } },
        { { 100.0 / 3, 100.0 / 3, 100.0 / 3 }, { 34, 33, 33 } }, /* the first of equals */
        { { 49.6, 49.6, 0.8 }, { 50, 49, 1 } },
        { { 99.7, 0.2, 0.1 }, { 100, 0, 0 } },
        { { 50.5, 49.5, 0 }, { 51, 49, 0 } },
        { { 100, 0, 0 }, { 100, 0, 0 } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        int squares[3];
        few_parts_squares(cases[i].shares, 3, squares);
        for (size_t k = 0; k < 3; k++)
            assert_int_equal(squares[k], cases[i].squares[k]);
    }
}

static void add(sheaf_chart *chart, const char *partner, double before, double now)
{
    sheaf_series *series = sheaf_series_create(NULL, partner, "USD", 9);

    sheaf_series_set_partner(series, partner);
    sheaf_series_add(series, sheaf_period_year(2022), before, 3, SHEAF_NORMAL);
    sheaf_series_add(series, sheaf_period_year(2023), now, 3, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static const sheaf_chart_type types[] = { SHEAF_WAFFLE, SHEAF_DONUT };

/* World is the whole and no part; what the parts leave of it is the third. */
static void shares_are_of_the_last_period(void **state)
{
    static const struct {
        const char *series, *text;
    } wanted[] = { { "China", "50.0%" }, { "Italy", "30.0%" }, { "Other", "20.0%" } };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, types[t]);
        add(chart, "ITA", 9, 3);
        add(chart, "CHN", 1, 5);
        add(chart, "WLD", 20, 10);
        sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);
        assert_string_equal(sheaf_chart_message(chart), "");
        assert_int_equal(sheaf_picture_datum_count(picture), 3);
        for (size_t i = 0; i < 3; i++) {
            sheaf_datum datum = SHEAF_DATUM_INIT;
            assert_true(sheaf_picture_datum(picture, i, &datum));
            assert_string_equal(datum.series, wanted[i].series);
            assert_string_equal(datum.text, wanted[i].text);
            assert_int_equal(sheaf_period_compare(datum.period, sheaf_period_year(2023)), 0);
        }
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

/* A wide picture is as full as a square one: the squares take nearly its whole height, from the left
 * margin on. */
static void wide_pictures_are_filled(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_WAFFLE);
    double left = INFINITY, top = INFINITY, bottom = 0;

    (void)state;
    add(chart, "CHN", 1, 7);
    add(chart, "ITA", 9, 3);
    sheaf_picture *picture = sheaf_chart_layout(chart, 1200, 600);
    assert_string_equal(sheaf_chart_message(chart), "");
    for (size_t i = 0; i < sheaf_picture_datum_count(picture); i++) {
        sheaf_datum datum = SHEAF_DATUM_INIT;
        assert_true(sheaf_picture_datum(picture, i, &datum));
        left = fmin(left, datum.box.left);
        top = fmin(top, datum.box.top);
        bottom = fmax(bottom, datum.box.bottom);
    }
    assert_true(left < 0.05 * 1200);
    assert_true(bottom - top > 0.8 * 600);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

static void refuses(sheaf_chart_type type, size_t parts, double first, const char *why)
{
    static const char *const partners[] = {
        "CHN", "ITA", "RUS", "TUR", "UZB", "NLD", "DEU", "FRA"
    };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (size_t i = 0; i < parts; i++)
        add(chart, partners[i], 1, i == 0 ? first : 2);
    sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);
    assert_null(picture);
    if (strstr(sheaf_chart_message(chart), why) == NULL)
        fail_msg("'%s' does not say '%s'", sheaf_chart_message(chart), why);
    sheaf_chart_destroy(chart);
}

static void what_is_no_share_is_refused(void **state)
{
    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++) {
        refuses(types[t], 4, 2, "draw a ranking or stacked bars");
        refuses(types[t], 8, 2, "draw a ranking or stacked bars");
        refuses(types[t], 1, 2, "add the other parts, or draw bars");
        refuses(types[t], 3, -2, "what is negative is no share of a whole");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(squares_make_a_hundred),
        cmocka_unit_test(shares_are_of_the_last_period),
        cmocka_unit_test(wide_pictures_are_filled),
        cmocka_unit_test(what_is_no_share_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
