/* trademap.c - tables of the International Trade Centre's Trade Map as text (tab or comma): a column
 * for each period and measure, "Imported value in 2019", "Exported quantity in 2019-Q1", "Value in
 * 2019-M01", and rows of importers, exporters or products.
 *
 * Values are in thousands; the file does not say of which currency, and US dollars are the default.
 * Codes of products have an apostrophe before them, to stay text in spreadsheets. Importers beside
 * imported values, and exporters beside exported ones, are reporters. Importers beside exported
 * values are the markets of one exporter, so partners; exporters beside imported values are the
 * suppliers of one importer. */
#include <string.h>

#include "base/error.h"
#include "base/strings.h"
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "Reporters", COLUMN_DIMENSION, "reporter" },
    { "Partners", COLUMN_DIMENSION, "partner" },
    { "Partner countries", COLUMN_DIMENSION, "partner" },
    { "Code", COLUMN_DIMENSION, "product" },
    { "Product code", COLUMN_DIMENSION, "product" },
    { "Product label", COLUMN_DIMENSION, "product" },
    { "Service label", COLUMN_DIMENSION, "product" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure measures[] = {
    { "value", "value", "USD", 3, NULL, NULL, { NULL }, false },
    { "quantity", "quantity", NULL, 0, "Quantity Unit", NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static const struct format_alias aliases[] = {
    { "reporter", "World", "WLD" },
    { "partner", "World", "WLD" },
    { "product", "TOTAL", "TOTAL" },
    { NULL, NULL, NULL },
};

/* Takes a word, in any case, and the space behind it. */
static bool take_word(const char **at, const char *word)
{
    size_t n = strlen(word);

    if (strlen(*at) <= n || !string_is_ignoring_case(*at, n, word) || (*at)[n] != ' ')
        return false;
    *at += n + 1;
    return true;
}

/* "Imported value in 2019", "Exported quantity in 2019-Q1", "Value in 2019", "Balance in value in
 * 2019". */
static bool read_measure(const char *header, struct format_header *meaning)
{
    const char *at = header;

    if (take_word(&at, "Imported"))
        meaning->flow = "imports";
    else if (take_word(&at, "Exported"))
        meaning->flow = "exports";
    else if (take_word(&at, "Balance") && take_word(&at, "in"))
        meaning->flow = "balance";
    for (const struct format_measure *measure = measures; measure->header != NULL; measure++)
        if (meaning->measure == NULL && take_word(&at, measure->header))
            meaning->measure = measure;
    return meaning->measure != NULL && take_word(&at, "in") &&
           sheaf_period_read(at, strlen(at), &meaning->period);
}

static bool any_begins(const struct csv_field *headers, size_t n, const char *word)
{
    size_t length = strlen(word);

    for (size_t i = 0; i < n; i++)
        if (headers[i].n > length && string_is_ignoring_case(headers[i].text, length, word))
            return true;
    return false;
}

/* "Importers" and "Exporters" beside the other flow alone are partners. */
static bool read_countries(const char *header, const struct csv_field *headers, size_t n,
                           struct format_header *meaning)
{
    bool imported = any_begins(headers, n, "Imported "),
         exported = any_begins(headers, n, "Exported ");

    if (string_equal_ignoring_case(header, "Importers"))
        meaning->dimension = exported && !imported ? "partner" : "reporter";
    else if (string_equal_ignoring_case(header, "Exporters"))
        meaning->dimension = imported && !exported ? "partner" : "reporter";
    else
        return false;
    meaning->role = COLUMN_DIMENSION;
    return true;
}

static bool read_header(const char *header, const struct csv_field *headers, size_t n,
                        struct format_header *meaning)
{
    return read_countries(header, headers, n, meaning) || read_measure(header, meaning);
}

static bool recognises(const struct csv_field *headers, size_t n)
{
    char header[64];

    for (size_t i = 0; i < n; i++) {
        struct format_header meaning = { .role = COLUMN_VALUE };

        if (headers[i].n >= sizeof header)
            continue;
        memcpy(header, headers[i].text, headers[i].n);
        header[headers[i].n] = '\0';
        if (read_measure(header, &meaning) && meaning.flow != NULL)
            return true;
    }
    return false;
}

const struct delimited_format trademap_format = {
    .name = "trademap",
    .title = "ITC Trade Map",
    .recognises = recognises,
    .columns = columns,
    .measures = measures,
    .aliases = aliases,
    .is_closed = true,
    .decimal = '.',
    .decimal_is_fixed = true,
    .has_apostrophes = true,
    .read_header = read_header,
    .assumption = "the file does not name its currency; its values are read as thousand US "
                  "dollars, Trade Map's default; for another one, "
                  "say " SETTING("set: {unit: EUR thousand}"),
};
