/* layout.c - puts blocks onto pages.
 *
 * If one page can hold all blocks at their minimum heights, there is one page. Otherwise pages are
 * filled by preferred heights, unless that takes more pages than minimum heights do. On a full
 * page the space between blocks shrinks before charts do. Spare height goes to the blocks that
 * stretch (charts), and what they cannot take to the space between blocks. Only a block that is
 * taller than a page continues on the next. */
#include "sheet/layout/layout.h"

#include <stdio.h>
#include <string.h>

#include "chart/theme_object.h"
#include "sheet/blocks/block.h"
#include "sheet/layout/page.h"

#define MAX_EXTRA_SPACE 14.0 /* points that may be added above a block to fill a page */
enum { FEWEST_PAGES_WITH_CONTENTS = 3, FEWEST_ENTRIES = 3 };
#define MIN_SPACE_SHARE 0.7 /* share of the space above a block that stays on a full page */

/* A block, or some of its pieces, on one page. */
struct page_part {
    struct block_plan *plan;
    size_t first, n; /* pieces */
    bool is_whole;
};

struct pages_plan {
    struct sheet_layout *layout;
    const struct page_frame *frame;
    struct stack blocks;
    struct page_part *parts; /* of all pages, in order */
    size_t n_parts, capacity;
    size_t *starts; /* the first part of each page */
    size_t n_pages, pages_capacity;
    bool squeezes; /* blocks count with their minimum heights, not with their preferred ones */
};

static double page_top(const struct pages_plan *pages, size_t page)
{
    return page == 0 ? pages->frame->first_top : pages->frame->next_top;
}

static bool begin_page(struct pages_plan *pages)
{
    if (!memory_grow(&pages->layout->sheet->alloc, pages->layout->error, &pages->starts,
                     &pages->pages_capacity, pages->n_pages + 1, sizeof *pages->starts))
        return false;
    pages->starts[pages->n_pages++] = pages->n_parts;
    return true;
}

static size_t parts_on_page(const struct pages_plan *pages)
{
    return pages->n_parts - pages->starts[pages->n_pages - 1];
}

static bool add_part(struct pages_plan *pages, struct block_plan *plan, size_t first, size_t n)
{
    if (!memory_grow(&pages->layout->sheet->alloc, pages->layout->error, &pages->parts,
                     &pages->capacity, pages->n_parts + 1, sizeof *pages->parts))
        return false;
    pages->parts[pages->n_parts++] =
        (struct page_part){ plan, first, n, first == 0 && n == plan->n_pieces };
    return true;
}

static double part_height(const struct page_part *part, bool least)
{
    double height = part->first > 0 ? part->plan->repeated : 0;

    if (part->is_whole)
        return least ? part->plan->min_height : part->plan->preferred_height;
    for (size_t i = part->first; i < part->first + part->n; i++)
        height += part->plan->pieces[i];
    return height;
}

static double needed(const struct pages_plan *pages, const struct block_plan *plan)
{
    return pages->squeezes ? plan->min_height : plan->preferred_height;
}

static double min_space(const struct pages_plan *pages, const struct block_plan *above,
                        const struct block_plan *below)
{
    return plan_space(above, below) * (pages->squeezes ? MIN_SPACE_SHARE : 1);
}

/* Height that is taken on the last page. */
static double taken_height(const struct pages_plan *pages)
{
    double height = 0;

    for (size_t i = pages->starts[pages->n_pages - 1]; i < pages->n_parts; i++) {
        if (i > pages->starts[pages->n_pages - 1])
            height += min_space(pages, pages->parts[i - 1].plan, pages->parts[i].plan);
        height += part_height(&pages->parts[i], pages->squeezes);
    }
    return height;
}

static double room_for(const struct pages_plan *pages, const struct block_plan *plan)
{
    double room = pages->frame->bottom - page_top(pages, pages->n_pages - 1);

    room -= taken_height(pages);
    if (parts_on_page(pages) > 0)
        room -= min_space(pages, pages->parts[pages->n_parts - 1].plan, plan);
    return room + 0.01;
}

