/* surplus.c - two lines and what lies between them: the leader's colour, changing where they cross,
 * and the last difference in a bracket between their ends. */
#include <math.h>
#include <string.h>

#include "chart/guides/axis_period.h"
#include "chart/guides/axis_value.h"
#include "chart/guides/labels.h"
#include "chart/guides/line_end.h"
#include "chart/guides/line_gaps.h"
#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/model/absent.h"
#include "chart/scale/period.h"
#include "chart/types/surplus_area.h"
#include "chart/words/change.h"
#include "chart/words/speech.h"
#include "text/format.h"

struct surplus {
    struct value_axis value_axis;
    struct period_axis period_axis;
    double *x; /* one a period */
    struct line_end ends[2];
    struct text_line *balance; /* NULL: there is none, or no room */
    size_t last;               /* the last period in which both have a value; n_periods: none */
    bool has_bracket;          /* both lines end there */
    double left, right;        /* of the marks */
    double beside;             /* from the last period to the labels */
};

enum { BALANCE = 2, LABELS = 3 };
/* Share of the width that labels at the ends may take. */
static const double max_label_share = 0.36;
/* Ems: from a last dot to the bracket, and from there to the labels; depth of the bracket; a lower
 * bracket is none. */
static const double to_bracket = 0.7, from_bracket = 0.6, bracket_depth = 0.35, min_bracket = 0.8;
/* Share of the leader's colour in the area. */
static const double area_share = 0.18;

static double label_height(const struct plot *plot)
{
    return 1.25 * plot->pen.em;
}

/* Exports are compared with imports, whichever comes first; others in their order. */
static size_t minuend(const struct model *model)
{
    return strcmp(model->series[0].flow, "imports") == 0 &&
                   strcmp(model->series[1].flow, "exports") == 0
               ? 1
               : 0;
}

static struct figure balance_in(const struct model *model, size_t period)
{
    size_t first = minuend(model);

    return figure_change(&model->series[1 - first].figures[period],
                         &model->series[first].figures[period]);
}

static size_t last_of_both(const struct model *model)
{
    for (size_t i = model->n_periods; i > 0; i--)
        if (!isnan(model->series[0].figures[i - 1].value) &&
            !isnan(model->series[1].figures[i - 1].value))
            return i - 1;
    return model->n_periods;
}

static void check(const struct plot *plot)
{
    const struct model *model = plot->model;
    sheaf_error *error = text_error(plot->pen.text);

    if (model->n_series != 2)
        fail(error, SHEAF_BAD_INPUT,
             "a surplus lies between two series, such as exports and imports, and here %s %zu; "
             "choose two, or draw lines",
             model->n_series == 1 ? "is" : "are", model->n_series);
    else if (last_of_both(model) == model->n_periods)
        fail(error, SHEAF_BAD_INPUT,
             "'%s' and '%s' have no period in common, so nothing lies between them; choose other "
             "periods, or draw lines",
             model->series[0].name, model->series[1].name);
    else
        lines_type.check(plot);
}

/* The larger series of a period, by which the difference is coloured. */
static const struct model_series *leader(const struct model *model, size_t period)
{
    const struct model_series *series = model->series;

    return &series[series[1].figures[period].value > series[0].figures[period].value ? 1 : 0];
}

/* "−2.1 bn"; where a line goes on beyond the period, "−2.1 bn (2022)". */
static struct text_line *set_balance(const struct plot *plot, const struct surplus *surplus)
{
    const struct model *model = plot->model;
    struct figure balance = balance_in(model, surplus->last);
    struct text_style style = plot->pen.theme->label_strong;
    const char *words = pen_change(&plot->pen, model, &balance, true);

    style.color = theme_word_color(plot->pen.theme, leader(model, surplus->last)->color);
    if (!surplus->has_bracket && words != NULL) {
        const char *period = plot_period_name(plot, model->periods[surplus->last]);
        words =
            period == NULL
                ? NULL
                : pen_in_order(&plot->pen, arena_format(plot->pen.arena, "%s (%s)", words, period));
    }
    return pen_label(&plot->pen, words, &style);
}

