/* sheet_get.c - what a sheet was told, by a program or its spec, for programs that show or change it. */
#include <stdio.h>
#include <string.h>

#include "base/sized.h"
#include "chart/theme.h"
#include "sheaf/block.h"
#include "sheet/model.h"
#include "sheet/spec/parameters.h"
#include "sheet/words/names.h"

static const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

/* As it was written; NULL: there is no text. */
static const char *written(const struct markup *markup)
{
    return markup != NULL ? or_empty(markup->given) : NULL;
}

const char *sheaf_sheet_get_title(const sheaf_sheet *sheet)
{
    return or_empty(sheet != NULL ? written(sheet->title) : NULL);
}

const char *sheaf_sheet_get_deck(const sheaf_sheet *sheet)
{
    return or_empty(sheet != NULL ? written(sheet->deck) : NULL);
}

static const char *slot_of(const struct page_line *line, sheaf_slot slot)
{
    bool is_known = (int)slot >= SHEAF_SLOT_LEFT && slot <= SHEAF_SLOT_RIGHT;

    return is_known ? written(line->slots[slot]) : NULL;
}

const char *sheaf_sheet_get_header_at(const sheaf_sheet *sheet, sheaf_slot slot)
{
    return sheet != NULL ? slot_of(&sheet->header, slot) : NULL;
}

const char *sheaf_sheet_get_footer_at(const sheaf_sheet *sheet, sheaf_slot slot)
{
    return sheet != NULL ? slot_of(&sheet->footer, slot) : NULL;
}

const char *sheaf_sheet_get_header(const sheaf_sheet *sheet)
{
    return or_empty(sheaf_sheet_get_header_at(sheet, SHEAF_SLOT_LEFT));
}

const char *sheaf_sheet_get_footer(const sheaf_sheet *sheet)
{
    return or_empty(sheaf_sheet_get_footer_at(sheet, SHEAF_SLOT_LEFT));
}

const char *sheaf_sheet_get_language(const sheaf_sheet *sheet)
{
    return sheet != NULL && sheet->language != NULL ? sheet->language : "en";
}

const char *sheaf_sheet_get_author(const sheaf_sheet *sheet)
{
    return or_empty(sheet != NULL ? sheet->author : NULL);
}

const char *sheaf_sheet_get_font_folder(const sheaf_sheet *sheet)
{
    return or_empty(sheet != NULL ? sheet->font_folder : NULL);
}

const char *sheaf_sheet_get_root(const sheaf_sheet *sheet)
{
    return or_empty(sheet != NULL ? sheet->root : NULL);
}

/* Dates are kept as numbers. False: there is none. */
static bool write_date(const struct date *date, char text[SHEAF_DATE_TEXT])
{
    if (text == NULL)
        return date != NULL && date->year != 0;
    text[0] = '\0';
    if (date == NULL || date->year == 0)
        return false;
    char own[3 * 12 + 3]; /* of any three integers */
    snprintf(own, sizeof own, "%04d-%02d-%02d", date->year, date->month, date->day);
    memcpy(text, own, SHEAF_DATE_TEXT - 1);
    text[SHEAF_DATE_TEXT - 1] = '\0';
    return true;
}

bool sheaf_sheet_get_date(const sheaf_sheet *sheet, char date[SHEAF_DATE_TEXT])
{
    return write_date(sheet != NULL ? &sheet->date : NULL, date);
}

bool sheaf_sheet_get_release(const sheaf_sheet *sheet, char date[SHEAF_DATE_TEXT])
{
    return write_date(sheet != NULL ? &sheet->release : NULL, date);
}

bool sheaf_sheet_get_next_release(const sheaf_sheet *sheet, char date[SHEAF_DATE_TEXT])
{
    return write_date(sheet != NULL ? &sheet->next_release : NULL, date);
}

bool sheaf_sheet_get_extracted(const sheaf_sheet *sheet, char date[SHEAF_DATE_TEXT])
{
    return write_date(sheet != NULL ? &sheet->extracted : NULL, date);
}

bool sheaf_sheet_get_made(const sheaf_sheet *sheet, char date[SHEAF_DATE_TEXT])
{
    return write_date(sheet != NULL ? &sheet->made : NULL, date);
}

