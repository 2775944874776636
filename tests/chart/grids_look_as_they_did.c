/* grids_look_as_they_did.c - charts of cells, whose colours or areas carry the figures. Each picture was
 * looked at. Figures are invented. */
#include "support/check.h"

#include <math.h>

#include "support/chart_look.h"

/* Nine years of months, one missing, the last year begun. */
static void months(sheaf_chart *chart)
{
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

    sheaf_series_set_flow(series, "exports");
    for (int i = 0; i < 104; i++)
        if (i != 40)
            sheaf_series_add(series, sheaf_period_month(2016 + i / 12, 1 + i % 12),
                             3.2 + 0.025 * i + 0.1 * ((i % 12) * (11 - i % 12)) / 3 +
                                 0.1 * (i * 7 % 10),
                             1, i < 100 ? SHEAF_NORMAL : SHEAF_PROVISIONAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    sheaf_chart_set_title(chart, "Summer is the season");
    sheaf_chart_set_source(chart, "Bureau of National Statistics");
}

static const char *const partners[] = { "CHN", "ITA", "RUS", "NLD", "TUR", "UZB", "FRA", "DEU" };

static void growth(sheaf_chart *chart)
{
    for (int i = 0; i < (int)LENGTH(partners); i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i], "%", 0);
        sheaf_series_set_partner(series, partners[i]);
        for (int year = 2014; year < 2024; year++)
            if (i != 3 || year != 2018)
                sheaf_series_add(series, sheaf_period_year(year),
                                 (i * 17 + year * 31) % 53 - 22 + 0.5 * i, 1, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    sheaf_chart_set_title(chart, "Growth has been uneven");
}

static void growth_in_arabic(sheaf_chart *chart)
{
    growth(chart);
    sheaf_chart_set_language(chart, "ar");
    sheaf_chart_set_title(chart, "");
}

static void add_part(sheaf_chart *chart, const char *product, const char *partner, double value,
                     sheaf_observation_status status)
{
    sheaf_series *series =
        sheaf_series_create(NULL, product[0] != '\0' ? product : partner, "USD", 9);

    sheaf_series_set_flow(series, "exports");
    sheaf_series_set_product(series, product);
    sheaf_series_set_partner(series, partner);
    sheaf_series_add(series, sheaf_period_year(2023), value, 2, status);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void chapters(sheaf_chart *chart)
{
    static const struct {
        const char *chapter;
        double value;
    } parts[] = { { "27", 18.2 }, { "26", 7.1 }, { "74", 5.9 }, { "72", 4.4 }, { "28", 3.0 },
                  { "71", 2.7 },  { "10", 2.2 }, { "85", 2.1 }, { "84", 1.4 }, { "25", 1.1 },
                  { "87", 0.9 },  { "11", 0.7 }, { "12", 0.6 }, { "79", 0.6 }, { "76", 0.45 },
                  { "02", 0.3 },  { "31", 0.3 }, { "52", 0.2 }, { "03", 0.1 } };

    for (size_t i = 0; i < LENGTH(parts); i++)
        add_part(chart, parts[i].chapter, "", parts[i].value,
                 i == 1 ? SHEAF_PROVISIONAL : SHEAF_NORMAL);
    sheaf_chart_set_title(chart, "Half of what is sold comes out of the ground");
}

static void one_of_400_times_the_rest(sheaf_chart *chart)
{
    add_part(chart, "", "CHN", 400, SHEAF_NORMAL);
    for (size_t i = 1; i < LENGTH(partners); i++)
        add_part(chart, "", partners[i], 1, SHEAF_NORMAL);
}

static void parts_in_uyghur(sheaf_chart *chart)
{
    for (size_t i = 0; i < LENGTH(partners); i++)
        add_part(chart, "", partners[i], 20.0 / (double)(1 + i * i), SHEAF_NORMAL);
    sheaf_chart_set_language(chart, "ug");
}

static void add_country(sheaf_chart *chart, const char *partner, double value)
{
    add_part(chart, "", partner, value, SHEAF_NORMAL);
}

static void neighbours(sheaf_chart *chart)
{
    static const char *const codes[] = { "CHN", "ITA", "RUS", "NLD", "TUR", "UZB", "FRA", "DEU",
                                         "KOR", "IND", "POL", "ESP", "GBR", "JPN", "KGZ", "TJK",
                                         "HKG", "UKR", "GRC", "ROU", "ARE", "IRN", "GIB" };

    for (size_t i = 0; i < LENGTH(codes); i++)
        add_country(chart, codes[i], 15.0 / (double)(1 + i));
    sheaf_chart_set_title(chart, "Most is sold to China, Italy and Russia");
}

static void world(sheaf_chart *chart)
{
    static const char *const codes[] = { "USA", "BRA", "ZAF", "AUS", "NZL", "CAN" };

    neighbours(chart);
    for (size_t i = 0; i < LENGTH(codes); i++)
        add_country(chart, codes[i], 0.4 + (double)i);
    sheaf_chart_set_language(chart, "ar");
    sheaf_chart_set_title(chart, "");
}

static const struct chart_look charts[] = {
    { "heatmap", SHEAF_HEATMAP, months, 480, 300 },
    { "heatmap-of-growth", SHEAF_HEATMAP, growth, 480, 300 },
    { "heatmap-mirrored", SHEAF_HEATMAP, growth_in_arabic, 480, 300 },
    { "heatmap-smallest", SHEAF_HEATMAP, months, 200, 120 },
    { "treemap", SHEAF_TREEMAP, chapters, 480, 300 },
    { "treemap-of-unequal-parts", SHEAF_TREEMAP, one_of_400_times_the_rest, 480, 300 },
    { "treemap-mirrored", SHEAF_TREEMAP, parts_in_uyghur, 480, 300 },
    { "treemap-smallest", SHEAF_TREEMAP, chapters, 200, 120 },
    { "tiles", SHEAF_TILES, neighbours, 480, 360 },
    { "tiles-of-the-world", SHEAF_TILES, world, 1200, 750 },
    { "tiles-smallest", SHEAF_TILES, neighbours, 200, 120 },
};

static void every_grid_looks_as_it_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_looks_as_it_did(&charts[i]);
}

static void painters_draw_every_grid_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        painters_draw_chart_alike(&charts[i]);
}

static void every_grid_is_drawn_in_eps(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_is_drawn_in_eps(&charts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_grid_looks_as_it_did),
        cmocka_unit_test(painters_draw_every_grid_alike),
        cmocka_unit_test(every_grid_is_drawn_in_eps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
