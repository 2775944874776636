/* units.c - reads a unit and its power of ten. */
#include "vocabulary/units.h"

#include <string.h>

#include "base/strings.h"

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
    if (unit_parts_read(text, n, true, &parts)) { /* "kgs": kilograms or som */
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
    if (unit_parts_read(text, n, of_quantity, &parts) ||
        unit_parts_read(text, code_length(text, n), of_quantity, &parts)) {
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

    return unit_parts_read(text, n, false, &parts) ||
                   unit_parts_read(text, code_length(text, n), false, &parts)
               ? parts.name
               : NULL;
}

bool unit_is_currency(const char *name)
{
    struct unit_parts parts;

    return unit_parts_read(name, strlen(name), false, &parts) && parts.is_currency;
}
