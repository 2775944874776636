/* yaml.c - reads YAML with libyaml's events into a tree of nodes.
 *
 * What libyaml would leave to us is decided here and in tree.c: a stream is one document, an
 * alias may not contain itself. */
#include <string.h>

#include "base/strings.h"
#include "document/tree.h"
#include "document/yaml_failure.h"

/* A limit, because anchors are searched one by one. */
enum { ANCHORS = 1000 };

struct anchor {
    const char *name;
    struct node *node;
    bool open; /* still being read: an alias to it would never end */
    struct anchor *next;
};

struct yaml_reading {
    struct tree *tree;
    yaml_parser_t parser;
    yaml_event_t event; /* the current one */
    bool has_event;
    struct anchor *anchors; /* latest first: a name may be used again */
    size_t n_anchors;
    /* Cache of the last lookup by offset_of, since marks mostly go forward. */
    size_t index, offset;
};

/* Converts an index of libyaml, which counts characters, to an offset in bytes. */
static size_t offset_of(struct yaml_reading *reading, size_t index)
{
    const char *text = reading->tree->document->text, *end = text + reading->tree->document->length;

    if (index < reading->index)
        reading->index = reading->offset = 0;
    const char *at = text + reading->offset;
    for (; reading->index < index && at < end; reading->index++)
        utf8_next(&at, end);
    return reading->offset = (size_t)(at - text);
}

static bool parser_failure(struct yaml_reading *reading)
{
    yaml_failure(reading->tree->document, &reading->parser,
                 offset_of(reading, reading->parser.problem_mark.index), reading->tree->error);
    return false;
}

static bool next_event(struct yaml_reading *reading)
{
    if (reading->has_event)
        yaml_event_delete(&reading->event);
    reading->has_event = yaml_parser_parse(&reading->parser, &reading->event) != 0;
    return reading->has_event || parser_failure(reading);
}

/* Gets the event's anchor and tag; NULL for those it has not. */
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

/* Makes the node known to the aliases that follow. */
static struct anchor *remember(struct yaml_reading *reading, struct node *node, const char *name)
{
    if (++reading->n_anchors > ANCHORS) {
        document_fail(reading->tree->document, reading->tree->error, node->place,
                      "more than %d anchors", ANCHORS);
        return NULL;
    }
    struct anchor *anchor = arena_new(reading->tree->arena, struct anchor);
    if (anchor == NULL || (anchor->name = arena_string(reading->tree->arena, name)) == NULL)
        return NULL;
    anchor->node = node;
    anchor->open = true;
    anchor->next = reading->anchors;
    reading->anchors = anchor;
    return anchor;
}

/* The current event's node, its children not yet read; remembered if anchored. */
static struct node *new_node(struct yaml_reading *reading, struct anchor **remembered)
{
    const yaml_event_t *event = &reading->event;
    struct place place = yaml_place(event->start_mark);
    const char *name, *tag;

    *remembered = NULL;
    place.length = event->start_mark.line == event->end_mark.line
                       ? event->end_mark.column - event->start_mark.column
                       : 1;
    struct node *node =
        tree_node(reading->tree, NODE_SCALAR, place, offset_of(reading, event->start_mark.index));
    if (node == NULL)
        return NULL;
    event_names(event, &name, &tag);
    if (tag != NULL) {
        document_fail(reading->tree->document, reading->tree->error, node->place,
                      tag[0] == '!'
                          ? "'%.400s' is a YAML tag: put it in quotes, or leave a member out by "
                            "'without:'"
                          : "tags such as '%.400s' have no meaning here",
                      tag);
        return NULL;
    }
    if (name != NULL)
        *remembered = remember(reading, node, name);
    return name == NULL || *remembered != NULL ? node : NULL;
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
        document_fail(reading->tree->document, reading->tree->error, at,
                      "'*%s' stands inside '&%s', so it would contain itself", name, name);
        return NULL;
    }
    document_fail(reading->tree->document, reading->tree->error, at, "no anchor '&%s' before this",
                  name);
    return NULL;
}

static struct node *read_scalar(struct yaml_reading *reading, struct node *node)
{
    const yaml_event_t *event = &reading->event;
    const char *text = (const char *)event->data.scalar.value;
    size_t n = event->data.scalar.length;

    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (node->plain && (n == 0 || string_is(text, n, "~") || string_is(text, n, "null")))
        node->kind = NODE_NOTHING;
    return tree_set_text(reading->tree, node, text, n) ? node : NULL;
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

    while (reading->event.type != end) {
        const struct node *key = NULL;
        if (node->kind == NODE_MAPPING) {
            key = read_node(reading, depth);
            if (key == NULL || !tree_check_key(reading->tree, node, key) || !next_event(reading))
                return false;
        }
        const struct node *value = read_value(reading, key, depth);
        if (value == NULL || !tree_add(reading->tree, node, &last, key, value) ||
            !next_event(reading))
            return false;
    }
    return true;
}

/* Sets what messages underline of a list or mapping: the text from bracket to bracket if it is on
 * one line, else the first key, or the first sign. */
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
        if (!tree_check_depth(reading->tree, node, depth))
            return NULL;
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
    const struct document *document = reading->tree->document;

    if (!next_event(reading)) /* the stream */
        return NULL;
    if (!next_event(reading)) /* the document */
        return NULL;
    if (reading->event.type == YAML_STREAM_END_EVENT) {
        fail_at(reading->tree->error, SHEAF_BAD_INPUT, (struct place){ .file = document->file },
                "the file is empty");
        return NULL;
    }
    if (!next_event(reading))
        return NULL;
    struct node *root = read_node(reading, 0);
    if (root == NULL || !next_event(reading) || !next_event(reading))
        return NULL;
    if (reading->event.type != YAML_STREAM_END_EVENT) {
        document_fail(document, reading->tree->error, yaml_place(reading->event.start_mark),
                      "a second document begins here; one file holds one");
        return NULL;
    }
    return root;
}

struct node *yaml_read(struct tree *tree)
{
    struct yaml_reading reading = { .tree = tree };

    if (!yaml_parser_initialize(&reading.parser)) {
        fail_memory(tree->error);
        return NULL;
    }
    yaml_parser_set_encoding(&reading.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reading.parser, (const unsigned char *)tree->document->text,
                                 tree->document->length);
    struct node *root = read_stream(&reading);
    if (reading.has_event)
        yaml_event_delete(&reading.event);
    yaml_parser_delete(&reading.parser);
    return root;
}
