/* delimited.h - delimited values that a reader of another format has made of its file. */
#ifndef SHEAF_READERS_CSV_DELIMITED_H
#define SHEAF_READERS_CSV_DELIMITED_H

#include "input/input.h"
#include "table/table.h"

/* Where the rows come from, for messages. */
struct delimited_origin {
    const uint32_t *lines;   /* for each row its line of the file; NULL: as the rows are counted */
    const uint32_t *columns; /* the number of each field's column in a sheet of a workbook; NULL: no
                              * workbook */
    size_t n_columns;
};

/* Reads the input, which has a row a line. */
void delimited_read_rows(sheaf_table *table, struct input *input,
                         const struct delimited_origin *origin);

#endif
