/* movers.c - of many lines those that moved most have colours, by their direction; others are grey. */
#include "chart/types/movers.h"

#include <math.h>

enum { MAX_MOVERS = 3 };

/* The series that moved most of those that are still grey; n: none moved. */
static size_t next_mover(const struct model *model, const double *changes)
{
    size_t most = model->n_series;

    for (size_t i = 0; i < model->n_series; i++)
        if (model->series[i].is_deemphasised && fabs(changes[i]) > 0 &&
            (most == model->n_series || fabs(changes[i]) > fabs(changes[most])))
            most = i;
    return most;
}

bool movers_color(const struct plot *plot, const double *changes)
{
    const struct theme *theme = plot->pen.theme;
    struct model *model = plot->model;
    size_t most = (model->n_series + 2) / 3;

    if (changes == NULL)
        return false;
    for (size_t i = 0; i < model->n_series; i++) {
        struct model_series *series = &model->series[i];
        series->color = series->below = theme->context;
        series->is_deemphasised = true;
    }
    for (size_t i = 0; i < most && i < MAX_MOVERS; i++) {
        size_t mover = next_mover(model, changes);
        if (mover == model->n_series)
            break;
        struct model_series *series = &model->series[mover];
        series->color = series->below = changes[mover] > 0 ? theme->positive : theme->negative;
        series->is_deemphasised = false;
    }
    return true;
}

struct text_style movers_style(const struct plot *plot, const struct model_series *series)
{
    struct text_style style =
        series->is_deemphasised ? plot->pen.theme->label : plot->pen.theme->label_strong;

    style.color = series->is_deemphasised ? plot->pen.theme->ink
                                          : theme_word_color(plot->pen.theme, series->color);
    return style;
}
