/* sheet_block_settings.c - the functions of sheaf/sheet.h that say something of the block added last. */
#include <string.h>

#include "chart/words/amounts.h"
#include "series/rounding.h"
#include "sheet/adding.h"
#include "sheet/blocks/table.h"

void sheaf_sheet_set_span(sheaf_sheet *sheet, int columns)
{
    if (!sheet_may_add(sheet))
        return;
    struct block *block = sheet_last_block(sheet);
    if (block == NULL || sheet->open == NULL || sheet->open->block->type != &block_row ||
        columns < 1 || columns > GRID_COLUMNS)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "sheaf_sheet_set_span: 1 to %d columns for a block within a row", GRID_COLUMNS);
    else
        block->span = columns;
    journal_add(sheet, &(struct told){ .call = TOLD_SPAN, .number = columns });
}

void sheaf_sheet_set_id(sheaf_sheet *sheet, const char *id)
{
    bool is_twice = false;

    if (!sheet_may_add(sheet))
        return;
    struct block *block = sheet_last_block(sheet);
    if (block == NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "sheaf_sheet_set_id: there is no block yet");
    else if (id == NULL || !id_is_valid(id, strlen(id)))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, ID_MISTAKE);
    else
        block->id = targets_declare(sheet, id, strlen(id), block->type, &is_twice);
    if (is_twice)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "two blocks have the id '%s'", id);
    journal_add(sheet, &(struct told){ .call = TOLD_ID, .texts = { id } });
}

void sheaf_sheet_set_decimals(sheaf_sheet *sheet, int decimals)
{
    if (!sheet_may_add(sheet))
        return;
    struct block *block = sheet_last_block(sheet);
    if (block == NULL || decimals < 0 || decimals > MOST_DECIMALS ||
        !(block_figures_set_decimals(block, decimals) || block_table_set_decimals(block, decimals)))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "sheaf_sheet_set_decimals: 0 to %d, after a key figure or a table", MOST_DECIMALS);
    journal_add(sheet, &(struct told){ .call = TOLD_DECIMALS, .number = decimals });
}

void sheaf_sheet_set_ranges(sheaf_sheet *sheet, bool ranges)
{
    if (!sheet_may_add(sheet))
        return;

    struct block *block = sheet_last_block(sheet);
    struct display *display = block != NULL ? block_figures_display(block) : NULL;

    if (block != NULL && display == NULL)
        display = block_table_display(block);
    if (display != NULL)
        display->ranges = ranges;
    else
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "sheaf_sheet_set_ranges: after a key figure or a table");
    journal_add(sheet, &(struct told){ .call = TOLD_RANGES, .flag = ranges });
}

void sheaf_sheet_set_columns(sheaf_sheet *sheet, int columns)
{
    if (!sheet_may_add(sheet))
        return;
    struct block *block = sheet_last_block(sheet);
    if (block == NULL || !block_has_columns(block) || columns < 1 || columns > MOST_TEXT_COLUMNS)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "sheaf_sheet_set_columns: 1 to %d, after a text, a call-out or notes",
             MOST_TEXT_COLUMNS);
    else
        block->columns = columns;
    journal_add(sheet, &(struct told){ .call = TOLD_COLUMNS, .number = columns });
}

void sheaf_sheet_set_block_width(sheaf_sheet *sheet, sheaf_block_width width)
{
    if (!sheet_may_add(sheet))
        return;
    struct block *block = sheet_last_block(sheet);
    if (block == NULL || (int)width < SHEAF_WIDTH_USUAL || width > SHEAF_WIDTH_COLUMN)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "sheaf_sheet_set_block_width: a sheaf_block_width, after a block");
    else if (sheet->open != NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, WIDTH_MISTAKE);
    else
        block->width = width;
    journal_add(sheet, &(struct told){ .call = TOLD_WIDTH, .number = (int)width });
}

sheaf_block_width sheaf_sheet_get_block_width(const sheaf_sheet *sheet)
{
    const struct block *block = sheet != NULL ? sheet_last_block(sheet) : NULL;

    return block != NULL ? block->width : SHEAF_WIDTH_USUAL;
}

void sheaf_sheet_set_height(sheaf_sheet *sheet, double height)
{
    if (!sheet_may_add(sheet))
        return;
    struct block *block = sheet_last_block(sheet);
    if (block == NULL || !(height > 0) || !block_chart_set_height(block, height))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "sheaf_sheet_set_height: more than 0 points, after a chart");
    journal_add(sheet, &(struct told){ .call = TOLD_HEIGHT, .height = height });
}

void sheaf_sheet_keep_together(sheaf_sheet *sheet, bool with_next)
{
    if (!sheet_may_add(sheet))
        return;
    struct block *block = sheet_last_block(sheet);
    if (block == NULL) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "sheaf_sheet_keep_together: after a block");
        return;
    }
    block->keeps_together = true;
    block->keeps_next = with_next;
    journal_add(sheet, &(struct told){ .call = TOLD_TOGETHER, .flag = with_next });
}
