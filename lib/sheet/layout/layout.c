/* layout.c - lays a sheet out: plans its blocks, has them placed on pages (paging.c), adds contents and
 * notes, draws the pages, and tries again in smaller type where the author wants fewer pages. */
#include "sheet/layout/layout.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/theme_change.h"
#include "chart/theme_object.h"
#include "sheet/blocks/block.h"
#include "sheet/layout/galley.h"

enum { FEWEST_PAGES_WITH_CONTENTS = 3, FEWEST_ENTRIES = 3 };
#define LEAST_TYPE 6.5 /* points, to which type shrinks */
enum { MOST_PAGES_UNFOLDED = 8 };

sheaf_flags layout_flags(const struct sheet_layout *layout, const struct display *display)
{
    return display != NULL && display->has_flags ? display->flags : layout->sheet->flags;
}

void layout_show_blocks(struct sheet_layout *layout)
{
    const sheaf_sheet *sheet = layout->sheet;

    markup_show(sheet->title, &layout->shown);
    markup_show(sheet->deck, &layout->shown);
    for (int i = 0; i < 3; i++) {
        markup_show(sheet->header.slots[i], &layout->shown);
        markup_show(sheet->footer.slots[i], &layout->shown);
    }
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
        while (page < pages->n_pages && pages->starts[page].part <= i)
            page++;
        size_t n;
        const struct page_part *parts = galley_parts(&pages->parts[i], &n);
        for (size_t k = 0; k < n; k++)
            while (parts[k].first == 0 && from < sheet->n_targets &&
                   (sheet->targets[from].top == parts[k].plan->block ||
                    sheet->targets[from].block == parts[k].plan->block))
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
    struct block_plan *plan = galley_wrap(layout, block_plan(layout, block, layout->width));

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

    return !wants_contents(pages) || (add_block(pages, &contents, true) &&
                                      pages_place(pages, pages->layout->sheet->most_pages));
}

static bool add_notes(struct pages_plan *pages)
{
    const struct block *notes = block_notes_short(pages->layout);

    return notes == NULL || add_block(pages, notes, false);
}

static bool tell_pages(const struct pages_plan *pages, size_t n)
{
    const struct sheet_layout *layout = pages->layout;
    const sheaf_sheet *sheet = layout->sheet;

    return layout_is_well(layout) &&
           context_progress(sheet->context, SHEAF_DRAWING_PAGES, sheet->file, n, pages->n_pages,
                            layout->error);
}

static void draw_pages(struct pages_plan *pages, struct sheet_pages *out)
{
    const char *section = "";

    out->scenes = arena_array(&out->arena, struct scene *, pages->n_pages);
    for (size_t i = 0; i < pages->n_pages && tell_pages(pages, i); i++) {
        struct scene *scene = pages_draw(pages, i, &section);

        out->scenes[out->n++] = scene;
        missing_note(pages->layout->missing, scene);
        if (pages->n_pages > MOST_PAGES_UNFOLDED)
            scene_fold(scene);
    }
    tell_pages(pages, pages->n_pages);
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
    const struct date day = sheet->date.year > 0      ? sheet->date
                            : sheet->release.year > 0 ? sheet->release
                                                      : sheet->made;
    if (day.year > 0)
        out->date = arena_format(&out->arena, "%04d-%02d-%02d", day.year, day.month, day.day);
    out->language = arena_string(&out->arena, sheet->language);
    out->author = arena_string(&out->arena, sheet->author);
}

/* Most printers leave 4 to 5 mm of a sheet of paper white. A screen has no such edge. */
#define PRINTED_EDGE (5 / 25.4 * 72)

static void remark_margins(const struct page_format *page, struct page_remarks *remarks)
{
    const double least = fmin(fmin(page->left, page->right), fmin(page->top, page->bottom));

    if (least < PRINTED_EDGE - 0.1)
        snprintf(
            remarks->margins, sizeof remarks->margins,
            "a margin of %.0f mm is less than most printers leave white, which cut what stands "
            "in it: give it 5 mm or more, unless the sheet is for screens only",
            least / 72 * 25.4);
}

