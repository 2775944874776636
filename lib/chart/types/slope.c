/* slope.c - who moved between two periods, or over three to five: a line a member from one upright rule to
 * another, with name and value at both ends. */
#include <math.h>
#include <stdlib.h>

#include "chart/guides/labels.h"
#include "chart/guides/row_name.h"
#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/plan.h"
#include "chart/scale/period.h"
#include "chart/types/movers.h"
#include "chart/types/rows/rows.h"
#include "chart/types/slope_foot.h"
#include "chart/words/words.h"
#include "text/format.h"

enum { THEN, NOW, ENDS };

struct slope_label {
    size_t series;
    struct row_name name;
    struct text_line *value;
    double at, y;     /* of the figure, and of the label's middle */
    bool is_left_out; /* of a grey line, because others stand there */
};

struct slope {
    struct slope_label *labels[ENDS]; /* from the top */
    size_t n[ENDS];
    struct slope_foot foot;
    struct text_line **periods; /* their names */
    bool says_unit;
    double *x; /* of the rules, one a period */
};

static const struct member_rules rules = { .what = "a slope chart",
                                           .instead = "a ranking",
                                           .periods = PERIODS_WANTED_IF_FEW,
                                           .leaves_rest = true,
                                           .row = 1.7,
                                           .tight = 0.75,
                                           .head = 2 };

/* In ems: height of a label, between name and value, from a rule to its labels, above the lines. */
static const double label_height = 1.25, name_gap = 0.5, beside = 1.3, head = 2;
/* Labels below the rules, which no leader leads to, stand so much nearer than those beside them, in ems. */
static const double foot_nearer = 0.6;
/* Between the rules, in ems. */
static const double least_apart = 3.5;
/* Share of the width for the labels of one end. */
static const double max_label_share = 0.37;
/* Of more than eight names, leaders longer than this, in ems, tangle: then grey lines whose names have no
 * room there, at the end of a short leader, go without. */
enum { FEW_NAMES = 8 };
static const double longest_leader = 4, short_leader = 1.6;

/* Measuring -------------------------------------------------------------------------------- */

static size_t last_period(const struct plot *plot)
{
    return plot->model->n_periods - 1;
}

static size_t period_of(const struct plot *plot, size_t end)
{
    return end == THEN ? 0 : last_period(plot);
}

static double label_width(const struct plot *plot, const struct slope_label *label)
{
    double name = label->name.width;

    return line_width(label->value) + (name > 0 ? name + name_gap * plot->pen.em : 0);
}

/* The width that the labels of one end may take: the names of both periods keep apart. */
static double most_for_labels(const struct plot *plot, const struct slope *slope)
{
    double em = plot->pen.em;
    double names =
        (line_width(slope->periods[0]) + line_width(slope->periods[last_period(plot)])) / 2;
    double apart = fmax(names + 0.8 * em, least_apart * em * (double)last_period(plot));

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
                      bool with_unit, double most, size_t lines)
{
    const struct model_series *series = &plot->model->series[label->series];
    const struct figure *figure = &series->figures[period_of(plot, end)];
    struct text_style style = movers_style(plot, series);
    double gap = name_gap * plot->pen.em;

    label->value = value_line(plot, figure, &style, with_unit);
    with_unit = with_unit && line_width(label->value) <= most;
    if (!with_unit)
        label->value = value_line(plot, figure, &style, false);
    if (line_width(label->value) > most)
        label->value = NULL;
    double room = most - line_width(label->value) - gap;
    label->name = row_name_set(plot, room > plot->pen.em ? series->label : NULL, series->code,
                               &style, room, lines, row_name_leading(plot));
    return with_unit;
}

static int compare_heights(const void *a, const void *b)
{
    const struct slope_label *one = a, *other = b;

    if (one->at != other->at)
        return one->at < other->at ? -1 : 1;
    return one->series < other->series ? -1 : 1;
}

static double height_of(const struct plot *plot, const struct slope_label *label)
{
    return label_height * plot->pen.em + row_name_more(&label->name);
}

