/* text.c - running text: paragraphs, lists, quotations, sub-headings, footnotes. */
#include "sheet/blocks/block.h"
#include "sheet/spec/reader.h"
#include "sheet/words/prose.h"
#include "text/format.h"

#define BULLET "\xE2\x80\xA2"
#define DASH   "\xE2\x80\x93"

/* Clear space, in points. */
enum {
    GAP = 4,
    GAP_OF_ITEMS = 2,
    GAP_OF_SUBHEADING = 8,
    GAP_BELOW_SUBHEADING = 2,
    GAP_OF_QUOTE = 8,
    GAP_OF_FOOTNOTES = 8
};
/* Of a call-out: the rule at its side, from there to the text, and around it. */
#define CALLOUT_RULE   2.0
#define CALLOUT_INDENT 12.0
#define CALLOUT_SPACE  16.0
#define INDENT_EMS     1.5 /* of a level of lists, and of a quotation */

struct text_content {
    struct block block;
    const struct markup *paragraphs;
};

/* The faces of one size of text. */
struct faces {
    struct text_style regular, strong, italic, strong_italic, flag;
};

struct text_plan {
    struct sheet_layout *layout;
    struct faces body, quote, note;
    struct prose_paragraph *paragraphs;
    size_t n;
};

struct block *block_text_create(sheaf_sheet *sheet, const struct markup *paragraphs)
{
    struct text_content *content =
        paragraphs != NULL ? block_new(sheet, &block_text, sizeof *content) : NULL;

    if (content == NULL)
        return NULL;
    content->paragraphs = paragraphs;
    return &content->block;
}

struct block *block_callout_create(sheaf_sheet *sheet, const struct markup *paragraphs)
{
    struct block *block = block_text_create(sheet, paragraphs);

    if (block != NULL)
        block->type = &block_callout;
    return block;
}

static struct block *read(struct spec_reader *reader, const struct node *value)
{
    return block_text_create(reader->sheet, spec_markup(reader, value, MARKUP_PARAGRAPHS));
}

static void show(const struct block *block, struct shown *shown)
{
    markup_show(((const struct text_content *)block)->paragraphs, shown);
}

static void set_faces(struct faces *faces, const struct text_style *style,
                      const struct theme *theme)
{
    faces->regular = faces->strong = faces->italic = faces->flag = *style;
    faces->strong.semibold = true;
    faces->italic.italic = true;
    faces->strong_italic = faces->strong;
    faces->strong_italic.italic = true;
    if (style->size > theme->note.size)
        faces->flag.size = theme->note.size;
    faces->flag.color = theme->weak;
}

/* "•", or "2." in the language's digits. */
static const struct text_line *item_label(struct text_plan *plan, const struct markup *markup)
{
    struct sheet_layout *layout = plan->layout;
    const struct markup_item *item = &markup->items[markup->depth - 1];
    const char *words = markup->depth > 1 ? DASH : BULLET;

    if (item->number >= 0) {
        words = format_number(layout->text, &layout->arena, (double)item->number, 0);
        words = words != NULL ? arena_format(&layout->arena, "%s.", words) : NULL;
    }
    return words != NULL ? text_set(layout->text, &layout->arena, words, &plan->body.regular)
                         : NULL;
}

static bool is_list_of(const struct markup *a, const struct markup *b)
{
    return a != NULL && a->depth > 0 && b->depth > 0 && a->items[0].list == b->items[0].list;
}

static double gap_above(const struct markup *markup, const struct markup *before)
{
    if (before != NULL && before->block == MARKUP_SUBHEADING)
        return GAP_BELOW_SUBHEADING;
    if (is_list_of(before, markup) || markup->block == MARKUP_QUOTE_SOURCE)
        return GAP_OF_ITEMS;
    if (markup->block == MARKUP_SUBHEADING)
        return GAP_OF_SUBHEADING;
    if (before != NULL && (markup->block == MARKUP_QUOTE) != (before->block == MARKUP_QUOTE ||
                                                              before->block == MARKUP_QUOTE_SOURCE))
        return GAP_OF_QUOTE;
    return GAP;
}

