/* format_amount.c - figures with their unit and scale: "$31.5 bn", "500 thousand t".
 *
 * Most languages count in thousands (10^3, 10^6 …), Chinese in ten thousands (10^4, 10^8 …).
 * The scale words are our own, as statistics offices print them: CLDR's short form in English
 * is "31.5B". */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "base/strings.h"
#include "text/figures.h"
#include "text/languages/language.h"

enum { CODE_LENGTH = 3, LONGEST_NAME = 96 };

static const struct language *language(const struct text *text)
{
    return language_of(text_locale(text));
}

/* Scales -------------------------------------------------------------------- */

int format_multiplier(const struct text *text, int multiplier)
{
    if (multiplier <= 0 || text == NULL)
        return 0;
    if (language(text)->scales.step == 4)
        return multiplier >= 12 ? 12 : multiplier >= 8 ? 8 : multiplier >= 3 ? 4 : 0;
    return multiplier >= 12 ? 12 : multiplier / 3 * 3;
}

/* Expresses value * 10^multiplier in a power of ten that the language counts in. */
static void rescale(const struct text *text, double *value, int *multiplier, int *decimals)
{
    int to = format_multiplier(text, *multiplier), by = *multiplier - to;

    by = by > 300 ? 300 : by < -300 ? -300 : by;
    *value = by >= 0 ? *value * pow(10, by) : *value / pow(10, -by);
    *decimals -= by;
    *multiplier = to;
    if (by != 0 && language(text)->scales.step == 4 && to == 4 &&
        fabs(*value) >= 1e4 - pow(10, -*decimals) / 2) {
        *value /= 1e4; /* 256 million are 2.56, and not 25,600, of the Chinese units */
        *decimals += 4;
        *multiplier = 8;
    }
    /* 500 thousand becomes 50 ten thousands, not 50.0. */
    double tens = *value * pow(10, *decimals - 1);
    if (by < 0 && to > 0 && *decimals > 0 && fabs(tens - round(tens)) < 1e-6)
        --*decimals;
}

/* The word for a power of ten; "100 million" where the language has no word for 10^8. */
static char *scale_text(const struct text *text, struct arena *arena, int multiplier,
                        bool in_heading)
{
    const struct scale_words *words = &language(text)->scales;

    if (multiplier <= 0)
        return arena_string(arena, "");
    int scale = multiplier / words->step, tens = multiplier % words->step;
    if (scale > SCALES)
        return arena_format(arena, "10^%d", multiplier);
    const char *ten = tens > 0 ? words->tens[tens - 1] : "";
    const char *word = scale == 0   ? ""
                       : in_heading ? words->heading[scale - 1]
                                    : words->beside[scale - 1];
    bool apart = *ten != '\0' && *word != '\0' && words->step == 3;
    return arena_format(arena, "%s%s%s", ten, apart ? NO_BREAK_SPACE : "", word);
}

char *format_scale(struct text *text, struct arena *arena, int multiplier)
{
    return text_is_usable(text) ? scale_text(text, arena, multiplier, false) : NULL;
}

/* Currencies ---------------------------------------------------------------- */

/* What an amount of money has before and after its figure. */
struct affixes {
    const char *before, *after;
};

static bool is_currency(const char *unit)
{
    static const char *const known[] = { "USD", "EUR", "GBP", "CNY", "KZT", "RUB" };
    UChar wide[CODE_LENGTH + 1];
    UErrorCode status = U_ZERO_ERROR;

    if (strlen(unit) != CODE_LENGTH)
        return false;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i], unit) == 0)
            return true;
    for (int i = 0; i <= CODE_LENGTH; i++) {
        if (i < CODE_LENGTH && (unit[i] < 'A' || unit[i] > 'Z'))
            return false;
        wide[i] = (UChar)unit[i];
    }
    return ucurr_isAvailable(wide, U_DATE_MIN, U_DATE_MAX, &status) && U_SUCCESS(status);
}

static bool english_affixes(const char *code, struct affixes *affixes)
{
    static const struct {
        const char *code, *symbol;
    } symbols[] = { { "USD", "$" }, { "EUR", "€" }, { "GBP", "£" } };

    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (strcmp(symbols[i].code, code) == 0) {
            *affixes = (struct affixes){ symbols[i].symbol, "" };
            return true;
        }
    return false;
}

