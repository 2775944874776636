/* cells_are_read_in_every_spelling.c - a number is read in every spelling of statistics offices, or
 * refused. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "readers/cell.h"

static const struct {
    const char *text;
    char decimal;
    double value;
    int decimals;
    const char *flag;
} figures[] = {
    { "12", '\0', 12, 0, "" },
    { " 12 ", '.', 12, 0, "" },
    { "12.5", '\0', 12.5, 1, "" },
    { "12.50", '.', 12.5, 2, "" },
    { "12,5", '\0', 12.5, 1, "" },
    { "12,50", ',', 12.5, 2, "" },
    { ".5", '\0', 0.5, 1, "" },
    { ",5", ',', 0.5, 1, "" },
    { "0.123", '\0', 0.123, 3, "" },
    { "0,123", '\0', 0.123, 3, "" },
    { "1,234", '.', 1234, 0, "" },
    { "1,234", ',', 1.234, 3, "" },
    { "1.234", '.', 1.234, 3, "" },
    { "1.234", ',', 1234, 0, "" },
    { "1234.567", '\0', 1234.567, 3, "" },
    { "1,234,567", '\0', 1234567, 0, "" },
    { "1.234.567", '\0', 1234567, 0, "" },
    { "1,234.5", '\0', 1234.5, 1, "" },
    { "1.234,5", '\0', 1234.5, 1, "" },
    { "1 234 567", '\0', 1234567, 0, "" },
    { "1 234,567", '\0', 1234.567, 3, "" },
    { "1\u00a0234,5", ',', 1234.5, 1, "" },
    { "1\u2009234.5", '.', 1234.5, 1, "" },
    { "1\u202f234", '\0', 1234, 0, "" },
    { "1'234.5", '\0', 1234.5, 1, "" },
    { "1\u2019234", '.', 1234, 0, "" },
    { "12,34,567.8", '\0', 1234567.8, 1, "" },
    { "-12.5", '.', -12.5, 1, "" },
    { "- 12,5", ',', -12.5, 1, "" },
    { "\u2212"
      "1 234",
      '.', -1234, 0, "" },
    { "\u2013"
      "2.1",
      '.', -2.1, 1, "" },
    { "+7", '.', 7, 0, "" },
    { "(12.5)", '.', -12.5, 1, "" },
    { "(1,234)", '.', -1234, 0, "" },
    { "( 1 234 )", '.', -1234, 0, "" },
    { "$1,234.50", '\0', 1234.5, 2, "" },
    { "-\u00a3"
      "5",
      '.', -5, 0, "" },
    { "($5)", '.', -5, 0, "" },
    { "\u20ac 5,5", ',', 5.5, 1, "" },
    { "4.5 p", '.', 4.5, 1, "p" },
    { "4.5p", '\0', 4.5, 1, "p" },
    { "4,5 bp", ',', 4.5, 1, "bp" },
    { "1 234 e", '.', 1234, 0, "e" },
    { "12e", '.', 12, 0, "e" },
    { "12 [e]", '.', 12, 0, "e" },
    { "12 (P)", '.', 12, 0, "P" },
    { "12[1]", '.', 12, 0, "1" },
    { "12\u00b9", '.', 12, 0, "\u00b9" },
    { "12 1)", '.', 12, 0, "1)" },
    { "1 234 1)", '.', 1234, 0, "1)" },
    { "12*", '.', 12, 0, "*" },
    { "30.1%", '.', 30.1, 1, "%" },
    { "30,1 %", ',', 30.1, 1, "%" },
    { "(5) p", '.', -5, 0, "p" },
    { "1.5e3", '\0', 1500, -2, "" },
    { "1.234e5", '\0', 123400, -2, "" },
    { "1,5E3", ',', 1500, -2, "" },
    { "20211", '.', 20211, 0, "" }, /* a footnote's digit looks like any other */
    { "9007199254740993", '.', 9007199254740992, 0, "" },
    { "9 007 199 254 740 993", '.', 9007199254740992, 0, "" },
    { "0,1000000000000000055511151231257827", ',', 0.1, 34, "" },
};

static void reads_figures(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(figures); i++) {
        struct cell cell = cell_read(figures[i].text, strlen(figures[i].text), figures[i].decimal);

        print_message("  %s\n", figures[i].text);
        assert_int_equal(cell.kind, CELL_NUMBER);
        assert_true(cell.value == figures[i].value);
        assert_int_equal(cell.decimals, figures[i].decimals);
        assert_int_equal(cell.flag_n, strlen(figures[i].flag));
        assert_memory_equal(cell.flag_n > 0 ? cell.flag : "", figures[i].flag, cell.flag_n);
    }
}

