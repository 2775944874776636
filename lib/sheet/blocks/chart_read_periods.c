/* chart_read_periods.c - the keys of a chart that name periods: which it shows, and its base. */
#include <string.h>

#include "chart/chart.h"
#include "chart/layout.h"
#include "series/observation.h"
#include "sheet/blocks/block.h"
#include "sheet/blocks/chart_read.h"
#include "sheet/spec/evaluate.h"

static bool has_period(const sheaf_chart *chart, sheaf_period period)
{
    for (size_t i = 0; i < chart_series_count(chart); i++)
        if (sheaf_series_find(chart_series(chart, i), period, ROOM) != NULL)
            return true;
    return false;
}

/* Limits the chart to the periods of its series that lie in the range and have the length of its
 * ends. */
static bool take_range(struct spec_reader *reader, const struct node *node, sheaf_chart *chart,
                       sheaf_period first, sheaf_period last)
{
    sheaf_period *periods = NULL;
    size_t n = 0, most = 0;

    for (size_t i = 0; i < chart_series_count(chart); i++)
        most += sheaf_series_count(chart_series(chart, i));
    periods = arena_array(&reader->arena, sheaf_period, most);
    if (periods == NULL)
        return false;
    for (size_t i = 0; i < chart_series_count(chart); i++) {
        const sheaf_series *series = chart_series(chart, i);
        for (size_t k = 0; k < sheaf_series_count(series); k++) {
            sheaf_period period = sheaf_series_at(series, k, ROOM)->period;
            if (period.unit == first.unit && period.count == first.count &&
                sheaf_period_compare(first, period) <= 0 && sheaf_period_compare(period, last) <= 0)
                periods[n++] = period;
        }
    }
    if (n == 0)
        spec_fail_nothing(reader, node->place, "the chart's series have nothing in '%.60s'",
                          node->text);
    else
        sheaf_chart_set_periods(chart, periods, n);
    chart->is_range = n > 0;
    return n > 0;
}

static bool read_range(struct spec_reader *reader, const struct node *node, const char *dots,
                       sheaf_chart *chart)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = node };
    const char *second = dots + 2;
    sheaf_period first, last;

    if (!scope_period(&scope, node->text, (size_t)(dots - node->text), &first) ||
        !scope_period(&scope, second, strlen(second), &last))
        return false;
    if (first.unit != last.unit || first.count != last.count) {
        spec_fail(reader, node->place, "a range runs between periods of the same length");
        return false;
    }
    if (sheaf_period_compare(first, last) > 0) {
        spec_fail(reader, node->place, "this range ends before it begins");
        return false;
    }
    return take_range(reader, node, chart, first, last);
}

bool chart_read_periods(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    size_t n = 0;

    if (node == NULL)
        return true;
    /* If adding a series failed, that is the mistake to report, not a period without figures. */
    error_take(&reader->sheet->error, sheaf_chart_error(chart));
    if (!sheet_is_well(reader->sheet))
        return false;
    const char *dots = node->kind == NODE_SCALAR ? strstr(node->text, "..") : NULL;
    if (dots != NULL)
        return read_range(reader, node, dots, chart);

    const struct node_item only = { .value = node };
    const struct node_item *item = node->kind == NODE_LIST ? node->items : &only;
    sheaf_period *periods = arena_array(&reader->arena, sheaf_period, node->n_items + 1);
    if (periods == NULL)
        return false;
    for (; item != NULL; item = item->next) {
        const struct node *value = item->value;
        if (!keys_check_kind(reader, value, SPEC_TEXT, "a period") ||
            !spec_period(reader, value, &periods[n]))
            return false;
        if (has_period(chart, periods[n])) {
            n++;
            continue;
        }
        spec_fail_nothing(reader, value->place, "the chart's series have nothing for %.60s",
                          value->text);
        if ((item->next == NULL && n == 0) || !spec_pass_over(reader))
            return false;
    }
    sheaf_chart_set_periods(chart, periods, n);
    return true;
}

bool chart_read_base(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    sheaf_base base = SHEAF_BASE_AUTO;
    sheaf_period period;

    if (node == NULL)
        return true;
    if (sheaf_base_named(node->text, &base))
        sheaf_chart_set_base(chart, base);
    else if (sheaf_period_read(node->text, node->length, &period))
        sheaf_chart_set_base_period(chart, period);
    else
        spec_fail(reader, node->place,
                  "'base' is auto, zero, data or, of an index, a period such as 2015, not '%.40s'",
                  node->text);
    return sheet_is_well(reader->sheet);
}
