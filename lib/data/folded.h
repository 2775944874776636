/* folded.h - text as the vocabulary compares it: in small letters, words apart by one
 * space, without the marks that people set between words.
 *
 * "TIME_PERIOD", "Time period" and "time-period" fold to "time period". Spaces within a
 * phrase are free: "TimePeriod" is the same phrase. */
#ifndef SHEAF_DATA_FOLDED_H
#define SHEAF_DATA_FOLDED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FOLDED_LIMIT = 256 };

struct folded {
    char text[FOLDED_LIMIT];
    size_t n;
    uint16_t from[FOLDED_LIMIT]; /* where each byte's character starts in the source … */
    uint16_t to[FOLDED_LIMIT];   /* … and ends */
};

/* False: the text is too long for a phrase, or no UTF-8. */
bool fold(struct folded *out, const char *text, size_t n);

/* All of it, spaces aside. phrase is folded already. */
bool folded_is(const struct folded *folded, const char *phrase);
/* The end of a phrase that starts at `at` and ends with a word; at: it does not. A word ends
 * at a space, between a letter and a figure or sign, and around every Han character. */
size_t folded_phrase(const struct folded *folded, size_t at, const char *phrase);
/* The next start of a word after `at`. */
size_t folded_next_word(const struct folded *folded, size_t at);

/* Of "X: Exports", how SDMX writes a code with its label, the length of the code; n when
 * there is no label. */
size_t length_of_code(const char *text, size_t n);

#endif
