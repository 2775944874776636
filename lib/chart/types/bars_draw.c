/* bars_draw.c - grouped bars, drawn. */
#include <math.h>

#include "chart/marks.h"
#include "chart/types/bars.h"

/* Horizontal lines are interrupted between clusters. */
static void draw_across(const struct plot *plot, const struct bars *bars, struct scene *scene,
                        void (*draw)(const struct plot *plot, const struct value_axis *axis,
                                     struct scene *scene, double left, double right))
{
    double left = plot->box.left;

    for (size_t i = 1; i < plot->model->n_periods; i++) {
        const struct band *band = &bars->bands[i];
        if (!band->opens_cluster)
            continue;
        double unit = band->width / band->weight;
        draw(plot, &bars->value_axis, scene, left, band->rule - 0.25 * unit);
        left = band->rule + 0.25 * unit;
    }
    draw(plot, &bars->value_axis, scene, left, bars->right);
}

void bars_draw_ground(const struct plot *plot, const struct bars *bars, struct scene *scene)
{
    draw_across(plot, bars, scene, value_axis_draw_grid);
    scene_open_role(scene, ROLE_ARTIFACT);
    for (size_t i = 0; i < plot->model->n_periods; i++)
        if (bars->bands[i].opens_cluster) {
            double width = fmax(plot->pen.theme->grid_width, plot->pen.pixel);
            double x = pen_snap(&plot->pen, bars->bands[i].rule - width / 2);
            double top = fmin(value_axis_scale(plot, &bars->value_axis).to, plot->box.bottom);
            scene_rectangle(scene, x, top, width, plot->box.bottom - top);
            scene_fill(scene, plot->pen.theme->hairline);
        }
    scene_close(scene);
}

static struct box bar_box(const struct plot *plot, const struct bars *bars, size_t series,
                          size_t period)
{
    struct scale scale = value_axis_scale(plot, &bars->value_axis);
    double value = plot->model->series[series].figures[period].value;
    double zero = pen_snap(&plot->pen, scale_position(&scale, 0));
    double end = pen_snap(&plot->pen, scale_position(&scale, value));
    double left, right;

    bars_place_across(plot, bars, series, &bars->bands[period], &left, &right);
    return (struct box){ left, fmin(zero, end), right, fmax(zero, end) };
}

/* Ems of paper at both sides of a mark, which would touch the bars or the mark beside it. */
static const double mark_plate_gap = 0.15;

/* At the foot of a missing bar; above the mark of a bar before it that it would touch. */
static double middle_of_mark(const struct plot *plot, const struct bars *bars, size_t series,
                             size_t period, const struct box *box)
{
    double em = plot->pen.em, middle = box->top - 0.75 * em;
    double width = line_width(bars_label(plot, bars, series, period)) + 2 * mark_plate_gap * em;

    for (size_t i = 0; i < series; i++) {
        struct text_line *label = bars_label(plot, bars, i, period);
        struct box other = bar_box(plot, bars, i, period);
        if (label == NULL || !isnan(plot->model->series[i].figures[period].value) ||
            box->left + box->right - other.left - other.right >= width + line_width(label))
            continue;
        other.top = box->top;
        middle = fmin(middle, middle_of_mark(plot, bars, i, period, &other) - 1.15 * em);
    }
    return middle;
}

/* A mark that is wider than its bar stands on paper over the feet of those beside it. */
static void draw_mark(const struct plot *plot, const struct bars *bars, struct scene *scene,
                      size_t series, size_t period)
{
    struct text_line *label = bars_label(plot, bars, series, period);
    struct scale scale = value_axis_scale(plot, &bars->value_axis);
    struct box box = bar_box(plot, bars, series, period);
    double x = (box.left + box.right) / 2, em = plot->pen.em, width = line_width(label);

    box.top = box.bottom = scale_position(&scale, 0);
    plot_note(plot, series, period, box);
    plot_open_datum(plot, scene, series, period);
    if (label != NULL) {
        double middle = bars->period_axis.above ? box.bottom + 0.75 * em
                                                : middle_of_mark(plot, bars, series, period, &box);
        scene_open_role(scene, ROLE_DATUM_LABEL);
        double plate = width + 2 * mark_plate_gap * em;
        if (plate > box.right - box.left) {
            scene_rectangle(scene, x - plate / 2, middle - 0.55 * em, plate, 1.1 * em);
            scene_fill(scene, plot->pen.theme->paper);
        }
        line_draw_centered(scene, label, x, middle, ALIGN_CENTER);
        scene_close(scene);
    }
    scene_close(scene);
}

