/* json.c - reads JSON (RFC 8259) into a tree of nodes.
 *
 * Almost all JSON is YAML, but not its pairs of escapes for characters beyond U+FFFF
 * ("\ud842\udfb7"), as programs write them, nor its U+007F. */
#include <string.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "sheet/spec/tree.h"

struct json_reading {
    struct tree *tree;
    const char *text, *at, *end;
    /* The byte that was looked up last, and its place: they mostly go forward. */
    const char *known;
    struct place place;
    struct buffer characters; /* of the present string */
};

static struct place place_of(struct json_reading *reading, const char *at)
{
    struct place *place = &reading->place;

    if (at < reading->known) {
        reading->known = reading->text;
        *place = (struct place){ .line = 1, .column = 1 };
    }
    for (const char *end; reading->known < at; reading->known = end + 1) {
        end = memchr(reading->known, '\n', (size_t)(at - reading->known));
        if (end == NULL) {
            place->column += utf8_count(reading->known, (size_t)(at - reading->known));
            reading->known = at;
            break;
        }
        place->line++;
        place->column = 1;
    }
    return (struct place){ .line = place->line, .column = place->column, .length = 1 };
}

/* Fails at n characters of the source. */
static void fail_json(struct json_reading *reading, const char *at, size_t n, const char *message)
{
    struct place place = place_of(reading, at);

    place.length = n;
    document_fail(reading->tree->document, reading->tree->error, place, "%s", message);
}

static void skip_blanks(struct json_reading *reading)
{
    while (reading->at < reading->end && (*reading->at == ' ' || *reading->at == '\t' ||
                                          *reading->at == '\n' || *reading->at == '\r'))
        reading->at++;
}

/* Whether the next sign is this one, which is then passed. */
static bool take(struct json_reading *reading, char sign)
{
    skip_blanks(reading);
    if (reading->at == reading->end || *reading->at != sign)
        return false;
    reading->at++;
    return true;
}

/* Four hexadecimal digits; -1: there are none. */
static int32_t read_hex(const char *at, const char *end)
{
    int32_t code = 0;

    for (int i = 0; i < 4; i++, at++) {
        static const char digits[] = "0123456789abcdef0123456789ABCDEF";
        const char *digit = at < end && *at != '\0' ? strchr(digits, *at) : NULL;
        if (digit == NULL)
            return -1;
        code = code * 16 + (int32_t)((digit - digits) % 16);
    }
    return code;
}

static bool is_high(int32_t code)
{
    return code >= 0xD800 && code < 0xDC00;
}

static bool is_low(int32_t code)
{
    return code >= 0xDC00 && code < 0xE000;
}

/* "\ud842\udfb7", at its first 'u'; UTF8_INVALID after a failure. */
static uint32_t read_code(struct json_reading *reading)
{
    const char *start = reading->at - 1;
    int32_t first = read_hex(reading->at + 1, reading->end);

    if (first < 0) {
        fail_json(reading, start, 6, "four hexadecimal digits are expected after '\\u'");
        return UTF8_INVALID;
    }
    reading->at += 5;
    if (!is_high(first) && !is_low(first))
        return (uint32_t)first;
    bool pairs = reading->end - reading->at >= 6 && memcmp(reading->at, "\\u", 2) == 0;
    int32_t second = pairs ? read_hex(reading->at + 2, reading->end) : -1;
    if (!is_high(first) || !is_low(second)) {
        fail_json(reading, start, 6, "half of a pair of escapes; the other half is missing");
        return UTF8_INVALID;
    }
    reading->at += 6;
    return 0x10000u + ((uint32_t)(first - 0xD800) << 10) + (uint32_t)(second - 0xDC00);
}

/* What an escape stands for; at is behind the backslash. */
static uint32_t read_escape(struct json_reading *reading)
{
    static const char signs[] = "\"\\/bfnrt", codes[] = "\"\\/\b\f\n\r\t";
    const char *sign =
        reading->at < reading->end && *reading->at != '\0' ? strchr(signs, *reading->at) : NULL;

    if (sign != NULL) {
        reading->at++;
        return (unsigned char)codes[sign - signs];
    }
    if (reading->at < reading->end && *reading->at == 'u')
        return read_code(reading);
    fail_json(reading, reading->at - 1, 2, "no such escape in JSON");
    return UTF8_INVALID;
}

/* JSON's text may hold U+007F, which is no text on a page: it is left out. */
static void put_code(struct buffer *characters, uint32_t code)
{
    char bytes[4];

    if (code != 0x7F)
        buffer_put(characters, bytes, utf8_write(bytes, code));
}

/* The characters between two quotation marks; at is behind the first, and then the second. */
static bool read_characters(struct json_reading *reading)
{
    buffer_clear(&reading->characters);
    while (reading->at < reading->end && *reading->at != '"') {
        const char *start = reading->at;
        uint32_t code = utf8_next(&reading->at, reading->end);

        if (code < ' ')
            fail_json(reading, start, 1, "a control character within a JSON string");
        else if (code == UTF8_INVALID)
            fail_json(reading, start, 1, "this byte is not UTF-8");
        else if (code == '\\')
            code = read_escape(reading);
        if (reading->tree->error->status != SHEAF_OK)
            return false;
        put_code(&reading->characters, code);
    }
    return !reading->characters.failed;
}

static struct node *new_node(struct json_reading *reading, enum node_kind kind, const char *start)
{
    return tree_node(reading->tree, kind, place_of(reading, start),
                     (size_t)(start - reading->text));
}

