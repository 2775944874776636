/* sheet.c - a fact sheet to a tagged PDF, in a file or a sink. */
#include <string.h>

#include "base/output.h"
#include "paint/paint.h"
#include "publish/files.h"
#include "publish/publish.h"
#include "sheet/layout/layout.h"
#include "sheet/model.h"

/* What the files are made of. */
struct late {
    const sheaf_sheet *sheet;
    struct sheet_pages *pages;
    struct document_files files;
};

static void make_files(void *context, struct pdf_options *options, sheaf_error *error)
{
    struct late *late = context;

    sheet_files_make_rest(late->sheet, late->pages, &late->files, error);
    sheet_pages_forget_figures(late->pages);
    options->files = late->files.files;
    options->n_files = late->files.n;
}

static void forget_files(void *context)
{
    struct late *late = context;

    document_files_forget_data(&late->files);
}

static void forget_scenes(void *context)
{
    struct late *late = context;

    sheet_pages_forget_scenes(late->pages);
}

bool publish_pdf(const sheaf_sheet *sheet, struct sheet_pages *pages, struct buffer *into,
                 sheaf_error *error)
{
    if (pages->title[0] == '\0') {
        fail(error, SHEAF_BAD_INPUT, UNTITLED_MISTAKE);
        return false;
    }
    if (sheet->page_limit > 0 && pages->n > sheet->page_limit) {
        fail(error, SHEAF_BAD_INPUT, "the sheet has %zu pages, more than the %zu that are allowed",
             pages->n, sheet->page_limit);
        return false;
    }

    struct late late = { .sheet = sheet, .pages = pages };
    const struct pdf_late_files files = { &late, make_files, forget_files, forget_scenes };
    const struct pdf_options options = {
        .context = sheet->context,
        .name = sheet->file,
        .metadata = { .title = pages->title,
                      .subject = pages->subject,
                      .language = pages->language,
                      .author = pages->author,
                      .creator = "Sheaf" },
        .date = pages->date[0] != '\0' ? pages->date : NULL,
        .late_files = &files,
        .is_2 = sheet->is_pdf_2,
    };
    document_files_init(&late.files, &sheet->alloc);
    sheet_files_make_data(sheet, &late.files, error);
    if (error->status == SHEAF_OK)
        paint_pdf((const struct scene *const *)pages->scenes, pages->n, &options, &sheet->alloc,
                  into, error);
    document_files_free(&late.files);
    return error->status == SHEAF_OK;
}

/* The whole document in memory, so that nothing is written unless all went well. */
static bool paint_sheet(sheaf_sheet *sheet, struct buffer *into, sheaf_error *error)
{
    struct sheet_pages *pages = sheet_layout(sheet);
    const bool painted = pages != NULL && publish_pdf(sheet, pages, into, error);

    sheet_pages_destroy(pages);
    return painted;
}

/* The sheet could not be made again from files that its output replaced. */
bool publish_spares_inputs(const sheaf_sheet *sheet, const char *path, sheaf_error *error)
{
    for (const struct sheet_input *input = sheet->inputs; input != NULL && path != NULL;
         input = input->next)
        if (output_is_input(path, input->path)) {
            fail(error, SHEAF_BAD_ARGUMENT,
                 "the output %.200s is %.200s, which the sheet was read from; name another file",
                 path, strcmp(input->path, "-") == 0 ? "standard input" : input->path);
            return false;
        }
    return true;
}

sheaf_status sheaf_sheet_write_pdf(sheaf_sheet *sheet, const char *path)
{
    sheaf_error *error = sheet_begin_output(sheet);
    struct buffer bytes;

    if (error->status != SHEAF_OK || !publish_spares_inputs(sheet, path, error))
        return error->status;
    buffer_init(&bytes, &sheet->alloc, error);
    if (paint_sheet(sheet, &bytes, error))
        publish_file(path, &bytes, error);
    buffer_free(&bytes);
    return error->status;
}

sheaf_status sheaf_sheet_write_pdf_sink(sheaf_sheet *sheet, sheaf_sink sink)
{
    sheaf_error *error = sheet_begin_output(sheet);
    struct buffer bytes;

    if (error->status != SHEAF_OK)
        return error->status;
    buffer_init(&bytes, &sheet->alloc, error);
    if (paint_sheet(sheet, &bytes, error))
        publish_sink(&sink, &bytes, error);
    buffer_free(&bytes);
    return error->status;
}
