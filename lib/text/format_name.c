/* format_name.c - countries by their codes, names in the order of a language, words in capitals. */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/strings.h"
#include "text/country_names.h"
#include "text/figures.h"
#include "text/languages/language.h"

enum { LONGEST_LANGUAGE = 160, LONGEST_WORDS = 1000000 };

static bool is_code(const char *code)
{
    size_t n = strlen(code);

    return (n == 2 || n == 3) && strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == n;
}

char *format_country(struct text *text, struct arena *arena, const char *code)
{
    if (!text_is_usable(text))
        return NULL;
    if (code == NULL || !is_code(code))
        return arena_string(arena, code != NULL ? code : "");
    const char *former = language_former_country(language_of(text_locale(text)), code);
    if (former != NULL)
        return arena_string(arena, former);
    return arena_string(arena, country_name(text, code));
}

const char *format_country_shortly(struct text *text, const char *code)
{
    const char *name = language_short_country(language_of(text_locale(text)), code);

    return name != NULL ? name : code;
}

char *format_region(struct text *text, struct arena *arena, const char *code)
{
    if (!text_is_usable(text))
        return NULL;
    return arena_string(arena, strlen(code) == 3 ? country_name(text, code) : code);
}

char *format_language(struct text *text, struct arena *arena, const char *language)
{
    UChar wide[LONGEST_LANGUAGE];
    UErrorCode status = U_ZERO_ERROR;

    if (!text_is_usable(text))
        return NULL;
    int32_t n = uloc_getDisplayLanguage(language, language, wide, LONGEST_LANGUAGE, &status);
    return U_FAILURE(status) ? arena_string(arena, language) : text_of_wide(text, arena, wide, n);
}

/* The locale's collator, opened by the first comparison. */
static UCollator *collator_of(struct text *text)
{
    struct formatters *formatters = formatters_of(text);
    UErrorCode status = U_ZERO_ERROR;

    if (formatters == NULL || formatters->order != NULL)
        return formatters != NULL ? formatters->order : NULL;
    formatters->order = ucol_open(formatters->locale, &status);
    return U_SUCCESS(status) ? formatters->order : fail_icu(text, "the order of names", status);
}

int format_compare_names(struct text *text, const char *a, const char *b)
{
    UCollator *collator = text_is_usable(text) ? collator_of(text) : NULL;
    UErrorCode status = U_ZERO_ERROR;
    UCollationResult result;

    if (collator == NULL)
        return 0;
    result = ucol_strcollUTF8(collator, a, -1, b, -1, &status);
    if (U_FAILURE(status))
        fail_icu(text, "the order of names", status);
    return result == UCOL_LESS ? -1 : result == UCOL_GREATER;
}

/* True at the abbreviated word for year after a figure ("2024 г.", "2024 ж."): it stays in lower
 * case among capitals. */
static bool is_year_word(const UChar *wide, int32_t n, int32_t i)
{
    bool is_word = (wide[i] == u'г' || wide[i] == u'ж') && i + 1 < n && wide[i + 1] == u'.';

    return is_word && i >= 2 && u_isspace(wide[i - 1]) && u_isdigit(wide[i - 2]);
}

/* Returns the length of the capitals, which may exceed n: "ß" becomes "SS", "ΐ" three letters. */
static int32_t write_capitals(UChar *capitals, int32_t capacity, const UChar *wide, int32_t n,
                              const char *locale, UErrorCode *status)
{
    int32_t length = 0;

    for (int32_t from = 0, i = 0; i <= n && U_SUCCESS(*status); i++) {
        if (i < n && !is_year_word(wide, n, i))
            continue;
        length += u_strToUpper(capitals + length, capacity - length, wide + from, i - from, locale,
                               status);
        from = i + 1;
        if (i < n)
            capitals[length++] = wide[i];
    }
    return length;
}

char *format_capitals(struct text *text, struct arena *arena, const char *words)
{
    UErrorCode status = U_ZERO_ERROR;
    size_t n = strlen(words);

    if (!text_is_usable(text))
        return NULL;
    if (n > LONGEST_WORDS)
        return arena_string(arena, words);
    UChar *wide = arena_array(arena, UChar, n + 1);
    UChar *capitals = arena_array(arena, UChar, 3 * n + 1);
    int32_t length = 0;
    if (wide == NULL || capitals == NULL)
        return NULL;
    u_strFromUTF8WithSub(wide, (int32_t)n + 1, &length, words, (int32_t)n, 0xFFFD, NULL, &status);
    length =
        write_capitals(capitals, (int32_t)(3 * n + 1), wide, length, text_locale(text), &status);
    return U_FAILURE(status) ? fail_icu(text, "write capitals", status)
                             : text_of_wide(text, arena, capitals, length);
}

const char *format_capitalised(struct text *text, struct arena *arena, const char *words)
{
    const char *after = words, *end = words + strlen(words);

    if (*words == '\0')
        return words;
    (void)utf8_next(&after, end);
    const char *first = arena_text(arena, words, (size_t)(after - words));
    first = first != NULL ? format_capitals(text, arena, first) : NULL;
    return first != NULL ? arena_format(arena, "%s%s", first, after) : NULL;
}
