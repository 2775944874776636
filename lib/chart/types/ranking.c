/* ranking.c - many series in one period: a row each, from the largest down, named at its
 * bar and not by its colour. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/strings.h"
#include "chart/marks.h"
#include "chart/scale/scale.h"
#include "chart/words/names.h"
#include "chart/words/speech.h"

struct rank {
    size_t series;
    struct text_line *name, *value;
    struct text_block *lines; /* a long name in two, where its row is high enough; or NULL */
};

struct ranking {
    struct rank *ranks;
    size_t n;
    double left, right; /* of the bars: room for values is outside */
    struct text_line *period;
};

/* Minimum height of a row, in ems; height of its bar, as a share, and at most, in ems. */
static const double min_row = 1.25, bar_share = 0.68, max_bar = 6;
/* A row has two lines of a name if it is this much higher than they are. */
static const double min_row_of_lines = 1.1;
/* Maximum share of the width for names; minimum widths of names and bars, in ems. */
static const double max_name_share = 0.45, name_share_of_two_lines = 0.3, min_name = 4,
                    min_bars = 3;

/* Of a chart, with three lines of words. */
static double needed_height(const struct plot *plot)
{
    return ranking_height(&plot->pen, plot->model->n_series) + 3 * plot->pen.em;
}

size_t ranking_rows(const struct chart_pen *pen, double plot_height)
{
    return plot_height > 0 ? (size_t)(plot_height / (min_row * pen->em)) : 0;
}

double ranking_height(const struct chart_pen *pen, size_t rows)
{
    return (double)rows * min_row * pen->em;
}

size_t ranking_room(const struct chart_pen *pen, double height)
{
    return ranking_rows(pen, height - 3 * pen->em);
}

static double value_of(const struct plot *plot, const struct rank *rank)
{
    return plot->model->series[rank->series].figures[0].value;
}

static void check(const struct plot *plot)
{
    const struct model *model = plot->model;

    if (model->n_periods > 1) {
        const char *first = pen_period_text(&plot->pen, model->periods[0]);
        const char *last = pen_period_text(&plot->pen, model->periods[model->n_periods - 1]);
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a ranking is of one period, not of %s to %s; choose the period, or draw bars",
             first != NULL ? first : "", last != NULL ? last : "");
    } else if (model->n_series > ranking_room(&plot->pen, plot->plan->height)) {
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a ranking of %zu series needs a height of %.0f; leave series out, or make it higher",
             model->n_series, ceil(needed_height(plot)));
    }
}

/* Whether a series ranks behind another: smaller values, then missing ones, and the remainder
 * ("other") last. Equal ones stand in the language's alphabetical order. */
