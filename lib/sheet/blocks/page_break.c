/* page_break.c - "- page break": what follows begins a page. */
#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"
#include "sheet/spec/reader.h"

struct block *block_page_break_create(sheaf_sheet *sheet)
{
    return block_new(sheet, &block_page_break, sizeof(struct block));
}

static struct block *read(struct spec_reader *reader, const struct node *value)
{
    (void)value;
    return block_page_break_create(reader->sheet);
}

static void draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n)
{
    (void)layout, (void)plan, (void)scene, (void)x, (void)y, (void)first, (void)n;
}

static const struct plan_operations operations = { .draw = draw };

static struct block_plan *plan(struct sheet_layout *layout, const struct block *block, double width)
{
    struct block_plan *planned = plan_new(layout, &operations, sizeof *planned, width);

    (void)block;
    if (planned != NULL)
        planned->begins_page = true;
    return planned;
}

const struct block_type block_page_break = {
    .name = "page break", .takes = SPEC_NOTHING, .read = read, .plan = plan
};
