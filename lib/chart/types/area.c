/* area.c - areas from zero over time: of one series, or of parts on each other. */
#include <math.h>

#include "chart/columns.h"
#include "chart/guides/axis_period.h"
#include "chart/guides/axis_value.h"
#include "chart/guides/line_end.h"
#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/model/absent.h"
#include "chart/model/parts.h"
#include "chart/plan.h"
#include "chart/scale/period.h"
#include "chart/types/parts/stack.h"
#include "chart/types/parts/unknown_part.h"
#include "chart/words/speech.h"

/* How strong the area below a line is; parts on each other have their full colours. */
static const double area_strength = 0.22;
/* Share of the width that the label at the end may take. */
static const double max_label_share = 0.36;

struct area {
    struct value_axis value_axis;
    struct period_axis period_axis;
    double *x; /* one a period */
    /* One a period, of parts on each other; where one is there, nobody knows the edges. */
    struct unknown_part *unknown;
    double right;
    struct part_names names; /* of parts */
    struct line_end end;     /* of one series */
};

/* Measuring */

/* The last value, and the name where nothing above the plot says it. */
static double measure_end(struct plot *plot, struct area *area)
{
    double most = max_label_share * plot->width;
    bool with_name = !(plot->plan->header.bottom > 0);

    area->end = (struct line_end){ 0 };
    if (plot->plan->detail >= DETAIL_NO_AXIS)
        return plot->pen.theme->end_dot;
    area->end = line_end_set(plot, 0, with_name, true, most);
    if (line_end_width(plot, &area->end) > most)
        area->end = line_end_set(plot, 0, false, true, most);
    return plot->pen.theme->end_dot + 0.5 * plot->pen.em + line_end_width(plot, &area->end);
}

/* The middles of the first and the last period lie at the ends, where the areas are cut off. */
static void place_periods(struct plot *plot, struct area *area)
{
    const struct model *model = plot->model;
    double left = area->value_axis.gutter, room = area->right - left;
    double inset = fmin(1.2 * plot->pen.em, room / (2 * (double)model->n_periods));
    struct scale scale = { .type = &linear_scale,
                           .low = period_middle(model->periods[0]),
                           .high = period_middle(model->periods[model->n_periods - 1]),
                           .from = left + inset,
                           .to = area->right };
    size_t n;

    for (size_t i = 0; i < model->n_periods; i++)
        area->x[i] = scale_position(&scale, period_middle(model->periods[i]));
    struct period_slot *slots = period_axis_slots(plot, PLACES(area->x), &n);
    if (slots != NULL)
        period_axis_measure(plot, &area->period_axis, slots, n, true);
    plot->foot = period_axis_height(plot, &area->period_axis);
}

/* The sign of what is unknown, where the gap has room for it; else NULL. At an end it stands between two
 * periods, unless the other has a sign as well. */
static struct text_line *unknown_sign(const struct plot *plot, const struct area *area,
                                      size_t period)
{
    size_t before = period > 0 ? period - 1 : period;
    size_t after = period + 1 < plot->model->n_periods ? period + 1 : period;
    size_t inner = period == before ? after : before;
    bool is_end = before == period || after == period;
    bool is_lone_end = is_end && area->unknown != NULL && !area->unknown[inner].is_there;
    double room = (area->x[after] - area->x[before]) / (is_lone_end ? 1 : 2);

    return plot->model->begins_with_total
               ? unknown_part_sign(plot, &area->unknown[period], 0.8 * room)
               : NULL;
}

static unsigned flags_shown(const struct plot *plot, const struct area *area)
{
    const struct model *model = plot->model;
    unsigned flags = 0;

    if (area->end.value != NULL)
        flags |= model->series[0].figures[model_last(model, &model->series[0])].flags;
    for (size_t i = 0; i < area->names.n; i++)
        flags |= model->series[area->names.items[i].series].figures[area->names.period].flags;
    return flags;
}

static void explain_flags(const struct plot *plot, const struct area *area)
{
    struct unknown_key key = { 0 };

    for (size_t i = 0; area->unknown != NULL && i < plot->model->n_periods; i++)
        unknown_key_take(&key, &area->unknown[i], unknown_sign(plot, area, i) != NULL, false);
    unknown_key_explain(&key, plot->plan, flags_shown(plot, area));
}

/* Names of parts, at the last stack whose total is known. Where that is not of the last period, they
 * have no figures, which would be taken for the last ones. */
static double measure_names(struct plot *plot, struct area *area, double plot_height)
{
    size_t n = plot->model->n_periods, last = n - 1;

    while (last > 0 &&
           (isnan(plot->model->series[0].figures[last].value) || area->unknown[last].is_there))
        last--;
    return stack_measure_names(plot, &area->names, last, last + 1 == n, plot_height);
}

