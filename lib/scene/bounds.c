/* bounds.c - where areas and strokes reach on the page. */
#include <math.h>

#include "scene/geometry.h"

static const double miter_limit = 10; /* Cairo's and PDF's default: painters set no other */

/* Adds where the curve's tangent is vertical or horizontal: the roots in (0, 1) of
 * the derivative, which is a t^2 + b t + c up to a factor. */
static void add_turns(struct box *box, struct point p0, const struct point *p)
{
    const double at[2][4] = { { p0.x, p[0].x, p[1].x, p[2].x }, { p0.y, p[0].y, p[1].y, p[2].y } };

    for (int axis = 0; axis < 2; axis++) {
        const double *v = at[axis];
        double a = v[3] - 3 * v[2] + 3 * v[1] - v[0], b = 2 * (v[2] - 2 * v[1] + v[0]);
        double c = v[1] - v[0], root = sqrt(fmax(b * b - 4 * a * c, 0));
        double q = -0.5 * (b + copysign(root, b)), roots[2] = { q / a, c / q };

        for (int k = 0; k < 2; k++) {
            double t = roots[k], u = 1 - t;
            if (!(t > 0 && t < 1))
                continue;
            double w[4] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };
            box_add(box,
                    (struct point){ w[0] * p0.x + w[1] * p[0].x + w[2] * p[1].x + w[3] * p[2].x,
                                    w[0] * p0.y + w[1] * p[0].y + w[2] * p[1].y + w[3] * p[2].y });
        }
    }
}

static void add_curve(struct box *box, struct point from, const struct point *p)
{
    box_add(box, from);
    box_add(box, p[2]);
    add_turns(box, from, p);
}

struct box path_area(const struct path *path, const struct matrix *matrix)
{
    struct box box = box_nothing;
    const struct point *p = path->points;
    struct point at = { 0 };

    for (size_t i = 0; i < path->n_verbs; i++) {
        if (path->verbs[i] == VERB_CLOSE)
            continue;
        if (path->verbs[i] == VERB_CURVE) {
            struct point moved[3] = { matrix_apply(matrix, p[0]), matrix_apply(matrix, p[1]),
                                      matrix_apply(matrix, p[2]) };
            add_curve(&box, at, moved);
            at = moved[2];
            p += 3;
            continue;
        }
        at = matrix_apply(matrix, *p++);
        /* A move at the end draws nothing. */
        if (path->verbs[i] == VERB_LINE ||
            (i + 1 < path->n_verbs && path->verbs[i + 1] != VERB_MOVE))
            box_add(&box, at);
    }
    return box;
}

/* State while a stroke is followed from corner to corner. All but box is in the path's
 * coordinates. */
struct pen {
    struct box box;
    const struct stroke *stroke;
    const struct matrix *matrix;
    double half;
    struct point at, start;
    struct point came;  /* unit direction of the line that ends at `at`; 0, 0: none */
    struct point first; /* unit direction of the first line */
};

static void pen_add(struct pen *pen, double x, double y)
{
    box_add(&pen->box, matrix_apply(pen->matrix, (struct point){ x, y }));
}

static void pen_dot(struct pen *pen, struct point at)
{
    double x = pen->half * hypot(pen->matrix->xx, pen->matrix->xy);
    double y = pen->half * hypot(pen->matrix->yx, pen->matrix->yy);
    struct point moved = matrix_apply(pen->matrix, at);

    box_add(&pen->box, (struct point){ moved.x - x, moved.y - y });
    box_add(&pen->box, (struct point){ moved.x + x, moved.y + y });
}

/* Adds the join at pen->at, where the next line leaves in direction `leave`. */
static void pen_join(struct pen *pen, struct point leave)
{
    struct point came = pen->came;

    if ((came.x == 0 && came.y == 0) || (leave.x == 0 && leave.y == 0))
        return;
    if (pen->stroke->join == JOIN_ROUND)
        pen_dot(pen, pen->at);
    if (pen->stroke->join != JOIN_MITER)
        return;
    /* The tip lies towards came - leave, half the width / sine away, where sine is that
     * of half the angle between the lines; |came - leave| is twice its cosine. */
    double x = came.x - leave.x, y = came.y - leave.y, length = hypot(x, y);
    double sine = sqrt(fmax(1 - length * length / 4, 0));
    if (length > 1e-9 && sine * miter_limit >= 1) {
        double reach = pen->half / sine / length;
        pen_add(pen, pen->at.x + x * reach, pen->at.y + y * reach);
    }
}