static const struct faces *faces_of(const struct text_plan *plan, const struct markup *markup)
{
    return markup->block == MARKUP_QUOTE          ? &plan->quote
           : markup->block == MARKUP_QUOTE_SOURCE ? &plan->note
                                                  : &plan->body;
}

static enum role role_of(const struct text_plan *plan, const struct markup *markup)
{
    if (markup->block != MARKUP_SUBHEADING)
        return ROLE_PARAGRAPH;
    return plan->layout->has_heading ? ROLE_HEADING2 : ROLE_HEADING1;
}

static bool set_spans(struct text_plan *plan, struct prose_paragraph *paragraph,
                      const struct markup *markup, const struct faces *faces)
{
    struct sheet_layout *layout = plan->layout;
    bool is_heading = markup->block == MARKUP_SUBHEADING;
    const struct markup_styles styles = {
        .regular = is_heading ? &faces->strong : &faces->regular,
        .strong = &faces->strong,
        .flag = &faces->flag,
        .italic = is_heading ? &faces->strong_italic : &faces->italic,
        .strong_italic = &faces->strong_italic,
        .flags = layout_flags(layout, NULL),
        .shown = &layout->shown,
    };

    paragraph->spans =
        markup_spans(markup, layout->text, &layout->arena, &styles, &paragraph->n_spans);
    return paragraph->spans != NULL;
}

static bool add_paragraph(struct text_plan *plan, const struct markup *markup,
                          const struct markup *before)
{
    const struct faces *faces = faces_of(plan, markup);
    const double step = INDENT_EMS * plan->body.regular.size;
    const bool is_quote = markup->block == MARKUP_QUOTE || markup->block == MARKUP_QUOTE_SOURCE;
    struct prose_paragraph *paragraph = &plan->paragraphs[plan->n++];

    *paragraph = (struct prose_paragraph){ .role = role_of(plan, markup),
                                           .gap = gap_above(markup, before),
                                           .indent = step * (markup->depth + is_quote),
                                           .keeps_next = markup->block == MARKUP_SUBHEADING,
                                           .markup = markup,
                                           .language = markup->language };
    if (markup->begins_item) {
        paragraph->label_indent = paragraph->indent - step;
        paragraph->label = item_label(plan, markup);
        if (paragraph->label == NULL)
            return false;
    }
    if (markup->block == MARKUP_SUBHEADING) {
        paragraph->place.bookmark =
            markup_text(markup, plan->layout->text, &plan->layout->arena, (sheaf_period){ 0 });
        paragraph->place.level = plan->layout->has_heading ? 2 : 1;
    }
    return set_spans(plan, paragraph, markup, faces);
}

/* The footnotes of these paragraphs, where no block of notes has them. */
static bool add_footnotes(struct text_plan *plan, const struct markup *markup)
{
    struct sheet_layout *layout = plan->layout;
    const size_t first = plan->n;

    for (; markup != NULL; markup = markup->next)
        for (const struct markup_part *part = markup->parts; part != NULL; part = part->next) {
            int number = part->kind == MARKUP_FOOTNOTE
                             ? shown_footnote_number(&layout->shown, part->note)
                             : 0;
            bool is_there = number == 0;
            for (size_t i = first; i < plan->n; i++)
                is_there |= plan->paragraphs[i].markup == part->note;
            if (is_there)
                continue;
            struct prose_paragraph *paragraph = &plan->paragraphs[plan->n++];
            *paragraph = (struct prose_paragraph){ .role = ROLE_NOTE,
                                                   .gap = plan->n - 1 > first ? GAP_OF_ITEMS
                                                                              : GAP_OF_FOOTNOTES,
                                                   .markup = part->note,
                                                   .language = part->note->language };
            paragraph->place.id = footnote_id(&layout->arena, number);
            if (!set_spans(plan, paragraph, part->note, &plan->note))
                return false;
            paragraph->spans = footnote_spans(&layout->arena, number, &plan->note.regular,
                                              paragraph->spans, &paragraph->n_spans);
            if (paragraph->spans == NULL)
                return false;
        }
    return true;
}

static size_t count_paragraphs(const struct markup *markup)
{
    size_t n = 0;

    for (; markup != NULL; markup = markup->next) {
        n++;
        for (const struct markup_part *part = markup->parts; part != NULL; part = part->next)
            n += part->kind == MARKUP_FOOTNOTE;
    }
    return n;
}

