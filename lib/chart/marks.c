/* marks.c - what stands for a figure, in the manner of its status. */
#include "chart/marks.h"

#include <math.h>

#include "chart/plan.h"

/* Print points at a label size of 7.5; scaled with the type. */
static double scaled(const struct chart_plan *plan, double points)
{
    return points * plan->em / 7.5;
}

static struct paint hatch_of(const struct chart_plan *plan, struct color color,
                             enum figure_style style)
{
    bool is_derived = style == FIGURE_DERIVED;

    return (struct paint){ .kind = PAINT_HATCH,
                           .color = color_tint(color, is_derived ? 0.6 : 0.5),
                           .ground = color_tint(color, is_derived ? 0.1 : 0.06),
                           .angle = style == FIGURE_ESTIMATED ? 135 : 45,
                           .spacing = scaled(plan, is_derived ? 2.6 : 5),
                           .width = scaled(plan, is_derived ? 0.55 : 0.8) };
}

static struct stroke forecast_stroke(const struct chart_plan *plan)
{
    return (struct stroke){ .width = scaled(plan, 0.75),
                            .n_dash = 2,
                            .dash = { scaled(plan, 2.4), scaled(plan, 1.6) } };
}

void mark_bar(const struct chart_plan *plan, struct scene *scene, struct box box,
              struct color color, enum figure_style style)
{
    double width = box.right - box.left, height = box.bottom - box.top;
    double line = scaled(plan, 0.75);

    if (!(width > 0) || !(height > 0))
        return;
    if (style == FIGURE_SOLID || fmin(width, height) < 3 * line) {
        scene_rectangle(scene, box.left, box.top, width, height);
        scene_fill(scene, style == FIGURE_SOLID ? color : color_tint(color, 0.5));
        return;
    }
    struct paint edge = paint_color(color);
    struct paint fill = style == FIGURE_FORECAST ? paint_none() : hatch_of(plan, color, style);
    struct stroke stroke = { .width = line };
    if (style == FIGURE_FORECAST)
        stroke = forecast_stroke(plan);
    scene_rectangle(scene, box.left + line / 2, box.top + line / 2, width - line, height - line);
    scene_draw(scene, &fill, &edge, &stroke);
}

void mark_forecast_bar(const struct chart_plan *plan, struct scene *scene, struct box box,
                       struct color color, bool hangs)
{
    struct stroke stroke = forecast_stroke(plan);
    struct paint none = paint_none(), edge = paint_color(color);
    /* Outlines side by side keep a gap, or their dashes would mix. */
    double in = stroke.width, left = box.left + in, right = box.right - in;
    double foot = hangs ? box.top : box.bottom;
    double head = hangs ? box.bottom - stroke.width / 2 : box.top + stroke.width / 2;

    if (right - left < 6 * stroke.width || box.bottom - box.top < 3 * stroke.width) {
        mark_bar(plan, scene, box, color, FIGURE_FORECAST);
        return;
    }
    scene_move_to(scene, left, foot);
    scene_line_to(scene, left, head);
    scene_line_to(scene, right, head);
    scene_line_to(scene, right, foot);
    scene_draw(scene, &none, &edge, &stroke);
}

struct stroke mark_stroke(const struct chart_plan *plan, enum figure_style style)
{
    static const double dashes[FIGURE_STYLES][2] = {
        [FIGURE_DERIVED] = { 2.2, 2.2 },
        [FIGURE_PROVISIONAL] = { 5, 2.4 },
        [FIGURE_ESTIMATED] = { 3.6, 2.4 },
        [FIGURE_FORECAST] = { 0.01, 3 },
    };
    struct stroke stroke = { .width = plan->theme.line_width, .join = JOIN_ROUND };

    stroke.cap = style == FIGURE_SOLID || style == FIGURE_FORECAST ? CAP_ROUND : CAP_BUTT;
    if (style != FIGURE_SOLID) {
        stroke.n_dash = 2;
        stroke.dash[0] = scaled(plan, dashes[style][0]);
        stroke.dash[1] = scaled(plan, dashes[style][1]);
    }
    return stroke;
}

void mark_dot(const struct chart_plan *plan, struct scene *scene, struct point at,
              struct color color)
{
    scene_circle(scene, at.x, at.y, plan->theme.end_dot);
    scene_fill(scene, color);
}

static void end_stroke(const struct chart_plan *plan, struct scene *scene, struct color color,
                       enum figure_style style)
{
    struct paint none = paint_none(), paint = paint_color(color);
    struct stroke stroke = mark_stroke(plan, style);

    scene_draw(scene, &none, &paint, &stroke);
}

/* Paper around a line keeps it apart from bars of any colour. */
static void draw_casing(const struct chart_plan *plan, struct scene *scene, const double *x,
                        const double *y, const bool *begins, size_t n)
{
    struct paint none = paint_none(), paint = paint_color(plan->theme.paper);
    struct stroke stroke = { .width = 2 * plan->theme.line_width, .join = JOIN_ROUND };

    for (size_t i = 0; i < n; i++)
        if (!isnan(y[i]))
            (begins[i] ? scene_move_to : scene_line_to)(scene, x[i], y[i]);
    scene_draw(scene, &none, &paint, &stroke);
}

/* Strokes parts of one style at a time; each goes on from where the last ended. */
static void draw_parts(const struct chart_plan *plan, struct scene *scene,
                       const struct model_series *series, const double *x, const double *y,
                       const bool *begins)
{
    const struct figure *figures = series->figures;
    size_t n = plan->model->n_periods;

    for (size_t i = 1; i < n; i++) {
        if (isnan(y[i]) || begins[i])
            continue;
        enum figure_style style = figures[i].style;
        if (begins[i - 1] || figures[i - 1].style != style)
            scene_move_to(scene, x[i - 1], y[i - 1]);
        scene_line_to(scene, x[i], y[i]);
        bool goes_on = i + 1 < n && !isnan(y[i + 1]) && !begins[i + 1];
        if (!goes_on || figures[i + 1].style != style)
            end_stroke(plan, scene, series->color, style);
    }
}

void mark_line(const struct chart_plan *plan, struct scene *scene,
               const struct model_series *series, const double *x, const bool *starts)
{
    size_t n = plan->model->n_periods;
    struct linear_scale scale = value_axis_scale(plan);
    double *y = arena_array(plan->arena, double, n);
    bool *begins = arena_array(plan->arena, bool, n);

    if (y == NULL || begins == NULL || series->n_values == 0)
        return;
    for (size_t i = 0; i < n; i++) {
        double value = series->figures[i].value;
        y[i] = isnan(value) ? NAN : linear_place(&scale, value);
        begins[i] = i == 0 || isnan(y[i - 1]) || (starts != NULL && starts[i]);
    }
    if (starts != NULL)
        draw_casing(plan, scene, x, y, begins, n);
    draw_parts(plan, scene, series, x, y, begins);
    for (size_t i = 0; i < n; i++) {
        bool goes_on = i + 1 < n && !isnan(y[i + 1]) && !begins[i + 1];
        if (!isnan(y[i]) && begins[i] && !goes_on)
            mark_dot(plan, scene, (struct point){ x[i], y[i] }, series->color);
    }
}
