/* normalised.h - text as the vocabulary compares it: in small letters, words apart by one
 * space, without the marks that people set between words.
 *
 * "TIME_PERIOD", "Time period" and "time-period" normalise to "time period". Spaces within a
 * phrase are free: "TimePeriod" is the same phrase. */
#ifndef SHEAF_VOCABULARY_NORMALISED_H
#define SHEAF_VOCABULARY_NORMALISED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NORMALISED_LIMIT = 256 };

struct normalised {
    char text[NORMALISED_LIMIT];
    size_t n;
    uint16_t from[NORMALISED_LIMIT]; /* where each byte's character starts in the source … */
    uint16_t to[NORMALISED_LIMIT];   /* … and ends */
};

/* False: the text is too long for a phrase, or no UTF-8. */
bool normalise(struct normalised *out, const char *text, size_t n);

/* False at little cost for most phrases that a text is compared with: their first two bytes
 * differ. Two, because all of Cyrillic begins with one of two bytes; a space may be missing. */
static inline bool normalised_may_begin(const struct normalised *normalised, size_t at,
                                        const char *phrase)
{
    const char *text = normalised->text + at;

    return text[0] == phrase[0] &&
           (text[1] == phrase[1] || text[1] == ' ' || phrase[1] == ' ' || phrase[1] == '\0');
}

/* All of it, spaces aside. phrase is normalised already. */
bool normalised_equals(const struct normalised *normalised, const char *phrase);
static inline bool normalised_is(const struct normalised *normalised, const char *phrase)
{
    return normalised_may_begin(normalised, 0, phrase) && normalised_equals(normalised, phrase);
}

/* The end of a phrase that starts at `at` and ends with a word; at: it does not. A word ends
 * at a space, between a letter and a figure or sign, and around every Han character. */
size_t normalised_match(const struct normalised *normalised, size_t at, const char *phrase);
static inline size_t normalised_phrase(const struct normalised *normalised, size_t at,
                                       const char *phrase)
{
    return normalised_may_begin(normalised, at, phrase) ? normalised_match(normalised, at, phrase)
                                                        : at;
}
/* The next start of a word after `at`. */
size_t normalised_next_word(const struct normalised *normalised, size_t at);

/* Of "X: Exports", how SDMX writes a code with its label, the length of the code; n when
 * there is no label. */
size_t length_of_code(const char *text, size_t n);

#endif
