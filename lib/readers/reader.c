/* reader.c - chooses the reader of a file. */
#include "readers/reader.h"

#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "readers/formats/format.h"

enum { MAX_FORMATS = 64 };

/* The first reader that recognises a file reads it; delimited_reader recognises any text. */
static const struct reader *const readers[] = {
    &workbook_reader,      &page_reader,      &sqlite_reader,    &odbc_reader,
    &comtrade_json_reader, &json_stat_reader, &sdmx_json_reader, &json_table_reader,
    &json_other_reader,    &sdmx_ml_reader,   &px_reader,        &displayed_reader,
    &delimited_reader
};

void reader_fail_binary(sheaf_table *table, const char *bytes, size_t n)
{
    struct place at = { .file = table_name(table) };
    const char *nul = memchr(bytes, '\0', n);

    if (n == 0)
        fail_at(table_error(table), SHEAF_BAD_INPUT, at,
                "the file is empty; a header line and rows are expected");
    else
        fail_at(table_error(table), SHEAF_BAD_INPUT, at,
                "this is not a text table: byte %zu is NUL",
                nul != NULL ? (size_t)(nul - bytes) : 0);
}

const char *sheaf_table_format_at(size_t index)
{
    static const struct reader *const others[] = { &sqlite_reader,    &odbc_reader,
                                                   &workbook_reader,  &comtrade_json_reader,
                                                   &json_stat_reader, &sdmx_json_reader,
                                                   &sdmx_ml_reader,   &px_reader,
                                                   &displayed_reader };
    enum { OTHERS = sizeof others / sizeof *others };

    return index < OTHERS ? others[index]->name : format_name_at(index - OTHERS);
}

static bool is_named(const struct reader *reader, const char *format)
{
    return reader->has_format != NULL ? reader->has_format(format)
                                      : string_equal_ignoring_case(reader->name, format);
}

static void fail_unnamed(sheaf_table *table, const char *format)
{
    const char *names[MAX_FORMATS], *nearest;
    char list[MAX_FORMATS * 20];
    size_t n = 0, length = 0;

    for (; n < MAX_FORMATS && (names[n] = sheaf_table_format_at(n)) != NULL; n++)
        if (length < sizeof list)
            length += (size_t)snprintf(list + length, sizeof list - length, "%s%s",
                                       n > 0 ? ", " : "", names[n]);
    nearest = string_nearest(format, strlen(format), names, n);
    if (nearest != NULL)
        fail(table_error(table), SHEAF_BAD_ARGUMENT,
             "no format is named '%.60s'; did you mean '%s'?", format, nearest);
    else
        fail(table_error(table), SHEAF_BAD_ARGUMENT, "no format is named '%.60s'; there is %s",
             format, list);
}

/* Reads the input, or fails if a query is given for a file that is not a database. */
static void read_with(const struct reader *reader, sheaf_table *table, struct input *input)
{
    if (table_options(table)->query != NULL && reader != &sqlite_reader && reader != &odbc_reader) {
        fail_at(table_error(table), SHEAF_BAD_ARGUMENT, (struct place){ .file = table_name(table) },
                "a query selects rows of a database (SQLite, ODBC), and this is none");
        return;
    }
    table_set_format(table, reader->name);
    reader->read(table, input);
}

/* Lists in JSON are in formats of delimited values. */
static const struct reader *reader_of_list(const struct reader *reader, const struct input *input)
{
    size_t n;
    const char *bytes = input_text(input, &n);

    return reader == &delimited_reader && json_table_reader.recognises(bytes, n)
               ? &json_table_reader
               : reader;
}

/* What has bytes beyond text is a database or an archive, whatever format the caller names and
 * whatever its first lines look like. */
static bool may_read(const struct reader *reader, const struct input *input)
{
    return input_is_text(input) || reader == &sqlite_reader || reader == &odbc_reader ||
           reader == &workbook_reader;
}

static void read_as(const struct reader *reader, sheaf_table *table, struct input *input)
{
    size_t n;
    const char *bytes = input_text(input, &n);

    if (may_read(reader, input))
        read_with(reader_of_list(reader, input), table, input);
    else
        reader_fail_binary(table, bytes, n);
}

/* Reads by the format in the options. True when the options name one. */
static bool read_named(sheaf_table *table, struct input *input)
{
    const char *format = table_options(table)->format;

    for (size_t i = 0; format != NULL && i < sizeof readers / sizeof *readers; i++)
        if (is_named(readers[i], format)) {
            read_as(readers[i], table, input);
            return true;
        }
    if (format != NULL)
        fail_unnamed(table, format);
    return format != NULL;
}

void reader_read(sheaf_table *table, struct input *input)
{
    size_t n;
    const char *bytes = input_text(input, &n);

    if (workbook_reader.recognises(bytes, n)) { /* a format is that of its sheet */
        read_with(&workbook_reader, table, input);
        return;
    }
    if (read_named(table, input))
        return;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (may_read(readers[i], input) && readers[i]->recognises(bytes, n)) {
            read_with(readers[i], table, input);
            return;
        }
    reader_fail_binary(table, bytes, n);
}
