/* plan_series.c - which series a chart shows, of more than have room, and as which type. */
#include "chart/plan_series.h"

#include "chart/guides/annotations.h"
#include "chart/model/emphasis.h"
#include "chart/model/figures.h"
#include "chart/model/members.h"
#include "chart/model/units.h"
#include "chart/plan.h"
#include "chart/types/suggest.h"

static bool draws_targets(const struct chart_plan *plan)
{
    const sheaf_chart *chart = plan->all;

    return plan->asked == SHEAF_AUTO ? chart->n_series == 0 && chart->n_targets > 0
                                     : sheaf_chart_type_takes_targets(plan->asked);
}

static const struct chart_type *type_of(const struct chart_plan *plan, sheaf_chart_type number)
{
    const struct chart_type *type = chart_type_find(number);

    return type != NULL && type->over_numbers != NULL && chart_over_numbers(plan->all)
               ? type->over_numbers
               : type;
}

/* Whether the series that have no room may be drawn as one. */
static bool may_be_ranked(const struct chart_plan *plan)
{
    return plan->is_of_one_period &&
           (plan->asked == SHEAF_AUTO || chart_type_find(plan->asked)->ranks);
}

/* Whether the type chooses the series, however many there are. */
static bool gathers(const struct chart_plan *plan)
{
    const struct chart_type *type = type_of(plan, plan->drawn);

    return type != NULL && type->gather != NULL;
}

const struct member_rules *plan_member_rules(const struct chart_plan *plan)
{
    const struct chart_type *type = type_of(plan, plan->drawn);

    return type != NULL ? type->members : NULL;
}

/* Whether the type leaves out all series but the largest, whatever the chart's height. */
static bool gathers_largest(const struct chart_plan *plan)
{
    const struct chart_type *type = type_of(plan, plan->asked);

    return type != NULL && type->gathers_largest;
}

/* A dot a member, or of very many squares: no colour tells them apart. */
static bool is_scatter(const struct chart_plan *plan)
{
    const struct chart_type *type = type_of(plan, plan->asked);

    return type != NULL && type->marks_words != NULL && type->takes_measures > 0;
}

/* Fails for series over plain numbers that stand beside others, or as a type that takes periods. */
static void check_numbers(const struct chart_plan *plan)
{
    const sheaf_chart *chart = plan->all;
    const struct chart_type *type = chart_type_find(plan->asked);
    size_t n = 0;

    for (size_t i = 0; i < chart->n_series; i++)
        n += series_over_numbers(chart->series[i]);
    if (n > 0 && n < chart->n_series)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "some series run over periods and others over plain numbers; draw two charts");
    else if (n > 0 && type != NULL && type->over_numbers == NULL)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "'%s' runs over plain numbers (%.60s) and not over periods, which this type shows; "
             "draw "
             "lines or scatter",
             sheaf_series_name(chart->series[0]), sheaf_series_x(chart->series[0]));
}

/* A sheet may have named a type after the series were added. */
static void check_units(const struct chart_plan *plan)
{
    const sheaf_chart *chart = plan->all;
    const struct chart_type *type = type_of(plan, plan->asked);
    size_t at = units_differ_at(chart);

    if (at < chart->n_series &&
        (type == NULL ? !units_share_periods(chart->series[0], chart->series[at])
                      : type->takes_measures == 0 && !type->splits_units))
        units_refuse(text_error(plan->pen.text), chart->series[0], chart->series[at]);
}

bool plan_is_drawable(const struct chart_plan *plan)
{
    enum { MOST_COMPARED = 200 };
    const sheaf_chart *chart = plan->all;

    if (!draws_targets(plan) && chart->n_targets > 0)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "targets such as '%s' are drawn by a bullet chart, without series",
             chart->targets[0].label);
    else if (chart->n_series > MOST_COMPARED && !may_be_ranked(plan) &&
             !sheaf_chart_type_adds_up(plan->asked) && plan_member_rules(plan) == NULL &&
             !gathers_largest(plan) && !is_scatter(plan))
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "%zu series are too many: colours tell %d apart; leave out all but those that matter "
             "most, or draw a ranking of one period",
             chart->n_series, (int)plan->theme.n_categories);
    else if (!draws_targets(plan)) {
        check_numbers(plan);
        check_units(plan);
    }
    return !pen_failed(&plan->pen);
}

