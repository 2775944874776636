/* kept.c - marks of very many pieces, by coverages that are kept: see canvas.h and
 * scene/coverage.h.
 *
 * What a mark covers is found for its place less whole pixels, over all of the mark, whatever the
 * context clips: so the pixels are the same wherever it is drawn first, and whether anything was
 * kept. A mask of limited shades (PNG) is drawn once and takes no part. */
#include <math.h>

#include "paint/cairo/canvas.h"

static bool is_of_many(const struct canvas *canvas, const struct covering *cover)
{
    return canvas->has_pixels && canvas->shades == 0 && cover->kind != COVER_HATCH &&
           cover->mark->path.n_verbs >= CANVAS_MANY_PIECES;
}

/* Draws the mark in a context of the coverage's own. */
static void find_coverage(struct canvas *canvas, struct covering *cover, cairo_matrix_t to_pixels,
                          const struct coverage *coverage)
{
    cairo_t *target = canvas->context;
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        coverage->bytes, CAIRO_FORMAT_A8, coverage->width, coverage->height, coverage->stride);

    to_pixels.x0 -= coverage->left;
    to_pixels.y0 -= coverage->top;
    canvas->context = cairo_create(surface);
    canvas_set_defaults(canvas->context);
    cairo_set_matrix(canvas->context, &to_pixels);
    canvas_append_cover(canvas, cover);
    canvas_draw_cover(canvas->context, cover);
    canvas_note_failure(canvas, cairo_status(canvas->context));
    cairo_destroy(canvas->context);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    canvas->context = target;
}

/* NULL where the mark is larger than what is kept, or after a failure. */
static struct coverage *make_coverage(struct canvas *canvas, struct covering *cover,
                                      const struct coverage_key *key)
{
    const cairo_matrix_t to_pixels = { key->xx, key->yx, key->xy, key->yy, key->x0, key->y0 };
    struct box box = canvas_bounds(cover, &to_pixels);
    double width = box.right - box.left, height = box.bottom - box.top;

    /* No image surface is larger than 16 bits count. */
    if (!(width > 0 && height > 0 && width <= INT16_MAX && height <= INT16_MAX &&
          (width + 4) * height <= COVERAGE_MOST))
        return NULL;
    struct coverage *coverage = coverage_create(
        (int)width, (int)height, cairo_format_stride_for_width(CAIRO_FORMAT_A8, (int)width));
    if (coverage == NULL) {
        fail_memory(&canvas->painter.error);
        return NULL;
    }
    coverage->key = *key;
    coverage->left = (int)box.left;
    coverage->top = (int)box.top;
    find_coverage(canvas, cover, to_pixels, coverage);
    if (canvas->kept != NULL && canvas->painter.error.status == SHEAF_OK)
        coverages_keep(canvas->kept, coverage);
    return coverage;
}

bool canvas_cover_kept(struct canvas *canvas, struct covering *cover, struct color color)
{
    static const double farthest = 1 << 24; /* Cairo's own pixels end before */

    if (!is_of_many(canvas, cover))
        return false;
    const cairo_matrix_t m = canvas_to_pixels(canvas->context);
    double x = floor(m.x0), y = floor(m.y0);
    if (!(fabs(x) <= farthest && fabs(y) <= farthest))
        return false;
    const struct coverage_key key = { .mark = cover->mark,
                                      .is_stroke = cover->kind == COVER_STROKE,
                                      .xx = m.xx,
                                      .yx = m.yx,
                                      .xy = m.xy,
                                      .yy = m.yy,
                                      .x0 = m.x0 - x,
                                      .y0 = m.y0 - y };
    struct coverage *coverage = canvas->kept != NULL ? coverages_find(canvas->kept, &key) : NULL;

    if (coverage == NULL)
        coverage = make_coverage(canvas, cover, &key);
    if (coverage == NULL)
        return canvas->painter.error.status != SHEAF_OK;
    struct mask mask = { .bytes = coverage->bytes,
                         .length = coverage->size,
                         .left = coverage->left + (int)x,
                         .top = coverage->top + (int)y,
                         .width = coverage->width,
                         .height = coverage->height,
                         .stride = coverage->stride };
    canvas_paint_mask(canvas, &mask, color);
    coverage_drop(canvas->kept, coverage);
    return true;
}
