/* series_lines.h - several lines above a table of periods that say what each column is: its title,
 * code, unit, dates of release. */
#ifndef SHEAF_READERS_CSV_SERIES_LINES_H
#define SHEAF_READERS_CSV_SERIES_LINES_H

#include "input/csv.h"
#include "readers/csv/sample.h"

/* How many lines of the sample, from a row on, describe the columns; 0: none do. A row of periods
 * follows them. */
size_t series_lines_count(const struct sample *sample, size_t row);
/* Makes one header of the lines, in the fields of the last of them, which csv has just read: "period",
 * then "Exports of goods (£m)". */
void series_lines_join(const struct sample *sample, size_t row, size_t lines, struct csv *csv,
                       struct arena *arena);

#endif
