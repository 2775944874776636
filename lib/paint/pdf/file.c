/* file.c - files inside the document: the data of its charts and tables, and what it was made of.
 *
 * Each is an associated file (ISO 32000-2, 14.13) of the structure element whose data it holds, or of
 * the document, and stands in the tree of names from which readers list attachments. */
#include "paint/pdf/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"

static unsigned write_stream(struct pdf *pdf, const struct pdf_file *file)
{
    struct buffer *body = pdf_begin(pdf);
    struct date day;

    buffer_text(body, "/Type /EmbeddedFile /Subtype ");
    pdf_put_name(body, file->type, strlen(file->type));
    buffer_text(body, "/Params << /Size ");
    pdf_put_count(body, file->n);
    const char *date = pdf->options->date;
    if (date != NULL && date_read(date, strlen(date), &day))
        buffer_format(body, " /ModDate (D:%04d%02d%02d000000Z)", day.year, day.month, day.day);
    buffer_text(body, " >>\n");
    return pdf_stream(pdf, file->bytes, file->n, true);
}

static unsigned write_file(struct pdf *pdf, const struct pdf_file *file)
{
    const unsigned stream = write_stream(pdf, file);
    struct buffer *body = pdf_begin(pdf);

    buffer_text(body, "/Type /Filespec /F ");
    pdf_put_text(body, file->name);
    buffer_text(body, " /UF ");
    pdf_put_text(body, file->name);
    if (file->about != NULL) {
        buffer_text(body, "\n/Desc ");
        pdf_put_text(body, file->about);
    }
    buffer_format(body, "\n/AFRelationship /%s\n/EF << /F %u 0 R /UF %u 0 R >>\n",
                  file->is_source ? "Source" : "Data", stream, stream);
    return pdf_make(pdf);
}

void pdf_write_files(struct pdf *pdf)
{
    const struct pdf_late_files *late = pdf->options->late_files;

    if (late != NULL) {
        late->make(late->context, &pdf->own_options, &pdf->painter.error);
        pdf->options = &pdf->own_options;
    }
    const size_t n = pdf_failed(pdf) ? 0 : pdf->options->n_files;
    pdf->files = arena_array(&pdf->arena, unsigned, n);
    for (size_t i = 0; i < n && pdf->files != NULL && !pdf_failed(pdf); i++)
        pdf->files[i] = write_file(pdf, &pdf->options->files[i]);
    if (late != NULL)
        late->forget(late->context);
}

void pdf_put_files_of(struct pdf *pdf, struct buffer *into, size_t data)
{
    bool any = false;

    for (size_t i = 0; i < pdf->options->n_files && !pdf_failed(pdf); i++) {
        if (pdf->options->files[i].data != data)
            continue;
        buffer_text(into, any ? "" : "/AF [");
        pdf_put_reference(into, pdf->files[i]);
        any = true;
    }
    if (any)
        buffer_text(into, "]\n");
}

/* A file and the object that stands for it. */
struct named_file {
    const char *name;
    unsigned number;
};

static int by_name(const void *a, const void *b)
{
    const struct named_file *one = a, *other = b;

    return strcmp(one->name, other->name);
}

unsigned pdf_write_file_names(struct pdf *pdf)
{
    const size_t n = pdf->options->n_files;
    struct named_file *files = arena_array(&pdf->arena, struct named_file, n);

    if (n == 0 || files == NULL || pdf_failed(pdf))
        return 0;
    for (size_t i = 0; i < n; i++)
        files[i] = (struct named_file){ pdf->options->files[i].name, pdf->files[i] };
    qsort(files, n, sizeof *files, by_name);
    struct buffer *body = pdf_begin(pdf);
    buffer_text(body, "/Names [");
    for (size_t i = 0; i < n; i++) {
        pdf_put_bytes(body, files[i].name);
        buffer_byte(body, ' ');
        pdf_put_reference(body, files[i].number);
    }
    buffer_text(body, "]\n");
    return pdf_make(pdf);
}
