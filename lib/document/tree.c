/* tree.c - nodes of a document, and what every document must keep to. */
#include "document/tree.h"

#include <string.h>

#include "base/strings.h"

enum { MAPPING_KEYS = 1000 }; /* so that comparing each with each stays cheap */

struct node *tree_node(struct tree *tree, enum node_kind kind, struct place place, size_t offset)
{
    struct node *node = arena_new(tree->arena, struct node);

    if (node == NULL)
        return NULL;
    place.file = tree->document->file;
    *node =
        (struct node){ .kind = kind, .place = place, .offset = offset, .text = "", .weight = 1 };
    if (++tree->n_nodes <= DOCUMENT_NODES)
        return node;
    document_fail(tree->document, tree->error, place, "more than %d values in one file",
                  DOCUMENT_NODES);
    return NULL;
}

bool tree_check_depth(struct tree *tree, const struct node *node, size_t depth)
{
    if (depth < DOCUMENT_DEPTH)
        return true;
    document_fail(tree->document, tree->error, node->place, "more than %d levels deep",
                  DOCUMENT_DEPTH);
    return false;
}

static bool shows_nothing(uint32_t code)
{
    return code == 0xFEFF || code == 0xFFFE || code == 0xFFFF;
}

bool tree_set_text(struct tree *tree, struct node *node, const char *text, size_t n)
{
    const char *at = text, *end = text + n;
    char *copy = arena_text(tree->arena, text, n);

    if (copy == NULL)
        return false;
    node->length = 0;
    while (at < end) {
        const char *start = at;
        uint32_t code = utf8_next(&at, end);

        if (utf8_is_control(code)) {
            document_fail(tree->document, tree->error, node->place,
                          "a text cannot hold the control character U+%04X", (unsigned)code);
            return false;
        }
        if (shows_nothing(code))
            continue;
        memcpy(copy + node->length, start, (size_t)(at - start));
        node->length += (size_t)(at - start);
    }
    copy[node->length] = '\0';
    node->text = copy;
    return true;
}

bool tree_check_key(struct tree *tree, const struct node *mapping, const struct node *key)
{
    if (key->kind == NODE_LIST || key->kind == NODE_MAPPING) {
        document_fail(tree->document, tree->error, key->place, "a key must be a word, not %s",
                      node_kind_words(key));
        return false;
    }
    if (mapping->n_items >= MAPPING_KEYS) {
        document_fail(tree->document, tree->error, key->place, "more than %d keys in one mapping",
                      MAPPING_KEYS);
        return false;
    }
    for (const struct node_item *item = mapping->items; item != NULL; item = item->next) {
        if (strcmp(item->key->text, key->text) != 0)
            continue;
        document_fail(tree->document, tree->error, key->place,
                      "key '%s' is here twice; the first is in line %zu", key->text,
                      item->key->place.line);
        return false;
    }
    return true;
}

bool tree_add(struct tree *tree, struct node *parent, struct node_item ***last,
              const struct node *key, const struct node *value)
{
    struct node_item *item = arena_new(tree->arena, struct node_item);

    if (item == NULL)
        return false;
    item->key = key;
    item->value = value;
    **last = item;
    *last = &item->next;
    parent->n_items++;
    parent->weight += value->weight;
    if (parent->weight <= DOCUMENT_NODES)
        return true;
    document_fail(tree->document, tree->error, parent->place,
                  "with its aliases written out this has more than %d values", DOCUMENT_NODES);
    return false;
}
