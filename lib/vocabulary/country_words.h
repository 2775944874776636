/* country_words.h - a country's name as a set of words, so that the spellings of all offices give
 * one key.
 *
 * Accents and case are removed, abbreviations expanded, stop words ("the", "of", "and") dropped,
 * and the rest sorted: "Korea, Rep.", "Rep. of Korea" and "Republic of Korea" are all "korea
 * republic". */
#ifndef SHEAF_VOCABULARY_COUNTRY_WORDS_H
#define SHEAF_VOCABULARY_COUNTRY_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum { COUNTRY_MAX_BYTES = 160, COUNTRY_KEY_BYTES = 4 * COUNTRY_MAX_BYTES, COUNTRY_MAX_WORDS = 24 };

struct country_word {
    size_t at, n; /* in the text */
};

struct country_words {
    char text[COUNTRY_KEY_BYTES];
    size_t n;
    struct country_word list[COUNTRY_MAX_WORDS];
    size_t count;
};

/* False: the text is too long for a name, is not UTF-8, or has no words. */
bool country_words_read(struct country_words *words, const char *text, size_t n);
/* Writes the words, separated by spaces, and a NUL; leaves out the word `without` (may be NULL).
 * Returns the length. */
size_t country_words_join(const struct country_words *words, const char *without,
                          char out[COUNTRY_KEY_BYTES]);

#endif
