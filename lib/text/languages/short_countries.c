/* short_countries.c - short names of regions whose names in full, of three or four words, rarely find room in a
 * chart: CLDR has "Hong Kong SAR China", and no one knows the code HKG. */
#include "text/languages/language.h"

#include <string.h>

enum { LANGUAGES = 8 };

static const char *const tags[LANGUAGES] = { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" };

static const struct {
    const char *code, *short_code;
    const char *names[LANGUAGES];
} countries[] = {
    { "HKG",
      "HK",
      { "Hong Kong", "Гонконг", "Гонконг", "香港", "هونغ كونغ", "Hongkong", "Hong Kong",
        "شياڭگاڭ" } },
    { "MAC", "MO", { "Macao", "Макао", "Макао", "澳门", "ماكاو", "Macau", "Macao", "ئاۋمېن" } },
};

const char *language_short_country(const struct language *language, const char *code)
{
    size_t k = 0;

    while (k < LANGUAGES && strcmp(tags[k], language->tag) != 0)
        k++;
    for (size_t i = 0; k < LANGUAGES && i < sizeof countries / sizeof *countries; i++)
        if (strcmp(countries[i].code, code) == 0 || strcmp(countries[i].short_code, code) == 0)
            return countries[i].names[k];
    return NULL;
}
