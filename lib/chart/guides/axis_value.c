/* axis_value.c - the axis of values: gridlines, and their labels on the left. */
#include "chart/guides/axis_value.h"

#include <math.h>
#include <string.h>

#include "chart/plan.h"
#include "chart/words/words.h"
#include "text/format.h"

/* Maximum number of gridlines; more in a plot that is many lines of text high. */
enum { MAX_LINES = 6, MAX_LINES_WHEN_HIGH = 8 };

/* Height of a broken axis' zigzag, in ems, and its maximum share of the plot. */
static const double break_height = 1.4, max_break_share = 0.2;

/* The top label: "40 bn" if the subtitle states the unit, else "$40 bn"; "40" below a head that says
 * both, where "40 bn" would read as so many billions of them. */
static char *top_text(const struct plot *plot, const struct scale *scale, double value)
{
    const struct model *model = plot->model;
    const char *power = format_scale(plot->pen.text, plot->pen.arena, model->multiplier);
    const char *number = scale_format(scale, plot->pen.text, plot->pen.arena, value);

    if (power == NULL || number == NULL)
        return NULL;
    if (plot->head_says_unit && strcmp(model->unit, "%") != 0)
        return arena_text(plot->pen.arena, number, strlen(number));
    if (plot->plan->unit_said && strcmp(model->unit, "%") != 0) {
        /* Chinese and Japanese write no space within a figure. */
        bool together = power[0] == '\0' || words_count_by_myriads(text_locale(plot->pen.text));
        return arena_format(plot->pen.arena, "%s%s%s", number, together ? "" : "\xC2\xA0", power);
    }
    return format_amount(plot->pen.text, plot->pen.arena, value, model->unit, model->multiplier,
                         scale_decimals(scale, value));
}

static size_t max_lines(const struct plot *plot, double plot_height)
{
    double lines = floor(plot_height / (1.3 * plot->pen.theme->label.leading)) + 1;
    double most = plot_height > 40 * plot->pen.em ? MAX_LINES_WHEN_HIGH : MAX_LINES;

    return lines < 2 ? 2 : (size_t)fmin(lines, most);
}

/* Room above the top line for its label, as far as marks above the line do not make it. */
static double room_above(const struct plot *plot, const struct value_axis *axis, double plot_height)
{
    const struct scale *scale = &axis->scale;
    double leading = plot->pen.theme->label.leading;
    double top = axis->ticks.count > 0 ? axis->ticks.values[axis->ticks.count - 1] : scale->high;
    struct scale whole = *scale;

    whole.from = 0;
    whole.to = 1;
    double share = scale->high > scale->low ? 1 - scale_position(&whole, top) : 0;

    return share > 0 ? fmax(0.6 * plot->pen.em, leading - share * plot_height) : leading;
}

/* The height of a label above its line. */
static double label_lift(const struct plot *plot)
{
    return 0.32 * plot->pen.em;
}

/* Labels that would take more than a third of the width are left out: the marks need it more. */
static void measure_labels(const struct plot *plot, struct value_axis *axis, double plot_height)
{
    const struct ticks *ticks = &axis->ticks;
    double widest = 0;

    for (size_t i = 0; i < ticks->count; i++) {
        axis->labels[i] =
            pen_label(&plot->pen,
                      scale_format(&axis->scale, plot->pen.text, plot->pen.arena, ticks->values[i]),
                      &plot->pen.theme->label);
        widest = fmax(widest, line_width(axis->labels[i]));
    }
    if (widest > plot->width / 3) {
        plot->plan->unit_lost = !plot->plan->unit_said;
        for (size_t i = 0; i < ticks->count; i++)
            axis->labels[i] = NULL;
        return;
    }
    axis->gutter = ticks->count > 0 ? widest + 0.8 * plot->pen.em : 0;
    axis->room_above = room_above(plot, axis, plot_height);
    if (ticks->count == 0)
        return;
    size_t top = ticks->count - 1;
    struct text_line *line = pen_label(&plot->pen, top_text(plot, &axis->scale, ticks->values[top]),
                                       &plot->pen.theme->label);
    if (line_width(line) <= plot->width)
        axis->labels[top] = line;
    else
        plot->plan->unit_lost = !plot->plan->unit_said;
    /* Marks above the top line must not cross its label, which has the unit. */
    if (axis->scale.high > ticks->values[top] && line_width(line) < plot->width / 3)
        axis->gutter = fmax(axis->gutter, line_width(line) + 0.8 * plot->pen.em);
}

