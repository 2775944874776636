/* right_to_left_is_ordered.c - runs lie in visual order, and their texts stay logical. */
#include "support/check.h"

#include <math.h>

#include "text/setting.h"

static const struct text_style style = { .size = 10 };

static const struct {
    const char *locale, *logical, *visual;
    bool leftmost_is_right_to_left;
} cases[] = {
    { "en", "abc", "abc", false },
    { "ar", "abc 12", "abc 12", false },
    { "en", "to شىنجاڭ today", "to |شىنجاڭ| today", false },
    { "en", "شىنجاڭ", "شىنجاڭ", true },
    { "ug", "شىنجاڭ ABC", "ABC|شىنجاڭ ", false },
    { "ug", "ABC شىنجاڭ", " شىنجاڭ|ABC", true },
    { "ug", "turnover of شىنجاڭ", "turnover of |شىنجاڭ", false },
    { "en", "شىنجاڭ is a region", "شىنجاڭ| is a region", true },
    { "ug", "مەنبە: Customs Office", "Customs Office|: |مەنبە", false },
    { "en", "abc ئۇي", "abc |ئۇي", false },
    { "ug", "abc ئۇي", " ئۇي|abc", true },
    { "en", "شىنجاڭ 2023 بىلەن", " بىلەن|2023|شىنجاڭ ", true },
    { "ug", "شىنجاڭ (2023)", ")|2023|(|شىنجاڭ ", true },
};

static void test_runs_are_in_visual_order(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        setting_open(&setting, cases[i].locale, NULL);
        struct text_line *line = text_set(setting.text, &setting.arena, cases[i].logical, &style);
        assert_no_failure(&setting);
        print_message("  %s\n", cases[i].logical);
        assert_string_equal(visual_text(&setting, line), cases[i].visual);
        assert_int_equal(line->runs[0].right_to_left, cases[i].leftmost_is_right_to_left);
        setting_close(&setting);
    }
}

/* Runs touch: each begins where the one to its left ends. */
static void test_runs_lie_side_by_side(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        setting_open(&setting, cases[i].locale, NULL);
        struct text_line *line = text_set(setting.text, &setting.arena, cases[i].logical, &style);
        double x = 0;
        for (size_t k = 0; k < line->n_runs; k++) {
            const struct glyph_run *run = &line->runs[k];
            assert_true(fabs(run->origin.x - x) < 1e-9);
            for (size_t g = 0; g < run->n_glyphs; g++)
                x += run->glyphs[g].advance;
        }
        assert_true(fabs(x - line->width) < 1e-9);
        setting_close(&setting);
    }
}

/* A figure with its sign keeps its order in text that runs from the right. */
static void test_signs_stay_before_their_figures(void **state)
{
    static const char *const locales[] = { "ug", "ar" };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(locales); i++) {
        setting_open(&setting, locales[i], NULL);
        char *figure = format_percent(setting.text, &setting.arena, -4, 1, true);
        char *sentence = arena_format(&setting.arena, "شىنجاڭ %s بىلەن", figure);
        struct text_line *line = text_set(setting.text, &setting.arena, sentence, &style);
        assert_no_failure(&setting);
        const char *text = visual_text(&setting, line);
        const char *minus = strstr(text, "\xE2\x88\x92"), *four = strstr(text, "4.0");
        assert_non_null(minus);
        assert_non_null(four);
        assert_true(minus < four);
        assert_null(strchr(arena_text(&setting.arena, minus, (size_t)(four - minus)), '|'));
        setting_close(&setting);
    }
}

static void test_the_locale_decides_the_direction(void **state)
{
    static const struct {
        const char *locale;
        bool right_to_left;
    } locales[] = {
        { "en", false },      { "ru", false },      { "ar", true },      { "ug", true },
        { "ar-EG", true },    { "ug-Cyrl", false }, { "kk-Arab", true }, { "he", true },
        { "zh-Hans", false }, { "fa_IR", true },    { "", false },       { "arn", false },
    };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(locales); i++) {
        setting_open(&setting, locales[i].locale, NULL);
        assert_int_equal(text_is_right_to_left(setting.text), locales[i].right_to_left);
        setting_close(&setting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs_are_in_visual_order),
        cmocka_unit_test(test_runs_lie_side_by_side),
        cmocka_unit_test(test_signs_stay_before_their_figures),
        cmocka_unit_test(test_the_locale_decides_the_direction),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