bool sheaf_sheet_get_numbers(const sheaf_sheet *sheet)
{
    return sheet != NULL && sheet->numbers;
}

bool sheaf_sheet_get_attachments(const sheaf_sheet *sheet)
{
    return sheet == NULL || !sheet->leaves_out_files;
}

sheaf_pdf sheaf_sheet_get_pdf(const sheaf_sheet *sheet)
{
    return sheet != NULL && sheet->is_pdf_2 ? SHEAF_PDF_2_0 : SHEAF_PDF_1_7;
}

bool sheaf_sheet_get_contents(const sheaf_sheet *sheet, bool *contents)
{
    if (sheet == NULL || sheet->contents == CONTENTS_WHERE_LONG)
        return false;
    if (contents != NULL)
        *contents = sheet->contents == CONTENTS_ALWAYS;
    return true;
}

sheaf_flags sheaf_sheet_get_flags(const sheaf_sheet *sheet)
{
    return sheet != NULL ? sheet->flags : SHEAF_FLAGS_ESTIMATED;
}

bool sheaf_sheet_get_page(const sheaf_sheet *sheet, sheaf_page_size *size)
{
    const struct page_format page = page_format_of(SHEAF_A4);

    return page_format_size(sheet != NULL ? &sheet->page : &page, size);
}

bool sheaf_sheet_get_page_format(const sheaf_sheet *sheet, sheaf_page_format *format)
{
    const struct page_format standard = page_format_of(SHEAF_A4);
    const struct page_format *page = sheet != NULL ? &sheet->page : &standard;
    const sheaf_page_format own = { .size = sizeof own,
                                    .paper = page->paper,
                                    .top = page->top,
                                    .right = page->right,
                                    .bottom = page->bottom,
                                    .left = page->left,
                                    .columns = page->columns,
                                    .blocks = page->blocks };

    return format != NULL && sized_give(format, sizeof *format, &own, sizeof own);
}

size_t sheaf_sheet_get_most_pages(const sheaf_sheet *sheet)
{
    return sheet != NULL ? sheet->most_pages : 0;
}

size_t sheaf_sheet_get_page_limit(const sheaf_sheet *sheet)
{
    return sheet != NULL ? sheet->page_limit : 0;
}

bool sheaf_sheet_get_cover(const sheaf_sheet *sheet, char color[SHEAF_COLOR_TEXT])
{
    if (sheet == NULL || !sheet->cover.is_wanted)
        return false;
    if (color == NULL)
        return true;
    const struct color *own = &sheet->cover.color;
    color[0] = '\0';
    if (sheet->cover.has_color)
        snprintf(color, SHEAF_COLOR_TEXT, "#%02X%02X%02X", own->red, own->green, own->blue);
    return true;
}

bool sheaf_sheet_get_logo(const sheaf_sheet *sheet, const char **path, const char **alternative)
{
    const struct theme_logo *logo = sheet != NULL ? sheet->logo : NULL;

    if (logo != NULL && path != NULL)
        *path = logo->file;
    if (logo != NULL && alternative != NULL)
        *alternative = logo->alternative;
    return logo != NULL;
}

const char *sheaf_sheet_get_parameter(const sheaf_sheet *sheet, const char *name)
{
    const struct spec_parameter *known = sheet != NULL ? sheet->parameters : NULL;

    while (known != NULL && (name == NULL || strcmp(known->name, name) != 0))
        known = known->next;
    return known != NULL ? known->value : NULL;
}

const char *sheaf_sheet_get_name(const sheaf_sheet *sheet, const char *member, const char *form)
{
    const struct member_names *names =
        sheet != NULL && member != NULL ? names_find(sheet, member) : NULL;
    const struct name_in_language *own =
        names != NULL ? names_in_language(names, sheaf_sheet_get_language(sheet)) : NULL;

    if (own == NULL || form == NULL)
        return own != NULL ? own->name : NULL;
    for (size_t i = 0; i < own->n_forms; i++)
        if (strcmp(own->forms[i].form, form) == 0)
            return own->forms[i].text;
    return NULL;
}
