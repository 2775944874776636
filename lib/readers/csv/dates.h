/* dates.h - what the dates of a file stand for: days, or the months, quarters, years that
 * begin with them. */
#ifndef SHEAF_READERS_CSV_DATES_H
#define SHEAF_READERS_CSV_DATES_H

#include "input/csv.h"
#include "sheaf/period.h"

struct layout;

/* By the caller, else by the distances of the dates in the sample. */
void dates_find_frequency(struct layout *layout);
/* The letter of SDMX's CL_FREQ that a text is: "M", "M: Monthly", "monthly"; '\0': none. */
char frequency_read(const char *text, size_t n);
/* The period of that frequency in which a day lies; what is no day stays as it is. */
sheaf_period period_of_frequency(sheaf_period period, char frequency);
/* A year in one column, a month or quarter in another; the whole year beside "", "A", "52", "0". */
bool period_of_columns(const struct csv_field *year, const struct csv_field *part, bool is_quarter,
                       sheaf_period *period);

#endif
