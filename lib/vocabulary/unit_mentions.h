/* unit_mentions.h - units that a sentence mentions: "All figures are in millions of US dollars". */
#ifndef SHEAF_VOCABULARY_UNIT_MENTIONS_H
#define SHEAF_VOCABULARY_UNIT_MENTIONS_H

#include "vocabulary/normalised.h"

struct unit_mention {
    const char *name; /* "USD", "t", static; NULL: only a power is mentioned ("in millions") */
    int multiplier;
    size_t from, n; /* in the source of the normalised text */
};

/* Finds the next unit from *at on and moves *at past it. Only a power of ten, with or without a
 * unit, and a currency count: a measure alone ("Oil, t") is what the table is about as often as
 * its unit. A currency without a power counts where nothing else can be meant: at the end, behind a
 * mark or "in". "Trade with the euro area" mentions none. False: there is no further one. */
bool unit_mention_next(const struct normalised *normalised, size_t *at,
                       struct unit_mention *mention);

/* The bytes of a header, or of another name, without the unit in it: "GDP" of "GDP (USD bn)", "Wert in
 * Mio. EUR", "ВВП, млрд тенге", "亿元" in brackets. name holds at least n + 3 bytes. False: it has none,
 * or nothing but a unit. */
bool unit_cut_from(const char *text, size_t n, char *name);

#endif
