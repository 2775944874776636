/* json_becomes_a_tree.c - JSON becomes a tree that keeps what was written, or is refused at the
 * offset of what is wrong. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "input/json.h"
#include "support/check.h"
#include "support/quota.h"

/* The tree, with the offset of each value: {a@5 [1.50@6 ]}@0. */
static void write_value(struct buffer *out, const struct json_value *value)
{
    static const char *const words[] = { "null", "false", "true" };

    if (value->kind == JSON_ARRAY || value->kind == JSON_OBJECT) {
        buffer_byte(out, value->kind == JSON_ARRAY ? '[' : '{');
        for (size_t i = 0; i < value->count; i++) {
            if (i > 0)
                buffer_byte(out, ' ');
            if (value->items[i].key != NULL)
                buffer_format(out, "%s@%u:", value->items[i].key, value->items[i].key_offset);
            write_value(out, &value->items[i]);
        }
        buffer_byte(out, value->kind == JSON_ARRAY ? ']' : '}');
    } else if (value->kind == JSON_STRING) {
        buffer_format(out, "'%s'", value->text);
    } else {
        buffer_text(out, value->kind == JSON_NUMBER ? value->text : words[value->kind]);
    }
    buffer_format(out, "@%u", value->offset);
}

static const struct {
    const char *text, *tree; /* or "OFFSET: message" */
} texts[] = {
    { "12.50", "12.50@0" },
    { " -0 ", "-0@1" },
    { "1e999", "1e999@0" },
    { "[1,\t-2.0E+3 ,\r\n\"\\u007f1:5\"]", "[1@1 -2.0E+3@4 '\x7F"
                                           "1:5'@15]@0" },
    { "{\"b\": [ true,null ], \"\" :{\"b\":false}}",
      "{b@1:[true@8 null@13]@6 @21:{b@26:false@30}@25}@0" },
    { "{\"a,:\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", "{a,:@1:'\"\\/\b\f\n\r\t'@8}@0" },
    { "\"\\uD83d\\ude00 \\u00e9\"", "'\xF0\x9F\x98\x80 \xC3\xA9'@0" },
    { "", "0: this is not JSON: a value expected near end of file" },
    { " \n", "2: this is not JSON: a value expected near end of file" },
    { "012", "0: this is not JSON: invalid token near '012'" },
    { "[1, -01]", "4: this is not JSON: invalid token near '-01'" },
    { "[1.]", "1: this is not JSON: malformed number, a digit is required after the decimal point "
              "near '1.'" },
    { "[nul]", "1: this is not JSON: invalid token near 'nul'" },
    { "[1]\f", "3: this is not JSON: end of file expected near '\f'" },
    { "[1,\v2]", "3: this is not JSON: control character 0xb" },
    { "[1\f]", "2: this is not JSON: control character 0xc" },
    { "[1, 2", "5: this is not JSON: ']' expected near end of file" },
    { "[{\"a\": 1", "8: this is not JSON: '}' expected near end of file" },
    { "[1,,2]", "3: this is not JSON: unallowed token at this point in JSON text near ','" },
    { "[1,]", "3: this is not JSON: unallowed token at this point in JSON text near ']'" },
    { "[1, // 2", "4: this is not JSON: probable comment found in input text, comments are not "
                  "enabled near '/'" },
    { "[\"a\" \"b\"]",
      "5: this is not JSON: after array element, I expect ',' or ']' near '\"b\"'" },
    { "[\"a", "1: this is not JSON: a string has no closing quotation mark" },
    { "[\"a\tb\"]", "1: this is not JSON: control character 0x9 in a string" },
    { "[\"\\ud83d\"]", "2: this is not JSON: invalid Unicode '\\uD83D'" },
    { "[\"\\ud83d\\u0041\"]", "2: this is not JSON: invalid Unicode '\\uD83D'" },
    { "[\"\\\\\\udE00\"]", "4: this is not JSON: invalid Unicode '\\uDE00'" },
    { "[\"\\u0000\"]", "2: a NUL character (\\u0000) in a string" },
    { "[\"\xED\xA0\x80\"]", "1: this is not JSON: a string is not UTF-8" },
    { "[\"\xC0\xAF\"]", "1: this is not JSON: a string is not UTF-8" },
    { "{\"a\": 1, \"b\": 2, \"\\u0061\": 3}",
      "17: this is not JSON: duplicate object key near '\"\\u0061\"'" },
    { "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"c\":1}",
      "55: this is not JSON: duplicate object key near '\"c\"'" },
    { "1 2", "2: this is not JSON: end of file expected near '2'" },
    { "[1]]", "3: this is not JSON: end of file expected near ']'" },
    /* As long as what is shown of a token, at the end of the text. */
    { "1 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      "2: this is not JSON: end of file expected near "
      "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'" },
};

