/* arrow_numbers.c - decimals of up to 256 bits as text, and floats of 16 and 32 bits as the numbers
 * that they were made of. */
#include "readers/arrow/arrow_parts.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

enum { LIMBS = 8, LIMB_DIGITS = 9, LIMB_BASE = 1000000000 };

/* Divides by 10^9 in place; the remainder. */
static uint32_t divide(uint32_t limbs[LIMBS])
{
    uint64_t rest = 0;

    for (size_t i = LIMBS; i-- > 0;) {
        rest = rest << 32 | limbs[i];
        limbs[i] = (uint32_t)(rest / LIMB_BASE);
        rest %= LIMB_BASE;
    }
    return (uint32_t)rest;
}

static bool is_zero(const uint32_t limbs[LIMBS])
{
    uint32_t any = 0;

    for (size_t i = 0; i < LIMBS; i++)
        any |= limbs[i];
    return any == 0;
}

/* The magnitude of a two's complement; true if it is negative. */
static bool take_magnitude(uint32_t limbs[LIMBS], const unsigned char *bytes, size_t width)
{
    unsigned char all[4 * LIMBS];
    bool negative = (bytes[width - 1] & 0x80) != 0;
    uint64_t carry = negative;

    memset(all, negative ? 0xff : 0, sizeof all);
    memcpy(all, bytes, width);
    memcpy(limbs, all, sizeof all);
    for (size_t i = 0; i < LIMBS && negative; i++) {
        carry += (uint32_t)~limbs[i];
        limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return negative;
}

/* 2^255 has 77 digits; with a sign, and zeros up to the point. */
size_t arrow_write_decimal(char out[ARROW_CELL_TEXT], const unsigned char *bytes, size_t width,
                           int scale)
{
    enum { DIGITS = LIMB_DIGITS * (LIMBS + 2) };
    uint32_t limbs[LIMBS];
    char digits[DIGITS + 1];
    bool negative = take_magnitude(limbs, bytes, width);
    size_t at = DIGITS, length = 0, places = scale > 0 ? (size_t)scale : 0;

    while (!is_zero(limbs)) {
        uint32_t group = divide(limbs);

        for (size_t i = 0; i < LIMB_DIGITS; i++, group /= 10)
            digits[--at] = (char)('0' + group % 10);
    }
    while (at < DIGITS && digits[at] == '0')
        at++;
    while (DIGITS - at <= places)
        digits[--at] = '0';
    if (negative)
        out[length++] = '-';
    for (; at < DIGITS; at++) {
        if (DIGITS - at == places)
            out[length++] = '.';
        out[length++] = digits[at];
    }
    out[length] = '\0';
    if (scale < 0)
        length += (size_t)snprintf(out + length, ARROW_CELL_TEXT - length, "e%d", -scale);
    return length;
}

/* IEEE 754 binary16: 5 bits of exponent, 10 of fraction. */
static double half_value(uint16_t bits)
{
    int exponent = bits >> 10 & 0x1f;
    double fraction = bits & 0x3ff;
    double value = exponent == 0x1f ? (fraction > 0 ? NAN : INFINITY)
                   : exponent == 0  ? ldexp(fraction, -24)
                                    : ldexp(fraction + 1024, exponent - 25);

    return (bits & 0x8000) != 0 ? -value : value;
}

/* The number with the fewest digits within less than half a unit of the last of so many bits: 14.7
 * where a float has 14.69999981. It is read back as the same float. least: the power of two of the
 * smallest number. */
static double shortest(double value, int bits, int least)
{
    int exponent = 0;
    double fraction = frexp(value, &exponent);
    /* Below a power of two, numbers are twice as dense; the smallest are as dense as the least. */
    int last = exponent - bits - (fabs(fraction) == 0.5 ? 1 : 0);
    double half = ldexp(1, (last > least ? last : least) - 1);
    int magnitude = (int)ceil(log10(fabs(value)));

    for (int digits = 1; digits <= 9; digits++) {
        char text[NUMBER_TEXT];
        int power = magnitude - digits;
        double near, whole = rint(value * pow(10, -power));
        int n = snprintf(text, sizeof text, "%" PRId64 "e%d", (int64_t)whole, power);

        if (number_read(text, (size_t)n, &near, NULL) && fabs(near - value) < half)
            return near;
    }
    return value;
}

double arrow_read_float(const unsigned char *bytes, size_t width)
{
    double value;
    float single;
    uint16_t half;

    if (width == sizeof value) {
        memcpy(&value, bytes, sizeof value);
        return value;
    }
    if (width == sizeof single) {
        memcpy(&single, bytes, sizeof single);
        value = single;
    } else {
        memcpy(&half, bytes, sizeof half);
        value = half_value(half);
    }
    if (!isfinite(value) || value == 0)
        return value;
    return width == sizeof single ? shortest(value, 24, -149) : shortest(value, 11, -24);
}
