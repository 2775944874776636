/* layout.c - a chart laid out: headline, subtitle, key, plot, source, from the top;
 * and what is left out, in which order, when there is little room. */
#include "chart/layout.h"

#include <math.h>
#include <string.h>

#include "chart/plan.h"

/* The share of the height that the plot is to have before words are left out for
 * it: lesser ones and those that tell how to read it. And its least height in ems. */
static const double plot_share = 0.35, bare_plot_share = 0.3, least_plot = 2.9;

/* Times as far as its neighbour that a chart may reach to share its scale. */
static const double most_apart = 4;

/* Between the words and the plot. */
static double words_gap(const struct chart_plan *plan)
{
    return fmin(1.2 * plan->em, 0.045 * plan->height);
}

static double words_bottom(const struct chart_plan *plan)
{
    return plan->key.height > 0 ? plan->key.top + plan->key.height : plan->header.bottom;
}

static void place_plot(struct chart_plan *plan)
{
    double top = words_bottom(plan);

    plan->plot.left = 0;
    plan->plot.right = plan->width;
    plan->plot.top = top > 0 ? top + words_gap(plan) : 0;
    plan->plot.bottom = plan->height - plan->header.source_height - plan->foot;
}

static double plot_height(const struct chart_plan *plan)
{
    return plan->plot.bottom - plan->plot.top;
}

static double least_plot_height(const struct chart_plan *plan)
{
    double share = plan->detail <= DETAIL_NO_SUBTITLE ? plot_share : bare_plot_share;

    return fmax(fmax(least_plot * plan->em, plan->least_plot), share * plan->height);
}

/* What the type wants when its plot has this height: labels, axes, key. */
static void measure_type(struct chart_plan *plan, double height)
{
    double words = plan->header.bottom + words_gap(plan) + plan->header.source_height;

    key_clear(&plan->key);
    plan->type->measure(plan, height);
    key_measure(plan, plan->height - words - plan->foot - least_plot_height(plan),
                plan->height - words - plan->foot - plan->em);
    place_plot(plan);
}

/* Lays out at plan->detail. The type chooses its labels by the plot's height, which
 * its own key and axis change: so it is asked with an estimate, and once more when
 * that was too much for the labels it chose. */
static void measure(struct chart_plan *plan)
{
    header_measure(plan);
    key_clear(&plan->key);
    plan->foot = plan->model != NULL ? 1.5 * plan->theme.label.leading : 0;
    place_plot(plan);
    double estimate = plot_height(plan) - plan->theme.label.leading;
    measure_type(plan, estimate);
    if (plot_height(plan) < estimate - 1e-6)
        measure_type(plan, plot_height(plan));
}

static bool plot_suffices(const struct chart_plan *plan)
{
    double names = plan->period_axis.above ? period_axis_height(plan) : 0;

    return !plan->key.lost && plot_height(plan) - names >= least_plot_height(plan) - 1e-6;
}

/* Thinner bars are a grey patch, and colours side by side mix: then their tops make lines. In
 * pixels or points. */
static const double least_bar = 1, least_bar_of_several = 2;

static bool bars_are_too_thin(const struct chart_plan *plan)
{
    const struct model *model = plan->model;
    double room = 0.85 * plan->width; /* beside an axis */
    double bars =
        (double)model->n_series * (model->n_series > 1 ? least_bar_of_several : least_bar);

    return model->n_kinds == 1 && room < (double)model->n_periods * (bars + 1);
}

/* Neither colours nor a ranking's rows would do: told before the figures are gone through, which
 * compares each series with each. */
static bool series_have_room(struct chart_plan *plan)
{
    size_t n = plan->chart->n_series, ranks = ranking_room(plan);

    if (n <= MODEL_COLORS || n <= ranks)
        return true;
    fail(text_error(plan->text), SHEAF_BAD_INPUT,
         "%zu series are too many: colours tell %d apart, and at this height a ranking of one "
         "period shows %zu; leave out all but those that matter most",
         n, MODEL_COLORS, ranks);
    return false;
}

static bool prepare(struct chart_plan *plan)
{
    const struct sheaf_chart *chart = plan->chart;

    error_take(text_error(plan->text), &chart->error);
    if (plan_failed(plan))
        return false;
    if (!(plan->width > 0) || !(plan->height > 0) || !isfinite(plan->width + plan->height)) {
        fail(text_error(plan->text), SHEAF_BAD_ARGUMENT, "a chart needs a width and a height");
        return false;
    }
    bool is_bullet = chart->type == SHEAF_BULLET ||
                     (chart->type == SHEAF_AUTO && chart->n_series == 0 && chart->n_targets > 0);
    if (!is_bullet && chart->n_targets > 0) {
        fail(text_error(plan->text), SHEAF_BAD_INPUT,
             "targets such as '%s' are drawn by a bullet chart, without series",
             chart->targets[0].label);
        return false;
    }
    if (!is_bullet && !series_have_room(plan))
        return false;
    if (!is_bullet)
        plan->model =
            model_create(chart, &plan->theme, plan->text, plan->arena, text_error(plan->text));
    if (plan_failed(plan) || (!is_bullet && plan->model == NULL))
        return false;
    plan->type = chart_type_find(chart->type);
    if (plan->type == NULL)
        plan->type = chart_type_suggest(plan);
    plan->type->check(plan);
    if (plan->type == &bars_type && bars_are_too_thin(plan))
        plan->type = &lines_type;
    else if (plan->model != NULL && plan->model->n_periods == 1)
        plan->type = &bars_type; /* there is no course of time */
    if (ranking_suits(plan))
        plan->type = &ranking_type;
    else if (plan->model != NULL && plan->model->n_series > MODEL_COLORS)
        fail(text_error(plan->text), SHEAF_BAD_INPUT,
             "%zu series are more than colours can tell apart; leave out all but the %d that "
             "matter most, or draw several charts",
             plan->model->n_series, MODEL_COLORS);
    return !plan_failed(plan);
}

