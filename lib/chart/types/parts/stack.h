/* stack.h - parts on each other, from zero: where each of them lies. Positive ones stand, negative
 * ones hang. */
#ifndef SHEAF_CHART_STACK_H
#define SHEAF_CHART_STACK_H

#include "chart/guides/part_names.h"
#include "chart/plot.h"

/* The first part: the total before it is none. */
size_t stack_first(const struct model *model);
/* From where to where a part lies in a period, of which the first is nearer to zero. False if it has
 * no figure there. */
bool stack_span(const struct model *model, size_t series, size_t period, double *from, double *to);
/* How far the parts of a period, or of all, reach below and above zero. */
struct extent stack_reach(const struct model *model, size_t period);
struct extent stack_extent(const struct plot *plot);
/* Whether some parts stand and others hang, so that the total is read nowhere else. */
bool stack_is_mixed(const struct model *model);
/* The last period in which a part has a figure. */
size_t stack_last(const struct model *model);
/* A share of one whole, not an amount: there is no total. */
bool stack_is_of_shares(const struct model *model);

/* Names beside the last stack, of a period, or, without room, in the legend, where parts are that have
 * ended before: sets names and returns the width that they need. with_values: beside the names, if
 * they fit. */
double stack_measure_names(struct plot *plot, struct part_names *names, size_t last,
                           bool with_values, double plot_height);
/* Tells the names where their parts lie. */
void stack_place_names(const struct plot *plot, struct part_names *names,
                       const struct scale *scale);
/* The total, the parts, and the parts' shares of the last total. */
void stack_speak(struct speech *speech);

#endif
