/* web.c - the blocks of a sheet as the parts of a page of the web.
 *
 * Each block is laid out by itself, so wide that no text needs a second line: the browser breaks lines.
 * What a block draws, with the roles of its groups, is what the page says. */
#include "sheet/layout/web.h"

#include <string.h>

#include "chart/theme_object.h"
#include "sheet/blocks/block.h"
#include "sheet/layout/page.h"
#include "sheet/targets.h"
#include "text/format.h"

/* Points. No paragraph is as long; a table takes what it needs. */
static const double line_width = 100000, table_width = 1600, figures_width = 4000;
static const double tallest = 100000;
/* A page with contents of its own has so many entries, and so many sections, charts and tables: those of
 * the samples that fill three pages of paper have 10 and more, the others 8 and fewer. */
enum { FEWEST_ENTRIES = 3, FEWEST_NAMED = 10 };

static enum web_part_kind kind_of(const struct block *block)
{
    return block->type == &block_figures    ? WEB_FIGURES
           : block->type == &block_callout  ? WEB_CALLOUT
           : block->type == &block_notes    ? WEB_NOTES
           : block->type == &block_contents ? WEB_CONTENTS
           : block->type == &block_chart    ? WEB_CHART
           : block->type == &block_row      ? WEB_ROW
           : block->type == &block_column   ? WEB_COLUMN
                                            : WEB_TEXT;
}

static double width_of(const struct block *block)
{
    return block->type == &block_table     ? table_width
           : block->type == &block_figures ? figures_width
                                           : line_width;
}

static struct web_part *add_part(struct web *web, struct web_part *outer, const struct block *block)
{
    struct web_part *part = arena_new(&web->page->arena, struct web_part);

    if (part == NULL)
        return NULL;
    part->kind = kind_of(block);
    part->span = block->span;
    if (outer->last != NULL)
        outer->last->next = part;
    else
        outer->inner = part;
    outer->last = part;
    return part;
}

static bool lay_text(struct web *web, const struct block *block, struct web_part *part)
{
    struct sheet_layout *layout = web->layout;
    const double width = width_of(block);

    layout->width = width;
    struct block_plan *plan = block_plan(layout, block, width);
    if (plan == NULL)
        return false;
    plan_fix(layout, plan, plan->preferred_height);
    part->scene = scene_create(&layout->sheet->alloc, width, tallest);
    plan_draw(layout, plan, part->scene, 0, 0);
    scene_finish(part->scene);
    error_take(layout->error, scene_error(part->scene));
    return layout_is_well(layout);
}

/* A page of the web has no pages to break. */
static bool is_shown(const struct block *block)
{
    return block->type != &block_page_break;
}

/* Whether a table of contents is among the blocks: then all that it lists has an id, also what comes
 * before it. */
static bool has_contents(const struct block *first)
{
    for (const struct block *block = first; block != NULL; block = block->next)
        if (block->type == &block_contents || has_contents(block_group_first(block)))
            return true;
    return false;
}

static size_t count_named(const sheaf_sheet *sheet)
{
    size_t n = 0;

    for (size_t i = 0; i < sheet->n_targets; i++)
        n += sheet->targets[i].kind != TARGET_OTHER;
    return n;
}

/* A long page begins with a table of contents, as a PDF of three pages does. */
static bool wants_contents(const sheaf_sheet *sheet)
{
    const size_t n = contents_count(sheet);

    return n > 0 && (sheet->contents == CONTENTS_ALWAYS ||
                     (sheet->contents == CONTENTS_WHERE_LONG && n >= FEWEST_ENTRIES &&
                      count_named(sheet) >= FEWEST_NAMED));
}

/* The blocks of a sheet, a row or a column, in order: words in columns and rows come where they stand. */
static bool lay_blocks(struct web *web, const struct block *first, const struct block *group,
                       struct web_part *outer)
{
    struct arena *arena = &web->layout->arena;
    size_t n = 0, at = 0;

    for (const struct block *block = first; block != NULL; block = block->next)
        n += is_shown(block);
    const struct block **blocks = arena_array(arena, const struct block *, n);
    struct web_part **parts = arena_array(arena, struct web_part *, n);
    if (blocks == NULL || parts == NULL)
        return false;
    for (const struct block *block = first; block != NULL; block = block->next) {
        if (!is_shown(block))
            continue;
        blocks[at] = block;
        parts[at] = add_part(web, outer, block);
        if (parts[at++] == NULL)
            return false;
    }
    for (size_t i = 0; i < n; i++) {
        const struct block *inner = block_group_first(blocks[i]);
        bool well = blocks[i]->type == &block_chart ? true
                    : inner != NULL                 ? lay_blocks(web, inner, blocks[i], parts[i])
                                                    : lay_text(web, blocks[i], parts[i]);
        if (!well)
            return false;
    }
    return web_lay_charts(web, group, blocks, parts, n);
}

