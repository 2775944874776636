/* layout.c - a chart laid out: headline, subtitle, legend, plot, source, from the top;
 * and what is left out, in which order, when there is little room. */
#include "chart/layout.h"

#include <math.h>
#include <string.h>

#include "chart/datum.h"
#include "chart/guides/axis_value.h"
#include "chart/model/emphasis.h"
#include "chart/model/members.h"
#include "chart/plan.h"
#include "chart/types/suggest.h"
#include "text/format.h"

/* Minimum share of the height kept for the plots: 35 % before optional text (source, subtitle) is
 * dropped, 30 % before the legend and the axis labels are. And their least height, in ems. */
static const double plot_share = 0.35, bare_plot_share = 0.3, min_plot = 2.9;

/* A chart shares its neighbour's scale only if it reaches at most four times as far; otherwise the
 * smaller bars could hardly be seen. */
static const double max_apart = 4;

/* Gap between the text above and the plots. */
static double words_gap(const struct chart_plan *plan)
{
    return fmin(1.2 * plan->pen.em, 0.045 * plan->height);
}

static double words_bottom(const struct chart_plan *plan)
{
    return plan->legend.height > 0 ? plan->legend.top + plan->legend.height : plan->header.bottom;
}

/* Room below the plots. */
static double foot(const struct chart_plan *plan)
{
    double most = 0;

    for (size_t i = 0; i < plan->n_plots; i++)
        most = fmax(most, plan->plots[i].foot);
    return most;
}

static void place_plots(struct chart_plan *plan)
{
    double top = words_bottom(plan);

    plan->area.left = 0;
    plan->area.right = plan->width;
    plan->area.top = top > 0 ? top + words_gap(plan) : 0;
    plan->area.bottom = plan->height - plan->header.source_height - foot(plan);
    for (size_t i = 0; i < plan->n_plots; i++)
        plan->plots[i].box = plan->area;
}

static double area_height(const struct chart_plan *plan)
{
    return plan->area.bottom - plan->area.top;
}

static double min_area_height(const struct chart_plan *plan)
{
    double share = plan->detail <= DETAIL_NO_SUBTITLE ? plot_share : bare_plot_share;
    double least = fmax(min_plot * plan->pen.em, share * plan->height);

    if (plan->type->is_small)
        least = 0;
    for (size_t i = 0; i < plan->n_plots; i++)
        least = fmax(least, plan->plots[i].least);
    return least;
}

static void measure_plot(struct plot *plot, double height)
{
    plot->names_inside = plot->least = 0;
    if (plot->type->extent != NULL)
        plot->extent = plot->type->extent(plot);
    if (plot->plan->shared.low <= plot->plan->shared.high)
        plot->extent = plot->plan->shared;
    plot->type->measure(plot, height);
}

/* Measures labels, axes and legend for plots of this height. */
static void measure_plots(struct chart_plan *plan, double height)
{
    double words = plan->header.bottom + words_gap(plan) + plan->header.source_height;

    legend_clear(&plan->legend);
    plan->unit_lost = plan->period_lost = plan->figures_lost = false;
    for (size_t i = 0; i < plan->n_plots; i++)
        measure_plot(&plan->plots[i], height);
    if (plan->own_scale)
        legend_add(plan, format_word(plan->pen.text, WORD_OWN_SCALE), SWATCH_NONE,
                   plan->pen.theme->grey, FIGURE_SOLID);
    legend_measure(plan, plan->height - words - foot(plan) - min_area_height(plan),
                   plan->height - words - foot(plan) - plan->pen.em);
    place_plots(plan);
}

/* A type chooses its labels by the plot's height, but its legend and axis
 * change that height. So it measures for an estimate first, and once more if the plot turned out
 * lower. */
