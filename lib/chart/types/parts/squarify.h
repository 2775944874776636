/* squarify.h - a box cut into boxes of given sizes, as square as may be (Bruls, Huizing and van Wijk,
 * "Squarified treemaps", 2000). */
#ifndef SHEAF_CHART_SQUARIFY_H
#define SHEAF_CHART_SQUARIFY_H

#include "scene/scene.h"

/* Sizes over zero, the largest first. The boxes have areas in proportion to them and fill the area
 * without a gap: neighbours have the same edge to the last bit. */
void squarify(const double *sizes, size_t n, struct box area, struct box *boxes);

#endif
