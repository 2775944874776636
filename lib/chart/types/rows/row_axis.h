/* row_axis.h - the axis of values across rows: upright gridlines, and their labels below. */
#ifndef SHEAF_CHART_ROW_AXIS_H
#define SHEAF_CHART_ROW_AXIS_H

#include "chart/plot.h"
#include "chart/scale/scale.h"

struct row_axis {
    struct scale scale; /* with positions across */
    struct ticks ticks;
    struct text_line *labels[TICKS_MAX]; /* NULL: there is no room */
    double middles[TICKS_MAX];           /* of the labels */
};

/* Between two positions across; the last label has the unit unless the subtitle tells it. */
void row_axis_measure(const struct plot *plot, struct row_axis *axis, struct extent extent,
                      double left, double right);
/* Room for the labels below the plot. */
double row_axis_height(const struct plot *plot, const struct row_axis *axis);
void row_axis_draw(const struct plot *plot, const struct row_axis *axis, struct scene *scene,
                   double top, double bottom);

#endif
