/* parts_collection.h - a chart's series while its parts are found, for the files that make charts of
 * them. */
#ifndef SHEAF_CHART_PARTS_COLLECTION_H
#define SHEAF_CHART_PARTS_COLLECTION_H

#include "chart/model/parts.h"
#include "chart/plan.h"
#include "series/part_roles.h"

struct part {
    double size; /* by which they are put in order; NaN: unknown */
    size_t index;
};

/* All of a chart's series, while its parts are found. */
struct collection {
    const struct chart_plan *plan;
    const sheaf_chart *chart;
    sheaf_series_list *all; /* copies of the chart's series */
    struct part_roles roles;
    const sheaf_series *growth; /* that the parts contribute to; NULL: they are parts of a whole */
    struct part *ranked;        /* that may keep their own place */
    size_t n_ranked, shown;
    size_t n_rest; /* parts that are joined */
    bool *in_rest; /* [series] */
};

struct arena *parts_arena(const struct collection *all);
sheaf_error *parts_error(const struct collection *all);

/* Whether the chart shows a period. */
bool parts_want(const sheaf_chart *chart, sheaf_period period);
/* The first or the last period of the chart in which any series has a value; none: no period. */
sheaf_period parts_end(const sheaf_chart *chart, bool last);

/* A copy that lives as long as the plan; destroys the series. NULL after a failure. */
sheaf_series *parts_keep(const struct collection *all, sheaf_series *series);
/* False after a failure. */
bool parts_name(const struct collection *all, sheaf_series *series, const char *name,
                const char *label);

/* The total, the parts in order, the rest: in that order. NULL after a failure. */
sheaf_chart *parts_chart(const struct collection *all);
/* Collects the parts and makes a chart of them, in the arena of the plan. NULL after a failure. */
const sheaf_chart *parts_make(const struct chart_plan *plan, size_t most, enum parts_order order,
                              sheaf_chart *(*chart_of_parts)(const struct collection *all));

#endif
