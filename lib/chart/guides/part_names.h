/* part_names.h - the names of parts that are stacked, at the right of the last stack, each beside its
 * part's middle as far as the others leave room. */
#ifndef SHEAF_CHART_PART_NAMES_H
#define SHEAF_CHART_PART_NAMES_H

#include "chart/plot.h"

struct part_name {
    size_t series;
    struct text_block *words; /* name and figure */
    double wanted;            /* given: the middle of the part */
    double y;                 /* found: the middle of the words */
};

struct part_names {
    struct part_name *items; /* from the top, once they are spread */
    size_t n;                /* 0: the names are not here */
    size_t period;           /* of the stack that they stand beside */
    double width;            /* of the widest */
    double beside;           /* from the stack to the names */
};

/* Sets the names of the series from first on, with their figures in a period; series that have none
 * there have no name. False if they would take too much of the width, or more than the height. */
bool part_names_set(const struct plot *plot, struct part_names *names, size_t first, size_t period,
                    bool with_values, double plot_height);
/* Spreads the names within [low, high], as near to their wishes as none touch. Whether one was moved,
 * and so needs a leader. Without room there are no names then. */
bool part_names_spread(const struct plot *plot, struct part_names *names, double low, double high);
/* Draws the names at x, with leaders from the stack's edge to those that were moved. Leaders never
 * cross: names stand in the order of their parts. */
void part_names_draw(const struct plot *plot, const struct part_names *names, struct scene *scene,
                     double edge, double x, size_t period);

#endif
