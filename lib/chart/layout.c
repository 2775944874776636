/* layout.c - a chart laid out: planned for a size, then drawn. */
#include "chart/layout.h"

#include <math.h>
#include <stdio.h>

#include "chart/datum.h"
#include "chart/guides/annotations.h"
#include "chart/model/figures.h"
#include "chart/model/residuals.h"
#include "chart/model/wholes.h"
#include "chart/picture_axes.h"
#include "chart/plan.h"
#include "chart/plan_fit.h"
#include "chart/plan_series.h"

static const struct scale_type *scale_of(sheaf_axis axis)
{
    return axis == SHEAF_AXIS_LOG      ? &log_scale
           : axis == SHEAF_AXIS_SYMLOG ? &symlog_scale
                                       : &linear_scale;
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
                                    .scale = scale_of(plan->all->axis),
                                    .width = plan->width };
    return true;
}

/* Points; what printers tell apart. */
static const double print_column = 72.0 / 300, print_dot = 72.0 / 300;

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
    plan->title_is_heading = options->title_is_heading;
    plan->title = options->title != NULL ? options->title : chart->title;
    plan->title_language = options->title_language;
    plan->subtitle_language = options->subtitle_language;
    if (chart->alternative != NULL)
        plan->alternative_language = text_language_of(text, chart->alternative);
    plan->subtitle = options->subtitle != NULL ? options->subtitle : chart->subtitle;
    plan->theme = *theme;
    plan->pen =
        (struct chart_pen){ .theme = &plan->theme,
                            .text = text,
                            .arena = arena,
                            .em = theme->label.size,
                            .shows_ranges = chart->shows_ranges,
                            .pixel = options->pixels ? 1 : 0,
                            .dot = options->images ? print_dot : 0,
                            .column = options->column > 0 ? options->column : print_column };
    plan->flags = chart->has_flags ? chart->flags : options->flags;
    plan->width = width;
    plan->shared = (struct extent){ 1, 0 };
    plan->data = options->data;
    return plan;
}

/* Types that rank or count members; of one period the one that suits is a ranking. */
static bool leave_wholes_out(struct chart_plan *plan)
{
    const struct chart_type *type = chart_type_find(plan->asked);
    bool compares = type != NULL ? type->ranks || type->shows_spread : plan->is_of_one_period;

    if (!compares || plan->all->n_targets > 0)
        return true;
    plan->all = chart_without_wholes(plan->all, plan->pen.arena, &plan->whole);
    plan->chart = plan->all;
    return plan->all != NULL;
}

/* Types that add up hide what their own parts leave. */
static bool hide_residuals(struct chart_plan *plan)
{
    if (plan->whole != NULL || plan->all->n_targets > 0 || sheaf_chart_type_adds_up(plan->asked))
        return true;
    plan->all = chart_without_residuals(plan->all, plan->pen.arena);
    plan->chart = plan->all;
    return plan->all != NULL;
}

bool chart_plan_resize(struct chart_plan *plan, double height)
{
    if (height == plan->height)
        return true;
    plan->height = height;
    return plan_choose_type(plan) && plan_fit(plan) && plan_fit_rows(plan);
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
    return plan != NULL && leave_wholes_out(plan) && plan_is_drawable(plan) &&
                   hide_residuals(plan) && open_plot(plan) && annotations_open(plan) &&
                   chart_plan_resize(plan, height)
               ? plan
               : NULL;
}

const char *chart_plan_type_name(const struct chart_plan *plan)
{
    return plan->asked != SHEAF_AUTO ? sheaf_chart_type_name(plan->asked)
                                     : chart_type_name_of(plan->type);
}

bool chart_plan_may_be_small(const struct chart_plan *plan)
{
    return plan->asked == SHEAF_AUTO && !plan->type->splits_units &&
           !chart_over_numbers(plan->all) && sparkline_suits(&plan->plots[0]);
}

static void draw(struct chart_plan *plan, struct scene *scene)
{
    struct group figure = { .role = ROLE_FIGURE,
                            .label = plan->title,
                            .alt = plan_alternative(plan),
                            .alt_language = plan->alternative_language };

    annotations_place(plan);
    scene_open(scene, &figure);
    header_draw(plan, scene);
    legend_draw(plan, scene);
    for (size_t i = 0; i < plan->n_plots; i++) {
        scene_open_role(scene, ROLE_PLOT);
        if (i == 0)
            annotations_draw_under(plan, scene);
        plan->plots[i].type->draw(&plan->plots[i], scene);
        if (i + 1 == plan->n_plots)
            annotations_draw_over(plan, scene);
        scene_close(scene);
    }
    source_draw(plan, scene);
    scene_close(scene);
    annotations_end(plan);
}

/* Where neither a mark nor a key tells of figures that are kept secret, their author is told. */
static void warn_of_secrets(const struct chart_plan *plan, sheaf_chart *chart)
{
    const struct model *model = plan->model;
    const struct model_series *first = NULL;
    size_t n = 0, period = 0;

    for (size_t i = 0; model != NULL && i < model->n_series; i++)
        for (size_t k = 0; !figures_are_plain(&model->series[i]) && k < model->n_periods; k++) {
            const struct model_series *series = &model->series[i];
            if (!isnan(series->figures[k].value) || series->n_values == 0 ||
                (series->figures[k].flags & 1U << FLAG_CONFIDENTIAL) == 0)
                continue;
            if (first == NULL) {
                first = series;
                period = k;
            }
            n++;
        }
    chart->unmarked[0] = '\0';
    if (n == 0 || (plan->legend.flags & 1U << FLAG_CONFIDENTIAL) != 0)
        return;
    const char *when = pen_period_text(&plan->pen, model_period(model, first, period));
    snprintf(
        chart->unmarked, sizeof chart->unmarked,
        "no mark in the chart tells that %s'%.150s' in %.60s%s confidential; draw it larger or "
        "as another type, or say so in its subtitle",
        n > 1 ? "figures such as that of " : "the figure of ", first->label,
        when != NULL ? when : "", n > 1 ? " are" : " is");
}

void chart_plan_warn(const struct chart_plan *plan, sheaf_chart *chart)
{
    annotations_warn(plan, chart);
    if (plan->whole != NULL)
        snprintf(chart->wholes, sizeof chart->wholes,
                 "'%.200s' is the sum of all and no member beside them, so it is left out",
                 sheaf_series_name(plan->whole));
    legend_warn(plan, chart->untold, sizeof chart->untold);
    warn_of_secrets(plan, chart);
}

void chart_plan_draw(struct chart_plan *plan, struct scene *scene, double x, double y)
{
    struct matrix shift = { 1, 0, 0, 1, x, y };

    if (plan == NULL)
        return;
    if (plan->data != NULL)
        datum_list_place(plan->data, (struct point){ x, y }, scene_width(scene),
                         scene_height(scene));
    scene_push_transform(scene, &shift);
    draw(plan, scene);
    scene_pop(scene);
    if (plan->data != NULL && plan->data->axes != NULL)
        picture_axes_keep(plan->data->axes, plan, plan->data->origin, plan->data->arena);
}
