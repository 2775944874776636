/* line_ends.h - the names and last values of all lines of a plot, beside their ends. */
#ifndef SHEAF_CHART_LINE_ENDS_H
#define SHEAF_CHART_LINE_ENDS_H

#include "chart/guides/end_labels.h"
#include "chart/guides/line_end.h"
#include "chart/plot.h"

/* Of more lines than this only those with colours have names and dots; the grey ones are the others. */
enum { MOST_NAMED_LINES = 16 };

struct line_ends {
    struct line_end *items;
    size_t n;
    struct end_label *labels; /* where they stand, from the top */
    struct end_room room;
    double beside;        /* from a last value to its label */
    double from;          /* labels in the plot keep right of it */
    bool dots_last_known; /* the dot stands at the last figure that is no forecast */
};

/* Least height in which the labels of all named series stand, in one line each; the height of those set. */
double line_ends_least(const struct plot *plot);
double line_ends_height(const struct plot *plot, const struct line_ends *ends);
/* Sets the labels of the named series that have a value: name, value, both or neither. See line_end_wrap. */
void line_ends_set(const struct plot *plot, struct line_ends *ends, bool with_name, bool with_value,
                   double narrow, double most);
double line_ends_width(const struct plot *plot, const struct line_ends *ends);
/* Whether labels will have leaders, which need room. A scale for
 * a plot of this height; x: one a period. */
bool line_ends_lead(const struct plot *plot, const struct line_ends *ends,
                    const struct scale *scale, const struct places *x, double plot_height);
/* Places the labels. x: one a period. */
void line_ends_place(const struct plot *plot, struct line_ends *ends, const struct scale *scale,
                     const struct places *x);
/* The dot and the label at the end of one series, if it has an end. */
void line_ends_draw(const struct plot *plot, const struct line_ends *ends, struct scene *scene,
                    size_t series, const struct scale *scale, const struct places *x);

#endif
