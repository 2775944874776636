/* course.c - how series go from period to period. */
#include "chart/model/course.h"

#include <math.h>

int figure_order(const struct figure *a, const struct figure *b)
{
    /* Intervals of neighbouring rounded figures touch: 9.1 ends where 9.2 begins. */
    double slack = 1e-9 * (fabs(a->value) + fabs(b->value));

    if (a->value > b->value)
        return a->low >= b->high - slack ? 1 : 0;
    return a->value < b->value && a->high <= b->low + slack ? -1 : 0;
}

static bool is_break(const struct figure *figure)
{
    return (figure->flags & 1U << FLAG_BREAK) != 0;
}

struct course course_of(const struct model *model, const struct model_series *series)
{
    const struct figure *figures = series->compared != NULL ? series->compared : series->figures;
    struct course course = { 0, 0, 0, 0, 0 };
    const struct figure *before = NULL;

    for (size_t i = 0; i < model->n_periods; i++) {
        const struct figure *figure = &figures[i];
        bool has_value = !isnan(figure->value);
        if (!has_value || before == NULL || is_break(figure)) {
            course.run = 0;
            course.direction = 0;
        } else {
            int order = figure_order(figure, before);
            course.steps++;
            course.rises += order > 0;
            course.falls += order < 0;
            course.run = order == 0 ? 0 : order == course.direction ? course.run + 1 : 1;
            course.direction = order;
        }
        before = has_value ? figure : NULL;
    }
    return course;
}

struct overtaking course_overtaking(const struct model *model, size_t a, size_t b)
{
    struct overtaking found = { model->n_series, model->n_periods, true };
    bool after_gap = false;

    for (size_t i = 0; i < model->n_periods; i++) {
        const struct figure *first = &model->series[a].figures[i];
        const struct figure *second = &model->series[b].figures[i];
        if (isnan(first->value) || isnan(second->value)) {
            found.is_always = false;
            after_gap = true;
            continue;
        }
        int order = figure_order(first, second);
        size_t larger = order > 0 ? a : b;
        if (order == 0) {
            found.is_always = false;
            continue;
        }
        if (found.larger != model->n_series && larger != found.larger) {
            found.period = after_gap ? model->n_periods : i;
            found.is_always = false;
        }
        found.larger = larger;
        after_gap = false;
    }
    return found;
}
