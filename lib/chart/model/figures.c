/* figures.c - the figures of a model, from arrays or from their series. */
#include "chart/model/figures.h"

#include "chart/model/model_parts.h"
#include "series/rounding.h"
#include "series/series.h"

double plain_in_model(const struct model *model, const struct model_series *series, double given)
{
    const int own = sheaf_series_multiplier(series->series), first = series->plain.scaled_to;

    if (own != first)
        given = model_rescale(given, own, first);
    return first != model->multiplier ? model_rescale(given, first, model->multiplier) : given;
}

struct figure plain_figure(const struct model *model, const struct model_series *series,
                           double given)
{
    const struct interval open = rounding_interval(given, series->plain.decimals);
    struct figure figure = { .value = plain_in_model(model, series, given),
                             .low = plain_in_model(model, series, open.low),
                             .high = plain_in_model(model, series, open.high),
                             .decimals = model_plain_decimals(model, series) };

    model_cut_plain(model, &figure);
    return figure;
}

struct figure figure_at(const struct model *model, const struct model_series *series, size_t period)
{
    return series->figures != NULL
               ? series->figures[period]
               : plain_figure(model, series, series_value_at(series->series, period));
}

double figure_value(const struct model *model, const struct model_series *series, size_t period)
{
    return series->figures != NULL
               ? series->figures[period].value
               : plain_in_model(model, series, series_value_at(series->series, period));
}

bool model_list_figures(struct model *model, struct arena *arena)
{
    for (size_t i = 0; i < model->n_series; i++) {
        struct model_series *series = &model->series[i];
        if (series->figures != NULL)
            continue;
        struct figure *figures = arena_array(arena, struct figure, model->n_periods);
        if (figures == NULL)
            return false;
        for (size_t k = 0; k < model->n_periods; k++)
            figures[k] = figure_at(model, series, k);
        series->figures = figures;
    }
    return true;
}
