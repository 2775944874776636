/* multiples_draw.c - a small plot a member, drawn. */
#include <math.h>

#include "chart/across.h"
#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/model/absent.h"
#include "chart/plan.h"
#include "chart/types/multiples.h"

/* How strong the lines of the others are, and the area below a panel's own. */
static const double others_strength = 0.25, area_strength = 0.22;

/* The plot of one panel, for what draws in a plot's box. */
static struct plot plot_of(const struct plot *plot, const struct multiples *multiples, size_t index)
{
    const struct panel *panel = &multiples->panels[index];
    double height = multiples_height(plot, multiples, plot->box.bottom - plot->box.top);
    double top = plot->box.top + (double)panel->row * (height + PANEL_GAP * plot->pen.em);
    struct plot one = *plot;

    one.box.left = multiples_left(plot, multiples, panel->column);
    one.box.right = one.box.left + multiples->width;
    one.box.top = top + multiples->name;
    one.box.bottom = top + height;
    return one;
}

struct time_frame *multiples_time_frames(const struct plot *plot, size_t *n)
{
    const struct multiples *multiples = plot->marks;
    struct time_frame *frames = time_frame_new(plot, *n = multiples->n);

    for (size_t i = 0; frames != NULL && i < multiples->n; i++) {
        const struct plot one = plot_of(plot, multiples, i);
        time_frame_of_points(&one, &frames[i], PLACES(multiples->panels[i].x));
        frames[i].box = one.box;
        frames[i].box.right = multiples->panels[i].x[plot->model->n_periods - 1];
        frames[i].values = value_axis_scale(&one, &multiples->value_axis);
        frames[i].is_closed = true; /* the name of its member stands above it */
    }
    return frames;
}

/* The first at the left has the labels of values, under which its lines begin. */
static void draw_axes(const struct plot *one, const struct multiples *multiples,
                      struct scene *scene, size_t index)
{
    const struct panel *panel = &multiples->panels[index];
    double right = panel->x[one->model->n_periods - 1] + multiples->column / 2;
    struct plot wide = *one;

    if (one->box.left <= multiples->left)
        wide.box.left = 0;
    value_axis_draw_grid(&wide, &multiples->value_axis, scene, wide.box.left, right);
    value_axis_draw_zero(&wide, &multiples->value_axis, scene, wide.box.left, right);
    if (one->box.left <= multiples->left)
        value_axis_draw_labels(&wide, &multiples->value_axis, scene);
    if (index + multiples->columns >= multiples->n)
        period_axis_draw(one, &multiples->period_axes[panel->column], scene, one->box.bottom);
}

/* All lines but the panel's own, as hairlines. */
static void draw_others(const struct plot *one, const struct multiples *multiples,
                        struct scene *scene, size_t index)
{
    const struct model *model = one->model;
    struct scale scale = value_axis_scale(one, &multiples->value_axis);
    const double *x = multiples->panels[index].x;

    for (size_t i = 0; i < multiples->n; i++) {
        bool begins = true;
        for (size_t k = 0; k < model->n_periods && i != index; k++) {
            double value = model->series[i].figures[k].value;
            if (!isnan(value))
                (begins || absent_before(model, k) ? scene_move_to : scene_line_to)(
                    scene, x[k], scale_position(&scale, value));
            begins = isnan(value);
        }
    }
    if (multiples->n > 1)
        scene_stroke(scene, theme_tint(one->pen.theme, one->pen.theme->grey, others_strength),
                     one->pen.theme->grid_width);
}

/* From the panel's line to zero, in stretches between missing figures. */
static void draw_area(const struct plot *one, const struct multiples *multiples,
                      struct scene *scene, size_t index)
{
    const struct model_series *series = &one->model->series[index];
    struct scale scale = value_axis_scale(one, &multiples->value_axis);
    const double *x = multiples->panels[index].x;
    double zero = scale_position(&scale, 0);
    size_t n = one->model->n_periods;

