/* heatmap.c - when, in many rows: a cell a period, coloured by its value in five steps. Of one series
 * of months or quarters a row is a year; of several series a row is a member, the largest first. */
#include <math.h>

#include "chart/across.h"
#include "chart/guides/axis_period.h"
#include "chart/guides/color_key.h"
#include "chart/guides/row_name.h"
#include "chart/marks.h"
#include "chart/model/members.h"
#include "chart/plan.h"
#include "chart/words/speech.h"

struct heatmap {
    struct row_name *names; /* a row; NULL where rows are too low for every name */
    double names_width;
    struct period_axis axis;
    struct color_key key;
    double left, right; /* of the cells */
    double head;        /* height of the periods' names above them */
    double widest;      /* value */
};

static const struct member_rules rules = { .what = "a heat map",
                                           .instead = "a ranking",
                                           .periods = PERIODS_ALL,
                                           .leaves_rest = true,
                                           .row = 1.5,
                                           .tight = 0.75,
                                           .head = 4 };

/* In ems: the gap beside names, the least height of a row with a name, the least size of a cell with
 * its value, the space beside the value. Maximum share of the width for names; the least width of a
 * cell, in pixels or points, whose colour can be seen. */
static const double name_gap = 0.6, named_row = 1.1, min_valued = 2.2, value_row = 1.25,
                    beside_value = 0.3, max_name_share = 0.34, min_cell = 2.5, min_row = 3;
/* Cells are no higher than wide, or than this, in ems. */
static const double max_row = 4.5;

static bool is_of_one_series(const struct model *model)
{
    return model->n_series == 1;
}

static void check(const struct plot *plot)
{
    const struct model *model = plot->model;
    size_t columns = is_of_one_series(model) ? 12 : model->n_periods;

    if (is_of_one_series(model) && !seasonal_is_of_parts_of_years(model))
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a heat map of one series has a row a year, of months or quarters, and here are "
             "others; add series, which then have a row each, or draw bars");
    else if (plot->width * (1 - max_name_share) < min_cell * (double)columns)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "%zu columns of a heat map would be too narrow to be seen; choose fewer periods, or "
             "make the chart %.0f wide",
             columns, ceil((double)columns * min_cell / (1 - max_name_share) / 10) * 10);
}

static struct model *reshape(const struct plot *plot)
{
    return is_of_one_series(plot->model) ? seasonal_years(plot) : plot->model;
}

static size_t rows_of(const struct plot *plot)
{
    return plot->model->n_series;
}

/* Names in more lines where they are long, by their codes, or cut. The periods above take about a row
 * and a half. */
static void set_names(const struct plot *plot, struct heatmap *map, double plot_height)
{
    double most = max_name_share * plot->width, widest = 0;
    struct text_style style = plot->pen.theme->label;

    style.color = plot->pen.theme->ink;
    double leading;
    size_t lines = row_name_lines(plot, plot_height / ((double)rows_of(plot) + 1.5), &leading);
    map->names = arena_array(plot->pen.arena, struct row_name, rows_of(plot));
    for (size_t i = 0; map->names != NULL && i < rows_of(plot); i++) {
        const struct model_series *row = &plot->model->series[i];
        map->names[i] = row_name_set(plot, row->label, row->code, &style, most, lines, leading);
        widest = fmax(widest, map->names[i].width);
    }
    map->names_width = widest;
    bool mirrored = across_is_mirrored(plot);
    double beside = widest + name_gap * plot->pen.em;
    map->left = mirrored ? 0 : beside;
    map->right = mirrored ? plot->width - beside : plot->width;
}

static double pitch(const struct plot *plot, const struct heatmap *map)
{
    return (map->right - map->left) / (double)plot->model->n_periods;
}

