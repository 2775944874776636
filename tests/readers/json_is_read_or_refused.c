/* json_is_read_or_refused.c - valid JSON (RFC 8259) is read, and anything else is refused with one
 * message and its place. */
#include <string.h>

#include "base/buffer.h"
#include "readers/rows_text.h"
#include "support/check.h"

#define DEEP_16 "[[[[[[[[[[[[[[[["
#define DEEP_256                                                                                   \
    DEEP_16 DEEP_16 DEEP_16 DEEP_16 DEEP_16 DEEP_16 DEEP_16 DEEP_16 DEEP_16 DEEP_16 DEEP_16        \
        DEEP_16 DEEP_16 DEEP_16 DEEP_16 DEEP_16

/* Texts as the value of a member in a valid answer. message NULL: the text is valid. */
static const struct {
    const char *value, *message;
} values[] = {
    { "null", NULL },
    { " \t\r\n true ", NULL },
    { "[false]", NULL },
    { "{}", NULL },
    { "{\"\": []}", NULL },
    { "[[], {}, \"\", 0, -0, -0.0, 1E5, 1e-5, 1.50e+2]", NULL },
    { "123456789012345678901234567890.123456789", NULL },
    { "1e999", NULL }, /* nobody asks for its value */
    { "\"\\u00e9\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\"\\\\\"", NULL },
    { "\"\u00e9\U0001F600\x7F\"", NULL },
    { "\"a \\\" ] } , 12 : \"", NULL },
    { "{\"12\": 12, \"-\": -1}", NULL },
    { "012", "1:27: error: this is not JSON" },
    { "-", "error: this is not JSON" },
    { "+1", "error: this is not JSON" },
    { ".5", "error: this is not JSON" },
    { "5.", "error: this is not JSON" },
    { "1e", "error: this is not JSON" },
    { "1e+", "error: this is not JSON" },
    { "0x10", "error: this is not JSON" },
    { "1 2", "error: this is not JSON" },
    { "1\"a\"", "error: this is not JSON" },
    { "NaN", "error: this is not JSON: invalid token near 'NaN'" },
    { "Infinity", "error: this is not JSON" },
    { "-Infinity", "error: this is not JSON" },
    { "True", "error: this is not JSON" },
    { "nul", "error: this is not JSON: invalid token near 'nul'" },
    { "'a'", "error: this is not JSON" },
    { "a", "error: this is not JSON" },
    { "", "error: this is not JSON" },
    { "[1,]", "error: this is not JSON" },
    { "[,1]", "error: this is not JSON" },
    { "[1 2]", "error: this is not JSON" },
    { "[1", "error: this is not JSON" },
    { "[1}", "error: this is not JSON" },
    { "]", "error: this is not JSON" },
    { "{\"a\" 1}", "error: this is not JSON" },
    { "{\"a\":}", "error: this is not JSON" },
    { "{\"a\":1,}", "error: this is not JSON" },
    { "{1: 2}", "error: this is not JSON" },
    { "{a: 2}", "error: this is not JSON" },
    { "{\"a\": 1, \"a\": 2}", "error: this is not JSON: duplicate object key near '\"a\"'" },
    { "\"a", "error: this is not JSON" },
    { "\"\\\"", "error: this is not JSON" },
    { "\"\n\"", "1:27: error: this is not JSON: unexpected newline" },
    { "\"\t\"", "error: this is not JSON: control character 0x9" },
    { "\"\\a\"", "error: this is not JSON" },
    { "\"\\u12\"", "error: this is not JSON" },
    { "\"\\ud800\"", "error: this is not JSON: invalid Unicode '\\uD800'" },
    { "\"\\udc00\"", "error: this is not JSON" },
    { "\"\\u0000\"", "error: a NUL character (\\u0000) in a string" },
    { "{\"a\\u0000\": 1}", "error: a NUL character (\\u0000) in a string" },
    { "\"\xFF\"", "is not UTF-8" },
    { "\"\xC0\xAF\"", "is not UTF-8" },
    { "\"\xED\xA0\x80\"", "is not UTF-8" },
    { "\"\xE9\"", "is not UTF-8" },
    { "// 1", "error: this is not JSON" },
    { "/* 1 */ 1", "error: this is not JSON" },
    { DEEP_256 DEEP_256 DEEP_256 DEEP_256 DEEP_256 DEEP_256 DEEP_256 DEEP_256 DEEP_256,
      "error: this is not JSON: maximum parsing depth reached" },
};

