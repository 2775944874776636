/* lying.c - stacks of two or three parts lying down: a bar a period, the earliest above, the parts' names
 * over the first. Figures stand inside their parts, totals at the ends; there is no axis. */
#include "chart/types/parts/lying.h"

#include <math.h>

#include "chart/across.h"
#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/plan.h"
#include "chart/types/parts/stack.h"
#include "chart/types/parts/unknown_part.h"

enum { MOST_PARTS = 3 };

/* Bars take 62 % of the pitch, and are no slabs: at most so many ems. */
static const double bar_share = 0.62, widest_bar = 4;
/* In ems: height of the names, least pitch, beside the names of periods, between a bar and its total, of a
 * figure's distance from the sides of its part. */
static const double head = 1.6, least_pitch = 1.5, beside = 0.8, total_gap = 0.4, inset = 0.3;

struct lying {
    struct text_line **periods, **totals; /* one a period; a total is NULL where there is none */
    struct unknown_part *unknown;         /* one a period */
    struct text_line *names[MOST_PARTS];  /* over the first bar; NULL: the legend has them */
    double left, right, head;             /* of the bars; height of the names */
};

void lying_check(const struct plot *plot)
{
    size_t n = plot->model->n_series - stack_first(plot->model);

    if (n > MOST_PARTS)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "bars of two or three parts lie down, and here are %zu; let them stand, or leave some "
             "out",
             n);
    else if (stack_extent(plot).low < 0)
        fail(
            text_error(plot->pen.text), SHEAF_BAD_INPUT,
            "bars lie down to be compared from their beginning, and some parts are below zero; let "
            "them stand");
}

/* Measuring --------------------------------------------------------------------------------- */

/* From zero, or from a reference below it. */
static struct scale scale_of(const struct plot *plot, const struct lying *lying)
{
    return (struct scale){ .type = &linear_scale,
                           .low = fmin(plot->extent.low, 0),
                           .high = fmax(plot->extent.high, 1e-300),
                           .from = lying->left,
                           .to = lying->right };
}

static double value_x(const struct plot *plot, const struct lying *lying, double value)
{
    const struct scale scale = scale_of(plot, lying);

    return scale_position(&scale, value);
}

static const char *total_text(const struct plot *plot, size_t period, bool with_unit)
{
    const struct figure *figure = &plot->model->series[0].figures[period];

    if (isnan(figure->value))
        return pen_blank(&plot->pen, figure);
    return pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, with_unit), figure);
}

/* The first total has the unit where no other words say it. Shares have none, but the sign of why there is no
 * bar. */
static double set_totals(const struct plot *plot, struct lying *lying)
{
    bool with_unit = !plot->plan->unit_said;
    double widest = 0;

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        if (stack_is_of_shares(plot->model) && stack_reach(plot->model, i).high > 0)
            continue;
        bool is_known = !isnan(plot->model->series[0].figures[i].value);
        lying->totals[i] =
            pen_label(&plot->pen, total_text(plot, i, with_unit), &plot->pen.theme->label_strong);
        if (!stack_is_of_shares(plot->model))
            widest = fmax(widest, line_width(lying->totals[i]) + total_gap * plot->pen.em);
        with_unit = with_unit && !is_known;
    }
    return widest;
}

/* Behind the total, of what has no length that may be shown; NULL: it has one, or all is known. */
static struct text_line *sign_behind(const struct plot *plot, const struct lying *lying,
                                     size_t period)
{
    const struct unknown_part *part = &lying->unknown[period];

    return part->to > part->from ? NULL : unknown_part_sign(plot, part, INFINITY);
}

/* What stands behind a bar: its total, and the sign of what nobody knows of it. */
static double width_behind(const struct plot *plot, const struct lying *lying)
{
    double widest = 0;

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        struct text_line *sign = sign_behind(plot, lying, i);
        if (sign != NULL)
            widest = fmax(widest, line_width(lying->totals[i]) + line_width(sign) +
                                      2 * total_gap * plot->pen.em);
    }
    return widest;
}

static double set_periods(const struct plot *plot, struct lying *lying)
{
    double widest = 0;

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        lying->periods[i] = pen_label(&plot->pen, plot_period_name(plot, plot->model->periods[i]),
                                      &plot->pen.theme->label);
        widest = fmax(widest, line_width(lying->periods[i]));
    }
    return widest + beside * plot->pen.em;
}

