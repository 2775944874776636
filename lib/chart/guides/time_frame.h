/* time_frame.h - where time runs in a plot: from days to positions across, between the positions that
 * a type gives its periods. */
#ifndef SHEAF_CHART_TIME_FRAME_H
#define SHEAF_CHART_TIME_FRAME_H

#include "chart/plot.h"

struct band;

/* One plot, or one panel of several. */
struct time_frame {
    struct box box; /* of the marks */
    const struct model *model;
    double *left, *center, *right; /* one a period of the model */
    bool of_columns;               /* periods have room across; else they are points on a line */
    bool of_areas;                 /* which hide what lies behind them */
    bool is_closed;                /* something stands above it: texts have no room there */
    bool is_timeless;              /* it has values alone: nothing stands at a period */
    bool is_covered;     /* marks leave no room in it: words about values stand in the key */
    bool lies;           /* values run across, in rows with names; words stand above it */
    bool of_dots;        /* which a hairline does not hide, but a halo would */
    struct scale values; /* of its box; type NULL: none that other values could be read from */
};

/* Frames for marks at points, one a period, and for bands with what lies between them; box and values
 * are the caller's to set. */
void time_frame_of_points(const struct plot *plot, struct time_frame *frame,
                          const struct places *x);
void time_frame_of_bands(const struct plot *plot, struct time_frame *frame,
                         const struct band *bands, double gap);
/* One frame in the plot's arena, empty; NULL when memory ran out. */
struct time_frame *time_frame_new(const struct plot *plot, size_t n);

/* For references across rows that end at `bottom`, whose scale is that of languages written from left to
 * right. NULL when memory ran out. */
struct time_frame *time_frame_of_rows(const struct plot *plot, const struct scale *values,
                                      double bottom);

/* Where an event of this period stands. False: outside the periods that are shown. */
bool time_frame_event(const struct time_frame *frame, sheaf_period when, double *x);
/* From where to where a stretch of time reaches, as far as it is shown. False: it is not. */
bool time_frame_stretch(const struct time_frame *frame, sheaf_period first, sheaf_period last,
                        double *left, double *right);

#endif
