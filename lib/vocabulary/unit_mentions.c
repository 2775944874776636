/* unit_mentions.c - finds units within sentences. */
#include "vocabulary/unit_mentions.h"

#include <string.h>

#include "vocabulary/phrases.h"
#include "vocabulary/unit_words.h"
#include "vocabulary/units.h"

static size_t past_space(const struct normalised *normalised, size_t at)
{
    return at < normalised->n && normalised->text[at] == ' ' ? at + 1 : at;
}

static bool is_filler(const struct normalised *normalised, size_t at)
{
    size_t end;
    const struct unit_word *word = phrase_find_at(&unit_word_index, normalised, at, &end);

    return word != NULL && word->kind == UNIT_FILLER;
}

/* Takes words of a unit as long as there are any. The end is that of the last word that is no
 * filler; `at`: there is none. */
static size_t take_words(const struct normalised *normalised, size_t at, struct unit_parts *parts)
{
    size_t end = at;

    while (at < normalised->n) {
        bool is_empty = is_filler(normalised, at);

        if (!unit_take(normalised, &at, parts))
            break;
        if (!is_empty)
            end = at;
        at = past_space(normalised, at);
    }
    return end;
}

/* The length of the text before `at` without a preposition at its end; `at` without spaces: there is
 * none. */
static size_t before_preposition(const struct normalised *normalised, size_t at)
{
    static const char *const words[] = { "in", "в", "en", "em", "w", "v", "unit", "单位" };

    while (at > 0 && normalised->text[at - 1] == ' ')
        at--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);

        if (at >= size && memcmp(normalised->text + at - size, words[i], size) == 0 &&
            (at == size || normalised_is_boundary(normalised, at - size)))
            return at - size;
    }
    return at;
}

/* True when a mark, a preposition or nothing stands before the word at `at`. */
static bool is_set_off(const struct normalised *normalised, size_t at)
{
    size_t n = at;

    if (at == 0)
        return true;
    while (n > 0 && normalised->text[n - 1] == ' ')
        n--;
    for (size_t i = n > 0 ? normalised->to[n - 1] : 0; i < normalised->from[at]; i++)
        if (strchr(",;:([-/", normalised->source[i]) != NULL)
            return true;
    return before_preposition(normalised, at) < n;
}

/* "ALL", "TOP" and "TRY" are words as often as currencies. */
static bool is_plain_currency(const struct normalised *normalised, size_t at, size_t end,
                              const struct unit_parts *parts)
{
    size_t word_end;
    const struct unit_word *word = phrase_find_at(&unit_word_index, normalised, at, &word_end);

    return parts->is_currency && end == normalised->n && is_set_off(normalised, at) &&
           (word == NULL || word->kind != UNIT_UPPER_CODE);
}

static bool starts_with_digit(const struct normalised *normalised, size_t at)
{
    return normalised->text[at] >= '0' && normalised->text[at] <= '9';
}

static bool read_at(const struct normalised *normalised, size_t at, struct unit_mention *mention,
                    size_t *end)
{
    struct unit_parts parts = { 0 };
    bool is_open, has_power;

    if (is_filler(normalised, at))
        return false;
    *end = take_words(normalised, at, &parts);
    if (*end == at)
        return false;
    is_open = parts.open != NULL;
    if (!unit_resolve_power(&parts))
        return false;
    has_power = parts.multiplier > 0 &&
                (parts.name != NULL || !starts_with_digit(normalised, at)) &&
                (!is_open || parts.is_currency);
    if (!has_power && !is_plain_currency(normalised, at, *end, &parts))
        return false;
    mention->name = parts.name;
    mention->multiplier = parts.multiplier;
    mention->from = normalised->from[at];
    mention->n = normalised->to[*end - 1] - mention->from;
    return true;
}

bool unit_mention_next(const struct normalised *normalised, size_t *at,
                       struct unit_mention *mention)
{
    while (*at < normalised->n) {
        size_t start = past_space(normalised, *at), end;

        if (start < normalised->n && read_at(normalised, start, mention, &end)) {
            *at = end;
            return true;
        }
        *at = start < normalised->n ? normalised_next_word(normalised, start) : start;
    }
    return false;
}

/* Names without units -------------------------------------------------------------------- */

/* The end of the unit at `at`, its price with it; `at`: none begins there. A measure alone is one only
 * where it is set off: "Oil, t". */
static size_t unit_end(const struct normalised *normalised, size_t at)
{
    struct unit_parts parts = { 0 };
    size_t end, behind;

    if (is_filler(normalised, at))
        return at;
    end = take_words(normalised, at, &parts);
    behind = end > at ? past_space(normalised, end) : end;
    if (end > at && behind < normalised->n && unit_take_per(normalised, &behind, &parts) != NULL)
        end = behind;
    if (end == at || !unit_resolve_power(&parts) ||
        !(parts.is_currency || parts.has_power || is_set_off(normalised, at)))
        return at;
    return end;
}

static bool is_mark(char c)
{
    return strchr(" ,;:([/-_", c) != NULL;
}

/* Joins what stands before the unit to what stands behind it. */
static bool join(const struct normalised *normalised, size_t at, size_t end, char *name)
{
    const char *text = normalised->source;
    size_t before = before_preposition(normalised, at);
    size_t n = before > 0 ? normalised->to[before - 1] : 0;
    size_t rest = normalised->to[end - 1], rest_n = normalised->source_n;
    bool has_comma;

    while (n > 0 && is_mark(text[n - 1]))
        n--;
    while (rest < rest_n && strchr(" .)]", text[rest]) != NULL)
        rest++;
    has_comma = rest < rest_n && strchr(",;", text[rest]) != NULL;
    while (rest < rest_n && is_mark(text[rest]))
        rest++;
    memcpy(name, text, n);
    if (n > 0 && rest < rest_n) {
        if (has_comma)
            name[n++] = ',';
        name[n++] = ' ';
    }
    memcpy(name + n, text + rest, rest_n - rest);
    n += rest_n - rest;
    name[n] = '\0';
    return n > 0;
}

bool unit_cut_from(const char *text, size_t n, char *name)
{
    struct normalised normalised;

    if (!normalise(&normalised, text, n))
        return false;
    for (size_t at = 0; at < normalised.n;) {
        size_t start = past_space(&normalised, at), end;

        end = start < normalised.n ? unit_end(&normalised, start) : start;
        if (end > start)
            return join(&normalised, start, end, name);
        at = start < normalised.n ? normalised_next_word(&normalised, start) : start;
    }
    return false;
}
