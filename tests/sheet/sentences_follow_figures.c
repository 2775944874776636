/* sentences_follow_figures.c - a field's sentence is right whatever its figure is, in every language. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "pages.h"
#include "sheaf/sheaf.h"
#include "sheet/model.h"
#include "sheet/words/markup.h"
#include "text/text.h"

/* The same text for several figures: "x" has them one after the other, in the years from 2001 on, with
 * their decimals. */
static const struct {
    const char *name, *language, *unit, *text;
    struct {
        double value;
        int decimals;
        const char *sentence;
    } of[6];
} cases[] = {
    /* Sign: that of the figure as shown. */
    { "en sign",
      "en",
      "%",
      "Turnover {x[2001] ? rose by {} | fell by {} | did not change} in 2023.",
      { { 12.24, 2, "Turnover rose by 12.2% in 2023." },
        { -3, 1, "Turnover fell by 3.0% in 2023." },
        { 0, 1, "Turnover did not change in 2023." },
        { 0.04, 2, "Turnover rose by 0.04% in 2023." } } },
    { "en sign of what is shown",
      "en",
      "%",
      "It {x[2001], decimals=1 ? rose by {} | fell by {} | held}",
      { { 0.04, 2, "It held" },
        { -0.04, 2, "It held" },
        { 0.06, 2, "It rose by 0.1%" },
        { -0.06, 2, "It fell by 0.1%" } } },
    { "en two branches",
      "en",
      "%",
      "It {x[2001], decimals=1 ? rose by {} | fell by {}}",
      { { 0.04, 2, "It rose by <0.1%" }, { -0.04, 2, "It fell by <0.1%" } } },
    { "ru sign",
      "ru",
      "%",
      "Товарооборот {x[2001] ? вырос на {} | снизился на {} | не изменился}.",
      { { 12.2, 1, "Товарооборот вырос на 12,2 %." },
        { -12.2, 1, "Товарооборот снизился на 12,2 %." },
        { 0, 0, "Товарооборот не изменился." } } },
    { "kk sign",
      "kk",
      "%",
      "Тауар айналымы {x[2001] ? {}-ға өсті | {}-ға төмендеді | өзгерген жоқ}.",
      { { 12.2, 1, "Тауар айналымы 12,2%-ға өсті." },
        { -12.2, 1, "Тауар айналымы 12,2%-ға төмендеді." },
        { 0, 0, "Тауар айналымы өзгерген жоқ." } } },
    { "zh sign",
      "zh",
      "%",
      "贸易总额{x[2001] ? 增长{} | 下降{} | 持平}。",
      { { 12.2, 1, "贸易总额增长12.2%。" },
        { -12.2, 1, "贸易总额下降12.2%。" },
        { 0, 0, "贸易总额持平。" } } },
    { "ar sign and threshold",
      "ar",
      "%",
      "الصادرات {x[2001], little=0.5 ? up=زادت بنسبة {} | down=تراجعت بنسبة {} | little=لم تتغير "
      "كثيرا}.",
      { { 12.2, 1, "الصادرات زادت بنسبة 12.2%." },
        { -12.2, 1, "الصادرات تراجعت بنسبة 12.2%." },
        { 0.5, 1, "الصادرات لم تتغير كثيرا." },
        { -0.4, 1, "الصادرات لم تتغير كثيرا." },
        { 0, 1, "الصادرات لم تتغير كثيرا." } } },
    { "de sign",
      "de",
      "%",
      "Der Handel {x[2001] ? stieg um {} | sank um {} | blieb gleich}.",
      { { 12.2, 1, "Der Handel stieg um 12,2 %." },
        { -12.2, 1, "Der Handel sank um 12,2 %." },
        { 0, 0, "Der Handel blieb gleich." } } },
    { "fr sign",
      "fr",
      "%",
      "Le commerce {x[2001] ? a augmenté de {} | a reculé de {} | n’a pas changé}.",
      { { 12.2, 1, "Le commerce a augmenté de 12,2 %." },
        { -12.2, 1, "Le commerce a reculé de 12,2 %." },
        { 0, 0, "Le commerce n’a pas changé." } } },
    { "ug sign",
      "ug",
      "%",
      "سودا {x[2001] ? {} ئاشتى | {} تۆۋەنلىدى | ئۆزگەرمىدى}.",
      { { 12.2, 1, "سودا 12.2% ئاشتى." },
        { -12.2, 1, "سودا 12.2% تۆۋەنلىدى." },
        { 0, 0, "سودا ئۆزگەرمىدى." } } },
    { "same and little",
      "en",
      "%",
      "It {x[2001], little=0.5 ? up=rose | down=fell | little=hardly moved | same=held}",
      { { 0, 1, "It held" },
        { 0.5, 1, "It hardly moved" },
        { 0.6, 1, "It rose" },
        { -0.6, 1, "It fell" } } },
    { "other for the rest",
      "en",
      "%",
      "It {x[2001] ? up=rose | other=did not rise}",
      { { 1, 0, "It rose" }, { 0, 0, "It did not rise" }, { -1, 0, "It did not rise" } } },
    /* Plural: that of the number as shown. */
    { "en plural",
      "en",
      "",
      "It sells {x[2001] ? one={} product | other={} products} there.",
      { { 1, 0, "It sells 1 product there." },
        { 2, 0, "It sells 2 products there." },
        { 0, 0, "It sells 0 products there." },
        { 1.5, 1, "It sells 1.5 products there." } } },
    { "en exact",
      "en",
      "",
      "It sells {x[2001] ? 0=nothing | 1=one product | other={} products}.",
      { { 1, 0, "It sells one product." },
        { 2, 0, "It sells 2 products." },
        { 0, 0, "It sells nothing." } } },
    { "ru plural",
      "ru",
      "",
      "Туда идёт {x[2001] ? one={} товар | few={} товара | many={} товаров | other={} товара}.",
      { { 1, 0, "Туда идёт 1 товар." },
        { 3, 0, "Туда идёт 3 товара." },
        { 5, 0, "Туда идёт 5 товаров." },
        { 11, 0, "Туда идёт 11 товаров." },
        { 21, 0, "Туда идёт 21 товар." },
        { 1.5, 1, "Туда идёт 1,5 товара." } } },
    { "kk plural",
      "kk",
      "",
      "Онда {x[2001] ? one={} тауар | other={} тауар} жөнелтіледі.",
      { { 1, 0, "Онда 1 тауар жөнелтіледі." }, { 5, 0, "Онда 5 тауар жөнелтіледі." } } },
    { "zh plural",
      "zh",
      "",
      "共{x[2001] ? other={}种}商品。",
      { { 1, 0, "共1种商品。" }, { 5, 0, "共5种商品。" } } },
    { "ar plural",
      "ar",
      "",
      "{x[2001] ? zero=لا منتجات | one=منتج واحد | two=منتجان | few={} منتجات | many={} منتجا | "
      "other={} منتج}",
      { { 0, 0, "لا منتجات" },
        { 1, 0, "منتج واحد" },
        { 2, 0, "منتجان" },
        { 3, 0, "3 منتجات" },
        { 11, 0, "11 منتجا" },
        { 100, 0, "100 منتج" } } },
    { "de plural",
      "de",
      "",
      "Dorthin {x[2001] ? one=geht {} Ware | other=gehen {} Waren}.",
      { { 1, 0, "Dorthin geht 1 Ware." }, { 2, 0, "Dorthin gehen 2 Waren." } } },
    { "fr plural",
      "fr",
      "",
      "{x[2001] ? one={} produit | many={} de produits | other={} produits}",
      { { 0, 0, "0 produit" },
        { 1, 0, "1 produit" },
        { 1.5, 1, "1,5 produit" },
        { 2, 0, "2 produits" } } },
    { "ug plural",
      "ug",
      "",
      "{x[2001] ? one={} مال | other={} مال}",
      { { 1, 0, "1 مال" }, { 5, 0, "5 مال" } } },
    /* Ordinals, bare numbers, options. */
    { "en ordinal",
      "en",
      "",
      "the {x[2001], ordinal} partner",
      { { 1, 0, "the 1st partner" },
        { 2, 0, "the 2nd partner" },
        { 3, 0, "the 3rd partner" },
        { 11, 0, "the 11th partner" },
        { 22, 0, "the 22nd partner" } } },
    { "ru ordinal",
      "ru",
      "",
      "занимает {x[2001], ordinal, neuter} место",
      { { 3, 0, "занимает 3-е место" } } },
    /* Before its noun a hyphen stands for the suffix of an ordinal in figures: 3-орын, not 3-ші орын. */
    { "kk place", "kk", "", "{x[2001]}-орында", { { 3, 0, "3-орында" } } },
    { "kk ordinal place",
      "kk",
      "",
      "Қытай {x[2001], ordinal} орында, {x[2001], ordinal} нарық",
      { { 3, 0, "Қытай 3-орында, 3-нарық" } } },
    { "kk ordinal in a branch",
      "kk",
      "",
      "{x[2001], ordinal ? other={} орында}",
      { { 6, 0, "6-орында" } } },
    { "kk ordinal",
      "kk",
      "",
      "Қытай – {x[2001], ordinal}",
      { { 3, 0, "Қытай – 3-ші" }, { 6, 0, "Қытай – 6-шы" } } },
    { "ug place", "ug", "", "{x[2001]}-ئورۇندا", { { 3, 0, "3-ئورۇندا" } } },
    { "zh place", "zh", "", "是第{x[2001]}大贸易伙伴。", { { 3, 0, "是第3大贸易伙伴。" } } },
    { "zh ordinal",
      "zh",
      "",
      "是{x[2001], ordinal}大贸易伙伴。",
      { { 3, 0, "是第3大贸易伙伴。" } } },
    { "de ordinal",
      "de",
      "",
      "auf dem {x[2001], ordinal} Platz",
      { { 3, 0, "auf dem 3. Platz" } } },
    { "fr ordinal",
      "fr",
      "",
      "{x[2001], ordinal, masculine} rang",
      { { 1, 0, "1er rang" }, { 3, 0, "3e rang" } } },
    { "bare",
      "en",
      "USD",
      "US${x[2001], no unit, decimals=2} bn",
      { { 31.456, 3, "US$31.46 bn" } } },
    { "absolute", "en", "%", "by {x[2001], abs}", { { -4.2, 1, "by 4.2%" } } },
    { "its sign stays", "en", "%", "by {x[2001]}", { { -4.2, 1, "by \u22124.2%" } } },
    /* Missing. */
    { "en missing",
      "en",
      "%",
      "Turnover {x[2001] ? rose by {} | fell by {} | held || is not known}.",
      { { NAN, 0, "Turnover is not known." }, { 2, 0, "Turnover rose by 2%." } } },
    { "ru missing",
      "ru",
      "USD",
      "Импорт: {x[2001] || нет данных}",
      { { NAN, 0, "Импорт: нет данных" } } },
    { "ar missing",
      "ar",
      "USD",
      "الواردات: {x[2001] || غير متاحة}",
      { { NAN, 0, "الواردات: غير متاحة" } } },
    { "zh missing", "zh", "USD", "进口{x[2001]||暂无数据}。", { { NAN, 0, "进口暂无数据。" } } },
    { "nothing for what is missing",
      "en",
      "USD",
      "Imports{x[2001]||}.",
      { { NAN, 0, "Imports." } } },
    { "none of a billion",
      "en",
      "USD",
      "It {x[2001] ? 0=sold nothing | 2=never | other=sold goods for {}}",
      { { 0, 0, "It sold nothing" },
        { 2, 0, "It sold goods for $2 bn" },
        { 0.5, 1, "It sold goods for $500 m" } } },
    /* Fields in fields, escapes, signs of the grammar in quotes. */
    { "fields in branches",
      "en",
      "%",
      "It {x[2001] ? rose to {x[2001], no unit} ({}) | fell}",
      { { 2, 0, "It rose to 2 (2%)" }, { -2, 0, "It fell" } } },
    { "escapes",
      "en",
      "%",
      "\\{a\\} {{b}} {x[2001] ? a \\| b \\} {{ | c \\= d}",
      { { 2, 0, "{a} {b} a | b } {" }, { -2, 0, "{a} {b} c = d" } } },
    { "old spellings",
      "en",
      "USD",
      "In {period:2024-T1}: {x[2001], decimals: 1}",
      { { 31.456, 3, "In January\u2013April 2024: $31.5 bn" } } },
};

