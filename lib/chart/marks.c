/* marks.c - bars, dots and pieces of lines, drawn by the status of their figures. */
#include "chart/marks.h"
#include "chart/shapes.h"

#include <math.h>

double mark_scaled(const struct chart_pen *pen, double points)
{
    return points * pen->em / 7.5;
}

/* What is inside the outline. */
static struct paint ground_of(const struct chart_pen *pen, struct color color,
                              enum figure_style style)
{
    switch (style) {
    case FIGURE_OWN_ESTIMATE:
        return (struct paint){ .kind = PAINT_HATCH,
                               .color = theme_tint(pen->theme, color, 0.6),
                               .background = theme_tint(pen->theme, color, 0.1),
                               .angle = 45,
                               .spacing = mark_scaled(pen, 2.6),
                               .width = mark_scaled(pen, 0.55) };
    case FIGURE_PROVISIONAL:
        return (struct paint){ .kind = PAINT_HATCH,
                               .color = theme_tint(pen->theme, color, 0.45),
                               .background = theme_tint(pen->theme, color, 0.06),
                               .angle = 135,
                               .spacing = mark_scaled(pen, 5.5),
                               .width = mark_scaled(pen, 0.9) };
    case FIGURE_ESTIMATED:
        return paint_color(theme_tint(pen->theme, color, 0.28));
    default:
        return paint_none();
    }
}

static struct stroke edge_of(const struct chart_pen *pen, enum figure_style style)
{
    struct stroke stroke = { .width = pen->theme->rule_width };

    if (style == FIGURE_ESTIMATED) {
        stroke.width = mark_scaled(pen, 1.1);
        stroke.cap = CAP_ROUND;
        stroke.n_dash = 2;
        stroke.dash[0] = 0.01;
        stroke.dash[1] = mark_scaled(pen, 2.2);
    } else if (style == FIGURE_FORECAST) {
        stroke.n_dash = 2;
        stroke.dash[0] = mark_scaled(pen, 3);
        stroke.dash[1] = mark_scaled(pen, 2);
    }
    return stroke;
}

/* Three sides: a broken edge would double the zero line. */
static void draw_open_edge(struct scene *scene, const struct box *box, enum side foot,
                           const struct paint *edge, const struct stroke *stroke)
{
    const struct point corners[] = { { box->left, box->bottom },
                                     { box->left, box->top },
                                     { box->right, box->top },
                                     { box->right, box->bottom } };
    static const size_t first[] = {
        [SIDE_BOTTOM] = 0, [SIDE_LEFT] = 1, [SIDE_TOP] = 2, [SIDE_RIGHT] = 3
    };
    struct paint none = paint_none();

    for (size_t i = 0; i < 4; i++) {
        /* The side between the last corner and the first stays open. */
        struct point at = corners[(first[foot] + i) % 4];
        (i == 0 ? scene_move_to : scene_line_to)(scene, at.x, at.y);
    }
    scene_draw(scene, &none, edge, stroke);
}

/* Dots and dashes can be recognised only along a bar of some width. */
bool mark_has_broken_edges(const struct chart_pen *pen, double width)
{
    return width >= mark_scaled(pen, 5);
}

/* The outline lies inside the bar, which is as wide as a plain one: width is no status. */
static void draw_outlined(const struct chart_pen *pen, struct scene *scene, const struct box *box,
                          struct color color, enum figure_style style, enum side foot)
{
    struct stroke stroke = edge_of(pen, style);
    struct paint none = paint_none(), edge = paint_color(color);
    struct paint ground = ground_of(pen, color, style);
    bool lies = foot == SIDE_LEFT || foot == SIDE_RIGHT;
    double across = lies ? box->bottom - box->top : box->right - box->left;
    if (!mark_has_broken_edges(pen, across))
        stroke = (struct stroke){ .width = pen->theme->rule_width };
    bool is_open = foot != SIDE_NONE && stroke.n_dash > 0;
    double half = stroke.width / 2;
    struct box inner = { box->left + half, box->top + half, box->right - half, box->bottom - half };

