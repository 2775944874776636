/* rounding.c - rounding intervals, and how many digits they allow. */
#include "series/rounding.h"

#include <math.h>
#include <stdint.h>

/* Tolerance of comparisons, in units of the last digit: absorbs the noise of binary arithmetic. */
static const double slack = 1e-7;

const double exact_powers_of_ten[EXACT_POWERS] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

double power_of_ten_beyond(int power)
{
    return pow(10, power);
}

/* Divides by an exact power of ten; multiplying by 0.1 would be inexact. */
static double unit_of(int decimals)
{
    return power_of_ten(-decimals);
}

static double round_small(double value);

/* The interval of a value that is a decimal of at most 11 digits, in whole numbers of them: what
 * without_noise gives, without logarithms. False: it is another. */
static bool interval_of_few_digits(double value, int decimals, struct interval *interval)
{
    if (decimals < 0 || decimals > 11)
        return false;
    double unit = power_of_ten(decimals), digits = value * unit;

    if (!(fabs(digits) < 1e11))
        return false;
    digits = round_small(digits);
    if (digits / unit != value)
        return false;
    *interval =
        (struct interval){ (10 * digits - 5) / (10 * unit), (10 * digits + 5) / (10 * unit) };
    return true;
}

struct interval rounding_interval(double value, int decimals)
{
    struct interval interval;

    if (interval_of_few_digits(value, decimals, &interval))
        return interval;
    double half = unit_of(decimals) / 2;
    /* A value with more than 14 digits may lie outside the rounded ends. */
    return (struct interval){ fmin(value, without_noise(value - half, value)),
                              fmax(value, without_noise(value + half, value)) };
}

static struct interval interval_around(const double ends[4])
{
    return (struct interval){ fmin(fmin(ends[0], ends[1]), fmin(ends[2], ends[3])),
                              fmax(fmax(ends[0], ends[1]), fmax(ends[2], ends[3])) };
}

struct interval interval_product(struct interval a, struct interval b)
{
    return interval_around(
        (const double[]){ a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high });
}

bool interval_quotient(struct interval a, struct interval b, struct interval *quotient)
{
    if (b.low <= 0 && b.high >= 0)
        return false;
    *quotient = interval_around(
        (const double[]){ a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high });
    return true;
}

/* Every double from here on is whole. */
static const double wholes = 9007199254740992.0; /* 2^53 */

/* round() for less than 2^53, which compilers do not inline for every processor. */
static double round_small(double value)
{
    double whole = (double)(int64_t)value, rest = value - whole;

    whole += (rest >= 0.5) - (rest <= -0.5);
    return copysign(whole, value);
}

int whole_log10(double value, double tolerance)
{
    int power, exponent;

    (void)frexp(value, &exponent);
    power = (int)floor((exponent - 1) * 0.30102999566398120);
    /* The estimate is at most one too small. Beside a power of ten the logarithm itself decides. */
    if (power < -20 || power > 20)
        return (int)floor(log10(value) + tolerance);
    double next = power_of_ten(power + 1);
    if (fabs(value - next) <= 1e-9 * next || value <= power_of_ten(power) * (1 + 1e-9))
        return (int)floor(log10(value) + tolerance);
    return power + (value > next);
}

double round_to(double value, int decimals)
{
    double scaled =
        decimals >= 0 ? value * power_of_ten(decimals) : value / power_of_ten(-decimals);

    if (!isfinite(scaled) || fabs(scaled) >= wholes)
        return value;
    scaled = round_small(scaled);
    return decimals >= 0 ? scaled / power_of_ten(decimals) : scaled * power_of_ten(-decimals);
}

int decimals_of_double(double value)
{
    int decimals = value != 0 && isfinite(value) ? 13 - whole_log10(fabs(value), 0) : 13;

    /* Whole numbers up to 2^53 and their halves are exact, or as near as a double can be. */
    return decimals < 1 && fabs(value) <= wholes ? 1 : decimals;
}

double without_noise(double value, double largest_operand)
{
    double size = fmax(fabs(value), fabs(largest_operand));
    int decimals;

    if (!(size > 0) || !isfinite(size))
        return value;
    decimals = decimals_of_double(size);
    return decimals >= -22 && decimals <= 22 ? round_to(value, decimals) : value;
}

/* The distance from the shown figure to the further end. */
static double reach(double value, struct interval interval, int decimals)
{
    double shown = round_to(value, decimals);

    return fmax(shown - interval.low, interval.high - shown);
}

bool place_is_near(double value, struct interval interval, int decimals)
{
    return reach(value, interval, decimals) <= (1.5 + slack) * unit_of(decimals);
}

static bool holds(double value, struct interval interval, int decimals)
{
    double half = interval.high / 2 - interval.low / 2;

    return half <= (1 + slack) * unit_of(decimals) && place_is_near(value, interval, decimals);
}

int decimals_that_hold(double value, struct interval interval, int most)
{
    int decimals = most;

    while (decimals > LEAST_DECIMALS && !holds(value, interval, decimals))
        decimals--;
    return decimals;
}

bool interval_exceeds_digits(double value, struct interval interval, int decimals)
{
    return reach(value, interval, decimals) > (0.5 + slack) * unit_of(decimals);
}
