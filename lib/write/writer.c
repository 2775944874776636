/* writer.c - writes a table to a file or a sink; what the formats share. */
#include "write/writer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/number.h"
#include "table/table.h"

static const struct writer *const writers[] = { &text_writer, &csv_writer, &json_writer,
                                                &sdmx_csv_writer, &xlsx_writer };

enum { WRITERS = sizeof writers / sizeof *writers };

bool sheaf_data_format_named(const char *name, sheaf_data_format *format)
{
    for (size_t i = 0; i < WRITERS && name != NULL && format != NULL; i++)
        if (strcmp(writers[i]->name, name) == 0) {
            *format = writers[i]->format;
            return true;
        }
    return false;
}

/* As text of a value of these decimals, derived or not. */
static size_t write_value(char out[NUMBER_GIVEN], double value, int decimals, bool is_derived)
{
    return number_write_given(out, value, is_derived && decimals < 0 ? 0 : decimals);
}

size_t writer_value(char out[NUMBER_GIVEN], const sheaf_row *row)
{
    return write_value(out, row->value, row->decimals, row->derived);
}

/* True if the decimals cannot be read off the written value. */
static bool needs_decimals(const struct table_row *row)
{
    char text[NUMBER_GIVEN];
    double same;
    int decimals;

    if (number_has_decimals(row->value, row->decimals))
        return false;
    const size_t n = write_value(text, row->value, row->decimals, row->derived);
    return n > 0 && number_read(text, n, &same, &decimals) && decimals != row->decimals;
}

struct writer_columns writer_columns(const sheaf_table *table)
{
    struct writer_columns needed = { 0 };

    for (size_t i = 0, n = sheaf_table_row_count(table); i < n; i++) {
        const struct table_row row = table_row_at(table, i);

        needed.multiplier |= row.multiplier != 0;
        needed.decimals = needed.decimals || needs_decimals(&row);
        needed.status |= row.status != SHEAF_NORMAL;
        needed.confidentiality |= row.confidentiality != 'F';
        needed.derived |= row.derived;
        needed.estimated |= row.estimated;
        needed.bounds |= row.derived && !isnan(row.value);
        needed.growth |= !isnan(row.growth);
    }
    return needed;
}

void writer_field(struct buffer *into, const char *text)
{
    size_t n = strlen(text);

    if (strpbrk(text, ",\"\r\n") == NULL && (n == 0 || (text[0] != ' ' && text[n - 1] != ' '))) {
        buffer_text(into, text);
        return;
    }
    buffer_byte(into, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            buffer_byte(into, '"');
        buffer_byte(into, *text);
    }
    buffer_byte(into, '"');
}

/* Failures go to error, not to the table, which stays readable. */
static void write_format(const sheaf_table *table, sheaf_data_format format, struct buffer *into,
                         sheaf_error *error)
{
    buffer_init(into, table_alloc(table), error);
    for (size_t i = 0; i < WRITERS; i++)
        if (writers[i]->format == format) {
            writers[i]->write(table, into);
            return;
        }
    fail(error, SHEAF_BAD_ARGUMENT, "no such data format: %d", (int)format);
}

/* Writes to the sink or, if it is NULL, to the path. */
static sheaf_status write_out(const sheaf_table *table, sheaf_data_format format, const char *path,
                              const sheaf_sink *sink, sheaf_error *error)
{
    sheaf_error own = *sheaf_table_error(table);
    struct buffer into;

    if (format == SHEAF_SDMX_CSV && table_x(table)[0] != '\0')
        fail(
            &own, SHEAF_BAD_INPUT,
            "SDMX has observations in periods, and these run over plain numbers (%.60s); write csv "
            "or json",
            table_x(table));
    if (own.status == SHEAF_OK) {
        write_format(table, format, &into, &own);
        const char *bytes = into.bytes != NULL ? into.bytes : "";

        if (own.status == SHEAF_OK && sink != NULL)
            (void)!sink_write(sink, bytes, into.length, &own);
        else if (own.status == SHEAF_OK)
            (void)!file_replace(path, bytes, into.length, &own);
        buffer_free(&into);
    }
    if (error != NULL)
        *error = own;
    return own.status;
}

sheaf_status sheaf_table_write(const sheaf_table *table, sheaf_data_format format, const char *path,
                               sheaf_error *error)
{
    return write_out(table, format, path, NULL, error);
}

sheaf_status sheaf_table_write_sink(const sheaf_table *table, sheaf_data_format format,
                                    sheaf_sink sink, sheaf_error *error)
{
    return write_out(table, format, NULL, &sink, error);
}
