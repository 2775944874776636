/* waterfall_draw.c - a waterfall's columns and the hairlines between them. */
#include <math.h>

#include "chart/marks.h"
#include "chart/types/parts/waterfall.h"

const struct figure *waterfall_figure(const struct plot *plot, const struct step *step)
{
    return &plot->model->series[step->series].figures[step->period];
}

static struct color color_of(const struct plot *plot, const struct step *step)
{
    if (step->is_total)
        return plot->pen.theme->ink;
    return step->to < step->from ? plot->pen.theme->categories[1] : plot->pen.theme->categories[0];
}

static double zero_of(const struct plot *plot, const struct waterfall *waterfall)
{
    struct scale scale = value_axis_scale(plot, &waterfall->axis);

    return pen_snap(&plot->pen, scale_position(&scale, 0));
}

/* A change that is less than a pixel is seen as one. */
static struct box step_box(const struct plot *plot, const struct waterfall *waterfall, size_t index)
{
    const struct step *step = &waterfall->steps[index];
    const struct band *band = &waterfall->bands[index];
    struct scale scale = value_axis_scale(plot, &waterfall->axis);
    double from = step->is_total ? zero_of(plot, waterfall)
                                 : pen_snap(&plot->pen, scale_position(&scale, step->from));
    double to = isnan(step->to) ? from : pen_snap(&plot->pen, scale_position(&scale, step->to));

    if (!isnan(step->to) && step->to != step->from && from == to)
        to += step->to < step->from ? plot->pen.pixel : -plot->pen.pixel;
    return (struct box){ pen_snap(&plot->pen, band->left), fmin(from, to),
                         pen_snap(&plot->pen, band->left + band->width), fmax(from, to) };
}

/* The value beyond the end that the column reaches; on paper where the zero line would cross it. */
static void draw_value(const struct plot *plot, const struct waterfall *waterfall,
                       struct scene *scene, size_t index)
{
    const struct step *step = &waterfall->steps[index];
    struct box box = step_box(plot, waterfall, index);
    bool falls = step->is_total ? step->to < 0 : step->to < step->from;
    double away = 0.75 * plot->pen.em, half = 0.6 * plot->pen.em;
    double x = (box.left + box.right) / 2, y = falls ? box.bottom + away : box.top - away;

    if (step->value == NULL)
        return;
    plot_open_series(plot, scene, step->series);
    plot_open_datum(plot, scene, step->series, step->period);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    if (fabs(zero_of(plot, waterfall) - y) < half) {
        double wide = step->value->width / 2 + 0.2 * plot->pen.em;
        scene_rectangle(scene, x - wide, y - half, 2 * wide, 2 * half);
        scene_fill(scene, plot->pen.theme->paper);
    }
    line_draw_centered(scene, step->value, x, y, ALIGN_CENTER);
    scene_close(scene);
    scene_close(scene);
    scene_close(scene);
}

static void draw_step(const struct plot *plot, const struct waterfall *waterfall,
                      struct scene *scene, size_t index)
{
    const struct step *step = &waterfall->steps[index];
    struct box box = step_box(plot, waterfall, index);
    enum side foot = !step->is_total ? SIDE_NONE : step->to < 0 ? SIDE_TOP : SIDE_BOTTOM;

    plot_note(plot, step->series, step->period, box);
    plot_open_series(plot, scene, step->series);
    plot_open_datum(plot, scene, step->series, step->period);
    if (!isnan(step->to))
        mark_bar(&plot->pen, scene, box, color_of(plot, step), waterfall_figure(plot, step)->drawn,
                 foot);
    scene_close(scene);
    scene_close(scene);
}

/* Hairlines from the level that a column reaches to the next one. */
static void draw_levels(const struct plot *plot, const struct waterfall *waterfall,
                        struct scene *scene)
{
    struct scale scale = value_axis_scale(plot, &waterfall->axis);
    double width = fmax(plot->pen.theme->grid_width, plot->pen.pixel);

    scene_open_role(scene, ROLE_GRID);
    for (size_t i = 0; i + 1 < waterfall->n; i++) {
        const struct step *step = &waterfall->steps[i];
        double level = isnan(step->to) ? step->from : step->to;
        struct box box = step_box(plot, waterfall, i), next = step_box(plot, waterfall, i + 1);
        if (isnan(level))
            continue;
        scene_rectangle(scene, box.right,
                        pen_snap(&plot->pen, scale_position(&scale, level) - width / 2),
                        next.left - box.right, width);
        scene_fill(scene, plot->pen.theme->axis);
    }
    scene_close(scene);
}

static void draw_names(const struct plot *plot, const struct waterfall *waterfall,
                       struct scene *scene)
{
    scene_open_role(scene, ROLE_AXIS_X);
    for (size_t i = 0; i < waterfall->n; i++) {
        const struct text_block *name = waterfall->steps[i].name;
        const struct band *band = &waterfall->bands[i];
        double top = plot->box.bottom + 0.4 * plot->pen.em;
        for (size_t k = 0; name != NULL && k < name->n_lines; k++)
            text_line_draw(name->lines[k], scene, band->left + band->width / 2,
                           top + name->baseline + (double)k * name->leading, ALIGN_CENTER);
    }
    scene_close(scene);
}

static void draw_zero(const struct plot *plot, const struct waterfall *waterfall,
                      struct scene *scene)
{
    double width = plot->pen.theme->zero_width;

    scene_open_role(scene, ROLE_GRID);
    scene_rectangle(scene, plot->box.left,
                    pen_snap(&plot->pen, zero_of(plot, waterfall) - width / 2),
                    waterfall->right - plot->box.left, width);
    scene_fill(scene, plot->pen.theme->ink);
    scene_close(scene);
}

void waterfall_draw(const struct plot *plot, struct scene *scene)
{
    const struct waterfall *waterfall = plot->marks;

    value_axis_draw_grid(plot, &waterfall->axis, scene, plot->box.left, waterfall->right);
    draw_levels(plot, waterfall, scene);
    for (size_t i = 0; i < waterfall->n; i++)
        draw_step(plot, waterfall, scene, i);
    draw_zero(plot, waterfall, scene);
    for (size_t i = 0; i < waterfall->n; i++)
        draw_value(plot, waterfall, scene, i);
    value_axis_draw_labels(plot, &waterfall->axis, scene);
    draw_names(plot, waterfall, scene);
}