static struct node *read_string(struct json_reading *reading)
{
    const char *start = reading->at++;
    struct node *node = new_node(reading, NODE_SCALAR, start);

    if (node == NULL || !read_characters(reading))
        return NULL;
    if (reading->at == reading->end) {
        fail_json(reading, start, 1, "a quotation mark is never closed");
        return NULL;
    }
    reading->at++;
    node->place.length = utf8_count(start, (size_t)(reading->at - start));
    const char *text = reading->characters.length > 0 ? reading->characters.bytes : "";
    return tree_set_text(reading->tree, node, text, reading->characters.length) ? node : NULL;
}

static const char *skip_digits(const char *at, const char *end)
{
    while (at < end && *at >= '0' && *at <= '9')
        at++;
    return at;
}

/* Where a JSON number that begins here ends; NULL: none does. */
static const char *number_end(const char *at, const char *end)
{
    const char *digits = at < end && *at == '-' ? at + 1 : at;
    const char *next = skip_digits(digits, end);

    if (next == digits || (*digits == '0' && next > digits + 1))
        return NULL;
    if (next < end && *next == '.') {
        digits = next + 1;
        next = skip_digits(digits, end);
        if (next == digits)
            return NULL;
    }
    if (next < end && (*next == 'e' || *next == 'E')) {
        digits = next + 1;
        digits += digits < end && (*digits == '+' || *digits == '-');
        next = skip_digits(digits, end);
        if (next == digits)
            return NULL;
    }
    return next;
}

/* A number, true, false or null. */
static struct node *read_word(struct json_reading *reading)
{
    static const char *const words[] = { "null", "true", "false" };
    const char *start = reading->at, *end = number_end(start, reading->end);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if ((size_t)(reading->end - start) >= n && memcmp(start, words[i], n) == 0)
            end = start + n;
    }
    if (end == NULL) {
        fail_json(reading, start, 1, "a JSON value is expected here");
        return NULL;
    }
    struct node *node = new_node(reading, *start == 'n' ? NODE_NOTHING : NODE_SCALAR, start);
    if (node == NULL)
        return NULL;
    node->plain = true;
    node->place.length = (size_t)(end - start);
    reading->at = end;
    return tree_set_text(reading->tree, node, start, (size_t)(end - start)) ? node : NULL;
}

static struct node *read_value(struct json_reading *reading, size_t depth);

/* A key and its colon. */
static struct node *read_key(struct json_reading *reading, const struct node *mapping)
{
    skip_blanks(reading);
    if (reading->at == reading->end || *reading->at != '"') {
        fail_json(reading, reading->at, 1, "a key in quotation marks is expected here");
        return NULL;
    }
    struct node *key = read_string(reading);
    if (key == NULL || !tree_check_key(reading->tree, mapping, key))
        return NULL;
    if (take(reading, ':'))
        return key;
    fail_json(reading, reading->at, 1, "':' is expected here");
    return NULL;
}

static bool read_items(struct json_reading *reading, struct node *node, size_t depth)
{
    bool has_keys = node->kind == NODE_MAPPING;
    struct node_item **last = &node->items;

    if (take(reading, has_keys ? '}' : ']'))
        return true;
    do {
        struct node *key = has_keys ? read_key(reading, node) : NULL;
        struct node *value = key != NULL || !has_keys ? read_value(reading, depth) : NULL;
        if (value == NULL || !tree_add(reading->tree, node, &last, key, value))
            return false;
    } while (take(reading, ','));
    if (take(reading, has_keys ? '}' : ']'))
        return true;
    fail_json(reading, reading->at, 1,
              has_keys ? "',' or '}' is expected here" : "',' or ']' is expected here");
    return false;
}

/* A list or a mapping. Its place is all of it if that is on one line, else its bracket. */
static struct node *read_group(struct json_reading *reading, enum node_kind kind, size_t depth)
{
    const char *start = reading->at++;
    struct node *node = new_node(reading, kind, start);

    if (node == NULL || !tree_check_depth(reading->tree, node, depth) ||
        !read_items(reading, node, depth + 1))
        return NULL;
    struct place close = place_of(reading, reading->at - 1);
    if (close.line == node->place.line)
        node->place.length = close.column + 1 - node->place.column;
    return node;
}

static struct node *read_value(struct json_reading *reading, size_t depth)
{
    skip_blanks(reading);
    char sign = '\0';
    if (reading->at < reading->end)
        sign = *reading->at;

    switch (sign) {
    case '"':
        return read_string(reading);
    case '[':
        return read_group(reading, NODE_LIST, depth);
    case '{':
        return read_group(reading, NODE_MAPPING, depth);
    default:
        return read_word(reading);
    }
}

struct node *json_read(struct tree *tree)
{
    const char *text = tree->document->text;
    struct json_reading reading = { .tree = tree,
                                    .text = text,
                                    .at = text,
                                    .end = text + tree->document->length,
                                    .known = text,
                                    .place = { .line = 1, .column = 1 } };

    buffer_init(&reading.characters, &tree->arena->alloc, tree->error);
    struct node *root = read_value(&reading, 0);
    buffer_free(&reading.characters);
    skip_blanks(&reading);
    if (root == NULL || reading.at == reading.end)
        return root;
    fail_json(&reading, reading.at, 1, "nothing is expected behind the end");
    return NULL;
}
