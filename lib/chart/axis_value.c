/* axis_value.c - the scale of values: gridlines, and their labels on the left. */
#include "chart/axis_value.h"

#include <math.h>
#include <string.h>

#include "chart/plan.h"
#include "text/format.h"

/* Gridlines, and those of a plot that is many lines of text high. */
enum { MOST_LINES = 6, MOST_LINES_WHEN_HIGH = 8 };

static const double nearest_without_zero = 2.0 / 3;
/* Height of a break of the scale, in ems and as a share of the plot. */
static const double break_height = 1.4, most_break_share = 0.2;

bool value_range_wants_zero(double low, double high)
{
    if ((low <= 0 && high >= 0) || low == high)
        return true;
    return fmin(fabs(low), fabs(high)) < nearest_without_zero * fmax(fabs(low), fabs(high));
}

/* "40 bn" where the subtitle says of what; "$40 bn" where nothing else does. */
static char *top_text(struct chart_plan *plan, double value, int decimals)
{
    const struct model *model = plan->model;
    const char *scale = format_scale(plan->text, plan->arena, model->multiplier);
    const char *number = format_number(plan->text, plan->arena, value, decimals);

    if (scale == NULL || number == NULL)
        return NULL;
    if (plan->unit_said && strcmp(model->unit, "%") != 0) {
        /* Chinese and Japanese write no space within a figure. */
        bool together = scale[0] == '\0' || words_count_by_myriads(text_locale(plan->text));
        return arena_format(plan->arena, "%s%s%s", number, together ? "" : "\xC2\xA0", scale);
    }
    return format_amount(plan->text, plan->arena, value, model->unit, model->multiplier, decimals);
}

static size_t most_lines(const struct chart_plan *plan, double plot_height)
{
    double lines = floor(plot_height / (1.3 * plan->theme.label.leading)) + 1;
    double most = plot_height > 40 * plan->em ? MOST_LINES_WHEN_HIGH : MOST_LINES;

    return lines < 2 ? 2 : (size_t)fmin(lines, most);
}

/* Labels that would take a third of the chart say less than the marks lose. */
static void measure_labels(struct chart_plan *plan)
{
    struct value_axis *axis = &plan->value_axis;
    struct ticks *ticks = &axis->ticks;
    double widest = 0;

    for (size_t i = 0; i < ticks->count; i++) {
        axis->labels[i] = plan_label(plan,
                                     format_number(plan->text, plan->arena, ticks->values[i],
                                                   ticks->values[i] == 0 ? 0 : ticks->decimals),
                                     &plan->theme.label);
        widest = fmax(widest, line_width(axis->labels[i]));
    }
    if (widest > plan->width / 3) {
        for (size_t i = 0; i < ticks->count; i++)
            axis->labels[i] = NULL;
        return;
    }
    axis->gutter = ticks->count > 0 ? widest + 0.8 * plan->em : 0;
    axis->room_above = plan->theme.label.leading;
    if (ticks->count == 0)
        return;
    size_t top = ticks->count - 1;
    struct text_line *line =
        plan_label(plan, top_text(plan, ticks->values[top], ticks->decimals), &plan->theme.label);
    if (line_width(line) <= plan->width)
        axis->labels[top] = line;
}

void value_axis_measure(struct chart_plan *plan, double low, double high, double plot_height)
{
    struct value_axis *axis = &plan->value_axis;

    *axis = (struct value_axis){ .shown = true };
    axis->ticks = ticks_nice(low, high, most_lines(plan, plot_height));
    if (low == 0 && high == 0) { /* nothing but zero: no other line means anything */
        axis->ticks.count = 1;
        axis->ticks.decimals = 0;
    }
    if (plan->detail < DETAIL_NO_AXIS)
        measure_labels(plan);
    else
        axis->shown = false;
    if (axis->ticks.low <= 0 && axis->ticks.high >= 0)
        return;
    axis->broken = fmin(break_height * plan->em, most_break_share * plot_height);
    *(axis->ticks.low > 0 ? &axis->room_below : &axis->room_above) += axis->broken;
}

