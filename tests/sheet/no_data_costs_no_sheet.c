/* no_data_costs_no_sheet.c - blocks without data are left out, replaced, or one line; and all
 * mistakes of a spec are told in one run. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "pages.h"

#define HEAD                                                                                       \
    "sheaf: 1\ntitle: Test\n%sdata: {trade: kaz-chn.csv}\n"                                        \
    "series: {turnover: 'trade[flow:turnover]', exports: 'trade[flow:exports]'}\nsheet:\n"
#define MANY "parameters: {flow: imports, year: 1999}\n"

static const struct {
    const char *parameters, *block;
    const char *shown, *hidden; /* in the pages' dump; NULL: not looked for */
    size_t n_warnings;
} cases[] = {
    { "", "  - chart: {series: exports, periods: [2021]}\n", "No data", NULL, 1 },
    { "", "  - chart: {series: turnover, periods: 1999..2000}\n", "No data", NULL, 1 },
    { "", "  - table: {rows: [exports], columns: [1999]}\n", "No data", NULL, 1 },
    { "", "  - chart: {series: exports, periods: 1999..2000}\n    otherwise: Instead\n", "Instead",
      "No data", 0 },
    { "", "  - text: Words\n    when: exports\n", "Words", NULL, 0 },
    { "", "  - text: Words\n    when: exports[2023]\n", "Words", NULL, 0 },
    { "", "  - text: Words\n    when: exports[1999]\n  - text: More\n", "More", "Words", 0 },
    { "", "  - text: Words\n    when: exports[1999]\n    otherwise: Instead\n", "Instead", "Words",
      0 },
    { "", "  - text: Words\n    when: exports\n    otherwise: Instead\n", "Words", "Instead", 0 },
    { "", "  - row:\n      - text: Words\n        when: exports[1999]\n  - text: More\n", "More",
      "Words", 0 },
    { "",
      "  - row:\n      - {chart: {series: exports, periods: 1999..2000}, span: 4}\n"
      "      - text: More\n",
      "No data", NULL, 1 },
    { "", "  - text: 'Exports {exports[1999] || are unknown}'\n", "are unknown", NULL, 0 },
    { "", "  - text: 'It {exports[1999] ? rose | fell || is new}'\n", "is new", NULL, 0 },
    { MANY, "  - text: 'It {trade[flow: $flow][2023] ? rose | fell || is none}'\n", "is none", NULL,
      0 },
    { "", "  - text: 'It {growth(exports)[1999] ? rose | fell || is unknown}'\n", "is unknown",
      "rose", 0 },
    { "", "  - text: 'It {share(exports, of: turnover)[1999]||is {} na}'\n", "na", NULL, 0 },
    { "",
      "  - text: 'It {rank(trade, by: flow, of: JPN)[2023], ordinal ? tie={} | other={} || has "
      "none}'\n",
      "has none", NULL, 0 },
    { MANY, "  - text: 'It {rank(trade, by: flow, of: $flow)[2023]||has none}'\n", "has none", NULL,
      0 },
    { MANY,
      "  - text: Words\n    when: 'rank(trade, by: flow, of: $flow)[2023]'\n    otherwise: "
      "Instead\n",
      "Instead", "Words", 0 },
    { MANY, "  - text: 'It {trade[flow: $flow][2023]||has none}'\n", "has none", NULL, 0 },
    { "values: {v: 'growth(exports)[1999]'}\n", "  - text: 'It {v||has none}'\n", "has none", NULL,
      0 },
    { MANY, "  - chart: {series: 'trade[flow: $flow]'}\n", "No data", NULL, 1 },
    { MANY, "  - chart: {series: ['trade[flow: $flow]', exports]}\n", "2023", "No data", 0 },
    { MANY, "  - table: {rows: ['trade[flow: $flow]', exports], columns: [2023, 1999]}\n", "14.7",
      "No data", 0 },
    { MANY, "  - table: {rows: ['trade[flow: $flow]'], columns: [2023]}\n", "No data", NULL, 1 },
    { MANY, "  - figures: [{value: 'exports[$year]'}, {value: 'exports[2023]'}]\n", "14.7",
      "No data", 0 },
    { MANY, "  - figures: [{value: 'exports[$year]'}]\n", "No data", NULL, 1 },
    { MANY, "  - figures: [{value: 'exports[$year]'}]\n    otherwise: Instead\n", "Instead",
      "No data", 0 },
};

