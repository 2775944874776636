/* sheet.c - the functions of sheaf/sheet.h that fill a sheet in. */
#include <string.h>

#include "base/sized.h"
#include "chart/chart.h"
#include "chart/layout.h"
#include "chart/words/amounts.h"
#include "period/period.h"
#include "series/rounding.h"
#include "series/series.h"
#include "sheet/blocks/block.h"
#include "sheet/blocks/table.h"
#include "sheet/journal.h"
#include "sheet/layout/layout.h"
#include "text/text.h"

static bool is_empty(const char *text)
{
    return text == NULL || text[0] == '\0';
}

static const struct markup *read_markup(sheaf_sheet *sheet, const char *text, unsigned flags)
{
    const struct sheet_scope scope = { .sheet = sheet };

    return is_empty(text) ? NULL : markup_read(&scope, text, strlen(text), flags);
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
    sheet->title = read_markup(sheet, title, MARKUP_GIVEN);
    if (sheet->title != NULL && markup_is_blank(sheet->title))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, BLANK_TITLE_MISTAKE);
    journal_add(sheet, &(struct told){ .call = TOLD_TITLE, .texts = { title } });
}

void sheaf_sheet_set_deck(sheaf_sheet *sheet, const char *deck)
{
    if (!sheet_may_add(sheet))
        return;
    sheet->said |= SAID_DECK;
    sheet->deck = read_markup(sheet, deck, MARKUP_GIVEN);
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

/* Appends a block to the innermost open row or column, or to the page. */
static void append(sheaf_sheet *sheet, struct block *block)
{
    if (block != NULL)
        block_list_append(
            sheet->open != NULL ? block_group_list(sheet->open->block) : &sheet->blocks, block);
}

struct block *sheet_last_block(const sheaf_sheet *sheet)
{
    return (sheet->open != NULL ? block_group_list(sheet->open->block) : &sheet->blocks)->last;
}

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

/* A text that must be there; an empty one makes no block. */
static bool is_given(sheaf_sheet *sheet, const char *text)
{
    if (text == NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "no text where one is needed (NULL)");
    return text != NULL;
}

void sheaf_sheet_add_heading(sheaf_sheet *sheet, const char *text)
{
    if (!sheet_may_add(sheet) || !is_given(sheet, text))
        return;
    append(sheet, block_heading_create(sheet, read_markup(sheet, text, 0)));
    journal_add(sheet, &(struct told){ .call = TOLD_HEADING, .texts = { text } });
}

void sheaf_sheet_add_contents(sheaf_sheet *sheet)
{
    if (!sheet_may_add(sheet))
        return;
    append(sheet, block_contents_create(sheet));
    journal_add(sheet, &(struct told){ .call = TOLD_CONTENTS });
}

void sheaf_sheet_add_text(sheaf_sheet *sheet, const char *text)
{
    if (!sheet_may_add(sheet) || !is_given(sheet, text))
        return;
    append(sheet, block_text_create(sheet, read_markup(sheet, text, MARKUP_PARAGRAPHS)));
    journal_add(sheet, &(struct told){ .call = TOLD_TEXT, .texts = { text } });
}

void sheaf_sheet_add_callout(sheaf_sheet *sheet, const char *text)
{
    if (!sheet_may_add(sheet) || !is_given(sheet, text))
        return;
    append(sheet, block_callout_create(sheet, read_markup(sheet, text, MARKUP_PARAGRAPHS)));
    journal_add(sheet, &(struct told){ .call = TOLD_CALLOUT, .texts = { text } });
}

void sheaf_sheet_add_page_break(sheaf_sheet *sheet)
{
    if (!sheet_may_add(sheet))
        return;
    if (sheet->open != NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, PAGE_BREAK_MISTAKE);
    else
        append(sheet, block_page_break_create(sheet));
    journal_add(sheet, &(struct told){ .call = TOLD_PAGE_BREAK });
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

void sheaf_sheet_add_figure(sheaf_sheet *sheet, const char *label, const sheaf_series *series,
                            sheaf_period period, bool with_growth)
{
    if (!sheet_may_add(sheet))
        return;
    const sheaf_series *copy = sheet_copy_series(sheet, series);
    const struct markup *words = read_markup(sheet, label, MARKUP_LABEL);
    if (copy == NULL || !sheet_is_well(sheet))
        return;
    if (!period_valid(period)) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "a key figure needs a period");
        return;
    }
    const sheaf_observation *observation = sheaf_series_find(copy, period, ROOM);
    char when[SHEAF_PERIOD_TEXT];
    sheaf_period_write(period, when);
    if (observation == NULL) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "'%.80s' has no figure for %s",
             sheaf_series_name(copy), when);
        return;
    }
    struct block *block = sheet_last_block(sheet);
    if (block == NULL || block->type != &block_figures) {
        block = block_figures_create(sheet);
        append(sheet, block);
    }
    if (block == NULL)
        return;
    struct key_figure *figure = block_figures_add(sheet, block, words, copy, observation);
    if (figure != NULL && with_growth && !key_figure_add_growth(sheet, figure))
        return;
    journal_add(sheet, &(struct told){ .call = TOLD_FIGURE,
                                       .texts = { label },
                                       .series = copy,
                                       .period = period,
                                       .flag = with_growth });
}

