/* tidy.c - a header, then a row an observation; or a column a series, a year, a month. The
 * headers are Sheaf's own, SDMX's, or words that the vocabulary knows. */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "period", USE_PERIOD, "" },
    { "time_period", USE_PERIOD, "" },
    { "time", USE_PERIOD, "" },
    { "value", USE_VALUE, "" },
    { "obs_value", USE_VALUE, "" },
    { "unit_mult", USE_MULTIPLIER, "" },
    { "decimals", USE_DECIMALS, "" },
    { "status", USE_STATUS, "" },
    { "obs_status", USE_STATUS, "" },
    { "conf_status", USE_CONFIDENTIALITY, "" },
    { "derived", USE_DERIVED, "" },
    { "freq", USE_FREQUENCY, "freq" },
    { "growth_pct", USE_GROWTH, "" },
    { "reporter", USE_DIMENSION, "reporter" },
    { "ref_area", USE_DIMENSION, "reporter" },
    { "partner", USE_DIMENSION, "partner" },
    { "counterpart_area", USE_DIMENSION, "partner" },
    { "flow", USE_DIMENSION, "flow" },
    { "product", USE_DIMENSION, "product" },
    { "indicator", USE_DIMENSION, "indicator" },
    { "unit", USE_DIMENSION, "unit" },
    { "unit_measure", USE_DIMENSION, "unit" },
    { "source", USE_DIMENSION, "source" },
    { NULL, USE_PASSED, NULL },
};

const struct format tidy_format = { .name = "tidy", .title = "tidy CSV", .columns = columns };
