/* residuals.h - a whole beside its parts that would tell a secret by subtraction. */
#ifndef SHEAF_CHART_RESIDUALS_H
#define SHEAF_CHART_RESIDUALS_H

#include "chart/chart.h"

/* The chart without the figures of a whole that leave, minus the other parts, a secret one; itself if there are none.
 * NULL after a failure, which is in the arena's error. */
const sheaf_chart *chart_without_residuals(const sheaf_chart *chart, struct arena *arena);

#endif
