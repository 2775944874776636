/* sample.h - the first rows of delimited values. They show the headers, the separator and the
 * decimal mark before the file is read. */
#ifndef SHEAF_READERS_CSV_SAMPLE_H
#define SHEAF_READERS_CSV_SAMPLE_H

#include "input/csv.h"

enum {
    SAMPLE_BYTES = 256 * 1024,
    SAMPLE_ROWS = 4000,
    SURELY_ALL = 16384 /* bytes: the first window of a longer file has more */
};

struct sample_row {
    const struct csv_field *fields;
    size_t count;
    const char *text;
    size_t line;
};

struct sample {
    struct sample_row *rows; /* without empty rows */
    size_t count, capacity;
    char separator;
    struct arena arena; /* holds a copy of the text: the window of the file slides and grows */
    const char *end;    /* of that copy */
};

/* Takes the first rows of the n bytes. separator '\0': the most frequent one of the first line.
 * Stops at the first malformed row, which will be reported when the file is read. Fails into
 * error when memory runs out. */
void sample_take(struct sample *sample, const sheaf_alloc *alloc, const char *bytes, size_t n,
                 char separator, sheaf_error *error);
void sample_free(struct sample *sample);

/* Fails at a field of the row at this number of the sample, at its place in the file that csv reads. */
void sample_fail(const struct sample *sample, size_t at, struct csv *csv,
                 const struct csv_field *field, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* The field without spaces and tabs around its text. */
struct csv_field field_trimmed(const struct csv_field *field);
/* True for a row that has text in its first field only, as sources and notes below a table do. */
bool sample_is_note(const struct sample *sample, size_t row);
/* The trimmed field of a row; empty when the row is shorter. */
struct csv_field sample_cell(const struct sample *sample, size_t row, size_t column);

#endif
