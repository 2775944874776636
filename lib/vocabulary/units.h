/* units.h - units of values ("USD", "t") and their powers of ten. */
#ifndef SHEAF_VOCABULARY_UNITS_H
#define SHEAF_VOCABULARY_UNITS_H

#include "base/memory.h"
#include "vocabulary/normalised.h"

struct unit {
    const char *name; /* "USD", "t", "kg", "%"; "": the text is only a power ("million") */
    int multiplier;
};

/* Reads a unit and its power of ten: "USD million", "thousand US dollars", "млн долл. США",
 * "тыс. тонн", "亿美元", "kg", "1000 USD", "MIO_EUR", "GBP". Currencies are named by ISO 4217.
 * "$" alone is USD; "¥" could be yen or yuan and is kept. A known unit has a static name; the
 * name of an unknown one is its own text, copied into arena. False: the text is empty, or memory
 * ran out. */
bool unit_read(struct arena *arena, const char *text, size_t n, struct unit *unit);

/* The static name of a known unit, without its power; NULL: the unit is unknown. */
const char *unit_find(const char *text, size_t n);

/* The meaning of the words of a unit that have been read so far. */
struct unit_parts {
    const char *name; /* NULL: none yet */
    int multiplier;
    bool is_currency, has_power;
    char short_power; /* 'm', 'k' or 'b', whose meaning depends on the other words; '\0': none */
};

/* Takes one word or phrase of a unit at *at and moves *at past it. False, and nothing changes:
 * there is none, or it is a second unit. */
bool unit_take(const struct normalised *normalised, size_t *at, struct unit_parts *parts);
/* Once all words are read: a short power multiplies a currency, and "m" alone is metres. False: it
 * means nothing beside these words. */
bool unit_resolve_short_power(struct unit_parts *parts);

#endif
