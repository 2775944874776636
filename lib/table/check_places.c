/* check_places.c - reporter and partner swapped: in a file that one country reports, a row in
 * which it is the partner, and the row that should be there is missing. */
#include <string.h>

#include "table/check.h"
#include "table/order.h"

/* The one member that reports most rows (four in five, or more); UINT32_MAX: none does. */
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

/* The member of another dimension with the same text; UINT32_MAX: there is none. */
static uint32_t same_member(const sheaf_table *table, size_t dimension, const char *text)
{
    bool known;
    uint32_t member = table_find_member(table, dimension, text, strlen(text), &known);

    return known ? member : UINT32_MAX;
}

/* Rows that agree in all but reporter and partner, and in their period, stand together. */
static bool has_proper_row(const struct row_order *order, size_t start, size_t end, size_t reporter,
                           size_t partner, uint32_t usual, const char *other)
{
    uint32_t wanted = same_member(order->table, partner, other);

    for (size_t i = start; i < end && wanted != UINT32_MAX; i++)
        if (table_row_member(order->table, order->rows[i], reporter) == usual &&
            table_row_member(order->table, order->rows[i], partner) == wanted)
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
        size_t row = order->rows[i];
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
