/* units.h - units of values ("USD", "t") and their powers of ten. */
#ifndef SHEAF_VOCABULARY_UNITS_H
#define SHEAF_VOCABULARY_UNITS_H

#include "base/memory.h"
#include "vocabulary/normalised.h"

struct unit {
    const char *name; /* "USD", "t", "kg", "%"; "": the text is only a power ("million") */
    int multiplier;
    /* The word beside a currency that is not understood ("xyz" of "xyz USD"). It may be a power of
     * ten, so that the name is all of the text. Within the text; NULL: there is none. */
    const char *unclear;
    size_t unclear_n;
};

/* Reads a unit and its power of ten: "USD million", "thousand US dollars", "млн долл. США",
 * "тыс. тонн", "亿美元", "kg", "1000 USD", "MIO_EUR", "Tsd. EUR", "T€", "mil. Kč", "₹ crore".
 * A price is "USD/t", however it is written ("US$ per kg", "долл. за тонну", "元/吨"), and money per
 * head "USD/capita" ("USD per capita", "евро на душу населения").
 * Currencies are named by ISO 4217. "$" alone is USD; "¥" could be yen or yuan, "kr" crowns of four
 * countries, and both are kept. A known unit has a static name; the name of an unknown one is its
 * own text, copied into arena. False: the text is empty, or memory ran out. */
bool unit_read(struct arena *arena, const char *text, size_t n, struct unit *unit);
/* The same for the unit of a quantity: "kgs" are kilograms there, "T" tonnes and "pc" pieces. */
bool unit_read_of_quantity(struct arena *arena, const char *text, size_t n, struct unit *unit);

/* The static name of a known unit, without its power; NULL: the unit is unknown. */
const char *unit_find(const char *text, size_t n);
/* The power of ten that a cell of a column of powers names: "Millions", "тысяч", "Units" (0), 6,
 * 1000000. False: none. The digits 0 to 24 are exponents, as in SDMX; *is_factor: the number is
 * written out, so that "1" beside it means one. */
bool power_find(const char *text, size_t n, int *power, bool *is_factor);
/* True for ISO 4217's codes, and for signs that could be of several currencies. */
bool unit_is_currency(const char *name);

struct unit_word;

/* The meaning of the words of a unit that have been read so far. */
struct unit_parts {
    bool of_quantity; /* set by the caller: it is the unit of a quantity */
    const char *name; /* NULL: none yet */
    int multiplier;
    bool is_currency, has_power;
    const struct unit_word *open; /* a power of ten that depends on the other words; NULL: none */
    bool is_complete;             /* the name stands behind the power, or is said again */
};

/* Takes one word or phrase of a unit at *at and moves *at past it. False, and nothing changes:
 * there is none, or it is a second unit. */
bool unit_take(const struct normalised *normalised, size_t *at, struct unit_parts *parts);
/* Takes the measure of a price at *at ("/t", "per kg", "je Tonne", "за тонну"), or the other currency of a
 * rate ("EUR per USD", but not "EUR/USD", which is either). Returns its static name;
 * NULL, and nothing changes: there is none. parts are those of the words before it. */
const char *unit_take_per(const struct normalised *normalised, size_t *at,
                          const struct unit_parts *parts);
/* Once all words are read: a short power multiplies a currency, and "m" alone is metres. False: it
 * means nothing beside these words. */
bool unit_resolve_power(struct unit_parts *parts);
/* Reads a text that is nothing but a known unit, with or without a power of ten. */
bool unit_parts_read(const char *text, size_t n, bool of_quantity, struct unit_parts *parts);

#endif
