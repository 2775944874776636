/* unit_parts.c - what the words of a unit mean, one after the other. */
#include "vocabulary/units.h"

#include <string.h>

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

bool unit_parts_read(const char *text, size_t n, bool of_quantity, struct unit_parts *parts)
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
