/* yaml.c - reads YAML with libyaml's events into a tree of nodes.
 *
 * What libyaml would leave to us is decided here: the text must be UTF-8 without
 * control characters, a stream is one document, a mapping has a key once, an
 * alias may not contain itself, and the tree with its aliases written out has at
 * most DOCUMENT_NODES nodes, DOCUMENT_DEPTH deep. */
#include <string.h>

#include "base/strings.h"
#include "sheet/spec/yaml_failure.h"

/* So that looking through them one by one stays cheap. */
enum { MAPPING_KEYS = 1000, ANCHORS = 1000 };

struct anchor {
    const char *name;
    struct node *node;
    bool open; /* still being read: an alias to it would never end */
    struct anchor *next;
};

struct yaml_reading {
    struct document *document;
    struct arena *arena;
    sheaf_error *error;
    yaml_parser_t parser;
    yaml_event_t event; /* the current one */
    bool has_event;
    struct anchor *anchors; /* latest first: a name may be used again */
    size_t n_anchors, n_nodes;
    /* The last mark that was looked up: marks mostly go forward. */
    size_t index, offset;
};

/* Where a mark of libyaml's, which counts characters, is as a byte of the source. */
static size_t offset_of(struct yaml_reading *reading, size_t index)
{
    const char *text = reading->document->text, *end = text + reading->document->length;

    if (index < reading->index)
        reading->index = reading->offset = 0;
    const char *at = text + reading->offset;
    for (; reading->index < index && at < end; reading->index++)
        utf8_next(&at, end);
    return reading->offset = (size_t)(at - text);
}

static bool parser_failure(struct yaml_reading *reading)
{
    yaml_failure(reading->document, &reading->parser,
                 offset_of(reading, reading->parser.problem_mark.index), reading->error);
    return false;
}

static bool next_event(struct yaml_reading *reading)
{
    if (reading->has_event)
        yaml_event_delete(&reading->event);
    reading->has_event = yaml_parser_parse(&reading->parser, &reading->event) != 0;
    return reading->has_event || parser_failure(reading);
}

/* The event's anchor and tag, where it can have them. */
static void event_names(const yaml_event_t *event, const char **anchor, const char **tag)
{
    const yaml_char_t *name = NULL, *kind = NULL;

    if (event->type == YAML_SCALAR_EVENT) {
        name = event->data.scalar.anchor;
        kind = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        name = event->data.sequence_start.anchor;
        kind = event->data.sequence_start.tag;
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        name = event->data.mapping_start.anchor;
        kind = event->data.mapping_start.tag;
    }
    *anchor = (const char *)name;
    *tag = (const char *)kind;
}

/* The current event's node, its children not yet read; remembered if anchored. */
static struct node *new_node(struct yaml_reading *reading, struct anchor **remembered)
{
    const yaml_event_t *event = &reading->event;
    struct node *node = arena_new(reading->arena, struct node);
    const char *name, *tag;

    *remembered = NULL;
    if (node == NULL)
        return NULL;
    node->place = yaml_place(event->start_mark);
    node->place.file = reading->document->file;
    if (event->start_mark.line == event->end_mark.line)
        node->place.length = event->end_mark.column - event->start_mark.column;
    node->offset = offset_of(reading, event->start_mark.index);
    node->text = "";
    node->weight = 1;
    event_names(event, &name, &tag);
    if (tag != NULL) {
        document_fail(reading->document, reading->error, node->place,
                      "tags such as '%.40s' have no meaning here", tag);
        return NULL;
    }
    if (++reading->n_nodes > DOCUMENT_NODES) {
        document_fail(reading->document, reading->error, node->place,
                      "more than %d values in one file", DOCUMENT_NODES);
        return NULL;
    }
    if (name == NULL)
        return node;
    if (++reading->n_anchors > ANCHORS) {
        document_fail(reading->document, reading->error, node->place, "more than %d anchors",
                      ANCHORS);
        return NULL;
    }
    struct anchor *anchor = arena_new(reading->arena, struct anchor);
    if (anchor == NULL || (anchor->name = arena_string(reading->arena, name)) == NULL)
        return NULL;
    anchor->node = node;
    anchor->open = true;
    anchor->next = reading->anchors;
    reading->anchors = *remembered = anchor;
    return node;
}

