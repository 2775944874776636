/* wdi_json.c - records of the World Bank's API (api.worldbank.org/v2, format=json), which the reader
 * of lists in JSON makes rows of: "indicator.id" is the member id of the object "indicator". */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "date", COLUMN_PERIOD, "" },
    { "value", COLUMN_VALUE, "" },
    { "countryiso3code", COLUMN_DIMENSION, "reporter" },
    { "country.value", COLUMN_DIMENSION, "reporter" },
    { "indicator.id", COLUMN_DIMENSION, "indicator" },
    { "indicator.value", COLUMN_DIMENSION, "indicator" },
    { "obs_status", COLUMN_STATUS, "" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "indicator.id") && headers_have(headers, n, "date") &&
           headers_have(headers, n, "value");
}

const struct delimited_format wdi_json_format = { .name = "wdi-json",
                                                  .title = "World Bank JSON",
                                                  .recognises = recognises,
                                                  .columns = columns,
                                                  .is_closed = true,
                                                  .decimal = '.',
                                                  .decimal_is_fixed = true,
                                                  .is_sparse = true };
