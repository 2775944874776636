/* spark.h - a course of figures in a word's room, without axes: what sparklines, tables and key
 * figures draw in a box of theirs. */
#ifndef SHEAF_CHART_SPARK_H
#define SHEAF_CHART_SPARK_H

#include <stdbool.h>
#include <stddef.h>

#include "chart/theme.h"

struct spark {
    const double *at;     /* where each figure lies in time, ascending; in any unit */
    const double *values; /* NaN: missing, a gap */
    size_t n;
    double low, high;   /* of the scale: one for all sparks that are compared */
    struct color color; /* of the last figure; the others are grey */
    bool bars;          /* bars from zero, which lies in the scale; else a line */
    bool extremes;      /* tiny ticks at the least and the largest figure, as in tables */
};

/* Draws into the box, time from left to right in every language. em: the size of a label beside it;
 * pixel: as of a chart's pen. Nothing is drawn where there is no figure. */
void spark_draw(const struct spark *spark, const struct theme *theme, double em, double pixel,
                struct scene *scene, struct box box);
/* Where a figure's mark is. */
struct box spark_box(const struct spark *spark, double em, double pixel, struct box box,
                     size_t index);
/* The width below which bars would touch. */
double spark_bars_width(size_t n, double em);

#endif
