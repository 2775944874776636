/* header_words.h - known headers of trade files, and the words of headers above columns of values.
 * All are normalised (normalised.h). */
#ifndef SHEAF_VOCABULARY_HEADER_WORDS_H
#define SHEAF_VOCABULARY_HEADER_WORDS_H

#include "vocabulary/headers.h"

struct named_role {
    const char *text; /* all of the header */
    enum header_role role;
    bool is_label;
};

extern const struct named_role header_roles[];
extern const size_t header_role_count;

enum word_kind {
    VALUE_WORD,
    GROWTH_WORD,
    CHANGE_WORD, /* a growth in per cent, or a difference in the unit of the values */
    INDICATOR_WORD,
    RATIO_WORD,   /* the column holds a ratio or share */
    INDEX_WORD,   /* the column holds an index */
    SUBJECT_WORD, /* says of what the values are; no power of ten */
    FILLER_WORD   /* has no meaning of its own */
};

/* A word of a header above values that is neither a flow nor a unit. */
struct value_word {
    const char *text;
    enum word_kind kind;
    const char *indicator, *unit; /* NULL: the word names none */
};

extern const struct value_word header_value_words[];
extern const size_t header_value_word_count;

#endif