/* The name in the form that headings use, as after a round number: "долларов США". */
static char *currency_name(struct text *text, struct arena *arena, const char *code)
{
    struct formatters *formatters = formatters_of(text);
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[CODE_LENGTH + 1];
    int32_t n;

    if (formatters == NULL)
        return NULL;
    u_uastrncpy(wide, code, CODE_LENGTH + 1);
    const UChar *name = ucurr_getPluralName(
        wide, formatters->locale, NULL, text_speaks(text, "ru") ? "many" : "other", &n, &status);
    return U_FAILURE(status) ? fail_icu(text, "name a currency", status)
                             : text_of_wide(text, arena, name, n);
}

/* A prefix or suffix of ICU's pattern. Its direction marks are left out, for they would stand
 * between a sign and its figure. A code before the figure gets a no-break space. */
static char *affix(struct text *text, struct arena *arena, UNumberFormat *format,
                   UNumberFormatTextAttribute which, UErrorCode *status)
{
    UChar wide[LONGEST_NAME];
    int32_t n = unum_getTextAttribute(format, which, wide, LONGEST_NAME - 1, status), kept = 0;

    if (U_FAILURE(*status))
        return NULL;
    for (int32_t i = 0; i < n; i++)
        if (wide[i] != 0x200E && wide[i] != 0x200F && wide[i] != 0x061C)
            wide[kept++] = wide[i];
    if (which == UNUM_POSITIVE_PREFIX && kept > 0 && u_isalpha(wide[kept - 1]))
        wide[kept++] = 0xA0;
    return text_of_wide(text, arena, wide, kept);
}

static bool read_affixes(struct text *text, struct arena *arena, const char *code,
                         struct affixes *affixes)
{
    struct formatters *formatters = formatters_of(text);
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[CODE_LENGTH + 1];

    if (formatters == NULL)
        return false;
    context_count(text->context, COUNTED_FORMATTERS);
    UNumberFormat *format = unum_open(UNUM_CURRENCY, NULL, 0, formatters->locale, NULL, &status);
    u_uastrncpy(wide, code, CODE_LENGTH + 1);
    if (U_SUCCESS(status)) {
        unum_setTextAttribute(format, UNUM_CURRENCY_CODE, wide, CODE_LENGTH, &status);
        affixes->before = affix(text, arena, format, UNUM_POSITIVE_PREFIX, &status);
        affixes->after = affix(text, arena, format, UNUM_POSITIVE_SUFFIX, &status);
        unum_close(format);
    }
    if (U_FAILURE(status))
        fail_icu(text, "write money", status);
    /* U+200E keeps "US$" in its order inside right-to-left text. */
    if (affixes->after != NULL && affixes->after[0] != '\0' && text_is_right_to_left(text))
        affixes->after = arena_format(arena, "%s\xE2\x80\x8E", affixes->after);
    return affixes->before != NULL && affixes->after != NULL;
}

/* The affixes of a currency: ICU's number format for money takes long to open. */
struct kept_money {
    struct kept_money *next;
    char code[CODE_LENGTH + 1];
    struct affixes affixes;
};

static bool keep_affixes(struct text *text, const char *code, struct affixes *affixes)
{
    struct formatters *formatters = formatters_of(text);
    struct arena *arena = &text->engine->arena;

    if (formatters == NULL)
        return false;
    for (const struct kept_money *kept = formatters->money; kept != NULL; kept = kept->next)
        if (strcmp(kept->code, code) == 0) {
            *affixes = kept->affixes;
            return true;
        }
    struct kept_money *kept = arena_new(arena, struct kept_money);
    if (kept == NULL || !read_affixes(text, arena, code, affixes)) {
        fail_memory(text->error);
        return false;
    }
    memcpy(kept->code, code, sizeof kept->code);
    kept->affixes = *affixes;
    kept->next = formatters->money;
    formatters->money = kept;
    return true;
}

static bool money_affixes(struct text *text, struct arena *arena, const char *code,
                          struct affixes *affixes)
{
    if (text_speaks(text, "en") && english_affixes(code, affixes))
        return true;
    if (!text_speaks(text, "zh"))
        return keep_affixes(text, code, affixes);
    const char *word = language_unit(language(text), code);
    *affixes = (struct affixes){ "", word != NULL ? word : currency_name(text, arena, code) };
    return affixes->after != NULL;
}

/* Amounts ------------------------------------------------------------------- */

/* What separates a scale word or a unit from the text before it: a no-break space, or nothing
 * before Chinese words. */
