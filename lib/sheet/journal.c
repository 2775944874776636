/* journal.c - notes what a sheet is told, and tells it to a copy. */
#include "sheet/journal.h"

#include <string.h>

#include "chart/theme_assets.h"
#include "chart/theme_object.h"
#include "sheaf/block.h"
#include "sheet/spec/added.h"
#include "sheet/spec/spec.h"

void journal_add(sheaf_sheet *sheet, const struct told *told)
{
    struct told *entry = arena_new(&sheet->arena, struct told);

    if (entry == NULL)
        return;
    *entry = *told;
    for (size_t i = 0; i < sizeof entry->texts / sizeof *entry->texts; i++)
        entry->texts[i] =
            told->texts[i] != NULL ? arena_string(&sheet->arena, told->texts[i]) : NULL;
    entry->next = NULL;
    *(sheet->last_told != NULL ? &sheet->last_told->next : &sheet->first_told) = entry;
    sheet->last_told = entry;
}

/* The calls again ---------------------------------------------------------------------------- */

static void again_spec(sheaf_sheet *sheet, const struct told *told)
{
    if (told->flag)
        sheet_add_input(sheet, told->texts[0]);
    spec_read(sheet, told->texts[0], told->items, told->n_items);
}

static void again_root(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_root(sheet, told->texts[0]);
}

static void again_parameter(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_parameter(sheet, told->texts[0], told->texts[1]);
}

static void again_language(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_language(sheet, told->texts[0]);
}

static void again_title(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_title(sheet, told->texts[0]);
}

static void again_deck(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_deck(sheet, told->texts[0]);
}

static void again_header(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_header_at(sheet, (sheaf_slot)told->number, told->texts[0]);
}

static void again_footer(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_footer_at(sheet, (sheaf_slot)told->number, told->texts[0]);
}

static void again_source(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_source(sheet, told->texts[0], told->texts[1], told->texts[2]);
}

static void again_translation(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_translation(sheet, told->texts[0], told->texts[1]);
}

static void again_name(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_name(sheet, told->texts[0], told->texts[1], told->texts[2]);
}

static void again_series(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_series(sheet, told->series);
}

static void again_list(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_list(sheet, told->texts[0], told->list);
}

static void again_data(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_data(sheet, told->texts[0], told->table);
}

static void again_previous(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_previous(sheet, told->texts[0], told->table);
}

static void again_heading(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_heading(sheet, told->texts[0]);
}

static void again_text(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_text(sheet, told->texts[0]);
}

static void again_callout(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_callout(sheet, told->texts[0]);
}

static void again_words(sheaf_sheet *sheet, const struct told *told)
{
    if (sheet_may_add(sheet))
        added_read(sheet, told->items, told->n_items);
}

static void again_page_break(sheaf_sheet *sheet, const struct told *told)
{
    (void)told;
    sheaf_sheet_add_page_break(sheet);
}

static void again_contents(sheaf_sheet *sheet, const struct told *told)
{
    (void)told;
    sheaf_sheet_add_contents(sheet);
}

static void again_figure(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_figure(sheet, told->texts[0], told->series, told->period, told->flag);
}

static void again_chart(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_chart(sheet, told->chart);
}

static void again_table(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_table_of(sheet, told->texts[0], (const sheaf_series *const *)told->several,
                             told->n_several, told->items, told->n_items);
}

static void again_notes(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_add_notes(sheet, (const char *const *)told->several, told->n_several);
}

static void again_row(sheaf_sheet *sheet, const struct told *told)
{
    (void)told;
    sheaf_sheet_begin_row(sheet);
}

static void again_row_end(sheaf_sheet *sheet, const struct told *told)
{
    (void)told;
    sheaf_sheet_end_row(sheet);
}

static void again_column(sheaf_sheet *sheet, const struct told *told)
{
    (void)told;
    sheaf_sheet_begin_column(sheet);
}

static void again_column_end(sheaf_sheet *sheet, const struct told *told)
{
    (void)told;
    sheaf_sheet_end_column(sheet);
}

static void again_span(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_span(sheet, told->number);
}

static void again_id(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_id(sheet, told->texts[0]);
}

static void again_decimals(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_decimals(sheet, told->number);
}

static void again_ranges(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_ranges(sheet, told->flag);
}

static void again_columns(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_columns(sheet, told->number);
}

static void again_width(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_block_width(sheet, (sheaf_block_width)told->number);
}

static void again_height(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_height(sheet, told->height);
}

static void again_together(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_keep_together(sheet, told->flag);
}

static void again_scale(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_scale(sheet, (sheaf_scale)told->number);
}

static void again_definitions(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_definitions(sheet, told->flag);
}

static void again_described(sheaf_sheet *sheet, const struct told *told)
{
    sheaf_sheet_set_described(sheet, told->flag);
}

