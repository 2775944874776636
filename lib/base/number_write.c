/* number_write.c - writes doubles as decimal text: the shortest that reads back as the same double,
 * or with a fixed count of decimals.
 *
 * Uses products of doubles where these are exact, and large integers otherwise. */
#include "base/number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/bignum.h"
#include "base/number_parts.h"

/* The digits of value (> 0) from 10^first down to 10^last, rounded half to even;
 * digits[0] is the carry's place, 10^(first + 1). */
static void exact_digits(double value, int first, int last, char *digits)
{
    struct bignum rest, unit;
    int exponent, n = first - last + 1;

    bignum_set(&rest, number_split(value, &exponent));
    bignum_set(&unit, 1);
    bignum_times_power_of_ten(first >= 0 ? &unit : &rest, first >= 0 ? first : -first);
    bignum_shift(exponent >= 0 ? &rest : &unit, exponent >= 0 ? exponent : -exponent);

    digits[0] = 0;
    for (int i = 1; i <= n; i++) {
        digits[i] = (char)bignum_divide(&rest, &unit);
        bignum_multiply_add(&rest, 10, 0);
    }
    bignum_times_power_of_ten(&unit, 1);
    bignum_shift(&rest, 1); /* twice the remainder against one unit */
    int half = bignum_compare(&rest, &unit);
    if (half < 0 || (half == 0 && digits[n] % 2 == 0))
        return;
    for (int i = n; ++digits[i] == 10; i--)
        digits[i] = 0;
}

static int exponent_of_ten(double value)
{
    int exponent = (int)floor(log10(value));

    /* log10 may be off next to a power of ten: below, the first digit comes out 0
     * or as a carry, which every caller accepts. */
    return exponent;
}

/* Writes mantissa * 10^-places in plain notation. */
static size_t write_scaled(char *out, bool negative, uint64_t mantissa, int places)
{
    char text[24], *end = text + sizeof text, *at = end; /* filled from the end */

    for (int n = 0; n <= places || mantissa > 0; n++, mantissa /= 10) {
        if (n == places && places > 0)
            *--at = '.';
        *--at = (char)('0' + mantissa % 10);
    }
    if (negative)
        *--at = '-';
    memcpy(out, at, (size_t)(end - at));
    out[end - at] = '\0';
    return (size_t)(end - at);
}

/* "d.ddde±x", trailing zeros dropped; digits[0] is the carry's place. */
static size_t write_scientific(char out[NUMBER_TEXT], bool negative, const char *digits, int n,
                               int exponent)
{
    size_t length = 0;

    for (; n > 1 && digits[0] == 0; digits++, n--)
        exponent--;
    while (n > 1 && digits[n - 1] == 0)
        n--;
    if (negative)
        out[length++] = '-';
    out[length++] = (char)('0' + digits[0]);
    if (n > 1)
        out[length++] = '.';
    for (int i = 1; i < n; i++)
        out[length++] = (char)('0' + digits[i]);
    return length + (size_t)snprintf(out + length, NUMBER_TEXT - length, "e%+03d", exponent);
}

/* Rewrites "-d.ddde±x" without its exponent where plain notation is wanted. */
static size_t make_plain(char out[NUMBER_TEXT], int places)
{
    double value;
    char wide[2 * NUMBER_TEXT];

    number_read(out, strlen(out), &value, NULL);
    size_t n = number_write_fixed(wide, value, places);
    if (n == 0 || n >= NUMBER_TEXT)
        return strlen(out);
    memcpy(out, wide, n + 1);
    return n;
}

#ifdef __SIZEOF_INT128__
__extension__ typedef unsigned __int128 wide;

/* write_searched for 10^-2 to 10^15, in a tenth of the time: 128 bits hold a mantissa (53 bits) times
 * 10^17 (57 bits), so that all is exact. False: out of reach. */
