/* picture_layout.h - a chart drawn as a scene of its own. */
#ifndef SHEAF_CHART_PICTURE_LAYOUT_H
#define SHEAF_CHART_PICTURE_LAYOUT_H

#include "chart/picture.h"

/* As chart_scene, in ways that differ. */
struct scene *picture_draw_scene(sheaf_chart *chart, double width, double height,
                                 const struct picture_options *how, struct datum_list *data);

#endif
