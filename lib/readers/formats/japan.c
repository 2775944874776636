/* japan.c - Japan's trade statistics as e-Stat publishes them: a row for each product and country of
 * a year, with columns for the year and its months ("Value-Year", "Value-Jan" …).
 *
 * Exp or Imp is 1 for exports and 2 for imports. Codes of products are between apostrophes; those of
 * countries are the customs' own: 304 is the United States. Values are in thousand yen. 0 stands for
 * no trade, and for a month that is yet to come: neither is an observation. Beside months the column
 * of the year is skipped: it is their sum, so far as there are any. */
#include <string.h>

#include "base/strings.h"
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "Exp or Imp", COLUMN_DIMENSION, "flow" },  { "Year", COLUMN_PERIOD, "" },
    { "HS", COLUMN_DIMENSION, "product" },       { "Country", COLUMN_CODE, "partner" },
    { "Custom", COLUMN_CODE, "customs office" }, { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure measures[] = {
    { "Value", "value", "JPY", 3, NULL, NULL, { NULL }, true },
    { "Quantity2", "quantity", NULL, 0, "Unit2", NULL, { NULL }, true },
    { "Quantity1", "first quantity", NULL, 0, "Unit1", NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static const struct format_alias aliases[] = {
    { "flow", "1", "exports" }, { "flow", "2", "imports" }, { "unit", "NO", "u" },
    { "unit", "MT", "t" },      { NULL, NULL, NULL },
};

static const struct format_alias constants[] = { { "reporter", NULL, "JPN" },
                                                 { NULL, NULL, NULL } };

/* 1 for "Jan" to 12 for "Dec"; 0: the text is no month. */
static int month_of(const char *text)
{
    static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

    for (int i = 0; i < 12; i++)
        if (string_equal_ignoring_case(text, months[i]))
            return i + 1;
    return 0;
}

static bool read_header(const char *header, const struct csv_field *headers, size_t n,
                        struct format_header *meaning)
{
    const char *dash = strchr(header, '-');

    for (const struct format_measure *measure = measures; dash != NULL && measure->header != NULL;
         measure++)
        if (string_is_ignoring_case(header, (size_t)(dash - header), measure->header))
            meaning->measure = measure;
    if (meaning->measure == NULL)
        return false;
    meaning->month = month_of(dash + 1);
    return meaning->month > 0 ||
           (string_equal_ignoring_case(dash + 1, "Year") && !headers_have(headers, n, "Value-Jan"));
}

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "Exp or Imp") && headers_have(headers, n, "HS") &&
           (headers_have(headers, n, "Value-Year") || headers_have(headers, n, "Value-Jan"));
}

const struct delimited_format japan_format = { .name = "japan",
                                               .title = "Japanese customs CSV",
                                               .recognises = recognises,
                                               .columns = columns,
                                               .code_prefix = "JP_",
                                               .measures = measures,
                                               .aliases = aliases,
                                               .constants = constants,
                                               .is_closed = true,
                                               .decimal = '.',
                                               .decimal_is_fixed = true,
                                               .has_apostrophes = true,
                                               .read_header = read_header };
