/* places.c - what leads to the blocks of a sheet: titles with numbers, ids, pages. */
#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"

static size_t index_of(const struct sheet_layout *layout, const struct sheet_target *target)
{
    return (size_t)(target - layout->sheet->targets);
}

const char *layout_title(struct sheet_layout *layout, const struct block *block)
{
    const struct markup *title = block->type->title != NULL ? block->type->title(block) : NULL;
    const char *words = title != NULL
                            ? markup_text(title, layout->text, &layout->arena, (sheaf_period){ 0 })
                            : NULL;

    return target_title(target_of(layout->sheet, block), words, layout->text, &layout->arena);
}

/* An author's ids have no full stop. */
const char *layout_id(struct sheet_layout *layout, const struct sheet_target *target)
{
    return target->id != NULL
               ? target->id
               : arena_format(&layout->arena, "section.%zu", index_of(layout, target) + 1);
}

size_t layout_page_of(const struct sheet_layout *layout, const struct sheet_target *target)
{
    return layout->pages != NULL ? layout->pages[index_of(layout, target)] : 0;
}

size_t layout_data_of(const struct sheet_layout *layout, const struct block *block)
{
    const struct sheet_target *target = target_of(layout->sheet, block);

    return target != NULL && (target->kind == TARGET_CHART || target->kind == TARGET_TABLE)
               ? index_of(layout, target) + 1
               : 0;
}

void layout_begin_place(struct sheet_layout *layout, const struct block *block, struct scene *scene,
                        double top)
{
    const struct sheet_target *target = target_of(layout->sheet, block);

    if (target == NULL)
        return;
    const struct scene_place place = {
        .id = layout->has_contents ? layout_id(layout, target) : target->id,
        .bookmark = layout_title(layout, block),
        .level = target->level,
        .top = top,
    };
    scene_place_next(scene, &place);
}
