/* ratios_look_as_they_did.c - charts on logarithmic scales. Each picture was looked at. Figures: exports
 * and balances of countries of all sizes, rounded. */
#include "support/check.h"

#include "support/chart_look.h"

static const char *const reporters[] = { "KAZ", "GEO", "TJK", "TUV" };

static void add(sheaf_chart *chart, const char *flow, const double values[4][6])
{
    for (int i = 0; i < 4; i++) {
        sheaf_series *series = sheaf_series_create(NULL, reporters[i], "USD", 6);
        sheaf_series_set_reporter(series, reporters[i]);
        sheaf_series_set_flow(series, flow);
        for (int k = 0; k < 6; k++)
            sheaf_series_add(series, sheaf_period_year(2015 + k), values[i][k], 1, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
}

static const double exports[4][6] = {
    { 46000, 36700, 48500, 61100, 58000, 47500 },
    { 2200, 2100, 2700, 3380, 3800, 3343 },
    { 890, 899, 1198, 1073, 1174, 1407 },
    { 0.8, 1.1, 2.5, 3.1, 0.9, 0.6 },
};
static const double imports[4][6] = {
    { 30600, 25100, 29600, 33700, 39700, 38100 },
    { 7300, 7300, 7940, 9140, 9520, 8050 },
    { 3435, 3031, 2775, 3151, 3349, 3151 },
    { 20, 25, 33, 30, 28, 31 },
};
static const double balances[4][6] = {
    { 15400, 11600, 18900, 27400, 18300, 9400 },
    { -5100, -5200, -5240, -5760, -5720, -4707 },
    { -2545, -2132, -1577, -2078, -2175, -1744 },
    { -20, 12, -22, 3, -27, -30 },
};

static void log_lines(sheaf_chart *chart)
{
    sheaf_chart_set_axis(chart, SHEAF_AXIS_LOG);
    sheaf_chart_set_title(chart, "Tuvalu's exports halve and double");
    add(chart, "exports", exports);
}

static void log_in_arabic(sheaf_chart *chart)
{
    sheaf_chart_set_language(chart, "ar");
    sheaf_chart_set_axis(chart, SHEAF_AXIS_LOG);
    add(chart, "exports", exports);
}

static void symlog_lines(sheaf_chart *chart)
{
    sheaf_chart_set_axis(chart, SHEAF_AXIS_SYMLOG);
    sheaf_chart_set_title(chart, "Only Kazakhstan always sells more than it buys");
    add(chart, "balance", balances);
}

static void dots(sheaf_chart *chart)
{
    const sheaf_period last = sheaf_period_year(2020);

    sheaf_chart_set_language(chart, "de");
    log_lines(chart);
    sheaf_chart_set_title(chart, "");
    sheaf_chart_set_periods(chart, &last, 1);
}

static void scatter(sheaf_chart *chart)
{
    sheaf_chart_set_axis(chart, SHEAF_AXIS_LOG);
    add(chart, "exports", exports);
    add(chart, "imports", imports);
}

static const struct chart_look charts[] = {
    { "log-lines", SHEAF_AUTO, log_lines, 480, 300 },
    { "log-lines-in-arabic", SHEAF_LINES, log_in_arabic, 480, 300 },
    { "log-lines-smallest", SHEAF_LINES, log_lines, 200, 120 },
    { "symlog-lines", SHEAF_LINES, symlog_lines, 480, 300 },
    { "log-dots", SHEAF_AUTO, dots, 480, 220 },
    { "log-index", SHEAF_INDEX, log_lines, 480, 300 },
    { "log-scatter", SHEAF_SCATTER, scatter, 480, 300 },
};

static void every_ratio_looks_as_it_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_looks_as_it_did(&charts[i]);
}

static void painters_draw_every_ratio_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        painters_draw_chart_alike(&charts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_ratio_looks_as_it_did),
        cmocka_unit_test(painters_draw_every_ratio_alike),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
