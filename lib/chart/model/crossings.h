/* crossings.h - nodes in columns, put in the order in which the fewest links between neighbouring
 * columns cross. */
#ifndef SHEAF_CHART_CROSSINGS_H
#define SHEAF_CHART_CROSSINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"

/* So many nodes of a column are put in an order that no other beats, if its neighbours have as many at
 * most. */
enum { EXACT_NODES = 8 };

/* Joins a node of a column to one of the next. Two links of the same nodes are two. */
struct layer_link {
    size_t column, from, to;
};

struct layers {
    size_t n_columns;
    const size_t *n_nodes;      /* [column] */
    const double *const *sizes; /* [column][node]: of orders with as few crossings, the one with the
                                 * larger nodes above is taken */
    const struct layer_link *links;
    size_t n_links;
};

/* orders[column][place] = node. */
size_t crossings_count(const struct layers *layers, size_t *const *orders);
/* Finds the orders, which are the caller's, in memory from the arena. False: it ran out. */
bool crossings_minimise(const struct layers *layers, size_t **orders, struct arena *arena);

#endif