/* Long names take as many lines, up to three, as all labels of the end have room for. */
static void set_labels(const struct plot *plot, struct slope *slope, size_t end, double height)
{
    enum { MOST_LINES = 3 };
    struct slope_label *labels = slope->labels[end];
    double most = most_for_labels(plot, slope), taken = INFINITY;

    for (size_t lines = MOST_LINES; lines > 0 && taken > height; lines--) {
        taken = head * plot->pen.em;
        for (size_t i = 0; i < slope->n[end]; i++) {
            if (set_label(plot, &labels[i], end, i == 0 && !plot->plan->unit_said, most, lines))
                slope->says_unit = true;
            taken += height_of(plot, &labels[i]);
        }
    }
}

/* The labels of one end in the order of their figures, from the largest. */
static bool set_end(const struct plot *plot, struct slope *slope, size_t end, double height)
{
    const struct model *model = plot->model;
    struct slope_label *labels = arena_array(plot->pen.arena, struct slope_label, model->n_series);
    size_t n = 0;

    for (size_t i = 0; labels != NULL && i < model->n_series; i++)
        if (!isnan(model->series[i].figures[period_of(plot, end)].value))
            labels[n++] =
                (struct slope_label){ .series = i,
                                      .at = -model->series[i].figures[period_of(plot, end)].value };
    if (labels == NULL)
        return false;
    qsort(labels, n, sizeof *labels, compare_heights);
    slope->labels[end] = labels;
    slope->n[end] = n;
    set_labels(plot, slope, end, height);
    return true;
}

static void name_by_code(const struct plot *plot, const struct slope *slope,
                         struct slope_label *label)
{
    const struct model_series *series = &plot->model->series[label->series];
    struct text_style style = movers_style(plot, series);
    double room = most_for_labels(plot, slope) - line_width(label->value) - name_gap * plot->pen.em;

    if (room > plot->pen.em)
        label->name =
            row_name_set(plot, series->code, NULL, &style, room, 1, row_name_leading(plot));
}

/* A member that one end names by its code, for want of room, has one name: the code at both. */
static void agree_on_names(const struct plot *plot, struct slope *slope)
{
    for (size_t i = 0; i < slope->n[THEN]; i++)
        for (size_t k = 0; k < slope->n[NOW]; k++) {
            struct slope_label *then = &slope->labels[THEN][i], *now = &slope->labels[NOW][k];

            if (then->series == now->series && then->name.is_code != now->name.is_code)
                name_by_code(plot, slope, then->name.is_code ? now : then);
        }
}

static bool color_movers(const struct plot *plot)
{
    const struct model *model = plot->model;
    double *changes = arena_array(plot->pen.arena, double, model->n_series);

    for (size_t i = 0; changes != NULL && i < model->n_series; i++)
        changes[i] =
            model->series[i].figures[last_period(plot)].value - model->series[i].figures[0].value;
    return movers_color(plot, changes);
}

static double widest(const struct plot *plot, const struct slope *slope, size_t end)
{
    double width = line_width(slope->periods[period_of(plot, end)]) / 2 - beside * plot->pen.em;

    width = fmax(width, slope_foot_width(plot, &slope->foot, period_of(plot, end)) -
                            foot_nearer * plot->pen.em);
    for (size_t i = 0; i < slope->n[end]; i++)
        width = fmax(width, label_width(plot, &slope->labels[end][i]));
    return width + beside * plot->pen.em;
}

/* Where the scale ends, of a plot down to `bottom`. */
static double above_foot(const struct slope *slope, double bottom)
{
    return bottom - slope->foot.height;
}

static struct scale scale_of(const struct plot *plot, double top, double bottom)
{
    struct extent values = plot->extent;
    double em = plot->pen.em;

    if (values.low == values.high)
        values = (struct extent){ values.low - 1, values.high + 1 };
    return (struct scale){ .type = plot->scale,
                           .low = values.low,
                           .high = values.high,
                           .from = bottom - 0.6 * em,
                           .to = top + (head + 0.1) * em };
}

