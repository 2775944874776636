/* movers.h - of many lines those that moved most have colours, by their direction; others are grey. */
#ifndef SHEAF_CHART_MOVERS_H
#define SHEAF_CHART_MOVERS_H

#include "chart/plot.h"

/* Colours the series of the plot by how much each moved: a third of them, three at most. changes: one
 * a series; NaN: unknown. False when memory ran out. */
bool movers_color(const struct plot *plot, const double *changes);
/* The style of words beside a line: strong and in its colour, or of one that is grey. */
struct text_style movers_style(const struct plot *plot, const struct model_series *series);

#endif
