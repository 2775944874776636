/* order.c - sorts row numbers of a table by members and period: by the numbers of their series, which
 * were given when they were read. */
#include "table/order.h"

#include <stdlib.h>
#include <string.h>

#include "period/period.h"
#include "table/table_parts.h"

static int by_number(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* The same members in all sort keys give 0. */
static int compare_series(const void *a, const void *b, void *context)
{
    const struct row_order *order = context;
    const uint32_t *members_a = table_series_members(order->table, *(const uint32_t *)a);
    const uint32_t *members_b = table_series_members(order->table, *(const uint32_t *)b);
    int result = 0;

    for (size_t i = 0; i < order->dimension_count && result == 0; i++)
        result = by_number(members_a[order->dimensions[i]], members_b[order->dimensions[i]]);
    return result;
}

static int compare_periods(const void *a, const void *b, void *context)
{
    const sheaf_table *table = context;
    uint32_t row_a = *(const uint32_t *)a, row_b = *(const uint32_t *)b;
    int result = period_order(table_row_period(table, row_a), table_row_period(table, row_b));

    return result != 0 ? result : by_number(row_a, row_b);
}

/* Groups the table's series, which are few beside its rows, by the sort keys: groups[series] is the
 * place of its group. Returns how many groups there are. */
static size_t group_series(struct row_order *order, uint32_t *groups, uint32_t *series)
{
    size_t count = order->table->series_count, n = 0;

    for (size_t i = 0; i < count; i++)
        series[i] = (uint32_t)i;
    qsort_r(series, count, sizeof *series, compare_series, order);
    for (size_t i = 0; i < count; i++) {
        n += i > 0 && compare_series(&series[i - 1], &series[i], order) != 0;
        groups[series[i]] = (uint32_t)n;
    }
    return n + 1;
}

static bool come_in_order(const sheaf_table *table, uint32_t a, uint32_t b)
{
    int result = period_order(table_row_period(table, a), table_row_period(table, b));

    return result < 0 || (result == 0 && a < b);
}

/* Most files have each series in the order of its periods. */
static void sort_group(struct row_order *order, size_t start, size_t end)
{
    uint32_t *rows = order->rows;
    size_t i = start + 1;

    while (i < end && come_in_order(order->table, rows[i - 1], rows[i]))
        i++;
    if (i < end)
        qsort_r(rows + start, end - start, sizeof *rows, compare_periods,
                (void *)(uintptr_t)order->table);
}

/* Places each row behind those of its group and of the groups before. starts has n + 1 places. */
static void place_rows(struct row_order *order, const uint32_t *groups, size_t *starts, size_t n)
{
    for (size_t i = 0; i < order->count; i++)
        starts[groups[table_row_series(order->table, i)] + 1]++;
    for (size_t i = 0; i < n; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < order->count; i++)
        order->rows[starts[groups[table_row_series(order->table, i)]]++] = (uint32_t)i;
    /* each start is now the start of the next */
    for (size_t i = 0; i < n; i++)
        sort_group(order, i > 0 ? starts[i - 1] : 0, starts[i]);
}

/* Whether each series is a group of its own, whose rows come together and by period, as in most files of one
 * series or of a few long ones. */
static bool are_in_order(const struct row_order *order, const uint32_t *groups, size_t n)
{
    const sheaf_table *table = order->table;
    uint32_t before = 0;

    if (n != table->series_count)
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (table_series(table, i)->latest_period == NO_INDEX)
            return false;
    for (size_t row = 0; row < order->count; row += table_count_alike(table, row)) {
        uint32_t group = groups[table_row_series(table, row)];

        if (group < before)
            return false;
        before = group;
    }
    return true;
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
    if (dimensions == NULL)
        return false;
    for (size_t d = 0; d < width; d++)
        if (!is_listed(table_dimension_name(table, d), names))
            dimensions[order->dimension_count++] = d;
    order->dimensions = dimensions;
    uint32_t *groups = arena_array(arena, uint32_t, table->series_count);
    uint32_t *series = arena_array(arena, uint32_t, table->series_count);
    size_t *starts = arena_array(arena, size_t, table->series_count + 2);
    if (groups == NULL || series == NULL || starts == NULL)
        return false;
    size_t n = group_series(order, groups, series);
    if (are_in_order(order, groups, n))
        return true;
    order->rows = arena_array(arena, uint32_t, order->count);
    if (order->rows != NULL)
        place_rows(order, groups, starts, n);
    return order->rows != NULL;
}

bool row_order_together(const struct row_order *order, size_t a, size_t b)
{
    if (table_row_series(order->table, row_order_at(order, a)) ==
        table_row_series(order->table, row_order_at(order, b)))
        return true;
    for (size_t i = 0; i < order->dimension_count; i++)
        if (table_row_member(order->table, row_order_at(order, a), order->dimensions[i]) !=
            table_row_member(order->table, row_order_at(order, b), order->dimensions[i]))
            return false;
    return true;
}

bool row_order_same_period(const struct row_order *order, size_t a, size_t b)
{
    return table_row_period_number(order->table, row_order_at(order, a)) ==
               table_row_period_number(order->table, row_order_at(order, b)) &&
           row_order_together(order, a, b);
}
