/* chart_series.c - from rows to the series of a chart: member by member, cut to the periods wanted. */
#include "chart_series_parts.h"

#include <stdlib.h>
#include <string.h>

#include "reading.h"

static bool is_wanted(const struct chart_series *s, sheaf_period period)
{
    return (s->first.unit == SHEAF_NO_PERIOD || sheaf_period_compare(s->first, period) <= 0) &&
           (s->last.unit == SHEAF_NO_PERIOD || sheaf_period_compare(period, s->last) <= 0 ||
            sheaf_period_contains(s->last, period));
}

bool chart_series_wants(const struct chart_series *s, sheaf_period period)
{
    for (size_t i = 0; i < s->n_periods; i++)
        if (sheaf_period_compare(s->periods[i], period) == 0)
            return true;
    return s->n_periods == 0 && is_wanted(s, period);
}

/* A range keeps the periods that lie in it: they are named to the chart one by one. */
static int keep_range(struct chart_series *s, const sheaf_series *series)
{
    size_t n = sheaf_series_count(series);

    if (!s->has_range)
        return EXIT_FINE;
    sheaf_period *more = realloc(s->periods, (s->n_periods + n + 1) * sizeof *more);
    if (more == NULL)
        return out_of_memory();
    s->periods = more;
    for (size_t i = 0; i < n; i++) {
        sheaf_observation at;

        if (sheaf_series_at(series, i, &at) != NULL && is_wanted(s, at.period))
            s->periods[s->n_periods++] = at.period;
    }
    return EXIT_FINE;
}

static int in_time(const void *a, const void *b)
{
    return sheaf_period_compare(*(const sheaf_period *)a, *(const sheaf_period *)b);
}

/* Each once, though many series have it. */
static void sort_range(struct chart_series *s)
{
    size_t kept = 0;

    if (!s->has_range || s->n_periods == 0)
        return;
    qsort(s->periods, s->n_periods, sizeof *s->periods, in_time);
    for (size_t i = 1; i < s->n_periods; i++)
        if (in_time(&s->periods[kept], &s->periods[i]) != 0)
            s->periods[++kept] = s->periods[i];
    s->n_periods = kept + 1;
}

static int add_series(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table,
                      const sheaf_filter *filters, size_t n)
{
    sheaf_series *series = sheaf_table_select(table, filters, n);
    int code = sheaf_series_status(series) == SHEAF_OK ? keep_range(s, series)
                                                       : report_data(sheaf_series_error(series));

    if (code == EXIT_FINE)
        sheaf_chart_take(chart, series);
    else
        sheaf_series_destroy(series);
    return code;
}

static bool is_basic_flow(const char *flow)
{
    return strcmp(flow, "exports") == 0 || strcmp(flow, "imports") == 0;
}

/* Moves them into the chart. */
static int add_list(struct chart_series *s, sheaf_chart *chart, sheaf_series_list *list)
{
    sheaf_series *series;
    int code = sheaf_series_list_status(list) == SHEAF_OK
                   ? EXIT_FINE
                   : report_data(sheaf_series_list_error(list));

    while (code == EXIT_FINE && (series = sheaf_series_list_take(list, 0)) != NULL) {
        code = keep_range(s, series);
        sheaf_chart_take(chart, series);
    }
    return code;
}

static bool is_called(const sheaf_series *series, const sheaf_series *other)
{
    return series != NULL && strcmp(sheaf_series_name(series), sheaf_series_name(other)) == 0;
}

/* The parts are some of all, in the same order; the whole, if it is shown, is behind them. */
static void tell_left_out(const struct chart_series *s, const sheaf_series_list *all,
                          const sheaf_series_list *parts, const char *by)
{
    const sheaf_series *whole =
        s->adds_up ? sheaf_series_list_at(parts, sheaf_series_list_count(parts) - 1) : NULL;
    enum { MOST_TOLD = 6 };
    const sheaf_series *series;
    size_t kept = 0, told = 0;

    char text[2048];
    size_t n = (size_t)snprintf(text, sizeof text, "sums are left out of a %s of their parts: ",
                                s->adds_up ? "stack" : "ranking");

    for (size_t i = 0; (series = sheaf_series_list_at(all, i)) != NULL; i++) {
        const sheaf_series *part = sheaf_series_list_at(parts, kept);

        if (is_called(part, series))
            kept++;
        else if (!is_called(whole, series) && told++ < MOST_TOLD)
            n += (size_t)snprintf(text + n, sizeof text - n, "%s%.200s", told > 1 ? ", " : "",
                                  sheaf_series_name(series));
    }
    if (told > MOST_TOLD)
        n += (size_t)snprintf(text + n, sizeof text - n, ", … (%zu in all)", told);
    snprintf(text + n, sizeof text - n, "; --select '%.200s: …' shows the groups that it names",
             by);
    sheaf_warning note = SHEAF_WARNING_INIT;
    note.message = text;
    note.is_note = true;
    print_warning(stderr, &note);
}

