/* words.h - the few words that only charts say, and what a language does to words. */
#ifndef SHEAF_CHART_WORDS_H
#define SHEAF_CHART_WORDS_H

#include "base/memory.h"

enum chart_word {
    CHART_WORD_BARS, /* "Bar chart" */
    CHART_WORD_LINES,
    CHART_WORD_BARS_LINE,
    CHART_WORD_BULLET,
    CHART_WORD_FIRST,
    CHART_WORD_LAST,
    CHART_WORD_LOWEST,
    CHART_WORD_HIGHEST,
    CHART_WORD_COUNT
};

/* In the locale's language; English where it is missing. */
const char *chart_word(const char *locale, enum chart_word word);

/* Between the parts of a phrase: ", ", and what stands for it in other scripts. */
const char *words_comma(const char *locale);
/* Behind the head of a line: ": ", and what stands for it in other languages. */
const char *words_colon(const char *locale);
/* Chinese and Japanese count large figures by ten thousands. */
bool words_count_by_myriads(const char *locale);

/* Within a sentence: with a small letter first. */
const char *uncapitalized(struct arena *arena, const char *text);
/* With a capital letter first, where the script has such (Latin, Greek, Cyrillic).
 * The text itself when nothing changes; NULL when memory runs out. */
const char *capitalized(struct arena *arena, const char *text);

#endif
