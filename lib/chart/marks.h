/* marks.h - bars, lines and dots, drawn by the status of their figures. */
#ifndef SHEAF_CHART_MARKS_H
#define SHEAF_CHART_MARKS_H

#include "chart/plot.h"
#include "chart/scale/scale.h"

/* Statuses are told apart at a glance, each by a means of its own. As bars: own
 * estimates, an outline with a fine hatch; provisional, with a wide, light one that leans the other way;
 * estimated, pale with a dotted edge; forecast, hollow with a dashed one. As lines: own estimates,
 * thin; provisional, with hollow dots at the figures; estimated, dots, and forecast, dashes,
 * as the edges of bars. */

/* The side of a bar on the zero line, where broken edges stay open. */
enum side { SIDE_NONE, SIDE_BOTTOM, SIDE_TOP, SIDE_LEFT, SIDE_RIGHT };

/* Fills the current path as an area of a series: in its colour, or with the hatch by which the theme
 * tells such areas apart. */
void mark_area(const struct chart_pen *pen, struct scene *scene, struct color color);
/* Below words on an area that the theme may hatch: there a plate of its plain colour. */
void mark_plate(const struct chart_pen *pen, struct scene *scene, struct color area,
                const struct box *words);
/* Of paper, between areas that touch: at least a pixel. */
double mark_gap(const struct chart_pen *pen);

/* Whether bars of this width have the broken edges of their status: thinner ones have a plain edge. */
bool mark_has_broken_edges(const struct chart_pen *pen, double width);
void mark_bar(const struct chart_pen *pen, struct scene *scene, struct box box, struct color color,
              enum figure_style style, enum side foot);
/* Fills the current path as an area of figures of this style. */
void mark_fill(const struct chart_pen *pen, struct scene *scene, struct color color,
               enum figure_style style);
/* Print points at a label size of 7.5; scaled with the type. */
double mark_scaled(const struct chart_pen *pen, double points);
/* What lines of figures of this style are drawn with. */
struct stroke mark_stroke(const struct chart_pen *pen, enum figure_style style);
/* A hollow dot: a provisional figure on a line. */
void mark_ring(const struct chart_pen *pen, struct scene *scene, struct point at, double radius,
               struct color color);
/* A piece of line for a legend. */
void mark_piece(const struct chart_pen *pen, struct scene *scene, double left, double right,
                double y, struct color color, enum figure_style style);
/* The same with the mark of a break in it. */
void mark_break_piece(const struct chart_pen *pen, struct scene *scene, double left, double right,
                      double y, struct color color);
void mark_dot(const struct chart_pen *pen, struct scene *scene, struct point at, struct color color,
              enum figure_style style);
/* A dot that stands for a figure by itself, of any size: as a bar, plain or outlined. */
void mark_status_dot(const struct chart_pen *pen, struct scene *scene, struct point at,
                     double radius, struct color color, enum figure_style style);

/* A halo in the colour of the paper, which sets a dot off from bars of any colour. */
void mark_casing(const struct chart_pen *pen, struct scene *scene, struct point at);

/* A hairline from low to high with short ends: what is left open of a figure. */
void mark_whisker(const struct chart_pen *pen, struct scene *scene, double x, double low,
                  double high, struct color color);

/* A part that nobody knows: an outline within the box, or nothing where that is too low or thin for one. */
void mark_outline(const struct chart_pen *pen, struct scene *scene, const struct box *box,
                  struct color color);

/* Whether a line is broken before a figure, because it is not comparable with those before. */
bool mark_is_break(const struct model_series *series, size_t period);

/* A line through the figures of a series at x[period], y by the scale: gaps
 * where a figure is missing, and before each period that starts a cluster
 * (starts may be NULL: then it does not cross bars). A break in the series is a small gap with a
 * tick in it. */
void mark_line(const struct plot *plot, struct scene *scene, const struct scale *scale,
               const struct model_series *series, const struct places *x, const bool *starts);

#endif
