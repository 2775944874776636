/* number_parts.c - signs, powers of ten and mantissas, for reading and writing numbers. */
#include "base/number_parts.h"

#include <math.h>
#include <string.h>

const double powers_of_ten[EXACT_POWER + 1] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

uint64_t number_split(double value, int *exponent)
{
    double fraction = frexp(value, exponent);

    *exponent -= 53;
    return (uint64_t)ldexp(fraction, 53);
}

const char *number_skip_sign(const char *at, const char *end, bool *negative)
{
    *negative = false;
    if (at < end && (*at == '-' || *at == '+')) {
        *negative = *at == '-';
        return at + 1;
    }
    if (end - at >= 3 && memcmp(at, "\xE2\x88\x92", 3) == 0) { /* U+2212 */
        *negative = true;
        return at + 3;
    }
    return at;
}
