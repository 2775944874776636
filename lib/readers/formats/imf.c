/* imf.c - trade by partner of the International Monetary Fund: DOTS, the Direction of Trade
 * Statistics (to 2025), and what has replaced it, IMTS, both with a column for each period.
 *
 * DOTS has the IMF's own codes of countries (924 is China) beside their names, and rows of values
 * and of statuses: a column Attribute tells which. IMTS has names or SDMX's codes, and the power of
 * ten in SCALE. An indicator's name or code tells the flow and the unit: "Exports of goods, Free on
 * board (FOB), US dollar", TXG_FOB_USD. */
#include <string.h>

#include "base/error.h"
#include "base/strings.h"
#include "readers/formats/format.h"
#include "readers/formats/imf.h"
#include "vocabulary/flows.h"
#include "vocabulary/units.h"

static const struct format_flag flags[] = {
    { "A", 'A', '\0' }, { "B", 'B', '\0' }, { "E", 'E', '\0' },
    { "e", 'E', '\0' }, { "F", 'F', '\0' }, { "f", 'F', '\0' },
    { "P", 'P', '\0' }, { "p", 'P', '\0' }, { NULL, '\0', '\0' },
};

const char *imf_flow_of_code(const char *text, size_t n)
{
    static const struct {
        const char *start, *flow;
    } codes[] = { { "TXG_", "exports" }, { "XG_", "exports" },  { "TMG_", "imports" },
                  { "MG_", "imports" },  { "TBG_", "balance" }, { "TB_", "balance" } };

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        size_t length = strlen(codes[i].start);

        if (n > length && memcmp(text, codes[i].start, length) == 0)
            return codes[i].flow;
    }
    return NULL;
}

static const char *read_flow(const char *text, size_t n)
{
    static const char balance[] = "trade balance";
    const char *flow = imf_flow_of_code(text, n);

    for (size_t i = 0; i + sizeof balance - 1 <= n && flow == NULL; i++)
        if (string_is_ignoring_case(text + i, sizeof balance - 1, balance))
            flow = "balance";
    return flow != NULL ? flow : flow_mentioned(text, n);
}

/* The unit behind the last comma of a name, or behind the last "_" of a code. */
static const char *read_unit(const char *text, size_t n)
{
    size_t at = n;

    while (at > 0 && text[at - 1] != ',' && text[at - 1] != '_')
        at--;
    return at > 0 && at < n ? unit_find(text + at, n - at) : NULL;
}

/* DOTS ----------------------------------------------------------------------------------- */

