/* reporting_year.h - SDMX's reporting years that begin on another day than 1 January, which the
 * attribute REPORTING_YEAR_START_DAY says. */
#ifndef SHEAF_READERS_REPORTING_YEAR_H
#define SHEAF_READERS_REPORTING_YEAR_H

#include "input/csv.h"
#include "table/table.h"

/* Moves a period to the months that it has where the reporting year begins on `start` ("--07-01"):
 * 2022-Q1 is July to September 2022. `text` is how the file writes the period: 2022-07 and 2022 are of
 * the calendar, for the latter with a warning. Fails into the table's error where a year does not
 * begin with a month, or a period counts weeks or days. */
void reporting_year_apply(sheaf_table *table, struct place place, const struct csv_field *text,
                          const struct csv_field *start, sheaf_period *period);

#endif
