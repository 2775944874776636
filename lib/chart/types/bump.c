/* bump.c - ranks over periods, 1 on top: a line a member through dots that have its rank. */
#include <math.h>

#include "chart/guides/axis_period.h"
#include "chart/guides/row_name.h"
#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/model/members.h"
#include "chart/plan.h"
#include "chart/scale/period.h"
#include "chart/types/movers.h"
#include "chart/words/speech.h"
#include "series/observation.h"
#include "text/format.h"

struct standing {
    size_t rank; /* 0: none */
    double row;  /* equal figures share a rank, not a row; below the last: without a dot */
};

struct bump {
    struct standing *places; /* period by period of one series after another */
    struct row_name *names;  /* at the right */
    struct period_axis period_axis;
    double *x; /* one a period */
    double rows, radius, names_left;
    bool every_dot; /* else of the first and the last period */
};

static const struct member_rules rules = { .what = "a bump chart",
                                           .instead = "a ranking",
                                           .periods = PERIODS_ALL,
                                           .leaves_rest = true,
                                           .row = 2,
                                           .tight = 0.75,
                                           .head = 1 };

/* In ems: a dot's radius, from dot to dot at least, below the last row. */
static const double largest_dot = 0.72, least_pitch = 2.2, below_last = 0.7;
/* How strong the dots of grey members are, which are many. */
static const double grey_strength = 0.3;
/* Share of the width for names. */
static const double max_name_share = 0.36;

/* Ranks ------------------------------------------------------------------------------------ */

static double value_of(const sheaf_series *series, sheaf_period period)
{
    const sheaf_observation *at = sheaf_series_find(series, period, ROOM);

    return at != NULL ? at->value * pow(10, sheaf_series_multiplier(series)) : NAN;
}

/* The flag of a member's figure that is kept secret or suppressed, as too unreliable: nobody then knows the
 * others' ranks. FLAG_COUNT: there is none. */
static enum status_flag secret_flag(const sheaf_chart *all, sheaf_period period)
{
    enum status_flag flag = FLAG_COUNT;

    for (size_t i = 0; i < all->n_series; i++) {
        const sheaf_observation *at = sheaf_series_find(all->series[i], period, ROOM);
        if (at != NULL && observation_is_confidential(at))
            return FLAG_CONFIDENTIAL;
        if (at != NULL && at->status == SHEAF_SUPPRESSED)
            flag = FLAG_SUPPRESSED;
    }
    return flag;
}

/* Among all members, also those that have no room; a sum of the rest is none. */
static struct standing place_of(const struct plot *plot, size_t index, size_t period)
{
    const sheaf_chart *all = plot->plan->all;
    const sheaf_series *own = plot->model->series[index].series;
    double value = value_of(own, plot->model->periods[period]);
    struct standing place = { .rank = 1, .row = 1 };
    size_t equal = 0;

    if (isnan(value) || secret_flag(all, plot->model->periods[period]) != FLAG_COUNT)
        return (struct standing){ .row = NAN };
    for (size_t i = 0; i < all->n_series; i++)
        place.rank += !sheaf_series_is_remainder(all->series[i]) &&
                      value_of(all->series[i], plot->model->periods[period]) > value;
    for (size_t i = 0; i < index; i++)
        equal += value_of(plot->model->series[i].series, plot->model->periods[period]) == value;
    place.row = (double)(place.rank + equal);
    return place;
}

static const struct standing *place_at(const struct plot *plot, const struct bump *bump,
                                       size_t series, size_t period)
{
    return &bump->places[series * plot->model->n_periods + period];
}

/* Where a member stood outside the rows, its line goes below the last. */
static bool set_places(const struct plot *plot, struct bump *bump)
{
    const struct model *model = plot->model;

    bump->rows = (double)model->n_series;
    bump->places =
        arena_array(plot->pen.arena, struct standing, model->n_series * model->n_periods);
    for (size_t i = 0; bump->places != NULL && i < model->n_series; i++)
        for (size_t k = 0; k < model->n_periods; k++) {
            struct standing *place = &bump->places[i * model->n_periods + k];
            *place = place_of(plot, i, k);
            if (place->row > bump->rows) {
                place->row = bump->rows + below_last;
                place->rank = 0;
            }
        }
    return bump->places != NULL;
}

/* Rows from the first to the last period in which a member is known. */
static bool color_movers(const struct plot *plot, const struct bump *bump)
{
    const struct model *model = plot->model;
    double *changes = arena_array(plot->pen.arena, double, model->n_series);

    for (size_t i = 0; changes != NULL && i < model->n_series; i++)
        changes[i] =
            place_at(plot, bump, i, 0)->row - place_at(plot, bump, i, model->n_periods - 1)->row;
    return movers_color(plot, changes);
}

/* Measuring -------------------------------------------------------------------------------- */

