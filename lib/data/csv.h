/* csv.h - rows of separated values (RFC 4180), one at a time, with their places.
 *
 * The separator is what the header has most of: comma, semicolon or tab. A row
 * ends at LF or CR LF. A field in quotes may hold separators, line ends and doubled
 * quotes; of a bare field the spaces around are dropped. A byte order mark is
 * skipped. Bytes are taken as they are: who keeps a text checks that it is UTF-8
 * (csv_check_text). */
#ifndef SHEAF_DATA_CSV_H
#define SHEAF_DATA_CSV_H

#include "base/buffer.h"

enum { CSV_FIELD_LIMIT = 65536, CSV_COLUMN_LIMIT = 1000 }; /* bytes; fields a row */

struct csv_field {
    const char *text; /* n bytes, without quotes; holds until the next row */
    size_t n;
    const char *raw; /* as in the input, raw_n bytes, quotes included */
    size_t raw_n;
    const char *line_start; /* of the line that raw begins in */
    size_t line;
};

struct csv {
    const char *name;             /* of the file, for messages */
    const char *bytes, *at, *end; /* bytes: after a byte order mark */
    size_t mark;                  /* bytes that the mark takes */
    const char *line_start;
    size_t line;
    char separator;
    sheaf_error *error;
    struct buffer unquoted; /* the row's fields that held doubled quotes */
    struct csv_field fields[CSV_COLUMN_LIMIT];
    size_t count;
};

/* bytes and name must outlive csv; failures go to error. Large: keep it off the
 * stack. */
void csv_start(struct csv *csv, const sheaf_alloc *alloc, const char *name, const char *bytes,
               size_t n, sheaf_error *error);
/* Reads the next row that is not empty into fields; false at the end or after a failure. */
bool csv_next(struct csv *csv);
void csv_end(struct csv *csv);

/* Fails at a field, with its line as the excerpt. */
void csv_fail(struct csv *csv, const struct csv_field *field, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* False, and failed, when the field is not UTF-8 or holds a NUL. */
bool csv_check_text(struct csv *csv, const struct csv_field *field);

#endif
