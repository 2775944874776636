/* slope.c - who moved between two periods: a line a member from one upright rule to another, with name
 * and value at both ends. */
#include <math.h>
#include <stdlib.h>

#include "chart/guides/labels.h"
#include "chart/marks.h"
#include "chart/plan.h"
#include "chart/types/movers.h"
#include "chart/types/rows/rows.h"

enum { THEN, NOW, ENDS };

struct slope_label {
    size_t series;
    struct text_line *name, *value;
    double at, y; /* of the figure, and of the label's middle */
};

struct slope {
    struct slope_label *labels[ENDS]; /* from the top */
    size_t n[ENDS];
    struct text_line *periods[ENDS];
    bool says_unit;
    double x[ENDS]; /* of the rules */
};

static const struct member_rules rules = { .what = "a slope chart",
                                           .instead = "a ranking",
                                           .periods = PERIODS_FIRST_AND_LAST,
                                           .leaves_rest = true,
                                           .row = 1.7,
                                           .tight = 0.75,
                                           .head = 2 };

/* In ems: height of a label, between name and value, from a rule to its labels, above the lines. */
static const double label_height = 1.25, name_gap = 0.5, beside = 1.3, head = 2;
/* Between the rules, in ems. */
static const double least_apart = 3.5;
/* Share of the width for the labels of one end. */
static const double max_label_share = 0.37;

/* Measuring -------------------------------------------------------------------------------- */

static double label_width(const struct plot *plot, const struct slope_label *label)
{
    double name = line_width(label->name);

    return line_width(label->value) + (name > 0 ? name + name_gap * plot->pen.em : 0);
}

/* The width that the labels of one end may take: the names of both periods keep apart. */
static double most_for_labels(const struct plot *plot, const struct slope *slope)
{
    double em = plot->pen.em;
    double names = (line_width(slope->periods[THEN]) + line_width(slope->periods[NOW])) / 2;
    double apart = fmax(names + 0.8 * em, least_apart * em);

    return fmin(max_label_share * plot->width, (plot->width - apart) / 2 - beside * em);
}

static struct text_line *value_line(const struct plot *plot, const struct figure *figure,
                                    const struct text_style *style, bool with_unit)
{
    const char *words = pen_amount(&plot->pen, plot->model, figure, with_unit);

    return pen_label(&plot->pen, pen_flagged(&plot->pen, words, figure), style);
}

/* The first of all labels has the unit where no subtitle says it. A value that has no room is left
 * out before its name is. True: it has the unit. */
static bool set_label(const struct plot *plot, struct slope_label *label, size_t end,
                      bool with_unit, double most)
{
    const struct model_series *series = &plot->model->series[label->series];
    const struct figure *figure = &series->figures[end];
    struct text_style style = movers_style(plot, series);
    double gap = name_gap * plot->pen.em;

    label->value = value_line(plot, figure, &style, with_unit);
    with_unit = with_unit && line_width(label->value) <= most;
    if (!with_unit)
        label->value = value_line(plot, figure, &style, false);
    if (line_width(label->value) > most)
        label->value = NULL;
    double room = most - line_width(label->value) - gap;
    const char *name = series->label;
    if (series->code != NULL && text_width(plot->pen.text, name, &style) > room)
        name = series->code;
    label->name =
        room > plot->pen.em ? text_fit(plot->pen.text, plot->pen.arena, name, &style, room) : NULL;
    return with_unit;
}

static int compare_heights(const void *a, const void *b)
{
    const struct slope_label *one = a, *other = b;

    if (one->at != other->at)
        return one->at < other->at ? -1 : 1;
    return one->series < other->series ? -1 : 1;
}

