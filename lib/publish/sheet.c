/* sheet.c - a fact sheet to a tagged PDF, in a file or a sink. */
#include "paint/paint.h"
#include "publish/publish.h"
#include "sheet/layout/layout.h"
#include "sheet/model.h"

/* The whole document in memory, so that nothing is written unless all went well. */
static bool paint_sheet(sheaf_sheet *sheet, struct buffer *into)
{
    struct sheet_pages *pages = sheet_layout(sheet);
    if (pages == NULL)
        return false;

    const struct pdf_options options = {
        .metadata = { .title = pages->title,
                      .subject = pages->subject,
                      .language = pages->language,
                      .creator = "Sheaf" },
        .date = pages->date[0] != '\0' ? pages->date : NULL,
    };
    paint_pdf((const struct scene *const *)pages->scenes, pages->n, &options, &sheet->alloc, into,
              &sheet->error);
    sheet_pages_destroy(pages);
    return sheet_is_well(sheet);
}

void sheaf_sheet_write_pdf(sheaf_sheet *sheet, const char *path)
{
    struct buffer bytes;

    if (!sheet_is_well(sheet))
        return;
    buffer_init(&bytes, &sheet->alloc, &sheet->error);
    if (paint_sheet(sheet, &bytes))
        publish_file(path, &bytes, &sheet->error);
    buffer_free(&bytes);
}

void sheaf_sheet_write_pdf_sink(sheaf_sheet *sheet, sheaf_sink sink)
{
    struct buffer bytes;

    if (!sheet_is_well(sheet))
        return;
    buffer_init(&bytes, &sheet->alloc, &sheet->error);
    if (paint_sheet(sheet, &bytes))
        publish_sink(&sink, &bytes, &sheet->error);
    buffer_free(&bytes);
}

size_t sheaf_sheet_page_count(sheaf_sheet *sheet)
{
    struct sheet_pages *pages = sheet_is_well(sheet) ? sheet_layout(sheet) : NULL;
    size_t n = pages != NULL ? pages->n : 0;

    sheet_pages_destroy(pages);
    return n;
}