static bool write_wide(char out[NUMBER_TEXT], double value, int first, size_t *length)
{
    enum { MOST_PLACES = 17 };
    int exponent;
    uint64_t mantissa = number_split(fabs(value), &exponent);

    if (mantissa == UINT64_C(1) << (DBL_MANT_DIG - 1) || exponent >= 0)
        return false; /* a power of two: below it, doubles are twice as dense; or whole */
    for (int n = DBL_DIG; n <= DBL_DIG + 2; n++) {
        int places = n - first - 1;

        if (places < 0)
            continue;
        if (places > MOST_PLACES)
            return false;
        wide unit = (uint64_t)powers_of_ten[places], one = (wide)1 << -exponent;
        wide product = unit * mantissa, rest = product & (one - 1);
        uint64_t digits = (uint64_t)(product >> -exponent);

        if (2 * rest > one || (2 * rest == one && digits % 2 == 1)) {
            digits++;
            rest = one - rest;
        }
        /* What is nearer than half the distance to the next double reads back as this one. */
        if (2 * rest >= unit)
            continue;
        for (; places > 0 && digits % 10 == 0; places--)
            digits /= 10;
        *length = write_scaled(out, value < 0, digits, places);
        return true;
    }
    return false;
}
#else
static bool write_wide(char out[NUMBER_TEXT], double value, int first, size_t *length)
{
    (void)out, (void)value, (void)first, (void)length;
    return false;
}
#endif

/* Counts digits until the text reads back as the same double. A normal double keeps
 * 15 digits: a shorter text is these without their zeros, so the search begins there. */
static size_t write_searched(char out[NUMBER_TEXT], double value)
{
    double magnitude = fabs(value), again;
    int first = exponent_of_ten(magnitude);
    size_t written;

    if (magnitude >= 1e-2 && magnitude < 1e15 && write_wide(out, value, first, &written))
        return written;
    for (int n = magnitude < DBL_MIN ? 1 : DBL_DIG;; n++) {
        char digits[24] = { 0 };

        exact_digits(magnitude, first, first - n + 1, digits);
        size_t length = write_scientific(out, value < 0, digits, n + 1, first + 1);
        if (n < 18 && !(number_read(out, length, &again, NULL) && again == value))
            continue;
        if (magnitude < 1e-6 || magnitude >= 1e17)
            return length;
        while (n > 1 && digits[n] == 0)
            n--;
        return make_plain(out, n - first - 1 > 0 ? n - first - 1 : 0);
    }
}

size_t number_write(char out[NUMBER_TEXT], double value)
{
    if (isnan(value) || isinf(value)) {
        strcpy(out, isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
        return strlen(out);
    }
    if (value == 0)
        return write_scaled(out, false, 0, 0);
    if (fabs(value) < 1e15 && fabs(value) >= 1e-6) {
        for (int places = 0; places <= 9; places++) {
            double scaled = nearbyint(fabs(value) * powers_of_ten[places]);
            if (scaled < 0x1p53 && scaled / powers_of_ten[places] == fabs(value))
                return write_scaled(out, value < 0, (uint64_t)scaled, places);
        }
    }
    return write_searched(out, value);
}

/* Rounds value * 10^places to an integer, correctly: fma gives the rounding error of the product,
 * which decides apparent ties. False if the result does not fit. */
static bool round_scaled(double value, int places, uint64_t *out)
{
    double product = value * powers_of_ten[places];

    if (product >= 0x1p52)
        return false;
    double lost = fma(value, powers_of_ten[places], -product);
    double rounded = nearbyint(product);
    double beyond = product - rounded;

    if (beyond == 0.5 && lost > 0)
        rounded += 1;
    else if (beyond == -0.5 && lost < 0)
        rounded -= 1;
    *out = (uint64_t)rounded;
    return true;
}

size_t number_write_fixed(char out[2 * NUMBER_TEXT], double value, int decimals)
{
    uint64_t scaled;
    double magnitude = fabs(value);
    size_t length = 0;

    if (!(magnitude < 1e18) || decimals < 0 || decimals > 17)
        return 0;
    if (round_scaled(magnitude, decimals, &scaled))
        return write_scaled(out, signbit(value) && scaled != 0, scaled, decimals);

    char digits[48];
    int first = exponent_of_ten(magnitude);
    first = first < 0 ? 0 : first;
    exact_digits(magnitude, first, -decimals, digits);
    if (value < 0)
        out[length++] = '-';
    int start = 0;
    while (digits[start] == 0 && start < first + 1) /* two places, where log10 was off */
        start++;
    for (int i = start; i <= first + 1 + decimals; i++) {
        if (i == first + 2)
            out[length++] = '.';
        out[length++] = (char)('0' + digits[i]);
    }
    out[length] = '\0';
    return length;
}