/* Begins a page. Headings at the end of the last page move to the new one. */
static bool turn_page(struct pages_plan *pages)
{
    size_t n = 0;

    while (n + 1 < parts_on_page(pages) && pages->parts[pages->n_parts - 1 - n].plan->keeps_next)
        n++;
    if (!begin_page(pages))
        return false;
    pages->starts[pages->n_pages - 1] -= n;
    return true;
}

/* Places as many pieces as fit on each page. */
static bool place_pieces(struct pages_plan *pages, struct block_plan *plan)
{
    for (size_t first = 0; first < plan->n_pieces;) {
        double room = room_for(pages, plan) - (first > 0 ? plan->repeated : 0);
        size_t n = 0;

        while (first + n < plan->n_pieces && room >= plan->pieces[first + n])
            room -= plan->pieces[first + n++];
        if (n > 0 && !add_part(pages, plan, first, n))
            return false;
        first += n;
        if (n == 0 && parts_on_page(pages) == 0) {
            fail(pages->layout->error, SHEAF_BAD_INPUT, "a row of a table is taller than a page");
            return false;
        }
        if (first < plan->n_pieces && !turn_page(pages))
            return false;
    }
    return true;
}

static void fail_too_tall(struct pages_plan *pages, const struct block_plan *plan)
{
    double room = pages->frame->bottom - pages->frame->next_top;
    size_t i = 0;

    while (pages->blocks.plans[i] != plan)
        i++;
    fail_at(
        pages->layout->error, SHEAF_BAD_INPUT, plan->block->place,
        "block %zu of the sheet, '%s', needs a height of %.0f mm, but a page has %.0f mm: put less "
        "into it, or let what it holds follow each other",
        i + 1, plan->block->type->name, plan->min_height / 72 * 25.4, room / 72 * 25.4);
}

static bool place_block(struct pages_plan *pages, struct block_plan *plan)
{
    double page = pages->frame->bottom - pages->frame->next_top;

    if (plan->pieces != NULL && plan->min_height > page)
        return place_pieces(pages, plan);
    if (needed(pages, plan) > room_for(pages, plan) && parts_on_page(pages) > 0 &&
        !turn_page(pages))
        return false;
    /* The first page has less room than the others, because of the title. Its blocks move to the
     * second page only if they do not fit otherwise. */
    if (needed(pages, plan) > room_for(pages, plan) && pages->n_pages == 1 && !turn_page(pages))
        return false;
    if (plan->min_height > room_for(pages, plan)) {
        fail_too_tall(pages, plan);
        return false;
    }
    return add_part(pages, plan, 0, plan->n_pieces);
}

static bool place_blocks(struct pages_plan *pages, bool squeezes)
{
    pages->n_pages = pages->n_parts = 0;
    pages->squeezes = squeezes;
    bool well = begin_page(pages);
    for (size_t i = 0; well && i < pages->blocks.n; i++)
        well = place_block(pages, pages->blocks.plans[i]);
    return well;
}

/* Uses as few pages as possible, and minimum heights only if preferred ones take more pages. */
static bool place_all(struct pages_plan *pages)
{
    if (!place_blocks(pages, true))
        return false;
    size_t fewest = pages->n_pages;
    if (fewest == 1)
        return true;
    if (!place_blocks(pages, false))
        return false;
    return pages->n_pages == fewest || place_blocks(pages, true);
}

/* The vertical positions of the parts of a page. */
struct page_fit {
    size_t first, n; /* parts */
    double top, height;
    double space; /* factor of the space above blocks: 1, or less on a full page */
    double extra; /* points added to that space, except under a heading */
    bool is_last, is_only;
};

/* Takes missing height from the space between parts, down to its minimum. Returns how much it
 * gained. */