static void measure_once(struct chart_plan *plan)
{
    header_measure(plan);
    legend_clear(&plan->legend);
    for (size_t i = 0; i < plan->n_plots; i++)
        plan->plots[i].foot = plan->model != NULL ? 1.5 * plan->pen.theme->label.leading : 0;
    place_plots(plan);
    double estimate = area_height(plan) - plan->pen.theme->label.leading;
    measure_plots(plan, estimate);
    if (area_height(plan) < estimate - 1e-6)
        measure_plots(plan, area_height(plan));
}

static bool words_are_lost(const struct chart_plan *plan)
{
    return plan->unit_lost || plan->period_lost;
}

/* Lays out at plan->detail. Without a subtitle, the unit or the period that the plot turns out to
 * have no room for gets a line after all. */
static void measure(struct chart_plan *plan)
{
    plan->short_unit = plan->short_period = false;
    measure_once(plan);
    if (plan->detail < DETAIL_NO_SUBTITLE || !words_are_lost(plan))
        return;
    plan->short_unit = plan->unit_lost;
    plan->short_period = plan->period_lost;
    measure_once(plan);
}

/* A title of which only the beginning has room says little in so small a picture. */
static bool title_is_cut(const struct chart_plan *plan)
{
    return plan->type->is_small && plan->header.title != NULL && plan->header.title->cut;
}

static bool plots_suffice(const struct chart_plan *plan)
{
    double names = 0;

    for (size_t i = 0; i < plan->n_plots; i++)
        names = fmax(names, plan->plots[i].names_inside);
    return !plan->legend.lost && !words_are_lost(plan) && !title_is_cut(plan) &&
           area_height(plan) - names >= min_area_height(plan) - 1e-6;
}

static bool plots_are_measured(const struct chart_plan *plan)
{
    for (size_t i = 0; i < plan->n_plots; i++)
        if (plan->plots[i].marks == NULL)
            return false;
    return !pen_failed(&plan->pen);
}

static bool draws_targets(const struct chart_plan *plan)
{
    const sheaf_chart *chart = plan->all;

    return plan->asked == SHEAF_AUTO ? chart->n_series == 0 && chart->n_targets > 0
                                     : sheaf_chart_type_takes_targets(plan->asked);
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
    const struct chart_type *type = chart_type_find(plan->drawn);

    return type != NULL && type->gather != NULL;
}

/* The rules of a type with a row a member; NULL: the type has none. */
static const struct member_rules *member_rules(const struct chart_plan *plan)
{
    const struct chart_type *type = chart_type_find(plan->drawn);

    return type != NULL ? type->members : NULL;
}

/* Fails where nothing can be drawn, before the model is made: that compares every series with every
 * other, and 16,000 would take minutes. */
static bool is_drawable(const struct chart_plan *plan)
{
    enum { MOST_COMPARED = 200 };
    const sheaf_chart *chart = plan->all;

    if (!draws_targets(plan) && chart->n_targets > 0)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "targets such as '%s' are drawn by a bullet chart, without series",
             chart->targets[0].label);
    else if (chart->n_series > MOST_COMPARED && !may_be_ranked(plan) &&
             !sheaf_chart_type_adds_up(plan->asked) && member_rules(plan) == NULL)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "%zu series are too many: colours tell %d apart; leave out all but those that matter "
             "most, or draw a ranking of one period",
             chart->n_series, (int)plan->theme.n_categories);
    return !pen_failed(&plan->pen);
}

static bool collect_figures(struct chart_plan *plan, const sheaf_chart *chart)
{
    plan->chart = chart;
    plan->collected = model_create(chart, plan->flags, &plan->theme, plan->colors, plan->pen.text,
                                   plan->pen.arena, text_error(plan->pen.text));
    return plan->collected != NULL && !pen_failed(&plan->pen);
}

