/* ticks.h - round values along a linear scale. */
#ifndef SHEAF_CHART_TICKS_H
#define SHEAF_CHART_TICKS_H

#include <stddef.h>

enum { TICKS_MOST = 24 };

/* Writes at most capacity ascending multiples of 1, 2 or 5 * 10^k inside [low, high],
 * about `want` of them; returns how many. 0: no sensible axis (empty, reversed or
 * non-finite range). */
size_t ticks_linear(double low, double high, size_t want, double *out, size_t capacity);

struct ticks {
    double low, high; /* the scale's domain: both ends, or the lowest value */
    double values[TICKS_MOST];
    size_t count; /* 0: no round values; low and high are as they were given */
    int decimals; /* places that tell the values apart */
};

/* Widens [low, high] to whole steps, with `most` values or fewer, as many as
 * possible, but always two and a zero that lies within. A negative end more than half
 * a step below the values is left out, and the range begins with them: -2.1 needs no
 * axis from -5. low == high counts as a range around it, both zero as one above. */
struct ticks ticks_nice(double low, double high, size_t most);

#endif
