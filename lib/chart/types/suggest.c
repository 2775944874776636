/* suggest.c - which type draws a chart for which nobody named one: the first rule that fits. */
#include "chart/types/suggest.h"

#include "chart/model/model.h"
#include "chart/plot.h"

/* More than 12 periods or 48 bars are hard to read; fewer than four periods show no course as a
 * line. */
enum { MAX_BAR_PERIODS = 12, MAX_BARS = 48, MIN_LINE_PERIODS = 4 };

static bool has_targets(const struct plot *plot)
{
    return plot->model == NULL;
}

static bool has_many_periods(const struct plot *plot)
{
    const struct model *model = plot->model;

    return model->n_kinds == 1 &&
           (model->n_periods > MAX_BAR_PERIODS || (model->n_periods >= MIN_LINE_PERIODS &&
                                                   model->n_periods * model->n_series > MAX_BARS));
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
              { has_many_periods, SHEAF_LINES } };

sheaf_chart_type chart_type_suggest(const struct plot *plot)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].fits(plot))
            return rules[i].type;
    return SHEAF_BARS;
}
