/* number_parts.h - what reading numbers and writing them share. */
#ifndef SHEAF_BASE_NUMBER_PARTS_H
#define SHEAF_BASE_NUMBER_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { EXACT_POWER = 22 }; /* 10^22 is the largest power of ten that a double holds exactly */

extern const double powers_of_ten[EXACT_POWER + 1];

/* Splits value, which must be > 0 and finite, into mantissa * 2^*exponent; returns the mantissa. */
uint64_t number_split(double value, int *exponent);

/* Skips a sign, if there is one; *negative: it was a minus. */
const char *number_skip_sign(const char *at, const char *end, bool *negative);

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* number_read for numbers of any length; decimals is not NULL. It is a function of its own, so that
 * the fast path does not pay for its large stack frame. */
bool number_read_long(const char *text, size_t n, double *value, int *decimals);

#endif
