/* sdmx_csv.c - SDMX-CSV 1.0 (DATAFLOW first) and 2.0 (STRUCTURE, STRUCTURE_ID, ACTION).
 *
 * Codes may stand alone, with their names ("A: Annual", the header "FREQ: Frequency"), or with
 * a column of names behind each (STRUCTURE_NAME, or their order, says so). STRUCTURE[;] names the
 * separator inside of fields that hold several values. Columns behind OBS_VALUE that are not
 * known are attributes. The field guide is at github.com/sdmx-twg/sdmx-csv. */
#include "readers/formats/eurostat.h"
#include "readers/formats/format.h"

#include <string.h>

#include "base/strings.h"

static const struct format_column columns[] = {
    { "STRUCTURE", USE_PASSED, "" },
    { "STRUCTURE_ID", USE_PASSED, "" },
    { "STRUCTURE_NAME", USE_PASSED, "" },
    { "DATAFLOW", USE_PASSED, "" },
    { "LAST UPDATE", USE_PASSED, "" },
    { "SERIES_KEY", USE_PASSED, "" },
    { "OBS_KEY", USE_PASSED, "" },
    { "ACTION", USE_ACTION, "" },
    { "TIME_PERIOD", USE_PERIOD, "" },
    { "FREQ", USE_FREQUENCY, "freq" },
    { "OBS_VALUE", USE_VALUE, "" },
    { "OBS_STATUS", USE_STATUS, "" },
    { "OBS_FLAG", USE_STATUS, "" },
    { "CONF_STATUS", USE_CONFIDENTIALITY, "" },
    { "DERIVED", USE_DERIVED, "" },
    { "UNIT_MULT", USE_MULTIPLIER, "" },
    { "DECIMALS", USE_DECIMALS, "" },
    { "UNIT_MEASURE", USE_DIMENSION, "unit" },
    { "UNIT", USE_DIMENSION, "unit" },
    { "REF_AREA", USE_DIMENSION, "reporter" },
    { "REPORTING_COUNTRY", USE_DIMENSION, "reporter" },
    { "REPORTER", USE_DIMENSION, "reporter" },
    { "geo", USE_DIMENSION, "reporter" },
    { "COUNTERPART_AREA", USE_DIMENSION, "partner" },
    { "PARTNER", USE_DIMENSION, "partner" },
    { "FLOW", USE_DIMENSION, "flow" },
    { "TRADE_FLOW", USE_DIMENSION, "flow" },
    { "stk_flow", USE_DIMENSION, "flow" },
    { "PRODUCT", USE_DIMENSION, "product" },
    { "COMMODITY", USE_DIMENSION, "product" },
    { "INDICATOR", USE_DIMENSION, "indicator" },
    { "SOURCE", USE_DIMENSION, "source" },
    { "GROWTH_PCT", USE_GROWTH, "" },
    { NULL, USE_PASSED, NULL },
};

/* SDMX's letters where they are capitals, Eurostat's where they are small. */
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

const struct format sdmx_csv_format = { .name = "sdmx-csv",
                                        .title = "SDMX-CSV",
                                        .recognises = recognises,
                                        .columns = columns,
                                        .has_attributes = true,
                                        .has_names = true,
                                        .decimal = '.',
                                        .read_flags = read_flags };
