/* lines.c - a line a series over time, each named at its end. */
#include <math.h>
#include <stdlib.h>

#include "chart/guides/axis_period.h"
#include "chart/guides/axis_value.h"
#include "chart/guides/line_ends.h"
#include "chart/guides/line_gaps.h"
#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/model/emphasis.h"
#include "chart/model/figures.h"
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
    struct places x;
    struct line_ends ends;
    double left, right; /* of the marks */
};

enum { MIN_COURSE = 4 /* periods */, MAX_LINES = 40 /* most in grey */ };
static const double nearest_without_zero = 0.5;
/* Shares of the width that labels at the ends take, the wider only where they need it. */
static const double narrow_share = 0.26, wide_share = 0.36;
/* A label of so many ems is not wrapped if the wider share has room for it. */
static const double short_label = 9;

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

/* Grey lines that are no years stand in the legend together. */
static void add_others(struct plot *plot)
{
    size_t n = 0;

    for (size_t i = 0; i < plot->model->n_series; i++)
        n += plot->model->series[i].is_deemphasised;
    if (!plot->model->is_of_years)
        legend_add_grey(plot->plan, n);
}

/* In the order in which the lines end, from the top. */
static void add_legend(struct plot *plot)
{
    const struct model *model = plot->model;
    struct line_last *lasts = arena_array(plot->pen.arena, struct line_last, model->n_series);

    for (size_t i = 0; lasts != NULL && i < model->n_series; i++) {
        size_t last = model_last(model, &model->series[i]);
        lasts[i].series = i;
        lasts[i].value =
            last < model->n_periods ? figure_value(model, &model->series[i], last) : -INFINITY;
    }
    if (lasts == NULL)
        return;
    qsort(lasts, model->n_series, sizeof *lasts, compare_last);
    for (size_t i = 0; i < model->n_series; i++)
        if (is_in_legend(plot, &model->series[lasts[i].series]))
            legend_add_series(plot->plan, lasts[i].series, lasts[i].series + 1, SWATCH_LINE);
    add_others(plot);
}

double lines_measure_ends(struct plot *plot, struct line_ends *ends, double plot_height)
{
    static const struct {
        bool name, value;
        double share; /* of the width that a label may take before it is wrapped */
    } ways[] = { { true, true, narrow_share },  { true, true, wide_share },
                 { true, false, narrow_share }, { true, false, wide_share },
                 { false, true, wide_share },   { false, false, wide_share } };
    bool one = plot->model->n_series == 1;
    double most = wide_share * plot->width;

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        bool with_name =
            ways[i].name && !(one && (plot->has_head || plot->plan->header.bottom > 0));
        emphasis_choose(plot->model, plot->pen.theme);
        double share = fmax(ways[i].share * plot->width, fmin(most, short_label * plot->pen.em));
        line_ends_set(plot, ends, with_name, ways[i].value, share, most);
        double width = line_ends_width(plot, ends);
        bool fits = width <= share && line_ends_height(plot, ends) <= plot_height &&
                    plot->plan->detail < DETAIL_NO_AXIS;
        if (!fits && width > 0)
            continue;
        if (!with_name && !one)
            add_legend(plot);
        else if (plot->model->n_series > MOST_NAMED_LINES)
            add_others(plot);
        if (width <= 0)
            return plot->pen.theme->end_dot;
        ends->beside = plot->pen.theme->end_dot + 0.5 * plot->pen.em;
        return width + ends->beside;
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
    bool labelled = plot->right > plot->pen.theme->end_dot; /* here or in a plot above or below */
    struct scale scale = { .type = &linear_scale,
                           .low = first,
                           .high = last,
                           .from = lines->left + inset,
                           .to = labelled ? lines->right : lines->right - inset };

    lines->x = (struct places){ .model = model, .scale = scale };
}

/* Leaders take width from the plot. taken: by the labels. */
static void place_across(struct plot *plot, struct lines *lines, double plot_height, double taken)
{
    struct scale scale = lines->value_axis.scale;
    double for_leaders = 1.1 * plot->pen.em;

    scale.from = plot_height - lines->value_axis.room_below;
    scale.to = lines->value_axis.room_above;
    for (int round = 0; round < 2; round++) {
        lines->right = plot->width - fmax(taken, plot->beside);
        plot->right = plot->width - lines->right;
        place_periods(plot, lines);
        if (round > 0 || line_ends_width(plot, &lines->ends) <= 0 ||
            !line_ends_lead(plot, &lines->ends, &scale, &lines->x, plot_height))
            return;
        taken += for_leaders;
        lines->ends.beside += for_leaders;
    }
}

