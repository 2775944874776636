/* suggest.h - which type draws a chart for which nobody named one. */
#ifndef SHEAF_CHART_SUGGEST_H
#define SHEAF_CHART_SUGGEST_H

#include "sheaf/chart.h"

struct plot;

struct suggestion {
    sheaf_chart_type type;
    sheaf_chart_type instead; /* if the data turn out to be none for it, for a reason of its own */
};

/* What series of several units are drawn as, before their figures are collected; SHEAF_AUTO: they have
 * one. */
sheaf_chart_type chart_type_for_units(const sheaf_chart *chart);
struct suggestion chart_type_suggest(const struct plot *plot);

#endif
