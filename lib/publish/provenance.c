/* provenance.c - every figure that a sheet shows, as JSON (RFC 8259): how it is written, what it is in
 * full, the formula and the inputs of a computed one, the source, file and line of a stated one.
 *
 *     { "sheaf": "0.1.0", "language": "en", "figures": [
 *       { "shown": "$31.5 bn", "in": "chart-1.csv", "series": "turnover", "period": "2023",
 *         "value": 31.5, "low": 31.45, "high": 31.55, "unit": "USD", "unit_mult": 9, "decimals": 1,
 *         "origin": "stated", "status": "A", "source": "…", "file": "trade.csv", "line": 7 } ] }
 *
 * "measure" says what a computed one is of its series ("growth").
 * Of a confidential figure there is only what it is about, and "confidential": true. Files are named as from the spec's folder, or by their last name: where they lie on a machine is
 * nobody's business, and the bytes are the same on every machine. */
#include "publish/provenance.h"

#include <math.h>
#include <string.h>

#include "base/escape.h"
#include "base/number.h"
#include "publish/measure.h"
#include "series/series.h"
#include "sheet/spec/spec.h"

/* Ten members a figure and tens of thousands of figures: not by a format. */
static void put_key(struct buffer *into, const char *key)
{
    buffer_put(into, ", \"", 3);
    buffer_text(into, key);
    buffer_put(into, "\": ", 3);
}

static void put_whole(struct buffer *into, const char *key, int64_t number)
{
    put_key(into, key);
    buffer_integer(into, number);
}

/* Nothing for a text that is empty. */
static void put_text(struct buffer *into, const char *key, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    put_key(into, key);
    escape_json(into, text);
}

static void put_number(struct buffer *into, const char *key, double value)
{
    char number[NUMBER_TEXT];

    if (!isfinite(value))
        return;
    const size_t n = number_write(number, value);
    put_key(into, key);
    buffer_put(into, number, n);
}

static void put_period(struct buffer *into, sheaf_period period)
{
    char when[SHEAF_PERIOD_TEXT];

    sheaf_period_write(period, when);
    put_text(into, "period", when);
}

static void put_origin(struct buffer *into, sheaf_origin origin)
{
    put_text(into, "origin",
             origin == SHEAF_ORIGIN_STATED     ? "stated"
             : origin == SHEAF_ORIGIN_COMPUTED ? "computed"
                                               : "estimated");
}

/* What a reader of the file may know of a path. */
static const char *public_name(const char *spec, const char *path)
{
    const char *slash = strrchr(spec, '/'), *last = strrchr(path, '/');
    const size_t folder = slash != NULL ? (size_t)(slash + 1 - spec) : 0;

    if (strncmp(path, spec, folder) == 0 && path[folder] != '/')
        return path + folder;
    return last != NULL ? last + 1 : path;
}

static void put_place(struct buffer *into, const char *spec, const char *source, const char *file,
                      size_t line)
{
    put_text(into, "source", source);
    if (file == NULL || file[0] == '\0')
        return;
    put_text(into, "file", public_name(spec, file));
    if (line > 0)
        put_whole(into, "line", (int64_t)line);
}

static void put_input(struct buffer *into, const char *spec, const struct derivation_input *input)
{
    buffer_text(into, "{ \"series\": ");
    escape_json(into, input->series);
    put_period(into, input->period);
    put_number(into, "value", input->value);
    put_number(into, "low", input->low);
    put_number(into, "high", input->high);
    put_text(into, "unit", input->unit);
    put_whole(into, "unit_mult", input->multiplier);
    put_whole(into, "decimals", input->decimals);
    put_origin(into, input->origin);
    put_place(into, spec, input->source, input->file, input->line);
    buffer_text(into, " }");
}

/* Where the derivation of the last figure was found: that of the next is mostly near behind it, and ten
 * thousand are not searched from the first one each. */
struct finder {
    const sheaf_series *series;
    size_t at;
};

static const struct derivation *derivation_of(struct finder *finder,
                                              const struct shown_figure *figure, bool is_derived)
{
    const size_t n = sheaf_series_derivation_count(figure->series);

    if (finder->series != figure->series)
        *finder = (struct finder){ figure->series, 0 };
    for (size_t i = 0; i < n && is_derived; i++) {
        const size_t at = (finder->at + i) % n;
        const struct derivation *found = series_derivation_at(figure->series, at);

        if (!found->own || sheaf_period_compare(found->period, figure->period) != 0)
            continue;
        finder->at = at;
        return found;
    }
    return NULL;
}

