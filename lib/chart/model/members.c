/* members.c - charts with a row a member: the periods and the members that they show. */
#include "chart/model/members.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

/* What a series is called besides its flow. */
static const char *own_name(const sheaf_series *series)
{
    const char *name = sheaf_series_name(series), *flow = series_flow(series);

    return strcmp(name, flow) == 0 || header_is_of_flow(name, flow) ? "" : name;
}

static bool are_of_one_member(const sheaf_series *a, const sheaf_series *b)
{
    return strcmp(own_name(a), own_name(b)) == 0 &&
           strcmp(sheaf_series_partner(a), sheaf_series_partner(b)) == 0 &&
           strcmp(sheaf_series_reporter(a), sheaf_series_reporter(b)) == 0 &&
           strcmp(sheaf_series_product(a), sheaf_series_product(b)) == 0;
}

static double value_in(const sheaf_chart *chart, int index, sheaf_period period)
{
    const sheaf_series *series = index != NO_SERIES ? chart->series[index] : NULL;
    const sheaf_observation *at = series != NULL ? sheaf_series_find(series, period) : NULL;

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

/* The member among n that a series of this flow belongs to; n: none so far. Flows mostly come in the
 * same order of members, so that the one after the last found is tried first. */
static size_t find_member(const sheaf_chart *chart, const struct member *members, size_t n,
                          size_t first, size_t series, size_t flow)
{
    for (size_t k = 0; k < n; k++) {
        size_t i = (first + k) % n;
        int other = members[i].series[1 - flow];
        if (members[i].series[flow] == NO_SERIES && other != NO_SERIES &&
            are_of_one_member(chart->series[series], chart->series[other]))
            return i;
    }
    return n;
}

/* In order of appearance. */
static size_t pair_series(const sheaf_chart *chart, const struct member_rules *rules,
                          struct member *members)
{
    const char *flows[2];
    bool has_flows = rules->has_flows && members_flows(chart, flows);
    size_t n = 0, next = 0;

    for (size_t i = 0; i < chart->n_series; i++) {
        size_t flow = has_flows && strcmp(series_flow(chart->series[i]), flows[1]) == 0;
        size_t at = has_flows ? find_member(chart, members, n, next, i, flow) : n;
        if (at == n)
            members[n++] = (struct member){ { NO_SERIES, NO_SERIES }, NAN, false };
        members[at].series[flow] = (int)i;
        next = at + 1;
        members[at].is_rest = sheaf_series_is_remainder(chart->series[i]);
    }
    return n;
}

struct member *members_of(const sheaf_chart *chart, const struct member_rules *rules,
                          struct arena *arena, size_t *n)
{
    struct member *members = arena_array(arena, struct member, chart->n_series);

    if (members == NULL)
        return NULL;
    *n = pair_series(chart, rules, members);
    for (size_t i = 0; i < *n && chart->n_periods > 0; i++) {
        sheaf_period now = chart->periods[chart->n_periods - 1];
        members[i].now = sum_of_known(value_in(chart, members[i].series[0], now),
                                      value_in(chart, members[i].series[1], now));
    }
    qsort(members, *n, sizeof *members, compare_members);
    return members;
}

/* Checks ----------------------------------------------------------------------------------- */

/* "World", product "TOTAL": the sum of all others. */
static bool is_whole(const sheaf_series *series)
{
    const char *name = sheaf_series_name(series);
    const struct {
        const char *dimension, *member;
    } places[] = { { "partner", sheaf_series_partner(series) },
                   { "reporter", sheaf_series_reporter(series) },
                   { "product", sheaf_series_product(series) } };

    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (name[0] != '\0' && strcmp(name, places[i].member) == 0)
            return member_role_of(places[i].dimension, name, "") == MEMBER_WHOLE;
    return false;
}

static bool check_wholes(const sheaf_chart *chart, sheaf_error *error)
{
    const sheaf_series *part = NULL, *whole = NULL;

    for (size_t i = 0; i < chart->n_series; i++)
        *(is_whole(chart->series[i]) ? &whole : &part) = chart->series[i];
    if (part == NULL || whole == NULL)
        return true;
    fail(error, SHEAF_BAD_INPUT,
         "'%s' is the sum of all and no member beside '%s'; leave it out, or draw it alone",
         sheaf_series_name(whole), sheaf_series_name(part));
    return false;
}

static size_t count_flows(const sheaf_chart *chart)
{
    size_t n = 0;

    for (size_t i = 0; i < chart->n_series; i++) {
        bool is_new = true;
        for (size_t k = 0; k < i && is_new; k++)
            is_new = strcmp(series_flow(chart->series[i]), series_flow(chart->series[k])) != 0;
        n += is_new;
    }
    return n;
}

static bool check_flows(const sheaf_chart *chart, const struct member_rules *rules,
                        sheaf_error *error)
{
    const char *flows[2];

    if (!rules->has_flows || members_flows(chart, flows))
        return true;
    size_t n = count_flows(chart);
    if (n == 1)
        fail(error, SHEAF_BAD_INPUT,
             "%s compares two flows of each member, such as exports and imports, and here is only "
             "'%s'; add the other, or draw %s",
             rules->what, series_flow(chart->series[0]), rules->instead);
    else
        fail(error, SHEAF_BAD_INPUT,
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
    *top =
        (struct chart_top){ fewer, shown < ranked ? shown : ranked, ranked, n <= most ? n : most };
    return true;
}

bool members_choose(struct chart_top *top, const struct member_rules *rules,
                    const sheaf_chart *chart, size_t most, struct text *text, struct arena *arena)
{
    sheaf_chart *fewer = arena_new(arena, sheaf_chart);

    if (fewer == NULL || !check_wholes(chart, arena->error) ||
        !check_flows(chart, rules, arena->error))
        return false;
    *fewer = *chart;
    return member_periods_choose(fewer, rules, text, arena) &&
           take_members(top, fewer, rules, most, text, arena);
}
