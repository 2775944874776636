/* plurals.c - plural categories of numbers as they are shown, by ICU's rules (CLDR). */
#include <math.h>
#include <stdio.h>

#include <unicode/uenum.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/strings.h"
#include "text/figures.h"
#include "text/forms.h"

enum { MOST_DECIMALS = 15, MOST_MULTIPLIER = 15, LONGEST_SKELETON = 64, LONGEST_KEYWORD = 16 };

static const char *const names[PLURALS] = { "zero", "one", "two", "few", "many", "other" };

const char *plural_name(enum plural category)
{
    return (unsigned)category < PLURALS ? names[category] : names[PLURAL_OTHER];
}

bool plural_read(const char *name, size_t n, enum plural *category)
{
    for (int i = 0; i < PLURALS; i++)
        if (string_is(name, n, names[i])) {
            *category = (enum plural)i;
            return true;
        }
    return false;
}

/* A skeleton of ICU that shows the number as we do: ".00", and with a word for its power of ten
 * "compact-long .00", for which rules such as the French "1,5 million de" ask. */
static int32_t write_skeleton(UChar skeleton[LONGEST_SKELETON], int decimals, int multiplier)
{
    char ascii[LONGEST_SKELETON];
    int n = snprintf(ascii, sizeof ascii, "%s%s%.*s", multiplier > 0 ? "compact-long " : "",
                     decimals > 0 ? "." : "precision-integer", decimals, "000000000000000");

    u_charsToUChars(ascii, skeleton, n + 1);
    return n;
}

static int within(int value, int most)
{
    return value < 0 ? 0 : value > most ? most : value;
}

/* Writes the category's name; false after a failure of ICU. */
static bool select_category(const char *locale, double value, int decimals, int multiplier,
                            UChar keyword[LONGEST_KEYWORD], UErrorCode *status)
{
    UChar skeleton[LONGEST_SKELETON];
    int32_t n = write_skeleton(skeleton, decimals, multiplier);
    UPluralRules *rules = uplrules_openForType(locale, UPLURAL_TYPE_CARDINAL, status);
    UNumberFormatter *format = unumf_openForSkeletonAndLocale(skeleton, n, locale, status);
    UFormattedNumber *shown = unumf_openResult(status);

    unumf_formatDouble(format, fabs(value) * pow(10, multiplier), shown, status);
    uplrules_selectFormatted(rules, shown, keyword, LONGEST_KEYWORD, status);
    unumf_closeResult(shown);
    unumf_close(format);
    uplrules_close(rules);
    return U_SUCCESS(*status);
}

static enum plural plural_of_wide(const UChar *keyword)
{
    char ascii[LONGEST_KEYWORD];
    enum plural category = PLURAL_OTHER;

    u_UCharsToChars(keyword, ascii, u_strlen(keyword) + 1);
    (void)plural_read(ascii, strlen(ascii), &category);
    return category;
}

enum plural text_plural(struct text *text, double value, int decimals, int multiplier)
{
    struct formatters *formatters = text_is_usable(text) ? formatters_of(text) : NULL;
    UErrorCode status = U_ZERO_ERROR;
    UChar keyword[LONGEST_KEYWORD];

    if (formatters == NULL || !isfinite(value))
        return PLURAL_OTHER;
    if (select_category(formatters->locale, value, within(decimals, MOST_DECIMALS),
                        within(multiplier, MOST_MULTIPLIER), keyword, &status))
        return plural_of_wide(keyword);
    fail_icu(text, "find plurals", status);
    return PLURAL_OTHER;
}

bool text_has_plural(struct text *text, enum plural category)
{
    struct formatters *formatters = text_is_usable(text) ? formatters_of(text) : NULL;
    UErrorCode status = U_ZERO_ERROR;
    bool found = false;

    if (formatters == NULL)
        return false;
    UPluralRules *rules = uplrules_openForType(formatters->locale, UPLURAL_TYPE_CARDINAL, &status);
    UEnumeration *keywords = uplrules_getKeywords(rules, &status);
    for (const char *word; !found && (word = uenum_next(keywords, NULL, &status)) != NULL;)
        found = strcmp(word, plural_name(category)) == 0;
    uenum_close(keywords);
    uplrules_close(rules);
    if (U_FAILURE(status))
        fail_icu(text, "find plurals", status);
    return found;
}
