/* comexstat.c - Brazil's Comex Stat, bulk files of exports or imports by product (CO_NCM, eight
 * digits of the Mercosur Nomenclature) or by municipality (SH4, an HS heading).
 *
 * Values are in US dollars FOB. Freight and insurance stand beside imports only. Other files do not
 * tell their flow.
 * CO_PAIS is Brazil's own code of a country: 160 is China. CO_UNID, the unit of the quantity, is a
 * code as well. */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "CO_ANO", COLUMN_YEAR, "" },
    { "CO_MES", COLUMN_YEAR_PART, "" },
    { "NO_PAIS", COLUMN_DIMENSION, "partner" },
    { "CO_PAIS", COLUMN_CODE, "partner" },
    { "CO_NCM", COLUMN_DIMENSION, "product" },
    { "SH4", COLUMN_DIMENSION, "product" },
    { "SG_UF_NCM", COLUMN_DIMENSION, "region" },
    { "SG_UF_MUN", COLUMN_DIMENSION, "region" },
    { "CO_MUN", COLUMN_DIMENSION, "municipality" },
    { "CO_VIA", COLUMN_DIMENSION, "mode of transport" },
    { "CO_URF", COLUMN_DIMENSION, "customs office" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure measures[] = {
    { "VL_FOB", "value", "USD", 0, NULL, NULL, { NULL }, false },
    { "VL_FRETE", "freight", "USD", 0, NULL, NULL, { NULL }, false },
    { "VL_SEGURO", "insurance", "USD", 0, NULL, NULL, { NULL }, false },
    { "KG_LIQUIDO", "net weight", "kg", 0, NULL, NULL, { NULL }, true },
    { "QT_ESTAT", "quantity", NULL, 0, "CO_UNID", NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static const struct format_alias constants[] = { { "reporter", NULL, "BRA" },
                                                 { NULL, NULL, NULL } };

static const struct format_alias constants_of_imports[] = { { "reporter", NULL, "BRA" },
                                                            { "flow", NULL, "imports" },
                                                            { NULL, NULL, NULL } };

static bool is_of_imports(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "CO_ANO") && headers_have(headers, n, "VL_FOB") &&
           headers_have(headers, n, "VL_FRETE");
}

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "CO_ANO") && headers_have(headers, n, "VL_FOB");
}

const struct delimited_format comexstat_format = { .name = "comexstat",
                                                   .title = "Comex Stat CSV",
                                                   .recognises = recognises,
                                                   .columns = columns,
                                                   .code_prefix = "BR_",
                                                   .measures = measures,
                                                   .constants = constants,
                                                   .is_closed = true,
                                                   .decimal = '.',
                                                   .decimal_is_fixed = true,
                                                   .is_latin1 = true };

const struct delimited_format comexstat_imports_format = { .name = "comexstat-imports",
                                                           .title = "Comex Stat CSV of imports",
                                                           .recognises = is_of_imports,
                                                           .columns = columns,
                                                           .code_prefix = "BR_",
                                                           .measures = measures,
                                                           .constants = constants_of_imports,
                                                           .is_closed = true,
                                                           .decimal = '.',
                                                           .decimal_is_fixed = true,
                                                           .is_latin1 = true };
