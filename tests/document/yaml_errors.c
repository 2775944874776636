/* yaml_errors.c - every wrong YAML text gives one message at the right place. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/node.h"
#include "support/quota.h"

/* Reads text; out gets "LINE:COLUMN+LENGTH: MESSAGE" or, if it is right, "". */
static void message_for(const char *text, size_t n, char *out, size_t capacity)
{
    sheaf_error error = { 0 };
    struct arena arena;
    struct document document;

    arena_init(&arena, NULL, &error);
    sheaf_status status = document_read(&document, "a.yaml", text, n, &arena, &error);
    assert_int_equal(status, error.status);
    out[0] = '\0';
    if (status != SHEAF_OK)
        snprintf(out, capacity, "%zu:%zu+%zu: %s", error.line, error.column, error.length,
                 error.message);
    arena_free(&arena);
}

static const struct {
    const char *name, *text, *message;
} wrong[] = {
    { "empty", "", "0:0+0: the file is empty" },
    { "only a comment", "# nothing\n", "0:0+0: the file is empty" },
    { "same key", "title: a\ndeck: b\ntitle: c\n",
      "3:1+5: key 'title' is here twice; the first is in line 1" },
    { "unknown alias", "a: 1\nb: *nowhere\n", "2:4+8: no anchor '&nowhere' before this" },
    { "cyclic alias", "a: &loop\n  - 1\n  - *loop\n",
      "3:5+5: '*loop' stands inside '&loop', so it would contain itself" },
    { "billion laughs",
      "a: &a [1,1,1,1,1,1,1,1,1,1]\n"
      "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
      "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
      "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
      "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
      "f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n",
      "5:4+4: with its aliases written out this has more than 100000 values" },
    { "tag", "a: !!binary aGk=\n",
      "1:4+13: tags such as 'tag:yaml.org,2002:binary' have no meaning here" },
    { "long tag", "a: !!python/object/apply:os.system x\n",
      "1:4+33: tags such as 'tag:yaml.org,2002:python/object/apply:os.system' have no meaning "
      "here" },
    { "undefined tag", "a: !e!x y\n",
      "1:4+1: tags such as '!name' have no meaning here; put a text that begins with '!' in "
      "quotes" },
    { "a member that is left out, within brackets", "without: {partner: !World}\n",
      "1:26+1: '!' begins a YAML tag: put the text in quotes, or leave a member out by "
      "'without:'" },
    { "a member that is left out", "without:\n  partner: !World\n",
      "2:12+6: '!World' is a YAML tag: put it in quotes, or leave a member out by 'without:'" },
    { "two documents", "a: 1\n---\nb: 2\n",
      "2:1+1: a second document begins here; one file holds one" },
    { "key that is a list", "[a, b]: 1\n", "1:1+6: a key must be a word, not a list" },
    { "unquoted colon", "title: Trade: a view\n",
      "1:13+1: a ':' is not expected here; quote a text that holds ': '" },
    { "tab", "a:\n\tb: 1\n", "2:1+1: a tab cannot indent here; use spaces" },
    { "list never closed", "a: [1, 2\nb: 3\n", "2:2+1: ',' or ']' is expected here" },
    { "quote never closed", "a: \"b\n", "1:4+1: a quotation mark is never closed" },
    { "indentation", "a: 1\n  b: 2\n",
      "2:3+1: this line begins in column 3, the one above in column 1; keys of one mapping stand "
      "below each other" },
    { "indentation below a comment", "a:\n  - b: 1\n\n    # note\n     c: 2\n",
      "5:6+1: this line begins in column 6, the one above in column 5; keys of one mapping stand "
      "below each other" },
    { "unquoted colon below another line", "a: 1\nturnover: imply(trade[flow: turnover])\n",
      "2:27+1: a ':' is not expected here; quote a text that holds ': '" },
    { "unquoted bracket in braces", "- {value: turnover[2023], label: x}\n",
      "1:19+1: within braces a text that holds '[' stands in quotes: \"exports[2023]\"" },
    { "word without colon", "a: 1\nword\nb: 2\n",
      "2:1+1: this line is no 'key: value'; is a ':' missing" },
    { "word without colon at the end", "a: 1\n\nword\n",
      "3:1+1: this line is no 'key: value'; is a ':' missing" },
    { "Latin-1", "a: caf\xE9\n", "1:7+1: byte 0xE9 is not UTF-8; is this text, saved as UTF-8?" },
    { "columns count characters", "\xC3\xA9\xC3\xA9: *x\n", "1:5+2: no anchor '&x' before this" },
    { "control character", "a: \x01\n",
      "1:4+1: the control character U+0001 has no place here; is this text?" },
    { "UTF-16",
      "\xFF\xFE"
      "a",
      "0:0+0: this is UTF-16; save the file as UTF-8" },
    { "escaped control character", "a: b\nc: \"\\e[31mred\"\n",
      "2:4+11: a text cannot hold the control character U+001B" },
    { "escaped C1 control character", "a: \"\\x9b\"\n",
      "1:4+6: a text cannot hold the control character U+009B" },
    { "JSON: half a pair", "{\n \"a\": \"\\u0041\\ud842\"}",
      "2:14+6: this is not JSON: invalid Unicode '\\uD842'" },
    { "JSON: second half alone", "{\"a\": \"\\udfb7\"}",
      "1:8+6: this is not JSON: invalid Unicode '\\uDFB7'" },
    { "JSON: two first halves", "{\"a\": \"\\ud842\\ud842\"}",
      "1:8+6: this is not JSON: invalid Unicode '\\uD842'" },
    { "JSON: no digits", "{\"a\": \"\\u00g1\"}",
      "1:7+8: this is not JSON: invalid (non-hex) character occurs after '\\u' inside string near "
      "'\"\\u00g1\"'" },
    { "JSON: no comma", "{\"a\": \"\\ud83d\\ude00\"\n \"b\": 1}",
      "2:2+3: this is not JSON: after key and value, inside map, I expect ',' or '}' near "
      "'\"b\"'" },
    { "JSON: a key twice", "{\"a\": \"\\ud83d\\ude00\",\n \"a\": 1}",
      "2:2+3: this is not JSON: duplicate object key near '\"a\"'" },
    { "JSON: something behind it", "{\"a\": \"\\ud83d\\ude00\"}\n]",
      "2:1+1: this is not JSON: end of file expected near ']'" },
    { "JSON: escaped NUL", "{\"a\": \"\\u0000\"}", "1:8+6: a NUL character (\\u0000) in a string" },
    { "escaped NUL", "a: \"\\0\"\n", "1:4+4: a text cannot hold the control character U+0000" },
};