static void measure_periods(struct plot *plot, struct lines *lines)
{
    size_t n;
    struct period_slot *slots = period_axis_slots(plot, &lines->x, &n);

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

unsigned lines_flags(const struct model *model, const struct line_ends *ends)
{
    unsigned flags = 0;

    for (size_t i = 0; i < ends->n; i++) {
        const struct model_series *series = &model->series[ends->items[i].series];
        if (ends->items[i].value != NULL)
            flags |= figure_at(model, series, model_last(model, series)).flags;
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
    lines->ends.items = arena_array(plot->pen.arena, struct line_end, model->n_series);
    if (lines->ends.items == NULL)
        return;
    value_axis_measure(plot, &lines->value_axis, plot->extent, plot_height);
    lines->left = fmax(lines->value_axis.gutter, plot->indent);
    plot->left = lines->left;
    lines->ends.from = value_axis_top_width(plot, &lines->value_axis);
    place_across(plot, lines, plot_height, lines_measure_ends(plot, &lines->ends, plot_height));
    measure_periods(plot, lines);
    legend_add_styles(plot->plan, SWATCH_LINE);
    legend_add_breaks(plot->plan, 0, model->n_series);
    legend_add_flags(plot->plan, lines_flags(model, &lines->ends));
}

/* Drawing */

static void draw_line(const struct plot *plot, const struct lines *lines, struct scene *scene,
                      size_t index)
{
    const struct model_series *series = &plot->model->series[index];
    struct scale scale = value_axis_scale(plot, &lines->value_axis);

    plot_open_series(plot, scene, index);
    mark_line(plot, scene, &scale, series, &lines->x, NULL);
    line_ends_draw(plot, &lines->ends, scene, index, &scale, &lines->x);
    scene_close(scene);
}

/* De-emphasised lines lie behind. */
static void draw_series(const struct plot *plot, const struct lines *lines, struct scene *scene)
{
    const struct model *model = plot->model;
    struct scale scale = value_axis_scale(plot, &lines->value_axis);

    for (size_t i = 0; i < model->n_series; i++)
        plot_note_line(plot, i, &lines->x, &scale);
    for (int front = 0; front < 2; front++)
        for (size_t i = 0; i < model->n_series; i++)
            if (model->series[i].is_deemphasised == (front == 0))
                draw_line(plot, lines, scene, i);
    line_gaps_draw(plot, scene, &lines->x, &scale, lines->ends.items, lines->ends.n);
}

void lines_draw_with(const struct plot *plot, struct scene *scene,
                     const struct lines_extras *extras)
{
    struct lines *lines = plot->marks;
    struct scale scale = value_axis_scale(plot, &lines->value_axis);
    size_t last = plot->model->n_periods - 1;
    bool labelled = lines->ends.n > 0 && line_end_width(plot, &lines->ends.items[0]) > 0;
    double right = labelled ? places_x(&lines->x, last) : plot->width;

    lines->ends.dots_last_known = extras->dots_last_known;
    line_ends_place(plot, &lines->ends, &scale, &lines->x);
    value_axis_draw_grid(plot, &lines->value_axis, scene, plot->box.left, right);
    if (extras->under != NULL)
        extras->under(plot, scene, &scale, &lines->x, extras->own);
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
    return fmax(9 * plot->pen.em, line_ends_least(plot));
}

/* Lines start from zero unless the value nearest to zero is half of the farthest or more: then zero
 * would leave half of the plot empty. Fewer than four periods always start from
 * zero: only their height says anything. */
struct extent lines_extent(const struct plot *plot)
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

static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    const struct lines *lines = plot->marks;
    struct time_frame *frame = time_frame_new(plot, *n = 1);

    if (frame == NULL)
        return NULL;
    time_frame_of_points(plot, frame, &lines->x);
    frame->box = (struct box){ lines->left, plot->box.top, lines->right, plot->box.bottom };
    frame->values = value_axis_scale(plot, &lines->value_axis);
    return frame;
}

const struct chart_type lines_type = {
    .word = WORD_LINE_CHART,
    .over_numbers = &number_lines_type,
    .takes_log = true,
    .max_series = MAX_LINES,
    .takes_base = true,
    .takes_plain = true,
    .check = check,
    .extent = lines_extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .speak = speech_say_series,
};