static void pen_cap(struct pen *pen, struct point at, struct point outward)
{
    if (pen->stroke->cap == CAP_ROUND)
        pen_dot(pen, at);
    if (pen->stroke->cap != CAP_SQUARE)
        return;
    double x = pen->half * outward.x, y = pen->half * outward.y;
    pen_add(pen, at.x + x - y, at.y + y + x);
    pen_add(pen, at.x + x + y, at.y + y - x);
}

static void pen_line(struct pen *pen, struct point to)
{
    double x = to.x - pen->at.x, y = to.y - pen->at.y, length = hypot(x, y);

    if (length == 0)
        return;
    struct point way = { x / length, y / length };
    pen_join(pen, way);
    pen_add(pen, pen->at.x - pen->half * way.y, pen->at.y + pen->half * way.x);
    pen_add(pen, pen->at.x + pen->half * way.y, pen->at.y - pen->half * way.x);
    pen_add(pen, to.x - pen->half * way.y, to.y + pen->half * way.x);
    pen_add(pen, to.x + pen->half * way.y, to.y - pen->half * way.x);
    if (pen->first.x == 0 && pen->first.y == 0)
        pen->first = way;
    pen->came = way;
    pen->at = to;
}

static struct point direction(struct point from, struct point to)
{
    double length = hypot(to.x - from.x, to.y - from.y);

    return length > 0 ? (struct point){ (to.x - from.x) / length, (to.y - from.y) / length }
                      : (struct point){ 0, 0 };
}

static void pen_curve(struct pen *pen, const struct point *p)
{
    const struct matrix *m = pen->matrix;
    struct point from = matrix_apply(m, pen->at);
    struct point moved[3] = { matrix_apply(m, p[0]), matrix_apply(m, p[1]), matrix_apply(m, p[2]) };
    double x = pen->half * hypot(m->xx, m->xy), y = pen->half * hypot(m->yx, m->yy);
    struct box curve = box_nothing;
    struct point leave = direction(pen->at, p[0]);

    pen_join(pen, leave);
    add_curve(&curve, from, moved);
    curve = (struct box){ curve.left - x, curve.top - y, curve.right + x, curve.bottom + y };
    box_join(&pen->box, &curve);
    if (pen->first.x == 0 && pen->first.y == 0)
        pen->first = leave;
    pen->came = direction(p[1], p[2]);
    pen->at = p[2];
}

/* Ends a subpath. */
static void pen_lift(struct pen *pen, bool closed)
{
    if (closed) {
        pen_line(pen, pen->start);
        pen_join(pen, pen->first);
        if (pen->first.x == 0 && pen->first.y == 0 && pen->stroke->cap != CAP_BUTT)
            pen_dot(pen, pen->at);
    } else if (pen->first.x != 0 || pen->first.y != 0) {
        pen_cap(pen, pen->start, (struct point){ -pen->first.x, -pen->first.y });
        pen_cap(pen, pen->at, pen->came);
    }
    pen->came = pen->first = (struct point){ 0, 0 };
}

struct box path_stroke_area(const struct path *path, const struct stroke *stroke,
                            const struct matrix *matrix)
{
    struct pen pen = {
        .box = box_nothing, .stroke = stroke, .matrix = matrix, .half = stroke->width / 2
    };
    const struct point *p = path->points;
    bool down = false;

    for (size_t i = 0; i < path->n_verbs; i++)
        switch (path->verbs[i]) {
        case VERB_MOVE:
            if (down)
                pen_lift(&pen, false);
            pen.at = pen.start = *p++;
            down = false;
            break;
        case VERB_LINE:
            if (pen.at.x == p->x && pen.at.y == p->y && stroke->cap != CAP_BUTT)
                pen_dot(&pen, *p); /* a line of zero length shows its caps */
            pen_line(&pen, *p++);
            down = true;
            break;
        case VERB_CURVE:
            pen_curve(&pen, p);
            p += 3;
            down = true;
            break;
        default:
            pen_lift(&pen, true);
            down = false;
        }
    if (down)
        pen_lift(&pen, false);
    return pen.box;
}
