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

/* What is known of each member of the dimension. */
struct member {
    enum member_role role;
    int depth; /* only members of one depth are added; 0: the member is not added at all */
};

/* Rows that differ in one dimension only: places start to end of the order. */
struct group {
    sheaf_table *table;
    const struct row_order *order;
    size_t start, end;
    size_t dimension;
    const struct member *members;
};

static const char *member_at(const struct group *g, size_t at)
{
    return table_member(g->table, g->dimension,
                        table_row_member(g->table, row_order_at(g->order, at), g->dimension));
}

static double value_at(const struct group *g, size_t at)
{
    struct table_row row = table_row_at(g->table, row_order_at(g->order, at));

    return row.value * power_of_ten(row.multiplier);
}

/* Half a unit of the figure's last digit: the most that rounding may have added. */
static double slack_at(const struct group *g, size_t at)
{
    struct table_row row = table_row_at(g->table, row_order_at(g->order, at));

    return power_of_ten(row.multiplier) * power_of_ten(-row.decimals) / 2;
}

/* True for an ISO 3166 alpha-3 code. Other members may be groups that overlap with countries. */
static bool is_country(const char *member)
{
    return strlen(member) == 3 && strspn(member, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static const struct member *known_at(const struct group *g, size_t at)
{
    return &g->members[table_row_member(g->table, row_order_at(g->order, at), g->dimension)];
}

/* Only members of the same depth are added: 1 for countries and unspecified partners, the digits of
 * a product code. */
static int depth_of(const char *dimension, const char *member, enum member_role role)
{
    int depth;

    if (role == MEMBER_WHOLE || role == MEMBER_GROUP)
        return 0;
    if (strcmp(dimension, "partner") == 0)
        return is_country(member) || role == MEMBER_UNSPECIFIED ? 1 : 0;
    depth = product_depth(member);
    return depth < DEEPEST ? depth : 0;
}

static struct member *find_members(const sheaf_table *table, size_t dimension, struct arena *arena)
{
    const char *name = table_dimension_name(table, dimension);
    size_t count = sheaf_table_member_count(table, name);
    struct member *members = arena_array(arena, struct member, count);

    for (size_t i = 0; i < count && members != NULL; i++) {
        const char *text = table_member(table, dimension, (uint32_t)i);

        members[i].role =
            member_role_of(name, text, table_member_name(table, dimension, (uint32_t)i));
        members[i].depth = depth_of(name, text, members[i].role);
    }
    return members;
}

/* Half a unit of rounding for each figure, and the noise of a sum. */
static bool exceeds(const struct group *g, double sum, double slack, size_t total)
{
    return sum > value_at(g, total) * (1 + 1e-9) + slack + slack_at(g, total);
}

static bool has_secrets(const struct group *g)
{
    for (size_t i = g->start; i < g->end; i++)
        if (check_is_confidential(g->table, row_order_at(g->order, i)))
            return true;
    return false;
}

static void warn(const struct group *g, size_t total, double sum, size_t largest)
{
    size_t row = row_order_at(g->order, total);
    struct table_row at = table_row_at(g->table, row);
    char figure[CHECK_FIGURE], parts[CHECK_FIGURE], when[SHEAF_PERIOD_TEXT];

    sheaf_period_write(at.period, when);
    if (has_secrets(g)) { /* the sum, or which is the largest, would tell them */
        table_warn(g->table, "parts", check_place(g->table, row),
                   "in %s the parts by %.40s, of which some are confidential, add up to more than "
                   "their total",
                   when, table_dimension_name(g->table, g->dimension));
        return;
    }
    number_write(parts, round_to(sum / power_of_ten(at.multiplier), at.decimals));
    table_warn(g->table, "parts", check_place(g->table, row),
               "in %s the parts by %.40s add up to %s, more than the total of %s; the largest is "
               "%.60s",
               when, table_dimension_name(g->table, g->dimension), parts,
               check_figure(g->table, row, figure), member_at(g, largest));
}

/* The largest of the parts of a depth. */
static size_t largest_of(const struct group *g, int depth)
{
    size_t largest = g->start;
    double most = -INFINITY;

    for (size_t i = g->start; i < g->end; i++)
        if (known_at(g, i)->depth == depth && value_at(g, i) > most) {
            most = value_at(g, i);
            largest = i;
        }
    return largest;
}

static void check_group(const struct group *g)
{
    double sums[DEEPEST] = { 0 }, slack[DEEPEST] = { 0 };
    size_t total = SIZE_MAX;

    for (size_t i = g->start; i < g->end; i++) {
        const struct member *member = known_at(g, i);

        if (isnan(value_at(g, i)))
            continue;
        sums[member->depth] += value_at(g, i);
        slack[member->depth] += slack_at(g, i);
        if (total == SIZE_MAX && member->role == MEMBER_WHOLE)
            total = i;
    }
    for (int depth = 1; depth < DEEPEST && total != SIZE_MAX; depth++)
        if (exceeds(g, sums[depth], slack[depth], total)) {
            warn(g, total, sums[depth], largest_of(g, depth));
            return;
        }
}

/* The place of a flow's figure; SIZE_MAX: there is none. */
static size_t find_flow(const struct group *g, const char *flow)
{
    for (size_t i = g->start; i < g->end; i++)
        if (strcmp(member_at(g, i), flow) == 0 && !isnan(value_at(g, i)))
            return i;
    return SIZE_MAX;
}

/* Re-exports and domestic exports are parts of exports. */
static void check_part_of_flow(const struct group *g, size_t part, size_t whole)
{
    char when[SHEAF_PERIOD_TEXT];
    size_t row = row_order_at(g->order, part);

    if (!exceeds(g, value_at(g, part), slack_at(g, part), whole))
        return;
    sheaf_period_write(table_row_at(g->table, row).period, when);
    table_warn(g->table, "part of a flow", check_place(g->table, row),
               "in %s %.60s are more than %.60s, of which they are a part", when,
               member_at(g, part), member_at(g, whole));
}

/* Turnover must not be less than exports + imports. */
static void check_flows(const struct group *g)
{
    size_t exports = find_flow(g, "exports"), imports = find_flow(g, "imports");
    size_t turnover = find_flow(g, "turnover");

    for (size_t i = g->start; i < g->end; i++)
        for (size_t k = g->start; k < g->end && !isnan(value_at(g, i)); k++)
            if (!isnan(value_at(g, k)) && flow_is_part_of(member_at(g, i), member_at(g, k)))
                check_part_of_flow(g, i, k);
    if (exports == SIZE_MAX || imports == SIZE_MAX || turnover == SIZE_MAX)
        return;
    if (exceeds(g, value_at(g, exports) + value_at(g, imports),
                slack_at(g, exports) + slack_at(g, imports), turnover))
        warn(g, turnover, value_at(g, exports) + value_at(g, imports),
             value_at(g, exports) > value_at(g, imports) ? exports : imports);
}

static void check_dimension(sheaf_table *table, const char *name, struct arena *arena,
                            void (*check)(const struct group *))
{
    const char *const apart[] = { name, "source", "" };
    size_t dimension = table_find_dimension(table, name);
    const struct member *members;
    struct row_order order;

    if (dimension == SIZE_MAX || sheaf_table_member_count(table, name) < 2 ||
        !row_order_without(&order, table, arena, apart))
        return;
    members = find_members(table, dimension, arena);
    for (size_t start = 0, end; start < order.count && members != NULL; start = end) {
        for (end = start + 1; end < order.count && row_order_same_period(&order, start, end);)
            end++;
        check(&(struct group){ table, &order, start, end, dimension, members });
    }
}

void check_parts(sheaf_table *table, struct arena *arena)
{
    check_dimension(table, "partner", arena, check_group);
    check_dimension(table, "product", arena, check_group);
    check_dimension(table, "flow", arena, check_flows);
}