/* The model of all series or, of more than `most`, of the largest and the rest. */
static bool take_series(struct chart_plan *plan, size_t most)
{
    size_t n = plan->all->n_series;
    const struct member_rules *rules = member_rules(plan);

    plan->top = (struct chart_top){ plan->all, n, n, n };
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
        chart = chart_type_find(plan->drawn)->gather(plan);
    if (chart == NULL)
        return false;
    plan->top = (struct chart_top){ chart, chart->n_series, chart->n_series, chart->n_series };
    return collect_figures(plan, chart);
}

static size_t members_beside(const struct chart_plan *plan, const struct member_rules *rules)
{
    return members_across(rules, plan->width / plan->pen.em);
}

/* The members for the plan's height. */
static bool collect_members(struct chart_plan *plan, const struct member_rules *rules)
{
    size_t rows = members_room(rules, plan->height / plan->pen.em - 3);

    rows *= members_beside(plan, rules);
    rows = rows < MIN_RANKS ? MIN_RANKS : rows;
    if (plan->collected != NULL &&
        plan->top.rows == (plan->top.all < rows ? plan->top.all : rows)) {
        emphasis_clear(plan->collected);
        return true;
    }
    return take_series(plan, rows);
}

/* The model for the plan's height; none where targets are drawn. */
static bool collect(struct chart_plan *plan)
{
    size_t n = plan->all->n_series, rows = ranking_room(&plan->pen, plan->height);

    if (draws_targets(plan))
        return true;
    if (gathers(plan))
        return gather(plan);
    if (member_rules(plan) != NULL)
        return collect_members(plan, member_rules(plan));
    if (!may_be_ranked(plan) || (rows < MIN_RANKS && n <= plan->theme.n_categories))
        rows = n;
    rows = rows < MIN_RANKS ? MIN_RANKS : rows;
    if (plan->collected != NULL && plan->collected->n_series == (n < rows ? n : rows)) {
        emphasis_clear(plan->collected);
        return true;
    }
    return take_series(plan, rows);
}

/* One plot of everything. */
static bool open_plot(struct chart_plan *plan)
{
    plan->plots = arena_new(plan->pen.arena, struct plot);
    if (plan->plots == NULL)
        return false;
    plan->n_plots = 1;
    plan->plots[0] = (struct plot){ .plan = plan,
                                    .pen = plan->pen,
                                    .model = plan->model,
                                    .scale = &linear_scale,
                                    .width = plan->width };
    return true;
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
             "compared: draw lines, or leave the base out",
             plan->type->takes_targets ? "targets" : "bars and areas");
}

/* Takes the model as plan->drawn draws it, or fails. */
static bool take_type(struct chart_plan *plan)
{
    struct plot *plot = &plan->plots[0];

    plan->model = plot->model = plan->collected;
    plan->type = plot->type = chart_type_find(plan->drawn);
    if (plot->type->check != NULL)
        plot->type->check(plot);
    if (!pen_failed(&plan->pen))
        check_count(plan);
    if (!pen_failed(&plan->pen))
        check_base(plan);
    if (!pen_failed(&plan->pen) && plan->type->reshape != NULL)
        plan->model = plot->model = plan->type->reshape(plot);
    return !pen_failed(&plan->pen);
}

static struct chart_plan *plan_open(const sheaf_chart *chart, const struct chart_options *options,
                                    const struct theme *theme, struct text *text,
                                    struct arena *arena, double width)
{
    struct chart_plan *plan = arena_new(arena, struct chart_plan);

    if (plan == NULL) {
        fail_memory(text_error(text));
        return NULL;
    }
    plan->all = plan->chart = chart;
    plan->asked = chart->type != SHEAF_AUTO ? chart->type : options->type;
    plan->drawn = plan->asked;
    plan->is_of_one_period = top_is_of_one_period(chart);
    plan->colors = options->colors;
    plan->sources_elsewhere = options->sources_elsewhere;
    plan->title = options->title != NULL ? options->title : chart->title;
    plan->subtitle = options->subtitle != NULL ? options->subtitle : chart->subtitle;
    plan->theme = *theme;
    plan->pen = (struct chart_pen){ .theme = &plan->theme,
                                    .text = text,
                                    .arena = arena,
                                    .em = theme->label.size,
                                    .shows_ranges = chart->shows_ranges,
                                    .pixel = options->pixels ? 1 : 0 };
    plan->flags = chart->has_flags ? chart->flags : options->flags;
    plan->width = width;
    plan->shared = (struct extent){ 1, 0 };
    plan->data = options->data;
    return plan;
}

