/* plan_fit.h - how a chart's height is shared out, and what is left out for want of it. */
#ifndef SHEAF_CHART_PLAN_FIT_H
#define SHEAF_CHART_PLAN_FIT_H

#include <stdbool.h>

struct chart_plan;

/* Lays out in all the detail that there is room for. */
bool plan_fit(struct chart_plan *plan);

/* Lays out with fewer rows, if some words have no room beside so many. */
bool plan_fit_rows(struct chart_plan *plan);

/* Where the legend ends or, without one, the subtitle; 0: there are no words above the plots. */
double plan_words_bottom(const struct chart_plan *plan);

#endif
