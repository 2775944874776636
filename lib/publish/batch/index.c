/* index.c - the page of the web that lists a batch's pages: a row for each that is there in one language
 * at least. */
#include "publish/batch/index.h"

#include <stdio.h>
#include <string.h>

#include "base/output.h"
#include "paint/paint.h"
#include "publish/batch/place.h"
#include "sheet/spec/spec.h"
#include "sheet/words/markup.h"
#include "text/format.h"
#include "text/words.h"

static const char page_format[] = "html";

/* What the index is made with; its language is the first of the batch. */
struct indexing {
    const sheaf_batch *batch;
    const struct report *report;
    struct arena arena;
    struct text *text;
    const char *language_names[MOST_LANGUAGES];
    struct buffer line; /* of the report */
};

/* The number of the format; n_formats: there is none. */
static size_t find_format(const sheaf_batch *batch)
{
    size_t i = 0;

    while (i < batch->n_formats && strcmp(batch->formats[i]->name, page_format) != 0)
        i++;
    return i;
}

bool index_is_wanted(const sheaf_batch *batch)
{
    return find_format(batch) < batch->n_formats;
}

/* "index.html" in the output's deepest folder that no field names. False: the name is too long. */
static bool index_name(const sheaf_batch *batch, char out[PATH_BYTES])
{
    const char *folder = batch->template.folder;

    return snprintf(out, PATH_BYTES, "%s%sindex.html", folder,
                    strcmp(folder, "/") == 0 ? "" : "/") < PATH_BYTES;
}

bool index_spares_inputs(const sheaf_batch *batch, sheaf_error *error)
{
    char path[PATH_BYTES];

    if (!index_is_wanted(batch) || batch->options.shards > 0)
        return true;
    if (!index_name(batch, path)) {
        fail(error, SHEAF_BAD_ARGUMENT, "the output's name is too long");
        return false;
    }
    for (const struct sheet_input *input = batch->inputs; input != NULL; input = input->next)
        if (output_is_input(path, input->path)) {
            fail(error, SHEAF_BAD_ARGUMENT,
                 "the index %.200s is what the sheets are made from; name another folder", path);
            return false;
        }
    return true;
}

/* Words ---------------------------------------------------------------------------- */

/* The line's text if all sheets have the same: it has no fields. */
static const char *common_text(struct indexing *indexing, const struct markup *line)
{
    const sheaf_period none = { 0 };

    if (line == NULL || markup_is_blank(line))
        return NULL;
    for (const struct markup_part *part = line->parts; part != NULL; part = part->next)
        if (part->kind != MARKUP_TEXT)
            return NULL;
    return markup_text(line, indexing->text, &indexing->arena, none);
}

/* The title that all sheets have, or what stands above each, or "Contents". */
static const char *find_title(struct indexing *indexing)
{
    const struct batch_sheet first = batch_sheet_of(indexing->batch, 0);
    sheaf_sheet *sheet = batch_open_sheet(indexing->batch, &first, NULL);
    const char *title = NULL;

    spec_prepare(sheet);
    if (sheaf_sheet_status(sheet) == SHEAF_OK) {
        title = common_text(indexing, sheet->title);
        if (title == NULL)
            title = common_text(indexing, sheet->header.slots[SHEAF_SLOT_LEFT]);
    }
    sheaf_sheet_destroy(sheet);
    return title != NULL ? title : format_word(indexing->text, WORD_CONTENTS);
}

/* "Germany", or of several parameters "Germany · Machinery". */
static const char *name_page(struct indexing *indexing, const struct batch_sheet *which)
{
    const sheaf_batch *batch = indexing->batch;
    const char *name = NULL;

    for (size_t i = 0; i < batch->slices.n_sliced; i++) {
        const struct sliced *sliced = &batch->slices.sliced[i];
        const uint32_t member = which->members[i];
        const char *own = spec_member_name(batch->spec, indexing->text, sliced->members[member],
                                           sliced->names[member], &indexing->arena);

        if (own == NULL)
            return NULL;
        name = name == NULL ? own : arena_format(&indexing->arena, "%s · %s", name, own);
        if (name == NULL)
            return NULL;
    }
    return name;
}

/* A path as an address: what a browser would take for something else is escaped. */
static const char *address_of(struct arena *arena, const char *path)
{
    char *out = arena_array(arena, char, 3 * strlen(path) + 1);
    size_t n = 0;

    for (; out != NULL && *path != '\0'; path++)
        if ((unsigned char)*path <= ' ' || *path == 0x7F || strchr("%#?:\\\"<>", *path) != NULL)
            n += (size_t)snprintf(out + n, 4, "%%%02X", (unsigned)(unsigned char)*path);
        else
            out[n++] = *path;
    if (out != NULL)
        out[n] = '\0';
    return out;
}

/* Rows ----------------------------------------------------------------------------- */

/* Adds the link to the sheet if it is there. False: memory ran out. */
static bool add_link(struct indexing *indexing, size_t index, struct html_index_link *links,
                     struct html_index_page *page)
{
    const struct batch_sheet which = batch_sheet_of(indexing->batch, index);
    char path[PATH_BYTES];

