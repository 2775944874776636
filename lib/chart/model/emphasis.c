/* emphasis.c - of many lines the leading ones have colours, the others are de-emphasised. */
#include "chart/model/emphasis.h"

#include <math.h>

#include "chart/model/figures.h"
#include "chart/words/names.h"

static double last_value(const struct model *model, const struct model_series *series)
{
    size_t last = model_last(model, series);

    return last < model->n_periods ? fabs(figure_value(model, series, last)) : -1;
}

/* Number of series with a larger last value; of equal ones, those that come first. A remainder
 * ("other") is behind all. */
static size_t count_ahead(const struct model *model, size_t index)
{
    double own = last_value(model, &model->series[index]);
    size_t ahead = sheaf_series_is_remainder(model->series[index].series) ? model->n_series : 0;

    for (size_t i = 0; i < model->n_series; i++) {
        if (sheaf_series_is_remainder(model->series[i].series))
            continue;
        double value = last_value(model, &model->series[i]);
        ahead += value > own || (value == own && i < index);
    }
    return ahead;
}

static bool is_taken(const struct model *model, struct color color)
{
    for (size_t i = 0; i < model->n_series; i++)
        if (!model->series[i].is_deemphasised && color_equal(model->series[i].color, color))
            return true;
    return false;
}

/* Gives a leading series that came too late for a colour one that is free now. */
static void strengthen(struct model *model, const struct theme *theme, struct model_series *series)
{
    for (size_t i = 0; color_equal(series->color, theme->context) && i < theme->n_categories; i++)
        if (!is_taken(model, theme->categories[i]))
            series->color = theme->categories[i];
}

void emphasis_choose(struct model *model, const struct theme *theme)
{
    emphasis_clear(model);
    if (model->n_series <= theme->n_categories || model->is_of_years)
        return;
    for (size_t i = 0; i < model->n_series; i++)
        if (count_ahead(model, i) + 1 >= theme->n_categories) {
            model->series[i].is_deemphasised = true;
            model->series[i].color = theme->context;
        }
    for (size_t i = 0; i < model->n_series; i++)
        if (!model->series[i].is_deemphasised)
            strengthen(model, theme, &model->series[i]);
}

void emphasis_clear(struct model *model)
{
    if (model->is_of_years) /* the latest has the colour, whatever the figures */
        return;
    for (size_t i = 0; i < model->n_series; i++) {
        model->series[i].is_deemphasised = false;
        model->series[i].color = model->series[i].own;
    }
}
