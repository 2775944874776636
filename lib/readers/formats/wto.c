/* wto.c - the WTO's timeseries (stats.wto.org): a row for each observation; the period is a year
 * and a code ("A", "Q1", "M01"); often ISO-8859-1. */
#include <string.h>

#include "readers/formats/format.h"
#include "vocabulary/flows.h"

static const struct format_column columns[] = {
    { "Year", COLUMN_YEAR, "" },
    { "Period Code", COLUMN_YEAR_PART, "" },
    { "Period", COLUMN_YEAR_PART, "" },
    { "Reporting Economy ISO3A Code", COLUMN_DIMENSION, "reporter" },
    { "Reporting Economy", COLUMN_DIMENSION, "reporter" },
    { "Reporting Economy Code", COLUMN_DIMENSION, "reporter" },
    { "Partner Economy ISO3A Code", COLUMN_DIMENSION, "partner" },
    { "Partner Economy", COLUMN_DIMENSION, "partner" },
    { "Partner Economy Code", COLUMN_DIMENSION, "partner" },
    { "Product/Sector Code", COLUMN_DIMENSION, "product" },
    { "Product/Sector", COLUMN_DIMENSION, "product" },
    { "Product/Sector Classification Code", COLUMN_DIMENSION, "classification" },
    { "Indicator Code", COLUMN_DIMENSION, "indicator" },
    { "Indicator", COLUMN_DIMENSION, "indicator" },
    { "Unit", COLUMN_DIMENSION, "unit" },
    { "Unit Code", COLUMN_DIMENSION, "unit" },
    { "Value Flag Code", COLUMN_STATUS, "" },
    { "Value", COLUMN_VALUE, "" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const char *const flow_headers[] = { "Indicator", "Indicator Code", NULL };

/* The flow in an indicator's name ("Merchandise exports by product group – annual"), or at the end
 * of its code: ITS_MTV_AX, …QX and …MX are exports by year, quarter and month; ITS_CS_AM5 is
 * imports. */
static const char *read_flow(const char *text, size_t n)
{
    size_t end = n;

    while (end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9')
        end--;
    if (end < 3 || text[end - 3] != '_' || strchr("AQM", text[end - 2]) == NULL)
        return flow_mentioned(text, n);
    return text[end - 1] == 'X' ? "exports" : text[end - 1] == 'M' ? "imports" : NULL;
}

static const struct format_text texts[] = { { "flow", flow_headers, read_flow },
                                            { NULL, NULL, NULL } };

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "Value") &&
           (headers_have(headers, n, "Reporting Economy Code") ||
            headers_have(headers, n, "Reporting Economy"));
}

const struct delimited_format wto_format = { .name = "wto",
                                             .title = "WTO timeseries CSV",
                                             .recognises = recognises,
                                             .columns = columns,
                                             .is_closed = true,
                                             .decimal = '.',
                                             .decimal_is_fixed = true,
                                             .is_latin1 = true,
                                             .texts = texts };
