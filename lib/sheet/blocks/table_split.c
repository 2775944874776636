/* table_split.c - a table that is too wide even in its smallest type becomes parts, one below the other,
 * each with the names of the rows and some of the columns. */
#include <math.h>

#include "sheet/blocks/table_parts.h"

#define PART_GAP 12.0 /* above each part but the first */

struct split_plan {
    struct block_plan plan;
    struct table_layout **parts;
    size_t n_parts;
};

/* Beside other blocks it has less than the page's width, and cannot turn the page. */
static const char *way_out(const struct sheet_layout *layout, const struct table_layout *table)
{
    if (table->plan.width < layout->width - 1)
        return "give it a larger span, let it stand on a line of its own, where a page may turn "
               "for it";
    return block_table_turn(&table->content->block) == TURN_NEVER
               ? "leave 'turn: no' out"
               : "give the page smaller margins or more width";
}

/* k: the number in the whole table of the column that does not fit, though its words were divided. */
static void fail_too_wide(struct sheet_layout *layout, const struct table_layout *whole, size_t k,
                          const struct table_layout *table)
{
    const struct markup *title = whole->content->title;
    const char *name = title != NULL
                           ? markup_text(title, layout->text, &layout->arena, (sheaf_period){ 0 })
                           : NULL;
    double needed = MIN_TYPE_SHARE * (table_min_name_width(table) + table_column_width(table, 0));

    fail(layout->error, SHEAF_BAD_INPUT,
         "column %zu of the table%s%.60s%s needs %.0f mm with the names, but its place is %.0f mm "
         "wide: %s, or shorten its words",
         k + 1, name != NULL ? " '" : "", name != NULL ? name : "", name != NULL ? "'" : "",
         needed / 72 * 25.4, table->plan.width / 72 * 25.4, way_out(layout, whole));
}

/* How many columns from the first on have room; groups of columns stay together if they can. */
static size_t columns_that_fit(const struct table_layout *whole, size_t first)
{
    const struct table_content *content = whole->content;
    double room = whole->plan.width / MIN_TYPE_SHARE - table_min_name_width(whole);
    size_t n = 0;

    while (first + n < content->n_columns) {
        room -= table_column_width(whole, first + n) + whole->columns[first + n].mark;
        if (room < 0)
            break;
        n++;
    }
    for (size_t g = 0; g < content->n_groups; g++) {
        const struct column_group *group = &content->groups[g];
        size_t end = first + n;

        if (group->first > first && group->first < end && group->first + group->n > end)
            n = group->first - first;
    }
    return n;
}

/* The groups that stand over some columns. */
static bool cut_groups(struct sheet_layout *layout, const struct table_content *whole, size_t first,
                       struct table_content *part)
{
    struct column_group *groups =
        arena_array(&layout->arena, struct column_group, whole->n_groups + 1);

    if (groups == NULL)
        return false;
    part->groups = groups;
    part->n_groups = 0;
    for (size_t g = 0; g < whole->n_groups; g++) {
        struct column_group group = whole->groups[g];
        size_t start = group.first > first ? group.first : first;
        size_t end = group.first + group.n < first + part->n_columns ? group.first + group.n
                                                                     : first + part->n_columns;

        if (start >= end)
            continue;
        group.first = start - first;
        group.n = end - start;
        groups[part->n_groups++] = group;
    }
    return true;
}

/* Some columns of the whole as a table of their own; NULL after a failure. */
static const struct table_content *
part_of(struct sheet_layout *layout, const struct table_content *whole, size_t first, size_t n)
{
    struct table_content *part = arena_new(&layout->arena, struct table_content);

    if (part == NULL)
        return NULL;
    *part = *whole;
    part->columns += first;
    part->n_columns = n;
    if (part->figures != NULL)
        part->figures += first;
    if (first > 0)
        part->title = NULL;
    return cut_groups(layout, whole, first, part) ? part : NULL;
}

