/* group.c - rows, whose blocks stand beside each other on the page's grid, and columns, whose
 * blocks stand above each other within a row. */
#include <math.h>
#include <string.h>

#include "chart/layout.h"
#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"
#include "sheet/spec/reader.h"

#define MIN_BLOCK_WIDTH 40.0 /* points that each block of a row must have */
#define MAX_LATE_GROWTH 1.3  /* of the preferred height, for rows with blocks that do not stretch */

struct group_block {
    struct block block;
    struct block_list list;
    enum row_scale scale;
};

struct group_plan {
    struct block_plan plan;
    struct stack stack; /* the plans of a row (side by side) or of a column */
    double *lefts;      /* left edges of a row's blocks, and of one block more */
};

struct block *block_group_create(sheaf_sheet *sheet, const struct block_type *type)
{
    struct group_block *group = block_new(sheet, type, sizeof *group);

    return group != NULL ? &group->block : NULL;
}

struct block_list *block_group_list(struct block *block)
{
    return &((struct group_block *)block)->list;
}

const struct block *block_group_first(const struct block *block)
{
    bool is_group = block->type == &block_row || block->type == &block_column;

    return is_group ? ((const struct group_block *)block)->list.first : NULL;
}

static void show(const struct block *block, struct shown *shown)
{
    for (const struct block *inner = ((const struct group_block *)block)->list.first; inner != NULL;
         inner = inner->next)
        if (inner->type->show != NULL)
            inner->type->show(inner, shown);
}

static bool check_spans(struct spec_reader *reader, const struct node *value,
                        const struct block *row)
{
    int taken = 0, n_open = 0;

    for (const struct block *inner = ((const struct group_block *)row)->list.first; inner != NULL;
         inner = inner->next) {
        taken += inner->span;
        n_open += inner->span == 0;
    }
    if (value->n_items > ROW_MAX_BLOCKS)
        spec_fail(reader, value->place, "a row holds at most %d blocks", ROW_MAX_BLOCKS);
    else if (taken + n_open > GRID_COLUMNS)
        spec_fail(reader, value->place, "the spans of a row come to at most %d", GRID_COLUMNS);
    return sheet_is_well(reader->sheet);
}

static struct block *read_group(struct spec_reader *reader, const struct node *value,
                                const struct block_type *type, bool in_row)
{
    struct block *block = block_group_create(reader->sheet, type);

    if (block == NULL)
        return NULL;
    if (value->n_items == 0) {
        spec_fail(reader, value->place, "'%s' needs at least one block", type->name);
        return NULL;
    }
    if (!block_read_list(reader, value, in_row, block_group_list(block)))
        return NULL;
    for (const struct block *inner = block_group_first(block); inner != NULL; inner = inner->next)
        if (inner->type == &block_page_break || inner->width != SHEAF_WIDTH_USUAL) {
            spec_fail(reader, value->place,
                      inner->type == &block_page_break ? PAGE_BREAK_MISTAKE : WIDTH_MISTAKE);
            return NULL;
        }
    /* Its blocks may all have been left out. */
    return block_group_first(block) != NULL ? block : NULL;
}

static struct block *read_row(struct spec_reader *reader, const struct node *value)
{
    struct block *row = read_group(reader, value, &block_row, true);

    return row != NULL && check_spans(reader, value, row) ? row : NULL;
}

static struct block *read_column(struct spec_reader *reader, const struct node *value)
{
    return read_group(reader, value, &block_column, false);
}

void block_row_align(struct sheet_layout *layout, const struct stack *places)
{
    struct chart_plan **charts = arena_array(&layout->arena, struct chart_plan *, places->n);
    double height = 0;
    size_t n = 0;

    if (charts == NULL)
        return;
    for (size_t i = 0; i < places->n; i++) {
        const struct block_plan *plan = places->plans[i];
        if (plan->chart == NULL || (n > 0 && plan->chart_height != height))
            continue;
        height = plan->chart_height;
        charts[n++] = plan->chart;
    }
    if (n > 1)
        chart_plan_align(charts, n);
}

