/* slope_foot.h - below the rules of a slope: the figures that nobody may know or has, each with its flag and
 * name. They stand apart from the scale, where a place would be taken for a figure or a rank. */
#ifndef SHEAF_CHART_SLOPE_FOOT_H
#define SHEAF_CHART_SLOPE_FOOT_H

#include "chart/guides/row_name.h"
#include "chart/plot.h"

struct slope_sign {
    size_t series, period, row; /* rows from the top */
    struct text_line *sign;     /* "[c]" */
    struct row_name name;       /* at the first and the last period; width 0: no room */
};

struct slope_foot {
    struct slope_sign *signs;
    size_t n;
    unsigned flags; /* that the signs show */
    double height;  /* 0: there are none */
};

/* Signs with names at most so wide. Where they would take too much of the plot's height one sign a
 * period stands for all. False when memory ran out. */
bool slope_foot_measure(const struct plot *plot, struct slope_foot *foot, double most,
                        double plot_height);
/* Of the widest label of a period; 0: there is none. */
double slope_foot_width(const struct plot *plot, const struct slope_foot *foot, size_t period);
/* At the rules at x, one a period; labels of the first and the last stand `beside` them. */
void slope_foot_draw(const struct plot *plot, const struct slope_foot *foot, struct scene *scene,
                     const double *x, double beside);

#endif
