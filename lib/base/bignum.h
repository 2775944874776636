/* bignum.h - large unsigned integers, for reading and writing decimals that double arithmetic cannot
 * round correctly. Their size is fixed, so they live on the stack. */
#ifndef SHEAF_BASE_BIGNUM_H
#define SHEAF_BASE_BIGNUM_H

#include <stdint.h>

enum { BIGNUM_WORDS = 192 }; /* 6144 bits: 800 digits times 2^1100, with room to spare */

struct bignum {
    uint32_t words[BIGNUM_WORDS]; /* the lowest first */
    int n;
};

void bignum_set(struct bignum *a, uint64_t value);
void bignum_multiply_add(struct bignum *a, uint32_t factor, uint32_t addend);
void bignum_times_power_of_ten(struct bignum *a, int power);
void bignum_shift(struct bignum *a, int bits);
int bignum_compare(const struct bignum *a, const struct bignum *b);
/* Returns a / b and leaves the remainder in a. By repeated subtraction: for small quotients, such as
 * digits. */
int bignum_divide(struct bignum *a, const struct bignum *b);

#endif
