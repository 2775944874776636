/* period_slots.c - where the names of a line's periods may stand. */
#include "chart/guides/axis_period.h"

#include "period/period.h"

/* Days of more than twelve years are named by their years alone, in a chart of any width, so a month
 * stands for its days: a million of them need no slots each. */
enum { MANY_DAYS = 12 * 366 };

static sheaf_period month_of(sheaf_period day)
{
    struct date date = period_interval(day).first;

    return sheaf_period_month(date.year, date.month);
}

/* The first period from one on that begins at a day or later. They ascend, so that it is as many days away
 * or fewer. */
static size_t first_behind(const sheaf_period *periods, size_t from, size_t all, int32_t day)
{
    size_t days = (size_t)((int64_t)day - periods[from].start);
    size_t end = days < all - from ? from + days : all;

    while (end > from && periods[end - 1].start >= day)
        end--;
    return end;
}

static struct period_slot *slots_of_months(const struct plot *plot, const struct places *x,
                                           size_t *n)
{
    const sheaf_period *periods = plot->model->periods;
    size_t all = plot->model->n_periods, months = 0;
    sheaf_period first = month_of(periods[0]), last = month_of(periods[all - 1]);
    struct period_slot *slots =
        arena_array(plot->pen.arena, struct period_slot, (size_t)(last.start - first.start) + 1);

    for (size_t from = 0, end = 0; slots != NULL && from < all; from = end) {
        sheaf_period month = month_of(periods[from]);
        int32_t next = date_to_days(period_interval(month).last) + 1;
        end = first_behind(periods, from, all, next);
        slots[months++] =
            (struct period_slot){ .period = month,
                                  .center = (places_x(x, from) + places_x(x, end - 1)) / 2,
                                  .left = plot->box.left,
                                  .right = plot->width,
                                  .is_of_days = true };
    }
    *n = months;
    return slots;
}

struct period_slot *period_axis_slots(const struct plot *plot, const struct places *x, size_t *n)
{
    const struct model *model = plot->model;

    if (model->n_periods > MANY_DAYS && model->periods[0].unit == SHEAF_DAYS &&
        model->periods[0].count == 1 && model->n_kinds == 1)
        return slots_of_months(plot, x, n);
    struct period_slot *slots = arena_array(plot->pen.arena, struct period_slot, model->n_periods);

    for (size_t i = 0; slots != NULL && i < model->n_periods; i++)
        slots[i] = (struct period_slot){ .period = model->periods[i],
                                         .center = places_x(x, i),
                                         .left = plot->box.left,
                                         .right = plot->width };
    *n = model->n_periods;
    return slots;
}
