/* top.h - of many series in one period: those that have room, and the rest as one series. */
#ifndef SHEAF_CHART_TOP_H
#define SHEAF_CHART_TOP_H

#include "chart/chart.h"
#include "text/text.h"

struct chart_top {
    const sheaf_chart *chart; /* as the whole, but with fewer series */
    size_t shown, all;        /* series, or members of several, without the rest */
    size_t rows;              /* with the rest */
    size_t unranked;          /* of all, those of a ranking that have no figure */
};

/* Whether a chart shows but one period, of however many series. */
bool top_is_of_one_period(const sheaf_chart *chart);

/* The largest series of a chart of one period, `most` rows in all. The last row is the sum of the
 * rest, "Other (183)"; figures that cannot be added (shares, prices, groups beside their members)
 * have none. The chart must outlive the arena. False after a failure, which is in the arena's
 * error. */
bool top_choose(struct chart_top *top, const sheaf_chart *chart, size_t most, struct text *text,
                struct arena *arena);

/* The sum of n series of a chart, named "Other (183)" after so many, or "Other" for 0. *rest is NULL
 * if they are none that can be added. False after a failure, which is in the arena's error. */
bool top_sum(const sheaf_chart *chart, const size_t *which, size_t n, size_t count,
             struct text *text, struct arena *arena, sheaf_series **rest);

#endif
