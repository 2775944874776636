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
static const double max_label_share = 0.28;

static size_t bar_series(const struct plot *plot)
{
    return plot->model->n_series - 1;
}

static void check(const struct plot *plot)
{
    if (plot->model->n_series < 2)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "bars with a line need two series or more; '%s' alone makes bars",
             plot->model->series[0].name);
    else if (plot->model->n_periods == 1)
        fail(
            text_error(plot->pen.text), SHEAF_BAD_INPUT,
            "a line joins periods, and there is only one, so '%s' makes none; draw bars, or choose "
            "more periods",
            plot->model->series[bar_series(plot)].name);
    else
        bars_check_room(plot, bar_series(plot));
}

static bool line_has_styles(const struct plot *plot)
{
    const struct figure *figures = plot->model->series[bar_series(plot)].figures;

    for (size_t i = 0; i < plot->model->n_periods; i++)
        if (!isnan(figures[i].value) && figures[i].drawn != FIGURE_SOLID)
            return true;
    return false;
}

static bool bars_are_ink(const struct plot *plot)
{
    for (size_t i = 0; i < bar_series(plot); i++)
        if (color_equal(plot->model->series[i].color, plot->pen.theme->ink))
            return true;
    return false;
}

/* A flow keeps its own colour. Other lines are drawn in ink, which differs from every bar's colour
 * unless a bar has it. */
static void choose_color(const struct plot *plot)
{
    struct model_series *line = &plot->model->series[bar_series(plot)];
    struct color own = theme_flow_color(plot->pen.theme, line->flow, 0);

    if (theme_knows_flow(line->flow) && color_equal(own, line->color))
        return;
    if (!bars_are_ink(plot))
        line->color = plot->pen.theme->ink;
}

/* Sets name and value beside the last bars, or the value alone, or neither, as the room allows.
 * Returns the width. */
static double measure_end(const struct plot *plot, struct line_end *end)
{
    static const bool names[] = { true, false };
    size_t line = bar_series(plot);
    double most = max_label_share * plot->width;

    *end = (struct line_end){ .series = line };
    if (model_last(plot->model, &plot->model->series[line]) == plot->model->n_periods ||
        plot->plan->detail >= DETAIL_NO_AXIS)
        return 0;
    for (size_t i = 0; i < 2; i++) {
        *end = line_end_set(plot, line, names[i], true, most);
        double width = line_end_width(plot, end);
        if (width <= most)
            return width + 0.5 * plot->pen.em;
    }
    *end = (struct line_end){ .series = line };
    return 0;
}

static void measure(struct plot *plot, double plot_height)
{
    size_t n = bar_series(plot);
    const struct model *model = plot->model;
    struct bars_line *marks = arena_new(plot->pen.arena, struct bars_line);

    plot->marks = marks;
    if (marks == NULL)
        return;
    choose_color(plot);
    const struct bars_layout layout = { .n_series = n, .beside = measure_end(plot, &marks->end) };
    marks->bars = bars_measure(plot, plot_height, &layout);
    if (marks->bars == NULL)
        return;
    legend_add_series(plot->plan, 0, n, SWATCH_BAR);
    if (marks->end.name == NULL)
        legend_add_series(plot->plan, n, n + 1, SWATCH_LINE);
    legend_add_styles(plot->plan, line_has_styles(plot) ? SWATCH_BAR_AND_LINE : SWATCH_BAR);
    if (marks->end.value != NULL)
        legend_add_flags(plot->plan,
                         model->series[n].figures[model_last(model, &model->series[n])].flags &
                             ~(1U << FLAG_BREAK));
    legend_add_breaks(plot->plan, n, n + 1);
}

/* A leader to the label, over the bars between; grey, so that it does not look like a part of the
 * line. */
static void draw_leader(const struct plot *plot, struct scene *scene, struct point from, double x,
                        double y)
{
    double width = plot->pen.theme->grid_width;

    for (int i = 0; i < 2; i++) {
        scene_move_to(scene, from.x, from.y);
        scene_line_to(scene, x, y);
        scene_stroke(scene, i == 0 ? plot->pen.theme->paper : plot->pen.theme->axis,
                     i == 0 ? 3 * width : width);
    }
}

/* A dot in a ring of paper ends the line, as lines end elsewhere. */
static void draw_end(const struct plot *plot, const struct bars_line *marks, struct scene *scene,
                     const double *x)
{
    const struct model_series *series = &plot->model->series[bar_series(plot)];
    struct scale scale = value_axis_scale(plot, &marks->bars->value_axis);
    struct line_end end = marks->end;
    size_t last = model_last(plot->model, series);

    if (last == plot->model->n_periods)
        return;
    end.at = (struct point){ x[last], scale_position(&scale, series->figures[last].value) };
    end.y = fmax(plot->box.top, fmin(end.at.y, plot->box.bottom + 0.3 * plot->pen.em));
    double left = marks->bars->right + 0.5 * plot->pen.em;
    plot_open_datum(plot, scene, bar_series(plot), last);
    if (end.value != NULL)
        draw_leader(plot, scene, end.at, left - 0.25 * plot->pen.em, end.y);
    mark_casing(&plot->pen, scene, end.at);
    mark_dot(&plot->pen, scene, end.at, series->color, series->figures[last].drawn);
    if (end.value != NULL) {
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_end_draw(plot, scene, &end, left);
        scene_close(scene);
    }
    scene_close(scene);
}

static void draw_line(const struct plot *plot, const struct bars_line *marks, struct scene *scene)
{
    const struct model *model = plot->model;
    const struct band *bands = marks->bars->bands;
    const struct model_series *series = &model->series[bar_series(plot)];
    struct scale scale = value_axis_scale(plot, &marks->bars->value_axis);
    struct scale across = band_scale_of(bands, model->n_periods);
    double *x = arena_array(plot->pen.arena, double, model->n_periods);
    bool *starts = arena_array(plot->pen.arena, bool, model->n_periods);

    if (x == NULL || starts == NULL)
        return;
    for (size_t i = 0; i < model->n_periods; i++) {
        x[i] = scale_position(&across, (double)i);
        starts[i] = bands[i].opens_cluster;
    }
    plot_note_line(plot, bar_series(plot), PLACES(x), &scale);
    plot_open_series(plot, scene, bar_series(plot));
    mark_line(plot, scene, &scale, series, PLACES(x), starts);
    draw_end(plot, marks, scene, x);
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct bars_line *marks = plot->marks;

    bars_draw_ground(plot, marks->bars, scene);
    bars_draw(plot, marks->bars, scene);
    bars_draw_axes(plot, marks->bars, scene);
    draw_line(plot, marks, scene);
}

static double min_height(const struct plot *plot)
{
    return 10 * plot->pen.em;
}

static struct extent extent(const struct plot *plot)
{
    return model_extent_from_zero(plot->model);
}

static struct value_axis *lengths_axis(const struct plot *plot)
{
    return &((const struct bars_line *)plot->marks)->bars->value_axis;
}

static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    return bars_time_frames(plot, ((const struct bars_line *)plot->marks)->bars, n);
}

const struct chart_type bars_line_type = {
    .word = WORD_BAR_AND_LINE_CHART,
    .tells_by_color = true,
    .check = check,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .lengths = LENGTHS_UPRIGHT,
    .lengths_axis = lengths_axis,
    .speak = speech_say_series,
};
