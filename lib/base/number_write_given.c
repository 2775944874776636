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

size_t number_write_given(char out[NUMBER_GIVEN], double value, int decimals)
{
    size_t n;
    int shown;

    out[0] = '\0';
    if (isnan(value))
        return 0;
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
    static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
    static const double exact = 9007199254740992; /* 2^53 */
    static const double in_full = 1e15;           /* number_write writes no exponent up to here */
    char text[NUMBER_TEXT];

    for (int i = 0; i < (int)(sizeof powers / sizeof *powers) && fabs(value) < in_full; i++) {
        double whole = rint(value * powers[i]);

        if (fabs(whole) < exact && whole / powers[i] == value)
            return i;
    }
    return shown_decimals(text, number_write(text, value));
}
