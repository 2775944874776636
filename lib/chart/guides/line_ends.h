/* line_ends.h - the names and last values of all lines of a plot, beside their ends. */
#ifndef SHEAF_CHART_LINE_ENDS_H
#define SHEAF_CHART_LINE_ENDS_H

#include "chart/guides/line_end.h"
#include "chart/plot.h"

struct line_ends {
    struct line_end *items;
    size_t n;
    double beside;        /* from a last value to its label */
    double left;          /* of the labels that leaders lead to */
    bool dots_last_known; /* the dot stands at the last figure that is no forecast */
};

/* Height of a label with the space around it. */
double line_ends_pitch(const struct plot *plot);
/* Sets the labels of the series that have a value: name, value, both or neither. A country whose
 * label would be wider than `most` is given by its code. */
void line_ends_set(const struct plot *plot, struct line_ends *ends, bool with_name, bool with_value,
                   double most);
double line_ends_width(const struct plot *plot, const struct line_ends *ends);
/* Whether labels will have to move away from their values, and so need room for leaders. A scale for
 * a plot of this height. */
bool line_ends_move(const struct plot *plot, const struct line_ends *ends,
                    const struct scale *scale, double plot_height);
/* Places the labels, those with leaders at ends->left. x: one a period. */
void line_ends_place(const struct plot *plot, struct line_ends *ends, const struct scale *scale,
                     const double *x);
/* The dot and the label at the end of one series, if it has an end. */
void line_ends_draw(const struct plot *plot, const struct line_ends *ends, struct scene *scene,
                    size_t series, const struct scale *scale, const double *x);

#endif
