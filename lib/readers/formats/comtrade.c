/* comtrade.c - CSV files of UN Comtrade, from today's portal and from the one before 2023.
 *
 * New: 47 headers and rows of 48 fields (each row ends in a comma), ISO-8859-1, CR LF; W00 is the
 * world; annual rows have the month 52. Legacy: 35 headers, of which users often keep only some.
 *
 * Values are in US dollars. Each quantity of a row becomes an observation of its own; 0 stands for
 * an unknown quantity. legacyEstimationFlag and Flag say which quantities are estimates (UNSD,
 * Quantity and Weight Data in UN Comtrade: 2 quantity, 4 net weight, 6 both). Values are never
 * estimates. */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "period", COLUMN_PERIOD, "" },
    { "refYear", COLUMN_YEAR, "" },
    { "refMonth", COLUMN_YEAR_PART, "" },
    { "reporterISO", COLUMN_DIMENSION, "reporter" },
    { "reporterCode", COLUMN_DIMENSION, "reporter" },
    { "reporterDesc", COLUMN_DIMENSION, "reporter" },
    { "flowCode", COLUMN_DIMENSION, "flow" },
    { "flowDesc", COLUMN_DIMENSION, "flow" },
    { "partnerISO", COLUMN_DIMENSION, "partner" },
    { "partnerCode", COLUMN_DIMENSION, "partner" },
    { "partnerDesc", COLUMN_DIMENSION, "partner" },
    { "cmdCode", COLUMN_DIMENSION, "product" },
    { "cmdDesc", COLUMN_DIMENSION, "product" },
    { "typeCode", COLUMN_DIMENSION, "typecode" },
    { "classificationCode", COLUMN_DIMENSION, "classification" },
    { "partner2ISO", COLUMN_DIMENSION, "partner2" },
    { "partner2Code", COLUMN_DIMENSION, "partner2" },
    { "partner2Desc", COLUMN_DIMENSION, "partner2" },
    { "customsCode", COLUMN_DIMENSION, "customs" },
    { "customsDesc", COLUMN_DIMENSION, "customs" },
    { "mosCode", COLUMN_DIMENSION, "mode of supply" },
    { "motCode", COLUMN_DIMENSION, "mode of transport" },
    { "motDesc", COLUMN_DIMENSION, "mode of transport" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure measures[] = {
    { "primaryValue", "value", "USD", 0, NULL, NULL, { NULL }, false },
    { "cifvalue", "CIF value", "USD", 0, NULL, NULL, { NULL }, false },
    { "fobvalue", "FOB value", "USD", 0, NULL, NULL, { NULL }, false },
    { "qty", "quantity", NULL, 0, "qtyUnitAbbr", "isQtyEstimated", { "true" }, true },
    { "altQty",
      "alternative quantity",
      NULL,
      0,
      "altQtyUnitAbbr",
      "isAltQtyEstimated",
      { "true" },
      true },
    { "netWgt", "net weight", "kg", 0, NULL, "isNetWgtEstimated", { "true" }, true },
    { "grossWgt", "gross weight", "kg", 0, NULL, "isGrossWgtEstimated", { "true" }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

/* Numbers of countries that differ from ISO 3166, and the UN's names of units. */
static const struct format_alias aliases[] = {
    { "reporter", "251", "FRA" },
    { "partner", "251", "FRA" },
    { "reporter", "699", "IND" },
    { "partner", "699", "IND" },
    { "reporter", "757", "CHE" },
    { "partner", "757", "CHE" },
    { "reporter", "842", "USA" },
    { "partner", "842", "USA" },
    { "reporter", "579", "NOR" },
    { "partner", "579", "NOR" },
    { "unit", "Weight in kilograms", "kg" },
    { "unit", "Volume in litres", "l" },
    { "unit", "Volume in cubic meters", "m\u00b3" },
    { "unit", "Area in square metres", "m\u00b2" },
    { "unit", "Length in metres", "m" },
    { NULL, NULL, NULL },
};

static bool is_new(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "primaryValue") &&
           headers_have(headers, n, "flowCode") + headers_have(headers, n, "flowDesc") +
                   headers_have(headers, n, "cmdCode") + headers_have(headers, n, "reporterISO") +
                   headers_have(headers, n, "reporterCode") + headers_have(headers, n, "refYear") >=
               2;
}

const struct delimited_format comtrade_format = { .name = "comtrade",
                                                  .title = "UN Comtrade CSV",
                                                  .recognises = is_new,
                                                  .columns = columns,
                                                  .measures = measures,
                                                  .aliases = aliases,
                                                  .is_closed = true,
                                                  .decimal = '.',
                                                  .decimal_is_fixed = true,
                                                  .is_latin1 = true };

static const struct format_column legacy_columns[] = {
    { "Period", COLUMN_PERIOD, "" },
    { "Year", COLUMN_YEAR, "" },
    { "Reporter ISO", COLUMN_DIMENSION, "reporter" },
    { "Reporter Code", COLUMN_DIMENSION, "reporter" },
    { "Reporter", COLUMN_DIMENSION, "reporter" },
    { "Trade Flow", COLUMN_DIMENSION, "flow" },
    { "Trade Flow Code", COLUMN_DIMENSION, "flow" },
    { "Partner ISO", COLUMN_DIMENSION, "partner" },
    { "Partner Code", COLUMN_DIMENSION, "partner" },
    { "Partner", COLUMN_DIMENSION, "partner" },
    { "Commodity Code", COLUMN_DIMENSION, "product" },
    { "Commodity", COLUMN_DIMENSION, "product" },
    { "Classification", COLUMN_DIMENSION, "classification" },
    { "2nd Partner ISO", COLUMN_DIMENSION, "partner2" },
    { "2nd Partner Code", COLUMN_DIMENSION, "partner2" },
    { "2nd Partner", COLUMN_DIMENSION, "partner2" },
    { "Customs Proc. Code", COLUMN_DIMENSION, "customs" },
    { "Customs", COLUMN_DIMENSION, "customs" },
    { "Mode of Transport Code", COLUMN_DIMENSION, "mode of transport" },
    { "Mode of Transport", COLUMN_DIMENSION, "mode of transport" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure legacy_measures[] = {
    { "Trade Value (US$)", "value", "USD", 0, NULL, NULL, { NULL }, false },
    { "CIF Trade Value (US$)", "CIF value", "USD", 0, NULL, NULL, { NULL }, false },
    { "FOB Trade Value (US$)", "FOB value", "USD", 0, NULL, NULL, { NULL }, false },
    { "Qty", "quantity", NULL, 0, "Qty Unit", "Flag", { "2", "6" }, true },
    { "Alt Qty", "alternative quantity", NULL, 0, "Alt Qty Unit", NULL, { NULL }, true },
    { "Netweight (kg)", "net weight", "kg", 0, NULL, "Flag", { "4", "6" }, true },
    { "Gross weight (kg)", "gross weight", "kg", 0, NULL, NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static bool is_legacy(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "Trade Value (US$)") &&
           (headers_have(headers, n, "Trade Flow") || headers_have(headers, n, "Trade Flow Code"));
}

const struct delimited_format comtrade_legacy_format = { .name = "comtrade-legacy",
                                                         .title = "UN Comtrade CSV (legacy)",
                                                         .recognises = is_legacy,
                                                         .columns = legacy_columns,
                                                         .measures = legacy_measures,
                                                         .aliases = aliases,
                                                         .is_closed = true,
                                                         .decimal = '.',
                                                         .decimal_is_fixed = true,
                                                         .is_latin1 = true };
