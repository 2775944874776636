/* country_evidence.h - what the texts of one column of countries show about its codes. "NA" is Namibia
 * among KZ and CN; among names, alpha-3 codes or numbers it is R's and pandas' mark of a missing
 * value. */
#ifndef SHEAF_READERS_COUNTRY_EVIDENCE_H
#define SHEAF_READERS_COUNTRY_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed: no text has been seen. */
struct country_evidence {
    size_t pairs;  /* texts that are alpha-2 codes, but for NA */
    size_t others; /* texts that are names, alpha-3 codes or numbers of countries */
};

void country_evidence_add(struct country_evidence *evidence, const char *text, size_t n);
/* True when the column is of alpha-2 codes. */
bool country_evidence_is_pairs(const struct country_evidence *evidence);
/* True when the column has other codes or names, so that two letters in it are likely a word. */
bool country_evidence_is_others(const struct country_evidence *evidence);

/* True for "NA", Namibia's alpha-2 code, in either case. */
bool country_is_na(const char *text, size_t n);
/* True for a word for a missing value in place of a country, but for "NA": "NaN", "None", "n/a". */
bool country_is_missing(const char *text, size_t n);
/* True for an alpha-2 code that is a word or a unit as well: "No", "IN", "kg". */
bool country_is_word(const char *text, size_t n);

/* SDMX's code for what is not specified, of missing countries. */
#define COUNTRY_MISSING "_X"

/* Messages about a text in a column of countries; they follow the text in quotes. */
#define COUNTRY_NA_IS_MISSING                                                                      \
    "taken for a mark of a missing country, not for Namibia, as its column has no other codes of " \
    "two letters; Namibia would be NAM"
#define COUNTRY_WORD_IS_MISSING "no country; it is taken for a mark of a missing one"
#define COUNTRY_WORD_AMONG_OTHERS                                                                  \
    "taken for the code of a country, though the others of its column are not codes of two "       \
    "letters"

#endif
