/* reader.h - the formats that data files come in. A new format is one file with a
 * struct reader, and one row in reader.c. */
#ifndef SHEAF_DATA_READER_H
#define SHEAF_DATA_READER_H

#include "data/table.h"

struct reader {
    const char *name;  /* as callers and --from name it: "tidy" */
    const char *title; /* for messages: "tidy CSV" */
    bool (*recognises)(const char *bytes, size_t n);
    /* Fills the table; fails into its error. */
    void (*read)(sheaf_table *table, const char *bytes, size_t n);
};

extern const struct reader tidy_reader;

/* Reads the bytes by the first reader that recognises them; else fails into the
 * table's error. */
void reader_read(sheaf_table *table, const char *bytes, size_t n);

#endif
