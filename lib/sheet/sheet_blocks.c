/* sheet_blocks.c - the functions of sheaf/sheet.h that add blocks, rows and columns to a sheet. */
#include <string.h>

#include "chart/chart.h"
#include "chart/layout.h"
#include "period/period.h"
#include "series/series.h"
#include "sheet/adding.h"

const struct markup *sheet_words(sheaf_sheet *sheet, const char *text, unsigned flags)
{
    const struct sheet_scope scope = { .sheet = sheet };

    return text == NULL || text[0] == '\0' ? NULL : markup_read(&scope, text, strlen(text), flags);
}

void sheet_append(sheaf_sheet *sheet, struct block *block)
{
    if (block != NULL)
        block_list_append(
            sheet->open != NULL ? block_group_list(sheet->open->block) : &sheet->blocks, block);
}

struct block *sheet_last_block(const sheaf_sheet *sheet)
{
    return (sheet->open != NULL ? block_group_list(sheet->open->block) : &sheet->blocks)->last;
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
    sheet_append(sheet, block_heading_create(sheet, sheet_words(sheet, text, 0)));
    journal_add(sheet, &(struct told){ .call = TOLD_HEADING, .texts = { text } });
}

void sheaf_sheet_add_contents(sheaf_sheet *sheet)
{
    if (!sheet_may_add(sheet))
        return;
    sheet_append(sheet, block_contents_create(sheet));
    journal_add(sheet, &(struct told){ .call = TOLD_CONTENTS });
}

void sheaf_sheet_add_text(sheaf_sheet *sheet, const char *text)
{
    if (!sheet_may_add(sheet) || !is_given(sheet, text))
        return;
    sheet_append(sheet, block_text_create(sheet, sheet_words(sheet, text, MARKUP_PARAGRAPHS)));
    journal_add(sheet, &(struct told){ .call = TOLD_TEXT, .texts = { text } });
}

void sheaf_sheet_add_callout(sheaf_sheet *sheet, const char *text)
{
    if (!sheet_may_add(sheet) || !is_given(sheet, text))
        return;
    sheet_append(sheet, block_callout_create(sheet, sheet_words(sheet, text, MARKUP_PARAGRAPHS)));
    journal_add(sheet, &(struct told){ .call = TOLD_CALLOUT, .texts = { text } });
}

void sheaf_sheet_add_page_break(sheaf_sheet *sheet)
{
    if (!sheet_may_add(sheet))
        return;
    if (sheet->open != NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, PAGE_BREAK_MISTAKE);
    else
        sheet_append(sheet, block_page_break_create(sheet));
    journal_add(sheet, &(struct told){ .call = TOLD_PAGE_BREAK });
}

void sheaf_sheet_add_figure(sheaf_sheet *sheet, const char *label, const sheaf_series *series,
                            sheaf_period period, bool with_growth)
{
    if (!sheet_may_add(sheet))
        return;
    const sheaf_series *copy = sheet_copy_series(sheet, series);
    const struct markup *words = sheet_words(sheet, label, MARKUP_LABEL);
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
        sheet_append(sheet, block);
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
    const struct markup *title = sheet_words(sheet, copy->title, MARKUP_CHART);
    const struct markup *subtitle = sheet_words(sheet, copy->subtitle, MARKUP_CHART);
    if (sheet_is_well(sheet))
        sheet_append(sheet, block_chart_create(sheet, copy, title, subtitle));
    journal_add(sheet, &(struct told){ .call = TOLD_CHART, .chart = copy });
}

static void begin_group(sheaf_sheet *sheet, const struct block_type *type)
{
    if (!sheet_may_add(sheet))
        return;
    struct block *block = block_group_create(sheet, type);
    struct open_group *open = arena_new(&sheet->arena, struct open_group);
    if (block == NULL || open == NULL)
        return;
    sheet_append(sheet, block);
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
    sheet_append(sheet, block_notes_create(sheet, first));
    note_notes(sheet, notes, n);
}
