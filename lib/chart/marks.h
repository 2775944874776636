/* marks.h - what stands for a figure, in the manner of its status. */
#ifndef SHEAF_CHART_MARKS_H
#define SHEAF_CHART_MARKS_H

#include "chart/model.h"

struct chart_plan;

/* Solid; derived: outline with a light hatch; provisional and estimated: wider,
 * lighter hatches; forecast: dashed outline. */
void mark_bar(const struct chart_plan *plan, struct scene *scene, struct box box,
              struct color color, enum figure_style style);
/* A forecast's outline has no side on the zero line; hangs: that side is the top. */
void mark_forecast_bar(const struct chart_plan *plan, struct scene *scene, struct box box,
                       struct color color, bool hangs);
/* The stroke of a line's part that leads to such a figure. */
struct stroke mark_stroke(const struct chart_plan *plan, enum figure_style style);
void mark_dot(const struct chart_plan *plan, struct scene *scene, struct point at,
              struct color color);

/* A line through the figures of a series at x[period], y by the value axis: gaps
 * where a figure is missing, and before each period that starts a cluster
 * (starts may be NULL: then it does not cross bars). */
void mark_line(const struct chart_plan *plan, struct scene *scene,
               const struct model_series *series, const double *x, const bool *starts);

#endif