static struct chart_plan *plan_open(const sheaf_chart *chart, const struct theme *theme,
                                    struct text *text, struct arena *arena, double width,
                                    double height)
{
    struct chart_plan *plan = arena_new(arena, struct chart_plan);

    if (plan == NULL) {
        fail_memory(text_error(text));
        return NULL;
    }
    plan->chart = chart;
    plan->theme = *theme;
    plan->text = text;
    plan->arena = arena;
    plan->width = width;
    plan->height = height;
    plan->em = theme->label.size;
    return prepare(plan) ? plan : NULL;
}

static struct chart_plan *plan_measured(struct chart_plan *plan)
{
    for (int detail = DETAIL_ALL; plan != NULL && detail < DETAIL_LEVELS; detail++) {
        plan->detail = (enum detail)detail;
        measure(plan);
        if (plan_failed(plan) || plan->marks == NULL)
            return NULL;
        if (plot_suffices(plan))
            break;
    }
    return plan;
}

struct chart_plan *chart_plan_create(const sheaf_chart *chart, const struct theme *theme,
                                     struct text *text, struct arena *arena, double width,
                                     double height)
{
    return plan_measured(plan_open(chart, theme, text, arena, width, height));
}

struct chart_plan *plan_create_on_pixels(const sheaf_chart *chart, const struct theme *theme,
                                         struct text *text, struct arena *arena, double width,
                                         double height)
{
    struct chart_plan *plan = plan_open(chart, theme, text, arena, width, height);

    if (plan != NULL)
        plan->pixel = 1;
    return plan_measured(plan);
}

/* Bars that only their labels measure. */
static bool has_bare_bars(const struct chart_plan *plan)
{
    return plan->type == &bars_type && plan->model != NULL && !plan->value_axis.shown &&
           plan->detail < DETAIL_NO_AXIS;
}

static double reach(const struct chart_plan *plan)
{
    return fmax(plan->value_axis.ticks.high, -plan->value_axis.ticks.low);
}

static bool compare_well(const struct chart_plan *a, const struct chart_plan *b)
{
    double less = fmin(reach(a), reach(b)), more = fmax(reach(a), reach(b));

    return has_bare_bars(a) && has_bare_bars(b) && strcmp(a->model->unit, b->model->unit) == 0 &&
           a->model->multiplier == b->model->multiplier &&
           a->period_axis.above == b->period_axis.above && more <= most_apart * less;
}

/* The eye compares what stands side by side in one unit: then bars have one scale,
 * unless some would be too small to be seen. */
static void share_scale(struct chart_plan *const *plans, size_t n)
{
    struct value_axis common = plans[0]->value_axis;

    for (size_t i = 1; i < n; i++)
        if (!compare_well(plans[0], plans[i]))
            return;
    for (size_t i = 1; i < n; i++) {
        const struct value_axis *axis = &plans[i]->value_axis;
        common.ticks.low = fmin(common.ticks.low, axis->ticks.low);
        common.ticks.high = fmax(common.ticks.high, axis->ticks.high);
        common.room_below = fmax(common.room_below, axis->room_below);
    }
    for (size_t i = 0; i < n; i++)
        plans[i]->value_axis = common;
}

static bool key_says(const struct key *key, const struct key_item *item)
{
    for (size_t i = 0; i < key->n_items; i++)
        if (key->items[i].style == item->style && strcmp(key->items[i].words, item->words) == 0)
            return true;
    return false;
}

/* What a hatch means is said once a row, where nothing else needs a key. */
static void say_once(struct chart_plan *const *plans, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        const struct key *key = &plans[i]->key;
        bool is_said = plans[i]->model != NULL && plans[0]->key.height > 0;

        for (size_t k = 0; is_said && k < key->n_items; k++)
            is_said =
                key->items[k].style != FIGURE_SOLID && key_says(&plans[0]->key, &key->items[k]);
        if (is_said)
            key_clear(&plans[i]->key);
    }
}

void chart_plan_align(struct chart_plan *const *plans, size_t n)
{
    double top = 0, bottom = INFINITY;

    for (size_t i = 0; i < n; i++) {
        top = fmax(top, plans[i]->plot.top);
        bottom = fmin(bottom, plans[i]->plot.bottom);
    }
    for (size_t i = 0; i < n && bottom > top; i++) {
        plans[i]->plot.top = top;
        plans[i]->plot.bottom = bottom;
    }
    if (n > 1) {
        share_scale(plans, n);
        say_once(plans, n);
    }
}

double chart_plan_least_height(const struct chart_plan *plan)
{
    return words_bottom(plan) + words_gap(plan) + plan->type->least_height(plan) + plan->foot +
           plan->header.source_height;
}

static void draw(struct chart_plan *plan, struct scene *scene)
{
    struct group figure = { .role = ROLE_FIGURE,
                            .label = plan->chart->title,
                            .alt = plan_alternative(plan) };

    scene_open(scene, &figure);
    header_draw(plan, scene);
    key_draw(plan, scene);
    scene_open_role(scene, ROLE_PLOT);
    plan->type->draw(plan, scene);
    scene_close(scene);
    source_draw(plan, scene);
    scene_close(scene);
}

void chart_plan_draw(struct chart_plan *plan, struct scene *scene, double x, double y)
{
    struct matrix shift = { 1, 0, 0, 1, x, y };

    if (plan == NULL)
        return;
    scene_push_transform(scene, &shift);
    draw(plan, scene);
    scene_pop(scene);
}