static const struct format_column dots_columns[] = {
    { "Time Period", COLUMN_PERIOD, "" },
    { "Country Name", COLUMN_DIMENSION, "reporter" },
    { "Country Code", COLUMN_CODE, "reporter" },
    { "Counterpart Country Name", COLUMN_DIMENSION, "partner" },
    { "Counterpart Country Code", COLUMN_CODE, "partner" },
    { "Indicator Code", COLUMN_DIMENSION, "indicator" },
    { "Indicator Name", COLUMN_DIMENSION, "indicator" },
    { "Attribute", COLUMN_ROW_KIND, "" },
    { "Base Year", COLUMN_SKIPPED, "" },
    { "Value", COLUMN_VALUE, "" },
    { "Status", COLUMN_STATUS, "" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const char *const dots_indicators[] = { "Indicator Name", "Indicator Code", NULL };

static const struct format_text dots_texts[] = { { "flow", dots_indicators, read_flow },
                                                 { "unit", dots_indicators, read_unit },
                                                 { NULL, NULL, NULL } };

/* The panel of DOTS has a column for each indicator, with its code in brackets at the end. */
static const struct format_measure panel_measures[] = {
    { "(TXG_FOB_USD)", "TXG_FOB_USD", "USD", 0, NULL, NULL, { NULL }, false },
    { "(TMG_CIF_USD)", "TMG_CIF_USD", "USD", 0, NULL, NULL, { NULL }, false },
    { "(TMG_FOB_USD)", "TMG_FOB_USD", "USD", 0, NULL, NULL, { NULL }, false },
    { "(TBG_USD)", "TBG_USD", "USD", 0, NULL, NULL, { NULL }, false },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static const struct format_measure *find_indicator(const char *header, size_t n)
{
    for (const struct format_measure *measure = panel_measures; measure->header != NULL;
         measure++) {
        size_t length = strlen(measure->header);

        if (n > length && memcmp(header + n - length, measure->header, length) == 0)
            return measure;
    }
    return NULL;
}

static bool read_panel_header(const char *header, const struct csv_field *headers, size_t n,
                              struct format_header *meaning)
{
    (void)headers;
    (void)n;
    meaning->measure = find_indicator(header, strlen(header));
    if (meaning->measure == NULL)
        return false;
    meaning->flow =
        imf_flow_of_code(meaning->measure->indicator, strlen(meaning->measure->indicator));
    return true;
}

static bool has_countries(const struct csv_field *headers, size_t n)
{
    return (headers_have(headers, n, "Country Name") || headers_have(headers, n, "Country Code")) &&
           (headers_have(headers, n, "Counterpart Country Name") ||
            headers_have(headers, n, "Counterpart Country Code"));
}

static bool is_dots(const struct csv_field *headers, size_t n)
{
    return has_countries(headers, n) && (headers_have(headers, n, "Indicator Name") ||
                                         headers_have(headers, n, "Indicator Code"));
}

static bool is_panel(const struct csv_field *headers, size_t n)
{
    bool has_indicator = false;

    for (size_t i = 0; i < n; i++)
        has_indicator |= find_indicator(headers[i].text, headers[i].n) != NULL;
    return has_indicator && has_countries(headers, n);
}

#define ASSUMPTION                                                                                 \
    "the file does not say in which power of ten its dollars are; they are read as dollars, not "  \
    "millions; if that is wrong, say " SETTING("set: {unit_mult: 6}")

const struct delimited_format imf_dots_format = { .name = "imf-dots",
                                                  .title = "IMF DOTS CSV",
                                                  .recognises = is_dots,
                                                  .columns = dots_columns,
                                                  .code_prefix = "IMF_",
                                                  .flags = flags,
                                                  .texts = dots_texts,
                                                  .decimal = '.',
                                                  .decimal_is_fixed = true,
                                                  .assumption = ASSUMPTION };

const struct delimited_format imf_dots_panel_format = { .name = "imf-dots-panel",
                                                        .title = "IMF DOTS CSV (panel)",
                                                        .recognises = is_panel,
                                                        .columns = dots_columns,
                                                        .code_prefix = "IMF_",
                                                        .measures = panel_measures,
                                                        .flags = flags,
                                                        .read_header = read_panel_header,
                                                        .is_closed = true,
                                                        .decimal = '.',
                                                        .decimal_is_fixed = true,
                                                        .is_sparse = true,
                                                        .assumption = ASSUMPTION };

/* IMTS ----------------------------------------------------------------------------------- */

static const struct format_column imts_columns[] = {
    { "TIME_PERIOD", COLUMN_PERIOD, "" },
    { "OBS_VALUE", COLUMN_VALUE, "" },
    { "COUNTRY", COLUMN_DIMENSION, "reporter" },
    { "COUNTRY.ID", COLUMN_DIMENSION, "reporter" },
    { "COUNTERPART_COUNTRY", COLUMN_DIMENSION, "partner" },
    { "COUNTERPART_COUNTRY.ID", COLUMN_DIMENSION, "partner" },
    { "INDICATOR", COLUMN_DIMENSION, "indicator" },
    { "INDICATOR.ID", COLUMN_DIMENSION, "indicator" },
    { "FREQUENCY", COLUMN_FREQUENCY, "freq" },
    { "FREQUENCY.ID", COLUMN_SKIPPED, "" },
    { "SCALE", COLUMN_MULTIPLIER, "" },
    { "SCALE.ID", COLUMN_SKIPPED, "" },
    { "UNIT", COLUMN_DIMENSION, "unit" },
    { "UNIT.ID", COLUMN_SKIPPED, "" },
    { "STATUS", COLUMN_STATUS, "" },
    { "DERIVATION_TYPE", COLUMN_SKIPPED, "" },
    { "DATASET", COLUMN_SKIPPED, "" },
    { "SERIES_CODE", COLUMN_SKIPPED, "" },
    { "SERIES_NAME", COLUMN_SKIPPED, "" },
    { "OBS_MEASURE", COLUMN_SKIPPED, "" },
    { "DECIMALS_DISPLAYED", COLUMN_SKIPPED, "" },
    { "PRECISION", COLUMN_SKIPPED, "" },
    { "DOI", COLUMN_SKIPPED, "" },
    { "FULL_DESCRIPTION", COLUMN_SKIPPED, "" },
    { "AUTHOR", COLUMN_SKIPPED, "" },
    { "PUBLISHER", COLUMN_SKIPPED, "" },
    { "DEPARTMENT", COLUMN_SKIPPED, "" },
    { "CONTACT_POINT", COLUMN_SKIPPED, "" },
    { "TOPIC", COLUMN_SKIPPED, "" },
    { "TOPIC_DATASET", COLUMN_SKIPPED, "" },
    { "KEYWORDS", COLUMN_SKIPPED, "" },
    { "KEYWORDS_DATASET", COLUMN_SKIPPED, "" },
    { "LANGUAGE", COLUMN_SKIPPED, "" },
    { "PUBLICATION_DATE", COLUMN_SKIPPED, "" },
    { "UPDATE_DATE", COLUMN_SKIPPED, "" },
    { "METHODOLOGY", COLUMN_SKIPPED, "" },
    { "METHODOLOGY_NOTES", COLUMN_SKIPPED, "" },
    { "ACCESS_SHARING_LEVEL", COLUMN_SKIPPED, "" },
    { "ACCESS_SHARING_NOTES", COLUMN_SKIPPED, "" },
    { "SECURITY_CLASSIFICATION", COLUMN_SKIPPED, "" },
    { "SOURCE", COLUMN_SKIPPED, "" },
    { "SHORT_SOURCE_CITATION", COLUMN_SKIPPED, "" },
    { "FULL_SOURCE_CITATION", COLUMN_SKIPPED, "" },
    { "LICENSE", COLUMN_SKIPPED, "" },
    { "SUGGESTED_CITATION", COLUMN_SKIPPED, "" },
    { "KEY_INDICATOR", COLUMN_SKIPPED, "" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const char *const imts_indicators[] = { "INDICATOR", "INDICATOR.ID", NULL };

static const struct format_text imts_texts[] = { { "flow", imts_indicators, read_flow },
                                                 { "unit", imts_indicators, read_unit },
                                                 { NULL, NULL, NULL } };

static bool is_imts(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "COUNTRY") && headers_have(headers, n, "INDICATOR") &&
           headers_have(headers, n, "COUNTERPART_COUNTRY");
}

const struct delimited_format imf_imts_format = { .name = "imf-imts",
                                                  .title = "IMF IMTS CSV",
                                                  .recognises = is_imts,
                                                  .columns = imts_columns,
                                                  .flags = flags,
                                                  .texts = imts_texts,
                                                  .decimal = '.',
                                                  .decimal_is_fixed = true };