/* Where the labels of one end stand that are not left out; the longest way of one to its place.
 * Negative: they have no room. */
static double place_labels(const struct plot *plot, struct slope *slope, size_t end, double top,
                           double bottom)
{
    struct scale scale = scale_of(plot, top, bottom);
    size_t n = 0;
    double em = plot->pen.em, longest = 0;
    struct spread_label *spread =
        arena_array(plot->pen.arena, struct spread_label, slope->n[end] + 1);

    if (spread == NULL)
        return -1;
    for (size_t i = 0; i < slope->n[end]; i++) {
        struct slope_label *label = &slope->labels[end][i];
        const struct model_series *series = &plot->model->series[label->series];
        label->at = scale_position(&scale, series->figures[period_of(plot, end)].value);
        if (!label->is_left_out)
            spread[n++] =
                (struct spread_label){ .wanted = label->at, .size = height_of(plot, label) };
    }
    if (!labels_spread(spread, n, top + (head - 0.6) * em, bottom + 0.1 * em))
        return -1;
    for (size_t i = slope->n[end]; i > 0; i--) {
        struct slope_label *label = &slope->labels[end][i - 1];
        if (label->is_left_out)
            continue;
        label->y = spread[--n].place;
        longest = fmax(longest, fabs(label->y - label->at));
    }
    return longest;
}

/* Those that moved most are named in any case, others, from the largest, where they have room. */
static void leave_out(const struct plot *plot, struct slope *slope, size_t end, double height)
{
    double longest = place_labels(plot, slope, end, 0, height);

    if (slope->n[end] <= FEW_NAMES || (longest >= 0 && longest <= longest_leader * plot->pen.em))
        return;
    for (size_t i = 0; i < slope->n[end]; i++) {
        struct slope_label *label = &slope->labels[end][i];
        label->is_left_out = plot->model->series[label->series].is_deemphasised;
    }
    for (size_t i = 0; i < slope->n[end]; i++) {
        struct slope_label *label = &slope->labels[end][i];
        if (!label->is_left_out)
            continue;
        label->is_left_out = false;
        longest = place_labels(plot, slope, end, 0, height);
        label->is_left_out = longest < 0 || longest > short_leader * plot->pen.em;
    }
}

static bool is_named(const struct slope *slope, size_t series)
{
    for (size_t end = THEN; end < ENDS; end++)
        for (size_t i = 0; i < slope->n[end]; i++)
            if (slope->labels[end][i].series == series && !slope->labels[end][i].is_left_out)
                return true;
    return false;
}

/* Lines that are named at no end are grey. */
static void add_others(const struct plot *plot, const struct slope *slope)
{
    size_t n = 0;

    for (size_t i = 0; i < plot->model->n_series; i++)
        n += !is_named(slope, i);
    legend_add_grey(plot->plan, n);
}

/* Rules stand as far apart as their periods. */
static void place_rules(const struct plot *plot, struct slope *slope)
{
    const struct model *model = plot->model;
    struct scale scale = { .type = &linear_scale,
                           .low = period_middle(model->periods[0]),
                           .high = period_middle(model->periods[last_period(plot)]),
                           .from = widest(plot, slope, THEN),
                           .to = plot->width - widest(plot, slope, NOW) };

    for (size_t i = 0; i < model->n_periods; i++)
        slope->x[i] = scale_position(&scale, period_middle(model->periods[i]));
}

static bool name_periods(const struct plot *plot, struct slope *slope)
{
    struct text_style style = plot->pen.theme->label_strong;
    size_t n = plot->model->n_periods;

    style.color = plot->pen.theme->ink;
    slope->periods = arena_array(plot->pen.arena, struct text_line *, n);
    slope->x = arena_array(plot->pen.arena, double, n);
    for (size_t i = 0; slope->periods != NULL && i < n; i++)
        slope->periods[i] =
            pen_label(&plot->pen, plot_period_name(plot, plot->model->periods[i]), &style);
    return slope->periods != NULL && slope->x != NULL;
}

