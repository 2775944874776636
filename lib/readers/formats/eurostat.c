/* eurostat.c - Eurostat's TSV: a first header such as "freq,unit,geo\TIME_PERIOD", then a column
 * for each period; cells such as "4.5 p", ":" and ": c".
 *
 * Flags: https://ec.europa.eu/eurostat/data/database/information. "r" (revised) is not a status;
 * "s" is Eurostat's own estimate; "z" means that a value cannot exist. */
#include "readers/formats/eurostat.h"

#include <string.h>

#include "readers/formats/format.h"

/* Of several flags the first in this list counts: a provisional value after a break in the series
 * is provisional. */
static const struct {
    char letter, status;
} flags[] = { { 'f', 'F' }, { 'p', 'P' }, { 'e', 'E' }, { 's', 'E' }, { 'i', 'I' },
              { 'u', 'U' }, { 'n', 'N' }, { 'd', 'D' }, { 'b', 'B' }, { 'z', 'M' } };

bool eurostat_read_flags(const char *text, size_t n, char *status, char *confidentiality)
{
    for (size_t i = 0; i < n; i++)
        if (text[i] == '\0' || strchr("bcdefinprsuz, ", text[i]) == NULL)
            return false;
    if (memchr(text, 'c', n) != NULL)
        *confidentiality = 'C';
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (memchr(text, flags[i].letter, n) != NULL) {
            *status = flags[i].status;
            break;
        }
    return true;
}

static bool recognises(const struct csv_field *headers, size_t n)
{
    static const char mark[] = "\\TIME_PERIOD", old_mark[] = "\\time";

    for (size_t m = 0; n > 0 && m < 2; m++) {
        const char *wanted = m == 0 ? mark : old_mark;
        size_t length = strlen(wanted);

        if (headers[0].n > length &&
            memcmp(headers[0].text + headers[0].n - length, wanted, length) == 0)
            return true;
    }
    return false;
}

static const struct format_column columns[] = {
    { "geo", COLUMN_DIMENSION, "reporter" },         { "reporter", COLUMN_DIMENSION, "reporter" },
    { "partner", COLUMN_DIMENSION, "partner" },      { "unit", COLUMN_DIMENSION, "unit" },
    { "product", COLUMN_DIMENSION, "product" },      { "flow", COLUMN_DIMENSION, "flow" },
    { "stk_flow", COLUMN_DIMENSION, "flow" },        { "indic_et", COLUMN_DIMENSION, "indicator" },
    { "sitc06", COLUMN_DIMENSION, "product" },       { "bclas_bec", COLUMN_DIMENSION, "product" },
    { "indicators", COLUMN_DIMENSION, "indicator" }, { NULL, COLUMN_SKIPPED, NULL },
};

const struct delimited_format eurostat_tsv_format = { .name = "eurostat-tsv",
                                                      .title = "Eurostat TSV",
                                                      .recognises = recognises,
                                                      .columns = columns,
                                                      .decimal = '.',
                                                      .decimal_is_fixed = true,
                                                      .is_sparse = true,
                                                      .read_flags = eurostat_read_flags };
