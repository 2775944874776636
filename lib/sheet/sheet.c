/* sheet.c - the functions of sheaf/sheet.h that say what a sheet is about and whose it is. */
#include <string.h>

#include "series/series.h"
#include "sheet/adding.h"
#include "text/text.h"

static bool is_empty(const char *text)
{
    return text == NULL || text[0] == '\0';
}

static void set_string(sheaf_sheet *sheet, const char **field, const char *text)
{
    *field = is_empty(text) ? NULL : arena_string(&sheet->arena, text);
}

void sheaf_sheet_set_title(sheaf_sheet *sheet, const char *title)
{
    if (!sheet_may_add(sheet))
        return;
    sheet->said |= SAID_TITLE;
    sheet->title = sheet_words(sheet, title, MARKUP_GIVEN);
    if (sheet->title != NULL && markup_is_blank(sheet->title))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, BLANK_TITLE_MISTAKE);
    journal_add(sheet, &(struct told){ .call = TOLD_TITLE, .texts = { title } });
}

void sheaf_sheet_set_deck(sheaf_sheet *sheet, const char *deck)
{
    if (!sheet_may_add(sheet))
        return;
    sheet->said |= SAID_DECK;
    sheet->deck = sheet_words(sheet, deck, MARKUP_GIVEN);
    journal_add(sheet, &(struct told){ .call = TOLD_DECK, .texts = { deck } });
}

void sheaf_sheet_set_language(sheaf_sheet *sheet, const char *language)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_LANGUAGE;
    sheet->is_ready = false;
    if (is_empty(language))
        language = "en";
    if (text_language_is_known(language))
        set_string(sheet, &sheet->language, language);
    else
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "'%.40s' is no known language; write it as en, ru, kk or zh-Hans", language);
    journal_add(sheet, &(struct told){ .call = TOLD_LANGUAGE, .texts = { language } });
}

void sheaf_sheet_set_date(sheaf_sheet *sheet, const char *date)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_DATE;
    sheet->date = (struct date){ 0 };
    if (!is_empty(date) && !date_read(date, strlen(date), &sheet->date))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "'%.40s' is no date; write it as 2024-06-26", date);
}

void sheaf_sheet_set_made(sheaf_sheet *sheet, const char *date)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->made = (struct date){ 0 };
    if (!is_empty(date) && !date_read(date, strlen(date), &sheet->made))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "'%.40s' is no date; write it as 2024-06-26", date);
}

void sheaf_sheet_set_author(sheaf_sheet *sheet, const char *author)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_AUTHOR;
    set_string(sheet, &sheet->author, author);
}

void sheaf_sheet_set_flags(sheaf_sheet *sheet, sheaf_flags flags)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_FLAGS;
    if ((int)flags < 0 || flags > SHEAF_FLAGS_NONE)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "no such choice of flags: %d", (int)flags);
    else
        sheet->flags = flags;
}

void sheaf_sheet_set_font_folder(sheaf_sheet *sheet, const char *path)
{
    if (sheet_may_change(sheet))
        set_string(sheet, &sheet->font_folder, path);
}

void sheaf_sheet_add_source(sheaf_sheet *sheet, const char *title, const char *date,
                            const char *link)
{
    if (!sheet_may_add(sheet))
        return;
    if (is_empty(title)) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "a source needs a title");
        return;
    }
    struct sheet_source *source = arena_new(&sheet->arena, struct sheet_source);
    if (source == NULL)
        return;
    source->id = "";
    source->title = arena_string(&sheet->arena, title);
    source->link = is_empty(link) ? NULL : arena_string(&sheet->arena, link);
    if (!is_empty(date) && !date_read(date, strlen(date), &source->date))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "'%.40s' is no date; write it as 2024-06-26", date);
    sheet_add_source(sheet, source);
    journal_add(sheet, &(struct told){ .call = TOLD_SOURCE, .texts = { title, date, link } });
}

void sheaf_sheet_add_translation(sheaf_sheet *sheet, const char *language, const char *address)
{
    if (!sheet_may_change(sheet))
        return;
    if (is_empty(language) || is_empty(address) || !text_language_is_known(language)) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "a translation needs a language, such as ru, and an address, such as ru.html");
        return;
    }
    struct sheet_translation *translation = arena_new(&sheet->arena, struct sheet_translation);
    if (translation == NULL)
        return;
    translation->language = arena_string(&sheet->arena, language);
    translation->address = arena_string(&sheet->arena, address);
    if (sheet->last_translation != NULL)
        sheet->last_translation->next = translation;
    else
        sheet->translations = translation;
    sheet->last_translation = translation;
    journal_add(sheet, &(struct told){ .call = TOLD_TRANSLATION, .texts = { language, address } });
}

void sheaf_sheet_add_series(sheaf_sheet *sheet, const sheaf_series *series)
{
    if (!sheet_may_add(sheet))
        return;
    struct named_series *named = arena_new(&sheet->arena, struct named_series);
    const sheaf_series *copy = sheet_copy_series(sheet, series);
    if (named == NULL || copy == NULL)
        return;
    *named = (struct named_series){ .name = sheaf_series_name(copy),
                                    .series = copy,
                                    .next = sheet->series };
    sheet->series = named;
    journal_add(sheet, &(struct told){ .call = TOLD_SERIES, .series = copy });
}
