/* figures.c - how the locale writes numbers, and the ICU objects behind it. */
#include "text/figures.h"

#include <string.h>

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#include "base/strings.h"

#define MINUS "\xE2\x88\x92" /* U+2212 */

enum { LONGEST_LOCALE = 160, LONGEST_SYMBOL = 32 };

bool text_speaks(const struct text *text, const char *language)
{
    return strcmp(text->engine->language, language) == 0;
}

void *fail_icu(struct text *text, const char *what, UErrorCode status)
{
    if (status == U_MEMORY_ALLOCATION_ERROR)
        fail_memory(text->error);
    else
        fail(text->error, SHEAF_SYSTEM, "ICU cannot %s for the language '%s': %s", what,
             text->engine->locale, u_errorName(status));
    return NULL;
}

char *text_of_wide(struct text *text, struct arena *arena, const UChar *wide, int32_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    char *out = length < 0 ? NULL : arena_take(arena, 3 * (size_t)length + 1, 1);

    if (out == NULL) {
        fail_memory(text->error);
        return NULL;
    }
    u_strToUTF8(out, 3 * length + 1, NULL, wide, length, &status);
    return U_FAILURE(status) ? fail_icu(text, "write UTF-8", status) : out;
}

/* ICU writes in the machine's own language where it has none of the name asked for;
 * ours must not depend on the machine. */
static bool icu_speaks(const char *language)
{
    static const char *const common[] = { "en", "ru", "kk", "zh", "fr", "de", "ar", "ug" };
    size_t n = strlen(language);

    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (strcmp(common[i], language) == 0)
            return true;
    for (int32_t i = uloc_countAvailable(); i-- > 0 && n > 0;) {
        const char *available = uloc_getAvailable(i);
        if (strncmp(available, language, n) == 0 && (available[n] == '\0' || available[n] == '_'))
            return true;
    }
    return false;
}

/* BCP 47 to ICU's spelling. English without a region is the world's: day before
 * month; it also stands in for languages that ICU does not have. */
static const char *icu_locale(struct text *text)
{
    struct engine *engine = text->engine;
    char name[LONGEST_LOCALE];
    UErrorCode status = U_ZERO_ERROR;
    const char *tag = strcmp(engine->locale, "en") == 0 || !icu_speaks(engine->language)
                          ? "en-001"
                          : engine->locale;
    int32_t n = uloc_forLanguageTag(tag, name, sizeof name, NULL, &status);

    if (U_FAILURE(status) || n >= (int32_t)sizeof name)
        strcpy(name, "en_001");
    status = U_ZERO_ERROR;
    uloc_setKeywordValue("numbers", "latn", name, sizeof name, &status);
    uloc_setKeywordValue("calendar", "gregorian", name, sizeof name, &status);
    if (U_FAILURE(status))
        return fail_icu(text, "name a locale", status);
    return arena_string(&engine->arena, name);
}

struct formatters *formatters_of(struct text *text)
{
    struct engine *engine = text->engine;

    if (engine->formatters == NULL) {
        struct formatters *formatters = arena_new(&engine->arena, struct formatters);
        if (formatters != NULL)
            formatters->locale = icu_locale(text);
        if (formatters == NULL || formatters->locale == NULL) {
            fail_memory(text->error);
            return NULL;
        }
        engine->formatters = formatters;
    }
    return engine->formatters;
}

void formatters_close(struct engine *engine)
{
    struct formatters *formatters = engine->formatters;

    if (formatters == NULL)
        return;
    for (size_t i = 0; i < SKELETON_COUNT; i++)
        if (formatters->intervals[i] != NULL)
            udtitvfmt_close(formatters->intervals[i]);
    if (formatters->date != NULL)
        udat_close(formatters->date);
    if (formatters->months != NULL)
        udat_close(formatters->months);
    if (formatters->order != NULL)
        ucol_close(formatters->order);
    plurals_close(formatters->plurals);
    engine->formatters = NULL;
}

/* Symbols ------------------------------------------------------------------- */

/* The same as ICU's, known beforehand because opening ICU's costs half a millisecond. */
static const struct figure_symbols english = { ".", ",", MINUS, "+", "", "%", 3, 3, 1 };

static bool writes_plain_english(const struct text *text)
{
    static const char *const locales[] = { "en", "en-GB", "en-US", "en-001" };

    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++)
        if (string_equal_ignoring_case(text->engine->locale, locales[i]))
            return true;
    return false;
}

