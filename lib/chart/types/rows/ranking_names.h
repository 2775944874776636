/* ranking_names.h - the names of rows: in as many lines as a row has room for. */
#ifndef SHEAF_CHART_RANKING_NAMES_H
#define SHEAF_CHART_RANKING_NAMES_H

#include "chart/plot.h"

struct rank {
    size_t series;
    const char *label; /* of which the name is made */
    struct text_line *name, *value;
    struct text_block *lines; /* a long name in several, where its row is high enough; or NULL */
    double leading;           /* of those */
};

/* Sets the names of n rows of this height within `most`; returns the widest. */
double ranking_names_set(const struct plot *plot, struct rank *ranks, size_t n, double most,
                         double row_height);
/* At the beginning of the plot's rows, in its middle. */
void ranking_name_draw(const struct plot *plot, const struct rank *rank, struct scene *scene,
                       double middle, double row_height);

#endif
