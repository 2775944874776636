/* check_places.c - finds rows with reporter and partner swapped: nearly all rows have one reporter,
 * and in this row that country is the partner, while the row the right way round is missing. */
#include <string.h>

#include "table/check.h"
#include "table/order.h"

/* The member that is the reporter of 80 % of the rows or more, but not of all; else UINT32_MAX. */
static uint32_t usual_reporter(const sheaf_table *table, size_t reporter, struct arena *arena)
{
    size_t members = sheaf_table_member_count(table, "reporter");
    size_t rows = sheaf_table_row_count(table);
    size_t *counts = arena_array(arena, size_t, members);

    for (size_t i = 0; i < rows && counts != NULL; i++)
        counts[table_row_member(table, i, reporter)]++;
    for (size_t m = 0; m < members && counts != NULL; m++)
        if (counts[m] >= rows - rows / 5 && counts[m] < rows)
            return (uint32_t)m;
    return UINT32_MAX;
}

/* The number that this text has as a member of the dimension; UINT32_MAX: it is no member. */
static uint32_t same_member(const sheaf_table *table, size_t dimension, const char *text)
{
    bool known;
    uint32_t member = table_find_member(table, dimension, text, strlen(text), &known);

    return known ? member : UINT32_MAX;
}

/* True when the row the right way round exists. Rows start to end of the order agree in period and
 * in everything but reporter and partner. */
static bool has_proper_row(const struct row_order *order, size_t start, size_t end, size_t reporter,
                           size_t partner, uint32_t usual, const char *other)
{
    uint32_t wanted = same_member(order->table, partner, other);

    for (size_t i = start; i < end && wanted != UINT32_MAX; i++)
        if (table_row_member(order->table, row_order_at(order, i), reporter) == usual &&
            table_row_member(order->table, row_order_at(order, i), partner) == wanted)
            return true;
    return false;
}

static void check_together(sheaf_table *table, const struct row_order *order, size_t start,
                           size_t end, uint32_t usual)
{
    size_t reporter = table_find_dimension(table, "reporter");
    size_t partner = table_find_dimension(table, "partner");
    const char *name = table_member(table, reporter, usual);
    uint32_t as_partner = same_member(table, partner, name);

    for (size_t i = start; i < end; i++) {
        size_t row = row_order_at(order, i);
        const char *other = table_member(table, reporter, table_row_member(table, row, reporter));

        if (table_row_member(table, row, reporter) == usual ||
            table_row_member(table, row, partner) != as_partner ||
            has_proper_row(order, start, end, reporter, partner, usual, other))
            continue;
        table_warn(table, "swapped", check_place(table, row),
                   "reporter and partner look swapped: %.40s reports the other rows, and here it "
                   "is the partner of %.40s",
                   name, other);
    }
}

void check_places(sheaf_table *table, struct arena *arena)
{
    static const char *const apart[] = { "reporter", "partner", "source", "" };
    size_t reporter = table_find_dimension(table, "reporter");
    struct row_order order;
    uint32_t usual;

    if (reporter == SIZE_MAX || table_find_dimension(table, "partner") == SIZE_MAX)
        return;
    usual = usual_reporter(table, reporter, arena);
    if (usual == UINT32_MAX || !row_order_without(&order, table, arena, apart))
        return;
    for (size_t start = 0, end; start < order.count; start = end) {
        for (end = start + 1; end < order.count && row_order_same_period(&order, start, end);)
            end++;
        check_together(table, &order, start, end, usual);
    }
}
