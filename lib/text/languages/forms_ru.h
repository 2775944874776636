/* forms_ru.h - how Russian names are written down with their declension; for the files of Russian. */
#ifndef SHEAF_TEXT_LANGUAGES_FORMS_RU_H
#define SHEAF_TEXT_LANGUAGES_FORMS_RU_H

#include <stdbool.h>
#include <stddef.h>

/* Words with a stroke and a letter behind them are declined, all others never change:
 * a adjective; b adjective in -овы (Соломоновы); f feminine; m masculine; e masculine in -ет that loses
 * its vowel (Египет, Египта); y masculine in -ий (Маврикий, на Маврикии); o, z plural with the genitive in
 * -ов (Штатов) or without ending (Филиппин); i plural in -ии (территорий); w весь. */
struct russian_name {
    char code[9];
    const char *words; /* +: the preposition is на */
};

extern const struct russian_name russian_names[];
extern const size_t russian_name_count;

enum russian_case { NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, LOCATIVE, CASES };

enum { RUSSIAN_WORDS_MOST = 400 };
/* Writes the words in a case. False, and out is unfinished: a word has an ending that its declension does
 * not know, or the words are too long. */
bool russian_decline(char out[RUSSIAN_WORDS_MOST], const char *words, enum russian_case wanted);

/* "во" for "в" before в or ф and a consonant, "со" for "с" before с, з, ш, ж and a consonant. */
const char *russian_preposition(const char *preposition, const char *word);

#endif
