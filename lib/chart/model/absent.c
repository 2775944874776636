/* absent.c - periods that no series has, between those of a model.
 *
 * 2014, 2015, 2016, 2023 lacks six years: a line does not go on over them. 2000, 2005, 2010 lacks
 * none, and 2000, 2005, 2006, 2023 follows no step: its lines go on, through a dot at each figure. */
#include "chart/model/absent.h"

#include "chart/scale/period.h"

/* The smallest distance of neighbours, in months; of one kind, from first to end - 1. */
static int least_step(const struct model *model, size_t first, size_t end)
{
    int least = 0;

    for (size_t i = first + 1; i < end; i++) {
        int step = model->periods[i].start - model->periods[i - 1].start;
        least = least == 0 || step < least ? step : least;
    }
    return least;
}

/* False: memory ran out. */
static bool find_in_kind(struct model *model, bool **before, size_t first, size_t end,
                         struct arena *arena)
{
    int step = least_step(model, first, end);
    size_t regular = 0, all = end - first - 1;

    for (size_t i = first + 1; i < end; i++)
        regular += model->periods[i].start - model->periods[i - 1].start == step;
    if (regular == all)
        return true;
    if (2 * regular < all) {
        model->is_uneven = true;
        return true;
    }
    model->absent_step = step;
    if (*before == NULL && (*before = arena_array(arena, bool, model->n_periods)) == NULL)
        return false;
    for (size_t i = first + 1; i < end; i++)
        (*before)[i] = model->periods[i].start - model->periods[i - 1].start > step;
    return true;
}

bool absent_find(struct model *model, struct arena *arena)
{
    bool *before = NULL;
    size_t end;

    for (size_t first = 0; first < model->n_periods; first = end) {
        const sheaf_period *period = &model->periods[first];
        for (end = model->n_kinds == 1 ? model->n_periods : first + 1;
             end < model->n_periods && periods_alike(*period, model->periods[end]);)
            end++;
        if (period->unit == SHEAF_MONTHS && !find_in_kind(model, &before, first, end, arena))
            return false;
    }
    model->absent_before = before;
    model->periods_found = model->periods;
    return true;
}

const bool *absent_of(const struct model *model)
{
    return model->periods_found == model->periods ? model->absent_before : NULL;
}

bool absent_before(const struct model *model, size_t period)
{
    const bool *before = absent_of(model);

    return before != NULL && before[period];
}
