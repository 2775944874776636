/* rounding.h - how exactly a figure is known, and how many digits it may show.
 *
 * A figure given with d decimals stands for the interval of half a unit of its
 * last digit to either side; operations carry these intervals.
 *
 * The rule for a derived figure. It never shows more decimals than the coarsest
 * figure that went in. Its last digit holds when the unit of that digit is not
 * smaller than half the width of the interval, and no end of the interval is
 * further from the shown figure than one and a half units. So
 *   31.5 - 14.7          16.70 .. 16.90    16.8  half the width is 0.1
 *   14.7 - 16.8          -2.25 .. -1.95    -2    half the width is 0.15
 *   31.5 / (1 + 30.1 %)  24.16 .. 24.26    24.2
 *   14.7 / (1 + 12.6 %)  13.00 .. 13.11    13.1
 *   9 / (1 + 10.3 %)     7.70 .. 8.62      8
 *   31.5 + 5             35.95 .. 37.05    37
 *   16.8 / 11.2 - 1      48.4 % .. 52.8 %  50 %
 *   15 / 13 - 1          7.4 % .. 24 %     20 %
 * A sum of stated figures ends with their last place itself, so that the second half of the rule is
 * enough: 33 + 22 + 11 lies between 64.5 and 67.5, and is 66.
 * Where that leaves one digit of a figure that begins with 1 or 2, or none, people
 * are shown two digits of the computed value behind a sign instead: about -2.1,
 * about 15 %, about -25 % of -27 .. -24 (digits.h). One digit would move such a
 * figure by up to a half. */
#ifndef SHEAF_SERIES_ROUNDING_H
#define SHEAF_SERIES_ROUNDING_H

#include <stdbool.h>

enum { MOST_DECIMALS = 17, LEAST_DECIMALS = -18 };

static inline int within_decimals(int decimals)
{
    return decimals > MOST_DECIMALS    ? MOST_DECIMALS
           : decimals < LEAST_DECIMALS ? LEAST_DECIMALS
                                       : decimals;
}

struct interval {
    double low, high;
};

enum { EXACT_POWERS = 23 };
extern const double
    exact_powers_of_ten[EXACT_POWERS]; /* 10^0 to 10^22, which a double holds exactly */
double power_of_ten_beyond(int power);

/* 10^power for powers from -308 to 308. */
static inline double power_of_ten(int power)
{
    const unsigned size = power < 0 ? 0U - (unsigned)power : (unsigned)power;

    if (size < EXACT_POWERS)
        return power < 0 ? 1 / exact_powers_of_ten[size] : exact_powers_of_ten[size];
    return power_of_ten_beyond(power);
}

/* floor(log10(value) + tolerance) for a finite value above 0 and a tolerance of at most 1e-10, without the
 * logarithm where it is not near a whole number. */
int whole_log10(double value, double tolerance);

/* The interval that a figure with so many decimals stands for. */
struct interval rounding_interval(double value, int decimals);

/* The interval of all products, or quotients, of a number in a and one in b. False: b contains
 * zero. */
struct interval interval_product(struct interval a, struct interval b);
bool interval_quotient(struct interval a, struct interval b, struct interval *quotient);

/* Rounds to so many places after the point (negative: before it). */
double round_to(double value, int decimals);

/* The decimals of a value that binary arithmetic leaves right: those of 14 significant digits, and
 * all digits before the point of a value below 2^53. */
int decimals_of_double(double value);

/* Removes the noise of binary arithmetic (31.5 - 14.7 is 16.8, not 16.800000000000001) by rounding
 * to these decimals of the largest operand. */
double without_noise(double value, double largest_operand);

/* The second half of the rule above. */
bool place_is_near(double value, struct interval interval, int decimals);

/* The decimals that hold by the rule above, at most `most`. */
int decimals_that_hold(double value, struct interval interval, int most);

/* True if part of the interval rounds to another figure than the shown one. */
bool interval_exceeds_digits(double value, struct interval interval, int decimals);

#endif
