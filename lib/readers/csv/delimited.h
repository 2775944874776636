/* delimited.h - delimited values that a reader of another format has made of its file. */
#ifndef SHEAF_READERS_CSV_DELIMITED_H
#define SHEAF_READERS_CSV_DELIMITED_H

#include "input/input.h"
#include "table/table.h"

/* Reads the input, which has a row a line. lines: for each row the line of the file that it was made
 * of, for messages. */
void delimited_read_rows(sheaf_table *table, struct input *input, const uint32_t *lines);

#endif
