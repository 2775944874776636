/* texts_have_languages.c - which text a sheet shows in which language, and what it says of it. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "pages.h"
#include "sheet/spec/spec.h"
#include "sheet/words/markup.h"
#include "support/golden.h"

static char folder[600];

static sheaf_sheet *read_spec(const char *text, const char *language)
{
    char path[700];

    snprintf(path, sizeof path, "%s/spec.yaml", folder);
    sheaf_sheet *sheet = sheaf_sheet_read_bytes(NULL, path, text, strlen(text));
    if (language != NULL)
        sheaf_sheet_set_language(sheet, language);
    return sheet;
}

static void write_catalogue(const char *tag, const char *text)
{
    char path[700];

    snprintf(path, sizeof path, "%s/%s.yaml", folder, tag);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

#define MAPPING "{en: One, ru: Один, zh: 一, zh-Hant: 壹, de-CH: Eis}"

static const struct {
    const char *own, *title,
        *language;          /* own: of the spec; language: of the sheet, NULL: the same */
    const char *text, *tag; /* tag NULL: the sheet's */
    size_t n_missing;
} cases[] = {
    { "en", MAPPING, NULL, "One", NULL, 0 },
    { "en", MAPPING, "ru", "Один", NULL, 0 },
    { "en", MAPPING, "ru-KZ", "Один", NULL, 0 },
    { "en", MAPPING, "en-GB", "One", NULL, 0 },
    { "en", MAPPING, "zh", "一", NULL, 0 },
    { "en", MAPPING, "zh-Hant", "壹", NULL, 0 },
    { "en", MAPPING, "zh-Hant-TW", "壹", NULL, 0 },
    { "en", MAPPING, "zh-hant-tw", "壹", NULL, 0 },
    { "en", MAPPING, "zh-Hans", "一", NULL, 0 }, /* what zh is written in */
    { "en", MAPPING, "zh-CN", "一", NULL, 0 },
    { "en", MAPPING, "zh-TW", "壹", NULL, 0 }, /* its region has another script than most */
    { "en", MAPPING, "zh-HK", "壹", NULL, 0 },
    { "en", "{en: One, zh: 一}", "zh-TW", "一", "zh", 1 },
    { "en", "{en: One, zh-TW: 壹}", "zh-HK", "壹", NULL, 0 },
    { "en", "{en: One, zh-TW: 壹}", "zh", "One", "en", 1 },
    { "en", "{en: One, pt-BR: Um}", "pt-BR", "Um", NULL, 0 },
    { "en", "{en: One, pt-BR: Um}", "pt", "Um", NULL, 0 },
    { "en", "{en: One, pt-BR: Um, pt: Uma}", "pt-AO", "Uma", NULL, 0 },
    { "en", "{en: One, pt: Um}", "pt-BR", "Um", NULL, 0 },
    { "en", "{en: One, sr: Један}", "sr-Latn", "Један", "sr", 1 },
    { "en", MAPPING, "fr", "One", "en", 1 },
    { "ru", MAPPING, "fr", "Один", "ru", 1 },
    { "ru-KZ", MAPPING, "fr", "Один", "ru", 1 },
    { "fr", MAPPING, "fr", "One", "en", 1 },
    { "de", MAPPING, "de", "Eis", NULL, 0 },
    { "de-CH", MAPPING, "de-CH-x-a", "Eis", NULL, 0 },
    { "fr", "{ru: Один, kk: Бір}", "fr", "Один", "ru", 1 },
    { "en", "One", "ru", "One", "en", 1 },
    { "en", "One", "en-US", "One", NULL, 0 },
    { "en-GB", "One", "en", "One", NULL, 0 },
    { NULL, "One", "ru", "One", NULL, 0 }, /* a spec that says no language */
    { "en", "'2023'", "ru", "2023", NULL, 0 },
    { "en", "'{period:2023}: 1'", "ru", NULL, NULL, 0 },
    { "en", "In the catalogue", "kk", "Каталогта", NULL, 0 },
    { "en", "'In  the\n\n  catalogue '", "kk", "Каталогта", NULL, 0 },
    { "en", "In the catalogue", "kk-KZ", "Каталогта", NULL, 0 },
    { "en", "In the catalogue", "KK", "Каталогта", NULL, 0 },
    { "en", "In the catalogue", "Kk-kz", "Каталогта", NULL, 0 },
    { "en", "In the catalogues", "kk", "In the catalogues", "en", 1 },
    { "en", "Not yet", "kk", "Not yet", "en", 1 },
    { "en", "Nor this", "kk", "Nor this", "en", 1 },
    { "en", "{en: In the catalogue, ru: В каталоге}", "kk", "Каталогта", NULL, 0 },
    { "en", "{en: In the catalogue, kk: Мұнда}", "kk", "Мұнда", NULL, 0 },
};

