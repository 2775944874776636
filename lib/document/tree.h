/* tree.h - makes the tree of a document; for its readers, yaml.c and json.c.
 *
 * Both keep one grammar: a key is a word and stands once in its mapping, the tree with its
 * aliases written out has at most DOCUMENT_NODES nodes, DOCUMENT_DEPTH deep, and texts hold
 * nothing that would not be text on a page. */
#ifndef SHEAF_DOCUMENT_TREE_H
#define SHEAF_DOCUMENT_TREE_H

#include "document/node.h"

struct tree {
    const struct document *document;
    struct arena *arena;
    sheaf_error *error;
    size_t n_nodes;
};

/* Each reads the document and gives its root; NULL after a failure. */
struct node *yaml_read(struct tree *tree);
struct node *json_read(struct tree *tree);

/* An empty node. NULL after a failure, as all of these. */
struct node *tree_node(struct tree *tree, enum node_kind kind, struct place place, size_t offset);
/* Fails for a node that has no room at this depth. */
bool tree_check_depth(struct tree *tree, const struct node *node, size_t depth);
/* Gives a scalar its text: n bytes, copied, escapes resolved. Characters that show nothing are
 * left out: U+FEFF, which pasting leaves behind, and U+FFFE and U+FFFF. */
bool tree_set_text(struct tree *tree, struct node *node, const char *text, size_t n);
/* False for a key that is no word, or that the mapping has already. */
bool tree_check_key(struct tree *tree, const struct node *mapping, const struct node *key);
/* Adds a value, with its key in a mapping; **last is where the parent's next item goes. */
bool tree_add(struct tree *tree, struct node *parent, struct node_item ***last,
              const struct node *key, const struct node *value);

#endif
