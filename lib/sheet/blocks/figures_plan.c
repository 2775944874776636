/* figures_plan.c - lays key figures out in a row: label, value, change. The values of a block
 * share one size, in which the widest fits, and one baseline. */
#include "sheet/blocks/figures_parts.h"

#include <math.h>

#include "text/format.h"

static bool set_figures(struct sheet_layout *layout, struct figures_plan *planned,
                        const struct figures *figures)
{
    planned->base_words = format_word(layout->text, WORD_ON_YEAR_BEFORE);
    planned->base_width =
        text_width(layout->text, planned->base_words, &layout->theme->figure_label);
    planned->unit_gap = layout->theme->figure_value.size * 0.1;
    planned->n = figures->n;
    planned->figures = arena_array(&layout->arena, struct set_figure, figures->n);
    return planned->figures != NULL && figures_set_texts(layout, planned, figures->first);
}

static void measure(struct figures_plan *planned, const struct theme *theme)
{
    double change = 0;
    size_t n_rows;

    for (size_t i = 0; i < planned->n; i++) {
        const struct set_figure *set = &planned->figures[i];
        planned->label_height = fmax(planned->label_height, set->label->height);
        if (set->change != NULL)
            change = fmax(change, theme->figure_change.leading +
                                      (planned->base_beside ? 0 : set->base->height));
    }
    planned->row_height =
        planned->label_height + theme->figure_value.leading + (change > 0 ? 4 + change : 0);
    n_rows = (planned->n + planned->n_columns - 1) / planned->n_columns;
    planned->plan.min_height = planned->plan.preferred_height =
        rhythm((double)n_rows * planned->row_height + ((double)n_rows - 1) * FIGURES_ROW_GAP);
}

static const struct plan_operations operations = { .draw = figures_draw };

struct block_plan *figures_plan(struct sheet_layout *layout, const struct block *block,
                                double width)
{
    const struct figures *figures = (const struct figures *)block;
    struct figures_plan *planned = plan_new(layout, &operations, sizeof *planned, width);

    if (planned == NULL || !set_figures(layout, planned, figures))
        return NULL;
    if (block->next != NULL && block->next->type == &block_row)
        planned->n_edges =
            block_row_lefts(layout, block->next, width, planned->edges, ROW_MAX_BLOCKS);
    if (!figures_place(layout, planned, figures->first) || !figures_set_lines(layout, planned))
        return NULL;
    measure(planned, layout->theme);
    planned->plan.space_above = 16;
    return &planned->plan;
}
