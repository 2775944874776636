/* number_read_long.c - reads a number of any length as the nearest double.
 *
 * Up to 15 digits and a small power of ten are one exact product or quotient of doubles (Clinger
 * 1990). Other numbers need large integers, which are slow; they have more digits than statistics
 * do. */
#include "base/number_parts.h"

#include <math.h>

#include "base/bignum.h"

enum { MOST_DIGITS = 800 }; /* more significant digits than this cannot change the result */

struct decimal {
    char digits[MOST_DIGITS]; /* without leading zeros */
    int n;
    int64_t exponent; /* value = digits * 10^exponent */
    bool negative;
};

static void add_digit(struct decimal *number, char digit, bool after_point)
{
    if (number->n < MOST_DIGITS) {
        if (number->n > 0 || digit != '0')
            number->digits[number->n++] = digit;
        number->exponent -= after_point;
    } else {
        if (digit != '0')
            number->digits[MOST_DIGITS - 1] = '1'; /* so that it never looks like a tie */
        number->exponent += !after_point;
    }
}

/* Parses the text; *places is the count of digits written after the point. */
static bool scan(const char *text, size_t n, struct decimal *number, int64_t *places)
{
    const char *end = text + n, *at = number_skip_sign(text, end, &number->negative);
    size_t seen = 0;

    number->n = 0;
    number->exponent = *places = 0;
    for (; at < end && is_digit(*at); at++, seen++)
        add_digit(number, *at, false);
    if (at < end && *at == '.') {
        for (at++; at < end && is_digit(*at); at++, seen++, ++*places)
            add_digit(number, *at, true);
        if (*places == 0)
            return false;
    }
    if (seen == 0)
        return false;
    if (at < end && (*at == 'e' || *at == 'E')) {
        bool negative;
        int64_t exponent = 0;

        at = number_skip_sign(at + 1, end, &negative);
        if (at == end)
            return false;
        for (; at < end && is_digit(*at); at++)
            exponent = exponent < 100000 ? exponent * 10 + (*at - '0') : exponent;
        number->exponent += negative ? -exponent : exponent;
        *places -= negative ? -exponent : exponent;
    }
    return at == end;
}

/* The sign of number - mantissa * 2^exponent. */
static int compare_to_binary(const struct decimal *number, uint64_t mantissa, int exponent)
{
    struct bignum left = { .n = 0 }, right;

    for (int i = 0; i < number->n; i++)
        bignum_multiply_add(&left, 10, (uint32_t)(number->digits[i] - '0'));
    bignum_set(&right, mantissa);
    if (number->exponent >= 0)
        bignum_times_power_of_ten(&left, (int)number->exponent);
    else
        bignum_times_power_of_ten(&right, (int)-number->exponent);
    if (exponent >= 0)
        bignum_shift(&right, exponent);
    else
        bignum_shift(&left, -exponent);
    return bignum_compare(&left, &right);
}

/* A first guess, wrong by at most about two units in the last place. */
static double approximate(const struct decimal *number)
{
    long double value = 0, power = 10;
    int used = number->n < 19 ? number->n : 19;
    int64_t exponent = number->exponent + number->n - used;

    for (int i = 0; i < used; i++)
        value = value * 10 + (number->digits[i] - '0');
    for (int64_t left = exponent < 0 ? -exponent : exponent; left > 0; left /= 2, power *= power)
        if (left % 2 != 0)
            value = exponent < 0 ? value / power : value * power;
    return (double)value;
}

/* Moves the guess from double to double until the number is within half a step of it. */
static double refine(const struct decimal *number, double guess)
{
    for (;;) {
        if (isinf(guess))
            guess = 0x1.fffffffffffffp+1023;
        int exponent;
        double above = nextafter(guess, INFINITY);
        uint64_t mantissa = guess > 0 ? number_split(guess, &exponent) : 0;
        if (mantissa == 0 || exponent < -1074) { /* subnormal: one step is 2^-1074 */
            mantissa = (uint64_t)ldexp(guess, 1074);
            exponent = -1074;
        }

        int up = compare_to_binary(number, 2 * mantissa + 1, exponent - 1);
        if (up > 0 || (up == 0 && mantissa % 2 != 0)) {
            if (isinf(above))
                return above;
            guess = above;
            continue;
        }
        if (mantissa == 0)
            return guess;
        /* Below a power of two the steps are half as long. */
        bool narrow = mantissa == (UINT64_C(1) << 52) && exponent > -1074;
        int down = narrow ? compare_to_binary(number, 4 * mantissa - 1, exponent - 2)
                          : compare_to_binary(number, 2 * mantissa - 1, exponent - 1);
        if (down > 0 || (down == 0 && mantissa % 2 == 0))
            return guess;
        guess = nextafter(guess, 0);
    }
}

static double to_binary(struct decimal *number)
{
    while (number->n > 0 && number->digits[number->n - 1] == '0') {
        number->n--;
        number->exponent++;
    }
    if (number->n == 0)
        return 0;
    if (number->n <= 15 && number->exponent >= -EXACT_POWER && number->exponent <= EXACT_POWER) {
        double digits = 0;
        for (int i = 0; i < number->n; i++)
            digits = digits * 10 + (number->digits[i] - '0');
        return number->exponent < 0 ? digits / powers_of_ten[-number->exponent]
                                    : digits * powers_of_ten[number->exponent];
    }
    if (number->n + number->exponent > 310)
        return INFINITY;
    if (number->n + number->exponent < -330)
        return 0;
    return refine(number, approximate(number));
}

bool number_read_long(const char *text, size_t n, double *value, int *decimals)
{
    struct decimal number;
    int64_t places;

    if (!scan(text, n, &number, &places))
        return false;
    double magnitude = to_binary(&number);
    if (isinf(magnitude))
        return false;
    *value = number.negative ? -magnitude : magnitude;
    *decimals = places > 999 ? 999 : places < -999 ? -999 : (int)places;
    return true;
}
