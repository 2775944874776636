/* units.h - what a figure counts, and in which power of ten. */
#ifndef SHEAF_VOCABULARY_UNITS_H
#define SHEAF_VOCABULARY_UNITS_H

#include "base/memory.h"
#include "vocabulary/normalised.h"

struct unit {
    const char *name; /* "USD", "t", "kg", "%"; "": only a power is said ("million") */
    int multiplier;
};

/* "USD million", "thousand US dollars", "млн долл. США", "тыс. тонн", "亿美元", "kg",
 * "1000 USD", "MIO_EUR", "GBP": the unit (static, or in arena when it is a word that we do
 * not know, as it stands) and the power of ten. False: the text is empty, or memory ran out.
 * Currencies by ISO 4217; "$" alone is USD, "¥" says too little and stays. */
bool unit_read(struct arena *arena, const char *text, size_t n, struct unit *unit);

/* The static name of a unit that we know, without its power; NULL: we know none. */
const char *unit_find(const char *text, size_t n);

/* What the words of a unit say so far. */
struct unit_parts {
    const char *name; /* NULL: none so far */
    int multiplier;
    bool is_currency, has_power;
    char short_power; /* 'm', 'k' or 'b' seen: a power beside a currency, else a unit or a word */
};

/* Takes one word or phrase of a unit at *at and moves past it. False: there is none, or it
 * says a second unit; nothing changes. */
bool unit_take(const struct normalised *normalised, size_t *at, struct unit_parts *parts);
/* Settles what a short power means. False: it means nothing here. */
bool unit_settle(struct unit_parts *parts);

#endif
