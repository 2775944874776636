/* emphasis.c - of many lines the leading ones have colours, the others are de-emphasised. */
#include "chart/model/emphasis.h"

#include <math.h>

#include "chart/words/names.h"

enum { MAX_COLORED = THEME_COLORS, LEADING = THEME_COLORS - 1 };

static double last_value(const struct model *model, const struct model_series *series)
{
    size_t last = model_last(model, series);

    return last < model->n_periods ? fabs(series->figures[last].value) : -1;
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

/* Replaces a tint by a free category colour: leading series have full colours. */
static void strengthen(struct model *model, const struct theme *theme, struct model_series *series)
{
    bool is_weak = false;

    for (size_t i = THEME_COLORS; i < MODEL_COLORS; i++)
        is_weak = is_weak || color_equal(series->own, theme_category(theme, i));
    for (size_t i = 0; is_weak && i < THEME_COLORS; i++)
        if (!is_taken(model, theme_category(theme, i))) {
            series->color = theme_category(theme, i);
            return;
        }
}

void emphasis_choose(struct model *model, const struct theme *theme)
{
    emphasis_clear(model);
    if (model->n_series <= MAX_COLORED || model->is_of_years)
        return;
    for (size_t i = 0; i < model->n_series; i++)
        if (count_ahead(model, i) >= LEADING) {
            model->series[i].is_deemphasised = true;
            model->series[i].color = theme->axis;
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
