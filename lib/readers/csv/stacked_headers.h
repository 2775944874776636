/* stacked_headers.h - headers in two or three lines, the upper ones in merged cells: flows above years,
 * years above measures, units below flows. */
#ifndef SHEAF_READERS_CSV_STACKED_HEADERS_H
#define SHEAF_READERS_CSV_STACKED_HEADERS_H

#include "readers/csv/sample.h"

/* How many lines of headers begin at the row, which say together what their columns hold: 2 or 3. 0:
 * there are none. */
size_t stacked_headers_count(const struct sample *sample, size_t row);
/* Joins the fields of the lines in the headers, with commas between them: "Exports, 2022". csv is at the
 * last of the lines, of which row is the first. */
void stacked_headers_join(const struct sample *sample, size_t row, size_t lines, struct csv *csv,
                          struct arena *arena);

#endif
