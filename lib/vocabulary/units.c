/* units.c - reads a unit and its power of ten. */
#include "vocabulary/units.h"

#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "vocabulary/phrases.h"
#include "vocabulary/unit_words.h"

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The byte of the source where the text at `at` stands. */
static char source_at(const struct normalised *normalised, size_t at)
{
    return normalised->source[normalised->from[at]];
}

static bool is_followed_by_point(const struct normalised *normalised, size_t end)
{
    size_t after = normalised->to[end - 1];

    return after < normalised->source_n && normalised->source[after] == '.';
}

/* "T" directly before euro or franc: "T€", "T EUR". "t/EUR" is no thousand. */
static bool is_thousand_of(const struct normalised *normalised, size_t end)
{
    const struct unit_word *next;
    size_t start = end < normalised->n && normalised->text[end] == ' ' ? end + 1 : end, next_end;

    if (start >= normalised->n)
        return false;
    for (size_t i = normalised->to[end - 1]; i < normalised->from[start]; i++)
        if (strchr(" _.", normalised->source[i]) == NULL)
            return false;
    next = phrase_find_at(&unit_word_index, normalised, start, &next_end);
    return next != NULL && next->name != NULL &&
           (strcmp(next->name, "EUR") == 0 || strcmp(next->name, "CHF") == 0);
}

static const struct unit_word thousand = { "t", NULL, UNIT_POWER, 3 };
/* Only as the International System writes them: "MT" and "mt" are metric tons as well. */
static const struct unit_word megatonnes = { "mt", "t", UNIT_MEASURE, 6 };
static const struct unit_word gigatonnes = { "gt", "t", UNIT_MEASURE, 9 };
static const struct unit_word kilograms = { "kgs", "kg", UNIT_MEASURE, 0 };
static const struct unit_word pieces = { "pc", "items", UNIT_MEASURE, 0 };

/* What a word means where it stands; NULL: nothing. Capitals, a point, or the unit behind it
 * decide. "T" is tonnes beside a quantity or a power ("1000 T"), but not alone. */
static const struct unit_word *meaning_of(const struct unit_word *word,
                                          const struct normalised *normalised, size_t at,
                                          size_t end, const struct unit_parts *parts)
{
    if (parts->of_quantity && strcmp(word->text, kilograms.text) == 0)
        return &kilograms;
    if (parts->of_quantity && strcmp(word->text, pieces.text) == 0)
        return &pieces;
    if (word->kind == UNIT_UPPER_CODE)
        return is_upper(source_at(normalised, at)) && is_upper(source_at(normalised, at + 1))
                   ? word
                   : NULL;
    if (word->kind == UNIT_MIL)
        return parts->is_currency || is_followed_by_point(normalised, end) ? word : NULL;
    if (strcmp(word->text, thousand.text) == 0 && source_at(normalised, at) == 'T') {
        if (is_thousand_of(normalised, end))
            return &thousand;
        return parts->of_quantity || parts->has_power ? word : NULL;
    }
    return word;
}

/* "USD million (USD million)": the unit is complete, and is said again. */
static bool is_said_again(const struct unit_word *word, const struct unit_parts *parts,
                          bool is_open)
{
    if (word->name != NULL)
        return parts->name != NULL && strcmp(word->name, parts->name) == 0 && word->power == 0;
    return parts->is_complete && (is_open ? word == parts->open : word->power == parts->multiplier);
}

/* False: it is a second unit, or a second power that depends on the others or comes behind a unit
 * that has one. */
static bool add_word(const struct unit_word *word, struct unit_parts *parts)
{
    bool is_open = word->kind == UNIT_SHORT_POWER || word->kind == UNIT_POWER_OF_UNIT;

    if (is_said_again(word, parts, is_open)) {
        parts->is_complete = parts->has_power;
        return true;
    }
    if ((word->name != NULL && parts->name != NULL) || (is_open && parts->open != NULL) ||
        (word->name == NULL && parts->is_complete))
        return false;
    if (word->name != NULL) {
        parts->name = word->name;
        parts->is_currency = word->kind == UNIT_CURRENCY || word->kind == UNIT_UPPER_CODE;
        parts->is_complete = parts->has_power;
    }
    if (is_open)
        parts->open = word;
    else
        parts->multiplier += word->power;
    parts->has_power = parts->has_power || word->power != 0;
    return true;
}

