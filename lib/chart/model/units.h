/* units.h - whether a chart's series are measured in one unit. */
#ifndef SHEAF_CHART_UNITS_H
#define SHEAF_CHART_UNITS_H

#include "chart/chart.h"

/* The units of two series or, where none is said, what stands in brackets in the names of their
 * measures: "% of GDP" of "Exports (% of GDP)". Two series without any unit have one. A growth
 * in per cent and the contributions to it in percentage points have one, too. */
bool units_are_one(const sheaf_series *a, const sheaf_series *b);

/* The first series whose unit is not that of the chart's first; n_series: there is none. */
size_t units_differ_at(const sheaf_chart *chart);

/* The unit of a chart whose series have one: that of a growth beside contributions is theirs. */
const char *units_of_all(const sheaf_chart *chart);

/* Whether both have a figure in two periods or more, so that panels may show them. */
bool units_share_periods(const sheaf_series *a, const sheaf_series *b);

/* Two units on one axis would compare what cannot be compared: fails, and says what would suit. */
void units_refuse(sheaf_error *error, const sheaf_series *first, const sheaf_series *other);

#endif