/* The labels of one end in the order of their figures, from the largest. */
static bool set_end(const struct plot *plot, struct slope *slope, size_t end)
{
    const struct model *model = plot->model;
    struct slope_label *labels = arena_array(plot->pen.arena, struct slope_label, model->n_series);
    size_t n = 0;

    for (size_t i = 0; labels != NULL && i < model->n_series; i++)
        if (!isnan(model->series[i].figures[end].value))
            labels[n++] =
                (struct slope_label){ .series = i, .at = -model->series[i].figures[end].value };
    if (labels == NULL)
        return false;
    qsort(labels, n, sizeof *labels, compare_heights);
    for (size_t i = 0; i < n; i++)
        if (set_label(plot, &labels[i], end, i == 0 && !plot->plan->unit_said,
                      most_for_labels(plot, slope)))
            slope->says_unit = true;
    slope->labels[end] = labels;
    slope->n[end] = n;
    return true;
}

static bool color_movers(const struct plot *plot)
{
    const struct model *model = plot->model;
    double *changes = arena_array(plot->pen.arena, double, model->n_series);

    for (size_t i = 0; changes != NULL && i < model->n_series; i++)
        changes[i] = model->series[i].figures[NOW].value - model->series[i].figures[THEN].value;
    return movers_color(plot, changes);
}

static double widest(const struct plot *plot, const struct slope *slope, size_t end)
{
    double width = line_width(slope->periods[end]) / 2 - beside * plot->pen.em;

    for (size_t i = 0; i < slope->n[end]; i++)
        width = fmax(width, label_width(plot, &slope->labels[end][i]));
    return width + beside * plot->pen.em;
}

static void measure(struct plot *plot, double plot_height)
{
    struct slope *slope = arena_new(plot->pen.arena, struct slope);
    struct text_style style = plot->pen.theme->label_strong;
    unsigned flags = 0;

    (void)plot_height;
    plot->marks = NULL;
    plot->foot = 0;
    if (slope == NULL || !color_movers(plot))
        return;
    style.color = plot->pen.theme->ink;
    for (size_t end = THEN; end < ENDS; end++)
        slope->periods[end] =
            pen_label(&plot->pen, pen_period_text(&plot->pen, plot->model->periods[end]), &style);
    for (size_t end = THEN; end < ENDS; end++) {
        if (!set_end(plot, slope, end))
            return;
        for (size_t i = 0; i < slope->n[end]; i++)
            flags |= plot->model->series[slope->labels[end][i].series].figures[end].flags;
    }
    slope->x[THEN] = widest(plot, slope, THEN);
    slope->x[NOW] = plot->width - widest(plot, slope, NOW);
    size_t most = slope->n[THEN] > slope->n[NOW] ? slope->n[THEN] : slope->n[NOW];
    plot->least = (head + label_height * (double)most) * plot->pen.em;
    legend_add_styles(plot->plan, SWATCH_LINE);
    legend_add_flags(plot->plan, flags);
    plot_note_words(plot, slope->says_unit);
    plot->marks = slope;
}

/* Drawing ---------------------------------------------------------------------------------- */

static struct scale scale_of(const struct plot *plot)
{
    struct extent values = plot->extent;
    double em = plot->pen.em;

    if (values.low == values.high)
        values = (struct extent){ values.low - 1, values.high + 1 };
    return (struct scale){ .type = plot->scale,
                           .low = values.low,
                           .high = values.high,
                           .from = plot->box.bottom - 0.6 * em,
                           .to = plot->box.top + (head + 0.1) * em };
}

/* Labels move no more than they have to; from one that moved a leader goes to its figure. */
static bool place_labels(const struct plot *plot, struct slope *slope, const struct scale *scale,
                         size_t end)
{
    size_t n = slope->n[end];
    struct spread_label *spread = arena_array(plot->pen.arena, struct spread_label, n + 1);

    if (spread == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        struct slope_label *label = &slope->labels[end][i];
        label->at = scale_position(scale, plot->model->series[label->series].figures[end].value);
        spread[i] = (struct spread_label){ label->at, label_height * plot->pen.em, 0 };
    }
    bool fits = labels_spread(spread, n, plot->box.top + (head - 0.6) * plot->pen.em,
                              plot->box.bottom + 0.1 * plot->pen.em);
    for (size_t i = 0; fits && i < n; i++)
        slope->labels[end][i].y = spread[i].place;
    return fits;
}