/* Names and periods in the forms that a sentence needs. */
static const struct {
    const char *language, *partner, *text, *sentence;
} names[] = {
    { "en", "NLD", "Trade with {$partner, the} in {$year}", "Trade with the Netherlands in 2023" },
    { "en", "CHN", "Trade with {$partner, the}", "Trade with China" },
    { "en", "NLD", "{$partner}: {$partner, code}", "Netherlands: NLD" },
    { "en", "NL", "{$partner, the, capital}", "The Netherlands" },
    { "en", "China", "{$partner}", "China" },
    { "ru", "CHN", "Торговля с {$partner, instrumental} в {$year, locative}",
      "Торговля с Китаем в 2023 году" },
    { "ru", "FRA", "Экспорт {$partner, to}", "Экспорт во Францию" },
    { "ru", "Китай", "экспорт {$partner, genitive}", "экспорт Китая" },
    { "de", "CHE", "Handel mit {$partner, dative}", "Handel mit der Schweiz" },
    { "de", "CHE", "Ausfuhren {$partner, in}", "Ausfuhren in der Schweiz" },
    { "fr", "NLD", "Le commerce avec {$partner, the}", "Le commerce avec les Pays-Bas" },
    { "fr", "NLD", "les exportations {$partner, of}", "les exportations des Pays-Bas" },
    { "fr", "FRA", "en {$year}, {$partner, in}", "en 2023, en France" },
    { "kk", "CHN", "{$partner, dative} экспорт", "Қытайға экспорт" },
    { "zh", "CHN", "对{$partner}出口", "对中国出口" },
    { "ar", "CHN", "الصادرات إلى {$partner}", "الصادرات إلى الصين" },
    { "ug", "CHN", "{$partner, dative}", "جۇڭگوغا" },
};

