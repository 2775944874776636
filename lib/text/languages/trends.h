/* trends.h - sentences about the course of series, for alternative texts, in one language.
 *
 * Names of series and figures come in the form in which they stand alone, so that every phrase has a
 * place for that form: behind a colon, in quotation marks, behind a noun that takes the ending. */
#ifndef SHEAF_TEXT_LANGUAGES_TRENDS_H
#define SHEAF_TEXT_LANGUAGES_TRENDS_H

#include "text/forms.h"
#include "text/trends.h"

struct trend_words {
    /* {period}: when something happened, of weeks, days and others as they stand alone. Years, quarters and
     * months have their form "in" (forms.h). */
    const char *in_period;
    const char
        *plain[STEPS][PLURALS]; /* {count}: "4 years"; a category that is NULL is told as OTHER */
    const char *of[STEPS][PLURALS]; /* {count}: behind "17 of": German and Russian cases */
    const char *phrases[TREND_PHRASES];
};

extern const struct trend_words trends_en, trends_ru, trends_kk, trends_zh, trends_fr, trends_de,
    trends_ar, trends_ug;

#endif
