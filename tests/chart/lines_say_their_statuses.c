/* lines_say_their_statuses.c - gaps with a reason, breaks in series and early ends of lines are seen,
 * explained, and heard. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "support/overlap.h"

enum { FIRST_YEAR = 2014 };

/* What happens to one figure of exports. */
enum event { NOTHING, CONFIDENTIAL, BREAKS, MISSES, NOT_COLLECTED };

static sheaf_observation observation_of(int year, double value, enum event event)
{
    sheaf_observation at = { .period = sheaf_period_year(year),
                             .value = value,
                             .low = value,
                             .high = value,
                             .decimals = 1,
                             .status = event == BREAKS          ? SHEAF_BREAK
                                       : event == MISSES        ? SHEAF_MISSING
                                       : event == NOT_COLLECTED ? SHEAF_NOT_COLLECTED
                                                                : SHEAF_NORMAL };

    if (event == CONFIDENTIAL)
        at.confidentiality = 'C';
    if (event == MISSES || event == NOT_COLLECTED)
        at.value = at.low = at.high = NAN;
    return at;
}

/* Exports of n years, with an event in one of them, and imports of fewer. */
static sheaf_chart *chart_of(int n, enum event event, int when, int n_imports)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    for (int i = 0; i < 2; i++) {
        sheaf_series *series = sheaf_series_create(NULL, i == 0 ? "exports" : "imports", "USD", 9);
        for (int k = 0; k < (i == 0 ? n : n_imports); k++) {
            sheaf_observation at =
                observation_of(FIRST_YEAR + k, 10.1 + k - 4 * i,
                               i == 0 && FIRST_YEAR + k == when ? event : NOTHING);
            sheaf_series_add_observation(series, &at);
        }
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

static size_t count(const char *text, const char *words)
{
    size_t n = 0;

    for (; (text = strstr(text, words)) != NULL; text++)
        n++;
    return n;
}

static const struct {
    const char *what;
    int n;
    enum event event;
    int when, n_imports;
    const char *shown; /* NULL: nothing beside the plain chart */
    size_t times;
    const char *heard;
} cases[] = {
    { "plain", 8, NOTHING, 0, 8, NULL, 0, NULL },
    { "a confidential gap", 8, CONFIDENTIAL, 2017, 8, "text \"[c]\"", 1, "2017: confidential" },
    { "its key", 8, CONFIDENTIAL, 2017, 8, "text \"[c] Confidential\"", 1, NULL },
    { "of a long line", 20, CONFIDENTIAL, 2017, 20, "text \"[c]\"", 1, "; 2017: confidential" },
    { "at its beginning", 8, CONFIDENTIAL, 2014, 8, "text \"[c]\"", 1, "2014: confidential" },
    { "at its end", 8, CONFIDENTIAL, 2021, 8, "text \"[c]\"", 1, "2021: confidential" },
    { "not collected", 8, NOT_COLLECTED, 2017, 8, "text \"[l]\"", 1, "2017: not collected" },
    { "a gap that says by itself that it is one", 8, MISSES, 2017, 8, "text \"[o]\"", 0,
      "2017: missing" },
    { "a break", 8, BREAKS, 2017, 8, "text \"Break in series\"", 1, "13.1 (break in series)" },
    { "a break of a long line", 20, BREAKS, 2017, 20, "text \"Break in series\"", 1,
      "; 2017: 13.1 (break in series)" },
    { "a break in the last year", 8, BREAKS, 2021, 8, "[b]", 0, "2021: 17.1 (break in series)" },
    { "an early end", 8, NOTHING, 0, 6, "text \"2019: 11.1\"", 1, "2019: 11.1" },
    { "no early end", 8, NOTHING, 0, 8, "text \"2021:", 0, NULL },
};

static void statuses_are_seen_and_heard(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart =
            chart_of(cases[i].n, cases[i].event, cases[i].when, cases[i].n_imports);
        struct scene *scene = chart_scene(chart, 800, 500, true, NULL);
        sheaf_error error = { 0 };
        struct buffer dump;

        print_message("  %s\n", cases[i].what);
        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        if (cases[i].shown != NULL)
            assert_int_equal(count(dump.bytes, cases[i].shown), cases[i].times);
        else
            assert_int_equal(count(dump.bytes, "legend"), 0);
        if (cases[i].heard != NULL)
            assert_non_null(strstr(scene_alternative(scene), cases[i].heard));
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

/* Two signs of two lines at one place do not cover each other. */
static void signs_keep_apart(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    (void)state;
    for (int i = 0; i < 3; i++) {
        sheaf_series *series =
            sheaf_series_create(NULL, (const char *[]){ "A", "B", "C" }[i], "USD", 9);
        for (int k = 0; k < 7; k++) {
            sheaf_observation at =
                observation_of(FIRST_YEAR + k, 10 + 0.01 * i, k == 3 ? CONFIDENTIAL : NOTHING);
            sheaf_series_add_observation(series, &at);
        }
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    struct scene *scene = chart_scene(chart, 800, 500, true, NULL);
    struct overlap overlap = overlap_find(scene, 0.05, false);
    assert_string_equal(overlap.message, "");
    sheaf_error error = { 0 };
    struct buffer dump;
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    assert_int_equal(count(dump.bytes, "text \"[c]\""), 3);
    buffer_free(&dump);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statuses_are_seen_and_heard),
        cmocka_unit_test(signs_keep_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
