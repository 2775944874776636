/* period_number.c - plain numbers in the place of periods: prices, distances, shares.
 *
 * A number is kept as whole digits and a power of ten without zeros at its end, so that each has one
 * representation, and 0.1 stays 0.1. */
#include <math.h>
#include <stddef.h>

#include "base/number.h"
#include "period/period.h"

enum { MOST_DIGITS = 9, LARGEST_POWER = 30 };

bool period_number_valid(sheaf_period period)
{
    return period.start > -1000000000 && period.start < 1000000000 &&
           period.count >= -LARGEST_POWER - MOST_DIGITS && period.count <= LARGEST_POWER &&
           (period.start % 10 != 0 || (period.start == 0 && period.count == 0));
}

/* Times 10^power. Quotients by powers of ten that a double holds are the nearest doubles. */
static double scaled(double number, int power)
{
    return power < 0 ? number / pow(10, -power) : number * pow(10, power);
}

sheaf_period sheaf_period_number(double number)
{
    sheaf_period none = { SHEAF_NO_PERIOD, 0, 0 }, period = { SHEAF_NUMBER, 0, 0 };

    if (!isfinite(number) || fabs(number) >= pow(10, LARGEST_POWER))
        return none;
    if (fabs(number) < pow(10, -LARGEST_POWER))
        return period;
    int power = (int)floor(log10(fabs(number))) + 1 - MOST_DIGITS;
    double digits = round(scaled(number, -power));
    if (fabs(digits) >= 1e9) { /* rounded up to ten digits */
        digits = round(digits / 10);
        power++;
    }
    period.start = (int32_t)digits;
    for (; period.start % 10 == 0; power++)
        period.start /= 10;
    period.count = power;
    return period;
}

double sheaf_period_as_number(sheaf_period period)
{
    return period.unit == SHEAF_NUMBER && period_number_valid(period)
               ? scaled(period.start, period.count)
               : NAN;
}

int period_number_decimals(sheaf_period period)
{
    return period.count < 0 ? -period.count : 0;
}

size_t period_number_write(sheaf_period period, char out[SHEAF_PERIOD_TEXT])
{
    char text[NUMBER_TEXT];
    size_t n = number_write(text, sheaf_period_as_number(period));

    for (size_t i = 0; i <= n; i++)
        out[i] = text[i];
    return n;
}
