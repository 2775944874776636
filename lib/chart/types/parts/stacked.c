/* stacked.c - columns of parts on each other, over periods: amounts with their total above, or shares
 * of 100. */
#include <math.h>

#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/model/parts.h"
#include "chart/plan.h"
#include "chart/types/bars.h"
#include "chart/types/parts/lying.h"
#include "chart/types/parts/stack.h"
#include "chart/types/parts/unknown_part.h"
#include "chart/words/speech.h"

/* Columns take 62 % of the pitch. */
static const double column_gap = 0.38 / 0.62;
/* Minimum width of a column, in pixels or points: of thinner ones the gaps cannot be seen. Share of the
 * width that names and an axis leave them. */
static const double min_column = 1, column_share = 0.7;
/* Minimum height of a part with its share inside, and the words' least distance from its sides, in
 * ems. */
static const double min_labelled_part = 2, label_inset = 0.3;
/* The axis of shares has 0, 50 and 100. */
enum { SHARE_LINES = 3 };

struct stacked {
    struct bars *bars; /* of the totals, which nobody draws: bands, axes and labels */
    struct part_names names;
};

static double column_width(const struct stacked *stacked)
{
    return stacked->bars->bands[0].width;
}

/* The text of a share inside its part; NULL: it has no room. */
static struct text_line *inside_label(const struct plot *plot, const struct stacked *stacked,
                                      size_t series, size_t period)
{
    const struct model_series *part = &plot->model->series[series];
    const struct figure *figure = &part->figures[period];
    struct text_style style = plot->pen.theme->label;
    bool is_solid = figure->drawn == FIGURE_SOLID;

    if (!stack_is_of_shares(plot->model) || isnan(figure->value) ||
        plot->plan->detail >= DETAIL_NO_AXIS)
        return NULL;
    style.color = is_solid ? theme_text_on(plot->pen.theme, part->color) : plot->pen.theme->ink;
    struct text_line *line = pen_label(
        &plot->pen,
        pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, false), figure),
        &style);
    return line_width(line) + 2 * label_inset * plot->pen.em <= column_width(stacked) ? line : NULL;
}

/* Whether the shares of the last period stand in their parts, as far as those are high enough. */
static bool tells_inside(const struct plot *plot, const struct stacked *stacked)
{
    size_t last = stack_last(plot->model);

    for (size_t i = 0; i < plot->model->n_series; i++)
        if (!isnan(plot->model->series[i].figures[last].value) &&
            inside_label(plot, stacked, i, last) == NULL)
            return false;
    return stack_is_of_shares(plot->model);
}

/* The right edge of the last column. */
static double last_edge(const struct plot *plot, const struct stacked *stacked)
{
    const struct band *last = &stacked->bars->bands[plot->model->n_periods - 1];
    double left, right;

    bars_place_across(plot, stacked->bars, 0, last, &left, &right);
    return right;
}

static void measure_with_names(struct plot *plot, struct stacked *stacked, bool with_values,
                               double plot_height)
{
    bool shares = stack_is_of_shares(plot->model);
    struct bars_layout layout = { .n_series = 1,
                                  .with_labels = !shares,
                                  .gap = column_gap,
                                  .most_lines = shares ? SHARE_LINES : 0 };

    layout.beside = stack_measure_names(plot, &stacked->names, stack_last(plot->model), with_values,
                                        plot_height);
    stacked->bars = bars_measure(plot, plot_height, &layout);
    if (stacked->bars != NULL && stacked->names.n > 0) /* the axis ends before the names */
        stacked->bars->right = fmin(stacked->bars->right, last_edge(plot, stacked));
}

static unsigned flags_shown(const struct plot *plot, const struct stacked *stacked)
{
    const struct model *model = plot->model;
    unsigned flags = 0;

    for (size_t i = 0; stacked->bars->labelled && i < model->n_periods; i++)
        flags |= model->series[0].figures[i].flags;
    for (size_t i = 0; i < stacked->names.n; i++)
        flags |= model->series[stacked->names.items[i].series].figures[stack_last(model)].flags;
    for (size_t i = 0; i < model->n_periods; i++)
        if (stack_reach(model, i).high == 0 && bars_label(plot, stacked->bars, 0, i) != NULL)
            flags |= model->series[0].figures[i].flags & 1U << FLAG_CONFIDENTIAL;
    return flags;
}

