/* strings_are_utf8.c - decoding by the Unicode Standard's table 3-7, and the
 * nearest word for "did you mean". */
#include "support/check.h"

#include <string.h>

#include "base/strings.h"

static const struct {
    const char *name, *bytes;
    size_t n;
    bool good;
    size_t offset;
} texts[] = {
    { "ASCII", "Exports", 7, true, 0 },
    { "Kazakh",
      "\xD2\x9A"
      "azaqstan",
      10, true, 0 },
    { "Han outside the BMP", "\xF0\xA0\x80\x80", 4, true, 0 },
    { "long ASCII, then a stray byte", "0123456789abcdef\xFFz", 18, false, 16 },
    { "overlong slash", "a\xC0\xAF", 3, false, 1 },
    { "surrogate", "\xED\xA0\x80", 3, false, 0 },
    { "past U+10FFFF", "\xF4\x90\x80\x80", 4, false, 0 },
    { "cut short", "ab\xE4\xB8", 4, false, 2 },
    { "Latin-1", "caf\xE9 au", 7, false, 3 },
    { "NUL is a character", "a\0b", 3, true, 0 },
};

static void tells_good_text_from_bad(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        size_t offset = 0;

        print_message("  %s\n", texts[i].name);
        assert_int_equal(utf8_valid(texts[i].bytes, texts[i].n, &offset), texts[i].good);
        assert_int_equal(offset, texts[i].offset);
    }
}

static void writes_what_it_reads(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code += code < 0x800 ? 1 : 97) {
        char bytes[4];
        const char *at = bytes;

        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        size_t n = utf8_write(bytes, code);
        assert_int_equal(utf8_next(&at, bytes + n), code);
        assert_ptr_equal(at, bytes + n);
    }
}

static void counts_and_cuts_whole_characters(void **state)
{
    static const char text[] = "a\xD2\x9A\xE4\xB8\xAD\xF0\xA0\x80\x80";
    static const size_t floors[] = { 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10 };

    (void)state;
    assert_int_equal(utf8_count(text, sizeof text - 1), 4);
    for (size_t n = 0; n < LENGTH(floors); n++)
        assert_int_equal(utf8_floor(text, n), floors[n]);
}

static void leaves_out_what_is_no_character(void **state)
{
    static const struct {
        const char *text, *good;
    } cases[] = { { "", "" },
                  { "\xE4\xB8\xAD", "\xE4\xB8\xAD" },
                  { "a\xE4\xB8' b", "a' b" },
                  { "\xFF\xB8"
                    "a\xD2",
                    "a" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char text[16];
        size_t n = strlen(cases[i].text);

        memcpy(text, cases[i].text, n);
        n = utf8_repair(text, n);
        assert_true(string_is(text, n, cases[i].good));
    }
}

static void finds_the_nearest_word(void **state)
{
    static const char *const words[] = {
        "exports", "imports", "turnover", "bars", "lines", "donut"
    };
    static const struct {
        const char *word, *nearest;
    } cases[] = { { "exprots", "exports" },
                  { "Exports", "exports" },
                  { "turnovr", "turnover" },
                  { "baars", "bars" },
                  { "lins", "lines" },
                  { "xyz", NULL },
                  { "balance", NULL },
                  { "", NULL },
                  { "pie", "donut" },
                  { "Columns", "bars" },
                  { "map", NULL } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const char *found =
            string_nearest(cases[i].word, strlen(cases[i].word), words, LENGTH(words));

        print_message("  %s\n", cases[i].word);
        if (cases[i].nearest == NULL)
            assert_null(found);
        else
            assert_string_equal(found, cases[i].nearest);
    }
}

static void compares_slices(void **state)
{
    (void)state;
    assert_true(string_is("exports, imports", 7, "exports"));
    assert_false(string_is("exports", 6, "exports"));
    assert_false(string_is("a\0b", 3, "a"));
    assert_true(string_equal_ignoring_case("OBS_Value", "obs_value"));
    assert_false(string_equal_ignoring_case("obs", "obs_value"));
}

static void compares_texts_of_any_length(void **state)
{
    char a[40], b[40];

    (void)state;
    memset(a, 'x', sizeof a);
    for (size_t n = 0; n < sizeof a; n++)
        for (size_t at = 0; at <= n; at++) {
            memset(b, 'x', sizeof b);
            b[at] = 'y'; /* at n: behind the text */
            assert_int_equal(bytes_equal(a, b, n), at == n);
        }
}

static void names_are_made_harmless(void **state)
{
    static const struct {
        const char *text, *written;
    } cases[] = {
        { "plain,\tҚазақстан\r\n中国 \u200E\u200F\u061C", NULL },
        { "\x1B[31mred\x7F", "\uFFFD[31mred\uFFFD" },
        { "\xC2\x80\xC2\x85\xC2\x9F\u00A0", "\uFFFD\uFFFD\uFFFD\u00A0" },
        { "a\u202A\u202Eb\u2066c\u2069d", "abcd" },
        { "a\u2028b\u2029", "a b " },
        { "", NULL },
    };
    char out[128];

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const char *written = cases[i].written != NULL ? cases[i].written : cases[i].text;
        size_t n = strlen(cases[i].text);
        uint32_t code;

        assert_int_equal(utf8_find_harmful(cases[i].text, n, &code), cases[i].written != NULL);
        assert_int_equal(utf8_write_harmless(out, cases[i].text, n), strlen(written));
        assert_memory_equal(out, written, strlen(written));
        assert_false(utf8_find_harmful(written, strlen(written), &code));
    }
}

static void terminals_are_not_commanded(void **state)
{
    static const struct {
        const char *text, *shown;
    } cases[] = {
        { "plain, Қазақстан, 中国, \u0627\u0644", "plain, Қазақстан, 中国, \u0627\u0644" },
        { "\x1B[31mred\x7F", "\uFFFD[31mred\uFFFD" },
        { "a\xC2\x9B"
          "31mb\xC2\x85",
          "a\uFFFD31mb\uFFFD" },
        { "a\u202Eb\u2066c\u2069\u2028", "a\uFFFDb\uFFFDc\uFFFD\uFFFD" },
        { "a\tb\r\nc", "a b  c" },
        { "a\xC3", "a\uFFFD" },
        { "", "" },
    };
    char out[64];

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        size_t n = strlen(cases[i].shown);

        assert_int_equal(
            utf8_write_printable(out, sizeof out, cases[i].text, strlen(cases[i].text)), n);
        assert_string_equal(out, cases[i].shown);
    }
    /* Cut at a whole character, and nothing after the cut. */
    assert_int_equal(utf8_write_printable(out, 4,
                                          "ab\x1B"
                                          "c",
                                          4),
                     6);
    assert_string_equal(out, "ab");
    assert_int_equal(utf8_write_printable(NULL, 0, "abc", 3), 3);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_made_harmless),
        cmocka_unit_test(terminals_are_not_commanded),
        cmocka_unit_test(tells_good_text_from_bad),
        cmocka_unit_test(writes_what_it_reads),
        cmocka_unit_test(counts_and_cuts_whole_characters),
        cmocka_unit_test(leaves_out_what_is_no_character),
        cmocka_unit_test(finds_the_nearest_word),
        cmocka_unit_test(compares_slices),
        cmocka_unit_test(compares_texts_of_any_length),
    };
    return cmocka_run_group_tests_name("base/strings_are_utf8", tests, NULL, NULL);
}
