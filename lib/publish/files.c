/* files.c - the files within the PDF of a sheet or chart: "chart-1.csv" and "table-2-exports.csv", which belong to
 * the chart or table, spec.yaml and provenance.json, which belong to the document.
 *
 * The CSV of a block has the figures that it shows, as `sheaf data --series` writes them. A block
 * without series, such as a chart of targets, has none. */
#include "publish/files.h"

#include <math.h>
#include <string.h>

#include "base/string_cache.h"
#include "chart/chart.h"
#include "chart/layout.h"
#include "chart/words/amounts.h"
#include "publish/provenance.h"
#include "series/observation.h"
#include "series/residual.h"
#include "series/series.h"
#include "sheaf/chart.h"
#include "sheet/blocks/block.h"
#include "sheet/spec/spec.h"
#include "text/text.h"
#include "write/writer.h"

/* The figures of a series that a block shows. */
struct excerpt {
    const sheaf_series *series;
    const struct shown_figure **figures;
    size_t n;
};

struct excerpts {
    struct excerpt *items;
    size_t n;
};

static size_t count(const struct shown_figure *figure)
{
    size_t n = 0;

    for (; figure != NULL; figure = figure->next)
        n++;
    return n;
}

/* The series in order of appearance, each with its figures. False when memory runs out. */
static bool sort_out(const struct shown_figures *shown, struct arena *arena, struct excerpts *out)
{
    const size_t n = count(shown->first);
    struct string_cache seen = { 0 };
    size_t *of = arena_array(arena, size_t, n);
    bool well = of != NULL;

    *out = (struct excerpts){ .items = arena_array(arena, struct excerpt, n) };
    well = well && out->items != NULL;
    const struct shown_figure *figure = shown->first, *last = NULL;
    for (size_t i = 0; well && i < n; i++, last = figure, figure = figure->next) {
        const char *key = (const char *)&figure->series;
        uint64_t number = i > 0 ? of[i - 1] : 0;

        if (last != NULL && last->series == figure->series) {
            of[i] = (size_t)number;
            out->items[number].n++;
            continue;
        }
        number = out->n;
        if (!string_cache_find(&seen, key, sizeof figure->series, &number)) {
            well = string_cache_add(&seen, arena, key, sizeof figure->series, number);
            out->items[out->n++] = (struct excerpt){ .series = figure->series };
        }
        of[i] = (size_t)number;
        out->items[number].n++;
    }
    for (size_t s = 0; well && s < out->n; s++) {
        out->items[s].figures = arena_array(arena, const struct shown_figure *, out->items[s].n);
        well = out->items[s].figures != NULL;
        out->items[s].n = 0;
    }
    figure = shown->first;
    for (size_t i = 0; well && i < n; i++, figure = figure->next) {
        struct excerpt *excerpt = &out->items[of[i]];
        excerpt->figures[excerpt->n++] = figure;
    }
    string_cache_free(&seen, &arena->alloc);
    return well;
}

/* A copy of the series with these figures only. Those that an expression of a column gave are not its
 * own. */
static sheaf_series *take_excerpt(const struct excerpt *excerpt, struct arena *arena)
{
    sheaf_period *periods = arena_array(arena, sheaf_period, excerpt->n);
    size_t n_own = 0;

    if (periods == NULL)
        return NULL;
    for (size_t i = 0; i < excerpt->n; i++) {
        const struct shown_figure *figure = excerpt->figures[i];
        if (figure->other == NULL)
            periods[n_own++] = figure->period;
    }
    sheaf_series *part = n_own == sheaf_series_count(excerpt->series)
                             ? series_copy(&arena->alloc, excerpt->series)
                             : sheaf_series_pick(excerpt->series, periods, n_own);
    for (size_t i = 0; i < excerpt->n; i++) {
        const sheaf_observation *other = excerpt->figures[i]->other;
        if (other != NULL && sheaf_series_find(part, other->period, ROOM) == NULL)
            sheaf_series_add_observation(part, other);
    }
    series_hide_confidential(part);
    series_drop_derivations(
        part); /* CSV has none, and a table of thousands is slow to gather them */
    return part;
}

/* The table of what a block shows; NULL when memory runs out. */
static sheaf_table *table_of(const struct shown_figures *shown, const char *language,
                             struct arena *arena)
{
    struct excerpts excerpts;

