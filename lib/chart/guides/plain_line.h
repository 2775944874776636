/* plain_line.h - the points of a line through figures without an array (model/figures.h). */
#ifndef SHEAF_CHART_PLAIN_LINE_H
#define SHEAF_CHART_PLAIN_LINE_H

#include "chart/columns.h"
#include "chart/plot.h"

struct plain_line {
    const struct plot *plot;
    const struct scale *scale;
    const struct model_series *series;
    const struct places *x;
};

/* The first point, where the line is begun. */
struct point plain_line_begin(const struct plain_line *drawn);
/* Goes on to all others; the caller ends the line. */
void plain_line_to_end(const struct plain_line *drawn, struct columns *line);

#endif
