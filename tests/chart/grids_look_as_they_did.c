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

static const struct chart_look charts[] = {
    { "heatmap", SHEAF_HEATMAP, months, 480, 300 },
    { "heatmap-of-growth", SHEAF_HEATMAP, growth, 480, 300 },
    { "heatmap-mirrored", SHEAF_HEATMAP, growth_in_arabic, 480, 300 },
    { "heatmap-smallest", SHEAF_HEATMAP, months, 200, 120 },
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
