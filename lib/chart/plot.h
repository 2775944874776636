/* plot.h - one plot of a chart: a model, drawn by a type with its axes and marks. The words and
 * the legend around it belong to the chart, which may have several plots.
 *
 * Coordinates are the chart's: (0, 0) is its top left corner, y down. */
#ifndef SHEAF_CHART_PLOT_H
#define SHEAF_CHART_PLOT_H

#include "chart/pen.h"
#include "chart/scale/places.h"
#include "chart/scale/scale.h"
#include "chart/types/types.h"

struct chart_plan;

struct plot {
    struct chart_plan *plan; /* the chart that it is part of */
    struct chart_pen pen;
    const struct chart_type *type;
    struct model *model; /* NULL: targets */
    struct extent extent;
    const struct scale_type *scale; /* of values */
    double width;
    /* Of a plot above others on one time axis: */
    size_t first;          /* of the chart's series, where its model begins */
    double indent, beside; /* least room for labels at the left and at the right */
    double left, right;    /* set by the type: what it takes there */
    bool leaves_periods;   /* the lowest plot names them */
    bool has_head;         /* which names its only series */
    bool head_says_unit;   /* with its multiplier: no label of the axis repeats it */
    struct box box;
    double foot;         /* set by the type: room that it wants below the box */
    double names_inside; /* set by the type: height of period names that stand within the box */
    double least;    /* set by the type: height without which labels would touch; 0: any will do */
    bool joins_gaps; /* set by the type: lines compare periods that an author chose */
    void *marks;     /* the type's own, axes included */
    /* A value whose line is drawn in place of zero's, with its words: the 100 of indices. NULL: none. */
    const char *reference_words;
    double reference;
};

/* Of all values, and of zero where the scale has one. */
struct extent plot_extent_from_zero(const struct plot *plot);

/* Adds a figure to the picture's data, if they are wanted; in reading order. box: of its mark. */
void plot_note(const struct plot *plot, size_t series, size_t period, struct box box);
/* Adds the figures of a line, which lie at x[period] and by the scale. */
void plot_note_line(const struct plot *plot, size_t series, const struct places *x,
                    const struct scale *scale);

/* Notes that the unit is said neither by the words around the plot nor, unless `says_unit`, in it; the
 * same of the one period of a type without an axis of periods. A line of words is made for them then. */
void plot_note_words(const struct plot *plot, bool says_unit);

/* "2023"; of the part of that year which all periods are, too, where the words around the plot say the
 * part: "January–April, 2022–2024". NULL when memory ran out. */
const char *plot_period_name(const struct plot *plot, sheaf_period period);

/* Groups that say what they stand for: close each with scene_close. */
void plot_open_series(const struct plot *plot, struct scene *scene, size_t series);
void plot_open_datum(const struct plot *plot, struct scene *scene, size_t series, size_t period);

#endif
