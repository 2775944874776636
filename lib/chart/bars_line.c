/* bars_line.c - grouped bars, and the last series as a line over them: same unit,
 * same axis. */
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

static void measure(struct chart_plan *plan, double plot_height)
{
    size_t n = bar_series(plan);

    plan->model->series[n].color = plan->theme.ink; /* clear of every bar's */
    plan->marks = bars_measure(plan, plot_height, n, false);
    key_add_series(plan, 0, n, SWATCH_BAR);
    key_add_series(plan, n, n + 1, SWATCH_LINE);
    key_add_styles(plan, SWATCH_BAR);
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
