/* lines_end_where_periods_are_absent.c - a line does not go over years that the data do not have; of
 * years that follow no step each figure has a dot. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "scene/scene.h"

static const struct {
    const char *name;
    int years[16];
    size_t pieces; /* of the line, dots included */
    const char *spoken;
} cases[] = {
    { "all years", { 2014, 2015, 2016, 2017, 2018, 2019 }, 1, "2019: 6" },
    { "two are missing", { 2014, 2015, 2018, 2019 }, 2, "2016: n/a" },
    { "many are", { 2001, 2002, 2003, 2004, 2020, 2021 }, 2, "2005–2019: n/a" },
    { "every fifth year", { 1990, 1995, 2000, 2005, 2010 }, 1, "2010: 5" },
    { "no step", { 2000, 2005, 2006, 2023 }, 1, "2023: 4" },
};

static sheaf_chart *chart_of(const int *years)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

    for (int i = 0; i < 16 && years[i] != 0; i++)
        sheaf_series_add(series, sheaf_period_year(years[i]), i + 1, 0, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return chart;
}

/* Strokes in the colour of exports, each of which begins once. */
static size_t count_pieces(const char *dump)
{
    size_t pieces = 0;

    for (const char *line = dump; (line = strstr(line, "path M")) != NULL; line++) {
        size_t n = strcspn(line, "\n");
        const char *stroke = strstr(line, "stroke #1F5FA8");
        if (stroke == NULL || stroke > line + n)
            continue;
        for (const char *at = line; at < stroke; at++)
            pieces += *at == 'M';
    }
    return pieces;
}

static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].years);
        struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
        struct buffer dump;

        print_message("  %s\n", cases[i].name);
        sheaf_error error;
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        assert_int_equal(count_pieces(dump.bytes), cases[i].pieces);
        if (strstr(dump.bytes, cases[i].spoken) == NULL)
            fail_msg("%s is not said in\n%s", cases[i].spoken, dump.bytes);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_lines) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
