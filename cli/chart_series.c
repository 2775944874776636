/* chart_series.c - from rows to the series of a chart: chosen, told apart, cut to periods. */
#include "chart_series.h"

#include <stdlib.h>
#include <string.h>

#include "reading.h"

int chart_series_select(struct chart_series *s, const char *text)
{
    int code = pairs_read(s->command, "select", text, &s->words);

    for (; code == EXIT_FINE && s->n_picks < s->words.count; s->n_picks++)
        s->picks[s->n_picks] =
            (sheaf_pick){ s->words.items[s->n_picks].key, s->words.items[s->n_picks].word };
    return code;
}

static int read_period(const struct chart_series *s, const char *text, size_t n,
                       sheaf_period *period)
{
    if (sheaf_period_read(text, n, period))
        return EXIT_FINE;
    return usage_error(s->command, "'%.*s' is not a period (2023, 2023-Q1, 2023-04, 2024-T1)",
                       (int)n, text);
}

/* "2019..2023" or "2023-T1,2024-T1". */
int chart_series_periods(struct chart_series *s, const char *text)
{
    const char *dots = text != NULL ? strstr(text, "..") : NULL;

    s->range = text;
    if (text == NULL)
        return EXIT_FINE;

    if (dots != NULL) {
        int code = read_period(s, text, (size_t)(dots - text), &s->first);
        return code != EXIT_FINE ? code : read_period(s, dots + 2, strlen(dots + 2), &s->last);
    }
    s->periods = calloc(strlen(text) + 1, sizeof *s->periods);
    if (s->periods == NULL)
        return report(&(sheaf_error){ .status = SHEAF_NO_MEMORY, .message = "out of memory" });
    for (;;) {
        size_t n = strcspn(text, ",");
        int code = read_period(s, text, n, &s->periods[s->n_periods]);

        if (code != EXIT_FINE)
            return code;
        s->n_periods++;
        if (text[n] == '\0')
            return EXIT_FINE;
        text += n + 1;
    }
}

static bool is_picked(const struct chart_series *s, const char *dimension)
{
    for (size_t i = 0; i < s->n_picks; i++)
        if (strcmp(s->picks[i].dimension, dimension) == 0)
            return true;
    return false;
}

/* Several sources may tell of one series, and of several indicators the value is meant. */
static bool tells_apart(const sheaf_table *table, const char *dimension)
{
    return sheaf_table_member_count(table, dimension) > 1 && strcmp(dimension, "source") != 0 &&
           strcmp(dimension, "indicator") != 0;
}

/* The dimension whose members become series: the one named, or the only one that
 * varies. *dimension is NULL when nothing varies. */
static int choose_dimension(const struct chart_series *s, const sheaf_table *table,
                            const char **dimension)
{
    const char *names[64];
    size_t n = sheaf_table_dimension_count(table) < 64 ? sheaf_table_dimension_count(table) : 64;

    *dimension = NULL;
    for (size_t i = 0; i < n; i++) {
        const char *name = names[i] = sheaf_table_dimension(table, i);

        if (s->by != NULL && strcmp(name, s->by) == 0) {
            *dimension = name;
            return EXIT_FINE;
        }
        if (s->by != NULL || is_picked(s, name) || !tells_apart(table, name))
            continue;
        if (*dimension != NULL)
            return usage_error(s->command,
                               "both %s and %s vary here; choose one with --by, "
                               "and a member of the other with --select",
                               *dimension, name);
        *dimension = name;
    }
    if (s->by != NULL)
        return usage_error(s->command, "no column '%s' to tell series apart%s", s->by,
                           suggestion("", s->by, names, n));
    return EXIT_FINE;
}

static bool is_wanted(const struct chart_series *s, sheaf_period period)
{
    return s->first.unit == SHEAF_NO_PERIOD ||
           (sheaf_period_compare(s->first, period) <= 0 &&
            (sheaf_period_compare(period, s->last) <= 0 || sheaf_period_contains(s->last, period)));
}

