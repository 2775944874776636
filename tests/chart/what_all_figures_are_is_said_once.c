/* what_all_figures_are_is_said_once.c - a chart that is wholly estimated (provisional, a forecast)
 * says so in its subtitle and is drawn plain; one that is so in part draws those figures apart and
 * explains how. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "scene/scene.h"

enum which { OWN_ESTIMATES, OF_STATUS };

static const struct {
    const char *name;
    sheaf_chart_type type;
    enum which which;
    sheaf_observation_status status;
    int n_plain; /* figures that are not so */
    sheaf_flags flags;
    const char *language, *subtitle; /* NULL: a default one */
    double width;
    const char *shown[3], *never[3];
} cases[] = {
    { "bars",
      SHEAF_BARS,
      OWN_ESTIMATES,
      SHEAF_NORMAL,
      0,
      SHEAF_FLAGS_ESTIMATED,
      "en",
      NULL,
      480,
      { "\"Exports, USD billion, 2021\u20132023, own estimate\"" },
      { "hatch", "\"Own estimate\"" } },
    { "a line",
      SHEAF_LINES,
      OWN_ESTIMATES,
      SHEAF_NORMAL,
      0,
      SHEAF_FLAGS_ESTIMATED,
      "en",
      NULL,
      480,
      { "\"Exports, USD billion, 2021\u20132023, own estimate\"" },
      { "\"Own estimate\"" } },
    { "bars of which one is not",
      SHEAF_BARS,
      OWN_ESTIMATES,
      SHEAF_NORMAL,
      1,
      SHEAF_FLAGS_ESTIMATED,
      "en",
      NULL,
      480,
      { "\"Exports, USD billion, 2021\u20132023\"", "hatch", "\"Own estimate\"" },
      { NULL } },
    { "provisional bars",
      SHEAF_BARS,
      OF_STATUS,
      SHEAF_PROVISIONAL,
      0,
      SHEAF_FLAGS_ESTIMATED,
      "en",
      NULL,
      480,
      { "2021\u20132023, provisional\"" },
      { "hatch", "\"Provisional\"" } },
    { "a forecast",
      SHEAF_BARS,
      OF_STATUS,
      SHEAF_FORECAST,
      0,
      SHEAF_FLAGS_ESTIMATED,
      "en",
      NULL,
      480,
      { "2021\u20132023, forecast\"" },
      { "dash", "\"Forecast\"" } },
    { "a status that is a flag",
      SHEAF_BARS,
      OF_STATUS,
      SHEAF_BREAK,
      0,
      SHEAF_FLAGS_ESTIMATED,
      "en",
      NULL,
      480,
      { "2021\u20132023\"", "[b]" },
      { "hatch" } },
    { "an author's subtitle",
      SHEAF_BARS,
      OWN_ESTIMATES,
      SHEAF_NORMAL,
      0,
      SHEAF_FLAGS_ESTIMATED,
      "en",
      "Goods, {unit}",
      480,
      { "\"Goods, USD billion, own estimate\"" },
      { "hatch" } },
    { "one that says it already",
      SHEAF_BARS,
      OWN_ESTIMATES,
      SHEAF_NORMAL,
      0,
      SHEAF_FLAGS_ESTIMATED,
      "en",
      "Own estimates, {unit}",
      480,
      { "\"Own estimates, USD billion\"" },
      { "hatch", "billion, own" } },
    { "an author who wants no flags",
      SHEAF_BARS,
      OWN_ESTIMATES,
      SHEAF_NORMAL,
      0,
      SHEAF_FLAGS_NONE,
      "en",
      NULL,
      480,
      { "2021\u20132023\"" },
      { "hatch", "estimate" } },
    { "or all of them",
      SHEAF_BARS,
      OWN_ESTIMATES,
      SHEAF_NORMAL,
      0,
      SHEAF_FLAGS_ALL,
      "en",
      NULL,
      480,
      { "2021\u20132023, own estimate\"" },
      { "hatch" } },
    { "no room for a subtitle",
      SHEAF_BARS,
      OWN_ESTIMATES,
      SHEAF_NORMAL,
      0,
      SHEAF_FLAGS_ESTIMATED,
      "en",
      NULL,
      90,
      { "hatch" },
      { "text \"USD" } },
    { "Russian",
      SHEAF_BARS,
      OWN_ESTIMATES,
      SHEAF_NORMAL,
      0,
      SHEAF_FLAGS_ESTIMATED,
      "ru",
      NULL,
      480,
      { "собственная оценка\"" },
      { "hatch" } },
    { "Chinese",
      SHEAF_BARS,
      OWN_ESTIMATES,
      SHEAF_NORMAL,
      0,
      SHEAF_FLAGS_ESTIMATED,
      "zh",
      NULL,
      480,
      { "，自行推算\"" },
      { "hatch" } },
};

static sheaf_chart *chart_of(size_t i)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

    for (int k = 0; k < 3; k++) {
        bool is_plain = k < cases[i].n_plain, is_own = cases[i].which == OWN_ESTIMATES;
        sheaf_observation observation = {
            .period = sheaf_period_year(2021 + k),
            .value = 8 + k,
            .low = 7.95 + k,
            .high = 8.05 + k,
            .decimals = 1,
            .status = is_plain ? SHEAF_NORMAL : cases[i].status,
            .derived = !is_plain && is_own,
            .estimated = !is_plain && is_own,
        };
        sheaf_series_add_observation(series, &observation);
    }
    sheaf_chart_set_language(chart, cases[i].language);
    sheaf_chart_set_flags(chart, cases[i].flags);
    sheaf_chart_set_subtitle(chart, cases[i].subtitle);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return chart;
}

static void charts_say_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(i);
        struct scene *scene =
            chart_scene(chart, cases[i].width, 0.625 * cases[i].width, true, NULL);
        sheaf_error error = { 0 };
        struct buffer dump;

        print_message("  %s\n", cases[i].name);
        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        for (size_t k = 0; k < LENGTH(cases[i].shown) && cases[i].shown[k] != NULL; k++)
            if (strstr(dump.bytes, cases[i].shown[k]) == NULL)
                fail_msg("%s is not shown in\n%s", cases[i].shown[k], dump.bytes);
        for (size_t k = 0; k < LENGTH(cases[i].never) && cases[i].never[k] != NULL; k++)
            if (strstr(dump.bytes, cases[i].never[k]) != NULL)
                fail_msg("%s is shown in\n%s", cases[i].never[k], dump.bytes);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(charts_say_it) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