/* "France", or "France, 2022" of a line that ends before the others. */
static const char *name_of(const struct plot *plot, const struct bump *bump, size_t series,
                           const char *name)
{
    size_t last = plot->model->n_periods;

    while (last > 0 && isnan(place_at(plot, bump, series, last - 1)->row))
        last--;
    if (last == 0 || last-- == plot->model->n_periods)
        return name;
    return arena_format(plot->pen.arena, "%s%s%s", name,
                        punctuation_of(text_locale(plot->pen.text))->comma,
                        plot_period_name(plot, plot->model->periods[last]));
}

static double set_names(const struct plot *plot, struct bump *bump, double plot_height)
{
    double most = max_name_share * plot->width, widest = 0, leading;
    size_t lines = row_name_lines(plot, plot_height / (bump->rows + below_last), &leading);

    bump->names = arena_array(plot->pen.arena, struct row_name, plot->model->n_series);
    for (size_t i = 0; bump->names != NULL && i < plot->model->n_series; i++) {
        const struct model_series *series = &plot->model->series[i];
        struct text_style style = movers_style(plot, series);
        const char *name = name_of(plot, bump, i, series->label);
        const char *code = series->code != NULL ? name_of(plot, bump, i, series->code) : NULL;
        bump->names[i] = row_name_set(plot, name, code, &style, most, lines, leading);
        widest = fmax(widest, bump->names[i].width);
    }
    return widest;
}

static bool place_periods(struct plot *plot, struct bump *bump)
{
    const struct model *model = plot->model;
    size_t n = model->n_periods;
    double em = plot->pen.em;
    struct scale scale = { .type = &linear_scale,
                           .low = period_middle(model->periods[0]),
                           .high = period_middle(model->periods[n - 1]),
                           .from = 1.2 * em,
                           .to = bump->names_left - (largest_dot + 0.5) * em };
    struct period_slot *slots = arena_array(plot->pen.arena, struct period_slot, n);

    bump->x = arena_array(plot->pen.arena, double, n);
    if (slots == NULL || bump->x == NULL)
        return false;
    bump->every_dot = true;
    for (size_t i = 0; i < n; i++) {
        bump->x[i] = scale_position(&scale, period_middle(model->periods[i]));
        bump->every_dot =
            bump->every_dot && (i == 0 || bump->x[i] - bump->x[i - 1] >= least_pitch * em);
        slots[i] = (struct period_slot){
            .period = model->periods[i], .center = bump->x[i], .left = 0, .right = plot->width
        };
    }
    period_axis_measure(plot, &bump->period_axis, slots, n, true);
    plot->foot = period_axis_height(plot, &bump->period_axis);
    return true;
}

/* What stands in place of the ranks of a period that a secret leaves without any; NULL: no room, or none
 * is secret. */
static struct text_line *secret_sign(const struct plot *plot, const struct bump *bump,
                                     size_t period)
{
    enum status_flag flag = secret_flag(plot->plan->all, plot->model->periods[period]);
    struct text_style style = plot->pen.theme->label;

    if (!bump->every_dot || flag == FLAG_COUNT)
        return NULL;
    style.color = plot->pen.theme->ink;
    struct text_line *line = pen_label(&plot->pen, flags_text(1U << flag, plot->pen.arena), &style);
    return line_width(line) <= least_pitch * plot->pen.em ? line : NULL;
}

static void measure(struct plot *plot, double plot_height)
{
    struct bump *bump = arena_new(plot->pen.arena, struct bump);

    plot->marks = NULL;
    if (bump == NULL || !set_places(plot, bump) || !color_movers(plot, bump))
        return;
    bump->names_left = plot->width - set_names(plot, bump, plot_height);
    if (!place_periods(plot, bump))
        return;
    for (size_t i = 0; i < plot->model->n_periods; i++)
        if (secret_sign(plot, bump, i) != NULL)
            legend_add_flags(plot->plan,
                             1U << secret_flag(plot->plan->all, plot->model->periods[i]));
    plot->least = (bump->rows * rules.row * rules.tight + rules.head) * plot->pen.em;
    plot->marks = bump;
}

/* Drawing ---------------------------------------------------------------------------------- */

static struct scale scale_of(const struct plot *plot, const struct bump *bump)
{
    double pitch = (plot->box.bottom - plot->box.top) / (bump->rows + below_last);

    return (struct scale){ .type = &linear_scale,
                           .low = 1,
                           .high = fmax(bump->rows, 2),
                           .from = plot->box.top + pitch / 2,
                           .to = plot->box.top + pitch / 2 + (fmax(bump->rows, 2) - 1) * pitch };
}

/* The rank in words that can be read on the dot. */
static void draw_dot(const struct plot *plot, const struct bump *bump, struct scene *scene,
                     size_t index, size_t period, double y)
{
    const struct model_series *series = &plot->model->series[index];
    const struct standing *place = place_at(plot, bump, index, period);
    struct text_style style = plot->pen.theme->label_strong;
    double x = bump->x[period];

    struct color color = series->is_deemphasised
                             ? theme_tint(plot->pen.theme, series->color, grey_strength)
                             : series->color;

    style.color = theme_text_on(plot->pen.theme, color);
    style.size *= 0.9;
    plot_open_datum(plot, scene, index, period);
    scene_circle(scene, x, y, bump->radius);
    scene_fill(scene, color);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(
        scene,
        pen_label(&plot->pen,
                  format_number(plot->pen.text, plot->pen.arena, (double)place->rank, 0), &style),
        x, y, ALIGN_CENTER);
    scene_close(scene);
    scene_close(scene);
}

