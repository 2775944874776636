/* parts_of_years_are_said_once.c - where all periods are January to April, of two years or of more, the
 * subtitle says so, and years alone stand beside the marks: in every type and every language. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "scene/scene.h"
#include "text/format.h"

static const char *const languages[] = { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" };

static const struct {
    sheaf_chart_type type;
    int series, years;
    bool lies;
} charts[] = {
    { SHEAF_BARS, 2, 2, false },       { SHEAF_BARS, 1, 3, false },
    { SHEAF_BARS, 2, 6, false },       { SHEAF_LINES, 2, 3, false },
    { SHEAF_AREA, 1, 3, false },       { SHEAF_SURPLUS, 2, 3, false },
    { SHEAF_STACKED, 3, 2, false },    { SHEAF_STACKED_100, 3, 3, false },
    { SHEAF_STACKED_100, 3, 3, true }, { SHEAF_STACKED_AREA, 3, 3, false },
    { SHEAF_SLOPE, 4, 2, false },      { SHEAF_SLOPE, 4, 3, false },
    { SHEAF_BUMP, 4, 3, false },       { SHEAF_DUMBBELL, 5, 2, false },
    { SHEAF_HEATMAP, 4, 3, false },    { SHEAF_MULTIPLES, 4, 3, false },
    { SHEAF_INDEX, 3, 3, false },      { SHEAF_WATERFALL, 4, 2, false },
    { SHEAF_BOX, 8, 3, false },
};

static sheaf_chart *chart_of(size_t which, const char *language)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, charts[which].type);

    for (int i = 0; i < charts[which].series; i++) {
        char name[] = "A";
        name[0] = (char)(name[0] + i);
        sheaf_series *series = sheaf_series_create(NULL, name, "USD", 9);
        for (int k = 0; k < charts[which].years; k++)
            sheaf_series_add(series, sheaf_period_months(2021 + k, 1, 4), 9 + (3 * i + 2 * k) % 7,
                             0, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    sheaf_chart_set_language(chart, language);
    sheaf_chart_set_lying(chart, charts[which].lies);
    return chart;
}

/* The texts of a dump, a line each; runs of several faces that touch are one text. */
static void read_texts(const char *dump, struct buffer *texts)
{
    double end = NAN, line = NAN;

    for (const char *at = dump; (at = strstr(at, "text \"")) != NULL; at++) {
        const char *begin = at + strlen("text \""), *close = strstr(begin, "\" at ");
        double x, y, advance;

        if (close == NULL || sscanf(close, "\" at %lf,%lf advance %lf", &x, &y, &advance) != 3)
            continue;
        if (!(fabs(x - end) < 0.01 && y == line))
            buffer_byte(texts, '\n');
        buffer_put(texts, begin, (size_t)(close - begin));
        end = x + advance;
        line = y;
    }
    buffer_byte(texts, '\0');
}

/* Of a language from right to left the runs stand in another order: its last month is told once, in the
 * subtitle; and of an index in its name and at its base. */
static size_t times_told(const char *texts, const char *common)
{
    const char *dash = strstr(common, "\xE2\x80\x93"), *at = texts;
    size_t n = 0;

    for (; dash != NULL && (at = strstr(at, dash + 3)) != NULL; at++)
        n++;
    return n;
}

/* A line of its own. An index has it as the name of its base: "Jan–Apr 2021 = 100". */
static bool is_label(const char *texts, const char *words)
{
    const size_t n = strlen(words);

    for (const char *at = texts; (at = strstr(at, words)) != NULL; at++)
        if (at > texts && at[-1] == '\n' && (at[n] == '\n' || at[n] == '\0'))
            return true;
    return false;
}

static void check(size_t which, const char *language, const char *dump)
{
    sheaf_error error = { 0 };
    struct arena arena;
    struct buffer texts;
    struct text *text = text_begin(NULL, language, NULL, &error);

    arena_init(&arena, NULL, &error);
    buffer_init(&texts, NULL, &error);
    read_texts(dump, &texts);
    for (int k = 0; k < charts[which].years; k++) {
        const sheaf_period part = sheaf_period_months(2021 + k, 1, 4);
        const char *common = format_period_of_years(text, &arena, period_interval(part));
        const char *own = period_words(text, &arena, part, PERIOD_SHORT);
        const char *in_year = format_period_in_year(text, &arena, period_interval(part));
        const bool leftwards = strcmp(language, "ar") == 0 || strcmp(language, "ug") == 0;

        if (leftwards
                ? times_told(texts.bytes, common) != (charts[which].type == SHEAF_INDEX ? 3 : 1)
                : strstr(texts.bytes, common) == NULL || is_label(texts.bytes, own) ||
                      (strcmp(common, in_year) != 0 && is_label(texts.bytes, in_year)))
            fail_msg("%s of %d years in %s: '%s' in the subtitle, and no '%s'\n%s",
                     sheaf_chart_type_name(charts[which].type), charts[which].years, language,
                     common, own, texts.bytes);
    }
    buffer_free(&texts);
    arena_free(&arena);
    text_end(text);
}

static void test_parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        for (size_t k = 0; k < LENGTH(languages); k++) {
            sheaf_chart *chart = chart_of(i, languages[k]);
            struct scene *scene = chart_scene(chart, 900, 560, true, NULL);
            sheaf_error error = { 0 };
            struct buffer dump;

            assert_string_equal(sheaf_chart_message(chart), "");
            buffer_init(&dump, NULL, &error);
            scene_dump(scene, &dump);
            check(i, languages[k], dump.bytes);
            buffer_free(&dump);
            scene_destroy(scene);
            sheaf_chart_destroy(chart);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_parts) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
