/* headers.c - finds the role of a column from its header.
 *
 * Headers that name a role are listed (header_roles.c). A header above values is made of words for
 * a flow, a measure, a unit and a power of ten, in any order; it has a role only if all of its
 * words are known. */
#include "vocabulary/headers.h"

#include <string.h>

#include "vocabulary/countries.h"
#include "vocabulary/flows.h"
#include "vocabulary/header_words.h"
#include "vocabulary/phrases.h"
#include "vocabulary/units.h"

static bool find_role(const struct normalised *normalised, struct header *header)
{
    const struct named_role *named = phrase_find(&header_role_index, normalised);

    if (named == NULL || named->role == HEADER_NOTE || named->role == HEADER_RANK)
        return false;
    header->role = named->role;
    header->is_label = named->is_label;
    return true;
}

/* What the word before the current one was. */
enum word_before { BEFORE_KNOWN, BEFORE_UNIT, BEFORE_UNKNOWN };

struct span {
    size_t start, end; /* in the normalised text */
};

/* The meaning of the words of a header that have been read so far. */
struct header_words {
    struct header header;
    struct unit_parts unit;
    bool value, growth, change, index;
    bool unclear; /* a word is unknown, or contradicts another */
    enum word_before before;
    struct span unknown; /* the last unknown word */
    struct span beside;  /* the unknown word beside the unit; empty: there is none */
};

static void add_value_word(struct header_words *words, const struct value_word *word)
{
    words->value = words->value || word->kind == VALUE_WORD || word->kind == INDICATOR_WORD;
    words->growth = words->growth || word->kind == GROWTH_WORD;
    words->change = words->change || word->kind == CHANGE_WORD;
    if (word->kind == RATIO_WORD || word->kind == INDEX_WORD)
        words->unclear = words->header.is_ratio = true;
    words->index = words->index || word->kind == INDEX_WORD;
    words->unclear = words->unclear || word->kind == SUBJECT_WORD;
    if (word->indicator != NULL)
        words->header.indicator = word->indicator;
    if (word->unit != NULL)
        words->header.unit = word->unit;
    if (word->kind != FILLER_WORD)
        words->before = BEFORE_KNOWN;
}

/* A country says whose values these are; any other unknown word beside a unit may be a power of
 * ten. Codes of two letters are too short to tell. Only there are countries looked up, of which there are many
 * names: most unknown words are those of a product, beside nothing. */
static bool is_country(const struct normalised *normalised, struct span word)
{
    const size_t from = normalised->from[word.start], n = normalised->to[word.end - 1] - from;

    return n > 2 && country_find(normalised->source + from, n) != NULL;
}

static void add_unit(struct header_words *words, const struct normalised *normalised,
                     const struct unit_parts *unit)
{
    if (unit->name != words->unit.name) {
        if (words->before == BEFORE_UNKNOWN && !is_country(normalised, words->unknown))
            words->beside = words->unknown;
        words->before = BEFORE_UNIT;
    } else if (unit->has_power || unit->open != NULL) {
        words->before = BEFORE_KNOWN;
    }
    words->unit = *unit;
}

static void add_unknown(struct header_words *words, const struct normalised *normalised, size_t at,
                        size_t end)
{
    words->unclear = true;
    words->unknown = (struct span){ at, end };
    if (words->before == BEFORE_UNIT && !is_country(normalised, words->unknown))
        words->beside = words->unknown;
    words->before = BEFORE_UNKNOWN;
}

/* The end of the word at `at`, without the space behind it. */
static size_t word_end_at(const struct normalised *normalised, size_t at)
{
    size_t end = normalised_next_word(normalised, at);

    return end > at + 1 && normalised->text[end - 1] == ' ' ? end - 1 : end;
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
        words->before = BEFORE_KNOWN;
        *at = flow_end;
    } else if (unit_end > *at) {
        add_unit(words, normalised, &unit);
        *at = unit_end;
    } else {
        add_unknown(words, normalised, *at, word_end_at(normalised, *at));
        *at = normalised_next_word(normalised, *at);
    }
}

/* Takes the measure of a price: behind a currency it is part of the unit, and behind other words it says
 * that no currency is given. */
static bool take_per(const struct normalised *normalised, size_t *at, struct header_words *words)
{
    const char *per = unit_take_per(normalised, at, &words->unit);

    if (per == NULL)
        return false;
    words->header.per = per;
    words->before = BEFORE_KNOWN;
    return true;
}

/* Neither the unit nor its power is known if a word beside it is not understood and no other word
 * gives the power. Percentages have no powers. */
static void take_back_unit(struct header_words *words, const struct normalised *normalised)
{
    const struct unit_parts *unit = &words->unit;
    const struct span *beside = &words->beside;
    struct header *header = &words->header;

    if (beside->start == beside->end || unit->name == NULL || unit->has_power ||
        strcmp(unit->name, "%") == 0)
        return;
    header->unclear = normalised->source + normalised->from[beside->start];
    header->unclear_n = normalised->to[beside->end - 1] - normalised->from[beside->start];
    header->unit = NULL;
    header->multiplier = 0;
}