static void fix_row(struct sheet_layout *layout, struct block_plan *plan, double height)
{
    const struct group_plan *row = (const struct group_plan *)plan;

    for (size_t i = 0; i < row->stack.n; i++)
        plan_fix(layout, row->stack.plans[i], height);
    block_row_align(layout, &row->stack);
}

static void draw_row(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                     double x, double y, size_t first, size_t n)
{
    const struct group_plan *row = (const struct group_plan *)plan;

    (void)first;
    (void)n;
    for (size_t i = 0; i < row->stack.n; i++) {
        struct block_plan *inner = row->stack.plans[i];
        plan_draw(layout, inner, scene,
                  x + layout_offset(layout, row->lefts[i], inner->width, plan->width), y);
    }
}

static const struct plan_operations row_operations = { .fix = fix_row, .draw = draw_row };

size_t block_row_lefts(const struct sheet_layout *layout, const struct block *row, double width,
                       double *lefts, size_t most)
{
    const struct block *first = ((const struct group_block *)row)->list.first;
    double unit = (width + layout->gutter) / GRID_COLUMNS, left = 0;
    int taken = 0, n_open = 0;
    size_t n = 0;

    for (const struct block *inner = first; inner != NULL; inner = inner->next, n++) {
        taken += inner->span;
        n_open += inner->span == 0;
    }
    if (n > most)
        return 0;
    n = 0;
    for (const struct block *inner = first; inner != NULL; inner = inner->next) {
        double columns =
            inner->span > 0 ? inner->span : (double)(GRID_COLUMNS - taken) / (double)n_open;
        lefts[n++] = left;
        left += columns * unit;
    }
    lefts[n] = left;
    return n;
}

bool block_group_set_scale(struct block *block, const char *name)
{
    static const char *const names[ROW_SCALES] = { "auto", "shared", "own" };

    for (int i = 0; i < ROW_SCALES; i++)
        if (strcmp(name, names[i]) == 0) {
            ((struct group_block *)block)->scale = (enum row_scale)i;
            return true;
        }
    return false;
}

/* Charts beside each other are compared; those above each other only where the author says so. */
static bool share_scale(struct sheet_layout *layout, const struct stack *places,
                        enum row_scale scale)
{
    struct chart_plan **charts = arena_array(&layout->arena, struct chart_plan *, places->n);
    size_t n = 0;

    for (size_t i = 0; charts != NULL && i < places->n; i++)
        if (places->plans[i]->chart != NULL)
            charts[n++] = places->plans[i]->chart;
    return charts != NULL && chart_plan_share(charts, n, scale);
}

bool block_group_share(struct sheet_layout *layout, const struct block *group,
                       const struct stack *plans)
{
    const struct group_block *block = (const struct group_block *)group;
    bool shares = group->type == &block_row || block->scale != SCALE_AUTO;

    return !shares || share_scale(layout, plans, block->scale);
}

static bool plan_places(struct sheet_layout *layout, const struct group_block *block,
                        struct group_plan *row)
{
    size_t i = 0;

    block_row_lefts(layout, &block->block, row->plan.width, row->lefts, row->stack.n);
    for (const struct block *inner = block->list.first; inner != NULL; inner = inner->next, i++) {
        double width = row->lefts[i + 1] - row->lefts[i] - layout->gutter;
        if (width < MIN_BLOCK_WIDTH) {
            fail(layout->error, SHEAF_BAD_INPUT,
                 "a row of %zu blocks is divided so often that nothing can be drawn in its "
                 "places: put some of them into a row of their own",
                 row->stack.n);
            return false;
        }
        row->stack.plans[i] = block_plan(layout, inner, width);
        if (row->stack.plans[i] == NULL)
            return false;
    }
    return share_scale(layout, &row->stack, block->scale);
}

