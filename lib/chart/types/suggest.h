/* suggest.h - which type draws a chart for which nobody named one. */
#ifndef SHEAF_CHART_SUGGEST_H
#define SHEAF_CHART_SUGGEST_H

#include "sheaf/chart.h"

struct plot;

struct suggestion {
    sheaf_chart_type type;
    sheaf_chart_type instead; /* if the data turn out to be none for it, for a reason of its own */
};

struct suggestion chart_type_suggest(const struct plot *plot);

#endif
