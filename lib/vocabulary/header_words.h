/* header_words.h - the headers of columns that trade files have, and the words that headers of values
 * are made of: what headers.c looks up. All in the spelling of normalised.h. */
#ifndef SHEAF_VOCABULARY_HEADER_WORDS_H
#define SHEAF_VOCABULARY_HEADER_WORDS_H

#include "vocabulary/headers.h"

struct named_role {
    const char *text; /* the whole header */
    enum column_role role;
    bool is_label;
};

extern const struct named_role header_roles[];
extern const size_t header_role_count;

enum word_kind {
    VALUE_WORD,
    GROWTH_WORD,
    INDICATOR_WORD,
    PURE_WORD, /* the header is of a ratio, share or index */
    BESIDE     /* says nothing of its own */
};

/* The words of values, besides flows and units. */
struct value_word {
    const char *text;
    enum word_kind kind;
    const char *indicator, *unit; /* NULL: it says none */
};

extern const struct value_word header_value_words[];
extern const size_t header_value_word_count;

#endif
