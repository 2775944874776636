/* shapes.h - small shapes that stand for figures, by which a theme tells lines apart. */
#ifndef SHEAF_CHART_SHAPES_H
#define SHEAF_CHART_SHAPES_H

#include "chart/pen.h"

/* The shape of a series in this colour, of about the area of a dot of this radius. */
void mark_shape(const struct chart_pen *pen, struct scene *scene, struct point at, double radius,
                struct color color);

/* The path of a square on its corner, as wide as a dot. */
void mark_diamond(struct scene *scene, struct point at, double radius);

#endif
