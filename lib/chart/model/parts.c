/* parts.c - which series a chart of parts draws. */
#include "chart/model/parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/model/parts_collection.h"
#include "chart/model/units.h"
#include "series/residual.h"
#include "series/series.h"
#include "series/series_list.h"
#include "text/format.h"

/* In a chart that is no higher than so many ems, so many parts can be told apart. */
enum { LOW_CHART = 13, PARTS_WHEN_LOW = 3 };

size_t parts_room(const struct chart_plan *plan)
{
    return plan->height < LOW_CHART * plan->pen.em ? PARTS_WHEN_LOW : MAX_PARTS;
}

struct arena *parts_arena(const struct collection *all)
{
    return all->plan->pen.arena;
}

sheaf_error *parts_error(const struct collection *all)
{
    return text_error(all->plan->pen.text);
}

/* What cannot be added up has no whole; lines, and in one period a ranking, compare without adding. */
static void fail_for(const struct collection *all, const sheaf_error *why)
{
    if (why->status == SHEAF_OK)
        return;
    if (why->status == SHEAF_NO_MEMORY) {
        fail_memory(parts_error(all));
        return;
    }
    const sheaf_chart *chart = all->plan->all;
    bool is_one = sheaf_period_compare(parts_end(chart, false), parts_end(chart, true)) == 0;
    fail(parts_error(all), SHEAF_BAD_INPUT,
         "this chart adds its series up, and these are no parts of a whole: %.400s; or draw %s "
         "without adding",
         why->message, is_one ? "a ranking, which compares" : "lines, which compare");
}

/* Periods ----------------------------------------------------------------------------------- */

bool parts_want(const sheaf_chart *chart, sheaf_period period)
{
    for (size_t i = 0; i < chart->n_periods; i++)
        if (sheaf_period_compare(chart->periods[i], period) == 0)
            return true;
    return chart->n_periods == 0;
}

sheaf_period parts_end(const sheaf_chart *chart, bool last)
{
    sheaf_period found = { SHEAF_NO_PERIOD, 0, 0 };

    for (size_t i = 0; i < chart->n_series; i++)
        for (size_t k = 0; k < sheaf_series_count(chart->series[i]); k++) {
            const sheaf_observation *at = sheaf_series_at(chart->series[i], k, ROOM);
            if (isnan(at->value) || !parts_want(chart, at->period))
                continue;
            int order = found.unit == SHEAF_NO_PERIOD
                            ? 0
                            : sheaf_period_compare(at->period, found) * (last ? 1 : -1);
            if (found.unit == SHEAF_NO_PERIOD || order > 0)
                found = at->period;
        }
    return found;
}

/* In the unit itself; a part without an observation counts as zero. */
static double value_in(const sheaf_series *series, sheaf_period period)
{
    const sheaf_observation *at = sheaf_series_find(series, period, ROOM);

    return at != NULL ? at->value * pow(10, sheaf_series_multiplier(series)) : 0;
}

/* Order ------------------------------------------------------------------------------------- */

static int compare_parts(const void *a, const void *b)
{
    const struct part *one = a, *other = b;

    if (isnan(one->size) != isnan(other->size))
        return isnan(one->size) ? 1 : -1;
    if (one->size != other->size && !isnan(one->size))
        return one->size > other->size ? -1 : 1;
    return one->index < other->index ? -1 : 1;
}

/* By the figure in the last period, or by how it has changed since the first. */
static double size_of(const sheaf_series *series, sheaf_period first, sheaf_period last,
                      enum parts_order order)
{
    double size = value_in(series, last);

    if (order == BY_CHANGE && sheaf_period_compare(first, last) != 0)
        size -= value_in(series, first);
    return fabs(size);
}

/* One part alone is not joined: "other" of one would hide its name for nothing. */
static size_t count_shown(const struct collection *all, size_t most)
{
    size_t n = all->n_ranked;

    if (n <= most)
        return n;
    return n == most + 1 && all->n_rest == 0 ? most - 1 : most;
}

/* Puts the parts in order and chooses those that keep their own place. */
static bool rank_parts(struct collection *all, size_t most, enum parts_order order)
{
    size_t n = all->chart->n_series;
    sheaf_period first = parts_end(all->chart, false), last = parts_end(all->chart, true);

    all->ranked = arena_array(parts_arena(all), struct part, n);
    all->in_rest = arena_array(parts_arena(all), bool, n);
    if (all->ranked == NULL || all->in_rest == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        const sheaf_series *series = all->chart->series[i];
        if (all->roles.of[i] == PART_LEFT_OUT)
            continue;
        if (all->roles.of[i] == PART_UNRANKED || sheaf_series_is_remainder(series))
            all->n_rest += all->in_rest[i] = true;
        else
            all->ranked[all->n_ranked++] = (struct part){ size_of(series, first, last, order), i };
    }
    qsort(all->ranked, all->n_ranked, sizeof *all->ranked, compare_parts);
    all->shown = count_shown(all, most);
    for (size_t i = all->shown; i < all->n_ranked; i++)
        all->n_rest += all->in_rest[all->ranked[i].index] = true;
    return true;
}

