/* ranking_rows.c - rows of one period, from the largest down: how they are ordered, placed and
 * drawn. */
#include "chart/types/rows/ranking_rows.h"
#include "base/strings.h"

#include <math.h>

#include "chart/across.h"
#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/plan.h"
#include "chart/types/rows/ranking_names.h"
#include "chart/types/rows/row_axis.h"
#include "text/format.h"

struct ranking {
    struct rank *ranks;
    size_t n;
    bool rest_apart;    /* the last row is a line of text, of which there is no mark */
    double names;       /* width of the widest name */
    double left, right; /* of the marks: room for values is outside */
    double beyond;      /* by which marks reach beyond their values */
    struct text_line *period;
    bool has_axis; /* of a logarithmic scale */
    struct row_axis axis;
};

/* Minimum height of a row, in ems; height of its mark, as a share, and at most, in ems. */
static const double min_row = 1.25, mark_share = 0.68, max_mark = 6;
/* A rest so many times the largest would dwarf it. */
static const double dwarfing = 2.5;
/* The row of a rest without a mark: its most height; and how much lower than its middle its words
 * stand, so that the rule above touches none. In ems. */
static const double max_rest = 2, below_rule = 0.2;
/* Maximum share of the width for names; minimum widths of names and marks, in ems. */
static const double max_name_share = 0.45, min_name = 4, min_marks = 3;

size_t ranking_rows(const struct chart_pen *pen, double plot_height)
{
    return plot_height > 0 ? (size_t)(plot_height / (min_row * pen->em)) : 0;
}

double ranking_height(const struct chart_pen *pen, size_t rows)
{
    return (double)rows * min_row * pen->em;
}

/* Three lines are left to the words above. */
size_t ranking_room(const struct chart_pen *pen, double height)
{
    return ranking_rows(pen, height - 3 * pen->em);
}

static double needed_height(const struct plot *plot)
{
    return ranking_height(&plot->pen, plot->model->n_series) + 3 * plot->pen.em;
}

void ranking_rows_check(const struct plot *plot, const struct row_mark *mark)
{
    const struct model *model = plot->model;

    if (model->n_periods > 1) {
        const char *first = pen_period_text(&plot->pen, model->periods[0]);
        const char *last = pen_period_text(&plot->pen, model->periods[model->n_periods - 1]);
        char one[SHEAF_PERIOD_TEXT];
        sheaf_period_write(model->periods[model->n_periods - 1], one);
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "%s is of one period, not of %s to %s; choose it, as in " SETTING(
                 "periods: %s") ", or draw bars",
             mark->name, first != NULL ? first : "", last != NULL ? last : "", one);
    } else if (model->n_series > ranking_room(&plot->pen, plot->plan->height)) {
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "%s of %zu series needs a height of %.0f; leave series out, or make it higher",
             mark->name, model->n_series, ceil(needed_height(plot)));
    }
}

/* Order -------------------------------------------------------------------------------------- */

static const struct figure *figure_of(const struct plot *plot, const struct rank *rank)
{
    return &plot->model->series[rank->series].figures[0];
}

static bool is_rest(const struct model *model, size_t series)
{
    return sheaf_series_is_remainder(model->series[series].series);
}

/* Whether a series ranks behind another: smaller values, then missing ones, and the remainder
 * ("other") last. Equal ones stand in the language's alphabetical order. */
static bool stands_behind(const struct plot *plot, size_t one, size_t other)
{
    const struct model_series *series = plot->model->series;
    double value = series[one].figures[0].value, next = series[other].figures[0].value;

    if (is_rest(plot->model, one) != is_rest(plot->model, other))
        return is_rest(plot->model, one);
    if (value == next || (isnan(value) && isnan(next)))
        return format_compare_names(plot->pen.text, series[one].label, series[other].label) > 0;
    return !isnan(next) && !(value >= next);
}

static struct rank *sorted_ranks(const struct plot *plot)
{
    size_t n = plot->model->n_series;
    struct rank *ranks = arena_array(plot->pen.arena, struct rank, n);

    for (size_t i = 0; ranks != NULL && i < n; i++) {
        size_t at = i;
        while (at > 0 && stands_behind(plot, ranks[at - 1].series, i)) {
            ranks[at] = ranks[at - 1];
            at--;
        }
        ranks[at] = (struct rank){ .series = i };
    }
    return ranks;
}

/* The rest of many small ones may be ten times the largest, whose mark would then be a stub, and
 * with it all that a reader came for. It is no competitor either, so it is told as a figure, below
 * a rule, where the largest would have less than 40 % of the width. A smaller rest has a mark, in
 * grey. */
