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

/* True when a mark, a preposition or nothing stands before the word at `at`. */
static bool is_set_off(const struct normalised *normalised, size_t at)
{
    static const char *const words[] = { "in", "в", "en", "em", "w", "v", "unit", "单位" };
    size_t last, n = at;

    if (at == 0)
        return true;
    while (n > 0 && normalised->text[n - 1] == ' ')
        n--;
    last = n > 0 ? normalised->to[n - 1] : 0;
    for (size_t i = last; i < normalised->from[at]; i++)
        if (strchr(",;:([-/", normalised->source[i]) != NULL)
            return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);

        if (n >= size && memcmp(normalised->text + n - size, words[i], size) == 0 &&
            (n == size || normalised_is_boundary(normalised, n - size)))
            return true;
    }
    return false;
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
