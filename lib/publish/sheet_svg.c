/* sheet_svg.c - a fact sheet's pages as SVG, one each. */
#include "paint/paint.h"
#include "publish/publish.h"
#include "sheet/layout/layout.h"
#include "sheet/model.h"

static bool paint_page(const sheaf_sheet *sheet, const struct sheet_pages *pages, size_t page,
                       struct buffer *into, sheaf_error *error)
{
    const struct svg_options options = {
        .metadata = { .title = pages->title,
                      .alternative = pages->subject,
                      .language = pages->language },
        .text = SVG_TEXT_EMBEDDED,
    };

    buffer_init(into, &sheet->alloc, error);
    return paint_svg(pages->scenes[page], &options, into, error) == SHEAF_OK && !into->failed;
}

sheaf_status sheaf_sheet_draw_svg(sheaf_sheet *sheet,
                                  bool (*take)(void *context, size_t page, const void *svg,
                                               size_t n),
                                  void *context)
{
    sheaf_error *error = sheet_begin_output(sheet);

    if (error->status == SHEAF_OK && take == NULL)
        fail(error, SHEAF_BAD_ARGUMENT, "there is nobody to take the pages (NULL)");
    if (error->status != SHEAF_OK || take == NULL)
        return error->status;
    struct sheet_pages *pages = sheet_layout(sheet);
    for (size_t i = 0;
         pages != NULL && publish_goes_on(sheet->context, sheet->file, i, pages->n, error) &&
         i < pages->n;
         i++) {
        struct buffer bytes;

        if (paint_page(sheet, pages, i, &bytes, error) &&
            !take(context, i, bytes.bytes, bytes.length))
            fail(error, SHEAF_SYSTEM, "the pages were not taken");
        buffer_free(&bytes);
    }
    sheet_pages_destroy(pages);
    return error->status;
}
