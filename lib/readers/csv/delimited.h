/* delimited.h - delimited values that do not come from a text file. */
#ifndef SHEAF_READERS_CSV_DELIMITED_H
#define SHEAF_READERS_CSV_DELIMITED_H

#include "input/input.h"
#include "table/table.h"

/* Reads the cells of a sheet: fields separated by tabs, as many in each row, a line for each row of
 * the sheet. columns: the number of each field's column, for messages. */
void delimited_read_cells(sheaf_table *table, struct input *input, const uint32_t *columns,
                          size_t n_columns);

#endif
