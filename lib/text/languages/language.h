/* language.h - all of Sheaf's own words in one language.
 *
 * A language is one file that fills a struct language, and one row in languages.c. Every table
 * has the same length in every language, and no entry is empty; tests/text/languages_are_complete.c checks
 * that, and that a phrase has the same blanks everywhere. */
#ifndef SHEAF_TEXT_LANGUAGES_LANGUAGE_H
#define SHEAF_TEXT_LANGUAGES_LANGUAGE_H

#include "text/words.h"

struct word_forms {
    const char *alone;  /* begins a line or stands alone */
    const char *inside; /* stands inside a sentence */
};
/* Of words that look alike in both places: Chinese, Arabic, German nouns. */
#define SAME(word)                                                                                 \
    {                                                                                              \
        word, word                                                                                 \
    }

/* A flow as it depends on other words, with its article or preposition: "Wachstum der Ausfuhren",
 * "Anteil am Handelsvolumen". */
struct flow_forms {
    const char *of, *in;
};
enum { FLOWS_WITH_FORMS = WORD_RE_EXPORTS - WORD_EXPORTS + 1 }; /* in the order of enum word */

/* Units that have a word of their own beside figures and in headings. Currencies are named so in
 * headings only; ICU names all others. */
enum own_unit {
    UNIT_TONNE,
    UNIT_KILOGRAM,
    UNIT_POINT,
    UNIT_DOLLAR,
    UNIT_YUAN,
    UNIT_CAPITA,
    OWN_UNITS
};

/* Words for the powers of ten. Step 3 gives thousand, million, billion, trillion; step 4 gives
 * 万, 亿, 万亿, 亿亿. Powers in between take a word of tens before those: "100 million", 十亿. */
enum { SCALES = 4 };
struct scale_words {
    int step;                    /* 3 or 4 */
    const char *tens[3];         /* 10, 100, and, with step 4, 1000 */
    const char *beside[SCALES];  /* a figure in money: "bn" */
    const char *heading[SCALES]; /* in headings, and beside figures in other units: "billion" */
};

struct trend_words;

struct language {
    const char *tag; /* ISO 639 */
    struct word_forms words[WORD_COUNT];
    struct flow_forms flows[FLOWS_WITH_FORMS];
    const char *phrases[PHRASE_COUNT];
    const char *units[OWN_UNITS];
    struct scale_words scales;
    struct punctuation punctuation;
    const struct trend_words *trends; /* trends.h */
    bool names_currencies;            /* headings say "US-Dollar", not "USD" */
};

extern const struct language language_en, language_ru, language_kk, language_zh, language_fr,
    language_de, language_ar, language_ug;

/* The language of a locale ("zh", "zh-Hans"); English for those that have no file. */
const struct language *language_of(const char *locale);
/* The i-th language; NULL behind the last. */
const struct language *language_at(size_t i);

/* The name of a state that is no more, by its code of ISO 3166; NULL: the code is of none. */
const char *language_former_country(const struct language *language, const char *code);
/* A short name of a region whose name is long, by either code: "Hong Kong". NULL: its name is short enough, or the
 * language has none. */
const char *language_short_country(const struct language *language, const char *code);

/* The language's word for a unit; NULL when the unit stays as it is. */
const char *language_unit(const struct language *language, const char *unit);

#endif
