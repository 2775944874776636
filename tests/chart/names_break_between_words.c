/* names_break_between_words.c - beside narrow stacks a country has its code where its name would be broken within a
 * word; Chinese is broken anywhere. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "scene/scene.h"

static const struct {
    const char *language;
    double width;
    const char *there, *not_there;
} cases[] = {
    { "en", 120, "text \"DEU", "text \"Germa" },
    { "en", 480, "text \"Germany", "text \"DEU" },
    { "zh", 120, "text \"\xE5\xBE\xB7\xE5\x9B\xBD", "text \"DEU" }, /* Germany */
};

static void test_names(void **state)
{
    static const char *const partners[] = { "CHN", "DEU", "FRA" };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_STACKED_100);
        sheaf_error error = { 0 };
        struct buffer dump;

        for (size_t k = 0; k < LENGTH(partners); k++) {
            sheaf_series *series = sheaf_series_create(NULL, partners[k], "USD", 6);
            sheaf_series_set_partner(series, partners[k]);
            for (int year = 2016; year < 2024; year++)
                sheaf_series_add(series, sheaf_period_year(year), 100 + (double)k, 0, SHEAF_NORMAL);
            sheaf_chart_take(chart, series);
        }
        sheaf_chart_set_language(chart, cases[i].language);
        struct scene *scene = chart_scene(chart, cases[i].width, 400, true, NULL);
        print_message("  %s, %g wide\n", cases[i].language, cases[i].width);
        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        assert_non_null(strstr(dump.bytes, cases[i].there));
        assert_null(strstr(dump.bytes, cases[i].not_there));
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_names) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
