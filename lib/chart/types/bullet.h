/* bullet.h - what bullets write: amounts of targets in words. All texts lie in the plot's arena; NULL:
 * memory ran out. */
#ifndef SHEAF_CHART_BULLET_H
#define SHEAF_CHART_BULLET_H

#include <stdbool.h>

#include "chart/plot.h"

struct target;

/* Significant digits: practically all. */
enum { ALL_DIGITS = 15 };

double bullet_in_units(double value, int multiplier);
/* The larger of aim and reached, without the multiplier. */
double bullet_reach(const struct target *target);
/* Few digits, but enough that a missed target does not look reached. */
int bullet_few_digits(const struct plot *plot, const struct target *target);
const char *bullet_aim(const struct plot *plot, const struct target *target, int digits,
                       bool with_unit);
const char *bullet_reached(const struct plot *plot, const struct target *target, int digits);
/* "62%" of the target; NULL too where there is no share. */
const char *bullet_share(const struct plot *plot, const struct target *target);
/* What all amounts are in, for the subtitle; "": they are in several units. */
const char *bullet_unit(const struct plot *plot);

#endif
