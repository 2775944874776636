/* marks.c - bars, lines and dots, drawn by the status of their figures. */
#include "chart/marks.h"
#include "chart/columns.h"
#include "chart/model/absent.h"
#include "chart/shapes.h"

#include <math.h>

/* Of fewer a line costs nothing to speak of. */
enum { MANY_FIGURES = 1000 };

/* Print points at a label size of 7.5; scaled with the type. */
static double scaled(const struct chart_pen *pen, double points)
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
                               .spacing = scaled(pen, 2.6),
                               .width = scaled(pen, 0.55) };
    case FIGURE_PROVISIONAL:
        return (struct paint){ .kind = PAINT_HATCH,
                               .color = theme_tint(pen->theme, color, 0.45),
                               .background = theme_tint(pen->theme, color, 0.06),
                               .angle = 135,
                               .spacing = scaled(pen, 5.5),
                               .width = scaled(pen, 0.9) };
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
        stroke.width = scaled(pen, 1.1);
        stroke.cap = CAP_ROUND;
        stroke.n_dash = 2;
        stroke.dash[0] = 0.01;
        stroke.dash[1] = scaled(pen, 2.2);
    } else if (style == FIGURE_FORECAST) {
        stroke.n_dash = 2;
        stroke.dash[0] = scaled(pen, 3);
        stroke.dash[1] = scaled(pen, 2);
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
    return width >= scaled(pen, 5);
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
    return fmax(pen_snap(pen, scaled(pen, pen->theme->area_gap)), pen->pixel);
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

static struct stroke line_stroke(const struct chart_pen *pen, enum figure_style style)
{
    struct stroke stroke = { .width = pen->theme->line_width, .join = JOIN_ROUND };

    stroke.cap = style == FIGURE_FORECAST ? CAP_BUTT : CAP_ROUND;
    if (style == FIGURE_OWN_ESTIMATE)
        stroke.width *= 0.55;
    if (style == FIGURE_ESTIMATED || style == FIGURE_FORECAST) {
        bool dots = style == FIGURE_ESTIMATED;
        stroke.n_dash = 2;
        stroke.dash[0] = dots ? 0.01 : scaled(pen, 6);
        stroke.dash[1] = dots ? scaled(pen, 3) : scaled(pen, 2.8);
    }
    return stroke;
}

static void draw_ring(const struct chart_pen *pen, struct scene *scene, struct point at,
                      double radius, struct color color)
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
    struct stroke stroke = line_stroke(pen, style);

    scene_move_to(scene, left + stroke.width / 2, y);
    scene_line_to(scene, right - stroke.width / 2, y);
    scene_draw(scene, &none, &paint, &stroke);
    if (style == FIGURE_PROVISIONAL)
        draw_ring(pen, scene, (struct point){ (left + right) / 2, y }, pen->theme->end_dot, color);
    else if (style == FIGURE_SOLID && theme_shape(pen->theme, color) != SHAPE_DOT)
        mark_shape(pen, scene, (struct point){ (left + right) / 2, y }, pen->theme->end_dot, color);
}

