/* sheet_html.c - a fact sheet to a page of the web, in a file or a sink. */
#include "paint/paint.h"
#include "publish/page_figures.h"
#include "publish/publish.h"
#include "scene/web_page.h"
#include "sheet/layout/web.h"
#include "sheet/model.h"

/* The whole page in memory, so that nothing is written unless all went well. */
bool publish_html(sheaf_sheet *sheet, struct buffer *into, sheaf_error *error)
{
    struct shown_figures figures;
    struct arena arena;

    arena_init(&arena, &sheet->alloc, error);
    shown_figures_init(&figures, &arena);
    struct web_page *page = sheet_web_page(sheet, &figures);
    if (page != NULL)
        page_figures_add(sheet, &figures, page, error);
    arena_free(&arena);
    if (page == NULL)
        return false;
    if (page->title[0] == '\0')
        fail(error, SHEAF_BAD_INPUT, UNTITLED_MISTAKE);
    else if (error->status == SHEAF_OK && publish_goes_on(sheet->context, sheet->file, 0, 1, error))
        paint_html(page, into, error);
    web_page_destroy(page);
    return publish_goes_on(sheet->context, sheet->file, 1, 1, error);
}

sheaf_status sheaf_sheet_write_html(sheaf_sheet *sheet, const char *path)
{
    sheaf_error *error = sheet_begin_output(sheet);
    struct buffer bytes;

    if (error->status != SHEAF_OK || !publish_spares_inputs(sheet, path, error))
        return error->status;
    buffer_init(&bytes, &sheet->alloc, error);
    if (publish_html(sheet, &bytes, error))
        publish_file(path, &bytes, error);
    buffer_free(&bytes);
    return error->status;
}

sheaf_status sheaf_sheet_write_html_sink(sheaf_sheet *sheet, sheaf_sink sink)
{
    sheaf_error *error = sheet_begin_output(sheet);
    struct buffer bytes;

    if (error->status != SHEAF_OK)
        return error->status;
    buffer_init(&bytes, &sheet->alloc, error);
    if (publish_html(sheet, &bytes, error))
        publish_sink(&sink, &bytes, error);
    buffer_free(&bytes);
    return error->status;
}
