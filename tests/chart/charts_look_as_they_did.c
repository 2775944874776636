/* charts_look_as_they_did.c - each chart as scene, as picture, alike through both
 * painters, and without pixels in EPS.
 *
 * Each picture was looked at. Figures: trade between Kazakhstan and China as the
 * Kazinform News Agency reported it on 26 June 2024, and invented ones. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>

#include "support/chart_look.h"

static void observe(sheaf_series *series, sheaf_period period, double value, int decimals,
                    sheaf_observation_status status, bool estimated)
{
    sheaf_observation observation = { .period = period,
                                      .value = value,
                                      .low = value,
                                      .high = value,
                                      .decimals = decimals,
                                      .status = status,
                                      .derived = estimated,
                                      .estimated = estimated };

    sheaf_series_add_observation(series, &observation);
}

static sheaf_series *flow(const char *name, int multiplier)
{
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", multiplier);

    sheaf_series_set_flow(series, name);
    return series;
}

static void add(sheaf_chart *chart, sheaf_series *series)
{
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void add_years(sheaf_chart *chart, const char *name, const double *values, int n)
{
    sheaf_series *series = flow(name, 9);

    for (int i = 0; i < n; i++)
        observe(series, sheaf_period_year(2024 - n + i), values[i], 1, SHEAF_NORMAL, false);
    add(chart, series);
}

static void bars(sheaf_chart *chart)
{
    sheaf_series *exports = flow("exports", 9), *imports = flow("imports", 9);

    observe(exports, sheaf_period_year(2022), 13, 0, SHEAF_NORMAL, true);
    observe(exports, sheaf_period_year(2023), 14.7, 1, SHEAF_NORMAL, false);
    observe(imports, sheaf_period_year(2022), 11, 0, SHEAF_NORMAL, true);
    observe(imports, sheaf_period_year(2023), 16.8, 1, SHEAF_NORMAL, true);
    sheaf_chart_set_title(chart, "Imports grew faster than exports");
    sheaf_chart_set_subtitle(chart, "Goods, {unit}");
    sheaf_chart_set_source(chart, "Kazinform News Agency, 26 June 2024");
    add(chart, exports);
    add(chart, imports);
}

static void part_years(sheaf_chart *chart)
{
    static const double exports[] = { 8.0, 9.1, 9.7, 13.2, 14.7 };
    sheaf_series *series = flow("exports", 9);

    for (int i = 0; i < 5; i++)
        observe(series, sheaf_period_year(2019 + i), exports[i], 1, SHEAF_NORMAL, false);
    observe(series, sheaf_period_months(2024, 1, 4), 4.4, 1, SHEAF_PROVISIONAL, false);
    sheaf_chart_set_title(chart, "The first four months do not make a year");
    add(chart, series);
}

static void balance(sheaf_chart *chart)
{
    static const double values[] = { 1.4, 2.6, 1.3, 0.4, 2.1, -2.1, -0.7 };

    sheaf_chart_set_title(chart, "The surplus turned into a deficit");
    add_years(chart, "balance", values, 7);
}

static void deficits(sheaf_chart *chart)
{
    static const double values[] = { -1.1, -2.2, -0.4, -2.1, -3.3 };

    sheaf_chart_set_title(chart, "A deficit every year");
    add_years(chart, "balance", values, 5);
}

static void many_bars(sheaf_chart *chart)
{
    for (int i = 0; i < 2; i++) {
        sheaf_series *series = flow(i == 0 ? "exports" : "imports", 6);
        for (int month = 0; month < 24; month++)
            observe(series, sheaf_period_month(2022 + month / 12, 1 + month % 12),
                    300 + 5 * month + 60 * sin(0.7 * month + 2 * i), 1,
                    month == 23 ? SHEAF_FORECAST : SHEAF_NORMAL, false);
        add(chart, series);
    }
    sheaf_chart_set_language(chart, "ru");
    sheaf_chart_set_title(chart, "Два года по месяцам");
}

static void lines(sheaf_chart *chart)
{
    static const char *const names[] = { "exports", "imports", "turnover" };

    for (int i = 0; i < 3; i++) {
        sheaf_series *series = flow(names[i], 6);
        for (int month = 0; month < 30; month++) {
            double one = 400 + 9 * month + 50 * sin(0.7 * month);
            double other = 300 + 14 * month + 60 * sin(0.7 * month + 2);
            if (i == 1 && month > 11 && month < 15)
                continue;
            observe(series, sheaf_period_month(2022 + month / 12, 1 + month % 12),
                    i == 0   ? one
                    : i == 1 ? other
                             : one + other,
                    1, month > 26 ? SHEAF_PROVISIONAL : SHEAF_NORMAL, false);
        }
        add(chart, series);
    }
    sheaf_chart_set_title(chart, "Turnover passed a billion dollars a month");
    sheaf_chart_set_source(chart, "Customs");
}

static void crowded_lines(sheaf_chart *chart)
{
    static const char *const names[] = { "Germany", "Netherlands", "Italy",
                                         "Türkiye", "China",       "United Kingdom" };

    for (int i = 0; i < 6; i++) {
        sheaf_series *series = sheaf_series_create(NULL, names[i], "USD", 9);
        for (int year = 0; year < 9; year++)
            observe(series, sheaf_period_year(2015 + year), 5 + 0.1 * i + 0.3 * sin(year + i), 1,
                    SHEAF_NORMAL, false);
        add(chart, series);
    }
    sheaf_chart_set_title(chart, "Six partners, close together, and a finding that takes more "
                                 "than one line to be said");
}

static void leading_lines(sheaf_chart *chart)
{
    static const char *const partners[] = { "CHN", "RUS", "ITA", "TUR", "UZB", "KOR",
                                            "NLD", "FRA", "DEU", "USA", "KGZ" };

    for (int i = 0; i < (int)LENGTH(partners); i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i], "USD", 9);
        sheaf_series_set_partner(series, partners[i]);
        for (int year = 0; year < 8; year++)
            observe(series, sheaf_period_year(2016 + year),
                    12 - 5 * i % 11 + sin(year + i) + 0.4 * year, 1, SHEAF_NORMAL, false);
        add(chart, series);
    }
    sheaf_chart_set_title(chart, "Seven lead, the others are their context");
}

static void bars_and_line(sheaf_chart *chart)
{
    static const double exports[] = { 8.0, 9.1, 9.7, 13.2, 14.7 };
    static const double imports[] = { 6.6, 6.5, 8.4, 11.1, 16.8 };
    static const double difference[] = { 1.4, 2.6, 1.3, 2.1, -2.1 };

    add_years(chart, "exports", exports, 5);
    add_years(chart, "imports", imports, 5);
    add_years(chart, "balance", difference, 5);
    sheaf_chart_set_title(chart, "The balance follows imports");
}

/* Every status that has a look of its own. */
static void statuses(sheaf_chart *chart)
{
    static const double values[2][6] = { { 7.8, 9.0, 9.8, 13.2, 14.7, 16.1 },
                                         { 6.6, 6.3, 8.2, 10.9, 16.8, 18.1 } };
    static const sheaf_observation_status status[] = { SHEAF_NORMAL,    SHEAF_NORMAL,
                                                       SHEAF_NORMAL,    SHEAF_PROVISIONAL,
                                                       SHEAF_ESTIMATED, SHEAF_FORECAST };

    for (int i = 0; i < 2; i++) {
        sheaf_series *series = flow(i == 0 ? "exports" : "imports", 9);
        for (int year = 0; year < 6; year++)
            observe(series, sheaf_period_year(2019 + year), values[i][year], 1, status[year],
                    year == 1);
        add(chart, series);
    }
    sheaf_chart_set_title(chart, "What is final, and what is not");
}

