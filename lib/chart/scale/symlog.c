/* symlog.c - a logarithmic scale on either side of zero: linear up to the threshold, which takes as
 * much room as a decade, and logarithmic beyond. The threshold is a power of ten, three decades
 * below the one that reaches the farthest end: values of up to 5,000 are linear up to 10. */
#include <math.h>
#include <stdbool.h>

#include "chart/scale/log.h"
#include "chart/scale/scale.h"

/* Whole decades between the threshold and the farthest value. */
enum { DECADES = 2 };
/* Share of the distance between two ticks by which the outer one may lie beyond the values. */
static const double max_beyond = 0.25;

static double farthest(const struct scale *scale)
{
    return fmax(fabs(scale->low), fabs(scale->high));
}

static double top_exponent(const struct scale *scale)
{
    return floor(log10(farthest(scale)) + 1e-9);
}

static double threshold_of(const struct scale *scale)
{
    return log_power(top_exponent(scale) - DECADES);
}

/* In decades from zero. */
static double decades_of(double value, double threshold)
{
    double size = fabs(value) / threshold;

    return copysign(size <= 1 ? size : 1 + log10(size), value);
}

static bool has_span(const struct scale *scale)
{
    double most = farthest(scale);

    return scale->low < scale->high && most > 1e-250 && most < 1e250;
}

static double position(const struct scale *scale, double value)
{
    if (!has_span(scale))
        return (scale->from + scale->to) / 2;
    double threshold = threshold_of(scale), low = decades_of(scale->low, threshold);
    double high = decades_of(scale->high, threshold);

    return scale->from +
           (decades_of(value, threshold) - low) / (high - low) * (scale->to - scale->from);
}

static double invert(const struct scale *scale, double at)
{
    double room = scale->to - scale->from, share = room != 0 ? (at - scale->from) / room : 0;

    if (!has_span(scale))
        return scale->low;
    double threshold = threshold_of(scale), low = decades_of(scale->low, threshold);
    double at_decades = low + share * (decades_of(scale->high, threshold) - low);
    double size = fabs(at_decades) <= 1 ? fabs(at_decades) : pow(10, fabs(at_decades) - 1);
    return copysign(size * threshold, at_decades);
}

/* An end that lies close below a power of ten reaches it. */
static double reach(double end)
{
    double size = fabs(end);
    double power = size > 0 ? ceil(log10(size) - 1e-9) : 0;

    return size > 0 && power - log10(size) <= max_beyond ? copysign(log_power(power), end) : end;
}

/* The ticks: zero, and on either side every so many decades down from the largest. */
static void list(const struct scale *scale, int decades, struct ticks *ticks)
{
    double exponent = top_exponent(scale), least = exponent - DECADES;
    double low = scale->low * (1 + 1e-9), high = scale->high * (1 + 1e-9);

    for (double power = exponent; power >= least && ticks->count < TICKS_MAX; power -= decades)
        if (-log_power(power) >= low)
            ticks->values[ticks->count++] = -log_power(power);
    ticks->values[ticks->count++] = 0;
    for (double power = least + fmod(DECADES, decades); power <= exponent; power += decades)
        if (log_power(power) <= high && ticks->count < TICKS_MAX)
            ticks->values[ticks->count++] = log_power(power);
}

static void nice(struct scale *scale, size_t most)
{
    scale->step = (struct scale_step){ 0 };
    if (scale->low == 0 && scale->high == 0)
        scale->high = 1;
    scale->low = fmin(scale->low, 0);
    scale->high = fmax(scale->high, 0);
    if (!has_span(scale))
        return;
    scale->low = reach(scale->low);
    scale->high = reach(scale->high);
    scale->step = (struct scale_step){ 1, 1, 0 };
    for (scale->decades = 1; scale->decades <= DECADES; scale->decades++) {
        struct ticks ticks = { .count = 0 };
        list(scale, scale->decades, &ticks);
        if (ticks.count <= most)
            return;
    }
}

static void list_ticks(const struct scale *scale, struct ticks *ticks)
{
    if (scale->step.multiple != 0 && has_span(scale))
        list(scale, scale->decades, ticks);
}

static int decimals(const struct scale *scale, double tick)
{
    (void)scale;
    return log_decimals(tick);
}

const struct scale_type symlog_scale = { position, invert, nice, list_ticks, decimals };
