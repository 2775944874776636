/* course.c - how series go from period to period. */
#include "chart/model/course.h"

#include <math.h>

#include "chart/model/figures.h"
#include "series/rounding.h"
#include "series/series.h"

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

static int plain_order(const struct model *model, const struct model_series *series, double a,
                       double b)
{
    const struct figure one = plain_figure(model, series, a),
                        other = plain_figure(model, series, b);

    return figure_order(&one, &other);
}

/* The same of figures without an array, by their values in the series. What is a unit of the last place
 * apart, or more, differs whatever rounding leaves open. */
static int plain_step(const struct model *model, const struct model_series *series, double unit,
                      double before, double value)
{
    const double step = value - before;

    if (fabs(step) < unit && step != 0)
        return plain_order(model, series, value, before);
    return (step > 0) - (step < 0);
}

static struct course course_of_plain(const struct model *model, const struct model_series *series)
{
    const double unit = power_of_ten(-series->plain.decimals);
    struct course course = { .steps = model->n_periods - 1 };
    double before = series_value_at(series->series, 0);
    size_t rises = 0, falls = 0;

    for (size_t k = 0; k < model->n_periods;) {
        const struct plain_run run = series_plain_from(series->series, k);
        for (size_t i = 0; i < run.n; i++) {
            const double value = run.figures[i].value, step = value - before;
            rises += step >= unit;
            falls += step <= -unit;
            if (fabs(step) < unit && step != 0) {
                const int order = plain_order(model, series, value, before);
                rises += order > 0;
                falls += order < 0;
            }
            before = value;
        }
        k += run.n;
    }
    course.rises = rises;
    course.falls = falls;
    for (size_t k = model->n_periods - 1; k > 0; k--) { /* the run at the end */
        const double earlier = series_value_at(series->series, k - 1);
        const int order = plain_step(model, series, unit, earlier, before);
        if (order == 0 || (course.run > 0 && order != course.direction))
            break;
        course.direction = order;
        course.run++;
        before = earlier;
    }
    return course;
}

struct course course_of(const struct model *model, const struct model_series *series)
{
    const struct figure *figures = series->compared != NULL ? series->compared : series->figures;

    if (figures == NULL)
        return course_of_plain(model, series);
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

/* The order of two series in a period in which both have a value. */
static int order_in(const struct model *model, const struct model_series *a,
                    const struct model_series *b, size_t period)
{
    if (!figures_are_plain(a) && !figures_are_plain(b))
        return figure_order(&a->figures[period], &b->figures[period]);
    const struct figure first = figure_at(model, a, period), second = figure_at(model, b, period);
    return figure_order(&first, &second);
}

/* Half a unit of the last place that the source gives, in the model's multiplier. */
static double half_unit(const struct model *model, const struct model_series *series)
{
    return plain_in_model(model, series, power_of_ten(-series->plain.decimals) / 2);
}

/* Of two series without arrays, which have a value in every period. */
static struct overtaking overtaking_of_plain(const struct model *model, size_t a, size_t b)
{
    const struct model_series *first = &model->series[a], *second = &model->series[b];
    const double apart = half_unit(model, first) + half_unit(model, second);
    struct overtaking found = { model->n_series, model->n_periods, true };

    for (size_t k = 0, n; k < model->n_periods; k += n) {
        const struct plain_run one = series_plain_from(first->series, k),
                               other = series_plain_from(second->series, k);
        n = one.n < other.n ? one.n : other.n;
        for (size_t i = 0; i < n; i++) {
            double above = plain_in_model(model, first, one.figures[i].value) -
                           plain_in_model(model, second, other.figures[i].value);
            int order = fabs(above) >= apart ? (above > 0) - (above < 0)
                                             : order_in(model, first, second, k + i);
            size_t larger = order > 0 ? a : b;
            found.is_always = found.is_always && order != 0;
            if (order != 0 && found.larger != model->n_series && larger != found.larger) {
                found.period = k + i;
                found.is_always = false;
            }
            found.larger = order != 0 ? larger : found.larger;
        }
    }
    return found;
}

struct overtaking course_overtaking(const struct model *model, size_t a, size_t b)
{
    struct overtaking found = { model->n_series, model->n_periods, true };
    bool after_gap = false;

    if (figures_are_plain(&model->series[a]) && figures_are_plain(&model->series[b]))
        return overtaking_of_plain(model, a, b);
    for (size_t i = 0; i < model->n_periods; i++) {
        if (isnan(figure_value(model, &model->series[a], i)) ||
            isnan(figure_value(model, &model->series[b], i))) {
            found.is_always = false;
            after_gap = true;
            continue;
        }
        int order = order_in(model, &model->series[a], &model->series[b], i);
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