static void test_fallback(void **state)
{
    (void)state;
    write_catalogue("kk", "In the catalogue: Каталогта\nNot yet: ''\nNor this:\n");
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char text[700], own[60] = "";

        if (cases[i].own != NULL)
            snprintf(own, sizeof own, "language: %s\n", cases[i].own);
        snprintf(text, sizeof text,
                 "sheaf: 1\n%stexts: '{lang}.yaml'\ntitle: %s\nsheet: [text: '1']\n", own,
                 cases[i].title);
        sheaf_sheet *sheet = read_spec(text, cases[i].language);
        sheet_begin_output(sheet);
        print_message("  %s: %s in %s\n", own, cases[i].title,
                      cases[i].language != NULL ? cases[i].language : "-");
        assert_string_equal(sheaf_sheet_message(sheet), "");
        if (cases[i].text != NULL)
            assert_string_equal(sheet->title->parts->text, cases[i].text);
        assert_int_equal(sheet->title->language == NULL, cases[i].tag == NULL);
        if (cases[i].tag != NULL)
            assert_string_equal(sheet->title->language, cases[i].tag);
        assert_int_equal(sheaf_sheet_untranslated_count(sheet), cases[i].n_missing);
        assert_int_equal(sheaf_sheet_warning_count(sheet), cases[i].n_missing > 0);
        sheaf_sheet_destroy(sheet);
    }
}

/* A translator is given each text once, in the order of the spec, as it stands there. */
static void test_what_is_missing(void **state)
{
    sheaf_sheet *sheet =
        read_spec("sheaf: 1\nlanguage: en\ntitle: &t The title\n"
                  "sources: {s: {title: A source}}\n"
                  "sheet:\n  - heading: *t\n  - text: {en: Text, ru: Текст}\n"
                  "  - text: '{period:2023}'\n  - text: A text\n"
                  "    otherwise: {en: Instead}\n"
                  "  - notes: [A note, {en: Two, ru: Два}]\n"
                  "  - chart: {targets: [{label: Beef, value: 5, unit: t}], source: Us,\n"
                  "      alternative: Words, title: A chart, subtitle: {en: Below}}\n",
                  "ru");
    static const struct {
        const char *text;
        size_t line;
    } expected[] = { { "The title", 3 }, { "A source", 4 }, { "A text", 9 }, { "Instead", 10 },
                     { "A note", 11 },   { "Beef", 12 },    { "Us", 12 },    { "Words", 13 },
                     { "A chart", 13 },  { "Below", 13 } };
    sheaf_untranslated text = SHEAF_UNTRANSLATED_INIT;

    (void)state;
    assert_int_equal(sheet_begin_output(sheet)->status, SHEAF_OK);
    assert_int_equal(sheaf_sheet_untranslated_count(sheet), LENGTH(expected));
    for (size_t i = 0; i < LENGTH(expected); i++) {
        assert_true(sheaf_sheet_untranslated(sheet, i, &text));
        assert_string_equal(text.text, expected[i].text);
        assert_int_equal(text.line, expected[i].line);
    }
    assert_false(sheaf_sheet_untranslated(sheet, 99, &text));
    sheaf_sheet_destroy(sheet);
}

