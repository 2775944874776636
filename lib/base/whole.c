/* whole.c - arithmetic of whole numbers of any size, word by word. */
#include "base/whole.h"

#include <string.h>

void whole_set(struct whole *a, uint64_t value)
{
    a->n = 0;
    for (; value > 0; value >>= 32)
        a->words[a->n++] = (uint32_t)value;
}

void whole_multiply_add(struct whole *a, uint32_t factor, uint32_t addend)
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

void whole_times_power_of_ten(struct whole *a, int power)
{
    for (; power >= 9; power -= 9)
        whole_multiply_add(a, 1000000000u, 0);
    for (; power > 0; power--)
        whole_multiply_add(a, 10, 0);
}

void whole_shift(struct whole *a, int bits)
{
    int words = bits / 32;

    if (a->n == 0)
        return;
    memmove(a->words + words, a->words, (size_t)a->n * sizeof a->words[0]);
    memset(a->words, 0, (size_t)words * sizeof a->words[0]);
    a->n += words;
    if (bits % 32 != 0)
        whole_multiply_add(a, 1u << bits % 32, 0);
}

int whole_compare(const struct whole *a, const struct whole *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    for (int i = a->n - 1; i >= 0; i--)
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    return 0;
}

/* a -= b; a must not be less than b. */
static void whole_subtract(struct whole *a, const struct whole *b)
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

int whole_divide(struct whole *a, const struct whole *b)
{
    int quotient = 0;

    for (; whole_compare(a, b) >= 0; quotient++)
        whole_subtract(a, b);
    return quotient;
}