static void test_messages(void **state)
{
    size_t n_different = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(wrong); i++) {
        char got[600];

        message_for(wrong[i].text, strlen(wrong[i].text), got, sizeof got);
        if (strcmp(got, wrong[i].message) == 0)
            continue;
        print_message("  %s\n    %s\n    not %s\n", wrong[i].name, got, wrong[i].message);
        n_different++;
    }
    assert_int_equal(n_different, 0);
}

static void test_nul_bytes(void **state)
{
    char got[600];

    (void)state;
    message_for("a\0b", 3, got, sizeof got);
    assert_string_equal(got,
                        "1:2+1: the control character U+0000 has no place here; is this text?");
}

/* Every byte cut off a right document, and every byte changed, ends well. */
static void damage(const char *whole, size_t n, size_t *read, size_t *refused)
{
    static const char bytes[] = "\0:[]{}&*!|>'\"%#-\t\n\x80\xFF";
    char text[100], got[600];

    for (size_t part = 0; part <= n; part++) {
        message_for(whole, part, got, sizeof got);
        *(got[0] == '\0' ? read : refused) += 1;
    }
    assert_true(n < sizeof text);
    for (size_t at = 0; at < n; at++) {
        for (size_t i = 0; i < sizeof bytes; i++) {
            memcpy(text, whole, n);
            text[at] = bytes[i];
            message_for(text, n, got, sizeof got);
            *(got[0] == '\0' ? read : refused) += 1;
        }
    }
}

static void test_damaged(void **state)
{
    static const char yaml[] = "a: &x [1, \"\\u00e9\", {b: 'c'}]\nd: *x\ne: |\n  text\n";
    static const char json[] = "{\"a\": [1.5, \"\\ud83d\\ude00\", null],\n \"d\": {\"e\": -1e3}}";
    size_t read = 0, refused = 0;

    (void)state;
    damage(yaml, sizeof yaml - 1, &read, &refused);
    assert_true(read > 50);
    assert_true(refused > 300);
    read = refused = 0;
    damage(json, sizeof json - 1, &read, &refused);
    assert_true(read > 50);
    assert_true(refused > 300);
}

static void test_depth(void **state)
{
    char text[2 * DOCUMENT_DEPTH + 3], got[600];

    (void)state;
    memset(text, '[', DOCUMENT_DEPTH);
    memset(text + DOCUMENT_DEPTH, ']', DOCUMENT_DEPTH);
    message_for(text, 2 * DOCUMENT_DEPTH, got, sizeof got);
    assert_string_equal(got, "");
    memset(text, '[', DOCUMENT_DEPTH + 1);
    memset(text + DOCUMENT_DEPTH + 1, ']', DOCUMENT_DEPTH + 1);
    message_for(text, 2 * DOCUMENT_DEPTH + 2, got, sizeof got);
    assert_string_equal(got, "1:65+1: more than 64 levels deep");
}