/* Before all blocks. */
static bool lay_contents(struct web *web)
{
    static const struct block contents = { .type = &block_contents };
    struct web_part *part = add_part(web, &web->page->parts, &contents);

    return part != NULL && lay_text(web, &contents, part);
}

/* Title or deck; NULL where there is none, or after a failure. */
static struct scene *lay_line(struct web *web, const struct markup *markup, enum role role,
                              const struct text_style *style)
{
    struct sheet_layout *layout = web->layout;

    if (markup == NULL || !layout_is_well(layout))
        return NULL;
    layout->width = line_width;
    struct text_block *block = page_set_lines(layout, markup, style);
    if (block == NULL)
        return NULL;
    struct scene *scene = scene_create(&layout->sheet->alloc, line_width, tallest);
    scene_open(scene, &(struct group){ .role = role, .language = markup->language });
    layout_draw_text(layout, block, scene, 0, 0, line_width);
    scene_close(scene);
    scene_finish(scene);
    error_take(layout->error, scene_error(scene));
    return scene;
}

/* The author's header and footer, but for page numbers: there is one page. */
static void set_lines(struct web *web, const struct page_line *line, struct web_line *lines)
{
    const struct page_facts facts = { .page = "1",
                                      .pages = "1",
                                      .section = "",
                                      .title = web->page->title,
                                      .date = web->page->date_words };

    for (int i = 0; i < 3; i++) {
        const struct markup *slot = line->slots[i];
        if (slot == NULL || markup_has_page_field(slot, PAGE_FIELD_PAGE) ||
            markup_has_page_field(slot, PAGE_FIELD_PAGES))
            continue;
        lines->slots[i] = markup_text_on_page(slot, web->layout->text, &web->page->arena, &facts);
        lines->languages[i] = arena_string(&web->page->arena, slot->language);
    }
}

static bool says_date(const sheaf_sheet *sheet)
{
    bool says = false;

    for (int i = 0; i < 3; i++)
        says |= markup_has_page_field(sheet->header.slots[i], PAGE_FIELD_DATE) ||
                markup_has_page_field(sheet->footer.slots[i], PAGE_FIELD_DATE);
    return says;
}

static void set_translations(struct web *web)
{
    const sheaf_sheet *sheet = web->layout->sheet;
    struct web_translation **last = &web->page->translations;

    for (const struct sheet_translation *other = sheet->translations; other != NULL;
         other = other->next) {
        struct web_translation *translation = arena_new(&web->page->arena, struct web_translation);
        if (translation == NULL)
            return;
        bool is_own = strcmp(other->language, sheet->language) == 0;
        translation->language = arena_string(&web->page->arena, other->language);
        translation->name = format_language(web->layout->text, &web->page->arena, other->language);
        translation->address = is_own ? NULL : arena_string(&web->page->arena, other->address);
        *last = translation;
        last = &translation->next;
    }
}

static void set_colors(struct web *web)
{
    const struct theme *theme = web->layout->theme;
    const struct cover *cover = &web->layout->sheet->cover;
    struct web_colors *colors = &web->page->colors;

    *colors = (struct web_colors){ .paper = theme->paper,
                                   .ink = theme->ink,
                                   .grey = theme->grey,
                                   .weak = theme->weak,
                                   .axis = theme->axis,
                                   .hairline = theme->hairline,
                                   .has_band = cover->is_wanted };
    colors->band = cover->has_color ? cover->color : theme_flow_color(theme, "exports", 0);
    colors->on_band = theme_text_on(theme, colors->band);
}

static void set_words(struct web *web)
{
    const struct text *text = web->layout->text;

    web->page->words = (struct web_words){ .data = format_word(text, WORD_DATA),
                                           .download = format_word(text, WORD_DOWNLOAD_CSV),
                                           .languages = format_word(text, WORD_LANGUAGES),
                                           .period = format_word(text, WORD_PERIOD) };
}

