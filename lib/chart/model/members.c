/* members.c - charts with a row a member: the periods and the members that they show. */
#include "chart/model/members.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/string_cache.h"
#include "chart/model/member_pairs.h"
#include "chart/model/member_periods.h"
#include "chart/words/names.h"
#include "series/series.h"
#include "vocabulary/flows.h"
#include "vocabulary/wholes.h"

size_t members_room(const struct member_rules *rules, double ems)
{
    return ems > rules->head ? (size_t)((ems - rules->head) / rules->row) : 0;
}

size_t members_room_tight(const struct member_rules *rules, double ems)
{
    return ems > rules->head ? (size_t)((ems - rules->head) / (rules->tight * rules->row)) : 0;
}

double members_height(const struct member_rules *rules, size_t rows)
{
    return rules->head + (double)rows * rules->row;
}

size_t members_across(const struct member_rules *rules, double ems)
{
    return rules->column > 0 && ems >= 2 * rules->column ? (size_t)(ems / rules->column) : 1;
}

bool members_flows(const sheaf_chart *chart, const char *flows[2])
{
    size_t n = 0;

    for (size_t i = 0; i < chart->n_series; i++) {
        const char *flow = series_flow(chart->series[i]);
        if ((n > 0 && strcmp(flow, flows[0]) == 0) || (n > 1 && strcmp(flow, flows[1]) == 0))
            continue;
        if (n == 2)
            return false;
        flows[n++] = flow;
    }
    if (n == 2 && strcmp(flows[0], "imports") == 0) {
        flows[0] = flows[1];
        flows[1] = "imports";
    }
    return n == 2;
}

static double value_in(const sheaf_chart *chart, int index, sheaf_period period)
{
    const sheaf_series *series = index != NO_SERIES ? chart->series[index] : NULL;
    const sheaf_observation *at = series != NULL ? sheaf_series_find(series, period, ROOM) : NULL;

    return at != NULL ? at->value * pow(10, sheaf_series_multiplier(series)) : NAN;
}

static double sum_of_known(double a, double b)
{
    return isnan(a) ? b : isnan(b) ? a : a + b;
}

static int compare_members(const void *a, const void *b)
{
    const struct member *one = a, *other = b;

    if (one->is_rest != other->is_rest)
        return one->is_rest ? 1 : -1;
    if (isnan(one->now) != isnan(other->now))
        return isnan(one->now) ? 1 : -1;
    if (one->now != other->now && !isnan(one->now))
        return one->now > other->now ? -1 : 1;
    int first = one->series[0] != NO_SERIES ? one->series[0] : one->series[1];
    return first < (other->series[0] != NO_SERIES ? other->series[0] : other->series[1]) ? -1 : 1;
}

struct member *members_of(const sheaf_chart *chart, const struct member_rules *rules,
                          struct arena *arena, size_t *n)
{
    struct member *members = arena_array(arena, struct member, chart->n_series);

    if (members == NULL)
        return NULL;
    if (!member_pairs(chart, rules->has_flows, members, n, arena))
        return NULL;
    for (size_t i = 0; i < *n && chart->n_periods > 0; i++) {
        sheaf_period now = chart->periods[chart->n_periods - 1];
        members[i].now = sum_of_known(value_in(chart, members[i].series[0], now),
                                      value_in(chart, members[i].series[1], now));
    }
    qsort(members, *n, sizeof *members, compare_members);
    return members;
}

/* Checks ----------------------------------------------------------------------------------- */

/* What names of series were found to be, by the dimension that they are members of: two flows have
 * the same members, and a chart may have thousands. */
struct read_names {
    struct string_cache of[3];
    struct arena *arena;
};

/* "World", product "TOTAL": the sum of all others. */
static bool is_whole(struct read_names *read, const sheaf_series *series)
{
    const char *name = sheaf_series_name(series);
    const struct {
        const char *dimension, *member;
    } places[] = { { "partner", sheaf_series_partner(series) },
                   { "reporter", sheaf_series_reporter(series) },
                   { "product", sheaf_series_product(series) } };
    uint64_t role;

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (name[0] == '\0' || strcmp(name, places[i].member) != 0)
            continue;
        if (!string_cache_find(&read->of[i], name, strlen(name), &role)) {
            role = member_role_of(places[i].dimension, name, "");
            string_cache_add(&read->of[i], read->arena, name, strlen(name), role);
        }
        return role == MEMBER_WHOLE;
    }
    return false;
}

static bool check_wholes(const sheaf_chart *chart, struct arena *arena)
{
    const sheaf_series *part = NULL, *whole = NULL;
    struct read_names read = { .arena = arena };

    for (size_t i = 0; i < chart->n_series; i++)
        *(is_whole(&read, chart->series[i]) ? &whole : &part) = chart->series[i];
    for (size_t i = 0; i < sizeof read.of / sizeof *read.of; i++)
        string_cache_free(&read.of[i], &arena->alloc);
    if (part != NULL && whole != NULL)
        fail(arena->error, SHEAF_BAD_INPUT,
             "'%s' is the sum of all and no member beside '%s'; leave it out, or draw it alone",
             sheaf_series_name(whole), sheaf_series_name(part));
    return arena->error->status == SHEAF_OK;
}

