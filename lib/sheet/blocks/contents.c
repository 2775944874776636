/* contents.c - a table of contents: the sections of the sheet with their pages; charts and tables where
 * there are no sections. */
#include <math.h>

#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"
#include "sheet/spec/reader.h"
#include "text/words.h"

enum { MOST_IN_ONE_COLUMN = 8 };
#define GAP_BELOW_TITLE 4.0 /* points */
#define ENTRY_GAP       2.0
#define NUMBER_EMS      2.5 /* room for the number of a page */

struct contents_entry {
    const struct sheet_target *target;
    struct text_block *words;
    const char *name, *link; /* "#section.2" */
    const char *language;
    double top;
    bool is_second; /* it stands in the second column */
};

struct contents_plan {
    struct block_plan plan;
    struct text_block *title;
    struct contents_entry *entries;
    size_t n;
    double column_width, number_width;
};

struct block *block_contents_create(sheaf_sheet *sheet)
{
    return block_new(sheet, &block_contents, sizeof(struct block));
}

static struct block *read(struct spec_reader *reader, const struct node *value)
{
    (void)value;
    return block_contents_create(reader->sheet);
}

static size_t count(const sheaf_sheet *sheet, bool sections)
{
    size_t n = 0;

    for (size_t i = 0; i < sheet->n_targets; i++)
        n += sections ? sheet->targets[i].kind == TARGET_SECTION
                      : sheet->targets[i].kind > TARGET_SECTION;
    return n;
}

size_t contents_count(const sheaf_sheet *sheet)
{
    size_t sections = count(sheet, true);

    return sections > 0 ? sections : count(sheet, false);
}

static struct text_style tabular(const struct sheet_layout *layout)
{
    struct text_style style = layout->theme->body;

    style.tabular = true;
    return style;
}

static void draw_entry(struct sheet_layout *layout, const struct contents_plan *plan,
                       struct scene *scene, const struct contents_entry *entry, double x, double y)
{
    const struct text_style style = tabular(layout);
    const size_t page = layout_page_of(layout, entry->target);
    const char *number = layout->has_no_pages ? NULL : arena_format(&layout->arena, "%zu", page);
    const struct text_line *line =
        number != NULL ? text_set(layout->text, &layout->arena, number, &style) : NULL;
    const double width = plan->column_width - plan->number_width;

    scene_open_role(scene, ROLE_CONTENTS_ITEM);
    scene_open_role(scene, ROLE_REFERENCE);
    scene_open(scene, &(struct group){ .role = ROLE_LINK,
                                       .uri = entry->link,
                                       .label = entry->name,
                                       .language = entry->language });
    layout_draw_text(layout, entry->words, scene, x + (layout->mirrored ? plan->number_width : 0),
                     y, width);
    if (line != NULL)
        text_line_draw(line, scene, layout->mirrored ? x : x + plan->column_width,
                       y + text_block_first_baseline(entry->words),
                       layout->mirrored ? ALIGN_LEFT : ALIGN_RIGHT);
    scene_close(scene);
    scene_close(scene);
    scene_close(scene);
}

static void draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n)
{
    const struct contents_plan *contents = (const struct contents_plan *)plan;

    (void)first;
    (void)n;
    scene_open_role(scene, ROLE_HEADING1);
    layout_draw_text(layout, contents->title, scene, x, y, plan->width);
    scene_close(scene);
    scene_open_role(scene, ROLE_CONTENTS);
    for (size_t i = 0; i < contents->n; i++) {
        const struct contents_entry *entry = &contents->entries[i];
        double left = entry->is_second ? contents->column_width + layout->gutter : 0;
        draw_entry(layout, contents, scene, entry,
                   x + layout_offset(layout, left, contents->column_width, plan->width),
                   y + entry->top);
    }
    scene_close(scene);
}

static const struct plan_operations operations = { .draw = draw };

static bool set_entry(struct sheet_layout *layout, const struct contents_plan *plan,
                      struct contents_entry *entry, const struct sheet_target *target)
{
    const struct markup *title = target->block->type->title(target->block);
    const char *words = layout_title(layout, target->block);
    const struct text_span span = { words, &layout->theme->body, NULL };
    const char *id = layout_id(layout, target);

    *entry = (struct contents_entry){ .target = target, .name = words };
    if (words == NULL || id == NULL)
        return false;
    entry->language = title != NULL ? title->language : NULL;
    entry->link = arena_format(&layout->arena, "#%s", id);
    entry->words = text_wrap(layout->text, &layout->arena, &span, 1,
                             plan->column_width - plan->number_width, 0);
    return entry->link != NULL && entry->words != NULL;
}

/* Fills the first column, and then the second; returns the height of the higher one. */
static double place(struct contents_plan *plan, double top)
{
    size_t in_first = plan->n > MOST_IN_ONE_COLUMN && plan->column_width < plan->plan.width
                          ? (plan->n + 1) / 2
                          : plan->n;
    double height = top, at = top;

    for (size_t i = 0; i < plan->n; i++) {
        struct contents_entry *entry = &plan->entries[i];
        if (i == in_first)
            at = top;
        entry->is_second = i >= in_first;
        entry->top = at;
        at += entry->words->height + ENTRY_GAP;
        height = fmax(height, at);
    }
    return height;
}

static struct block_plan *plan(struct sheet_layout *layout, const struct block *block, double width)
{
    struct contents_plan *planned = plan_new(layout, &operations, sizeof *planned, width);
    const sheaf_sheet *sheet = layout->sheet;
    const bool sections = count(sheet, true) > 0;
    const struct text_span title = { format_word(layout->text, WORD_CONTENTS),
                                     &layout->theme->headline, NULL };

    (void)block;
    if (planned == NULL)
        return NULL;
    layout->has_contents = true;
    planned->column_width = width > layout->width * 0.75 ? (width - layout->gutter) / 2 : width;
    planned->number_width = NUMBER_EMS * layout->theme->body.size;
    planned->entries =
        arena_array(&layout->arena, struct contents_entry, contents_count(sheet) + 1);
    planned->title = text_wrap(layout->text, &layout->arena, &title, 1, width, 0);
    if (planned->entries == NULL || planned->title == NULL)
        return NULL;
    for (size_t i = 0; i < sheet->n_targets; i++) {
        const struct sheet_target *target = &sheet->targets[i];
        bool is_wanted = sections ? target->kind == TARGET_SECTION : target->kind > TARGET_SECTION;
        if (!is_wanted || layout_title(layout, target->block) == NULL)
            continue;
        if (!set_entry(layout, planned, &planned->entries[planned->n++], target))
            return NULL;
    }
    if (!layout_is_well(layout))
        return NULL;
    double height = place(planned, planned->title->height + GAP_BELOW_TITLE);
    planned->plan.min_height = planned->plan.preferred_height = rhythm(height);
    planned->plan.space_above = 16;
    return &planned->plan;
}

const struct block_type block_contents = {
    .name = "contents", .takes = SPEC_NOTHING, .read = read, .plan = plan
};
