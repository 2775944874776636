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

bool plan_shares_scale(const struct chart_plan *plan)
{
    return plan->shared.low <= plan->shared.high;
}

/* The axis that the chart's one plot may share with its neighbours', because only values at the bars
 * measure it. */
static struct value_axis *shared_axis(const struct chart_plan *plan)
{
    const struct plot *plot = &plan->plots[0];
    struct value_axis *axis = plan->n_plots == 1 && plot->type->lengths_axis != NULL
                                  ? plot->type->lengths_axis(plot)
                                  : NULL;

    return axis == NULL || axis->shown || plan->detail >= DETAIL_NO_AXIS ? NULL : axis;
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

/* Units of the other's multiplier in one of the plan's. */
static double times_for(const struct chart_plan *plan, const struct chart_plan *other)
{
    return pow(10, plan->model->multiplier - other->model->multiplier);
}

/* The extent of a plan's values in another's multiplier. */
static struct extent extent_for(const struct chart_plan *plan, const struct chart_plan *other)
{
    struct extent extent = plan->plots[0].extent;
    double times = times_for(plan, other);

    return (struct extent){ extent.low * times, extent.high * times };
}

/* Lengths that are compared with those of the other chart. */
static bool has_lengths(const struct chart_plan *plan, const struct chart_plan *other)
{
    return plan->model != NULL && plan->n_plots == 1 && plan->type->lengths != LENGTHS_NONE &&
           !plan->chart->lies && plan->type->lengths == other->type->lengths;
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
            (of_bars && !has_lengths(plans[i], plans[0])) ||
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

/* One scale has as much room beyond the marks, too. */
static void align_axes(struct chart_plan *const *plans, size_t n)
{
    struct extent range = { INFINITY, -INFINITY }; /* in the first's multiplier */
    double above = 0, below = 0;

    for (size_t i = 0; i < n; i++) {
        const struct value_axis *axis = plans[i]->type->lengths_axis(&plans[i]->plots[0]);
        double times = times_for(plans[i], plans[0]);
        range.low = fmin(range.low, axis->scale.low * times);
        range.high = fmax(range.high, axis->scale.high * times);
        above = fmax(above, axis->room_above);
        below = fmax(below, axis->room_below);
    }
    for (size_t i = 0; i < n; i++) {
        struct value_axis *axis = plans[i]->type->lengths_axis(&plans[i]->plots[0]);
        double times = times_for(plans[0], plans[i]);
        axis->scale.low = range.low * times;
        axis->scale.high = range.high * times;
        axis->room_above = above;
        axis->room_below = below;
    }
}

/* A unit of value is as wide in each as in that which has the least room for it. */
static void align_units(struct chart_plan *const *plans, size_t n)
{
    double least = INFINITY; /* in the first's multiplier */

    for (size_t i = 0; i < n; i++) {
        double width = plans[i]->type->per_value(&plans[i]->plots[0]);
        if (width > 0 && isfinite(width))
            least = fmin(least, width * times_for(plans[0], plans[i]));
    }
    for (size_t i = 0; i < n && isfinite(least); i++)
        plans[i]->type->set_per_value(&plans[i]->plots[0], least * times_for(plans[i], plans[0]));
}

/* Gives lengths on one scale the same length for the same value. False: they have no common
 * scale. */
static bool align_lengths(struct chart_plan *const *plans, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!plan_shares_scale(plans[i]) || !has_lengths(plans[i], plans[0]))
            return false;
    if (plans[0]->type->lengths == LENGTHS_UPRIGHT)
        align_axes(plans, n);
    else
        align_units(plans, n);
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
        if (!align_lengths(plans, n))
            share_scale(plans, n);
        say_once(plans, n);
    }
}
