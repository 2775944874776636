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

/* Where time runs across them, as a chart_type's time_frames. */
struct time_frame *bars_time_frames(const struct plot *plot, const struct bars *bars, size_t *n);

struct bars_layout {
    size_t n_series;   /* the first so many of the model stand side by side */
    bool with_labels;  /* where there is room; then there is no axis */
    double beside;     /* width kept free at the right */
    double gap;        /* between bands, as a share of a band; 0: the theme's */
    size_t most_lines; /* of the axis; 0: as many as suit the height */
};

/* All values of plot->extent share the axis, whether drawn as bars or not. */
struct bars *bars_measure(struct plot *plot, double plot_height, const struct bars_layout *layout);
/* Whether no time is missing between the n periods. */
bool bars_are_even(const struct bars *bars, size_t n);
/* Sets the figures above the bars; the first states the unit if nothing else does. False if one is
 * wider than its bar's share of the room; cutting digits would make it wrong. */
bool bars_set_labels(struct plot *plot, struct bars *bars);
/* Where there is an axis instead of labels, a dash tells a missing bar from a bar of zero. */
void bars_set_dashes(struct plot *plot, struct bars *bars);
/* The flags beside labels; NULL bars have none. */
unsigned bars_flags_shown(const struct plot *plot, const struct bars *bars);
/* The edges of a bar across its band. */
void bars_place_across(const struct plot *plot, const struct bars *bars, size_t series,
                       const struct band *band, double *left, double *right);
/* A label for a period that has no axis; NULL: there is none. */
struct text_line *bars_label(const struct plot *plot, const struct bars *bars, size_t series,
                             size_t period);
void bars_draw_ground(const struct plot *plot, const struct bars *bars, struct scene *scene);
void bars_draw(const struct plot *plot, const struct bars *bars, struct scene *scene);
void bars_draw_axes(const struct plot *plot, const struct bars *bars, struct scene *scene);

#endif
