/* ons.c - datasets of the UK's Office for National Statistics ("customise my data"): the values
 * under "v4_1", whose digit counts the columns of markings behind it, then pairs of columns, a code
 * and its label ("mmm-yy","Time","uk-only","Geography" …).
 *
 * The label of the time is the period. Markings are the symbols of the Government Analysis Function,
 * with or without brackets. */
#include <string.h>

#include "base/strings.h"
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "Time", COLUMN_PERIOD, "" },
    { "calendar-years", COLUMN_SKIPPED, "" },
    { "yyyy-qq", COLUMN_SKIPPED, "" },
    { "mmm-yy", COLUMN_SKIPPED, "" },
    { "Data Marking", COLUMN_STATUS, "" },
    { "Geography", COLUMN_DIMENSION, "reporter" },
    { "uk-only", COLUMN_DIMENSION, "reporter" },
    { "administrative-geography", COLUMN_DIMENSION, "reporter" },
    { "admin-geography", COLUMN_DIMENSION, "reporter" },
    { "countries-territories", COLUMN_DIMENSION, "partner" },
    { "countries", COLUMN_DIMENSION, "partner" },
    { "country", COLUMN_DIMENSION, "partner" },
    { "direction", COLUMN_DIMENSION, "flow" },
    { "trade-direction", COLUMN_DIMENSION, "flow" },
    { "sitc", COLUMN_DIMENSION, "product" },
    { "standard-industrial-trade-classification", COLUMN_DIMENSION, "product" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_alias aliases[] = {
    { "flow", "EX", "exports" },
    { "flow", "IM", "imports" },
    { NULL, NULL, NULL },
};

static const struct format_flag flags[] = {
    { "b", 'B', '\0' },   { "[b]", 'B', '\0' },   /* break in the series */
    { "c", 'Q', 'C' },    { "[c]", 'Q', 'C' },    /* confidential */
    { "e", 'E', '\0' },   { "[e]", 'E', '\0' },   /* estimated */
    { "f", 'F', '\0' },   { "[f]", 'F', '\0' },   /* forecast */
    { "low", 'N', '\0' }, { "[low]", 'N', '\0' }, /* rounds to zero */
    { "p", 'P', '\0' },   { "[p]", 'P', '\0' },   /* provisional */
    { "r", '\0', '\0' },  { "[r]", '\0', '\0' },  /* revised */
    { "u", 'U', '\0' },   { "[u]", 'U', '\0' },   /* low reliability */
    { "x", 'O', '\0' },   { "[x]", 'O', '\0' },   /* not available */
    { "z", 'M', '\0' },   { "[z]", 'M', '\0' },   /* not applicable */
    { ".", 'O', '\0' },   { "..", 'O', '\0' },    { NULL, '\0', '\0' },
};

/* "v4_0" to "v4_9". */
static bool is_version(const char *text, size_t n)
{
    return n == 4 && string_is_ignoring_case(text, 3, "v4_") && text[3] >= '0' && text[3] <= '9';
}

static bool read_header(const char *header, const struct csv_field *headers, size_t n,
                        struct format_header *meaning)
{
    (void)headers;
    (void)n;
    (void)meaning;
    return is_version(header, strlen(header));
}

static bool recognises(const struct csv_field *headers, size_t n)
{
    return n > 2 && is_version(headers[0].text, headers[0].n) && headers_have(headers, n, "Time");
}

const struct delimited_format ons_format = { .name = "ons",
                                             .title = "ONS CSV",
                                             .recognises = recognises,
                                             .columns = columns,
                                             .aliases = aliases,
                                             .flags = flags,
                                             .read_header = read_header,
                                             .decimal = '.',
                                             .decimal_is_fixed = true,
                                             .has_short_years = true,
                                             .has_pairs = true };
