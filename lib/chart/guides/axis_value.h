/* axis_value.h - the scale of values: gridlines, and their labels on the left. */
#ifndef SHEAF_CHART_AXIS_VALUE_H
#define SHEAF_CHART_AXIS_VALUE_H

#include <stdbool.h>

#include "chart/scale/linear.h"
#include "chart/scale/ticks.h"
#include "text/text.h"

struct chart_plan;

struct value_axis {
    struct ticks ticks;
    struct text_line *labels[TICKS_MOST]; /* NULL: no label at this line */
    bool shown;                           /* gridlines and labels; else the zero line alone */
    double gutter;                        /* room for the labels at the left */
    double room_above, room_below;        /* inside the plot, for labels beyond the marks */
    double broken; /* height of the mark that zero is missing, within that room; 0: none */
};

/* A scale over [low, high] with gridlines and labels, for a plot of about this
 * height. */
void value_axis_measure(struct chart_plan *plan, double low, double high, double plot_height);
/* The same without gridlines: values are written at the marks, and need room. */
void value_axis_bare(struct chart_plan *plan, double low, double high, double room_above,
                     double room_below);

/* What the top label takes, which stands on the line at the left; 0: none. */
double value_axis_top_width(const struct chart_plan *plan);

/* For plan->plot as it is. */
struct linear_scale value_axis_scale(const struct chart_plan *plan);

/* Gridlines below the marks, to right; the zero line, which may be drawn in parts,
 * and the labels above them. A scale without zero has the line all the same, beyond its
 * end, and between the two a zigzag says that the scale is broken there. */
void value_axis_draw_grid(const struct chart_plan *plan, struct scene *scene, double left,
                          double right);
void value_axis_draw_zero(const struct chart_plan *plan, struct scene *scene, double left,
                          double right);
void value_axis_draw_labels(const struct chart_plan *plan, struct scene *scene);

/* Whether a range of values is drawn from zero although lines need not be: unless the
 * value nearest to zero is two thirds of the farthest or more. Then zero would leave
 * two thirds of the plot empty. */
bool value_range_wants_zero(double low, double high);

#endif
