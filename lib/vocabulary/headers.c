/* headers.c - what a column is for, from its header.
 *
 * Headers that name a role are a table. Headers of values are made of words: a flow, what is
 * measured, a unit, a power of ten, in any order; all of them must be known. */
#include "vocabulary/headers.h"

#include <string.h>

#include "vocabulary/flows.h"
#include "vocabulary/header_words.h"
#include "vocabulary/units.h"

static bool find_role(const struct normalised *normalised, struct header *header)
{
    for (size_t i = 0; i < header_role_count; i++)
        if (normalised_is(normalised, header_roles[i].text)) {
            header->role = header_roles[i].role;
            header->is_label = header_roles[i].is_label;
            return true;
        }
    return false;
}

/* What the words of a header of values have said so far. */
struct saying {
    struct header header;
    struct unit_parts unit;
    bool value, growth, unclear;
};

static const struct value_word *find_value_word(const struct normalised *normalised, size_t at,
                                                size_t *end)
{
    const struct value_word *found = NULL;

    *end = at;
    for (size_t i = 0; i < header_value_word_count; i++) {
        size_t stop = normalised_phrase(normalised, at, header_value_words[i].text);

        if (stop > *end) {
            *end = stop;
            found = &header_value_words[i];
        }
    }
    return found;
}

static void take_value_word(struct saying *saying, const struct value_word *word)
{
    saying->value = saying->value || word->kind == VALUE_WORD || word->kind == INDICATOR_WORD;
    saying->growth = saying->growth || word->kind == GROWTH_WORD;
    if (word->kind == PURE_WORD)
        saying->unclear = saying->header.is_pure = true;
    if (word->indicator != NULL)
        saying->header.indicator = word->indicator;
    if (word->unit != NULL)
        saying->header.unit = word->unit;
}

/* The longest of a flow, a unit and another word of values at *at. */
static void take_words(const struct normalised *normalised, size_t *at, struct saying *saying)
{
    size_t flow_end = *at, unit_end = *at, word_end;
    const char *flow = flow_take(normalised, &flow_end);
    struct unit_parts unit = saying->unit;
    const struct value_word *word = find_value_word(normalised, *at, &word_end);

    if (!unit_take(normalised, &unit_end, &unit))
        unit_end = *at;
    if (word != NULL && word_end >= flow_end && word_end >= unit_end) {
        take_value_word(saying, word);
        *at = word_end;
    } else if (flow != NULL && flow_end >= unit_end) {
        saying->unclear = saying->unclear || saying->header.flow != NULL;
        saying->header.flow = flow;
        *at = flow_end;
    } else if (unit_end > *at) {
        saying->unit = unit;
        *at = unit_end;
    } else {
        saying->unclear = true;
        *at = normalised_next_word(normalised, *at);
    }
}

static struct header settle(struct saying *saying, const struct normalised *normalised)
{
    struct header *header = &saying->header;
    const struct unit_parts *unit = &saying->unit;
    bool counts = unit->has_power || unit->is_currency || (unit->name != NULL && normalised->n > 1);

    if (!unit_settle(&saying->unit))
        saying->unclear = true;
    if (unit->name != NULL)
        header->unit = unit->name;
    header->multiplier = unit->multiplier;
    if (saying->unclear)
        return *header;
    if (saying->growth) {
        header->role = ROLE_GROWTH;
        header->unit = NULL;
    } else if (saying->value || header->flow != NULL || counts) {
        header->role = ROLE_VALUE;
    }
    return *header;
}

static struct header find_whole(const char *text, size_t n)
{
    struct saying saying = { .unclear = false };
    struct normalised normalised;

    if (!normalise(&normalised, text, n) || find_role(&normalised, &saying.header))
        return saying.header;
    for (size_t at = 0; at < normalised.n;) {
        if (normalised.text[at] == ' ')
            at++;
        take_words(&normalised, &at, &saying);
    }
    return settle(&saying, &normalised);
}

struct header header_find(const char *text, size_t n)
{
    struct header header = find_whole(text, n);
    size_t code = length_of_code(text, n);

    return header.role == ROLE_NONE && code < n ? find_whole(text, code) : header;
}

bool header_is_of_flow(const char *text, const char *flow)
{
    struct header header = header_find(text, strlen(text));

    return flow[0] != '\0' && header.role == ROLE_VALUE && header.indicator == NULL &&
           (header.flow == NULL || strcmp(header.flow, flow) == 0);
}