/* What a period lacks up to its total; all of it where a secret leaves no total. */
static struct unknown_part lacking_in(const struct model *model, size_t period)
{
    const struct figure *total = &model->series[0].figures[period];
    struct unknown_part part = unknown_part_of(model, period);

    if (isnan(total->value) && (total->flags & SECRET_FLAGS) != 0) {
        part = (struct unknown_part){ .is_there = true, .figure = *total };
        part.figure.flags = ALL_FLAGS & total->flags & SECRET_FLAGS;
    }
    return part;
}

static bool find_unknown(const struct plot *plot, struct area *area)
{
    area->unknown = arena_array(plot->pen.arena, struct unknown_part, plot->model->n_periods);
    for (size_t i = 0; area->unknown != NULL && i < plot->model->n_periods; i++)
        area->unknown[i] = lacking_in(plot->model, i);
    return area->unknown != NULL;
}

static void measure(struct plot *plot, double plot_height)
{
    struct area *area = arena_new(plot->pen.arena, struct area);
    double beside;

    plot->marks = area;
    if (area == NULL)
        return;
    area->x = arena_array(plot->pen.arena, double, plot->model->n_periods);
    if (area->x == NULL || (plot->model->begins_with_total && !find_unknown(plot, area)))
        return;
    value_axis_measure(plot, &area->value_axis, plot->extent, plot_height);
    beside = plot->model->begins_with_total ? measure_names(plot, area, plot_height)
                                            : measure_end(plot, area);
    area->right = plot->width - beside;
    place_periods(plot, area);
    legend_add_styles(plot->plan, SWATCH_BAR);
    explain_flags(plot, area);
}

/* Drawing */

/* The lower and the upper edge of a series in a period. A part that the file has no row for is
 * nothing there; but where the total is missing, or a part is secret or lacks up to the total, nobody knows
 * the edges. */
static bool edges_at(const struct plot *plot, size_t series, size_t period, double *low,
                     double *high)
{
    const struct model *model = plot->model;
    const struct area *area = plot->marks;

    *low = 0;
    *high = model->series[series].figures[period].value;
    if (!model->begins_with_total)
        return !isnan(*high);
    if (isnan(model->series[0].figures[period].value) || area->unknown[period].is_there)
        return false;
    if (!stack_span(model, series, period, low, high)) {
        for (size_t i = 1; i < series; i++)
            *low += isnan(model->series[i].figures[period].value)
                        ? 0
                        : model->series[i].figures[period].value;
        *high = *low;
    }
    return true;
}

static struct point edge(const struct plot *plot, const struct area *area, size_t series,
                         size_t period, bool upper)
{
    struct scale scale = value_axis_scale(plot, &area->value_axis);
    double low, high;

    edges_at(plot, series, period, &low, &high);
    return (struct point){ area->x[period], scale_position(&scale, upper ? high : low) };
}

/* From one period to another, along the upper edge and back along the lower one. */
static void trace_area(const struct plot *plot, const struct area *area, struct scene *scene,
                       size_t series, size_t first, size_t last)
{
    struct columns line;

    columns_begin(&line, scene, plot->pen.column, edge(plot, area, series, first, true));
    for (size_t i = first + 1; i <= last; i++)
        columns_to(&line, edge(plot, area, series, i, true));
    columns_end(&line);
    columns_continue(&line, scene, plot->pen.column, edge(plot, area, series, last, false));
    for (size_t i = last; i > first; i--)
        columns_to(&line, edge(plot, area, series, i - 1, false));
    columns_end(&line);
    scene_close_path(scene);
}

/* How the area before a figure is drawn: as the figure's status wants it. */
static enum figure_style style_at(const struct model_series *series, size_t period)
{
    return isnan(series->figures[period].value) ? FIGURE_SOLID : series->figures[period].drawn;
}

static bool is_known(const struct plot *plot, size_t series, size_t period)
{
    double low, high;

    return period < plot->model->n_periods && edges_at(plot, series, period, &low, &high);
}

/* Whether the area goes on from the period before: both are known, and none is absent between them. */
static bool is_joined(const struct plot *plot, size_t series, size_t period)
{
    return period > 0 && is_known(plot, series, period - 1) && is_known(plot, series, period) &&
           !absent_before(plot->model, period);
}

/* Whether a period is known and no area joins it to another. */
static bool is_alone(const struct plot *plot, size_t series, size_t period)
{
    return is_known(plot, series, period) && !is_joined(plot, series, period) &&
           !is_joined(plot, series, period + 1);
}

/* Periods alone between missing ones, as narrow columns. */
static void fill_lone(const struct plot *plot, const struct area *area, struct scene *scene,
                      size_t series)
{
    const struct model_series *part = &plot->model->series[series];
    double half = plot->pen.theme->end_dot;

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        if (!is_alone(plot, series, i) || isnan(part->figures[i].value))
            continue;
        struct point top = edge(plot, area, series, i, true);
        struct point bottom = edge(plot, area, series, i, false);
        scene_rectangle(scene, top.x - half, top.y, 2 * half, bottom.y - top.y);
        mark_fill(&plot->pen, scene, part->color, style_at(part, i));
    }
}

