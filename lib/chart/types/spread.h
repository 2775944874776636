/* spread.h - figures of a chart taken together, however many there are: what histograms and boxes
 * show the spread of. */
#ifndef SHEAF_CHART_SPREAD_H
#define SHEAF_CHART_SPREAD_H

#include "chart/plan.h"

struct sampled {
    size_t series, period;
    double value;
};
struct spread {
    struct sampled *figures; /* ascending */
    size_t n;
};

/* The chart with all its series. NULL after a failure, which is in the text's error: there are more
 * than can be named. */
const sheaf_chart *spread_gather(const struct chart_plan *plan);

/* Figures of the series and of the periods from first to end - 1. NULL figures after a failure. */
struct spread spread_take(const struct plot *plot, size_t first_series, size_t end_series,
                          size_t first_period, size_t end_period);

/* The value below which this share of the figures lies, between two figures in proportion. */
double spread_quantile(const struct spread *spread, double share);

#endif
