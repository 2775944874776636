/* block.c - the table of block types, and what they share. */
#include "sheet/blocks/block.h"

#include <string.h>

#include "base/number.h"
#include "chart/words/amounts.h"
#include "series/rounding.h"
#include "sheet/spec/reader.h"

const struct block_type *const block_types[] = {
    &block_heading, &block_text,     &block_figures, &block_chart,   &block_table,      &block_row,
    &block_column,  &block_contents, &block_notes,   &block_callout, &block_page_break,
};
const size_t block_type_count = sizeof block_types / sizeof *block_types;

void *block_new(sheaf_sheet *sheet, const struct block_type *type, size_t size)
{
    struct block *block = arena_take(&sheet->arena, 1, size);

    if (block != NULL)
        block->type = type;
    return block;
}

bool block_has_columns(const struct block *block)
{
    return block->type == &block_text || block->type == &block_callout ||
           block->type == &block_notes;
}

void block_list_append(struct block_list *list, struct block *block)
{
    *(list->last != NULL ? &list->last->next : &list->first) = block;
    list->last = block;
}

const char *const flags_choices[] = { "estimated", "all", "none", NULL };
const char *const show_choices[] = { "figure", "range", NULL };

struct display block_read_display(const struct node *flags, const struct node *show)
{
    struct display display = { .ranges = show != NULL && strcmp(show->text, "range") == 0 };

    display.has_flags = flags != NULL && sheaf_flags_named(flags->text, &display.flags);
    return display;
}

bool block_read_decimals(struct spec_reader *reader, const struct node *node, int *decimals)
{
    int64_t places = DECIMALS_FOR_PEOPLE;

    if (node != NULL && !number_read_integer(node->text, node->length, 0, MOST_DECIMALS, &places)) {
        spec_fail(reader, node->place, DECIMALS_MISTAKE, MOST_DECIMALS);
        return false;
    }
    *decimals = (int)places;
    return true;
}
