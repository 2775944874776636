/* figures_of_workbooks_are_as_shown.c - numbers of workbooks become text with the digits that
 * spreadsheets show, as percentages, codes and dates where their format makes them such. */
#include <stdio.h>
#include <string.h>

#include "readers/workbook/cells.h"
#include "readers/workbook/figures.h"
#include "support/check.h"

static const struct {
    const char *code, *number, *shown;
} figures[] = {
    { "General", "0.10000000000000001", "0.1" },
    { "General", "1.1000000000000001", "1.1" },
    { "General", "0.30000000000000004", "0.3" },
    { "General", "31.499999999999996", "31.5" },
    { "General", "99999999999999.996", "100000000000000" },
    { "General", "0.99999999999999999", "1" },
    { "General", "-2.0000000000000001E-3", "-0.002" },
    { "General", "1.5E+10", "15000000000" },
    { "General", "1.2345678901234567E+20", "123456789012346000000" },
    { "General", "12345678901234567", "12345678901234567" }, /* a whole number is exact */
    { "General", "14.70", "14.70" },
    { "General", "-0", "0" },
    { "General", "0", "0" },
    { "General", ".5", "0.5" },
    { "General", "+7", "7" },
    { "General", "1e999", "1e999" },
    { "General", "n/a", "n/a" },
    { "General", "", "" },
    { "0.00", "12", "12.00" },
    { "0.00", "12.3456", "12.3456" },
    { "#,##0.0_);[Red]\\(#,##0.0\\)", "-1234", "-1234.0" },
    { "0%", "0.125", "12.5%" },
    { "0.0%", "0.3", "30.0%" },
    { "0%", "0.28999999999999998", "29%" },
    { "0.00%", "1E-4", "0.01%" },
    { "#,##0,", "1234567", "1234.567" },
    { "0.0,,", "31500000000", "31500.000000" },
    { "#,##0,\"k\"", "1234567", "1234567" }, /* a word says that these are thousands */
    { "0.0,,\\ \"mn\"", "31500000", "31500000.0" },
    { "000000", "10121", "010121" },
    { "00", "1", "01" },
    { "#,##0", "5", "5" },
    { "[$\xE2\x82\xAC-407]\\ #,##0.00", "5", "5.00" },
    { "#,##0,,\\ [$\xE2\x82\xAC-407]", "12345678", "12.345678" }, /* a sign is no word for them */
    { "0.00E+00", "12345", "12345" },
    { "@", "12", "12" },
    { "mmm\\-yy", "45292", "2024-01" },
    { "yyyy\"\xE5\xB9\xB4\"m\"\xE6\x9C\x88\";@", "45292", "2024-01" },
    { "[$-419]mmmm\\ yyyy;@", "45322.99", "2024-01" },
    { "yyyy", "45292", "2024" },
    { "dd.mm.yyyy", "45292", "2024-01-01" },
    { "d/m", "45292", "2024-01-01" },
    { "yyyy\\-mm\\-dd\\ hh:mm:ss AM/PM", "45292.5", "2024-01-01" },
    { "dd/mm/yyyy", "1", "1900-01-01" },
    { "dd/mm/yyyy", "59", "1900-02-28" },
    { "dd/mm/yyyy", "61", "1900-03-01" },
    { "dd/mm/yyyy", "2958465", "9999-12-31" },
    { "dd/mm/yyyy", "2958466", "2958466" },
    { "dd/mm/yyyy", "-1", "-1" },
    { "[h]:mm", "1.5", "1.5" },
    { "hh:mm", "0.5", "0.5" },
    { "mm:ss", "0.5", "0.5" },
    { "[Magenta]0.0", "5", "5.0" },
};

static const char *shown(const char *code, const char *number, char decimal, bool from_1904)
{
    static char out[FIGURE_TEXT + 1];
    struct figure_format format = figure_format_read(code);

    out[figure_write(out, number, strlen(number), &format, decimal, from_1904)] = '\0';
    return out;
}

static void test_numbers_are_as_shown(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(figures); i++) {
        print_message("  %s in %s\n", figures[i].number, figures[i].code);
        assert_string_equal(shown(figures[i].code, figures[i].number, '.', false),
                            figures[i].shown);
    }
    assert_string_equal(shown("0.0", "12.25", ',', false), "12,25");
    assert_string_equal(shown("yyyy-mm-dd", "0", '.', true), "1904-01-01");
    assert_string_equal(shown("yyyy-mm-dd", "43830", '.', true), "2024-01-01");
}

