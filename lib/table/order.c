/* order.c - sorts row numbers of a table by members and period. */
#include "table/order.h"

#include <stdlib.h>
#include <string.h>

static int by_number(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_rows(const void *a, const void *b, void *context)
{
    const struct row_order *order = context;
    uint32_t row_a = *(const uint32_t *)a, row_b = *(const uint32_t *)b;
    int result = 0;

    for (size_t i = 0; i < order->dimension_count && result == 0; i++)
        result = by_number(table_row_member(order->table, row_a, order->dimensions[i]),
                           table_row_member(order->table, row_b, order->dimensions[i]));
    if (result == 0)
        result = sheaf_period_compare(table_row_at(order->table, row_a).period,
                                      table_row_at(order->table, row_b).period);
    return result != 0 ? result : by_number(row_a, row_b);
}

static bool is_listed(const char *name, const char *const *names)
{
    for (; (*names)[0] != '\0'; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

bool row_order_without(struct row_order *order, const sheaf_table *table, struct arena *arena,
                       const char *const *names)
{
    size_t width = sheaf_table_dimension_count(table);
    size_t *dimensions = arena_array(arena, size_t, width);

    *order = (struct row_order){ .table = table, .count = sheaf_table_row_count(table) };
    order->rows = arena_array(arena, uint32_t, order->count);
    if (dimensions == NULL || order->rows == NULL)
        return false;
    for (size_t d = 0; d < width; d++)
        if (!is_listed(table_dimension_name(table, d), names))
            dimensions[order->dimension_count++] = d;
    order->dimensions = dimensions;
    for (size_t i = 0; i < order->count; i++)
        order->rows[i] = (uint32_t)i;
    qsort_r(order->rows, order->count, sizeof *order->rows, compare_rows, order);
    return true;
}

bool row_order_together(const struct row_order *order, size_t a, size_t b)
{
    for (size_t i = 0; i < order->dimension_count; i++)
        if (table_row_member(order->table, order->rows[a], order->dimensions[i]) !=
            table_row_member(order->table, order->rows[b], order->dimensions[i]))
            return false;
    return true;
}

bool row_order_same_period(const struct row_order *order, size_t a, size_t b)
{
    return row_order_together(order, a, b) &&
           sheaf_period_compare(table_row_at(order->table, order->rows[a]).period,
                                table_row_at(order->table, order->rows[b]).period) == 0;
}