/* Adds the whole that the table states: the parts may leave a rest of it. */
static void add_whole(sheaf_series_list *parts, const sheaf_table *table,
                      const sheaf_filter *filters, size_t n, const char *by)
{
    sheaf_series *whole = sheaf_table_whole(table, filters, n, by);

    if (whole != NULL)
        sheaf_series_list_add(parts, whole);
}

/* The members of a dimension. Where they are added up or ranked, groups are no bars beside their
 * parts, nor is a whole in a ranking, unless --select names members. */
static sheaf_series_list *list_members(const struct chart_series *s, const sheaf_table *table,
                                       const sheaf_filter *filters, size_t n, const char *by)
{
    sheaf_series_list *all = sheaf_table_members(table, filters, n, by), *parts;
    size_t count;

    if ((!s->adds_up && !chart_series_is_ranked(s, table)) || strcmp(by, "flow") == 0 ||
        chart_series_count_filters(s, by) > 0)
        return all;
    parts = sheaf_table_parts(table, filters, n, by, 0);
    count = sheaf_series_list_count(parts);
    if (s->adds_up && count > 1 && sheaf_series_list_status(parts) == SHEAF_OK)
        add_whole(parts, table, filters, n, by);
    if (sheaf_series_list_status(parts) != SHEAF_OK || count < 2 ||
        sheaf_series_list_count(parts) == sheaf_series_list_count(all)) {
        sheaf_series_list_destroy(parts);
        return all;
    }
    tell_left_out(s, all, parts, by);
    sheaf_series_list_destroy(all);
    return parts;
}

/* Adds the members of one choice of rows; by NULL: there is one series. */
static int add_members(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table,
                       const sheaf_filter *filters, size_t n, const char *by)
{
    if (by == NULL)
        return add_series(s, chart, table, filters, n);

    sheaf_series_list *list = list_members(s, table, filters, n, by);
    int code = add_list(s, chart, list);
    sheaf_series_list_destroy(list);
    return code;
}

/* The same, flow by flow, for charts that compare two: exports and imports where the table has
 * both, whatever other flows it has. */
static int add_flows(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table,
                     sheaf_filter *filters, size_t n, const char *by)
{
    size_t count = sheaf_table_member_count(table, "flow"), basic = 0;
    int code = EXIT_FINE;

    for (size_t i = 0; i < count; i++)
        basic += is_basic_flow(sheaf_table_member(table, "flow", i));
    for (size_t i = 0; i < count && code == EXIT_FINE; i++) {
        const char *flow = sheaf_table_member(table, "flow", i);
        if (basic == 2 && !is_basic_flow(flow))
            continue;
        filters[n] = (sheaf_filter){ "flow", flow };
        code = add_members(s, chart, table, filters, n + 1, by);
    }
    return code;
}

/* A series for each combination that occurs of members of the dimensions from at on. */
static int add_crossed(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table,
                       sheaf_filter *filters, size_t n, const char *const *dimensions, size_t left)
{
    int code = EXIT_FINE;

    if (left < 2) {
        sheaf_series_list *list =
            left == 1 ? sheaf_table_members(table, filters, n, dimensions[0]) : NULL;
        code = left == 1 ? add_list(s, chart, list) : add_series(s, chart, table, filters, n);
        sheaf_series_list_destroy(list);
        return code;
    }
    for (size_t i = 0; i < sheaf_table_member_count(table, dimensions[0]) && code == EXIT_FINE;
         i++) {
        filters[n] = (sheaf_filter){ dimensions[0], sheaf_table_member(table, dimensions[0], i) };
        sheaf_table *rows = sheaf_table_filter(table, &filters[n], 1);
        code = sheaf_table_status(rows) == SHEAF_OK
                   ? add_crossed(s, chart, rows, filters, n + 1, dimensions + 1, left - 1)
                   : report_data(sheaf_table_error(rows));
        sheaf_table_destroy(rows);
    }
    return code;
}

/* The dimension that has a member a measure: flows, columns of a wide file, else indicators. */
static const char *measured_by(const struct chart_series *s, const sheaf_table *table)
{
    if (sheaf_table_member_count(table, "flow") == s->measures)
        return "flow";
    return sheaf_table_member_count(table, "series") == s->measures ? "series" : "indicator";
}