/* Growth ------------------------------------------------------------------------------------- */

/* How far a series is from the sum of all others, over the periods of the chart; INFINITY: rounding
 * does not explain it. */
static double away_from_sum(const sheaf_chart *chart, const sheaf_series *series)
{
    double away = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        const sheaf_observation *at = sheaf_series_at(series, i, ROOM);
        double sum = 0, low = 0, high = 0;
        if (!parts_want(chart, at->period))
            continue;
        for (size_t k = 0; k < chart->n_series; k++) {
            const sheaf_observation *part = sheaf_series_find(chart->series[k], at->period, ROOM);
            if (chart->series[k] == series || part == NULL)
                continue;
            sum += part->value;
            low += part->low;
            high += part->high;
        }
        if (!(low <= at->high + 1e-9 && high >= at->low - 1e-9)) /* also where one is not known */
            return INFINITY;
        away += fabs(sum - at->value);
    }
    return away;
}

/* Whether a series may be of contributions, or be their growth in per cent. */
static bool is_in_points(const sheaf_chart *chart, const sheaf_series *series)
{
    return units_are_one(chart->series[0], series) && sheaf_series_multiplier(series) == 0 &&
           sheaf_series_count(series) > 0;
}

/* A growth in per cent is no contribution, so that no other series is their sum. */
static bool may_be_growth(const sheaf_chart *chart, const sheaf_series *series)
{
    for (size_t i = 0; i < chart->n_series; i++)
        if (chart->series[i] != series && strcmp(sheaf_series_unit(chart->series[i]), "%") == 0)
            return false;
    return true;
}

const sheaf_series *parts_growth(const sheaf_chart *chart)
{
    const sheaf_series *growth = NULL;
    double least = INFINITY;

    if (chart->n_series < 3 || strcmp(units_of_all(chart), "pp") != 0)
        return NULL;
    for (size_t i = 0; i < chart->n_series; i++)
        if (!is_in_points(chart, chart->series[i]))
            return NULL;
    for (size_t i = 0; i < chart->n_series; i++) {
        double away = away_from_sum(chart, chart->series[i]);
        if (away < least && may_be_growth(chart, chart->series[i])) {
            least = away;
            growth = chart->series[i];
        }
    }
    return growth;
}

static void find_growth(struct collection *all)
{
    all->growth = all->roles.whole == NULL ? parts_growth(all->chart) : NULL;
    for (size_t i = 0; all->growth != NULL && i < all->chart->n_series; i++)
        if (all->chart->series[i] == all->growth)
            all->roles.of[i] = PART_LEFT_OUT;
}

/* A copy in the unit of all: a growth in per cent is in points among the contributions to it. */
static sheaf_series *copy_in_unit(const sheaf_chart *chart, const sheaf_series *series,
                                  const char *unit)
{
    if (strcmp(sheaf_series_unit(series), unit) == 0 || !units_are_one(chart->series[0], series))
        return series_copy(&chart->alloc, series);
    sheaf_series *copy = series_create_like(series, sheaf_series_name(series), unit,
                                            sheaf_series_multiplier(series));
    for (size_t i = 0; i < sheaf_series_count(series); i++)
        sheaf_series_add_observation(copy, sheaf_series_at(series, i, ROOM));
    return copy;
}

static bool collect(struct collection *all, size_t most, enum parts_order order)
{
    sheaf_error why = { 0 };
    const char *unit = units_of_all(all->chart);

    for (size_t i = 0; i < all->chart->n_series; i++)
        sheaf_series_list_add(all->all, copy_in_unit(all->chart, all->chart->series[i], unit));
    why = *sheaf_series_list_error(all->all);
    if (why.status == SHEAF_OK)
        part_roles_find(&all->roles, all->all, parts_arena(all), &why);
    fail_for(all, &why);
    if (why.status != SHEAF_OK)
        return false;
    find_growth(all);
    return rank_parts(all, most, order);
}

/* The rest and the total --------------------------------------------------------------------- */

sheaf_series *parts_keep(const struct collection *all, sheaf_series *series)
{
    const sheaf_alloc alloc = arena_allocator(parts_arena(all));
    sheaf_series *copy = NULL;

    fail_for(all, sheaf_series_error(series));
    if (sheaf_series_status(series) == SHEAF_OK) {
        copy = series_copy(&alloc, series);
        error_take(parts_error(all), sheaf_series_error(copy));
    }
    sheaf_series_destroy(series);
    return parts_error(all)->status == SHEAF_OK ? copy : NULL;
}

bool parts_name(const struct collection *all, sheaf_series *series, const char *name,
                const char *label)
{
    if (label == NULL)
        return false;
    series_set_name(series, name);
    sheaf_series_set_label(series, label);
    error_take(parts_error(all), sheaf_series_error(series));
    return parts_error(all)->status == SHEAF_OK;
}