/* Lays out in all the detail that there is room for. */
static bool fit(struct chart_plan *plan)
{
    if (!take_type(plan))
        return false;
    for (int detail = DETAIL_ALL; detail < DETAIL_LEVELS; detail++) {
        plan->detail = (enum detail)detail;
        measure(plan);
        if (!plots_are_measured(plan))
            return false;
        if (detail == DETAIL_ALL)
            plan->words_height =
                words_bottom(plan) + 1.2 * plan->pen.em + foot(plan) + plan->header.source_height;
        if (plots_suffice(plan))
            break;
    }
    return true;
}

/* Words are left out, or cut, that fewer rows would leave room for. */
static bool lacks_words(const struct chart_plan *plan)
{
    const struct text_block *subtitle = plan->header.subtitle;

    return plan->detail > DETAIL_SHORT_NAMES || (subtitle != NULL && subtitle->cut);
}

/* A ranking has fewer rows rather than no unit: what has no room then is in its last row. */
static bool leave_room_for_words(struct chart_plan *plan)
{
    if (!plan->type->ranks || !lacks_words(plan))
        return true;
    plan->detail = DETAIL_SHORT_SUBTITLE;
    measure(plan);
    size_t rows = ranking_rows(&plan->pen, area_height(plan));
    if (rows >= MIN_RANKS && rows < plan->model->n_series && !take_series(plan, rows))
        return false;
    return fit(plan);
}

/* Two flows of one member and of the rest are a comparison already. */
enum { MIN_PAIRS = 2 };

/* The same of other rows, and fewer rows rather than rows without figures. */
static bool leave_room_for_rows(struct chart_plan *plan, const struct member_rules *rules)
{
    bool lacks = lacks_words(plan);

    if (lacks) {
        plan->detail = DETAIL_SHORT_SUBTITLE;
        measure(plan);
    }
    size_t rows = members_room_tight(rules, area_height(plan) / plan->pen.em);
    rows *= members_beside(plan, rules);
    size_t least = rules->has_flows ? MIN_PAIRS : MIN_RANKS;
    rows = rows < least ? least : rows;
    if (rows >= plan->top.rows)
        return !lacks || fit(plan);
    return take_series(plan, rows) && fit(plan);
}

static bool collect_for(struct chart_plan *plan, sheaf_chart_type type)
{
    bool chose = gathers(plan) || member_rules(plan) != NULL;

    plan->drawn = type;
    if (!chose && !gathers(plan) && member_rules(plan) == NULL && plan->collected != NULL)
        return true;
    plan->collected = NULL;
    return collect(plan) && take_type(plan);
}

/* The type that was named, which stays whatever the data are, or the one that suits them. Where that
 * turns out to be none for the data, the one that lines and bars leave. */
static bool choose_type(struct chart_plan *plan)
{
    sheaf_error *error = text_error(plan->pen.text);
    struct plot *plot = &plan->plots[0];

    if (plan->asked != plan->drawn && (gathers(plan) || member_rules(plan) != NULL))
        plan->collected = NULL; /* chosen for another height */
    plan->drawn = plan->asked;
    if (!collect(plan))
        return false;
    if (plan->asked != SHEAF_AUTO)
        return true;
    plot->model = plan->collected;
    const struct suggestion suggestion = chart_type_suggest(plot);
    if (collect_for(plan, suggestion.type) || error->status != SHEAF_BAD_INPUT ||
        suggestion.type == suggestion.instead)
        return !pen_failed(&plan->pen);
    *error = (sheaf_error){ 0 };
    return collect_for(plan, suggestion.instead);
}

