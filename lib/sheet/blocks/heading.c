/* heading.c - a heading of a part of the sheet. */
#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"
#include "sheet/spec/reader.h"

/* Points; from a section's rule to its heading, and above the rule. */
#define BELOW_RULE    6.0
#define ABOVE_SECTION 20.0

struct heading {
    struct block block;
    const struct markup *text;
};

struct heading_plan {
    struct block_plan plan;
    struct text_block *text;
    double below_rule;    /* from the rule above a section to its heading; 0: there is no rule */
    const char *language; /* NULL: the sheet's */
};

struct block *block_heading_create(sheaf_sheet *sheet, const struct markup *text)
{
    struct heading *heading =
        text != NULL ? block_new(sheet, &block_heading, sizeof *heading) : NULL;

    if (heading == NULL)
        return NULL;
    heading->text = text;
    return &heading->block;
}

const struct markup *block_heading_words(const struct block *block)
{
    return block->type == &block_heading ? ((const struct heading *)block)->text : NULL;
}

static struct block *read(struct spec_reader *reader, const struct node *value)
{
    return block_heading_create(reader->sheet, spec_markup(reader, value, 0));
}

static void show(const struct block *block, struct shown *shown)
{
    markup_show(((const struct heading *)block)->text, shown);
}

static const struct markup *title(const struct block *block)
{
    return ((const struct heading *)block)->text;
}

static void draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n)
{
    const struct heading_plan *planned = (const struct heading_plan *)plan;

    (void)first;
    (void)n;
    if (planned->below_rule > 0 && !layout->under_rule)
        layout_hairline(scene, x, y, x + plan->width, y, layout->theme->hairline,
                        layout->theme->grid_width);
    scene_open(scene, &(struct group){ .role = ROLE_HEADING1, .language = planned->language });
    layout_draw_text(layout, planned->text, scene, x, y + planned->below_rule, plan->width);
    scene_close(scene);
}

static const struct plan_operations operations = { .draw = draw };

/* Across the page a heading begins a section, below a hairline, and without that in a column of the page. In
 * a row it is set in the style of a chart's title, so that it matches the charts beside
 * it. */
static struct block_plan *plan(struct sheet_layout *layout, const struct block *block, double width)
{
    const struct heading *heading = (const struct heading *)block;
    struct heading_plan *planned = plan_new(layout, &operations, sizeof *planned, width);
    bool across = !layout->in_columns && width > layout->width * 0.75;
    bool is_section = across || layout->in_columns;
    const struct text_style *style =
        is_section ? &layout->theme->section : &layout->theme->headline;

    if (planned == NULL)
        return NULL;
    layout->has_heading = true;
    planned->language = heading->text->language;
    planned->text = markup_wrap(heading->text, layout->text, &layout->arena, style, width);
    if (planned->text == NULL)
        return NULL;
    planned->below_rule = across ? BELOW_RULE : 0;
    planned->plan.min_height = planned->plan.preferred_height =
        across ? rhythm(planned->text->height + BELOW_RULE) : planned->text->height;
    planned->plan.space_above = across ? ABOVE_SECTION : 16;
    planned->plan.space_below = across ? 8 : 4;
    planned->plan.keeps_next = true;
    return &planned->plan;
}

const struct block_type block_heading = { .name = "heading",
                                          .takes = SPEC_TEXT | SPEC_WORDS,
                                          .target = TARGET_SECTION,
                                          .title = title,
                                          .read = read,
                                          .show = show,
                                          .plan = plan };
