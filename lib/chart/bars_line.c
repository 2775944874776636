/* bars_line.c - grouped bars, and the last series as a line over them: same unit,
 * same axis. */
#include <math.h>

#include "chart/bars.h"
#include "chart/marks.h"

static size_t bar_series(const struct chart_plan *plan)
{
    return plan->model->n_series - 1;
}

static void check(struct chart_plan *plan)
{
    if (plan->model->n_series < 2)
        fail(text_error(plan->text), SHEAF_BAD_INPUT,
             "bars with a line need two series or more; '%s' alone makes bars",
             plan->model->series[0].name);
}

static bool line_has_styles(const struct chart_plan *plan)
{
    const struct figure *figures = plan->model->series[bar_series(plan)].figures;

    for (size_t i = 0; i < plan->model->n_periods; i++)
        if (!isnan(figures[i].value) && figures[i].style != FIGURE_SOLID)
            return true;
    return false;
}

static bool bars_are_ink(const struct chart_plan *plan)
{
    for (size_t i = 0; i < bar_series(plan); i++)
        if (color_equal(plan->model->series[i].color, plan->theme.ink))
            return true;
    return false;
}

static void measure(struct chart_plan *plan, double plot_height)
{
    size_t n = bar_series(plan);

    if (!bars_are_ink(plan))
        plan->model->series[n].color = plan->theme.ink; /* clear of every bar's */
    plan->marks = bars_measure(plan, plot_height, n, false);
    key_add_series(plan, 0, n, SWATCH_BAR);
    key_add_series(plan, n, n + 1, SWATCH_LINE);
    key_add_styles(plan, line_has_styles(plan) ? SWATCH_BAR_AND_LINE : SWATCH_BAR);
}

/* A dot in a ring of paper ends the line, as lines end elsewhere. */
static void draw_end(const struct chart_plan *plan, struct scene *scene,
                     const struct model_series *series, const double *x)
{
    struct linear_scale scale = value_axis_scale(plan);
    size_t last = model_last(plan->model, series);

    if (last == plan->model->n_periods)
        return;
    struct point at = { x[last], linear_place(&scale, series->figures[last].value) };
    scene_circle(scene, at.x, at.y, 1.5 * plan->theme.end_dot);
    scene_fill(scene, plan->theme.paper);
    mark_dot(plan, scene, at, series->color);
}

static void draw_line(struct chart_plan *plan, const struct bars *bars, struct scene *scene)
{
    const struct model *model = plan->model;
    const struct model_series *series = &model->series[bar_series(plan)];
    struct group group = { .role = ROLE_SERIES, .label = series->name };
    double *x = arena_array(plan->arena, double, model->n_periods);
    bool *starts = arena_array(plan->arena, bool, model->n_periods);

    if (x == NULL || starts == NULL)
        return;
    for (size_t i = 0; i < model->n_periods; i++) {
        x[i] = bars->bands[i].left + bars->bands[i].width / 2;
        starts[i] = bars->bands[i].opens_cluster;
    }
    scene_open(scene, &group);
    mark_line(plan, scene, series, x, starts);
    draw_end(plan, scene, series, x);
    scene_close(scene);
}

static void draw(struct chart_plan *plan, struct scene *scene)
{
    const struct bars *bars = plan->marks;

    bars_draw_ground(plan, bars, scene);
    bars_draw(plan, bars, scene);
    bars_draw_axes(plan, bars, scene);
    draw_line(plan, bars, scene);
}

static double least_height(const struct chart_plan *plan)
{
    return 10 * plan->em;
}

const struct chart_type bars_line_type = {
    SHEAF_BARS_LINE, "bars+line", "bar+line", check, measure, draw, least_height,
};