/* A change is a growth if it is in per cent and in no other unit: "Change (USD million)" is a
 * difference, and "Change" alone may be either. */
static bool is_growth(const struct header_words *words)
{
    const char *unit = words->unit.name;
    bool in_percent = unit != NULL && strcmp(unit, "%") == 0;

    if (words->unit.has_power || (unit != NULL && !in_percent))
        return false;
    return words->growth || (words->change && in_percent);
}

/* A unit makes a column one of values, except a single letter, which may be a name ("t"). */
static struct header header_of_words(struct header_words *words,
                                     const struct normalised *normalised)
{
    struct header *header = &words->header;
    const struct unit_parts *unit = &words->unit;
    bool has_unit =
        unit->has_power || unit->is_currency || (unit->name != NULL && normalised->n > 1);

    if (!unit_resolve_power(&words->unit))
        words->unclear = true;
    if (unit->name != NULL)
        header->unit = unit->name;
    header->multiplier = unit->multiplier;
    take_back_unit(words, normalised);
    if (header->per != NULL && header->unit == NULL) /* a price in no currency that is named */
        words->unclear = header->is_ratio = words->index = true;
    bool is_of_balance = header->flow != NULL && strcmp(header->flow, "balance") == 0;
    if (words->index || (header->is_ratio && is_of_balance))
        header->flow =
            NULL; /* an index of export prices is no exports, a balance ratio no balance */
    if (words->unclear)
        return *header;
    if (is_growth(words)) {
        header->role = HEADER_GROWTH;
        header->is_change = !words->growth;
        header->unit = NULL;
    } else if (!words->growth && !words->change &&
               (words->value || header->flow != NULL || has_unit)) {
        header->role = HEADER_VALUE;
    }
    return *header;
}

/* True when a header names a quantity or weight, so that "kgs" are kilograms. */
static bool is_of_quantity(const struct normalised *normalised)
{
    for (size_t at = 0; at < normalised->n; at = normalised_next_word(normalised, at)) {
        size_t end;
        const struct value_word *word = phrase_find_at(&header_word_index, normalised, at, &end);

        if (word != NULL && word->kind == INDICATOR_WORD && header_is_quantity(word->indicator))
            return true;
    }
    return false;
}

static bool is_listed_as(const char *text, size_t n, enum header_role role)
{
    const struct named_role *named;
    struct normalised normalised;

    if (!normalise(&normalised, text, n))
        return false;
    named = phrase_find(&header_role_index, &normalised);
    return named != NULL && named->role == role;
}

bool header_is_note(const char *text, size_t n)
{
    return is_listed_as(text, n, HEADER_NOTE);
}

bool header_is_rank(const char *text, size_t n)
{
    return is_listed_as(text, n, HEADER_RANK);
}

bool header_is_quantity(const char *indicator)
{
    return indicator != NULL &&
           (strcmp(indicator, "quantity") == 0 || strcmp(indicator, "net weight") == 0 ||
            strcmp(indicator, "gross weight") == 0);
}

static struct header header_of_text(const char *text, size_t n)
{
    struct header_words words = { .unclear = false };
    struct normalised normalised;

    if (!normalise(&normalised, text, n) || find_role(&normalised, &words.header))
        return words.header;
    words.unit.of_quantity = is_of_quantity(&normalised);
    for (size_t at = 0; at < normalised.n;) {
        if (normalised.text[at] == ' ')
            at++;
        if (words.header.per != NULL || !take_per(&normalised, &at, &words))
            take_phrase(&normalised, &at, &words);
    }
    return header_of_words(&words, &normalised);
}

struct header header_find(const char *text, size_t n)
{
    struct header header = header_of_text(text, n), before;
    size_t code = code_length(text, n);

    if (header.role != HEADER_NONE || code == n)
        return header;
    /* Where the code says nothing, the unit may stand behind it: "China: exports: £m". */
    before = header_of_text(text, code);
    if (before.role == HEADER_NONE && header.unit != NULL)
        return header;
    if (before.role == HEADER_VALUE && before.unit == NULL && header.unit != NULL) {
        before.unit = header.unit;
        before.multiplier = header.multiplier;
    }
    return before;
}

void header_join_price(struct arena *arena, struct header *header)
{
    const char *unit = header->unit;

    if (header->per == NULL || unit == NULL)
        return;
    header->unit = arena_format(arena, "%s/%s", unit, header->per);
    header->per = NULL;
}

bool header_is_of_flow(const char *text, const char *flow)
{
    if (flow[0] == '\0')
        return false;
    struct header header = header_find(text, strlen(text));
    return header.role == HEADER_VALUE && header.indicator == NULL &&
           (header.flow == NULL || strcmp(header.flow, flow) == 0);
}
