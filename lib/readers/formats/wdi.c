/* wdi.c - the World Bank's downloads: a few lines of title, then a row for each country and
 * indicator and a column for each year, whose header is "2015" or "2015 [YR2015]". International Debt
 * Statistics have counterparts, which are lenders, not partners in trade. */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "Country Code", COLUMN_DIMENSION, "reporter" },
    { "Country Name", COLUMN_DIMENSION, "reporter" },
    { "Country", COLUMN_DIMENSION, "reporter" },
    { "Indicator Code", COLUMN_DIMENSION, "indicator" },
    { "Series Code", COLUMN_DIMENSION, "indicator" },
    { "Indicator Name", COLUMN_DIMENSION, "indicator" },
    { "Series Name", COLUMN_DIMENSION, "indicator" },
    { "Counterpart-Area Name", COLUMN_DIMENSION, "counterpart" },
    { "Counterpart-Area Code", COLUMN_DIMENSION, "counterpart" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "Country Code") &&
           (headers_have(headers, n, "Indicator Code") || headers_have(headers, n, "Series Code"));
}

const struct delimited_format wdi_format = { .name = "wdi",
                                             .title = "World Bank CSV",
                                             .recognises = recognises,
                                             .columns = columns,
                                             .decimal = '.',
                                             .decimal_is_fixed = true,
                                             .is_sparse = true,
                                             .has_notes = true };
