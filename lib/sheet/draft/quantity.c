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

static const char *say_unit_value(struct draft *draft, const void *of)
{
    (void)of;
    return language_of(draft->languages[draft->language])->words[WORD_UNIT_VALUE].alone;
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
                  draft_each(draft, say_unit_value, NULL));
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
    draft_add(draft, PIECE_SERIES, "quantity", "  quantity: %s\n",
              draft_yaml(&draft->arena, draft_main_of(draft, dimension, draft->quantity, false)));
    add_unit_value(draft, draft_main(draft, 0, true),
                   draft_main_of(draft, dimension, draft->quantity, true));
}
