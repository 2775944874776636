/* header_lines.h - headers in two lines: years above months, each year over its first month only. */
#ifndef SHEAF_READERS_CSV_HEADER_LINES_H
#define SHEAF_READERS_CSV_HEADER_LINES_H

#include "input/csv.h"
#include "readers/csv/sample.h"

/* True when a row of the sample has years, and the row below it months or quarters of them. */
bool header_lines_are_two(const struct sample *sample, size_t row);
/* Joins the two rows into the fields of the second: "2023" above "Jan" becomes "2023-01", and a
 * field that only one of the rows has is kept. csv has just read the second row. */
void header_lines_join(const struct sample *sample, size_t row, struct csv *csv,
                       struct arena *arena);

#endif
