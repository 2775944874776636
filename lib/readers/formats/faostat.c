/* faostat.c - FAOSTAT, long (Year, Value, Flag) and wide (Y2020, Y2020F with the flags, Y2020N with
 * notes), and its matrix of trade, which has partners.
 *
 * Codes of areas and items are FAO's own, so their names count: area 108 is Kazakhstan, item 15 is
 * wheat and no chapter of the HS. Elements such as "Export Value" name a flow and an indicator.
 *
 * Flags: fao.org/faostat/en/#definitions. Some datasets and older files have others of their own. X
 * is a figure from an international organisation, as good as an official one; an unofficial figure
 * has not been validated. */
#include <string.h>

#include "readers/formats/format.h"
#include "vocabulary/flows.h"

static const struct format_column columns[] = {
    { "Year", COLUMN_PERIOD, "" },
    { "Value", COLUMN_VALUE, "" },
    { "Flag", COLUMN_STATUS, "" },
    { "Unit", COLUMN_DIMENSION, "unit" },
    { "Area", COLUMN_DIMENSION, "reporter" },
    { "Reporter Countries", COLUMN_DIMENSION, "reporter" },
    { "Area Code (M49)", COLUMN_DIMENSION, "reporter" },
    { "Area Code (ISO3)", COLUMN_DIMENSION, "reporter" },
    { "Reporter Country Code (M49)", COLUMN_DIMENSION, "reporter" },
    { "Area Code", COLUMN_CODE, "reporter" },
    { "Area Code (FAO)", COLUMN_CODE, "reporter" },
    { "Reporter Country Code", COLUMN_CODE, "reporter" },
    { "Reporter Country Code (FAO)", COLUMN_CODE, "reporter" },
    { "Partner Countries", COLUMN_DIMENSION, "partner" },
    { "Partner Country Code (M49)", COLUMN_DIMENSION, "partner" },
    { "Partner Country Code", COLUMN_CODE, "partner" },
    { "Partner Country Code (FAO)", COLUMN_CODE, "partner" },
    { "Item", COLUMN_DIMENSION, "product" },
    { "Item Code (CPC)", COLUMN_SKIPPED, "" },
    { "Item Code (FAO)", COLUMN_SKIPPED, "" },
    { "Item Code", COLUMN_SKIPPED, "" },
    { "Element", COLUMN_DIMENSION, "indicator" },
    { "Element Code", COLUMN_SKIPPED, "" },
    { "Domain", COLUMN_SKIPPED, "" },
    { "Domain Code", COLUMN_SKIPPED, "" },
    { "Year Code", COLUMN_SKIPPED, "" },
    { "Flag Description", COLUMN_SKIPPED, "" },
    { "Note", COLUMN_SKIPPED, "" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_alias aliases[] = {
    { "indicator", "Export Value", "value" },
    { "indicator", "Import Value", "value" },
    { "indicator", "Export Quantity", "quantity" },
    { "indicator", "Import Quantity", "quantity" },
    { "unit", "Int$", "Int$" },
    { NULL, NULL, NULL },
};

static const struct format_flag flags[] = {
    { "A", 'A', '\0' },  /* official figure; in older files an aggregate */
    { "B", 'B', '\0' },  /* break in the time series */
    { "E", 'E', '\0' },  /* estimated value */
    { "F", 'E', '\0' },  /* FAO estimate */
    { "Fc", 'E', '\0' }, /* calculated data */
    { "Fb", 'E', '\0' }, /* obtained as a balance */
    { "Fm", 'E', '\0' }, /* manual estimation */
    { "Im", 'I', '\0' }, /* FAO data based on imputation methodology */
    { "I", 'I', '\0' },  /* imputed value */
    { "L", 'L', '\0' },  /* data exist but were not collected */
    { "M", 'O', '\0' },  /* missing value */
    { "N", 'N', '\0' },  /* not significant */
    { "NA", 'O', '\0' }, /* not available */
    { "O", 'O', '\0' },  /* missing value */
    { "P", 'P', '\0' },  /* provisional value */
    { "R", 'E', '\0' },  /* estimated from the trading partners' data */
    { "T", 'V', '\0' },  /* unofficial figure */
    { "*", 'V', '\0' },  /* unofficial figure, in older files */
    { "U", 'U', '\0' },  /* low reliability */
    { "V", 'V', '\0' },  /* unvalidated value */
    { "W", 'A', '\0' },  /* from the country's official publications */
    { "X", 'A', '\0' },  /* figure from an international organisation */
    { NULL, '\0', '\0' },
};

static const char *const element[] = { "Element", NULL };

static const struct format_text texts[] = { { "flow", element, flow_mentioned },
                                            { NULL, NULL, NULL } };

/* "Y2020", "Y2020F" and "Y2020N", which has notes. */
static bool read_header(const char *header, const struct csv_field *headers, size_t n,
                        struct format_header *meaning)
{
    size_t length = strlen(header);

    (void)headers;
    (void)n;
    if (length < 5 || length > 6 || *header != 'Y' ||
        !sheaf_period_read(header + 1, 4, &meaning->period))
        return false;
    meaning->role = header[5] == '\0'  ? COLUMN_VALUE
                    : header[5] == 'F' ? COLUMN_FLAG
                                       : COLUMN_SKIPPED;
    return header[5] == '\0' || header[5] == 'F' || header[5] == 'N';
}

static bool is_wide(const struct csv_field *headers, size_t n)
{
    struct format_header meaning;
    char header[8] = "";

    for (size_t i = 0; i < n; i++) {
        if (headers[i].n != 5)
            continue;
        memcpy(header, headers[i].text, 5);
        if (read_header(header, headers, n, &meaning))
            return true;
    }
    return false;
}

static bool recognises(const struct csv_field *headers, size_t n)
{
    bool has_area = headers_have(headers, n, "Area") || headers_have(headers, n, "Area Code") ||
                    headers_have(headers, n, "Reporter Countries");

    return has_area && headers_have(headers, n, "Element") &&
           (headers_have(headers, n, "Item") || headers_have(headers, n, "Item Code")) &&
           (headers_have(headers, n, "Value") || is_wide(headers, n));
}

const struct delimited_format faostat_format = { .name = "faostat",
                                                 .title = "FAOSTAT CSV",
                                                 .recognises = recognises,
                                                 .columns = columns,
                                                 .code_prefix = "FAO_",
                                                 .aliases = aliases,
                                                 .flags = flags,
                                                 .texts = texts,
                                                 .read_header = read_header,
                                                 .decimal = '.',
                                                 .decimal_is_fixed = true,
                                                 .has_apostrophes = true };