static const char *joint(const struct text *text, const char *word)
{
    if (*word == '\0' || (text_speaks(text, "zh") && (unsigned char)*word >= 0x80))
        return "";
    return NO_BREAK_SPACE;
}

static char *join(struct arena *arena, const char *left, const char *between, const char *right)
{
    if (left == NULL || right == NULL)
        return NULL;
    return arena_format(arena, "%s%s%s", left, *left != '\0' ? between : "", right);
}

/* "thousand t", "milliers de t". */
static char *scaled_unit(const struct text *text, struct arena *arena, const char *scale,
                         const char *unit)
{
    if (scale == NULL || unit == NULL)
        return NULL;
    if (text_speaks(text, "fr") && *scale != '\0' && *unit != '\0')
        return arena_format(arena, "%s de" NO_BREAK_SPACE "%s", scale, unit);
    return join(arena, scale, joint(text, unit), unit);
}

static char *money(struct text *text, struct arena *arena, const char *magnitude, bool negative,
                   const char *unit, int multiplier)
{
    struct affixes affixes = { NULL, NULL };
    const char *scale = scale_text(text, arena, multiplier, false);

    if (scale == NULL || !money_affixes(text, arena, unit, &affixes))
        return NULL;
    return figure_signed(text, arena, join(arena, magnitude, joint(text, scale), scale), negative,
                         affixes.before, affixes.after);
}

/* A currency as headings write it: its name where the language uses it, else its code; of a price, "USD/kg",
 * both sides. */
static const char *heading_unit(struct text *text, struct arena *arena, const char *unit)
{
    const char *word = language_unit(language(text), unit);
    const char *slash = strchr(unit, '/');
    char currency[4] = "";

    if (word != NULL)
        return word;
    if (slash != NULL && slash - unit == 3) {
        memcpy(currency, unit, 3);
        const char *per = language_unit(language(text), slash + 1);
        return is_currency(currency) ? join(arena, heading_unit(text, arena, currency), "/",
                                            per != NULL ? per : slash + 1)
                                     : unit;
    }
    return is_currency(unit) && language(text)->names_currencies ? currency_name(text, arena, unit)
                                                                 : unit;
}

static char *measure(struct text *text, struct arena *arena, const char *magnitude, bool negative,
                     const char *unit, int multiplier)
{
    const char *word = heading_unit(text, arena, unit),
               *scale = scale_text(text, arena, multiplier, true);
    bool is_index = strstr(unit, " = ") != NULL; /* "269.3 (2015 = 100)" */
    char *scaled =
        is_index ? arena_format(arena, "(%s)", unit) : scaled_unit(text, arena, scale, word);

    if (scaled == NULL)
        return NULL;
    return figure_signed(text, arena, join(arena, magnitude, joint(text, scaled), scaled), negative,
                         "", "");
}

/* The year of "USD at 2019 prices", and its currency; NULL: the unit is not of this kind. */
static const char *price_year(const char *unit, char currency[4], char year[5])
{
    static const char at[] = " at ", prices[] = " prices";

    if (strlen(unit) != 3 + 4 + sizeof at - 1 + sizeof prices - 1 ||
        strncmp(unit + 3, at, sizeof at - 1) != 0 ||
        strcmp(unit + strlen(unit) - (sizeof prices - 1), prices) != 0)
        return NULL;
    snprintf(currency, 4, "%.3s", unit);
    snprintf(year, 5, "%.4s", unit + 3 + sizeof at - 1);
    return year;
}

/* The unit as people read it: a pure number has none, and powers stand above. */
static const char *shown_unit(const char *unit)
{
    static const struct {
        const char *code, *shown;
    } units[] = { { "1", "" }, { "m2", "m\xC2\xB2" }, { "m3", "m\xC2\xB3" } };

    for (size_t i = 0; unit != NULL && i < sizeof units / sizeof *units; i++)
        if (strcmp(unit, units[i].code) == 0)
            return units[i].shown;
    return unit != NULL ? unit : "";
}

