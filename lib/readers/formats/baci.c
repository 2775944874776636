/* baci.c - CEPII's BACI. Columns: t year, i exporter, j importer, k HS product, v value in thousand
 * US dollars, q quantity in tonnes ("NA" if unknown). Countries have UN Comtrade's numbers. */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "t", COLUMN_PERIOD, "" },           { "i", COLUMN_DIMENSION, "reporter" },
    { "j", COLUMN_DIMENSION, "partner" }, { "k", COLUMN_DIMENSION, "product" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure measures[] = {
    { "v", "value", "USD", 3, NULL, NULL, { NULL }, false },
    { "q", "quantity", "t", 0, NULL, NULL, { NULL }, false },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

/* Numbers that are not in ISO 3166: the customs areas of France, India, Norway, Switzerland and the
 * USA. */
static const struct format_alias aliases[] = {
    { "reporter", "251", "FRA" }, { "partner", "251", "FRA" },  { "reporter", "699", "IND" },
    { "partner", "699", "IND" },  { "reporter", "757", "CHE" }, { "partner", "757", "CHE" },
    { "reporter", "842", "USA" }, { "partner", "842", "USA" },  { "reporter", "579", "NOR" },
    { "partner", "579", "NOR" },  { NULL, NULL, NULL },
};

static const struct format_alias constants[] = { { "flow", NULL, "exports" },
                                                 { NULL, NULL, NULL } };

static bool recognises(const struct csv_field *headers, size_t n)
{
    static const char *const wanted[] = { "t", "i", "j", "k", "v" };

    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!headers_have(headers, n, wanted[i]))
            return false;
    return true;
}

const struct delimited_format baci_format = { .name = "baci",
                                              .title = "BACI",
                                              .recognises = recognises,
                                              .columns = columns,
                                              .measures = measures,
                                              .aliases = aliases,
                                              .constants = constants,
                                              .is_closed = true,
                                              .decimal = '.',
                                              .decimal_is_fixed = true };
