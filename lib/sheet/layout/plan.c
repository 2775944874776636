/* plan.c - measured blocks, one by one and stacked above each other. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/words/names.h"
#include "chart/words/words.h"
#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"

#define RHYTHM 4.0

double rhythm(double height)
{
    return ceil(height / RHYTHM - 1e-6) * RHYTHM;
}

bool layout_is_well(const struct sheet_layout *layout)
{
    return layout->error->status == SHEAF_OK;
}

void layout_aside_begin(struct sheet_layout *layout, struct layout_aside *aside)
{
    arena_init(&aside->arena, &layout->sheet->alloc, layout->error);
    layout->words = &aside->arena;
}

void layout_aside_end(struct sheet_layout *layout, struct layout_aside *aside)
{
    layout->words = &layout->arena;
    arena_free(&aside->arena);
    text_forget_when_full(layout->text);
}

void *plan_new(struct sheet_layout *layout, const struct plan_operations *operations, size_t size,
               double width)
{
    struct block_plan *plan = arena_take(&layout->arena, 1, size);

    if (plan != NULL) {
        plan->operations = operations;
        plan->width = width;
        plan->n_pieces = 1;
        plan->whole = ++layout->n_plans << 32;
    }
    return plan;
}

/* A mistake that is found only when a block is laid out gets the block's place in the spec. */
static void locate_failure(struct sheet_layout *layout, const struct block *block)
{
    sheaf_error *error = layout->error;

    if (error->status == SHEAF_BAD_INPUT && block->place.line > 0)
        error_set_place(error, block->place);
}

/* Words that are set for a block of labels say their language. Returns what was before. */
static const struct text_foreign *begin_labels(const struct sheet_layout *layout, bool shows_labels)
{
    return text_set_foreign(layout->text, shows_labels ? layout->sheet->foreign : NULL);
}

size_t layout_count_blocks(const struct block *first)
{
    size_t n = 0;

    for (const struct block *block = first; block != NULL; block = block->next)
        n += 1 + layout_count_blocks(block_group_first(block));
    return n;
}

static bool tell_blocks(struct sheet_layout *layout, size_t n)
{
    const sheaf_sheet *sheet = layout->sheet;

    return context_progress(sheet->context, SHEAF_PLACING_BLOCKS, sheet->file, n,
                            layout->blocks->total, layout->error);
}

/* Blocks that are measured twice, and notes that the sheet adds, make no progress. */
static bool begin_block(struct sheet_layout *layout)
{
    struct block_count *blocks = layout->blocks;
    const size_t begun = blocks->begun < blocks->total ? blocks->begun++ : blocks->total;

    return tell_blocks(layout, begun);
}

bool layout_end_blocks(struct sheet_layout *layout)
{
    layout->blocks->begun = layout->blocks->total;
    return tell_blocks(layout, layout->blocks->total);
}

struct block_plan *block_plan(struct sheet_layout *layout, const struct block *block, double width)
{
    if (!begin_block(layout))
        return NULL;
    const struct text_foreign *before = begin_labels(layout, block->type->shows_labels);
    struct block_plan *plan = block->type->plan(layout, block, width);

    text_set_foreign(layout->text, before);
    locate_failure(layout, block);
    if (plan == NULL)
        return NULL;
    plan->block = block;
    plan->shows_labels = block->type->shows_labels;
    plan->keeps_next |= block->keeps_next;
    plan->keeps_together = block->keeps_together || block->keeps_next;
    return plan;
}

void plan_fix(struct sheet_layout *layout, struct block_plan *plan, double height)
{
    const struct text_foreign *before = begin_labels(layout, plan->shows_labels);
    double limit =
        plan->limit_height > plan->preferred_height ? plan->limit_height : plan->preferred_height;

    plan->height = height < plan->min_height ? plan->min_height : height > limit ? limit : height;
    if (plan->operations->fix != NULL && layout_is_well(layout))
        plan->operations->fix(layout, plan, plan->height);
    text_set_foreign(layout->text, before);
    locate_failure(layout, plan->block);
}

