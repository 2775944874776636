/* csv_failures.c - says what is wrong with a field, and where it stands. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "input/csv.h"

/* The sheet's column of a field, whose row is a line without tabs inside fields. */
static size_t sheet_column(const struct csv *csv, const struct csv_field *field)
{
    size_t tabs = 0;

    for (const char *at = csv->row; at < field->raw; at++)
        tabs += *at == '\t';
    return tabs < csv->n_columns ? csv->columns[tabs] : 0;
}

void csv_fail(struct csv *csv, const struct csv_field *field, const char *format, ...)
{
    char message[sizeof csv->error->message];
    struct place at = { .file = csv->name, .line = csv->row_line };
    const char *line = csv->row, *next;
    va_list arguments;

    if (csv->error->status != SHEAF_OK)
        return;
    while ((next = memchr(line, '\n', (size_t)(field->raw - line))) != NULL) {
        at.line++;
        line = next + 1;
    }
    if (csv->lines != NULL) {
        va_start(arguments, format);
        vsnprintf(message, sizeof message, format, arguments);
        va_end(arguments);
        fail_at(csv->error, SHEAF_BAD_INPUT, at, "%s", message);
        return;
    }
    at.column = 1 + utf8_count(line, (size_t)(field->raw - line));
    at.length = utf8_count(field->raw, field->raw_n);
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (csv->columns != NULL) {
        at.column = sheet_column(csv, field);
        at.length = 0;
    }
    fail_at(csv->error, SHEAF_BAD_INPUT, at, "%s", message);
    const bool is_read = field >= csv->fields && field < csv->fields + csv->count;
    if (csv->columns == NULL &&
        (csv->is_secret == NULL || !csv->is_secret(csv->reader, csv, is_read)))
        error_set_excerpt_line(csv->error, line, (size_t)(csv->end - line));
}

bool csv_check_text(struct csv *csv, const struct csv_field *field)
{
    if (memchr(field->text, '\0', field->n) == NULL)
        return true;
    csv_fail(csv, field, "this field holds a NUL byte; a text table has none");
    return false;
}
