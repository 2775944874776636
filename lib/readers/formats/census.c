/* census.c - international trade of the US Census Bureau, as its API names the columns
 * (api.census.gov/data/timeseries/intltrade); its JSON is a list of rows under these names.
 *
 * CTY_CODE is a code of Schedule C, which is not ISO 3166: 5700 is China. ALL_VAL_MO are exports of
 * a month; GEN_VAL_MO are all imports and CON_VAL_MO those for consumption. _YR is the year to the
 * end of the row's month; it is read if the months are not in the file. Values are US dollars. */
#include <string.h>

#include "base/strings.h"
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "time", COLUMN_PERIOD, "" },
    { "YEAR", COLUMN_YEAR, "" },
    { "MONTH", COLUMN_YEAR_PART, "" },
    { "CTY_NAME", COLUMN_DIMENSION, "partner" },
    { "CTY_CODE", COLUMN_CODE, "partner" },
    { "E_COMMODITY", COLUMN_DIMENSION, "product" },
    { "I_COMMODITY", COLUMN_DIMENSION, "product" },
    { "E_COMMODITY_LDESC", COLUMN_DIMENSION, "product" },
    { "I_COMMODITY_LDESC", COLUMN_DIMENSION, "product" },
    { "E_COMMODITY_SDESC", COLUMN_DIMENSION, "product" },
    { "I_COMMODITY_SDESC", COLUMN_DIMENSION, "product" },
    { "DISTRICT", COLUMN_DIMENSION, "customs office" },
    { "STATE", COLUMN_DIMENSION, "region" },
    { "NAICS", COLUMN_DIMENSION, "naics" },
    { "SITC", COLUMN_DIMENSION, "sitc" },
    { "DF", COLUMN_DIMENSION, "domestic or foreign" },
    { NULL, COLUMN_SKIPPED, NULL },
};

enum { MONTH_ENDING = 3 }; /* length of "_MO" and "_YR" */

static const struct format_measure measures[] = {
    { "ALL_VAL", "value", "USD", 0, NULL, NULL, { NULL }, false },
    { "GEN_VAL", "value", "USD", 0, NULL, NULL, { NULL }, false },
    { "CON_VAL", "value for consumption", "USD", 0, NULL, NULL, { NULL }, false },
    { "QTY_1", "quantity", NULL, 0, "UNIT_QY1", NULL, { NULL }, true },
    { "GEN_QY1", "quantity", NULL, 0, "UNIT_QY1", NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static const char *const flows[] = { "exports", "imports", "imports", "exports", "imports" };

static const struct format_alias aliases[] = {
    { "partner", "TOTAL FOR ALL COUNTRIES", "WLD" },
    { "partner", "-", "WLD" },
    { "product", "-", "TOTAL" },
    { NULL, NULL, NULL },
};

static const struct format_alias constants[] = { { "reporter", NULL, "USA" },
                                                 { NULL, NULL, NULL } };

static bool has_months(const struct csv_field *headers, size_t n,
                       const struct format_measure *measure)
{
    char month[16] = "";

    strcat(strcat(month, measure->header), "_MO");
    return headers_have(headers, n, month);
}

static bool read_header(const char *header, const struct csv_field *headers, size_t n,
                        struct format_header *meaning)
{
    size_t length = strlen(header);

    if (length <= MONTH_ENDING)
        return false;
    length -= MONTH_ENDING;
    for (size_t i = 0; measures[i].header != NULL; i++)
        if (string_is_ignoring_case(header, length, measures[i].header)) {
            meaning->measure = &measures[i];
            meaning->flow = flows[i];
        }
    if (meaning->measure == NULL)
        return false;
    if (string_equal_ignoring_case(header + length, "_MO"))
        return true;
    meaning->is_year_to_date = true;
    return string_equal_ignoring_case(header + length, "_YR") &&
           !has_months(headers, n, meaning->measure);
}

static bool recognises(const struct csv_field *headers, size_t n)
{
    static const char *const values[] = { "ALL_VAL_MO", "ALL_VAL_YR", "GEN_VAL_MO",
                                          "GEN_VAL_YR", "CON_VAL_MO", "CON_VAL_YR" };

    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (headers_have(headers, n, values[i]))
            return true;
    return false;
}

const struct delimited_format census_format = { .name = "us-census",
                                                .title = "US Census table",
                                                .recognises = recognises,
                                                .columns = columns,
                                                .code_prefix = "US_",
                                                .measures = measures,
                                                .aliases = aliases,
                                                .constants = constants,
                                                .is_closed = true,
                                                .decimal = '.',
                                                .decimal_is_fixed = true,
                                                .read_header = read_header };
