/* page_figures.c - the figures of a page of the web, for programs: a CSV with a row for each, once.
 *
 *     series,reporter,partner,flow,product,measure,period,unit,unit_mult,value,conf_status,shown
 *     exports,,DEU,exports,,,2023,USD,6,635,,$635 m
 *
 * A confidential one has no value. "%", "<" and quotes within a name are %25, %3C and
 * %22, so that none ends the element around or looks like an attribute. */
#include "publish/page_figures.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/string_cache.h"
#include "publish/files.h"
#include "publish/measure.h"
#include "series/observation.h"
#include "series/series.h"
#include "sheet/blocks/block.h"
#include "sheet/model.h"
#include "text/text.h"

/* A page of three charts has at most 150 KB, of which charts, texts and tables take up to 100. Figures of
 * charts are left out beyond this: charts have links to their own data. */
enum { MOST_BYTES = 40000 };

static const char header[] =
    "series,reporter,partner,flow,product,measure,period,unit,unit_mult,value,conf_status,shown\n";

static void put_field(struct buffer *csv, const char *text, char end)
{
    const bool quotes = text != NULL && strpbrk(text, ",\"\r\n") != NULL;

    if (quotes)
        buffer_byte(csv, '"');
    for (; text != NULL && *text != '\0'; text++) {
        if (*text == '%' || *text == '<')
            buffer_format(csv, "%%%02X", (unsigned)*text);
        else if (*text == '"')
            buffer_text(csv, "%22%22");
        else
            buffer_byte(csv, *text);
    }
    if (quotes)
        buffer_byte(csv, '"');
    buffer_byte(csv, end);
}

static void put_row(struct buffer *csv, const struct shown_figure *figure,
                    const sheaf_observation *at, struct arena *arena)
{
    const sheaf_series *series = figure->series;
    const bool is_confidential = observation_is_confidential(at);
    char number[NUMBER_TEXT] = "", period[SHEAF_PERIOD_TEXT];

    sheaf_period_write(figure->period, period);
    if (!is_confidential)
        number_write(number, at->value);
    put_field(csv, sheaf_series_name(series), ',');
    put_field(csv, sheaf_series_reporter(series), ',');
    put_field(csv, sheaf_series_partner(series), ',');
    put_field(csv, sheaf_series_flow(series), ',');
    put_field(csv, sheaf_series_product(series), ',');
    put_field(csv, measure_of(series, arena), ',');
    put_field(csv, period, ',');
    put_field(csv, sheaf_series_unit(series), ',');
    buffer_format(csv, "%d,%s,%s,", sheaf_series_multiplier(series), number,
                  is_confidential ? "C" : "");
}

/* Each once, however it is written; the words are those of the first. */
static void put_rows(struct buffer *csv, const struct shown_figures *figures,
                     struct string_cache *seen, struct arena *arena)
{
    for (const struct shown_figure *at = figures->first; at != NULL && !csv->failed;
         at = at->next) {
        const sheaf_observation observation = shown_observation(at);
        const bool is_confidential = observation_is_confidential(&observation);
        const size_t start = csv->length;
        uint64_t meaning;

        if (!is_confidential && !isfinite(observation.value))
            continue;
        put_row(csv, at, &observation, arena);
        const size_t n = csv->length - start;
        if (csv->failed || string_cache_find(seen, csv->bytes + start, n, &meaning)) {
            csv->length = start;
            continue;
        }
        if (!string_cache_add(seen, arena, csv->bytes + start, n, 0))
            return;
        put_field(csv, is_confidential ? "" : at->words, '\n');
    }
}

/* False, and nothing, where they are too many. */
static bool put_charts(struct buffer *csv, const sheaf_sheet *sheet, struct string_cache *seen,
                       struct arena *arena)
{
    struct text *text =
        text_begin(sheet->context, sheet->language, sheet->font_folder, arena->error);
    const size_t start = csv->length;

    for (size_t i = 0; i < sheet->n_targets && arena->error->status == SHEAF_OK; i++) {
        struct shown_figures gathered;

        if (sheet->targets[i].kind != TARGET_CHART)
            continue;
        sheet_files_gather(sheet, sheet->targets[i].block, text, arena, &gathered);
        put_rows(csv, &gathered, seen, arena);
    }
    text_end(text);
    if (csv->length <= MOST_BYTES)
        return true;
    csv->length = start;
    return false;
}

void page_figures_add(const sheaf_sheet *sheet, const struct shown_figures *shown,
                      struct web_page *page, sheaf_error *error)
{
    struct buffer csv;
    struct arena arena;

    if (sheet->leaves_out_files)
        return;
    arena_init(&arena, &sheet->alloc, error);
    buffer_init(&csv, &sheet->alloc, error);
    struct string_cache *seen = arena_new(&arena, struct string_cache);
    buffer_text(&csv, header);
    if (seen != NULL) {
        put_rows(&csv, shown, seen, &arena);
        page->figures_have_charts = put_charts(&csv, sheet, seen, &arena);
        string_cache_free(seen, &sheet->alloc);
    }
    if (!csv.failed && error->status == SHEAF_OK && csv.length > strlen(header)) {
        page->arena.error = error;
        page->figures = arena_text(&page->arena, csv.bytes, csv.length);
        page->figures_length = csv.length;
        page->arena.error = NULL;
    }
    buffer_free(&csv);
    arena_free(&arena);
}
