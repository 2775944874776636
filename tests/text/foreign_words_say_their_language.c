/* foreign_words_say_their_language.c - words in another language than the locale's are runs of their own that
 * say it, and only where they stand as whole words. */
#include "support/check.h"

#include "setting.h"

static const struct text_foreign four = { "Harvest of", "it", NULL };
static const struct text_foreign three = { "Harvest of pears", "en", &four };
static const struct text_foreign two = { "harvest", "fr", &three };
static const struct text_foreign one = { "Énergie", "fr", &two };

static const struct {
    const char *text, *runs; /* "fr:Énergie" where a run says its language */
} cases[] = {
    { "Ernte", "Ernte" },
    { "Énergie", "fr:Énergie" },
    { "Énergie 2023", "fr:Énergie| 2023" },
    { "Menge (Énergie), t", "Menge (|fr:Énergie|), t" },
    { "Énergies", "Énergies" },
    { "éÉnergie", "éÉnergie" },
    { "Bio-Énergie", "Bio-|fr:Énergie" },
    { "Énergie2", "Énergie2" },
    { "Harvest", "fr:Harvest" }, /* at the beginning of a sentence */
    { "HARVEST", "HARVEST" },
    { "harvest of pears", "en:harvest of pears" }, /* the longest */
    { "harvest of pear", "it:harvest of| pear" },
    { "harvest Énergie", "fr:harvest| |fr:Énergie" },
    { "Harvest of…", "en:Harvest of|…" }, /* cut */
    { "Har…", "Har…" },
    { "", "" },
};

static const char *runs_of(struct setting *setting, const struct text_line *line)
{
    const char *out = "";

    for (size_t i = 0; i < line->n_runs; i++) {
        const struct glyph_run *run = &line->runs[i];
        out = arena_format(&setting->arena, "%s%s%s%s%.*s", out, i > 0 ? "|" : "",
                           run->language != NULL ? run->language : "",
                           run->language != NULL ? ":" : "", (int)run->length, run->text);
    }
    return out;
}

static void test_words(void **state)
{
    static const struct text_style style = { .size = 10 };
    struct setting setting;

    (void)state;
    setting_open(&setting, "de", NULL);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        assert_null(text_set_foreign(setting.text, &one));
        const char *runs =
            runs_of(&setting, text_set(setting.text, &setting.arena, cases[i].text, &style));
        assert_string_equal(runs, cases[i].runs);
        assert_ptr_equal(text_set_foreign(setting.text, NULL), &one);
        runs = runs_of(&setting, text_set(setting.text, &setting.arena, cases[i].text, &style));
        assert_string_equal(runs, cases[i].text);
    }
    assert_no_failure(&setting);
    setting_close(&setting);
}

/* Words that a line has no room for keep their language in what is left of them, and in the next line. */
static void test_lines(void **state)
{
    static const struct text_style style = { .size = 10 },
                                   english = { .size = 10, .language = "en" };
    const struct text_span spans[] = { { "Menge: ", &style, NULL },
                                       { "Harvest of pears", &style, NULL } };
    const struct text_span own = { "Row", &english, NULL };
    struct setting setting;

    (void)state;
    setting_open(&setting, "de", NULL);
    text_set_foreign(setting.text, &one);
    const struct text_line *cut =
        text_fit(setting.text, &setting.arena, "Harvest of pears", &style, 50);
    assert_true(cut->cut);
    assert_string_equal(cut->runs[0].language, "en");
    const struct text_block *block = text_wrap(setting.text, &setting.arena, spans, 2, 80, 0);
    assert_true(block->n_lines > 1);
    assert_null(block->lines[0]->runs[0].language);
    for (size_t i = 1; i < block->n_lines; i++)
        assert_string_equal(block->lines[i]->runs[0].language, "en");
    block = text_wrap(setting.text, &setting.arena, &own, 1, 80, 0);
    assert_string_equal(block->lines[0]->runs[0].language, "en"); /* its style's */
    assert_no_failure(&setting);
    setting_close(&setting);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_words),
                                        cmocka_unit_test(test_lines) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
