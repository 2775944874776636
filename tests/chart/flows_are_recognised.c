/* flows_are_recognised.c - which flow a chart shows is said where only parts or shares of it are drawn,
 * and a flow keeps its colour in rankings and sparklines. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "chart/theme.h"
#include "series/series.h"

/* Of two partners, in 2022 and 2023. */
static void add(sheaf_chart *chart, const char *partner, const char *flow, double before,
                double after)
{
    const double values[] = { before, after };
    sheaf_series *series = sheaf_series_from_years(partner, "USD", 9, 2022, values, 2);

    sheaf_series_set_flow(series, flow);
    sheaf_series_set_partner(series, partner);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void dump_of(struct buffer *dump, sheaf_chart_type type, const char *flow, double after,
                    bool one_year)
{
    const sheaf_period year = sheaf_period_year(2023);
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    sheaf_error error = { 0 };

    add(chart, "CHN", flow, 3, after);
    if (type != SHEAF_SPARK_BARS)
        add(chart, "DEU", flow, 1, 1.5);
    if (one_year)
        sheaf_chart_set_periods(chart, &year, 1);
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(dump, NULL, &error);
    scene_dump(scene, dump);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

static void parts_are_of_a_flow(void **state)
{
    static const struct {
        sheaf_chart_type type;
        const char *says;
    } cases[] = { { SHEAF_STACKED, "Imports, " },
                  { SHEAF_STACKED_100, "Share of the total, imports, %" },
                  { SHEAF_WATERFALL, "Imports, " } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer dump;
        print_message("  %s\n", sheaf_chart_type_name(cases[i].type));
        dump_of(&dump, cases[i].type, "imports", 4, false);
        if (strstr(dump.bytes, cases[i].says) == NULL)
            fail_msg("'%s' is not in:\n%s", cases[i].says, dump.bytes);
        buffer_free(&dump);
    }
}

/* As "fill #D4701C" in a scene's text. */
static bool fills(const struct buffer *dump, struct color color)
{
    char hex[16];

    snprintf(hex, sizeof hex, "#%02X%02X%02X", color.red, color.green, color.blue);
    return strstr(dump->bytes, hex) != NULL;
}

static void flows_keep_their_color(void **state)
{
    static const struct {
        const char *name;
        sheaf_chart_type type;
        const char *flow;
        double after;
        enum theme_flow drawn, absent;
    } cases[] = {
        { "a ranking of exports", SHEAF_RANKING, "exports", 4, FLOW_EXPORTS, FLOW_IMPORTS },
        { "a ranking of imports", SHEAF_RANKING, "imports", 4, FLOW_IMPORTS, FLOW_EXPORTS },
        { "lollipops of imports", SHEAF_LOLLIPOP, "imports", 4, FLOW_IMPORTS, FLOW_EXPORTS },
        { "dots of imports", SHEAF_DOTS, "imports", 4, FLOW_IMPORTS, FLOW_EXPORTS },
        { "a surplus", SHEAF_SPARK_BARS, "balance", 4, FLOW_EXPORTS, FLOW_IMPORTS },
        { "a deficit", SHEAF_SPARK_BARS, "balance", -4, FLOW_IMPORTS, FLOW_EXPORTS },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer dump;
        print_message("  %s\n", cases[i].name);
        dump_of(&dump, cases[i].type, cases[i].flow, cases[i].after,
                cases[i].type != SHEAF_SPARK_BARS);
        assert_true(fills(&dump, theme_default()->flows[cases[i].drawn]));
        assert_false(fills(&dump, theme_default()->flows[cases[i].absent]));
        buffer_free(&dump);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(parts_are_of_a_flow),
                                        cmocka_unit_test(flows_keep_their_color) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
