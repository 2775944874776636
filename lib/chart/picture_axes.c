/* picture_axes.c - positions to periods and values, and back. */
#include "chart/picture_axes.h"

#include <math.h>
#include <string.h>

#include "chart/guides/time_frame.h"
#include "chart/plan.h"
#include "period/period.h"

static double *moved(struct arena *arena, const double *positions, size_t n, double by)
{
    double *copy = arena_array(arena, double, n);

    for (size_t i = 0; copy != NULL && i < n; i++)
        copy[i] = positions[i] + by;
    return copy;
}

/* What frames ask of a model: its periods. */
static struct model *copy_model(struct arena *arena, const struct model *model)
{
    struct model *copy = arena_new(arena, struct model);
    sheaf_period *periods = arena_array(arena, sheaf_period, model->n_periods);

    if (copy == NULL || periods == NULL)
        return NULL;
    memcpy(periods, model->periods, model->n_periods * sizeof *periods);
    copy->periods = periods;
    copy->n_periods = model->n_periods;
    copy->is_of_years = model->is_of_years;
    return copy;
}

static bool copy_frame(struct time_frame *copy, const struct time_frame *frame,
                       const struct model *model, struct point origin, struct arena *arena)
{
    *copy = *frame;
    copy->model = model;
    copy->box = (struct box){ frame->box.left + origin.x, frame->box.top + origin.y,
                              frame->box.right + origin.x, frame->box.bottom + origin.y };
    copy->values.from += origin.y;
    copy->values.to += origin.y;
    copy->left = moved(arena, frame->left, model->n_periods, origin.x);
    copy->center = moved(arena, frame->center, model->n_periods, origin.x);
    copy->right = moved(arena, frame->right, model->n_periods, origin.x);
    return copy->left != NULL && copy->center != NULL && copy->right != NULL;
}

static bool has_axes(const struct chart_plan *plan)
{
    return plan->type->time_frames != NULL && plan->plots[0].marks != NULL && !plan->chart->lies &&
           plan->chart->n_series > 0 && !pen_failed(&plan->pen);
}

/* An index or a share has no multiplier of its series. */
static double times_of(const struct chart_plan *plan, const struct model *model)
{
    const sheaf_series *first = plan->all->series[0];

    return strcmp(sheaf_series_unit(first), model->unit) == 0
               ? pow(10, sheaf_series_multiplier(first) - model->multiplier)
               : 1;
}

void picture_axes_keep(struct picture_axes *axes, struct chart_plan *plan, struct point origin,
                       struct arena *arena)
{
    size_t n = 0;
    const struct time_frame *frames =
        has_axes(plan) ? plan->type->time_frames(&plan->plots[0], &n) : NULL;
    struct time_frame *copies = arena_array(arena, struct time_frame, n);
    const struct model *model = NULL;

    if (frames == NULL || copies == NULL || frames[0].is_timeless)
        return;
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || frames[i].model != frames[i - 1].model)
            model = copy_model(arena, frames[i].model);
        if (model == NULL || !copy_frame(&copies[i], &frames[i], model, origin, arena))
            return;
    }
    *axes = (struct picture_axes){ copies, n, times_of(plan, frames[0].model) };
}

/* The frame that a point lies in; NULL: none. */
static const struct time_frame *frame_at(const struct picture_axes *axes, struct point at)
{
    for (size_t i = 0; i < axes->n; i++) {
        const struct box *box = &axes->frames[i].box;
        if (at.x >= box->left && at.x <= box->right && at.y >= box->top && at.y <= box->bottom)
            return &axes->frames[i];
    }
    return NULL;
}

/* The period whose middle is nearest. Middles ascend, because kinds of periods stand side by side. */
static size_t period_at(const struct time_frame *frame, double x)
{
    size_t low = 0, high = frame->model->n_periods - 1;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x <= (frame->center[middle] + frame->center[middle + 1]) / 2)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

bool picture_axes_value_at(const struct picture_axes *axes, struct point at, sheaf_period *period,
                           double *value)
{
    const struct time_frame *frame = frame_at(axes, at);

    if (frame == NULL)
        return false;
    if (period != NULL)
        *period = frame->model->periods[period_at(frame, at.x)];
    if (value != NULL)
        *value =
            frame->values.type != NULL ? scale_invert(&frame->values, at.y) / axes->times : NAN;
    return true;
}

/* Of a period that is shown its middle; of another, where time runs over it. */
static bool place_period(const struct time_frame *frame, sheaf_period period, double *x)
{
    const struct model *model = frame->model;

    for (size_t i = 0; i < model->n_periods; i++)
        if (sheaf_period_compare(model->periods[i], period) == 0) {
            *x = frame->center[i];
            return true;
        }
    return period.unit != SHEAF_NUMBER && time_frame_event(frame, period, x);
}

/* Within the plot, beyond the last line of the grid as well. A logarithmic scale has no place for zero, and
 * tells another value there. */
static bool place_value(const struct time_frame *frame, double value, double *y)
{
    const struct scale *scale = &frame->values;
    const double little = 1e-6;
    double at = scale_position(scale, value), back = scale_invert(scale, at);

    if (!(at >= frame->box.top - little && at <= frame->box.bottom + little) ||
        !(fabs(back - value) <= little * fmax(fabs(value), fabs(scale->high - scale->low))))
        return false;
    *y = at;
    return true;
}

bool picture_axes_position_of(const struct picture_axes *axes, sheaf_period period, double value,
                              struct point *at)
{
    const struct time_frame *frame = axes->n > 0 ? &axes->frames[0] : NULL;
    double x, y;

    if (frame == NULL || frame->values.type == NULL || !period_valid(period) || !isfinite(value) ||
        !place_value(frame, value * axes->times, &y) || !place_period(frame, period, &x))
        return false;
    *at = (struct point){ x, y };
    return true;
}