static void set_periods(const struct plot *plot, struct heatmap *map)
{
    size_t n = plot->model->n_periods;
    struct period_slot *slots = arena_array(plot->pen.arena, struct period_slot, n);
    double wide = pitch(plot, map);

    for (size_t i = 0; slots != NULL && i < n; i++)
        slots[i] = (struct period_slot){ .period = plot->model->periods[i],
                                         .center = map->left + ((double)i + 0.5) * wide,
                                         .left = map->left + (double)i * wide,
                                         .right = map->left + ((double)i + 1) * wide };
    if (slots == NULL)
        return;
    period_axis_measure(plot, &map->axis, slots, n, false);
    map->axis.above = true;
    map->head = period_axis_height(plot, &map->axis);
}

static const char *value_text(const struct plot *plot, const struct figure *figure)
{
    return pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, false), figure);
}

/* Whether a figure is missing between others of its row: before the first and after the last there is
 * nothing to miss. */
static bool is_missing(const struct plot *plot, size_t row, size_t period)
{
    const struct model_series *series = &plot->model->series[row];
    bool before = false, after = false;

    if (!isnan(series->figures[period].value))
        return false;
    if (series->figures[period].flags != 0)
        return true;
    for (size_t i = 0; i < plot->model->n_periods; i++)
        if (!isnan(series->figures[i].value))
            *(i < period ? &before : &after) = true;
    if (plot->model->is_of_years) { /* the years before and after are neighbours */
        before = before || row > 0;
        after = after || row + 1 < rows_of(plot);
    }
    return before && after;
}

/* A confidential figure has its sign where others have their values. */
static bool has_sign(const struct figure *figure, bool with_values)
{
    return with_values && isnan(figure->value) && (figure->flags & 1U << FLAG_CONFIDENTIAL) != 0;
}

/* Whether some missing figure is a dot. */
static bool any_is_missing(const struct plot *plot, bool with_values)
{
    for (size_t i = 0; i < rows_of(plot); i++)
        for (size_t k = 0; k < plot->model->n_periods; k++)
            if (is_missing(plot, i, k) &&
                !has_sign(&plot->model->series[i].figures[k], with_values))
                return true;
    return false;
}

static unsigned measure_values(const struct plot *plot, struct heatmap *map)
{
    unsigned flags = 0;

    for (size_t i = 0; i < rows_of(plot); i++)
        for (size_t k = 0; k < plot->model->n_periods; k++) {
            const struct figure *figure = &plot->model->series[i].figures[k];
            const char *text = has_sign(figure, true) ? pen_blank(&plot->pen, figure)
                               : isnan(figure->value) ? NULL
                                                      : value_text(plot, figure);
            if (text == NULL)
                continue;
            flags |= figure->flags;
            map->widest =
                fmax(map->widest, text_width(plot->pen.text, text, &plot->pen.theme->label));
        }
    return flags;
}

/* As high as there is room for, but cells are not higher than wide. */
static double row_height(const struct plot *plot, const struct heatmap *map, double plot_height)
{
    double room = (plot_height - map->head) / (double)rows_of(plot);

    return fmin(room, fmax(pitch(plot, map), max_row * plot->pen.em));
}

static bool shows_values(const struct plot *plot, const struct heatmap *map, double plot_height)
{
    double em = plot->pen.em, wide = pitch(plot, map);

    return wide >= min_valued * em && wide >= map->widest + 2 * beside_value * em &&
           row_height(plot, map, plot_height) >= value_row * em &&
           plot->plan->detail < DETAIL_NO_AXIS;
}

static void measure(struct plot *plot, double plot_height)
{
    struct heatmap *map = arena_new(plot->pen.arena, struct heatmap);

    plot->marks = map;
    if (map == NULL)
        return;
    set_names(plot, map, plot_height);
    set_periods(plot, map);
    unsigned flags = measure_values(plot, map);
    bool with_values = shows_values(plot, map, plot_height);
    color_key_measure(plot, &map->key, map->right - map->left, any_is_missing(plot, with_values));
    plot_note_words(plot, map->key.high != NULL);
    plot->foot = color_key_height(plot, &map->key);
    plot->names_inside = map->head;
    plot->least = map->head + (double)rows_of(plot) *
                                  (plot->model->is_of_years ? min_row : named_row * plot->pen.em);
    legend_add_styles(plot->plan, SWATCH_BAR);
    if (with_values)
        legend_add_flags(plot->plan, flags);
}

