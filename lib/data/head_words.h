/* head_words.h - the heads of columns that trade files have, and the words that heads of values
 * are made of: what heads.c looks up. All in the spelling of folded.h. */
#ifndef SHEAF_DATA_HEAD_WORDS_H
#define SHEAF_DATA_HEAD_WORDS_H

#include "data/heads.h"

struct named_role {
    const char *text; /* the whole head */
    enum column_role role;
    bool is_label;
};

extern const struct named_role head_roles[];
extern const size_t head_role_count;

enum word_kind {
    VALUE_WORD,
    GROWTH_WORD,
    INDICATOR_WORD,
    PURE_WORD, /* the head is of a ratio, share or index */
    BESIDE     /* says nothing of its own */
};

/* The words of values, besides flows and units. */
struct value_word {
    const char *text;
    enum word_kind kind;
    const char *indicator, *unit; /* NULL: it says none */
};

extern const struct value_word head_value_words[];
extern const size_t head_value_word_count;

#endif
