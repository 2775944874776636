/* ranking.c - many series in one period: a row each, from the largest down, named at its
 * bar and not by its colour. What bars and lines become when there is no time to see. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/strings.h"
#include "chart/marks.h"
#include "chart/names.h"
#include "chart/plan.h"

struct rank {
    size_t series;
    struct text_line *name, *value;
};

struct ranking {
    struct rank *ranks;
    size_t n;
    double left, right; /* of the bars: room for values is outside */
    struct text_line *period;
};

/* Fewer are told apart by colour; and flows have colours that everybody knows. */
enum { LEAST_RANKS = 4 };

/* Height of a row, in ems, at least and at most; of its bar, as a share, and at most. */
static const double least_row = 1.25, most_row = 4.4, bar_share = 0.68, most_bar = 2.2;
/* Share of the width that names may take; and, in ems, what they and bars keep. */
static const double most_name_share = 0.45, least_name = 4, least_bars = 3;

static bool are_flows(const struct model *model)
{
    for (size_t i = 0; i < model->n_series; i++) {
        const char *flow = sheaf_series_flow(model->series[i].series);
        if (!theme_knows_flow(flow[0] != '\0' ? flow : model->series[i].name))
            return false;
        for (size_t k = 0; k < i; k++)
            if (string_equal_ignoring_case(flow, sheaf_series_flow(model->series[k].series)))
                return false;
    }
    return true;
}

size_t ranking_room(const struct chart_plan *plan)
{
    double rows = (plan->height / plan->em - 3) / least_row;

    return rows >= 1 ? (size_t)rows : 0;
}

bool ranking_suits(const struct chart_plan *plan)
{
    const struct model *model = plan->model;

    return model != NULL && model->n_periods == 1 && model->n_series >= LEAST_RANKS &&
           model->n_series <= ranking_room(plan) && !are_flows(model);
}

static double value_of(const struct chart_plan *plan, const struct rank *rank)
{
    return plan->model->series[rank->series].figures[0].value;
}

static void check(struct chart_plan *plan)
{
    (void)plan; /* ranking_suits has */
}

/* Whether a series stands behind another: smaller ones, what is missing, and behind all the
 * rest that is no rank. */
static bool stands_behind(const struct chart_plan *plan, size_t one, size_t other)
{
    const struct model_series *series = plan->model->series;
    double value = series[one].figures[0].value, next = series[other].figures[0].value;
    bool is_rest = sheaf_series_is_remainder(series[one].series),
         next_is_rest = sheaf_series_is_remainder(series[other].series);

    if (is_rest != next_is_rest)
        return is_rest;
    return !isnan(next) && !(value >= next);
}

static struct rank *sorted_ranks(struct chart_plan *plan)
{
    size_t n = plan->model->n_series;
    struct rank *ranks = arena_array(plan->arena, struct rank, n);

    for (size_t i = 0; ranks != NULL && i < n; i++) {
        size_t at = i;
        while (at > 0 && stands_behind(plan, ranks[at - 1].series, i)) {
            ranks[at] = ranks[at - 1];
            at--;
        }
        ranks[at] = (struct rank){ .series = i };
    }
    return ranks;
}

static double gap(const struct chart_plan *plan)
{
    return 0.45 * plan->em;
}

static void set_values(struct chart_plan *plan, struct ranking *ranking)
{
    bool with_unit = !plan->unit_said;

    for (size_t i = 0; i < ranking->n; i++) {
        struct rank *rank = &ranking->ranks[i];
        const struct figure *figure = &plan->model->series[rank->series].figures[0];
        const char *value = isnan(figure->value)
                                ? plan_blank(plan, figure)
                                : plan_marked(plan, plan_amount(plan, figure, with_unit), figure);
        rank->value = plan_label(plan, value, &plan->theme.label_strong);
        with_unit = false;
    }
}

static void drop_values(struct ranking *ranking)
{
    for (size_t i = 0; i < ranking->n; i++)
        ranking->ranks[i].value = NULL;
}

/* What stands for a name that will not fit: the code of a country; of a product both, or the
 * beginnings of two might be one. */
static const char *shortest_of(struct chart_plan *plan, const struct model_series *series)
{
    const char *name = sheaf_series_name(series->series);

    if (series->code != NULL)
        return series->code;
    if (strcmp(name, sheaf_series_product(series->series)) == 0 && strcmp(name, series->name) != 0)
        return arena_format(plan->arena, "%s %s", name, series->label);
    return series->label;
}

/* Sets names within most; returns the widest. */
static double set_names(struct chart_plan *plan, struct ranking *ranking, double most)
{
    struct text_style style = plan->theme.label;
    double widest = 0;

    style.color = plan->theme.ink;
    for (size_t i = 0; i < ranking->n; i++) {
        struct rank *rank = &ranking->ranks[i];
        const struct model_series *series = &plan->model->series[rank->series];
        const char *label = series->label;
        if (text_width(plan->text, label, &style) > most)
            label = shortest_of(plan, series);
        rank->name = label != NULL ? text_fit(plan->text, plan->arena, label, &style, most) : NULL;
        widest = fmax(widest, line_width(rank->name));
    }
    return widest;
}

/* What values take behind bars and, below zero, in front of them. */
static void measure_values(const struct chart_plan *plan, const struct ranking *ranking,
                           double *above, double *below)
{
    *above = *below = 0;
    for (size_t i = 0; i < ranking->n; i++) {
        const struct rank *rank = &ranking->ranks[i];
        double *side = value_of(plan, rank) < 0 ? below : above;
        if (rank->value != NULL)
            *side = fmax(*side, rank->value->width + gap(plan));
    }
}

