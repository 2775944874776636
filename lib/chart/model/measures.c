/* measures.c - tells the measures of a chart's series apart, and puts those of one member together. */
#include "chart/model/measures.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "chart/scale/period.h"
#include "series/series.h"
#include "sheaf/period.h"

enum { LEAST_MEMBERS = 3 };

static bool is_one_measure(const sheaf_series *a, const sheaf_series *b)
{
    return strcmp(sheaf_series_flow(a), sheaf_series_flow(b)) == 0 &&
           strcmp(sheaf_series_unit(a), sheaf_series_unit(b)) == 0 &&
           strcmp(series_measure(a), series_measure(b)) == 0;
}

/* What a series is called besides its flow. */
static const char *own_name(const sheaf_series *series)
{
    const char *name = sheaf_series_name(series);

    return strcmp(name, sheaf_series_flow(series)) == 0 ? "" : name;
}

static bool is_one_member(const sheaf_series *a, const sheaf_series *b)
{
    return strcmp(own_name(a), own_name(b)) == 0 &&
           strcmp(sheaf_series_reporter(a), sheaf_series_reporter(b)) == 0 &&
           strcmp(sheaf_series_partner(a), sheaf_series_partner(b)) == 0 &&
           strcmp(sheaf_series_product(a), sheaf_series_product(b)) == 0;
}

static uint32_t member_hash(const sheaf_series *series)
{
    const char *const texts[] = { own_name(series), sheaf_series_reporter(series),
                                  sheaf_series_partner(series), sheaf_series_product(series) };
    uint32_t hash = 0;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        hash = hash_word(hash, hash_text(texts[i], strlen(texts[i])));
    return hash;
}

/* The first series of each measure; false: there are not n. */
static bool find_measures(const sheaf_chart *chart, size_t n, const sheaf_series **firsts)
{
    size_t found = 0;

    for (size_t i = 0; i < chart->n_series; i++) {
        size_t k = 0;
        while (k < found && !is_one_measure(firsts[k], chart->series[i]))
            k++;
        if (k < found)
            continue;
        if (found == n)
            return false;
        firsts[found++] = chart->series[i];
    }
    return found == n;
}

/* The members of a measure by what they are called. */
struct members {
    sheaf_series **slots; /* open addressing; at least half of them are free */
    size_t n_slots;
};

/* The slot of a member, or a free one. */
static sheaf_series **slot_of(const struct members *members, const sheaf_series *member)
{
    size_t at = member_hash(member) & (members->n_slots - 1);

    while (members->slots[at] != NULL && !is_one_member(members->slots[at], member))
        at = (at + 1) & (members->n_slots - 1);
    return &members->slots[at];
}

/* Of series that are called alike the first. False: memory ran out. */
static bool index_members(const sheaf_chart *chart, const sheaf_series *measure,
                          struct members *members, struct arena *arena)
{
    members->n_slots = 16;
    while (members->n_slots < 2 * chart->n_series)
        members->n_slots *= 2;
    members->slots = arena_array(arena, sheaf_series *, members->n_slots);
    for (size_t i = 0; members->slots != NULL && i < chart->n_series; i++) {
        if (!is_one_measure(chart->series[i], measure))
            continue;
        sheaf_series **slot = slot_of(members, chart->series[i]);
        if (*slot == NULL)
            *slot = chart->series[i];
    }
    return members->slots != NULL;
}

/* The series of each measure of the members of the first; false: memory ran out. */
static bool find_rows(const sheaf_chart *chart, size_t n, const sheaf_series **firsts,
                      sheaf_series **rows[MOST_MEASURES], size_t *n_rows, struct arena *arena)
{
    struct members members[MOST_MEASURES];

    for (size_t k = 0; k < n; k++)
        if (!index_members(chart, firsts[k], &members[k], arena))
            return false;
    for (size_t i = 0; i < chart->n_series; i++) {
        if (!is_one_measure(chart->series[i], firsts[0]))
            continue;
        for (size_t k = 0; k < n; k++)
            rows[k][*n_rows] = *slot_of(&members[k], chart->series[i]);
        ++*n_rows;
    }
    return true;
}

static bool has_value(const sheaf_series *series, sheaf_period period)
{
    const sheaf_observation *at = series != NULL ? sheaf_series_find(series, period, ROOM) : NULL;

    return at != NULL && isfinite(at->value);
}

static bool is_wanted(const sheaf_chart *chart, sheaf_period period)
{
    for (size_t i = 0; i < chart->n_periods; i++)
        if (period_order_by_kind(&chart->periods[i], &period) == 0)
            return true;
    return chart->n_periods == 0;
}