void sheaf_sheet_add_chart(sheaf_sheet *sheet, const sheaf_chart *chart)
{
    if (!sheet_may_add(sheet))
        return;
    if (chart == NULL) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "no chart where one is needed");
        return;
    }
    sheaf_chart *copy = sheet_keep_chart(sheet, chart_copy(chart, sheet->context));
    if (copy == NULL)
        return;
    const struct markup *title = read_markup(sheet, copy->title, MARKUP_CHART);
    const struct markup *subtitle = read_markup(sheet, copy->subtitle, MARKUP_CHART);
    if (sheet_is_well(sheet))
        append(sheet, block_chart_create(sheet, copy, title, subtitle));
    journal_add(sheet, &(struct told){ .call = TOLD_CHART, .chart = copy });
}

/* A column for each period, and one for the growth in the last. */
static sheaf_table_column *list_columns(sheaf_sheet *sheet, const sheaf_period *periods, size_t n,
                                        bool with_growth)
{
    sheaf_table_column *columns = arena_array(&sheet->arena, sheaf_table_column, n + 1);

    for (size_t i = 0; columns != NULL && i < n; i++)
        columns[i] = (sheaf_table_column){ .period = periods[i] };
    if (columns != NULL && with_growth)
        columns[n] = (sheaf_table_column){ .period = periods[n - 1], .growth = true };
    return columns;
}

static void refuse_table(sheaf_sheet *sheet)
{
    fail(&sheet->error, SHEAF_BAD_ARGUMENT, "a table needs series and periods");
}

void sheaf_sheet_add_table(sheaf_sheet *sheet, const sheaf_series *const *series, size_t n_series,
                           const sheaf_period *periods, size_t n_periods, bool with_growth)
{
    if (!sheet_may_add(sheet))
        return;
    if (periods == NULL || n_periods == 0) {
        refuse_table(sheet);
        return;
    }
    sheaf_sheet_add_table_of(sheet, NULL, series, n_series,
                             list_columns(sheet, periods, n_periods, with_growth),
                             n_periods + (with_growth ? 1 : 0));
}

/* The caller's columns are as far apart as the first one is large. */
static bool copy_columns(sheaf_sheet *sheet, const sheaf_table_column *columns, size_t n,
                         struct sheet_column *own)
{
    const unsigned char *bytes = (const unsigned char *)columns;
    size_t size = sized_size(bytes, sizeof *columns);

    for (size_t i = 0; i < n; i++) {
        const unsigned char *given = bytes + i * size;
        sheaf_table_column column;

        if (size < sizeof column.size || sized_size(given, sizeof column) != size)
            fail(&sheet->error, SHEAF_BAD_ARGUMENT, "column %zu of %zu has a wrong size", i + 1, n);
        else if (!sized_take(&column, sizeof column, sizeof column, given))
            fail(&sheet->error, SHEAF_BAD_ARGUMENT,
                 "column %zu of %zu says more than this version of libsheaf (%s) knows", i + 1, n,
                 sheaf_version());
        else if (!period_valid(column.period))
            fail(&sheet->error, SHEAF_BAD_ARGUMENT, "column %zu of %zu has no period", i + 1, n);
        else
            own[i] = (struct sheet_column){ .period = column.period,
                                            .is_growth = column.growth,
                                            .is_change = column.growth,
                                            .decimals = DECIMALS_FOR_PEOPLE };
        if (!sheet_is_well(sheet))
            return false;
    }
    return true;
}

static bool copy_rows(sheaf_sheet *sheet, const sheaf_series *const *series, size_t n,
                      struct sheet_row *rows)
{
    for (size_t i = 0; i < n; i++) {
        rows[i].series = sheet_copy_series(sheet, series[i]);
        if (rows[i].series == NULL)
            return false;
    }
    return true;
}

