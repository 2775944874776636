/* time_frame.c - from days to positions across. */
#include "chart/guides/time_frame.h"

#include <math.h>

#include "chart/across.h"
#include "chart/scale/band.h"
#include "chart/scale/period.h"
#include "period/period.h"

/* Days since 1970: from the first midnight to the one after the last day. */
struct days {
    double from, to;
};

static struct days days_of(sheaf_period period)
{
    struct date_interval interval = period_interval(period);

    return (struct days){ date_to_days(interval.first), date_to_days(interval.last) + 1.0 };
}

struct time_frame *time_frame_new(const struct plot *plot, size_t n)
{
    struct time_frame *frames = arena_array(plot->pen.arena, struct time_frame, n);

    for (size_t i = 0; frames != NULL && i < n; i++) {
        frames[i].model = plot->model;
        frames[i].left = arena_array(plot->pen.arena, double, plot->model->n_periods);
        frames[i].center = arena_array(plot->pen.arena, double, plot->model->n_periods);
        frames[i].right = arena_array(plot->pen.arena, double, plot->model->n_periods);
        if (frames[i].left == NULL || frames[i].center == NULL || frames[i].right == NULL)
            return NULL;
    }
    return frames;
}

void time_frame_of_points(const struct plot *plot, struct time_frame *frame, const struct places *x)
{
    const struct model *model = plot->model;
    size_t last = model->n_periods - 1;
    double first_day = period_middle(model->periods[0]);
    double days = period_middle(model->periods[last]) - first_day;
    double a_day = days > 0 ? (places_x(x, last) - places_x(x, 0)) / days : 0;

    for (size_t i = 0; i <= last; i++) {
        struct days reach = days_of(model->periods[i]);
        frame->left[i] = places_x(x, 0) + (reach.from - first_day) * a_day;
        frame->center[i] = places_x(x, i);
        frame->right[i] = places_x(x, 0) + (reach.to - first_day) * a_day;
    }
}

void time_frame_of_bands(const struct plot *plot, struct time_frame *frame,
                         const struct band *bands, double gap)
{
    for (size_t i = 0; i < plot->model->n_periods; i++) {
        const struct band *band = &bands[i];
        double beside = (gap + band->extra) / 2 * band->width / band->weight;
        frame->left[i] = band->left - beside;
        frame->center[i] = band->left + band->width / 2;
        frame->right[i] = band->left + band->width + beside;
    }
    frame->of_columns = true;
}

struct time_frame *time_frame_of_rows(const struct plot *plot, const struct scale *values,
                                      double bottom)
{
    struct time_frame *frame = time_frame_new(plot, 1);

    if (frame == NULL)
        return NULL;
    frame->values = *values;
    frame->values.from = across_x(plot, values->from);
    frame->values.to = across_x(plot, values->to);
    frame->box = (struct box){ plot->box.left, plot->box.top, plot->box.right, bottom };
    frame->is_timeless = frame->lies = true;
    return frame;
}

/* The days in the year whose months a seasonal chart names. */
static struct days days_in(const struct time_frame *frame, sheaf_period period)
{
    int year, month, day;

    if (!frame->model->is_of_years)
        return days_of(period);
    sheaf_period_first_day(period, &year, &month, &day);
    int shown = period_interval(frame->model->periods[0]).first.year;
    struct days days = days_of(period);
    double shift =
        date_to_days((struct date){ shown, 1, 1 }) - date_to_days((struct date){ year, 1, 1 });
    return (struct days){ days.from + shift, days.to + shift };
}

/* Ends of the run of periods of one length that begins at `begin`. */
static size_t run_end(const struct model *model, size_t begin)
{
    size_t end = begin;

    while (end < model->n_periods && periods_alike(model->periods[end], model->periods[begin]))
        end++;
    return end;
}

/* Between neighbours that leave time out, in proportion. */
static double position_in(const struct time_frame *frame, size_t begin, size_t end, double day)
{
    for (size_t i = begin; i < end; i++) {
        struct days slot = days_of(frame->model->periods[i]);
        if (day > slot.to && i + 1 < end)
            continue;
        if (day >= slot.from || i == begin)
            return frame->left[i] +
                   (frame->right[i] - frame->left[i]) * (day - slot.from) / (slot.to - slot.from);
        struct days before = days_of(frame->model->periods[i - 1]);
        double share = (day - before.to) / (slot.from - before.to);
        return frame->right[i - 1] + (frame->left[i] - frame->right[i - 1]) * share;
    }
    return frame->right[end - 1];
}

static double within(const struct time_frame *frame, double x)
{
    return fmin(fmax(x, frame->box.left), frame->box.right);
}

/* In the run [begin, end); false: it shows none of these days. */
static bool event_in_run(const struct time_frame *frame, size_t begin, size_t end,
                         const struct days *days, double *x)
{
    struct days first = days_of(frame->model->periods[begin]);
    double to = days_of(frame->model->periods[end - 1]).to;
    double longest = first.to - first.from + 3; /* months differ by three days */

    if (days->from >= to || days->to <= first.from)
        return false;
    bool is_longer = days->to - days->from > longest;
    double day = is_longer ? days->from : (days->from + days->to) / 2;
    *x = within(frame, position_in(frame, begin, end, fmin(fmax(day, first.from), to)));
    return true;
}

bool time_frame_event(const struct time_frame *frame, sheaf_period when, double *x)
{
    const struct model *model = frame->model;
    struct days days = days_in(frame, when);

    for (size_t i = 0; i < model->n_periods; i++) {
        struct days slot = days_of(model->periods[i]);
        if (slot.from == days.from && slot.to == days.to) {
            *x = within(frame, frame->of_columns ? frame->left[i] : frame->center[i]);
            return true;
        }
    }
    for (size_t begin = 0, end; begin < model->n_periods; begin = end) {
        end = run_end(model, begin);
        if (event_in_run(frame, begin, end, &days, x))
            return true;
    }
    return false;
}

bool time_frame_stretch(const struct time_frame *frame, sheaf_period first, sheaf_period last,
                        double *left, double *right)
{
    const struct model *model = frame->model;
    double from = days_in(frame, first).from, to = days_in(frame, last).to;

    for (size_t begin = 0, end; begin < model->n_periods; begin = end) {
        end = run_end(model, begin);
        double low = days_of(model->periods[begin]).from;
        double high = days_of(model->periods[end - 1]).to;
        if (from >= high || to <= low)
            continue;
        *left = within(frame, position_in(frame, begin, end, fmax(from, low)));
        *right = within(frame, position_in(frame, begin, end, fmin(to, high)));
        return *right > *left;
    }
    return false;
}