/* What is to be told of how the pages came out. */
static void remark(const struct pages_plan *pages, struct page_remarks *remarks)
{
    const struct page_start *last = &pages->starts[pages->n_pages - 1];
    bool is_broken = last->is_broken || last->is_turned;

    remark_margins(&pages->layout->sheet->page, remarks);
    if (!pages->is_short || is_broken)
        return;
    const int n =
        snprintf(remarks->last_page, sizeof remarks->last_page,
                 "page %zu, the last one, is filled to %.0f%% only, and no chart can fill "
                 "it: leave something out, or set ",
                 pages->n_pages, 100 * pages_last_share(pages));
    if (n < 0 || (size_t)n >= sizeof remarks->last_page)
        return;
    char *way_out = remarks->last_page + n;
    const size_t room = sizeof remarks->last_page - (size_t)n;
    if (pages->n_pages > 1 && last[-1].is_turned)
        snprintf(way_out, room, "'turn: no' for the table before it");
    else {
        remarks->fewer_pages = pages->n_pages - 1;
        snprintf(way_out, room, "'pages: %zu'", remarks->fewer_pages);
    }
}

/* Draws the pages unless they are more than `most`; *excess is then what is too much, in points. */
static void lay_out(struct sheet_layout *layout, struct sheet_pages *out, size_t most,
                    double *excess, struct page_remarks *remarks)
{
    struct page_frame frame, turned;
    struct pages_plan pages = { .layout = layout, .frame = &frame, .turned = &turned };
    const struct block_list blocks = { .first = sheet_blocks(layout->sheet) };

    layout_show_blocks(layout);
    set_facts(layout, out);
    if (!layout_is_well(layout) || !page_frame_set(layout, &frame, false))
        return;
    layout->may_turn = page_can_turn(&layout->sheet->page);
    if (!galley_plan_blocks(layout, &blocks, &pages.blocks))
        return;
    layout->may_turn = false;
    if (pages_turn_tables(&pages) && add_notes(&pages) &&
        pages_place(&pages, layout->sheet->most_pages) && pages.n_parts > 0 &&
        add_contents(&pages) && find_pages(&pages)) {
        *excess = most > 0 ? pages_excess(&pages, most) : 0;
        if (*excess <= 0 && layout_end_blocks(layout)) {
            remark(&pages, remarks);
            draw_pages(&pages, out);
        }
    }
    memory_free(&layout->sheet->alloc, pages.parts, pages.capacity * sizeof *pages.parts);
    memory_free(&layout->sheet->alloc, pages.starts, pages.pages_capacity * sizeof *pages.starts);
}

static bool has_something(const struct block *block)
{
    while (block != NULL && block->type == &block_page_break)
        block = block->next;
    return block != NULL;
}

bool layout_is_complete(const sheaf_sheet *sheet, sheaf_error *error)
{
    if (sheet->error.status != SHEAF_OK)
        error_take(error, &sheet->error);
    else if (sheet->open != NULL)
        fail(error, SHEAF_BAD_ARGUMENT, "a %s is begun and never ended",
             sheet->open->block->type->name);
    else if (!has_something(sheet_blocks(sheet)))
        fail(error, SHEAF_BAD_INPUT, "the sheet has no blocks to show");
    return error->status == SHEAF_OK;
}

/* What is told of an output. */
struct outcome {
    sheaf_error *error;
    struct block_count *blocks;
    struct cuts *cuts;
    struct missing *missing;
    struct page_remarks *remarks;
};

/* One try, with type of this size; a failure is in error. */
static void try_layout(const sheaf_sheet *sheet, const struct outcome *outcome,
                       struct sheet_pages *pages, double type, size_t most, double *excess)
{
    struct theme small = *theme_look(sheet->theme);
    sheaf_error *error = outcome->error;
    struct sheet_layout layout = { .sheet = sheet,
                                   .blocks = outcome->blocks,
                                   .error = error,
                                   .cuts = outcome->cuts,
                                   .missing = outcome->missing,
                                   .theme = theme_look(sheet->theme) };

