/* axis_period.h - the names of periods under the plot: thinned, never colliding. */
#ifndef SHEAF_CHART_AXIS_PERIOD_H
#define SHEAF_CHART_AXIS_PERIOD_H

#include <stddef.h>

#include "chart/plot.h"
#include "sheaf/period.h"

struct period_slot {
    sheaf_period period;
    double center;
    double left, right; /* room for its name, when it is at an end of a cluster */
    size_t cluster;     /* slots of one cluster are neighbours and of one kind */
    bool is_of_days;    /* a month that stands for its days: only its year is named */
};
/* Where no words above the plot say the part of the year, and beside whole years: up to three are labelled
 * in full ("Jan–Apr 2023", "Jan–Apr 2024"); more have their common name once. */
enum { MAX_REPEATED_NAMES = 3 };

struct period_label {
    struct text_line *line;
    double x; /* left end */
    size_t row;
};
struct period_axis {
    struct period_label *labels;
    size_t n_labels;
    double *ticks; /* where short marks point at the time scale; NULL: none */
    size_t n_ticks;
    size_t rows;
    bool above; /* the names stand over the line, from which bars hang */
};

/* Slots of the model's periods at x[period], without clusters; of so many days that only their years can
 * be named, one a month. NULL when memory runs out. */
struct period_slot *period_axis_slots(const struct plot *plot, const struct places *x, size_t *n);

/* Slots in order of position. with_ticks: marks that point at labelled periods. */
void period_axis_measure(const struct plot *plot, struct period_axis *axis,
                         const struct period_slot *slots, size_t n, bool with_ticks);
double period_axis_height(const struct plot *plot, const struct period_axis *axis);
/* Names below, or above, the line at y. */
void period_axis_draw(const struct plot *plot, const struct period_axis *axis, struct scene *scene,
                      double line);

#endif