/* The columns as the caller's structs, and the series of the rows. */
static void note_table(sheaf_sheet *sheet, const char *title, const struct sheet_row *rows,
                       size_t n_rows, const struct sheet_column *columns, size_t n_columns)
{
    sheaf_table_column *own = arena_array(&sheet->arena, sheaf_table_column, n_columns);
    const void **series = arena_array(&sheet->arena, const void *, n_rows);

    if (own == NULL || series == NULL)
        return;
    for (size_t i = 0; i < n_columns; i++)
        own[i] = (sheaf_table_column){ sizeof *own, columns[i].period, columns[i].is_growth };
    for (size_t i = 0; i < n_rows; i++)
        series[i] = rows[i].series;
    journal_add(sheet, &(struct told){ .call = TOLD_TABLE,
                                       .texts = { title },
                                       .items = own,
                                       .n_items = n_columns,
                                       .several = series,
                                       .n_several = n_rows });
}

void sheaf_sheet_add_table_of(sheaf_sheet *sheet, const char *title,
                              const sheaf_series *const *series, size_t n_series,
                              const sheaf_table_column *columns, size_t n_columns)
{
    if (!sheet_may_add(sheet))
        return;
    if (series == NULL || n_series == 0 || columns == NULL || n_columns == 0) {
        refuse_table(sheet);
        return;
    }
    struct sheet_row *rows = arena_array(&sheet->arena, struct sheet_row, n_series);
    struct sheet_column *own = arena_array(&sheet->arena, struct sheet_column, n_columns);
    if (rows == NULL || own == NULL || !copy_columns(sheet, columns, n_columns, own))
        return;
    const struct markup *words = read_markup(sheet, title, 0);
    if (!sheet_is_well(sheet) || !copy_rows(sheet, series, n_series, rows))
        return;
    append(sheet, block_table_create(sheet, words, rows, n_series, own, n_columns));
    note_table(sheet, title, rows, n_series, own, n_columns);
}

static void begin_group(sheaf_sheet *sheet, const struct block_type *type)
{
    if (!sheet_may_add(sheet))
        return;
    struct block *block = block_group_create(sheet, type);
    struct open_group *open = arena_new(&sheet->arena, struct open_group);
    if (block == NULL || open == NULL)
        return;
    append(sheet, block);
    *open = (struct open_group){ block, sheet->open };
    sheet->open = open;
    journal_add(sheet, &(struct told){ .call = type == &block_row ? TOLD_ROW : TOLD_COLUMN });
}

static void end_group(sheaf_sheet *sheet, const struct block_type *type)
{
    if (!sheet_may_add(sheet))
        return;
    if (sheet->open == NULL || sheet->open->block->type != type)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "a %s is ended that was not begun", type->name);
    else if (block_group_list(sheet->open->block)->first == NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "a %s without blocks", type->name);
    else
        sheet->open = sheet->open->outer;
    journal_add(sheet,
                &(struct told){ .call = type == &block_row ? TOLD_ROW_END : TOLD_COLUMN_END });
}

void sheaf_sheet_begin_row(sheaf_sheet *sheet)
{
    begin_group(sheet, &block_row);
}

void sheaf_sheet_end_row(sheaf_sheet *sheet)
{
    end_group(sheet, &block_row);
}

void sheaf_sheet_begin_column(sheaf_sheet *sheet)
{
    begin_group(sheet, &block_column);
}

void sheaf_sheet_end_column(sheaf_sheet *sheet)
{
    end_group(sheet, &block_column);
}

static void note_notes(sheaf_sheet *sheet, const char *const *notes, size_t n)
{
    const void **own = arena_array(&sheet->arena, const void *, n + 1);

    for (size_t i = 0; own != NULL && i < n; i++)
        own[i] = notes[i] != NULL ? arena_string(&sheet->arena, notes[i]) : NULL;
    if (own != NULL)
        journal_add(sheet, &(struct told){ .call = TOLD_NOTES, .several = own, .n_several = n });
}

void sheaf_sheet_add_notes(sheaf_sheet *sheet, const char *const *notes, size_t n)
{
    const struct sheet_scope scope = { .sheet = sheet };
    struct markup *first = NULL, **last = &first;

    if (!sheet_may_add(sheet))
        return;
    if (notes == NULL && n > 0) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "there are no notes to add");
        return;
    }
    for (size_t i = 0; i < n; i++) {
        const char *note = notes[i] != NULL ? notes[i] : "";
        *last = markup_read(&scope, note, strlen(note), 0);
        if (*last == NULL)
            return;
        last = &(*last)->next;
    }
    append(sheet, block_notes_create(sheet, first));
    note_notes(sheet, notes, n);
}