/* Each over the beginning of its part, unless one would reach into the next: then in the legend. */
static void set_names(struct plot *plot, struct lying *lying)
{
    const struct model *model = plot->model;
    size_t first = stack_first(model);
    bool fit = plot->plan->detail < DETAIL_NO_AXIS;

    for (size_t i = first; i < model->n_series; i++) {
        struct text_style style = plot->pen.theme->label_strong;
        double from, to, room = plot->width;
        style.color = theme_word_color(plot->pen.theme, model->series[i].color);
        struct text_line *line = pen_label(&plot->pen, model->series[i].label, &style);
        bool is_there = stack_span(model, i, 0, &from, &to);
        if (i + 1 < model->n_series)
            room = value_x(plot, lying, to) - 0.5 * plot->pen.em;
        fit = fit && is_there && value_x(plot, lying, from) + line_width(line) <= room;
        lying->names[i - first] = line;
    }
    lying->head = fit ? head * plot->pen.em : 0;
    for (size_t i = 0; !fit && i < MOST_PARTS; i++)
        lying->names[i] = NULL;
    if (!fit)
        legend_add_series(plot->plan, first, model->n_series, SWATCH_BAR);
}

static double bar_height(const struct plot *plot, const struct lying *lying, double plot_height)
{
    return fmin(bar_share * (plot_height - lying->head) / (double)plot->model->n_periods,
                widest_bar * plot->pen.em);
}

static bool has_room(const struct plot *plot, const struct text_line *line, double width,
                     double height)
{
    return line_width(line) + 2 * inset * plot->pen.em <= width && height >= 1.2 * plot->pen.em &&
           plot->plan->detail < DETAIL_NO_AXIS;
}

static struct text_line *figure_line(const struct plot *plot, size_t series, size_t period)
{
    const struct model_series *part = &plot->model->series[series];
    const struct figure *figure = &part->figures[period];
    struct text_style style = plot->pen.theme->label;

    style.color = figure->drawn == FIGURE_SOLID ? theme_text_on(plot->pen.theme, part->color)
                                                : plot->pen.theme->ink;
    return pen_label(
        &plot->pen,
        pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, false), figure),
        &style);
}

/* The sign within an outlined part; NULL: it has no room there. */
static struct text_line *sign_inside(const struct plot *plot, const struct lying *lying,
                                     size_t period, double height)
{
    const struct unknown_part *part = &lying->unknown[period];
    double width = value_x(plot, lying, part->to) - value_x(plot, lying, part->from);
    struct text_line *sign = part->to > part->from ? unknown_part_sign(plot, part, width) : NULL;

    return sign != NULL && has_room(plot, sign, width, height) ? sign : NULL;
}

static unsigned flags_shown(const struct plot *plot, const struct lying *lying, double height)
{
    const struct model *model = plot->model;
    unsigned flags = 0;

    for (size_t k = 0; k < model->n_periods; k++) {
        if (lying->totals[k] != NULL)
            flags |= model->series[0].figures[k].flags;
        for (size_t i = stack_first(model); i < model->n_series; i++) {
            double from, to;
            if (stack_span(model, i, k, &from, &to) &&
                has_room(plot, figure_line(plot, i, k),
                         value_x(plot, lying, to) - value_x(plot, lying, from), height))
                flags |= model->series[i].figures[k].flags;
        }
    }
    return flags;
}

static void explain_flags(const struct plot *plot, const struct lying *lying, double height)
{
    struct unknown_key key = { 0 };

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        const struct unknown_part *part = &lying->unknown[i];
        bool has_sign =
            sign_behind(plot, lying, i) != NULL || sign_inside(plot, lying, i, height) != NULL;
        unknown_key_take(&key, part, has_sign, part->to > part->from);
    }
    unknown_key_explain(&key, plot->plan, flags_shown(plot, lying, height));
}