static const struct unit_word *find_word(const char *text, size_t n)
{
    struct normalised word;

    return normalise(&word, text, n) ? phrase_find(&unit_word_index, &word) : NULL;
}

enum { CODE_LETTERS = 3, MOST_LETTERS = 6 };

/* A power of ten joined to a code of ISO 4217: "MEUR", "TEUR", "USDm", "GBPbn". "T" before a code
 * is a thousand. */
static bool take_joined(const struct normalised *normalised, size_t at, size_t *end,
                        struct unit_parts *parts)
{
    const char *word = normalised->text + at;
    size_t n = 1;

    while (!normalised_is_boundary(normalised, at + n))
        n++;
    *end = at + n;
    for (int is_behind = 0; is_behind < 2 && n > CODE_LETTERS && n <= MOST_LETTERS; is_behind++) {
        size_t rest = n - CODE_LETTERS;
        const struct unit_word *code = find_word(word + (is_behind ? 0 : rest), CODE_LETTERS);
        const struct unit_word *power = find_word(word + (is_behind ? CODE_LETTERS : 0), rest);

        if (!is_behind && rest == 1 && *word == 't')
            power = &thousand;
        if (code == NULL || power == NULL || code->kind != UNIT_CURRENCY || power->power == 0 ||
            power->name != NULL)
            continue;
        if (parts->name != NULL && parts->has_power)
            return strcmp(parts->name, code->name) == 0 && parts->multiplier == power->power;
        parts->multiplier += power->power;
        parts->has_power = true;
        return add_word(code, parts);
    }
    return false;
}

/* "Mt" and "Gt", but not "MT". */
static const struct unit_word *tonnes_of(const struct normalised *normalised, size_t at,
                                         size_t *end)
{
    if (at + 2 > normalised->n || source_at(normalised, at + 1) != 't' ||
        normalised->to[at] != normalised->from[at + 1] ||
        !normalised_is_boundary(normalised, at + 2))
        return NULL;
    *end = at + 2;
    return source_at(normalised, at) == 'M'   ? &megatonnes
           : source_at(normalised, at) == 'G' ? &gigatonnes
                                              : NULL;
}

bool unit_take(const struct normalised *normalised, size_t *at, struct unit_parts *parts)
{
    size_t end;
    const struct unit_word *tonnes = tonnes_of(normalised, *at, &end);
    const struct unit_word *found =
        tonnes != NULL ? tonnes : phrase_find_at(&unit_word_index, normalised, *at, &end);
    struct unit_parts taken = *parts;

    if (found != NULL && found != tonnes)
        found = meaning_of(found, normalised, *at, end, parts);
    if (found != NULL ? !add_word(found, &taken)
                      : *at >= normalised->n || !take_joined(normalised, *at, &end, &taken))
        return false;
    *parts = taken;
    *at = end;
    return true;
}

bool unit_resolve_power(struct unit_parts *parts)
{
    const struct unit_word *open = parts->open;

    parts->open = NULL;
    if (open == NULL)
        return true;
    if (parts->is_currency || (open->kind == UNIT_POWER_OF_UNIT && parts->name != NULL))
        parts->multiplier += open->power;
    else if (*open->text == 'm' && open->kind == UNIT_SHORT_POWER && parts->name == NULL)
        parts->name = open->text; /* metres, millimetres */
    else
        return false;
    return true;
}

/* Reads a text that is nothing but a price. */
static bool read_price(struct arena *arena, const char *text, size_t n, struct unit *unit)
{
    struct unit_parts parts = { 0 };
    struct normalised normalised;
    const char *per = NULL;

    if (!normalise(&normalised, text, n))
        return false;
    for (size_t at = 0; at < normalised.n;) {
        at += normalised.text[at] == ' ';
        if (per == NULL && parts.is_currency)
            per = unit_take_per(&normalised, &at, &parts);
        if (at < normalised.n && (per != NULL || !unit_take(&normalised, &at, &parts)))
            return false;
    }
    if (per == NULL || !unit_resolve_power(&parts))
        return false;
    unit->name = arena_format(arena, "%s/%s", parts.name, per);
    unit->multiplier = parts.multiplier;
    return unit->name != NULL;
}

