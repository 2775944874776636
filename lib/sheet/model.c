/* model.c - the sheet as an object: made, filled in, destroyed. */
#include "sheet/model.h"

#include <string.h>

#include "base/sized.h"
#include "chart/layout.h"
#include "series/series.h"
#include "series/series_list.h"
#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"
#include "sheet/spec/spec.h"

/* Returned when memory runs out while a sheet is created; shared, so nothing may write to it.
 * Every function that changes a sheet asks sheet_is_well first. */
static const sheaf_sheet inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
};

/* Stands for a sheet that is NULL. */
static const sheaf_sheet absent = {
    .error = { .status = SHEAF_BAD_ARGUMENT, .message = "there is no sheet (NULL)" },
};

bool sheet_is_well(const sheaf_sheet *sheet)
{
    return sheet != NULL && sheet->error.status == SHEAF_OK;
}

bool sheet_may_change(sheaf_sheet *sheet)
{
    if (!sheet_is_well(sheet))
        return false;
    sheet->output = (sheaf_error){ 0 };
    sheet_pages_destroy(sheet->pages);
    sheet->pages = NULL;
    return true;
}

bool sheet_may_add(sheaf_sheet *sheet)
{
    return sheet_may_change(sheet) && spec_prepare(sheet);
}

enum { MOST_TOLD = 100 };

bool sheet_tell(sheaf_sheet *sheet, const sheaf_error *error)
{
    sheaf_error none = { 0 };

    for (size_t i = 0; i < sheet->n_told; i++)
        if (sheet->told[i].line == error->line && sheet->told[i].column == error->column &&
            strcmp(sheet->told[i].message, error->message) == 0)
            return true;
    if (sheet->n_told == MOST_TOLD)
        return true;
    if (!memory_grow(&sheet->alloc, &none, &sheet->told, &sheet->told_capacity, sheet->n_told + 1,
                     sizeof *sheet->told)) {
        sheet->error = none;
        return false;
    }
    sheet->told[sheet->n_told++] = *error;
    return true;
}

struct block *sheet_blocks(const sheaf_sheet *sheet)
{
    if (sheet->spec_blocks.last == NULL)
        return sheet->blocks.first;
    sheet->spec_blocks.last->next = sheet->blocks.first;
    return sheet->spec_blocks.first;
}

/* Nothing is written to the error of a failed sheet, since the first failure wins. */
sheaf_error *sheet_begin_output(sheaf_sheet *sheet)
{
    if (!sheet_may_change(sheet))
        return sheet != NULL ? &sheet->error : (sheaf_error *)&absent.error;
    sheet->missing.n = 0;
    sheet->remarks = (struct page_remarks){ "", "", "", 0 };
    if (!spec_prepare(sheet))
        return &sheet->error;
    cuts_begin(&sheet->cuts, &sheet->alloc, &sheet->output);
    return &sheet->output;
}

sheaf_sheet *sheet_create(sheaf_context *context, const sheaf_alloc *alloc)
{
    context = context_hold(context);
    alloc = alloc != NULL ? alloc : context_alloc(context);
    sheaf_sheet *sheet = memory_resize(alloc, NULL, 0, sizeof *sheet);

    if (sheet == NULL) {
        context_drop(context);
        return (sheaf_sheet *)&inert;
    }
    *sheet = (sheaf_sheet){ .context = context, .alloc = *alloc, .language = "en" };
    sheet->page = page_format_of(SHEAF_A4);
    arena_init(&sheet->arena, alloc, &sheet->error);
    error_take(&sheet->error, context_error(context));
    return sheet;
}

sheaf_sheet *sheaf_sheet_create(sheaf_context *context)
{
    return sheet_create(context, NULL);
}

void sheaf_sheet_destroy(sheaf_sheet *sheet)
{
    if (sheet == NULL || sheet == &inert)
        return;
    for (struct owned *owned = sheet->owned; owned != NULL; owned = owned->next) {
        sheaf_series_destroy(owned->series);
        sheaf_series_list_destroy(owned->list);
        sheaf_chart_destroy(owned->chart);
    }
    sheet_pages_destroy(sheet->pages);
    sheaf_theme_destroy(sheet->theme);
    cuts_free(&sheet->cuts);
    arena_free(&sheet->arena);
    sheaf_alloc alloc = sheet->alloc;
    memory_free(&alloc, sheet->targets, sheet->target_capacity * sizeof *sheet->targets);
    memory_free(&alloc, sheet->told, sheet->told_capacity * sizeof *sheet->told);
    memory_free(&alloc, sheet->warnings, sheet->warning_capacity * sizeof *sheet->warnings);
    sheaf_context *context = sheet->context;
    memory_free(&alloc, sheet, sizeof *sheet);
    context_drop(context);
}