    if (!sort_out(shown, arena, &excerpts))
        return NULL;
    sheaf_series_list *list = sheaf_series_list_create(&arena->alloc);
    for (size_t i = 0; i < excerpts.n; i++) {
        sheaf_series *part = take_excerpt(&excerpts.items[i], arena);
        if (part != NULL)
            sheaf_series_list_add(list, part);
    }
    series_list_hide_residuals(list, arena);
    sheaf_series_list_call_by_words(list, language);
    sheaf_table *table = sheaf_table_from_series(list, "");
    sheaf_series_list_destroy(list);
    return table;
}

static void write_csv(const sheaf_table *table, struct arena *arena, struct pdf_file *file)
{
    struct buffer csv;

    buffer_init(&csv, &arena->alloc, arena->error);
    csv_writer.write(table, &csv);
    if (!csv.failed)
        file->bytes = arena_text(arena, csv.length > 0 ? csv.bytes : "", csv.length);
    file->n = csv.length;
    buffer_free(&csv);
}

void sheet_files_gather(const sheaf_sheet *sheet, const struct block *block, struct text *text,
                        struct arena *arena, struct shown_figures *gathered)
{
    struct shown shown;

    shown_figures_init(gathered, arena);
    shown_init(&shown, arena, text, sheet->flags);
    shown.gathered = gathered;
    if (block->type->show != NULL)
        block->type->show(block, &shown);
    shown_free(&shown);
}

static const char *title_of(const struct sheet_target *target, struct text *text,
                            struct arena *arena)
{
    const struct markup *markup = target->block->type->title(target->block);
    const char *title =
        markup != NULL ? markup_text(markup, text, arena, (sheaf_period){ 0 }) : NULL;

    return target_title(target, title, text, arena);
}

/* A chart of more figures writes none of them out: its CSV has them. */
enum { MOST_TOLD = 1000 };

/* The figures of a chart, in words as its description says them. */
static void tell(struct shown_figures *told, const struct shown_figures *gathered, size_t data,
                 struct text *text)
{
    for (const struct shown_figure *at = gathered->first; at != NULL; at = at->next) {
        const sheaf_observation observation = shown_observation(at);

        if (observation_is_confidential(&observation)) {
            shown_figures_add(told, data, at->series, &observation, "");
            continue;
        }
        if (isnan(observation.value))
            continue;
        const struct amount amount = amount_alone(at->series, &observation, DECIMALS_FOR_PEOPLE);
        shown_figures_add(told, data, at->series, &observation,
                          amount_text(text, told->arena, &amount, AMOUNT_WHOLE));
    }
}

/* The figures as CSV, and those of a chart to what provenance tells; without bytes where memory runs out.
 * work: holds what is needed meanwhile, which of a table of thousands is more than the file. */
static void write_data(struct document_files *files, const struct shown_figures *gathered,
                       enum target_kind kind, struct text *text, const char *language,
                       struct arena *work, struct pdf_file *file)
{
    sheaf_table *table = gathered->first != NULL ? table_of(gathered, language, work) : NULL;

    if (table == NULL)
        return;
    error_take(files->arena.error, sheaf_table_error(table));
    if (sheaf_table_status(table) == SHEAF_OK)
        write_csv(table, &files->data, file);
    sheaf_table_destroy(table);
    if (kind == TARGET_CHART && count(gathered->first) <= MOST_TOLD)
        tell(&files->of_charts, gathered, file->data, text);
}

static void add_file(struct document_files *files, struct pdf_file *file)
{
    if (file->about == NULL || file->about[0] == '\0')
        file->about = file->name;
    if (file->bytes != NULL && file->name != NULL)
        files->files[files->n++] = *file;
}

static void add_data(struct document_files *files, const sheaf_sheet *sheet, size_t target,
                     struct text *text, int number)
{
    const struct sheet_target *of = &sheet->targets[target];
    const char *kind = of->kind == TARGET_CHART ? "chart" : "table";
    struct arena *arena = &files->arena, work;
    struct pdf_file file = { .type = "text/csv", .data = target + 1 };
    struct shown_figures gathered;

    arena_init(&work, &arena->alloc, arena->error);
    sheet_files_gather(sheet, of->block, text, &work, &gathered);
    write_data(files, &gathered, of->kind, text, sheet->language, &work, &file);
    arena_free(&work);
    if (file.bytes == NULL)
        return;
    file.name = of->id != NULL ? arena_format(arena, "%s-%d-%s.csv", kind, number, of->id)
                               : arena_format(arena, "%s-%d.csv", kind, number);
    file.about = title_of(of, text, arena);
    add_file(files, &file);
}