static const struct {
    const char *text;
    char status;
    const char *flag;
} missing[] = {
    { "", 'O', "" },        { "  ", 'O', "" },
    { ":", 'O', "" },       { "..", 'O', "" },
    { ".", 'O', "" },       { "...", 'O', "" },
    { "\u2026", 'O', "" },  { "-", 'O', "" },
    { "\u2013", 'O', "" },  { "\u2014", 'O', "" },
    { "na", 'O', "" },      { "N/A", 'O', "" },
    { "NaN", 'O', "" },     { "#N/A", 'O', "" },
    { "x", 'O', "" },       { "/", 'O', "" },
    { "~", 'O', "" },       { "NULL", 'O', "" },
    { "\u00a0-", 'O', "" }, { ": c", 'O', "c" },
    { ":c", 'O', "c" },     { ": [z]", 'O', "z" },
    { "n/a p", 'O', "p" },  { "[z]", 'M', "" },
    { "[c]", 'Q', "" },     { "\u043d/\u0434", 'O', "" },
};

static void knows_the_words_for_missing(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(missing); i++) {
        struct cell cell = cell_read(missing[i].text, strlen(missing[i].text), '.');

        print_message("  '%s'\n", missing[i].text);
        assert_int_equal(cell.kind, CELL_MISSING);
        assert_true(isnan(cell.value));
        assert_int_equal(cell.status, missing[i].status);
        assert_int_equal(cell.flag_n, strlen(missing[i].flag));
        assert_memory_equal(cell.flag_n > 0 ? cell.flag : "", missing[i].flag, cell.flag_n);
    }
}

static void refuses_the_rest(void **state)
{
    static const struct {
        const char *text;
        char decimal;
    } cases[] = {
        { "12,5", '.' },      { "12.5", ',' },   { "1 234.5", ',' },
        { "1.2.3", '\0' },    { "1,2,3", '\0' }, { "1,23,4", '.' },
        { "0,123", '.' },     { "01,234", '.' }, { "5.", '.' },
        { "5,", ',' },        { "12 34", '.' },  { "1 234 56", '.' },
        { "1 234'567", '.' }, { "1..5", '.' },   { "--5", '.' },
        { "(5", '.' },        { "5)", '.' },     { "(-5)", '.' },
        { "()", '.' },        { "20211)", '.' }, { "2023-01", '.' },
        { "0x10", '.' },      { "abc", '.' },    { "1e999", '.' },
        { "1,234e5", '.' },   { "5 p1", '.' },   { "5\xff", '.' },
        { "\xff", '.' },      { "p", '.' },      { "inf", '.' },
        { "12 [", '.' },      { "12 []", '.' },  { "1,234.5,6", '\0' },
        { "1 2345", '.' },    { "$", '.' },      { "5 000 tonnes and a long remark, really", '.' },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct cell cell = cell_read(cases[i].text, strlen(cases[i].text), cases[i].decimal);

        print_message("  %s\n", cases[i].text);
        assert_int_equal(cell.kind, CELL_WRONG);
        assert_true(isnan(cell.value));
    }
}

static void what_reads_two_ways_stays_open(void **state)
{
    static const char *const texts[] = { "1,234", "1.234", "-1,234", "(12.345)", "123,456 p" };

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        assert_int_equal(cell_read(texts[i], strlen(texts[i]), '\0').kind, CELL_AMBIGUOUS);
        assert_int_equal(cell_read(texts[i], strlen(texts[i]), '.').kind, CELL_NUMBER);
        assert_int_equal(cell_read(texts[i], strlen(texts[i]), ',').kind, CELL_NUMBER);
        assert_int_equal(cell_evidence(texts[i], strlen(texts[i])), CELL_SHOWS_EITHER);
    }
}

