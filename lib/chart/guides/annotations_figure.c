/* annotations_figure.c - the figure that a call-out is about. */
#include <math.h>
#include <strings.h>

#include "chart/guides/annotations.h"
#include "chart/model/figures.h"
#include "chart/plan.h"

static bool is_called(const struct model_series *row, const char *name)
{
    const char *const names[] = { row->label,
                                  row->name,
                                  row->code,
                                  row->flow,
                                  sheaf_series_name(row->series),
                                  sheaf_series_label(row->series) };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] != NULL && names[i][0] != '\0' && strcasecmp(names[i], name) == 0)
            return true;
    return false;
}

/* What was found, and what kept the rest from being it. */
struct search {
    size_t n, series, period;
    bool knows_series, is_missing;
};

static struct search search(const struct model *model, const struct annotation *given)
{
    struct search found = { 0 };

    for (size_t i = 0; i < model->n_series; i++) {
        const struct model_series *row = &model->series[i];
        if (given->series != NULL && !is_called(row, given->series))
            continue;
        found.knows_series = true;
        for (size_t k = 0; k < model->n_periods; k++) {
            if (sheaf_period_compare(model_period(model, row, k), given->first) != 0)
                continue;
            found.is_missing = isnan(figure_value(model, row, k));
            if (found.is_missing)
                continue;
            if (found.n == 0) {
                found.series = i;
                found.period = k;
            }
            found.n++;
        }
    }
    return found;
}

bool annotations_find_figure(const struct chart_plan *plan, const struct annotation *given,
                             size_t *series, size_t *period)
{
    const struct search found = search(plan->model, given);
    sheaf_error *error = text_error(plan->pen.text);

    *series = found.series;
    *period = found.period;
    if (found.n == 1 || (found.n > 1 && given->series != NULL))
        return true;
    if (!found.knows_series)
        fail(
            error, SHEAF_BAD_INPUT,
            "the call-out '%.60s' is about '%.60s', which is no series of the chart; there is '%s'",
            given->text, given->series != NULL ? given->series : "", plan->model->series[0].label);
    else if (found.n > 1)
        fail(error, SHEAF_BAD_INPUT,
             "the call-out '%.60s' does not say of which series its figure is; there are '%s' and "
             "others",
             given->text, plan->model->series[0].label);
    else if (found.is_missing)
        fail(error, SHEAF_BAD_INPUT, "the figure that the call-out '%.60s' is about is missing",
             given->text);
    else
        fail(error, SHEAF_BAD_INPUT,
             "the call-out '%.60s' is of a period that the chart does not show", given->text);
    return false;
}
