/* oecd.c - downloads of OECD.Stat (to 2024): pairs of columns, of codes in capitals and of their
 * names ("LOCATION","Country"), then the unit and the power of ten as code and name, the value, and
 * the flag as code and name. */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "TIME", COLUMN_PERIOD, "" },
    { "Time", COLUMN_PERIOD, "" },
    { "YEAR", COLUMN_PERIOD, "" },
    { "LOCATION", COLUMN_DIMENSION, "reporter" },
    { "COU", COLUMN_DIMENSION, "reporter" },
    { "REPORTER", COLUMN_DIMENSION, "reporter" },
    { "Country", COLUMN_DIMENSION, "reporter" },
    { "Reporting country", COLUMN_DIMENSION, "reporter" },
    { "PARTNER", COLUMN_DIMENSION, "partner" },
    { "PAR", COLUMN_DIMENSION, "partner" },
    { "Partner country", COLUMN_DIMENSION, "partner" },
    { "FLOW", COLUMN_DIMENSION, "flow" },
    { "COMMODITY", COLUMN_DIMENSION, "product" },
    { "FREQUENCY", COLUMN_FREQUENCY, "freq" },
    { "Unit Code", COLUMN_DIMENSION, "unit" },
    { "Unit", COLUMN_DIMENSION, "unit" },
    { "PowerCode Code", COLUMN_MULTIPLIER, "" },
    { "PowerCode", COLUMN_MULTIPLIER, "" },
    { "Reference Period Code", COLUMN_SKIPPED, "" },
    { "Reference Period", COLUMN_SKIPPED, "" },
    { "Value", COLUMN_VALUE, "" },
    { "Flag Codes", COLUMN_STATUS, "" },
    { "Flags", COLUMN_SKIPPED, "" },
    { NULL, COLUMN_SKIPPED, NULL },
};

/* OECD.Stat, "Flags": as in SDMX, and small letters. Letters that datasets of the
 * OECD use in several ways (I, S) are left out: they are told as unknown. */
static const struct format_flag flags[] = {
    { "B", 'B', '\0' },                       /* break */
    { "D", 'D', '\0' },                       /* difference in methodology */
    { "E", 'E', '\0' },                       /* estimated value */
    { "e", 'E', '\0' },   { "F", 'F', '\0' }, /* forecast value */
    { "P", 'P', '\0' },                       /* provisional value */
    { "p", 'P', '\0' },   { "c", 'Q', 'C' },  /* confidential */
    { "C", 'Q', 'C' },    { "L", 'O', '\0' }, /* missing value; data exist but were not collected */
    { "M", 'M', '\0' },                       /* missing value; data cannot exist */
    { "m", 'M', '\0' },   { "n", 'N', '\0' }, /* nil or negligible */
    { "N", 'N', '\0' },   { "U", 'U', '\0' }, /* low reliability */
    { "u", 'U', '\0' },   { "|", 'B', '\0' }, /* break in series */
    { NULL, '\0', '\0' },
};

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "Value") &&
           (headers_have(headers, n, "PowerCode Code") || headers_have(headers, n, "Flag Codes"));
}

const struct delimited_format oecd_format = { .name = "oecd",
                                              .title = "OECD.Stat CSV",
                                              .recognises = recognises,
                                              .columns = columns,
                                              .flags = flags,
                                              .has_pairs = true,
                                              .decimal = '.',
                                              .decimal_is_fixed = true };
