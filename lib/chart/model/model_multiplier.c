/* model_multiplier.c - the power of ten in which the figures of a chart are shown. */
#include "chart/model/model_parts.h"

#include <math.h>

#include "chart/model/figures.h"
#include "chart/words/words.h"
#include "series/digits.h"
#include "series/multiplier.h"
#include "series/rounding.h"
#include "series/series.h"

/* Up to so many figures, all have labels: bars, rankings. */
enum { MAX_LABELLED = 24 };
/* Labels of an axis. */
enum { AXIS_LABELS = 4 };

double model_rescale(double value, int from, int to)
{
    return from >= to ? value * power_of_ten(from - to) : value / power_of_ten(to - from);
}

void model_unify_figures(struct model_series *series, const struct model *model, int multiplier)
{
    if (figures_are_plain(series) || multiplier == model->multiplier)
        return;
    for (size_t i = 0; i < model->n_periods; i++) {
        struct figure *figure = &series->figures[i];
        if (isnan(figure->value))
            continue;
        figure->decimals += model->multiplier - multiplier;
        figure->value = model_rescale(figure->value, multiplier, model->multiplier);
        figure->low = model_rescale(figure->low, multiplier, model->multiplier);
        figure->high = model_rescale(figure->high, multiplier, model->multiplier);
    }
}

static size_t max_labels(const struct model *model)
{
    size_t all = model->n_series * model->n_periods;

    return all <= MAX_LABELLED ? all : model->n_series + AXIS_LABELS;
}

/* A figure before it is converted, or after. */
static double value_of(const struct model *model, const struct model_series *series, size_t period,
                       bool is_unified)
{
    return !is_unified && figures_are_plain(series) ? series_value_at(series->series, period)
                                                    : figure_value(model, series, period);
}

/* The figures that are labelled: all, if they are few; else the last of each series, and the labels
 * of an axis up to the largest figure. Of figures that are unified already, and in given. */
static size_t list_labels(const struct model *model, int given, bool are_unified, double largest,
                          double *labels)
{
    size_t n = 0;
    bool labels_all = model->n_series * model->n_periods <= MAX_LABELLED;

    for (size_t i = 0; i < model->n_series; i++) {
        const struct model_series *series = &model->series[i];
        size_t last = model_last(model, series);
        int own = are_unified ? given : sheaf_series_multiplier(series->series);

        for (size_t j = labels_all ? 0 : last; j <= last && j < model->n_periods; j++)
            labels[n++] = model_rescale(value_of(model, series, j, are_unified), own, given);
    }
    for (size_t i = 1; !labels_all && i <= AXIS_LABELS; i++)
        labels[n++] = largest * (double)i / AXIS_LABELS;
    return n;
}

bool model_choose_multiplier(struct model *model, int given, double largest, bool by_myriads,
                             struct arena *arena)
{
    double *labels = arena_array(arena, double, max_labels(model));

    if (labels == NULL)
        return false;
    size_t n = list_labels(model, given, false, largest, labels);
    model->multiplier = multiplier_for_figures(labels, n, given, model->unit, by_myriads);
    return true;
}

bool model_raise_multiplier(struct model *model, double *largest, int decimals, bool by_myriads,
                            struct arena *arena)
{
    double *labels = arena_array(arena, double, max_labels(model));
    int was = model->multiplier;

    if (labels == NULL)
        return false;
    size_t n = list_labels(model, was, true, *largest, labels);
    for (size_t i = 0; i < n; i++) /* what would be nothing counts as it is */
        labels[i] = vanishes(labels[i], decimals) ? labels[i] : round_to(labels[i], decimals);
    int raised = multiplier_for_figures(labels, n, was, model->unit, by_myriads);
    if (raised <= was)
        return true;
    model->multiplier = raised;
    *largest = model_rescale(*largest, was, raised);
    for (size_t i = 0; i < model->n_series; i++)
        model_unify_figures(&model->series[i], model, was);
    return true;
}

/* In the model's multiplier; INFINITY: all are zero. Of figures in arrays: of few, or on another scale. */
static double least_size(const struct model *model)
{
    double least = INFINITY;

    for (size_t i = 0; i < model->n_series; i++)
        for (size_t k = 0; k < model->n_periods; k++) {
            double size = fabs(model_rescale(model->series[i].figures[k].value,
                                             sheaf_series_multiplier(model->series[i].series),
                                             model->multiplier));
            if (size > 0 && size < least)
                least = size;
        }
    return least;
}

void model_lower_multiplier(struct model *model, int given, double largest, bool by_myriads)
{
    static const double readable = 0.01;

    if (least_size(model) < readable)
        model->multiplier = multiplier_below(model_rescale(largest, given, model->multiplier),
                                             model->multiplier, model->unit, by_myriads);
}

bool model_lower_for_least(struct model *model, int given, double largest, bool by_myriads)
{
    /* What is less than the lowest is nothing in the lower multiplier as well. */
    static const double readable = 0.01, lowest = 0.0001, most = 10000;
    double shown = model_rescale(largest, given, model->multiplier), least;

    if (model->n_series * model->n_periods > MAX_LABELLED)
        return false;
    least = least_size(model);
    if (least >= readable || least < lowest)
        return false;
    int lower = multiplier_below(shown, model->multiplier, model->unit, by_myriads);
    if (lower == model->multiplier || model_rescale(largest, given, lower) >= most)
        return false;
    model->multiplier = lower;
    return true;
}
