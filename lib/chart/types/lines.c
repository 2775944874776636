/* lines.c - a line a series over time, each named at its end. */
#include <math.h>
#include <stdlib.h>

#include "chart/guides/axis_period.h"
#include "chart/guides/axis_value.h"
#include "chart/guides/labels.h"
#include "chart/guides/line_end.h"
#include "chart/guides/line_gaps.h"
#include "chart/marks.h"
#include "chart/model/emphasis.h"
#include "chart/model/top.h"
#include "chart/scale/period.h"
#include "chart/types/lines.h"
#include "chart/words/speech.h"
#include "chart/words/words.h"

struct line_last {
    size_t series;
    double value;
};

struct lines {
    struct value_axis value_axis;
    struct period_axis period_axis;
    double *x; /* one a period */
    struct line_end *ends;
    size_t n_ends;
    double left, right; /* of the marks */
    double beside;      /* from a last value to its label */
    double label_left;  /* of the labels at the ends */
    bool dots_last_known;
};

enum { MIN_COURSE = 4 /* periods */, MAX_LINES = 16 };
static const double nearest_without_zero = 0.5;
/* Share of the width that labels at the ends may take. */
static const double max_label_share = 0.36;

static double label_height(const struct plot *plot)
{
    return 1.25 * plot->pen.em;
}

/* Sets the labels at the ends: name, value, both or neither. */
static void set_ends(struct plot *plot, struct lines *lines, bool with_name, bool with_value)
{
    double most = max_label_share * plot->width;

    lines->n_ends = 0;
    for (size_t i = 0; i < plot->model->n_series; i++)
        if (model_last(plot->model, &plot->model->series[i]) < plot->model->n_periods)
            lines->ends[lines->n_ends++] = line_end_set(plot, i, with_name, with_value, most);
}

