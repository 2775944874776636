/* galley_plan.c - which blocks of a sheet fill the columns of its pages, and which stand across. */
#include <math.h>

#include "sheet/blocks/block.h"
#include "sheet/layout/galley.h"
#include "sheet/words/prose.h"

/* A block, measured. */
struct entry {
    struct block_plan *plan;
    const struct block *block;
    bool is_full, may_change; /* its author does not say how wide it is */
};

struct entries {
    struct sheet_layout *layout;
    struct entry *entries;
    size_t n;
    int columns;
    double column_width;
    bool may_turn; /* the page, for a table */
};

/* Blocks that fill columns stand in the place of one, of this type. */
static const struct block_type galley_type = { .name = "columns" };
static const struct block galley_block = { .type = &galley_type };

static struct block_plan *galley_create(struct sheet_layout *layout, struct block_plan **plans,
                                        size_t n, int columns, double column_width)
{
    struct galley_plan *galley = plan_new(layout, NULL, sizeof *galley, layout->width);

    if (galley == NULL)
        return NULL;
    galley->plan.block = &galley_block;
    galley->plan.space_above = fmax(GALLEY_SPACE, plans[0]->space_above);
    galley->blocks.plans = plans;
    galley->blocks.n = n;
    galley->columns = columns;
    galley->column_width = column_width;
    const size_t most = n + (size_t)columns;
    galley->taken = arena_array(&layout->arena, struct page_part, most);
    galley->tried = arena_array(&layout->arena, struct page_part, most);
    return galley->taken != NULL && galley->tried != NULL ? &galley->plan : NULL;
}

struct galley_plan *galley_of(struct block_plan *plan)
{
    return plan->operations == NULL ? (struct galley_plan *)plan : NULL;
}

struct block_plan *galley_wrap(struct sheet_layout *layout, struct block_plan *plan)
{
    if (plan == NULL || plan->galley_columns == 0)
        return plan;
    struct block_plan **plans = arena_new(&layout->arena, struct block_plan *);
    if (plans == NULL)
        return NULL;
    plans[0] = plan;
    return galley_create(layout, plans, 1, plan->galley_columns, plan->width);
}

/* Notes stand across at the foot unless their author wants them in a column. */
static bool stands_across(const struct sheet_layout *layout, const struct block *block)
{
    if (block->type == &block_page_break)
        return true;
    if (block->width != SHEAF_WIDTH_USUAL)
        return block->width == SHEAF_WIDTH_FULL;
    return layout->sheet->page.blocks != SHEAF_WIDTH_COLUMN || block->type == &block_notes;
}

static bool any_in_columns(const struct sheet_layout *layout, const struct block *block)
{
    while (block != NULL && stands_across(layout, block))
        block = block->next;
    return block != NULL;
}

/* A table that is wider than a column, and what is taller than a page in one but perhaps not across. */
static bool needs_width(const struct sheet_layout *layout, const struct block_plan *plan)
{
    return plan->is_too_wide || plan->needs_turn ||
           (plan->pieces == NULL && plan->min_height > layout->largest_height);
}

static bool measure(const struct entries *all, struct entry *entry)
{
    struct sheet_layout *layout = all->layout;
    bool is_full = entry->is_full;

    layout->in_columns = !is_full;
    layout->may_turn = is_full ? all->may_turn : true;
    entry->plan = block_plan(layout, entry->block, is_full ? layout->width : all->column_width);
    layout->in_columns = false;
    layout->may_turn = all->may_turn;
    if (entry->plan == NULL || is_full || !needs_width(layout, entry->plan))
        return entry->plan != NULL;
    entry->is_full = true;
    return measure(all, entry);
}

/* Blocks in a row or column that is taken apart are as wide as that. */
static size_t count(const struct entries *all, const struct block *block, bool is_inner,
                    bool is_full)
{
    size_t n = 0;

    for (; block != NULL; block = block->next) {
        bool full = is_inner ? is_full : stands_across(all->layout, block);
        const struct block *inner =
            block_taken_apart(block, full ? all->layout->width : all->column_width);
        n += inner != NULL ? count(all, inner, true, full) : 1;
    }
    return n;
}

static bool measure_all(struct entries *all, const struct block *block, const struct entry *outer)
{
    bool well = true;

    for (; well && block != NULL; block = block->next) {
        struct entry entry = { .block = block };
        entry.is_full = outer != NULL ? outer->is_full : stands_across(all->layout, block);
        entry.may_change = outer != NULL ? outer->may_change : block->width == SHEAF_WIDTH_USUAL;
        const struct block *inner =
            block_taken_apart(block, entry.is_full ? all->layout->width : all->column_width);
        well = inner != NULL ? measure_all(all, inner, &entry) : measure(all, &entry);
        if (well && inner == NULL &&
            (!plan_is_blank(entry.plan) || (all->n == 0 && block->next == NULL)))
            all->entries[all->n++] = entry;
    }
    return well;
}

/* Headings stand across above what does. */
static bool widen_headings(struct entries *all)
{
    bool well = true;

    for (size_t i = all->n; well && i-- > 1;) {
        struct entry *entry = &all->entries[i - 1];
        if (entry->is_full || !entry->may_change || !entry->plan->keeps_next ||
            !all->entries[i].is_full || all->entries[i].plan->begins_page)
            continue;
        entry->is_full = true;
        well = measure(all, entry);
    }
    return well;
}

/* What stands between two blocks across the page becomes one plan. */
static bool put_together(const struct entries *all, struct stack *stack)
{
    struct sheet_layout *layout = all->layout;

    for (size_t i = 0; i < all->n;) {
        size_t end = i + 1;
        struct block_plan *plan = galley_wrap(layout, all->entries[i].plan);
        while (!all->entries[i].is_full && end < all->n && !all->entries[end].is_full)
            end++;
        if (!all->entries[i].is_full) {
            struct block_plan **plans = arena_array(&layout->arena, struct block_plan *, end - i);
            for (size_t k = i; plans != NULL && k < end; k++)
                plans[k - i] = all->entries[k].plan;
            plan = plans != NULL
                       ? galley_create(layout, plans, end - i, all->columns, all->column_width)
                       : NULL;
        }
        if (plan == NULL)
            return false;
        stack->plans[stack->n++] = plan;
        i = end;
    }
    return true;
}

static bool wrap_texts(struct sheet_layout *layout, const struct stack *stack)
{
    bool well = true;

    for (size_t i = 0; well && i < stack->n; i++) {
        stack->plans[i] = galley_wrap(layout, stack->plans[i]);
        well = stack->plans[i] != NULL;
    }
    return well;
}

bool galley_plan_blocks(struct sheet_layout *layout, const struct block_list *list,
                        struct stack *stack)
{
    struct entries all = { .layout = layout, .may_turn = layout->may_turn };

    if (!any_in_columns(layout, list->first))
        return stack_plan(layout, list, layout->width, stack) && wrap_texts(layout, stack);
    all.columns = prose_column_count(layout, layout->width, 0);
    all.column_width = prose_column_width(layout, layout->width, 0);
    const size_t n = count(&all, list->first, false, false);
    all.entries = arena_array(&layout->arena, struct entry, n);
    stack->plans = arena_array(&layout->arena, struct block_plan *, n);
    stack->n = 0;
    return all.entries != NULL && stack->plans != NULL && measure_all(&all, list->first, NULL) &&
           widen_headings(&all) && put_together(&all, stack) && layout_is_well(layout);
}
