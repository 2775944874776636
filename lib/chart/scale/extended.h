/* extended.h - where the ticks of an axis best lie, by the extended Wilkinson search. */
#ifndef SHEAF_CHART_SCALE_EXTENDED_H
#define SHEAF_CHART_SCALE_EXTENDED_H

#include <stdbool.h>
#include <stddef.h>

/* The ticks (first + i * step) * 10^power, in whole numbers. */
struct extended_ticks {
    double first, step;
    int power;
    size_t count; /* 0: there are none */
};

/* The ticks whose numbers are simplest, which cover low to high best and are about `wanted`. With
 * `loose` none of the data lie beyond them. Reversed, empty and endless domains have none, nor those
 * with fewer than two wanted. Pure. */
struct extended_ticks extended_search(double low, double high, size_t wanted, bool loose);
double extended_tick(const struct extended_ticks *ticks, size_t index);

#endif
