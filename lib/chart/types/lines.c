/* lines.c - a line a series over time, each named at its end. */
#include <math.h>
#include <stdlib.h>

#include "chart/guides/labels.h"
#include "chart/guides/line_end.h"
#include "chart/marks.h"
#include "chart/model/emphasis.h"
#include "chart/scale/period.h"
#include "chart/words/speech.h"

struct line_last {
    size_t series;
    double value;
};

struct lines {
    double *x; /* one a period */
    struct line_end *ends;
    size_t n_ends;
    double left, right; /* of the marks */
    double beside;      /* from a last value to its label */
    double label_left;  /* of the labels at the ends */
};

enum { LEAST_COURSE = 4 }; /* periods */
/* Share of the width that labels at the ends may take. */
static const double most_label_share = 0.36;

static double label_height(const struct chart_plan *plan)
{
    return 1.25 * plan->em;
}

/* Name and last value, the value alone, or nothing: what the room allows. */
static void set_ends(struct chart_plan *plan, struct lines *lines, bool with_name, bool with_value)
{
    double most = most_label_share * plan->width;

    lines->n_ends = 0;
    for (size_t i = 0; i < plan->model->n_series; i++)
        if (model_last(plan->model, &plan->model->series[i]) < plan->model->n_periods)
            lines->ends[lines->n_ends++] = line_end_set(plan, i, with_name, with_value, most);
}

static double widest_end(const struct chart_plan *plan, const struct lines *lines)
{
    double widest = 0;

    for (size_t i = 0; i < lines->n_ends; i++)
        widest = fmax(widest, line_end_width(plan, &lines->ends[i]));
    return widest;
}

/* A label farther from its value than this needs a leader to it. */
static bool is_moved(const struct chart_plan *plan, double distance)
{
    return fabs(distance) > 0.35 * plan->em;
}

static int compare_wishes(const void *a, const void *b)
{
    const struct spread_label *first = a, *second = b;

    return (first->wanted > second->wanted) - (first->wanted < second->wanted);
}

/* Whether labels will stand apart from their values, and need room for leaders. */
static bool ends_move(struct chart_plan *plan, const struct lines *lines, double plot_height)
{
    const struct model *model = plan->model;
    struct linear_scale scale = { plan->value_axis.ticks.low, plan->value_axis.ticks.high,
                                  plot_height - plan->value_axis.room_below,
                                  plan->value_axis.room_above };
    struct spread_label *labels = arena_array(plan->arena, struct spread_label, lines->n_ends);

    if (labels == NULL)
        return false;
    for (size_t i = 0; i < lines->n_ends; i++) {
        const struct model_series *series = &model->series[lines->ends[i].series];
        labels[i].wanted = linear_place(&scale, series->figures[model_last(model, series)].value);
        labels[i].size = label_height(plan);
    }
    qsort(labels, lines->n_ends, sizeof *labels, compare_wishes);
    bool moved = !labels_spread(labels, lines->n_ends, 0, plot_height);
    for (size_t i = 0; i < lines->n_ends; i++)
        moved = moved || is_moved(plan, labels[i].place - labels[i].wanted);
    return moved;
}

static int compare_last(const void *a, const void *b)
{
    const struct line_last *first = a, *second = b;

    if (first->value != second->value)
        return first->value > second->value ? -1 : 1;
    return first->series < second->series ? -1 : 1;
}

/* In the order in which the lines end, from the top. */
static void add_legend(struct chart_plan *plan)
{
    const struct model *model = plan->model;
    struct line_last *lasts = arena_array(plan->arena, struct line_last, model->n_series);

    for (size_t i = 0; lasts != NULL && i < model->n_series; i++) {
        size_t last = model_last(model, &model->series[i]);
        lasts[i].series = i;
        lasts[i].value = last < model->n_periods ? model->series[i].figures[last].value : -INFINITY;
    }
    if (lasts == NULL)
        return;
    qsort(lasts, model->n_series, sizeof *lasts, compare_last);
    for (size_t i = 0; i < model->n_series; i++)
        legend_add_series(plan, lasts[i].series, lasts[i].series + 1, SWATCH_LINE);
}

/* Chooses what the ends say; returns the room at the right that it takes. */
static double measure_ends(struct chart_plan *plan, struct lines *lines, double plot_height)
{
    static const struct {
        bool name, value;
    } ways[] = { { true, true }, { true, false }, { false, true }, { false, false } };
    bool one = plan->model->n_series == 1;

    for (size_t i = 0; i < 4; i++) {
        bool with_name = ways[i].name && !(one && plan->header.bottom > 0);
        if (with_name)
            emphasis_choose(plan->model, &plan->theme);
        else
            emphasis_clear(plan->model);
        set_ends(plan, lines, with_name, ways[i].value);
        double width = widest_end(plan, lines);
        bool fits = width <= most_label_share * plan->width &&
                    (double)lines->n_ends * label_height(plan) <= plot_height &&
                    plan->detail < DETAIL_NO_AXIS;
        if (!fits && width > 0)
            continue;
        if (!with_name && !one)
            add_legend(plan);
        if (width <= 0)
            return plan->theme.end_dot;
        bool moved = ends_move(plan, lines, plot_height);
        lines->beside = plan->theme.end_dot + (moved ? 1.6 : 0.5) * plan->em;
        return width + lines->beside;
    }
    return 0;
}