static struct block_plan *plan_row(struct sheet_layout *layout, const struct block *block,
                                   double width)
{
    const struct group_block *group = (const struct group_block *)block;
    struct group_plan *row = plan_new(layout, &row_operations, sizeof *row, width);

    if (row == NULL)
        return NULL;
    for (const struct block *inner = group->list.first; inner != NULL; inner = inner->next)
        row->stack.n++;
    row->stack.plans = arena_array(&layout->arena, struct block_plan *, row->stack.n);
    row->lefts = arena_array(&layout->arena, double, row->stack.n + 1);
    if (row->stack.plans == NULL || row->lefts == NULL || !plan_places(layout, group, row))
        return NULL;
    /* A row stretches as its least willing place does: none is left standing over
     * white space because its neighbour grew, but for what would be white anyway. */
    struct block_plan *plan = &row->plan;
    plan->stretch = 1;
    for (size_t i = 0; i < row->stack.n; i++) {
        const struct block_plan *inner = row->stack.plans[i];
        plan->min_height = fmax(plan->min_height, inner->min_height);
        plan->preferred_height = fmax(plan->preferred_height, inner->preferred_height);
        plan->max_height = fmax(plan->max_height, inner->max_height);
        plan->limit_height = fmax(plan->limit_height, inner->limit_height);
        plan->stretch = inner->stretch < plan->stretch ? inner->stretch : plan->stretch;
        plan->late_stretch = fmax(plan->late_stretch, fmax(inner->stretch, inner->late_stretch));
        plan->space_above = fmax(plan->space_above, inner->space_above);
    }
    if (plan->stretch <= 0 && plan->max_height > MAX_LATE_GROWTH * plan->preferred_height)
        plan->max_height = MAX_LATE_GROWTH * plan->preferred_height;
    plan->max_height = fmax(plan->max_height, plan->preferred_height);
    return plan;
}

static void fix_column(struct sheet_layout *layout, struct block_plan *plan, double height)
{
    const struct group_plan *column = (const struct group_plan *)plan;

    stack_fix(layout, &column->stack, height);
    plan->chart = column->stack.plans[0]->chart;
    plan->chart_height = column->stack.plans[0]->chart_height;
}

static void draw_column(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                        double x, double y, size_t first, size_t n)
{
    (void)first;
    (void)n;
    stack_draw(layout, &((struct group_plan *)plan)->stack, scene, x, y);
}

static const struct plan_operations column_operations = { .fix = fix_column, .draw = draw_column };

static struct block_plan *plan_column(struct sheet_layout *layout, const struct block *block,
                                      double width)
{
    const struct group_block *group = (const struct group_block *)block;
    struct group_plan *column = plan_new(layout, &column_operations, sizeof *column, width);

    if (column == NULL || !stack_plan(layout, &group->list, width, &column->stack) ||
        (group->scale != SCALE_AUTO && !share_scale(layout, &column->stack, group->scale)))
        return NULL;
    struct block_plan *plan = &column->plan;
    plan->min_height = stack_min_height(&column->stack);
    plan->preferred_height = stack_preferred_height(&column->stack);
    plan->max_height = plan->limit_height = stack_max_height(&column->stack);
    plan->space_above = column->stack.plans[0]->space_above;
    for (size_t i = 0; i < column->stack.n; i++)
        plan->stretch = fmax(plan->stretch, column->stack.plans[i]->stretch);
    return plan;
}

/* What stands beside other blocks cannot turn the page. */
static struct block_plan *plan_group(struct sheet_layout *layout, const struct block *block,
                                     double width)
{
    const bool may_turn = layout->may_turn;

    layout->may_turn = false;
    struct block_plan *plan = block->type == &block_row ? plan_row(layout, block, width)
                                                        : plan_column(layout, block, width);
    layout->may_turn = may_turn;
    return plan;
}

const struct block_type block_row = {
    .name = "row", .takes = SPEC_LIST, .read = read_row, .show = show, .plan = plan_group
};
const struct block_type block_column = {
    .name = "column", .takes = SPEC_LIST, .read = read_column, .show = show, .plan = plan_group
};
