/* bars_line.c - grouped bars, and the last series as a line over them: same unit,
 * same axis. */
#include <math.h>

#include "chart/guides/line_end.h"
#include "chart/marks.h"
#include "chart/types/bars.h"
#include "chart/words/speech.h"

struct bars_line {
    struct bars *bars;
    struct line_end end;
};

/* Share of the width that the label at the line's end may take. */
static const double most_label_share = 0.28;

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

/* A flow that is known by its colour keeps it; others are clear of every bar's, as ink is. */
static void choose_color(struct chart_plan *plan)
{
    struct model_series *line = &plan->model->series[bar_series(plan)];
    struct color own = theme_flow_color(&plan->theme, line->flow, 0);

    if (theme_knows_flow(line->flow) && color_equal(own, line->color))
        return;
    if (!bars_are_ink(plan))
        line->color = plan->theme.ink;
}

/* Name and value beside the last bars, or the value alone, or neither: what the room allows.
 * Returns what it takes. */
static double measure_end(struct chart_plan *plan, struct line_end *end)
{
    static const bool names[] = { true, false };
    size_t line = bar_series(plan);
    double most = most_label_share * plan->width;

    *end = (struct line_end){ .series = line };
    if (model_last(plan->model, &plan->model->series[line]) == plan->model->n_periods ||
        plan->detail >= DETAIL_NO_AXIS)
        return 0;
    for (size_t i = 0; i < 2; i++) {
        *end = line_end_set(plan, line, names[i], true, most);
        double width = line_end_width(plan, end);
        if (width <= most)
            return width + 0.5 * plan->em;
    }
    *end = (struct line_end){ .series = line };
    return 0;
}

static void measure(struct chart_plan *plan, double plot_height)
{
    size_t n = bar_series(plan);
    const struct model *model = plan->model;
    struct bars_line *marks = arena_new(plan->arena, struct bars_line);

    plan->marks = marks;
    if (marks == NULL)
        return;
    choose_color(plan);
    marks->bars = bars_measure(plan, plot_height, n, false, measure_end(plan, &marks->end));
    if (marks->bars == NULL)
        return;
    legend_add_series(plan, 0, n, SWATCH_BAR);
    if (marks->end.name == NULL)
        legend_add_series(plan, n, n + 1, SWATCH_LINE);
    legend_add_styles(plan, line_has_styles(plan) ? SWATCH_BAR_AND_LINE : SWATCH_BAR);
    if (marks->end.value != NULL)
        legend_add_marks(plan,
                         model->series[n].figures[model_last(model, &model->series[n])].marks);
}

/* A leader over whatever bars are between; grey, so that it does not go on with the line. */
static void draw_leader(const struct chart_plan *plan, struct scene *scene, struct point from,
                        double x, double y)
{
    double width = plan->theme.grid_width;

    for (int i = 0; i < 2; i++) {
        scene_move_to(scene, from.x, from.y);
        scene_line_to(scene, x, y);
        scene_stroke(scene, i == 0 ? plan->theme.paper : plan->theme.axis,
                     i == 0 ? 3 * width : width);
    }
}

/* A dot in a ring of paper ends the line, as lines end elsewhere. */
static void draw_end(struct chart_plan *plan, const struct bars_line *marks, struct scene *scene,
                     const double *x)
{
    const struct model_series *series = &plan->model->series[bar_series(plan)];
    struct linear_scale scale = value_axis_scale(plan);
    struct line_end end = marks->end;
    size_t last = model_last(plan->model, series);

    if (last == plan->model->n_periods)
        return;
    struct group group = { .role = ROLE_DATUM, .label = plan_datum_name(plan, series, last) };
    end.at = (struct point){ x[last], linear_place(&scale, series->figures[last].value) };
    end.y = fmax(plan->plot.top, fmin(end.at.y, plan->plot.bottom + 0.3 * plan->em));
    double left = marks->bars->right + 0.5 * plan->em;
    scene_open(scene, &group);
    if (end.value != NULL)
        draw_leader(plan, scene, end.at, left - 0.25 * plan->em, end.y);
    mark_casing(plan, scene, end.at);
    mark_dot(plan, scene, end.at, series->color, series->figures[last].style);
    if (end.value != NULL) {
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_end_draw(plan, scene, &end, left);
        scene_close(scene);
    }
    scene_close(scene);
}

static void draw_line(struct chart_plan *plan, const struct bars_line *marks, struct scene *scene)
{
    const struct model *model = plan->model;
    const struct band *bands = marks->bars->bands;
    const struct model_series *series = &model->series[bar_series(plan)];
    struct group group = { .role = ROLE_SERIES, .label = series->name };
    double *x = arena_array(plan->arena, double, model->n_periods);
    bool *starts = arena_array(plan->arena, bool, model->n_periods);

    if (x == NULL || starts == NULL)
        return;
    for (size_t i = 0; i < model->n_periods; i++) {
        x[i] = bands[i].left + bands[i].width / 2;
        starts[i] = bands[i].opens_cluster;
    }
    scene_open(scene, &group);
    mark_line(plan, scene, series, x, starts);
    draw_end(plan, marks, scene, x);
    scene_close(scene);
}

static void draw(struct chart_plan *plan, struct scene *scene)
{
    const struct bars_line *marks = plan->marks;

    bars_draw_ground(plan, marks->bars, scene);
    bars_draw(plan, marks->bars, scene);
    bars_draw_axes(plan, marks->bars, scene);
    draw_line(plan, marks, scene);
}

static double least_height(const struct chart_plan *plan)
{
    return 10 * plan->em;
}

/* One period makes no line. */
static sheaf_chart_type replacement(const struct chart_plan *plan)
{
    return plan->model->n_periods == 1 ? SHEAF_BARS : SHEAF_AUTO;
}

const struct chart_type bars_line_type = {
    .word = CHART_WORD_BARS_LINE,
    .tells_by_color = true,
    .check = check,
    .replacement = replacement,
    .measure = measure,
    .draw = draw,
    .least_height = least_height,
    .speak = speech_say_series,
};
