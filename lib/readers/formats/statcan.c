/* statcan.c - full tables of Statistics Canada, in English (commas) and French (semicolons and
 * decimal commas).
 *
 * The power of ten is in SCALAR_ID (0, 3, 6, 9), or as a word in SCALAR_FACTOR. Dollars are Canadian
 * unless the unit says otherwise. STATUS has the quality of a value, or why there is none; SYMBOL has
 * p or r. Symbols: statcan.gc.ca/eng/concepts/definitions/guide-symbol. A to D are levels of quality
 * that are acceptable or better, E is "use with caution", F "too unreliable to be published". */
#include "readers/formats/format.h"

/* A name keeps the two columns of statuses apart. */
static const struct format_column columns[] = {
    { "REF_DATE", COLUMN_PERIOD, "" },
    { "PÉRIODE DE RÉFÉRENCE", COLUMN_PERIOD, "" },
    { "GEO", COLUMN_DIMENSION, "reporter" },
    { "GÉO", COLUMN_DIMENSION, "reporter" },
    { "DGUID", COLUMN_SKIPPED, "" },
    { "Trade", COLUMN_DIMENSION, "flow" },
    { "Commerce", COLUMN_DIMENSION, "flow" },
    { "Principal trading partners", COLUMN_DIMENSION, "partner" },
    { "Principaux partenaires commerciaux", COLUMN_DIMENSION, "partner" },
    { "Trading partners", COLUMN_DIMENSION, "partner" },
    { "North American Product Classification System (NAPCS)", COLUMN_DIMENSION, "product" },
    { "UOM", COLUMN_DIMENSION, "unit" },
    { "UNITÉ DE MESURE", COLUMN_DIMENSION, "unit" },
    { "UOM_ID", COLUMN_SKIPPED, "" },
    { "IDENTIFICATEUR D'UNITÉ DE MESURE", COLUMN_SKIPPED, "" },
    { "SCALAR_ID", COLUMN_MULTIPLIER, "" },
    { "IDENTIFICATEUR SCALAIRE", COLUMN_MULTIPLIER, "" },
    { "SCALAR_FACTOR", COLUMN_MULTIPLIER, "" },
    { "FACTEUR SCALAIRE", COLUMN_MULTIPLIER, "" },
    { "VECTOR", COLUMN_SKIPPED, "" },
    { "VECTEUR", COLUMN_SKIPPED, "" },
    { "COORDINATE", COLUMN_SKIPPED, "" },
    { "COORDONNÉES", COLUMN_SKIPPED, "" },
    { "VALUE", COLUMN_VALUE, "" },
    { "VALEUR", COLUMN_VALUE, "" },
    { "STATUS", COLUMN_STATUS, "" },
    { "STATUT", COLUMN_STATUS, "" },
    { "SYMBOL", COLUMN_STATUS, "symbol" },
    { "SYMBOLE", COLUMN_STATUS, "symbol" },
    { "TERMINATED", COLUMN_SKIPPED, "" },
    { "TERMINÉ", COLUMN_SKIPPED, "" },
    { "DECIMALS", COLUMN_DECIMALS, "" },
    { "DÉCIMALES", COLUMN_DECIMALS, "" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_alias aliases[] = {
    { "unit", "Dollars", "CAD" },
    { "flow", "Exportation", "exports" },
    { "flow", "Importation", "imports" },
    { "flow", "Balance commerciale", "balance" },
    { NULL, NULL, NULL },
};

static const struct format_flag flags[] = {
    { ".", 'O', '\0' },                        /* not available for any reference period */
    { "..", 'O', '\0' },                       /* not available for a specific reference period */
    { "...", 'M', '\0' },                      /* not applicable */
    { "0s", 'N', '\0' },                       /* rounded to zero */
    { "x", 'Q', 'C' },                         /* suppressed, Statistics Act */
    { "X", 'Q', 'C' },    { "A", '\0', '\0' }, /* excellent */
    { "B", '\0', '\0' },                       /* very good */
    { "C", '\0', '\0' },                       /* good */
    { "D", '\0', '\0' },                       /* acceptable */
    { "E", 'U', '\0' },                        /* use with caution */
    { "F", 'Q', '\0' },                        /* too unreliable to be published */
    { "p", 'P', '\0' },                        /* preliminary */
    { "r", '\0', '\0' },                       /* revised */
    { "t", '\0', '\0' },                       /* the series is terminated */
    { NULL, '\0', '\0' },
};

static bool recognises(const struct csv_field *headers, size_t n)
{
    return (headers_have(headers, n, "REF_DATE") && headers_have(headers, n, "VALUE") &&
            (headers_have(headers, n, "GEO") || headers_have(headers, n, "SCALAR_FACTOR") ||
             headers_have(headers, n, "VECTOR"))) ||
           (headers_have(headers, n, "PÉRIODE DE RÉFÉRENCE") && headers_have(headers, n, "VALEUR"));
}

const struct delimited_format statcan_format = { .name = "statcan",
                                                 .title = "Statistics Canada CSV",
                                                 .recognises = recognises,
                                                 .columns = columns,
                                                 .aliases = aliases,
                                                 .flags = flags,
                                                 .decimal = '.' };