void value_axis_bare(struct chart_plan *plan, double low, double high, double room_above,
                     double room_below)
{
    plan->value_axis = (struct value_axis){ .ticks = { .low = low, .high = high },
                                            .room_above = room_above,
                                            .room_below = room_below };
}

double value_axis_top_width(const struct chart_plan *plan)
{
    const struct value_axis *axis = &plan->value_axis;
    size_t n = axis->ticks.count;

    return axis->shown && n > 0 && axis->labels[n - 1] != NULL
               ? axis->labels[n - 1]->width + 0.8 * plan->em
               : 0;
}

struct linear_scale value_axis_scale(const struct chart_plan *plan)
{
    const struct value_axis *axis = &plan->value_axis;

    return (struct linear_scale){ .low = axis->ticks.low,
                                  .high = axis->ticks.high,
                                  .from = plan->plot.bottom - axis->room_below,
                                  .to = fmin(plan->plot.top + axis->room_above,
                                             plan->plot.bottom - axis->room_below) };
}

static void draw_rule(const struct chart_plan *plan, struct scene *scene, double y, double left,
                      double right, double width, struct color color)
{
    double top = plan_snap(plan, y - width / 2);

    scene_rectangle(scene, left, top, right - left, width);
    scene_fill(scene, color);
}

void value_axis_draw_grid(const struct chart_plan *plan, struct scene *scene, double left,
                          double right)
{
    const struct value_axis *axis = &plan->value_axis;
    struct linear_scale scale = value_axis_scale(plan);

    if (!axis->shown || axis->ticks.count == 0)
        return;
    scene_open_role(scene, ROLE_GRID);
    for (size_t i = 0; i < axis->ticks.count; i++)
        if (axis->ticks.values[i] != 0)
            draw_rule(plan, scene, linear_place(&scale, axis->ticks.values[i]), left, right,
                      plan->theme.grid_width, plan->theme.hairline);
    scene_close(scene);
}

/* From the line where zero would be, at y, towards the scale. */
static void draw_break(const struct chart_plan *plan, struct scene *scene, double y, double toward)
{
    double height = toward * plan->value_axis.broken, half = 0.36 * plan->em;
    double x = plan->plot.left + half + plan->theme.zero_width;

    scene_move_to(scene, x, y);
    scene_line_to(scene, x, y + 0.2 * height);
    scene_line_to(scene, x - half, y + 0.4 * height);
    scene_line_to(scene, x + half, y + 0.6 * height);
    scene_line_to(scene, x, y + 0.8 * height);
    scene_line_to(scene, x, y + height);
    scene_stroke(scene, plan->theme.ink, plan->theme.zero_width);
}

void value_axis_draw_zero(const struct chart_plan *plan, struct scene *scene, double left,
                          double right)
{
    const struct value_axis *axis = &plan->value_axis;
    struct linear_scale scale = value_axis_scale(plan);
    bool is_above = axis->ticks.high < 0;
    double y = linear_place(&scale, 0);

    if (axis->broken > 0)
        y = is_above ? plan->plot.top : plan->plot.bottom;
    else if (axis->ticks.low > 0 || is_above)
        return;
    scene_open_role(scene, ROLE_GRID);
    draw_rule(plan, scene, y, left, right, plan->theme.zero_width, plan->theme.ink);
    if (axis->broken > 0)
        draw_break(plan, scene, y, is_above ? 1 : -1);
    scene_close(scene);
}

void value_axis_draw_labels(const struct chart_plan *plan, struct scene *scene)
{
    const struct value_axis *axis = &plan->value_axis;
    struct linear_scale scale = value_axis_scale(plan);
    double lift = 0.32 * plan->em;
    double last = INFINITY;

    if (!axis->shown)
        return;
    scene_open_role(scene, ROLE_AXIS_Y);
    /* From the top, which carries the unit; what a shallow plot has no room for
     * goes. */
    for (size_t i = axis->ticks.count; i > 0; i--) {
        double y = linear_place(&scale, axis->ticks.values[i - 1]);
        if (fabs(y - last) < plan->theme.label.leading)
            continue;
        text_line_draw(axis->labels[i - 1], scene, plan->plot.left, y - lift, ALIGN_LEFT);
        last = y;
    }
    scene_close(scene);
}
