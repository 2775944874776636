/* lines.h - lines with more drawn below them, for types that add to a chart of lines. */
#ifndef SHEAF_CHART_LINES_H
#define SHEAF_CHART_LINES_H

#include "chart/plot.h"

struct lines_extras {
    /* Draws between the gridlines and the lines; x: one a period. */
    void (*under)(const struct plot *plot, struct scene *scene, const struct scale *scale,
                  const double *x, const void *own);
    const void *own;
    bool dots_last_known; /* the dot stands at the last figure that is no forecast */
};

/* As lines_type.draw, with these. */
void lines_draw_with(const struct plot *plot, struct scene *scene,
                     const struct lines_extras *extras);

#endif