static void explain_flags(const struct plot *plot, const struct stacked *stacked)
{
    struct unknown_key key = { 0 };

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        struct unknown_part part = unknown_part_of(plot->model, i);
        bool has_sign = unknown_part_sign(plot, &part, column_width(stacked)) != NULL;
        unknown_key_take(&key, &part, has_sign, part.to > part.from);
    }
    unknown_key_explain(&key, plot->plan, flags_shown(plot, stacked));
}

static bool lies(const struct plot *plot)
{
    return plot->plan->chart->lies;
}

static void measure(struct plot *plot, double plot_height)
{
    if (lies(plot)) {
        lying_measure(plot, plot_height);
        return;
    }
    struct stacked *stacked = arena_new(plot->pen.arena, struct stacked);

    plot->marks = stacked;
    if (stacked == NULL)
        return;
    measure_with_names(plot, stacked, !stack_is_of_shares(plot->model), plot_height);
    if (stacked->bars != NULL && stacked->names.n > 0 && stack_is_of_shares(plot->model) &&
        !tells_inside(plot, stacked))
        measure_with_names(plot, stacked, true, plot_height);
    if (stacked->bars == NULL)
        return;
    legend_add_styles(plot->plan, SWATCH_BAR);
    explain_flags(plot, stacked);
}

/* Drawing */

/* A part between its edges, which lie on pixels. A gap of paper parts it from the one before, unless
 * that would leave nothing of it. */
static struct box part_box(const struct plot *plot, const struct stacked *stacked, size_t series,
                           size_t period)
{
    struct scale scale = value_axis_scale(plot, &stacked->bars->value_axis);
    double from, to, left, right, gap = mark_gap(&plot->pen);

    stack_span(plot->model, series, period, &from, &to);
    bars_place_across(plot, stacked->bars, 0, &stacked->bars->bands[period], &left, &right);
    double base = pen_snap(&plot->pen, scale_position(&scale, from));
    double end = pen_snap(&plot->pen, scale_position(&scale, to));
    if (from != 0 && fabs(end - base) >= 2 * gap)
        base += end < base ? -gap : gap;
    return (struct box){ left, fmin(base, end), right, fmax(base, end) };
}

static void draw_inside_label(const struct plot *plot, const struct stacked *stacked,
                              struct scene *scene, size_t series, size_t period, struct box box)
{
    const struct figure *figure = &plot->model->series[series].figures[period];
    struct text_line *line = inside_label(plot, stacked, series, period);
    double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;

    if (line == NULL || box.bottom - box.top < min_labelled_part * plot->pen.em)
        return;
    if (figure->drawn == FIGURE_OWN_ESTIMATE || figure->drawn == FIGURE_PROVISIONAL) { /* hatched */
        double beside = label_inset / 2 * plot->pen.em, half = 0.65 * plot->pen.em;
        scene_rectangle(scene, x - line->width / 2 - beside, y - half, line->width + 2 * beside,
                        2 * half);
        scene_fill(scene, plot->pen.theme->paper);
    } else if (figure->drawn == FIGURE_SOLID) {
        double half = 0.65 * plot->pen.em;
        const struct box words = { x - line->width / 2, y - half, x + line->width / 2, y + half };
        mark_plate(&plot->pen, scene, plot->model->series[series].color, &words);
    }
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(scene, line, x, y, ALIGN_CENTER);
    scene_close(scene);
}

static void draw_part(const struct plot *plot, const struct stacked *stacked, struct scene *scene,
                      size_t series)
{
    const struct model_series *part = &plot->model->series[series];

    plot_open_series(plot, scene, series);
    for (size_t i = 0; i < plot->model->n_periods; i++) {
        const struct figure *figure = &part->figures[i];
        double from, to;
        if (!stack_span(plot->model, series, i, &from, &to))
            continue;
        struct box box = part_box(plot, stacked, series, i);
        enum side foot = from != 0 ? SIDE_NONE : figure->value < 0 ? SIDE_TOP : SIDE_BOTTOM;
        plot_note(plot, series, i, box);
        plot_open_datum(plot, scene, series, i);
        mark_bar(&plot->pen, scene, box, part->color, figure->drawn, foot);
        draw_inside_label(plot, stacked, scene, series, i, box);
        scene_close(scene);
    }
    scene_close(scene);
}