/* Fills the charts with the members that have all measures in a period; how many those are. */
static size_t fill(const sheaf_chart *chart, size_t n, sheaf_series **rows[MOST_MEASURES],
                   size_t n_rows, sheaf_period period, sheaf_chart *charts[MOST_MEASURES])
{
    size_t kept = 0;

    for (size_t i = 0; i < n_rows; i++) {
        bool has_all = is_wanted(chart, period);
        for (size_t k = 0; k < n; k++)
            has_all = has_all && has_value(rows[k][i], period);
        for (size_t k = 0; has_all && k < n; k++)
            charts[k]->series[kept] = rows[k][i];
        kept += has_all;
    }
    for (size_t k = 0; k < n; k++)
        charts[k]->n_series = kept;
    return kept;
}

static bool open_charts(const sheaf_chart *chart, size_t n, sheaf_series **rows[MOST_MEASURES],
                        sheaf_chart *charts[MOST_MEASURES], struct arena *arena)
{
    for (size_t k = 0; k < n; k++) {
        charts[k] = arena_new(arena, sheaf_chart);
        rows[k] = arena_array(arena, sheaf_series *, chart->n_series);
        if (charts[k] == NULL || rows[k] == NULL)
            return false;
        *charts[k] = *chart;
        charts[k]->series = arena_array(arena, sheaf_series *, chart->n_series);
        charts[k]->periods = arena_new(arena, sheaf_period);
        charts[k]->n_periods = 1;
        charts[k]->begins_with_total = charts[k]->is_range = false;
        if (charts[k]->series == NULL || charts[k]->periods == NULL)
            return false;
    }
    return true;
}

/* Periods that too few members have. Where the second measure ends before the first, each member would
 * ask for the same ones. */
enum { MOST_REMEMBERED = 64 };
struct refused {
    sheaf_period periods[MOST_REMEMBERED];
    size_t n;
};

static bool is_refused(const struct refused *refused, sheaf_period period)
{
    for (size_t i = refused->n < MOST_REMEMBERED ? refused->n : MOST_REMEMBERED; i-- > 0;)
        if (period_order_by_kind(&refused->periods[i], &period) == 0)
            return true;
    return false;
}

/* The last period first; one of a longer kind before one of a shorter. */
static bool choose_period(const sheaf_chart *chart, size_t n, sheaf_series **rows[MOST_MEASURES],
                          size_t n_rows, sheaf_chart *charts[MOST_MEASURES])
{
    sheaf_period best = { .unit = SHEAF_NO_PERIOD };
    struct refused refused = { .n = 0 };
    size_t most = 0;

    for (size_t i = 0; i < n_rows; i++)
        for (size_t j = sheaf_series_count(rows[0][i]); j > 0; j--) {
            sheaf_period period = sheaf_series_at(rows[0][i], j - 1, ROOM)->period;
            if (best.unit != SHEAF_NO_PERIOD &&
                (period.count < best.count || period.unit != best.unit ||
                 sheaf_period_compare(period, best) <= 0))
                continue;
            if (is_refused(&refused, period))
                continue;
            size_t members = fill(chart, n, rows, n_rows, period, charts);
            if (members >= LEAST_MEMBERS) {
                best = period;
                most = members;
            } else {
                refused.periods[refused.n++ % MOST_REMEMBERED] = period;
            }
        }
    if (most == 0)
        return false;
    fill(chart, n, rows, n_rows, best, charts);
    for (size_t k = 0; k < n; k++)
        charts[k]->periods[0] = best;
    return true;
}

bool measures_split(const sheaf_chart *chart, size_t n, const char *what,
                    sheaf_chart *charts[MOST_MEASURES], struct text *text, struct arena *arena)
{
    const sheaf_series *firsts[MOST_MEASURES];
    sheaf_series **rows[MOST_MEASURES];
    size_t n_rows = 0;

    if (!find_measures(chart, n, firsts)) {
        fail(text_error(text), SHEAF_BAD_INPUT,
             "%s takes %zu measures of each member, such as exports and imports or value and "
             "quantity, and here are more or fewer; choose them, or draw a ranking",
             what, n);
        return false;
    }
    if (!open_charts(chart, n, rows, charts, arena) ||
        !find_rows(chart, n, firsts, rows, &n_rows, arena))
        return false;
    if (choose_period(chart, n, rows, n_rows, charts))
        return true;
    fail(text_error(text), SHEAF_BAD_INPUT,
         "%s needs %d members or more that have all measures in one period; draw bars or a ranking",
         what, LEAST_MEMBERS);
    return false;
}
