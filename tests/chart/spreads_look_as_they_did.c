/* spreads_look_as_they_did.c - charts of how sure and how spread figures are. Each picture was looked
 * at. Figures: trade of Kazakhstan, rounded or invented. */
#include "support/check.h"

#include <math.h>

#include "support/chart_look.h"

static void add_years(sheaf_chart *chart, const char *name, int first, const double *values, int n,
                      int decimals)
{
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 9);

    for (int i = 0; i < n; i++)
        if (!isnan(values[i]))
            sheaf_series_add(series, sheaf_period_year(first + i), values[i], decimals,
                             SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static const double exports[] = { 9.2, 7.9,  8.3,  9.4,  10.2, 11.1, 9.4,
                                  12,  13.1, 14.7, 15.4, 16.2, 16.9 };

static void fan(sheaf_chart *chart)
{
    static const double low50[] = { 14.9, 15.2, 15.4 }, high50[] = { 15.9, 17.1, 18.4 };
    static const double low90[] = { 14.1, 13.8, 13.2 }, high90[] = { 16.7, 18.6, 20.6 };

    sheaf_chart_set_title(chart, "Exports will very likely go on growing");
    sheaf_chart_set_source(chart, "Bureau of National Statistics; own forecast");
    add_years(chart, "exports", 2014, exports, 13, 1);
    add_years(chart, "low50", 2024, low50, 3, 1);
    add_years(chart, "high50", 2024, high50, 3, 1);
    add_years(chart, "low90", 2024, low90, 3, 1);
    add_years(chart, "high90", 2024, high90, 3, 1);
}

static void fan_in_arabic(sheaf_chart *chart)
{
    fan(chart);
    sheaf_chart_set_language(chart, "ar");
    sheaf_chart_set_title(chart, "");
}

static void range(sheaf_chart *chart)
{
    static const double imports[] = { 5, 6.5, 6.6, 8.2, 11.2, 16.8 };
    static const double low[] = { 4.6, 6, NAN, 7.5, 10.1, 15 };
    static const double high[] = { 5.5, 7, NAN, 9, 12, 18.8 };

    sheaf_chart_set_title(chart, "What customs know of imports is getting less sure");
    add_years(chart, "imports", 2018, imports, 6, 1);
    add_years(chart, "low", 2018, low, 6, 1);
    add_years(chart, "high", 2018, high, 6, 1);
}

static void whiskers(sheaf_chart *chart)
{
    static const double rounded[] = { 5, 6, 7, 8, 11, 17 };

    sheaf_chart_set_language(chart, "ru");
    add_years(chart, "imports", 2018, rounded, 6, 0);
    add_years(chart, "exports", 2018, exports + 4, 6, 1);
}

/* Growth of the exports to 20 partners, with one far out. */
static void growth(sheaf_chart *chart)
{
    static const char *const partners[] = { "CHN", "RUS", "ITA", "NLD", "TUR", "UZB", "GBR",
                                            "DEU", "FRA", "KOR", "USA", "JPN", "POL", "CHE",
                                            "ESP", "GRC", "BEL", "KGZ", "TJK", "UKR" };

    sheaf_chart_set_title(chart, "Growth of exports has become more even");
    for (int i = 0; i < (int)LENGTH(partners); i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i], "%", 0);
        sheaf_series_set_partner(series, partners[i]);
        for (int year = 2018; year < 2024; year++) {
            double value = (double)(i * 37 % 20 - 8) * (2026 - year) / 4 + year - 2018;
            sheaf_series_add(series, sheaf_period_year(year), i == 5 && year == 2021 ? 58 : value,
                             1, SHEAF_NORMAL);
        }
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
}

static void growth_of_a_year(sheaf_chart *chart)
{
    const sheaf_period year = sheaf_period_year(2021);

    growth(chart);
    sheaf_chart_set_language(chart, "kk");
    sheaf_chart_set_title(chart, "");
    sheaf_chart_set_periods(chart, &year, 1);
}

static void two_flows(sheaf_chart *chart)
{
    static const double imports[] = { 3.8, 4.1, 4, 5.6, 6.5, 6.6, 8.2, 11.2, 16.8 };

    sheaf_chart_set_language(chart, "zh");
    add_years(chart, "exports", 2014, exports, 9, 1);
    add_years(chart, "imports", 2014, imports, 9, 1);
}

/* What 12 partners buy and sell, and how many people they are. */
static void add_measures(sheaf_chart *chart, int n)
{
    static const char *const partners[] = { "CHN", "ITA", "RUS", "NLD", "TUR", "UZB",
                                            "GBR", "DEU", "FRA", "KOR", "USA", "IND" };
    static const double values[3][12] = {
        { 14.7, 14.9, 9.8, 3.9, 4, 3.2, 1.4, .7, 4.2, 3, 1, .9 },
        { 16.8, 1.2, 16.1, .3, 1.9, 1.2, .3, 3.2, 1, 2.5, 2.6, .7 },
        { 1411, 59, 144, 18, 85, 36, 68, 84, 68, 52, 335, 1428 },
    };
    static const char *const flows[] = { "exports", "imports", "" };

    for (int k = 0; k < n; k++)
        for (int i = 0; i < (int)LENGTH(partners); i++) {
            sheaf_series *series =
                sheaf_series_create(NULL, partners[i], k < 2 ? "USD" : "persons", k < 2 ? 9 : 6);
            sheaf_series_set_partner(series, partners[i]);
            sheaf_series_set_flow(series, flows[k]);
            sheaf_series_add(series, sheaf_period_year(2023), values[k][i], 1, SHEAF_NORMAL);
            sheaf_chart_add(chart, series);
            sheaf_series_destroy(series);
        }
}

