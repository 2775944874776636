/* unit_words.h - the words that units are made of. */
#ifndef SHEAF_VOCABULARY_UNIT_WORDS_H
#define SHEAF_VOCABULARY_UNIT_WORDS_H

#include <stddef.h>

enum unit_word_kind {
    UNIT_CURRENCY,
    UNIT_MEASURE, /* of weight, volume, number … */
    UNIT_POWER,
    UNIT_SHORT_POWER,   /* "m", "k", "b": a power of ten beside a currency only (units.h) */
    UNIT_POWER_OF_UNIT, /* "bin", "md": a power of ten beside a unit only */
    UNIT_MIL,           /* "mil", whose meaning depends on its point (units.c) */
    UNIT_UPPER_CODE,    /* a currency in capitals only: "KGS" */
    UNIT_FILLER         /* "in", "of": has no meaning of its own */
};

struct unit_word {
    const char *text; /* normalised (normalised.h) */
    const char *name; /* canonical name of the unit; NULL: the word names none */
    enum unit_word_kind kind;
    int power; /* of ten */
};

extern const struct unit_word unit_words[];
extern const size_t unit_word_count;

#endif
