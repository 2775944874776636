/* bars.h - grouped bars over periods; also the bars under a line. */
#ifndef SHEAF_CHART_BARS_H
#define SHEAF_CHART_BARS_H

#include "chart/guides/axis_period.h"
#include "chart/guides/axis_value.h"
#include "chart/scale/band.h"

struct bars {
    struct value_axis value_axis;
    struct period_axis period_axis;
    struct band *bands;        /* one a period */
    size_t n_series;           /* the first so many of the model */
    struct text_line **labels; /* above bars, series by series; NULL: none */
    bool labelled;             /* all of them: there is no axis */
    double gap;                /* between bands, as a share of a band */
    double right;              /* of the room for bands */
};

/* Whether the bars of so many series are thick enough to be seen; fails into the text's error if
 * they are not. */
bool bars_have_room(const struct plot *plot, size_t n_series);
void bars_check_room(const struct plot *plot, size_t n_series);

/* All values of the model share the axis, whether drawn as bars or not. beside: width kept free at
 * the right. */
struct bars *bars_measure(struct plot *plot, double plot_height, size_t n_series, bool with_labels,
                          double beside);
void bars_draw_ground(const struct plot *plot, const struct bars *bars, struct scene *scene);
void bars_draw(const struct plot *plot, const struct bars *bars, struct scene *scene);
void bars_draw_axes(const struct plot *plot, const struct bars *bars, struct scene *scene);

#endif