bool chart_plan_resize(struct chart_plan *plan, double height)
{
    if (height == plan->height)
        return true;
    plan->height = height;
    if (!choose_type(plan) || !fit(plan))
        return false;
    return member_rules(plan) != NULL ? leave_room_for_rows(plan, member_rules(plan))
                                      : leave_room_for_words(plan);
}

struct chart_plan *chart_plan_create(const sheaf_chart *chart, const struct chart_options *options,
                                     const struct theme *theme, struct text *text,
                                     struct arena *arena, double width, double height)
{
    error_take(text_error(text), &chart->error);
    if (text_error(text)->status != SHEAF_OK)
        return NULL;
    if (!(width > 0) || !(height > 0) || !isfinite(width + height)) {
        fail(text_error(text), SHEAF_BAD_ARGUMENT, "a chart needs a width and a height");
        return NULL;
    }
    struct chart_plan *plan = plan_open(chart, options, theme, text, arena, width);
    return plan != NULL && is_drawable(plan) && open_plot(plan) && chart_plan_resize(plan, height)
               ? plan
               : NULL;
}

bool chart_plan_has_room(const struct chart_plan *plan)
{
    bool has_words = plan->type->is_small || plan->title == NULL || plan->detail < DETAIL_NO_TITLE;
    bool has_axes = plan->type->is_small || plan->detail < DETAIL_NO_AXIS;

    return has_words && has_axes && !plan->figures_lost && plots_suffice(plan);
}

const char *chart_plan_type_name(const struct chart_plan *plan)
{
    return plan->asked != SHEAF_AUTO ? sheaf_chart_type_name(plan->asked)
                                     : chart_type_name_of(plan->type);
}

bool chart_plan_may_be_small(const struct chart_plan *plan)
{
    return plan->asked == SHEAF_AUTO && sparkline_suits(&plan->plots[0]);
}

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
        if (!fit(plans[i]))
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

double chart_plan_full_height(const struct chart_plan *plan)
{
    const struct member_rules *rules = member_rules(plan);

    if (plan->top.shown == plan->top.all)
        return 0;
    if (rules == NULL)
        return plan->words_height + ranking_height(&plan->pen, plan->all->n_series);
    size_t beside = members_beside(plan, rules), rows = (plan->top.all + beside - 1) / beside;
    return plan->words_height + members_height(rules, rows) * plan->pen.em;
}

double chart_plan_min_height(const struct chart_plan *plan)
{
    double plots = 0;

    for (size_t i = 0; i < plan->n_plots; i++)
        plots = fmax(plots, plan->plots[i].type->min_height(&plan->plots[i]));
    return words_bottom(plan) + words_gap(plan) + plots + foot(plan) + plan->header.source_height;
}

static void draw(struct chart_plan *plan, struct scene *scene)
{
    struct group figure = { .role = ROLE_FIGURE,
                            .label = plan->title,
                            .alt = plan_alternative(plan) };

    scene_open(scene, &figure);
    header_draw(plan, scene);
    legend_draw(plan, scene);
    for (size_t i = 0; i < plan->n_plots; i++) {
        scene_open_role(scene, ROLE_PLOT);
        plan->plots[i].type->draw(&plan->plots[i], scene);
        scene_close(scene);
    }
    source_draw(plan, scene);
    scene_close(scene);
}

void chart_plan_draw(struct chart_plan *plan, struct scene *scene, double x, double y)
{
    struct matrix shift = { 1, 0, 0, 1, x, y };

    if (plan == NULL)
        return;
    if (plan->data != NULL)
        plan->data->origin = (struct point){ x, y };
    scene_push_transform(scene, &shift);
    draw(plan, scene);
    scene_pop(scene);
}