static void marks_are_evidence(void **state)
{
    static const struct {
        const char *text;
        enum cell_evidence evidence;
    } cases[] = {
        { "12.5", CELL_SHOWS_POINT },         { "1,234.5", CELL_SHOWS_POINT },
        { "1,234,567", CELL_SHOWS_POINT },    { "0.123", CELL_SHOWS_POINT },
        { "1234.567", CELL_SHOWS_POINT },     { "12,5", CELL_SHOWS_COMMA },
        { "1.234,5", CELL_SHOWS_COMMA },      { "1.234.567", CELL_SHOWS_COMMA },
        { "0,123", CELL_SHOWS_COMMA },        { "1 234,567", CELL_SHOWS_COMMA },
        { "1 234", CELL_SHOWS_NOTHING },      { "1234", CELL_SHOWS_NOTHING },
        { "", CELL_SHOWS_NOTHING },           { "n.a.", CELL_SHOWS_NOTHING },
        { "1.2.3", CELL_SHOWS_NOTHING },      { "4,5 p", CELL_SHOWS_COMMA },
        { "2023.04.15", CELL_SHOWS_NOTHING }, { "1'234.5", CELL_SHOWS_POINT },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        print_message("  %s\n", cases[i].text);
        assert_int_equal(cell_evidence(cases[i].text, strlen(cases[i].text)), cases[i].evidence);
    }
}

/* A number beyond the limit of bytes shows no decimal mark, whatever function reads it. */
static void what_is_no_figure_is_no_evidence(void **state)
{
    char text[1024];

    (void)state;
    memset(text, '7', sizeof text);
    text[2] = '.';
    assert_int_equal(cell_read(text, sizeof text, '\0').kind, CELL_WRONG);
    assert_int_equal(cell_evidence(text, sizeof text), CELL_SHOWS_NOTHING);
}

/* The value is the same for every grouping and every mark. */
static void every_spelling_keeps_the_value(void **state)
{
    static const char *const groups[] = {
        "", " ", "\u00a0", "\u2009", "\u202f", "'", "\u2019", ","
    };
    unsigned seed = 1;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        char plain[64], spelt[128] = "";
        const char *group = groups[(seed = seed * 1103515245u + 12345u) / 65536 % LENGTH(groups)];
        unsigned whole = (seed = seed * 1103515245u + 12345u) % 1000000000u;
        int n = snprintf(plain, sizeof plain, "%u", whole);
        struct cell expected, got;

        for (int i = 0; i < n; i++) {
            size_t length = strlen(spelt);

            spelt[length] = plain[i];
            spelt[length + 1] = '\0';
            if ((n - i - 1) % 3 == 0 && i < n - 1)
                strcat(spelt, group);
        }
        strcat(spelt, round % 2 ? ".25" : ".7");
        strcat(plain, round % 2 ? ".25" : ".7");
        expected = cell_read(plain, strlen(plain), '.');
        got = cell_read(spelt, strlen(spelt), '\0');
        if (got.kind != CELL_NUMBER || got.value != expected.value)
            fail_msg("'%s' is not %s", spelt, plain);
        assert_int_equal(got.decimals, expected.decimals);
    }
}

/* Every text of four tokens is read or refused; a number is finite, and a flag lies within the
 * text. */
static void any_mixture_of_tokens_is_safe(void **state)
{
    static const char *const tokens[] = { "",  "1", "234", "0",      ".",    ",", " ", "'",
                                          "(", ")", "-",   "\u2009", "p",    "[", "]", "e",
                                          "%", ":", "$",   "\u2019", "\xe2", "*", "x" };
    size_t n = LENGTH(tokens);

    (void)state;
    for (size_t i = 0; i < n * n * n * n; i++) {
        char text[64] = "";

        for (size_t k = 0, rest = i; k < 4; k++, rest /= n)
            strcat(text, tokens[rest % n]);
        for (size_t d = 0; d < 3; d++) {
            struct cell cell = cell_read(text, strlen(text), "\0.,"[d]);

            assert_int_equal(cell.kind == CELL_NUMBER, isfinite(cell.value) != 0);
            if (cell.flag_n > 0)
                assert_true(cell.flag >= text && cell.flag + cell.flag_n <= text + strlen(text));
        }
        cell_evidence(text, strlen(text));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_figures),
        cmocka_unit_test(knows_the_words_for_missing),
        cmocka_unit_test(refuses_the_rest),
        cmocka_unit_test(what_reads_two_ways_stays_open),
        cmocka_unit_test(marks_are_evidence),
        cmocka_unit_test(what_is_no_figure_is_no_evidence),
        cmocka_unit_test(every_spelling_keeps_the_value),
        cmocka_unit_test(any_mixture_of_tokens_is_safe),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
