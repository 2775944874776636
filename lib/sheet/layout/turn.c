/* turn.c - tables that are too wide for the page even in the smallest type stand on pages of their own,
 * which are the same paper turned. */
#include "sheet/blocks/block.h"
#include "sheet/layout/pages.h"

/* Whether a table may or has to stand on a turned page. */
static bool wants_turn(const struct block_plan *plan)
{
    switch (block_table_turn(plan->block)) {
    case TURN_NEVER:
        return false;
    case TURN_ALWAYS:
        return true;
    case TURN_WHERE_WIDE:
        break;
    }
    return plan->is_too_wide;
}

/* Measures the table for the turned page. It stays as it was where that does not help. */
static bool turn(struct pages_plan *pages, struct block_plan **plan)
{
    struct sheet_layout *layout = pages->layout;
    struct block_plan *turned = block_plan(layout, (*plan)->block, layout->width);

    if (turned == NULL)
        return false;
    if (turned->is_too_wide && !(*plan)->needs_turn &&
        block_table_turn((*plan)->block) != TURN_ALWAYS)
        return true;
    turned->is_turned = true;
    *plan = turned;
    return true;
}

bool pages_turn_tables(struct pages_plan *pages)
{
    struct sheet_layout *layout = pages->layout;
    const struct page_format *page = &layout->sheet->page;
    bool well = true, is_set = false;

    if (!page_can_turn(page))
        return true;
    for (size_t i = 0; well && i < pages->blocks.n; i++) {
        if (pages->blocks.plans[i]->block->type != &block_table ||
            !wants_turn(pages->blocks.plans[i]))
            continue;
        well = (is_set || page_frame_set(layout, pages->turned, true)) &&
               turn(pages, &pages->blocks.plans[i]);
        is_set = true;
    }
    page_use_frame(layout, pages->frame);
    return well;
}

const struct page_frame *pages_frame(const struct pages_plan *pages, size_t page)
{
    return pages->starts[page].is_turned ? pages->turned : pages->frame;
}
