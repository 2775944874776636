/* linear.h - values to places, in proportion. */
#ifndef SHEAF_CHART_SCALE_LINEAR_H
#define SHEAF_CHART_SCALE_LINEAR_H

struct linear_scale {
    double low, high; /* domain */
    double from, to;  /* where low and high lie */
};

/* An empty domain puts everything in the middle. */
double linear_place(const struct linear_scale *scale, double value);

#endif
