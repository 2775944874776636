/* surplus_area.h - the area between two lines, cut exactly where they cross. */
#ifndef SHEAF_CHART_SURPLUS_AREA_H
#define SHEAF_CHART_SURPLUS_AREA_H

#include "chart/model/model.h"
#include "chart/scale/scale.h"
#include "scene/scene.h"

struct area_lines {
    const struct figure *a, *b; /* n of each; the area has a gap where one is missing */
    const double *x;            /* one a period */
    size_t n;
    struct scale scale;
    const bool *absent; /* before which periods others are absent; NULL: none is */
};

/* Fills the area: colors[0] where a is larger, colors[1] where b is. One path a stretch, so that no
 * seams show within it. */
void area_draw(const struct area_lines *lines, struct scene *scene, const struct color *colors);

/* The lines with the first and the last period of each column of pixels that holds more than four
 * (chart/columns.h), and those beside gaps. What the area shows of the others lies between the highest
 * and the lowest of a line in that column, under its stroke. From the arena; n is 0 without memory. */
struct area_lines area_reduced(const struct area_lines *lines, double column, struct arena *arena);

/* Where the larger line changed last. */
struct crossing {
    bool found;
    struct point at;
    size_t period; /* in which they meet, or else the first in which the new one is larger */
};
struct crossing last_crossing(const struct area_lines *lines);

/* The positions that the two lines take between two positions across; y down. Empty (low > high)
 * where there are none. */
struct extent area_span(const struct area_lines *lines, double left, double right);

#endif