/* Fills the stretches of one style each; a period alone between missing ones has no area. */
static void fill_stretches(const struct plot *plot, const struct area *area, struct scene *scene,
                           size_t series, struct color color)
{
    const struct model_series *row = &plot->model->series[series];
    size_t n = plot->model->n_periods, first = 0;

    for (size_t i = 1; i < n; i++) {
        bool known = is_joined(plot, series, i);
        bool goes_on =
            known && is_joined(plot, series, i + 1) && style_at(row, i + 1) == style_at(row, i);
        if (known && !goes_on) {
            trace_area(plot, area, scene, series, first, i);
            mark_fill(&plot->pen, scene, color, style_at(row, i));
        }
        if (!goes_on)
            first = i;
    }
}

/* A line of paper over the upper edge of a part, so that neighbours are told apart. */
static void draw_gap(const struct plot *plot, const struct area *area, struct scene *scene,
                     size_t series)
{
    bool begun = false;
    struct columns line = { 0 };

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        bool known = is_known(plot, series, i);
        if (begun && known && absent_before(plot->model, i)) {
            columns_end(&line);
            begun = false;
        }
        if (known && begun)
            columns_to(&line, edge(plot, area, series, i, true));
        else if (known)
            columns_begin(&line, scene, plot->pen.column, edge(plot, area, series, i, true));
        else if (begun)
            columns_end(&line);
        begun = known;
    }
    if (begun)
        columns_end(&line);
    scene_stroke(scene, plot->pen.theme->paper, mark_gap(&plot->pen));
}

static void draw_part(const struct plot *plot, const struct area *area, struct scene *scene,
                      size_t series)
{
    double low, high;

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        if (isnan(plot->model->series[series].figures[i].value) ||
            !edges_at(plot, series, i, &low, &high))
            continue;
        struct point top = edge(plot, area, series, i, true);
        struct point bottom = edge(plot, area, series, i, false);
        double half = plot->pen.theme->end_dot;
        plot_note(plot, series, i, (struct box){ top.x - half, top.y, top.x + half, bottom.y });
    }
    plot_open_series(plot, scene, series);
    fill_stretches(plot, area, scene, series, plot->model->series[series].color);
    fill_lone(plot, area, scene, series);
    if (series + 1 < plot->model->n_series)
        draw_gap(plot, area, scene, series);
    scene_close(scene);
}

/* Above the zero line in the gaps of what is unknown. */
static void draw_signs(const struct plot *plot, const struct area *area, struct scene *scene)
{
    struct scale scale = value_axis_scale(plot, &area->value_axis);
    double y = scale_position(&scale, 0) - 0.75 * plot->pen.em;
    size_t last = plot->model->n_periods - 1;

    for (size_t i = 0; i <= last; i++) {
        struct text_line *sign = unknown_sign(plot, area, i);
        if (sign == NULL)
            continue;
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_draw_centered(scene, sign, area->x[i], y,
                           i == 0      ? ALIGN_LEFT
                           : i == last ? ALIGN_RIGHT
                                       : ALIGN_CENTER);
        scene_close(scene);
    }
}

static void draw_parts(const struct plot *plot, struct area *area, struct scene *scene)
{
    const struct model *model = plot->model;
    struct scale scale = value_axis_scale(plot, &area->value_axis);
    size_t last = area->names.period;

    for (size_t i = stack_first(model); i < model->n_series; i++)
        draw_part(plot, area, scene, i);
    draw_signs(plot, area, scene);
    if (area->names.n == 0)
        return;
    stack_place_names(plot, &area->names, &scale);
    part_names_spread(plot, &area->names, plot->box.top, plot->box.bottom);
    part_names_draw(plot, &area->names, scene, area->x[last],
                    area->x[model->n_periods - 1] + area->names.beside, last);
}

/* The last value, at the right of all periods; a leader tells where the series ends before them. */
static void draw_end(const struct plot *plot, struct area *area, struct scene *scene,
                     struct point at)
{
    double away = plot->pen.theme->end_dot + 0.5 * plot->pen.em;
    double x = area->x[plot->model->n_periods - 1] + away;

    if (area->end.name == NULL && area->end.value == NULL)
        return;
    if (x - at.x > 2 * away) {
        scene_move_to(scene, at.x + plot->pen.theme->end_dot, at.y);
        scene_line_to(scene, x - 0.2 * plot->pen.em, at.y);
        scene_stroke(scene, plot->pen.theme->axis, plot->pen.theme->grid_width);
    }
    scene_open_role(scene, ROLE_DATUM_LABEL);
    area->end.y = at.y;
    line_end_draw(plot, scene, &area->end, x);
    scene_close(scene);
}