static bool collect_figures(struct chart_plan *plan, const sheaf_chart *chart)
{
    plan->chart = chart;
    plan->collected = model_create(chart, plan->flags, &plan->theme, plan->colors, plan->pen.text,
                                   plan->pen.arena, text_error(plan->pen.text));
    return plan->collected != NULL && !pen_failed(&plan->pen);
}

bool plan_take_series(struct chart_plan *plan, size_t most)
{
    size_t n = plan->all->n_series;
    const struct member_rules *rules = plan_member_rules(plan);

    plan->top = (struct chart_top){ plan->all, n, n, n, 0 };
    if (rules != NULL && n > 0) {
        if (!members_choose(&plan->top, rules, plan->all, most, plan->pen.text, plan->pen.arena))
            return false;
    } else if (n > most &&
               !top_choose(&plan->top, plan->all, most, plan->pen.text, plan->pen.arena)) {
        return false;
    }
    return collect_figures(plan, plan->top.chart);
}

/* The model of the series that the type chooses. */
static bool gather(struct chart_plan *plan)
{
    const sheaf_chart *chart = plan->all;

    if (chart->n_series > 0)
        chart = type_of(plan, plan->drawn)->gather(plan);
    if (chart == NULL)
        return false;
    size_t n = chart->n_series, all = plan->all->n_series;
    plan->top =
        (struct chart_top){ chart, n, type_of(plan, plan->drawn)->gathers_largest ? all : n, n, 0 };
    return collect_figures(plan, chart);
}

size_t plan_members_beside(const struct chart_plan *plan, const struct member_rules *rules)
{
    return members_across(rules, plan->width / plan->pen.em);
}

/* The members for the plan's height. */
static bool collect_members(struct chart_plan *plan, const struct member_rules *rules)
{
    size_t rows = members_room(rules, plan->height / plan->pen.em - 3);

    rows *= plan_members_beside(plan, rules);
    rows = rows < MIN_RANKS ? MIN_RANKS : rows;
    if (plan->collected != NULL &&
        plan->top.rows == (plan->top.all < rows ? plan->top.all : rows)) {
        emphasis_clear(plan->collected);
        return true;
    }
    return plan_take_series(plan, rows);
}

/* The model for the plan's height; none where targets are drawn. */
static bool collect(struct chart_plan *plan)
{
    size_t n = plan->all->n_series, rows = ranking_room(&plan->pen, plan->height);

    if (draws_targets(plan))
        return true;
    if (gathers(plan))
        return gather(plan);
    if (plan_member_rules(plan) != NULL)
        return collect_members(plan, plan_member_rules(plan));
    if (!may_be_ranked(plan) || (rows < MIN_RANKS && n <= plan->theme.n_categories))
        rows = n;
    rows = rows < MIN_RANKS ? MIN_RANKS : rows;
    if (plan->collected != NULL && plan->collected->n_series == (n < rows ? n : rows)) {
        emphasis_clear(plan->collected);
        return true;
    }
    return plan_take_series(plan, rows);
}

/* Fails where there are more series than the type can tell apart. */
static void check_count(struct chart_plan *plan)
{
    size_t most = plan->type->tells_by_color ? plan->theme.n_categories : plan->type->max_series;

    if (pen_failed(&plan->pen) || plan->model == NULL || most == 0 || plan->model->n_series <= most)
        return;
    if (plan->type->tells_by_color)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "%zu series are more than colours can tell apart; leave out all but the %zu that "
             "matter most, or draw %s",
             plan->model->n_series, most,
             plan->model->n_periods == 1 ? "a ranking" : "lines, whose names stand beside them");
    else
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "%zu lines are more than readers can tell apart; leave out all but the %zu that "
             "matter most, or draw several charts",
             plan->model->n_series, most);
}