/* The words of the reference, which have the unit, stand above its line at the left, as labels do. */
static void measure_reference(const struct plot *plot, struct value_axis *axis)
{
    struct text_style style = plot->pen.theme->label;

    style.color = plot->pen.theme->ink;
    struct text_line *line = pen_label(&plot->pen, plot->reference_words, &style);
    if (!axis->shown || line_width(line) > plot->width / 3) {
        plot->plan->unit_lost = !plot->plan->unit_said;
        return;
    }
    axis->reference = line;
    axis->gutter = fmax(axis->gutter, line_width(line) + 0.8 * plot->pen.em);
}

static struct scale scale_over(const struct plot *plot, struct extent extent)
{
    return (struct scale){ .type = plot->scale, .low = extent.low, .high = extent.high };
}

void value_axis_measure(const struct plot *plot, struct value_axis *axis, struct extent extent,
                        double plot_height)
{
    value_axis_measure_lines(plot, axis, extent, plot_height, 0);
}

/* Whether marks above the top line would cross its label, because it is too wide for the gutter. */
static bool crosses_label(const struct plot *plot, const struct value_axis *axis)
{
    size_t n = axis->ticks.count;

    return n > 1 && axis->scale.high > axis->ticks.values[n - 1] && axis->labels[n - 1] != NULL &&
           line_width(axis->labels[n - 1]) >= plot->width / 3;
}

static void set_ticks(const struct plot *plot, struct value_axis *axis, struct extent extent,
                      double plot_height, size_t most)
{
    *axis = (struct value_axis){ .shown = true, .scale = scale_over(plot, extent) };
    scale_nice(&axis->scale, most);
    axis->ticks = scale_ticks(&axis->scale);
    if (extent.low == 0 && extent.high == 0) /* nothing but zero: no other line means anything */
        axis->ticks.count = 1;
    if (plot->plan->detail < DETAIL_NO_AXIS)
        measure_labels(plot, axis, plot_height);
    else
        axis->shown = false;
}

void value_axis_measure_lines(const struct plot *plot, struct value_axis *axis,
                              struct extent extent, double plot_height, size_t most)
{
    size_t suit = max_lines(plot, plot_height);

    most = most > 0 && most < suit ? most : suit;
    set_ticks(plot, axis, extent, plot_height, most);
    if (crosses_label(plot, axis)) {
        const double *last = &axis->ticks.values[axis->ticks.count - 1];
        extent.high = *last + (*last - last[-1]);
        set_ticks(plot, axis, extent, plot_height, most);
    }
    if (plot->reference_words != NULL)
        measure_reference(plot, axis);
    /* A logarithmic scale has no zero that could be missing. */
    if (plot->reference_words != NULL || (axis->scale.low <= 0 && axis->scale.high >= 0) ||
        plot->scale == &log_scale)
        return;
    axis->broken = fmin(break_height * plot->pen.em, max_break_share * plot_height);
    *(axis->scale.low > 0 ? &axis->room_below : &axis->room_above) += axis->broken;
}

void value_axis_bare(const struct plot *plot, struct value_axis *axis, struct extent extent,
                     double room_above, double room_below)
{
    *axis = (struct value_axis){ .scale = scale_over(plot, extent),
                                 .room_above = room_above,
                                 .room_below = room_below };
}

double value_axis_top_width(const struct plot *plot, const struct value_axis *axis)
{
    size_t n = axis->ticks.count;

    return axis->shown && n > 0 && axis->labels[n - 1] != NULL
               ? axis->labels[n - 1]->width + 0.8 * plot->pen.em
               : 0;
}

struct scale value_axis_scale(const struct plot *plot, const struct value_axis *axis)
{
    struct scale scale = axis->scale;

    scale.from = plot->box.bottom - axis->room_below;
    scale.to = fmin(plot->box.top + axis->room_above, plot->box.bottom - axis->room_below);
    return scale;
}