static bool stands_apart(const struct plot *plot)
{
    const struct model *model = plot->model;
    double largest = 0, rest = 0;

    for (size_t i = 0; i < model->n_series; i++) {
        double value = fabs(model->series[i].figures[0].value);
        double *most = is_rest(model, i) ? &rest : &largest;
        *most = fmax(*most, value);
    }
    return rest > dwarfing * largest && largest > 0;
}

struct extent ranking_rows_extent(const struct plot *plot)
{
    const struct model *model = plot->model;
    struct extent extent = { 0, 0 };

    if (plot->scale == &log_scale) /* the least has a line of its own, too */
        return (struct extent){ model->extent.low / 2, model->extent.high };
    if (!stands_apart(plot))
        return model_extent_from_zero(model);
    for (size_t i = 0; i < model->n_series; i++) {
        double value = model->series[i].figures[0].value;
        if (is_rest(model, i) || isnan(value))
            continue;
        extent.low = fmin(extent.low, value);
        extent.high = fmax(extent.high, value);
    }
    return extent;
}

/* Measuring ---------------------------------------------------------------------------------- */

static double gap(const struct plot *plot)
{
    return 0.45 * plot->pen.em;
}

static void set_values(const struct plot *plot, struct ranking *ranking)
{
    bool with_unit = !plot->plan->unit_said;

    for (size_t i = 0; i < ranking->n; i++) {
        struct rank *rank = &ranking->ranks[i];
        const struct figure *figure = figure_of(plot, rank);
        const char *value =
            isnan(figure->value)
                ? pen_blank(&plot->pen, figure)
                : pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, with_unit),
                              figure);
        rank->value = pen_label(&plot->pen, value, &plot->pen.theme->label_strong);
        with_unit = false;
    }
}

static void drop_values(struct ranking *ranking)
{
    for (size_t i = 0; i < ranking->n; i++)
        ranking->ranks[i].value = NULL;
}

static bool has_mark(const struct ranking *ranking, size_t index)
{
    return !(ranking->rest_apart && index + 1 == ranking->n);
}

/* Width that values take beyond the marks and, below zero, before them. */
static void measure_values(const struct plot *plot, const struct ranking *ranking, double *above,
                           double *below)
{
    *above = *below = 0;
    for (size_t i = 0; i < ranking->n; i++) {
        const struct rank *rank = &ranking->ranks[i];
        double *side = figure_of(plot, rank)->value < 0 ? below : above;
        if (rank->value != NULL && has_mark(ranking, i))
            *side = fmax(*side, rank->value->width + gap(plot) + ranking->beyond);
    }
}

/* Names are cut for values; values that would leave names less than `min_name` are dropped. */
static void place_marks(const struct plot *plot, struct ranking *ranking, double plot_height)
{
    double apart = 0.9 * plot->pen.em, above, below;

    set_values(plot, ranking);
    measure_values(plot, ranking, &above, &below);
    double room = plot->width - above - below - apart - min_marks * plot->pen.em;
    if (room < min_name * plot->pen.em) {
        drop_values(ranking);
        above = below = 0;
        room = plot->width - apart - min_marks * plot->pen.em;
    }
    double names = ranking_names_set(plot, ranking->ranks, ranking->n,
                                     fmin(room, max_name_share * plot->width),
                                     plot_height / (double)ranking->n);
    ranking->names = names;
    ranking->left = names + apart + below;
    ranking->right = plot->width - above;
}

/* Equal steps are lengths that values at the marks tell; a logarithmic scale needs its lines, or nobody
 * sees where it begins and what a step is. */
static void measure_axis(const struct plot *plot, struct ranking *ranking)
{
    ranking->has_axis = plot->scale != &linear_scale && plot->plan->detail < DETAIL_NO_AXIS;
    if (ranking->has_axis)
        row_axis_measure(plot, &ranking->axis, plot->extent, ranking->left, ranking->right);
}

static double axis_height(const struct plot *plot, const struct ranking *ranking)
{
    return ranking->has_axis ? row_axis_height(plot, &ranking->axis) : 0;
}

static unsigned flags_shown(const struct model *model)
{
    unsigned flags = 0;

    for (size_t i = 0; i < model->n_series; i++)
        flags |= model->series[i].figures[0].flags;
    return flags;
}

/* "[c] Confidential, not ranked": its row is the last for want of a figure, not for a small one. */
static void explain_unranked(const struct plot *plot, unsigned flags)
{
    struct text *text = plot->pen.text;
    struct arena *arena = plot->pen.arena;

    for (unsigned flag = 0; flag < FLAG_COUNT; flag++) {
        if ((flags >> flag & 1) == 0)
            continue;
        plot->plan->legend.flags |= 1U << flag;
        if (plot->plan->detail >= DETAIL_SHORT_LEGEND) {
            legend_leave_untold(plot->plan, format_word_inside(text, flag_word(flag)));
            continue;
        }
        const char *sign = flags_text(1U << flag, arena);
        const char *word = format_word(text, flag_word(flag));
        const char *rank = format_word_inside(text, WORD_NOT_RANKED);
        if (sign != NULL && word != NULL && rank != NULL)
            legend_add(plot->plan,
                       arena_format(arena, "%s %s%s%s", sign, word,
                                    punctuation_of(text_locale(text))->comma, rank),
                       SWATCH_NONE, plot->pen.theme->grey, FIGURE_SOLID);
    }
}

