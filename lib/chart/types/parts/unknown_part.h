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

/* What the key has to explain of such parts: why their figures are unknown, as sets of flags. That one is
 * missing, which the sign "â" says, is FLAG_MISSING there. */
struct unknown_key {
    unsigned signs, outlines;
};
void unknown_key_take(struct unknown_key *key, const struct unknown_part *part, bool has_sign,
                      bool has_outline);
/* Adds these reasons, and then the other flags that the chart shows, each once. */
void unknown_key_explain(const struct unknown_key *key, struct chart_plan *plan, unsigned flags);

#endif
