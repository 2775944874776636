/* languages.c - the table of languages. */
#include "text/languages/language.h"

#include <string.h>

#include "base/strings.h"

static const struct language *const languages[] = { &language_en, &language_ru, &language_kk,
                                                    &language_zh, &language_fr, &language_de,
                                                    &language_ar, &language_ug };

/* Languages without a file whose punctuation is not the English one. */
static const struct punctuation japanese = { "、", "；", "：", "。" };
static const struct {
    const char *tag;
    const struct punctuation *punctuation;
} others[] = { { "fa", &language_ar.punctuation },
               { "ur", &language_ar.punctuation },
               { "ja", &japanese } };

static bool is_of(const char *locale, const char *tag)
{
    return string_is_ignoring_case(locale, strcspn(locale, "-_"), tag);
}

const struct language *language_at(size_t i)
{
    return i < sizeof languages / sizeof *languages ? languages[i] : NULL;
}

const struct language *language_of(const char *locale)
{
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (is_of(locale, languages[i]->tag))
            return languages[i];
    return &language_en;
}

const char *language_unit(const struct language *language, const char *unit)
{
    static const char *const symbols[OWN_UNITS] = {
        [UNIT_TONNE] = "t",    [UNIT_KILOGRAM] = "kg", [UNIT_POINT] = "pp",
        [UNIT_DOLLAR] = "USD", [UNIT_YUAN] = "CNY",    [UNIT_CAPITA] = "capita"
    };

    for (size_t i = 0; i < OWN_UNITS; i++)
        if (strcmp(symbols[i], unit) == 0)
            return language->units[i];
    return NULL;
}

const struct punctuation *punctuation_of(const char *locale)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (is_of(locale, others[i].tag))
            return others[i].punctuation;
    return &language_of(locale)->punctuation;
}

bool words_count_by_myriads(const char *locale)
{
    return language_of(locale)->scales.step == 4 || is_of(locale, "ja");
}