void ranking_rows_measure(struct plot *plot, double plot_height, const struct row_mark *mark)
{
    struct ranking *ranking = arena_new(plot->pen.arena, struct ranking);

    plot->marks = ranking;
    if (ranking == NULL)
        return;
    *ranking = (struct ranking){ .n = plot->model->n_series, .ranks = sorted_ranks(plot) };
    if (ranking->ranks == NULL)
        return;
    ranking->rest_apart = stands_apart(plot);
    ranking->beyond = mark->beyond * plot->pen.em;
    place_marks(plot, ranking, plot_height);
    measure_axis(plot, ranking);
    plot->foot = axis_height(plot, ranking);
    if (!plot->plan->period_said && plot->plan->detail < DETAIL_NO_AXIS) {
        ranking->period =
            pen_label(&plot->pen, pen_period_text(&plot->pen, plot->model->periods[0]),
                      &plot->pen.theme->label);
        plot->foot += plot->pen.theme->label.leading + 0.3 * plot->pen.em;
    }
    plot->least = ranking_height(&plot->pen, ranking->n);
    legend_add_styles(plot->plan, mark->swatch);
    unsigned flags = flags_shown(plot->model);
    legend_add_flags(plot->plan, flags & ~SECRET_FLAGS);
    explain_unranked(plot, flags & SECRET_FLAGS);
}

double ranking_rows_min_height(const struct plot *plot)
{
    return (double)plot->model->n_series * 1.6 * plot->pen.em;
}

double ranking_rows_per_value(const struct plot *plot)
{
    const struct ranking *ranking = plot->marks;

    return (ranking->right - ranking->left) / (plot->extent.high - plot->extent.low);
}

void ranking_rows_set_per_value(const struct plot *plot, double per_value)
{
    struct ranking *ranking = plot->marks;

    ranking->right = ranking->left + per_value * (plot->extent.high - plot->extent.low);
}

/* Drawing ------------------------------------------------------------------------------------ */

static struct scale scale_of(const struct plot *plot, const struct ranking *ranking)
{
    double low = plot->extent.low, high = plot->extent.high;

    if (ranking->has_axis)
        return ranking->axis.scale;
    return (struct scale){ .type = plot->scale,
                           .low = low,
                           .high = low < high ? high : low + 1,
                           .from = ranking->left,
                           .to = ranking->right };
}

/* One colour for all, that of their flow: they are told apart by their names. Of balances, those
 * below zero have the colour of imports. */
static struct color color_of(const struct plot *plot, size_t series, bool below)
{
    const struct model *model = plot->model;

    if (is_rest(model, series))
        return model->series[series].color;
    if (below && string_equal_ignoring_case(model->flow, "balance"))
        return theme_flow_color(plot->pen.theme, "imports", 0);
    if (theme_knows_flow(model->flow))
        return theme_flow_color(plot->pen.theme, model->flow, 0);
    for (size_t i = 0; i < model->n_series; i++)
        if (!is_rest(model, i))
            return model->series[i].color;
    return model->series[series].color;
}

/* From the name to the value, so that the eye keeps to the row. */
static void draw_guide(const struct plot *plot, struct scene *scene, struct box box)
{
    double width = plot->pen.theme->grid_width;
    double top = pen_snap(&plot->pen, (box.top + box.bottom - width) / 2);

    scene_rectangle(scene, box.left, top, box.right - box.left, width);
    scene_fill(scene, plot->pen.theme->hairline);
}

/* Where the value begins or, before a mark below zero, ends. Without a mark it stands at zero, or
 * nearer to the names where it has no room there. */
static double value_place(const struct plot *plot, const struct ranking *ranking,
                          const struct rank *rank, double zero, double end, bool is_drawn)
{
    double away = gap(plot) + ranking->beyond;

    if (is_drawn)
        return figure_of(plot, rank)->value < 0 ? end - away : end + away;
    return fmax(fmin(zero + gap(plot), plot->width - line_width(rank->value)),
                ranking->names + gap(plot));
}

static void draw_words(const struct plot *plot, struct scene *scene, const struct rank *rank,
                       double middle, double row_height, double value_x, bool before)
{
    scene_open_role(scene, ROLE_DATUM_LABEL);
    ranking_name_draw(plot, rank, scene, middle, row_height);
    across_line(plot, scene, rank->value, value_x, middle, before ? ALIGN_RIGHT : ALIGN_LEFT);
    scene_close(scene);
}