/* What a column lacks up to its total, and above that the sign of what has no height. */
static void draw_unknown(const struct plot *plot, const struct stacked *stacked,
                         struct scene *scene, size_t period)
{
    struct unknown_part part = unknown_part_of(plot->model, period);
    struct scale scale = value_axis_scale(plot, &stacked->bars->value_axis);
    double left, right, gap = mark_gap(&plot->pen);

    if (!part.is_there)
        return;
    bars_place_across(plot, stacked->bars, 0, &stacked->bars->bands[period], &left, &right);
    double top = pen_snap(&plot->pen, scale_position(&scale, part.to));
    double bottom = pen_snap(&plot->pen, scale_position(&scale, part.from)) - gap;
    double rows = bars_label(plot, stacked->bars, 0, period) != NULL ? 1.2 : 0;
    unknown_part_draw(plot, scene, &part, (struct box){ left, top, right, fmax(top, bottom) },
                      top - (0.75 + rows) * plot->pen.em);
}

/* Radius of the ring around the dot of the total, in radii of the dot. */
static const double net_ring = 1.45;

static double net_radius(const struct plot *plot, const struct stacked *stacked)
{
    return fmin(plot->pen.theme->end_dot, 0.42 * column_width(stacked));
}

/* Of parts of both signs the total: an ink dot with a ring of paper. */
static void draw_net(const struct plot *plot, const struct stacked *stacked, struct scene *scene,
                     size_t period, double x)
{
    struct scale scale = value_axis_scale(plot, &stacked->bars->value_axis);
    double value = plot->model->series[0].figures[period].value;
    double radius = net_radius(plot, stacked);

    if (isnan(value))
        return;
    double y = scale_position(&scale, value);
    scene_circle(scene, x, y, net_ring * radius);
    scene_fill(scene, plot->pen.theme->paper);
    scene_circle(scene, x, y, radius);
    scene_fill(scene, plot->pen.theme->ink);
}

/* The middle of a column's label, moved away from the dot of the total. */
static double beside_net(const struct plot *plot, const struct stacked *stacked, double net,
                         double middle, bool hangs)
{
    double away = net_ring * net_radius(plot, stacked) + 0.5 * plot->pen.em;

    return hangs ? fmax(middle, net + away) : fmin(middle, net - away);
}

/* The total above its column, or below one that hangs. */
static void draw_total(const struct plot *plot, const struct stacked *stacked, struct scene *scene,
                       size_t period, bool with_dot)
{
    struct scale scale = value_axis_scale(plot, &stacked->bars->value_axis);
    struct text_line *label = bars_label(plot, stacked->bars, 0, period);
    struct extent reach = stack_reach(plot->model, period);
    bool hangs = stacked->bars->period_axis.above || (reach.low < 0 && reach.high == 0);
    double away = 0.75 * plot->pen.em, left, right;

    reach.high = fmax(reach.high, unknown_part_of(plot->model, period).to);
    bars_place_across(plot, stacked->bars, 0, &stacked->bars->bands[period], &left, &right);
    double top = scale_position(&scale, reach.high), bottom = scale_position(&scale, reach.low);
    plot_note(plot, 0, period, (struct box){ left, top, right, bottom });
    plot_open_datum(plot, scene, 0, period);
    if (with_dot)
        draw_net(plot, stacked, scene, period, (left + right) / 2);
    if (label != NULL) {
        double y = hangs ? bottom + away : top - away,
               value = plot->model->series[0].figures[period].value;
        if (with_dot && !isnan(value)) /* the dot may lie at the end of the column */
            y = beside_net(plot, stacked, scale_position(&scale, value), y, hangs);
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_draw_centered(scene, label, (left + right) / 2, y, ALIGN_CENTER);
        scene_close(scene);
    }
    scene_close(scene);
}

/* Shares have no totals; but where the total is missing, a dash says so. */
static void draw_dashes(const struct plot *plot, const struct stacked *stacked, struct scene *scene)
{
    for (size_t i = 0; i < plot->model->n_periods; i++)
        if (stack_reach(plot->model, i).high == 0)
            draw_total(plot, stacked, scene, i, false);
}

static void draw_totals(const struct plot *plot, const struct stacked *stacked, struct scene *scene)
{
    bool with_dot = stack_is_mixed(plot->model);

    if (stack_is_of_shares(plot->model)) {
        draw_dashes(plot, stacked, scene);
        return;
    }
    plot_open_series(plot, scene, 0);
    for (size_t i = 0; i < plot->model->n_periods; i++)
        draw_total(plot, stacked, scene, i, with_dot);
    scene_close(scene);
}

