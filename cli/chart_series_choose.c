/* chart_series_choose.c - which dimension of a table tells the series of a chart apart. */
#include "chart_series_parts.h"

#include <string.h>

static bool leaves_out(const sheaf_filter *filter)
{
    return filter->member[0] == '!';
}

size_t chart_series_count_filters(const struct chart_series *s, const char *dimension)
{
    size_t count = 0;

    for (size_t i = 0; i < s->n_filters; i++)
        count += strcmp(s->filters[i].dimension, dimension) == 0 && !leaves_out(&s->filters[i]);
    return count;
}

/* A filter that is the only one of its dimension is passed on, because the series is named by it. */
size_t chart_series_filters(const struct chart_series *s, sheaf_filter *filters)
{
    size_t n = 0;

    for (size_t i = 0; i < s->n_filters; i++)
        if (strcmp(s->filters[i].dimension, "period") != 0 && !leaves_out(&s->filters[i]) &&
            chart_series_count_filters(s, s->filters[i].dimension) == 1)
            filters[n++] = s->filters[i];
    return n;
}

/* Whether series may differ in this dimension. Source does not count: several may report one series.
 * Nor does indicator: where it varies, "value" is meant. */
static bool tells_apart(const sheaf_table *table, const char *dimension)
{
    return sheaf_table_member_count(table, dimension) > 1 && strcmp(dimension, "source") != 0 &&
           strcmp(dimension, "indicator") != 0;
}

/* What measures of one member differ in. */
static bool tells_measures(const char *dimension)
{
    return strcmp(dimension, "flow") == 0 || strcmp(dimension, "unit") == 0 ||
           strcmp(dimension, "unit_mult") == 0 || strcmp(dimension, "series") == 0;
}

static bool tells_units(const char *dimension)
{
    return strcmp(dimension, "unit") == 0 || strcmp(dimension, "unit_mult") == 0;
}

enum { MOST_DIMENSIONS = 64 };

static int choose_named(const struct chart_series *s, const sheaf_table *table,
                        const char **dimension)
{
    const char *names[MOST_DIMENSIONS];
    size_t n = 0;

    for (; n < MOST_DIMENSIONS && n < sheaf_table_dimension_count(table); n++) {
        names[n] = sheaf_table_dimension(table, n);
        if (strcmp(names[n], s->by) == 0) {
            *dimension = names[n];
            return EXIT_FINE;
        }
    }
    return usage_error(s->command, "no column '%s' to tell series apart%s", s->by,
                       suggestion("", s->by, names, n));
}

/* The dimension whose members become series: the one named, or the only one that varies and
 * does not follow from another. *dimension is NULL when nothing varies. */
int chart_series_dimension(const struct chart_series *s, const sheaf_table *table,
                           const char **dimension)
{
    const char *other = NULL;

    *dimension = NULL;
    if (s->by != NULL)
        return choose_named(s, table, dimension);
    for (size_t i = 0; i < sheaf_table_dimension_count(table); i++) {
        const char *name = sheaf_table_dimension(table, i);

        if (!tells_apart(table, name) || (s->pairs_flows && strcmp(name, "flow") == 0) ||
            (s->measures > 0 && tells_measures(name)) || (s->splits_units && tells_units(name)) ||
            (*dimension != NULL && sheaf_table_depends(table, name, *dimension)))
            continue;
        other =
            *dimension != NULL && !sheaf_table_depends(table, *dimension, name) ? *dimension : NULL;
        *dimension = name;
        if (other != NULL)
            return usage_error(s->command,
                               "both %s and %s vary here; choose one with --by, "
                               "and a member of the other with --select",
                               other, name);
    }
    return EXIT_FINE;
}

/* A chart names 16 series; of up to 40 lines all but those that lead are grey. One period alone needs no
 * colours: its series are ranked. */
enum { MOST_SERIES = 16, MOST_LINES = 40 };

static bool is_single_period(const struct chart_series *s, const sheaf_table *table)
{
    sheaf_row first = SHEAF_ROW_INIT, row = SHEAF_ROW_INIT;

    if (s->n_periods > 0)
        return s->n_periods == 1;
    sheaf_table_row(table, 0, &first);
    for (size_t i = 1; sheaf_table_row(table, i, &row); i++)
        if (sheaf_period_compare(first.period, row.period) != 0)
            return false;
    return true;
}

bool chart_series_is_ranked(const struct chart_series *s, const sheaf_table *table)
{
    return s->ranks_members || is_single_period(s, table);
}

int chart_series_check_count(const struct chart_series *s, const sheaf_table *table, const char *by)
{
    size_t n = sheaf_table_member_count(table, by),
           most = s->draws_lines ? MOST_LINES : MOST_SERIES;

    if (n <= most || s->adds_up || s->shows_largest || s->measures > 0 ||
        chart_series_is_ranked(s, table))
        return EXIT_FINE;
    return usage_error(s->command,
                       "there are %zu of %s, and a chart shows at most %zu series; choose with "
                       "--select '%s: %s', or take the largest with --series 'top(data, by: %s, "
                       "n: 5)'",
                       n, by, most, by, sheaf_table_member(table, by, 0), by);
}

int chart_series_crossed(const struct chart_series *s, const sheaf_table *table,
                         const char **dimensions, size_t *n)
{
    static const char *const crossed[] = { "reporter", "product", "partner" };

    *n = 0;
    for (size_t i = 0; i < CROSSED; i++)
        if (sheaf_table_member_count(table, crossed[i]) > 1)
            dimensions[(*n)++] = crossed[i];
    for (size_t i = 0; i < sheaf_table_dimension_count(table); i++) {
        const char *name = sheaf_table_dimension(table, i);
        bool is_crossed = false;
        for (size_t k = 0; k < *n; k++)
            is_crossed = is_crossed || strcmp(name, dimensions[k]) == 0 ||
                         sheaf_table_depends(table, name, dimensions[k]);
        if (tells_apart(table, name) && !is_crossed)
            return usage_error(s->command,
                               "%s varies here as well; choose a member of it with "
                               "--select '%s: %s'",
                               name, name, sheaf_table_member(table, name, 0));
    }
    return EXIT_FINE;
}
