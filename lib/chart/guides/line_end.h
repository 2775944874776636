/* line_end.h - the name and the last value of a line, beside its end. */
#ifndef SHEAF_CHART_LINE_END_H
#define SHEAF_CHART_LINE_END_H

#include "chart/plot.h"

struct line_end {
    size_t series;
    struct point at;                /* the last value */
    struct text_line *name, *value; /* NULL: not said here */
    struct text_block *lines;       /* both, instead, of a long name; or NULL */
    double left, y;                 /* of the label: its left end and its middle */
    size_t label;                   /* among the labels placed */
};

/* For a series that has a value. One that ends before others names the period in which it does; a
 * break in it shows in the line, not here. A country whose label would be wider than `most` is given by its
 * code. */
struct line_end line_end_set(const struct plot *plot, size_t index, bool with_name, bool with_value,
                             double most);
/* As before, but a label wider than `narrow` takes up to three lines of that width, if its words have
 * room in them; a code is taken only where `narrow` is `most`. */
struct line_end line_end_wrap(const struct plot *plot, size_t index, bool with_name,
                              bool with_value, double narrow, double most);
double line_end_width(const struct plot *plot, const struct line_end *end);
double line_end_height(const struct plot *plot, const struct line_end *end);
/* From x on. */
void line_end_draw(const struct plot *plot, struct scene *scene, const struct line_end *end,
                   double x);
#endif
