/* wits.c - downloads of WITS (World Integrated Trade Solution): values in thousand US dollars; the
 * partner " World" starts with a space; a download has at most 100,000 rows. */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "Year", COLUMN_PERIOD, "" },
    { "ReporterISO3", COLUMN_DIMENSION, "reporter" },
    { "ReporterName", COLUMN_DIMENSION, "reporter" },
    { "Reporter", COLUMN_DIMENSION, "reporter" },
    { "PartnerISO3", COLUMN_DIMENSION, "partner" },
    { "PartnerName", COLUMN_DIMENSION, "partner" },
    { "Partner", COLUMN_DIMENSION, "partner" },
    { "TradeFlowName", COLUMN_DIMENSION, "flow" },
    { "TradeFlow", COLUMN_DIMENSION, "flow" },
    { "TradeFlowCode", COLUMN_DIMENSION, "flow" },
    { "ProductCode", COLUMN_DIMENSION, "product" },
    { "ProductDescription", COLUMN_DIMENSION, "product" },
    { "Product", COLUMN_DIMENSION, "product" },
    { "Nomenclature", COLUMN_DIMENSION, "classification" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure measures[] = {
    { "TradeValue in 1000 USD", "value", "USD", 3, NULL, NULL, { NULL }, false },
    { "Trade Value 1000USD", "value", "USD", 3, NULL, NULL, { NULL }, false },
    { "NetWeight in KGM", "net weight", "kg", 0, NULL, NULL, { NULL }, true },
    { "Quantity", "quantity", NULL, 0, "QtyUnit", NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static const struct format_alias aliases[] = {
    { "flow", "Gross Imports", "imports" },
    { "flow", "Gross Exports", "exports" },
    { "flow", "Gross Imp.", "imports" },
    { "flow", "Gross Exp.", "exports" },
    { "flow", "5", "imports" },
    { "flow", "6", "exports" },
    { "partner", "WLD", "WLD" },
    { NULL, NULL, NULL },
};

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "TradeValue in 1000 USD") ||
           headers_have(headers, n, "Trade Value 1000USD");
}

const struct delimited_format wits_format = { .name = "wits",
                                              .title = "WITS CSV",
                                              .recognises = recognises,
                                              .columns = columns,
                                              .measures = measures,
                                              .aliases = aliases,
                                              .is_closed = true,
                                              .decimal = '.',
                                              .decimal_is_fixed = true,
                                              .is_latin1 = true,
                                              .row_limit = 100000 };
