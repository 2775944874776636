/* parts.h - which series a chart of parts draws: the largest parts of a whole, the rest as one, and
 * their total. */
#ifndef SHEAF_CHART_PARTS_H
#define SHEAF_CHART_PARTS_H

#include "chart/pen.h"

struct chart_plan;

/* So many parts keep their own place: neighbours must be told apart by colour, and eight colours are,
 * two of which belong to flows. */
enum { MAX_PARTS = 6 };
/* So many have room in a chart of the plan's height. */
size_t parts_room(const struct chart_plan *plan);

/* By what the parts are put in order, the largest first. */
enum parts_order {
    BY_LATEST, /* figure of the last period */
    BY_CHANGE  /* from the first to the last period; of one period the figure */
};

/* The series in percentage points that is the sum of all others in each period of the chart: the growth
 * that these contribute to. NULL: there is none. */
const sheaf_series *parts_growth(const sheaf_chart *chart);

/* The chart with its total first (begins_with_total), then at most `most` parts, the largest first
 * whatever their sign, then what they leave: the stated whole less these parts or, where the data
 * have no whole, the sum of the others; of contributions their growth is the total. NULL after a failure, which is in the text's error: the series cannot be added up. */
const sheaf_chart *parts_with_total(const struct chart_plan *plan, size_t most,
                                    enum parts_order order);
/* The same parts as shares of their total, in per cent, without the total. Fails for negative
 * parts. */
const sheaf_chart *parts_as_shares(const struct chart_plan *plan, size_t most);
/* The total in the first and the last period, and how each part has changed between them, a figure in
 * the last; the largest changes first. Of one period the parts are themselves changes. */
const sheaf_chart *parts_as_changes(const struct chart_plan *plan, size_t most);

#endif