void mark_dot(const struct chart_pen *pen, struct scene *scene, struct point at, struct color color,
              enum figure_style style)
{
    if (style == FIGURE_PROVISIONAL) {
        draw_ring(pen, scene, at, pen->theme->end_dot, color);
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
    struct stroke stroke = { .width = fmin(scaled(pen, 0.9), 0.5 * radius) };

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

static struct stroke stroke_of(const struct chart_pen *pen, const struct model_series *series,
                               enum figure_style style)
{
    struct stroke stroke = line_stroke(pen, style);

    /* A tint is the year before: less than the latest, and more than those in grey. */
    if (series->is_deemphasised)
        stroke.width *= color_equal(series->color, pen->theme->context) ? 0.6 : 0.8;
    return stroke;
}

static void begin_part(const struct chart_pen *pen, struct columns *line, struct scene *scene,
                       const struct model_series *series, enum figure_style style,
                       struct point from)
{
    struct stroke stroke = stroke_of(pen, series, style);
    bool is_round = stroke.n_dash == 0 && stroke.cap == CAP_ROUND && stroke.join == JOIN_ROUND;

    columns_begin_round(line, scene, pen->column, from, is_round ? stroke.width : 0);
}

static void end_stroke(const struct chart_pen *pen, struct scene *scene,
                       const struct model_series *series, enum figure_style style)
{
    struct paint none = paint_none(), paint = paint_color(series->color);
    struct stroke stroke = stroke_of(pen, series, style);

    scene_draw(scene, &none, &paint, &stroke);
}

/* A halo in the colour of the paper, which sets a line off from bars of any colour. */
static void draw_casing(const struct chart_pen *pen, struct scene *scene, const double *x,
                        const double *y, const bool *begins, size_t n)
{
    struct paint none = paint_none(), paint = paint_color(pen->theme->paper);
    struct stroke stroke = { .width = 1.6 * pen->theme->line_width, .join = JOIN_ROUND };

    for (size_t i = 0; i < n; i++)
        if (!isnan(y[i]))
            (begins[i] ? scene_move_to : scene_line_to)(scene, x[i], y[i]);
    scene_draw(scene, &none, &paint, &stroke);
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

bool mark_is_break(const struct model_series *series, size_t period)
{
    const struct figure *figures = series->figures;

    return period > 0 && !isnan(figures[period].value) && !isnan(figures[period - 1].value) &&
           (figures[period].flags & 1U << FLAG_BREAK) != 0;
}

/* A break between two points: where the line stops, and where it goes on. */
struct line_break {
    struct point stop, on;
};

static struct line_break break_between(const struct chart_pen *pen, struct point from,
                                       struct point to)
{
    double across = to.x - from.x, gap = fmin(0.55 * pen->em, 0.5 * across);
    double share = across > 0 ? gap / across / 2 : 0;
    double dx = share * across, dy = share * (to.y - from.y);
    struct point middle = { (from.x + to.x) / 2, (from.y + to.y) / 2 };

    return (struct line_break){ { middle.x - dx, middle.y - dy },
                                { middle.x + dx, middle.y + dy } };
}

static void draw_break_tick(const struct chart_pen *pen, struct scene *scene,
                            const struct line_break *at, struct color color)
{
    double x = (at->stop.x + at->on.x) / 2, y = (at->stop.y + at->on.y) / 2;

    scene_move_to(scene, x, y - 0.55 * pen->em);
    scene_line_to(scene, x, y + 0.55 * pen->em);
    scene_stroke(scene, color, 0.7 * pen->theme->line_width);
}

void mark_break_piece(const struct chart_pen *pen, struct scene *scene, double left, double right,
                      double y, struct color color)
{
    struct point from = { left, y }, to = { right, y };
    struct line_break at = break_between(pen, from, to);

    mark_piece(pen, scene, left, at.stop.x, y, color, FIGURE_SOLID);
    mark_piece(pen, scene, at.on.x, right, y, color, FIGURE_SOLID);
    draw_break_tick(pen, scene, &at, color);
}

static void draw_breaks(const struct chart_pen *pen, struct scene *scene,
                        const struct model_series *series, const double *x, const double *y,
                        const bool *begins, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (mark_is_break(series, i) && !begins[i]) {
            struct line_break at = break_between(pen, (struct point){ x[i - 1], y[i - 1] },
                                                 (struct point){ x[i], y[i] });
            draw_break_tick(pen, scene, &at, series->color);
        }
}

/* Of the stretch up to a figure: the figure's. The first stretch after a gap is an estimate or a forecast as
 * well where it begins at one, which no other stretch would show. */
static enum figure_style style_up_to(const struct figure *figures, const bool *begins, size_t i)
{
    enum figure_style before = figures[i - 1].drawn;

    return i > 1 && begins[i - 1] && (before == FIGURE_ESTIMATED || before == FIGURE_FORECAST)
               ? before
               : figures[i].drawn;
}

/* Strokes parts of one style at a time; each goes on from where the last ended. */
static void draw_parts(const struct chart_pen *pen, struct scene *scene,
                       const struct model_series *series, const double *x, const double *y,
                       const bool *begins, size_t n)
{
    const struct figure *figures = series->figures;
    struct columns line = { 0 };

    for (size_t i = 1; i < n; i++) {
        if (isnan(y[i]) || begins[i])
            continue;
        enum figure_style style = style_up_to(figures, begins, i);
        struct point before = { x[i - 1], y[i - 1] }, at = { x[i], y[i] };
        if (begins[i - 1] || style_up_to(figures, begins, i - 1) != style)
            begin_part(pen, &line, scene, series, style, before);
        if (mark_is_break(series, i)) {
            struct line_break gap = break_between(pen, before, at);
            columns_to(&line, gap.stop);
            columns_end(&line);
            end_stroke(pen, scene, series, style);
            begin_part(pen, &line, scene, series, style, gap.on);
        }
        columns_to(&line, at);
        bool goes_on = i + 1 < n && !isnan(y[i + 1]) && !begins[i + 1];
        if (!goes_on || style_up_to(figures, begins, i + 1) != style) {
            columns_end(&line);
            end_stroke(pen, scene, series, style);
        }
    }
}

/* Rings for provisional figures, smaller where figures are close. */
static void draw_rings(const struct chart_pen *pen, struct scene *scene,
                       const struct model_series *series, const double *x, const double *y,
                       size_t n)
{
    double pitch = n > 1 ? (x[n - 1] - x[0]) / (double)(n - 1) : INFINITY;
    double radius = fmin(pen->theme->end_dot, 0.4 * pitch);

    for (size_t i = 0; i < n && radius > 0.8 * pen->theme->line_width; i++)
        if (!isnan(y[i]) && series->figures[i].drawn == FIGURE_PROVISIONAL)
            draw_ring(pen, scene, (struct point){ x[i], y[i] }, radius, series->color);
}

/* A line between periods that follow no step tells where it is known. */
static void draw_known(const struct chart_pen *pen, struct scene *scene,
                       const struct model_series *series, const double *x, const double *y,
                       size_t n)
{
    enum { MOST_KNOWN = 24 };

    for (size_t i = 0; i < n && n <= MOST_KNOWN; i++)
        if (!isnan(y[i]) && series->figures[i].drawn != FIGURE_PROVISIONAL) {
            scene_circle(scene, x[i], y[i], 0.75 * pen->theme->end_dot);
            scene_fill(scene, series->color);
        }
}

/* At every figure, or every other one, third … where those are close; counted from the end, which has
 * one of its own. */
static void draw_shapes(const struct chart_pen *pen, struct scene *scene,
                        const struct model_series *series, const double *x, const double *y,
                        size_t n)
{
    double pitch = n > 1 ? (x[n - 1] - x[0]) / (double)(n - 1) : INFINITY;
    size_t step = (size_t)fmax(ceil(scaled(pen, 22) / pitch), 1);

    if (theme_shape(pen->theme, series->color) == SHAPE_DOT)
        return;
    for (size_t i = (n - 1) % step; i < n; i += step)
        if (!isnan(y[i]) && series->figures[i].drawn != FIGURE_PROVISIONAL)
            mark_shape(pen, scene, (struct point){ x[i], y[i] }, 0.85 * pen->theme->end_dot,
                       series->color);
}

/* room: of a double and a bool a period. */
static void draw_line_in(const struct plot *plot, struct scene *scene, const struct scale *scale,
                         const struct model_series *series, const double *x, const bool *starts,
                         void *room)
{
    size_t n = plot->model->n_periods;
    const struct chart_pen *pen = &plot->pen;
    double *y = room;
    bool *begins = (bool *)(y + n);
    const bool *absent = plot->joins_gaps ? NULL : absent_of(plot->model);

    for (size_t i = 0; i < n; i++) {
        double value = series->figures[i].value;
        y[i] = isnan(value) ? NAN : scale_position(scale, value);
        begins[i] = i == 0 || isnan(y[i - 1]) || (starts != NULL && starts[i]) ||
                    (absent != NULL && absent[i]);
    }
    if (starts != NULL)
        draw_casing(pen, scene, x, y, begins, n);
    draw_parts(pen, scene, series, x, y, begins, n);
    draw_breaks(pen, scene, series, x, y, begins, n);
    draw_rings(pen, scene, series, x, y, n);
    draw_shapes(pen, scene, series, x, y, n);
    if (plot->model->is_uneven && !plot->joins_gaps)
        draw_known(pen, scene, series, x, y, n);
    for (size_t i = 0; i < n; i++) {
        bool goes_on = i + 1 < n && !isnan(y[i + 1]) && !begins[i + 1];
        if (isnan(y[i]) || !begins[i] || goes_on)
            continue;
        if (starts != NULL)
            mark_casing(pen, scene, (struct point){ x[i], y[i] });
        mark_dot(pen, scene, (struct point){ x[i], y[i] }, series->color, series->figures[i].drawn);
    }
}

/* The style of a line of which there is nothing to tell but where it goes: no gap, no break, no mark at
 * its figures. FIGURE_STYLES: it is another. */
static enum figure_style style_of_whole(const struct plot *plot, const struct model_series *series)
{
    const struct model *model = plot->model;
    enum figure_style style = series->figures[0].drawn;

    if (model->n_periods < MANY_FIGURES || model->is_uneven || style == FIGURE_PROVISIONAL ||
        theme_shape(plot->pen.theme, series->color) != SHAPE_DOT ||
        (!plot->joins_gaps && absent_of(model) != NULL && model->absent_step > 0))
        return FIGURE_STYLES;
    for (size_t i = 0; i < model->n_periods; i++)
        if (isnan(series->figures[i].value) || series->figures[i].drawn != style ||
            (series->figures[i].flags & 1U << FLAG_BREAK) != 0)
            return FIGURE_STYLES;
    return style;
}

/* Draws such a line point by point, without room for all of them. */
static void draw_whole_line(const struct plot *plot, struct scene *scene, const struct scale *scale,
                            const struct model_series *series, const double *x,
                            enum figure_style style)
{
    const struct figure *figures = series->figures;
    const struct chart_pen *pen = &plot->pen;
    struct columns line = { 0 };

    begin_part(pen, &line, scene, series, style,
               (struct point){ x[0], scale_position(scale, figures[0].value) });
    for (size_t i = 1; i < plot->model->n_periods; i++)
        columns_to(&line, (struct point){ x[i], scale_position(scale, figures[i].value) });
    columns_end(&line);
    end_stroke(pen, scene, series, style);
}

void mark_line(const struct plot *plot, struct scene *scene, const struct scale *scale,
               const struct model_series *series, const double *x, const bool *starts)
{
    size_t n = plot->model->n_periods, size = n * (sizeof(double) + sizeof(bool));
    const sheaf_alloc *alloc = &plot->pen.arena->alloc;
    enum figure_style whole = starts == NULL ? style_of_whole(plot, series) : FIGURE_STYLES;

    if (whole != FIGURE_STYLES) {
        draw_whole_line(plot, scene, scale, series, x, whole);
        return;
    }
    void *room = series->n_values > 0 ? memory_resize(alloc, NULL, 0, size) : NULL;

    if (room == NULL && series->n_values > 0)
        fail_memory(text_error(plot->pen.text));
    if (room != NULL)
        draw_line_in(plot, scene, scale, series, x, starts, room);
    memory_free(alloc, room, size);
}