/* A range keeps the periods that lie in it: they are named to the chart one by one. */
static int keep_range(struct chart_series *s, const sheaf_series *series)
{
    size_t n = sheaf_series_count(series);

    if (s->first.unit == SHEAF_NO_PERIOD)
        return EXIT_FINE;
    sheaf_period *more = realloc(s->periods, (s->n_periods + n + 1) * sizeof *more);
    if (more == NULL)
        return report(&(sheaf_error){ .status = SHEAF_NO_MEMORY, .message = "out of memory" });
    s->periods = more;
    for (size_t i = 0; i < n; i++) {
        sheaf_period period = sheaf_series_at(series, i)->period;
        bool known = !is_wanted(s, period);

        for (size_t k = 0; k < s->n_periods && !known; k++)
            known = sheaf_period_compare(s->periods[k], period) == 0;
        if (!known)
            s->periods[s->n_periods++] = period;
    }
    return EXIT_FINE;
}

static int add_series(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table)
{
    sheaf_series *series = sheaf_table_select(table, s->picks, s->n_picks);
    int code = sheaf_series_status(series) == SHEAF_OK ? keep_range(s, series)
                                                       : report_data(sheaf_series_error(series));

    if (code == EXIT_FINE)
        sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return code;
}

static int add_all(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table)
{
    const char *by;
    int code = choose_dimension(s, table, &by);

    if (code != EXIT_FINE)
        return code;
    if (by == NULL)
        return add_series(s, chart, table);
    s->picks[s->n_picks++].dimension = by;
    for (size_t i = 0; i < sheaf_table_member_count(table, by) && code == EXIT_FINE; i++) {
        s->picks[s->n_picks - 1].member = sheaf_table_member(table, by, i);
        code = add_series(s, chart, table);
    }
    return code;
}

int chart_series_expressions(struct chart_series *s, const char *text)
{
    return expressions_read(s->command, "series", text, &s->expressions);
}

static int add_list(struct chart_series *s, sheaf_chart *chart, const sheaf_series_list *list)
{
    const sheaf_series *series;
    int code = EXIT_FINE;

    for (size_t i = 0; (series = sheaf_series_list_at(list, i)) != NULL && code == EXIT_FINE; i++) {
        sheaf_chart_add(chart, series);
        code = keep_range(s, series);
    }
    return code;
}

/* The series of the expressions, over the rows that were selected. */
static int add_expressions(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table)
{
    sheaf_table *selected = s->n_picks > 0 ? sheaf_table_filter(table, s->picks, s->n_picks) : NULL;
    int code = EXIT_FINE;

    if (selected != NULL && sheaf_table_status(selected) != SHEAF_OK)
        code = report_data(sheaf_table_error(selected));
    for (size_t i = 0; i < s->expressions.count && code == EXIT_FINE; i++) {
        sheaf_series_list *list =
            sheaf_table_evaluate(selected != NULL ? selected : table, s->expressions.items[i].word);

        code = sheaf_series_list_status(list) == SHEAF_OK
                   ? add_list(s, chart, list)
                   : report_data(sheaf_series_list_error(list));
        sheaf_series_list_destroy(list);
    }
    sheaf_table_destroy(selected);
    return code;
}

int chart_series_add(struct chart_series *s, sheaf_chart *chart, const sheaf_table *table)
{
    int code =
        s->expressions.count > 0 ? add_expressions(s, chart, table) : add_all(s, chart, table);

    if (code == EXIT_FINE && s->first.unit != SHEAF_NO_PERIOD && s->n_periods == 0)
        return usage_error(s->command, "nothing in the data lies in %s", s->range);
    if (code == EXIT_FINE)
        sheaf_chart_set_periods(chart, s->periods, s->n_periods);
    return code;
}

void chart_series_free(struct chart_series *s)
{
    pairs_free(&s->words);
    pairs_free(&s->expressions);
    free(s->periods);
}
