/* flow_words.h - the names of flows in tables, and the words that files use for them. */
#ifndef SHEAF_VOCABULARY_FLOW_WORDS_H
#define SHEAF_VOCABULARY_FLOW_WORDS_H

#include <stddef.h>

/* Canonical names. A flow is compared by its pointer: each name is stored once. */
extern const char flow_exports[], flow_imports[], flow_turnover[], flow_balance[],
    flow_re_exports[], flow_re_imports[], flow_domestic_exports[], flow_foreign_imports[];

struct flow_word {
    const char *text; /* normalised (normalised.h) */
    const char *flow; /* canonical name */
};

extern const struct flow_word flow_words[];
extern const size_t flow_word_count;

#endif