static void test_values_are_read_or_refused(void **state)
{
    static const char before[] = "{\"elapsedTime\": \"1\", \"x\": ",
                      after[] = ", \"data\": [{\"period\": 2023, \"primaryValue\": 1}]}";

    /* Bytes that are not UTF-8: without the option their encoding would be guessed. */
    sheaf_read_options options = { .encoding = "UTF-8" };

    (void)state;
    for (size_t i = 0; i < LENGTH(values); i++) {
        struct buffer text;
        sheaf_table *table;

        buffer_init(&text, NULL, NULL);
        buffer_text(&text, before);
        buffer_text(&text, values[i].value);
        buffer_text(&text, after);
        print_message("  %.60s\n", values[i].value);
        table = sheaf_table_read_bytes_with(NULL, "a.json", text.bytes, text.length, &options);
        if (values[i].message == NULL)
            assert_int_equal(sheaf_table_row_count(table), 1);
        if (values[i].message == NULL ? sheaf_table_status(table) != SHEAF_OK
                                      : strstr(rows_text(table), values[i].message) == NULL)
            fail_msg("%s", rows_text(table));
        sheaf_table_destroy(table);
        buffer_free(&text);
    }
}

/* Complete files. */
static const struct {
    const char *text, *message;
} texts[] = {
    { "{", "this is not JSON" },
    /* Whatever a string holds, it is no number. */
    { "{\"elapsedTime\": \"1\", \"data\": [{\"period\": 2023, \"primaryValue\": "
      "\"\\u007f1:5\"}]}",
      "data[0].primaryValue: a number is expected, not a text" },
    { "{\"elapsedTime\": \"1\", \"data\": [{\"period\": 2023, \"primaryValue\": "
      "\"\\u007F\\u007f1:5\"}]}",
      "data[0].primaryValue: a number is expected, not a text" },
    { "{\"elapsedTime\": \"1\", \"data\": [{\"period\": 2023, \"primaryValue\": "
      "\"\x7F\"\"1:5\"}]}",
      "this is not JSON" },
    { "{\"elapsedTime\": \"1\", \"data\": [{\"period\": \"\x7F"
      "1:2023\", \"primaryValue\": 5}]}",
      "1:2023' is not a period" },
    { "{}", "this JSON is in none of the formats that are read" },
    { "{\"error\": [{\"status\": 400, \"id\": 150, \"label\": \"Dimension 'x' is unknown\"}]}",
      "a.json:1:11: error: error: these are no data but a server's message: Dimension 'x' is "
      "unknown" },
    { "{\"warning\": {\"status\": 413, \"label\": \"Asynchronous response\"}}",
      "warning: these are no data but a server's message: Asynchronous response" },
    { "{\"statusCode\": 429, \"message\": \"Rate limit is exceeded\"}",
      "a.json:1:32: error: message: these are no data but a server's message: Rate limit is "
      "exceeded" },
    { "{\"meta\": {}, \"errors\": [{\"code\": 404, \"title\": \"Not found\"}]}",
      "errors: these are no data but a server's message: Not found" },
    { "{\"error\": \"invalid key\"}", "error: these are no data but a server's message: invalid" },
    { "{\"error\": null, \"errors\": []}", "this JSON is in none of the formats that are read" },
    { "{\"error\": 5}", "this JSON is in none of the formats that are read" },
    { " \n{\"a\": 1}", "this JSON is in none of the formats that are read" },
    { "\xEF\xBB\xBF{\"elapsedTime\": 1, \"data\": [{\"period\": 1990, \"primaryValue\": 5}]}",
      "1990 5 indicator=value unit=USD @1" },
    { "{\"elapsedTime\": 1, \"data\": [{\"period\": 1990, \"primaryValue\": 5}]} x",
      "this is not JSON: end of file expected near 'x'" },
    { "{\"elapsedTime\": 1, \"data\": [{\"period\": 1990, \"primaryValue\": 5}]",
      "this is not JSON: '}' expected near end of file" },
    { "{\"elapsedTime\": 1, \"data\": [{\"period\": 1990, \"primaryValue\": 5}{}]}",
      "this is not JSON" },
    { "{\"elapsedTime\": 1, \"data\": [{\"period\": 1990, \"primaryValue\": 5}], \"data\": []}",
      "these are records again" },
    { "{\"elapsedTime\": 1, \"data\": [{\"period\": 1990, \"period\": 1991}]}",
      "this is not JSON: duplicate object key" },
    { "{\"elapsedTime\": 1, 2: 3, \"data\": [{\"period\": 1990, \"primaryValue\": 5}]}",
      "this is not JSON" },
    { "{\"elapsedTime\": 1, \"\\u0000\": 3, \"data\": []}", "a NUL character" },
};

static void test_texts_are_read_or_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        print_message("  %.60s\n", texts[i].text);
        assert_rows_say(
            sheaf_table_read_bytes(NULL, "a.json", texts[i].text, strlen(texts[i].text)),
            texts[i].message);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_are_read_or_refused),
        cmocka_unit_test(test_texts_are_read_or_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
