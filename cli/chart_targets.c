/* chart_targets.c - from rows and --targets to the targets of a bullet chart. */
#include "chart_targets.h"

#include <math.h>
#include <string.h>

#include "reading.h"

/* Finds the last figure of those wanted. False: there is none. */
static bool find_last_wanted(const struct chart_series *s, const sheaf_series *series,
                             sheaf_observation *last)
{
    sheaf_observation at;
    bool is_found = false;

    for (size_t i = 0; sheaf_series_at(series, i, &at) != NULL; i++)
        if (!isnan(at.value) && chart_series_wants(s, at.period) &&
            (!is_found || sheaf_period_compare(last->period, at.period) < 0)) {
            *last = at;
            is_found = true;
        }
    return is_found;
}

static int add_target(const struct chart_series *s, const char *label, double aim,
                      sheaf_chart *chart, const sheaf_series *series, sheaf_period *period)
{
    sheaf_observation at;
    char one[SHEAF_PERIOD_TEXT], other[SHEAF_PERIOD_TEXT];

    if (!find_last_wanted(s, series, &at))
        return usage_error(s->command, "'%s' has no figure%s%s", label,
                           s->range != NULL ? " in " : "", s->range != NULL ? s->range : "");
    if (period->unit == SHEAF_NO_PERIOD)
        *period = at.period;
    if (sheaf_period_compare(*period, at.period) != 0) {
        sheaf_period_write(*period, one);
        sheaf_period_write(at.period, other);
        return usage_error(s->command,
                           "the last figure of '%s' is of %s, and those before are of %s; choose "
                           "one with --periods",
                           label, other, one);
    }
    /* A code is called as the file calls it. */
    if (strcmp(sheaf_series_label(series), sheaf_series_name(series)) != 0)
        label = sheaf_series_label(series);
    sheaf_chart_add_target(chart, label, aim, at.value, sheaf_series_unit(series),
                           sheaf_series_multiplier(series));
    return EXIT_FINE;
}

int chart_targets_add(struct chart_series *s, const struct pairs *targets, sheaf_chart *chart,
                      const sheaf_table *table, sheaf_period *period)
{
    sheaf_table *selected = sheaf_table_filter(table, s->filters, s->n_filters);
    sheaf_filter filters[2 * MOST_PAIRS + 1];
    size_t n = chart_series_filters(s, filters);
    const char *by = NULL;
    int code = sheaf_table_status(selected) == SHEAF_OK ? chart_series_dimension(s, selected, &by)
                                                        : report_data(sheaf_table_error(selected));

    *period = (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
    for (size_t i = 0; i < targets->count && code == EXIT_FINE; i++) {
        double aim;
        if (!read_number(targets->items[i].word, &aim)) {
            code = usage_error(s->command, "'%s' is no figure to aim at, such as 500",
                               targets->items[i].word);
            continue;
        }
        if (by != NULL)
            filters[n] = (sheaf_filter){ by, targets->items[i].key };
        sheaf_series *series = sheaf_table_select(selected, filters, by != NULL ? n + 1 : n);
        code = sheaf_series_status(series) == SHEAF_OK
                   ? add_target(s, targets->items[i].key, aim, chart, series, period)
                   : report_data(sheaf_series_error(series));
        sheaf_series_destroy(series);
    }
    sheaf_table_destroy(selected);
    return code;
}
