/* log.c - equal steps for equal ratios: ticks at powers of ten, at 1, 2 and 5 of each where few
 * decades leave room, and round numbers within less than that. Values at or below zero have no
 * place; charts refuse them before. */
#include <math.h>
#include <stdbool.h>

#include "chart/scale/log.h"
#include "chart/scale/scale.h"

enum { DIGITS_A_DECADE = 3 };

/* Domains that span less are labelled as linear ones are. */
static const double least_ratio = 4;
/* Room below a least value that no tick lies below, as a share of the domain. */
static const double below_least = 0.04;

static double position(const struct scale *scale, double value)
{
    if (!(scale->low > 0) || !(scale->high > scale->low))
        return (scale->from + scale->to) / 2;
    double share =
        value > 0 ? log10(value / scale->low) / log10(scale->high / scale->low) : -INFINITY;

    return scale->from + fmax(share, 0) * (scale->to - scale->from);
}

static double invert(const struct scale *scale, double at)
{
    double room = scale->to - scale->from, share = room != 0 ? (at - scale->from) / room : 0;

    return scale->low > 0 && scale->high > scale->low
               ? scale->low * pow(scale->high / scale->low, share)
               : scale->low;
}

double log_power(double exponent)
{
    return exponent < 0 ? 1 / pow(10, -exponent) : pow(10, exponent);
}

/* The tick of this number; 1 is number 0. decades 0: at 1, 2 and 5. */
static double tick_at(int decades, double index)
{
    static const double digits[DIGITS_A_DECADE] = { 1, 2, 5 };

    if (decades > 0)
        return log_power(index * decades);
    double decade = floor(index / DIGITS_A_DECADE);
    return digits[(int)(index - DIGITS_A_DECADE * decade)] * log_power(decade);
}

/* The number of the last tick that is not above the value; the slack absorbs log10's error. */
static double index_below(int decades, double value)
{
    double exponent = log10(value) + 1e-9;

    if (decades > 0)
        return floor(exponent / decades);
    double index = DIGITS_A_DECADE * floor(exponent);
    while (tick_at(0, index + 1) <= value * (1 + 1e-9))
        index++;
    return index;
}

static double index_above(int decades, double value)
{
    double index = index_below(decades, value);

    return tick_at(decades, index) >= value * (1 - 1e-9) ? index : index + 1;
}

/* How far a value lies from one tick to the next, as a share of the distance. */
static double share_between(int decades, double index, double value)
{
    double below = tick_at(decades, index), above = tick_at(decades, index + 1);

    return log10(value / below) / log10(above / below);
}

/* As of a linear scale: a tick far beyond the values is left out, and the domain ends with them.
 * Three ticks stay. */
static bool nice_with(struct scale *scale, size_t most, int decades)
{
    double first = index_below(decades, scale->low), last = index_above(decades, scale->high);

    bool is_too_low = last - first >= 3 && share_between(decades, first, scale->low) > 0.5;

    if (is_too_low)
        first++;
    if (last - first >= 3 && 1 - share_between(decades, last - 1, scale->high) > 0.25)
        last--;
    if (last - first + 1 > (double)most)
        return false;
    if (is_too_low) /* lines keep off the words below, as no line of the grid is there */
        scale->low *= pow(scale->high / scale->low, -below_least);
    scale->low = fmin(scale->low, tick_at(decades, first));
    scale->high = fmax(scale->high, tick_at(decades, last));
    scale->decades = decades;
    scale->step = (struct scale_step){ 1, 1, 0 };
    return true;
}

static bool nice_as_linear(struct scale *scale, size_t most)
{
    struct scale linear = *scale;

    linear.type = &linear_scale;
    scale_nice(&linear, most);
    if (!(linear.low > 0) || linear.step.multiple == 0)
        return false;
    scale->low = linear.low;
    scale->high = linear.high;
    scale->step = linear.step;
    scale->decades = LINEAR_TICKS;
    return true;
}

static void nice(struct scale *scale, size_t most)
{
    /* One is a tick of every step: of a domain on either side of it there are always three. */
    size_t room = most < 3 ? 3 : most > TICKS_MAX ? TICKS_MAX : most;

    scale->step = (struct scale_step){ 0 };
    if (!(scale->low > 1e-250) || !(scale->high < 1e250) || scale->low > scale->high)
        return;
    if (scale->low == scale->high) {
        scale->low /= 2;
        scale->high *= 2;
    }
    if (scale->high < least_ratio * scale->low && nice_as_linear(scale, room))
        return;
    for (int decades = 0; !nice_with(scale, room, decades); decades++)
        ;
}

static void list_ticks(const struct scale *scale, struct ticks *ticks)
{
    if (scale->decades == LINEAR_TICKS) {
        linear_scale.ticks(scale, ticks);
        return;
    }
    if (scale->step.multiple == 0)
        return;
    double last = index_below(scale->decades, scale->high);
    for (double index = index_above(scale->decades, scale->low);
         index <= last && ticks->count < TICKS_MAX; index++)
        ticks->values[ticks->count++] = tick_at(scale->decades, index);
}

int log_decimals(double tick)
{
    double size = fabs(tick);

    return size > 0 && size < 1 ? (int)-floor(log10(size) + 1e-9) : 0;
}

static int decimals(const struct scale *scale, double tick)
{
    return scale->decades == LINEAR_TICKS ? linear_scale.decimals(scale, tick) : log_decimals(tick);
}

const struct scale_type log_scale = { position, invert, nice, list_ticks, decimals };
