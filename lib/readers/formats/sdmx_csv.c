/* sdmx_csv.c - SDMX-CSV 1.0 (DATAFLOW first) and 2.0 (STRUCTURE, STRUCTURE_ID, ACTION).
 *
 * Cells are codes, or codes with names ("A: Annual", under the header "FREQ: Frequency"), or each
 * column of codes is followed by a column of names (if there is STRUCTURE_NAME, or if the order of
 * headers shows it). STRUCTURE[;] gives the separator within fields of several values. Unknown
 * columns after OBS_VALUE are attributes. Field guide: github.com/sdmx-twg/sdmx-csv. */
#include "readers/formats/eurostat.h"
#include "readers/formats/format.h"
#include "readers/formats/imf.h"

#include <string.h>

#include "base/strings.h"

static const struct format_column columns[] = {
    { "STRUCTURE", COLUMN_SKIPPED, "" },
    { "STRUCTURE_ID", COLUMN_SKIPPED, "" },
    { "STRUCTURE_NAME", COLUMN_SKIPPED, "" },
    { "DATAFLOW", COLUMN_SKIPPED, "" },
    { "LAST UPDATE", COLUMN_SKIPPED, "" },
    { "SERIES_KEY", COLUMN_SKIPPED, "" },
    { "OBS_KEY", COLUMN_SKIPPED, "" },
    { "ACTION", COLUMN_ACTION, "" },
    { "TIME_PERIOD", COLUMN_PERIOD, "" },
    { "FREQ", COLUMN_FREQUENCY, "freq" },
    { "FREQUENCY", COLUMN_FREQUENCY, "freq" },
    { "REPORTING_YEAR_START_DAY", COLUMN_YEAR_START, "" },
    { "OBS_VALUE", COLUMN_VALUE, "" },
    { "OBS_STATUS", COLUMN_STATUS, "" },
    { "OBS_FLAG", COLUMN_STATUS, "" },
    { "CONF_STATUS", COLUMN_CONFIDENTIALITY, "" },
    { "DERIVED", COLUMN_DERIVED, "" },
    { "ESTIMATED", COLUMN_ESTIMATED, "" },
    { "LOW", COLUMN_LOW, "" },
    { "HIGH", COLUMN_HIGH, "" },
    { "UNIT_MULT", COLUMN_MULTIPLIER, "" },
    { "SCALE", COLUMN_MULTIPLIER, "" },
    { "DECIMALS", COLUMN_DECIMALS, "" },
    { "UNIT_MEASURE", COLUMN_DIMENSION, "unit" },
    { "UNIT", COLUMN_DIMENSION, "unit" },
    { "REF_AREA", COLUMN_DIMENSION, "reporter" },
    { "REPORTING_COUNTRY", COLUMN_DIMENSION, "reporter" },
    { "REPORTER", COLUMN_DIMENSION, "reporter" },
    { "geo", COLUMN_DIMENSION, "reporter" },
    { "COUNTERPART_AREA", COLUMN_DIMENSION, "partner" },
    { "COUNTRY", COLUMN_DIMENSION, "reporter" },
    { "COUNTERPART_COUNTRY", COLUMN_DIMENSION, "partner" },
    { "PARTNER", COLUMN_DIMENSION, "partner" },
    { "FLOW", COLUMN_DIMENSION, "flow" },
    { "TRADE_FLOW", COLUMN_DIMENSION, "flow" },
    { "stk_flow", COLUMN_DIMENSION, "flow" },
    { "PRODUCT", COLUMN_DIMENSION, "product" },
    { "COMMODITY", COLUMN_DIMENSION, "product" },
    { "INDICATOR", COLUMN_DIMENSION, "indicator" },
    { "SOURCE", COLUMN_DIMENSION, "source" },
    { "GROWTH_PCT", COLUMN_GROWTH, "" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const char *const indicators[] = { "INDICATOR", NULL };

/* The IMF's indicators of trade ("XG_FOB_USD") tell the flow. */
static const struct format_text texts[] = { { "flow", indicators, imf_flow_of_code },
                                            { NULL, NULL, NULL } };

/* A capital is SDMX's letter; small letters are Eurostat's flags. */
static bool read_flags(const char *text, size_t n, char *status, char *confidentiality)
{
    if (n == 1 && *text >= 'A' && *text <= 'Z')
        return false;
    return eurostat_read_flags(text, n, status, confidentiality);
}

static bool recognises(const struct csv_field *headers, size_t n)
{
    static const char mark[] = "STRUCTURE";
    struct csv_field first;

    if (n < 2)
        return false;
    first = headers[0];
    if (string_is(first.text, first.n, "DATAFLOW") ||
        (first.n > 9 && memcmp(first.text, "DATAFLOW:", 9) == 0))
        return true;
    return first.n >= sizeof mark - 1 && memcmp(first.text, mark, sizeof mark - 1) == 0 &&
           (first.n == sizeof mark - 1 || first.text[sizeof mark - 1] == '[') &&
           headers_have(headers, n, "STRUCTURE_ID");
}

const struct delimited_format sdmx_csv_format = { .name = "sdmx-csv",
                                                  .title = "SDMX-CSV",
                                                  .recognises = recognises,
                                                  .columns = columns,
                                                  .has_attributes = true,
                                                  .has_names = true,
                                                  .decimal = '.',
                                                  .texts = texts,
                                                  .read_flags = read_flags };
