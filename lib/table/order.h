/* order.h - a table's rows, brought together by what they have in common. */
#ifndef SHEAF_TABLE_ORDER_H
#define SHEAF_TABLE_ORDER_H

#include "base/memory.h"
#include "table/table.h"

struct row_order {
    const sheaf_table *table;
    const size_t *dimensions; /* that bring rows together */
    size_t dimension_count;
    uint32_t *rows; /* by members of those dimensions, then by period, then as in the file */
    size_t count;
};

/* All dimensions but the named ones ("" ends the list); in order->dimensions. Memory is the
 * arena's; false when it runs out. */
bool row_order_without(struct row_order *order, const sheaf_table *table, struct arena *arena,
                       const char *const *names);
/* True when two rows, by place in the order, agree in all of those dimensions. */
bool row_order_together(const struct row_order *order, size_t a, size_t b);
/* … and in their period. */
bool row_order_same_period(const struct row_order *order, size_t a, size_t b);

#endif
