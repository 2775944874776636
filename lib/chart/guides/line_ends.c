/* line_ends.c - the names and last values of all lines of a plot, beside their ends. */
#include "chart/guides/line_ends.h"

#include <math.h>

#include "chart/marks.h"
#include "chart/model/figures.h"

/* What places ask about the lines. */
struct lines_drawn {
    const struct model *model;
    const struct scale *scale;
};

static bool is_named(const struct model *model, size_t series)
{
    return model->n_series <= MOST_NAMED_LINES || model->is_of_years ||
           !model->series[series].is_deemphasised;
}

/* Before emphasis is chosen: there is one to every colour at most. */
static size_t most_named(const struct plot *plot)
{
    const struct model *model = plot->model;

    return model->n_series <= MOST_NAMED_LINES || model->is_of_years
               ? model->n_series
               : plot->pen.theme->n_categories;
}

double line_ends_least(const struct plot *plot)
{
    return (line_end_height(plot, &(struct line_end){ .lines = NULL }) +
            end_labels_apart(plot->pen.em)) *
           (double)most_named(plot);
}

double line_ends_height(const struct plot *plot, const struct line_ends *ends)
{
    double height = 0;

    for (size_t i = 0; i < ends->n; i++)
        height += line_end_height(plot, &ends->items[i]) + end_labels_apart(plot->pen.em);
    return height;
}

void line_ends_set(const struct plot *plot, struct line_ends *ends, bool with_name, bool with_value,
                   double narrow, double most)
{
    ends->n = 0;
    for (size_t i = 0; i < plot->model->n_series; i++)
        if (is_named(plot->model, i) &&
            model_last(plot->model, &plot->model->series[i]) < plot->model->n_periods)
            ends->items[ends->n++] = line_end_wrap(plot, i, with_name, with_value, narrow, most);
}

double line_ends_width(const struct plot *plot, const struct line_ends *ends)
{
    double widest = 0;

    for (size_t i = 0; i < ends->n; i++)
        widest = fmax(widest, line_end_width(plot, &ends->items[i]));
    return widest;
}

static double height_at(const void *own, size_t line, size_t point)
{
    const struct lines_drawn *drawn = own;
    double value = figure_value(drawn->model, &drawn->model->series[line], point);

    return isnan(value) ? NAN : scale_position(drawn->scale, value);
}

static struct end_room room_of(const struct plot *plot, const struct line_ends *ends,
                               const struct lines_drawn *drawn, const struct places *x, double top,
                               double bottom)
{
    return (struct end_room){ .x = x,
                              .n_points = plot->model->n_periods,
                              .n_lines = plot->model->n_series,
                              .y = height_at,
                              .own = drawn,
                              .from = fmax(places_x(x, 0), ends->from),
                              .column = places_x(x, plot->model->n_periods - 1) + ends->beside,
                              .top = top - 0.4 * plot->pen.em,
                              .bottom = bottom + 0.3 * plot->pen.em,
                              .plot_top = top,
                              .plot_bottom = bottom,
                              .em = plot->pen.em,
                              .dot = plot->pen.theme->end_dot };
}

/* The labels in the order of the items, not yet placed. */
static struct end_label *labels_of(const struct plot *plot, const struct line_ends *ends)
{
    struct end_label *labels = arena_array(plot->pen.arena, struct end_label, ends->n);

    for (size_t i = 0; labels != NULL && i < ends->n; i++) {
        const struct line_end *end = &ends->items[i];
        const struct model_series *series = &plot->model->series[end->series];
        labels[i] = (struct end_label){ .line = end->series,
                                        .point = model_last(plot->model, series),
                                        .width = line_end_width(plot, end),
                                        .height = line_end_height(plot, end) };
    }
    return labels;
}

bool line_ends_lead(const struct plot *plot, const struct line_ends *ends,
                    const struct scale *scale, const struct places *x, double plot_height)
{
    const struct lines_drawn drawn = { plot->model, scale };
    struct end_label *labels = labels_of(plot, ends);

    if (labels == NULL)
        return false;
    struct end_room room = room_of(plot, ends, &drawn, x, 0, plot_height);
    bool fits = end_labels_place(&room, labels, ends->n, plot->pen.arena), leads = !fits;
    for (size_t i = 0; i < ends->n; i++)
        leads = leads || labels[i].has_leader;
    return leads;
}