    if (is_open) {
        inner.left = foot == SIDE_LEFT ? box->left : inner.left;
        inner.top = foot == SIDE_TOP ? box->top : inner.top;
        inner.right = foot == SIDE_RIGHT ? box->right : inner.right;
        inner.bottom = foot == SIDE_BOTTOM ? box->bottom : inner.bottom;
    }
    if (ground.kind != PAINT_NONE || !is_open) {
        scene_rectangle(scene, inner.left, inner.top, inner.right - inner.left,
                        inner.bottom - inner.top);
        scene_draw(scene, &ground, is_open ? &none : &edge, &stroke);
    }
    if (is_open)
        draw_open_edge(scene, &inner, foot, &edge, &stroke);
}

void mark_area(const struct chart_pen *pen, struct scene *scene, struct color color)
{
    struct paint fill = theme_area(pen->theme, color, pen->em), edge = paint_color(color);
    struct stroke stroke = { .width = pen->theme->rule_width };

    scene_draw(scene, &fill, fill.kind == PAINT_HATCH ? &edge : NULL, &stroke);
}

void mark_plate(const struct chart_pen *pen, struct scene *scene, struct color area,
                const struct box *words)
{
    double beside = 0.15 * pen->em;

    if (theme_area(pen->theme, area, pen->em).kind != PAINT_HATCH)
        return;
    scene_rectangle(scene, words->left - beside, words->top,
                    words->right - words->left + 2 * beside, words->bottom - words->top);
    scene_fill(scene, area);
}

double mark_gap(const struct chart_pen *pen)
{
    return fmax(pen_snap(pen, mark_scaled(pen, pen->theme->area_gap)), pen->pixel);
}

void mark_bar(const struct chart_pen *pen, struct scene *scene, struct box box, struct color color,
              enum figure_style style, enum side foot)
{
    double width = box.right - box.left, height = box.bottom - box.top;
    double least = 3 * edge_of(pen, style).width; /* that an outline needs */

    if (!(width > 0) || !(height > 0))
        return;
    if (style != FIGURE_SOLID && fmin(width, height) >= least) {
        draw_outlined(pen, scene, &box, color, style, foot);
        return;
    }
    if (style == FIGURE_SOLID && theme_area(pen->theme, color, pen->em).kind == PAINT_HATCH) {
        double half = fmin(pen->theme->rule_width, fmin(width, height)) / 2; /* of the outline */
        scene_rectangle(scene, box.left + half, box.top + half, width - 2 * half,
                        height - 2 * half);
        mark_area(pen, scene, color);
        return;
    }
    scene_rectangle(scene, box.left, box.top, width, height);
    scene_fill(scene, style == FIGURE_SOLID ? color : theme_tint(pen->theme, color, 0.5));
}

void mark_fill(const struct chart_pen *pen, struct scene *scene, struct color color,
               enum figure_style style)
{
    struct paint none = paint_none(), fill = ground_of(pen, color, style);
    const struct stroke no_stroke = { 0 };

    if (style == FIGURE_SOLID)
        fill = theme_area(pen->theme, color, pen->em);
    else if (fill.kind == PAINT_NONE) /* a forecast has no edge here: pale */
        fill = paint_color(theme_tint(pen->theme, color, 0.12));
    scene_draw(scene, &fill, &none, &no_stroke);
}

struct stroke mark_stroke(const struct chart_pen *pen, enum figure_style style)
{
    struct stroke stroke = { .width = pen->theme->line_width, .join = JOIN_ROUND };

    stroke.cap = style == FIGURE_FORECAST ? CAP_BUTT : CAP_ROUND;
    if (style == FIGURE_OWN_ESTIMATE)
        stroke.width *= 0.55;
    if (style == FIGURE_ESTIMATED || style == FIGURE_FORECAST) {
        bool dots = style == FIGURE_ESTIMATED;
        stroke.n_dash = 2;
        stroke.dash[0] = dots ? 0.01 : mark_scaled(pen, 6);
        stroke.dash[1] = dots ? mark_scaled(pen, 3) : mark_scaled(pen, 2.8);
    }
    return stroke;
}

