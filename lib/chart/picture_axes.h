/* picture_axes.h - where periods and values lie in a picture, kept for those who ask it. */
#ifndef SHEAF_CHART_PICTURE_AXES_H
#define SHEAF_CHART_PICTURE_AXES_H

#include "scene/scene.h"
#include "sheaf/period.h"

struct chart_plan;
struct time_frame;

struct picture_axes {
    struct time_frame *frames; /* of plots; NULL: there is no axis of periods */
    size_t n;
    double times; /* from values in the first series' multiplier to those of the frames */
};

/* Copies those of a drawn plan, moved by the origin, into the arena, whose error tells if memory runs
 * out. */
void picture_axes_keep(struct picture_axes *axes, struct chart_plan *plan, struct point origin,
                       struct arena *arena);

/* See sheaf_picture_value_at and sheaf_picture_position_of. */
bool picture_axes_value_at(const struct picture_axes *axes, struct point at, sheaf_period *period,
                           double *value);
bool picture_axes_position_of(const struct picture_axes *axes, sheaf_period period, double value,
                              struct point *at);

#endif
