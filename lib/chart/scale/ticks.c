/* ticks.c - round tick values for a linear scale. Pure: no allocation, no locale.
 *
 * A step is multiple/divisor in whole numbers (0.2 is 2/10), so a tick is one product
 * and one division: 3/10 prints as 0.3 and end ticks never go missing. */
#include "chart/scale/ticks.h"

#include <math.h>
#include <stdbool.h>

struct step {
    double multiple, divisor;
    int decimals;
};

/* 1, 2 or 5 times a power of ten; rank counts them: 0 is 1, 1 is 2, 2 is 5, 3 is 10. */
static struct step step_of_rank(int rank)
{
    static const double digits[] = { 1, 2, 5 };
    int power = (int)floor(rank / 3.0);
    double digit = digits[rank - 3 * power];

    if (power < 0)
        return (struct step){ digit, pow(10, -power), -power };
    return (struct step){ digit * pow(10, power), 1, 0 };
}

static double step_value(struct step step, double index)
{
    return index * step.multiple / step.divisor;
}

/* Rank of the smallest step not below raw; the slack absorbs log10's error. */
static int rank_above(double raw)
{
    double power = floor(log10(raw) + 1e-9);
    double ratio = raw / pow(10, power) - 1e-9;

    return 3 * (int)power + (ratio <= 1 ? 0 : ratio <= 2 ? 1 : ratio <= 5 ? 2 : 3);
}

/* Near the ends of a double's range, powers of ten and their quotients overflow. */
static bool has_ticks(double low, double high)
{
    double span = high - low, largest = fmax(fabs(low), fabs(high));

    return low < high && largest < 1e250 && span > 1e-250 && span > 1e-12 * largest;
}

size_t ticks_linear(double low, double high, size_t want, double *out, size_t capacity)
{
    if (!has_ticks(low, high) || want == 0)
        return 0;

    struct step step = step_of_rank(rank_above((high - low) / (double)want));
    double index = floor(low * step.divisor / step.multiple);
    size_t n = 0;

    if (step_value(step, index) < low)
        index += 1;
    while (n < capacity && step_value(step, index) <= high)
        out[n++] = step_value(step, index++);
    return n;
}

/* The multiple of the step at or beyond value; the slack keeps 0.3 at 3 * 0.1. */
static double index_below(struct step step, double value)
{
    return floor(value * step.divisor / step.multiple + 1e-9);
}

static double index_above(struct step step, double value)
{
    return ceil(value * step.divisor / step.multiple - 1e-9);
}

/* Whether the values end far above the lowest tick. The highest stays: its label says
 * the unit, above all marks. */
static bool is_too_low(struct step step, double low, double first, double last)
{
    return first < 0 && last - first >= 2 && low * step.divisor / step.multiple - first > 0.5;
}

struct ticks ticks_nice(double low, double high, size_t most)
{
    if (low == 0 && high == 0)
        high = 1;
    if (isfinite(low) && low == high) {
        double around = fabs(low) / 2;
        low -= around;
        high += around;
    }
    struct ticks ticks = { .low = low, .high = high };
    size_t least = low < 0 && high > 0 ? 3 : 2; /* zero is a multiple of every step */
    size_t room = most < least ? least : most > TICKS_MOST ? TICKS_MOST : most;

    if (!has_ticks(low, high))
        return ticks;
    /* One rank too fine is always too many; a few ranks up it always fits. */
    for (int rank = rank_above((high - low) / (double)room) - 1;; rank++) {
        struct step step = step_of_rank(rank);
        double first = index_below(step, low), last = index_above(step, high);

        if (is_too_low(step, low, first, last))
            first++;
        if (!(last - first + 1 <= (double)room))
            continue;
        ticks.low = fmin(low, step_value(step, first));
        ticks.high = step_value(step, last);
        ticks.decimals = step.decimals;
        for (double index = first; index <= last; index++)
            ticks.values[ticks.count++] = step_value(step, index);
        return ticks;
    }
}
