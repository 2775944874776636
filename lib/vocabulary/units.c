/* units.c - reads a unit and its power of ten. */
#include "vocabulary/units.h"

#include <string.h>

#include "base/strings.h"
#include "vocabulary/phrases.h"
#include "vocabulary/unit_words.h"

bool unit_take(const struct normalised *normalised, size_t *at, struct unit_parts *parts)
{
    size_t end;
    const struct unit_word *found = phrase_find_at(&unit_word_index, normalised, *at, &end);

    if (found == NULL || (found->name != NULL && parts->name != NULL) ||
        (found->kind == UNIT_SHORT_POWER && parts->short_power != '\0'))
        return false;
    *at = end;
    if (found->name != NULL) {
        parts->name = found->name;
        parts->is_currency = found->kind == UNIT_CURRENCY;
    }
    if (found->kind == UNIT_SHORT_POWER)
        parts->short_power = found->text[0];
    else
        parts->multiplier += found->power;
    parts->has_power = parts->has_power || found->power != 0;
    return true;
}

bool unit_resolve_short_power(struct unit_parts *parts)
{
    char power = parts->short_power;

    parts->short_power = '\0';
    if (power == '\0')
        return true;
    if (parts->is_currency)
        parts->multiplier += power == 'm' ? 6 : power == 'k' ? 3 : 9;
    else if (power == 'm' && parts->name == NULL)
        parts->name = "m"; /* metres */
    else
        return false;
    return true;
}

/* Reads a text that is nothing but a known unit, with or without a power of ten. */
static bool read_known(const char *text, size_t n, struct unit_parts *parts)
{
    struct normalised normalised;

    *parts = (struct unit_parts){ 0 };
    if (!normalise(&normalised, text, n))
        return false;
    for (size_t at = 0; at < normalised.n;) {
        if (normalised.text[at] == ' ')
            at++;
        if (!unit_take(&normalised, &at, parts))
            return false;
    }
    return unit_resolve_short_power(parts) && (parts->name != NULL || parts->has_power);
}

/* Takes a word that is a power of ten, or a filler, at *at. False: there is none. */
static bool take_power(const struct normalised *normalised, size_t *at, struct unit_parts *parts)
{
    struct unit_parts taken = *parts;
    size_t end = *at;

    if (!unit_take(normalised, &end, &taken) || taken.name != NULL || taken.short_power != '\0')
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

static bool read_unknown(struct arena *arena, const char *text, size_t n,
                         const struct normalised *normalised, struct unit *unit)
{
    struct unit_parts parts = { 0 };
    size_t start, end;

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

bool unit_read(struct arena *arena, const char *text, size_t n, struct unit *unit)
{
    struct unit_parts parts;
    struct normalised normalised;

    for (; n > 0 && is_blank(*text); text++)
        n--;
    while (n > 0 && is_blank(text[n - 1]))
        n--;
    if (n == 0)
        return false;
    if (read_known(text, n, &parts) || read_known(text, code_length(text, n), &parts)) {
        *unit = (struct unit){ parts.name != NULL ? parts.name : "", parts.multiplier };
        return true;
    }
    n = code_length(text, n);
    /* The 100 of "2015 = 100" is the base of an index, not a power. */
    if (memchr(text, '=', n) == NULL && normalise(&normalised, text, n))
        return read_unknown(arena, text, n, &normalised, unit);
    *unit = (struct unit){ arena_text(arena, text, n), 0 };
    return unit->name != NULL;
}

const char *unit_find(const char *text, size_t n)
{
    struct unit_parts parts;

    return read_known(text, n, &parts) || read_known(text, code_length(text, n), &parts)
               ? parts.name
               : NULL;
}