    for (size_t i = 0, end; i < n; i = end + 1) {
        for (end = i; end < n && !isnan(series->figures[end].value); end++) {
            if (end == i)
                scene_move_to(scene, x[i], zero);
            scene_line_to(scene, x[end], scale_position(&scale, series->figures[end].value));
        }
        if (end == i)
            continue;
        scene_line_to(scene, x[end - 1], zero);
        scene_close_path(scene);
        scene_fill(scene, theme_tint(one->pen.theme, series->color, area_strength));
    }
}

/* Middle of the names' last line. */
static double name_middle(const struct plot *one)
{
    return one->box.top - one->pen.em;
}

/* Whether a label in the line of this height would touch the panel's name, which begins where reading
 * does. */
static bool touches_name(const struct plot *one, const struct panel *panel, double left,
                         double right, double y)
{
    double em = one->pen.em, name = panel->name.width + 0.4 * em;

    if (y - name_middle(one) >= 1.25 * em)
        return false;
    return across_is_mirrored(one) ? right > one->box.right - name : left < one->box.left + name;
}

/* Above its datum, between the labels of the axis and that of the line's end; where there is no room,
 * not at all. */
static void draw_maximum(const struct plot *one, const struct multiples *multiples,
                         struct scene *scene, struct point at)
{
    const struct panel *panel = &multiples->panels[multiples->max_series];
    double half = line_width(multiples->max_label) / 2, em = one->pen.em, y = at.y - 0.75 * em;
    double left = fmax(one->box.left, value_axis_top_width(one, &multiples->value_axis));
    double right = panel->end.value != NULL ? panel->end.left - 0.3 * em : one->box.right;
    double x = fmax(fmin(at.x, right - half), left + half);

    if (x + half > right || fabs(x - at.x) > half ||
        touches_name(one, panel, x - half, x + half, y))
        return;
    if (!multiples->has_columns) {
        scene_circle(scene, at.x, at.y, 0.6 * one->pen.theme->end_dot);
        scene_fill(scene, one->model->series[multiples->max_series].color);
    }
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(scene, multiples->max_label, x, y, ALIGN_CENTER);
    scene_close(scene);
}

static void place_end(const struct plot *one, const struct multiples *multiples,
                      struct panel *panel, const struct scale *scale)
{
    const struct model_series *series = &one->model->series[panel->end.series];
    size_t last = model_last(one->model, series);

    if (last == one->model->n_periods)
        return;
    panel->end.at =
        (struct point){ panel->x[last], scale_position(scale, series->figures[last].value) };
    panel->end.y = panel->end.at.y;
    if (last + 1 < one->model->n_periods) /* the zero line goes on below it */
        panel->end.y = fmin(panel->end.y, one->box.bottom - 0.75 * one->pen.em);
    panel->end.left = panel->end.at.x + 0.4 * one->pen.em +
                      (multiples->has_columns ? multiples->column / 2 : one->pen.theme->end_dot);
}

/* Where the top label of the axis reaches as far, not at all. */
static void draw_end_label(const struct plot *one, const struct multiples *multiples,
                           struct scene *scene, const struct panel *panel)
{
    if (value_axis_top_touches(one, &multiples->value_axis, panel->end.left, panel->end.y))
        return;
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_end_draw(one, scene, &panel->end, panel->end.left);
    scene_close(scene);
}

static void draw_columns(const struct plot *one, const struct multiples *multiples,
                         struct scene *scene, size_t index)
{
    const struct panel *panel = &multiples->panels[index];
    const struct model_series *series = &one->model->series[index];
    struct scale scale = value_axis_scale(one, &multiples->value_axis);
    double zero = pen_snap(&one->pen, scale_position(&scale, 0));
    size_t last = model_last(one->model, series);

