/* comext.c - Eurostat's bulk files of Comext, before 2023 (DECLARANT, VALUE_IN_EUROS) and since
 * (REPORTER, VALUE_EUR).
 *
 * Countries are ISO 3166 alpha-2 in the new files. The old ones have their numbers in the
 * Geonomenclature (004 is Germany, 400 the United States), which is not ISO 3166, and ISO's letters
 * beside them. FLOW is 1 for imports and 2 for exports. In PERIOD the month 52 is the year. The
 * products' codes in other classifications follow from the one in the Combined Nomenclature. */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "PERIOD", COLUMN_PERIOD, "" },
    { "FLOW", COLUMN_DIMENSION, "flow" },
    { "REPORTER", COLUMN_DIMENSION, "reporter" },
    { "DECLARANT_ISO", COLUMN_DIMENSION, "reporter" },
    { "DECLARANT", COLUMN_CODE, "reporter" },
    { "PARTNER_ISO", COLUMN_DIMENSION, "partner" },
    { "PARTNER", COLUMN_CODE, "partner" },
    { "PRODUCT_NC", COLUMN_DIMENSION, "product" },
    { "TRADE_TYPE", COLUMN_DIMENSION, "trade type" },
    { "STAT_PROCEDURE", COLUMN_DIMENSION, "customs" },
    { "STAT_REGIME", COLUMN_DIMENSION, "customs" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure measures[] = {
    { "VALUE_EUR", "value", "EUR", 0, NULL, NULL, { NULL }, false },
    { "VALUE_IN_EUROS", "value", "EUR", 0, NULL, NULL, { NULL }, false },
    { "QUANTITY_KG", "net weight", "kg", 0, NULL, NULL, { NULL }, true },
    { "QUANTITY_IN_KG", "net weight", "kg", 0, NULL, NULL, { NULL }, true },
    { "QUANTITY_SUPPL_UNIT", "quantity", NULL, 0, "SUPPL_UNIT", NULL, { NULL }, true },
    { "SUP_QUANTITY", "quantity", NULL, 0, "SUPP_UNIT", NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static const struct format_alias aliases[] = {
    { "flow", "1", "imports" },
    { "flow", "2", "exports" },
    { NULL, NULL, NULL },
};

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "PRODUCT_NC") && headers_have(headers, n, "FLOW") &&
           (headers_have(headers, n, "VALUE_EUR") || headers_have(headers, n, "VALUE_IN_EUROS"));
}

const struct delimited_format comext_format = { .name = "comext",
                                                .title = "Eurostat Comext CSV",
                                                .recognises = recognises,
                                                .columns = columns,
                                                .code_prefix = "GEONOM_",
                                                .measures = measures,
                                                .aliases = aliases,
                                                .is_closed = true,
                                                .decimal = '.',
                                                .decimal_is_fixed = true,
                                                .has_month_52 = true };