/* n 0: one column, which has no room unless words are divided. */
static struct table_layout *plan_part(struct sheet_layout *layout, const struct table_layout *whole,
                                      size_t first, size_t n)
{
    const double width = whole->plan.width;
    const struct table_content *part = part_of(layout, whole->content, first, n > 0 ? n : 1);
    struct table_layout *planned = NULL;
    bool fits = false;

    if (part != NULL)
        planned = table_plan_part(layout, part, width, n == 0, &fits);
    if (planned != NULL && !fits && n > 0)
        planned = table_plan_part(layout, part, width, true, &fits);
    if (planned == NULL || fits)
        return planned;
    fail_too_wide(layout, whole, first, planned);
    return NULL;
}

/* A column that is too wide for the page may have room on one that is turned. */
static bool may_turn(const struct sheet_layout *layout, const struct table_layout *whole)
{
    return layout->may_turn && block_table_turn(&whole->content->block) != TURN_NEVER;
}

/* Draws the pieces that lie in each part. */
static void draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n)
{
    const struct split_plan *split = (const struct split_plan *)plan;
    size_t start = 0, end = first + n;

    for (size_t p = 0; p < split->n_parts; p++) {
        struct block_plan *part = &split->parts[p]->plan;
        size_t from = first > start ? first - start : 0;
        size_t to = end < start + part->n_pieces ? end - start : part->n_pieces;

        if (end > start && from < to) {
            if (p > 0 && from == 0 && first < start)
                y += PART_GAP;
            table_draw(layout, part, scene, x, y, from, to - from);
            y += from > 0 ? part->repeated : 0;
            for (size_t i = from; i < to; i++)
                y += part->pieces[i];
        }
        start += part->n_pieces;
    }
}

static const struct plan_operations operations = { .draw = draw };

static bool add_part(struct sheet_layout *layout, struct split_plan *split,
                     const struct table_layout *whole, size_t first, size_t n)
{
    struct table_layout *part = plan_part(layout, whole, first, n);

    if (part == NULL)
        return false;
    split->parts[split->n_parts++] = part;
    split->plan.n_pieces += part->plan.n_pieces;
    split->plan.repeated = fmax(split->plan.repeated, part->plan.repeated);
    return true;
}

static bool set_pieces(struct sheet_layout *layout, struct split_plan *split)
{
    double *pieces = arena_array(&layout->arena, double, split->plan.n_pieces), height = 0;
    size_t n = 0;

    if (pieces == NULL)
        return false;
    for (size_t p = 0; p < split->n_parts; p++)
        for (size_t i = 0; i < split->parts[p]->plan.n_pieces; i++) {
            pieces[n] = split->parts[p]->plan.pieces[i] + (p > 0 && i == 0 ? PART_GAP : 0);
            height += pieces[n++];
        }
    split->plan.pieces = pieces;
    split->plan.min_height = split->plan.preferred_height = rhythm(height);
    return true;
}

struct block_plan *table_split(struct sheet_layout *layout, const struct table_layout *whole)
{
    size_t n_columns = whole->content->n_columns;
    struct split_plan *split = plan_new(layout, &operations, sizeof *split, whole->plan.width);

    if (split == NULL)
        return NULL;
    split->plan.n_pieces = 0;
    split->parts = arena_array(&layout->arena, struct table_layout *, n_columns);
    if (split->parts == NULL)
        return NULL;
    for (size_t first = 0; first < n_columns;) {
        size_t n = columns_that_fit(whole, first);

        if (n == 0 && may_turn(layout, whole)) {
            split->plan.is_too_wide = split->plan.needs_turn = true;
            return &split->plan;
        }
        if (!add_part(layout, split, whole, first, n))
            return NULL;
        first += n > 0 ? n : 1;
    }
    if (!set_pieces(layout, split))
        return NULL;
    split->plan.space_above = 16;
    split->plan.is_too_wide = true;
    return &split->plan;
}