sheaf_status sheaf_sheet_status(const sheaf_sheet *sheet)
{
    return sheaf_sheet_error(sheet)->status;
}

const char *sheaf_sheet_message(const sheaf_sheet *sheet)
{
    return sheaf_sheet_error(sheet)->message;
}

const sheaf_error *sheaf_sheet_error(const sheaf_sheet *sheet)
{
    if (sheet == NULL)
        return &absent.error;
    return sheet_is_well(sheet) ? &sheet->output : &sheet->error;
}

/* The index-th warning of the sheet's charts, of the last output. */
static bool chart_warning(const sheaf_sheet *sheet, size_t index, sheaf_warning *warning)
{
    for (const struct owned *owned = sheet->owned; owned != NULL; owned = owned->next) {
        size_t n = owned->chart != NULL ? sheaf_chart_warning_count(owned->chart) : 0;
        if (index < n)
            return sheaf_chart_warning(owned->chart, index, warning);
        index -= n;
    }
    return false;
}

static size_t chart_warning_count(const sheaf_sheet *sheet)
{
    size_t n = 0;

    for (const struct owned *owned = sheet->owned; owned != NULL; owned = owned->next)
        n += owned->chart != NULL ? sheaf_chart_warning_count(owned->chart) : 0;
    return n;
}

size_t sheaf_sheet_error_count(const sheaf_sheet *sheet)
{
    if (sheaf_sheet_status(sheet) == SHEAF_OK)
        return 0;
    return sheet != NULL && sheet->n_told > 0 ? sheet->n_told : 1;
}

const sheaf_error *sheaf_sheet_error_at(const sheaf_sheet *sheet, size_t index)
{
    if (index >= sheaf_sheet_error_count(sheet))
        return NULL;
    return sheet != NULL && sheet->n_told > 0 ? &sheet->told[index] : sheaf_sheet_error(sheet);
}

size_t sheaf_sheet_untranslated_count(const sheaf_sheet *sheet)
{
    size_t n = 0;

    for (const struct untranslated *text = sheet != NULL ? sheet->untranslated : NULL; text != NULL;
         text = text->next)
        n++;
    return n;
}

bool sheaf_sheet_untranslated(const sheaf_sheet *sheet, size_t index, sheaf_untranslated *text)
{
    const struct untranslated *entry = sheet != NULL ? sheet->untranslated : NULL;
    sheaf_untranslated own = SHEAF_UNTRANSLATED_INIT;

    while (entry != NULL && index-- > 0)
        entry = entry->next;
    if (entry == NULL || text == NULL)
        return false;
    own.text = entry->text;
    own.line = entry->line;
    own.column = entry->column;
    own.differs = entry->differs;
    return sized_give(text, sizeof *text, &own, sizeof own);
}

size_t sheaf_sheet_warning_count(const sheaf_sheet *sheet)
{
    if (sheet == NULL)
        return 0;
    size_t n = sheet->warning_count + chart_warning_count(sheet) +
               (missing_message(&sheet->missing) != NULL ? 1 : 0);
    for (const struct cut_note *cut = sheet->cuts.first; cut != NULL && cut->message != NULL;
         cut = cut->next)
        n++;
    return n + (sheet->remarks.too_long[0] != '\0') + (sheet->remarks.margins[0] != '\0') +
           (sheet->remarks.last_page[0] != '\0');
}

void sheet_add_warning(sheaf_sheet *sheet, const sheaf_warning *warning)
{
    if (!sheet_is_well(sheet) ||
        !memory_grow(&sheet->alloc, &sheet->error, &sheet->warnings, &sheet->warning_capacity,
                     sheet->warning_count + 1, sizeof *sheet->warnings))
        return;
    sheaf_warning *kept = &sheet->warnings[sheet->warning_count];
    *kept = *warning;
    kept->message = arena_string(&sheet->arena, warning->message);
    kept->file = arena_string(&sheet->arena, warning->file);
    sheet->warning_count += sheet_is_well(sheet);
    if (sheet_is_well(sheet))
        context_log(sheet->context, kept);
}

/* The index-th of those about the pages. */
static const char *page_remark(const sheaf_sheet *sheet, size_t index)
{
    const struct page_remarks *remarks = &sheet->remarks;

    if (remarks->too_long[0] != '\0' && index-- == 0)
        return remarks->too_long;
    if (remarks->margins[0] != '\0' && index-- == 0)
        return remarks->margins;
    return remarks->last_page;
}

static size_t count_cuts(const sheaf_sheet *sheet)
{
    size_t n = 0;

    for (const struct cut_note *cut = sheet->cuts.first; cut != NULL && cut->message != NULL;
         cut = cut->next)
        n++;
    return n;
}

static void tell_cut(const struct cut_note *cut, sheaf_warning *warning)
{
    warning->message = cut->message;
    if (cut->place.line == 0)
        return;
    warning->file = cut->place.file != NULL ? cut->place.file : warning->file;
    warning->line = cut->place.line;
    warning->column = cut->place.column;
}