static void test_words_beside_numbers_are_kept(void **state)
{
    static const struct {
        const char *code, *words, *unit; /* unit NULL: only a power; "?": not understood */
        int power;
    } codes[] = {
        { "[$\u20ac-407]\\ #,##0", "\u20ac", "EUR", 0 },
        { "#,##0.00\\ \"\u20ac\"", "\u20ac", "EUR", 0 },
        { "#,##0.00\u20ac", "\u20ac", "EUR", 0 },
        { "\"US$\"#,##0.0", "US$", "USD", 0 },
        { "_(\"$\"* #,##0.00_);_(\"$\"* \\(#,##0.00\\)", "$", "USD", 0 },
        { "$#,##0", "$", "USD", 0 },
        { "[$$-1009]#,##0", "CAD", "CAD", 0 },
        { "[$$-409]#,##0", "USD", "USD", 0 },
        { "[$\u00a5-804]#,##0", "CNY", "CNY", 0 },
        { "[$KZT]\\ #,##0", "KZT", "KZT", 0 },
        { "\"US$\"#,##0.0\"m\"", "US$ m", "USD", 6 },
        { "0.0\\ \"bn\"", "bn", NULL, 9 },
        { "0\" \u043c\u043b\u043d\"", "\u043c\u043b\u043d", NULL, 6 },
        { "General\" kg\"", "kg", "kg", 0 },
        { "0.0,,\"m\"", "m", "?", 0 }, /* metres, or millions */
        { "0\" barrows\"", "barrows", "?", 0 },
        { "[Red][$-419]0.0", "", "?", 0 },
        { "\\(0\\)", "", "?", 0 },
        { "0.0\"%\"", "", "?", 0 },
        { "yyyy\"\u5e74\"", "", "?", 0 },
        { "0\"a text that is longer than what is kept \u20ac\u20ac\"",
          "a text that is longer than what", "?", 0 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(codes); i++) {
        struct figure_format format = figure_format_read(codes[i].code);
        const char *unit = NULL;
        int power = 0;
        bool is_known = figure_words_unit(format.words, &unit, &power);

        print_message("  %s\n", codes[i].code);
        assert_string_equal(format.words, codes[i].words);
        assert_int_equal(is_known, codes[i].unit == NULL || strcmp(codes[i].unit, "?") != 0);
        assert_int_equal(power, codes[i].power);
        if (is_known && codes[i].unit != NULL)
            assert_string_equal(unit, codes[i].unit);
        if (is_known && codes[i].unit == NULL)
            assert_null(unit);
    }
}

static void test_long_numbers_are_written_or_copied(void **state)
{
    char number[700], expected[700];

    (void)state;
    memset(number, '7', 300);
    number[300] = '\0';
    assert_string_equal(shown("General", number, '.', false), number);
    memset(number, '7', 301);
    number[301] = '\0';
    assert_string_equal(shown("0.0", number, '.', false), number);
    memset(number, '7', 699);
    number[699] = '\0';
    snprintf(expected, sizeof expected, "%.*s", FIGURE_TEXT, number);
    assert_string_equal(shown("General", number, '.', false), expected);
    assert_string_equal(shown("General", "1e-299", '.', false) + 298, "001");
    assert_string_equal(shown("00000000000000000000000", "1e-300", '.', false) + 318, "001");
}

static void test_known_formats_have_numbers(void **state)
{
    static const struct {
        uint32_t number;
        const char *shown; /* 45292.5 */
    } known[] = { { 0, "45292.5" },  { 1, "45292.5" },      { 2, "45292.50" },
                  { 9, "4529250%" }, { 10, "4529250.00%" }, { 14, "2024-01-01" },
                  { 17, "2024-01" }, { 18, "45292.5" },     { 22, "2024-01-01" },
                  { 49, "45292.5" }, { 57, "2024-01-01" },  { 163, "45292.5" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(known); i++) {
        struct figure_format format = figure_format_builtin(known[i].number);
        char out[FIGURE_TEXT + 1];

        out[figure_write(out, "45292.5", 7, &format, '.', false)] = '\0';
        assert_string_equal(out, known[i].shown);
    }
}

static void test_places_are_read(void **state)
{
    static const struct {
        const char *text;
        uint32_t row, column;
    } places[] = { { "A1", 1, 1 },           { "$AB$12", 12, 28 }, { "xfd1048576", 1048576, 16384 },
                   { "XFE1", 0, 0 },         { "A0", 0, 0 },       { "A1048577", 0, 0 },
                   { "12", 0, 0 },           { "A", 0, 0 },        { "", 0, 0 },
                   { "AAAAAAAAAAAA1", 0, 0 } };
    struct cells_area area;

    (void)state;
    for (size_t i = 0; i < LENGTH(places); i++) {
        uint32_t row, column;

        if (places[i].row == 0) {
            assert_int_equal(cells_read_place(places[i].text, &row, &column), 0);
            continue;
        }
        assert_int_equal(cells_read_place(places[i].text, &row, &column), strlen(places[i].text));
        assert_int_equal(row, places[i].row);
        assert_int_equal(column, places[i].column);
    }
    assert_true(cells_read_area("B2:C10", &area));
    assert_int_equal(area.last_row, 10);
    assert_true(cells_read_area("B2", &area));
    assert_false(cells_read_area("C2:B10", &area));
    assert_false(cells_read_area("B2:C10 ", &area));
    assert_false(cells_read_area("B2:", &area));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_are_as_shown),
        cmocka_unit_test(test_words_beside_numbers_are_kept),
        cmocka_unit_test(test_long_numbers_are_written_or_copied),
        cmocka_unit_test(test_known_formats_have_numbers),
        cmocka_unit_test(test_places_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
