/* draw.c - charts and pictures on any cairo_t. */
#include <cairo.h>
#include <math.h>
#include <stdlib.h>

#include "chart/datum.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "paint/paint.h"

/* Screens count pixels, paper counts points; the type of a chart differs. */
static bool is_paper(cairo_t *context)
{
    switch (cairo_surface_get_type(cairo_get_target(context))) {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_WIN32_PRINTING:
        return true;
    default:
        return false;
    }
}

static bool place_is_drawable(sheaf_error *error, const cairo_t *cr, double x, double y,
                              double width, double height)
{
    if (cr == NULL)
        fail(error, SHEAF_BAD_ARGUMENT, "there is no context to draw on (NULL)");
    else if (!isfinite(x) || !isfinite(y) || !isfinite(width) || !isfinite(height))
        fail(error, SHEAF_BAD_ARGUMENT, "a place to draw at needs finite coordinates");
    else if (width <= 0 || height <= 0)
        fail(error, SHEAF_BAD_ARGUMENT, "a chart needs a width and a height");
    return error->status == SHEAF_OK;
}

/* kept, selection: NULL for none. */
static void paint_at(const sheaf_picture *picture, struct coverages *kept,
                     const struct paint_selection *selection, cairo_t *cr, double x, double y,
                     sheaf_error *error)
{
    const struct scene *scene = picture_scene(picture);

    /* The least charts have words that are wider than they are. */
    cairo_path_t *path = paint_cairo_begin(cr, x, y, scene_width(scene), scene_height(scene));

    paint_cairo_again(scene, kept, selection, cr, error);
    paint_cairo_end(cr, path);
}

sheaf_status sheaf_picture_draw(const sheaf_picture *picture, cairo_t *cr, double x, double y)
{
    return sheaf_picture_draw_selected(picture, cr, x, y, NULL, 0);
}

static int compare_data(const void *a, const void *b)
{
    const struct scene_datum *x = a, *y = b;

    if (x->series != y->series)
        return x->series < y->series ? -1 : 1;
    return (x->period > y->period) - (x->period < y->period);
}

/* Those of the indexes that there are, in order, of which the caller frees n_indexes; NULL when memory runs
 * out. */
static struct scene_datum *select_data(const struct datum_list *list, const size_t *indexes,
                                       size_t n_indexes, size_t *n)
{
    struct scene_datum *data = n_indexes <= SIZE_MAX / sizeof *data
                                   ? memory_resize(NULL, NULL, 0, n_indexes * sizeof *data)
                                   : NULL;

    *n = 0;
    if (data == NULL)
        return NULL;
    for (size_t i = 0; i < n_indexes; i++)
        if (indexes[i] < list->n) {
            const struct datum_note *note = &list->notes[indexes[i]];
            data[(*n)++] = (struct scene_datum){ note->series,
                                                 note->of_line ? ALL_PERIODS : note->period, NAN };
        }
    qsort(data, *n, sizeof *data, compare_data);
    return data;
}

sheaf_status sheaf_picture_draw_selected(const sheaf_picture *picture, cairo_t *cr, double x,
                                         double y, const size_t *indexes, size_t n)
{
    sheaf_error error = { .status = SHEAF_OK };

    if (picture == NULL || cr == NULL || !isfinite(x) || !isfinite(y) || (indexes == NULL && n > 0))
        return SHEAF_BAD_ARGUMENT;
    if (n == 0) {
        paint_at(picture, picture_coverages(picture), NULL, cr, x, y, &error);
        return error.status;
    }
    struct paint_selection selection = { .paper = picture_paper(picture) };
    struct scene_datum *data = select_data(picture_data(picture), indexes, n, &selection.n);
    if (data == NULL)
        return SHEAF_NO_MEMORY;
    selection.data = data;
    paint_at(picture, picture_coverages(picture), selection.n > 0 ? &selection : NULL, cr, x, y,
             &error);
    memory_free(NULL, data, n * sizeof *data);
    return error.status;
}

sheaf_status sheaf_chart_draw(sheaf_chart *chart, cairo_t *cr, double x, double y, double width,
                              double height)
{
    sheaf_error *error = chart_begin_output(chart);

    if (error->status != SHEAF_OK || !place_is_drawable(error, cr, x, y, width, height))
        return error->status;
    const struct picture_options options = { .pixels = !is_paper(cr) };
    sheaf_picture *picture = picture_create(chart, width, height, &options);

    if (picture != NULL)
        paint_at(picture, NULL, NULL, cr, x, y, error);
    sheaf_picture_destroy(picture);
    return error->status;
}