    if (type < 1) {
        theme_shrink_type(&small, type, LEAST_TYPE);
        layout.theme = &small;
    }
    arena_init(&layout.arena, &sheet->alloc, error);
    layout.words = &layout.arena;
    layout.text = text_begin(sheet->context, sheet->language, sheet->font_folder, error);
    layout.mirrored = text_is_right_to_left(layout.text);
    shown_init(&layout.shown, &layout.arena, layout.text, sheet->flags);
    color_assignment_init(&layout.colors, &layout.arena);
    shown_figures_init(&pages->figures, &pages->of_figures);
    layout.figures = layout.shown.told = &pages->figures;
    if (layout_is_well(&layout))
        lay_out(&layout, pages, most, excess, outcome->remarks);
    text_end(layout.text);
    shown_free(&layout.shown);
    arena_free(&layout.arena);
}

/* Type becomes smaller only to save a page that is one too many; if it does not, it stays as it is. */
static void fit_type(const sheaf_sheet *sheet, const struct outcome *outcome,
                     struct sheet_pages *pages)
{
    static const double types[] = { 1, 0.96, 0.92, 0.88, 0.84, 0.8 };
    const size_t most = sheet->most_pages, n = most > 0 ? sizeof types / sizeof *types : 1;
    const sheaf_error *error = outcome->error;
    double excess = 0;

    for (size_t i = 0; i < n && pages->n == 0 && error->status == SHEAF_OK; i++)
        try_layout(sheet, outcome, pages, types[i], most, &excess);
    if (pages->n > 0 || excess <= 0 || error->status != SHEAF_OK)
        return;
    try_layout(sheet, outcome, pages, 1, 0, &(double){ 0 });
    snprintf(outcome->remarks->too_long, sizeof outcome->remarks->too_long,
             "the sheet takes %zu pages and not %zu, as 'pages' asks: in the smallest type %.0f mm "
             "are too much",
             pages->n, most, excess / 72 * 25.4);
}

static struct sheet_pages *lay_out_sheet(const sheaf_sheet *sheet, const struct outcome *outcome)
{
    sheaf_error *error = outcome->error;

    if (!layout_is_complete(sheet, error))
        return NULL;
    struct sheet_pages *pages = memory_resize(&sheet->alloc, NULL, 0, sizeof *pages);
    if (pages == NULL) {
        fail_memory(error);
        return NULL;
    }
    *pages = (struct sheet_pages){ 0 };
    arena_init(&pages->arena, &sheet->alloc, error);
    arena_init(&pages->of_figures, &sheet->alloc, error);
    fit_type(sheet, outcome, pages);
    pages->arena.error = pages->of_figures.error = NULL; /* the pages outlive it */
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

    if (!is_well)
        return NULL;
    struct block_count blocks = { 0, layout_count_blocks(sheet_blocks(sheet)) };
    const struct outcome outcome = { error, &blocks, &sheet->cuts, &sheet->missing,
                                     &sheet->remarks };
    struct sheet_pages *pages = lay_out_sheet(sheet, &outcome);
    if (pages == NULL)
        return NULL;
    cuts_write(&sheet->cuts, NULL);
    if (error->status == SHEAF_OK) {
        sheet_log_output(sheet);
        return pages;
    }
    sheet_pages_destroy(pages);
    return NULL;
}

void sheet_pages_forget_scenes(struct sheet_pages *pages)
{
    for (size_t i = 0; i < pages->n; i++) {
        scene_destroy(pages->scenes[i]);
        pages->scenes[i] = NULL;
    }
}

void sheet_pages_forget_figures(struct sheet_pages *pages)
{
    arena_free(&pages->of_figures);
    shown_figures_init(&pages->figures, &pages->of_figures);
}

void sheet_pages_destroy(struct sheet_pages *pages)
{
    if (pages == NULL)
        return;
    sheet_pages_forget_scenes(pages);
    sheet_pages_forget_figures(pages);
    sheaf_alloc alloc = pages->arena.alloc;
    arena_free(&pages->arena);
    memory_free(&alloc, pages, sizeof *pages);
}