void mark_ring(const struct chart_pen *pen, struct scene *scene, struct point at, double radius,
               struct color color)
{
    struct paint paper = paint_color(pen->theme->paper), edge = paint_color(color);
    struct stroke stroke = { .width = 0.6 * pen->theme->line_width };

    scene_circle(scene, at.x, at.y, radius);
    scene_draw(scene, &paper, &edge, &stroke);
}

void mark_piece(const struct chart_pen *pen, struct scene *scene, double left, double right,
                double y, struct color color, enum figure_style style)
{
    struct paint none = paint_none(), paint = paint_color(color);
    struct stroke stroke = mark_stroke(pen, style);

    scene_move_to(scene, left + stroke.width / 2, y);
    scene_line_to(scene, right - stroke.width / 2, y);
    scene_draw(scene, &none, &paint, &stroke);
    if (style == FIGURE_PROVISIONAL)
        mark_ring(pen, scene, (struct point){ (left + right) / 2, y }, pen->theme->end_dot, color);
    else if (style == FIGURE_SOLID && theme_shape(pen->theme, color) != SHAPE_DOT)
        mark_shape(pen, scene, (struct point){ (left + right) / 2, y }, pen->theme->end_dot, color);
}

void mark_dot(const struct chart_pen *pen, struct scene *scene, struct point at, struct color color,
              enum figure_style style)
{
    if (style == FIGURE_PROVISIONAL) {
        mark_ring(pen, scene, at, pen->theme->end_dot, color);
        return;
    }
    mark_shape(pen, scene, at, pen->theme->end_dot, color);
}

/* Hatches and dashes cannot be told in a dot: its ground and its shape can. */
void mark_status_dot(const struct chart_pen *pen, struct scene *scene, struct point at,
                     double radius, struct color color, enum figure_style style)
{
    static const double tints[FIGURE_STYLES] = {
        [FIGURE_SOLID] = 1, [FIGURE_OWN_ESTIMATE] = 0.6, [FIGURE_ESTIMATED] = 0.28
    };
    struct paint ground = paint_color(theme_tint(pen->theme, color, tints[style]));
    struct paint edge = paint_color(color);
    struct stroke stroke = { .width = fmin(mark_scaled(pen, 0.9), 0.5 * radius) };

    if (style == FIGURE_SOLID) {
        scene_circle(scene, at.x, at.y, radius);
        scene_fill(scene, color);
        return;
    }
    if (tints[style] == 0)
        ground = paint_color(pen->theme->paper);
    if (style == FIGURE_FORECAST)
        mark_diamond(scene, at, 1.15 * radius - stroke.width / 2);
    else
        scene_circle(scene, at.x, at.y, radius - stroke.width / 2);
    scene_draw(scene, &ground, &edge, &stroke);
}

void mark_casing(const struct chart_pen *pen, struct scene *scene, struct point at)
{
    scene_circle(scene, at.x, at.y, 1.35 * pen->theme->end_dot);
    scene_fill(scene, pen->theme->paper);
}

void mark_whisker(const struct chart_pen *pen, struct scene *scene, double x, double low,
                  double high, struct color color)
{
    double half = 0.28 * pen->em, ends[] = { low, high };

    scene_move_to(scene, x, low);
    scene_line_to(scene, x, high);
    scene_stroke(scene, color, pen->theme->zero_width);
    for (size_t i = 0; i < 2; i++) {
        scene_move_to(scene, x - half, ends[i]);
        scene_line_to(scene, x + half, ends[i]);
        scene_stroke(scene, color, pen->theme->zero_width);
    }
}

void mark_outline(const struct chart_pen *pen, struct scene *scene, const struct box *box,
                  struct color color)
{
    double line = fmax(pen->theme->grid_width, pen->pixel);
    double width = box->right - box->left, height = box->bottom - box->top;

    if (width <= 2 * line || height <= 2 * line)
        return;
    scene_rectangle(scene, box->left + line / 2, box->top + line / 2, width - line, height - line);
    scene_stroke(scene, color, line);
}
