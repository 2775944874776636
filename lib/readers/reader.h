/* reader.h - readers of data files. A new reader is one file with a struct reader, and one row in
 * reader.c. */
#ifndef SHEAF_READERS_READER_H
#define SHEAF_READERS_READER_H

#include "context/context.h"
#include "input/input.h"
#include "table/table.h"

struct reader {
    const char *name;  /* for callers and --from: "tidy" */
    const char *title; /* for messages: "tidy CSV" */
    /* True for the name of a format that the reader reads; NULL: its own name only. */
    bool (*has_format)(const char *name);
    /* From the first window of the input: UTF-8, or the bytes of the file if it is not text. */
    bool (*recognises)(const char *bytes, size_t n);
    /* Fills the table, or fails into its error. The input is at its start. */
    void (*read)(sheaf_table *table, struct input *input);
};

extern const struct reader workbook_reader, page_reader, sqlite_reader, odbc_reader,
    comtrade_json_reader, json_stat_reader, sdmx_json_reader, json_table_reader, json_other_reader,
    sdmx_ml_reader, px_reader, displayed_reader, delimited_reader;

/* Reads the input with the first reader that recognises it. Fails into the table's error. */
void reader_read(sheaf_table *table, struct input *input);

/* As sheaf_table_read_with and sheaf_table_read_bytes_with, but that warnings go to no log. */
sheaf_table *read_file(const sheaf_context *context, const char *path,
                       const sheaf_read_options *options);
sheaf_table *read_bytes(const sheaf_context *context, const char *name, const void *bytes, size_t n,
                        const sheaf_read_options *options);

/* Fails for a file that is empty, or has a NUL in its first bytes. */
void reader_fail_binary(sheaf_table *table, const char *bytes, size_t n);

#endif
