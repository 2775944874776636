/* keys_without_room_are_told.c - a small picture whose key cannot explain all marks of its plot says so
 * in a warning, and what they mean in its alternative text; one that has room does neither. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "sheaf/sheaf.h"

static const char warning_begins[] = "the key has no room to explain the marks of: ";

static const struct {
    const char *name, *language;
    sheaf_chart_type type;
    int n_years; /* of many, ends and extremes alone are said */
    const char *words[2];
} cases[] = {
    { "bars", "en", SHEAF_BARS, 6, { "provisional", "break in series" } },
    { "long lines", "en", SHEAF_LINES, 20, { "provisional", "break in series" } },
    { "stacked", "en", SHEAF_STACKED, 6, { "provisional" } },
    { "index", "en", SHEAF_INDEX, 6, { "provisional" } },
    { "long lines", "de", SHEAF_LINES, 20, { "vorläufig", "Zeitreihenbruch" } },
    { "bars", "ru", SHEAF_BARS, 6, { "предварительные данные" } },
};

static sheaf_chart *make(size_t index)
{
    static const char *const names[] = { "exports", "imports" };
    sheaf_chart *chart = sheaf_chart_create(NULL, cases[index].type);
    int n = cases[index].n_years;

    for (int s = 0; s < 2; s++) {
        sheaf_series *series = sheaf_series_create(NULL, names[s], "USD", 9);
        for (int i = 0; i < n; i++)
            sheaf_series_add(series, sheaf_period_year(2024 - n + i), 20 + 3 * s + i, 1,
                             i == n - 2   ? SHEAF_PROVISIONAL
                             : i == n - 4 ? SHEAF_BREAK
                                          : SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    sheaf_chart_set_language(chart, cases[index].language);
    sheaf_chart_set_title(chart, "Trade grew in all of these years");
    sheaf_chart_set_source(chart, "Customs");
    return chart;
}

static bool has_key(const sheaf_picture *picture, const char *word)
{
    struct buffer text;

    buffer_init(&text, NULL, NULL);
    scene_dump(picture_scene(picture), &text);
    char *key = strstr(text.bytes, "legend\n"), *plot = strstr(text.bytes, "plot\n");
    assert_non_null(plot);
    *plot = '\0';
    /* Without its first letter, which is a capital there. */
    bool has = key != NULL && key < plot && strstr(key, word + 2) != NULL;
    buffer_free(&text);
    return has;
}

/* Returns how many words are warned of. */
static size_t check(size_t index, int width, int height)
{
    size_t n_warned = 0;
    sheaf_chart *chart = make(index);
    sheaf_picture *picture = sheaf_chart_layout(chart, width, height);
    const char *warned = "";
    sheaf_warning warning = SHEAF_WARNING_INIT;

    print_message("  %s, %s, %dx%d\n", cases[index].name, cases[index].language, width, height);
    assert_non_null(picture);
    for (size_t i = 0; sheaf_chart_warning(chart, i, &warning); i++)
        if (strncmp(warning.message, warning_begins, strlen(warning_begins)) == 0)
            warned = warning.message;
    for (size_t i = 0; i < LENGTH(cases[index].words) && cases[index].words[i] != NULL; i++) {
        const char *word = cases[index].words[i];
        bool in_key = has_key(picture, word), in_warning = strstr(warned, word) != NULL;
        /* A break is a sign beside a figure, which the plot may have no room for. */
        assert_false(in_key && in_warning);
        assert_true(in_key || in_warning || i == 1);
        n_warned += in_warning;
        assert_non_null(strstr(sheaf_picture_description(picture), word));
    }
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
    return n_warned;
}

static void all_marks_are_explained(void **state)
{
    static const int sizes[][2] = { { 200, 120 }, { 240, 150 }, { 480, 300 }, { 1200, 750 } };

    size_t n_warned[LENGTH(sizes)] = { 0 };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        for (size_t k = 0; k < LENGTH(sizes); k++)
            n_warned[k] += check(i, sizes[k][0], sizes[k][1]);
    assert_true(n_warned[0] > 0);
    assert_int_equal(n_warned[2] + n_warned[3], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(all_marks_are_explained) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
