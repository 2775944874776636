/* align.c - aligns paths to the pixel grid: see canvas.h.
 *
 * A path that has only horizontal and vertical lines is moved by less than a pixel, so
 * that its edges, or both sides of its stroke, fall between pixels. Edges that two shapes
 * share are rounded alike, so that bars that touch still touch, framed or not. */
#include <math.h>

#include "paint/cairo/canvas.h"

/* How coordinates are rounded. */
struct grid {
    cairo_matrix_t to_pixels;
    bool between; /* round to pixel centres: for strokes an odd number of pixels wide */
};

static double aligned(double value, double scale, double offset, bool between)
{
    double pixel = value * scale + offset;

    return ((between ? floor(pixel) + 0.5 : floor(pixel + 0.5)) - offset) / scale;
}

static double align_x(const struct grid *grid, double x, bool between)
{
    return aligned(x, grid->to_pixels.xx, grid->to_pixels.x0, between);
}

static double align_y(const struct grid *grid, double y, bool between)
{
    return aligned(y, grid->to_pixels.yy, grid->to_pixels.y0, between);
}

static void append(cairo_t *context, const struct path *path)
{
    const struct point *p = path->points;

    cairo_new_path(context);
    for (size_t i = 0; i < path->n_verbs; i++)
        switch (path->verbs[i]) {
        case VERB_MOVE:
            cairo_move_to(context, p->x, p->y);
            p++;
            break;
        case VERB_LINE:
            cairo_line_to(context, p->x, p->y);
            p++;
            break;
        case VERB_CURVE:
            cairo_curve_to(context, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
            p += 3;
            break;
        default:
            cairo_close_path(context);
        }
}

/* True if the path has only moves, lines along an axis and closes, and if no side is so short that
 * rounding would remove it. */
static bool is_rectilinear(const struct grid *grid, const struct path *path)
{
    const struct point *p = path->points;
    struct point start = { 0 };

    for (size_t i = 0; i < path->n_verbs; i++) {
        struct point from, to;

        if (path->verbs[i] == VERB_CURVE)
            return false;
        if (path->verbs[i] == VERB_MOVE) {
            start = *p++;
            continue;
        }
        from = p[-1];
        to = path->verbs[i] == VERB_LINE ? *p++ : start;
        if (from.x != to.x && from.y != to.y)
            return false;
        if ((from.x != to.x && align_x(grid, from.x, false) == align_x(grid, to.x, false)) ||
            (from.y != to.y && align_y(grid, from.y, false) == align_y(grid, to.y, false)))
            return false;
    }
    return path->n_verbs > 1;
}

/* True for a single line: a move, a line, and then nothing or another move. */
static bool is_lone_line(const struct path *path, size_t i)
{
    return i + 1 < path->n_verbs && path->verbs[i + 1] == VERB_LINE &&
           (i + 2 == path->n_verbs || path->verbs[i + 2] == VERB_MOVE);
}

static void append_moved(cairo_t *context, const struct grid *grid, const struct path *path)
{
    const struct point *p = path->points;

    cairo_new_path(context);
    for (size_t i = 0; i < path->n_verbs; i++) {
        if (path->verbs[i] == VERB_CLOSE) {
            cairo_close_path(context);
            continue;
        }
        /* The ends of a single line are edges; its length runs along the middle of the stroke. */
        bool lone = path->verbs[i] == VERB_MOVE ? is_lone_line(path, i) : is_lone_line(path, i - 1);
        const struct point *other = path->verbs[i] == VERB_MOVE ? p + 1 : p - 1;
        double x = align_x(grid, p->x, grid->between && !(lone && other->y == p->y));
        double y = align_y(grid, p->y, grid->between && !(lone && other->x == p->x));

        if (path->verbs[i] == VERB_MOVE)
            cairo_move_to(context, x, y);
        else
            cairo_line_to(context, x, y);
        p++;
    }
}

/* True for a closed rectangle as scene_rectangle makes it; box gets its bounds. */
static bool is_rectangle(const struct path *path, struct box *box)
{
    const struct point *p = path->points;

    if (path->n_verbs != 5 || path->verbs[0] != VERB_MOVE || path->verbs[4] != VERB_CLOSE)
        return false;
    *box = (struct box){ fmin(p[0].x, p[2].x), fmin(p[0].y, p[2].y), fmax(p[0].x, p[2].x),
                         fmax(p[0].y, p[2].y) };
    return true;
}

/* A framed rectangle stands with its outer edges beside other marks (a filled bar, the zero line),
 * so these are rounded as theirs are, and the frame is drawn inside. False if nothing would be
 * left inside. */
static bool append_frame(cairo_t *context, const struct grid *grid, struct box box, double given,
                         double drawn)
{
    double left = align_x(grid, box.left - given / 2, false) + drawn / 2;
    double top = align_y(grid, box.top - given / 2, false) + drawn / 2;
    double right = align_x(grid, box.right + given / 2, false) - drawn / 2;
    double bottom = align_y(grid, box.bottom + given / 2, false) - drawn / 2;

    if (!(left < right) || !(top < bottom))
        return false;
    cairo_new_path(context);
    cairo_rectangle(context, left, top, right - left, bottom - top);
    return true;
}

static bool has_grid(const struct canvas *canvas, const cairo_matrix_t *m)
{
    return canvas->has_pixels && m->xy == 0 && m->yx == 0 && fabs(m->xx) == fabs(m->yy);
}

struct box canvas_align_box(struct canvas *canvas, struct box box)
{
    const struct grid grid = { .to_pixels = canvas_to_pixels(canvas->context) };

    if (!has_grid(canvas, &grid.to_pixels))
        return box;
    struct box moved = { align_x(&grid, box.left, false), align_y(&grid, box.top, false),
                         align_x(&grid, box.right, false), align_y(&grid, box.bottom, false) };
    return moved.left == moved.right || moved.top == moved.bottom ? box : moved;
}

bool canvas_append_aligned(struct canvas *canvas, const struct path *path, double *line_width,
                           bool is_round)
{
    struct grid grid = { .to_pixels = canvas_to_pixels(canvas->context) };
    const cairo_matrix_t *m = &grid.to_pixels;
    struct box box;

    if (!has_grid(canvas, m) || !is_rectilinear(&grid, path)) {
        if (!is_round || !canvas_append_pieces(canvas, path, *line_width))
            append(canvas->context, path);
        return false;
    }
    if (*line_width > 0) {
        double width = fmax(1, floor(*line_width * fabs(m->xx) + 0.5)), given = *line_width;

        *line_width = width / fabs(m->xx);
        if (is_rectangle(path, &box) &&
            append_frame(canvas->context, &grid, box, given, *line_width))
            return true;
        grid.between = fmod(width, 2) == 1;
    }
    append_moved(canvas->context, &grid, path);
    return true;
}
