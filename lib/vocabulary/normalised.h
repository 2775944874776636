/* normalised.h - text as the vocabulary compares it: in lower case, with one space between words
 * and no punctuation.
 *
 * "TIME_PERIOD", "Time period" and "time-period" normalise to "time period". Comparisons ignore
 * spaces: "TimePeriod" is the same phrase. */
#ifndef SHEAF_VOCABULARY_NORMALISED_H
#define SHEAF_VOCABULARY_NORMALISED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NORMALISED_MAX_BYTES = 256 };

struct normalised {
    char text[NORMALISED_MAX_BYTES];
    size_t n;
    const char *source; /* the text that was normalised; borrowed */
    size_t source_n;
    uint16_t from[NORMALISED_MAX_BYTES]; /* start of each byte's character in the source */
    uint16_t to[NORMALISED_MAX_BYTES];   /* its end there */
};

/* False: the text is too long for a phrase, or is not UTF-8. */
bool normalise(struct normalised *out, const char *text, size_t n);

/* The phrases of these functions are normalised already. */

/* True when the phrase is all of the text. */
bool normalised_is(const struct normalised *normalised, const char *phrase);
/* The end of the phrase in the text from `at` on, which may be within a word; `at`: the text does
 * not start with it. */
size_t normalised_match(const struct normalised *normalised, size_t at, const char *phrase);
/* True between words: at a space, between a letter and a digit or sign, and around every Han
 * character. */
bool normalised_is_boundary(const struct normalised *normalised, size_t at);
/* Like normalised_match, for a phrase that ends at a boundary. */
size_t normalised_phrase(const struct normalised *normalised, size_t at, const char *phrase);
/* The start of the next word after `at`. */
size_t normalised_next_word(const struct normalised *normalised, size_t at);

/* SDMX writes a code with its label as "X: Exports": the length of the code. n: there is no
 * label. */
size_t code_length(const char *text, size_t n);

#endif
