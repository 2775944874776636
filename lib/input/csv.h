/* csv.h - rows of delimited values (RFC 4180), one at a time, with their places.
 *
 * The separator is what the first line has most of: comma, semicolon, tab or bar. A row ends
 * at LF or CR LF. A field in quotes may hold separators, line ends and doubled quotes; of a
 * bare field the spaces around are dropped. */
#ifndef SHEAF_INPUT_CSV_H
#define SHEAF_INPUT_CSV_H

#include "base/buffer.h"
#include "base/scan.h"
#include "input/input.h"

enum {
    CSV_FIELD_LIMIT = 65536, /* bytes */
    CSV_COLUMN_LIMIT = 1000, /* fields a row */
    CSV_ROW_LIMIT = 1 << 20  /* bytes */
};

struct csv_field {
    const char *text; /* n bytes, without quotes; holds until the next row */
    size_t n;
    const char *raw; /* as in the text, raw_n bytes, quotes included */
    size_t raw_n;
};

struct csv {
    const char *name; /* of the file, for messages */
    sheaf_error *error;
    struct input *input;    /* NULL: the text is all there */
    const char *at, *end;   /* of what is at hand */
    bool last;              /* nothing follows end */
    size_t line;            /* at */
    char separator;         /* may be set before the first row */
    struct scan scan;       /* from separator to separator, or line feed */
    struct buffer unquoted; /* the row's fields that held doubled quotes */
    const char *row;        /* where the latest row begins */
    size_t row_line;
    struct csv_field fields[CSV_COLUMN_LIMIT];
    size_t count;
};

/* Large: keep it off the stack. Rows of a file; the input's window has not slid. Failures go
 * to the reading's error. */
void csv_open(struct csv *csv, struct input *input);
/* Rows of a text in memory, such as the first window. text and name must outlive csv. */
void csv_start(struct csv *csv, const sheaf_alloc *alloc, const char *name, const char *text,
               size_t n, sheaf_error *error);
/* Reads the next row that is not empty into fields; false at the end or after a failure. */
bool csv_next(struct csv *csv);
void csv_end(struct csv *csv);

/* Fails at a field of the latest row, with its line as the excerpt. */
void csv_fail(struct csv *csv, const struct csv_field *field, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* False, and failed, when the field holds a NUL. */
bool csv_check_text(struct csv *csv, const struct csv_field *field);

#endif
