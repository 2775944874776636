/* headers.c - finds the role of a column from its header.
 *
 * Headers that name a role are listed (header_roles.c). A header above values is made of words for
 * a flow, a measure, a unit and a power of ten, in any order; it has a role only if all of its
 * words are known. */
#include "vocabulary/headers.h"

#include <string.h>

#include "vocabulary/flows.h"
#include "vocabulary/header_words.h"
#include "vocabulary/phrases.h"
#include "vocabulary/units.h"

static bool find_role(const struct normalised *normalised, struct header *header)
{
    const struct named_role *named = phrase_find(&header_role_index, normalised);

    if (named == NULL)
        return false;
    header->role = named->role;
    header->is_label = named->is_label;
    return true;
}

/* The meaning of the words of a header that have been read so far. */
struct header_words {
    struct header header;
    struct unit_parts unit;
    bool value, growth;
    bool unclear; /* a word is unknown, or contradicts another */
};

static void add_value_word(struct header_words *words, const struct value_word *word)
{
    words->value = words->value || word->kind == VALUE_WORD || word->kind == INDICATOR_WORD;
    words->growth = words->growth || word->kind == GROWTH_WORD;
    if (word->kind == RATIO_WORD)
        words->unclear = words->header.is_ratio = true;
    if (word->indicator != NULL)
        words->header.indicator = word->indicator;
    if (word->unit != NULL)
        words->header.unit = word->unit;
}

/* Takes the longest phrase at *at: a flow, a unit or another word above values. */
static void take_phrase(const struct normalised *normalised, size_t *at, struct header_words *words)
{
    size_t flow_end = *at, unit_end = *at, word_end;
    const char *flow = flow_take(normalised, &flow_end);
    struct unit_parts unit = words->unit;
    const struct value_word *word = phrase_find_at(&header_word_index, normalised, *at, &word_end);

    if (!unit_take(normalised, &unit_end, &unit))
        unit_end = *at;
    if (word != NULL && word_end >= flow_end && word_end >= unit_end) {
        add_value_word(words, word);
        *at = word_end;
    } else if (flow != NULL && flow_end >= unit_end) {
        words->unclear = words->unclear || words->header.flow != NULL;
        words->header.flow = flow;
        *at = flow_end;
    } else if (unit_end > *at) {
        words->unit = unit;
        *at = unit_end;
    } else {
        words->unclear = true;
        *at = normalised_next_word(normalised, *at);
    }
}

/* A unit makes a column one of values, except a single letter, which may be a name ("t"). */
static struct header header_of_words(struct header_words *words,
                                     const struct normalised *normalised)
{
    struct header *header = &words->header;
    const struct unit_parts *unit = &words->unit;
    bool has_unit =
        unit->has_power || unit->is_currency || (unit->name != NULL && normalised->n > 1);

    if (!unit_resolve_short_power(&words->unit))
        words->unclear = true;
    if (unit->name != NULL)
        header->unit = unit->name;
    header->multiplier = unit->multiplier;
    if (words->unclear)
        return *header;
    if (words->growth) {
        header->role = HEADER_GROWTH;
        header->unit = NULL;
    } else if (words->value || header->flow != NULL || has_unit) {
        header->role = HEADER_VALUE;
    }
    return *header;
}

static struct header header_of_text(const char *text, size_t n)
{
    struct header_words words = { .unclear = false };
    struct normalised normalised;

    if (!normalise(&normalised, text, n) || find_role(&normalised, &words.header))
        return words.header;
    for (size_t at = 0; at < normalised.n;) {
        if (normalised.text[at] == ' ')
            at++;
        take_phrase(&normalised, &at, &words);
    }
    return header_of_words(&words, &normalised);
}

struct header header_find(const char *text, size_t n)
{
    struct header header = header_of_text(text, n);
    size_t code = code_length(text, n);

    return header.role == HEADER_NONE && code < n ? header_of_text(text, code) : header;
}

bool header_is_of_flow(const char *text, const char *flow)
{
    struct header header = header_find(text, strlen(text));

    return flow[0] != '\0' && header.role == HEADER_VALUE && header.indicator == NULL &&
           (header.flow == NULL || strcmp(header.flow, flow) == 0);
}
