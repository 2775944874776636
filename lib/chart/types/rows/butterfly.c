/* butterfly.c - both directions at once: names in the middle, exports leftwards, imports rightwards,
 * on one scale, values outside; sorted by turnover. */
#include <math.h>

#include "chart/across.h"
#include "chart/types/rows/row_bar.h"

struct butterfly {
    struct rows rows;
    struct text_line *heads[2];
    double zeros[2];  /* where the bars of each side begin */
    double per_value; /* width of a bar of 1 */
    double most[2];   /* of each side: its longest bar */
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

/* Share of a row, and ems at most, for a bar; ems from a bar to the names; maximum
 * share of the width for names; least width of both sides' bars, in ems. Names that would be cut for
 * these have more of the width, as lengths are seen on shorter bars, too. */
static const double bar_share = 0.68, max_bar = 2.2, name_gap = 0.8;
static const struct {
    double max_names, min_bars;
} shares[] = { { 0.34, 8 }, { 0.42, 5 } };
enum { N_SHARES = sizeof shares / sizeof *shares };

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
        if (figure != NULL && !rows->rows[i].is_off_scale)
            most = fmax(most, figure->value);
    }
    return most;
}

/* The sides share the width in proportion to their largest values, so that they have one scale, but
 * neither is narrower than its head. */
static void place_sides(const struct plot *plot, struct butterfly *butterfly, double room,
                        const double *outside)
{
    double *most = butterfly->most, sides[2], least[2];

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

static void place_columns(const struct plot *plot, struct butterfly *butterfly, double plot_height)
{
    double em = plot->pen.em, outside[2], gaps = 2 * name_gap * em;

    rows_set_values(plot, &butterfly->rows);
    for (size_t i = 0; i < 2; i++)
        outside[i] = rows_value_width(&butterfly->rows, i) + ROW_VALUE_GAP * em;
    double room = plot->width - outside[0] - outside[1] - gaps;
    butterfly->has_values = room - shares[0].min_bars * em >= 4 * em;
    if (!butterfly->has_values) {
        outside[0] = outside[1] = 0;
        room = plot->width - gaps;
    }
    for (size_t i = 0; i < N_SHARES && (i == 0 || rows_names_are_short(&butterfly->rows)); i++)
        rows_set_names(
            plot, &butterfly->rows,
            fmax(fmin(room - shares[i].min_bars * em, shares[i].max_names * plot->width), 2 * em),
            plot_height);
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
static void fit_heads(const struct plot *plot, struct butterfly *butterfly, double plot_height)
{
    if (line_width(butterfly->heads[0]) <= butterfly->zeros[0] &&
        line_width(butterfly->heads[1]) <= plot->width - butterfly->zeros[1])
        return;
    for (size_t i = 0; i < 2; i++) {
        butterfly->heads[i] = NULL;
        legend_add(plot->plan, rows_flow_name(plot, i), SWATCH_BAR, rows_color(plot, NULL, i),
                   FIGURE_SOLID);
    }
    place_columns(plot, butterfly, plot_height);
}

static void measure(struct plot *plot, double plot_height)
{
    struct butterfly *butterfly = arena_new(plot->pen.arena, struct butterfly);

    plot->marks = NULL;
    if (butterfly == NULL || !rows_open(plot, &butterfly->rows))
        return;
    set_heads(plot, butterfly);
    place_columns(plot, butterfly, plot_height);
    fit_heads(plot, butterfly, plot_height);
    plot->foot = 0;
    plot->least = rows_least(plot, &butterfly->rows);
    rows_note_words(plot, butterfly->has_values);
    legend_add_styles(plot->plan, SWATCH_BAR);
    legend_add_flags(plot->plan, rows_flags(plot, &butterfly->rows));
    plot->marks = butterfly;
}

/* Drawing */

/* A rest that dwarfs the members ends where their largest does. */
static void draw_side(const struct plot *plot, const struct butterfly *butterfly,
                      struct scene *scene, const struct row *row, size_t side, double middle)
{
    const struct figure *figure = row_figure(plot, row, side, 0);
    double value = figure != NULL ? figure->value : 0, most = butterfly->most[side];
    double length = fmin(value, most) * butterfly->per_value, zero = butterfly->zeros[side];
    const struct row_bar bar = {
        .zero = zero,
        .end = side == 0 ? zero - length : zero + length,
        .middle = middle,
        .height = fmin(bar_share * rows_pitch(plot, &butterfly->rows), max_bar * plot->pen.em),
        .has_value = butterfly->has_values,
        .is_broken = value > most,
    };

    row_bar_draw(plot, scene, row, side, &bar, side == 0);
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

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct butterfly *butterfly = plot->marks;

    draw_heads(plot, butterfly, scene);
    for (size_t i = 0; i < butterfly->rows.n; i++) {
        const struct row *row = &butterfly->rows.rows[i];
        double middle = row_middle(plot, &butterfly->rows, i);
        rows_draw_name(plot, &butterfly->rows, scene, i, butterfly->name_middle, ALIGN_CENTER);
        draw_side(plot, butterfly, scene, row, 0, middle);
        draw_side(plot, butterfly, scene, row, 1, middle);
    }
    scene_open_role(scene, ROLE_GRID);
    for (size_t i = 0; i < 2; i++)
        row_zero_draw(plot, scene, &butterfly->rows, butterfly->zeros[i]);
    scene_close(scene);
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
    .extent = rows_extent,
    .measure = measure,
    .draw = draw,
    .min_height = rows_min_height,
    .lengths = LENGTHS_LYING,
    .per_value = per_value,
    .set_per_value = set_per_value,
    .speak = rows_speak_flows,
};