static void check_base(const struct chart_plan *plan)
{
    if (plan->chart->base == SHEAF_BASE_DATA && !plan->type->takes_base)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "only lines may begin at the data; %s begin at zero, because their lengths are "
             "compared: %sleave the base out",
             plan->type->takes_targets ? "targets" : "bars and areas",
             plan->model != NULL && plan->model->n_periods > 1 ? "draw lines, or " : "");
    if (plan->chart->base_period.unit != SHEAF_NO_PERIOD && !plan->type->takes_base_period)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "only an index has a base period; draw one (type index), or leave the base out");
    if (plan->chart->plots != SHEAF_AUTO && plan->drawn != SHEAF_MULTIPLES)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "only small multiples are of plots of a type; draw them (type multiples), or leave "
             "'of' "
             "out");
    if (plan->chart->lies && !plan->type->may_lie)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "of bars those of the types stacked and stacked-100 lie down; name one of them, or "
             "leave "
             "'lying' out");
}

/* Fails where a figure has no place on a logarithmic scale. */
static void check_above_zero(const struct chart_plan *plan)
{
    const struct model *model = plan->model;

    for (size_t i = 0; i < model->n_series; i++)
        for (size_t k = 0; k < model->n_periods; k++) {
            if (!(figure_value(model, &model->series[i], k) <= 0))
                continue;
            const char *time = pen_period_text(&plan->pen, model->periods[k]);
            fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
                 "a logarithmic scale has no place for zero and negative figures, such as that of "
                 "'%s' in %s; choose %s, or leave them out",
                 model->series[i].label, time != NULL ? time : "", SETTING("axis: symlog"));
            return;
        }
}

static void check_axis(const struct chart_plan *plan)
{
    sheaf_axis axis = plan->all->axis;

    if (axis == SHEAF_AXIS_LINEAR)
        return;
    if (!plan->type->takes_log || plan->model == NULL)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "lengths and areas begin at zero and are compared by equal steps, which a logarithmic "
             "scale does not have: draw lines, dots or a scatter plot, or leave the scale linear");
    else if (axis == SHEAF_AXIS_LOG && plan->all->base == SHEAF_BASE_ZERO)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "a logarithmic scale has no zero to begin at; leave the base out, or choose %s",
             SETTING("axis: symlog"));
    else if (axis == SHEAF_AXIS_LOG)
        check_above_zero(plan);
}

bool plan_take_type(struct chart_plan *plan)
{
    struct plot *plot = &plan->plots[0];

    plan->model = plot->model = plan->collected;
    plan->type = plot->type = type_of(plan, plan->drawn);
    if (plan->model != NULL && !plot->type->takes_plain &&
        !model_list_figures(plan->model, plan->pen.arena))
        return false;
    if (plot->type->check != NULL)
        plot->type->check(plot);
    if (!pen_failed(&plan->pen))
        check_count(plan);
    if (!pen_failed(&plan->pen))
        check_base(plan);
    if (!pen_failed(&plan->pen))
        check_axis(plan);
    if (!pen_failed(&plan->pen))
        annotations_check(plan);
    if (!pen_failed(&plan->pen) && plan->type->reshape != NULL)
        plan->model = plot->model = plan->type->reshape(plot);
    return !pen_failed(&plan->pen);
}

static bool collect_for(struct chart_plan *plan, sheaf_chart_type type)
{
    bool chose = gathers(plan) || plan_member_rules(plan) != NULL;

    plan->drawn = type;
    if (!chose && !gathers(plan) && plan_member_rules(plan) == NULL && plan->collected != NULL)
        return true;
    plan->collected = NULL;
    return collect(plan) && plan_take_type(plan);
}

bool plan_choose_type(struct chart_plan *plan)
{
    sheaf_error *error = text_error(plan->pen.text);
    struct plot *plot = &plan->plots[0];

    if (plan->asked != plan->drawn && (gathers(plan) || plan_member_rules(plan) != NULL))
        plan->collected = NULL; /* chosen for another height */
    plan->drawn = plan->asked != SHEAF_AUTO ? plan->asked : chart_type_for_units(plan->all);
    if (!collect(plan))
        return false;
    if (plan->drawn != SHEAF_AUTO)
        return true;
    plot->model = plan->collected;
    const struct suggestion suggestion = chart_type_suggest(plot);
    if (collect_for(plan, suggestion.type) || error->status != SHEAF_BAD_INPUT ||
        suggestion.type == suggestion.instead)
        return !pen_failed(&plan->pen);
    *error = (sheaf_error){ 0 };
    return collect_for(plan, suggestion.instead);
}
