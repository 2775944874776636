/* axis_value.h - the axis of values: gridlines, and their labels on the left. */
#ifndef SHEAF_CHART_AXIS_VALUE_H
#define SHEAF_CHART_AXIS_VALUE_H

#include <stdbool.h>

#include "chart/plot.h"
#include "chart/scale/scale.h"

struct value_axis {
    struct scale scale; /* without positions, which the plot's box gives */
    struct ticks ticks;
    struct text_line *labels[TICKS_MOST]; /* NULL: no label at this line */
    bool shown;                           /* gridlines and labels; else the zero line alone */
    double gutter;                        /* room for the labels at the left */
    double room_above, room_below;        /* inside the plot, for labels beyond the marks */
    double broken; /* height of the mark that zero is missing, within that room; 0: none */
};

/* An axis over an extent with gridlines and labels, for a plot of about this height. */
void value_axis_measure(const struct plot *plot, struct value_axis *axis, struct extent extent,
                        double plot_height);
/* The same without gridlines: values are written at the marks, and need room. */
void value_axis_bare(struct value_axis *axis, struct extent extent, double room_above,
                     double room_below);

/* What the top label takes, which stands on the line at the left; 0: none. */
double value_axis_top_width(const struct plot *plot, const struct value_axis *axis);

/* The scale for the plot's box as it is. */
struct scale value_axis_scale(const struct plot *plot, const struct value_axis *axis);

/* Gridlines below the marks, to right; the zero line, which may be drawn in parts,
 * and the labels above them. A scale without zero has the line all the same, beyond its
 * end, and between the two a zigzag says that the scale is broken there. */
void value_axis_draw_grid(const struct plot *plot, const struct value_axis *axis,
                          struct scene *scene, double left, double right);
void value_axis_draw_zero(const struct plot *plot, const struct value_axis *axis,
                          struct scene *scene, double left, double right);
void value_axis_draw_labels(const struct plot *plot, const struct value_axis *axis,
                            struct scene *scene);

#endif
