/* intervals.h - how sure figures are: series that are bounds of others, such as "low90" and "high90"
 * beside a forecast. */
#ifndef SHEAF_CHART_INTERVALS_H
#define SHEAF_CHART_INTERVALS_H

#include "chart/chart.h"
#include "text/text.h"

/* What the name of a bound says. */
struct bound_name {
    size_t about; /* bytes of the name of the series that it is a bound of; 0: it names none */
    bool is_high;
    int share; /* of all outcomes, in per cent; 0: it does not say */
};

/* "low90", "exports high 50 %", "Lo 80", "upper", "p05": the other series' name, unless there is but
 * one; low, lower, lo, min, high, upper, hi, max; and the share in per cent, if known. Percentiles
 * p05 and p95 bound 90 %. False: it is the name of no bound. */
bool bound_name_read(const char *name, struct bound_name *bound);

struct bound_pair {
    size_t about; /* the series, by its number among those that are no bounds */
    int share;    /* 0: unknown */
    const sheaf_series *low, *high;
};

/* The chart without the bounds among its series, and the intervals that those make, the widest of a
 * series first. NULL after a failure, which is in the text's error: a bound without its other side, or of no series. */
const sheaf_chart *intervals_take(const sheaf_chart *chart, struct text *text, struct arena *arena,
                                  struct bound_pair **intervals, size_t *n);

#endif
