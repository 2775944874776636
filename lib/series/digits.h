/* digits.h - which of the digits that hold people read.
 *
 * Programs get them all (algebra.h); people, in charts, sheets and tables, as many as a
 * statistics office prints:
 *   - of percentages, percentage points and indices one decimal, and at least two
 *     significant digits: 12.3, 0.55, 0.0015;
 *   - of other figures three significant digits, and all before the point: 79.1, 7.91, 1,234.
 * Never more than hold. */
#ifndef SHEAF_SERIES_DIGITS_H
#define SHEAF_SERIES_DIGITS_H

#include <stdbool.h>

/* Decimals that show so many significant digits of a value, as it is after rounding (9.96 to
 * two digits is 10); of 0 as of 1. */
int decimals_for_digits(double value, int digits);

/* Percentages, percentage points, and indices ("2015 = 100"). */
bool unit_is_rate(const char *unit);

/* known: the decimals that hold. */
int decimals_for_people(const char *unit, double value, int known);

/* The multiplier in which figures are read, of which the largest is largest * 10^given: millions
 * become billions when it reaches a thousand; Chinese counts in steps of ten thousand. What is
 * given without a multiplier stays so until its figures get long. */
int multiplier_for_people(double largest, int given, const char *unit, bool by_myriads);

/* Of an interval that is shown by its ends: whole ones or, where these are closer, as many
 * decimals as part them. */
int decimals_of_bounds(double low, double high);

/* True of a value that is not zero but would be shown as zero. */
bool vanishes(double value, int decimals);

#endif
