/* row_bar.h - a lying bar of a row with its value at the end, and the lines that bars begin at. */
#ifndef SHEAF_CHART_ROW_BAR_H
#define SHEAF_CHART_ROW_BAR_H

#include "chart/types/rows/rows.h"

/* Ems from a bar to its value. */
#define ROW_VALUE_GAP 0.4

struct row_bar {
    double zero, end;      /* x of languages written from left to right */
    double middle, height; /* of the bar */
    bool has_value;        /* there is room for it */
    bool is_broken;        /* it ends where the scale does, not at its figure */
};

/* With its datum, its series and its value, which stands beyond the end: left of it or right of it. */
void row_bar_draw(const struct plot *plot, struct scene *scene, const struct row *row, size_t flow,
                  const struct row_bar *bar, bool leftwards);

/* The zero line of n rows. */
void row_zero_draw(const struct plot *plot, struct scene *scene, const struct rows *rows, double x);

#endif