static void test_blocks(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char text[1200];
        struct buffer dump;

        snprintf(text, sizeof text, HEAD "%s", cases[i].parameters, cases[i].block);
        print_message("%s", cases[i].block);
        sheaf_sheet *sheet = pages_read(NULL, text);
        assert_int_equal(pages_dump(sheet, &dump), 1);
        assert_int_equal(sheaf_sheet_warning_count(sheet), cases[i].n_warnings);
        if (cases[i].shown != NULL)
            assert_non_null(strstr(dump.bytes, cases[i].shown));
        if (cases[i].hidden != NULL)
            assert_null(strstr(dump.bytes, cases[i].hidden));
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

/* A member that the author has misspelt is a mistake, whatever the parameters. */
static void test_mistakes_stay(void **state)
{
    static const struct {
        const char *parameters, *block, *message;
    } mistakes[] = {
        { "", "  - chart: {series: 'trade[flow: exprots]'}\n", "no flow named 'exprots'" },
        { MANY, "  - chart: {series: 'trade[flow: exprots]'}\n", "no flow named 'exprots'" },
        { "", "  - text: a\n    when: exprots\n", "no series named 'exprots'" },
        { "", "  - text: a\n    when: [exports]\n", "'when' must be a text, not a list" },
        { "", "  - text: a\n    otherwise: [a]\n", "'otherwise' must be a text, not a list" },
        { "", "  - text: '{exprots[2023]}'\n    when: exports[1999]\n",
          "no series named 'exprots'" },
        { "", "  - text: '{rank(trade, by: flow, of: exprots)[2023]||none}'\n",
          "'exprots' is not among" },
        { "", "  - text: '{exprots[2023]||none}'\n", "no series named 'exprots'" },
        { "", "  - text: '{growth(exports)[1999]}'\n", "has no 1999" },
        { "", "  - figures: [{value: 'exports[1999]'}]\n", "'exports' has no 1999" },
        { "", "  - table: {rows: [exports], columns: [2023, 1999]}\n",
          "no row has a figure for 1999" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(mistakes); i++) {
        char text[1200];

        snprintf(text, sizeof text, HEAD "%s", mistakes[i].parameters, mistakes[i].block);
        sheaf_sheet *sheet = pages_read(NULL, text);
        assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
        print_message("  %s\n", sheaf_sheet_message(sheet));
        assert_non_null(strstr(sheaf_sheet_message(sheet), mistakes[i].message));
        assert_int_equal(sheaf_sheet_error_count(sheet), 1);
        sheaf_sheet_destroy(sheet);
    }
}

/* Each once, in the order of the lines, whatever the order in which they are found. */
static void test_all_are_told(void **state)
{
    static const char text[] = "sheaf: 1\n"                                                /* 1 */
                               "title: 'In {nothing[2023]}'\n"                             /* 2 */
                               "tittle: a\n"                                               /* 3 */
                               "page: A9\n"                                                /* 4 */
                               "date: never\n"                                             /* 5 */
                               "parameters: {year: 2023}\n"                                /* 6 */
                               "data: {t: no-such-file.csv, trade: kaz-chn.csv}\n"         /* 7 */
                               "series:\n"                                                 /* 8 */
                               "  one: t[flow:exports]\n"                                  /* 9 */
                               "  two: one + 1\n"                                          /* 10 */
                               "  three: trade[flow:exprots]\n"                            /* 11 */
                               "sheet:\n"                                                  /* 12 */
                               "  - chart: {tipe: bars, serie: three, base: never}\n"      /* 13 */
                               "  - text: '{three[$yaer]}'\n"                              /* 14 */
                               "  - row:\n"                                                /* 15 */
                               "      - text: '{two[2023]} {four[2023]}'\n"                /* 16 */
                               "      - figures: [{value: five}, {value: 'six[2023]'}]\n"; /* 17 */
    static const size_t lines[] = { 2, 3, 4, 5, 7, 11, 13, 13, 14, 16, 17, 17 };
    sheaf_sheet *sheet = pages_read(NULL, text);

    (void)state;
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_OK);
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
    for (size_t i = 0; i < sheaf_sheet_error_count(sheet); i++)
        print_message("  %zu: %s\n", sheaf_sheet_error_at(sheet, i)->line,
                      sheaf_sheet_error_at(sheet, i)->message);
    assert_int_equal(sheaf_sheet_error_count(sheet), LENGTH(lines));
    for (size_t i = 0; i < LENGTH(lines); i++)
        assert_int_equal(sheaf_sheet_error_at(sheet, i)->line, lines[i]);
    assert_string_equal(sheaf_sheet_message(sheet), sheaf_sheet_error_at(sheet, 0)->message);
    assert_null(sheaf_sheet_error_at(sheet, LENGTH(lines)));
    sheaf_sheet_destroy(sheet);
}

/* So are all of one text, which is read on behind each. */
static void test_all_of_a_text_are_told(void **state)
{
    static const char text[] = "sheaf: 1\n"
                               "title: '{a[2023]} and {b[2023]} [x'\n"
                               "data: {trade: kaz-chn.csv}\n"
                               "series: {e: 'trade[flow: exports]'}\n"
                               "sheet:\n"
                               "  - text: |\n"
                               "      One {x[2023]} {e[2023], decimal=2}\n"
                               "      {e[2023] ? up=a | dawn=b} {e[1999]}\n"
                               "      {e[2023] ? {q[2023]} | {r[2023]}} **open\n"
                               "  - text: '{z[2023]'\n"
                               "    otherwise: Instead\n"
                               "  - text: '{e[1999]} {y[2023]}'\n"
                               "    otherwise: Instead\n"
                               "  - text: '{e[1999]} {e[1998]}'\n"
                               "    otherwise: Instead\n";
    static const struct {
        size_t line, column;
        const char *message;
    } told[] = {
        { 2, 10, "named 'a'" },   { 2, 24, "named 'b'" },     { 2, 33, "'[' is not closed" },
        { 7, 12, "named 'x'" },   { 7, 31, "no option" },     { 8, 25, "'dawn'" },
        { 8, 34, "has no 1999" }, { 9, 19, "named 'q'" },     { 9, 31, "named 'r'" },
        { 9, 41, "not closed" },  { 10, 12, "never closed" }, { 12, 13, "has no 1999" },
        { 12, 23, "named 'y'" },  { 14, 13, "has no 1999" },
    };
    sheaf_sheet *sheet = pages_read(NULL, text);

    (void)state;
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
    for (size_t i = 0; i < sheaf_sheet_error_count(sheet); i++)
        print_message("  %zu:%zu: %s\n", sheaf_sheet_error_at(sheet, i)->line,
                      sheaf_sheet_error_at(sheet, i)->column,
                      sheaf_sheet_error_at(sheet, i)->message);
    assert_int_equal(sheaf_sheet_error_count(sheet), LENGTH(told));
    for (size_t i = 0; i < LENGTH(told); i++) {
        const sheaf_error *error = sheaf_sheet_error_at(sheet, i);

        assert_int_equal(error->line, told[i].line);
        assert_int_equal(error->column, told[i].column);
        assert_non_null(strstr(error->message, told[i].message));
    }
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_mistakes_stay),
        cmocka_unit_test(test_all_are_told),
        cmocka_unit_test(test_all_of_a_text_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
