/* axis_value.h - the axis of values: gridlines, and their labels on the left. */
#ifndef SHEAF_CHART_AXIS_VALUE_H
#define SHEAF_CHART_AXIS_VALUE_H

#include <stdbool.h>

#include "chart/plot.h"
#include "chart/scale/scale.h"

struct value_axis {
    struct scale scale; /* without positions, which the plot's box gives */
    struct ticks ticks;
    struct text_line *labels[TICKS_MAX]; /* NULL: no label at this line */
    bool shown;                          /* gridlines and labels; else the zero line alone */
    double gutter;                       /* room for the labels at the left */
    double room_above, room_below;       /* inside the plot, for labels beyond the marks */
    struct text_line *reference;         /* words of the plot's reference; NULL: none, or no room */
    double broken; /* height of the mark that zero is missing, within that room; 0: none */
};

/* An axis over an extent with gridlines and labels, for a plot of about this height. */
void value_axis_measure(const struct plot *plot, struct value_axis *axis, struct extent extent,
                        double plot_height);
/* The same with at most so many gridlines; 0: as many as suit the height. */
void value_axis_measure_lines(const struct plot *plot, struct value_axis *axis,
                              struct extent extent, double plot_height, size_t most);
/* The same without gridlines: values are written at the marks, and need room. */
void value_axis_bare(const struct plot *plot, struct value_axis *axis, struct extent extent,
                     double room_above, double room_below);

/* Width that the top label takes at the left of its line; 0: there is none. */
double value_axis_top_width(const struct plot *plot, const struct value_axis *axis);

/* Whether words of one line, from left on around this middle, would touch the top label. */
bool value_axis_top_touches(const struct plot *plot, const struct value_axis *axis, double left,
                            double middle);

/* The scale for the plot's box as it is. */
struct scale value_axis_scale(const struct plot *plot, const struct value_axis *axis);

/* Gridlines lie below the marks, the zero line and the labels above them; grid and zero line may be
 * drawn in parts from left to right. A scale without zero has a zero line beyond its end, and a
 * zigzag between them shows that the axis is broken. */
void value_axis_draw_grid(const struct plot *plot, const struct value_axis *axis,
                          struct scene *scene, double left, double right);
void value_axis_draw_zero(const struct plot *plot, const struct value_axis *axis,
                          struct scene *scene, double left, double right);
void value_axis_draw_labels(const struct plot *plot, const struct value_axis *axis,
                            struct scene *scene);

#endif
