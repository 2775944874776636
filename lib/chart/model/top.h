/* top.h - of many series in one period: those that have room, and the rest as one series. */
#ifndef SHEAF_CHART_TOP_H
#define SHEAF_CHART_TOP_H

#include "chart/chart.h"
#include "text/text.h"

struct chart_top {
    const sheaf_chart *chart; /* as the whole, but with fewer series */
    size_t shown, all;        /* series, without the rest */
};

/* "other (183)", in the arena; NULL after a failure. */
const char *top_name_rest(struct text *text, struct arena *arena, size_t n);

/* Whether a chart shows but one period, of however many series. */
bool top_is_of_one_period(const sheaf_chart *chart);

/* The largest series of a chart of one period, `most` rows in all. The last row is the sum of the
 * rest, "Other (183)"; figures that cannot be added (shares, prices, groups beside their members)
 * have none. The chart must outlive the arena. False after a failure, which is in the arena's
 * error. */
bool top_choose(struct chart_top *top, const sheaf_chart *chart, size_t most, struct text *text,
                struct arena *arena);

#endif