static double widest_end(const struct plot *plot, const struct lines *lines)
{
    double widest = 0;

    for (size_t i = 0; i < lines->n_ends; i++)
        widest = fmax(widest, line_end_width(plot, &lines->ends[i]));
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

/* Whether labels will have to move away from their values, and so need room for leaders. */
static bool ends_move(struct plot *plot, const struct lines *lines, double plot_height)
{
    const struct model *model = plot->model;
    struct scale scale = lines->value_axis.scale;
    struct spread_label *labels = arena_array(plot->pen.arena, struct spread_label, lines->n_ends);

    scale.from = plot_height - lines->value_axis.room_below;
    scale.to = lines->value_axis.room_above;
    if (labels == NULL)
        return false;
    for (size_t i = 0; i < lines->n_ends; i++) {
        const struct model_series *series = &model->series[lines->ends[i].series];
        labels[i].wanted = scale_position(&scale, series->figures[model_last(model, series)].value);
        labels[i].size = label_height(plot);
    }
    qsort(labels, lines->n_ends, sizeof *labels, compare_wishes);
    bool moved = !labels_spread(labels, lines->n_ends, 0, plot_height);
    for (size_t i = 0; i < lines->n_ends; i++)
        moved = moved || is_moved(plot, labels[i].place - labels[i].wanted);
    return moved;
}

static int compare_last(const void *a, const void *b)
{
    const struct line_last *first = a, *second = b;

    if (first->value != second->value)
        return first->value > second->value ? -1 : 1;
    return first->series < second->series ? -1 : 1;
}

/* What is grey is all alike: a legend could not tell which is which. */
static bool is_in_legend(const struct plot *plot, const struct model_series *series)
{
    return !series->is_deemphasised || !color_equal(series->color, plot->pen.theme->context);
}

/* Grey lines that are no years stand in the legend together: "Other (5)". */
static void add_others(struct plot *plot)
{
    size_t n = 0;

    for (size_t i = 0; i < plot->model->n_series; i++)
        n += plot->model->series[i].is_deemphasised;
    if (n == 0 || plot->model->is_of_years)
        return;
    const char *words = top_name_rest(plot->pen.text, plot->pen.arena, n);
    if (words != NULL)
        legend_add(plot->plan, capitalized(plot->pen.arena, words), SWATCH_LINE,
                   plot->pen.theme->context, FIGURE_SOLID);
}

/* In the order in which the lines end, from the top. */
static void add_legend(struct plot *plot)
{
    const struct model *model = plot->model;
    struct line_last *lasts = arena_array(plot->pen.arena, struct line_last, model->n_series);

    for (size_t i = 0; lasts != NULL && i < model->n_series; i++) {
        size_t last = model_last(model, &model->series[i]);
        lasts[i].series = i;
        lasts[i].value = last < model->n_periods ? model->series[i].figures[last].value : -INFINITY;
    }
    if (lasts == NULL)
        return;
    qsort(lasts, model->n_series, sizeof *lasts, compare_last);
    for (size_t i = 0; i < model->n_series; i++)
        if (is_in_legend(plot, &model->series[lasts[i].series]))
            legend_add_series(plot->plan, lasts[i].series, lasts[i].series + 1, SWATCH_LINE);
    add_others(plot);
}

/* Chooses what the labels at the ends say; returns the width that they take at the right. */
static double measure_ends(struct plot *plot, struct lines *lines, double plot_height)
{
    static const struct {
        bool name, value;
    } ways[] = { { true, true }, { true, false }, { false, true }, { false, false } };
    bool one = plot->model->n_series == 1;

    for (size_t i = 0; i < 4; i++) {
        bool with_name = ways[i].name && !(one && plot->plan->header.bottom > 0);
        emphasis_choose(plot->model, plot->pen.theme);
        set_ends(plot, lines, with_name, ways[i].value);
        double width = widest_end(plot, lines);
        bool fits = width <= max_label_share * plot->width &&
                    (double)lines->n_ends * label_height(plot) <= plot_height &&
                    plot->plan->detail < DETAIL_NO_AXIS;
        if (!fits && width > 0)
            continue;
        if (!with_name && !one)
            add_legend(plot);
        if (width <= 0)
            return plot->pen.theme->end_dot;
        bool moved = ends_move(plot, lines, plot_height);
        lines->beside = plot->pen.theme->end_dot + (moved ? 1.6 : 0.5) * plot->pen.em;
        return width + lines->beside;
    }
    return 0;
}

/* The first and the last period stand half a period, or 1.2 ems, inside the plot. */
static void place_periods(struct plot *plot, struct lines *lines)
{
    const struct model *model = plot->model;
    double first = period_middle(model->periods[0]);
    double last = period_middle(model->periods[model->n_periods - 1]);
    double room = lines->right - lines->left;
    double inset = fmin(1.2 * plot->pen.em, room / (2 * (double)model->n_periods));
    bool labelled = widest_end(plot, lines) > 0;
    struct scale scale = { .type = &linear_scale,
                           .low = first,
                           .high = last,
                           .from = lines->left + inset,
                           .to = labelled ? lines->right : lines->right - inset };

    for (size_t i = 0; i < model->n_periods; i++)
        lines->x[i] = scale_position(&scale, period_middle(model->periods[i]));
}

static void measure_periods(struct plot *plot, struct lines *lines)
{
    size_t n = plot->model->n_periods;
    struct period_slot *slots = arena_array(plot->pen.arena, struct period_slot, n);

    for (size_t i = 0; slots != NULL && i < n; i++)
        slots[i] = (struct period_slot){ .period = plot->model->periods[i],
                                         .center = lines->x[i],
                                         .left = plot->box.left,
                                         .right = plot->width };
    if (slots != NULL)
        period_axis_measure(plot, &lines->period_axis, slots, n, true);
    plot->foot = period_axis_height(plot, &lines->period_axis);
}

static void check(const struct plot *plot)
{
    const struct model *model = plot->model;
    const char *first = pen_period_text(&plot->pen, model->periods[0]);

    if (model->n_periods == 1)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a line joins periods, and there is only %s; draw bars or a ranking, or choose more "
             "periods",
             first != NULL ? first : "");
    if (model->n_kinds < 2)
        return;
    const char *last = pen_period_text(&plot->pen, model->periods[model->n_periods - 1]);
    fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
         "a line joins periods of one length, not %s and %s; choose the periods, or draw bars",
         first != NULL ? first : "", last != NULL ? last : "");
}

/* Status flags of the values at the ends and in the gaps, for the legend. */
static unsigned flags_shown(const struct model *model, const struct lines *lines)
{
    unsigned flags = 0;

    for (size_t i = 0; i < lines->n_ends; i++) {
        const struct model_series *series = &model->series[lines->ends[i].series];
        if (lines->ends[i].value != NULL)
            flags |= series->figures[model_last(model, series)].flags;
    }
    return (flags & ~(1U << FLAG_BREAK)) | line_gaps_flags(model);
}

static void measure(struct plot *plot, double plot_height)
{
    const struct model *model = plot->model;
    struct lines *lines = arena_new(plot->pen.arena, struct lines);

    plot->marks = lines;
    if (lines == NULL)
        return;
    lines->x = arena_array(plot->pen.arena, double, model->n_periods);
    lines->ends = arena_array(plot->pen.arena, struct line_end, model->n_series);
    if (lines->x == NULL || lines->ends == NULL)
        return;
    value_axis_measure(plot, &lines->value_axis, plot->extent, plot_height);
    lines->left = lines->value_axis.gutter;
    lines->right = plot->width - measure_ends(plot, lines, plot_height);
    place_periods(plot, lines);
    measure_periods(plot, lines);
    legend_add_styles(plot->plan, SWATCH_LINE);
    legend_add_breaks(plot->plan, 0, model->n_series);
    legend_add_flags(plot->plan, flags_shown(model, lines));
}

