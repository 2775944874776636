/* json_records_are_split_by_their_keys.c - records through a window are the same as in a tree, and
 * cost no memory each. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "readers/json/json_stream.h"
#include "support/quota.h"

static void compare(const struct json_value *got, const struct json_value *wanted)
{
    assert_int_equal(got->kind, wanted->kind);
    if (got->kind == JSON_STRING || got->kind == JSON_NUMBER)
        assert_string_equal(got->text, wanted->text);
    if (got->kind != JSON_OBJECT && got->kind != JSON_ARRAY)
        return;
    assert_int_equal(got->count, wanted->count);
    for (size_t i = 0; i < got->count; i++) {
        if (got->kind == JSON_OBJECT) {
            assert_string_equal(got->items[i].key, wanted->items[i].key);
            assert_ptr_equal(json_member(got, got->items[i].key), &got->items[i]);
        }
        compare(&got->items[i], &wanted->items[i]);
    }
}

struct outcome {
    size_t shapes, asked;
    char message[256];
};

/* Reads the elements of an array through the stream; compares them with its tree, if it has one. */
static struct outcome stream_array(const struct buffer *text)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_error error = { 0 };
    struct reading reading = { .name = "a.json", .alloc = &alloc, .error = &error };
    struct input *input = input_open_bytes(&reading, text->bytes, text->length);
    struct json_stream stream;
    struct json_failure failure;
    struct arena arena;
    size_t count = 0;

    arena_init(&arena, NULL, NULL);
    const struct json_value *tree = json_value_read(&arena, text->bytes, text->length, &failure);

    assert_true(json_stream_open(&stream, input));
    assert_true(json_stream_take(&stream, '[', "["));
    do {
        struct json_span span;
        const struct json_value *record = json_stream_record(&stream, &span, "[0 ");

        if (record == NULL)
            break;
        if (tree != NULL) {
            compare(record, json_element(tree, count));
            assert_memory_equal(span.at, text->bytes + json_element(tree, count)->offset,
                                (size_t)(span.end - span.at));
        }
        count++;
    } while (json_stream_take(&stream, ',', "[0,"));
    if (error.status == SHEAF_OK && !json_stream_take(&stream, ']', "0 "))
        json_stream_fail(&stream);
    assert_int_equal(error.status == SHEAF_OK, tree != NULL);

    struct outcome outcome = { .shapes = stream.shape.number, .asked = quota.asked };

    if (error.status != SHEAF_OK)
        snprintf(outcome.message, sizeof outcome.message, "%zu:%zu: %.200s", error.line,
                 error.column, error.message);
    else
        assert_int_equal(count, json_count(tree, JSON_ARRAY));
    json_stream_close(&stream);
    input_close(input);
    assert_int_equal(quota.live, 0);
    arena_free(&arena);
    return outcome;
}

static const struct {
    const char *name, *record; /* %zu is its number */
    size_t shapes;             /* of a thousand records */
} alike[] = {
    { "texts and numbers", "{\"a\":\"text %1$zu\",\"b\":%1$zu.50,\"c\":-1e+5}", 1 },
    { "words", "{\"a\":null,\"b\":true,\"c\":false,\"d\":0}", 1 },
    { "blanks and lines", " { \"a\" :\r\n\t\"%1$zu\" , \"b\" : 0.%1$zu }\n", 1 },
    { "many keys",
      "{\"a\":%1$zu,\"b\":1,\"c\":2,\"d\":3,\"e\":4,\"f\":5,\"g\":6,\"h\":7,\"i\":8,\"j\":9}", 1 },
    { "letters of other scripts", "{\"страна\":\"Қазақстан %1$zu\",\"值\":\"中国\"}", 1 },
    { "none at all", "{}", 1000 },
    { "escapes", "{\"a\":\"\\u0041\\n%1$zu\"}", 1000 },
    { "escapes in keys", "{\"\\u0061\":%1$zu}", 1000 },
    { "groups", "{\"a\":[%1$zu,{\"b\":null}]}", 1000 },
    { "no records", "%1$zu", 1000 },
};

static void fill(struct buffer *text, const char *record, size_t n)
{
    buffer_clear(text);
    buffer_byte(text, '[');
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buffer_byte(text, ',');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        buffer_format(text, record, i);
#pragma GCC diagnostic pop
    }
    buffer_byte(text, ']');
}

static void test_records_are_the_same_as_in_a_tree(void **state)
{
    struct buffer text;

    (void)state;
    buffer_init(&text, NULL, NULL);
    for (size_t i = 0; i < LENGTH(alike); i++) {
        print_message("  %s\n", alike[i].name);
        fill(&text, alike[i].record, 1000);
        struct outcome outcome = stream_array(&text);

        assert_string_equal(outcome.message, "");
        assert_int_equal(outcome.shapes, alike[i].shapes);
    }
    buffer_free(&text);
}

static void test_memory_does_not_grow_with_records(void **state)
{
    static const char record[] = "{\"a\":\"a text of some length, number %zu\",\"b\":1.50}";
    struct buffer text;
    size_t few, many;

    (void)state;
    buffer_init(&text, NULL, NULL);
    fill(&text, record, 5000); /* some windows long */
    few = stream_array(&text).asked;
    fill(&text, record, 20000);
    many = stream_array(&text).asked;
    assert_true(many < few + few / 4);
    buffer_free(&text);
}

/* A record is refused behind a thousand good ones, on their line, with the parser's message. */
static void test_mistakes_are_told_with_their_place(void **state)
{
    static const struct {
        const char *end, *message;
    } cases[] = {
        { "{\"a\":1} {\"a\":2}]",
          "this is not JSON: after array element, I expect ',' or ']' near '{'" },
        { "{\"a\":01}]", "this is not JSON: invalid token near '01'" },
        { "{\"a\":1.}]", "this is not JSON: malformed number, a digit is required after the "
                         "decimal point near '1.'" },
        { "{\"a\":1", "this is not JSON: '}' expected near end of file" },
        { "{\"a\":\"1", "this is not JSON: a string has no closing quotation mark" },
        { "{\"a\":1}", "this is not JSON: ']' expected near end of file" },
        { "{\"a\":nul}]", "this is not JSON: invalid token near 'nul'" },
        { "{\"a\":1]]",
          "this is not JSON: after key and value, inside map, I expect ',' or '}' near ']'" },
        { "{\"a\":\"\x01\"}]", "this is not JSON: control character 0x1 in a string" },
        { "{\"a\":1,\"a\":2}]", "this is not JSON: duplicate object key near '\"a\"'" },
    };
    struct buffer text;

    (void)state;
    buffer_init(&text, NULL, NULL);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        fill(&text, "{\"a\":%zu}", 20000);
        text.length--; /* the bracket */
        buffer_byte(&text, ',');
        size_t column = text.length + 1;
        buffer_text(&text, cases[i].end);
        struct outcome outcome = stream_array(&text);
        size_t at = 0;
        int told = 0;

        print_message("  %s: %s\n", cases[i].end, outcome.message);
        assert_int_equal(sscanf(outcome.message, "1:%zu: %n", &at, &told), 1);
        assert_true(at >= column && at <= column + strlen(cases[i].end));
        assert_string_equal(outcome.message + told, cases[i].message);
    }
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records_are_the_same_as_in_a_tree),
        cmocka_unit_test(test_memory_does_not_grow_with_records),
        cmocka_unit_test(test_mistakes_are_told_with_their_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