/* Without signs of direction, and with plain spaces. */
static void plain(char *text)
{
    char *to = text;

    for (const char *at = text, *end = text + strlen(text); at < end;) {
        const char *start = at;
        uint32_t code = utf8_next(&at, end);

        if ((code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0x61C)
            continue;
        if (code == 0xA0 || code == 0x202F) {
            *to++ = ' ';
            continue;
        }
        memmove(to, start, (size_t)(at - start));
        to += at - start;
    }
    *to = '\0';
}

static char *sentence_of(sheaf_sheet *sheet, const char *language, const char *text,
                         struct arena *arena, sheaf_error *error)
{
    const struct sheet_scope scope = { .sheet = sheet, .language = language };
    struct markup *markup = markup_read(&scope, text, strlen(text), 0);
    struct text *words = text_begin(NULL, language, NULL, error);
    char *sentence = NULL;

    error_take(error, &sheet->error);
    if (markup != NULL)
        sentence = markup_text(markup, words, arena, (sheaf_period){ 0 });
    text_end(words);
    return sentence;
}

static bool is_right(const char *name, const char *got, const char *want, const sheaf_error *error)
{
    if (got != NULL && strcmp(got, want) == 0)
        return true;
    print_message("  %s:\n    %s\n    not %s\n", name, got != NULL ? got : error->message, want);
    return false;
}

static void test_figures(void **state)
{
    size_t n_wrong = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        for (size_t k = 0; k < LENGTH(cases[i].of) && cases[i].of[k].sentence != NULL; k++) {
            sheaf_sheet *sheet = sheaf_sheet_create(NULL);
            sheaf_series *series = sheaf_series_create(NULL, "x", cases[i].unit,
                                                       strcmp(cases[i].unit, "USD") == 0 ? 9 : 0);
            sheaf_error error = { 0 };
            struct arena arena;

            sheaf_series_add(series, sheaf_period_year(2001), cases[i].of[k].value,
                             cases[i].of[k].decimals, SHEAF_NORMAL);
            sheaf_sheet_add_series(sheet, series);
            arena_init(&arena, NULL, &error);
            char *got = sentence_of(sheet, cases[i].language, cases[i].text, &arena, &error);
            if (got != NULL)
                plain(got);
            n_wrong += !is_right(cases[i].name, got, cases[i].of[k].sentence, &error);
            arena_free(&arena);
            sheaf_series_destroy(series);
            sheaf_sheet_destroy(sheet);
        }
    assert_int_equal(n_wrong, 0);
}

static void test_names(void **state)
{
    size_t n_wrong = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);
        sheaf_error error = { 0 };
        struct arena arena;

        sheaf_sheet_set_parameter(sheet, "partner", names[i].partner);
        sheaf_sheet_set_parameter(sheet, "year", "2023");
        arena_init(&arena, NULL, &error);
        char *got = sentence_of(sheet, names[i].language, names[i].text, &arena, &error);
        if (got != NULL)
            plain(got);
        n_wrong += !is_right(names[i].text, got, names[i].sentence, &error);
        arena_free(&arena);
        sheaf_sheet_destroy(sheet);
    }
    assert_int_equal(n_wrong, 0);
}

