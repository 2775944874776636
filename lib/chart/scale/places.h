/* places.h - where the periods of a line stand across: as an array has it, or by a scale of time, which
 * takes no memory a period. */
#ifndef SHEAF_CHART_PLACES_H
#define SHEAF_CHART_PLACES_H

#include "chart/model/model.h"
#include "chart/scale/period.h"
#include "chart/scale/scale.h"

struct places {
    const double *x; /* one a period; NULL: the scale places the middles of the model's */
    const struct model *model;
    struct scale scale;
};
/* Of an array, as long as that is there. */
#define PLACES(array) (&(struct places){ .x = (array) })

static inline double places_x(const struct places *places, size_t period)
{
    return places->x != NULL
               ? places->x[period]
               : scale_position(&places->scale, period_middle(places->model->periods[period]));
}

#endif
