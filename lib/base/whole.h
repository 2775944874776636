/* whole.h - whole numbers of any size, for decimal figures that arithmetic of doubles does not
 * decide. They live on the stack: the longest that a figure can need is known. */
#ifndef SHEAF_BASE_WHOLE_H
#define SHEAF_BASE_WHOLE_H

#include <stdint.h>

enum { WHOLE_WORDS = 192 }; /* 6144 bits: 800 digits times 2^1100, with room to spare */

struct whole {
    uint32_t words[WHOLE_WORDS]; /* least first */
    int n;
};

void whole_set(struct whole *a, uint64_t value);
void whole_multiply_add(struct whole *a, uint32_t factor, uint32_t addend);
void whole_times_power_of_ten(struct whole *a, int power);
void whole_shift(struct whole *a, int bits);
int whole_compare(const struct whole *a, const struct whole *b);
/* How often b goes into a, which keeps what is left: for small quotients, such as digits. */
int whole_divide(struct whole *a, const struct whole *b);

#endif
