/* keys.h - the keys that a mapping of a document may have, as tables.
 *
 * The tables are the grammar: reading checks against them, and tests hold the schemas in samples/
 * to them. */
#ifndef SHEAF_DOCUMENT_KEYS_H
#define SHEAF_DOCUMENT_KEYS_H

#include "document/node.h"

enum {
    SPEC_TEXT = 1,
    SPEC_LIST = 2,
    SPEC_MAPPING = 4,
    SPEC_NOTHING = 8,
    SPEC_NUMBER = 16,
    /* With SPEC_TEXT: words for readers, a text or a mapping {en: …, ru: …} of languages … */
    SPEC_WORDS = 32,
    /* … or an expression. Neither is replaced as a whole by the value of a parameter. */
    SPEC_EXPRESSION = 64
};

struct spec_key {
    const char *name;
    unsigned takes;
    bool required;
    const char *const *choices; /* allowed values, ended by NULL; NULL: any value */
};

struct grammar {
    const char *what;       /* "a chart" */
    const char *definition; /* its name in the schema's "definitions"; "": the root */
    const struct spec_key *keys;
    size_t n_keys;
};

/* Who reads: failures go to error, with a place in the document. */
struct grammar_reader {
    const struct document *document;
    struct arena *arena;
    sheaf_error *error;
    void *context;
    /* Puts a failure aside, so that further ones are found; false: it cannot. NULL: the first ends
     * the reading. */
    bool (*go_on)(void *context);
    /* What is to be read in the value's place: "$page" is a parameter's. NULL after a failure;
     * the function NULL: the value itself. */
    const struct node *(*value)(void *context, const struct node *node);
};

/* Fails at a place of the document. */
void grammar_fail(const struct grammar_reader *reader, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* "WHAT 'word'; did you mean 'near'?", or what there is when nothing is near. */
void grammar_fail_unknown(const struct grammar_reader *reader, struct place at, const char *what,
                          const char *word, const char *const *known, size_t n);

/* Checks a mapping against its table: only its keys, all required ones, the right
 * kinds. values[i] gets the node of keys[i] or NULL. False after a failure. */
bool grammar_read(const struct grammar_reader *reader, const struct node *node,
                  const struct grammar *grammar, const struct node **values);

/* Fails unless takes allows the node's kind; what is the subject of the message: "'title'". */
bool grammar_check_kind(const struct grammar_reader *reader, const struct node *node,
                        unsigned takes, const char *what);

#endif
