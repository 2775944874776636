/* course.h - how series go from period to period: what sentences about trends say.
 *
 * A step leads from a period to the next, where both have a value. A step over a break in the series is
 * none: figures on its two sides are not compared. A step whose direction rounding leaves open is
 * neither a rise nor a fall. */
#ifndef SHEAF_CHART_COURSE_H
#define SHEAF_CHART_COURSE_H

#include "chart/model/model.h"

struct course {
    size_t steps, rises, falls;
    size_t run;    /* steps up to the last that all go the same way */
    int direction; /* of that run: 1, -1, or 0 where the last step goes neither way */
};

struct course course_of(const struct model *model, const struct model_series *series);

/* Of two series: the last period in which another became the larger than was so before. */
struct overtaking {
    size_t larger;  /* index of the series that is larger in the end; model->n_series: none is */
    size_t period;  /* when it became so; model->n_periods: it was so from the beginning, or became
                       so in a gap, where nobody saw it */
    bool is_always; /* it was the larger in every period, and all have figures */
};
struct overtaking course_overtaking(const struct model *model, size_t a, size_t b);

/* -1, 0 or 1: a figure is smaller than another, may be either, or is larger. */
int figure_order(const struct figure *a, const struct figure *b);

#endif