static double tighten(struct page_fit *fit, const struct page_part *parts, double missing)
{
    double spaces = 0;

    fit->space = 1;
    for (size_t i = 1; i < fit->n; i++)
        spaces += plan_space(parts[i - 1].plan, parts[i].plan);
    if (missing <= 0 || spaces <= 0)
        return 0;
    fit->space = 1 - missing / spaces > MIN_SPACE_SHARE ? 1 - missing / spaces : MIN_SPACE_SHARE;
    return (1 - fit->space) * spaces;
}

/* Chooses the heights of the parts of a page, and the space between them. */
static void fit_page(struct pages_plan *pages, struct page_fit *fit)
{
    struct arena *arena = &pages->layout->arena;
    struct stack stack = { arena_array(arena, struct block_plan *, fit->n), 0 };
    const struct page_part *parts = pages->parts + fit->first;
    double taken = 0;

    if (stack.plans == NULL)
        return;
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
    if (!fit->is_only && fit->is_last && height > wanted)
        height = wanted;
    height += tighten(fit, parts, wanted - height);
    stack_fix(pages->layout, &stack, height);

    double used = 0, n_gaps = 0;
    for (size_t i = 0; i < fit->n; i++) {
        n_gaps += i > 0 && !parts[i - 1].plan->keeps_next;
        used += i > 0 ? fit->space * plan_space(parts[i - 1].plan, parts[i].plan) : 0;
        used += parts[i].is_whole ? parts[i].plan->height : part_height(&parts[i], false);
    }
    if (n_gaps > 0 && (fit->is_only || !fit->is_last))
        fit->extra = (fit->height - used) / n_gaps;
    if (fit->extra > MAX_EXTRA_SPACE)
        fit->extra = MAX_EXTRA_SPACE;
    if (fit->extra < 0)
        fit->extra = 0;
}

static void draw_parts(struct pages_plan *pages, const struct page_fit *fit, struct scene *scene)
{
    const struct page_part *parts = pages->parts + fit->first;
    double y = fit->top;

    for (size_t i = 0; i < fit->n; i++) {
        struct block_plan *plan = parts[i].plan;
        double height = parts[i].is_whole ? plan->height : part_height(&parts[i], false);

        if (i > 0)
            y += fit->space * plan_space(parts[i - 1].plan, plan) +
                 (parts[i - 1].plan->keeps_next ? 0 : fit->extra);
        bool is_short = fit->is_last && !fit->is_only; /* the last of several pages may end early */
        if (plan->at_foot && i + 1 == fit->n && !is_short && y + height < fit->top + fit->height)
            y = fit->top + fit->height - height;
        plan_draw_pieces(pages->layout, plan, scene, pages->frame->left, y, parts[i].first,
                         parts[i].n);
        y += height;
    }
}

static struct scene *draw_page(struct pages_plan *pages, size_t page)
{
    const struct page_frame *frame = pages->frame;
    struct scene *scene = scene_create(&pages->layout->sheet->alloc, frame->width, frame->height);
    size_t end = page + 1 < pages->n_pages ? pages->starts[page + 1] : pages->n_parts;
    struct page_fit fit = {
        .first = pages->starts[page],
        .n = end - pages->starts[page],
        .top = page_top(pages, page),
        .is_last = page + 1 == pages->n_pages,
        .is_only = pages->n_pages == 1,
    };

    fit.height = frame->bottom - fit.top;
    page_draw_ground(pages->layout, frame, scene);
    page_draw_header(pages->layout, frame, scene, page);
    cuts_note(pages->layout->cuts, scene, (struct place){ 0 });
    fit_page(pages, &fit);
    if (layout_is_well(pages->layout))
        draw_parts(pages, &fit, scene);
    page_draw_footer(pages->layout, frame, scene, page, pages->n_pages);
    cuts_note(pages->layout->cuts, scene, (struct place){ 0 });
    if (layout_is_well(pages->layout))
        scene_finish(scene);
    error_take(pages->layout->error, scene_error(scene));
    return scene;
}

sheaf_flags layout_flags(const struct sheet_layout *layout, const struct display *display)
{
    return display != NULL && display->has_flags ? display->flags : layout->sheet->flags;
}

