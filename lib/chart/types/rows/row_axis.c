/* row_axis.c - the axis of values across rows. */
#include "chart/types/rows/row_axis.h"

#include <math.h>

#include "chart/across.h"
#include "chart/plan.h"
#include "text/format.h"

/* Ems from one gridline to the next, at least; most of them. */
static const double min_apart = 5;
enum { MAX_LINES = 6 };

static const char *label_text(const struct plot *plot, const struct row_axis *axis, double tick,
                              bool with_unit)
{
    return with_unit ? format_amount(plot->pen.text, plot->pen.arena, tick, plot->model->unit,
                                     plot->model->multiplier, scale_decimals(&axis->scale, tick))
                     : scale_format(&axis->scale, plot->pen.text, plot->pen.arena, tick);
}

/* From the highest value down; a label that would touch the one before is left out. */
static void set_labels(const struct plot *plot, struct row_axis *axis)
{
    double free = INFINITY;

    for (size_t i = axis->ticks.count; i > 0; i--) {
        bool with_unit = i == axis->ticks.count && !plot->plan->unit_said;
        struct text_line *line =
            pen_label(&plot->pen, label_text(plot, axis, axis->ticks.values[i - 1], with_unit),
                      &plot->pen.theme->label);
        double half = line_width(line) / 2;
        double x = scale_position(&axis->scale, axis->ticks.values[i - 1]);
        if (with_unit) /* beside its line rather than none: it tells the unit */
            x = fmin(x, plot->width - half);
        axis->middles[i - 1] = x;
        axis->labels[i - 1] =
            x + half < free && x + half <= plot->width && x - half >= 0 ? line : NULL;
        if (axis->labels[i - 1] != NULL)
            free = x - half - 0.6 * plot->pen.em;
    }
}

void row_axis_measure(const struct plot *plot, struct row_axis *axis, struct extent extent,
                      double left, double right)
{
    double lines = fmin(MAX_LINES, floor((right - left) / (min_apart * plot->pen.em)) + 1);

    *axis = (struct row_axis){ .scale = { .type = plot->scale,
                                          .low = extent.low,
                                          .high = extent.low < extent.high ? extent.high
                                                                           : extent.low + 1,
                                          .from = left,
                                          .to = right } };
    scale_nice(&axis->scale, lines < 2 ? 2 : (size_t)lines);
    axis->ticks = scale_ticks(&axis->scale);
    if (plot->plan->detail < DETAIL_NO_AXIS)
        set_labels(plot, axis);
}

double row_axis_height(const struct plot *plot, const struct row_axis *axis)
{
    for (size_t i = 0; i < axis->ticks.count; i++)
        if (axis->labels[i] != NULL)
            return plot->pen.theme->label.leading + 0.3 * plot->pen.em;
    return 0;
}

static void draw_line(const struct plot *plot, const struct row_axis *axis, struct scene *scene,
                      double value, double top, double bottom)
{
    const struct theme *theme = plot->pen.theme;
    double width = value == 0 ? theme->zero_width : theme->grid_width;
    double x = across_x(plot, scale_position(&axis->scale, value));

    scene_rectangle(scene, pen_snap(&plot->pen, x - width / 2), top, width, bottom - top);
    scene_fill(scene, value == 0 ? theme->ink : theme->hairline);
}

void row_axis_draw(const struct plot *plot, const struct row_axis *axis, struct scene *scene,
                   double top, double bottom)
{
    scene_open_role(scene, ROLE_GRID);
    for (size_t i = 0; i < axis->ticks.count; i++)
        draw_line(plot, axis, scene, axis->ticks.values[i], top, bottom);
    scene_close(scene);
    scene_open_role(scene, ROLE_AXIS_Y);
    for (size_t i = 0; i < axis->ticks.count; i++)
        across_line(plot, scene, axis->labels[i], axis->middles[i],
                    bottom + 0.3 * plot->pen.em + plot->pen.theme->label.leading / 2, ALIGN_CENTER);
    scene_close(scene);
}
