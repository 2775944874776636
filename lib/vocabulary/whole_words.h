/* whole_words.h - codes and phrases of members that are sums of others, or that are unknown. */
#ifndef SHEAF_VOCABULARY_WHOLE_WORDS_H
#define SHEAF_VOCABULARY_WHOLE_WORDS_H

#include <stddef.h>

#include "vocabulary/wholes.h"

/* The dimensions in which a phrase has its meaning; bits of a set. */
enum whole_where {
    IN_AREAS = 1,    /* reporter, partner, and dimensions of the file's own */
    IN_PRODUCTS = 2, /* product */
    IN_MODES = 4,    /* modes of transport and of supply, customs procedures */
    IN_ANY = 8
};

struct whole_word {
    const char *text; /* normalised (normalised.h) */
    int where;
    enum member_role role;
    const char *sum; /* what it is the sum of: "WLD", "TOTAL", "EU"; "": nothing that has a name */
};

extern const struct whole_word whole_words[];
extern const size_t whole_word_count;

#endif