static void show_blocks(struct sheet_layout *layout)
{
    const sheaf_sheet *sheet = layout->sheet;

    markup_show(sheet->title, &layout->shown);
    markup_show(sheet->deck, &layout->shown);
    markup_show(sheet->header, &layout->shown);
    markup_show(sheet->footer, &layout->shown);
    for (const struct block *block = sheet_blocks(sheet); block != NULL; block = block->next)
        if (block->type->show != NULL)
            block->type->show(block, &layout->shown);
}

/* The pages on which the sheet's targets begin. */
static bool find_pages(struct pages_plan *pages)
{
    struct sheet_layout *layout = pages->layout;
    const sheaf_sheet *sheet = layout->sheet;
    size_t *found = arena_array(&layout->arena, size_t, sheet->n_targets + 1), page = 0, from = 0;

    for (size_t i = 0; i < pages->n_parts && found != NULL; i++) {
        while (page < pages->n_pages && pages->starts[page] <= i)
            page++;
        while (pages->parts[i].first == 0 && from < sheet->n_targets &&
               sheet->targets[from].top == pages->parts[i].plan->block)
            found[from++] = page;
    }
    layout->pages = found;
    return found != NULL;
}

/* From three pages on, a sheet begins with a table of contents unless it has one or wants none. */
static bool wants_contents(const struct pages_plan *pages)
{
    const sheaf_sheet *sheet = pages->layout->sheet;
    bool is_long =
        pages->n_pages >= FEWEST_PAGES_WITH_CONTENTS && contents_count(sheet) >= FEWEST_ENTRIES;

    return !pages->layout->has_contents && contents_count(sheet) > 0 &&
           (sheet->contents == CONTENTS_ALWAYS ||
            (sheet->contents == CONTENTS_WHERE_LONG && is_long));
}

/* Puts a block that the sheet does not have before or behind its own. */
static bool add_block(struct pages_plan *pages, const struct block *block, bool before)
{
    struct sheet_layout *layout = pages->layout;
    const struct stack old = pages->blocks;
    struct block_plan *plan = block_plan(layout, block, layout->width);

    pages->blocks.plans = arena_array(&layout->arena, struct block_plan *, old.n + 1);
    if (plan == NULL || pages->blocks.plans == NULL)
        return false;
    memcpy(pages->blocks.plans + before, old.plans, old.n * sizeof(struct block_plan *));
    pages->blocks.plans[before ? 0 : old.n] = plan;
    pages->blocks.n++;
    return true;
}

static bool add_contents(struct pages_plan *pages)
{
    static const struct block contents = { .type = &block_contents };

    return !wants_contents(pages) || (add_block(pages, &contents, true) && place_all(pages));
}

static bool add_notes(struct pages_plan *pages)
{
    const struct block *notes = block_notes_short(pages->layout);

    return notes == NULL || add_block(pages, notes, false);
}

static void draw_pages(struct pages_plan *pages, struct sheet_pages *out)
{
    out->scenes = arena_array(&out->arena, struct scene *, pages->n_pages);
    for (size_t i = 0; i < pages->n_pages && layout_is_well(pages->layout); i++)
        out->scenes[out->n++] = draw_page(pages, i);
}

static void set_facts(struct sheet_layout *layout, struct sheet_pages *out)
{
    const sheaf_sheet *sheet = layout->sheet;
    const sheaf_period none = { 0 };

    out->title = out->subject = out->date = "";
    if (sheet->title != NULL)
        out->title = markup_text(sheet->title, layout->text, &out->arena, none);
    if (sheet->deck != NULL)
        out->subject = markup_text(sheet->deck, layout->text, &out->arena, none);
    const struct date day = sheet->date.year > 0 ? sheet->date : sheet->release;
    if (day.year > 0)
        out->date = arena_format(&out->arena, "%04d-%02d-%02d", day.year, day.month, day.day);
    out->language = arena_string(&out->arena, sheet->language);
}

