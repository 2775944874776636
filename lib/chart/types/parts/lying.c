/* lying.c - stacks of two or three parts lying down: a bar a period, the earliest above, the parts' names
 * over the first. Figures stand inside their parts, totals at the ends; there is no axis. */
#include "chart/types/parts/lying.h"

#include <math.h>

#include "chart/across.h"
#include "chart/marks.h"
#include "chart/plan.h"
#include "chart/types/parts/stack.h"

enum { MOST_PARTS = 3 };

/* Bars take 62 % of the pitch, and are no slabs: at most so many ems. */
static const double bar_share = 0.62, widest_bar = 4;
/* In ems: height of the names, least pitch, beside the names of periods, between a bar and its total, of a
 * figure's distance from the sides of its part. */
static const double head = 1.6, least_pitch = 1.5, beside = 0.8, total_gap = 0.4, inset = 0.3;

struct lying {
    struct text_line **periods, **totals; /* one a period; a total is NULL where there is none */
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

static double value_x(const struct plot *plot, const struct lying *lying, double value)
{
    double most = fmax(stack_extent(plot).high, 1e-300);

    return lying->left + (lying->right - lying->left) * value / most;
}

static const char *total_text(const struct plot *plot, size_t period, bool with_unit)
{
    const struct figure *figure = &plot->model->series[0].figures[period];

    return pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, with_unit), figure);
}

/* The first total has the unit where no other words say it. */
static double set_totals(const struct plot *plot, struct lying *lying)
{
    bool with_unit = !plot->plan->unit_said;
    double widest = 0;

    for (size_t i = 0; !stack_is_of_shares(plot->model) && i < plot->model->n_periods; i++) {
        if (isnan(plot->model->series[0].figures[i].value))
            continue;
        lying->totals[i] =
            pen_label(&plot->pen, total_text(plot, i, with_unit), &plot->pen.theme->label_strong);
        widest = fmax(widest, line_width(lying->totals[i]) + total_gap * plot->pen.em);
        with_unit = false;
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

static unsigned flags_shown(const struct model *model)
{
    unsigned flags = 0;

    for (size_t i = 0; i < model->n_series; i++)
        for (size_t k = 0; k < model->n_periods; k++)
            flags |= model->series[i].figures[k].flags;
    return flags;
}

void lying_measure(struct plot *plot)
{
    struct lying *lying = arena_new(plot->pen.arena, struct lying);
    size_t n = plot->model->n_periods;

    plot->marks = NULL;
    plot->foot = 0;
    if (lying == NULL)
        return;
    lying->periods = arena_array(plot->pen.arena, struct text_line *, n);
    lying->totals = arena_array(plot->pen.arena, struct text_line *, n);
    if (lying->periods == NULL || lying->totals == NULL)
        return;
    lying->left = set_periods(plot, lying);
    lying->right = fmax(plot->width - set_totals(plot, lying), lying->left + plot->pen.em);
    set_names(plot, lying);
    plot->least = lying->head + (double)n * least_pitch * plot->pen.em;
    legend_add_styles(plot->plan, SWATCH_BAR);
    legend_add_flags(plot->plan, flags_shown(plot->model));
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
    double height = fmin(bar_share * room / n, widest_bar * plot->pen.em);
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
    const struct figure *figure = &part->figures[period];
    struct text_style style = plot->pen.theme->label;
    bool is_solid = figure->drawn == FIGURE_SOLID;
    double em = plot->pen.em, middle = (box.top + box.bottom) / 2, x = (box.left + box.right) / 2;

    style.color = is_solid ? theme_text_on(plot->pen.theme, part->color) : plot->pen.theme->ink;
    struct text_line *line = pen_label(
        &plot->pen,
        pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, false), figure),
        &style);
    double half = line_width(line) / 2;
    const struct box words =
        across_box(plot, (struct box){ x - half - inset / 2 * em, middle - 0.6 * em,
                                       x + half + inset / 2 * em, middle + 0.6 * em });
    if (2 * half + 2 * inset * em > box.right - box.left || box.bottom - box.top < 1.2 * em ||
        plot->plan->detail >= DETAIL_NO_AXIS)
        return;
    if (is_solid) {
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

static void draw_totals(const struct plot *plot, const struct lying *lying, struct scene *scene)
{
    if (stack_is_of_shares(plot->model))
        return;
    plot_open_series(plot, scene, 0);
    for (size_t i = 0; i < plot->model->n_periods; i++) {
        struct box box = bar_of(plot, lying, i, 0, stack_reach(plot->model, i).high);
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
    draw_totals(plot, lying, scene);
}

double lying_min_height(const struct plot *plot)
{
    return (head + 1.9 * (double)plot->model->n_periods) * plot->pen.em;
}
