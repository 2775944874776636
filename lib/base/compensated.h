/* compensated.h - sums of doubles that also keep the rounding error of each addition. Unlike long
 * double, which has 53, 64 or 113 bits, they are the same on every platform.
 *
 * D. E. Knuth, The Art of Computer Programming 2, section 4.2.2, theorem B: in doubles that are
 * rounded to the nearest, the error of a + b is a double, too. Not to be compiled with
 * -ffast-math. */
#ifndef SHEAF_BASE_COMPENSATED_H
#define SHEAF_BASE_COMPENSATED_H

#include <math.h>

/* Zeroed: 0. */
struct compensated {
    double sum, rest;
};

static inline void compensated_add(struct compensated *total, double term)
{
    double sum = total->sum + term, added = sum - total->sum;

    total->rest += (total->sum - (sum - added)) + (term - added);
    total->sum = sum;
}

/* If the sum is infinite the errors are NaN and ignored. */
static inline double compensated_value(const struct compensated *total)
{
    return isfinite(total->sum) ? total->sum + total->rest : total->sum;
}

/* whole - part */
static inline double compensated_rest(double whole, const struct compensated *part)
{
    struct compensated rest = { whole, 0 };

    compensated_add(&rest, -part->sum);
    rest.rest -= part->rest;
    return compensated_value(&rest);
}

#endif
