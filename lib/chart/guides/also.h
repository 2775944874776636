/* also.h - "Also: Malta 0.1%; Chad 0.1%": below a plot, what has no room or no place in it. Nothing is
 * left out of a chart unsaid. */
#ifndef SHEAF_CHART_ALSO_H
#define SHEAF_CHART_ALSO_H

#include "chart/plot.h"

struct text_block;

struct also {
    const char *names; /* so far; NULL: none */
    bool failed;
};

/* A NULL text: memory ran out. */
void also_add(const struct plot *plot, struct also *also, const char *name, const char *figure);
/* In the plot's width. NULL: there is nothing, or a failure. */
struct text_block *also_set(const struct plot *plot, const struct also *also);
/* With the space above it; NULL takes none. */
double also_height(const struct plot *plot, const struct text_block *block);
/* At the foot of the plot's box. */
void also_draw(const struct plot *plot, struct scene *scene, const struct text_block *block);

#endif
