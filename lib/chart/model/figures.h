/* figures.h - the figures of a model, whether they stand in an array or in their series alone.
 *
 * A line of a million days has nothing to tell of each but its value. Where all figures of a series are
 * plain, one a period of the model, in order and of one number of decimals, the model keeps what they have
 * in common (struct plain_figures) and reads each from the series when it is asked for: no memory and no
 * pass a point. Types that know of this say so (chart_type.takes_plain); for others
 * model_list_figures makes arrays. */
#ifndef SHEAF_CHART_FIGURES_H
#define SHEAF_CHART_FIGURES_H

#include "chart/model/model.h"

/* The figure of a period, in the model's multiplier. */
struct figure figure_at(const struct model *model, const struct model_series *series,
                        size_t period);
double figure_value(const struct model *model, const struct model_series *series, size_t period);
/* Whether a series has no array of figures: each has a value, is solid and has no flag. */
static inline bool figures_are_plain(const struct model_series *series)
{
    return series->figures == NULL;
}
/* A value of the series, in the model's multiplier. Greater ones are not less there. */
double plain_in_model(const struct model *model, const struct model_series *series, double given);
/* The figure that a value of the series is. */
struct figure plain_figure(const struct model *model, const struct model_series *series,
                           double given);

/* Gives every series an array of figures, for types that read those. False: memory ran out. */
bool model_list_figures(struct model *model, struct arena *arena)
    __attribute__((warn_unused_result));

#endif