/* The first and the last period stand half a period, or half a label, within. */
static void place_periods(struct chart_plan *plan, struct lines *lines)
{
    const struct model *model = plan->model;
    double first = period_middle(model->periods[0]);
    double last = period_middle(model->periods[model->n_periods - 1]);
    double room = lines->right - lines->left;
    double inset = fmin(1.2 * plan->em, room / (2 * (double)model->n_periods));
    bool labelled = widest_end(plan, lines) > 0;
    struct linear_scale scale = { first, last, lines->left + inset,
                                  labelled ? lines->right : lines->right - inset };

    for (size_t i = 0; i < model->n_periods; i++)
        lines->x[i] = linear_place(&scale, period_middle(model->periods[i]));
}

static void measure_periods(struct chart_plan *plan, const struct lines *lines)
{
    size_t n = plan->model->n_periods;
    struct period_slot *slots = arena_array(plan->arena, struct period_slot, n);

    for (size_t i = 0; slots != NULL && i < n; i++)
        slots[i] = (struct period_slot){ .period = plan->model->periods[i],
                                         .center = lines->x[i],
                                         .left = plan->plot.left,
                                         .right = plan->width };
    if (slots != NULL)
        period_axis_measure(plan, slots, n, true);
    plan->foot = period_axis_height(plan);
}

static void check(struct chart_plan *plan)
{
    const struct model *model = plan->model;

    if (model->n_kinds < 2)
        return;
    const char *first = plan_period_text(plan, model->periods[0]);
    const char *last = plan_period_text(plan, model->periods[model->n_periods - 1]);
    fail(text_error(plan->text), SHEAF_BAD_INPUT,
         "a line joins periods of one length, not %s and %s; choose the periods, or draw bars",
         first != NULL ? first : "", last != NULL ? last : "");
}

/* What the values at the ends are marked with. */
static unsigned marks_shown(const struct model *model, const struct lines *lines)
{
    unsigned marks = 0;

    for (size_t i = 0; i < lines->n_ends; i++) {
        const struct model_series *series = &model->series[lines->ends[i].series];
        if (lines->ends[i].value != NULL)
            marks |= series->figures[model_last(model, series)].marks;
    }
    return marks;
}

static void measure(struct chart_plan *plan, double plot_height)
{
    const struct model *model = plan->model;
    struct lines *lines = arena_new(plan->arena, struct lines);
    /* A few points have no course to see: their height is all they say. */
    bool from_zero =
        value_range_wants_zero(model->low, model->high) || model->n_periods < LEAST_COURSE;

    plan->marks = lines;
    if (lines == NULL)
        return;
    lines->x = arena_array(plan->arena, double, model->n_periods);
    lines->ends = arena_array(plan->arena, struct line_end, model->n_series);
    if (lines->x == NULL || lines->ends == NULL)
        return;
    value_axis_measure(plan, from_zero ? fmin(model->low, 0) : model->low,
                       from_zero ? fmax(model->high, 0) : model->high, plot_height);
    lines->left = plan->value_axis.gutter;
    lines->right = plan->width - measure_ends(plan, lines, plot_height);
    place_periods(plan, lines);
    measure_periods(plan, lines);
    legend_add_styles(plan, SWATCH_LINE);
    legend_add_marks(plan, marks_shown(model, lines));
}

/* Drawing */

static int compare_ends(const void *a, const void *b)
{
    const struct line_end *first = a, *second = b;

    if (first->at.y != second->at.y)
        return first->at.y < second->at.y ? -1 : 1;
    return first->series < second->series ? -1 : 1;
}

static void place_ends(struct chart_plan *plan, struct lines *lines)
{
    struct linear_scale scale = value_axis_scale(plan);
    struct spread_label *labels = arena_array(plan->arena, struct spread_label, lines->n_ends);

    for (size_t i = 0; i < lines->n_ends; i++) {
        struct line_end *end = &lines->ends[i];
        const struct model_series *series = &plan->model->series[end->series];
        size_t last = model_last(plan->model, series);
        end->at =
            (struct point){ lines->x[last], linear_place(&scale, series->figures[last].value) };
        end->y = end->at.y;
    }
    qsort(lines->ends, lines->n_ends, sizeof *lines->ends, compare_ends);
    if (labels == NULL)
        return;
    for (size_t i = 0; i < lines->n_ends; i++)
        labels[i] =
            (struct spread_label){ .wanted = lines->ends[i].at.y, .size = label_height(plan) };
    bool fits = labels_spread(labels, lines->n_ends, plan->plot.top - 0.4 * plan->em,
                              plan->plot.bottom + 0.3 * plan->em);
    for (size_t i = 0; i < lines->n_ends; i++) {
        if (fits)
            lines->ends[i].y = labels[i].place;
        else
            lines->ends[i].name = lines->ends[i].value = NULL;
    }
}

