/* chart_look.h - how a chart looks: as scene and as picture as the golden files have it, alike through
 * both painters, and without pixels in EPS. The test must link the rooms up to paint. */
#ifndef TESTS_SUPPORT_CHART_LOOK_H
#define TESTS_SUPPORT_CHART_LOOK_H

#include "sheaf/chart.h"

struct chart_look {
    const char *name; /* of its golden files: chart/NAME.scene, chart/NAME.png */
    sheaf_chart_type type;
    void (*fill)(sheaf_chart *chart);
    double width, height; /* pixels */
};

void chart_looks_as_it_did(const struct chart_look *look);
void painters_draw_chart_alike(const struct chart_look *look);
/* EPS has no transparency: what needs it would be written as pixels. */
void chart_is_drawn_in_eps(const struct chart_look *look);

#endif