void lying_measure(struct plot *plot, double plot_height)
{
    struct lying *lying = arena_new(plot->pen.arena, struct lying);
    size_t n = plot->model->n_periods;

    plot->marks = NULL;
    plot->foot = 0;
    if (lying == NULL)
        return;
    lying->periods = arena_array(plot->pen.arena, struct text_line *, n);
    lying->totals = arena_array(plot->pen.arena, struct text_line *, n);
    lying->unknown = arena_array(plot->pen.arena, struct unknown_part, n);
    if (lying->periods == NULL || lying->totals == NULL || lying->unknown == NULL)
        return;
    for (size_t i = 0; i < n; i++)
        lying->unknown[i] = unknown_part_of(plot->model, i);
    lying->left = set_periods(plot, lying);
    double behind = set_totals(plot, lying);
    behind = fmax(behind, width_behind(plot, lying));
    lying->right = fmax(plot->width - behind, lying->left + plot->pen.em);
    set_names(plot, lying);
    plot->least = lying->head + (double)n * least_pitch * plot->pen.em;
    legend_add_styles(plot->plan, SWATCH_BAR);
    explain_flags(plot, lying, bar_height(plot, lying, plot_height));
    plot_note_words(plot, !stack_is_of_shares(plot->model));
    plot->marks = lying;
}

/* Drawing ----------------------------------------------------------------------------------- */

/* The first bar lies right below the names, the last at the foot of the plot. */
static struct box bar_of(const struct plot *plot, const struct lying *lying, size_t period,
                         double from, double to)
{
    double n = (double)plot->model->n_periods;
    double room = plot->box.bottom - plot->box.top - lying->head;
    double height = bar_height(plot, lying, plot->box.bottom - plot->box.top);
    double step = n > 1 ? (room - height) / (n - 1) : 0;
    double middle = plot->box.top + lying->head + height / 2 + (double)period * step;

    return (struct box){ pen_snap(&plot->pen, value_x(plot, lying, from)),
                         pen_snap(&plot->pen, middle - height / 2),
                         pen_snap(&plot->pen, value_x(plot, lying, to)),
                         pen_snap(&plot->pen, middle + height / 2) };
}

/* A figure inside its part, where it has room. */
static void draw_figure(const struct plot *plot, struct scene *scene, size_t series, size_t period,
                        struct box box)
{
    const struct model_series *part = &plot->model->series[series];
    struct text_line *line = figure_line(plot, series, period);
    double em = plot->pen.em, middle = (box.top + box.bottom) / 2, x = (box.left + box.right) / 2;
    double half = line_width(line) / 2;
    const struct box words =
        across_box(plot, (struct box){ x - half - inset / 2 * em, middle - 0.6 * em,
                                       x + half + inset / 2 * em, middle + 0.6 * em });

    if (!has_room(plot, line, box.right - box.left, box.bottom - box.top))
        return;
    if (part->figures[period].drawn == FIGURE_SOLID) {
        mark_plate(&plot->pen, scene, part->color, &words);
    } else {
        scene_rectangle(scene, words.left, words.top, words.right - words.left,
                        words.bottom - words.top);
        scene_fill(scene, plot->pen.theme->paper);
    }
    scene_open_role(scene, ROLE_DATUM_LABEL);
    across_line(plot, scene, line, x, middle, ALIGN_CENTER);
    scene_close(scene);
}

static void draw_part(const struct plot *plot, const struct lying *lying, struct scene *scene,
                      size_t series)
{
    const struct model_series *part = &plot->model->series[series];
    size_t number = series - stack_first(plot->model);
    enum side begin = across_is_mirrored(plot) ? SIDE_RIGHT : SIDE_LEFT;
    double gap = mark_gap(&plot->pen);

    plot_open_series(plot, scene, series);
    for (size_t i = 0; i < plot->model->n_periods; i++) {
        double from, to;
        if (!stack_span(plot->model, series, i, &from, &to))
            continue;
        struct box box = bar_of(plot, lying, i, from, to);
        if (from > 0 && box.right - box.left >= 2 * gap)
            box.left += gap;
        const struct box drawn = across_box(plot, box);
        plot_note(plot, series, i, drawn);
        plot_open_datum(plot, scene, series, i);
        mark_bar(&plot->pen, scene, drawn, part->color, part->figures[i].drawn,
                 from > 0 ? SIDE_NONE : begin);
        draw_figure(plot, scene, series, i, box);
        scene_close(scene);
    }
    if (lying->names[number] != NULL) {
        double from, to;
        stack_span(plot->model, series, 0, &from, &to);
        scene_open_role(scene, ROLE_DATUM_LABEL);
        across_line(plot, scene, lying->names[number],
                    value_x(plot, lying, from) + (from > 0 ? gap : 0),
                    plot->box.top + 0.6 * plot->pen.em, ALIGN_LEFT);
        scene_close(scene);
    }
    scene_close(scene);
}

