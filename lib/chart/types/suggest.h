/* suggest.h - which type draws a chart for which nobody named one. */
#ifndef SHEAF_CHART_SUGGEST_H
#define SHEAF_CHART_SUGGEST_H

#include "sheaf/chart.h"

struct plot;

sheaf_chart_type chart_type_suggest(const struct plot *plot);

#endif
