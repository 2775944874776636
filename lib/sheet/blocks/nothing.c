/* nothing.c - what stands where a chart, a table or key figures have no data: one line. */
#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"
#include "text/format.h"

struct nothing_plan {
    struct block_plan plan;
    struct text_block *text;
};

static void draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n)
{
    (void)first;
    (void)n;
    scene_open_role(scene, ROLE_PARAGRAPH);
    layout_draw_text(layout, ((const struct nothing_plan *)plan)->text, scene, x, y, plan->width);
    scene_close(scene);
}

static const struct plan_operations operations = { .draw = draw };

static struct block_plan *plan(struct sheet_layout *layout, const struct block *block, double width)
{
    struct nothing_plan *planned = plan_new(layout, &operations, sizeof *planned, width);
    struct text_style *style = arena_new(&layout->arena, struct text_style);

    (void)block;
    if (planned == NULL || style == NULL)
        return NULL;
    *style = layout->theme->body;
    style->color = layout->theme->weak;
    const struct text_span span = { format_word(layout->text, WORD_NO_DATA), style, NULL };
    planned->text = text_wrap(layout->text, &layout->arena, &span, 1, width, 0);
    if (planned->text == NULL)
        return NULL;
    planned->plan.min_height = planned->plan.preferred_height = rhythm(planned->text->height);
    planned->plan.space_above = 12;
    return &planned->plan;
}

static const struct block_type block_nothing = { .name = "nothing", .plan = plan };

struct block *block_nothing_create(sheaf_sheet *sheet)
{
    return block_new(sheet, &block_nothing, sizeof(struct block));
}
