/* comtrade_json_legacy.c - the records of UN Comtrade's API before 2023. Their keys differ from the
 * CSV files and from today's API: {"validation": {…}, "dataset": [ {"pfCode": "H4", "yr": 2016,
 * "rgDesc": "Export", "rt3ISO": "KAZ", "TradeValue": 1}, … ]}. */
#include "readers/json/comtrade_json.h"

static const struct format_column columns[] = {
    { "rt3ISO", COLUMN_DIMENSION, "reporter" },
    { "rtCode", COLUMN_DIMENSION, "reporter" },
    { "rtTitle", COLUMN_DIMENSION, "reporter" },
    { "rgDesc", COLUMN_DIMENSION, "flow" },
    { "rgCode", COLUMN_DIMENSION, "flow" },
    { "pt3ISO", COLUMN_DIMENSION, "partner" },
    { "ptCode", COLUMN_DIMENSION, "partner" },
    { "ptTitle", COLUMN_DIMENSION, "partner" },
    { "cmdCode", COLUMN_DIMENSION, "product" },
    { "cmdDescE", COLUMN_DIMENSION, "product" },
    { "pfCode", COLUMN_DIMENSION, "classification" },
    { "pt3ISO2", COLUMN_DIMENSION, "partner2" },
    { "ptCode2", COLUMN_DIMENSION, "partner2" },
    { "ptTitle2", COLUMN_DIMENSION, "partner2" },
    { "cstCode", COLUMN_DIMENSION, "customs" },
    { "motCode", COLUMN_DIMENSION, "mode of transport" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure measures[] = {
    { "TradeValue", "value", "USD", 0, NULL, NULL, { NULL }, false },
    { "CIFValue", "CIF value", "USD", 0, NULL, NULL, { NULL }, false },
    { "FOBValue", "FOB value", "USD", 0, NULL, NULL, { NULL }, false },
    { "TradeQuantity", "quantity", NULL, 0, "qtDesc", "estCode", { "2", "6" }, true },
    { "AltQuantity", "alternative quantity", NULL, 0, "qtAltDesc", NULL, { NULL }, true },
    { "NetWeight", "net weight", "kg", 0, NULL, "estCode", { "4", "6" }, true },
    { "GrossWeight", "gross weight", "kg", 0, NULL, NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

const struct comtrade_answer comtrade_legacy_answer = {
    .records = "dataset", .columns = columns, .measures = measures, .year = "yr", .month = NULL
};