static void lay_out(struct sheet_layout *layout, struct sheet_pages *out)
{
    struct page_frame frame;
    struct pages_plan pages = { .layout = layout, .frame = &frame };
    const struct block_list blocks = { .first = sheet_blocks(layout->sheet) };

    show_blocks(layout);
    set_facts(layout, out);
    if (!layout_is_well(layout) || !page_frame_set(layout, &frame) ||
        !stack_plan(layout, &blocks, layout->width, &pages.blocks))
        return;
    if (add_notes(&pages) && place_all(&pages) && add_contents(&pages) && find_pages(&pages))
        draw_pages(&pages, out);
    memory_free(&layout->sheet->alloc, pages.parts, pages.capacity * sizeof *pages.parts);
    memory_free(&layout->sheet->alloc, pages.starts, pages.pages_capacity * sizeof *pages.starts);
}

/* Before layout, all rows and columns must be ended, and there must be a block. */
static bool is_complete(const sheaf_sheet *sheet, sheaf_error *error)
{
    if (sheet->error.status != SHEAF_OK)
        error_take(error, &sheet->error);
    else if (sheet->open != NULL)
        fail(error, SHEAF_BAD_ARGUMENT, "a %s is begun and never ended",
             sheet->open->block->type->name);
    else if (sheet_blocks(sheet) == NULL)
        fail(error, SHEAF_BAD_INPUT, "the sheet has no blocks to show");
    return error->status == SHEAF_OK;
}

static struct sheet_pages *lay_out_sheet(const sheaf_sheet *sheet, struct cuts *cuts,
                                         sheaf_error *error)
{
    if (!is_complete(sheet, error))
        return NULL;
    struct sheet_layout layout = {
        .sheet = sheet, .error = error, .cuts = cuts, .theme = theme_look(sheet->theme)
    };
    struct sheet_pages *pages = memory_resize(&sheet->alloc, NULL, 0, sizeof *pages);
    if (pages == NULL) {
        fail_memory(error);
        return NULL;
    }
    *pages = (struct sheet_pages){ 0 };
    arena_init(&pages->arena, &sheet->alloc, error);
    arena_init(&layout.arena, &sheet->alloc, error);
    layout.text = text_begin(sheet->context, sheet->language, sheet->font_folder, error);
    layout.mirrored = text_is_right_to_left(layout.text);
    shown_init(&layout.shown, &layout.arena, layout.text, sheet->flags);
    color_assignment_init(&layout.colors, &layout.arena);
    if (layout_is_well(&layout))
        lay_out(&layout, pages);
    text_end(layout.text);
    shown_free(&layout.shown);
    arena_free(&layout.arena);
    pages->arena.error = NULL; /* the pages outlive it */
    if (error->status == SHEAF_OK)
        return pages;
    error_set_place(error, (struct place){ .file = sheet->file });
    sheet_pages_destroy(pages);
    return NULL;
}

struct sheet_pages *sheet_layout(sheaf_sheet *sheet)
{
    sheaf_error *error = sheet_begin_output(sheet); /* says that there is no sheet */
    bool is_well = sheet != NULL && error->status == SHEAF_OK && targets_list(sheet, error);
    struct sheet_pages *pages = is_well ? lay_out_sheet(sheet, &sheet->cuts, error) : NULL;

    if (pages == NULL)
        return NULL;
    for (size_t i = 0; i < pages->n; i++)
        sheet_note_missing(sheet, pages->scenes[i]);
    cuts_write(&sheet->cuts, NULL);
    if (error->status == SHEAF_OK)
        return pages;
    sheet_pages_destroy(pages);
    return NULL;
}

void sheet_pages_destroy(struct sheet_pages *pages)
{
    if (pages == NULL)
        return;
    for (size_t i = 0; i < pages->n; i++)
        scene_destroy(pages->scenes[i]);
    sheaf_alloc alloc = pages->arena.alloc;
    arena_free(&pages->arena);
    memory_free(&alloc, pages, sizeof *pages);
}
