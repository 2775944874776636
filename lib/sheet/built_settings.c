/* built_settings.c - what a program says of the last block, and the lists and tables that its expressions
 * may name. */
#include <string.h>

#include "base/strings.h"
#include "series/series.h"
#include "sheaf/block.h"
#include "sheet/blocks/block.h"
#include "sheet/journal.h"

void sheaf_sheet_set_scale(sheaf_sheet *sheet, sheaf_scale scale)
{
    static const char *const names[] = { "auto", "shared", "own" };

    if (!sheet_may_add(sheet))
        return;
    struct block *block = sheet_last_block(sheet);
    if (block == NULL || (block->type != &block_row && block->type != &block_column) ||
        (int)scale < 0 || scale > SHEAF_SCALE_OWN || !block_group_set_scale(block, names[scale]))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "sheaf_sheet_set_scale: SHEAF_SCALE_AUTO, _SHARED or _OWN, after a row or a column");
    journal_add(sheet, &(struct told){ .call = TOLD_SCALE, .number = (int)scale });
}

void sheaf_sheet_set_definitions(sheaf_sheet *sheet, bool definitions)
{
    if (!sheet_may_add(sheet))
        return;
    struct block *block = sheet_last_block(sheet);
    if (block == NULL || !block_notes_set_definitions(block, definitions))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "sheaf_sheet_set_definitions: after notes");
    journal_add(sheet, &(struct told){ .call = TOLD_DEFINITIONS, .flag = definitions });
}

void sheaf_sheet_set_described(sheaf_sheet *sheet, bool described)
{
    if (!sheet_may_add(sheet))
        return;
    struct block *block = sheet_last_block(sheet);
    if (block == NULL || !block_chart_set_described(block, described))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "sheaf_sheet_set_described: after a chart");
    journal_add(sheet, &(struct told){ .call = TOLD_DESCRIBED, .flag = described });
}

/* Letters, digits and '_', as expressions spell names. */
static bool is_name(const char *name)
{
    bool well = name != NULL && name[0] != '\0' && !(name[0] >= '0' && name[0] <= '9') &&
                utf8_valid(name, strlen(name), NULL);

    for (const char *c = name; well && *c != '\0'; c++)
        well = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
               *c == '_' || (unsigned char)*c >= 0x80;
    return well;
}

/* Makes it known to the expressions that follow. */
static void add_named(sheaf_sheet *sheet, const char *name, const struct named_series *what)
{
    struct named_series *named = arena_new(&sheet->arena, struct named_series);

    if (named == NULL)
        return;
    *named = *what;
    named->name = arena_string(&sheet->arena, name);
    named->next = sheet->series;
    if (named->name != NULL)
        sheet->series = named;
}

static bool may_name(sheaf_sheet *sheet, const char *name)
{
    if (!sheet_may_add(sheet))
        return false;
    if (!is_name(name))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "'%.80s' cannot be a name here: names are letters, digits and '_'",
             name != NULL ? name : "NULL");
    return sheet_is_well(sheet);
}

void sheaf_sheet_add_list(sheaf_sheet *sheet, const char *name, const sheaf_series_list *list)
{
    if (!may_name(sheet, name))
        return;
    if (sheaf_series_list_status(list) != SHEAF_OK) {
        error_take(&sheet->error, sheaf_series_list_error(list));
        return;
    }
    sheaf_series_list *copy = sheaf_series_list_create(&sheet->alloc);
    for (size_t i = 0; i < sheaf_series_list_count(list); i++)
        sheaf_series_list_add(copy, series_copy(&sheet->alloc, sheaf_series_list_at(list, i)));
    const struct named_series several = { .list = sheet_keep_list(sheet, copy) };
    if (several.list == NULL)
        return;
    add_named(sheet, name, &several);
    journal_add(sheet,
                &(struct told){ .call = TOLD_LIST, .texts = { name }, .list = several.list });
}

void sheaf_sheet_add_data(sheaf_sheet *sheet, const char *name, const sheaf_table *table)
{
    const struct named_series data = { .table = table };

    if (!may_name(sheet, name))
        return;
    if (sheaf_table_status(table) != SHEAF_OK)
        error_take(&sheet->error, sheaf_table_error(table));
    else
        add_named(sheet, name, &data);
    journal_add(sheet, &(struct told){ .call = TOLD_DATA, .texts = { name }, .table = table });
}

void sheaf_sheet_add_previous(sheaf_sheet *sheet, const char *name, const sheaf_table *table)
{
    if (!may_name(sheet, name))
        return;
    struct named_series *data = sheet->series;
    while (data != NULL && (data->of_spec || data->table == NULL || strcmp(data->name, name) != 0))
        data = data->next;
    if (data == NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "the sheet has no data '%.80s' to compare with: sheaf_sheet_add_data comes first",
             name);
    else if (sheaf_table_status(table) != SHEAF_OK)
        error_take(&sheet->error, sheaf_table_error(table));
    else
        data->previous = table;
    journal_add(sheet, &(struct told){ .call = TOLD_PREVIOUS, .texts = { name }, .table = table });
}