static void ranking(sheaf_chart *chart)
{
    static const struct {
        const char *name;
        double value;
    } partners[] = { { "Italy", 15.4 },  { "China", 14.7 },       { "Russian Federation", 9.8 },
                     { "Türkiye", 3.9 }, { "Uzbekistan", 3.1 },   { "Korea, Republic of", 1.5 },
                     { "France", 4.2 },  { "Switzerland", -0.4 }, { "Kyrgyzstan", 0.7 } };

    for (size_t i = 0; i < LENGTH(partners); i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i].name, "USD", 9);
        observe(series, sheaf_period_year(2023), partners[i].value, 1,
                i == 4 ? SHEAF_PROVISIONAL : SHEAF_NORMAL, false);
        add(chart, series);
    }
    sheaf_chart_set_title(chart, "Italy bought most");
}

/* The largest of many, whose rest would dwarf them. */
static void many_partners(sheaf_chart *chart)
{
    for (int i = 0; i < 60; i++) {
        char name[8];
        snprintf(name, sizeof name, "%c%c", 'A' + i % 26, 'A' + i / 26);
        sheaf_series *series = sheaf_series_create(NULL, name, "USD", 9);
        observe(series, sheaf_period_year(2023), 14 * pow(0.96, i), 1,
                i == 2   ? SHEAF_PROVISIONAL
                : i == 3 ? SHEAF_ESTIMATED
                : i == 4 ? SHEAF_FORECAST
                         : SHEAF_NORMAL,
                i == 5);
        add(chart, series);
    }
    sheaf_chart_set_title(chart, "The largest are close together");
}

