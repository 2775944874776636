/* network.c - which members are nodes, in which columns. */
#include "chart/model/network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/string_cache.h"
#include "chart/model/member_periods.h"
#include "chart/model/network_links.h"
#include "chart/plan.h"
#include "chart/words/names.h"
#include "chart/words/words.h"
#include "series/attributes.h"
#include "series/part_roles.h"
#include "series/series.h"
#include "series/series_list.h"

/* The dimensions that may be columns, from where goods come. */
static const char *const dimensions[NETWORK_COLUMNS] = { "reporter", "product", "partner" };

static sheaf_error *error_of(const struct gathering *all)
{
    return text_error(all->plan->pen.text);
}

static const char *member_of(const struct gathering *all, size_t series, size_t dimension)
{
    return series_attribute_named(dimensions[dimension])->of(all->chart->series[series]);
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Series ------------------------------------------------------------------------------------------ */

static bool leave_out_wholes(struct gathering *all)
{
    sheaf_series_list *list = sheaf_series_list_create(&all->chart->alloc);
    struct part_roles roles = { NULL, NULL };
    sheaf_error why = { 0 };
    size_t n = 0;

    for (size_t i = 0; i < all->chart->n_series; i++)
        sheaf_series_list_add(list, series_copy(&all->chart->alloc, all->chart->series[i]));
    why = *sheaf_series_list_error(list);
    if (why.status == SHEAF_OK)
        part_roles_find(&roles, list, all->plan->pen.arena, &why);
    sheaf_series_list_destroy(list);
    error_take(error_of(all), &why);
    for (size_t i = 0; why.status == SHEAF_OK && roles.of != NULL && i < all->chart->n_series; i++)
        if (roles.of[i] != PART_LEFT_OUT)
            all->chart->series[n++] = all->chart->series[i];
    all->chart->n_series = n;
    return why.status == SHEAF_OK && !pen_failed(&all->plan->pen);
}

/* A width is no less than nothing, and what is not known has none. */
static bool take_values(struct gathering *all)
{
    sheaf_period period = all->chart->periods[0];
    char when[SHEAF_PERIOD_TEXT];
    size_t n = 0;

    sheaf_period_write(period, when);
    all->values = arena_array(all->plan->pen.arena, double, all->chart->n_series);
    if (all->values == NULL)
        return false;
    for (size_t i = 0; i < all->chart->n_series; i++) {
        const sheaf_series *series = all->chart->series[i];
        const sheaf_observation *at = sheaf_series_find(series, period, ROOM);
        if (at == NULL || at->value == 0)
            continue;
        if (!(at->value > 0))
            fail(error_of(all), SHEAF_BAD_INPUT,
                 isnan(at->value)
                     ? "'%.100s' has no figure in %s, so that %s would show too little; leave it "
                       "out, or choose another period"
                     : "'%.100s' is less than zero in %s, and no flow of %s is less than nothing; "
                       "draw bars, or a ranking",
                 sheaf_series_name(series), when, all->rules->what);
        all->values[n] = at->value * pow(10, sheaf_series_multiplier(series));
        all->total += all->values[n];
        all->chart->series[n++] = all->chart->series[i];
    }
    all->chart->n_series = n;
    if (n == 0)
        fail(error_of(all), SHEAF_BAD_INPUT,
             "there is nothing to draw in %s: choose another period", when);
    return !pen_failed(&all->plan->pen);
}

/* Dimensions -------------------------------------------------------------------------------------- */

/* How many members a dimension has; 0: some series has none. */
static size_t count_members(const struct gathering *all, size_t dimension)
{
    size_t n = all->chart->n_series, count = 0;
    const char **members = arena_array(all->plan->pen.arena, const char *, n);

    if (members == NULL)
        return 0;
    for (size_t i = 0; i < n; i++) {
        members[i] = member_of(all, i, dimension);
        if (members[i][0] == '\0')
            return 0;
    }
    qsort(members, n, sizeof *members, compare_texts);
    for (size_t i = 0; i < n; i++)
        count += i == 0 || strcmp(members[i - 1], members[i]) != 0;
    return count;
}

/* One flow, or none: goods go one way. */
static bool require_one_way(const struct gathering *all)
{
    for (size_t i = 1; i < all->chart->n_series; i++) {
        const char *one = sheaf_series_flow(all->chart->series[0]);
        const char *other = sheaf_series_flow(all->chart->series[i]);
        if (strcmp(one, other) == 0)
            continue;
        fail(error_of(all), SHEAF_BAD_INPUT,
             "'%.60s' and '%.60s' go different ways, and %s shows one; choose one flow", one, other,
             all->rules->what);
        return false;
    }
    return true;
}

/* Those with several members and, where these are fewer than two, one of a single member. Imports come
 * from the partner. */
static bool choose_dimensions(struct gathering *all)
{
    size_t counts[NETWORK_COLUMNS], varying = 0;
    bool single = false;
    struct network *network = all->network;

    for (size_t d = 0; d < NETWORK_COLUMNS; d++) {
        counts[d] = count_members(all, d);
        varying += counts[d] > 1;
    }
    for (size_t d = 0; d < NETWORK_COLUMNS; d++) {
        bool joins = counts[d] > 1 || (counts[d] == 1 && varying == 1 && !single);
        single = single || (joins && counts[d] == 1);
        if (joins)
            all->dimensions[network->n_columns++] = d;
    }
    if (pen_failed(&all->plan->pen))
        return false;
    if (network->n_columns < 2 || varying < all->rules->least_varying) {
        fail(error_of(all), SHEAF_BAD_INPUT,
             "%s shows members of %s, of reporter, product and partner, against each other, and "
             "these series %s; take series of several, or draw %s",
             all->rules->what,
             all->rules->most_columns > 2 ? "two or three dimensions" : "two dimensions",
             varying == 0 ? "differ in none of them" : "differ in one of them only",
             all->rules->instead);
        return false;
    }
    if (network->n_columns > all->rules->most_columns) {
        fail(error_of(all), SHEAF_BAD_INPUT,
             "reporters, products and partners differ here, and %s shows two of them; choose a "
             "member of one, or draw a sankey",
             all->rules->what);
        return false;
    }
    if (all->rules->goes && strcmp(sheaf_series_flow(all->chart->series[0]), "imports") == 0)
        for (size_t a = 0, b = network->n_columns - 1; a < b; a++, b--) {
            size_t kept = all->dimensions[a];
            all->dimensions[a] = all->dimensions[b];
            all->dimensions[b] = kept;
        }
    return true;
}

/* Nodes ------------------------------------------------------------------------------------------- */

static int compare_nodes(const void *a, const void *b)
{
    const struct network_node *one = a, *other = b;

    if (one->size != other->size)
        return one->size > other->size ? -1 : 1;
    return strcmp(one->member, other->member);
}

/* Among the few nodes that are drawn; n: the member is in none of its own. */
static size_t find_node(const struct network_column *column, const char *member)
{
    for (size_t i = 0; i < column->n; i++)
        if (column->nodes[i].member != NULL && strcmp(column->nodes[i].member, member) == 0)
            return i;
    return column->n;
}

static void name_node(const struct gathering *all, struct network_node *node, size_t series,
                      size_t dimension)
{
    const struct chart_pen *pen = &all->plan->pen;
    const sheaf_series *of = all->chart->series[series];
    const char *name = strcmp(dimensions[dimension], "product") == 0 ? series_product_name(of) : "";

    if (name[0] == '\0')
        name = name_in_words(of, node->member, pen->text, pen->arena);
    node->label = name != NULL ? capitalized(pen->arena, name) : NULL;
    if (node->label != NULL && strlen(node->member) == 3 &&
        strcmp(node->label, node->member) != 0 && strcmp(dimensions[dimension], "product") != 0)
        node->code = node->member;
}

/* How many of the nodes, the largest first, keep their own place. One alone is not joined. */
static size_t count_kept(const struct gathering *all, const struct network_column *column)
{
    size_t most = all->rules->most_nodes[column - all->network->columns];
    size_t kept = 0;

    while (kept < column->n && column->nodes[kept].size >= all->rules->least_share * all->total)
        kept++;
    if (kept + 1 == column->n)
        kept++;
    if (kept > most || (kept == most && kept < column->n))
        kept = most - 1;
    return kept > 0 || column->n == 0 ? kept : 1;
}

/* "Other (14)": their sum is the last node. */
static void join_small(const struct gathering *all, struct network_column *column)
{
    const struct chart_pen *pen = &all->plan->pen;
    size_t kept = count_kept(all, column), joined = column->n - kept;
    struct network_node rest = { .color = pen->theme->other };

    if (joined == 0)
        return;
    const char *word = format_word(pen->text, WORD_OTHER);
    const char *count = format_number(pen->text, pen->arena, (double)joined, 0);
    if (word != NULL && count != NULL)
        rest.label = arena_format(pen->arena, "%s (%s)", word, count);
    if (rest.label != NULL)
        rest.label = capitalized(pen->arena, rest.label);
    for (size_t i = kept; i < column->n; i++)
        rest.size += column->nodes[i].size;
    column->nodes[kept] = rest;
    column->n = kept + 1;
}

/* A node for each member, which may be as many as the series: so they are found by hash. */
static void collect_nodes(const struct gathering *all, struct network_column *column,
                          size_t dimension)
{
    struct arena *arena = all->plan->pen.arena;
    struct string_cache known = { .count = 0 };

    for (size_t i = 0; i < all->chart->n_series; i++) {
        const char *member = member_of(all, i, dimension);
        uint64_t node;
        if (!string_cache_find(&known, member, strlen(member), &node)) {
            node = column->n++;
            column->nodes[node] = (struct network_node){ .member = member };
            name_node(all, &column->nodes[node], i, dimension);
            if (!string_cache_add(&known, arena, member, strlen(member), node))
                break;
        }
        column->nodes[node].size += all->values[i];
    }
    string_cache_free(&known, &arena->alloc);
}

static bool make_column(struct gathering *all, size_t index)
{
    struct network_column *column = &all->network->columns[index];
    size_t n = all->chart->n_series, dimension = all->dimensions[index];

    column->dimension = dimensions[dimension];
    column->nodes = arena_array(all->plan->pen.arena, struct network_node, n);
    all->node_of[index] = arena_array(all->plan->pen.arena, size_t, n);
    if (column->nodes == NULL || all->node_of[index] == NULL)
        return false;
    collect_nodes(all, column, dimension);
    if (pen_failed(&all->plan->pen))
        return false;
    qsort(column->nodes, column->n, sizeof *column->nodes, compare_nodes);
    join_small(all, column);
    for (size_t i = 0; i < n; i++) {
        size_t node = find_node(column, member_of(all, i, dimension));
        all->node_of[index][i] = node < column->n ? node : column->n - 1;
    }
    return !pen_failed(&all->plan->pen);
}

/* By members' own colours, or in the order of the theme; through all columns that are sources. */
static void color_nodes(const struct gathering *all)
{
    size_t next = 0;

    for (size_t c = 0; c < all->network->n_columns; c++)
        for (size_t i = 0; i < all->network->columns[c].n; i++) {
            struct network_node *node = &all->network->columns[c].nodes[i];
            if (node->member == NULL)
                continue;
            const struct color *own = theme_member_color(all->plan->pen.theme, node->member);
            node->color = own != NULL ? *own
                          : c + 1 < all->network->n_columns
                              ? theme_category(all->plan->pen.theme, next++)
                              : all->plan->pen.theme->grey;
        }
}

static bool copy_chart(struct gathering *all)
{
    static const struct member_rules last = { .periods = PERIOD_LAST };
    const sheaf_chart *given = all->plan->all;
    sheaf_series **series = arena_array(all->plan->pen.arena, sheaf_series *, given->n_series);

    if (series == NULL)
        return false;
    memcpy(series, given->series, given->n_series * sizeof *series);
    *all->chart = *given;
    all->chart->series = series;
    return member_periods_choose(all->chart, &last, all->plan->pen.text, all->plan->pen.arena);
}

const sheaf_chart *network_gather(const struct chart_plan *plan, const struct network_rules *rules)
{
    struct network *network = arena_new(plan->pen.arena, struct network);
    struct gathering all = { .plan = plan, .rules = rules, .network = network };

    if (network == NULL)
        return NULL;
    all.chart = &network->chart;
    if (!copy_chart(&all))
        return NULL;
    if (network->chart.n_periods == 0) { /* the model tells that nothing has a value */
        network->n_columns = 0;
        return &network->chart;
    }
    if (!leave_out_wholes(&all) || !take_values(&all) || !require_one_way(&all) ||
        !choose_dimensions(&all))
        return NULL;
    for (size_t c = 0; c < network->n_columns; c++)
        if (!make_column(&all, c))
            return NULL;
    color_nodes(&all);
    return network_link(&all) ? &network->chart : NULL;
}

const struct network *network_of(const struct chart_plan *plan)
{
    return (const struct network *)plan->chart;
}
