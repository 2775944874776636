/* top.c - of many series in one period: those that have room, and the rest as one series. */
#include "chart/model/top.h"

#include <math.h>
#include <stdlib.h>

#include "series/series.h"
#include "series/series_list.h"
#include "text/format.h"
#include "text/words.h"

struct entry {
    double value; /* in the unit itself; NaN: none */
    bool is_rest; /* what an author's series leave of a whole: it has no rank */
    size_t index;
};

bool top_is_of_one_period(const sheaf_chart *chart)
{
    sheaf_period first =
        chart->n_periods > 0 ? chart->periods[0] : (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };

    for (size_t i = 1; i < chart->n_periods; i++)
        if (sheaf_period_compare(first, chart->periods[i]) != 0)
            return false;
    for (size_t i = 0; chart->n_periods == 0 && i < chart->n_series; i++)
        for (size_t k = 0; k < sheaf_series_count(chart->series[i]); k++) {
            sheaf_period period = sheaf_series_at(chart->series[i], k, ROOM)->period;
            if (first.unit != SHEAF_NO_PERIOD && sheaf_period_compare(first, period) != 0)
                return false;
            first = period;
        }
    return first.unit != SHEAF_NO_PERIOD;
}

/* The figure of the one period. */
static double value_of(const sheaf_chart *chart, const sheaf_series *series)
{
    const sheaf_observation *at = chart->n_periods > 0
                                      ? sheaf_series_find(series, chart->periods[0], ROOM)
                                      : sheaf_series_at(series, 0, ROOM);

    return at != NULL ? at->value * pow(10, sheaf_series_multiplier(series)) : NAN;
}

/* The largest first, then those without a figure, then what is a rest already. */
static int compare_entries(const void *a, const void *b)
{
    const struct entry *one = a, *other = b;

    if (one->is_rest != other->is_rest)
        return one->is_rest ? 1 : -1;
    if (isnan(one->value) != isnan(other->value))
        return isnan(one->value) ? 1 : -1;
    if (one->value != other->value && !isnan(one->value))
        return one->value > other->value ? -1 : 1;
    return one->index < other->index ? -1 : 1;
}

static struct entry *sorted_entries(const sheaf_chart *chart, struct arena *arena)
{
    struct entry *entries = arena_array(arena, struct entry, chart->n_series);

    for (size_t i = 0; entries != NULL && i < chart->n_series; i++)
        entries[i] = (struct entry){ .value = value_of(chart, chart->series[i]),
                                     .is_rest = sheaf_series_is_remainder(chart->series[i]),
                                     .index = i };
    if (entries != NULL)
        qsort(entries, chart->n_series, sizeof *entries, compare_entries);
    return entries;
}

/* "other (183)", in the arena; NULL after a failure. */
static const char *top_name_rest(struct text *text, struct arena *arena, size_t n)
{
    const char *word = format_word(text, WORD_OTHER);
    const char *count = format_number(text, arena, (double)n, 0);

    return word != NULL && count != NULL ? arena_format(arena, "%s (%s)", word, count) : NULL;
}

/* "other (183)", or "other" where it holds a rest of nobody knows how many. */
static bool name_rest(sheaf_series *rest, size_t n, struct text *text, struct arena *arena)
{
    const char *name = n > 0 ? top_name_rest(text, arena, n) : format_word(text, WORD_OTHER);

    if (name == NULL)
        return false;
    series_set_name(rest, "other");
    sheaf_series_set_label(rest, name);
    sheaf_series_set_remainder(rest, true);
    error_take(arena->error, sheaf_series_error(rest));
    return arena->error->status == SHEAF_OK;
}

bool top_sum(const sheaf_chart *chart, const size_t *which, size_t n, size_t count,
             struct text *text, struct arena *arena, sheaf_series **rest)
{
    const sheaf_alloc kept = arena_allocator(arena);
    sheaf_series_list *parts = sheaf_series_list_create(&chart->alloc);

    for (size_t i = 0; i < n; i++)
        sheaf_series_list_add(parts, series_copy(&chart->alloc, chart->series[which[i]]));
    sheaf_series *total = sheaf_series_list_total(parts);
    sheaf_status status = sheaf_series_status(total);
    *rest = status == SHEAF_OK ? series_copy(&kept, total) : NULL;
    if (status == SHEAF_NO_MEMORY)
        error_take(arena->error, sheaf_series_error(total));
    if (*rest != NULL)
        error_take(arena->error, sheaf_series_error(*rest));
    sheaf_series_destroy(total);
    sheaf_series_list_destroy(parts);
    if (arena->error->status != SHEAF_OK)
        return false;
    return *rest == NULL || name_rest(*rest, count, text, arena);
}

/* Adds up the n entries. *rest is NULL if they are none that can be added; false after a failure. */
static bool add_up(const sheaf_chart *chart, const struct entry *entries, size_t n,
                   struct text *text, struct arena *arena, sheaf_series **rest)
{
    size_t *which = arena_array(arena, size_t, n);

    for (size_t i = 0; which != NULL && i < n; i++)
        which[i] = entries[i].index;
    return which != NULL &&
           top_sum(chart, which, n, entries[n - 1].is_rest ? 0 : n, text, arena, rest);
}

/* A figure that is not published, or missing, has no place among the largest. */
static size_t count_unranked(const sheaf_chart *chart, const struct entry *entries, size_t n)
{
    size_t unranked = 0;

    for (size_t i = 0; i < n; i++)
        unranked += isnan(entries[i].value) && !entries[i].is_rest &&
                    sheaf_series_count(chart->series[entries[i].index]) > 0;
    return unranked;
}

bool top_choose(struct chart_top *top, const sheaf_chart *chart, size_t most, struct text *text,
                struct arena *arena)
{
    sheaf_chart *fewer = arena_new(arena, sheaf_chart);
    struct entry *entries = sorted_entries(chart, arena);
    sheaf_series **series = arena_array(arena, sheaf_series *, most), *rest;
    size_t n = chart->n_series, shown = most - 1;

    if (fewer == NULL || entries == NULL || series == NULL ||
        !add_up(chart, entries + shown, n - shown, text, arena, &rest))
        return false;
    if (rest != NULL)
        series[shown] = rest;
    else
        shown = most;
    for (size_t i = 0; i < shown; i++)
        series[i] = chart->series[entries[i].index];
    *fewer = *chart;
    fewer->series = series;
    fewer->n_series = most;
    *top = (struct chart_top){ fewer, shown, n - (entries[n - 1].is_rest ? 1 : 0), most,
                               count_unranked(chart, entries, n) };
    return true;
}
