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

/* ICU's objects for one locale, opened when first used. */
struct plurals {
    UPluralRules *rules;
    UNumberFormatter *formats[2][MOST_DECIMALS + 1]; /* with a word for the power of ten: [1] */
};

void plurals_close(struct plurals *plurals)
{
    if (plurals == NULL)
        return;
    uplrules_close(plurals->rules);
    for (int i = 0; i <= MOST_DECIMALS; i++) {
        unumf_close(plurals->formats[0][i]);
        unumf_close(plurals->formats[1][i]);
    }
}

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

/* With the rules open; NULL after a failure, which is the text's. */
static struct plurals *plurals_of(struct text *text)
{
    struct formatters *formatters = text_is_usable(text) ? formatters_of(text) : NULL;
    UErrorCode status = U_ZERO_ERROR;

    if (formatters == NULL)
        return NULL;
    if (formatters->plurals == NULL)
        formatters->plurals = arena_new(&text->engine->arena, struct plurals);
    if (formatters->plurals == NULL) {
        fail_memory(text->error);
        return NULL;
    }
    if (formatters->plurals->rules == NULL) {
        context_count(text->context, COUNTED_FORMATTERS);
        formatters->plurals->rules =
            uplrules_openForType(formatters->locale, UPLURAL_TYPE_CARDINAL, &status);
    }
    return U_SUCCESS(status) ? formatters->plurals : fail_icu(text, "find plurals", status);
}

/* A format of ICU that shows the number as we do: ".00", and with a word for its power of ten
 * "compact-long .00", for which rules such as the French "1,5 million de" ask. */
static UNumberFormatter *format_of(struct text *text, struct plurals *plurals, int decimals,
                                   bool has_word, UErrorCode *status)
{
    UNumberFormatter **format = &plurals->formats[has_word][decimals];
    UChar skeleton[LONGEST_SKELETON];
    char ascii[LONGEST_SKELETON];

    if (*format == NULL) {
        int n = snprintf(ascii, sizeof ascii, "%s%s%.*s", has_word ? "compact-long " : "",
                         decimals > 0 ? "." : "precision-integer", decimals, "000000000000000");

        context_count(text->context, COUNTED_FORMATTERS);
        u_charsToUChars(ascii, skeleton, n + 1);
        *format =
            unumf_openForSkeletonAndLocale(skeleton, n, text->engine->formatters->locale, status);
    }
    return *format;
}

static int within(int value, int most)
{
    return value < 0 ? 0 : value > most ? most : value;
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
    struct plurals *plurals = isfinite(value) ? plurals_of(text) : NULL;
    int power = within(multiplier, MOST_MULTIPLIER);
    UErrorCode status = U_ZERO_ERROR;
    UChar keyword[LONGEST_KEYWORD];

    if (plurals == NULL)
        return PLURAL_OTHER;
    UNumberFormatter *format =
        format_of(text, plurals, within(decimals, MOST_DECIMALS), power > 0, &status);
    UFormattedNumber *shown = unumf_openResult(&status);
    unumf_formatDouble(format, fabs(value) * pow(10, power), shown, &status);
    uplrules_selectFormatted(plurals->rules, shown, keyword, LONGEST_KEYWORD, &status);
    unumf_closeResult(shown);
    if (U_SUCCESS(status))
        return plural_of_wide(keyword);
    fail_icu(text, "find plurals", status);
    return PLURAL_OTHER;
}

bool text_has_plural(struct text *text, enum plural category)
{
    struct plurals *plurals = plurals_of(text);
    UErrorCode status = U_ZERO_ERROR;
    bool found = false;

    if (plurals == NULL)
        return false;
    UEnumeration *keywords = uplrules_getKeywords(plurals->rules, &status);
    for (const char *word; !found && (word = uenum_next(keywords, NULL, &status)) != NULL;)
        found = strcmp(word, plural_name(category)) == 0;
    uenum_close(keywords);
    if (U_FAILURE(status))
        fail_icu(text, "find plurals", status);
    return found;
}