static void draw_rank(const struct plot *plot, const struct ranking *ranking, struct scene *scene,
                      size_t index, double middle, double row_height, const struct row_mark *mark)
{
    const struct rank *rank = &ranking->ranks[index];
    const struct figure *figure = figure_of(plot, rank);
    double height = fmin(mark_share * row_height, max_mark * plot->pen.em);
    struct scale scale = scale_of(plot, ranking);
    bool is_drawn = has_mark(ranking, index) && !isnan(figure->value);
    bool below = is_drawn && figure->value < 0;
    double zero = scale_position(&scale, 0);
    double end = is_drawn ? scale_position(&scale, figure->value) : zero;
    struct box box = across_box(plot, (struct box){ fmin(zero, end), middle - height / 2,
                                                    fmax(zero, end), middle + height / 2 });

    box = (struct box){ pen_snap(&plot->pen, box.left), pen_snap(&plot->pen, box.top),
                        pen_snap(&plot->pen, box.right), pen_snap(&plot->pen, box.bottom) };
    plot_note(plot, rank->series, 0, box);
    plot_open_series(plot, scene, rank->series);
    plot_open_datum(plot, scene, rank->series, 0);
    if (is_drawn && mark->guides)
        draw_guide(plot, scene, box);
    if (is_drawn)
        mark->draw(plot, scene, box, below != across_is_mirrored(plot) ? box.left : box.right,
                   color_of(plot, rank->series, below), figure->drawn);
    draw_words(plot, scene, rank, middle, row_height,
               value_place(plot, ranking, rank, zero, end, is_drawn), below);
    scene_close(scene);
    scene_close(scene);
}

/* Above the row of the rest. */
static void draw_rule(const struct plot *plot, struct scene *scene, double y)
{
    double width = plot->pen.theme->grid_width;

    scene_open_role(scene, ROLE_GRID);
    scene_rectangle(scene, plot->box.left, pen_snap(&plot->pen, y),
                    plot->box.right - plot->box.left, width);
    scene_fill(scene, plot->pen.theme->axis);
    scene_close(scene);
}

static void draw_zero(const struct plot *plot, struct scene *scene, double zero, double bottom)
{
    double width = plot->pen.theme->zero_width;

    scene_open_role(scene, ROLE_GRID);
    scene_rectangle(scene, pen_snap(&plot->pen, across_x(plot, zero) - width / 2), plot->box.top,
                    width, bottom - plot->box.top);
    scene_fill(scene, plot->pen.theme->ink);
    scene_close(scene);
}

/* Where the rows with marks end. */
static double marks_bottom(const struct plot *plot, const struct ranking *ranking)
{
    double pitch = (plot->box.bottom - plot->box.top) / (double)ranking->n;

    return plot->box.bottom - (ranking->rest_apart ? fmin(pitch, max_rest * plot->pen.em) : 0);
}

struct time_frame *ranking_rows_time_frames(const struct plot *plot, size_t *n)
{
    const struct ranking *ranking = plot->marks;
    struct scale scale = scale_of(plot, ranking);

    struct time_frame *frame = time_frame_of_rows(plot, &scale, marks_bottom(plot, ranking));

    *n = 1;
    if (frame != NULL)
        frame->of_dots = ranking->beyond > 0;
    return frame;
}

void ranking_rows_draw(const struct plot *plot, struct scene *scene, const struct row_mark *mark)
{
    const struct ranking *ranking = plot->marks;
    struct scale scale = scale_of(plot, ranking);
    double height = plot->box.bottom - plot->box.top, pitch = height / (double)ranking->n;
    double zero = scale_position(&scale, 0), bottom = marks_bottom(plot, ranking);

    if (ranking->rest_apart)
        pitch = (bottom - plot->box.top) / (double)(ranking->n - 1);
    if (ranking->has_axis)
        row_axis_draw(plot, &ranking->axis, scene, plot->box.top, bottom);
    for (size_t i = 0; i < ranking->n; i++) {
        double middle = has_mark(ranking, i)
                            ? plot->box.top + ((double)i + 0.5) * pitch
                            : (bottom + plot->box.bottom) / 2 + below_rule * plot->pen.em;
        draw_rank(plot, ranking, scene, i, middle, pitch, mark);
    }
    if (!ranking->has_axis && plot->scale != &log_scale)
        draw_zero(plot, scene, zero, bottom);
    if (ranking->rest_apart)
        draw_rule(plot, scene, bottom);
    scene_open_role(scene, ROLE_AXIS_X);
    across_line(plot, scene, ranking->period,
                fmin(zero, plot->box.right - line_width(ranking->period)),
                plot->box.bottom + axis_height(plot, ranking) + 0.3 * plot->pen.em +
                    plot->pen.theme->label.leading / 2,
                ALIGN_LEFT);
    scene_close(scene);
}