/* The end of all that is drawn of a bar. */
static double end_of(const struct plot *plot, const struct lying *lying, size_t period)
{
    return fmax(stack_reach(plot->model, period).high, lying->unknown[period].to);
}

/* What a bar lacks up to its total, outlined; or the sign of it alone, behind the total. */
static void draw_unknown(const struct plot *plot, const struct lying *lying, struct scene *scene,
                         size_t period)
{
    const struct unknown_part *part = &lying->unknown[period];
    struct box box = bar_of(plot, lying, period, part->from, part->to);
    struct text_line *behind = sign_behind(plot, lying, period);
    struct text_line *inside = sign_inside(plot, lying, period, box.bottom - box.top);
    double gap = total_gap * plot->pen.em, middle = (box.top + box.bottom) / 2;
    double total = line_width(lying->totals[period]);

    if (!part->is_there)
        return;
    if (part->to > part->from) {
        box.left += part->from > 0 ? mark_gap(&plot->pen) : 0;
        const struct box drawn = across_box(plot, box);
        mark_outline(&plot->pen, scene, &drawn, plot->pen.theme->axis);
    }
    if (inside == NULL && behind == NULL)
        return;
    scene_open_role(scene, ROLE_DATUM_LABEL);
    across_line(plot, scene, inside, (box.left + box.right) / 2, middle, ALIGN_CENTER);
    across_line(plot, scene, behind, box.right + gap + total + (total > 0 ? gap : 0), middle,
                ALIGN_LEFT);
    scene_close(scene);
}

static bool has_totals(const struct plot *plot, const struct lying *lying)
{
    for (size_t i = 0; i < plot->model->n_periods; i++)
        if (lying->totals[i] != NULL)
            return true;
    return false;
}

static void draw_totals(const struct plot *plot, const struct lying *lying, struct scene *scene)
{
    if (!has_totals(plot, lying))
        return;
    plot_open_series(plot, scene, 0);
    for (size_t i = 0; i < plot->model->n_periods; i++) {
        struct box box = bar_of(plot, lying, i, 0, end_of(plot, lying, i));
        if (lying->totals[i] == NULL)
            continue;
        plot_note(plot, 0, i, across_box(plot, box));
        plot_open_datum(plot, scene, 0, i);
        scene_open_role(scene, ROLE_DATUM_LABEL);
        across_line(plot, scene, lying->totals[i], box.right + total_gap * plot->pen.em,
                    (box.top + box.bottom) / 2, ALIGN_LEFT);
        scene_close(scene);
        scene_close(scene);
    }
    scene_close(scene);
}

void lying_draw(const struct plot *plot, struct scene *scene)
{
    const struct lying *lying = plot->marks;

    scene_open_role(scene, ROLE_AXIS_X);
    for (size_t i = 0; i < plot->model->n_periods; i++) {
        struct box box = bar_of(plot, lying, i, 0, 0);
        across_line(plot, scene, lying->periods[i], 0, (box.top + box.bottom) / 2, ALIGN_LEFT);
    }
    scene_close(scene);
    for (size_t i = stack_first(plot->model); i < plot->model->n_series; i++)
        draw_part(plot, lying, scene, i);
    for (size_t i = 0; i < plot->model->n_periods; i++)
        draw_unknown(plot, lying, scene, i);
    draw_totals(plot, lying, scene);
}

/* For references across the bars. */
struct time_frame *lying_time_frames(const struct plot *plot, size_t *n)
{
    const struct lying *lying = plot->marks;
    const struct scale scale = scale_of(plot, lying);

    *n = 1;
    return time_frame_of_rows(plot, &scale, plot->box.bottom);
}

double lying_min_height(const struct plot *plot)
{
    return (head + 1.9 * (double)plot->model->n_periods) * plot->pen.em;
}
