/* number.h - decimal numbers read and written exactly, in no locale.
 *
 * Reading rounds to the nearest double, ties to even, for any count of digits;
 * writing gives the fewest digits that read back as the same double. */
#ifndef SHEAF_BASE_NUMBER_H
#define SHEAF_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NUMBER_TEXT = 32 }; /* enough for any result of number_write, with NUL */

/* Reads all n bytes as [+-] [digits] [. digits] [e [+-] digits]; U+2212 counts as
 * minus. decimals (may be NULL) gets the count of digits after the point less
 * the exponent (negative: "3e3" is known to thousands). False: not a number, or
 * beyond a double's range; nothing is written. */
bool number_read(const char *text, size_t n, double *value, int *decimals);

/* Writes the shortest text, "1e+22" style outside 1e-6 ≤ |v| < 1e17; "nan",
 * "inf", "-inf". Returns the length. */
size_t number_write(char out[NUMBER_TEXT], double value);

/* Writes exactly `decimals` (0 to 17) places, rounding the exact value half to
 * even. |value| must be < 1e18; returns 0 otherwise or if not finite. */
size_t number_write_fixed(char out[2 * NUMBER_TEXT], double value, int decimals);

/* Writes the value with the decimals that its source gave: 12.50 for two; 3e3 for a figure known to
 * thousands. "" for NaN. A value with more digits than its decimals allow is written in full. */
enum { NUMBER_GIVEN = 64 };
size_t number_write_given(char out[NUMBER_GIVEN], double value, int decimals);
/* True: number_write_given writes exactly these decimals. False: it need not. */
bool number_has_decimals(double value, int decimals);

/* The number of decimals in the shortest text that is read back as the same number. */
int number_decimals(double value);

/* Reads all n bytes as an integer within [low, high]. */
bool number_read_integer(const char *text, size_t n, int64_t low, int64_t high, int64_t *value);

#endif
