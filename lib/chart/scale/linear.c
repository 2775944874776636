/* linear.c - values to places, in proportion. */
#include "chart/scale/linear.h"

double linear_place(const struct linear_scale *scale, double value)
{
    /* Halved, so that a domain from -1e308 to 1e308 has a finite span. */
    double span = scale->high / 2 - scale->low / 2;
    double share = span > 0 ? (value / 2 - scale->low / 2) / span : 0.5;

    return scale->from + share * (scale->to - scale->from);
}
