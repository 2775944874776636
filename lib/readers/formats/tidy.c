/* tidy.c - the default format: a header and a row for each observation, or a column for each
 * series, year or month. Headers are Sheaf's own, SDMX's, or words of the vocabulary. */
#include "readers/formats/format.h"
#include "vocabulary/flows.h"

static const struct format_column columns[] = {
    { "period", COLUMN_PERIOD, "" },
    { "time_period", COLUMN_PERIOD, "" },
    { "time", COLUMN_PERIOD, "" },
    { "value", COLUMN_VALUE, "" },
    { "obs_value", COLUMN_VALUE, "" },
    { "unit_mult", COLUMN_MULTIPLIER, "" },
    { "decimals", COLUMN_DECIMALS, "" },
    { "status", COLUMN_STATUS, "" },
    { "obs_status", COLUMN_STATUS, "" },
    { "conf_status", COLUMN_CONFIDENTIALITY, "" },
    { "derived", COLUMN_DERIVED, "" },
    { "estimated", COLUMN_ESTIMATED, "" },
    { "low", COLUMN_LOW, "" },
    { "high", COLUMN_HIGH, "" },
    { "freq", COLUMN_FREQUENCY, "freq" },
    { "reporting_year_start_day", COLUMN_YEAR_START, "" },
    { "growth_pct", COLUMN_GROWTH, "" },
    { "reporter", COLUMN_DIMENSION, "reporter" },
    { "ref_area", COLUMN_DIMENSION, "reporter" },
    { "partner", COLUMN_DIMENSION, "partner" },
    { "counterpart_area", COLUMN_DIMENSION, "partner" },
    { "flow", COLUMN_DIMENSION, "flow" },
    { "product", COLUMN_DIMENSION, "product" },
    { "indicator", COLUMN_DIMENSION, "indicator" },
    { "unit", COLUMN_DIMENSION, "unit" },
    { "unit_measure", COLUMN_DIMENSION, "unit" },
    { "source", COLUMN_DIMENSION, "source" },
    { "file", COLUMN_SKIPPED, "" }, /* where Sheaf had a row from, in its own JSON */
    { "line", COLUMN_SKIPPED, "" },
    { "formula", COLUMN_SKIPPED, "" }, /* how Sheaf computed a row, in its own JSON */
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_text texts[] = { { "flow", NULL, flow_mentioned },
                                            { NULL, NULL, NULL } };

const struct delimited_format tidy_format = {
    .name = "tidy", .title = "tidy CSV", .columns = columns, .texts = texts
};