static void measure(struct plot *plot, double plot_height)
{
    struct slope *slope = arena_new(plot->pen.arena, struct slope);
    unsigned flags = 0;
    double most = 0;

    plot->marks = NULL;
    plot->foot = 0;
    plot->joins_gaps = true;
    if (slope == NULL || !color_movers(plot) || !name_periods(plot, slope) ||
        !slope_foot_measure(plot, &slope->foot, most_for_labels(plot, slope), plot_height))
        return;
    plot_height = above_foot(slope, plot_height);
    for (size_t end = THEN; end < ENDS; end++)
        if (!set_end(plot, slope, end, plot_height))
            return;
    agree_on_names(plot, slope);
    for (size_t end = THEN; end < ENDS; end++) {
        double named = 0;
        leave_out(plot, slope, end, plot_height);
        for (size_t i = 0; i < slope->n[end]; i++) {
            const struct slope_label *label = &slope->labels[end][i];
            if (label->is_left_out)
                continue;
            flags |= plot->model->series[label->series].figures[period_of(plot, end)].flags;
            named += height_of(plot, label);
        }
        most = fmax(named, most);
    }
    place_rules(plot, slope);
    plot->least = head * plot->pen.em + most + slope->foot.height;
    legend_add_styles(plot->plan, SWATCH_LINE);
    legend_add_flags(plot->plan, flags | slope->foot.flags);
    add_others(plot, slope);
    plot_note_words(plot, slope->says_unit);
    plot->marks = slope;
}

/* Drawing ---------------------------------------------------------------------------------- */

/* From a label that moved a leader goes to its figure. */
static void draw_label(const struct plot *plot, const struct slope *slope, struct scene *scene,
                       const struct slope_label *label, size_t end)
{
    double sign = end == THEN ? -1 : 1, em = plot->pen.em;
    double rule = slope->x[period_of(plot, end)], x = rule + sign * beside * em;
    enum text_align align = end == THEN ? ALIGN_RIGHT : ALIGN_LEFT;

    if (fabs(label->y - label->at) > 0.3 * em) {
        scene_move_to(scene, rule + sign * (plot->pen.theme->end_dot + 0.1 * em), label->at);
        scene_line_to(scene, x - sign * 0.2 * em, label->y);
        scene_stroke(scene, plot->pen.theme->axis, plot->pen.theme->grid_width);
    } else {
        x -= sign * 0.6 * em;
    }
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(scene, label->value, x, label->y, align);
    if (label->value != NULL)
        x += sign * (line_width(label->value) + name_gap * em);
    row_name_draw_at(&label->name, scene, x, label->y, INFINITY, align);
    scene_close(scene);
}

static void draw_end(const struct plot *plot, const struct slope *slope, struct scene *scene,
                     size_t series, size_t end, bool with_labels)
{
    size_t period = period_of(plot, end);

    for (size_t i = 0; i < slope->n[end]; i++) {
        const struct slope_label *label = &slope->labels[end][i];
        const struct model_series *row = &plot->model->series[series];
        if (label->series != series)
            continue;
        plot_open_datum(plot, scene, series, period);
        mark_dot(&plot->pen, scene, (struct point){ slope->x[period], label->at }, row->color,
                 row->figures[period].drawn);
        if (with_labels && !label->is_left_out)
            draw_label(plot, slope, scene, label, end);
        scene_close(scene);
    }
}

/* The dots on the rules between both ends, whose figures have no labels. */
static void draw_between(const struct plot *plot, const struct slope *slope, struct scene *scene,
                         const struct scale *scale, size_t series)
{
    const struct model_series *row = &plot->model->series[series];

    for (size_t k = 1; k < last_period(plot); k++) {
        if (isnan(row->figures[k].value))
            continue;
        plot_open_datum(plot, scene, series, k);
        mark_dot(&plot->pen, scene,
                 (struct point){ slope->x[k], scale_position(scale, row->figures[k].value) },
                 row->color, row->figures[k].drawn);
        scene_close(scene);
    }
}

/* Of names that would touch, that of the last period stays. Both ends move aside as far as the plot goes,
 * before the first is left out: long ones, as of days, are in the subtitle, too. */
