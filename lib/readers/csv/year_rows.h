/* year_rows.h - years above months in one column, and rows of totals among them. */
#ifndef SHEAF_READERS_CSV_YEAR_ROWS_H
#define SHEAF_READERS_CSV_YEAR_ROWS_H

#include "readers/csv/flagged_period.h"

/* The latest year of a column. */
struct year_row {
    char text[SHEAF_PERIOD_TEXT];
    size_t n; /* 0: there is none yet */
};

void year_row_set(struct year_row *year, const struct csv_field *field);
/* Takes a cell that is a year. False: it is none. */
bool year_row_take(struct year_row *year, const struct csv_field *field,
                   const struct period_usage *usage);
/* Reads a month or quarter below its year: "January", "I квартал", "1月". A number alone is none. */
bool year_row_part(const struct year_row *year, const struct csv_field *field,
                   sheaf_period *period);
/* Reads a year with a word that says that it is all of it: "Total 2023", "Итого за 2023 год". */
bool year_total_read(const struct csv_field *field, const struct period_usage *usage,
                     sheaf_period *period);

#endif