void line_ends_place(const struct plot *plot, struct line_ends *ends, const struct scale *scale,
                     const struct places *x)
{
    struct lines_drawn *drawn = arena_new(plot->pen.arena, struct lines_drawn);
    struct end_label *labels = labels_of(plot, ends);

    if (drawn == NULL || labels == NULL) {
        ends->n = 0;
        return;
    }
    *drawn = (struct lines_drawn){ plot->model, scale };
    ends->room = room_of(plot, ends, drawn, x, plot->box.top, plot->box.bottom);
    bool fits = end_labels_place(&ends->room, labels, ends->n, plot->pen.arena);
    ends->labels = labels;
    for (size_t i = 0; i < ends->n; i++)
        for (size_t k = 0; k < ends->n; k++) {
            struct line_end *end = &ends->items[i];
            if (labels[k].line != end->series)
                continue;
            end->at = labels[k].at;
            end->left = labels[k].left;
            end->y = labels[k].y;
            end->label = k;
            if (!fits)
                *end = (struct line_end){ .series = end->series, .at = end->at, .label = k };
        }
}

/* Dots in one place with this one; later: of lines that are drawn after it. */
static size_t dots_at(const struct plot *plot, const struct line_ends *ends,
                      const struct line_end *end, bool later)
{
    size_t n = 0;

    for (size_t i = 0; i < ends->n; i++) {
        const struct line_end *other = &ends->items[i];
        bool counts = later ? other->series > end->series : other->series != end->series;
        n += counts && other->at.x == end->at.x &&
             fabs(other->at.y - end->at.y) < 0.2 * plot->pen.theme->end_dot;
    }
    return n;
}

/* Where a line's dot stands: at its last figure or, if so wished, at the last that is no forecast. */
static struct point dot_place(const struct plot *plot, const struct line_ends *ends,
                              const struct line_end *end, const struct scale *scale,
                              const struct places *x)
{
    const struct model_series *series = &plot->model->series[end->series];

    for (size_t i = plot->model->n_periods; ends->dots_last_known && i > 0; i--) {
        const struct figure figure = figure_at(plot->model, series, i - 1);
        if (!isnan(figure.value) && figure.drawn != FIGURE_FORECAST)
            return (struct point){ places_x(x, i - 1), scale_position(scale, figure.value) };
    }
    return end->at;
}

/* Of two dots in one place the first is larger, so that it shows as a ring around the other. More
 * are one dot in ink, which the last draws: their names stand beside it. */
static void draw_dot(const struct plot *plot, const struct line_ends *ends, struct scene *scene,
                     const struct line_end *end, enum figure_style style, struct point place)
{
    const struct theme *theme = plot->pen.theme;
    struct color color = plot->model->series[end->series].color;
    bool is_one_of_many = dots_at(plot, ends, end, false) > 1;
    bool is_hidden = dots_at(plot, ends, end, true) > 0;

    if (is_one_of_many && is_hidden)
        return;
    if (is_hidden) {
        scene_circle(scene, end->at.x, end->at.y, 1.7 * theme->end_dot);
        scene_fill(scene, color);
    }
    if (is_one_of_many)
        mark_casing(&plot->pen, scene, end->at);
    mark_dot(&plot->pen, scene, place, is_one_of_many ? theme->ink : color, style);
}

/* One that crosses the plot is dotted there, so that nobody takes it for the line's course. */
static void draw_leader(const struct plot *plot, const struct line_ends *ends, struct scene *scene,
                        const struct end_label *label)
{
    const struct theme *theme = plot->pen.theme;
    struct stroke stroke = { .width = theme->grid_width };
    struct paint none = paint_none(), paint = paint_color(theme->axis);
    struct point points[3];

    if (!label->has_leader)
        return;
    size_t n = end_label_leader(&ends->room, label, points);
    if (n == 3) {
        stroke.n_dash = 2;
        stroke.dash[0] = 0.1 * plot->pen.em;
        stroke.dash[1] = 0.25 * plot->pen.em;
    }
    scene_move_to(scene, points[0].x, points[0].y);
    for (size_t i = 1; i < n; i++)
        scene_line_to(scene, points[i].x, points[i].y);
    scene_draw(scene, &none, &paint, &stroke);
}

static void draw_end(const struct plot *plot, const struct line_ends *ends, struct scene *scene,
                     const struct line_end *end, struct point dot)
{
    const struct model_series *series = &plot->model->series[end->series];
    size_t last = model_last(plot->model, series);

    plot_open_datum(plot, scene, end->series, last);
    draw_dot(plot, ends, scene, end, figure_at(plot->model, series, last).drawn, dot);
    if (line_end_width(plot, end) > 0) {
        draw_leader(plot, ends, scene, &ends->labels[end->label]);
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_end_draw(plot, scene, end, end->left);
        scene_close(scene);
    }
    scene_close(scene);
}

void line_ends_draw(const struct plot *plot, const struct line_ends *ends, struct scene *scene,
                    size_t series, const struct scale *scale, const struct places *x)
{
    for (size_t i = 0; i < ends->n; i++)
        if (ends->items[i].series == series)
            draw_end(plot, ends, scene, &ends->items[i],
                     dot_place(plot, ends, &ends->items[i], scale, x));
}