/* Drawing */

static int compare_ends(const void *a, const void *b)
{
    const struct line_end *first = a, *second = b;

    if (first->at.y != second->at.y)
        return first->at.y < second->at.y ? -1 : 1;
    return first->series < second->series ? -1 : 1;
}

static void place_ends(const struct plot *plot, struct lines *lines)
{
    struct scale scale = value_axis_scale(plot, &lines->value_axis);
    struct spread_label *labels = arena_array(plot->pen.arena, struct spread_label, lines->n_ends);

    for (size_t i = 0; i < lines->n_ends; i++) {
        struct line_end *end = &lines->ends[i];
        const struct model_series *series = &plot->model->series[end->series];
        size_t last = model_last(plot->model, series);
        end->at =
            (struct point){ lines->x[last], scale_position(&scale, series->figures[last].value) };
        end->y = end->at.y;
    }
    qsort(lines->ends, lines->n_ends, sizeof *lines->ends, compare_ends);
    if (labels == NULL)
        return;
    for (size_t i = 0; i < lines->n_ends; i++)
        labels[i] =
            (struct spread_label){ .wanted = lines->ends[i].at.y, .size = label_height(plot) };
    bool fits = labels_spread(labels, lines->n_ends, plot->box.top - 0.4 * plot->pen.em,
                              plot->box.bottom + 0.3 * plot->pen.em);
    for (size_t i = 0; i < lines->n_ends; i++) {
        if (fits)
            lines->ends[i].y = labels[i].place;
        else
            lines->ends[i].name = lines->ends[i].value = NULL;
    }
}

/* Whether a line ends so far from its label that they would hardly be seen together. */
static bool ends_early(const struct plot *plot, const struct lines *lines,
                       const struct line_end *end)
{
    return lines->label_left - end->at.x > 3 * plot->pen.em;
}

/* Whether a label stands in the column at the right to which leaders lead: if it was moved, if its
 * line ends early, or if a label beside it stands there. */
static bool stands_away(const struct plot *plot, const struct lines *lines,
                        const struct line_end *end)
{
    size_t i = (size_t)(end - lines->ends);
    double near = 1.4 * label_height(plot);

    return is_moved(plot, end->y - end->at.y) || ends_early(plot, lines, end) ||
           (i > 0 && end->y - end[-1].y < near && lines->beside > plot->pen.em) ||
           (i + 1 < lines->n_ends && end[1].y - end->y < near && lines->beside > plot->pen.em);
}

static void place_labels(const struct plot *plot, struct lines *lines)
{
    for (size_t i = 0; i < lines->n_ends; i++) {
        struct line_end *end = &lines->ends[i];
        end->left = stands_away(plot, lines, end)
                        ? lines->label_left
                        : end->at.x + plot->pen.theme->end_dot + 0.5 * plot->pen.em;
    }
}

/* Dots in one place with this one; later: of lines that are drawn after it. */
static size_t dots_at(const struct plot *plot, const struct lines *lines,
                      const struct line_end *end, bool later)
{
    size_t n = 0;

    for (size_t i = 0; i < lines->n_ends; i++) {
        const struct line_end *other = &lines->ends[i];
        bool counts = later ? other->series > end->series : other->series != end->series;
        n += counts && other->at.x == end->at.x &&
             fabs(other->at.y - end->at.y) < 0.2 * plot->pen.theme->end_dot;
    }
    return n;
}

/* Where a line's dot stands: at its last figure or, if so wished, at the last that is no forecast. */
static struct point dot_place(const struct plot *plot, const struct lines *lines,
                              const struct line_end *end)
{
    const struct figure *figures = plot->model->series[end->series].figures;
    struct scale scale = value_axis_scale(plot, &lines->value_axis);

    for (size_t i = plot->model->n_periods; lines->dots_last_known && i > 0; i--)
        if (!isnan(figures[i - 1].value) && figures[i - 1].drawn != FIGURE_FORECAST)
            return (struct point){ lines->x[i - 1], scale_position(&scale, figures[i - 1].value) };
    return end->at;
}

/* Of two dots in one place the first is larger, so that it shows as a ring around the other. More
 * are one dot in ink, which the last draws: their names stand beside it. */
