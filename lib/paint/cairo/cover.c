/* cover.c - fills, strokes and hatches of paths: see canvas.h. */
#include <math.h>

#include "paint/cairo/canvas.h"
#include "paint/hatch.h"

/* Paints --------------------------------------------------------------------- */

static void set_color(cairo_t *context, struct color color)
{
    cairo_set_source_rgba(context, color.red / 255.0, color.green / 255.0, color.blue / 255.0,
                          color.alpha / 255.0);
}

static void add_hatch_line(void *context, struct point from, struct point to)
{
    cairo_move_to(context, from.x, from.y);
    cairo_line_to(context, to.x, to.y);
}

static void set_stroke(cairo_t *context, const struct stroke *stroke, double width)
{
    static const cairo_line_cap_t caps[] = { CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND,
                                             CAIRO_LINE_CAP_SQUARE };
    static const cairo_line_join_t joins[] = { CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND,
                                               CAIRO_LINE_JOIN_BEVEL };

    cairo_set_line_width(context, width);
    cairo_set_line_cap(context, caps[stroke->cap]);
    cairo_set_line_join(context, joins[stroke->join]);
    cairo_set_dash(context, stroke->dash, stroke->n_dash, stroke->dash_phase);
}

/* Covering ------------------------------------------------------------------- */

static void cover_stroke(cairo_t *context, const struct covering *cover)
{
    set_stroke(context, &cover->mark->stroke, cover->line_width);
    cairo_stroke(context);
}

static void cover_hatch(cairo_t *context, const struct covering *cover)
{
    struct box box;

    cairo_save(context);
    cairo_fill_extents(context, &box.left, &box.top, &box.right, &box.bottom);
    cairo_clip(context);
    if (hatch_lines(&cover->mark->fill, &box, add_hatch_line, context)) {
        set_stroke(context, &(struct stroke){ 0 }, cover->mark->fill.width);
        cairo_stroke(context);
    } else {
        cairo_paint(context);
    }
    cairo_restore(context);
}

static bool is_round(const struct stroke *stroke)
{
    return stroke->n_dash == 0 && stroke->cap == CAP_ROUND && stroke->join == JOIN_ROUND;
}

bool canvas_append_cover(struct canvas *canvas, struct covering *cover)
{
    const struct path_mark *mark = cover->mark;

    cover->line_width = mark->stroke_paint.kind != PAINT_NONE ? mark->stroke.width : 0;
    return canvas_append_aligned(canvas, &mark->path, &cover->line_width,
                                 cover->kind == COVER_STROKE && is_round(&mark->stroke));
}

void canvas_draw_cover(cairo_t *context, const struct covering *cover)
{
    switch (cover->kind) {
    case COVER_FILL:
        cairo_fill(context);
        break;
    case COVER_STROKE:
        cover_stroke(context, cover);
        break;
    case COVER_HATCH:
        cover_hatch(context, cover);
        break;
    }
}

struct box canvas_bounds(const struct covering *cover, const cairo_matrix_t *to_pixels)
{
    static const double miter_limit = 10, aligned = 2;
    const struct path_mark *mark = cover->mark;
    struct box box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
    double width = cover->kind == COVER_STROKE ? mark->stroke.width : 0,
           margin =
               width / 2 * (mark->stroke.join == JOIN_MITER ? miter_limit : sqrt(2)) *
                   hypot(hypot(to_pixels->xx, to_pixels->yx), hypot(to_pixels->xy, to_pixels->yy)) +
               aligned;

    for (size_t i = 0; i < mark->path.n_points; i++) {
        double x = mark->path.points[i].x, y = mark->path.points[i].y;
        cairo_matrix_transform_point(to_pixels, &x, &y);
        box.left = fmin(box.left, x);
        box.top = fmin(box.top, y);
        box.right = fmax(box.right, x);
        box.bottom = fmax(box.bottom, y);
    }
    return (struct box){ floor(box.left - margin), floor(box.top - margin),
                         ceil(box.right + margin), ceil(box.bottom + margin) };
}

/* Bounds of what the operation covers, in pixels. */
static struct box covered_pixels(cairo_t *context, const struct covering *cover)
{
    cairo_matrix_t to_pixels = canvas_to_pixels(context);
    struct box box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
    double left, top, right, bottom;

    if (cover->kind == COVER_STROKE) {
        set_stroke(context, &cover->mark->stroke, cover->line_width);
        cairo_stroke_extents(context, &left, &top, &right, &bottom);
    } else {
        cairo_fill_extents(context, &left, &top, &right, &bottom);
    }
    canvas_add_corners(&box, &to_pixels, left, top, right, bottom);
    return box;
}

/* Draws the current path into a mask of limited shades, then paints the mask. */
static void cover_by_mask(struct canvas *canvas, const struct covering *cover, struct color color)
{
    cairo_matrix_t to_mask = canvas_to_pixels(canvas->context);
    /* Of very many pieces wider bounds, for which Cairo need not take each of them apart. */
    struct box pixels = cover->mark->path.n_verbs >= CANVAS_MANY_PIECES
                            ? canvas_bounds(cover, &to_mask)
                            : covered_pixels(canvas->context, cover);
    cairo_path_t *path = cairo_copy_path(canvas->context);
    struct mask mask;

    cairo_new_path(canvas->context);
    if (canvas_begin_mask(canvas, &pixels, &mask)) {
        cairo_surface_t *surface = cairo_image_surface_create_for_data(
            mask.bytes, CAIRO_FORMAT_A8, mask.width, mask.height, mask.stride);
        cairo_t *context = cairo_create(surface);

        to_mask.x0 -= mask.left;
        to_mask.y0 -= mask.top;
        canvas_set_defaults(context);
        cairo_set_matrix(context, &to_mask);
        cairo_append_path(context, path);
        canvas_draw_cover(context, cover);
        canvas_note_failure(canvas, cairo_status(context));
        cairo_destroy(context);
        cairo_surface_finish(surface);
        cairo_surface_destroy(surface);
        canvas_paint_mask(canvas, &mask, color);
    }
    cairo_path_destroy(path);
}

/* True if only whole pixels are covered: then there are no edge shades to limit. */
static bool is_crisp(const struct covering *cover, bool aligned)
{
    const struct stroke *stroke = &cover->mark->stroke;

    return aligned &&
           (cover->kind == COVER_FILL || (cover->kind == COVER_STROKE && stroke->n_dash == 0 &&
                                          stroke->cap != CAP_ROUND && stroke->join == JOIN_MITER));
}

/* For EPS: blends the colour with the white page where nothing lies below. */
static void draw_flat(struct canvas *canvas, const struct covering *cover, struct color color)
{
    struct box pixels = covered_pixels(canvas->context, cover);

    color = canvas_flatten(canvas, &pixels, color);
    set_color(canvas->context, color);
    canvas_draw_cover(canvas->context, cover);
    canvas_note_covered(canvas, &pixels, color);
}

void canvas_cover(struct canvas *canvas, const struct path_mark *mark, const struct paint *paint,
                  enum covering_kind kind)
{
    struct covering what = { .mark = mark, .kind = kind };
    struct color color = canvas_color(canvas, paint->color);

    if (canvas_cover_kept(canvas, &what, color))
        return;
    bool aligned = canvas_append_cover(canvas, &what);
    if (canvas->shades > 0 && !is_crisp(&what, aligned)) {
        cover_by_mask(canvas, &what, color);
        return;
    }
    if (canvas->flat) {
        draw_flat(canvas, &what, color);
        return;
    }
    set_color(canvas->context, color);
    canvas_draw_cover(canvas->context, &what);
}
