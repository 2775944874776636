/* heads.c - what a column is for, from its head.
 *
 * Heads that name a role are a table. Heads of values are made of words: a flow, what is
 * measured, a unit, a power of ten, in any order; all of them must be known. */
#include "data/heads.h"

#include <string.h>

#include "data/flows.h"
#include "data/head_words.h"
#include "data/units.h"

static bool find_role(const struct folded *folded, struct head *head)
{
    for (size_t i = 0; i < head_role_count; i++)
        if (folded_is(folded, head_roles[i].text)) {
            head->role = head_roles[i].role;
            head->is_label = head_roles[i].is_label;
            return true;
        }
    return false;
}

/* What the words of a head of values have said so far. */
struct saying {
    struct head head;
    struct unit_parts unit;
    bool value, growth, unclear;
};

static const struct value_word *find_value_word(const struct folded *folded, size_t at, size_t *end)
{
    const struct value_word *found = NULL;

    *end = at;
    for (size_t i = 0; i < head_value_word_count; i++) {
        size_t stop = folded_phrase(folded, at, head_value_words[i].text);

        if (stop > *end) {
            *end = stop;
            found = &head_value_words[i];
        }
    }
    return found;
}

static void take_value_word(struct saying *saying, const struct value_word *word)
{
    saying->value = saying->value || word->kind == VALUE_WORD || word->kind == INDICATOR_WORD;
    saying->growth = saying->growth || word->kind == GROWTH_WORD;
    if (word->kind == PURE_WORD)
        saying->unclear = saying->head.is_pure = true;
    if (word->indicator != NULL)
        saying->head.indicator = word->indicator;
    if (word->unit != NULL)
        saying->head.unit = word->unit;
}

/* The longest of a flow, a unit and another word of values at *at. */
static void take_words(const struct folded *folded, size_t *at, struct saying *saying)
{
    size_t flow_end = *at, unit_end = *at, word_end;
    const char *flow = flow_take(folded, &flow_end);
    struct unit_parts unit = saying->unit;
    const struct value_word *word = find_value_word(folded, *at, &word_end);

    if (!unit_take(folded, &unit_end, &unit))
        unit_end = *at;
    if (word != NULL && word_end >= flow_end && word_end >= unit_end) {
        take_value_word(saying, word);
        *at = word_end;
    } else if (flow != NULL && flow_end >= unit_end) {
        saying->unclear = saying->unclear || saying->head.flow != NULL;
        saying->head.flow = flow;
        *at = flow_end;
    } else if (unit_end > *at) {
        saying->unit = unit;
        *at = unit_end;
    } else {
        saying->unclear = true;
        *at = folded_next_word(folded, *at);
    }
}

static struct head settle(struct saying *saying, const struct folded *folded)
{
    struct head *head = &saying->head;
    const struct unit_parts *unit = &saying->unit;
    bool counts = unit->has_power || unit->is_currency || (unit->name != NULL && folded->n > 1);

    if (!unit_settle(&saying->unit))
        saying->unclear = true;
    if (unit->name != NULL)
        head->unit = unit->name;
    head->multiplier = unit->multiplier;
    if (saying->unclear)
        return *head;
    if (saying->growth) {
        head->role = ROLE_GROWTH;
        head->unit = NULL;
    } else if (saying->value || head->flow != NULL || counts) {
        head->role = ROLE_VALUE;
    }
    return *head;
}

static struct head find_whole(const char *text, size_t n)
{
    struct saying saying = { .unclear = false };
    struct folded folded;

    if (!fold(&folded, text, n) || find_role(&folded, &saying.head))
        return saying.head;
    for (size_t at = 0; at < folded.n;) {
        if (folded.text[at] == ' ')
            at++;
        take_words(&folded, &at, &saying);
    }
    return settle(&saying, &folded);
}

struct head head_find(const char *text, size_t n)
{
    struct head head = find_whole(text, n);
    size_t code = length_of_code(text, n);

    return head.role == ROLE_NONE && code < n ? find_whole(text, code) : head;
}

bool head_is_of_flow(const char *text, const char *flow)
{
    struct head head = head_find(text, strlen(text));

    return flow[0] != '\0' && head.role == ROLE_VALUE && head.indicator == NULL &&
           (head.flow == NULL || strcmp(head.flow, flow) == 0);
}
