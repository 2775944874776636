/* every_datum_is_found.c - of every type, the middle of each datum's box hits a datum, and boxes stand
 * upright within the picture, however small it is. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>

#include <sheaf/sheaf.h>

enum { WIDTH = 800, HEIGHT = 500 };

/* What a type draws: series, years or months, and whether the last period is a choice of its own. */
static const struct {
    sheaf_chart_type type;
    int series, years, months;
} types[] = {
    { SHEAF_BARS, 2, 6, 0 },     { SHEAF_LINES, 3, 12, 0 },      { SHEAF_BARS_LINE, 2, 8, 0 },
    { SHEAF_RANKING, 6, 1, 0 },  { SHEAF_SEASONAL, 1, 0, 42 },   { SHEAF_LOLLIPOP, 6, 1, 0 },
    { SHEAF_DOTS, 6, 1, 0 },     { SHEAF_SPARKLINE, 1, 9, 0 },   { SHEAF_SPARK_BARS, 1, 9, 0 },
    { SHEAF_STACKED, 4, 6, 0 },  { SHEAF_STACKED_100, 4, 6, 0 }, { SHEAF_STACKED_AREA, 4, 12, 0 },
    { SHEAF_AREA, 1, 12, 0 },    { SHEAF_WATERFALL, 5, 2, 0 },   { SHEAF_SURPLUS, 2, 12, 0 },
    { SHEAF_DUMBBELL, 6, 2, 0 }, { SHEAF_HISTOGRAM, 1, 30, 0 },  { SHEAF_HISTOGRAM, 30, 1, 0 },
    { SHEAF_BOX, 7, 4, 0 },      { SHEAF_BOX, 2, 9, 0 },         { SHEAF_HEATMAP, 1, 0, 42 },
    { SHEAF_HEATMAP, 5, 8, 0 },  { SHEAF_MULTIPLES, 6, 9, 0 },   { SHEAF_MULTIPLES, 4, 4, 0 },
    { SHEAF_INDEX, 3, 9, 0 },    { SHEAF_SLOPE, 4, 2, 0 },       { SHEAF_BUMP, 4, 5, 0 },
    { SHEAF_WAFFLE, 3, 1, 0 },   { SHEAF_DONUT, 3, 1, 0 },       { SHEAF_TREEMAP, 6, 1, 0 },
    { SHEAF_TILES, 6, 1, 0 },    { SHEAF_PANELS, 2, 9, 0 },
};

static sheaf_series *series_of(size_t type, int i)
{
    static const char *const partners[] = { "CHN", "RUS", "DEU", "FRA", "ITA", "JPN" };
    char name[32];

    snprintf(name, sizeof name, "Part %d", i + 1);
    sheaf_series *series = sheaf_series_create(
        NULL, name, types[type].type == SHEAF_PANELS && i == 1 ? "t" : "USD", 6);
    if (types[type].series <= (int)LENGTH(partners))
        sheaf_series_set_partner(series, partners[i]);
    for (int k = 0; k < types[type].years + types[type].months; k++) {
        sheaf_period period = types[type].years > 0
                                  ? sheaf_period_year(2023 - types[type].years + k)
                                  : sheaf_period_month(2020 + k / 12, 1 + k % 12);
        double value = 90 + 40 * i + 25 * sin(1.7 * k + i) + (k == 3 && i == 0 ? 300 : 0);
        sheaf_series_add(series, period, value, 1, SHEAF_NORMAL);
    }
    return series;
}

static sheaf_picture *picture_of(size_t type, double width, double height)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, types[type].type);

    sheaf_chart_set_title(chart, "Trade grew");
    for (int i = 0; i < types[type].series; i++)
        sheaf_chart_take(chart, series_of(type, i));
    sheaf_picture *picture = sheaf_chart_layout(chart, width, height);
    if (picture == NULL)
        print_message("  %s: %s\n", sheaf_chart_type_name(types[type].type),
                      sheaf_chart_message(chart));
    sheaf_chart_destroy(chart);
    return picture;
}

static void the_middle_of_a_datum_hits_one(void **state)
{
    size_t failures = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++) {
        sheaf_picture *picture = picture_of(i, WIDTH, HEIGHT);
        sheaf_datum datum = SHEAF_DATUM_INIT;
        size_t missed = 0;

        assert_non_null(picture);
        assert_true(sheaf_picture_datum_count(picture) > 0);
        for (size_t k = 0; sheaf_picture_datum(picture, k, &datum); k++) {
            double x = (datum.box.left + datum.box.right) / 2;
            double y = (datum.box.top + datum.box.bottom) / 2;
            sheaf_datum hit = SHEAF_DATUM_INIT;
            missed += !sheaf_picture_hit(picture, x, y, &hit);
        }
        print_message("  %s: %zu of %zu missed\n", sheaf_chart_type_name(types[i].type), missed,
                      sheaf_picture_datum_count(picture));
        failures += missed;
        sheaf_picture_destroy(picture);
    }
    assert_int_equal(failures, 0);
}

static void boxes_stand_upright_within_the_picture(void **state)
{
    static const double sizes[][2] = { { 800, 500 }, { 200, 120 }, { 60, 40 },
                                       { 60, 14 },   { 20, 300 },  { 300, 12 },
                                       { 9, 9 },     { 1, 1 },     { 0.25, 0.5 } };
    size_t failures = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++)
        for (size_t s = 0; s < LENGTH(sizes); s++) {
            sheaf_picture *picture = picture_of(i, sizes[s][0], sizes[s][1]);
            sheaf_datum datum = SHEAF_DATUM_INIT;
            size_t wrong = 0;

            for (size_t k = 0; sheaf_picture_datum(picture, k, &datum); k++)
                wrong += !(datum.box.left >= 0 && datum.box.left <= datum.box.right &&
                           datum.box.right <= sizes[s][0] && datum.box.top >= 0 &&
                           datum.box.top <= datum.box.bottom && datum.box.bottom <= sizes[s][1]);
            if (wrong > 0)
                print_message("  %s, %gx%g: %zu boxes\n", sheaf_chart_type_name(types[i].type),
                              sizes[s][0], sizes[s][1], wrong);
            failures += wrong;
            sheaf_picture_destroy(picture);
        }
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_middle_of_a_datum_hits_one),
        cmocka_unit_test(boxes_stand_upright_within_the_picture),
    };

    return cmocka_run_group_tests_name("publish/every_datum_is_found", tests, NULL, NULL);
}