/* Reads a text that is nothing but a known unit, with or without a power of ten. */
static bool read_known(const char *text, size_t n, bool of_quantity, struct unit_parts *parts)
{
    struct normalised normalised;

    *parts = (struct unit_parts){ .of_quantity = of_quantity };
    if (!normalise(&normalised, text, n))
        return false;
    for (size_t at = 0; at < normalised.n;) {
        if (normalised.text[at] == ' ')
            at++;
        if (!unit_take(&normalised, &at, parts))
            return false;
    }
    return unit_resolve_power(parts) && (parts->name != NULL || parts->has_power);
}

/* Takes a word that is a power of ten, or a filler, at *at. False: there is none. */
static bool take_power(const struct normalised *normalised, size_t *at, struct unit_parts *parts)
{
    struct unit_parts taken = *parts;
    size_t end = *at;

    if (!unit_take(normalised, &end, &taken) || taken.name != NULL || taken.open != NULL)
        return false;
    *parts = taken;
    *at = end;
    return true;
}

/* Strips powers of ten from both ends of an unknown unit: "thousand carats", "Bushels, million".
 * The rest is the text from *start to *end. */
static void strip_powers(const struct normalised *normalised, struct unit_parts *parts,
                         size_t *start, size_t *end)
{
    size_t at = 0;

    *start = 0;
    *end = normalised->n;
    for (; at < normalised->n; at += normalised->text[at] == ' ') {
        if (!take_power(normalised, &at, parts))
            break;
        *start = at;
    }
    while (*start < normalised->n && normalised->text[*start] == ' ')
        ++*start;
    for (at = normalised_next_word(normalised, *start); at < normalised->n;
         at = normalised_next_word(normalised, at)) {
        struct unit_parts taken = *parts;
        size_t last = at;

        if (take_power(normalised, &last, &taken) && last == normalised->n) {
            *parts = taken;
            *end = at;
            break;
        }
    }
    while (*end > *start && normalised->text[*end - 1] == ' ')
        --*end;
}

/* Words that qualify a currency and are no powers of ten. */
static bool is_qualifier(const char *word, size_t n)
{
    static const char *const words[] = { "constant", "real", "chained", "ppp", "per",    "volume",
                                         "current",  "base", "price",   "за",  "на",     "je",
                                         "pro",      "par",  "por",     "za",  "başına", "үшін" };
    size_t digits = 0;

    while (digits < n && word[digits] >= '0' && word[digits] <= '9')
        digits++;
    if (digits == 4 && digits == n && (*word == '1' || *word == '2'))
        return true; /* a year of prices */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_is_ignoring_case(word, n, words[i]))
            return true;
    return false;
}

/* True for the second unit of a rate or a price: "EUR/USD", "USD/bbl". */
static bool is_behind_slash(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] == ' ')
        at--;
    return at > 0 && text[at - 1] == '/';
}

/* Finds the only word beside a currency that is not understood. */
static void find_unclear(const struct normalised *normalised, const char *text, struct unit *unit)
{
    struct unit_parts parts = { 0 };
    size_t unknown = 0;

    for (size_t at = 0; at < normalised->n;) {
        size_t start = at += normalised->text[at] == ' ';

        if (unit_take(normalised, &at, &parts))
            continue;
        at = normalised_next_word(normalised, start);
        unknown++;
        unit->unclear = text + normalised->from[start];
        unit->unclear_n = (size_t)(normalised->to[at - 1] - normalised->from[start]);
        while (unit->unclear_n > 0 && strchr(" /", unit->unclear[unit->unclear_n - 1]) != NULL)
            unit->unclear_n--;
        if (is_qualifier(unit->unclear, unit->unclear_n) ||
            is_behind_slash(text, normalised->from[start]))
            unknown += 2;
    }
    if (unknown != 1 || !parts.is_currency || parts.has_power)
        unit->unclear = NULL;
}

