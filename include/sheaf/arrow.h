/* arrow.h - tables from Apache Arrow's memory and back, without a library of Arrow: by the Arrow C
 * data interface (arrow.apache.org/docs/format/CDataInterface.html) and its stream.
 *
 * PyArrow, Polars, DuckDB, pandas, R's arrow and many databases give and take these structs. */
#ifndef SHEAF_ARROW_H
#define SHEAF_ARROW_H

#include "sheaf/table.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The published structs, under their published guards: whichever header comes first defines them. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE           2
#define ARROW_FLAG_MAP_KEYS_SORTED    4

/* The type of a column, or of all columns. */
struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *); /* NULL: released */
    void *private_data;
};

/* The cells of a column, or of all columns. */
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *); /* NULL: released */
    void *private_data;
};

#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/* Arrays of one schema, one after another. */
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *); /* NULL: released */
    void *private_data;
};

#endif

/* Reads the columns of a record batch (a struct array, "+s") as rows of a table. Their names say
 * what they are, as in a tidy CSV with a row an observation: period (or year, with month or
 * quarter), value (or several columns of values), and any of reporter, partner, flow and so on.
 * Where names do not say what all columns of numbers are (a column a period, bounds beside values,
 * numbers in place of periods), the columns are laid out as those of a CSV may be (see
 * sheaf_table_read). Rows are lines, from 1.
 *
 * Types: integers, floats (a missing value is null or NaN), decimals, utf8, large utf8, utf8
 * views, booleans, dates, timestamps (without a time zone, in UTC, or at a fixed distance from it:
 * +05:00), null, and dictionaries of these. A column of another type (binary, times, intervals;
 * lists, structs, unions and whatever else is nested) is refused, unless options give it the role
 * "". Slices (offsets) are read as such. The decimals of a float are those of the shortest number
 * that is read as the same float; those of a decimal are its scale. A date that begins a month is a
 * month, if others begin the next ones; else options->frequency says what dates are.
 *
 * What is copied: nothing is kept of the arrays. The table stores values as doubles, in blocks of
 * its own: an integer or float goes there from its buffer, without being text; a decimal, or an
 * integer beyond 2^53, is rounded once. Texts are read in place; each distinct one is stored once,
 * and of a dictionary each index is looked up once a batch (those from 4,096 on, at each row). Only
 * columns that are laid out otherwise, as above, are written as text in between, and their line
 * ends within texts become blanks.
 *
 * A table needs about 24 bytes a row, 8 of them for the value. Copying these 8 takes 3 ns of the 80
 * to 190 that a row takes (a million rows of a year, two dictionaries and a double, on a server of
 * 2026); the rest finds its series, and counts the decimals of the value, which is read for that in
 * any case. To point at the producer's values instead would keep its memory alive, show what it
 * writes there later (NumPy's arrays can be written to), and call its release in whichever thread
 * destroys the table.
 *
 * schema, array: taken. Each is released once before the function returns, also after a failure,
 * and its release is NULL then. The producer's memory is trusted to be as long as the lengths say;
 * what can be checked is checked (counts, null buffers, indices, lengths of views), and is an
 * error.
 *
 * context: NULL for a private one. name stands for the file in messages and in the rows; NULL:
 * "Arrow". Never NULL; the caller owns the table. Its format is "arrow". The producer's callbacks
 * run in the calling thread. */
SHEAF_API sheaf_table *sheaf_table_from_arrow(sheaf_context *context, const char *name,
                                              struct ArrowSchema *schema, struct ArrowArray *array);
/* The same with options: columns, constants, period, values, dimensions, frequency, financial_year,
 * decimal (of numbers that are texts), dates and x count, as for CSV; others are refused. */
SHEAF_API sheaf_table *sheaf_table_from_arrow_with(sheaf_context *context, const char *name,
                                                   struct ArrowSchema *schema,
                                                   struct ArrowArray *array,
                                                   const sheaf_read_options *options);

/* The same of all arrays of a stream, one in memory at a time. The stream is taken and released once. */
SHEAF_API sheaf_table *sheaf_table_from_arrow_stream(sheaf_context *context, const char *name,
                                                     struct ArrowArrayStream *stream);
SHEAF_API sheaf_table *sheaf_table_from_arrow_stream_with(sheaf_context *context, const char *name,
                                                          struct ArrowArrayStream *stream,
                                                          const sheaf_read_options *options);

/* Gives a table as one record batch with the columns of its tidy CSV: period, the dimensions,
 * value, and where rows have something to say in them low, high, unit_mult, decimals, status,
 * conf_status, derived, estimated and growth_pct. sheaf_table_from_arrow reads it back. Periods,
 * members and letters of statuses are dictionaries of utf8 with indices of 32 bits, values are
 * doubles (null: none). Plain numbers in place of periods are doubles under their own header. The
 * names of members (sheaf_table_member_name) are left out.
 *
 * Confidential figures are given with their values, as the CSV has them: conf_status says which they are, and
 * what is made public is for the program to choose. Only charts, sheets and SHEAF_TEXT leave them out.
 *
 * All is copied, in memory of the table's allocator: the table may be destroyed before the
 * structs are released, in any thread that may use the allocator. *schema and *array are
 * overwritten; the caller releases each. After a failure both have release NULL and *error (may be
 * NULL) says what failed. */
SHEAF_API sheaf_status sheaf_table_to_arrow(const sheaf_table *table, struct ArrowSchema *schema,
                                            struct ArrowArray *array, sheaf_error *error);
/* The same as a stream of that one batch. */
SHEAF_API sheaf_status sheaf_table_to_arrow_stream(const sheaf_table *table,
                                                   struct ArrowArrayStream *stream,
                                                   sheaf_error *error);

#ifdef __cplusplus
}
#endif
#endif
