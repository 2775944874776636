/* unknown_part.h - what a column lacks up to its total, because the figures of some parts are confidential or
 * missing: an outlined part with their sign, so that the column does not end below its total unsaid. */
#ifndef SHEAF_CHART_UNKNOWN_PART_H
#define SHEAF_CHART_UNKNOWN_PART_H

#include "chart/plan.h"

struct unknown_part {
    bool is_there;
    double from, to;      /* on the scale; equal: it has no height that may be shown */
    struct figure figure; /* without a value; its flags tell why */
};

/* The height of one confidential part alone would be its figure: such a column has the sign only. */
struct unknown_part unknown_part_of(const struct model *model, size_t period);

/* Its sign where a column so wide has room for it; else NULL. */
struct text_line *unknown_part_sign(const struct plot *plot, const struct unknown_part *part,
                                    double width);
/* The part, and its sign inside or, where it has no height, in the middle of `above`. */
void unknown_part_draw(const struct plot *plot, struct scene *scene,
                       const struct unknown_part *part, struct box box, double above);

#endif
