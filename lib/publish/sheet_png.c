/* sheet_png.c - one page of a sheet as pixels: for previews and contact sheets. */
#include "base/output.h"
#include "paint/paint.h"
#include "publish/publish.h"
#include "sheet/layout/layout.h"
#include "sheet/model.h"

static void paint_page(sheaf_sheet *sheet, size_t page, double dots_per_inch, struct buffer *into,
                       sheaf_error *error)
{
    struct sheet_pages *pages = sheet_layout(sheet);

    if (pages == NULL)
        return;
    if (page >= pages->n) {
        fail(error, SHEAF_BAD_ARGUMENT, "there is no page %zu; the sheet has %zu", page + 1,
             pages->n);
    } else if (publish_goes_on(sheet->context, sheet->file, 0, 1, error)) {
        const struct paint_metadata metadata = { .title = pages->title,
                                                 .subject = pages->subject,
                                                 .language = pages->language,
                                                 .creator = "Sheaf" };
        sheaf_status status = paint_png(pages->scenes[page], dots_per_inch / 72, dots_per_inch,
                                        &metadata, into, error);
        (void)status; /* it sticks to error */
    }
    sheet_pages_destroy(pages);
}

sheaf_status sheaf_sheet_write_png_sink(sheaf_sheet *sheet, size_t page, double dots_per_inch,
                                        sheaf_sink sink)
{
    sheaf_error *error = sheet_begin_output(sheet);
    struct buffer bytes;

    if (error->status == SHEAF_OK && !(dots_per_inch >= 10 && dots_per_inch <= 600))
        fail(error, SHEAF_BAD_ARGUMENT, "a page has 10 to 600 dots an inch");
    if (error->status != SHEAF_OK)
        return error->status;
    buffer_init(&bytes, &sheet->alloc, error);
    paint_page(sheet, page, dots_per_inch, &bytes, error);
    if (publish_goes_on(sheet->context, sheet->file, 1, 1, error))
        publish_sink(&sink, &bytes, error);
    buffer_free(&bytes);
    return error->status;
}