/* A translation that shows other figures than the spec's own text is told to the translator, too. */
static void test_other_figures(void **state)
{
    static const struct {
        const char *source, *translation, *differs; /* "": nothing is told */
    } texts[] = {
        { "It was {e[2023]}", "Было {e[2023]}", "" },
        { "It was {e[2023]}", "Было", "without e[2023]" },
        { "It was {e[2023]}, then {e[2022]}", "Было {e[2022]}", "without e[2023]" },
        { "It was {e[2023]}", "Было {e[2022]}", "without e[2023], with e[2022]" },
        { "It {e[2023] ? rose by {} | fell by {}}", "Было { e[2023], decimals=1 ? + {} | - {}}",
          "" },
        { "It {e[2023] ? rose to {i[2023]} | fell}", "{e[2023] ? Рост | Спад}", "without i[2023]" },
        { "In {period:2023} {$p} {e[2023]} {e[2023]}", "{e[2023]}", "" },
        { "{rank(e, by: 'a}')[2023]}", "{rank(e, by: 'a}')[2023]}", "" },
        { "{{e[2023]} or \\\\{i[2023]}", "ничего", "" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        sheaf_untranslated text = SHEAF_UNTRANSLATED_INIT;
        char spec[600];

        snprintf(spec, sizeof spec,
                 "sheaf: 1\nlanguage: en\ntitle: T\ntexts: '{lang}.yaml'\n"
                 "sheet:\n  - notes: [{en: \"%s\", ru: \"%s\"}]\n",
                 texts[i].source, texts[i].translation);
        sheaf_sheet *sheet = read_spec(spec, "ru");
        print_message("  %s\n", texts[i].source);
        sheet_begin_output(sheet);
        size_t n = sheaf_sheet_untranslated_count(sheet);
        assert_int_equal(n, texts[i].differs[0] != '\0' ? 2 : 1); /* and the title */
        if (n == 2) {
            assert_true(sheaf_sheet_untranslated(sheet, 1, &text));
            assert_string_equal(text.differs, texts[i].differs);
            assert_int_equal(text.line, 6);
        }
        assert_true(sheaf_sheet_untranslated(sheet, 0, &text));
        assert_null(text.differs);
        sheaf_sheet_destroy(sheet);
    }
}

/* What YAML reads otherwise than its author has written it. */
static void test_traps(void **state)
{
    static const struct {
        const char *line, *error, *warning;
    } traps[] = {
        { "  - text: {$partner} rose\n", "a text that begins with { needs quotes", NULL },
        { "  - text: {e[2023]} rose\n", "a text that begins with { needs quotes", NULL },
        { "  - {$partner} rose\n", "a text that begins with { needs quotes", NULL },
        { "  - text: {$partner}\n", "one that begins with { needs quotes", NULL },
        { "  - text: {rise ? rose | fell}\n", "one that begins with { needs quotes", NULL },
        { "  - chart: {series: !World}\n", "'!' begins a YAML tag: put the text in quotes", NULL },
        { "  - text: !World\n", "'!World' is a YAML tag: put it in quotes, or", NULL },
        { "  - figures: [{value: e[2023]}]\n", "within braces a text that holds '['", NULL },
        { "  - text: Item #1 of two\n", NULL, "the text ends at '#'" },
        { "  - text: {en: Item #1\n      }\n", NULL, "the text ends at '#'" },
        { "  - text: Item # a comment\n", NULL, NULL },
        { "  - text: Item#1\n", NULL, NULL },
        { "  - text: 'Item #1'\n", NULL, NULL },
        { "  - text: 'Item' #1\n", NULL, NULL },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(traps); i++) {
        char text[300];
        sheaf_warning warning = SHEAF_WARNING_INIT;

        snprintf(text, sizeof text,
                 "sheaf: 1\nparameters: {partner: A}\ntitle: T\nfooter: '{$partner}'\nsheet:\n%s",
                 traps[i].line);
        sheaf_sheet *sheet = read_spec(text, NULL);
        sheaf_sheet_check(sheet);
        print_message("  %s    %s\n", traps[i].line, sheaf_sheet_message(sheet));
        if (traps[i].error != NULL)
            assert_non_null(strstr(sheaf_sheet_message(sheet), traps[i].error));
        else
            assert_string_equal(sheaf_sheet_message(sheet), "");
        assert_int_equal(sheaf_sheet_warning(sheet, 0, &warning), traps[i].warning != NULL);
        if (traps[i].warning != NULL)
            assert_non_null(strstr(warning.message, traps[i].warning));
        sheaf_sheet_destroy(sheet);
    }
}

#define FOREIGN "language \"en\""

/* What has fallen back says so where it stands, for who reads it aloud; what has not does not. */
static void test_tags(void **state)
{
    static const char *const tagged[] = { "title", "paragraph", "heading1", "chart-title", "note" };
    sheaf_sheet *sheet =
        read_spec("sheaf: 1\nlanguage: en\ntitle: Fallen back\n"
                  "sheet:\n  - heading: Words\n  - text: More words\n"
                  "  - text: {ru: Слова}\n"
                  "  - chart: {targets: [{label: {ru: Мясо}, value: 5, unit: t}],\n"
                  "      title: A chart}\n  - notes: [A note]\n",
                  "ru");
    struct buffer dump;

    (void)state;
    assert_int_equal(pages_dump(sheet, &dump), 1);
    assert_int_equal(pages_count(dump.bytes, FOREIGN), LENGTH(tagged));
    for (size_t i = 0; i < LENGTH(tagged); i++) {
        char wanted[60];

        snprintf(wanted, sizeof wanted, "%s " FOREIGN, tagged[i]);
        print_message("  %s\n", wanted);
        assert_non_null(strstr(dump.bytes, wanted));
    }
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

#define LABELS                                                                                     \
    "sheaf: 1\nlanguage: en\ntitle: {en: Crops, de: Ernte}\ndata: {d: texts_have_languages.csv}\n" \
    "names: {A: {en: Apples}, B: {en: Beans, de: Bohnen}}\n"                                       \
    "sources: {s: {title: {en: Office of crops, de: Ernteamt}}}\n"                                 \
    "series:\n  all: 'd[member: *]'\n"                                                             \
    "  a: {value: 'd[member: A]', label: {en: Harvest of pears}}\n"                                \
    "  b: {value: 'd[member: B]', label: {en: Harvest of beans, de: Bohnenernte}}\n"               \
    "sheet:\n  - text: {en: Words, de: Von Apples und Harvest of pears.}\n"

/* The texts that are in English on a page, in drawing order: "Apples|The drought". */
static void list_foreign(const struct buffer *dump, char *found, size_t size)
{
    found[0] = '\0';
    for (const char *line = dump->bytes; line != NULL && *line != '\0';) {
        const char *end = strchr(line, '\n'), *text = strstr(line, "text \"");
        const char *language = strstr(line, FOREIGN);

        if (text != NULL && language != NULL && end != NULL && text < end && language < end) {
            size_t length = strlen(found);
            text += strlen("text \"");
            snprintf(found + length, size - length, "%s%.*s", length > 0 ? "|" : "",
                     (int)strcspn(text, "\""), text);
        }
        line = end != NULL ? end + 1 : NULL;
    }
}

/* Labels that have fallen back to a language of the same script say so in charts, tables and key figures,
 * for themselves alone: words around them, and the same words in an author's sentences, do not. */
static void test_labels(void **state)
{
    static const struct {
        const char *block, *language, *foreign;
    } labels[] = {
        { "chart: {type: lines, series: all}", "de", "Apples" },
        { "chart: {type: lines, series: all, title: Apples}", "en", "" },
        { "chart: {type: lines, series: all, title: {de: Apples}}", "de", "Apples" },
        { "chart: {type: lines, series: b}", "de", "" },
        { "chart: {type: lines, series: [a, b]}", "de", "Harvest of pears" },
        { "chart: {type: lines, series: b, events: {2021: {en: Drought}, 2022: {de: Regen}}}", "de",
          "Drought" },
        { "chart: {type: lines, series: b, bands: {2021..2022: {en: Drought}}}", "de", "Drought" },
        { "chart: {targets: [{label: {en: Beef}, value: 5, unit: t}, {label: {de: Milch}, value: "
          "4, "
          "unit: t}]}",
          "de", "Beef" },
        { "chart: {type: lines, series: b, source: {en: The bulletin}}", "de", "The bulletin" },
        { "figures: [{value: 'b[2023]', label: {en: Now}}, {value: 'b[2022]', label: {de: Jetzt}}]",
          "de", "Now" },
        { "table: {title: {de: Apples}, rows: [all], columns: [2022]}", "de", "Apples" },
        { "table: {rows: [{value: b, label: {en: Row}}, b], columns: [2022]}", "de", "Row" },
        { "table: {rows: [{group: {en: Group}, rows: [b]}], columns: [2022]}", "de", "Group" },
        { "table: {rows: [b], columns: [{value: 'b[2022]', label: {en: Head}}, 2023]}", "de",
          "Head" },
        { "table: {rows: [b], columns: [{value: 'b[2022]', label: {en: Head}}, 2023]}", "en", "" },
    };
    static const char data[] = "period,member,value,unit\n2021,A,10,t\n2022,A,12,t\n2023,A,14,t\n"
                               "2021,B,20,t\n2022,B,22,t\n2023,B,29,t\n";

    (void)state;
    for (size_t i = 0; i < LENGTH(labels); i++) {
        char spec[1600], found[200];
        struct buffer dump;

        snprintf(spec, sizeof spec, LABELS "  - %s\n", labels[i].block);
        sheaf_sheet *sheet = pages_read_data("texts_have_languages", data, spec);
        sheaf_sheet_set_language(sheet, labels[i].language);
        size_t n = pages_dump(sheet, &dump);
        print_message("  %s %s\n", labels[i].block, n == 0 ? dump.bytes : "");
        assert_int_equal(n, 1);
        list_foreign(&dump, found, sizeof found);
        assert_string_equal(found, labels[i].foreign);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

static void test_mistakes(void **state)
{
    static const struct {
        const char *title, *texts, *message;
    } mistakes[] = {
        { "{english: a}", "x-{lang}.yaml",
          "'english' is no known language; a text by language is" },
        { "{en: a, ru: [b]}", "x-{lang}.yaml", "a text must be a text, not a list" },
        { "{en: a, ru: }", "x-{lang}.yaml", "a text needs a text, and there is nothing" },
        { "{}", "x-{lang}.yaml", "a text is expected here, and there is nothing" },
        { "{$partner}", "x-{lang}.yaml", "one that begins with { needs quotes" },
        { "a", "texts.yaml", "is one file for all languages; write {lang}" },
        { "a", "list-{lang}.yaml", "a catalogue is a mapping from texts" },
        { "a", "deep-{lang}.yaml", "a text is expected here, not a list" },
        { "a", "open-{lang}.yaml", "a quotation mark is never closed" },
        { "a", "field-{lang}.yaml", "no series named 'none'" },
    };

    (void)state;
    write_catalogue("list-ru", "- a\n");
    write_catalogue("deep-ru", "a: [b]\n");
    write_catalogue("open-ru", "a: \"b\n");
    write_catalogue("field-ru", "a: 'b {none[2023]}'\n");
    for (size_t i = 0; i < LENGTH(mistakes); i++) {
        char text[700];

        snprintf(text, sizeof text,
                 "sheaf: 1\nlanguage: en\ntexts: '%s'\ntitle: %s\nsheet: [text: '1']\n",
                 mistakes[i].texts, mistakes[i].title);
        sheaf_sheet *sheet = read_spec(text, "ru");
        assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
        print_message("  %s:%zu: %s\n", sheaf_sheet_error(sheet)->file,
                      sheaf_sheet_error(sheet)->line, sheaf_sheet_message(sheet));
        assert_non_null(strstr(sheaf_sheet_message(sheet), mistakes[i].message));
        assert_int_equal(sheaf_sheet_error_count(sheet), 1);
        if (strstr(mistakes[i].texts, "field") != NULL)
            assert_non_null(strstr(sheaf_sheet_error(sheet)->file, "field-ru.yaml"));
        sheaf_sheet_destroy(sheet);
    }
}

/* A figure that `values:` names is wrong where the spec has it, whatever file the text is from. */
static void test_named_figures(void **state)
{
    (void)state;
    write_catalogue("named-ru", "\n\n\na: 'b {v}'\n");
    sheaf_sheet *sheet = read_spec("sheaf: 1\nlanguage: en\ntexts: 'named-{lang}.yaml'\ntitle: a\n"
                                   "values: {v: 'none[2023]'}\nsheet: [text: '1']\n",
                                   "ru");
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
    assert_int_equal(sheaf_sheet_error(sheet)->line, 5);
    assert_int_equal(sheaf_sheet_error(sheet)->column, 14);
    assert_null(strstr(sheaf_sheet_error(sheet)->file, "named-ru"));
    sheaf_sheet_destroy(sheet);
}

/* `--missing ru >> ru.yaml` makes the file before it is read. */
static void test_empty_catalogues(void **state)
{
    static const char *const empty[] = { "", "\n", "# to do\n", "\r\n  # a\n\n  # b" };

    (void)state;
    for (size_t i = 0; i < LENGTH(empty); i++) {
        write_catalogue("empty-ru", empty[i]);
        sheaf_sheet *sheet =
            read_spec("sheaf: 1\nlanguage: en\ntexts: 'empty-{lang}.yaml'\ntitle: a\n"
                      "sheet: [text: '1']\n",
                      "ru");
        assert_int_equal(sheaf_sheet_check(sheet), SHEAF_OK);
        assert_int_equal(sheaf_sheet_untranslated_count(sheet), 1);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fallback),      cmocka_unit_test(test_what_is_missing),
        cmocka_unit_test(test_other_figures), cmocka_unit_test(test_traps),
        cmocka_unit_test(test_tags),          cmocka_unit_test(test_labels),
        cmocka_unit_test(test_mistakes),      cmocka_unit_test(test_empty_catalogues),
        cmocka_unit_test(test_named_figures),
    };

    snprintf(folder, sizeof folder, "%s/tests/sheet/catalogues", golden_build_folder());
    mkdir(folder, 0777);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
