/* reader.h - the formats that data files come in. A new format is one file with a
 * struct reader, and one row in reader.c. */
#ifndef SHEAF_READERS_READER_H
#define SHEAF_READERS_READER_H

#include "input/input.h"
#include "table/table.h"

struct reader {
    const char *name;  /* as callers and --from name it: "tidy" */
    const char *title; /* for messages: "tidy CSV" */
    /* True for the name of a format that it reads; NULL: for its own name only. */
    bool (*has_format)(const char *name);
    /* By the input's first window: UTF-8, or the file's own bytes when it is no text. */
    bool (*recognises)(const char *bytes, size_t n);
    /* Fills the table; fails into its error. The input is at its start. */
    void (*read)(sheaf_table *table, struct input *input);
};

extern const struct reader sqlite_reader, comtrade_json_reader, json_stat_reader, sdmx_json_reader,
    json_other_reader, delimited_reader;

/* Reads the input by the first reader that recognises it; else fails into the table's
 * error. */
void reader_read(sheaf_table *table, struct input *input);

/* For what is no text: empty, or with a NUL early on. */
void reader_fail_binary(sheaf_table *table, const char *bytes, size_t n);

#endif
