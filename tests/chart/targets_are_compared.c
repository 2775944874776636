/* targets_are_compared.c - bullets of one unit are written alike: countries by their names, with the
 * same decimals, and in one multiplier where the subtitle says the unit for all. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"

enum { MOST = 3 };

static void rows_are_written_alike(void **state)
{
    static const struct {
        struct {
            const char *label;
            double aim, reached;
            const char *unit;
        } targets[MOST];
        const char *subtitle, *language, *says[6], *unsaid;
    } cases[] = {
        { { { "DEU", 400, 312.55, "USD" }, { "CHN", 1000, 1200.123, "USD" } },
          "Exports, {unit}",
          "en",
          { "\"Exports, USD million\"", "\"Germany\"", "\"313\"", "\"1,200\"", "/ 1,000 " },
          "bn" },
        { { { "DEU", 400, 312.55, "USD" }, { "CHN", 1000, 1200.123, "USD" } },
          "Ausfuhr",
          "de",
          {
              "\"Deutschland\"",
              "\"China\"",
              "Mio.",
              "Mrd.",
              "\"313\"",
          },
          "\"1,200" },
        /* Units differ: each row says its own, and the subtitle announces none. */
        { { { "Beef", 400, 312.55, "USD" }, { "Cheese", 50, 42.5, "t" } },
          "Exports, {unit}",
          "en",
          { "\"Exports\"", "\"312.55\"", "\"42.5\"", "$400" },
          "\"Exports, " },
        /* What is missed by little does not look reached. */
        { { { "Beef", 400, 399.96, "t" }, { "Cheese", 50, 42.5, "t" } },
          "",
          "en",
          { "\"399.96\"", "\"42.50\"" },
          "\"400\"" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        static sheaf_error none;
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BULLET);
        struct buffer dump;

        for (size_t k = 0; k < MOST && cases[i].targets[k].label != NULL; k++)
            sheaf_chart_add_target(chart, cases[i].targets[k].label, cases[i].targets[k].aim,
                                   cases[i].targets[k].reached, cases[i].targets[k].unit, 6);
        sheaf_chart_set_subtitle(chart, cases[i].subtitle);
        sheaf_chart_set_language(chart, cases[i].language);
        struct scene *scene = chart_scene(chart, 600, 300, true, NULL);
        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &none);
        scene_dump(scene, &dump);
        const char *drawn = strstr(dump.bytes, "text \"");
        for (size_t k = 0; k < LENGTH(cases[i].says) && cases[i].says[k] != NULL; k++)
            if (strstr(drawn, cases[i].says[k]) == NULL)
                fail_msg("%zu: no %s in %s", i, cases[i].says[k], drawn);
        if (strstr(drawn, cases[i].unsaid) != NULL)
            fail_msg("%zu: %s in %s", i, cases[i].unsaid, drawn);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(rows_are_written_alike) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
