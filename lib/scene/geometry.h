/* geometry.h - boxes, matrices and the extent of paths; only for this folder. */
#ifndef SHEAF_SCENE_GEOMETRY_H
#define SHEAF_SCENE_GEOMETRY_H

#include "scene/scene.h"

extern const struct box box_nothing;
extern const struct matrix matrix_identity;

/* As fmin and fmax would, which are calls: a coordinate that is not a number changes nothing. */
static inline void box_add(struct box *box, struct point point)
{
    box->left = point.x < box->left ? point.x : box->left;
    box->top = point.y < box->top ? point.y : box->top;
    box->right = point.x > box->right ? point.x : box->right;
    box->bottom = point.y > box->bottom ? point.y : box->bottom;
}
void box_join(struct box *box, const struct box *other);
struct box box_common(const struct box *a, const struct box *b);
bool box_holds(const struct box *box, struct point point);
/* Bounds of the box's four transformed corners. */
struct box box_moved(const struct box *box, const struct matrix *matrix);

struct point matrix_apply(const struct matrix *matrix, struct point point);
/* The transform that applies inner first, then outer. */
struct matrix matrix_after(const struct matrix *inner, const struct matrix *outer);
/* False if the matrix is singular. */
bool matrix_invert(const struct matrix *matrix, struct matrix *inverse);

/* Bounds of a path's area, or of its stroke, after the transform. Exact for areas and for strokes
 * of straight lines; strokes of curves get a margin of half the width. */
struct box path_area(const struct path *path, const struct matrix *matrix);
struct box path_stroke_area(const struct path *path, const struct stroke *stroke,
                            const struct matrix *matrix);

/* Calls piece for each straight piece of the flattened path; close: also for the lines that close
 * its areas. */
void path_flatten(const struct path *path, bool close,
                  void (*piece)(void *context, struct point from, struct point to), void *context);

#endif
