/* languages_are_complete.c - every language says all that Sheaf says, in its own words. */
#include "support/check.h"

#include <string.h>

#include "base/strings.h"
#include "text/drafts.h"
#include "text/languages/language.h"
#include "text/setting.h"

/* The texts of a language in one row, to walk them. */
enum {
    FIRST_PHRASE = 2 * WORD_COUNT,
    FIRST_FLOW = FIRST_PHRASE + PHRASE_COUNT,
    FIRST_UNIT = FIRST_FLOW + 2 * FLOWS_WITH_FORMS,
    FIRST_SCALE = FIRST_UNIT + OWN_UNITS,
    FIRST_SIGN = FIRST_SCALE + 3 + 2 * SCALES,
    TEXTS = FIRST_SIGN + 4
};

static void list_texts(const struct language *language, const char *texts[TEXTS])
{
    const struct scale_words *scales = &language->scales;
    const struct punctuation *signs = &language->punctuation;
    size_t n = 0;

    for (size_t i = 0; i < WORD_COUNT; i++) {
        texts[n++] = language->words[i].alone;
        texts[n++] = language->words[i].inside;
    }
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        texts[n++] = language->phrases[i];
    for (size_t i = 0; i < FLOWS_WITH_FORMS; i++) {
        texts[n++] = language->flows[i].of;
        texts[n++] = language->flows[i].in;
    }
    for (size_t i = 0; i < OWN_UNITS; i++)
        texts[n++] = language->units[i];
    for (size_t i = 0; i < LENGTH(scales->tens); i++)
        texts[n++] = scales->tens[i];
    for (size_t i = 0; i < SCALES; i++) {
        texts[n++] = scales->beside[i];
        texts[n++] = scales->heading[i];
    }
    texts[n++] = signs->comma;
    texts[n++] = signs->semicolon;
    texts[n++] = signs->colon;
    texts[n++] = signs->full_stop;
    assert_int_equal(n, TEXTS);
}

static void no_text_is_empty(void **state)
{
    size_t n = 0;

    (void)state;
    for (const struct language *language; (language = language_at(n)) != NULL; n++) {
        const char *texts[TEXTS];
        list_texts(language, texts);
        for (size_t i = 0; i < TEXTS; i++) {
            print_message("  %s %zu\n", language->tag, i);
            assert_non_null(texts[i]);
            assert_true(utf8_valid(texts[i], strlen(texts[i]), NULL));
            assert_true(texts[i][0] != '\0');
        }
    }
    assert_int_equal(n, 8);
}

/* What is the same in English and in another language is so on purpose. */
static bool may_equal_english(const struct language *language, size_t i)
{
    static const struct {
        const char *tag, *text;
    } equal[] = { { "fr", "Source" },
                  { "fr", "source" },
                  { "fr", "Sources" },
                  { "fr", "sources" },
                  { "fr", "total" },
                  { "fr", "Date" },
                  { "fr", "date" },
                  { "de", "Name" },
                  { "fr", "Notes" },
                  { "fr", "notes" },
                  { "fr", "t" },
                  { "fr", "kg" },
                  { "fr", "USD" },
                  { "fr", "CNY" },
                  { "de", "t" },
                  { "de", "kg" },
                  { "de", "Median" },
                  { "fr", "Date" },
                  { "fr", "date" },
                  { "fr", "Notes" },
                  { "fr", "notes" },
                  { "de", "Name" },
                  /* Only the order of figures and signs, which several languages share. */
                  { "fr", "Date" },
                  { "fr", "date" },
                  { "de", "Name" },
                  { "fr", "{type}, {unit}" },
                  { "de", "{type}, {unit}" },
                  { "ru", "{type}, {unit}" },
                  { "kk", "{type}, {unit}" } };
    static const char *const all_equal = "{name}. {title}";

    const char *texts[TEXTS];

    list_texts(language, texts);
    for (size_t k = 0; k < LENGTH(equal); k++)
        if (strcmp(equal[k].tag, language->tag) == 0 && strcmp(equal[k].text, texts[i]) == 0)
            return true;
    if (strcmp(all_equal, texts[i]) == 0)
        return true;
    bool is_order_of_signs =
        i >= FIRST_PHRASE + PHRASE_SERIES && i <= FIRST_PHRASE + PHRASE_DATUM_WITH_STATUS;
    bool is_ten = i >= FIRST_SCALE && i < FIRST_SCALE + 3;
    return is_order_of_signs || is_ten || i >= FIRST_SIGN;
}

