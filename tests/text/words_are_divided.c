/* words_are_divided.c - in narrow columns words are divided as the language has it, and no text is lost. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "setting.h"

#define SHY "\u00AD"

static const struct text_style body = { .size = 10, .leading = 13 };

static const char german[] =
    "Die Au\u00DFenhandelsstatistiken benachbarter Verwaltungen unterscheiden "
    "sich systematisch: Klassifikationen, Neubewertungen und "
    "Bef\u00F6rderungskosten";
static const char english[] = "International merchandise statistics differ systematically between "
                              "neighbouring administrations and classifications";
static const char french[] = "Les statistiques internationales des marchandises diff\u00E8rent "
                             "syst\u00E9matiquement entre administrations";
static const char russian[] =
    "Статистика внешнеторгового оборота соседних государств систематически различается";

/* The lines, "|" between them, without the spaces at their ends. */
static const char *lines_of(struct setting *setting, const struct text_block *block)
{
    const char *out = "";

    for (size_t i = 0; i < block->n_lines; i++) {
        const char *line = "";
        for (size_t k = 0; k < block->lines[i]->n_runs; k++)
            line =
                arena_format(&setting->arena, "%s%.*s", line, (int)block->lines[i]->runs[k].length,
                             block->lines[i]->runs[k].text);
        size_t n = strlen(line);
        while (n > 0 && line[n - 1] == ' ')
            n--;
        out = arena_format(&setting->arena, "%s%s%.*s", out, i > 0 ? "|" : "", (int)n, line);
    }
    return out;
}

static const struct {
    const char *name, *language, *text;
    double width;
    const char *lines;
} cases[] = {
    { "German", "de", "Au\u00DFenhandelsstatistiken der Verwaltungen", 90,
      "Au\u00DFenhandelssta" SHY "|tistiken der|Verwaltungen" },
    { "English", "en", "the administration of statistics here", 62,
      "the adminis" SHY "|tration of|statistics|here" },
    { "French", "fr", "des marchandises internationales ici", 62,
      "des mar" SHY "|chandises|internatio" SHY "|nales ici" },
    { "Russian", "ru", "это внешнеторговый оборот", 70, "это внешне" SHY "|торговый|оборот" },
    { "the last word is whole", "de", "die Verwaltungen", 75, NULL },
    { "abbreviations are whole", "en", "the UNCTADSTATS site", 60, NULL },
    { "addresses are whole", "de", "zu www.verwaltungen/statistiken hin", 90, NULL },
    { "an author's soft hyphens", "de", "die Verwal" SHY "tungen dort", 62,
      "die Verwal" SHY "|tungen dort" },
    { "of a language without patterns", "kk", "бұл стати" SHY "стика жоқ", 62,
      "бұл стати" SHY "|стика жоқ" },
    { "no patterns", "kk", "бұл статистика жоқ", 62, "бұл|статистика|жоқ" },
    { "a wide column", "de", "die Verwaltungen dort", 280, "die Verwaltungen dort" },
};

static void test_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct setting setting;
        const struct text_span span = { cases[i].text, &body, NULL };

        print_message("  %s\n", cases[i].name);
        setting_open(&setting, cases[i].language, NULL);
        const struct text_block *block = text_wrap_prose(setting.text, &setting.arena, &span, 1,
                                                         cases[i].width, cases[i].language);
        assert_no_failure(&setting);
        if (cases[i].lines != NULL)
            assert_string_equal(lines_of(&setting, block), cases[i].lines);
        else
            assert_null(strstr(lines_of(&setting, block), SHY));
        setting_close(&setting);
    }
}

static bool ends_with_hyphen(const struct text_line *line)
{
    const struct glyph_run *last = line->n_runs > 0 ? &line->runs[line->n_runs - 1] : NULL;

    return last != NULL && last->length == 2 && memcmp(last->text, SHY, 2) == 0;
}

/* Without the hyphens, the lines are the text; none is too wide; hyphens are at most two in a row. */
static void check_block(struct setting *setting, const char *text, double width, size_t *hyphens)
{
    const struct text_span span = { text, &body, NULL };
    const struct text_block *block = text_wrap_prose(setting->text, &setting->arena, &span, 1,
                                                     width, text_locale(setting->text));
    struct buffer all;
    int in_row = 0;

    assert_no_failure(setting);
    buffer_init(&all, NULL, NULL);
    for (size_t i = 0; i < block->n_lines; i++) {
        const struct text_line *line = block->lines[i];
        const bool has_hyphen = ends_with_hyphen(line);

        in_row = has_hyphen ? in_row + 1 : 0;
        *hyphens += has_hyphen;
        assert_true(in_row <= 2 || width < 80); /* where no whole word has room */
        assert_true(line->width <= width + 0.02 || width < 80);
        for (size_t k = 0; k < line->n_runs - has_hyphen; k++)
            buffer_put(&all, line->runs[k].text, line->runs[k].length);
    }
    buffer_byte(&all, '\0');
    assert_string_equal(all.bytes, text);
    assert_false(ends_with_hyphen(block->lines[block->n_lines - 1]));
    buffer_free(&all);
}

static void test_no_text_is_lost(void **state)
{
    static const char *const texts[][2] = { { "de", german },
                                            { "en", english },
                                            { "en-US", english },
                                            { "fr", french },
                                            { "ru", russian } };

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        struct setting setting;
        size_t hyphens = 0;

        print_message("  %s\n", texts[i][0]);
        setting_open(&setting, texts[i][0], NULL);
        for (double width = 30; width < 275; width += 3.7)
            check_block(&setting, texts[i][1], width, &hyphens);
        assert_true(hyphens > 10);
        hyphens = 0;
        check_block(&setting, texts[i][1], 280, &hyphens);
        assert_int_equal(hyphens, 0);
        setting_close(&setting);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_no_text_is_lost),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
