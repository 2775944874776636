/* lines.h - lines with more drawn below them, for types that add to a chart of lines. */
#ifndef SHEAF_CHART_LINES_H
#define SHEAF_CHART_LINES_H

#include "chart/guides/line_ends.h"
#include "chart/plot.h"

struct lines_extras {
    /* Draws between the gridlines and the lines; x: one a period. */
    void (*under)(const struct plot *plot, struct scene *scene, const struct scale *scale,
                  const struct places *x, const void *own);
    const void *own;
    bool dots_last_known; /* the dot stands at the last figure that is no forecast */
};

/* Chooses what the labels at the ends say, or adds the lines to the legend; returns the width that the
 * labels take at the right. */
double lines_measure_ends(struct plot *plot, struct line_ends *ends, double plot_height);
/* Chooses between zero and the data as the axis' beginning. */
struct extent lines_extent(const struct plot *plot);
/* Status flags of the values at the ends and in the gaps, for the legend. */
unsigned lines_flags(const struct model *model, const struct line_ends *ends);

/* As lines_type.draw, with these. */
void lines_draw_with(const struct plot *plot, struct scene *scene,
                     const struct lines_extras *extras);

#endif
