/* computed.h - what computed series are called, in the language of the chart: "Growth of exports",
 * "Exports, 12-month mean", "Share of exports in turnover". */
#ifndef SHEAF_CHART_COMPUTED_H
#define SHEAF_CHART_COMPUTED_H

#include "series/series.h"
#include "text/text.h"

/* The name of a series that an operation has named, within a sentence. "": the series was not
 * computed, or has a name of its own. NULL: memory ran out. */
const char *computed_name(const sheaf_series *series, struct text *text, struct arena *arena);

/* What was computed, without what it was computed of: "growth of exports", "share in exports", of a
 * series that goes by its member (a country). "": nothing that a reader must be told. NULL: memory
 * ran out. */
const char *computed_measure(const sheaf_series *series, struct text *text, struct arena *arena);

#endif
