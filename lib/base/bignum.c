/* bignum.c - arithmetic of large integers, word by word. */
#include "base/bignum.h"

#include <string.h>

void bignum_set(struct bignum *a, uint64_t value)
{
    a->n = 0;
    for (; value > 0; value >>= 32)
        a->words[a->n++] = (uint32_t)value;
}

void bignum_multiply_add(struct bignum *a, uint32_t factor, uint32_t addend)
{
    uint64_t carry = addend;

    for (int i = 0; i < a->n; i++) {
        carry += (uint64_t)a->words[i] * factor;
        a->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry > 0)
        a->words[a->n++] = (uint32_t)carry;
}

void bignum_times_power_of_ten(struct bignum *a, int power)
{
    for (; power >= 9; power -= 9)
        bignum_multiply_add(a, 1000000000u, 0);
    for (; power > 0; power--)
        bignum_multiply_add(a, 10, 0);
}

void bignum_shift(struct bignum *a, int bits)
{
    int words = bits / 32;

    if (a->n == 0)
        return;
    memmove(a->words + words, a->words, (size_t)a->n * sizeof a->words[0]);
    memset(a->words, 0, (size_t)words * sizeof a->words[0]);
    a->n += words;
    if (bits % 32 != 0)
        bignum_multiply_add(a, 1u << bits % 32, 0);
}

int bignum_compare(const struct bignum *a, const struct bignum *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    for (int i = a->n - 1; i >= 0; i--)
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    return 0;
}

/* a -= b; requires a >= b. */
static void bignum_subtract(struct bignum *a, const struct bignum *b)
{
    int64_t borrow = 0;

    for (int i = 0; i < a->n; i++) {
        int64_t word = (int64_t)a->words[i] - (i < b->n ? b->words[i] : 0) + borrow;
        a->words[i] = (uint32_t)word;
        borrow = word < 0 ? -1 : 0;
    }
    while (a->n > 0 && a->words[a->n - 1] == 0)
        a->n--;
}

int bignum_divide(struct bignum *a, const struct bignum *b)
{
    int quotient = 0;

    for (; bignum_compare(a, b) >= 0; quotient++)
        bignum_subtract(a, b);
    return quotient;
}
