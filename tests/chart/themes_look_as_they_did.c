/* themes_look_as_they_did.c - charts in the built-in themes. Each picture was looked at. Figures are
 * invented. */
#include "support/check.h"

#include <sheaf/theme.h>

#include "support/chart_look.h"

enum { YEARS = 7 };

static const struct {
    const char *partner;
    double values[YEARS];
} partners[] = {
    { "CHN", { 8.0, 9.6, 12.3, 14.7, 16.8, 20.1, 24.2 } },
    { "RUS", { 21.2, 18.9, 19.6, 17.0, 16.1, 15.2, 16.0 } },
    { "ITA", { 12.1, 11.0, 10.2, 11.8, 13.0, 12.1, 14.9 } },
    { "NLD", { 6.1, 5.0, 5.8, 5.5, 4.4, 3.2, 3.9 } },
    { "TUR", { 2.1, 2.0, 2.6, 3.1, 3.9, 4.0, 4.4 } },
    { "UZB", { 1.5, 1.8, 2.1, 2.6, 2.9, 3.2, 3.6 } },
};

static void add_partners(sheaf_chart *chart)
{
    for (size_t i = 0; i < LENGTH(partners); i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i].partner, "USD", 9);
        sheaf_series_set_partner(series, partners[i].partner);
        for (int k = 0; k < YEARS; k++)
            sheaf_series_add(series, sheaf_period_year(2017 + k), partners[i].values[k], 1,
                             SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    sheaf_chart_set_title(chart, "China overtook Russia in 2021");
    sheaf_chart_set_source(chart, "Bureau of National Statistics");
}

static void set_theme(sheaf_chart *chart, const char *name)
{
    sheaf_theme *theme = sheaf_theme_create(NULL, name);

    sheaf_chart_set_theme(chart, theme);
    sheaf_theme_destroy(theme);
}

static void in_the_dark(sheaf_chart *chart)
{
    add_partners(chart);
    set_theme(chart, "dark");
}

static void in_print(sheaf_chart *chart)
{
    add_partners(chart);
    set_theme(chart, "print");
}

static const struct chart_look looks[] = {
    { "lines-dark", SHEAF_LINES, in_the_dark, 900, 520 },
    { "lines-print", SHEAF_LINES, in_print, 900, 520 },
    { "stacked-100-print", SHEAF_STACKED_100, in_print, 900, 520 },
};

static void test_looks(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(looks); i++)
        chart_looks_as_it_did(&looks[i]);
}

/* But level hatches: poppler moves their lines to whole pixels, Cairo does not. */
static void test_painters(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(looks); i++)
        if (looks[i].type == SHEAF_LINES)
            painters_draw_chart_alike(&looks[i]);
}

static void test_eps(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(looks); i++)
        chart_is_drawn_in_eps(&looks[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_looks),
                                        cmocka_unit_test(test_painters),
                                        cmocka_unit_test(test_eps) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
