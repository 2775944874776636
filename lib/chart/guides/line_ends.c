/* line_ends.c - the names and last values of all lines of a plot, beside their ends. */
#include "chart/guides/line_ends.h"

#include <math.h>
#include <stdlib.h>

#include "chart/guides/labels.h"
#include "chart/marks.h"

double line_ends_pitch(const struct plot *plot)
{
    return 1.25 * plot->pen.em;
}

void line_ends_set(const struct plot *plot, struct line_ends *ends, bool with_name, bool with_value,
                   double most)
{
    ends->n = 0;
    for (size_t i = 0; i < plot->model->n_series; i++)
        if (model_last(plot->model, &plot->model->series[i]) < plot->model->n_periods)
            ends->items[ends->n++] = line_end_set(plot, i, with_name, with_value, most);
}

double line_ends_width(const struct plot *plot, const struct line_ends *ends)
{
    double widest = 0;

    for (size_t i = 0; i < ends->n; i++)
        widest = fmax(widest, line_end_width(plot, &ends->items[i]));
    return widest;
}

/* A label farther from its value than this needs a leader to it. */
static bool is_moved(const struct plot *plot, double distance)
{
    return fabs(distance) > 0.35 * plot->pen.em;
}

static int compare_wishes(const void *a, const void *b)
{
    const struct spread_label *first = a, *second = b;

    return (first->wanted > second->wanted) - (first->wanted < second->wanted);
}

bool line_ends_move(const struct plot *plot, const struct line_ends *ends,
                    const struct scale *scale, double plot_height)
{
    const struct model *model = plot->model;
    struct spread_label *labels = arena_array(plot->pen.arena, struct spread_label, ends->n);

    if (labels == NULL)
        return false;
    for (size_t i = 0; i < ends->n; i++) {
        const struct model_series *series = &model->series[ends->items[i].series];
        labels[i].wanted = scale_position(scale, series->figures[model_last(model, series)].value);
        labels[i].size = line_ends_pitch(plot);
    }
    qsort(labels, ends->n, sizeof *labels, compare_wishes);
    bool moved = !labels_spread(labels, ends->n, 0, plot_height);
    for (size_t i = 0; i < ends->n; i++)
        moved = moved || is_moved(plot, labels[i].place - labels[i].wanted);
    return moved;
}

static int compare_ends(const void *a, const void *b)
{
    const struct line_end *first = a, *second = b;

    if (first->at.y != second->at.y)
        return first->at.y < second->at.y ? -1 : 1;
    return first->series < second->series ? -1 : 1;
}

static void place_ends(const struct plot *plot, struct line_ends *ends, const struct scale *scale,
                       const double *x)
{
    struct spread_label *labels = arena_array(plot->pen.arena, struct spread_label, ends->n);

    for (size_t i = 0; i < ends->n; i++) {
        struct line_end *end = &ends->items[i];
        const struct model_series *series = &plot->model->series[end->series];
        size_t last = model_last(plot->model, series);
        end->at = (struct point){ x[last], scale_position(scale, series->figures[last].value) };
        end->y = end->at.y;
    }
    qsort(ends->items, ends->n, sizeof *ends->items, compare_ends);
    if (labels == NULL)
        return;
    for (size_t i = 0; i < ends->n; i++)
        labels[i] =
            (struct spread_label){ .wanted = ends->items[i].at.y, .size = line_ends_pitch(plot) };
    bool fits = labels_spread(labels, ends->n, plot->box.top - 0.4 * plot->pen.em,
                              plot->box.bottom + 0.3 * plot->pen.em);
    for (size_t i = 0; i < ends->n; i++) {
        if (fits)
            ends->items[i].y = labels[i].place;
        else
            ends->items[i].name = ends->items[i].value = NULL;
    }
}

/* Whether a line ends so far from its label that they would hardly be seen together. */
static bool ends_early(const struct plot *plot, const struct line_ends *ends,
                       const struct line_end *end)
{
    return ends->left - end->at.x > 3 * plot->pen.em;
}

/* Whether a label stands in the column at the right to which leaders lead: if it was moved, if its
 * line ends early, or if a label beside it stands there. */
static bool stands_away(const struct plot *plot, const struct line_ends *ends,
                        const struct line_end *end)
{
    size_t i = (size_t)(end - ends->items);
    double near = 1.4 * line_ends_pitch(plot);

    return is_moved(plot, end->y - end->at.y) || ends_early(plot, ends, end) ||
           (i > 0 && end->y - end[-1].y < near && ends->beside > plot->pen.em) ||
           (i + 1 < ends->n && end[1].y - end->y < near && ends->beside > plot->pen.em);
}

void line_ends_place(const struct plot *plot, struct line_ends *ends, const struct scale *scale,
                     const double *x)
{
    place_ends(plot, ends, scale, x);
    for (size_t i = 0; i < ends->n; i++) {
        struct line_end *end = &ends->items[i];
        end->left = stands_away(plot, ends, end)
                        ? ends->left
                        : end->at.x + plot->pen.theme->end_dot + 0.5 * plot->pen.em;
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
                              const double *x)
{
    const struct figure *figures = plot->model->series[end->series].figures;

    for (size_t i = plot->model->n_periods; ends->dots_last_known && i > 0; i--)
        if (!isnan(figures[i - 1].value) && figures[i - 1].drawn != FIGURE_FORECAST)
            return (struct point){ x[i - 1], scale_position(scale, figures[i - 1].value) };
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

static void draw_end(const struct plot *plot, const struct line_ends *ends, struct scene *scene,
                     const struct line_end *end, struct point dot)
{
    const struct model_series *series = &plot->model->series[end->series];
    size_t last = model_last(plot->model, series);

    plot_open_datum(plot, scene, end->series, last);
    draw_dot(plot, ends, scene, end, series->figures[last].drawn, dot);
    if (end->name != NULL || end->value != NULL) {
        if (stands_away(plot, ends, end))
            line_end_draw_leader(plot, scene, end, ends_early(plot, ends, end));
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_end_draw(plot, scene, end, end->left);
        scene_close(scene);
    }
    scene_close(scene);
}

void line_ends_draw(const struct plot *plot, const struct line_ends *ends, struct scene *scene,
                    size_t series, const struct scale *scale, const double *x)
{
    for (size_t i = 0; i < ends->n; i++)
        if (ends->items[i].series == series)
            draw_end(plot, ends, scene, &ends->items[i],
                     dot_place(plot, ends, &ends->items[i], scale, x));
}