    buffer_clear(&indexing->line);
    if (!report_line(indexing->report, index, &indexing->line))
        return !indexing->line.failed;
    const char *line = arena_text(&indexing->arena, indexing->line.bytes, indexing->line.length);
    if (line == NULL)
        return false;
    if (!record_is_made(line) || !template_write(indexing->batch, &which, 1, path))
        return true;
    const char *address = address_of(&indexing->arena, batch_path_below(indexing->batch, path));
    if (page->n_links == 0)
        page->date = record_date(line, &indexing->arena);
    links[page->n_links++] =
        (struct html_index_link){ .language = indexing->batch->languages[which.language],
                                  .language_name = indexing->language_names[which.language],
                                  .address = address };
    page->links = links;
    return address != NULL && page->date != NULL;
}

/* The rows, and how many there are. NULL: memory ran out. */
static struct html_index_page *find_pages(struct indexing *indexing, size_t *n)
{
    const sheaf_batch *batch = indexing->batch;
    const size_t languages = batch->n_languages, format = find_format(batch);
    struct html_index_page *pages =
        arena_array(&indexing->arena, struct html_index_page, batch->slices.n);

    *n = 0;
    for (size_t slice = 0; pages != NULL && slice < batch->slices.n; slice++) {
        const size_t first = slice * languages * batch->n_formats + format;
        const struct batch_sheet which = batch_sheet_of(batch, first);
        struct html_index_link *links =
            arena_array(&indexing->arena, struct html_index_link, languages);
        struct html_index_page page = { .date = "" };

        if (links == NULL)
            return NULL;
        for (size_t k = 0; k < languages; k++)
            if (!add_link(indexing, first + k * batch->n_formats, links, &page))
                return NULL;
        if (page.n_links == 0)
            continue;
        page.name = name_page(indexing, &which);
        if (page.name == NULL)
            return NULL;
        pages[(*n)++] = page;
    }
    return pages;
}

/* By name, as the language orders names; equal ones stay as they are. Merges runs of 1, 2, 4 … pages. */
static bool sort_pages(struct indexing *indexing, struct html_index_page *pages, size_t n)
{
    struct html_index_page *merged = arena_array(&indexing->arena, struct html_index_page, n);

    for (size_t run = 1; merged != NULL && run < n; run *= 2) {
        for (size_t from = 0; from < n; from += 2 * run) {
            const size_t middle = from + run < n ? from + run : n;
            const size_t end = middle + run < n ? middle + run : n;
            size_t a = from, b = middle;
            for (size_t at = from; at < end; at++) {
                bool takes_b =
                    a == middle || (b < end && format_compare_names(indexing->text, pages[a].name,
                                                                    pages[b].name) > 0);
                merged[at] = takes_b ? pages[b++] : pages[a++];
            }
        }
        memcpy(pages, merged, n * sizeof *pages);
    }
    return merged != NULL;
}

static bool name_languages(struct indexing *indexing)
{
    for (size_t i = 0; i < indexing->batch->n_languages; i++) {
        indexing->language_names[i] =
            format_language(indexing->text, &indexing->arena, indexing->batch->languages[i]);
        if (indexing->language_names[i] == NULL)
            return false;
    }
    return true;
}

static void paint(struct indexing *indexing, struct buffer *into, sheaf_error *error)
{
    struct html_index index = { .language = indexing->batch->languages[0],
                                .right_to_left = text_is_right_to_left(indexing->text) };
    struct html_index_page *pages = NULL;

    if (name_languages(indexing))
        index.pages = pages = find_pages(indexing, &index.n_pages);
    if (index.pages != NULL && sort_pages(indexing, pages, index.n_pages))
        index.title = find_title(indexing);
    if (index.title == NULL) {
        fail_memory(error);
        return;
    }
    index.name = format_word(indexing->text, WORD_NAME);
    index.languages = format_word(indexing->text, WORD_LANGUAGES);
    index.date = format_word(indexing->text, WORD_DATE);
    index.search = format_word(indexing->text, WORD_SEARCH_BY_NAME);
    paint_html_index(&index, into, error);
}

bool index_write(const struct report *report, const char *drafts, sheaf_error *error)
{
    const sheaf_batch *batch = report->batch;
    struct indexing indexing = { .batch = batch, .report = report };
    struct buffer bytes;
    char path[PATH_BYTES];

    if (!index_is_wanted(batch) || batch->options.shards > 0 || !index_name(batch, path))
        return true;
    arena_init(&indexing.arena, &batch->alloc, error);
    buffer_init(&indexing.line, &batch->alloc, error);
    buffer_init(&bytes, &batch->alloc, error);
    indexing.text =
        text_begin(batch->context, batch->languages[0], batch->options.font_folder, error);
    if (error->status == SHEAF_OK)
        paint(&indexing, &bytes, error);
    if (error->status == SHEAF_OK)
        place_file(path, bytes.bytes, bytes.length, drafts, 0, error);
    text_end(indexing.text);
    buffer_free(&bytes);
    buffer_free(&indexing.line);
    arena_free(&indexing.arena);
    return error->status == SHEAF_OK;
}
