/* sample.h - the first rows of a file of delimited values, looked at before it is read:
 * where its headers are, what separates its columns, which decimal mark it has. */
#ifndef SHEAF_READERS_CSV_SAMPLE_H
#define SHEAF_READERS_CSV_SAMPLE_H

#include "input/csv.h"

enum {
    SAMPLE_BYTES = 256 * 1024,
    SAMPLE_ROWS = 4000,
    SURELY_ALL = 16384 /* bytes: a window that holds no more is of a file that has no more */
};

struct sample_row {
    const struct csv_field *fields;
    size_t count;
    const char *text; /* where it begins */
    size_t line;
};

struct sample {
    struct sample_row *rows; /* without those that are empty */
    size_t count, capacity;
    char separator;
    struct arena arena;
};

/* Takes the first rows of the n bytes with that separator ('\0': the one that the first line
 * has most of). Stops at the first row that is malformed: the reading will come to it.
 * Memory that runs out goes to error. */
void sample_take(struct sample *sample, const sheaf_alloc *alloc, const char *bytes, size_t n,
                 char separator, sheaf_error *error);
void sample_free(struct sample *sample);

/* Fails at a field of a row of the sample; csv is over the same text, and has not slid. */
void sample_fail(const struct sample_row *row, struct csv *csv, const struct csv_field *field,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));
/* The field without the spaces around it (quoted ones keep theirs). */
struct csv_field field_trimmed(const struct csv_field *field);
/* Empty when the row is shorter. */
struct csv_field sample_cell(const struct sample *sample, size_t row, size_t column);

#endif