static void no_word_is_left_in_english(void **state)
{
    const char *english[TEXTS], *texts[TEXTS];

    (void)state;
    list_texts(&language_en, english);
    for (size_t n = 0; language_at(n) != NULL; n++) {
        const struct language *language = language_at(n);
        list_texts(language, texts);
        for (size_t i = 0; i < TEXTS && language != &language_en; i++) {
            if (strcmp(texts[i], english[i]) != 0 || may_equal_english(language, i))
                continue;
            fail_msg("%s: '%s' is English", language->tag, texts[i]);
        }
    }
}

static size_t count(const char *text, const char *part)
{
    size_t n = 0;

    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
        n++;
    return n;
}

/* Each blank of the English phrase stands in it once, and nothing else in braces. */
static void assert_same_blanks(const char *phrase, const char *english)
{
    assert_int_equal(count(phrase, "{"), count(english, "{"));
    assert_int_equal(count(phrase, "}"), count(english, "}"));
    for (const char *at = strchr(english, '{'); at != NULL; at = strchr(at + 1, '{')) {
        char blank[32] = "";
        size_t n = strcspn(at, "}") + 1;
        assert_true(n < sizeof blank);
        memcpy(blank, at, n);
        assert_int_equal(count(phrase, blank), 1);
    }
}

static void phrases_have_the_same_blanks(void **state)
{
    (void)state;
    for (size_t n = 0; language_at(n) != NULL; n++)
        for (size_t i = 0; i < PHRASE_COUNT; i++) {
            print_message("  %s: %s\n", language_at(n)->tag, language_at(n)->phrases[i]);
            assert_same_blanks(language_at(n)->phrases[i], language_en.phrases[i]);
        }
}

static void locales_find_their_language(void **state)
{
    static const struct {
        const char *locale;
        const struct language *language;
    } locales[] = { { "en", &language_en },      { "en-GB", &language_en },
                    { "zh-Hans", &language_zh }, { "ZH_CN", &language_zh },
                    { "kk-Cyrl", &language_kk }, { "ug", &language_ug },
                    { "es", &language_en },      { "", &language_en },
                    { "rus", &language_en },     { "r", &language_en } };

    (void)state;
    for (size_t i = 0; i < LENGTH(locales); i++)
        assert_ptr_equal(language_of(locales[i].locale), locales[i].language);
}

static void punctuation_follows_the_locale(void **state)
{
    static const struct {
        const char *locale, *comma, *semicolon, *colon, *full_stop;
    } signs[] = { { "en", ", ", "; ", ": ", ". " }, { "fr-CA", ", ", "\u202F; ", "\u00A0: ", ". " },
                  { "zh", "，", "；", "：", "。" }, { "ja", "、", "；", "：", "。" },
                  { "fa", "، ", "؛ ", ": ", ". " }, { "es", ", ", "; ", ": ", ". " } };

    (void)state;
    for (size_t i = 0; i < LENGTH(signs); i++) {
        const struct punctuation *found = punctuation_of(signs[i].locale);
        assert_string_equal(found->comma, signs[i].comma);
        assert_string_equal(found->semicolon, signs[i].semicolon);
        assert_string_equal(found->colon, signs[i].colon);
        assert_string_equal(found->full_stop, signs[i].full_stop);
    }
    assert_true(words_count_by_myriads("zh-Hant"));
    assert_true(words_count_by_myriads("ja"));
    assert_false(words_count_by_myriads("en"));
}

