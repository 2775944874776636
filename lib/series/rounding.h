/* rounding.h - how exactly a figure is known, and how many digits it may show.
 *
 * A figure given with d decimals stands for the interval of half a unit of its
 * last digit to either side; operations carry these intervals.
 *
 * The rule for a derived figure. It never shows more decimals than the coarsest
 * figure that went in. Its last digit holds when the shown figure states the
 * interval fairly:
 *   - no end of the interval is further from it than one and a half units of that
 *     digit (what three rounded figures leave open, as in a balance taken from a
 *     turnover and one flow), and
 *   - the whole interval rounds to the shown figure, or the shown figure lies in
 *     the middle half of the interval.
 * A digit that does not hold is dropped, unless that would more than double the
 * distance from the shown figure to the further end: then the figure without the
 * digit would mislead more than the one with it. So
 *   31.5 - 14.7          16.7 .. 16.9      16.8  the middle
 *   14.7 - 16.8          -2.25 .. -1.95    -2.1  the middle
 *   31.5 / (1 + 30.1 %)  24.164 .. 24.260  24.2  within the middle half
 *   14.7 / (1 + 12.6 %)  13.005 .. 13.105  13    13.1 is at the edge, 13.0 as likely
 *   9 / (1 + 10.3 %)     7.70 .. 8.62      8     within the middle half
 *   31.5 + 5             35.95 .. 37.05    37    40 would be further off
 * A stricter rule (all digits always hold) would turn 16.8 into 17, which nobody
 * who sees 31.5 and 14.7 beside it would believe. A looser one (any figure within
 * one unit) would show 13.1. */
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

/* 10^power for powers from -308 to 308. */
double power_of_ten(int power);

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

/* The decimals that hold by the rule above, at most `most`. */
int decimals_that_hold(double value, struct interval interval, int most);

/* True if part of the interval rounds to another figure than the shown one. */
bool interval_exceeds_digits(double value, struct interval interval, int decimals);

#endif
