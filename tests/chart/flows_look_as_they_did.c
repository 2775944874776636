/* flows_look_as_they_did.c - charts of what goes where, and of what a whole is made of. Each picture
 * was looked at. Figures: trade of Kazakhstan, rounded or invented. */
#include "support/check.h"

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

static const struct chart_look charts[] = {
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
