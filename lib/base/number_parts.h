/* number_parts.h - what reading numbers and writing them share. */
#ifndef SHEAF_BASE_NUMBER_PARTS_H
#define SHEAF_BASE_NUMBER_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { EXACT_POWER = 22 }; /* 10^22 is the largest power of ten that a double holds exactly */

extern const double powers_of_ten[EXACT_POWER + 1];

/* value = mantissa * 2^exponent, exactly; value > 0 and finite. */
uint64_t take_apart(double value, int *exponent);

/* Behind the sign, if there is one. */
const char *skip_sign(const char *at, const char *end, bool *negative);

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* As number_read, of any length; decimals is not NULL. Apart from it, which then needs none of
 * this one's room on the stack. */
bool number_read_long(const char *text, size_t n, double *value, int *decimals);

#endif