/* A figure is one piece in a sentence from right to left, and only there. */
static void test_isolates(void **state)
{
    static const char *const languages[][2] = { { "ar", "\u2068%s\u2069, " },
                                                { "ug", "\u2068%s\u2069, " },
                                                { "en", NULL } };

    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);
        sheaf_error error = { 0 };
        struct arena arena;

        sheaf_sheet_set_parameter(sheet, "year", "2023");
        arena_init(&arena, NULL, &error);
        const char *got = sentence_of(sheet, languages[i][0], "{$year}, {$year}", &arena, &error);
        assert_non_null(got);
        assert_true((strstr(got, "\u2068") != NULL) == (languages[i][1] != NULL));
        if (languages[i][1] != NULL) {
            assert_true(strncmp(got, "\u2068", 3) == 0);
            assert_non_null(strstr(got, "\u2069, \u2068"));
        }
        arena_free(&arena);
        sheaf_sheet_destroy(sheet);
    }
}

/* Before its noun a Kazakh ordinal is 3-орында; alone, beside a dash or before "to be" it is 3-ші. Of other words
 * Sheaf does not know which it is, and says so. */
static void test_kazakh_ordinals(void **state)
{
    static const struct {
        const char *language, *text;
        bool is_warned;
    } texts[] = {
        { "kk", "Қытай {x[2001], ordinal} орында", false },
        { "kk-KZ", "{x[2001], ordinal ? other={} орында}", false },
        { "kk", "{x[2001], ordinal ? other={}} орында", true },
        { "kk", "Қытай {x[2001], ordinal} үлкен", true },
        { "kk", "{x[2001], ordinal} және", true },
        { "kk", "Қытай {x[2001], ordinal} болды", false },
        { "kk", "{x[2001], ordinal} – Қытай", false },
        { "kk", "Қытай – {x[2001], ordinal}", false },
        { "kk", "{x[2001]}-орында, {x[2001]} орында", false },
        { "ru", "на {x[2001], ordinal, locative} месте", false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);
        const double value = 3;
        sheaf_series *series = sheaf_series_from_years("x", "", 0, 2001, &value, 1);
        const struct sheet_scope scope = { .sheet = sheet, .language = texts[i].language };

        print_message("  %s\n", texts[i].text);
        sheaf_sheet_add_series(sheet, series);
        (void)markup_read(&scope, texts[i].text, strlen(texts[i].text), 0);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        assert_int_equal(sheet->warning_count, texts[i].is_warned);
        if (texts[i].is_warned)
            assert_non_null(strstr(sheet->warnings[0].message, "'{place}-орында'"));
        sheaf_series_destroy(series);
        sheaf_sheet_destroy(sheet);
    }
}

/* A tie is told where another member has the same figure. */
static void test_ties(void **state)
{
    static const char spec[] =
        "sheaf: 1\ntitle: '{place ? tie=joint {} | other={}} {other ? tie=joint {} | other={}}'\n"
        "data: {t: ranks.csv}\n"
        "values:\n"
        "  place: 'rank(t[flow: exports], by: partner, of: CHN)[2023]'\n"
        "  other: 'rank(t[flow: exports], of: DEU, by: partner)[2023]'\n"
        "sheet: [text: a]\n";

    (void)state;
    sheaf_sheet *sheet = pages_read_data("ranks",
                                         "flow,partner,year,value,unit\nexports,CHN,2023,5,USD\n"
                                         "exports,RUS,2023,5,USD\nexports,DEU,2023,4,USD\n",
                                         spec);
    struct sheet_pages *pages = sheet_layout(sheet);

    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_string_equal(pages->title, "joint 1 3");
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures),  cmocka_unit_test(test_names),
        cmocka_unit_test(test_isolates), cmocka_unit_test(test_kazakh_ordinals),
        cmocka_unit_test(test_ties),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
