/* node.h - a YAML document as a tree of nodes that know their places.
 *
 * Nothing changes a tree once it is read, so several threads may use one.
 * JSON is YAML, so it reads too. Anchors and aliases are resolved: an alias is
 * the anchor's own node once more. Tags are refused, and so is everything that
 * would make a small file a large tree. */
#ifndef SHEAF_DOCUMENT_NODE_H
#define SHEAF_DOCUMENT_NODE_H

#include "base/memory.h"

enum node_kind { NODE_NOTHING, NODE_SCALAR, NODE_LIST, NODE_MAPPING };

struct node_item;

struct node {
    enum node_kind kind;
    struct place place; /* an empty value has the place of its key */
    size_t offset;      /* of the node's first byte in the source */
    const char *text;   /* scalars: NUL-terminated, and free of other NULs; never NULL */
    size_t length;
    bool plain;              /* a scalar without quotes: may be a number */
    struct node_item *items; /* of lists and mappings, in order */
    size_t n_items;
    size_t weight; /* nodes in the tree from here down, aliases counted in full */
};

struct node_item {
    const struct node *key; /* NULL in lists; a scalar in mappings */
    const struct node *value;
    struct node_item *next;
};

/* A read document; text is the source, kept for places within scalars. */
struct document {
    const char *file;
    const char *text;
    size_t length;
    const struct node *root; /* NULL after a failure */
};

enum { DOCUMENT_BYTES = 4 << 20, DOCUMENT_DEPTH = 64, DOCUMENT_NODES = 100000 };

/* Reads n bytes; file names them in messages. text and file are kept, not copied.
 * The tree lives in arena. A failure goes into error with place and excerpt. */
sheaf_status document_read(struct document *document, const char *file, const char *text, size_t n,
                           struct arena *arena, sheaf_error *error)
    __attribute__((warn_unused_result));

/* The value for a key of a mapping; NULL: there is none. */
const struct node *node_find(const struct node *node, const char *key);

/* The place of the n bytes at `at` within a scalar's text, found again in the
 * source; the scalar's own place where quoting or folding hides them. */
struct place document_place_within(const struct document *document, const struct node *node,
                                   const char *at, size_t n);

/* Fails at the place, with its source line. */
sheaf_status document_fail(const struct document *document, sheaf_error *error, struct place at,
                           const char *format, ...) __attribute__((format(printf, 4, 5)));

/* "a text", "a list", "a mapping", "nothing": for messages. */
const char *node_kind_words(const struct node *node);

#endif
