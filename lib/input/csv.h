/* csv.h - rows of delimited values (RFC 4180), one at a time, with their places in the file.
 *
 * The separator is the most frequent of comma, semicolon, tab and bar in the first line. A row
 * ends at LF or CR LF. A quoted field may contain separators, line ends and doubled quotes; spaces
 * around an unquoted field are dropped. */
#ifndef SHEAF_INPUT_CSV_H
#define SHEAF_INPUT_CSV_H

#include "base/buffer.h"
#include "base/scan.h"
#include "input/input.h"

enum {
    CSV_FIELD_LIMIT = 65536, /* bytes */
    CSV_COLUMN_LIMIT =
        16384, /* fields a row, as many as a spreadsheet has: 84 years of months are 1,008 */
    CSV_ROW_LIMIT = 1 << 20 /* bytes */
};

struct csv_field {
    const char *text; /* n bytes, without quotes; valid until the next row */
    size_t n;
    const char *raw; /* raw_n bytes of the file, quotes included */
    size_t raw_n;
};

struct csv {
    const char *name; /* of the file, for messages */
    sheaf_error *error;
    struct input *input;     /* NULL: all of the text is in memory */
    const char *at, *end;    /* next byte and end of the window */
    bool last;               /* the text ends with the window */
    size_t line;             /* of at */
    char separator;          /* may be set before the first row */
    struct scan scan;        /* finds separators and line feeds */
    struct buffer unquoted;  /* contents of the row's fields that have doubled quotes */
    const char *row;         /* start of the latest row */
    size_t row_line;         /* its line */
    const uint32_t *lines;   /* for each line of a text that was made of a file, its line there; the
                              * places of fields are not known then. NULL: it is the file's text */
    const uint32_t *columns; /* of a sheet of a workbook, for places; NULL: a text */
    size_t n_columns;
    struct csv_field *fields; /* of the latest row, count; they move when a longer row is read */
    size_t count, capacity;
    const sheaf_alloc *alloc;
    /* Whether the latest row has, or may have, a confidential figure: then no excerpt shows it. is_read: all of
     * its fields are known. NULL: none has. */
    bool (*is_secret)(const void *reader, const struct csv *csv, bool is_read);
    const void *reader;
};

/* Reads rows of a file, whose window has not slid yet. Failures go to the reading's error. */
void csv_open(struct csv *csv, struct input *input);
/* Reads rows of a text in memory, such as the first window. text and name must outlive csv. */
void csv_start(struct csv *csv, const sheaf_alloc *alloc, const char *name, const char *text,
               size_t n, sheaf_error *error);
/* Reads the next row that is not empty into fields. False at the end, or failed. */
bool csv_next(struct csv *csv);
/* Passes over rows that the caller has read itself, to the start of a row. Each is a line. */
void csv_pass(struct csv *csv, const char *at, size_t rows);
void csv_end(struct csv *csv);

/* Fails at a field of the latest row, with its line as the excerpt unless that is secret. */
void csv_fail(struct csv *csv, const struct csv_field *field, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* False, and failed, when the field contains a NUL. */
bool csv_check_text(struct csv *csv, const struct csv_field *field);

#endif
