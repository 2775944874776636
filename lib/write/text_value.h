/* text_value.h - a figure in a table for people: its number, and the flags behind it. */
#ifndef SHEAF_WRITE_TEXT_VALUE_H
#define SHEAF_WRITE_TEXT_VALUE_H

#include "base/number.h"
#include "sheaf/table.h"

enum { STATUS_FLAG = 4, ROW_FLAGS = 24 };

/* "thousand"; NULL if there is no word for it. */
const char *multiplier_word(int multiplier);
/* "provisional"; "" if there is no word for it. */
const char *status_word(char status);
/* The status letter in lower case. "def" for D, because "d" means derived, as in charts and
 * sheets. */
void status_flag(char status, char out[STATUS_FLAG]);

/* Of no growth, share or index: what it is measured on is not above zero, or cannot exist. */
bool row_is_not_computed(const sheaf_row *row);
/* A derived row without a value is not flagged as derived: its status says why it has none. */
bool row_is_derived(const sheaf_row *row);
/* A figure that is missing always says why. */
bool row_shows_status(const sheaf_table *table, const sheaf_row *row);
/* "[p]", "[est]", "[est][p][c]" or "". */
void row_flags(const sheaf_table *table, const sheaf_row *row, char out[ROW_FLAGS]);

/* Writes a value as given. Derived figures get the digits of digits.h, behind the sign for "about"
 * where these do not hold. Returns its bytes: 0 where the flag is shown instead. */
size_t row_value(const sheaf_table *table, size_t index, const sheaf_row *row,
                 char out[NUMBER_GIVEN]);
/* Terminal columns of n bytes of such a number, and those before its decimal point. */
size_t value_columns(const char *number, size_t n);
size_t value_point(const char *number);

#endif