static void mirrored_ranking(sheaf_chart *chart)
{
    static const struct {
        const char *partner;
        double value;
    } partners[] = { { "ITA", 15.4 }, { "CHN", 14.7 }, { "RUS", 9.8 }, { "TUR", 3.9 },
                     { "UZB", 3.1 },  { "CHE", -0.4 }, { "KGZ", 0.7 } };

    for (size_t i = 0; i < LENGTH(partners); i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i].partner, "USD", 9);
        sheaf_series_set_partner(series, partners[i].partner);
        observe(series, sheaf_period_year(2023), partners[i].value, 1,
                i == 3   ? SHEAF_ESTIMATED
                : i == 4 ? SHEAF_FORECAST
                         : SHEAF_NORMAL,
                false);
        add(chart, series);
    }
    sheaf_chart_set_language(chart, "ar");
    sheaf_chart_set_title(chart, "إيطاليا هي المشتري الأكبر");
}

/* Four years by month, the last of them unfinished. */
static void months(sheaf_chart *chart)
{
    sheaf_series *series = flow("exports", 9);

    for (int i = 0; i < 41; i++)
        observe(series, sheaf_period_month(2021 + i / 12, 1 + i % 12),
                1 + 0.02 * i + 0.2 * sin(0.52 * i), 2, SHEAF_NORMAL, false);
    add(chart, series);
    sheaf_chart_set_title(chart, "Every month was better than a year before");
}

static void add_one_course(sheaf_chart *chart)
{
    add_years(chart, "exports", (double[]){ 4.2, 5.8, 5.1, 7.8, NAN, 9.8, 13.2, 12.6 }, 8);
}

/* By the names of a classification: long, and some of them alike. */
static void products(sheaf_chart *chart)
{
    static const struct {
        const char *code, *name;
        double value;
    } goods[] = {
        { "27", "Mineral fuels, mineral oils and products of their distillation", 6.1 },
        { "8541", "Other", 0.9 },
        { "8549", "Other", 0.7 },
        { "72", "Iron and steel", 2.4 },
        { "74", "Copper and articles thereof", 1.9 },
    };

    for (size_t i = 0; i < LENGTH(goods); i++) {
        sheaf_series *series = sheaf_series_create(NULL, goods[i].code, "USD", 9);
        sheaf_series_set_product(series, goods[i].code);
        sheaf_series_set_label(series, goods[i].name);
        sheaf_series_set_flow(series, "exports");
        for (int year = 0; year < 2; year++)
            observe(series, sheaf_period_year(2022 + year), goods[i].value * (year == 0 ? 0.9 : 1),
                    1, SHEAF_NORMAL, false);
        add(chart, series);
    }
    sheaf_chart_set_title(chart, "Fuels lead by far");
}