static bool has_dot(const struct plot *plot, const struct bump *bump, size_t index, size_t period)
{
    bool is_end = period == 0 || period + 1 == plot->model->n_periods;

    return place_at(plot, bump, index, period)->rank > 0 && (bump->every_dot || is_end);
}

/* A line through rows instead of values. */
static void draw_member(const struct plot *plot, const struct bump *bump, struct scene *scene,
                        size_t index)
{
    struct model_series ranks = plot->model->series[index];
    struct scale scale = scale_of(plot, bump);
    size_t n = plot->model->n_periods;
    double row = place_at(plot, bump, index, n - 1)->row;

    ranks.figures = arena_array(plot->pen.arena, struct figure, n);
    plot_open_series(plot, scene, index);
    for (size_t i = 0; ranks.figures != NULL && i < n; i++) {
        ranks.figures[i] = plot->model->series[index].figures[i];
        ranks.figures[i].value = place_at(plot, bump, index, i)->row;
        ranks.figures[i].drawn = FIGURE_SOLID;
    }
    if (ranks.figures != NULL)
        mark_line(plot, scene, &scale, &ranks, PLACES(bump->x), NULL);
    for (size_t i = 0; i < n; i++)
        if (has_dot(plot, bump, index, i))
            draw_dot(plot, bump, scene, index, i,
                     scale_position(&scale, place_at(plot, bump, index, i)->row));
    /* Members without a last figure stand after those that have one, where rows are free. */
    if (!(row > bump->rows)) {
        scene_open_role(scene, ROLE_DATUM_LABEL);
        row_name_draw_at(&bump->names[index], scene, bump->names_left,
                         scale_position(&scale, isnan(row) ? (double)index + 1 : row),
                         (plot->box.bottom - plot->box.top) / (bump->rows + below_last),
                         ALIGN_LEFT);
        scene_close(scene);
    }
    scene_close(scene);
}

static void note_ranks(const struct plot *plot, const struct bump *bump, size_t index)
{
    struct scale scale = scale_of(plot, bump);
    double r = bump->radius;

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        double x = bump->x[i], y = scale_position(&scale, place_at(plot, bump, index, i)->row);
        if (!isnan(y))
            plot_note(plot, index, i, (struct box){ x - r, y - r, x + r, y + r });
    }
}

/* In the middle of the column. */
static void draw_secrets(const struct plot *plot, const struct bump *bump, struct scene *scene)
{
    for (size_t i = 0; i < plot->model->n_periods; i++) {
        struct text_line *sign = secret_sign(plot, bump, i);

        if (sign == NULL)
            continue;
        scene_open_role(scene, ROLE_DATUM_LABEL);
        line_draw_centered(scene, sign, bump->x[i], (plot->box.top + plot->box.bottom) / 2,
                           ALIGN_CENTER);
        scene_close(scene);
    }
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct bump *bump = plot->marks;
    const struct model *model = plot->model;
    double pitch = (plot->box.bottom - plot->box.top) / (bump->rows + below_last);

    bump->radius = fmin(largest_dot * plot->pen.em, 0.44 * pitch);
    period_axis_draw(plot, &bump->period_axis, scene, plot->box.bottom);
    for (size_t i = 0; i < model->n_series; i++)
        note_ranks(plot, bump, i);
    for (int front = 0; front < 2; front++)
        for (size_t i = 0; i < model->n_series; i++)
            if (model->series[i].is_deemphasised == (front == 0))
                draw_member(plot, bump, scene, i);
    draw_secrets(plot, bump, scene);
}

static double min_height(const struct plot *plot)
{
    return members_height(&rules, plot->plan->top.rows) * plot->pen.em;
}

static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    const struct bump *bump = plot->marks;
    struct time_frame *frame = time_frame_new(plot, *n = 1);

    if (frame == NULL)
        return NULL;
    time_frame_of_points(plot, frame, PLACES(bump->x));
    frame->box = plot->box;
    frame->box.left = bump->x[0] - bump->radius;
    frame->box.right = bump->x[plot->model->n_periods - 1] + bump->radius;
    return frame;
}

/* Without a rank in any period there would be names alone, whose order looked like ranks. */
static void check(const struct plot *plot)
{
    const struct model *model = plot->model;

    for (size_t i = 0; i < model->n_periods; i++)
        if (secret_flag(plot->plan->all, model->periods[i]) == FLAG_COUNT)
            return;
    fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
         "no rank is known, because in every period a figure is confidential or suppressed; leave "
         "that member out, or draw lines");
}

const struct chart_type bump_type = {
    .word = WORD_BUMP_CHART,
    .members = &rules,
    .check = check,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .speak = speech_say_series,
};
