/* pairs_look_as_they_did.c - charts that compare two of a kind: two flows, two periods, two ends of a
 * line. Each picture was looked at. Figures: trade of Kazakhstan, rounded or invented. */
#include "support/check.h"

#include <math.h>

#include "support/chart_look.h"

static void add_years(sheaf_chart *chart, const char *flow, int first, const double *values, int n,
                      sheaf_observation_status last)
{
    sheaf_series *series = sheaf_series_create(NULL, flow, "USD", 9);

    sheaf_series_set_flow(series, flow);
    for (int i = 0; i < n; i++)
        if (!isnan(values[i]))
            sheaf_series_add(series, sheaf_period_year(first + i), values[i], 1,
                             i + 1 < n ? SHEAF_NORMAL : last);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void surplus(sheaf_chart *chart)
{
    static const double exports[] = { 16.3, 16.5, 14.4, 9.8, 5.5,  4.2, 5.8,
                                      6.3,  7.8,  9.0,  9.1, 13.2, 14.7 };
    static const double imports[] = { 5.0, 7.5, 8.4, 7.4, 5.1,  3.7, 4.7,
                                      5.4, 6.5, 6.6, 8.2, 11.2, 16.8 };

    sheaf_chart_set_title(chart, "For the first time more was bought from China than sold");
    sheaf_chart_set_source(chart, "Bureau of National Statistics");
    add_years(chart, "exports", 2011, exports, 13, SHEAF_NORMAL);
    add_years(chart, "imports", 2011, imports, 13, SHEAF_NORMAL);
}

/* A gap, a forecast, and one line that ends before the other. */
static void surplus_with_gaps(sheaf_chart *chart)
{
    static const double exports[] = { 2.1, 2.9, 3.8, NAN, 3.0, 2.2, 1.4, 1.9 };
    static const double imports[] = { 3.0, 2.6, 2.2, 2.4, 2.7, 3.1, 3.3 };

    sheaf_chart_set_language(chart, "ru");
    add_years(chart, "exports", 2016, exports, 8, SHEAF_FORECAST);
    add_years(chart, "imports", 2016, imports, 7, SHEAF_PROVISIONAL);
}

static const struct {
    const char *partner;
    double exports[3], imports[3];
    sheaf_observation_status status;
} partners[] = {
    { "ITA", { 8.1, 9.6, 14.9 }, { 0.9, 1.0, 1.2 }, SHEAF_NORMAL },
    { "CHN", { 5.5, 9.0, 14.7 }, { 5.1, 6.6, 16.8 }, SHEAF_NORMAL },
    { "RUS", { 4.5, 5.0, 9.8 }, { 10.5, 13.6, 16.1 }, SHEAF_PROVISIONAL },
    { "NLD", { 5.0, 3.2, 3.9 }, { 0.3, 0.2, 0.3 }, SHEAF_NORMAL },
    { "TUR", { 1.3, 2.1, 4.0 }, { 0.7, 1.0, 1.9 }, SHEAF_ESTIMATED },
    { "UZB", { 0.9, 2.1, 3.2 }, { 0.7, 0.8, 1.2 }, SHEAF_NORMAL },
    { "GBR", { 3.1, 1.5, 1.4 }, { 0.4, 0.2, 0.3 }, SHEAF_NORMAL },
    { "DEU", { 0.2, 0.5, 0.7 }, { 2.0, 1.8, NAN }, SHEAF_NORMAL },
};

/* The years 2015, 2020 and 2023. */
static void add_partner(sheaf_chart *chart, size_t index, const char *flow)
{
    static const int years[] = { 2015, 2020, 2023 };
    const double *values = flow[0] == 'e' ? partners[index].exports : partners[index].imports;
    sheaf_series *series = sheaf_series_create(NULL, partners[index].partner, "USD", 9);

    sheaf_series_set_flow(series, flow);
    sheaf_series_set_reporter(series, "KAZ");
    sheaf_series_set_partner(series, partners[index].partner);
    for (int i = 0; i < 3; i++)
        if (!isnan(values[i]))
            sheaf_series_add(series, sheaf_period_year(years[i]), values[i], 1,
                             i < 2 ? SHEAF_NORMAL : partners[index].status);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void exports_of_partners(sheaf_chart *chart)
{
    for (size_t i = 0; i < LENGTH(partners); i++)
        add_partner(chart, i, "exports");
    sheaf_chart_set_title(chart, "Exports to China and Italy have grown most");
    sheaf_chart_set_source(chart, "Bureau of National Statistics");
}

static void exports_in_arabic(sheaf_chart *chart)
{
    exports_of_partners(chart);
    sheaf_chart_set_language(chart, "ar");
    sheaf_chart_set_title(chart, "");
}

static void flows_of_partners(sheaf_chart *chart)
{
    for (size_t i = 0; i < LENGTH(partners); i++) {
        add_partner(chart, i, "imports");
        add_partner(chart, i, "exports");
    }
    sheaf_chart_set_title(chart, "Most is bought from China and Russia");
    sheaf_chart_set_source(chart, "Bureau of National Statistics");
}

static void flows_in_uyghur(sheaf_chart *chart)
{
    flows_of_partners(chart);
    sheaf_chart_set_language(chart, "ug");
    sheaf_chart_set_title(chart, "");
}

static const struct chart_look charts[] = {
    { "dumbbell", SHEAF_DUMBBELL, exports_of_partners, 480, 300 },
    { "dumbbell-mirrored", SHEAF_DUMBBELL, exports_in_arabic, 480, 300 },
    { "dumbbell-smallest", SHEAF_DUMBBELL, exports_of_partners, 200, 120 },
    { "paired", SHEAF_PAIRED, flows_of_partners, 480, 360 },
    { "paired-with-the-rest", SHEAF_PAIRED, flows_of_partners, 480, 240 },
    { "butterfly", SHEAF_BUTTERFLY, flows_of_partners, 480, 300 },
    { "butterfly-mirrored", SHEAF_BUTTERFLY, flows_in_uyghur, 480, 300 },
    { "butterfly-smallest", SHEAF_BUTTERFLY, flows_of_partners, 200, 120 },
    { "surplus", SHEAF_SURPLUS, surplus, 480, 300 },
    { "surplus-with-gaps", SHEAF_SURPLUS, surplus_with_gaps, 480, 300 },
    { "surplus-smallest", SHEAF_SURPLUS, surplus, 200, 120 },
};

static void every_pair_looks_as_it_did(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_looks_as_it_did(&charts[i]);
}

static void painters_draw_every_pair_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        painters_draw_chart_alike(&charts[i]);
}

static void every_pair_is_drawn_in_eps(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        chart_is_drawn_in_eps(&charts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_looks_as_it_did),
        cmocka_unit_test(painters_draw_every_pair_alike),
        cmocka_unit_test(every_pair_is_drawn_in_eps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
