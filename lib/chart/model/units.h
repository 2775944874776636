/* units.h - whether a chart's series are measured in one unit. */
#ifndef SHEAF_CHART_UNITS_H
#define SHEAF_CHART_UNITS_H

#include "chart/chart.h"

/* The unit of the series or, of one without, what stands in brackets in the name of its measure:
 * "% of GDP" of "Exports (% of GDP)". Of n bytes. */
const char *unit_of_series(const sheaf_series *series, size_t *n);

/* Two series without any unit have one. */
bool units_are_one(const sheaf_series *a, const sheaf_series *b);

/* The first series whose unit is not that of the chart's first; n_series: there is none. */
size_t units_differ_at(const sheaf_chart *chart);

/* Two units on one axis would compare what cannot be compared. */
void units_refuse(sheaf_error *error, const sheaf_series *first, const sheaf_series *other);

#endif
