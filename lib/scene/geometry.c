/* geometry.c - boxes, matrices and flattened paths. */
#include "scene/geometry.h"

#include <math.h>

enum { PIECES = 16 }; /* of a curve */

const struct box box_nothing = { INFINITY, INFINITY, -INFINITY, -INFINITY };
const struct matrix matrix_identity = { 1, 0, 0, 1, 0, 0 };

void box_join(struct box *box, const struct box *other)
{
    if (other->left > other->right || other->top > other->bottom)
        return;
    box_add(box, (struct point){ other->left, other->top });
    box_add(box, (struct point){ other->right, other->bottom });
}

struct box box_common(const struct box *a, const struct box *b)
{
    struct box common = { fmax(a->left, b->left), fmax(a->top, b->top), fmin(a->right, b->right),
                          fmin(a->bottom, b->bottom) };

    return common.left <= common.right && common.top <= common.bottom ? common : box_nothing;
}

bool box_holds(const struct box *box, struct point point)
{
    return point.x >= box->left && point.x <= box->right && point.y >= box->top &&
           point.y <= box->bottom;
}

struct box box_moved(const struct box *box, const struct matrix *matrix)
{
    struct box moved = box_nothing;

    if (box->left > box->right || box->top > box->bottom)
        return moved;
    box_add(&moved, matrix_apply(matrix, (struct point){ box->left, box->top }));
    box_add(&moved, matrix_apply(matrix, (struct point){ box->right, box->top }));
    box_add(&moved, matrix_apply(matrix, (struct point){ box->left, box->bottom }));
    box_add(&moved, matrix_apply(matrix, (struct point){ box->right, box->bottom }));
    return moved;
}

struct point matrix_apply(const struct matrix *matrix, struct point point)
{
    return (struct point){ matrix->xx * point.x + matrix->xy * point.y + matrix->x0,
                           matrix->yx * point.x + matrix->yy * point.y + matrix->y0 };
}

struct matrix matrix_after(const struct matrix *inner, const struct matrix *outer)
{
    struct point origin = matrix_apply(outer, (struct point){ inner->x0, inner->y0 });

    return (struct matrix){ .xx = outer->xx * inner->xx + outer->xy * inner->yx,
                            .yx = outer->yx * inner->xx + outer->yy * inner->yx,
                            .xy = outer->xx * inner->xy + outer->xy * inner->yy,
                            .yy = outer->yx * inner->xy + outer->yy * inner->yy,
                            .x0 = origin.x,
                            .y0 = origin.y };
}

bool matrix_invert(const struct matrix *matrix, struct matrix *inverse)
{
    double determinant = matrix->xx * matrix->yy - matrix->xy * matrix->yx;

    if (!isnormal(determinant) || !isfinite(1 / determinant))
        return false;
    *inverse = (struct matrix){ .xx = matrix->yy / determinant,
                                .yx = -matrix->yx / determinant,
                                .xy = -matrix->xy / determinant,
                                .yy = matrix->xx / determinant };
    struct point origin = matrix_apply(inverse, (struct point){ matrix->x0, matrix->y0 });
    inverse->x0 = -origin.x;
    inverse->y0 = -origin.y;
    return true;
}

static struct point curve_at(struct point from, const struct point *p, double t)
{
    double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

    return (struct point){ a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                           a * from.y + b * p[0].y + c * p[1].y + d * p[2].y };
}

void path_flatten(const struct path *path, bool close,
                  void (*piece)(void *context, struct point from, struct point to), void *context)
{
    const struct point *p = path->points;
    struct point at = { 0 }, start = { 0 };

    for (size_t i = 0; i < path->n_verbs; i++)
        switch (path->verbs[i]) {
        case VERB_MOVE:
            if (close && i > 0)
                piece(context, at, start);
            at = start = *p++;
            break;
        case VERB_LINE:
            piece(context, at, *p);
            at = *p++;
            break;
        case VERB_CURVE:
            for (int k = 1; k <= PIECES; k++)
                piece(context, curve_at(at, p, (k - 1.0) / PIECES),
                      curve_at(at, p, (double)k / PIECES));
            at = p[2];
            p += 3;
            break;
        default:
            piece(context, at, start);
            at = start;
        }
    if (close && path->n_verbs > 0)
        piece(context, at, start);
}
