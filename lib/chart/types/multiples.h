/* multiples.h - a small plot a member: the grid of panels, between measuring and drawing. */
#ifndef SHEAF_CHART_MULTIPLES_H
#define SHEAF_CHART_MULTIPLES_H

#include "chart/guides/axis_period.h"
#include "chart/guides/axis_value.h"
#include "chart/guides/line_end.h"
#include "chart/guides/row_name.h"
#include "chart/plot.h"

struct panel {
    size_t row, column; /* of the grid, from the top and from where reading begins */
    struct row_name name;
    struct line_end end; /* the last value; without a name */
    double *x;           /* one a period */
};

struct multiples {
    struct value_axis value_axis;
    struct period_axis *period_axes; /* one a column: names stand below its last panel */
    struct panel *panels;
    size_t n, columns, rows;
    double width, left;            /* of a panel; of the first, beside the labels of values */
    bool has_columns;              /* in place of lines */
    double name;                   /* height of the panels' names */
    bool has_areas;                /* below the lines */
    double column;                 /* width of one */
    double values;                 /* width of the last values, with the space before them */
    size_t max_series, max_period; /* the largest figure, which is labelled; n: none is */
    struct text_line *max_label;
};

/* In ems: between panels. */
#define PANEL_GAP 1.6

/* The left end of a column's lines; columns are counted from where reading begins. */
double multiples_left(const struct plot *plot, const struct multiples *multiples, size_t column);
/* Height of a panel with its name, in a plot of this height. */
double multiples_height(const struct plot *plot, const struct multiples *multiples, double height);
/* What stands at a period of a panel in place of a mark: "[c]" of a confidential figure, "0" of an empty
 * column; NULL: nothing, or it has no room. */
struct text_line *multiples_sign(const struct plot *plot, const struct multiples *multiples,
                                 size_t series, size_t period);
struct time_frame *multiples_time_frames(const struct plot *plot, size_t *n);
void multiples_draw(const struct plot *plot, struct scene *scene);

#endif
