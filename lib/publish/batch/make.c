/* make.c - one sheet of a batch: is it there already, laid out, painted, put into its place. */
#include "publish/batch/make.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/digest_quick.h"
#include "base/file.h"
#include "base/output.h"
#include "publish/batch/place.h"
#include "text/versions.h"

enum { MESSAGE_BYTES = 2048 };

static double now_ms(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

/* All that the bytes depend on, but for installed faces, whose change only a run without resume
 * notices. */
static struct digest key_of(const sheaf_batch *batch, const struct batch_sheet *which,
                            const sheaf_sheet *sheet)
{
    const sheaf_batch_options *options = &batch->options;
    const struct digest *inputs = &batch->input_digests[which->language];
    const int flags = options->has_flags ? (int)options->flags : -1;
    char versions[VERSIONS_TEXT];
    struct digesting state;

    text_versions(versions);
    digest_begin(&state);
    digest_add_text(&state, sheaf_version());
    digest_add_text(&state, versions);
    digest_add(&state, inputs, sizeof *inputs);
    digest_add(&state, &sheet->digest, sizeof sheet->digest);
    digest_add_text(&state, options->theme);
    digest_add_text(&state, options->font_folder);
    digest_add(&state, &flags, sizeof flags);
    digest_add_text(&state, batch->languages[which->language]);
    digest_add_text(&state, batch->formats[which->format]->name);
    for (size_t i = 0; i < options->n_parameters; i++) {
        digest_add_text(&state, options->parameters[i].name);
        digest_add_text(&state, options->parameters[i].value);
    }
    for (size_t i = 0; i < batch->slices.n_sliced; i++) {
        digest_add_text(&state, batch->slices.sliced[i].name);
        digest_add_text(&state, batch->slices.sliced[i].members[which->members[i]]);
    }
    return digest_end(&state);
}

/* Whether each file that an earlier run has made is still there, byte for byte. */
static bool is_there(struct maker *maker, const struct batch_sheet *which, const struct made *made)
{
    char path[PATH_BYTES];

    for (size_t i = 0; i < made->n_files; i++) {
        sheaf_error error = { .status = SHEAF_OK };
        struct stat status;

        if (!template_write(maker->batch, which, i + 1, path) || lstat(path, &status) != 0 ||
            !S_ISREG(status.st_mode) || (size_t)status.st_size != made->files[i].bytes)
            return false;
        buffer_clear(&maker->bytes);
        if (file_read(path, made->files[i].bytes, &maker->bytes, &error) != SHEAF_OK ||
            maker->bytes.length != made->files[i].bytes)
            return false;
        const struct digest digest =
            digest_quick(maker->has_quick_digest, maker->bytes.bytes, maker->bytes.length);
        if (memcmp(&digest, &made->files[i].digest, sizeof digest) != 0)
            return false;
    }
    return true;
}

static bool is_unchanged(struct maker *maker, const struct batch_sheet *which, struct made *made)
{
    struct buffer name;

    buffer_init(&name, &maker->batch->alloc, NULL);
    record_write_name(maker->batch, which, &name);
    const struct earlier_line *line = report_find(maker->report, &name);
    buffer_free(&name);
    if (line != NULL && record_read(line->line, line->length, made) && is_there(maker, which, made))
        return true;
    made->n_files = made->n_pages = made->n_warnings = 0;
    return false;
}

static bool spares_inputs(const sheaf_batch *batch, const char *path, sheaf_error *error)
{
    if (access(path, F_OK) != 0)
        return true;
    for (const struct sheet_input *input = batch->inputs; input != NULL; input = input->next)
        if (output_is_input(path, input->path)) {
            fail(error, SHEAF_BAD_ARGUMENT,
                 "the output %.200s is %.200s, which the sheets are made from", path, input->path);
            return false;
        }
    return true;
}

/* Folders are looked for once for sheets that stand side by side. */
static bool make_folder(struct maker *maker, const char *path, sheaf_error *error)
{
    const char *slash = strrchr(path, '/');
    const size_t n = slash != NULL ? (size_t)(slash - path) : 0;

    if (strncmp(maker->folder, path, n) == 0 && maker->folder[n] == '\0')
        return true;
    if (!place_make_folder(path, error))
        return false;
    memcpy(maker->folder, path, n);
    maker->folder[n] = '\0';
    return true;
}

/* Puts the sheet's files, which lie one behind the other in the buffer, into their places. */
static void place_files(struct maker *maker, const struct batch_sheet *which, struct made *made,
                        sheaf_error *error)
{
    const char *at = maker->bytes.bytes;
    char path[PATH_BYTES];

    for (size_t i = 0; i < made->n_files && error->status == SHEAF_OK; i++) {
        const size_t n = made->files[i].bytes;

        if (!template_write(maker->batch, which, i + 1, path))
            fail(error, SHEAF_BAD_ARGUMENT, "the output's name is too long");
        else if (make_folder(maker, path, error) && spares_inputs(maker->batch, path, error) &&
                 place_file(path, at, n, maker->drafts, maker->worker, error))
            made->files[i].digest = digest_quick(maker->has_quick_digest, at, n);
        at += n;
    }
    if (error->status != SHEAF_OK)
        maker->folder[0] = '\0'; /* somebody may have removed it */
}

static bool check_pages(const struct maker *maker, const struct batch_format *format,
                        const struct sheet_pages *pages, sheaf_error *error)
{
    if (!format->is_paged || pages == NULL ||
        (pages->n <= MOST_PAGES_APART && (pages->n == 1 || maker->batch->template.has_page)))
        return true;
    if (pages->n > MOST_PAGES_APART)
        fail(error, SHEAF_BAD_ARGUMENT, "it has %zu pages; as %s at most %d are written", pages->n,
             format->name, MOST_PAGES_APART);
    else
        fail(error, SHEAF_BAD_ARGUMENT,
             "it has %zu pages, each a file; put {page} into the output's name", pages->n);
    return false;
}

static void paint_pages(struct maker *maker, const struct batch_sheet *which, sheaf_sheet *sheet,
                        struct sheet_pages *pages, struct made *made, sheaf_error *error)
{
    const struct batch_format *format = maker->batch->formats[which->format];
    struct buffer *bytes = &maker->bytes;

    made->n_pages = pages != NULL ? pages->n : 1;
    if (!check_pages(maker, format, pages, error))
        return;
    buffer_clear(bytes);
    const size_t n = format->is_paged ? made->n_pages : 1;
    for (size_t i = 0; i < n && error->status == SHEAF_OK; i++) {
        const size_t before = bytes->length;

        format->paint(sheet, pages, i, bytes, error);
        made->files[i].bytes = bytes->length - before;
        made->n_files = i + 1;
    }
    if (bytes->failed)
        fail_memory(error);
    error_take(error, sheaf_sheet_error(sheet));
    if (error->status == SHEAF_OK)
        place_files(maker, which, made, error);
}

static void take_messages(const sheaf_sheet *sheet, struct made *made)
{
    const size_t n = sheaf_sheet_warning_count(sheet);
    sheaf_warning warning = SHEAF_WARNING_INIT;
    char text[MESSAGE_BYTES];

    made->warnings = arena_array(&made->arena, const char *, n);
    for (size_t i = 0; made->warnings != NULL && sheaf_sheet_warning(sheet, i, &warning); i++) {
        sheaf_warning_text(&warning, text, sizeof text);
        made->warnings[i] = arena_string(&made->arena, text);
        made->n_warnings += made->warnings[i] != NULL;
    }
}

static void take_failure(const sheaf_error *error, struct made *made)
{
    char text[MESSAGE_BYTES];

    sheaf_error_text(error, text, sizeof text);
    made->status = error->status;
    made->message = arena_string(&made->arena, text);
    if (made->message == NULL)
        made->message = sheaf_status_text(made->status);
    made->n_files = 0;
}

void make_sheet(struct maker *maker, const struct batch_sheet *which, struct made *made)
{
    const double begin = now_ms();

    const sheaf_alloc alloc = pool_allocator(&maker->pool);

    memset(made, 0, sizeof *made);
    arena_init(&made->arena, &maker->batch->alloc, NULL);
    sheaf_sheet *sheet = batch_open_sheet(maker->batch, which, &alloc);
    sheaf_error *error = sheet_begin_output(sheet); /* computes all that the key depends on */
    made->key = key_of(maker->batch, which, sheet);
    made->date = sheet->date.year > 0 ? sheet->date : sheet->release;
    if (maker->batch->options.resume && error->status == SHEAF_OK &&
        is_unchanged(maker, which, made)) {
        sheaf_sheet_destroy(sheet);
        made->is_unchanged = true;
        made->ms = now_ms() - begin;
        return;
    }
    const bool is_flow = maker->batch->formats[which->format]->is_flow;
    struct sheet_pages *pages = error->status == SHEAF_OK && !is_flow ? sheet_layout(sheet) : NULL;
    sheaf_error failed = { .status = SHEAF_OK };

    if (pages != NULL || (is_flow && error->status == SHEAF_OK))
        paint_pages(maker, which, sheet, pages, made, &failed);
    sheet_pages_destroy(pages);
    error_take(&failed, sheaf_sheet_error(sheet));
    take_messages(sheet, made);
    if (failed.status != SHEAF_OK)
        take_failure(&failed, made);
    sheaf_sheet_destroy(sheet);
    made->ms = now_ms() - begin;
}
