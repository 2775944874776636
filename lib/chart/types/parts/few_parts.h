/* few_parts.h - what waffles and donuts share: two or three parts of one whole in one period, as
 * shares of 100, with their names in a column beside the figure. */
#ifndef SHEAF_CHART_FEW_PARTS_H
#define SHEAF_CHART_FEW_PARTS_H

#include "chart/guides/part_names.h"
#include "chart/plot.h"

struct speech;

/* More parts than this are compared badly by angle or by count. */
enum { FEW_PARTS = 3 };

struct few_parts {
    struct part_names names;
    struct text_line *large[FEW_PARTS]; /* the shares, in the order of the names */
    double large_size;                  /* 0: shares stand behind their names */
};

/* The parts in the last period of the longest kind, the largest first. Fails, with what would suit,
 * where there are more than three. `what` is the type: "a donut". */
const sheaf_chart *few_parts_gather(const struct chart_plan *plan, const char *what);
/* Sets the names or, where they have no room, adds them to the legend. False after a failure. */
bool few_parts_measure(struct plot *plot, struct few_parts *parts, double plot_height);
/* After few_parts_measure: writes the shares large above their names where there is room. */
void few_parts_enlarge(const struct plot *plot, struct few_parts *parts, double plot_height);
/* The square in which the parts are drawn, as for a language written from left to right: as tall as
 * the plot, at its left edge. */
struct box few_parts_square(const struct plot *plot, const struct few_parts *parts);
/* Draws the names beside the square, each near to the y that is wanted for its series. dots: with a
 * dot in the part's colour before each. */
void few_parts_draw_names(const struct plot *plot, struct few_parts *parts, struct scene *scene,
                          const double *wanted, bool with_dots);

/* Squares of 100 for n shares: whole ones first, those that are left to the largest remainders. */
void few_parts_squares(const double *shares, size_t n, int *squares);
double few_parts_min_height(const struct plot *plot);

#endif