static void test_json(void **state)
{
    static const char json[] = "{\"title\": \"a\", \"list\": [1, -2.5e3, null, \"null\"]}";
    sheaf_error error = { 0 };
    struct arena arena;
    struct document document;

    (void)state;
    arena_init(&arena, NULL, &error);
    assert_int_equal(document_read(&document, "a.json", json, sizeof json - 1, &arena, &error),
                     SHEAF_OK);
    assert_string_equal(node_find(document.root, "title")->text, "a");
    const struct node *list = node_find(document.root, "list");
    assert_int_equal(list->n_items, 4);
    const struct node_item *third = list->items->next->next;
    assert_int_equal(third->value->kind, NODE_NOTHING);
    assert_int_equal(third->next->value->kind, NODE_SCALAR);
    assert_int_equal(third->next->value->place.column, 42);
    assert_null(node_find(document.root, "deck"));
    arena_free(&arena);
}

/* JSON as programs write it, which YAML alone would refuse; and flow YAML that is no JSON. */
static void test_json_texts(void **state)
{
    static const struct {
        const char *name, *text, *value;
        size_t column, length;
    } cases[] = {
        { "a pair of escapes", "[\"\\ud842\\udfb7\"]", "\xF0\xA0\xAE\xB7", 2, 14 },
        { "behind a pair", "[\"\\uD83D\\uDE00 \\u00e9\"]", "\xF0\x9F\x98\x80 \xC3\xA9", 2, 21 },
        { "a character itself", "[\"\xF0\x9F\x98\x80\"]", "\xF0\x9F\x98\x80", 2, 3 },
        { "the signs", "[ \"\\\"\\\\\\/\\n\\r\\t\"]", "\"\\/\n\r\t", 3, 14 },
        { "U+007F",
          "[\"a\x7F"
          "b\"]",
          "ab", 2, 5 },
        { "U+FFFF",
          "[\"a\xEF\xBF\xBF"
          "b\"]",
          "ab", 2, 5 },
        { "U+FEFF, pasted",
          "[\"a\xEF\xBB\xBF"
          "b\"]",
          "ab", 2, 5 },
        { "a number", "[\t-0.5e+3 ]", "-0.5e+3", 3, 7 },
        { "a word", "[true]", "true", 2, 4 },
        { "a comma too many", "[a, ]", "a", 2, 1 },
        { "U+FEFF in YAML",
          "- a\xEF\xBB\xBF"
          "b\n",
          "ab", 3, 3 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_error error = { 0 };
        struct arena arena;
        struct document document;

        print_message("  %s\n", cases[i].name);
        arena_init(&arena, NULL, &error);
        assert_int_equal(
            document_read(&document, "a", cases[i].text, strlen(cases[i].text), &arena, &error),
            SHEAF_OK);
        const struct node *value = document.root->items->value;
        assert_string_equal(value->text, cases[i].value);
        assert_int_equal(value->length, strlen(cases[i].value));
        assert_int_equal(value->place.column, cases[i].column);
        assert_int_equal(value->place.length, cases[i].length);
        arena_free(&arena);
    }
}

/* A place inside a scalar is found in the source, whatever its style. */
static void test_places_within(void **state)
{
    static const struct {
        const char *name, *text, *part;
        size_t line, column;
    } cases[] = {
        { "plain", "a: one {two}\n", "{two}", 1, 8 },
        { "quoted", "a: 'one {two}'\n", "{two}", 1, 9 },
        { "literal", "a: |\n  one\n  two {three}\n", "{three}", 3, 7 },
        { "folded", "a: >\n  one\n  two {three}\n", "{three}", 3, 7 },
        { "second of the same", "a: x {x x {x\n", "{x", 1, 6 },
        { "escaped", "a: \"\\u007bx}\"\n", "{x}", 1, 4 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_error error = { 0 };
        struct arena arena;
        struct document document;

        print_message("  %s\n", cases[i].name);
        arena_init(&arena, NULL, &error);
        assert_int_equal(
            document_read(&document, "a", cases[i].text, strlen(cases[i].text), &arena, &error),
            SHEAF_OK);
        const struct node *node = node_find(document.root, "a");
        const char *at = strstr(node->text, cases[i].part);
        assert_non_null(at);
        struct place place = document_place_within(&document, node, at, strlen(cases[i].part));
        assert_int_equal(place.line, cases[i].line);
        assert_int_equal(place.column, cases[i].column);
        arena_free(&arena);
    }
}

static sheaf_status read_document(const sheaf_alloc *alloc, const void *text)
{
    sheaf_error error = { 0 };
    struct arena arena;
    struct document document;
    sheaf_status status;

    arena_init(&arena, alloc, &error);
    status = document_read(&document, "a", text, strlen(text), &arena, &error);
    arena_free(&arena);
    return status;
}

static void test_survives_every_oom(void **state)
{
    (void)state;
    assert_true(quota_sweep(read_document, "a: &x [1, 2, {b: c}]\nd: *x\n") > 0);
    assert_true(quota_sweep(read_document, "{\"a\": [1, null], \"b\": \"\\ud83d\\ude00\"}") > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages),      cmocka_unit_test(test_nul_bytes),
        cmocka_unit_test(test_damaged),       cmocka_unit_test(test_depth),
        cmocka_unit_test(test_json),          cmocka_unit_test(test_json_texts),
        cmocka_unit_test(test_places_within), cmocka_unit_test(test_survives_every_oom),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