static void scatter(sheaf_chart *chart)
{
    sheaf_chart_set_title(chart, "Who sells much to Kazakhstan does not always buy much");
    add_measures(chart, 2);
}

static void scatter_in_uyghur(sheaf_chart *chart)
{
    sheaf_chart_set_language(chart, "ug");
    add_measures(chart, 2);
}

/* 3000 points, most of them near the middle: sums of parts of a multiple of a prime. */
static void density(sheaf_chart *chart)
{
    sheaf_series *series = sheaf_series_create(NULL, "price", "USD/t", 0);

    sheaf_chart_set_title(chart, "The farther the market, the lower the price at the gate");
    sheaf_series_set_x(series, "distance, km");
    for (int i = 0; i < 3000; i++) {
        int km = i * 7919 % 3001 + i * 10473 % 2003 + i * 12997 % 2503;
        int noise = i * 613 % 41 + i * 389 % 53 + i * 211 % 37;
        sheaf_series_add(series, sheaf_period_number(km + i / 10000.0), 300 - km / 40.0 + noise, 0,
                         SHEAF_NORMAL);
    }
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void density_in_arabic(sheaf_chart *chart)
{
    sheaf_chart_set_language(chart, "ar");
    density(chart);
    sheaf_chart_set_title(chart, "");
}

/* How much of trade the largest partners have: two lines over plain numbers, not over periods. */
static void concentration(sheaf_chart *chart)
{
    static const double shares[][9] = { { 0, 15.3, 23.8, 31.7, 38.8, 45.1, 50.7, 55.2, 58.4 },
                                        { 0, 12.7, 22.7, 32.3, 41.5, 48.6, 53.6, 58.3, 62.3 } };

    sheaf_chart_set_title(chart, "Half of exports go to six partners");
    for (size_t k = 0; k < LENGTH(shares); k++) {
        sheaf_series *series = sheaf_series_create(NULL, k == 0 ? "exports" : "imports", "%", 0);
        sheaf_series_set_flow(series, k == 0 ? "exports" : "imports");
        sheaf_series_set_x(series, "number of partners");
        for (size_t i = 0; i < LENGTH(shares[k]); i++)
            sheaf_series_add(series, sheaf_period_number((double)i), shares[k][i], 1, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
}

static void concentration_in_arabic(sheaf_chart *chart)
{
    sheaf_chart_set_language(chart, "ar");
    concentration(chart);
    sheaf_chart_set_title(chart, "");
}

static void bubble(sheaf_chart *chart)
{
    sheaf_chart_set_language(chart, "de");
    add_measures(chart, 3);
}

static const struct chart_look charts[] = {
    { "fan", SHEAF_FAN, fan, 480, 300 },
    { "fan-in-arabic", SHEAF_FAN, fan_in_arabic, 480, 300 },
    { "fan-smallest", SHEAF_FAN, fan, 200, 120 },
    { "range", SHEAF_RANGE, range, 480, 300 },
    { "range-of-rounding", SHEAF_RANGE, whiskers, 480, 300 },
    { "box", SHEAF_BOX, growth, 480, 300 },
    { "box-smallest", SHEAF_BOX, growth, 200, 120 },
    { "box-of-series", SHEAF_BOX, two_flows, 480, 300 },
    { "histogram", SHEAF_HISTOGRAM, growth_of_a_year, 480, 300 },
    { "scatter", SHEAF_SCATTER, scatter, 480, 300 },
    { "scatter-in-uyghur", SHEAF_SCATTER, scatter_in_uyghur, 480, 300 },
    { "scatter-smallest", SHEAF_SCATTER, scatter, 200, 120 },
    { "density", SHEAF_SCATTER, density, 600, 400 },
    { "density-in-arabic", SHEAF_SCATTER, density_in_arabic, 480, 300 },
    { "lines-of-numbers", SHEAF_LINES, concentration, 480, 300 },
    { "lines-of-numbers-in-arabic", SHEAF_LINES, concentration_in_arabic, 480, 300 },
    { "dots-of-numbers", SHEAF_SCATTER, concentration, 480, 300 },
    { "bubble", SHEAF_BUBBLE, bubble, 480, 360 },
    { "histogram-smallest", SHEAF_HISTOGRAM, growth_of_a_year, 200, 120 },
};

static void every_spread_looks_as_it_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_looks_as_it_did(&charts[i]);
}

static void painters_draw_every_spread_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        painters_draw_chart_alike(&charts[i]);
}

static void every_spread_is_drawn_in_eps(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_is_drawn_in_eps(&charts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_spread_looks_as_it_did),
        cmocka_unit_test(painters_draw_every_spread_alike),
        cmocka_unit_test(every_spread_is_drawn_in_eps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
