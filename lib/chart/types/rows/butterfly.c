/* butterfly.c - both directions at once: names in the middle, exports leftwards, imports rightwards,
 * on one scale, values outside; sorted by turnover. */
#include <math.h>

#include "chart/across.h"
#include "chart/marks.h"
#include "chart/types/rows/rows.h"

struct butterfly {
    struct rows rows;
    struct text_line *heads[2];
    double zeros[2];  /* where the bars of each side begin */
    double per_value; /* width of a bar of 1 */
    double name_middle;
    bool has_values;
};

static const struct member_rules rules = { .what = "a butterfly chart",
                                           .instead = "a ranking",
                                           .periods = PERIOD_LAST,
                                           .has_flows = true,
                                           .row = 1.5,
                                           .tight = 0.8,
                                           .head = 1.6 };

/* Share of a row, and ems at most, for a bar; ems from a bar to its value, and to the names; maximum
 * share of the width for names; least width of both sides' bars, in ems. */
static const double bar_share = 0.68, max_bar = 2.2, value_gap = 0.4, name_gap = 0.8,
                    max_name_share = 0.34, min_bars = 8;

static void check(const struct plot *plot)
{
    if (plot->model->extent.low < 0)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "the bars of a butterfly go to both sides from zero, so none can be negative; leave "
             "negative figures out, or draw paired bars");
}

static double largest(const struct plot *plot, const struct rows *rows, size_t flow)
{
    double most = 0;

    for (size_t i = 0; i < rows->n; i++) {
        const struct figure *figure = row_figure(plot, &rows->rows[i], flow, 0);
        most = figure != NULL ? fmax(most, figure->value) : most;
    }
    return most;
}

/* The sides share the width in proportion to their largest values, so that they have one scale, but
 * neither is narrower than its head. */
static void place_sides(const struct plot *plot, struct butterfly *butterfly, double room,
                        const double *outside)
{
    double most[2], sides[2], least[2];

    for (size_t i = 0; i < 2; i++) {
        most[i] = largest(plot, &butterfly->rows, i);
        least[i] = fmax(line_width(butterfly->heads[i]) - outside[i], 0);
    }
    double sum = most[0] + most[1];
    butterfly->per_value = sum > 0 ? room / sum : 0;
    for (size_t i = 0; i < 2; i++)
        if (most[i] * butterfly->per_value < least[i] && most[1 - i] > 0)
            butterfly->per_value = fmin(butterfly->per_value, (room - least[i]) / most[1 - i]);
    for (size_t i = 0; i < 2; i++)
        sides[i] = fmax(most[i] * butterfly->per_value, least[i]);
    double gap = name_gap * plot->pen.em;
    butterfly->zeros[0] = outside[0] + sides[0];
    butterfly->zeros[1] = butterfly->zeros[0] + 2 * gap + butterfly->rows.names;
    butterfly->name_middle = (butterfly->zeros[0] + butterfly->zeros[1]) / 2;
}

static void place_columns(const struct plot *plot, struct butterfly *butterfly)
{
    double em = plot->pen.em, outside[2], gaps = 2 * name_gap * em;

    rows_set_values(plot, &butterfly->rows);
    for (size_t i = 0; i < 2; i++)
        outside[i] = rows_value_width(&butterfly->rows, i) + value_gap * em;
    double room = plot->width - outside[0] - outside[1] - gaps - min_bars * em;
    butterfly->has_values = room >= 4 * em;
    if (!butterfly->has_values) {
        outside[0] = outside[1] = 0;
        room = plot->width - gaps - min_bars * em;
    }
    rows_set_names(plot, &butterfly->rows, fmax(fmin(room, max_name_share * plot->width), 2 * em));
    place_sides(plot, butterfly,
                plot->width - outside[0] - outside[1] - gaps - butterfly->rows.names, outside);
}

static void set_heads(const struct plot *plot, struct butterfly *butterfly)
{
    struct text_style style = plot->pen.theme->label_strong;

    for (size_t i = 0; i < 2; i++) {
        style.color = theme_word_color(plot->pen.theme, rows_color(plot, NULL, i));
        butterfly->heads[i] = pen_label(&plot->pen, rows_flow_name(plot, i), &style);
    }
}

/* Heads wider than their sides are in the legend. */
static void fit_heads(const struct plot *plot, struct butterfly *butterfly)
{
    if (line_width(butterfly->heads[0]) <= butterfly->zeros[0] &&
        line_width(butterfly->heads[1]) <= plot->width - butterfly->zeros[1])
        return;
    for (size_t i = 0; i < 2; i++) {
        butterfly->heads[i] = NULL;
        legend_add(plot->plan, rows_flow_name(plot, i), SWATCH_BAR, rows_color(plot, NULL, i),
                   FIGURE_SOLID);
    }
    place_columns(plot, butterfly);
}