void plan_draw_pieces(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                      double x, double y, size_t first, size_t n)
{
    const struct text_foreign *before = begin_labels(layout, plan->shows_labels);

    if (first == 0)
        layout_begin_place(layout, plan->block, scene, y);
    layout->data = layout_data_of(layout, plan->block);
    scene_set_data(scene, layout->data);
    plan->operations->draw(layout, plan, scene, x, y, first, n);
    text_set_foreign(layout->text, before);
    cuts_note(layout->cuts, scene, plan->block->place);
}

void plan_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene, double x,
               double y)
{
    plan_draw_pieces(layout, plan, scene, x, y, 0, plan->n_pieces);
}

bool plan_is_blank(const struct block_plan *plan)
{
    const struct block *block = plan->block;

    return (block->type == &block_text || block->type == &block_callout) && block->id == NULL &&
           plan->preferred_height <= 0;
}

double plan_space(const struct block_plan *above, const struct block_plan *below)
{
    return above->space_below > 0 ? above->space_below : below->space_above;
}

/* On a page as narrow as A5 blocks of a row would be too narrow beside each other: rows and columns
 * are taken apart. */
#define NARROW 380.0

const struct block *block_taken_apart(const struct block *block, double width)
{
    return width < NARROW ? block_group_first(block) : NULL;
}

static size_t count_blocks(const struct sheet_layout *layout, const struct block *block)
{
    size_t n = 0;

    for (; block != NULL; block = block->next) {
        const struct block *inner = block_taken_apart(block, layout->width);
        n += inner != NULL ? count_blocks(layout, inner) : 1;
    }
    return n;
}

static bool plan_blocks(struct sheet_layout *layout, const struct block *block, double width,
                        struct stack *stack)
{
    bool well = true;

    for (; well && block != NULL; block = block->next) {
        const struct block *inner = block_taken_apart(block, layout->width);
        struct block_plan *plan = inner == NULL ? block_plan(layout, block, width) : NULL;

        if (plan != NULL && (!plan_is_blank(plan) || (stack->n == 0 && block->next == NULL)))
            stack->plans[stack->n++] = plan;
        well = inner != NULL ? plan_blocks(layout, inner, width, stack) : plan != NULL;
    }
    return well;
}

bool stack_plan(struct sheet_layout *layout, const struct block_list *list, double width,
                struct stack *stack)
{
    stack->n = 0;
    stack->plans =
        arena_array(&layout->arena, struct block_plan *, count_blocks(layout, list->first));
    return stack->plans != NULL && plan_blocks(layout, list->first, width, stack) &&
           layout_is_well(layout);
}

static double spaces(const struct stack *stack)
{
    double sum = 0;

    for (size_t i = 1; i < stack->n; i++)
        sum += plan_space(stack->plans[i - 1], stack->plans[i]);
    return sum;
}

double stack_min_height(const struct stack *stack)
{
    double sum = spaces(stack);

    for (size_t i = 0; i < stack->n; i++)
        sum += stack->plans[i]->min_height;
    return sum;
}

double stack_preferred_height(const struct stack *stack)
{
    double sum = spaces(stack);

    for (size_t i = 0; i < stack->n; i++)
        sum += stack->plans[i]->preferred_height;
    return sum;
}

double plan_max_height(const struct block_plan *plan)
{
    bool stretches = plan->stretch > 0 || plan->late_stretch > 0;

    return stretches && plan->max_height > plan->preferred_height ? plan->max_height
                                                                  : plan->preferred_height;
}

double stack_max_height(const struct stack *stack)
{
    double sum = spaces(stack);

    for (size_t i = 0; i < stack->n; i++)
        sum += plan_max_height(stack->plans[i]);
    return sum;
}