static void add_all_data(struct document_files *files, const sheaf_sheet *sheet, struct text *text)
{
    int charts = 0, tables = 0;

    for (size_t i = 0; i < sheet->n_targets && files->arena.error->status == SHEAF_OK; i++) {
        if (sheet->targets[i].kind == TARGET_CHART)
            add_data(files, sheet, i, text, ++charts);
        else if (sheet->targets[i].kind == TARGET_TABLE)
            add_data(files, sheet, i, text, ++tables);
    }
}

static void add_spec(struct document_files *files, const sheaf_sheet *sheet)
{
    if (sheet->spec == NULL)
        return;
    files->files[files->n++] = (struct pdf_file){ .name = "spec.yaml",
                                                  .about = "spec.yaml",
                                                  .type = "application/yaml",
                                                  .bytes = sheet->spec->text,
                                                  .n = sheet->spec->length,
                                                  .is_source = true };
}

/* Its bytes stay where they are written: of a long table they are more than the table. */
static void add_provenance(struct document_files *files, const struct provenance *provenance)
{
    struct buffer *json = &files->provenance;

    json->error = files->arena.error;
    provenance_write(provenance, files, json);
    if (!json->failed)
        files->files[files->n++] = (struct pdf_file){ .name = "provenance.json",
                                                      .about = "provenance.json",
                                                      .type = "application/json",
                                                      .bytes = json->bytes,
                                                      .n = json->length };
}

void document_files_init(struct document_files *files, const sheaf_alloc *alloc)
{
    *files = (struct document_files){ .files = NULL };
    arena_init(&files->arena, alloc, NULL);
    arena_init(&files->data, alloc, NULL);
    buffer_init(&files->provenance, alloc, NULL);
    shown_figures_init(&files->of_charts, &files->arena);
}

void sheet_files_make_data(const sheaf_sheet *sheet, struct document_files *files,
                           sheaf_error *error)
{
    enum { OF_DOCUMENT = 2 };

    files->arena.error = files->data.error = error;
    if (sheet->leaves_out_files)
        return;
    files->files = arena_array(&files->arena, struct pdf_file, sheet->n_targets + OF_DOCUMENT);
    struct text *text = text_begin(sheet->context, sheet->language, sheet->font_folder, error);
    if (error->status == SHEAF_OK)
        add_all_data(files, sheet, text);
    text_end(text);
}

void sheet_files_make_rest(const sheaf_sheet *sheet, const struct sheet_pages *pages,
                           struct document_files *files, sheaf_error *error)
{
    const struct provenance provenance = { .spec = sheet->spec != NULL ? sheet->spec->path : "",
                                           .language = pages->language,
                                           .figures = &pages->figures };

    files->arena.error = files->data.error = error;
    if (sheet->leaves_out_files || error->status != SHEAF_OK)
        return;
    add_provenance(files, &provenance);
    if (error->status == SHEAF_OK)
        add_spec(files, sheet);
}

static void write_chart_data(const sheaf_chart *chart, struct document_files *files,
                             struct text *text, struct pdf_file *file)
{
    struct arena work;
    struct shown_figures gathered;
    struct shown shown;

    arena_init(&work, &files->arena.alloc, files->arena.error);
    shown_figures_init(&gathered, &work);
    shown_init(&shown, &work, text, chart->flags);
    shown.gathered = &gathered;
    chart_show(chart, &shown);
    shown_free(&shown);
    if (files->arena.error->status == SHEAF_OK)
        write_data(files, &gathered, TARGET_CHART, text, chart_language(chart), &work, file);
    arena_free(&work);
}

void chart_files_make(const sheaf_chart *chart, const char *title, struct document_files *files,
                      sheaf_error *error)
{
    enum { FILES = 2 };
    struct pdf_file csv = { .name = "chart.csv", .type = "text/csv", .about = title, .data = 1 };
    const struct provenance provenance = { .spec = "", .language = chart_language(chart) };

    files->arena.error = files->data.error = error;
    if (chart->leaves_out_data)
        return;
    files->files = arena_array(&files->arena, struct pdf_file, FILES);
    struct text *text =
        text_begin(chart->context, chart_language(chart), chart->font_folder, error);
    if (error->status == SHEAF_OK)
        write_chart_data(chart, files, text, &csv);
    text_end(text);
    if (csv.bytes == NULL)
        return;
    add_file(files, &csv);
    if (error->status == SHEAF_OK)
        add_provenance(files, &provenance);
}

void document_files_forget_data(struct document_files *files)
{
    arena_free(&files->data);
    buffer_free(&files->provenance);
}

void document_files_free(struct document_files *files)
{
    document_files_forget_data(files);
    arena_free(&files->arena);
}
