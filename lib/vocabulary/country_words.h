/* country_words.h - a country's name as its words, so that however an office writes it, it is
 * one name.
 *
 * The words are without accents and case, abbreviations are written out, small words are left
 * out, the rest stands in alphabetical order: "Korea, Rep.", "Rep. of Korea" and "Republic of
 * Korea" are "korea republic". */
#ifndef SHEAF_VOCABULARY_COUNTRY_WORDS_H
#define SHEAF_VOCABULARY_COUNTRY_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum { COUNTRY_LONGEST = 160, COUNTRY_KEY = 4 * COUNTRY_LONGEST, COUNTRY_MOST_WORDS = 24 };

struct country_word {
    size_t at, n; /* in the text */
};

struct country_words {
    char text[COUNTRY_KEY];
    size_t n;
    struct country_word list[COUNTRY_MOST_WORDS];
    size_t count;
};

/* False: too long for a name, or no UTF-8, or no words in it. */
bool country_words_read(struct country_words *words, const char *text, size_t n);
/* The words apart by spaces, with a NUL; without (may be NULL) is left out where others stand
 * beside it. Returns the length. */
size_t country_words_join(const struct country_words *words, const char *without,
                          char out[COUNTRY_KEY]);

#endif
