/* fill.c - fills pages: gives spare height to charts and to the space between blocks, and draws what
 * stands on each page. */
#include "sheet/blocks/block.h"
#include "sheet/layout/galley.h"
#include "sheet/words/markup.h"

#define MAX_EXTRA_SPACE 14.0 /* points that may be added above a block to fill a page */

enum height { LEAST, PREFERRED, MOST };

static size_t page_end(const struct pages_plan *pages, size_t page)
{
    return page + 1 < pages->n_pages ? pages->starts[page + 1].part : pages->n_parts;
}

static double height_of(const struct page_part *part, enum height which)
{
    return which == MOST && part->is_whole ? plan_max_height(part->plan)
                                           : part_height(part, which == LEAST);
}

/* Of the parts from first up to end, with the space between them. */
static double parts_height(const struct pages_plan *pages, size_t first, size_t end,
                           enum height which)
{
    double height = 0;

    for (size_t i = first; i < end; i++) {
        if (i > first)
            height += plan_space(pages->parts[i - 1].plan, pages->parts[i].plan);
        height += height_of(&pages->parts[i], which);
    }
    return height;
}

static double page_room(const struct pages_plan *pages, size_t page)
{
    return pages_frame(pages, page)->bottom - page_top(pages, page);
}

static double share_of(const struct pages_plan *pages, size_t page, enum height which)
{
    return parts_height(pages, pages->starts[page].part, page_end(pages, page), which) /
           page_room(pages, page);
}

/* Whether the last page is full, or can be filled by its charts, for three quarters. */
static bool end_well(const struct pages_plan *pages)
{
    return pages->n_pages < 2 || share_of(pages, pages->n_pages - 1, MOST) >= LEAST_FILLED;
}

double pages_last_share(const struct pages_plan *pages)
{
    return share_of(pages, pages->n_pages - 1, PREFERRED);
}

double pages_excess(const struct pages_plan *pages, size_t n)
{
    return n < pages->n_pages ? parts_height(pages, pages->starts[n].part, pages->n_parts, LEAST)
                              : 0;
}

/* Moves the last block of the page before, and the headings above it, to the last page. False: it does
 * not fit, or that page would then be emptier than the last one was. */
static bool move_to_last(struct pages_plan *pages)
{
    struct page_start *last = &pages->starts[pages->n_pages - 1];
    size_t begin = pages->starts[pages->n_pages - 2].part, first = last->part;

    if (last->is_broken || first == begin ||
        last->is_turned != pages->starts[pages->n_pages - 2].is_turned)
        return false;
    do
        first--;
    while (first > begin && pages->parts[first - 1].plan->keeps_next);
    /* Columns that go on on the last page stay where they are. */
    bool is_whole =
        pages->parts[last->part - 1].is_whole && !galley_goes_on(pages->parts[last->part - 1].plan);
    double page = page_room(pages, pages->n_pages - 1);
    if (!is_whole || first == begin ||
        parts_height(pages, first, pages->n_parts, PREFERRED) > page ||
        parts_height(pages, begin, first, MOST) <
            LEAST_FILLED * page_room(pages, pages->n_pages - 2))
        return false;
    last->part = first;
    return true;
}

void pages_settle(struct pages_plan *pages)
{
    while (!end_well(pages) && move_to_last(pages))
        continue;
    pages->is_short = !end_well(pages);
}

/* Takes missing height from the space between parts, down to its minimum. Returns how much it
 * gained. */
static double tighten(struct parts_fit *fit, double missing)
{
    double spaces = 0;

    fit->space = 1;
    for (size_t i = 1; i < fit->n; i++)
        spaces += plan_space(fit->parts[i - 1].plan, fit->parts[i].plan);
    if (missing <= 0 || spaces <= 0)
        return 0;
    fit->space = 1 - missing / spaces;
    if (fit->space < fit->least_space)
        fit->space = fit->least_space;
    return (1 - fit->space) * spaces;
}

/* Gives the blocks that stand whole their heights. */
static bool fit_whole_parts(struct sheet_layout *layout, struct parts_fit *fit)
{
    struct stack stack = { arena_array(&layout->arena, struct block_plan *, fit->n), 0 };
    const struct page_part *parts = fit->parts;
    double taken = 0;

    if (stack.plans == NULL)
        return false;
    /* Parts of a divided block do not stretch: their height is taken already. */
    for (size_t i = 0; i < fit->n; i++) {
        if (i > 0)
            taken += plan_space(parts[i - 1].plan, parts[i].plan);
        if (!parts[i].is_whole)
            taken += part_height(&parts[i], false);
        else
            stack.plans[stack.n++] = parts[i].plan;
    }
    for (size_t i = 1; i < stack.n; i++) /* stack_fix adds the space between whole blocks itself */
        taken -= plan_space(stack.plans[i - 1], stack.plans[i]);
    double wanted = stack_preferred_height(&stack), height = fit->height - taken;
    if (fit->is_short && height > wanted)
        height = wanted;
    height += tighten(fit, wanted - height);
    stack_fix(layout, &stack, height);
    return true;
}

