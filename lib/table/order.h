/* order.h - a table's rows, sorted so that rows with the same members are neighbours. */
#ifndef SHEAF_TABLE_ORDER_H
#define SHEAF_TABLE_ORDER_H

#include "base/memory.h"
#include "table/table.h"

struct row_order {
    const sheaf_table *table;
    const size_t *dimensions; /* the sort keys */
    size_t dimension_count;
    uint32_t
        *rows; /* sorted by those dimensions, then by period, then by place in the file; NULL: the
                     * table has them in this order, and each series once a period */
    size_t count;
};

static inline uint32_t row_order_at(const struct row_order *order, size_t place)
{
    return order->rows != NULL ? order->rows[place] : (uint32_t)place;
}

/* Sorts the rows by all dimensions except the named ones; "" ends the list. Memory comes from the
 * arena; false when it runs out. */
bool row_order_without(struct row_order *order, const sheaf_table *table, struct arena *arena,
                       const char *const *names);
/* True when the rows at places a and b of the order have the same members in all sort keys. */
bool row_order_together(const struct row_order *order, size_t a, size_t b);
/* The same, and the same period. */
bool row_order_same_period(const struct row_order *order, size_t a, size_t b);

#endif
