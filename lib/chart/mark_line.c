/* mark_line.c - a line through the figures of a series: its styles, gaps, breaks and rings. */
#include "chart/marks.h"

#include <math.h>

#include "chart/columns.h"
#include "chart/guides/plain_line.h"
#include "chart/model/absent.h"
#include "chart/model/figures.h"
#include "chart/shapes.h"

/* Of fewer a line costs nothing to speak of. */
enum { MANY_FIGURES = 1000 };

static struct stroke stroke_of(const struct chart_pen *pen, const struct model_series *series,
                               enum figure_style style)
{
    struct stroke stroke = mark_stroke(pen, style);

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
static void draw_casing(const struct chart_pen *pen, struct scene *scene, const struct places *x,
                        const double *y, const bool *begins, size_t n)
{
    struct paint none = paint_none(), paint = paint_color(pen->theme->paper);
    struct stroke stroke = { .width = 1.6 * pen->theme->line_width, .join = JOIN_ROUND };

    for (size_t i = 0; i < n; i++)
        if (!isnan(y[i]))
            (begins[i] ? scene_move_to : scene_line_to)(scene, places_x(x, i), y[i]);
    scene_draw(scene, &none, &paint, &stroke);
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
                        const struct model_series *series, const struct places *x, const double *y,
                        const bool *begins, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (mark_is_break(series, i) && !begins[i]) {
            struct line_break at =
                break_between(pen, (struct point){ places_x(x, i - 1), y[i - 1] },
                              (struct point){ places_x(x, i), y[i] });
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
                       const struct model_series *series, const struct places *x, const double *y,
                       const bool *begins, size_t n)
{
    const struct figure *figures = series->figures;
    struct columns line = { 0 };

    for (size_t i = 1; i < n; i++) {
        if (isnan(y[i]) || begins[i])
            continue;
        enum figure_style style = style_up_to(figures, begins, i);
        struct point before = { places_x(x, i - 1), y[i - 1] }, at = { places_x(x, i), y[i] };
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
                       const struct model_series *series, const struct places *x, const double *y,
                       size_t n)
{
    double pitch = n > 1 ? (places_x(x, n - 1) - places_x(x, 0)) / (double)(n - 1) : INFINITY;
    double radius = fmin(pen->theme->end_dot, 0.4 * pitch);

    for (size_t i = 0; i < n && radius > 0.8 * pen->theme->line_width; i++)
        if (!isnan(y[i]) && series->figures[i].drawn == FIGURE_PROVISIONAL)
            mark_ring(pen, scene, (struct point){ places_x(x, i), y[i] }, radius, series->color);
}

/* A line between periods that follow no step tells where it is known. */
static void draw_known(const struct chart_pen *pen, struct scene *scene,
                       const struct model_series *series, const struct places *x, const double *y,
                       size_t n)
{
    enum { MOST_KNOWN = 24 };

    for (size_t i = 0; i < n && n <= MOST_KNOWN; i++)
        if (!isnan(y[i]) && series->figures[i].drawn != FIGURE_PROVISIONAL) {
            scene_circle(scene, places_x(x, i), y[i], 0.75 * pen->theme->end_dot);
            scene_fill(scene, series->color);
        }
}

/* At every figure, or every other one, third … where those are close; counted from the end, which has
 * one of its own. */
static void draw_shapes(const struct chart_pen *pen, struct scene *scene,
                        const struct model_series *series, const struct places *x, const double *y,
                        size_t n)
{
    double pitch = n > 1 ? (places_x(x, n - 1) - places_x(x, 0)) / (double)(n - 1) : INFINITY;
    size_t step = (size_t)fmax(ceil(mark_scaled(pen, 22) / pitch), 1);

    if (theme_shape(pen->theme, series->color) == SHAPE_DOT)
        return;
    for (size_t i = (n - 1) % step; i < n; i += step)
        if (!isnan(y[i]) && series->figures[i].drawn != FIGURE_PROVISIONAL)
            mark_shape(pen, scene, (struct point){ places_x(x, i), y[i] },
                       0.85 * pen->theme->end_dot, series->color);
}

/* room: of a double and a bool a period. */
static void draw_line_in(const struct plot *plot, struct scene *scene, const struct scale *scale,
                         const struct model_series *series, const struct places *x,
                         const bool *starts, void *room)
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
            mark_casing(pen, scene, (struct point){ places_x(x, i), y[i] });
        mark_dot(pen, scene, (struct point){ places_x(x, i), y[i] }, series->color,
                 series->figures[i].drawn);
    }
}

/* The style of a line of which there is nothing to tell but where it goes: no gap, no break, no mark at
 * its figures. FIGURE_STYLES: it is another. */
static enum figure_style style_of_whole(const struct plot *plot, const struct model_series *series)
{
    const struct model *model = plot->model;
    enum figure_style style = figure_at(model, series, 0).drawn;

