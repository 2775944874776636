/* network_links.h - a network while it is gathered from a chart's series. */
#ifndef SHEAF_CHART_NETWORK_LINKS_H
#define SHEAF_CHART_NETWORK_LINKS_H

#include "chart/model/network.h"

struct gathering {
    const struct chart_plan *plan;
    const struct network_rules *rules;
    struct network *network;
    sheaf_chart *chart; /* the network's, with the series that are still as given */
    double *values;     /* [series] in the unit itself */
    double total;
    size_t dimensions[NETWORK_COLUMNS]; /* [column] */
    size_t *node_of[NETWORK_COLUMNS];   /* [column][series] */
};

/* Puts the links in the place of the series. False after a failure. */
bool network_link(struct gathering *all);

#endif