bool value_axis_top_touches(const struct plot *plot, const struct value_axis *axis, double left,
                            double middle)
{
    double em = plot->pen.em;

    if (!axis->shown || axis->ticks.count == 0 || axis->labels[axis->ticks.count - 1] == NULL)
        return false;
    struct scale scale = value_axis_scale(plot, axis);
    double line = scale_position(&scale, axis->ticks.values[axis->ticks.count - 1]);

    return left < value_axis_top_width(plot, axis) &&
           fabs(middle - (line - label_lift(plot) - 0.36 * em)) < 1.25 * em;
}

static void draw_rule(const struct plot *plot, struct scene *scene, double y, double left,
                      double right, double width, struct color color)
{
    double top = pen_snap(&plot->pen, y - width / 2);

    scene_rectangle(scene, left, top, right - left, width);
    scene_fill(scene, color);
}

void value_axis_draw_grid(const struct plot *plot, const struct value_axis *axis,
                          struct scene *scene, double left, double right)
{
    struct scale scale = value_axis_scale(plot, axis);

    if (!axis->shown || axis->ticks.count == 0)
        return;
    scene_open_role(scene, ROLE_GRID);
    for (size_t i = 0; i < axis->ticks.count; i++)
        if (axis->ticks.values[i] != (plot->reference_words != NULL ? plot->reference : 0))
            draw_rule(plot, scene, scale_position(&scale, axis->ticks.values[i]), left, right,
                      plot->pen.theme->grid_width, plot->pen.theme->hairline);
    scene_close(scene);
}

/* A zigzag from the zero line at y towards the scale; a negative height goes up. */
static void draw_break(const struct plot *plot, double height, struct scene *scene, double y)
{
    double half = 0.36 * plot->pen.em;
    double x = plot->box.left + half + plot->pen.theme->zero_width;

    scene_move_to(scene, x, y);
    scene_line_to(scene, x, y + 0.2 * height);
    scene_line_to(scene, x - half, y + 0.4 * height);
    scene_line_to(scene, x + half, y + 0.6 * height);
    scene_line_to(scene, x, y + 0.8 * height);
    scene_line_to(scene, x, y + height);
    scene_stroke(scene, plot->pen.theme->ink, plot->pen.theme->zero_width);
}

void value_axis_draw_zero(const struct plot *plot, const struct value_axis *axis,
                          struct scene *scene, double left, double right)
{
    struct scale scale = value_axis_scale(plot, axis);
    bool is_above = axis->scale.high < 0;
    bool has_reference = plot->reference_words != NULL;
    double y = scale_position(&scale, has_reference ? plot->reference : 0);

    if (axis->broken > 0)
        y = is_above ? plot->box.top : plot->box.bottom;
    else if (!has_reference && (axis->scale.low > 0 || is_above))
        return;
    scene_open_role(scene, ROLE_GRID);
    draw_rule(plot, scene, y, left, right, plot->pen.theme->zero_width, plot->pen.theme->ink);
    if (axis->broken > 0)
        draw_break(plot, is_above ? axis->broken : -axis->broken, scene, y);
    scene_close(scene);
}

void value_axis_draw_labels(const struct plot *plot, const struct value_axis *axis,
                            struct scene *scene)
{
    struct scale scale = value_axis_scale(plot, axis);
    double lift = label_lift(plot);
    double last = INFINITY, leading = plot->pen.theme->label.leading;
    double reference =
        plot->reference_words != NULL ? scale_position(&scale, plot->reference) : INFINITY;

    if (!axis->shown)
        return;
    scene_open_role(scene, ROLE_AXIS_Y);
    text_line_draw(axis->reference, scene, plot->box.left, reference - lift, ALIGN_LEFT);
    /* From the top, whose label states the unit. Labels for which a low plot has no room are left
     * out. */
    for (size_t i = axis->ticks.count; i > 0; i--) {
        double y = scale_position(&scale, axis->ticks.values[i - 1]);
        bool is_reference = y == reference && axis->reference == NULL;
        if (fabs(y - last) < leading || (fabs(y - reference) < leading && !is_reference))
            continue;
        text_line_draw(axis->labels[i - 1], scene, plot->box.left, y - lift, ALIGN_LEFT);
        last = y;
    }
    scene_close(scene);
}
