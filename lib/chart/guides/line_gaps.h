/* line_gaps.h - what is written where a line has no figure: "[c]" in the gap of a confidential one. */
#ifndef SHEAF_CHART_LINE_GAPS_H
#define SHEAF_CHART_LINE_GAPS_H

#include "chart/guides/line_end.h"
#include "chart/plot.h"

/* Why figures of the plot's series are missing: a set of flags, for the legend. */
unsigned line_gaps_flags(const struct model *model);

/* Signs in the gaps of all lines, clear of each other and of the labels at the ends. x:
 * one a period. */
void line_gaps_draw(const struct plot *plot, struct scene *scene, const struct places *x,
                    const struct scale *scale, const struct line_end *ends, size_t n_ends);

/* The same, clear of n boxes. */
void line_gaps_draw_beside(const struct plot *plot, struct scene *scene, const struct places *x,
                           const struct scale *scale, const struct box *taken, size_t n_taken);

#endif
