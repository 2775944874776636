/* network.h - series of one period as links between members of their dimensions: from reporter to
 * product to partner, as goods go. */
#ifndef SHEAF_CHART_NETWORK_H
#define SHEAF_CHART_NETWORK_H

#include "chart/chart.h"
#include "chart/model/crossings.h"
#include "scene/scene.h"

struct chart_plan;

enum { NETWORK_COLUMNS = 3 };

struct network_node {
    const char *member;       /* NULL: what is joined */
    const char *label, *code; /* code: of a country whose name has no room; NULL: none */
    double size;              /* of the series that go through it, in their unit */
    struct color color;       /* of the links that it is the source of */
};

struct network_column {
    const char *dimension;
    struct network_node *nodes; /* the largest first, what is joined last */
    size_t n;
};

/* The chart that is drawn, a series a link, and what its series stand for. */
struct network {
    sheaf_chart chart; /* the first member: a plan's chart is its network */
    struct network_column columns[NETWORK_COLUMNS];
    size_t n_columns;
    struct layer_link *links; /* [series] */
};

struct network_rules {
    const char *what;                   /* "a sankey" */
    const char *instead;                /* what suits where there are not enough dimensions */
    size_t most_nodes[NETWORK_COLUMNS]; /* of a column; the smallest are joined to one */
    double least_share;                 /* of all: smaller nodes are joined */
    size_t most_columns;
    size_t least_varying; /* dimensions that have several members; others may have one */
    bool goes; /* links lead from the first to the last column, imports from the partner */
};

/* Of the last period of the longest kind. Wholes are no nodes beside their parts. Two series of the
 * same two members are two links; between three columns, links are sums over the third. NULL after a
 * failure, which is in the text's error: data that are no flows between members among them. */
const sheaf_chart *network_gather(const struct chart_plan *plan, const struct network_rules *rules);
const struct network *network_of(const struct chart_plan *plan);

#endif