static bool read_unknown(struct arena *arena, const char *text, size_t n,
                         const struct normalised *normalised, struct unit *unit)
{
    struct unit_parts parts = { 0 };
    size_t start, end;

    find_unclear(normalised, text, unit);
    if (read_known(text, n, true, &parts)) { /* "kgs": kilograms or som */
        unit->unclear = text;
        unit->unclear_n = n;
    }
    parts = (struct unit_parts){ 0 };
    strip_powers(normalised, &parts, &start, &end);
    if (start < end && parts.has_power) {
        size_t from = normalised->from[start];

        text += from;
        n = normalised->to[end - 1] - from;
    } else {
        parts.multiplier = 0;
    }
    unit->name = arena_text(arena, text, n);
    unit->multiplier = parts.multiplier;
    return unit->name != NULL;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* The sign before a number to multiply with: "x1000 USD", "× 1000 t". */
static void skip_times(const char **text, size_t *n)
{
    static const char *const signs[] = { "x", "X", "\u00D7", "\u0445", "*" };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i]);

        if (*n <= length || memcmp(*text, signs[i], length) != 0)
            continue;
        while (length < *n && is_blank((*text)[length]))
            length++;
        if (length == *n || (*text)[length] != '1')
            continue;
        *text += length;
        *n -= length;
        return;
    }
}

static bool read_unit(struct arena *arena, const char *text, size_t n, bool of_quantity,
                      struct unit *unit)
{
    struct unit_parts parts;
    struct normalised normalised;

    *unit = (struct unit){ .name = NULL };
    for (; n > 0 && is_blank(*text); text++)
        n--;
    skip_times(&text, &n);
    while (n > 0 && is_blank(text[n - 1]))
        n--;
    if (n == 0)
        return false;
    if (read_known(text, n, of_quantity, &parts) ||
        read_known(text, code_length(text, n), of_quantity, &parts)) {
        unit->name = parts.name != NULL ? parts.name : "";
        unit->multiplier = parts.multiplier;
        return true;
    }
    if (read_price(arena, text, n, unit))
        return true;
    n = code_length(text, n);
    /* The 100 of "2015 = 100" is the base of an index, not a power. */
    if (memchr(text, '=', n) == NULL && normalise(&normalised, text, n))
        return read_unknown(arena, text, n, &normalised, unit);
    unit->name = arena_text(arena, text, n);
    return unit->name != NULL;
}

bool unit_read(struct arena *arena, const char *text, size_t n, struct unit *unit)
{
    return read_unit(arena, text, n, false, unit);
}

bool unit_read_of_quantity(struct arena *arena, const char *text, size_t n, struct unit *unit)
{
    return read_unit(arena, text, n, true, unit);
}

const char *unit_find(const char *text, size_t n)
{
    struct unit_parts parts;

    return read_known(text, n, false, &parts) ||
                   read_known(text, code_length(text, n), false, &parts)
               ? parts.name
               : NULL;
}

bool unit_is_currency(const char *name)
{
    struct unit_parts parts;

    return read_known(name, strlen(name), false, &parts) && parts.is_currency;
}

/* Powers ------------------------------------------------------------------------------- */

/* Words for 10^0. */
static bool is_one(const struct normalised *normalised)
{
    static const char *const words[] = { "units", "unit",    "one",     "ones",    "actual",
                                         "none",  "единицы", "единица", "единиц",  "бірлік",
                                         "个",    "個",      "unités",  "einheit", "einheiten" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (normalised_is(normalised, words[i]))
            return true;
    return false;
}

/* 1, 10, 100 …: *power is the number of zeros. */
static bool is_written_out(const char *text, size_t n, int *power)
{
    if (n == 0 || *text != '1')
        return false;
    for (size_t i = 1; i < n; i++)
        if (text[i] != '0')
            return false;
    *power = (int)n - 1;
    return true;
}

bool power_find(const char *text, size_t n, int *power, bool *is_factor)
{
    enum { LEAST = -15, MOST = 24 };
    struct normalised normalised;
    struct unit_parts parts = { 0 };
    int64_t number;

    *is_factor = false;
    if (number_read_integer(text, n, LEAST, MOST, &number)) {
        *power = (int)number;
        return true;
    }
    n = code_length(text, n);
    if (number_read_integer(text, n, LEAST, MOST, &number)) {
        *power = (int)number;
        return true;
    }
    if (!normalise(&normalised, text, n))
        return false;
    if (is_written_out(normalised.text, normalised.n, power) && *power <= MOST) {
        *is_factor = true;
        return true;
    }
    *power = 0;
    if (is_one(&normalised))
        return true;
    if (!read_known(text, n, false, &parts) || (parts.name != NULL && parts.name[0] != '\0'))
        return false;
    *power = parts.multiplier;
    return true;
}