static void measure(struct plot *plot, double plot_height)
{
    struct butterfly *butterfly = arena_new(plot->pen.arena, struct butterfly);

    (void)plot_height;
    plot->marks = NULL;
    if (butterfly == NULL || !rows_open(plot, &butterfly->rows))
        return;
    set_heads(plot, butterfly);
    place_columns(plot, butterfly);
    fit_heads(plot, butterfly);
    plot->foot = 0;
    plot->least = rows_least(plot, &butterfly->rows);
    rows_note_words(plot, butterfly->has_values);
    legend_add_styles(plot->plan, SWATCH_BAR);
    legend_add_flags(plot->plan, rows_flags(plot, &butterfly->rows));
    plot->marks = butterfly;
}

/* Drawing */

static void draw_side(const struct plot *plot, const struct butterfly *butterfly,
                      struct scene *scene, const struct row *row, size_t side, double middle)
{
    const struct figure *figure = row_figure(plot, row, side, 0);
    double height = fmin(bar_share * rows_pitch(plot, &butterfly->rows), max_bar * plot->pen.em);
    double zero = butterfly->zeros[side], gap = value_gap * plot->pen.em;
    double length = figure != NULL ? figure->value * butterfly->per_value : 0;
    double end = side == 0 ? zero - length : zero + length;
    struct box bar = across_box(plot, (struct box){ fmin(zero, end), middle - height / 2,
                                                    fmax(zero, end), middle + height / 2 });
    int series = row->member.series[side];

    bar = (struct box){ pen_snap(&plot->pen, bar.left), pen_snap(&plot->pen, bar.top),
                        pen_snap(&plot->pen, bar.right), pen_snap(&plot->pen, bar.bottom) };
    if (series != NO_SERIES) {
        plot_note(plot, (size_t)series, 0, bar);
        plot_open_series(plot, scene, (size_t)series);
        plot_open_datum(plot, scene, (size_t)series, 0);
    }
    if (figure != NULL)
        mark_bar(&plot->pen, scene, bar, rows_color(plot, row, side), figure->drawn, SIDE_NONE);
    if (butterfly->has_values) {
        scene_open_role(scene, ROLE_DATUM_LABEL);
        across_line(plot, scene, row->values[side], side == 0 ? end - gap : end + gap, middle,
                    side == 0 ? ALIGN_RIGHT : ALIGN_LEFT);
        scene_close(scene);
    }
    if (series != NO_SERIES) {
        scene_close(scene);
        scene_close(scene);
    }
}

static void draw_heads(const struct plot *plot, const struct butterfly *butterfly,
                       struct scene *scene)
{
    double y = plot->box.top + 0.5 * plot->pen.em;

    scene_open_role(scene, ROLE_AXIS_X);
    across_line(plot, scene, butterfly->heads[0], butterfly->zeros[0], y, ALIGN_RIGHT);
    across_line(plot, scene, butterfly->heads[1], butterfly->zeros[1], y, ALIGN_LEFT);
    scene_close(scene);
}

/* The two zero lines. */
static void draw_zeros(const struct plot *plot, const struct butterfly *butterfly,
                       struct scene *scene)
{
    double pitch = rows_pitch(plot, &butterfly->rows), width = plot->pen.theme->zero_width;

    scene_open_role(scene, ROLE_GRID);
    for (size_t i = 0; i < 2; i++) {
        double x = across_x(plot, butterfly->zeros[i]);
        scene_rectangle(scene, pen_snap(&plot->pen, x - width / 2),
                        row_middle(plot, &butterfly->rows, 0) - pitch / 2, width,
                        pitch * (double)butterfly->rows.n);
        scene_fill(scene, plot->pen.theme->ink);
    }
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct butterfly *butterfly = plot->marks;

    draw_heads(plot, butterfly, scene);
    for (size_t i = 0; i < butterfly->rows.n; i++) {
        const struct row *row = &butterfly->rows.rows[i];
        double middle = row_middle(plot, &butterfly->rows, i);
        across_line(plot, scene, row->name, butterfly->name_middle, middle, ALIGN_CENTER);
        draw_side(plot, butterfly, scene, row, 0, middle);
        draw_side(plot, butterfly, scene, row, 1, middle);
    }
    draw_zeros(plot, butterfly, scene);
}

static struct extent extent(const struct plot *plot)
{
    return model_extent_from_zero(plot->model);
}

static double min_height(const struct plot *plot)
{
    return members_height(&rules, plot->plan->top.rows) * plot->pen.em;
}

static double per_value(const struct plot *plot)
{
    return ((const struct butterfly *)plot->marks)->per_value;
}

static void set_per_value(const struct plot *plot, double per_value)
{
    ((struct butterfly *)plot->marks)->per_value = per_value;
}

const struct chart_type butterfly_type = {
    .word = WORD_BUTTERFLY,
    .subtitle_tells_period = true,
    .members = &rules,
    .check = check,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .lengths = LENGTHS_LYING,
    .per_value = per_value,
    .set_per_value = set_per_value,
    .speak = rows_speak_flows,
};
