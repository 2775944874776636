/* text.c - running text. */
#include "sheet/blocks/block.h"
#include "sheet/spec/reader.h"
#include "sheet/words/prose.h"

struct text_content {
    struct block block;
    const struct markup *paragraphs;
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

static struct block *read(struct spec_reader *reader, const struct node *value)
{
    return block_text_create(reader->sheet, spec_markup(reader, value, MARKUP_PARAGRAPHS));
}

static void show(const struct block *block, struct shown *shown)
{
    markup_show(((const struct text_content *)block)->paragraphs, shown);
}

static struct block_plan *plan(struct sheet_layout *layout, const struct block *block, double width)
{
    const struct markup *paragraph = ((const struct text_content *)block)->paragraphs;
    struct text_style *strong = arena_new(&layout->arena, struct text_style);
    struct text_style *flag = arena_new(&layout->arena, struct text_style);
    size_t n = 0;

    for (const struct markup *next = paragraph; next != NULL; next = next->next)
        n++;
    struct prose_paragraph *paragraphs = arena_array(&layout->arena, struct prose_paragraph, n);
    if (strong == NULL || flag == NULL || paragraphs == NULL)
        return NULL;
    *strong = *flag = layout->theme->body;
    strong->semibold = true;
    flag->size = layout->theme->note.size;
    flag->color = layout->theme->weak;

    const struct markup_styles styles = { &layout->theme->body, strong, flag,
                                          layout_flags(layout, NULL) };
    for (size_t i = 0; i < n; i++, paragraph = paragraph->next) {
        paragraphs[i].spans =
            markup_spans(paragraph, layout->text, &layout->arena, &styles, &paragraphs[i].n_spans);
        paragraphs[i].language = paragraph->language;
        if (paragraphs[i].spans == NULL)
            return NULL;
    }
    struct block_plan *planned = prose_plan(layout, paragraphs, n, width, 4, ROLE_PARAGRAPH);
    if (planned != NULL)
        planned->space_above = 12;
    return planned;
}

const struct block_type block_text = {
    .name = "text", .takes = SPEC_TEXT | SPEC_WORDS, .read = read, .show = show, .plan = plan
};