    for (size_t k = 0; k < one->model->n_periods; k++) {
        const struct figure *figure = &series->figures[k];
        if (isnan(figure->value))
            continue;
        double left = pen_snap(&one->pen, panel->x[k] - multiples->column / 2);
        double end = pen_snap(&one->pen, scale_position(&scale, figure->value));
        struct box box = { left, fmin(zero, end),
                           pen_snap(&one->pen, panel->x[k] + multiples->column / 2),
                           fmax(zero, end) };
        plot_note(one, index, k, box);
        plot_open_datum(one, scene, index, k);
        mark_bar(&one->pen, scene, box, series->color, figure->drawn,
                 figure->value < 0 ? SIDE_TOP : SIDE_BOTTOM);
        if (k == last)
            draw_end_label(one, multiples, scene, panel);
        scene_close(scene);
    }
}

static void draw_end(const struct plot *one, const struct multiples *multiples, struct scene *scene,
                     const struct panel *panel)
{
    const struct model_series *series = &one->model->series[panel->end.series];
    size_t last = model_last(one->model, series);

    if (last == one->model->n_periods)
        return;
    plot_open_datum(one, scene, panel->end.series, last);
    mark_dot(&one->pen, scene, panel->end.at, series->color, series->figures[last].drawn);
    draw_end_label(one, multiples, scene, panel);
    scene_close(scene);
}

/* On the zero line; above the label of the last value, which may be of an earlier period. */
static void draw_signs(const struct plot *one, const struct multiples *multiples,
                       struct scene *scene, size_t index)
{
    const struct panel *panel = &multiples->panels[index];
    double em = one->pen.em;

    for (size_t k = 0; k < one->model->n_periods; k++) {
        struct text_line *sign = multiples_sign(one, multiples, index, k);
        double x = panel->x[k], y = one->box.bottom - 0.75 * em, half = line_width(sign) / 2;
        bool is_beside_end = panel->end.value != NULL && x + half > panel->end.left - 0.3 * em &&
                             fabs(panel->end.y - y) < 1.25 * em;

        if (sign == NULL)
            continue;
        plot_open_datum(one, scene, index, k);
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_draw_centered(scene, sign, x, is_beside_end ? panel->end.y - 1.25 * em : y,
                           ALIGN_CENTER);
        scene_close(scene);
        scene_close(scene);
    }
}

static void draw_panel(const struct plot *plot, struct multiples *multiples, struct scene *scene,
                       size_t index)
{
    const struct plot one = plot_of(plot, multiples, index);
    struct panel *panel = &multiples->panels[index];
    struct scale scale = value_axis_scale(&one, &multiples->value_axis);
    bool mirrored = across_is_mirrored(plot);

    place_end(&one, multiples, panel, &scale);
    draw_axes(&one, multiples, scene, index);
    if (!multiples->has_columns) {
        if (multiples->has_areas)
            draw_area(&one, multiples, scene, index);
        draw_others(&one, multiples, scene, index);
        plot_note_line(&one, index, PLACES(panel->x), &scale);
    }
    plot_open_series(&one, scene, index);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    row_name_draw_at(&panel->name, scene, mirrored ? one.box.right : one.box.left,
                     name_middle(&one) - row_name_more(&panel->name) / 2, INFINITY,
                     mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
    scene_close(scene);
    if (multiples->has_columns)
        draw_columns(&one, multiples, scene, index);
    else
        mark_line(&one, scene, &scale, &one.model->series[index], PLACES(panel->x), NULL);
    if (index == multiples->max_series) {
        double value = one.model->series[index].figures[multiples->max_period].value;
        draw_maximum(
            &one, multiples, scene,
            (struct point){ panel->x[multiples->max_period], scale_position(&scale, value) });
    }
    if (!multiples->has_columns)
        draw_end(&one, multiples, scene, panel);
    draw_signs(&one, multiples, scene, index);
    scene_close(scene);
}

void multiples_draw(const struct plot *plot, struct scene *scene)
{
    struct multiples *multiples = plot->marks;

    for (size_t i = 0; i < multiples->n; i++)
        draw_panel(plot, multiples, scene, i);
}