static void draw_dot(const struct plot *plot, const struct lines *lines, struct scene *scene,
                     const struct line_end *end, enum figure_style style)
{
    const struct theme *theme = plot->pen.theme;
    struct color color = plot->model->series[end->series].color;
    bool is_one_of_many = dots_at(plot, lines, end, false) > 1;
    bool is_hidden = dots_at(plot, lines, end, true) > 0;

    if (is_one_of_many && is_hidden)
        return;
    if (is_hidden) {
        scene_circle(scene, end->at.x, end->at.y, 1.7 * theme->end_dot);
        scene_fill(scene, color);
    }
    if (is_one_of_many)
        mark_casing(&plot->pen, scene, end->at);
    mark_dot(&plot->pen, scene, dot_place(plot, lines, end), is_one_of_many ? theme->ink : color,
             style);
}

static void draw_end(const struct plot *plot, const struct lines *lines, struct scene *scene,
                     const struct line_end *end)
{
    const struct model_series *series = &plot->model->series[end->series];
    size_t last = model_last(plot->model, series);

    plot_open_datum(plot, scene, end->series, last);
    draw_dot(plot, lines, scene, end, series->figures[last].drawn);
    if (end->name != NULL || end->value != NULL) {
        if (stands_away(plot, lines, end))
            line_end_draw_leader(plot, scene, end, ends_early(plot, lines, end));
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_end_draw(plot, scene, end, end->left);
        scene_close(scene);
    }
    scene_close(scene);
}

static void draw_line(const struct plot *plot, const struct lines *lines, struct scene *scene,
                      size_t index)
{
    const struct model_series *series = &plot->model->series[index];
    struct scale scale = value_axis_scale(plot, &lines->value_axis);

    plot_open_series(plot, scene, index);
    mark_line(plot, scene, &scale, series, lines->x, NULL);
    for (size_t i = 0; i < lines->n_ends; i++)
        if (lines->ends[i].series == index)
            draw_end(plot, lines, scene, &lines->ends[i]);
    scene_close(scene);
}

/* De-emphasised lines lie behind. */
static void draw_series(const struct plot *plot, const struct lines *lines, struct scene *scene)
{
    const struct model *model = plot->model;
    struct scale scale = value_axis_scale(plot, &lines->value_axis);

    for (size_t i = 0; i < model->n_series; i++)
        plot_note_line(plot, i, lines->x, &scale);
    for (int front = 0; front < 2; front++)
        for (size_t i = 0; i < model->n_series; i++)
            if (model->series[i].is_deemphasised == (front == 0))
                draw_line(plot, lines, scene, i);
    line_gaps_draw(plot, scene, lines->x, &scale, lines->ends, lines->n_ends);
}

void lines_draw_with(const struct plot *plot, struct scene *scene,
                     const struct lines_extras *extras)
{
    struct lines *lines = plot->marks;
    struct scale scale = value_axis_scale(plot, &lines->value_axis);
    size_t last = plot->model->n_periods - 1;
    bool labelled = lines->n_ends > 0 && line_end_width(plot, &lines->ends[0]) > 0;
    double right = labelled ? lines->x[last] : plot->width;

    lines->label_left = lines->x[last] + lines->beside;
    lines->dots_last_known = extras->dots_last_known;
    place_ends(plot, lines);
    place_labels(plot, lines);
    value_axis_draw_grid(plot, &lines->value_axis, scene, plot->box.left, right);
    if (extras->under != NULL)
        extras->under(plot, scene, &scale, lines->x, extras->own);
    value_axis_draw_zero(plot, &lines->value_axis, scene, plot->box.left, right);
    value_axis_draw_labels(plot, &lines->value_axis, scene);
    period_axis_draw(plot, &lines->period_axis, scene, plot->box.bottom);
    draw_series(plot, lines, scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct lines_extras none = { 0 };

    lines_draw_with(plot, scene, &none);
}

static double min_height(const struct plot *plot)
{
    return fmax(9 * plot->pen.em, (double)plot->model->n_series * label_height(plot));
}

/* Lines start from zero unless the value nearest to zero is half of the farthest or more: then zero
 * would leave half of the plot empty. Fewer than four periods always start from
 * zero: only their height says anything. */
static struct extent extent(const struct plot *plot)
{
    struct extent values = plot->model->extent;
    double nearest = fmin(fabs(values.low), fabs(values.high));
    double farthest = fmax(fabs(values.low), fabs(values.high));
    sheaf_base base = plot->plan->chart->base;
    bool wants_zero = (values.low <= 0 && values.high >= 0) || values.low == values.high ||
                      nearest < nearest_without_zero * farthest;

    wants_zero = wants_zero || plot->model->n_periods < MIN_COURSE;
    if (base != SHEAF_BASE_AUTO)
        wants_zero = base == SHEAF_BASE_ZERO;
    return wants_zero ? plot_extent_from_zero(plot) : values;
}

const struct chart_type lines_type = {
    .word = WORD_LINE_CHART,
    .takes_log = true,
    .max_series = MAX_LINES,
    .takes_base = true,
    .check = check,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = speech_say_series,
};
