/* suggest.c - which type draws a chart for which nobody named one: the first rule that fits. */
#include "chart/types/suggest.h"

#include "chart/model/model.h"
#include "chart/plot.h"

/* Never more columns than these unasked: readers cannot name them any more. */
enum { MAX_COLUMNS = 24 };

static bool has_targets(const struct plot *plot)
{
    return plot->model == NULL;
}

/* So many periods of so many series are read one by one; of more, readers want the course. */
static bool are_few(const struct model *model)
{
    static const struct {
        size_t series, periods;
    } most[] = { { 1, 12 }, { 2, 8 }, { 3, 4 } };

    for (size_t i = 0; i < sizeof most / sizeof *most; i++)
        if (model->n_series <= most[i].series && model->n_periods <= most[i].periods)
            return true;
    return false;
}

/* Two periods have no course: columns show them as long as they can be told apart. */
static bool wants_lines(const struct plot *plot)
{
    const struct model *model = plot->model;
    size_t columns = model->n_periods * model->n_series;

    if (model->n_kinds != 1 || model->n_periods == 1)
        return false;
    if (model->n_series > plot->pen.theme->n_categories) /* lines have their names beside them */
        return true;
    return columns > MAX_COLUMNS || (model->n_periods > 2 && !are_few(model));
}

/* Of one series: the years of several would have too many lines. */
static bool is_year_to_date(const struct plot *plot)
{
    return plot->model->n_series == 1 && seasonal_is_year_to_date(plot->model);
}

static const struct {
    bool (*fits)(const struct plot *plot);
    sheaf_chart_type type;
} rules[] = { { has_targets, SHEAF_BULLET },
              { is_year_to_date, SHEAF_SEASONAL },
              { wants_lines, SHEAF_LINES } };

sheaf_chart_type chart_type_suggest(const struct plot *plot)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].fits(plot))
            return rules[i].type;
    return SHEAF_BARS;
}