static bool stands_behind(const struct plot *plot, size_t one, size_t other)
{
    const struct model_series *series = plot->model->series;
    double value = series[one].figures[0].value, next = series[other].figures[0].value;
    bool is_rest = sheaf_series_is_remainder(series[one].series),
         next_is_rest = sheaf_series_is_remainder(series[other].series);

    if (is_rest != next_is_rest)
        return is_rest;
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

static double gap(const struct plot *plot)
{
    return 0.45 * plot->pen.em;
}

static void set_values(const struct plot *plot, struct ranking *ranking)
{
    bool with_unit = !plot->plan->unit_said;

    for (size_t i = 0; i < ranking->n; i++) {
        struct rank *rank = &ranking->ranks[i];
        const struct figure *figure = &plot->model->series[rank->series].figures[0];
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

/* A shorter name: a country's code; a product's code before its name, since two truncated names
 * might be equal. */
static const char *shortest_of(const struct plot *plot, const struct model_series *series)
{
    const char *name = sheaf_series_name(series->series);

    if (series->code != NULL)
        return series->code;
    if (strcmp(name, sheaf_series_product(series->series)) == 0 && strcmp(name, series->name) != 0)
        return arena_format(plot->pen.arena, "%s %s", name, series->label);
    return series->label;
}

/* Two lines of a name, if that is enough; narrow ones, that leave more room to the bars, if those
 * are. */
static struct text_block *two_lines(const struct plot *plot, const char *label,
                                    const struct text_style *style, double most)
{
    const struct text_span span = { .utf8 = label, .style = style };
    double widths[] = { fmin(most, name_share_of_two_lines * plot->width), most };

    for (size_t i = 0; i < 2; i++) {
        struct text_block *lines =
            text_wrap(plot->pen.text, plot->pen.arena, &span, 1, widths[i], 2);
        if (lines != NULL && !lines->cut)
            return lines;
    }
    return NULL;
}

/* Sets a name within most; returns its width. The one line stays for rows that turn out lower. */
static double set_name(const struct plot *plot, struct rank *rank, double most, bool has_two_lines)
{
    const struct model_series *series = &plot->model->series[rank->series];
    struct text_style style = plot->pen.theme->label;
    const char *label = series->label;

    style.color = plot->pen.theme->ink;
    rank->lines = NULL;
    double width = text_width(plot->pen.text, label, &style);
    if (has_two_lines && width > fmin(most, name_share_of_two_lines * plot->width))
        rank->lines = two_lines(plot, label, &style, most);
    if (width > most) {
        label = shortest_of(plot, series);
        if (rank->lines == NULL && label != NULL && has_two_lines)
            rank->lines = two_lines(plot, label, &style, most);
    }
    if (label == NULL)
        return 0;
    rank->name = text_fit(plot->pen.text, plot->pen.arena, label, &style, most);
    return rank->lines != NULL ? rank->lines->width : line_width(rank->name);
}

/* Sets names within most; returns the widest. */
static double set_names(const struct plot *plot, struct ranking *ranking, double most,
                        double row_height)
{
    bool has_two_lines = row_height >= 2 * min_row_of_lines * plot->pen.theme->label.leading;
    double widest = 0;

    for (size_t i = 0; i < ranking->n; i++)
        widest = fmax(widest, set_name(plot, &ranking->ranks[i], most, has_two_lines));
    for (size_t i = 0; i < ranking->n; i++) { /* one line where a longer name made room for it */
        struct rank *rank = &ranking->ranks[i];
        if (rank->name != NULL && !rank->name->cut && rank->name->width <= widest)
            rank->lines = NULL;
    }
    return widest;
}

/* Width that values take right of the bars and, below zero, left of them. */
static void measure_values(const struct plot *plot, const struct ranking *ranking, double *above,
                           double *below)
{
    *above = *below = 0;
    for (size_t i = 0; i < ranking->n; i++) {
        const struct rank *rank = &ranking->ranks[i];
        double *side = value_of(plot, rank) < 0 ? below : above;
        if (rank->value != NULL)
            *side = fmax(*side, rank->value->width + gap(plot));
    }
}

/* Names are cut for values; values that would leave names less than `min_name` are dropped. */
static void place_bars(const struct plot *plot, struct ranking *ranking, double plot_height)
{
    double apart = 0.9 * plot->pen.em, above, below;

    set_values(plot, ranking);
    measure_values(plot, ranking, &above, &below);
    double room = plot->width - above - below - apart - min_bars * plot->pen.em;
    if (room < min_name * plot->pen.em) {
        drop_values(ranking);
        above = below = 0;
        room = plot->width - apart - min_bars * plot->pen.em;
    }
    double names = set_names(plot, ranking, fmin(room, max_name_share * plot->width),
                             plot_height / (double)ranking->n);
    ranking->left = names + apart + below;
    ranking->right = plot->width - above;
}

static unsigned flags_shown(const struct model *model)
{
    unsigned flags = 0;

    for (size_t i = 0; i < model->n_series; i++)
        flags |= model->series[i].figures[0].flags;
    return flags;
}

static void measure(struct plot *plot, double plot_height)
{
    struct ranking *ranking = arena_new(plot->pen.arena, struct ranking);

    plot->marks = ranking;
    if (ranking == NULL)
        return;
    ranking->n = plot->model->n_series;
    ranking->ranks = sorted_ranks(plot);
    if (ranking->ranks == NULL)
        return;
    place_bars(plot, ranking, plot_height);
    ranking->period = NULL;
    plot->foot = 0;
    if (!plot->plan->period_said && plot->plan->detail < DETAIL_NO_AXIS) {
        ranking->period =
            pen_label(&plot->pen, pen_period_text(&plot->pen, plot->model->periods[0]),
                      &plot->pen.theme->label);
        plot->foot = plot->pen.theme->label.leading + 0.3 * plot->pen.em;
    }
    plot->least = (double)ranking->n * min_row * plot->pen.em;
    legend_add_styles(plot->plan, SWATCH_BAR);
    legend_add_flags(plot->plan, flags_shown(plot->model));
}

static struct scale scale_of(const struct plot *plot, const struct ranking *ranking)
{
    double low = plot->extent.low, high = plot->extent.high;

    return (struct scale){ .type = plot->scale,
                           .low = low,
                           .high = low < high ? high : low + 1,
                           .from = ranking->left,
                           .to = ranking->right };
}

/* One colour for all: they are told apart by their names. */
static struct color color_of(const struct plot *plot, const struct model_series *series)
{
    const struct model *model = plot->model;

    if (sheaf_series_is_remainder(series->series))
        return series->color;
    for (size_t i = 0; i < model->n_series; i++)
        if (!sheaf_series_is_remainder(model->series[i].series))
            return model->series[i].color;
    return series->color;
}

static void draw_name(const struct plot *plot, const struct rank *rank, struct scene *scene,
                      double middle, double row_height)
{
    if (rank->lines != NULL && rank->lines->height <= row_height)
        text_block_draw(rank->lines, scene, plot->box.left, middle - rank->lines->height / 2,
                        rank->lines->width);
    else
        line_draw_centered(scene, rank->name, plot->box.left, middle, ALIGN_LEFT);
}

static void draw_rank(const struct plot *plot, const struct ranking *ranking, struct scene *scene,
                      const struct rank *rank, double middle, double row_height)
{
    double height = fmin(bar_share * row_height, max_bar * plot->pen.em);
    const struct model_series *series = &plot->model->series[rank->series];
    const struct figure *figure = &series->figures[0];
    struct scale scale = scale_of(plot, ranking);
    double zero = pen_snap(&plot->pen, scale_position(&scale, 0));
    double end =
        isnan(figure->value) ? zero : pen_snap(&plot->pen, scale_position(&scale, figure->value));
    struct box bar = { fmin(zero, end), pen_snap(&plot->pen, middle - height / 2), fmax(zero, end),
                       pen_snap(&plot->pen, middle + height / 2) };
    bool below = figure->value < 0;

    plot_note(plot, rank->series, 0, bar);
    plot_open_series(plot, scene, rank->series);
    plot_open_datum(plot, scene, rank->series, 0);
    mark_bar(&plot->pen, scene, bar, color_of(plot, series), figure->drawn, SIDE_NONE);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    draw_name(plot, rank, scene, middle, row_height);
    line_draw_centered(scene, rank->value, below ? bar.left - gap(plot) : bar.right + gap(plot),
                       middle, below ? ALIGN_RIGHT : ALIGN_LEFT);
    scene_close(scene);
    scene_close(scene);
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct ranking *ranking = plot->marks;
    struct scale scale = scale_of(plot, ranking);
    double pitch = (plot->box.bottom - plot->box.top) / (double)ranking->n;
    double zero = scale_position(&scale, 0), bottom = plot->box.top + (double)ranking->n * pitch;

    for (size_t i = 0; i < ranking->n; i++)
        draw_rank(plot, ranking, scene, &ranking->ranks[i],
                  plot->box.top + ((double)i + 0.5) * pitch, pitch);
    scene_open_role(scene, ROLE_GRID);
    scene_rectangle(scene, pen_snap(&plot->pen, zero - plot->pen.theme->zero_width / 2),
                    plot->box.top, plot->pen.theme->zero_width, bottom - plot->box.top);
    scene_fill(scene, plot->pen.theme->ink);
    scene_close(scene);
    scene_open_role(scene, ROLE_AXIS_X);
    line_draw_centered(
        scene, ranking->period, fmin(zero, plot->box.right - line_width(ranking->period)),
        bottom + 0.3 * plot->pen.em + plot->pen.theme->label.leading / 2, ALIGN_LEFT);
    scene_close(scene);
}

static double min_height(const struct plot *plot)
{
    return (double)plot->model->n_series * 1.6 * plot->pen.em;
}

static struct extent extent(const struct plot *plot)
{
    return model_extent_from_zero(plot->model);
}

const struct chart_type ranking_type = {
    .word = WORD_RANKING,
    .subtitle_tells_period = true,
    .check = check,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = speech_say_series,
};
