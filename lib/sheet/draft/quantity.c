/* quantity.c - how much was traded for the main value, and what a unit of it cost. */
#include <string.h>

#include "sheet/draft/draft.h"
#include "text/languages/language.h"

/* The measure of which there is some, in the dimension of measures; NULL: of none. */
static const char *find_quantity(struct draft *draft, struct draft_dimension *dimension)
{
    static const char *const names[] = { "quantity", "net weight", "gross weight" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (draft_gives(draft, draft_main_of(draft, dimension, names[i], true), NULL))
            return names[i];
    return NULL;
}

static const char *say_word(struct draft *draft, const void *word)
{
    return language_of(draft->languages[draft->language])->words[*(const enum word *)word].alone;
}

static const char *word_in_each(struct draft *draft, enum word word)
{
    return draft_each(draft, say_word, &word);
}

/* Where no unit is known, the function does not know a quantity: then it is a plain quotient. */
static void add_unit_value(struct draft *draft, const char *value, const char *quantity)
{
    const char *name = draft->flow_names[0];

    draft->has_unit_value = true;
    if (draft_gives(draft, arena_format(&draft->arena, "unit_value(%s, %s)", value, quantity),
                    NULL))
        draft_add(draft, PIECE_SERIES, "unit_value", "  unit_value: \"unit_value(%s, quantity)\"\n",
                  name);
    else if (!draft->has_unit &&
             draft_gives(draft, arena_format(&draft->arena, "%s / %s", value, quantity), NULL))
        draft_add(draft, PIECE_SERIES, "unit_value",
                  "  unit_value: {value: %s / quantity, label: %s}\n", name,
                  word_in_each(draft, WORD_UNIT_VALUE));
    else
        draft->has_unit_value = false;
}

void draft_add_quantity(struct draft *draft)
{
    struct draft_dimension *dimension = draft->dimensions;
    const struct draft_dimension *end = dimension + draft->n_dimensions;

    while (dimension < end && dimension->focus != FOCUS_IMPLICIT)
        dimension++;
    draft->quantity = dimension < end ? find_quantity(draft, dimension) : NULL;
    if (draft->quantity == NULL)
        return;
    draft_add(draft, PIECE_SERIES, "quantity", "  quantity: {value: %s, label: %s}\n",
              draft_yaml(&draft->arena, draft_main_of(draft, dimension, draft->quantity, false)),
              word_in_each(draft, WORD_QUANTITY));
    add_unit_value(draft, draft_main(draft, 0, true),
                   draft_main_of(draft, dimension, draft->quantity, true));
}
