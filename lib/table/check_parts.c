/* check_parts.c - compares totals with their parts: World with partners, all products with product
 * groups, turnover with exports and imports. Warns if the parts exceed the total. Parts below the
 * total are normal, because a file need not hold all of them. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "series/rounding.h"
#include "table/check.h"
#include "table/order.h"
#include "vocabulary/vocabulary.h"

enum { DEEPEST = 16 };

/* Rows that differ in one dimension only: places start to end of the order. */
struct group {
    sheaf_table *table;
    const struct row_order *order;
    size_t start, end;
    size_t dimension;
};

static const char *member_at(const struct group *g, size_t at)
{
    return table_member(g->table, g->dimension,
                        table_row_member(g->table, g->order->rows[at], g->dimension));
}

static double value_at(const struct group *g, size_t at)
{
    struct table_row row = table_row_at(g->table, g->order->rows[at]);

    return row.value * power_of_ten(row.multiplier);
}

/* Half a unit of the figure's last digit: the most that rounding may have added. */
static double slack_at(const struct group *g, size_t at)
{
    struct table_row row = table_row_at(g->table, g->order->rows[at]);

    return power_of_ten(row.multiplier) * power_of_ten(-row.decimals) / 2;
}

/* True for an ISO 3166 alpha-3 code. Other members may be groups that overlap with countries. */
static bool is_country(const char *member)
{
    return strlen(member) == 3 && strspn(member, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

/* Only members of the same depth are added: 1 for countries, the digits of a product code. 0: the
 * member is not added at all. */
static int depth_of(const struct group *g, size_t at)
{
    const char *name = table_dimension_name(g->table, g->dimension), *member = member_at(g, at);
    int depth;

    if (member_is_total(name, member) || isnan(value_at(g, at)))
        return 0;
    if (strcmp(name, "partner") == 0)
        return is_country(member) ? 1 : 0;
    depth = product_depth(member);
    return depth < DEEPEST ? depth : 0;
}

static void warn(const struct group *g, size_t total, double sum)
{
    size_t row = g->order->rows[total];
    struct table_row at = table_row_at(g->table, row);
    char figure[CHECK_FIGURE], parts[CHECK_FIGURE], when[SHEAF_PERIOD_TEXT];

    sheaf_period_write(at.period, when);
    number_write(parts, round_to(sum / power_of_ten(at.multiplier), at.decimals));
    table_warn(g->table, "parts", check_place(g->table, row),
               "in %s the parts by %.40s add up to %s, more than the total of %s", when,
               table_dimension_name(g->table, g->dimension), parts,
               check_figure(g->table, row, figure));
}

static void check_group(const struct group *g)
{
    double sums[DEEPEST] = { 0 }, slack[DEEPEST] = { 0 };
    size_t total = SIZE_MAX;

    for (size_t i = g->start; i < g->end; i++) {
        int depth = depth_of(g, i);

        sums[depth] += depth > 0 ? value_at(g, i) : 0;
        slack[depth] += depth > 0 ? slack_at(g, i) : 0;
        if (total == SIZE_MAX && !isnan(value_at(g, i)) &&
            member_is_total(table_dimension_name(g->table, g->dimension), member_at(g, i)))
            total = i;
    }
    if (total == SIZE_MAX)
        return;
    for (size_t depth = 1; depth < DEEPEST; depth++)
        if (sums[depth] > value_at(g, total) * (1 + 1e-9) + slack[depth] + slack_at(g, total)) {
            warn(g, total, sums[depth]);
            return;
        }
}

/* Turnover must not be less than exports + imports. */
static void check_flows(const struct group *g)
{
    static const char *const flows[] = { "exports", "imports", "turnover" };
    size_t at[3] = { SIZE_MAX, SIZE_MAX, SIZE_MAX };
    double sum, slack;

    for (size_t i = g->start; i < g->end; i++)
        for (size_t f = 0; f < 3; f++)
            if (strcmp(member_at(g, i), flows[f]) == 0 && !isnan(value_at(g, i)))
                at[f] = i;
    if (at[0] == SIZE_MAX || at[1] == SIZE_MAX || at[2] == SIZE_MAX)
        return;
    sum = value_at(g, at[0]) + value_at(g, at[1]);
    slack = slack_at(g, at[0]) + slack_at(g, at[1]) + slack_at(g, at[2]);
    if (sum > value_at(g, at[2]) * (1 + 1e-9) + slack)
        warn(g, at[2], sum);
}

static void check_dimension(sheaf_table *table, const char *name, struct arena *arena,
                            void (*check)(const struct group *))
{
    const char *const apart[] = { name, "source", "" };
    size_t dimension = table_find_dimension(table, name);
    struct row_order order;

    if (dimension == SIZE_MAX || sheaf_table_member_count(table, name) < 2 ||
        !row_order_without(&order, table, arena, apart))
        return;
    for (size_t start = 0, end; start < order.count; start = end) {
        for (end = start + 1; end < order.count && row_order_same_period(&order, start, end);)
            end++;
        check(&(struct group){ table, &order, start, end, dimension });
    }
}

void check_parts(sheaf_table *table, struct arena *arena)
{
    check_dimension(table, "partner", arena, check_group);
    check_dimension(table, "product", arena, check_group);
    check_dimension(table, "flow", arena, check_flows);
}