static double widest_label(const struct plot *plot, const struct surplus *surplus)
{
    double widest = line_width(surplus->balance);

    for (size_t i = 0; i < 2; i++)
        widest = fmax(widest, line_end_width(plot, &surplus->ends[i]));
    return widest;
}

/* Chooses what stands at the ends; returns the width that it takes at the right. */
static double measure_ends(struct plot *plot, struct surplus *surplus, double plot_height)
{
    static const struct {
        bool name, value, balance;
    } ways[] = { { true, true, true },
                 { true, false, true },
                 { true, false, false },
                 { false, false, true },
                 { false, false, false } };
    double most = max_label_share * plot->width;

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        for (size_t k = 0; k < 2; k++)
            surplus->ends[k] = line_end_set(plot, k, ways[i].name, ways[i].value, most);
        surplus->balance = ways[i].balance ? set_balance(plot, surplus) : NULL;
        double width = widest_label(plot, surplus);
        double rows = (ways[i].name ? 2 : 0) + (ways[i].balance ? 1 : 0);
        if (width > most || rows * label_height(plot) > plot_height ||
            (width > 0 && plot->plan->detail >= DETAIL_NO_AXIS))
            continue;
        if (!ways[i].name)
            legend_add_series(plot->plan, 0, 2, SWATCH_LINE);
        surplus->beside = plot->pen.theme->end_dot + (to_bracket + from_bracket) * plot->pen.em;
        return width > 0 ? width + surplus->beside : plot->pen.theme->end_dot;
    }
    return plot->pen.theme->end_dot;
}

static void place_periods(struct plot *plot, struct surplus *surplus)
{
    const struct model *model = plot->model;
    double inset =
        fmin(1.2 * plot->pen.em, (surplus->right - surplus->left) / (2 * (double)model->n_periods));
    bool labelled = widest_label(plot, surplus) > 0;
    struct scale scale = { .type = &linear_scale,
                           .low = period_middle(model->periods[0]),
                           .high = period_middle(model->periods[model->n_periods - 1]),
                           .from = surplus->left + inset,
                           .to = labelled ? surplus->right : surplus->right - inset };

    for (size_t i = 0; i < model->n_periods; i++)
        surplus->x[i] = scale_position(&scale, period_middle(model->periods[i]));
}

static void measure_periods(struct plot *plot, struct surplus *surplus)
{
    size_t n;
    struct period_slot *slots = period_axis_slots(plot, PLACES(surplus->x), &n);

    if (slots != NULL)
        period_axis_measure(plot, &surplus->period_axis, slots, n, true);
    plot->foot = period_axis_height(plot, &surplus->period_axis);
}

/* Flags of the figures that are written at the ends, and of those that the lines lack. */
static unsigned flags_shown(const struct model *model, const struct surplus *surplus)
{
    unsigned flags = 0;

    for (size_t i = 0; i < 2; i++)
        if (surplus->ends[i].value != NULL)
            flags |= model->series[i].figures[model_last(model, &model->series[i])].flags;
    return (flags & ~(1U << FLAG_BREAK)) | line_gaps_flags(model);
}

static void measure(struct plot *plot, double plot_height)
{
    const struct model *model = plot->model;
    struct surplus *surplus = arena_new(plot->pen.arena, struct surplus);

    plot->marks = surplus;
    if (surplus == NULL)
        return;
    surplus->x = arena_array(plot->pen.arena, double, model->n_periods);
    if (surplus->x == NULL)
        return;
    surplus->last = last_of_both(model);
    surplus->has_bracket = model_last(model, &model->series[0]) == surplus->last &&
                           model_last(model, &model->series[1]) == surplus->last;
    value_axis_measure(plot, &surplus->value_axis, plot->extent, plot_height);
    surplus->left = surplus->value_axis.gutter;
    surplus->right = plot->width - measure_ends(plot, surplus, plot_height);
    place_periods(plot, surplus);
    measure_periods(plot, surplus);
    legend_add_styles(plot->plan, SWATCH_LINE);
    legend_add_breaks(plot->plan, 0, model->n_series);
    legend_add_flags(plot->plan, flags_shown(model, surplus));
}

