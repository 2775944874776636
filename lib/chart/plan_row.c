/* plan_row.c - charts beside each other: one scale for what readers compare, or a word that it is not one;
 * the same plot top and plot bottom; each hatch explained once. */
#include <math.h>
#include <string.h>

#include "chart/guides/axis_value.h"
#include "chart/plan.h"
#include "chart/plan_fit.h"

/* A chart shares its neighbour's scale only if it reaches at most four times as far; otherwise the
 * smaller bars could hardly be seen. */
static const double max_apart = 4;

/* The axis that the chart's one plot may share with its neighbours'. */
static struct value_axis *shared_axis(const struct chart_plan *plan)
{
    const struct plot *plot = &plan->plots[0];

    return plan->n_plots == 1 && plot->type->shared_axis != NULL ? plot->type->shared_axis(plot)
                                                                 : NULL;
}

static double reach(const struct value_axis *axis)
{
    return fmax(axis->scale.high, -axis->scale.low);
}

static bool hangs(const struct value_axis *axis)
{
    return axis->scale.high <= 0;
}

static bool compare_well(const struct chart_plan *a, const struct chart_plan *b)
{
    const struct value_axis *one = shared_axis(a), *other = shared_axis(b);

    if (one == NULL || other == NULL || a->own_scale || b->own_scale || hangs(one) != hangs(other))
        return false;
    double less = fmin(reach(one), reach(other)), more = fmax(reach(one), reach(other));
    return strcmp(a->model->unit, b->model->unit) == 0 &&
           a->model->multiplier == b->model->multiplier && more <= max_apart * less;
}

/* Readers compare bars of one unit that stand side by side, so they get one scale, unless some bars
 * would then be too small to see. */
static void share_scale(struct chart_plan *const *plans, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (!compare_well(plans[0], plans[i]))
            return;
    struct value_axis common = *shared_axis(plans[0]);
    for (size_t i = 1; i < n; i++) {
        const struct value_axis *axis = shared_axis(plans[i]);
        common.scale.low = fmin(common.scale.low, axis->scale.low);
        common.scale.high = fmax(common.scale.high, axis->scale.high);
        common.room_below = fmax(common.room_below, axis->room_below);
    }
    for (size_t i = 0; i < n; i++)
        *shared_axis(plans[i]) = common;
}

/* The extent of a plan's values in another's multiplier. */
static struct extent extent_for(const struct chart_plan *plan, const struct chart_plan *other)
{
    struct extent extent = plan->plots[0].extent;
    double times = pow(10, plan->model->multiplier - other->model->multiplier);

    return (struct extent){ extent.low * times, extent.high * times };
}

static bool has_bars(const struct chart_plan *plan)
{
    return plan->model != NULL && plan->n_plots == 1 && plan->type->shared_axis != NULL;
}

/* Bars of one unit, none of which would be too small beside the others. */
static bool are_comparable(const struct chart_plan *a, const struct chart_plan *b)
{
    struct extent one = a->plots[0].extent, other = extent_for(b, a);
    double reach = fmax(one.high, -one.low), further = fmax(other.high, -other.low);

    return (one.high <= 0) == (other.high <= 0) &&
           fmax(reach, further) <= max_apart * fmin(reach, further);
}

static bool have_one_unit(struct chart_plan *const *plans, size_t n, bool of_bars)
{
    for (size_t i = 0; i < n; i++)
        if (plans[i]->model == NULL || plans[i]->type->extent == NULL ||
            (of_bars && !has_bars(plans[i])) ||
            strcmp(plans[0]->model->unit, plans[i]->model->unit) != 0)
            return false;
    return true;
}

static void set_common_extent(struct chart_plan *const *plans, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct extent common = plans[i]->plots[0].extent;
        for (size_t k = 0; k < n; k++) {
            struct extent other = extent_for(plans[k], plans[i]);
            common.low = fmin(common.low, other.low);
            common.high = fmax(common.high, other.high);
        }
        plans[i]->shared = common;
    }
}

bool chart_plan_share(struct chart_plan *const *plans, size_t n, enum row_scale scale)
{
    bool comparable = n > 1 && have_one_unit(plans, n, scale != SCALE_SHARED);

    if (scale == SCALE_SHARED && !comparable && n > 1) {
        fail(text_error(plans[0]->pen.text), SHEAF_BAD_INPUT,
             "these charts have no common scale, because their units differ or they have none; "
             "leave 'scale: shared' out");
        return false;
    }
    if (!comparable)
        return true;
    for (size_t i = 1; scale == SCALE_AUTO && i < n; i++)
        if (!are_comparable(plans[0], plans[i]))
            scale = SCALE_OWN;
    if (scale != SCALE_OWN)
        set_common_extent(plans, n);
    for (size_t i = 0; i < n; i++) {
        plans[i]->own_scale = scale == SCALE_OWN;
        if (plans[i]->own_scale)
            plans[i]->shared = (struct extent){ 1, 0 };
        if (!plan_fit(plans[i]))
            return false;
    }
    return true;
}

static bool legend_says(const struct legend *legend, const struct legend_item *item)
{
    for (size_t i = 0; i < legend->n_items; i++)
        if (legend->items[i].style == item->style &&
            strcmp(legend->items[i].words, item->words) == 0)
            return true;
    return false;
}

/* Charts in a row explain a hatch once: a legend goes if the first chart's says all that it
 * says. */
static void say_once(struct chart_plan *const *plans, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        const struct legend *legend = &plans[i]->legend;
        bool is_said = plans[i]->model != NULL && plans[0]->legend.height > 0;

        for (size_t k = 0; is_said && k < legend->n_items; k++)
            is_said = legend->items[k].style != FIGURE_SOLID &&
                      legend_says(&plans[0]->legend, &legend->items[k]);
        if (is_said)
            legend_clear(&plans[i]->legend);
    }
}

void chart_plan_align(struct chart_plan *const *plans, size_t n)
{
    double top = 0, bottom = INFINITY;

    for (size_t i = 0; i < n; i++) {
        top = fmax(top, plans[i]->area.top);
        bottom = fmin(bottom, plans[i]->area.bottom);
    }
    for (size_t i = 0; i < n && bottom > top; i++) {
        plans[i]->area.top = top;
        plans[i]->area.bottom = bottom;
        for (size_t k = 0; k < plans[i]->n_plots; k++)
            plans[i]->plots[k].box = plans[i]->area;
    }
    if (n > 1) {
        share_scale(plans, n);
        say_once(plans, n);
    }
}