static void draw_bar(const struct plot *plot, const struct bars *bars, struct scene *scene,
                     size_t series, size_t period)
{
    const struct model_series *row = &plot->model->series[series];
    const struct figure *figure = &row->figures[period];
    struct box box = bar_box(plot, bars, series, period);
    struct text_line *label = bars_label(plot, bars, series, period);

    bool hangs = bars->period_axis.above || figure->value < 0;
    plot_note(plot, series, period, box);
    plot_open_datum(plot, scene, series, period);
    struct color color = figure->value < 0 ? row->below : row->color;
    mark_bar(&plot->pen, scene, box, color, figure->drawn,
             figure->value < 0 ? SIDE_TOP : SIDE_BOTTOM);
    if (label != NULL) {
        double away = 0.75 * plot->pen.em;
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_draw_centered(scene, label, (box.left + box.right) / 2,
                           hangs ? box.bottom + away : box.top - away, ALIGN_CENTER);
        scene_close(scene);
    }
    scene_close(scene);
}

static bool has_mark(const struct plot *plot, const struct bars *bars, size_t series)
{
    for (size_t j = 0; j < plot->model->n_periods; j++)
        if (isnan(plot->model->series[series].figures[j].value) &&
            bars_label(plot, bars, series, j) != NULL)
            return true;
    return false;
}

/* Marks of missing bars lie over the others' feet. */
void bars_draw(const struct plot *plot, const struct bars *bars, struct scene *scene)
{
    for (size_t i = 0; i < bars->n_series; i++) {
        plot_open_series(plot, scene, i);
        for (size_t j = 0; j < plot->model->n_periods; j++)
            if (!isnan(plot->model->series[i].figures[j].value))
                draw_bar(plot, bars, scene, i, j);
        scene_close(scene);
    }
    for (size_t i = 0; i < bars->n_series; i++) {
        if (!has_mark(plot, bars, i))
            continue;
        plot_open_series(plot, scene, i);
        for (size_t j = 0; j < plot->model->n_periods; j++)
            if (isnan(plot->model->series[i].figures[j].value) &&
                bars_label(plot, bars, i, j) != NULL)
                draw_mark(plot, bars, scene, i, j);
        scene_close(scene);
    }
}

/* Two strokes across the zero line, with the line left out between them. */
static void draw_cut(const struct plot *plot, struct scene *scene, double x, double y)
{
    double half = 0.35 * plot->pen.em, lean = 0.18 * plot->pen.em, apart = 0.22 * plot->pen.em;

    scene_rectangle(scene, x - apart, y - half, 2 * apart, 2 * half);
    scene_fill(scene, plot->pen.theme->paper);
    for (int side = -1; side <= 1; side += 2) {
        scene_move_to(scene, x + side * apart - lean, y + half);
        scene_line_to(scene, x + side * apart + lean, y - half);
        scene_stroke(scene, plot->pen.theme->ink, plot->pen.theme->zero_width);
    }
}

/* Where time is left out between two periods. */
static void draw_cuts(const struct plot *plot, const struct bars *bars, struct scene *scene)
{
    struct scale scale = value_axis_scale(plot, &bars->value_axis);
    size_t n = plot->model->n_periods;

    if (bars_are_even(bars, n))
        return;
    scene_open_role(scene, ROLE_ARTIFACT);
    for (size_t i = 1; i < n; i++) {
        const struct band *before = &bars->bands[i - 1], *band = &bars->bands[i];
        if (band->is_cut)
            draw_cut(plot, scene, (before->left + before->width + band->left) / 2,
                     scale_position(&scale, 0));
    }
    scene_close(scene);
}

void bars_draw_axes(const struct plot *plot, const struct bars *bars, struct scene *scene)
{
    draw_across(plot, bars, scene, value_axis_draw_zero);
    draw_cuts(plot, bars, scene);
    value_axis_draw_labels(plot, &bars->value_axis, scene);
    period_axis_draw(plot, &bars->period_axis, scene,
                     bars->period_axis.above ? value_axis_scale(plot, &bars->value_axis).to
                                             : plot->box.bottom);
}