/* Drawing */

struct label {
    size_t which; /* of a series, or BALANCE */
    double wanted, y;
};

static double value_y(const struct plot *plot, const struct surplus *surplus, size_t series,
                      size_t period)
{
    struct scale scale = value_axis_scale(plot, &surplus->value_axis);

    return scale_position(&scale, plot->model->series[series].figures[period].value);
}

/* From the top down; the difference between its two lines, though these end at one value. */
static void sort_labels(struct label *labels, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k > 0 && labels[k].wanted < labels[k - 1].wanted; k--) {
            struct label other = labels[k];
            labels[k] = labels[k - 1];
            labels[k - 1] = other;
        }
}

/* Where the labels stand; returns how many there are, 0 where they have no room. */
static size_t place_labels(const struct plot *plot, struct surplus *surplus, struct label *labels)
{
    struct spread_label spread[LABELS];
    size_t n = 0;

    for (size_t i = 0; i < 2; i++) {
        struct line_end *end = &surplus->ends[i];
        size_t last = model_last(plot->model, &plot->model->series[i]);
        end->at = (struct point){ surplus->x[last], value_y(plot, surplus, i, last) };
        end->y = end->at.y;
        if (i == 1 && surplus->balance != NULL)
            labels[n++] = (struct label){ BALANCE,
                                          (value_y(plot, surplus, 0, surplus->last) +
                                           value_y(plot, surplus, 1, surplus->last)) /
                                              2,
                                          0 };
        if (end->name != NULL || end->value != NULL)
            labels[n++] = (struct label){ i, end->at.y, 0 };
    }
    sort_labels(labels, n);
    for (size_t i = 0; i < n; i++)
        spread[i] = (struct spread_label){ .wanted = labels[i].wanted, .size = label_height(plot) };
    if (!labels_spread(spread, n, plot->box.top - 0.4 * plot->pen.em,
                       plot->box.bottom + 0.3 * plot->pen.em))
        return 0;
    for (size_t i = 0; i < n; i++)
        labels[i].y = spread[i].place;
    return n;
}

/* Where the bracket stands; NaN where there is none, or too little to embrace. */
static double bracket_x(const struct plot *plot, const struct surplus *surplus)
{
    double height = fabs(surplus->ends[0].at.y - surplus->ends[1].at.y);

    return surplus->has_bracket && surplus->balance != NULL && height >= min_bracket * plot->pen.em
               ? surplus->right + plot->pen.theme->end_dot + to_bracket * plot->pen.em
               : NAN;
}

/* The leader from a line's end, or from the bracket's, to its name. */
static void draw_leader(const struct plot *plot, const struct surplus *surplus, struct scene *scene,
                        const struct line_end *end, double x, double y)
{
    double bracket = bracket_x(plot, surplus);

    if (fabs(y - end->at.y) <= 0.35 * plot->pen.em && x - end->at.x < 3 * plot->pen.em)
        return;
    scene_move_to(scene, isnan(bracket) ? end->at.x + plot->pen.theme->end_dot : bracket,
                  end->at.y);
    scene_line_to(scene, x - 0.15 * plot->pen.em, y);
    scene_stroke(scene, plot->pen.theme->axis, plot->pen.theme->grid_width);
}

/* "]" from one end to the other, with a stub to the figure. */
static void draw_bracket(const struct plot *plot, const struct surplus *surplus,
                         struct scene *scene, double figure_y)
{
    double a = surplus->ends[0].at.y, b = surplus->ends[1].at.y;
    double x = bracket_x(plot, surplus), depth = bracket_depth * plot->pen.em;
    double middle = fmin(fmax(figure_y, fmin(a, b)), fmax(a, b));