/* One series: a line over its area. */
static void draw_one(const struct plot *plot, struct area *area, struct scene *scene)
{
    const struct model_series *series = &plot->model->series[0];
    struct scale scale = value_axis_scale(plot, &area->value_axis);
    size_t last = model_last(plot->model, series);
    double low, high;

    plot_note_line(plot, 0, PLACES(area->x), &scale);
    plot_open_series(plot, scene, 0);
    fill_stretches(plot, area, scene, 0, theme_tint(plot->pen.theme, series->color, area_strength));
    mark_line(plot, scene, &scale, series, PLACES(area->x), NULL);
    if (edges_at(plot, 0, last, &low, &high)) {
        struct point at = edge(plot, area, 0, last, true);
        plot_open_datum(plot, scene, 0, last);
        mark_dot(&plot->pen, scene, at, series->color, series->figures[last].drawn);
        draw_end(plot, area, scene, at);
        scene_close(scene);
    }
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct area *area = plot->marks;

    value_axis_draw_grid(plot, &area->value_axis, scene, plot->box.left, area->right);
    if (plot->model->begins_with_total)
        draw_parts(plot, area, scene);
    else
        draw_one(plot, area, scene);
    value_axis_draw_zero(plot, &area->value_axis, scene, plot->box.left, area->right);
    value_axis_draw_labels(plot, &area->value_axis, scene);
    period_axis_draw(plot, &area->period_axis, scene, plot->box.bottom);
}

/* The types */

/* One period has no course; areas of unequal periods would compare what cannot be compared. */
static void check_periods(const struct plot *plot, const char *instead)
{
    const struct model *model = plot->model;
    const char *first = pen_period_text(&plot->pen, model->periods[0]);

    if (model->n_periods == 1)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "an area shows a course, and %s is the only period; draw %s",
             first != NULL ? first : "", instead);
    if (model->n_kinds < 2)
        return;
    const char *last = pen_period_text(&plot->pen, model->periods[model->n_periods - 1]);
    fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
         "an area joins periods of one length, not %s and %s; choose the periods, or draw %s",
         first != NULL ? first : "", last != NULL ? last : "", instead);
}

static void check_one(const struct plot *plot)
{
    if (plot->model->n_series > 1)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "an area is of one series, and %zu would hide each other; draw stacked-area if they "
             "are parts of a whole, else lines",
             plot->model->n_series);
    check_periods(plot, "bars");
}

/* An area joins two periods at least. Nothing is measured yet. */
static void check_totals(const struct plot *plot)
{
    size_t in_a_row = 0;

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        bool knows = !isnan(plot->model->series[0].figures[i].value) &&
                     !unknown_part_of(plot->model, i).is_there;
        in_a_row = knows ? in_a_row + 1 : 0;
        if (in_a_row == 2)
            return;
    }
    fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
         "an area joins periods in a row, and in no two of them the total is known, because a part "
         "is missing; draw stacked, or leave that part out");
}

static void check_parts(const struct plot *plot)
{
    if (stack_extent(plot).low < 0)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "parts of less than zero have no place in areas on each other; draw stacked, where "
             "they hang below zero, or lines");
    check_periods(plot, "stacked");
    check_totals(plot);
}

static const sheaf_chart *gather(const struct chart_plan *plan)
{
    return parts_with_total(plan, parts_room(plan), BY_LATEST);
}

static struct extent extent(const struct plot *plot)
{
    return model_extent_from_zero(plot->model);
}

static double min_height(const struct plot *plot)
{
    return 9 * plot->pen.em;
}

static struct value_axis *lengths_axis(const struct plot *plot)
{
    return &((struct area *)plot->marks)->value_axis;
}

static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    const struct area *area = plot->marks;
    struct time_frame *frame = time_frame_new(plot, *n = 1);

    if (frame == NULL)
        return NULL;
    time_frame_of_points(plot, frame, PLACES(area->x));
    frame->box =
        (struct box){ area->value_axis.gutter, plot->box.top, area->right, plot->box.bottom };
    frame->values = value_axis_scale(plot, &area->value_axis);
    frame->of_areas = true;
    return frame;
}

const struct chart_type area_type = {
    .word = WORD_AREA_CHART,
    .check = check_one,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .lengths = LENGTHS_UPRIGHT,
    .lengths_axis = lengths_axis,
    .speak = speech_say_series,
};

const struct chart_type stacked_area_type = {
    .word = WORD_STACKED_AREAS,
    .check = check_parts,
    .gather = gather,
    .extent = stack_extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .lengths = LENGTHS_UPRIGHT,
    .lengths_axis = lengths_axis,
    .speak = stack_speak,
};
