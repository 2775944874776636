/* waterfall.h - the steps of a waterfall, from its measuring to its drawing. */
#ifndef SHEAF_CHART_WATERFALL_H
#define SHEAF_CHART_WATERFALL_H

#include "chart/guides/axis_value.h"
#include "chart/plot.h"
#include "chart/scale/band.h"

struct step {
    size_t series, period;
    double from, to; /* NaN: unknown */
    bool is_total;   /* a column from zero */
    struct text_line *value;
    struct text_block *name;
};

struct waterfall {
    struct step *steps;
    struct band *bands; /* one a step */
    size_t n;
    struct value_axis axis;
    double left, right;
    double names_height;
};

const struct figure *waterfall_figure(const struct plot *plot, const struct step *step);
void waterfall_draw(const struct plot *plot, struct scene *scene);

#endif
