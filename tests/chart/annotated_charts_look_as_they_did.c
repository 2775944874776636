/* annotated_charts_look_as_they_did.c - events, bands, references and call-outs as scenes and as
 * pictures, alike through both painters. Each picture was looked at; the figures are invented. */
#include "support/check.h"

#include "sheaf/theme.h"
#include "support/chart_look.h"

static void add_flow(sheaf_chart *chart, const char *name, const double *values, int n)
{
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 9);

    sheaf_series_set_flow(series, name);
    for (int i = 0; i < n; i++)
        sheaf_series_add(series, sheaf_period_year(2024 - n + i), values[i], 1, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static const double exports[] = { 10.0, 12.7, 14.5, 15.1, 14.3, 12.6, 10.6, 9.3, 9.2, 10.5, 12.9 };
static const double imports[] = {
    15.4, 16.4, 16.0, 14.5, 12.6, 11.0, 10.4, 11.3, 13.3, 16.1, 18.6
};
enum { YEARS = sizeof exports / sizeof *exports };

/* A month stands within its year; the words of the last event at the left of its line. */
static void events_on_lines(sheaf_chart *chart)
{
    add_flow(chart, "exports", exports, YEARS);
    add_flow(chart, "imports", imports, YEARS);
    sheaf_chart_set_title(chart, "Imports overtook exports after the accession");
    sheaf_chart_add_event(chart, sheaf_period_month(2015, 11), "accession to the WTO");
    sheaf_chart_add_event(chart, sheaf_period_year(2022), "new customs rules");
}

/* Close to each other, and before the columns of their years. */
static void events_on_columns(sheaf_chart *chart)
{
    add_flow(chart, "exports", exports, YEARS);
    sheaf_chart_set_title(chart, "Exports recover");
    sheaf_chart_add_event(chart, sheaf_period_year(2020), "borders are closed");
    sheaf_chart_add_event(chart, sheaf_period_year(2021), "new customs rules");
    sheaf_chart_add_event(chart, sheaf_period_quarter(2016, 2), "a bad harvest");
}

static void band_reference_and_callout(sheaf_chart *chart)
{
    add_flow(chart, "exports", exports, YEARS);
    add_flow(chart, "imports", imports, YEARS);
    sheaf_chart_set_title(chart, "Exports are still below the target");
    sheaf_chart_add_band(chart, sheaf_period_year(2020), sheaf_period_year(2021), "pandemic");
    sheaf_chart_add_reference(chart, 20, "target");
    sheaf_chart_add_callout(chart, "Exports", sheaf_period_year(2021), "lowest since independence");
}

static void in_arabic_and_dark(sheaf_chart *chart)
{
    sheaf_theme *theme = sheaf_theme_create(NULL, "dark");

    band_reference_and_callout(chart);
    sheaf_chart_set_language(chart, "ar");
    sheaf_chart_set_theme(chart, theme);
    sheaf_theme_destroy(theme);
}

static const struct chart_look charts[] = {
    { "events-on-lines", SHEAF_LINES, events_on_lines, 600, 375 },
    { "events-on-columns", SHEAF_BARS, events_on_columns, 600, 375 },
    { "band-reference-callout", SHEAF_LINES, band_reference_and_callout, 600, 375 },
    { "annotations-mirrored", SHEAF_BARS, in_arabic_and_dark, 480, 300 },
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_chart_looks_as_it_did),
        cmocka_unit_test(painters_draw_every_chart_alike),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
