/* keys.h - the keys that a mapping of a spec may have, as tables.
 *
 * The tables are the grammar: reading checks against them, and a test holds
 * samples/sheet.schema.json to them. */
#ifndef SHEAF_SHEET_SPEC_KEYS_H
#define SHEAF_SHEET_SPEC_KEYS_H

#include "sheet/spec/node.h"

struct spec_reader;

enum { SPEC_TEXT = 1, SPEC_LIST = 2, SPEC_MAPPING = 4, SPEC_NOTHING = 8, SPEC_NUMBER = 16 };

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

/* Checks a mapping against its table: only its keys, all required ones, the right
 * kinds. values[i] gets the node of keys[i] or NULL. False after a failure. */
bool keys_read(struct spec_reader *reader, const struct node *node, const struct grammar *grammar,
               const struct node **values);

/* Fails unless takes allows the node's kind; what is the subject of the message: "'title'". */
bool keys_check_kind(struct spec_reader *reader, const struct node *node, unsigned takes,
                     const char *what);

/* Every table there is, for the test. */
extern const struct grammar *const spec_grammars[];
extern const size_t spec_grammar_count;

#endif
