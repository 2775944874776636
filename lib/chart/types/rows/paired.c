/* paired.c - two flows, for many: two lying bars a member that touch, exports above, each with its
 * value at the end. */
#include <math.h>

#include "chart/across.h"
#include "chart/guides/time_frame.h"
#include "chart/types/rows/row_bar.h"

struct paired {
    struct rows rows;
    double left, right; /* of the bars: room for values is outside */
    bool has_values;
};

static const struct member_rules rules = { .what = "a chart of paired bars",
                                           .instead = "a ranking",
                                           .periods = PERIOD_LAST,
                                           .has_flows = true,
                                           .row = 2.8,
                                           .tight = 0.87,
                                           .head = 0.2 };

/* Height of a bar in ems, at most so much of a row; maximum share of
 * the width for names; least width of the bars, in ems. */
static const double bar_height = 0.95, max_bar_share = 0.38, max_name_share = 0.42, name_gap = 0.9,
                    min_bars = 4;
/* Ems from one value to the one below. */
static const double min_apart = 1;

/* Widths that values take right of the bars and, below zero, left of them. */
static void measure_values(const struct plot *plot, const struct rows *rows, double *above,
                           double *below)
{
    *above = *below = 0;
    for (size_t i = 0; i < rows->n; i++)
        for (size_t flow = 0; flow < 2; flow++) {
            const struct figure *figure = row_figure(plot, &rows->rows[i], flow, 0);
            double *side = figure != NULL && figure->value < 0 ? below : above;
            *side =
                fmax(*side, line_width(rows->rows[i].values[flow]) + ROW_VALUE_GAP * plot->pen.em);
        }
}

/* Bars grow with their rows, as far as a row has height of its own. */
static double bar_height_of(const struct plot *plot, const struct paired *paired)
{
    double pitch = 2 * rows_edge(plot, &paired->rows);

    return fmin(fmax(bar_height * plot->pen.em, bar_height / rules.row * pitch),
                max_bar_share * pitch);
}

/* A pixel, or on paper a hair. */
static double bar_gap(const struct plot *plot)
{
    return fmax(pen_snap(&plot->pen, plot->pen.pixel), 0.08 * plot->pen.em);
}

/* Whether the values of a member's two bars stand clear of each other. */
static bool values_fit(const struct plot *plot, const struct paired *paired)
{
    double apart = bar_height_of(plot, paired) + bar_gap(plot);

    return paired->has_values && apart >= min_apart * plot->pen.em;
}

/* Height in which the values of every row stand clear. */
static double least(const struct plot *plot, const struct rows *rows)
{
    double pitch = fmax(min_apart * plot->pen.em - bar_gap(plot), 0) / max_bar_share;

    return fmax(rows_least(plot, rows),
                rules.head * plot->pen.em + (double)rows->n * pitch * 1.001);
}

static void place_bars(const struct plot *plot, struct paired *paired, double plot_height)
{
    double em = plot->pen.em, above, below;

    rows_set_values(plot, &paired->rows);
    measure_values(plot, &paired->rows, &above, &below);
    double room = plot->width - above - below - (name_gap + min_bars) * em;
    paired->has_values = room >= 4 * em;
    if (!paired->has_values) {
        above = below = 0;
        room = plot->width - (name_gap + min_bars) * em;
    }
    rows_set_names(plot, &paired->rows, fmax(fmin(room, max_name_share * plot->width), 2 * em),
                   plot_height);
    paired->left = paired->rows.names + name_gap * em + below;
    paired->right = plot->width - above;
}

static void measure(struct plot *plot, double plot_height)
{
    struct paired *paired = arena_new(plot->pen.arena, struct paired);

    plot->marks = NULL;
    if (paired == NULL || !rows_open(plot, &paired->rows))
        return;
    place_bars(plot, paired, plot_height);
    plot->foot = 0;
    plot->least = paired->has_values ? least(plot, &paired->rows) : rows_least(plot, &paired->rows);
    rows_note_words(plot, paired->has_values);
    for (size_t flow = 0; flow < 2; flow++)
        legend_add(plot->plan, rows_flow_name(plot, flow), SWATCH_BAR, rows_color(plot, NULL, flow),
                   FIGURE_SOLID);
    legend_add_styles(plot->plan, SWATCH_BAR);
    legend_add_flags(plot->plan, rows_flags(plot, &paired->rows));
    plot->marks = paired;
}

/* Drawing */

static struct scale scale_of(const struct plot *plot, const struct paired *paired)
{
    double low = plot->extent.low, high = plot->extent.high;

    return (struct scale){ .type = plot->scale,
                           .low = low,
                           .high = low < high ? high : low + 1,
                           .from = paired->left,
                           .to = paired->right };
}

/* A rest that dwarfs the members ends where the scale does. */
static void draw_flow(const struct plot *plot, const struct paired *paired, struct scene *scene,
                      const struct row *row, size_t flow, double middle, double height)
{
    const struct figure *figure = row_figure(plot, row, flow, 0);
    struct scale scale = scale_of(plot, paired);
    double value = figure != NULL ? figure->value : 0;
    double within = fmin(fmax(value, scale.low), scale.high);
    const struct row_bar bar = {
        .zero = scale_position(&scale, 0),
        .end = scale_position(&scale, row->is_off_scale ? within : value),
        .middle = middle,
        .height = height,
        .has_value = values_fit(plot, paired),
        .is_broken = row->is_off_scale && within != value,
    };

    row_bar_draw(plot, scene, row, flow, &bar, value < 0);
}

static void draw_row(const struct plot *plot, const struct paired *paired, struct scene *scene,
                     size_t index)
{
    const struct row *row = &paired->rows.rows[index];
    double middle = row_middle(plot, &paired->rows, index);
    double height = bar_height_of(plot, paired), apart = bar_gap(plot);
    double lift = (height + apart) / 2;

    rows_draw_name(plot, &paired->rows, scene, index, plot->box.left, ALIGN_LEFT);
    draw_flow(plot, paired, scene, row, 0, middle - lift, height);
    draw_flow(plot, paired, scene, row, 1, middle + lift, height);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct paired *paired = plot->marks;
    struct scale scale = scale_of(plot, paired);

    for (size_t i = 0; i < paired->rows.n; i++)
        draw_row(plot, paired, scene, i);
    scene_open_role(scene, ROLE_GRID);
    row_zero_draw(plot, scene, &paired->rows, scale_position(&scale, 0));
    scene_close(scene);
}

/* For references. */
static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    const struct paired *paired = plot->marks;
    struct scale scale = scale_of(plot, paired);

    *n = 1;
    return time_frame_of_rows(plot, &scale, rows_bottom(plot, &paired->rows));
}

static double per_value(const struct plot *plot)
{
    const struct paired *paired = plot->marks;

    return (paired->right - paired->left) / (plot->extent.high - plot->extent.low);
}

static void set_per_value(const struct plot *plot, double per_value)
{
    struct paired *paired = plot->marks;

    paired->right = paired->left + per_value * (plot->extent.high - plot->extent.low);
}

const struct chart_type paired_type = {
    .word = WORD_PAIRED,
    .subtitle_tells_period = true,
    .members = &rules,
    .extent = rows_extent,
    .measure = measure,
    .draw = draw,
    .min_height = rows_min_height,
    .time_frames = time_frames,
    .lengths = LENGTHS_LYING,
    .per_value = per_value,
    .set_per_value = set_per_value,
    .speak = rows_speak_flows,
};