static void test_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        struct json_failure failure;
        struct buffer got;
        struct arena arena;

        buffer_init(&got, NULL, NULL);
        arena_init(&arena, NULL, NULL);
        size_t n = strlen(texts[i].text);
        char *text = malloc(n > 0 ? n : 1); /* no byte more, for the sanitizers */
        assert_non_null(text);
        memcpy(text, texts[i].text, n);
        const struct json_value *root = json_value_read(&arena, text, n, &failure);
        if (root != NULL)
            write_value(&got, root);
        else
            buffer_format(&got, "%zu: %s", failure.offset, failure.message);
        print_message("  %s\n", texts[i].text);
        assert_string_equal(got.bytes, texts[i].tree);
        arena_free(&arena);
        free(text);
        buffer_free(&got);
    }
}

static void test_nul_bytes_are_refused(void **state)
{
    static const char text[] = "[1\0, 2]";
    struct json_failure failure;
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, NULL);
    assert_null(json_value_read(&arena, text, sizeof text - 1, &failure));
    assert_int_equal(failure.offset, 2);
    arena_free(&arena);
}

static void test_depth_is_bounded(void **state)
{
    char text[2 * JSON_DEPTH + 2];

    (void)state;
    for (size_t depth = JSON_DEPTH; depth <= JSON_DEPTH + 1; depth++) {
        struct json_failure failure;
        struct arena arena;

        arena_init(&arena, NULL, NULL);
        memset(text, '[', depth);
        memset(text + depth, ']', depth);
        bool read = json_value_read(&arena, text, 2 * depth, &failure) != NULL;
        assert_int_equal(read, depth == JSON_DEPTH);
        if (!read)
            assert_int_equal(failure.offset, JSON_DEPTH);
        arena_free(&arena);
    }
}

static void test_members_are_found(void **state)
{
    enum { MEMBERS = 1000 };

    (void)state;
    for (size_t count = 1; count <= MEMBERS; count = count < 20 ? count + 1 : MEMBERS + 1) {
        struct json_failure failure;
        struct buffer text;
        struct arena arena;
        int64_t number = 0;

        buffer_init(&text, NULL, NULL);
        arena_init(&arena, NULL, NULL);
        for (size_t i = 0; i < count; i++)
            buffer_format(&text, "%c\"k%zu\": %zu", i == 0 ? '{' : ',', i, i);
        buffer_byte(&text, '}');
        const struct json_value *root = json_value_read(&arena, text.bytes, text.length, &failure);
        for (size_t i = 0; i < count; i++) {
            char key[32];

            snprintf(key, sizeof key, "k%zu", i);
            assert_true(json_whole_number(json_member(root, key), 0, MEMBERS, &number));
            assert_int_equal(number, i);
        }
        assert_null(json_member(root, "k"));
        assert_null(json_member(json_member(root, "k0"), "k0"));
        assert_null(json_element(root, 0));
        arena_free(&arena);
        buffer_free(&text);
    }
}

static sheaf_status read_once(const sheaf_alloc *alloc, const void *context)
{
    const char *text = context;
    sheaf_error error = { 0 };
    struct json_failure failure;
    struct arena arena;

    arena_init(&arena, alloc, &error);
    const struct json_value *root = json_value_read(&arena, text, strlen(text), &failure);
    bool is_refused = root == NULL && failure.message[0] != '\0';
    assert_true(root != NULL || is_refused || error.status == SHEAF_NO_MEMORY);
    arena_free(&arena);
    return error.status;
}

static void test_survives_every_oom(void **state)
{
    static char deep[1000];

    (void)state;
    quota_sweep(read_once, "{\"a\": [1, \"\\n\", {}], \"b\": null, \"c\": 1, \"d\": 1, \"e\": 1, "
                           "\"f\": 1, \"g\": 1, \"h\": 1, \"i\": 1, \"j\": \"a\"}");
    quota_sweep(read_once, "[\"never closed");
    memset(deep, '[', sizeof deep - 1);
    quota_sweep(read_once, deep);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_nul_bytes_are_refused),
        cmocka_unit_test(test_depth_is_bounded),
        cmocka_unit_test(test_members_are_found),
        cmocka_unit_test(test_survives_every_oom),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
