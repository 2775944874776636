/* dates.h - what the dates of a file stand for: days, or the months, quarters or years that start
 * with them. */
#ifndef SHEAF_READERS_CSV_DATES_H
#define SHEAF_READERS_CSV_DATES_H

#include "input/csv.h"
#include "period/period_usage.h"
#include "period/period_words.h"

struct layout;

/* Sets the frequency of dates, from the options or else from the distances in the sample. Fails
 * if the dates could stand for several periods. */
void dates_find_frequency(struct layout *layout);
/* The letter of SDMX's CL_FREQ for "M" or "monthly"; '\0': unknown. */
char frequency_read(const char *text, size_t n);
/* The period of the frequency that contains a day. Other periods are returned unchanged. */
sheaf_period period_of_frequency(sheaf_period period, char frequency);
/* Reads a period from a year and a month or quarter in two columns. A part of "", "A", "A1", "0",
 * "annual" or "52" means the full year. */
bool period_of_columns(const struct csv_field *year, const struct csv_field *part,
                       enum period_part kind, const struct period_usage *usage,
                       sheaf_period *period);
/* True for a word that stands for all of a year beside months: "Annual", "Total", "Итого", "全年". */
bool is_whole_year_word(const char *text, size_t n);

#endif