static struct node *read_alias(struct yaml_reading *reading)
{
    const char *name = (const char *)reading->event.data.alias.anchor;
    struct place at = yaml_place(reading->event.start_mark);

    at.length = utf8_count(name, strlen(name)) + 1;
    for (const struct anchor *anchor = reading->anchors; anchor != NULL; anchor = anchor->next) {
        if (strcmp(anchor->name, name) != 0)
            continue;
        if (!anchor->open)
            return anchor->node;
        document_fail(reading->document, reading->error, at,
                      "'*%s' stands inside '&%s', so it would contain itself", name, name);
        return NULL;
    }
    document_fail(reading->document, reading->error, at, "no anchor '&%s' before this", name);
    return NULL;
}

static struct node *read_scalar(struct yaml_reading *reading, struct node *node)
{
    const yaml_event_t *event = &reading->event;
    const char *text = (const char *)event->data.scalar.value;

    node->length = event->data.scalar.length;
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->kind = node->plain && (node->length == 0 || string_is(text, node->length, "~") ||
                                 string_is(text, node->length, "null"))
                     ? NODE_NOTHING
                     : NODE_SCALAR;
    /* A quoted scalar may bring a NUL in by an escape. */
    if (memchr(text, '\0', node->length) != NULL) {
        document_fail(reading->document, reading->error, node->place,
                      "a text cannot hold the character U+0000");
        return NULL;
    }
    node->text = arena_text(reading->arena, text, node->length);
    return node->text != NULL ? node : NULL;
}

static bool key_is_new(struct yaml_reading *reading, const struct node *mapping,
                       const struct node *key)
{
    if (key->kind == NODE_LIST || key->kind == NODE_MAPPING) {
        document_fail(reading->document, reading->error, key->place, "a key must be a word, not %s",
                      node_kind_words(key));
        return false;
    }
    if (mapping->n_items >= MAPPING_KEYS) {
        document_fail(reading->document, reading->error, key->place,
                      "more than %d keys in one mapping", MAPPING_KEYS);
        return false;
    }
    for (const struct node_item *item = mapping->items; item != NULL; item = item->next) {
        if (strcmp(item->key->text, key->text) != 0)
            continue;
        document_fail(reading->document, reading->error, key->place,
                      "key '%s' is here twice; the first is in line %zu", key->text,
                      item->key->place.line);
        return false;
    }
    return true;
}

static struct node *read_node(struct yaml_reading *reading, size_t depth);

/* Reads a value of a list (key NULL) or of a mapping. A value that is empty stands nowhere:
 * it gets the place of its key. */
static struct node *read_value(struct yaml_reading *reading, const struct node *key, size_t depth)
{
    struct node *value = read_node(reading, depth);

    if (value != NULL && key != NULL && value->kind == NODE_NOTHING && value->place.length == 0)
        value->place = key->place;
    return value;
}

/* The current event is the first after the start of a list or mapping. */
static bool read_items(struct yaml_reading *reading, struct node *node, size_t depth)
{
    yaml_event_type_t end =
        node->kind == NODE_LIST ? YAML_SEQUENCE_END_EVENT : YAML_MAPPING_END_EVENT;
    struct node_item **last = &node->items;

    for (; reading->event.type != end; node->n_items++) {
        struct node_item *item = arena_new(reading->arena, struct node_item);
        if (item == NULL)
            return false;
        if (node->kind == NODE_MAPPING) {
            item->key = read_node(reading, depth);
            if (item->key == NULL || !key_is_new(reading, node, item->key) || !next_event(reading))
                return false;
        }
        item->value = read_value(reading, item->key, depth);
        if (item->value == NULL)
            return false;
        *last = item;
        last = &item->next;
        node->weight += item->value->weight;
        if (node->weight > DOCUMENT_NODES) {
            document_fail(reading->document, reading->error, node->place,
                          "with its aliases written out this has more than %d values",
                          DOCUMENT_NODES);
            return false;
        }
        if (!next_event(reading))
            return false;
    }
    return true;
}

/* What to underline of a list or mapping, now that its end is known: brackets and
 * all between them; without brackets its first key, or its first dash. */
static void set_extent(struct node *node, const yaml_event_t *end)
{
    const struct node *first = node->items != NULL ? node->items->key : NULL;
    bool has_brackets = end->end_mark.index > end->start_mark.index;

    if (has_brackets && end->end_mark.line + 1 == node->place.line)
        node->place.length = end->end_mark.column + 1 - node->place.column;
    else if (!has_brackets && first != NULL && first->place.line == node->place.line &&
             first->place.column == node->place.column)
        node->place.length = first->place.length;
    else
        node->place.length = 1;
}

