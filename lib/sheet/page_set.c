/* page_set.c - the functions of sheaf/sheet.h about pages, and what stands around their blocks. */
#include <string.h>

#include "base/sized.h"
#include "chart/theme_assets.h"
#include "sheet/blocks/block.h"
#include "sheet/journal.h"
#include "sheet/page_format.h"

void sheaf_sheet_set_page(sheaf_sheet *sheet, sheaf_page_size size)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_PAGE;
    if ((int)size < SHEAF_A4 || size > SHEAF_16_9)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "no page size has the number %d", (int)size);
    else
        sheet->page = page_format_of(size);
}

static void set_margin(double points, double *margin)
{
    if (!(points < 0))
        *margin = points;
}

void sheaf_sheet_set_page_format(sheaf_sheet *sheet, const sheaf_page_format *format)
{
    sheaf_page_format own = SHEAF_PAGE_FORMAT_INIT;

    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_PAGE;
    if (format != NULL && !sized_take(&own, sizeof own, sizeof own, format)) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "a page's format begins with its own size: use SHEAF_PAGE_FORMAT_INIT");
        return;
    }
    struct page_format page = page_format_of(SHEAF_A4);
    if (own.paper != NULL && !page_format_read(own.paper, strlen(own.paper), &page)) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, PAGE_MISTAKE, own.paper);
        return;
    }
    if (own.paper != NULL)
        page.paper = arena_string(&sheet->arena, own.paper);
    set_margin(own.top, &page.top);
    set_margin(own.right, &page.right);
    set_margin(own.bottom, &page.bottom);
    set_margin(own.left, &page.left);
    if ((int)own.blocks < SHEAF_WIDTH_USUAL || own.blocks > SHEAF_WIDTH_COLUMN) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "no width of blocks has the number %d",
             (int)own.blocks);
        return;
    }
    page.blocks = own.blocks;
    if (own.columns > 0)
        page.columns = own.columns;
    const char *mistake = page_format_check(&page);
    if (own.columns < 0 || own.columns > MOST_TEXT_COLUMNS)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, TEXT_COLUMNS_MISTAKE, MOST_TEXT_COLUMNS);
    else if (mistake != NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "%s", mistake);
    else
        sheet->page = page;
}

void sheaf_sheet_set_most_pages(sheaf_sheet *sheet, size_t pages)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_PAGES;
    if (pages > MOST_FITTED_PAGES)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "a sheet is fitted to %d pages at most",
             MOST_FITTED_PAGES);
    else
        sheet->most_pages = pages;
}

void sheaf_sheet_set_page_limit(sheaf_sheet *sheet, size_t pages)
{
    if (sheet_may_change(sheet))
        sheet->page_limit = pages;
}

void sheaf_sheet_set_cover(sheaf_sheet *sheet, const char *color)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_COVER;
    sheet->cover = (struct cover){ .is_wanted = color != NULL };
    if (color == NULL || color[0] == '\0')
        return;
    sheet->cover.has_color = true;
    if (!color_read(color, strlen(color), &sheet->cover.color))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "'%.40s' is no colour; write it as #1F5FA8", color);
}

void sheaf_sheet_set_logo(sheaf_sheet *sheet, const char *path, const char *alternative)
{
    const char *why = NULL;

    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_LOGO;
    sheet->logo = NULL;
    if (path == NULL || path[0] == '\0')
        return;
    const struct theme_source source = { .context = sheet->context };
    if (alternative == NULL || alternative[0] == '\0') {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, LOGO_WORDS_MISTAKE);
        return;
    }
    sheet->logo = theme_open_logo(&source, path, alternative, &sheet->arena, &why);
    if (sheet->logo != NULL)
        sheet_add_input(sheet, sheet->logo->file);
    else if (why != NULL)
        fail(&sheet->error, SHEAF_BAD_INPUT, "%s", why);
}

static void set_line(sheaf_sheet *sheet, struct page_line *line, sheaf_slot slot, const char *text)
{
    const struct sheet_scope scope = { .sheet = sheet };

    if ((int)slot < SHEAF_SLOT_LEFT || slot > SHEAF_SLOT_RIGHT)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "no place of a line has the number %d", (int)slot);
    else if (text == NULL)
        line->slots[slot] = NULL;
    else
        line->slots[slot] = markup_read(&scope, text, strlen(text), MARKUP_PAGE | MARKUP_GIVEN);
}

void sheaf_sheet_set_header_at(sheaf_sheet *sheet, sheaf_slot slot, const char *text)
{
    if (!sheet_may_add(sheet))
        return;
    sheet->said |= SAID_HEADER;
    set_line(sheet, &sheet->header, slot, text);
    journal_add(sheet,
                &(struct told){ .call = TOLD_HEADER, .number = (int)slot, .texts = { text } });
}

void sheaf_sheet_set_footer_at(sheaf_sheet *sheet, sheaf_slot slot, const char *text)
{
    if (!sheet_may_add(sheet))
        return;
    sheet->said |= SAID_FOOTER;
    set_line(sheet, &sheet->footer, slot, text);
    journal_add(sheet,
                &(struct told){ .call = TOLD_FOOTER, .number = (int)slot, .texts = { text } });
}

void sheaf_sheet_set_header(sheaf_sheet *sheet, const char *text)
{
    sheaf_sheet_set_header_at(sheet, SHEAF_SLOT_LEFT,
                              text != NULL && text[0] != '\0' ? text : NULL);
}

void sheaf_sheet_set_footer(sheaf_sheet *sheet, const char *text)
{
    sheaf_sheet_set_footer_at(sheet, SHEAF_SLOT_LEFT,
                              text != NULL && text[0] != '\0' ? text : NULL);
}
