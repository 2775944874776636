/* flows_look_as_they_did.c - charts of what goes where, and of what a whole is made of. Each picture
 * was looked at. Figures: trade of Kazakhstan, rounded or invented. */
#include "support/check.h"

#include <stdio.h>

#include "support/chart_look.h"

static void add_partner(sheaf_chart *chart, const char *partner, double value,
                        sheaf_observation_status status)
{
    sheaf_series *series = sheaf_series_create(NULL, partner, "USD", 9);

    sheaf_series_set_flow(series, "exports");
    sheaf_series_set_reporter(series, "KAZ");
    sheaf_series_set_partner(series, partner);
    sheaf_series_add(series, sheaf_period_year(2023), value, 1, status);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void three_parts(sheaf_chart *chart)
{
    sheaf_chart_set_title(chart, "China takes a fifth of the exports");
    sheaf_chart_set_source(chart, "Bureau of National Statistics");
    add_partner(chart, "CHN", 14.7, SHEAF_NORMAL);
    add_partner(chart, "ITA", 14.9, SHEAF_PROVISIONAL);
    add_partner(chart, "WLD", 78.7, SHEAF_NORMAL);
}

static void three_parts_in_arabic(sheaf_chart *chart)
{
    three_parts(chart);
    sheaf_chart_set_language(chart, "ar");
    sheaf_chart_set_title(chart, "");
}

static void add_flow(sheaf_chart *chart, const char *reporter, const char *product,
                     const char *partner, double value)
{
    char name[80];

    snprintf(name, sizeof name, "%s, %s, %s", reporter, product, partner);
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 6);
    sheaf_series_set_flow(series, "exports");
    sheaf_series_set_reporter(series, reporter);
    sheaf_series_set_product(series, product);
    sheaf_series_set_partner(series, partner);
    sheaf_series_add(series, sheaf_period_year(2023), value, 1, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

/* Every reporter sells something of most products to most partners. */
static void fill_flows(sheaf_chart *chart, size_t n_products)
{
    static const char *const reporters[] = { "KAZ", "UZB", "KGZ" };
    static const char *const products[] = { "Fuels", "Ores", "Metals", "Cereals" };
    static const char *const partners[] = { "CHN", "ITA", "RUS", "TUR", "DEU", "LIE" };

    sheaf_chart_set_source(chart, "Bureau of National Statistics");
    for (size_t r = 0; r < LENGTH(reporters); r++)
        for (size_t p = 0; p < n_products; p++)
            for (size_t t = 0; t < LENGTH(partners); t++) {
                size_t mix = (r * 7 + p * 5 + t * 3) % 11;
                if (mix % 3 != 1)
                    add_flow(chart, reporters[r], products[p], partners[t],
                             t == 5 ? 0.4 : (double)(mix * mix + 2) * 10.3 / (double)(1 + r));
            }
}

static void three_columns(sheaf_chart *chart)
{
    sheaf_chart_set_title(chart, "Fuels go everywhere, ores to China");
    fill_flows(chart, 4);
}

static void two_columns(sheaf_chart *chart)
{
    sheaf_chart_set_title(chart, "Kazakhstan sells most of it");
    fill_flows(chart, 1);
}

static void three_columns_in_arabic(sheaf_chart *chart)
{
    fill_flows(chart, 4);
    sheaf_chart_set_language(chart, "ar");
}

static void two_columns_in_uyghur(sheaf_chart *chart)
{
    fill_flows(chart, 1);
    sheaf_chart_set_language(chart, "ug");
}

static const struct chart_look charts[] = {
    { "sankey", SHEAF_SANKEY, three_columns, 600, 375 },
    { "sankey-mirrored", SHEAF_SANKEY, three_columns_in_arabic, 480, 300 },
    { "sankey-smallest", SHEAF_SANKEY, two_columns, 200, 120 },
    { "marimekko", SHEAF_MARIMEKKO, two_columns, 480, 300 },
    { "marimekko-mirrored", SHEAF_MARIMEKKO, two_columns_in_uyghur, 480, 300 },
    { "marimekko-small", SHEAF_MARIMEKKO, two_columns, 300, 200 },
    { "waffle", SHEAF_WAFFLE, three_parts, 480, 300 },
    { "waffle-mirrored", SHEAF_WAFFLE, three_parts_in_arabic, 480, 300 },
    { "waffle-smallest", SHEAF_WAFFLE, three_parts, 200, 120 },
    { "donut", SHEAF_DONUT, three_parts, 480, 300 },
    { "donut-mirrored", SHEAF_DONUT, three_parts_in_arabic, 480, 300 },
    { "donut-smallest", SHEAF_DONUT, three_parts, 200, 120 },
};

static void every_flow_looks_as_it_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_looks_as_it_did(&charts[i]);
}

static void painters_draw_every_flow_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        painters_draw_chart_alike(&charts[i]);
}

static void every_flow_is_drawn_in_eps(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_is_drawn_in_eps(&charts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_flow_looks_as_it_did),
        cmocka_unit_test(painters_draw_every_flow_alike),
        cmocka_unit_test(every_flow_is_drawn_in_eps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