/* Drawing ------------------------------------------------------------------------------------- */

static struct box cell_box(const struct plot *plot, const struct heatmap *map, size_t row,
                           size_t period)
{
    double high = row_height(plot, map, plot->box.bottom - plot->box.top);
    double top = plot->box.top + map->head + (double)row * high;
    double left = map->left + (double)period * pitch(plot, map), gap = mark_gap(&plot->pen);
    double right = pen_snap(&plot->pen, left + pitch(plot, map)) - gap;
    double bottom = pen_snap(&plot->pen, top + high) - gap;

    return (struct box){ pen_snap(&plot->pen, left), pen_snap(&plot->pen, top), right, bottom };
}

static void draw_sign(const struct plot *plot, struct scene *scene, const struct figure *figure,
                      struct box box)
{
    struct text_style style = plot->pen.theme->label;

    style.color = plot->pen.theme->ink;
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(scene, pen_label(&plot->pen, pen_blank(&plot->pen, figure), &style),
                       (box.left + box.right) / 2, (box.top + box.bottom) / 2, ALIGN_CENTER);
    scene_close(scene);
}

static void draw_row(const struct plot *plot, const struct heatmap *map, struct scene *scene,
                     size_t row, bool with_values)
{
    const struct model_series *series = &plot->model->series[row];

    plot_open_series(plot, scene, row);
    for (size_t i = 0; i < plot->model->n_periods; i++) {
        const struct figure *figure = &series->figures[i];
        struct box box = cell_box(plot, map, row, i);
        if (isnan(figure->value) && !is_missing(plot, row, i))
            continue;
        plot_note(plot, row, i, box);
        plot_open_datum(plot, scene, row, i);
        if (has_sign(figure, with_values))
            draw_sign(plot, scene, figure, box);
        else if (isnan(figure->value))
            color_cell_draw_missing(plot, scene, box);
        else
            color_cell_draw(plot, &map->key, scene, figure, box,
                            with_values ? value_text(plot, figure) : NULL, &plot->pen.theme->label);
        scene_close(scene);
    }
    scene_close(scene);
}

/* Where rows are low, every second or fifth has its name: counted from the largest member or from the
 * last year. */
static void draw_names(const struct plot *plot, const struct heatmap *map, struct scene *scene)
{
    static const size_t steps[] = { 1, 2, 5, 10, 20, 50 };
    double high = row_height(plot, map, plot->box.bottom - plot->box.top);
    size_t step = steps[0];

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        step = steps[i];
        if (high * (double)step >= named_row * plot->pen.em)
            break;
    }
    size_t first = plot->model->is_of_years ? (rows_of(plot) - 1) % step : 0;
    scene_open_role(scene, ROLE_AXIS_Y);
    for (size_t i = first; i < rows_of(plot); i += step) {
        const struct box box = cell_box(plot, map, i, 0);
        row_name_draw(plot, &map->names[i], scene, map->names_width, (box.top + box.bottom) / 2,
                      high * (double)step, ALIGN_RIGHT);
    }
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct heatmap *map = plot->marks;
    double height = plot->box.bottom - plot->box.top;
    bool with_values = shows_values(plot, map, height);

    if (map->names == NULL)
        return;
    period_axis_draw(plot, &map->axis, scene, plot->box.top + map->head);
    draw_names(plot, map, scene);
    for (size_t i = 0; i < rows_of(plot); i++)
        draw_row(plot, map, scene, i, with_values);
    color_key_draw(
        plot, &map->key, scene, across_is_mirrored(plot) ? plot->width - map->right : map->left,
        plot->box.top + map->head + (double)rows_of(plot) * row_height(plot, map, height));
}

static double min_height(const struct plot *plot)
{
    double row = plot->model->is_of_years ? 1.1 : rules.row;

    return (4 + row * (double)rows_of(plot)) * plot->pen.em;
}

const struct chart_type heatmap_type = {
    .word = WORD_HEATMAP,
    .members = &rules,
    .check = check,
    .reshape = reshape,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = speech_say_cells,
};