/* 0 when memory runs out. */
static size_t count_flows(const sheaf_chart *chart, struct arena *arena)
{
    struct string_cache flows = { .count = 0 };
    uint64_t meaning;

    for (size_t i = 0; i < chart->n_series; i++) {
        const char *flow = series_flow(chart->series[i]);
        if (!string_cache_find(&flows, flow, strlen(flow), &meaning))
            string_cache_add(&flows, arena, flow, strlen(flow), 0);
    }
    size_t n = arena->error->status == SHEAF_OK ? flows.count : 0;
    string_cache_free(&flows, &arena->alloc);
    return n;
}

static bool check_flows(const sheaf_chart *chart, const struct member_rules *rules,
                        struct arena *arena)
{
    const char *flows[2];

    if (!rules->has_flows || members_flows(chart, flows))
        return true;
    size_t n = count_flows(chart, arena);
    if (n == 1)
        fail(arena->error, SHEAF_BAD_INPUT,
             "%s compares two flows of each member, such as exports and imports, and here is only "
             "'%s'; add the other, or draw %s",
             rules->what, series_flow(chart->series[0]), rules->instead);
    else
        fail(arena->error, SHEAF_BAD_INPUT,
             "%s compares two flows of each member, such as exports and imports, and here are %zu; "
             "choose two, or draw %s",
             rules->what, n, rules->instead);
    return false;
}

/* Choosing --------------------------------------------------------------------------------- */

/* The sum of the members from first on, a series a flow. None where they are none that can be
 * added. */
struct rest {
    sheaf_series *series[2];
    size_t n;
};

static bool sum_rest(struct rest *rest, const sheaf_chart *chart, const struct member *members,
                     size_t first, size_t n, struct text *text, struct arena *arena)
{
    size_t *which = arena_array(arena, size_t, n), count = members[n - 1].is_rest ? 0 : n - first;

    rest->n = 0;
    for (size_t flow = 0; which != NULL && flow < 2; flow++) {
        size_t put = 0;
        sheaf_series *sum;
        for (size_t i = first; i < n; i++)
            if (members[i].series[flow] != NO_SERIES)
                which[put++] = (size_t)members[i].series[flow];
        if (put == 0)
            continue;
        if (!top_sum(chart, which, put, count, text, arena, &sum))
            return false;
        if (sum == NULL) {
            rest->n = 0;
            return true;
        }
        sheaf_series_set_flow(sum, sheaf_series_flow(chart->series[which[0]]));
        rest->series[rest->n++] = sum;
    }
    return which != NULL;
}

static void add_member(sheaf_chart *fewer, const sheaf_chart *chart, const struct member *member)
{
    for (size_t flow = 0; flow < 2; flow++)
        if (member->series[flow] != NO_SERIES)
            fewer->series[fewer->n_series++] = chart->series[member->series[flow]];
}

/* As many members as have room, the last row for the rest of more. */
static bool take_members(struct chart_top *top, sheaf_chart *fewer,
                         const struct member_rules *rules, size_t most, struct text *text,
                         struct arena *arena)
{
    const sheaf_chart whole = *fewer;
    struct rest rest = { .n = 0 };
    size_t n;
    struct member *members = members_of(fewer, rules, arena, &n);

    fewer->series = arena_array(arena, sheaf_series *, fewer->n_series + 2);
    if (members == NULL || fewer->series == NULL)
        return false;
    size_t ranked = n - (members[n - 1].is_rest ? 1 : 0), shown = n;
    if (n > most && !rules->leaves_rest &&
        !sum_rest(&rest, &whole, members, most - 1, n, text, arena))
        return false;
    if (n > most)
        shown = rest.n > 0 ? most - 1 : most;
    fewer->n_series = 0;
    for (size_t i = 0; i < shown; i++)
        if (!(members[i].is_rest && rules->leaves_rest))
            add_member(fewer, &whole, &members[i]);
    for (size_t i = 0; i < rest.n; i++)
        fewer->series[fewer->n_series++] = rest.series[i];
    *top = (struct chart_top){ fewer, shown < ranked ? shown : ranked, ranked, n <= most ? n : most,
                               0 };
    return true;
}

bool members_choose(struct chart_top *top, const struct member_rules *rules,
                    const sheaf_chart *chart, size_t most, struct text *text, struct arena *arena)
{
    sheaf_chart *fewer = arena_new(arena, sheaf_chart);

    if (fewer == NULL || !check_wholes(chart, arena) || !check_flows(chart, rules, arena))
        return false;
    *fewer = *chart;
    return member_periods_choose(fewer, rules, text, arena) &&
           take_members(top, fewer, rules, most, text, arena);
}
