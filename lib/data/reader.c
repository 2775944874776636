/* reader.c - which reader a file is for. */
#include "data/reader.h"

#include <string.h>

/* The particular before the general. */
static const struct reader *const readers[] = { &tidy_reader };

static void fail_unknown(sheaf_table *table, const char *bytes, size_t n)
{
    struct place at = { .file = table_name(table) };
    const char *nul = memchr(bytes, '\0', n);
    const char *utf16 =
        n >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)
            ? "; it looks like UTF-16, save it as UTF-8"
            : "";

    if (n == 0)
        fail_at(table_error(table), SHEAF_BAD_INPUT, at,
                "the file is empty; a header line and rows are expected");
    else
        fail_at(table_error(table), SHEAF_BAD_INPUT, at,
                "this is not a text table: byte %zu is NUL%s",
                nul != NULL ? (size_t)(nul - bytes) : 0, utf16);
}

void reader_read(sheaf_table *table, const char *bytes, size_t n)
{
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (readers[i]->recognises(bytes, n)) {
            table_set_format(table, readers[i]->name);
            readers[i]->read(table, bytes, n);
            return;
        }
    fail_unknown(table, bytes, n);
}