    if (isnan(x))
        return;
    scene_move_to(scene, x - depth, a);
    scene_line_to(scene, x, a);
    scene_line_to(scene, x, b);
    scene_line_to(scene, x - depth, b);
    scene_move_to(scene, x, middle);
    scene_line_to(scene, x + depth, middle);
    scene_stroke(scene, leader(plot->model, surplus->last)->color, plot->pen.theme->rule_width);
}

static void draw_end(const struct plot *plot, const struct surplus *surplus, struct scene *scene,
                     size_t index, const struct label *label)
{
    const struct line_end *end = &surplus->ends[index];
    const struct model_series *series = &plot->model->series[index];
    size_t last = model_last(plot->model, series);
    double x = surplus->right + surplus->beside;

    plot_open_datum(plot, scene, index, last);
    mark_dot(&plot->pen, scene, end->at, series->color, series->figures[last].drawn);
    if (label != NULL) {
        struct line_end moved = *end;
        moved.y = label->y;
        draw_leader(plot, surplus, scene, end, x, label->y);
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_end_draw(plot, scene, &moved, x);
        scene_close(scene);
    }
    scene_close(scene);
}

static void draw_lines(const struct plot *plot, struct surplus *surplus, struct scene *scene)
{
    struct scale scale = value_axis_scale(plot, &surplus->value_axis);
    struct label labels[LABELS];
    size_t n = place_labels(plot, surplus, labels);

    for (size_t i = 0; i < 2; i++)
        plot_note_line(plot, i, PLACES(surplus->x), &scale);
    for (size_t k = 0; k < n; k++)
        if (labels[k].which == BALANCE) {
            draw_bracket(plot, surplus, scene, labels[k].y);
            line_draw_centered(scene, surplus->balance, surplus->right + surplus->beside,
                               labels[k].y, ALIGN_LEFT);
        }
    for (size_t i = 0; i < 2; i++) {
        const struct label *label = NULL;
        for (size_t k = 0; k < n; k++)
            label = labels[k].which == i ? &labels[k] : label;
        plot_open_series(plot, scene, i);
        mark_line(plot, scene, &scale, &plot->model->series[i], PLACES(surplus->x), NULL);
        draw_end(plot, surplus, scene, i, label);
        scene_close(scene);
    }
}

static struct area_lines lines_of(const struct plot *plot, const struct surplus *surplus)
{
    return (struct area_lines){ .a = plot->model->series[0].figures,
                                .b = plot->model->series[1].figures,
                                .x = surplus->x,
                                .n = plot->model->n_periods,
                                .scale = value_axis_scale(plot, &surplus->value_axis),
                                .absent = absent_of(plot->model) };
}

/* The period of the last crossing above the lines there or, if there is no room, below them. Returns
 * what it covers; an empty box: it is not drawn. */
static struct box draw_crossing(const struct plot *plot, const struct surplus *surplus,
                                struct scene *scene)
{
    const struct area_lines lines = lines_of(plot, surplus);
    struct crossing crossing = last_crossing(&lines);
    double em = plot->pen.em, height = plot->pen.theme->label.leading;

    if (!crossing.found || plot->plan->detail >= DETAIL_NO_AXIS)
        return (struct box){ 0 };
    struct text_line *name =
        pen_label(&plot->pen, plot_period_name(plot, plot->model->periods[crossing.period]),
                  &plot->pen.theme->label);
    double half = line_width(name) / 2 + 0.4 * em;
    double least = fmax(surplus->left, value_axis_top_width(plot, &surplus->value_axis));
    double x = fmax(fmin(crossing.at.x, surplus->right - half), least + half);
    struct extent taken = area_span(&lines, x - half, x + half);
    double above = taken.low - 0.5 * em - height / 2, below = taken.high + 0.5 * em + height / 2;
    bool is_above = above - height / 2 >= plot->box.top - 0.3 * em;