static void draw_label(const struct plot *plot, const struct slope *slope, struct scene *scene,
                       const struct slope_label *label, size_t end)
{
    double sign = end == THEN ? -1 : 1, em = plot->pen.em;
    double x = slope->x[end] + sign * beside * em;
    enum text_align align = end == THEN ? ALIGN_RIGHT : ALIGN_LEFT;

    if (fabs(label->y - label->at) > 0.3 * em) {
        scene_move_to(scene, slope->x[end] + sign * (plot->pen.theme->end_dot + 0.1 * em),
                      label->at);
        scene_line_to(scene, x - sign * 0.2 * em, label->y);
        scene_stroke(scene, plot->pen.theme->axis, plot->pen.theme->grid_width);
    } else {
        x -= sign * 0.6 * em;
    }
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(scene, label->value, x, label->y, align);
    if (label->value != NULL)
        x += sign * (line_width(label->value) + name_gap * em);
    line_draw_centered(scene, label->name, x, label->y, align);
    scene_close(scene);
}

static void draw_end(const struct plot *plot, const struct slope *slope, struct scene *scene,
                     size_t series, size_t end, bool with_labels)
{
    for (size_t i = 0; i < slope->n[end]; i++) {
        const struct slope_label *label = &slope->labels[end][i];
        const struct model_series *row = &plot->model->series[series];
        if (label->series != series)
            continue;
        plot_open_datum(plot, scene, series, end);
        mark_dot(&plot->pen, scene, (struct point){ slope->x[end], label->at }, row->color,
                 row->figures[end].drawn);
        if (with_labels)
            draw_label(plot, slope, scene, label, end);
        scene_close(scene);
    }
}

static void draw_rules(const struct plot *plot, const struct slope *slope, struct scene *scene)
{
    double width = plot->pen.theme->grid_width, em = plot->pen.em;

    scene_open_role(scene, ROLE_GRID);
    for (size_t end = THEN; end < ENDS; end++) {
        scene_rectangle(scene, pen_snap(&plot->pen, slope->x[end] - width / 2),
                        plot->box.top + 1.4 * em, width,
                        plot->box.bottom - plot->box.top - 1.4 * em);
        scene_fill(scene, plot->pen.theme->axis);
    }
    scene_close(scene);
    scene_open_role(scene, ROLE_AXIS_X);
    for (size_t end = THEN; end < ENDS; end++)
        line_draw_centered(scene, slope->periods[end], slope->x[end], plot->box.top + 0.6 * em,
                           ALIGN_CENTER);
    scene_close(scene);
}

/* Grey lines lie behind. */
static void draw(const struct plot *plot, struct scene *scene)
{
    struct slope *slope = plot->marks;
    const struct model *model = plot->model;
    struct scale scale = scale_of(plot);
    bool with_labels[ENDS];

    draw_rules(plot, slope, scene);
    for (size_t end = THEN; end < ENDS; end++)
        with_labels[end] = place_labels(plot, slope, &scale, end);
    for (size_t i = 0; i < model->n_series; i++)
        plot_note_line(plot, i, slope->x, &scale);
    for (int front = 0; front < 2; front++)
        for (size_t i = 0; i < model->n_series; i++) {
            if (model->series[i].is_deemphasised != (front == 0))
                continue;
            plot_open_series(plot, scene, i);
            mark_line(plot, scene, &scale, &model->series[i], slope->x, NULL);
            draw_end(plot, slope, scene, i, THEN, with_labels[THEN]);
            draw_end(plot, slope, scene, i, NOW, with_labels[NOW]);
            scene_close(scene);
        }
}

/* Differences are compared, and figures are written: no axis begins anywhere. */
static struct extent extent(const struct plot *plot)
{
    return plot->model->extent;
}

static double min_height(const struct plot *plot)
{
    return members_height(&rules, plot->plan->top.rows) * plot->pen.em;
}

const struct chart_type slope_type = {
    .word = WORD_SLOPE_CHART,
    .takes_log = true,
    .members = &rules,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = speech_say_series,
};
