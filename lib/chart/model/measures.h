/* measures.h - members with two or three measures each, such as exports and imports, or value and
 * quantity: what scatter plots and bubble charts relate. */
#ifndef SHEAF_CHART_MEASURES_H
#define SHEAF_CHART_MEASURES_H

#include "chart/chart.h"
#include "text/text.h"

enum { MOST_MEASURES = 3 };

/* A chart a measure, in the order in which the measures come, of the members that have all of them
 * in the last period in which three members or more do; the same member has the same number in
 * each. Measures differ in flow, unit or indicator. False after a failure, which is in the text's
 * error: another number of measures, too few members. */
bool measures_split(const sheaf_chart *chart, size_t n, const char *what,
                    sheaf_chart *charts[MOST_MEASURES], struct text *text, struct arena *arena);

#endif