static void products_of_a_year(sheaf_chart *chart)
{
    products(chart);
    sheaf_chart_set_periods(chart, (sheaf_period[]){ sheaf_period_year(2023) }, 1);
}

/* Exports to partners, in USD billion: invented. */
static void add_partners(sheaf_chart *chart, const char *const *partners, size_t n, double sign)
{
    for (size_t i = 0; i < n; i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i], "USD", 9);
        double size = 15 / (double)(i + 1);
        sheaf_series_set_partner(series, partners[i]);
        for (int year = 0; year < 7; year++)
            observe(series, sheaf_period_year(2017 + year),
                    size * (i % 2 == 1 ? sign : 1) *
                        (0.6 + 0.06 * year + 0.15 * sin(year + 2 * (double)i)),
                    1, year == 6 ? SHEAF_PROVISIONAL : SHEAF_NORMAL, false);
        add(chart, series);
    }
}

static const char *const partner_codes[] = { "CHN", "RUS", "ITA", "DEU", "UZB",
                                             "TUR", "NLD", "FRA", "KGZ" };

static void stacked(sheaf_chart *chart)
{
    add_partners(chart, partner_codes, 9, 1);
    sheaf_chart_set_title(chart, "China buys a third of it");
    sheaf_chart_set_source(chart, "Customs");
}

static void stacked_both_ways(sheaf_chart *chart)
{
    add_partners(chart, partner_codes, 4, -1);
    sheaf_chart_set_title(chart, "A surplus with China, a deficit with Russia");
}

static void stacked_shares(sheaf_chart *chart)
{
    add_partners(chart, partner_codes, 3, 1);
    sheaf_chart_set_language(chart, "ru");
    sheaf_chart_set_title(chart, "Доля Китая выросла");
}

static void lying(sheaf_chart *chart)
{
    add_partners(chart, partner_codes, 3, 1);
    sheaf_chart_set_title(chart, "China buys a third of it");
    sheaf_chart_set_lying(chart, true);
}

static void lying_in_arabic(sheaf_chart *chart)
{
    add_partners(chart, partner_codes, 3, 1);
    sheaf_chart_set_language(chart, "ar");
    sheaf_chart_set_lying(chart, true);
}

static void changes(sheaf_chart *chart)
{
    add_partners(chart, partner_codes, 9, 1);
    sheaf_chart_set_title(chart, "Russia and China bought more");
}

static void changes_of_two_years(sheaf_chart *chart)
{
    changes(chart);
    sheaf_chart_set_language(chart, "ar");
    sheaf_chart_set_periods(
        chart, (sheaf_period[]){ sheaf_period_year(2021), sheaf_period_year(2022) }, 2);
}

static void areas(sheaf_chart *chart)
{
    for (size_t i = 0; i < 4; i++) {
        sheaf_series *series = sheaf_series_create(NULL, partner_codes[i], "USD", 6);
        sheaf_series_set_partner(series, partner_codes[i]);
        for (int month = 0; month < 60; month++)
            observe(series, sheaf_period_month(2019 + month / 12, 1 + month % 12),
                    (400 + 6 * month + 60 * sin(0.7 * month + (double)i)) / (double)(i + 1), 1,
                    month > 54 ? SHEAF_PROVISIONAL : SHEAF_NORMAL, false);
        add(chart, series);
    }
    sheaf_chart_set_title(chart, "Two fifths go to China");
}

static void area(sheaf_chart *chart)
{
    sheaf_series *series = flow("exports", 6);

    for (int month = 0; month < 48; month++)
        if (month < 20 || month > 22)
            observe(series, sheaf_period_month(2020 + month / 12, 1 + month % 12),
                    400 + 9 * month + 50 * sin(0.7 * month), 1, SHEAF_NORMAL, false);
    add(chart, series);
    sheaf_chart_set_title(chart, "Exports doubled in four years");
}

static void targets(sheaf_chart *chart)
{
    sheaf_chart_add_target(chart, "Beef", 500, NAN, "t", 3);
    sheaf_chart_add_target(chart, "Grain and oil seeds", 3000, NAN, "t", 3);
    sheaf_chart_set_title(chart, "What Kazakhstan offers to supply");
    sheaf_chart_set_subtitle(chart, "Supply to China a year");
}