char *format_amount(struct text *text, struct arena *arena, double value, const char *unit,
                    int multiplier, int decimals)
{
    char currency[4], year[5];
    bool negative, zero;

    if (!text_is_usable(text))
        return NULL;
    unit = shown_unit(unit);
    if (price_year(unit, currency, year) != NULL)
        unit = currency;
    if (strcmp(unit, "%") == 0 && multiplier == 0)
        return format_percent(text, arena, value, decimals, false);
    if (isfinite(value))
        rescale(text, &value, &multiplier, &decimals);
    if (!isfinite(value))
        return arena_string(arena, format_word(text, WORD_NO_VALUE));
    const char *magnitude = figure_magnitude(text, arena, value, decimals, &negative, &zero);
    char *amount = magnitude == NULL ? NULL
                   : is_currency(unit)
                       ? money(text, arena, magnitude, negative, unit, multiplier)
                       : measure(text, arena, magnitude, negative, unit, multiplier);
    if (amount == NULL)
        fail_memory(text->error);
    return amount;
}

char *format_change(struct text *text, struct arena *arena, double value, const char *unit,
                    int decimals)
{
    bool negative, zero;

    if (!text_is_usable(text))
        return NULL;
    if (strcmp(unit, "%") == 0 || !isfinite(value))
        return format_percent(text, arena, value, decimals, true);
    const struct figure_symbols *symbols = figure_symbols_of(text);
    const char *magnitude = figure_magnitude(text, arena, value, decimals, &negative, &zero);
    if (symbols == NULL || magnitude == NULL)
        return NULL;
    if (!negative && !zero)
        magnitude = join(arena, symbols->plus, "", magnitude);
    char *change = magnitude != NULL ? measure(text, arena, magnitude, negative, unit, 0) : NULL;
    if (change == NULL)
        fail_memory(text->error);
    return change;
}

/* Behind a scale, German adjectives are small: "Mrd. britische Pfund", but "Mrd. Schweizer Franken". */
static const char *inside_german(struct arena *arena, const char *name)
{
    size_t n = strcspn(name, " ");
    bool is_adjective = n > 4 && name[n] == ' ' && strncmp(name + n - 4, "sche", 4) == 0;

    if (!is_adjective || *name < 'A' || *name > 'Z')
        return name;
    return arena_format(arena, "%c%s", *name - 'A' + 'a', name + 1);
}

/* Kazakh adjectives are small: "млрд британдық фунт", but "млрд Қытай юані". */
static const char *inside_kazakh(struct arena *arena, const char *name)
{
    static const char *const ends[] = { "дық", "дік", "тық", "тік", "лық", "лік" };
    size_t n = strcspn(name, " "), end = strlen(ends[0]);
    bool is_adjective = false;
    const char *rest = name;
    char first[4];

    for (size_t i = 0; i < sizeof ends / sizeof *ends && name[n] == ' ' && n > end; i++)
        is_adjective = is_adjective || strncmp(name + n - end, ends[i], end) == 0;
    if (!is_adjective)
        return name;
    uint32_t letter = utf8_next(&rest, name + n);
    size_t length = utf8_write(first, (uint32_t)u_tolower((UChar32)letter));
    return arena_format(arena, "%.*s%s", (int)length, first, rest);
}

/* "USD billion at 2019 prices" */
static char *unit_at_prices(struct text *text, struct arena *arena, const char *currency,
                            const char *year, int multiplier)
{
    const struct blank blanks[] = {
        { "unit", format_unit(text, arena, currency, multiplier) },
        { "year", year },
    };

    return format_phrase(text, arena, PHRASE_AT_PRICES, blanks, 2);
}

char *format_unit(struct text *text, struct arena *arena, const char *unit, int multiplier)
{
    char currency[4], year[5];

    if (!text_is_usable(text))
        return NULL;
    unit = shown_unit(unit);
    if (price_year(unit, currency, year) != NULL)
        return unit_at_prices(text, arena, currency, year, multiplier);
    bool money_unit = is_currency(unit);
    const char *name = heading_unit(text, arena, unit);
    /* French has "Md USD" beside "milliards de t". */
    bool brief = money_unit && text_speaks(text, "fr");
    const char *scale = scale_text(text, arena, multiplier, !brief);
    if (name != NULL && scale != NULL && *scale != '\0' && money_unit && text_speaks(text, "de"))
        name = inside_german(arena, name);
    if (name != NULL && money_unit && text_speaks(text, "kk"))
        name = inside_kazakh(arena, name);
    bool code_first = money_unit && language(text) == &language_en;
    char *out = name == NULL || scale == NULL ? NULL
                : code_first                  ? join(arena, name, *scale != '\0' ? " " : "", scale)
                : brief                       ? join(arena, scale, joint(text, name), name)
                                              : scaled_unit(text, arena, scale, name);
    if (out == NULL)
        fail_memory(text->error);
    return out;
}
