/* measure.h - what a computed figure measures of what its series is named after. */
#ifndef SHEAF_PUBLISH_MEASURE_H
#define SHEAF_PUBLISH_MEASURE_H

#include "base/memory.h"
#include "sheaf/series.h"

/* "growth", "share in exports": for programs, the same in every language. A row's growth and its share
 * bear the row's name, and are told apart by this. "" where the series is not computed or its name
 * says how; NULL when memory runs out. */
const char *measure_of(const sheaf_series *series, struct arena *arena);

#endif