static void reached_targets(sheaf_chart *chart)
{
    sheaf_chart_add_target(chart, "Beef", 500, 310, "t", 3);
    sheaf_chart_add_target(chart, "Grain and oil seeds", 3000, 2310, "t", 3);
    sheaf_chart_add_target(chart, "Poultry", 120, 140, "t", 3);
    sheaf_chart_set_title(chart, "How far supplies have come");
}

static const struct chart_look charts[] = {
    { "bars", SHEAF_BARS, bars, 480, 300 },
    { "bars-smallest", SHEAF_BARS, bars, 200, 120 },
    { "part-years", SHEAF_AUTO, part_years, 480, 300 },
    { "balance", SHEAF_BARS, balance, 480, 300 },
    { "deficits", SHEAF_BARS, deficits, 480, 300 },
    { "many-bars", SHEAF_BARS, many_bars, 480, 300 },
    { "lines", SHEAF_AUTO, lines, 480, 300 },
    { "lines-smallest", SHEAF_AUTO, lines, 200, 120 },
    { "crowded-lines", SHEAF_LINES, crowded_lines, 480, 300 },
    { "leading-lines", SHEAF_AUTO, leading_lines, 600, 375 },
    { "bars-and-line", SHEAF_BARS_LINE, bars_and_line, 480, 300 },
    { "statuses", SHEAF_BARS, statuses, 480, 300 },
    { "statuses-of-lines", SHEAF_LINES, statuses, 480, 300 },
    { "statuses-together", SHEAF_BARS_LINE, statuses, 480, 300 },
    { "ranking", SHEAF_AUTO, ranking, 480, 300 },
    { "ranking-mirrored", SHEAF_RANKING, mirrored_ranking, 480, 300 },
    { "lollipop", SHEAF_LOLLIPOP, many_partners, 480, 300 },
    { "dots", SHEAF_DOTS, ranking, 480, 300 },
    { "sparkline", SHEAF_SPARKLINE, bars, 200, 60 },
    { "sparkline-smallest", SHEAF_AUTO, add_one_course, 60, 14 },
    { "spark-bars", SHEAF_SPARK_BARS, balance, 120, 40 },
    { "seasonal", SHEAF_SEASONAL, months, 480, 300 },
    { "products", SHEAF_AUTO, products, 480, 300 },
    { "products-of-a-year", SHEAF_AUTO, products_of_a_year, 480, 300 },
    { "stacked", SHEAF_STACKED, stacked, 600, 375 },
    { "stacked-smallest", SHEAF_STACKED, stacked, 200, 120 },
    { "stacked-both-ways", SHEAF_STACKED, stacked_both_ways, 480, 300 },
    { "stacked-shares", SHEAF_STACKED_100, stacked_shares, 480, 300 },
    { "stacked-lying", SHEAF_STACKED, lying, 480, 300 },
    { "stacked-shares-lying", SHEAF_STACKED_100, lying_in_arabic, 480, 300 },
    { "stacked-areas", SHEAF_STACKED_AREA, areas, 480, 300 },
    { "area", SHEAF_AREA, area, 480, 300 },
    { "waterfall", SHEAF_WATERFALL, changes, 600, 375 },
    { "waterfall-of-flat-steps", SHEAF_WATERFALL, changes_of_two_years, 480, 300 },
    { "targets", SHEAF_AUTO, targets, 480, 240 },
    { "reached-targets", SHEAF_BULLET, reached_targets, 480, 240 },
};

static void every_chart_looks_as_it_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_looks_as_it_did(&charts[i]);
}

static void painters_draw_every_chart_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        painters_draw_chart_alike(&charts[i]);
}

static void every_chart_is_drawn_in_eps(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_is_drawn_in_eps(&charts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_chart_looks_as_it_did),
        cmocka_unit_test(painters_draw_every_chart_alike),
        cmocka_unit_test(every_chart_is_drawn_in_eps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
