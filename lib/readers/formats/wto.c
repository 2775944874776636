/* wto.c - the WTO's timeseries (stats.wto.org): a row an observation, the period in a year
 * and a code ("A", "Q1", "M01"); often ISO-8859-1. */
#include <string.h>

#include "readers/formats/format.h"
#include "vocabulary/flows.h"

static const struct format_column columns[] = {
    { "Year", USE_YEAR, "" },
    { "Period Code", USE_PART, "" },
    { "Period", USE_PART, "" },
    { "Reporting Economy ISO3A Code", USE_DIMENSION, "reporter" },
    { "Reporting Economy", USE_DIMENSION, "reporter" },
    { "Reporting Economy Code", USE_DIMENSION, "reporter" },
    { "Partner Economy ISO3A Code", USE_DIMENSION, "partner" },
    { "Partner Economy", USE_DIMENSION, "partner" },
    { "Partner Economy Code", USE_DIMENSION, "partner" },
    { "Product/Sector Code", USE_DIMENSION, "product" },
    { "Product/Sector", USE_DIMENSION, "product" },
    { "Product/Sector Classification Code", USE_DIMENSION, "classification" },
    { "Indicator Code", USE_DIMENSION, "indicator" },
    { "Indicator", USE_DIMENSION, "indicator" },
    { "Unit", USE_DIMENSION, "unit" },
    { "Unit Code", USE_DIMENSION, "unit" },
    { "Value Flag Code", USE_STATUS, "" },
    { "Value", USE_VALUE, "" },
    { NULL, USE_PASSED, NULL },
};

static const char *const flow_headers[] = { "Indicator", "Indicator Code", NULL };

/* By the name, "Merchandise exports by product group – annual", or by the end of the code:
 * ITS_MTV_AX, …QX and …MX are exports by year, quarter and month, ITS_CS_AM5 imports. */
static const char *read_flow(const char *text, size_t n)
{
    size_t end = n;

    while (end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9')
        end--;
    if (end < 3 || text[end - 3] != '_' || strchr("AQM", text[end - 2]) == NULL)
        return flow_mentioned(text, n);
    return text[end - 1] == 'X' ? "exports" : text[end - 1] == 'M' ? "imports" : NULL;
}

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "Value") &&
           (headers_have(headers, n, "Reporting Economy Code") ||
            headers_have(headers, n, "Reporting Economy"));
}

const struct format wto_format = { .name = "wto",
                                   .title = "WTO timeseries CSV",
                                   .recognises = recognises,
                                   .columns = columns,
                                   .is_closed = true,
                                   .decimal = '.',
                                   .decimal_is_sure = true,
                                   .is_latin1 = true,
                                   .flow_headers = flow_headers,
                                   .read_flow = read_flow };
