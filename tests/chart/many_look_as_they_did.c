/* many_look_as_they_did.c - charts that compare the courses of many members. Each picture was looked
 * at. Figures: exports of Kazakhstan, rounded or invented. */
#include "support/check.h"

#include <math.h>

#include "support/chart_look.h"

enum { YEARS = 9, FIRST = 2015 };

static const struct {
    const char *partner;
    double values[YEARS];
    sheaf_observation_status last;
} partners[] = {
    { "ITA", { 8.1, 7.5, 9.7, 11.7, 8.4, 6.7, 8.9, 13.9, 14.9 }, SHEAF_NORMAL },
    { "CHN", { 5.5, 4.2, 5.8, 6.3, 7.8, 9.0, 9.1, 13.2, 14.7 }, SHEAF_PROVISIONAL },
    { "RUS", { 4.5, 3.5, 4.6, 5.2, 5.6, 5.0, 7.0, 8.8, 9.8 }, SHEAF_NORMAL },
    { "NLD", { 5.0, 3.3, 4.7, 6.2, 7.6, 3.2, 4.5, 5.5, 3.9 }, SHEAF_NORMAL },
    { "TUR", { 1.3, 0.9, 1.2, 1.3, 2.3, 2.1, 2.9, 4.7, 4.0 }, SHEAF_NORMAL },
    { "UZB", { 0.9, 0.9, 1.3, 1.6, 2.0, 2.1, 2.7, 3.6, 3.2 }, SHEAF_ESTIMATED },
    { "FRA", { 2.7, 1.8, 2.9, 3.8, 3.8, 1.9, 2.3, 3.2, NAN }, SHEAF_NORMAL },
    { "DEU", { 0.2, 0.2, 0.3, 0.4, 0.4, 0.5, 0.5, 0.6, 0.7 }, SHEAF_NORMAL },
};

static void add_partners(sheaf_chart *chart, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i].partner, "USD", 9);
        sheaf_series_set_flow(series, "exports");
        sheaf_series_set_reporter(series, "KAZ");
        sheaf_series_set_partner(series, partners[i].partner);
        for (int k = 0; k < YEARS; k++)
            if (!isnan(partners[i].values[k]))
                sheaf_series_add(series, sheaf_period_year(FIRST + k), partners[i].values[k], 1,
                                 k + 1 < YEARS ? SHEAF_NORMAL : partners[i].last);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    sheaf_chart_set_source(chart, "Bureau of National Statistics");
}

static void partners_of_kazakhstan(sheaf_chart *chart)
{
    add_partners(chart, LENGTH(partners));
    sheaf_chart_set_title(chart, "Italy and China pull ahead of all other buyers");
}

static void in_arabic(sheaf_chart *chart)
{
    add_partners(chart, LENGTH(partners));
    sheaf_chart_set_language(chart, "ar");
}

static void five_partners(sheaf_chart *chart)
{
    add_partners(chart, 5);
    sheaf_chart_set_title(chart, "Exports to Türkiye have grown most");
}

static void in_russian(sheaf_chart *chart)
{
    add_partners(chart, 5);
    sheaf_chart_set_language(chart, "ru");
}

/* Of oil: rounded. */
static void value_and_quantity(sheaf_chart *chart)
{
    static const double values[] = { 26.8, 19.4, 26.6, 37.8, 33.6, 23.7, 31.1, 46.9, 42.3 };
    static const double tonnes[] = { 60.6, 61.1, 68.3, 70.3, 70.2, 68.6, 65.7, 64.3, 70.6 };

    sheaf_chart_set_title(chart, "As much oil is sold as before, at other prices");
    for (int i = 0; i < 2; i++) {
        sheaf_series *series = sheaf_series_create(NULL, i == 0 ? "value" : "quantity",
                                                   i == 0 ? "USD" : "t", i == 0 ? 9 : 6);
        sheaf_series_set_reporter(series, "KAZ");
        for (int k = 0; k < YEARS; k++)
            sheaf_series_add(series, sheaf_period_year(FIRST + k), (i == 0 ? values : tonnes)[k], 1,
                             k + 1 < YEARS ? SHEAF_NORMAL : SHEAF_PROVISIONAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
}

static void value_and_quantity_in_arabic(sheaf_chart *chart)
{
    value_and_quantity(chart);
    sheaf_chart_set_title(chart, NULL);
    sheaf_chart_set_language(chart, "ar");
}

/* Lines: three flows over nine years are too many for columns. */
static void several_units(sheaf_chart *chart)
{
    value_and_quantity(chart);
    add_partners(chart, 3);
    sheaf_chart_set_title(chart, NULL);
}

static void four_years(sheaf_chart *chart)
{
    sheaf_period periods[4];

    partners_of_kazakhstan(chart);
    for (int i = 0; i < 4; i++)
        periods[i] = sheaf_period_year(2020 + i);
    sheaf_chart_set_periods(chart, periods, 4);
}

static void four_rules(sheaf_chart *chart)
{
    static const int years[] = { 2015, 2017, 2020, 2023 };
    sheaf_period periods[4];

    partners_of_kazakhstan(chart);
    for (int i = 0; i < 4; i++)
        periods[i] = sheaf_period_year(years[i]);
    sheaf_chart_set_periods(chart, periods, 4);
}

static const struct chart_look charts[] = {
    { "panels", SHEAF_PANELS, value_and_quantity, 480, 300 },
    { "panels-in-arabic", SHEAF_PANELS, value_and_quantity_in_arabic, 480, 300 },
    { "panels-of-lines", SHEAF_PANELS, several_units, 640, 400 },
    { "panels-smallest", SHEAF_PANELS, value_and_quantity, 200, 120 },
    { "multiples-of-columns", SHEAF_MULTIPLES, four_years, 640, 400 },
    { "multiples", SHEAF_MULTIPLES, partners_of_kazakhstan, 640, 400 },
    { "multiples-left-out", SHEAF_MULTIPLES, partners_of_kazakhstan, 480, 300 },
    { "multiples-mirrored", SHEAF_MULTIPLES, in_arabic, 640, 400 },
    { "multiples-smallest", SHEAF_MULTIPLES, partners_of_kazakhstan, 200, 120 },
    { "index", SHEAF_INDEX, five_partners, 640, 400 },
    { "index-in-russian", SHEAF_INDEX, in_russian, 480, 300 },
    { "index-smallest", SHEAF_INDEX, five_partners, 200, 120 },
    { "slope", SHEAF_SLOPE, partners_of_kazakhstan, 480, 300 },
    { "slope-of-four", SHEAF_SLOPE, four_rules, 640, 400 },
    { "slope-in-arabic", SHEAF_SLOPE, in_arabic, 480, 300 },
    { "slope-smallest", SHEAF_SLOPE, partners_of_kazakhstan, 200, 120 },
    { "bump", SHEAF_BUMP, partners_of_kazakhstan, 480, 300 },
    { "bump-in-russian", SHEAF_BUMP, in_russian, 480, 300 },
    { "bump-smallest", SHEAF_BUMP, partners_of_kazakhstan, 200, 120 },
};

static void every_comparison_looks_as_it_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_looks_as_it_did(&charts[i]);
}

static void painters_draw_every_comparison_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        painters_draw_chart_alike(&charts[i]);
}

static void every_comparison_is_drawn_in_eps(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_is_drawn_in_eps(&charts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_comparison_looks_as_it_did),
        cmocka_unit_test(painters_draw_every_comparison_alike),
        cmocka_unit_test(every_comparison_is_drawn_in_eps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
