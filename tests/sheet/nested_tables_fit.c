/* A table beside other blocks cannot turn the page: a column that is too wide even alone and in the smallest type
 * has the words of its head divided, with a hyphen, and the names repeated. Only what no language's patterns
 * divide is told. */
#include "support/check.h"

#include "pages.h"
#include "sheaf/context.h"
#include "support/golden.h"
#include "support/overlap.h"

#define LAW   "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
#define TRADE "Внешнеэкономическойдеятельностипредприятиямипроизводителями"
#define THIRD "- row:\n  - text: One.\n  - text: Two.\n  - @\n"
#define GROUP                                                                                      \
    "- row:\n  - text: Left.\n  - column:\n    - heading: Above\n    - @\n  - text: Right.\n"
#define SIXTH "- row:\n  - span: 10\n    text: Wide.\n  - span: 2\n    @\n"
#define HALF  "- row:\n  - text: One.\n  - @\n"

static const struct {
    const char *name, *language, *around, *label, *columns;
    const char *member; /* the name of the last row */
    size_t tables, hyphens;
} cases[] = {
    { "a third of the width", "de", THIRD, LAW, "#", "GBR", 1, 3 },
    { "in a group, among others", "de", GROUP, LAW, "2021..2023, #, growth(2023)", "GBR", 3, 3 },
    { "Russian", "ru", GROUP, TRADE, "2021..2023, #", "GBR", 2, 3 },
    { "whole where there is room", "de", HALF, LAW, "#", "GBR", 1, 0 },
    { "of several words", "de", THIRD, "Das " LAW " von 2023", "#", "GBR", 1, 3 },
    { "as lines of their own words are wider", "en", SIXTH, "Donaudampfschifffahrtsgesellschaft",
      "#", "FRA", 1, 2 },
    { "names as well", "de", THIRD, LAW, "#", LAW, 1, 7 },
};

static sheaf_sheet *read_sheet(const char *language, const char *around, const char *label,
                               const char *columns, const char *member)
{
    const char *table = strchr(around, '@'), *column = strchr(columns, '#');
    struct buffer data, spec;

    buffer_init(&data, NULL, NULL);
    buffer_init(&spec, NULL, NULL);
    buffer_text(&data, "period,partner,flow,value,unit,unit_mult\n");
    for (int year = 2021; year < 2024; year++)
        buffer_format(
            &data, "%d,CHN,exports,%d,USD,3\n%d,%s,exports,%d,USD,3\n%d,WLD,exports,99000,USD,3\n",
            year, 20 * year, year, member, 15 * year, year);
    buffer_format(
        &spec,
        "sheaf: 1\ntitle: Nested\nlanguage: %s\ndate: 2024-06-26\ndata: {d: nested.csv}\nsheet:\n"
        "%.*stable: {title: All years, rows: 'd[flow: exports, partner: !WLD]', columns: "
        "[%.*s{label: "
        "{%s: %s}, value: 'row[2023]'}%s]}%s",
        language, (int)(table - around), around, (int)(column - columns), columns, language, label,
        column + 1, table + 1);
    sheaf_sheet *sheet = pages_read_data("nested", data.bytes, spec.bytes);
    buffer_free(&data);
    buffer_free(&spec);
    return sheet;
}

static size_t count(const char *text, const char *what)
{
    size_t n = 0;

    for (; (text = strstr(text, what)) != NULL; text += strlen(what))
        n++;
    return n;
}

static void test_fits(void **state)
{
    (void)state;
    if (!sheaf_hyphenates("de") || !sheaf_hyphenates("ru") || !sheaf_hyphenates("en"))
        skip(); /* hyphen-de, hyphen-en-us and hyphen-ru are not installed */
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_sheet(cases[i].language, cases[i].around, cases[i].label,
                                        cases[i].columns, cases[i].member);
        struct sheet_pages *pages = sheet_layout(sheet);
        struct buffer dump;

        print_message("  %s\n", cases[i].name);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        assert_int_equal(pages->n, 1);
        assert_string_equal(overlap_find(pages->scenes[0], 0.3, false).message, "");
        buffer_init(&dump, NULL, NULL);
        scene_dump(pages->scenes[0], &dump);
        assert_int_equal(count(dump.bytes, "table-body\n"), cases[i].tables);
        assert_int_equal(count(dump.bytes, "\xC2\xAD"), cases[i].hyphens);
        buffer_free(&dump);
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
}

/* A language without patterns, and letters that are no word. */
static const struct {
    const char *language, *label;
} failures[] = {
    { "kk", TRADE },
    { "de", "X12345678901234567890123456789012345678901234567890123456789" },
};

static void test_failures(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(failures); i++) {
        sheaf_sheet *sheet =
            read_sheet(failures[i].language, THIRD, failures[i].label, "2022, #", "GBR");

        assert_null(sheet_layout(sheet));
        if (strstr(sheaf_sheet_message(sheet), "column 2 of the table 'All years' needs ") ==
                NULL ||
            strstr(sheaf_sheet_message(sheet), "its place is 56 mm wide: give it a larger span") ==
                NULL)
            fail_msg("%s", sheaf_sheet_message(sheet));
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_fits),
                                        cmocka_unit_test(test_failures) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