    if (model->n_periods < MANY_FIGURES || model->is_uneven || style == FIGURE_PROVISIONAL ||
        theme_shape(plot->pen.theme, series->color) != SHAPE_DOT ||
        (!plot->joins_gaps && absent_of(model) != NULL && model->absent_step > 0))
        return FIGURE_STYLES;
    for (size_t i = 0; !figures_are_plain(series) && i < model->n_periods; i++)
        if (isnan(series->figures[i].value) || series->figures[i].drawn != style ||
            (series->figures[i].flags & 1U << FLAG_BREAK) != 0)
            return FIGURE_STYLES;
    return style;
}

/* Draws such a line point by point, without room for all of them. */
static void draw_whole_line(const struct plot *plot, struct scene *scene, const struct scale *scale,
                            const struct model_series *series, const struct places *x,
                            enum figure_style style)
{
    const struct figure *figures = series->figures;
    const struct chart_pen *pen = &plot->pen;
    struct columns line = { 0 };

    begin_part(pen, &line, scene, series, style,
               (struct point){ places_x(x, 0), scale_position(scale, figures[0].value) });
    for (size_t i = 1; i < plot->model->n_periods; i++)
        columns_to(&line,
                   (struct point){ places_x(x, i), scale_position(scale, figures[i].value) });
    columns_end(&line);
    end_stroke(pen, scene, series, style);
}

/* The same of figures without an array. */
static void draw_plain_line(const struct plot *plot, struct scene *scene, const struct scale *scale,
                            const struct model_series *series, const struct places *x)
{
    const struct plain_line drawn = { plot, scale, series, x };
    struct columns line = { 0 };

    begin_part(&plot->pen, &line, scene, series, FIGURE_SOLID, plain_line_begin(&drawn));
    plain_line_to_end(&drawn, &line);
    columns_end(&line);
    end_stroke(&plot->pen, scene, series, FIGURE_SOLID);
}

static void draw_line(const struct plot *plot, struct scene *scene, const struct scale *scale,
                      const struct model_series *series, const struct places *x, const bool *starts)
{
    size_t n = plot->model->n_periods, size = n * (sizeof(double) + sizeof(bool));
    const sheaf_alloc *alloc = &plot->pen.arena->alloc;
    void *room = series->n_values > 0 ? memory_resize(alloc, NULL, 0, size) : NULL;

    if (room == NULL && series->n_values > 0)
        fail_memory(text_error(plot->pen.text));
    if (room != NULL)
        draw_line_in(plot, scene, scale, series, x, starts, room);
    memory_free(alloc, room, size);
}

/* Of figures without an array that have more to tell than where they go: for as long as it takes with one. */
static void draw_listed_line(const struct plot *plot, struct scene *scene,
                             const struct scale *scale, const struct model_series *series,
                             const struct places *x)
{
    const sheaf_alloc *alloc = &plot->pen.arena->alloc;
    struct model_series listed = *series;
    size_t n = plot->model->n_periods, size = n * sizeof *listed.figures;

    listed.figures = memory_resize(alloc, NULL, 0, size);
    if (listed.figures == NULL) {
        fail_memory(text_error(plot->pen.text));
        return;
    }
    for (size_t i = 0; i < n; i++)
        listed.figures[i] = figure_at(plot->model, series, i);
    draw_line(plot, scene, scale, &listed, x, NULL);
    memory_free(alloc, listed.figures, size);
}

void mark_line(const struct plot *plot, struct scene *scene, const struct scale *scale,
               const struct model_series *series, const struct places *x, const bool *starts)
{
    enum figure_style whole = starts == NULL ? style_of_whole(plot, series) : FIGURE_STYLES;

    if (whole != FIGURE_STYLES && figures_are_plain(series))
        draw_plain_line(plot, scene, scale, series, x);
    else if (whole != FIGURE_STYLES)
        draw_whole_line(plot, scene, scale, series, x, whole);
    else if (figures_are_plain(series))
        draw_listed_line(plot, scene, scale, series, x);
    else
        draw_line(plot, scene, scale, series, x, starts);
}