static void put_derivation(struct buffer *into, const char *spec, struct finder *finder,
                           const struct shown_figure *figure, bool is_derived)
{
    const struct derivation *derivation = derivation_of(finder, figure, is_derived);

    if (derivation == NULL)
        return;
    const struct derivation_figures *figures = &derivation->text->figures;
    put_text(into, "formula", derivation->text->formula);
    if (figures->n_inputs == 0)
        return;
    buffer_text(into, ",\n    \"inputs\": [");
    for (size_t i = 0; i < figures->n_inputs; i++) {
        buffer_text(into, i > 0 ? ",\n      " : "\n      ");
        put_input(into, spec, &figures->inputs[i]);
    }
    buffer_text(into, " ]");
    if (figures->n_left_out > 0)
        buffer_format(into, ", \"inputs_left_out\": %zu", figures->n_left_out);
}

static const char *file_of(const struct document_files *files, size_t data)
{
    for (size_t i = 0; data > 0 && i < files->n; i++)
        if (files->files[i].data == data)
            return files->files[i].name;
    return NULL;
}

/* What is said of all figures of a series, which mostly stand together, in one file's data. */
struct about {
    const sheaf_series *series; /* NULL: nothing was said yet */
    size_t data;
    struct buffer words;
};

static void put_series(struct document_files *files, const struct shown_figure *figure,
                       struct about *about)
{
    const sheaf_series *series = figure->series;
    struct buffer *into = &about->words;

    about->series = series;
    about->data = figure->data;
    buffer_clear(into);
    put_text(into, "in", file_of(files, figure->data));
    put_text(into, "series", sheaf_series_name(series));
    put_text(into, "reporter", sheaf_series_reporter(series));
    put_text(into, "partner", sheaf_series_partner(series));
    put_text(into, "flow", sheaf_series_flow(series));
    put_text(into, "product", sheaf_series_product(series));
    put_text(into, "measure", measure_of(series, &files->arena));
}

static void put_about(struct buffer *into, struct document_files *files,
                      const struct shown_figure *figure, struct about *about)
{
    if (about->series != figure->series || about->data != figure->data)
        put_series(files, figure, about);
    buffer_put(into, about->words.bytes, about->words.length);
    into->failed |= about->words.failed;
    put_period(into, figure->period);
}

/* So that a comparison of two releases can tell that it became confidential. */
static void put_confidential(struct buffer *into, struct document_files *files,
                             const struct shown_figure *figure, struct about *about)
{
    buffer_text(into, "  { \"confidential\": true");
    put_about(into, files, figure, about);
    put_text(into, "unit", sheaf_series_unit(figure->series));
    put_whole(into, "unit_mult", sheaf_series_multiplier(figure->series));
    buffer_text(into, " }");
}

static void put_figure(struct buffer *into, const char *spec, struct document_files *files,
                       struct finder *finder, struct about *about,
                       const struct shown_figure *figure, const sheaf_observation *at)
{
    const sheaf_series *series = figure->series;

    buffer_text(into, "  { \"shown\": ");
    escape_json(into, figure->words);
    put_about(into, files, figure, about);
    put_number(into, "value", at->value);
    put_number(into, "low", at->low);
    put_number(into, "high", at->high);
    put_text(into, "unit", sheaf_series_unit(series));
    put_whole(into, "unit_mult", sheaf_series_multiplier(series));
    put_whole(into, "decimals", at->decimals);
    put_origin(into, sheaf_observation_origin(at));
    put_text(into, "status", (const char[]){ (char)at->status, '\0' });
    put_place(into, spec, sheaf_series_source(series), at->file, at->line);
    put_derivation(into, spec, finder, figure, at->derived);
    buffer_text(into, " }");
}

static void put_figures(struct buffer *into, const char *spec, struct document_files *files,
                        const struct shown_figures *figures, bool *any)
{
    struct finder finder = { 0 };
    struct about about = { 0 };

    buffer_init(&about.words, &into->alloc, into->error);
    for (const struct shown_figure *figure = figures->first; figure != NULL && !into->failed;
         figure = figure->next) {
        const sheaf_observation at = shown_observation(figure);
        const bool is_confidential = observation_is_confidential(&at);

        if (!is_confidential && !isfinite(at.value))
            continue;
        buffer_text(into, *any ? ",\n" : "\n");
        if (is_confidential)
            put_confidential(into, files, figure, &about);
        else
            put_figure(into, spec, files, &finder, &about, figure, &at);
        *any = true;
    }
    buffer_free(&about.words);
}

void provenance_write(const struct provenance *provenance, struct document_files *files,
                      struct buffer *into)
{
    bool any = false;

    buffer_format(into, "{ \"sheaf\": \"%s\", \"language\": ", sheaf_version());
    escape_json(into, provenance->language);
    buffer_text(into, ", \"figures\": [");
    if (provenance->figures != NULL)
        put_figures(into, provenance->spec, files, provenance->figures, &any);
    put_figures(into, provenance->spec, files, &files->of_charts, &any);
    buffer_text(into, " ] }\n");
}
