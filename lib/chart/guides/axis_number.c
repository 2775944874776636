/* axis_number.c - an axis of plain numbers below the plot. */
#include "chart/guides/axis_number.h"

#include <math.h>

#include "chart/plan.h"

struct extent number_axis_extent(const struct plot *plot, struct extent values)
{
    if (plot->scale == &log_scale || values.low > 0.5 * values.high ||
        values.high < 0.5 * values.low)
        return values;
    return (struct extent){ fmin(values.low, 0), fmax(values.high, 0) };
}

/* The axis with at most so many lines. */
static void set(const struct plot *plot, struct number_axis *axis, struct extent extent,
                size_t most)
{
    axis->scale.low = extent.low;
    axis->scale.high = extent.high;
    axis->scale.step = (struct scale_step){ 0 };
    scale_nice(&axis->scale, most);
    if (axis->is_tight && axis->scale.step.multiple != 0) {
        axis->scale.low = extent.low;
        axis->scale.high = extent.high;
    }
    axis->ticks = scale_ticks(&axis->scale);
    for (size_t i = 0; i < axis->ticks.count && plot->plan->detail < DETAIL_NO_AXIS; i++)
        axis->labels[i] = pen_label(
            &plot->pen,
            scale_format(&axis->scale, plot->pen.text, plot->pen.arena, axis->ticks.values[i]),
            &plot->pen.theme->label);
}

/* Whether the labels of the axis lie on the page and keep apart. */
static bool labels_fit(const struct plot *plot, const struct number_axis *axis)
{
    double last = -0.5 * plot->pen.em;

    for (size_t i = 0; i < axis->ticks.count; i++) {
        double x = scale_position(&axis->scale, axis->ticks.values[i]);
        double half = line_width(axis->labels[i]) / 2;
        if (axis->labels[i] == NULL)
            continue;
        if (x - half < last + 0.5 * plot->pen.em || x + half > plot->width)
            return false;
        last = x + half;
    }
    return true;
}

bool number_axis_measure(const struct plot *plot, struct number_axis *axis,
                         const struct scale_type *type, struct extent extent, double left,
                         double right)
{
    double room = floor((right - left) / (6 * plot->pen.em)) + 1;
    size_t most = (size_t)fmax(2, fmin(room, 8));

    axis->scale = (struct scale){ .type = type, .from = left, .to = right };
    set(plot, axis, extent, most);
    while (most > 2 && !labels_fit(plot, axis))
        set(plot, axis, extent, --most);
    if (labels_fit(plot, axis))
        return true;
    for (size_t i = 0; i < axis->ticks.count; i++)
        axis->labels[i] = NULL;
    return false;
}

/* A head longer than the plot is cut by no one: it is left out, with the axis' labels still there. */
void number_axis_set_head(const struct plot *plot, struct number_axis *axis, const char *words)
{
    struct text_style style = plot->pen.theme->label_strong;

    style.color = plot->pen.theme->grey;
    axis->head = pen_label(&plot->pen, words, &style);
    if (line_width(axis->head) > plot->width)
        axis->head = NULL;
}

double number_axis_height(const struct plot *plot)
{
    return 2 * plot->pen.theme->label.leading + 0.3 * plot->pen.em;
}

void number_axis_draw_grid(const struct plot *plot, const struct number_axis *axis,
                           struct scene *scene, double top)
{
    const struct theme *theme = plot->pen.theme;

    scene_open_role(scene, ROLE_GRID);
    for (size_t i = 0; i < axis->ticks.count; i++) {
        double x = scale_position(&axis->scale, axis->ticks.values[i]);
        scene_rectangle(scene, pen_snap(&plot->pen, x - theme->grid_width / 2), top,
                        theme->grid_width, plot->box.bottom - top);
        scene_fill(scene, theme->hairline);
    }
    scene_close(scene);
}

void number_axis_draw_labels(const struct plot *plot, const struct number_axis *axis,
                             struct scene *scene)
{
    const struct theme *theme = plot->pen.theme;
    double y = plot->box.bottom + 0.3 * plot->pen.em + theme->label.leading / 2;

    scene_open_role(scene, ROLE_AXIS_X);
    for (size_t i = 0; i < axis->ticks.count; i++)
        line_draw_centered(scene, axis->labels[i],
                           scale_position(&axis->scale, axis->ticks.values[i]), y, ALIGN_CENTER);
    line_draw_centered(scene, axis->head, plot->width, y + theme->label.leading, ALIGN_RIGHT);
    scene_close(scene);
}