/* Takes the missing height from all plans, in proportion to what each has above its minimum. */
static void shrink(const struct stack *stack, double missing)
{
    double slack = 0;

    for (size_t i = 0; i < stack->n; i++)
        slack += stack->plans[i]->preferred_height - stack->plans[i]->min_height;
    double share = slack > 0 ? missing / slack : 0;
    for (size_t i = 0; i < stack->n; i++) {
        struct block_plan *plan = stack->plans[i];
        plan->height = plan->preferred_height -
                       (share < 1 ? share : 1) * (plan->preferred_height - plan->min_height);
    }
}

static double part_of(const struct block_plan *plan, bool late)
{
    return late ? plan->late_stretch : plan->stretch;
}

/* Distributes the spare height among the plans that stretch, by their shares, until it is used up
 * or all have their maximum. Returns what is left. */
static double grow(const struct stack *stack, double spare, bool late)
{
    for (size_t round = 0; round <= stack->n && spare > 0.01; round++) {
        double parts = 0, given = 0;

        for (size_t i = 0; i < stack->n; i++)
            if (stack->plans[i]->height < plan_max_height(stack->plans[i]))
                parts += part_of(stack->plans[i], late);
        if (parts <= 0)
            break;
        for (size_t i = 0; i < stack->n; i++) {
            struct block_plan *plan = stack->plans[i];
            double room = plan_max_height(plan) - plan->height;
            double add = spare * part_of(plan, late) / parts;
            if (room <= 0)
                continue;
            add = add < room ? add : room;
            plan->height += add;
            given += add;
        }
        spare -= given;
    }
    return spare;
}

void stack_fix(struct sheet_layout *layout, const struct stack *stack, double height)
{
    double wanted = stack_preferred_height(stack);

    for (size_t i = 0; i < stack->n; i++)
        stack->plans[i]->height = stack->plans[i]->preferred_height;
    if (wanted > height)
        shrink(stack, wanted - height);
    else
        grow(stack, grow(stack, height - wanted, false), true);
    for (size_t i = 0; i < stack->n; i++)
        plan_fix(layout, stack->plans[i], stack->plans[i]->height);
}

void stack_draw(struct sheet_layout *layout, const struct stack *stack, struct scene *scene,
                double x, double y)
{
    for (size_t i = 0; i < stack->n; i++) {
        if (i > 0)
            y += plan_space(stack->plans[i - 1], stack->plans[i]);
        plan_draw(layout, stack->plans[i], scene, x, y);
        y += stack->plans[i]->height;
    }
}

size_t digits_end(const char *figure)
{
    const char *at = figure, *end = figure + strlen(figure), *behind = figure;

    while (at < end) {
        uint32_t code = utf8_next(&at, end);
        if ((code >= '0' && code <= '9') || (code >= 0x660 && code <= 0x669) ||
            (code >= 0x6F0 && code <= 0x6F9))
            behind = at;
    }
    return behind > figure ? (size_t)(behind - figure) : strlen(figure);
}

const char *series_label(struct sheet_layout *layout, const sheaf_series *series)
{
    const char *code, *name = series_name(series, layout->text, &layout->arena, &code);

    return name != NULL ? capitalized(&layout->arena, name) : NULL;
}

double layout_offset(const struct sheet_layout *layout, double left, double width, double whole)
{
    return layout->mirrored ? whole - left - width : left;
}

void layout_draw_text(const struct sheet_layout *layout, const struct text_block *block,
                      struct scene *scene, double x, double top, double width)
{
    struct text_block hung = *block;

    hung.right_to_left |= layout->mirrored;
    text_block_draw(&hung, scene, x, top, width);
}

void layout_hairline(struct scene *scene, double x0, double y0, double x1, double y1,
                     struct color color, double width)
{
    scene_open_role(scene, ROLE_ARTIFACT);
    scene_move_to(scene, x0, y0);
    scene_line_to(scene, x1, y1);
    scene_stroke(scene, color, width);
    scene_close(scene);
}