/* Below the names of periods above hanging columns, of which the last may reach beyond its own; unless that
 * leaves too little room. */
static double names_top(const struct plot *plot, const struct part_names *names)
{
    double top = plot->box.top + plot->names_inside, height = 0;

    for (size_t i = 0; i < names->n; i++)
        height += names->items[i].words->height;
    return height <= plot->box.bottom - top ? top : plot->box.top;
}

static void draw_names(const struct plot *plot, struct stacked *stacked, struct scene *scene)
{
    struct scale scale = value_axis_scale(plot, &stacked->bars->value_axis);
    size_t last = stack_last(plot->model);
    double left, edge;

    if (stacked->names.n == 0)
        return;
    bars_place_across(plot, stacked->bars, 0, &stacked->bars->bands[last], &left, &edge);
    stack_place_names(plot, &stacked->names, &scale);
    part_names_spread(plot, &stacked->names, names_top(plot, &stacked->names), plot->box.bottom);
    part_names_draw(plot, &stacked->names, scene, edge,
                    last_edge(plot, stacked) + stacked->names.beside, last);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct stacked *stacked = plot->marks;

    if (lies(plot)) {
        lying_draw(plot, scene);
        return;
    }
    bars_draw_ground(plot, stacked->bars, scene);
    for (size_t i = stack_first(plot->model); i < plot->model->n_series; i++)
        draw_part(plot, stacked, scene, i);
    bars_draw_axes(plot, stacked->bars, scene);
    for (size_t i = 0; i < plot->model->n_periods; i++)
        draw_unknown(plot, stacked, scene, i);
    draw_totals(plot, stacked, scene);
    draw_names(plot, stacked, scene);
}

/* The types */

static const sheaf_chart *gather_amounts(const struct chart_plan *plan)
{
    return parts_with_total(plan, parts_room(plan), BY_LATEST);
}

static const sheaf_chart *gather_shares(const struct chart_plan *plan)
{
    return parts_as_shares(plan, parts_room(plan));
}

/* The width that so many columns need, if names and an axis take a third of it. */
static double needed_width(const struct plot *plot)
{
    return (double)plot->model->n_periods * min_column * (1 + column_gap) / column_share;
}

static void check_room(const struct plot *plot, const char *instead)
{
    if (lies(plot))
        lying_check(plot);
    else if (plot->width < needed_width(plot))
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "%zu columns would be too thin to be seen; choose fewer periods, draw %s, or make the "
             "chart %.0f wide",
             plot->model->n_periods, instead, ceil(needed_width(plot) / 9) * 10);
}

static void check_amounts(const struct plot *plot)
{
    check_room(plot, "stacked-area");
}

static void check_shares(const struct plot *plot)
{
    check_room(plot, "stacked-area of the amounts");
}

static struct extent extent_of_amounts(const struct plot *plot)
{
    struct extent extent = stack_extent(plot);

    for (size_t i = 0; i < plot->model->n_periods; i++)
        extent.high = fmax(extent.high, unknown_part_of(plot->model, i).to);
    return extent;
}

static struct extent extent_of_shares(const struct plot *plot)
{
    (void)plot;
    return (struct extent){ 0, 100 };
}

static double min_height(const struct plot *plot)
{
    return lies(plot) ? lying_min_height(plot)
                      : fmax(9, 1.4 * (double)plot->model->n_series) * plot->pen.em;
}

static struct value_axis *lengths_axis(const struct plot *plot)
{
    return lies(plot) ? NULL : &((const struct stacked *)plot->marks)->bars->value_axis;
}

static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    if (lies(plot))
        return lying_time_frames(plot, n);
    struct time_frame *frame =
        bars_time_frames(plot, ((const struct stacked *)plot->marks)->bars, n);

    if (frame != NULL)
        frame->is_covered = stack_is_of_shares(plot->model);
    return frame;
}

const struct chart_type stacked_type = {
    .word = WORD_STACKED_COLUMNS,
    .gather = gather_amounts,
    .check = check_amounts,
    .extent = extent_of_amounts,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .lengths = LENGTHS_UPRIGHT,
    .lengths_axis = lengths_axis,
    .may_lie = true,
    .speak = stack_speak,
};

const struct chart_type stacked_shares_type = {
    .word = WORD_STACKED_SHARES,
    .gather = gather_shares,
    .check = check_shares,
    .extent = extent_of_shares,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .may_lie = true,
    .speak = stack_speak,
};
