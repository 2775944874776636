/* change.h - the difference between two figures of a chart, and how it is written: "+2.1". */
#ifndef SHEAF_CHART_CHANGE_H
#define SHEAF_CHART_CHANGE_H

#include "chart/pen.h"

/* to - from, with what rounding leaves open of both. Without a value if one of them has none. */
struct figure figure_change(const struct figure *from, const struct figure *to);
/* The difference with its sign: "+2.1", with_power "+2.1 bn" (the unit itself stands elsewhere);
 * between percentages always "+2.1 pp". */
const char *pen_change(const struct chart_pen *pen, const struct model *model,
                       const struct figure *change, bool with_power);
/* The same for those who hear it. */
const char *pen_spoken_change(const struct chart_pen *pen, const struct model *model,
                              const struct figure *change);

#endif
