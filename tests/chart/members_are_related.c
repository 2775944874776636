/* members_are_related.c - which measures of which members a scatter plot or a bubble chart relates, and
 * what they refuse. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"

struct row {
    const char *member, *flow, *unit;
    double values[2]; /* of 2022 and 2023; NaN: none */
};

static void add(sheaf_chart *chart, const struct row *row)
{
    sheaf_series *series = sheaf_series_create(NULL, row->member, row->unit, 0);

    sheaf_series_set_flow(series, row->flow);
    for (int i = 0; i < 2; i++)
        if (!isnan(row->values[i]))
            sheaf_series_add(series, sheaf_period_year(2022 + i), row->values[i], 0, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

#define FLOWS(name, a, b)                                                                          \
    { name, "exports", "Zlr", { 9, a } },                                                          \
    {                                                                                              \
        name, "imports", "Zlr",                                                                    \
        {                                                                                          \
            8, b                                                                                   \
        }                                                                                          \
    }
#define UNITS(name, flow, unit, a)                                                                 \
    {                                                                                              \
        name, flow, unit,                                                                          \
        {                                                                                          \
            NAN, a                                                                                 \
        }                                                                                          \
    }

static void what_is_related_and_what_refused(void **state)
{
    static const struct {
        const char *what, *says;
        sheaf_chart_type type;
        struct row rows[10];
    } cases[] = {
        { "two flows",
          "Imports, Zlr: 5",
          SHEAF_SCATTER,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4), FLOWS("c", 6, 5) } },
        { "the last period that three members have",
          "C – Exports, Zlr: 9; Imports, Zlr: 8",
          SHEAF_SCATTER,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4), FLOWS("c", NAN, 5) } },
        { "two units",
          "B – USD: 3; t: 4",
          SHEAF_SCATTER,
          { UNITS("a", "", "USD", 1), UNITS("a", "", "t", 2), UNITS("b", "", "USD", 3),
            UNITS("b", "", "t", 4), UNITS("c", "", "USD", 5), UNITS("c", "", "t", 6) } },
        { "three measures",
          "C – Exports, Zlr: 6; Imports, Zlr: 5; t: 7",
          SHEAF_BUBBLE,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4), FLOWS("c", 6, 5), UNITS("a", "", "t", 7),
            UNITS("b", "", "t", 7), UNITS("c", "", "t", 7) } },
        { "a measure too few",
          "a bubble chart takes 3 measures of each member",
          SHEAF_BUBBLE,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4), FLOWS("c", 6, 5) } },
        { "a measure too many",
          "a scatter plot takes 2 measures of each member",
          SHEAF_SCATTER,
          { FLOWS("a", 1, 2), UNITS("a", "", "t", 7) } },
        { "two members",
          "a scatter plot needs 3 members or more",
          SHEAF_SCATTER,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4) } },
        { "an area below zero",
          "can be neither zero nor negative",
          SHEAF_BUBBLE,
          { FLOWS("a", 1, 2), FLOWS("b", 3, 4), FLOWS("c", 6, 5), UNITS("a", "", "t", 7),
            UNITS("b", "", "t", -7), UNITS("c", "", "t", 7) } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        static sheaf_error none;
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
        for (size_t k = 0; k < 10 && cases[i].rows[k].member != NULL; k++)
            add(chart, &cases[i].rows[k]);
        struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
        struct buffer dump;
        buffer_init(&dump, NULL, &none);
        if (sheaf_chart_status(chart) == SHEAF_OK)
            scene_dump(scene, &dump);
        else
            buffer_text(&dump, sheaf_chart_message(chart));
        print_message("  %s\n", cases[i].what);
        if (strstr(dump.bytes, cases[i].says) == NULL)
            fail_msg("it says: %.900s", dump.bytes);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_related_and_what_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