    if (fabs(x - crossing.at.x) > half || x + half > surplus->right + em ||
        (!is_above && below + height / 2 > plot->box.bottom))
        return (struct box){ 0 };
    double y = is_above ? above : below, edge = is_above ? y + 0.55 * em : y - 0.55 * em;
    scene_move_to(scene, crossing.at.x, edge);
    scene_line_to(scene, crossing.at.x, crossing.at.y);
    scene_stroke(scene, plot->pen.theme->axis, plot->pen.theme->grid_width);
    line_draw_centered(scene, name, x, y, ALIGN_CENTER);
    return (struct box){ x - half, y - height / 2, x + half, y + height / 2 };
}

/* Why figures are missing, clear of the crossing's period and of what stands at the ends. */
static void draw_gaps(const struct plot *plot, const struct surplus *surplus, struct scene *scene,
                      struct box crossing)
{
    const struct scale scale = value_axis_scale(plot, &surplus->value_axis);
    const struct box taken[] = { crossing,
                                 { surplus->right + plot->pen.theme->end_dot, plot->box.top,
                                   plot->width, plot->box.bottom } };

    line_gaps_draw_beside(plot, scene, PLACES(surplus->x), &scale, taken,
                          widest_label(plot, surplus) > 0 ? 2 : 1);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct surplus *surplus = plot->marks;
    const struct area_lines all = lines_of(plot, surplus);
    const struct area_lines lines = area_reduced(&all, plot->pen.column, plot->pen.arena);
    bool labelled = widest_label(plot, surplus) > 0;
    double right = labelled ? surplus->x[plot->model->n_periods - 1] : plot->width;
    const struct color colors[2] = {
        theme_tint(plot->pen.theme, plot->model->series[0].color, area_share),
        theme_tint(plot->pen.theme, plot->model->series[1].color, area_share)
    };

    scene_open_role(scene, ROLE_NONE);
    area_draw(&lines, scene, colors);
    scene_close(scene);
    value_axis_draw_grid(plot, &surplus->value_axis, scene, plot->box.left, right);
    value_axis_draw_zero(plot, &surplus->value_axis, scene, plot->box.left, right);
    value_axis_draw_labels(plot, &surplus->value_axis, scene);
    period_axis_draw(plot, &surplus->period_axis, scene, plot->box.bottom);
    const struct box crossing = draw_crossing(plot, surplus, scene);
    draw_lines(plot, surplus, scene);
    draw_gaps(plot, surplus, scene, crossing);
}

static struct extent extent(const struct plot *plot)
{
    return lines_type.extent(plot);
}

static double min_height(const struct plot *plot)
{
    return lines_type.min_height(plot);
}

/* "Balance, 2023, −2.1." after the figures of both and when one overtook the other. */
static void speak(struct speech *speech)
{
    struct chart_plan *plan = speech->plan;
    const struct model *model = plan->model;
    size_t last = last_of_both(model);
    struct figure balance = balance_in(model, last);
    bool flows = strcmp(model->series[minuend(model)].flow, "exports") == 0 &&
                 strcmp(model->series[1 - minuend(model)].flow, "imports") == 0;
    const struct blank datum[] = {
        { "series", format_word(plan->pen.text, flows ? WORD_BALANCE : WORD_DIFFERENCE) },
        { "period", pen_period_text(&plan->pen, model->periods[last]) },
        { "amount", pen_spoken_change(&plan->pen, model, &balance) }
    };

    speech_say_series(speech);
    speech_say(speech, format_phrase(plan->pen.text, plan->pen.arena, PHRASE_DATUM, datum, 3));
}

static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    const struct surplus *surplus = plot->marks;
    struct time_frame *frame = time_frame_new(plot, *n = 1);

    if (frame == NULL)
        return NULL;
    time_frame_of_points(plot, frame, PLACES(surplus->x));
    frame->box = (struct box){ surplus->left, plot->box.top, surplus->right, plot->box.bottom };
    frame->values = value_axis_scale(plot, &surplus->value_axis);
    return frame;
}

const struct chart_type surplus_type = {
    .word = WORD_SURPLUS_CHART,
    .check = check,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .speak = speak,
};
