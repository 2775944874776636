/* hatch.h - where the lines of a hatch lie, so that all painters agree.
 *
 * Tiling patterns show seams in PDF viewers and in Cairo, so painters draw the
 * lines as paths, clipped to the filled shape. */
#ifndef SHEAF_PAINT_HATCH_H
#define SHEAF_PAINT_HATCH_H

#include "scene/scene.h"

/* Calls line for each hatch line that touches the box, in a fixed order. Lines are
 * cut to the box plus the line's width, and lie at whole multiples of the spacing
 * from the origin of the coordinates in use: hatches of neighbouring shapes join.
 *
 * False, and no call, when the lines leave no ground between them or are too many
 * to draw: then the shape is one fill of the hatch's color. */
bool hatch_lines(const struct paint *hatch, const struct box *box,
                 void (*line)(void *context, struct point from, struct point to), void *context);

/* A box around the path: of its points, so that curves may stay within. */
struct box hatch_box(const struct path *path);

#endif
