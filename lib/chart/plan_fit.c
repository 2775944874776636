/* plan_fit.c - how a chart's height is shared out: headline, subtitle, legend, plot, source, from the
 * top; and what is left out, in which order, when there is little room. */
#include "chart/plan_fit.h"

#include <math.h>

#include "chart/guides/annotations.h"
#include "chart/model/members.h"
#include "chart/plan.h"
#include "chart/plan_series.h"
#include "text/format.h"

/* Minimum share of the height kept for the plots: 35 % before optional text (source, subtitle) is
 * dropped, 30 % before the legend and the axis labels are. And their least height, in ems. */
static const double plot_share = 0.35, bare_plot_share = 0.3, min_plot = 2.9;

/* Gap between the text above and the plots. */
static double words_gap(const struct chart_plan *plan)
{
    return fmin(1.2 * plan->pen.em, 0.045 * plan->height);
}

double plan_words_bottom(const struct chart_plan *plan)
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
    double top = plan_words_bottom(plan);

    plan->area.left = 0;
    plan->area.right = plan->width;
    plan->area.top = (top > 0 ? top + words_gap(plan) : 0) + annotations_height(plan);
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
    if (plan_shares_scale(plot->plan))
        plot->extent = plot->plan->shared;
    annotations_widen(plot);
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
    annotations_measure(plan);
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

/* No series has a shorter name for a reference in the key. */
static bool suffices(const struct chart_plan *plan)
{
    return plots_suffice(plan) && !(annotations_are_in_key(plan) && legend_is_cut(&plan->legend));
}

static bool plots_are_measured(const struct chart_plan *plan)
{
    for (size_t i = 0; i < plan->n_plots; i++)
        if (plan->plots[i].marks == NULL)
            return false;
    return !pen_failed(&plan->pen);
}

/* With which annotations a chart is measured. */
enum annotated { WITHOUT, IN_PLOT, IN_KEY };

static void measure_annotated(struct chart_plan *plan, enum annotated annotated)
{
    annotations_reset(plan, annotated != WITHOUT);
    if (annotated == IN_KEY)
        annotations_begin_in_key(plan);
    measure(plan);
    for (int times = 0; times < 2 && plots_are_measured(plan); times++) {
        if (!annotations_want_more(plan))
            break;
        measure(plan);
    }
}

/* The most detail, of those before `end`, for which there is room. False after a failure. */
static bool fit_detail(struct chart_plan *plan, enum annotated annotated, enum detail end)
{
    for (enum detail detail = DETAIL_ALL; detail < end; detail++) {
        plan->detail = detail;
        measure_annotated(plan, annotated);
        if (!plots_are_measured(plan))
            return false;
        if (detail == DETAIL_ALL)
            plan->words_height = plan_words_bottom(plan) + 1.2 * plan->pen.em + foot(plan) +
                                 plan->header.source_height;
        if (suffices(plan))
            break;
    }
    return true;
}

/* References stand in the key, and then annotations give way, before the chart gets harder to read, and leave their room to its words. The
 * year of a season may be said by the subtitle alone. */
bool plan_fit(struct chart_plan *plan)
{
    if (!plan_take_type(plan))
        return false;
    for (enum annotated annotated = IN_PLOT; annotated <= IN_KEY; annotated++) {
        bool is_season = plan->model != NULL && plan->model->is_of_years;
        if (plan->annotations == NULL || (annotated == IN_KEY && !annotations_may_be_in_key(plan)))
            break;
        if (!fit_detail(plan, annotated, is_season ? DETAIL_NO_SUBTITLE : DETAIL_SHORT_TITLE))
            return false;
        if (suffices(plan))
            return true;
    }
    return fit_detail(plan, WITHOUT, DETAIL_LEVELS);
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
    if (rows >= MIN_RANKS && rows < plan->model->n_series && !plan_take_series(plan, rows))
        return false;
    return plan_fit(plan);
}

/* A ranking that shows the largest of many has fewer of them rather than no words about a value. */
static bool leave_room_for_references(struct chart_plan *plan)
{
    if (!plan->type->ranks || !annotations_gave_way(plan) || plan->top.shown == plan->top.all)
        return true;
    plan->detail = DETAIL_ALL;
    measure_annotated(plan, IN_PLOT);
    size_t rows = ranking_rows(&plan->pen, area_height(plan));
    if (rows >= MIN_RANKS && rows < plan->model->n_series && !plan_take_series(plan, rows))
        return false;
    return plan_fit(plan);
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
    rows *= plan_members_beside(plan, rules);
    size_t least = rules->has_flows ? MIN_PAIRS : MIN_RANKS;
    rows = rows < least ? least : rows;
    if (rows >= plan->top.rows)
        return !lacks || plan_fit(plan);
    return plan_take_series(plan, rows) && plan_fit(plan);
}

bool plan_fit_rows(struct chart_plan *plan)
{
    const struct member_rules *rules = plan_member_rules(plan);

    return rules != NULL ? leave_room_for_rows(plan, rules)
                         : leave_room_for_words(plan) && leave_room_for_references(plan);
}

bool chart_plan_has_room(const struct chart_plan *plan)
{
    bool has_words = plan->type->is_small || plan->title == NULL || plan->detail < DETAIL_NO_TITLE;
    bool has_axes = plan->type->is_small || plan->detail < DETAIL_NO_AXIS;

    return has_words && has_axes && !plan->figures_lost && plots_suffice(plan);
}

double chart_plan_full_height(const struct chart_plan *plan)
{
    const struct member_rules *rules = plan_member_rules(plan);

    if (plan->top.shown == plan->top.all)
        return 0;
    if (rules == NULL)
        return plan->words_height + ranking_height(&plan->pen, plan->all->n_series);
    size_t beside = plan_members_beside(plan, rules), rows = (plan->top.all + beside - 1) / beside;
    return plan->words_height + members_height(rules, rows) * plan->pen.em;
}

double chart_plan_min_height(const struct chart_plan *plan)
{
    double plots = 0;

    for (size_t i = 0; i < plan->n_plots; i++)
        plots = fmax(plots, plan->plots[i].type->min_height(&plan->plots[i]));
    return plan_words_bottom(plan) + words_gap(plan) + annotations_height(plan) + plots +
           foot(plan) + plan->header.source_height;
}