/* "other (14)"; or "other" of nobody knows how many. */
static const char *rest_label(const struct collection *all)
{
    const char *word = format_word(all->plan->pen.text, WORD_OTHER);

    if (all->n_rest != all->n_ranked - all->shown || all->n_rest == 0)
        return word;
    const char *count =
        format_number(all->plan->pen.text, parts_arena(all), (double)all->n_rest, 0);
    return word != NULL && count != NULL ? arena_format(parts_arena(all), "%s (%s)", word, count)
                                         : NULL;
}

/* Whether rounding explains all that a remainder holds in the periods of the chart in which it is known. */
static bool is_nothing(const struct collection *all, const sheaf_series *rest)
{
    for (size_t i = 0; i < sheaf_series_count(rest); i++) {
        const sheaf_observation *at = sheaf_series_at(rest, i, ROOM);
        if (parts_want(all->chart, at->period) && (at->low > 0 || at->high < 0))
            return false;
    }
    return true;
}

/* The one series that an author or the file calls "other". */
static const sheaf_series *given_rest(const struct collection *all)
{
    for (size_t i = 0; i < all->chart->n_series && all->n_rest == 1; i++)
        if (all->in_rest[i])
            return all->chart->series[i];
    return NULL;
}

/* NULL: there is none, or a failure. */
static sheaf_series *rest_of(const struct collection *all)
{
    const sheaf_series *given = all->roles.whole == NULL ? given_rest(all) : NULL;
    sheaf_series *rest;

    if (all->n_rest == 0 && all->roles.whole == NULL)
        return NULL;
    rest = given != NULL ? series_copy(&all->chart->alloc, given)
                         : series_list_rest(all->all, all->roles.whole, all->in_rest);
    rest = parts_keep(all, rest);
    if (rest == NULL || (all->n_rest == 0 && is_nothing(all, rest)))
        return NULL;
    sheaf_series_set_remainder(rest, true);
    if (given == NULL && !parts_name(all, rest, "other", rest_label(all)))
        return NULL;
    return rest;
}

/* The whole that the data state, the growth by its own name, or the sum. */
static sheaf_series *total_of(const struct collection *all)
{
    if (all->growth != NULL)
        return parts_keep(all, series_copy(&all->chart->alloc, all->growth));
    sheaf_series *total = all->roles.whole != NULL
                              ? series_copy(&all->chart->alloc, all->roles.whole)
                              : sheaf_series_list_total(all->all);

    total = parts_keep(all, total);
    return total != NULL && parts_name(all, total, "total",
                                       format_word_inside(all->plan->pen.text, WORD_TOTAL))
               ? total
               : NULL;
}

/* Hides totals that would tell the one secret of the parts that are drawn; of the joined, that of one alone. */
static void hide_residuals(const struct collection *all, sheaf_series *total)
{
    const sheaf_series **parts =
        arena_array(parts_arena(all), const sheaf_series *, all->chart->n_series);
    size_t n = 0;

    if (parts == NULL || total == NULL || all->roles.whole == NULL)
        return;
    for (size_t i = 0; i < all->chart->n_series; i++)
        if (all->roles.of[i] != PART_LEFT_OUT && (!all->in_rest[i] || all->n_rest == 1))
            parts[n++] = all->chart->series[i];
    series_hide_residuals(total, parts, n);
    error_take(parts_error(all), sheaf_series_error(total));
}

/* Charts ------------------------------------------------------------------------------------- */

sheaf_chart *parts_chart(const struct collection *all)
{
    sheaf_chart *chart = arena_new(parts_arena(all), sheaf_chart);
    sheaf_series **series = arena_array(parts_arena(all), sheaf_series *, all->shown + 2);
    sheaf_series *total = total_of(all), *rest = rest_of(all);
    size_t n = 0;

    if (chart == NULL || series == NULL || parts_error(all)->status != SHEAF_OK)
        return NULL;
    series[n++] = total;
    for (size_t i = 0; i < all->shown; i++)
        series[n++] = all->chart->series[all->ranked[i].index];
    if (rest != NULL)
        series[n++] = rest;
    hide_residuals(all, total);
    *chart = *all->chart;
    chart->series = series;
    chart->n_series = n;
    chart->begins_with_total = true;
    return chart;
}

const sheaf_chart *parts_make(const struct chart_plan *plan, size_t most, enum parts_order order,
                              sheaf_chart *(*chart_of_parts)(const struct collection *all))
{
    struct collection all = { .plan = plan, .chart = plan->all };
    const sheaf_chart *made = NULL;

    all.all = sheaf_series_list_create(&plan->all->alloc);
    if (collect(&all, most, order))
        made = chart_of_parts(&all);
    sheaf_series_list_destroy(all.all);
    return made;
}

const sheaf_chart *parts_with_total(const struct chart_plan *plan, size_t most,
                                    enum parts_order order)
{
    return parts_make(plan, most, order, parts_chart);
}