/* Reads the node of the current event; its last event is then the current one. */
static struct node *read_node(struct yaml_reading *reading, size_t depth)
{
    yaml_event_type_t type = reading->event.type;
    struct anchor *anchor;

    if (type == YAML_ALIAS_EVENT)
        return read_alias(reading);
    struct node *node = new_node(reading, &anchor);
    if (node == NULL)
        return NULL;
    if (type == YAML_SCALAR_EVENT) {
        node = read_scalar(reading, node);
    } else {
        node->kind = type == YAML_SEQUENCE_START_EVENT ? NODE_LIST : NODE_MAPPING;
        if (depth == DOCUMENT_DEPTH) {
            document_fail(reading->document, reading->error, node->place,
                          "more than %d levels deep", DOCUMENT_DEPTH);
            return NULL;
        }
        if (!next_event(reading) || !read_items(reading, node, depth + 1))
            return NULL;
        set_extent(node, &reading->event);
    }
    if (anchor != NULL)
        anchor->open = false;
    return node;
}

static struct node *read_stream(struct yaml_reading *reading)
{
    const struct document *document = reading->document;

    if (!next_event(reading) || !next_event(reading)) /* the stream, the document */
        return NULL;
    if (reading->event.type == YAML_STREAM_END_EVENT) {
        fail_at(reading->error, SHEAF_BAD_INPUT, (struct place){ .file = document->file },
                "the file is empty");
        return NULL;
    }
    if (!next_event(reading))
        return NULL;
    struct node *root = read_node(reading, 0);
    if (root == NULL || !next_event(reading) || !next_event(reading))
        return NULL;
    if (reading->event.type != YAML_STREAM_END_EVENT) {
        document_fail(document, reading->error, yaml_place(reading->event.start_mark),
                      "a second document begins here; one file holds one");
        return NULL;
    }
    return root;
}

static bool is_printable(uint32_t code)
{
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code <= 0x7E) ||
           code == 0x85 || (code >= 0xA0 && code <= 0xFFFD && code != 0xFEFF) || code >= 0x10000;
}

/* Refuses what is not text before libyaml sees it, with the one message a reader
 * of the wrong file needs. */
static sheaf_status check_text(const struct document *document, sheaf_error *error)
{
    const char *at = document->text, *end = at + document->length;
    struct place place = { .line = 1, .column = 1, .length = 1 };

    if (document->length >= 2 && (memcmp(at, "\xFF\xFE", 2) == 0 || memcmp(at, "\xFE\xFF", 2) == 0))
        return fail_at(error, SHEAF_BAD_INPUT, (struct place){ .file = document->file },
                       "this is UTF-16; save the file as UTF-8");
    while (at < end) {
        unsigned byte = (unsigned char)*at;
        uint32_t code = utf8_next(&at, end);

        if (code == UTF8_INVALID)
            return document_fail(document, error, place,
                                 "byte 0x%02X is not UTF-8; is this text, saved as UTF-8?", byte);
        if (!is_printable(code))
            return document_fail(document, error, place,
                                 "the control character U+%04X has no place here; is this text?",
                                 (unsigned)code);
        place.column++;
        if (code == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    return SHEAF_OK;
}

sheaf_status document_read(struct document *document, const char *file, const char *text, size_t n,
                           struct arena *arena, sheaf_error *error)
{
    struct yaml_reading reading = { .document = document, .arena = arena, .error = error };

    if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) { /* a byte order mark */
        text += 3;
        n -= 3;
    }
    *document = (struct document){ .file = file, .text = text, .length = n };
    sheaf_status status = check_text(document, error);
    if (status != SHEAF_OK)
        return status;
    if (!yaml_parser_initialize(&reading.parser))
        return fail_memory(error);
    yaml_parser_set_encoding(&reading.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reading.parser, (const unsigned char *)text, n);
    document->root = read_stream(&reading);
    if (reading.has_event)
        yaml_event_delete(&reading.event);
    yaml_parser_delete(&reading.parser);
    if (document->root != NULL)
        return SHEAF_OK;
    return error->status != SHEAF_OK ? error->status : fail_memory(error);
}