/* Paragraphs as they stand in a text or a call-out. */
static struct block_plan *plan_paragraphs(struct sheet_layout *layout, const struct block *block,
                                          double width, int columns)
{
    const struct markup *paragraphs = ((const struct text_content *)block)->paragraphs;
    const struct theme *theme = layout->theme;
    struct text_plan *text = arena_new(&layout->arena, struct text_plan);
    const struct markup *before = NULL;

    if (text == NULL)
        return NULL;
    text->layout = layout;
    text->paragraphs =
        arena_array(&layout->arena, struct prose_paragraph, count_paragraphs(paragraphs));
    if (text->paragraphs == NULL)
        return NULL;
    set_faces(&text->body, &theme->body, theme);
    set_faces(&text->quote, &theme->deck, theme);
    set_faces(&text->note, &theme->note, theme);
    for (const struct markup *markup = paragraphs; markup != NULL; markup = markup->next) {
        if (!add_paragraph(text, markup, before))
            return NULL;
        before = markup;
    }
    if (!layout->shown.has_notes && !add_footnotes(text, paragraphs))
        return NULL;
    struct block_plan *planned =
        prose_plan(layout, text->paragraphs, text->n, width, columns, GAP, ROLE_PARAGRAPH);
    if (planned != NULL)
        planned->space_above = 12;
    return planned;
}

static struct block_plan *plan_text(struct sheet_layout *layout, const struct block *block,
                                    double width)
{
    return plan_paragraphs(layout, block, width, block->columns);
}

const struct block_type block_text = {
    .name = "text", .takes = SPEC_TEXT | SPEC_WORDS, .read = read, .show = show, .plan = plan_text
};

/* Call-outs ------------------------------------------------------------------- */

struct callout_plan {
    struct block_plan plan;
    struct block_plan *text;
};

static struct block *read_callout(struct spec_reader *reader, const struct node *value)
{
    return block_callout_create(reader->sheet, spec_markup(reader, value, MARKUP_PARAGRAPHS));
}

/* The rule is as long as the pieces are tall that stand on this page. */
static void draw_callout(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                         double x, double y, size_t first, size_t n)
{
    struct block_plan *text = ((const struct callout_plan *)plan)->text;
    double height = plan->pieces == NULL ? plan->height : 0;

    for (size_t i = first; plan->pieces != NULL && i < first + n; i++)
        height += plan->pieces[i];
    if (plan->pieces != NULL)
        height -= plan->ends[first + n - 1].gap;
    scene_open_role(scene, ROLE_ARTIFACT);
    scene_rectangle(scene, x + layout_offset(layout, 0, CALLOUT_RULE, plan->width), y, CALLOUT_RULE,
                    height);
    scene_fill(scene, layout->theme->ink);
    scene_close(scene);
    text->operations->draw(layout, text, scene,
                           x + layout_offset(layout, CALLOUT_INDENT, text->width, plan->width), y,
                           first, n);
}

static const struct plan_operations callout_operations = { .draw = draw_callout };

static struct block_plan *plan_callout(struct sheet_layout *layout, const struct block *block,
                                       double width)
{
    struct callout_plan *planned = plan_new(layout, &callout_operations, sizeof *planned, width);
    struct block_plan *text =
        planned != NULL ? plan_text(layout, block, width - CALLOUT_INDENT) : NULL;

    /* Beside one rule a call-out that is longer than a page has one column. */
    if (text != NULL && text->galley_columns > 1)
        text = plan_paragraphs(layout, block, width - CALLOUT_INDENT, 1);
    if (text == NULL)
        return NULL;
    planned->text = text;
    planned->plan.galley_columns = text->galley_columns;
    planned->plan.ends = text->ends;
    planned->plan.min_height = planned->plan.preferred_height = text->preferred_height;
    planned->plan.pieces = text->pieces;
    planned->plan.n_pieces = text->n_pieces;
    planned->plan.space_above = planned->plan.space_below = CALLOUT_SPACE;
    return &planned->plan;
}

const struct block_type block_callout = { .name = "callout",
                                          .takes = SPEC_TEXT | SPEC_WORDS,
                                          .read = read_callout,
                                          .show = show,
                                          .plan = plan_callout };
