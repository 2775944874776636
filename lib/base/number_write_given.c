/* number_write_given.c - writes a number with the decimals that its source gave; counts those of a
 * number that no source gave as text. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

/* The decimals in the shortest text of a value. */
static int shown_decimals(const char *text, size_t n)
{
    const char *point = memchr(text, '.', n);
    double same;
    int decimals = 0;

    if (memchr(text, 'e', n) == NULL) /* no need to read it */
        return point != NULL ? (int)(text + n - point) - 1 : 0;
    return number_read(text, n, &same, &decimals) ? decimals : 0;
}

static size_t pad(char *out, size_t n, int zeros)
{
    if (zeros > 0 && memchr(out, '.', n) == NULL)
        out[n++] = '.';
    for (; zeros > 0; zeros--)
        out[n++] = '0';
    out[n] = '\0';
    return n;
}

/* Rewrites "3000", known to thousands, as "3e3". */
static size_t shorten(char *out, size_t n, int zeros)
{
    for (int i = 0; i < zeros; i++)
        if (n < 2 || out[n - 1 - (size_t)i] != '0')
            return n;
    n -= (size_t)zeros;
    return n + (size_t)snprintf(out + n, NUMBER_GIVEN - n, "e%d", zeros);
}

static const double powers_of_ten[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
enum { POWERS = sizeof powers_of_ten / sizeof *powers_of_ten };

/* The value as a whole number of units of its last decimal; negative: nothing is known of it. No two
 * numbers of up to 15 digits are read as the same double (DBL_DIG), so no other text with as few is
 * read as this value, and where the zeros at the end are left out, none is shorter. Below 1e-6 the
 * shortest text has an exponent, and -0 has a sign. */
static double whole_in_units(double value, int decimals)
{
    static const double most = 1e15, least = 1e-6;

    if (decimals < 0 || decimals >= POWERS || !(fabs(value) < most) || fabs(value) < least)
        return -1;
    const double whole = rint(fabs(value) * powers_of_ten[decimals]);
    return whole < most && whole / powers_of_ten[decimals] == fabs(value) ? whole : -1;
}

bool number_has_decimals(double value, int decimals)
{
    return whole_in_units(value, decimals) >= 0;
}

/* Writes whole / 10^decimals. */
static size_t write_whole(char *out, bool is_negative, uint64_t whole, int decimals)
{
    char text[NUMBER_TEXT], *end = text + sizeof text, *at = end;

    for (int n = 0; n <= decimals || whole > 0; n++, whole /= 10) {
        if (n == decimals && decimals > 0)
            *--at = '.';
        *--at = (char)('0' + whole % 10);
    }
    if (is_negative)
        *--at = '-';
    memcpy(out, at, (size_t)(end - at));
    out[end - at] = '\0';
    return (size_t)(end - at);
}

size_t number_write_given(char out[NUMBER_GIVEN], double value, int decimals)
{
    const double whole = whole_in_units(value, decimals);
    size_t n;
    int shown;

    out[0] = '\0';
    if (isnan(value))
        return 0;
    if (whole >= 0)
        return write_whole(out, value < 0, (uint64_t)whole, decimals);
    n = number_write(out, value);
    shown = shown_decimals(out, n);
    if (memchr(out, 'e', n) != NULL)
        return n;
    if (decimals > shown)
        return pad(out, n, decimals - shown);
    if (decimals < 0 && shown == 0 && value != 0)
        return shorten(out, n, -decimals);
    return n;
}

/* A quotient of two whole numbers that doubles hold is the double of its text. */
int number_decimals(double value)
{
    static const double exact = 9007199254740992; /* 2^53 */
    static const double in_full = 1e15;           /* number_write writes no exponent up to here */
    char text[NUMBER_TEXT];

    for (int i = 0; i < POWERS && fabs(value) < in_full; i++) {
        double whole = rint(value * powers_of_ten[i]);

        if (fabs(whole) < exact && whole / powers_of_ten[i] == value)
            return i;
    }
    return shown_decimals(text, number_write(text, value));
}