/* Names give way to values, and values that leave no room for names go. */
static void place_bars(struct chart_plan *plan, struct ranking *ranking)
{
    double apart = 0.9 * plan->em, above, below;

    set_values(plan, ranking);
    measure_values(plan, ranking, &above, &below);
    double room = plan->width - above - below - apart - least_bars * plan->em;
    if (room < least_name * plan->em) {
        drop_values(ranking);
        above = below = 0;
        room = plan->width - apart - least_bars * plan->em;
    }
    double names = set_names(plan, ranking, fmin(room, most_name_share * plan->width));
    ranking->left = names + apart + below;
    ranking->right = plan->width - above;
}

static unsigned marks_shown(const struct model *model)
{
    unsigned marks = 0;

    for (size_t i = 0; i < model->n_series; i++)
        marks |= model->series[i].figures[0].marks;
    return marks;
}

static void measure(struct chart_plan *plan, double plot_height)
{
    struct ranking *ranking = arena_new(plan->arena, struct ranking);

    (void)plot_height;
    plan->marks = ranking;
    if (ranking == NULL)
        return;
    ranking->n = plan->model->n_series;
    ranking->ranks = sorted_ranks(plan);
    if (ranking->ranks == NULL)
        return;
    place_bars(plan, ranking);
    ranking->period = NULL;
    plan->foot = 0;
    if (!plan->period_said && plan->detail < DETAIL_NO_AXIS) {
        ranking->period =
            plan_label(plan, plan_period_text(plan, plan->model->periods[0]), &plan->theme.label);
        plan->foot = plan->theme.label.leading + 0.3 * plan->em;
    }
    plan->least_plot = (double)ranking->n * least_row * plan->em;
    key_add_styles(plan, SWATCH_BAR);
    key_add_marks(plan, marks_shown(plan->model));
}

static struct linear_scale scale_of(const struct chart_plan *plan, const struct ranking *ranking)
{
    double low = fmin(plan->model->low, 0), high = fmax(plan->model->high, 0);

    return (struct linear_scale){ low, low < high ? high : low + 1, ranking->left, ranking->right };
}

/* One colour for all: they are told apart by their names. */
static struct color color_of(const struct chart_plan *plan, const struct model_series *series)
{
    const struct model *model = plan->model;

    if (sheaf_series_is_remainder(series->series))
        return series->color;
    for (size_t i = 0; i < model->n_series; i++)
        if (!sheaf_series_is_remainder(model->series[i].series))
            return model->series[i].color;
    return series->color;
}

static void draw_rank(struct chart_plan *plan, const struct ranking *ranking, struct scene *scene,
                      const struct rank *rank, double middle, double height)
{
    const struct model_series *series = &plan->model->series[rank->series];
    const struct figure *figure = &series->figures[0];
    struct linear_scale scale = scale_of(plan, ranking);
    struct group row = { .role = ROLE_SERIES, .label = series->name };
    struct group datum = { .role = ROLE_DATUM, .label = plan_datum_name(plan, series, 0) };
    double zero = plan_snap(plan, linear_place(&scale, 0));
    double end = isnan(figure->value) ? zero : plan_snap(plan, linear_place(&scale, figure->value));
    struct box bar = { fmin(zero, end), plan_snap(plan, middle - height / 2), fmax(zero, end),
                       plan_snap(plan, middle + height / 2) };
    bool below = figure->value < 0;

    scene_open(scene, &row);
    scene_open(scene, &datum);
    mark_bar(plan, scene, bar, color_of(plan, series), figure->style, SIDE_NONE);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    plan_draw_centered(scene, rank->name, plan->plot.left, middle, ALIGN_LEFT);
    plan_draw_centered(scene, rank->value, below ? bar.left - gap(plan) : bar.right + gap(plan),
                       middle, below ? ALIGN_RIGHT : ALIGN_LEFT);
    scene_close(scene);
    scene_close(scene);
    scene_close(scene);
}

static void draw(struct chart_plan *plan, struct scene *scene)
{
    const struct ranking *ranking = plan->marks;
    struct linear_scale scale = scale_of(plan, ranking);
    double pitch =
        fmin((plan->plot.bottom - plan->plot.top) / (double)ranking->n, most_row * plan->em);
    double zero = linear_place(&scale, 0), bottom = plan->plot.top + (double)ranking->n * pitch;

    for (size_t i = 0; i < ranking->n; i++)
        draw_rank(plan, ranking, scene, &ranking->ranks[i],
                  plan->plot.top + ((double)i + 0.5) * pitch,
                  fmin(bar_share * pitch, most_bar * plan->em));
    scene_open_role(scene, ROLE_GRID);
    scene_rectangle(scene, plan_snap(plan, zero - plan->theme.zero_width / 2), plan->plot.top,
                    plan->theme.zero_width, bottom - plan->plot.top);
    scene_fill(scene, plan->theme.ink);
    scene_close(scene);
    scene_open_role(scene, ROLE_AXIS_X);
    plan_draw_centered(scene, ranking->period,
                       fmin(zero, plan->plot.right - line_width(ranking->period)),
                       bottom + 0.3 * plan->em + plan->theme.label.leading / 2, ALIGN_LEFT);
    scene_close(scene);
}

static double least_height(const struct chart_plan *plan)
{
    return (double)plan->model->n_series * 1.6 * plan->em;
}

const struct chart_type ranking_type = {
    SHEAF_BARS, "bars", "bar", check, measure, draw, least_height,
};
