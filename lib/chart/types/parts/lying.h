/* lying.h - stacks of two or three parts lying down: a bar a period, the earliest above. */
#ifndef SHEAF_CHART_LYING_H
#define SHEAF_CHART_LYING_H

#include "chart/plot.h"

/* Fails where there are too many parts, or values below zero. */
void lying_check(const struct plot *plot);
void lying_measure(struct plot *plot, double plot_height);
void lying_draw(const struct plot *plot, struct scene *scene);
/* For references. */
struct time_frame *lying_time_frames(const struct plot *plot, size_t *n);
double lying_min_height(const struct plot *plot);

#endif