static char *symbol(struct text *text, UNumberFormat *format, UNumberFormatSymbol which,
                    UErrorCode *status)
{
    UChar wide[LONGEST_SYMBOL];
    int32_t n = unum_getSymbol(format, which, wide, LONGEST_SYMBOL, status);

    return U_FAILURE(*status) ? NULL : text_of_wide(text, &text->engine->arena, wide, n);
}

/* The hyphen of most locales becomes a true minus; a direction mark that goes
 * with it stays, and one is added where right-to-left text would turn it round. */
static char *sign(struct text *text, const char *symbol_text, const char *shown)
{
    static const char mark[] = "\xE2\x80\x8E"; /* U+200E */
    const char *hyphen = symbol_text != NULL ? strpbrk(symbol_text, "-+") : NULL;
    bool marked = symbol_text != NULL && hyphen != symbol_text;

    if (symbol_text != NULL && hyphen == NULL)
        return arena_string(&text->engine->arena, symbol_text);
    return arena_format(&text->engine->arena, "%s%s",
                        marked || text->engine->right_to_left ? mark : "", shown);
}

/* Spanish writes 1234 and 12.345: only ICU's newer interface knows. */
static bool groups_thousands(const char *locale, UErrorCode *status)
{
    UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(u"", 0, locale, status);
    UFormattedNumber *result = unumf_openResult(status);
    UChar wide[LONGEST_SYMBOL];

    unumf_formatInt(formatter, 1234, result, status);
    int32_t n = unumf_resultToString(result, wide, LONGEST_SYMBOL, status);
    unumf_closeResult(result);
    unumf_close(formatter);
    return U_SUCCESS(*status) && n > 4;
}

static bool read_percent(struct text *text, const char *locale, struct figure_symbols *symbols,
                         UErrorCode *status)
{
    UChar wide[LONGEST_SYMBOL];
    UNumberFormat *format = unum_open(UNUM_PERCENT, NULL, 0, locale, NULL, status);

    if (U_FAILURE(*status))
        return false;
    int32_t n = unum_getTextAttribute(format, UNUM_POSITIVE_PREFIX, wide, LONGEST_SYMBOL, status);
    if (U_SUCCESS(*status))
        symbols->percent_before = text_of_wide(text, &text->engine->arena, wide, n);
    n = unum_getTextAttribute(format, UNUM_POSITIVE_SUFFIX, wide, LONGEST_SYMBOL, status);
    if (U_SUCCESS(*status))
        symbols->percent_after = text_of_wide(text, &text->engine->arena, wide, n);
    unum_close(format);
    return symbols->percent_before != NULL && symbols->percent_after != NULL;
}

bool figure_symbols_read(struct text *text, struct figure_symbols *symbols)
{
    UErrorCode status = U_ZERO_ERROR;
    struct formatters *formatters = formatters_of(text);

    if (formatters == NULL)
        return false;
    context_count(text->context, COUNTED_FORMATTERS);
    UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, formatters->locale, NULL, &status);
    if (U_FAILURE(status)) {
        fail_icu(text, "write numbers", status);
        return false;
    }
    *symbols = (struct figure_symbols){
        .decimal = symbol(text, format, UNUM_DECIMAL_SEPARATOR_SYMBOL, &status),
        .group = symbol(text, format, UNUM_GROUPING_SEPARATOR_SYMBOL, &status),
        .first_group = unum_getAttribute(format, UNUM_GROUPING_SIZE),
        .other_groups = unum_getAttribute(format, UNUM_SECONDARY_GROUPING_SIZE),
        .least_grouped = groups_thousands(formatters->locale, &status) ? 1 : 2,
    };
    symbols->minus = sign(text, symbol(text, format, UNUM_MINUS_SIGN_SYMBOL, &status), MINUS);
    symbols->plus = sign(text, symbol(text, format, UNUM_PLUS_SIGN_SYMBOL, &status), "+");
    unum_close(format);
    if (symbols->other_groups <= 0)
        symbols->other_groups = symbols->first_group;
    if (U_SUCCESS(status) && read_percent(text, formatters->locale, symbols, &status) &&
        symbols->decimal != NULL && symbols->group != NULL && symbols->minus != NULL &&
        symbols->plus != NULL)
        return true;
    if (U_FAILURE(status))
        fail_icu(text, "write numbers", status);
    else
        fail_memory(text->error);
    return false;
}

const struct figure_symbols *figure_symbols_of(struct text *text)
{
    if (writes_plain_english(text))
        return &english;
    struct formatters *formatters = formatters_of(text);
    if (formatters == NULL)
        return NULL;
    if (!formatters->symbols_known && !figure_symbols_read(text, &formatters->symbols))
        return NULL;
    formatters->symbols_known = true;
    return &formatters->symbols;
}
