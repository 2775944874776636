/* axis_period.h - the names of periods under the plot: thinned, never colliding. */
#ifndef SHEAF_CHART_AXIS_PERIOD_H
#define SHEAF_CHART_AXIS_PERIOD_H

#include <stddef.h>

#include "sheaf/period.h"
#include "text/text.h"

struct chart_plan;

struct period_slot {
    sheaf_period period;
    double center;
    double left, right; /* room for its name, when it is at an end of a cluster */
    size_t cluster;     /* slots of one cluster are neighbours and of one kind */
};
/* "Jan–Apr 2023", "Jan–Apr 2024" are said in full; of more, their name only once. */
enum { MOST_REPEATED_NAMES = 3 };

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
    bool above; /* the names stand on the zero line, over bars that hang from it */
};

/* Slots in order of place. with_ticks: marks that point at labelled periods. */
void period_axis_measure(struct chart_plan *plan, const struct period_slot *slots, size_t n,
                         bool with_ticks);
double period_axis_height(const struct chart_plan *plan);
void period_axis_draw(const struct chart_plan *plan, struct scene *scene);

#endif