void parts_fit(struct sheet_layout *layout, struct parts_fit *fit)
{
    const struct page_part *parts = fit->parts;
    double used = 0, n_gaps = 0;

    if (!fit_whole_parts(layout, fit))
        return;
    for (size_t i = 0; i < fit->n; i++) {
        n_gaps += i > 0 && !parts[i - 1].plan->keeps_next;
        used += i > 0 ? fit->space * plan_space(parts[i - 1].plan, parts[i].plan) : 0;
        used += parts[i].is_whole ? parts[i].plan->height : part_height(&parts[i], false);
    }
    if (n_gaps > 0 && !fit->is_short)
        fit->extra = (fit->height - used) / n_gaps;
    if (fit->extra > fit->most_extra)
        fit->extra = fit->is_column ? 0 : fit->most_extra;
    if (fit->extra < 0)
        fit->extra = 0;
}

void parts_draw(struct sheet_layout *layout, const struct parts_fit *fit, struct scene *scene)
{
    const struct page_part *parts = fit->parts;
    double y = fit->top;

    for (size_t i = 0; i < fit->n; i++) {
        struct block_plan *plan = parts[i].plan;
        double height = parts[i].is_whole ? plan->height : part_height(&parts[i], false);

        if (i > 0)
            y += fit->space * plan_space(parts[i - 1].plan, plan) +
                 (parts[i - 1].plan->keeps_next ? 0 : fit->extra);
        if (plan->at_foot && i + 1 == fit->n && !fit->ends_anywhere &&
            y + height < fit->top + fit->height)
            y = fit->top + fit->height - height;
        layout->under_rule = i == 0 && fit->under_rule;
        plan_draw_pieces(layout, plan, scene, fit->left, y, parts[i].first, parts[i].n);
        y += height;
    }
}

/* The section is the heading above what the page begins with or, if there is none, the first on it. */
static bool find_section(struct pages_plan *pages, size_t page, const char **above)
{
    struct sheet_layout *layout = pages->layout;
    const char *section = *above;

    for (size_t i = pages->starts[page].part; i < page_end(pages, page); i++) {
        size_t n;
        const struct page_part *parts = galley_parts(&pages->parts[i], &n);
        for (size_t k = 0; k < n; k++) {
            const struct markup *words = block_heading_words(parts[k].plan->block);
            if (words == NULL)
                continue;
            *above = markup_text(words, layout->text, &layout->arena, (sheaf_period){ 0 });
            if (*above == NULL)
                return false;
            if (section[0] == '\0' || (i == pages->starts[page].part && k == 0))
                section = *above;
        }
    }
    pages->place = (struct page_place){ page + 1, pages->n_pages, section };
    return true;
}

struct scene *pages_draw(struct pages_plan *pages, size_t page, const char **section)
{
    const struct page_frame *frame = pages_frame(pages, page);
    struct sheet_layout *layout = pages->layout;
    struct scene *scene = scene_create(&layout->sheet->alloc, frame->width, frame->height);
    struct parts_fit fit = {
        .parts = pages->parts + pages->starts[page].part,
        .n = page_end(pages, page) - pages->starts[page].part,
        .left = frame->left,
        .top = page_top(pages, page),
        .least_space = pages->least_space,
        .most_extra = MAX_EXTRA_SPACE,
        .under_rule = page > 0,
        .is_short = page + 1 == pages->n_pages && pages->is_short,
    };

    fit.ends_anywhere = fit.is_short && !pages->starts[page].is_broken;
    fit.height = frame->bottom - fit.top;
    if (!find_section(pages, page, section))
        return scene;
    page_use_frame(layout, frame);
    page_draw_ground(layout, frame, scene);
    page_draw_header(layout, frame, scene, &pages->place);
    cuts_note_repeated(layout->cuts, scene, "the page's header");
    parts_fit(layout, &fit);
    if (layout_is_well(layout))
        parts_draw(layout, &fit, scene);
    page_draw_footer(layout, frame, scene, &pages->place);
    cuts_note_repeated(layout->cuts, scene, "the page's footer");
    if (layout_is_well(layout))
        scene_finish(scene);
    error_take(layout->error, scene_error(scene));
    return scene;
}
