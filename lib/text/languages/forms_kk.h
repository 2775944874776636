/* forms_kk.h - Kazakh case suffixes by rule; for the files of Kazakh. */
#ifndef SHEAF_TEXT_LANGUAGES_FORMS_KK_H
#define SHEAF_TEXT_LANGUAGES_FORMS_KK_H

#include "text/languages/forms.h"

enum kazakh_case {
    KAZAKH_NOMINATIVE,
    KAZAKH_GENITIVE,
    KAZAKH_DATIVE,
    KAZAKH_ACCUSATIVE,
    KAZAKH_LOCATIVE,
    KAZAKH_ABLATIVE,
    KAZAKH_INSTRUMENTAL,
    KAZAKH_CASES
};

/* What the suffixes of a word depend on. */
struct kazakh_stem {
    bool is_front; /* vowel harmony: -ге, not -ға */
    enum {
        AFTER_VOWEL,
        AFTER_NASAL,     /* м н ң */
        AFTER_SONANT,    /* р л й у, and и */
        AFTER_SIBILANT,  /* з ж */
        AFTER_VOICELESS, /* and б в г д, which are spoken so at the end */
        AFTER_POSSESSIVE /* аралдары: -на, -нда, -н */
    } after;
    bool has_hyphen; /* АҚШ-тың, G20-ның, Google-ға */
};

/* False: the name ends in no letter of Cyrillic or Latin script and in no digit. */
bool kazakh_stem_read(struct kazakh_stem *stem, const char *name);
/* The suffix without hyphen; "" for the nominative. */
const char *kazakh_suffix(const struct kazakh_stem *stem, enum kazakh_case wanted);
/* True when the number is spoken with front vowels at its end: екі, not алты. */
bool kazakh_number_is_front(long number);

#endif