/* Whether a label stands in the column that leaders lead to: where it was moved, where
 * its line ends early, and where it has a neighbour there to be read with. */
static bool stands_away(const struct chart_plan *plan, const struct lines *lines,
                        const struct line_end *end)
{
    size_t i = (size_t)(end - lines->ends);
    double near = 1.4 * label_height(plan);

    return is_moved(plan, end->y - end->at.y) || lines->label_left - end->at.x > 3 * plan->em ||
           (i > 0 && end->y - end[-1].y < near && lines->beside > plan->em) ||
           (i + 1 < lines->n_ends && end[1].y - end->y < near && lines->beside > plan->em);
}

/* A line's dot that would be hidden by another's, drawn after it, is a ring around that. */
static void draw_hidden_dot(const struct chart_plan *plan, const struct lines *lines,
                            struct scene *scene, const struct line_end *end)
{
    double radius = plan->theme.end_dot;
    bool is_hidden = false;

    for (size_t i = 0; i < lines->n_ends; i++) {
        const struct line_end *other = &lines->ends[i];
        is_hidden = is_hidden || (other->series > end->series && other->at.x == end->at.x &&
                                  fabs(other->at.y - end->at.y) < 0.2 * radius);
    }
    if (!is_hidden)
        return;
    scene_circle(scene, end->at.x, end->at.y, 1.7 * radius);
    scene_fill(scene, plan->model->series[end->series].color);
}

static void draw_end(struct chart_plan *plan, const struct lines *lines, struct scene *scene,
                     const struct line_end *end)
{
    const struct model_series *series = &plan->model->series[end->series];
    size_t last = model_last(plan->model, series);
    struct group group = { .role = ROLE_DATUM, .label = plan_datum_name(plan, series, last) };
    double dot = plan->theme.end_dot;
    bool away = stands_away(plan, lines, end);
    double x = away ? lines->label_left : end->at.x + dot + 0.5 * plan->em;

    scene_open(scene, &group);
    draw_hidden_dot(plan, lines, scene, end);
    mark_dot(plan, scene, end->at, series->color, series->figures[last].style);
    if (end->name != NULL || end->value != NULL) {
        if (away) {
            scene_move_to(scene, end->at.x + dot, end->at.y);
            scene_line_to(scene, x - 0.15 * plan->em, end->y);
            scene_stroke(scene, plan->theme.axis, plan->theme.grid_width);
        }
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_end_draw(plan, scene, end, x);
        scene_close(scene);
    }
    scene_close(scene);
}

static void draw_line(struct chart_plan *plan, const struct lines *lines, struct scene *scene,
                      size_t index)
{
    const struct model_series *series = &plan->model->series[index];
    struct group group = { .role = ROLE_SERIES, .label = series->name };

    scene_open(scene, &group);
    mark_line(plan, scene, series, lines->x, NULL);
    for (size_t i = 0; i < lines->n_ends; i++)
        if (lines->ends[i].series == index)
            draw_end(plan, lines, scene, &lines->ends[i]);
    scene_close(scene);
}

/* Context lies behind. */
static void draw_series(struct chart_plan *plan, const struct lines *lines, struct scene *scene)
{
    const struct model *model = plan->model;

    for (int front = 0; front < 2; front++)
        for (size_t i = 0; i < model->n_series; i++)
            if (model->series[i].is_deemphasised == (front == 0))
                draw_line(plan, lines, scene, i);
}

static void draw(struct chart_plan *plan, struct scene *scene)
{
    struct lines *lines = plan->marks;
    size_t last = plan->model->n_periods - 1;
    bool labelled = lines->n_ends > 0 && line_end_width(plan, &lines->ends[0]) > 0;
    double right = labelled ? lines->x[last] : plan->width;

    lines->label_left = lines->x[last] + lines->beside;
    place_ends(plan, lines);
    value_axis_draw_grid(plan, scene, plan->plot.left, right);
    value_axis_draw_zero(plan, scene, plan->plot.left, right);
    value_axis_draw_labels(plan, scene);
    period_axis_draw(plan, scene);
    draw_series(plan, lines, scene);
}

static double least_height(const struct chart_plan *plan)
{
    return fmax(9 * plan->em, (double)plan->model->n_series * label_height(plan));
}

/* One period is no course of time. */
static sheaf_chart_type replacement(const struct chart_plan *plan)
{
    return plan->model->n_periods == 1 ? SHEAF_BARS : SHEAF_AUTO;
}

const struct chart_type lines_type = {
    .word = CHART_WORD_LINES,
    .tells_by_color = true,
    .check = check,
    .replacement = replacement,
    .measure = measure,
    .draw = draw,
    .least_height = least_height,
    .speak = speech_say_series,
};