static void words_know_where_they_stand(void **state)
{
    static const struct {
        const char *locale;
        enum word word;
        const char *alone, *inside;
    } words[] = { { "en", WORD_PROVISIONAL, "Provisional", "provisional" },
                  { "de", WORD_PROVISIONAL, "Vorläufig", "vorläufig" },
                  { "de", WORD_TARGET, "Ziel", "Ziel" },
                  { "de", WORD_LOW_RELIABILITY, "Geringe Zuverlässigkeit",
                    "geringe Zuverlässigkeit" },
                  { "fr", WORD_ESTIMATED, "Estimation", "estimation" },
                  { "es", WORD_ESTIMATED, "Estimated", "estimated" },
                  { "en", WORD_COUNT, "", "" } };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(words); i++) {
        setting_open(&setting, words[i].locale, NULL);
        assert_string_equal(format_word(setting.text, words[i].word), words[i].alone);
        assert_string_equal(format_word_inside(setting.text, words[i].word), words[i].inside);
        setting_close(&setting);
    }
}

static void phrases_are_filled(void **state)
{
    static const struct blank pages[] = { { "page", "2" }, { "pages", "{page}" } };
    static const struct blank lost[] = { { "page", "2" }, { "pages", NULL } };
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    /* What is filled in is never read as a blank. */
    assert_string_equal(format_phrase(setting.text, &setting.arena, PHRASE_PAGE, pages, 2),
                        "Page 2 of {page}");
    assert_null(format_phrase(setting.text, &setting.arena, PHRASE_PAGE, lost, 2));
    setting_close(&setting);
    setting_open(&setting, "zh", NULL);
    assert_string_equal(format_phrase(setting.text, &setting.arena, PHRASE_PAGE, pages, 2),
                        "第2页，共{page}页");
    setting_close(&setting);
}

/* The blanks of a text, as a set of bits. */
static unsigned blanks_of(const char *text)
{
    unsigned blanks = 0;

    for (const char *c = text; *c != '\0'; c++)
        if (*c == '%' && c[1] >= '1' && c[1] <= '4')
            blanks |= 1u << (c[1] - '0');
    return blanks;
}

/* A title begins with its measure or has it inside: either says it. */
static unsigned same_blanks(enum draft_text text, unsigned blanks)
{
    const unsigned start = 1u << 2, inside = 1u << 4;

    if (text != DRAFT_FLOW_ROSE && text != DRAFT_FLOW)
        return blanks;
    return (blanks & inside) != 0 ? (blanks & ~inside) | start : blanks;
}

static void first_specs_are_said_in_every_language(void **state)
{
    (void)state;
    for (size_t i = 0; language_at(i) != NULL; i++)
        for (enum draft_text text = 0; text < DRAFT_TEXTS; text++) {
            const char *said = draft_text(language_at(i)->tag, text);
            const char *english = draft_text("en-GB", text);

            print_message("  %s %d\n", language_at(i)->tag, (int)text);
            assert_non_null(said);
            assert_non_null(english);
            assert_true(said[0] != '\0' && utf8_valid(said, strlen(said), NULL));
            assert_int_equal(same_blanks(text, blanks_of(said)),
                             same_blanks(text, blanks_of(english)));
        }
    assert_null(draft_text("it", DRAFT_TRADE));
    assert_null(draft_text("english", DRAFT_TRADE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_is_empty),
        cmocka_unit_test(no_word_is_left_in_english),
        cmocka_unit_test(phrases_have_the_same_blanks),
        cmocka_unit_test(locales_find_their_language),
        cmocka_unit_test(punctuation_follows_the_locale),
        cmocka_unit_test(words_know_where_they_stand),
        cmocka_unit_test(phrases_are_filled),
        cmocka_unit_test(first_specs_are_said_in_every_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