static void draw_periods(const struct plot *plot, const struct slope *slope, struct scene *scene)
{
    size_t last = last_period(plot);
    double em = plot->pen.em, gap = 0.8 * em, taken = -INFINITY;
    double first_half = line_width(slope->periods[0]) / 2;
    double last_half = line_width(slope->periods[last]) / 2;
    double lack = slope->x[0] + first_half + gap - (slope->x[last] - last_half);
    double last_x =
        fmax(slope->x[last], fmin(slope->x[last] + lack / 2, plot->box.right - last_half));
    double end = last_x - last_half - gap;
    double first_x = fmin(slope->x[0], fmax(end - first_half, plot->box.left + first_half));

    scene_open_role(scene, ROLE_AXIS_X);
    for (size_t i = 0; i <= last; i++) {
        double half = line_width(slope->periods[i]) / 2;
        double x = i == 0 ? first_x : i == last ? last_x : slope->x[i];
        if (i < last && (x - half < taken || x + half > end + 1e-9))
            continue;
        line_draw_centered(scene, slope->periods[i], x, plot->box.top + 0.6 * em, ALIGN_CENTER);
        taken = x + half + gap;
    }
    scene_close(scene);
}

static void draw_rules(const struct plot *plot, const struct slope *slope, struct scene *scene)
{
    double width = plot->pen.theme->grid_width, em = plot->pen.em;

    scene_open_role(scene, ROLE_GRID);
    for (size_t i = 0; i < plot->model->n_periods; i++) {
        scene_rectangle(scene, pen_snap(&plot->pen, slope->x[i] - width / 2),
                        plot->box.top + 1.4 * em, width,
                        above_foot(slope, plot->box.bottom) - plot->box.top - 1.4 * em);
        scene_fill(scene, plot->pen.theme->axis);
    }
    scene_close(scene);
    draw_periods(plot, slope, scene);
}

/* Grey lines lie behind. */
static void draw(const struct plot *plot, struct scene *scene)
{
    struct slope *slope = plot->marks;
    const struct model *model = plot->model;
    double bottom = above_foot(slope, plot->box.bottom);
    struct scale scale = scale_of(plot, plot->box.top, bottom);
    bool with_labels[ENDS];

    draw_rules(plot, slope, scene);
    for (size_t end = THEN; end < ENDS; end++)
        with_labels[end] = place_labels(plot, slope, end, plot->box.top, bottom) >= 0;
    for (size_t i = 0; i < model->n_series; i++)
        plot_note_line(plot, i, PLACES(slope->x), &scale);
    for (int front = 0; front < 2; front++)
        for (size_t i = 0; i < model->n_series; i++) {
            if (model->series[i].is_deemphasised != (front == 0))
                continue;
            plot_open_series(plot, scene, i);
            mark_line(plot, scene, &scale, &model->series[i], PLACES(slope->x), NULL);
            draw_end(plot, slope, scene, i, THEN, with_labels[THEN]);
            draw_between(plot, slope, scene, &scale, i);
            draw_end(plot, slope, scene, i, NOW, with_labels[NOW]);
            scene_close(scene);
        }
    slope_foot_draw(plot, &slope->foot, scene, slope->x, (beside - foot_nearer) * plot->pen.em);
}

/* Differences are compared, and figures are written: no axis begins anywhere. */
static struct extent extent(const struct plot *plot)
{
    return plot->model->extent;
}

/* Between the outer rules, for references. */
static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    const struct slope *slope = plot->marks;
    struct time_frame *frame = time_frame_new(plot, *n = 1);

    if (frame == NULL)
        return NULL;
    double bottom = above_foot(slope, plot->box.bottom);
    frame->values = scale_of(plot, plot->box.top, bottom);
    frame->box = (struct box){ slope->x[0], frame->values.to, slope->x[last_period(plot)], bottom };
    frame->is_closed = frame->is_timeless = true;
    return frame;
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
    .time_frames = time_frames,
    .speak = speech_say_series,
};