static void set_facts(struct web *web)
{
    struct sheet_layout *layout = web->layout;
    const sheaf_sheet *sheet = layout->sheet;
    struct web_page *page = web->page;
    const sheaf_period none = { 0 };
    const struct theme_logo *logo = sheet->logo != NULL ? sheet->logo : layout->theme->logo;

    page->title = page->description = page->date = page->date_words = "";
    page->language = arena_string(&page->arena, sheet->language);
    page->right_to_left = layout->mirrored;
    if (sheet->title != NULL)
        page->title = markup_text(sheet->title, layout->text, &page->arena, none);
    if (sheet->deck != NULL)
        page->description = markup_text(sheet->deck, layout->text, &page->arena, none);
    const struct date day = sheet->date.year > 0 ? sheet->date : sheet->release;
    if (day.year > 0) {
        page->date = arena_format(&page->arena, "%04d-%02d-%02d", day.year, day.month, day.day);
        page->date_words = format_date(layout->text, &page->arena, day);
    }
    set_lines(web, &sheet->header, &page->header);
    set_lines(web, &sheet->footer, &page->footer);
    if (page->header.slots[SHEAF_SLOT_RIGHT] == NULL &&
        sheet->header.slots[SHEAF_SLOT_RIGHT] == NULL && page->date_words[0] != '\0' &&
        !says_date(sheet))
        page->header.slots[SHEAF_SLOT_RIGHT] = page->date_words;
    page->logo = logo != NULL ? &logo->image : NULL;
    page->logo_name = logo != NULL ? logo->alternative : NULL;
    set_colors(web);
    set_words(web);
    set_translations(web);
}

static void lay_page(struct web *web)
{
    struct sheet_layout *layout = web->layout;
    const sheaf_sheet *sheet = layout->sheet;

    layout_show_blocks(layout);
    if (!layout_is_well(layout))
        return;
    const bool has_own = has_contents(sheet_blocks(sheet));
    const bool adds_contents = !has_own && wants_contents(sheet);
    layout->has_contents = has_own || adds_contents;
    set_facts(web);
    web->page->heading = lay_line(web, sheet->title, ROLE_TITLE, &layout->theme->title);
    web->page->deck = lay_line(web, sheet->deck, ROLE_PARAGRAPH, &layout->theme->deck);
    if (!layout_is_well(layout) || (adds_contents && !lay_contents(web)) ||
        !lay_blocks(web, sheet_blocks(sheet), NULL, &web->page->parts))
        return;
    const struct block *notes = block_notes_short(layout);
    struct web_part *part = notes != NULL ? add_part(web, &web->page->parts, notes) : NULL;
    if (part != NULL)
        lay_text(web, notes, part);
    if (layout_is_well(layout))
        layout_end_blocks(layout);
}

static void lay_out(sheaf_sheet *sheet, struct web_page *page, struct shown_figures *figures,
                    sheaf_error *error)
{
    struct block_count blocks = { 0, layout_count_blocks(sheet_blocks(sheet)) };
    struct sheet_layout layout = { .sheet = sheet,
                                   .blocks = &blocks,
                                   .error = error,
                                   .cuts = &sheet->cuts,
                                   .theme = theme_look(sheet->theme),
                                   .width = line_width,
                                   .gutter = 12,
                                   .has_no_pages = true,
                                   .largest_height = tallest };

    arena_init(&layout.arena, &sheet->alloc, error);
    layout.words = &layout.arena;
    layout.text = text_begin(sheet->context, sheet->language, sheet->font_folder, error);
    layout.mirrored = text_is_right_to_left(layout.text);
    shown_init(&layout.shown, &layout.arena, layout.text, sheet->flags);
    layout.figures = layout.shown.told = figures;
    color_assignment_init(&layout.colors, &layout.arena);
    if (layout_is_well(&layout))
        lay_page(&(struct web){ &layout, page });
    text_end(layout.text);
    shown_free(&layout.shown);
    arena_free(&layout.arena);
}

struct web_page *sheet_web_page(sheaf_sheet *sheet, struct shown_figures *figures)
{
    sheaf_error *error = sheet_begin_output(sheet); /* says that there is no sheet */

    if (sheet == NULL || error->status != SHEAF_OK || !targets_list(sheet, error) ||
        !layout_is_complete(sheet, error))
        return NULL;
    struct web_page *page = memory_resize(&sheet->alloc, NULL, 0, sizeof *page);
    if (page == NULL) {
        fail_memory(error);
        return NULL;
    }
    *page = (struct web_page){ 0 };
    arena_init(&page->arena, &sheet->alloc, error);
    lay_out(sheet, page, figures, error);
    page->arena.error = NULL; /* the page outlives it */
    cuts_write(&sheet->cuts, NULL);
    if (error->status == SHEAF_OK) {
        sheet_log_output(sheet);
        return page;
    }
    error_set_place(error, (struct place){ .file = sheet->file });
    web_page_destroy(page);
    return NULL;
}