static void (*const again[TOLD_CALLS])(sheaf_sheet *sheet, const struct told *told) = {
    [TOLD_SPEC] = again_spec,
    [TOLD_ROOT] = again_root,
    [TOLD_PARAMETER] = again_parameter,
    [TOLD_LANGUAGE] = again_language,
    [TOLD_TITLE] = again_title,
    [TOLD_DECK] = again_deck,
    [TOLD_HEADER] = again_header,
    [TOLD_FOOTER] = again_footer,
    [TOLD_SOURCE] = again_source,
    [TOLD_TRANSLATION] = again_translation,
    [TOLD_NAME] = again_name,
    [TOLD_SERIES] = again_series,
    [TOLD_LIST] = again_list,
    [TOLD_DATA] = again_data,
    [TOLD_PREVIOUS] = again_previous,
    [TOLD_HEADING] = again_heading,
    [TOLD_TEXT] = again_text,
    [TOLD_CALLOUT] = again_callout,
    [TOLD_WORDS] = again_words,
    [TOLD_PAGE_BREAK] = again_page_break,
    [TOLD_CONTENTS] = again_contents,
    [TOLD_FIGURE] = again_figure,
    [TOLD_CHART] = again_chart,
    [TOLD_TABLE] = again_table,
    [TOLD_NOTES] = again_notes,
    [TOLD_ROW] = again_row,
    [TOLD_ROW_END] = again_row_end,
    [TOLD_COLUMN] = again_column,
    [TOLD_COLUMN_END] = again_column_end,
    [TOLD_SPAN] = again_span,
    [TOLD_ID] = again_id,
    [TOLD_DECIMALS] = again_decimals,
    [TOLD_RANGES] = again_ranges,
    [TOLD_COLUMNS] = again_columns,
    [TOLD_WIDTH] = again_width,
    [TOLD_HEIGHT] = again_height,
    [TOLD_TOGETHER] = again_together,
    [TOLD_SCALE] = again_scale,
    [TOLD_DEFINITIONS] = again_definitions,
    [TOLD_DESCRIBED] = again_described,
};

/* A copy ------------------------------------------------------------------------------------- */

/* Settings that the calls say again. */
enum { SAID_AGAIN = SAID_TITLE | SAID_DECK | SAID_HEADER | SAID_FOOTER | SAID_LANGUAGE };

static const char *copy_text(sheaf_sheet *copy, const char *text)
{
    return text != NULL ? arena_string(&copy->arena, text) : NULL;
}

/* Those that a spec has said, it says again. */
static void copy_settings(sheaf_sheet *copy, const sheaf_sheet *sheet)
{
    copy->said = sheet->said & ~(unsigned)SAID_AGAIN;
    copy->date = sheet->date;
    copy->made = sheet->made;
    copy->release = sheet->release;
    copy->next_release = sheet->next_release;
    copy->extracted = sheet->extracted;
    copy->page = sheet->page;
    copy->page.paper = copy_text(copy, sheet->page.paper);
    copy->most_pages = sheet->most_pages;
    copy->page_limit = sheet->page_limit;
    copy->cover = sheet->cover;
    copy->flags = sheet->flags;
    copy->numbers = sheet->numbers;
    copy->contents = sheet->contents;
    copy->leaves_out_files = sheet->leaves_out_files;
    copy->is_pdf_2 = sheet->is_pdf_2;
    copy->author = copy_text(copy, sheet->author);
    copy->font_folder = copy_text(copy, sheet->font_folder);
}

static void copy_look(sheaf_sheet *copy, const sheaf_sheet *sheet)
{
    if (sheet->said & SAID_THEME && sheet->theme != NULL) {
        copy->theme = theme_copy(copy->context, sheet->theme);
        error_take(&copy->error, sheaf_theme_error(copy->theme));
    }
    if (sheet->said & SAID_LOGO && sheet->logo != NULL && sheet_is_well(copy)) {
        copy->logo = theme_copy_logo(sheet->logo, &copy->arena);
        if (copy->logo != NULL)
            sheet_add_input(copy, copy->logo->file);
    }
}

sheaf_sheet *sheaf_sheet_copy(const sheaf_sheet *sheet, sheaf_context *context)
{
    sheaf_sheet *copy = sheaf_sheet_create(context);

    if (!sheet_is_well(copy))
        return copy;
    if (!sheet_is_well(sheet)) {
        for (size_t i = 0; sheet != NULL && i < sheet->n_told && sheet_is_well(copy); i++)
            (void)!sheet_tell(copy, &sheet->told[i]);
        error_take(&copy->error, sheaf_sheet_error(sheet));
        return copy;
    }
    copy_settings(copy, sheet);
    copy_look(copy, sheet);
    for (const struct told *told = sheet->first_told; told != NULL && sheet_is_well(copy);
         told = told->next)
        again[told->call](copy, told);
    return copy;
}