bool sheaf_sheet_warning(const sheaf_sheet *sheet, size_t index, sheaf_warning *warning)
{
    sheaf_warning own = SHEAF_WARNING_INIT;

    if (index >= sheaf_sheet_warning_count(sheet) || warning == NULL)
        return false;
    const struct sheaf_warning *kept = &own;
    size_t of_data = sheet->warning_count, of_charts = of_data + chart_warning_count(sheet);
    size_t behind = of_charts + (missing_message(&sheet->missing) != NULL ? 1 : 0);
    if (index < of_data || !chart_warning(sheet, index - of_data, &own))
        own.message = missing_message(&sheet->missing);
    own.file = sheet->file != NULL ? sheet->file : "";
    own.count = 1;
    if (index >= behind + count_cuts(sheet)) {
        own.message = page_remark(sheet, index - behind - count_cuts(sheet));
        own.is_note = own.message == sheet->remarks.last_page;
    } else if (index >= behind)
        tell_cut(cuts_at(&sheet->cuts, index - behind), &own);
    else if (index < sheet->warning_count)
        kept = &sheet->warnings[index];
    return sized_give(warning, sizeof *warning, kept, sizeof own);
}

void sheet_add_source(sheaf_sheet *sheet, struct sheet_source *source)
{
    *(sheet->last_source != NULL ? &sheet->last_source->next : &sheet->sources) = source;
    sheet->last_source = source;
}

static void add_file(sheaf_sheet *sheet, struct sheet_input **files, const char *path)
{
    struct sheet_input *input = arena_new(&sheet->arena, struct sheet_input);

    if (input == NULL)
        return;
    *input = (struct sheet_input){ .path = arena_string(&sheet->arena, path), .next = *files };
    if (input->path != NULL)
        *files = input;
}

void sheet_add_input(sheaf_sheet *sheet, const char *path)
{
    add_file(sheet, &sheet->inputs, path);
}

void sheet_add_wanted(sheaf_sheet *sheet, const char *path)
{
    add_file(sheet, &sheet->wanted, path);
}

/* The list has the last one first. */
static const char *file_at(const struct sheet_input *first, size_t index)
{
    const struct sheet_input *input = first;
    size_t n = 0;

    for (; input != NULL; input = input->next)
        n++;
    if (index >= n)
        return NULL;
    for (input = first; index + 1 < n; index++)
        input = input->next;
    return input->path;
}

const char *sheaf_sheet_input(const sheaf_sheet *sheet, size_t index)
{
    return sheet != NULL ? file_at(sheet->inputs, index) : NULL;
}

const char *sheaf_sheet_wanted_input(const sheaf_sheet *sheet, size_t index)
{
    return sheet != NULL ? file_at(sheet->wanted, index) : NULL;
}

static struct owned *new_owned(sheaf_sheet *sheet)
{
    struct owned *owned = arena_new(&sheet->arena, struct owned);

    if (owned != NULL) {
        owned->next = sheet->owned;
        sheet->owned = owned;
    }
    return owned;
}

const sheaf_series *sheet_keep_series(sheaf_sheet *sheet, sheaf_series *series)
{
    struct owned *owned = new_owned(sheet);

    if (owned == NULL) {
        sheaf_series_destroy(series);
        return NULL;
    }
    owned->series = series;
    series_hide_confidential(series);
    error_take(&sheet->error, sheaf_series_error(series));
    return sheet_is_well(sheet) ? series : NULL;
}

const sheaf_series_list *sheet_keep_list(sheaf_sheet *sheet, sheaf_series_list *list)
{
    struct owned *owned = new_owned(sheet);

    if (owned == NULL) {
        sheaf_series_list_destroy(list);
        return NULL;
    }
    owned->list = list;
    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        series_hide_confidential(series_list_item(list, i));
        error_take(&sheet->error, sheaf_series_error(series_list_item(list, i)));
    }
    error_take(&sheet->error, sheaf_series_list_error(list));
    return sheet_is_well(sheet) ? list : NULL;
}

const sheaf_series *sheet_copy_series(sheaf_sheet *sheet, const sheaf_series *series)
{
    if (series == NULL) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "no series where one is needed");
        return NULL;
    }
    return sheet_keep_series(sheet, series_copy(&sheet->alloc, series));
}

sheaf_chart *sheet_keep_chart(sheaf_sheet *sheet, sheaf_chart *chart)
{
    struct owned *owned = new_owned(sheet);

    if (owned == NULL) {
        sheaf_chart_destroy(chart);
        return NULL;
    }
    owned->chart = chart;
    error_take(&sheet->error, sheaf_chart_error(chart));
    return sheet_is_well(sheet) ? chart : NULL;
}
