/* sheet_draw.c - the pages of a sheet on any cairo_t, laid out once for all of them. */
#include <math.h>

#include "chart/theme_object.h"
#include "paint/paint.h"
#include "publish/publish.h"
#include "sheet/layout/layout.h"
#include "sheet/model.h"

/* Those of the last call, while nothing was changed or written since. NULL after a failure, which is the
 * sheet's. */
static const struct sheet_pages *pages_of(sheaf_sheet *sheet)
{
    if (sheet != NULL && sheet->pages != NULL) {
        sheet->output = (sheaf_error){ 0 };
        return sheet->pages;
    }
    struct sheet_pages *pages = sheet_layout(sheet); /* which forgets others */
    if (pages != NULL && sheet != NULL)
        sheet->pages = pages;
    return pages;
}

/* NULL, and an error, for a page that there is not. */
static const struct scene *page_of(sheaf_sheet *sheet, size_t page)
{
    const struct sheet_pages *pages = pages_of(sheet);

    if (pages != NULL && page >= pages->n)
        fail(&sheet->output, SHEAF_BAD_ARGUMENT, "the sheet has %zu pages, and none with index %zu",
             pages->n, page);
    return pages != NULL && page < pages->n ? pages->scenes[page] : NULL;
}

/* Themes with white paper draw no ground, because pages are white. */
static void paint_page(const sheaf_sheet *sheet, const struct scene *scene, cairo_t *cr,
                       sheaf_error *error)
{
    cairo_path_t *path = paint_cairo_begin(cr, 0, 0, scene_width(scene), scene_height(scene));

    if (!theme_look(sheet->theme)->is_transparent) {
        cairo_set_source_rgb(cr, 1, 1, 1);
        cairo_paint(cr);
    }
    paint_cairo(scene, cr, error);
    paint_cairo_end(cr, path);
}

sheaf_status sheaf_sheet_page_count(sheaf_sheet *sheet, size_t *count)
{
    const struct sheet_pages *pages = count != NULL ? pages_of(sheet) : NULL;

    if (count != NULL)
        *count = pages != NULL ? pages->n : 0;
    else if (sheet != NULL)
        return fail(sheet_begin_output(sheet), SHEAF_BAD_ARGUMENT,
                    "there is nowhere to put the number of pages (NULL)");
    return sheaf_sheet_status(sheet);
}

sheaf_status sheaf_sheet_page_size(sheaf_sheet *sheet, size_t page, double *width, double *height)
{
    const struct scene *scene = page_of(sheet, page);

    if (scene == NULL)
        return sheaf_sheet_status(sheet);
    if (width != NULL)
        *width = scene_width(scene);
    if (height != NULL)
        *height = scene_height(scene);
    return SHEAF_OK;
}

sheaf_status sheaf_sheet_draw_page(sheaf_sheet *sheet, size_t page, cairo_t *cr)
{
    const struct scene *scene = page_of(sheet, page);

    if (scene != NULL && cr == NULL)
        fail(&sheet->output, SHEAF_BAD_ARGUMENT, "there is no context to draw on (NULL)");
    else if (scene != NULL)
        paint_page(sheet, scene, cr, &sheet->output);
    return sheaf_sheet_status(sheet);
}
