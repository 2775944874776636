/* json.c - a JSON document as a tree of nodes.
 *
 * Almost all JSON is YAML, but not its pairs of escapes for characters beyond U+FFFF
 * ("\ud842\udfb7"), as programs write them, nor its U+007F. */
#include "input/json.h"

#include <string.h>

#include "base/strings.h"
#include "document/tree.h"

struct json_reading {
    struct tree *tree;
    const char *text;
    /* The byte that was looked up last, and its place: they mostly go forward. */
    const char *known;
    struct place place;
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

/* Behind the string whose quotation mark is here. */
static const char *string_end(const char *at)
{
    for (at++; *at != '"'; at++)
        at += *at == '\\';
    return at + 1;
}

/* JSON's text may hold U+007F, which is no text on a page: it is left out. */
static bool set_text(struct json_reading *reading, struct node *node, const char *text)
{
    size_t length = strlen(text), n = 0;
    char *shown =
        memchr(text, 0x7F, length) != NULL ? arena_text(reading->tree->arena, text, length) : NULL;

    for (size_t i = 0; shown != NULL && i < length; i++)
        if (text[i] != 0x7F)
            shown[n++] = text[i];
    return shown != NULL ? tree_set_text(reading->tree, node, shown, n)
                         : tree_set_text(reading->tree, node, text, length);
}

/* A scalar whose token runs from start to end. */
static struct node *make_scalar(struct json_reading *reading, enum node_kind kind, const char *text,
                                const char *start, const char *end)
{
    struct node *node =
        tree_node(reading->tree, kind, place_of(reading, start), (size_t)(start - reading->text));

    if (node == NULL)
        return NULL;
    node->plain = *start != '"';
    node->place.length = utf8_count(start, (size_t)(end - start));
    return set_text(reading, node, text) ? node : NULL;
}

static const char *const words[] = {
    [JSON_NULL] = "null", [JSON_FALSE] = "false", [JSON_TRUE] = "true"
};

/* A node for the value, and where the value ends; NULL after a failure. */
static struct node *convert(struct json_reading *reading, const struct json_value *value,
                            size_t depth, const char **end);

static bool convert_items(struct json_reading *reading, const struct json_value *value,
                          struct node *node, size_t depth, const char **end)
{
    struct node_item **last = &node->items;

    for (size_t i = 0; i < value->count; i++) {
        const struct json_value *item = &value->items[i];
        struct node *key = NULL;

        if (item->key != NULL) {
            const char *start = reading->text + item->key_offset;
            key = make_scalar(reading, NODE_SCALAR, item->key, start, string_end(start));
            if (key == NULL || !tree_check_key(reading->tree, node, key))
                return false;
        }
        const struct node *child = convert(reading, item, depth + 1, end);
        if (child == NULL || !tree_add(reading->tree, node, &last, key, child))
            return false;
    }
    return true;
}

/* A list or a mapping. Its place is all of it if that is on one line, else its bracket. */
static struct node *convert_group(struct json_reading *reading, const struct json_value *value,
                                  size_t depth, const char **end)
{
    const char *start = reading->text + value->offset;
    struct node *node =
        tree_node(reading->tree, value->kind == JSON_ARRAY ? NODE_LIST : NODE_MAPPING,
                  place_of(reading, start), value->offset);

    *end = start + 1;
    if (node == NULL || !tree_check_depth(reading->tree, node, depth) ||
        !convert_items(reading, value, node, depth, end))
        return NULL;
    *end += strspn(*end, " \t\r\n") + 1; /* blanks, and the closing bracket */
    struct place close = place_of(reading, *end - 1);
    if (close.line == node->place.line)
        node->place.length = close.column + 1 - node->place.column;
    return node;
}

static struct node *convert(struct json_reading *reading, const struct json_value *value,
                            size_t depth, const char **end)
{
    const char *start = reading->text + value->offset;

    switch (value->kind) {
    case JSON_ARRAY:
    case JSON_OBJECT:
        return convert_group(reading, value, depth, end);
    case JSON_STRING:
        *end = string_end(start);
        return make_scalar(reading, NODE_SCALAR, value->text, start, *end);
    case JSON_NUMBER:
        *end = start + strlen(value->text);
        return make_scalar(reading, NODE_SCALAR, value->text, start, *end);
    default:
        *end = start + strlen(words[value->kind]);
        return make_scalar(reading, value->kind == JSON_NULL ? NODE_NOTHING : NODE_SCALAR,
                           words[value->kind], start, *end);
    }
}

/* Characters of what cannot be read from here on: a string, an escape ("\ud842"), or one. */
static size_t wrong_length(const char *at, const char *end)
{
    enum { ESCAPE = 6 };
    const char *stop = at;

    if (at < end && *at == '\\')
        return (size_t)(end - at) < ESCAPE ? (size_t)(end - at) : ESCAPE;
    if (at == end || *at != '"')
        return 1;
    for (stop++; stop < end && *stop != '"' && *stop != '\n'; stop++)
        stop += *stop == '\\' && end - stop > 1;
    stop += stop < end && *stop == '"';
    return utf8_count(at, (size_t)(stop - at));
}

struct node *json_read(struct tree *tree)
{
    const char *text = tree->document->text, *end;
    struct json_reading reading = {
        .tree = tree, .text = text, .known = text, .place = { .line = 1, .column = 1 }
    };
    struct json_failure failure;
    const struct json_value *value =
        json_value_read(tree->arena, text, tree->document->length, &failure);

    if (value != NULL)
        return convert(&reading, value, 0, &end);
    if (failure.message[0] != '\0') {
        struct place place = place_of(&reading, text + failure.offset);
        place.length = wrong_length(text + failure.offset, text + tree->document->length);
        document_fail(tree->document, tree->error, place, "%s", failure.message);
    }
    return NULL;
}