/* The same, measure by measure. */
static int add_measures(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table,
                        sheaf_filter *filters, size_t n, const char *by)
{
    const char *dimension = measured_by(s, table);
    int code = EXIT_FINE;

    for (size_t i = 0; i < sheaf_table_member_count(table, dimension) && code == EXIT_FINE; i++) {
        filters[n] = (sheaf_filter){ dimension, sheaf_table_member(table, dimension, i) };
        code = add_members(s, chart, table, filters, n + 1, by);
    }
    return code;
}

/* Whether units vary otherwise than with the members of a dimension, NULL for none: tonnes of this and
 * cubic metres of that are one measure. */
static bool has_units(const sheaf_table *table, const char *by)
{
    return sheaf_table_member_count(table, "unit") > 1 &&
           (by == NULL || (strcmp(by, "unit") != 0 && !sheaf_table_depends(table, "unit", by)));
}

/* The same, unit by unit: by the indicators, where they tell the units, which they name better. */
static int add_units(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table,
                     sheaf_filter *filters, size_t n, const char *by)
{
    bool by_indicator = sheaf_table_member_count(table, "indicator") > 1 &&
                        (sheaf_table_member_count(table, "unit") < 2 ||
                         sheaf_table_depends(table, "unit", "indicator"));
    const char *dimension = by_indicator ? "indicator" : "unit";
    int code = EXIT_FINE;

    if (by == NULL)
        return add_members(s, chart, table, filters, n, dimension);
    for (size_t i = 0; i < sheaf_table_member_count(table, dimension) && code == EXIT_FINE; i++) {
        filters[n] = (sheaf_filter){ dimension, sheaf_table_member(table, dimension, i) };
        code = add_members(s, chart, table, filters, n + 1, by);
    }
    return code;
}

/* Adds one series for each member of the dimension that varies, or the only series. */
static int add_all(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table)
{
    sheaf_filter filters[2 * MOST_PAIRS + CROSSED];
    const char *by, *crossed[CROSSED];
    size_t n = chart_series_filters(s, filters), n_crossed = 0;
    sheaf_row first = SHEAF_ROW_INIT;

    /* A scatter plot relates two measures, or each series to the numbers that it runs over. */
    if (sheaf_table_row(table, 0, &first) && first.period.unit == SHEAF_NUMBER)
        s->measures = 0;
    int code = s->crosses ? chart_series_crossed(s, table, crossed, &n_crossed)
                          : chart_series_dimension(s, table, &by);

    if (code == EXIT_FINE && s->crosses)
        return add_crossed(s, chart, table, filters, n, crossed, n_crossed);
    if (code == EXIT_FINE && by != NULL)
        code = chart_series_check_count(s, table, by);
    if (code != EXIT_FINE)
        return code;
    if (s->measures > 0 && by != NULL)
        return add_measures(s, chart, table, filters, n, by);
    if ((s->splits_units && has_units(table, by)) ||
        (s->splits_measures && sheaf_table_member_count(table, "unit") < 2 &&
         sheaf_table_member_count(table, "indicator") > 1))
        return add_units(s, chart, table, filters, n, by);
    if (s->pairs_flows && sheaf_table_member_count(table, "flow") > 1 &&
        (by == NULL || strcmp(by, "flow") != 0))
        return add_flows(s, chart, table, filters, n, by);
    return add_members(s, chart, table, filters, n, by);
}

static int add_expressions(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table)
{
    int code = EXIT_FINE;

    for (size_t i = 0; i < s->expressions.count && code == EXIT_FINE; i++) {
        sheaf_series_list *list = sheaf_table_evaluate(table, s->expressions.items[i].word);

        code = add_list(s, chart, list);
        sheaf_series_list_destroy(list);
    }
    return code;
}

int chart_series_add(struct chart_series *s, sheaf_chart *chart, sheaf_table *table)
{
    /* The rows that were selected, and the members that rows have. */
    sheaf_table *selected = sheaf_table_narrow(table, s->filters, s->n_filters);
    int code = sheaf_table_status(selected) == SHEAF_OK ? EXIT_FINE
                                                        : report_data(sheaf_table_error(selected));

    if (code == EXIT_FINE)
        code = s->expressions.count > 0 ? add_expressions(s, chart, selected)
                                        : add_all(s, chart, selected);
    sheaf_table_destroy(selected);
    sort_range(s);
    if (code == EXIT_FINE && s->has_range && s->n_periods == 0)
        return usage_error(s->command, "nothing in the data lies in %s", s->range);
    if (code == EXIT_FINE)
        sheaf_chart_set_periods(chart, s->periods, s->n_periods);
    return code;
}
