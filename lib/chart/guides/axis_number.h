/* axis_number.h - an axis of plain numbers below the plot: upright gridlines, their labels, and what the
 * numbers are. */
#ifndef SHEAF_CHART_AXIS_NUMBER_H
#define SHEAF_CHART_AXIS_NUMBER_H

#include "chart/model/model.h"
#include "chart/plot.h"
#include "chart/scale/scale.h"

struct number_axis {
    struct scale scale;
    struct ticks ticks;
    struct text_line *labels[TICKS_MAX];
    bool is_tight;          /* it ends with the values, not at the next round number beyond them */
    struct text_line *head; /* "Price, USD/t"; NULL: none, or no room */
};

/* From zero, unless all values lie in the upper half of an axis from there. */
struct extent number_axis_extent(const struct plot *plot, struct extent values);
/* As many lines between left and right as have room for their labels. False: two of them have none, and
 * the axis has no labels. */
bool number_axis_measure(const struct plot *plot, struct number_axis *axis,
                         const struct scale_type *type, struct extent extent, double left,
                         double right);
/* What the numbers are. */
void number_axis_set_head(const struct plot *plot, struct number_axis *axis, const char *words);
/* Room below the plot. */
double number_axis_height(const struct plot *plot);
/* Gridlines lie below the marks; they begin at top. */
void number_axis_draw_grid(const struct plot *plot, const struct number_axis *axis,
                           struct scene *scene, double top);
void number_axis_draw_labels(const struct plot *plot, const struct number_axis *axis,
                             struct scene *scene);

#endif
