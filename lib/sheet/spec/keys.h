/* keys.h - the tables of keys of a spec. */
#ifndef SHEAF_SHEET_SPEC_KEYS_H
#define SHEAF_SHEET_SPEC_KEYS_H

#include "document/keys.h"

struct spec_reader;

/* As grammar_read and grammar_check_kind, for a spec. */
bool keys_read(struct spec_reader *reader, const struct node *node, const struct grammar *grammar,
               const struct node **values);
bool keys_check_kind(struct spec_reader *reader, const struct node *node, unsigned takes,
                     const char *what);

/* Every table there is, for the test. */
extern const struct grammar *const spec_grammars[];
extern const size_t spec_grammar_count;

#endif
