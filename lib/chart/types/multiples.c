/* multiples.c - a small plot a member, all on one scale and sorted by the last value: lines, with the
 * other members behind as hairlines, also over areas, or columns of few periods. */
#include <math.h>

#include "chart/across.h"
#include "chart/plan.h"
#include "chart/scale/period.h"
#include "chart/types/multiples.h"
#include "chart/types/rows/rows.h"

/* Height of a name in one line, in ems. */
#define PANEL_NAME 1.5
/* Least height of the lines of a panel, in ems. */
static const double least_lines = 1.5;
/* Width of a panel by its height, as near as the grid comes to it. */
static const double best_aspect = 1.7;
/* Share of a panel's width that its last value may take. */
static const double max_value_share = 0.45;
/* So few periods have no course: columns compare them better. */
enum { MOST_COLUMNS = 6 };
/* Columns take 70 % of the pitch, and are no slabs: at most so many ems. */
static const double column_share = 0.7, widest_column = 4;

/* A panel is 9 ems wide and 6 high at least, with the gaps. */
static const struct member_rules rules = { .what = "a chart of small multiples",
                                           .instead = "a ranking",
                                           .periods = PERIODS_ALL,
                                           .leaves_rest = true,
                                           .row = 7.6,
                                           .tight = 1,
                                           .head = -1.6,
                                           .column = 10.6 };

/* Columns have lengths from zero: who wants the axis to begin at the data, or another scale, has lines. */
static bool has_columns(const struct plot *plot)
{
    const sheaf_chart *chart = plot->plan->chart;

    return chart->plots != SHEAF_AUTO
               ? chart->plots == SHEAF_BARS
               : plot->model->n_periods <= MOST_COLUMNS && chart->base != SHEAF_BASE_DATA &&
                     chart->axis == SHEAF_AXIS_LINEAR;
}

static bool has_areas(const struct plot *plot)
{
    return plot->plan->chart->plots == SHEAF_AREA;
}

static void refuse(const struct plot *plot, const char *why)
{
    fail(text_error(plot->pen.text), SHEAF_BAD_INPUT, "%s", why);
}

static void check(const struct plot *plot)
{
    const sheaf_chart *chart = plot->plan->chart;
    sheaf_chart_type of = chart->plots;

    if (of == SHEAF_AUTO)
        return;
    if (of != SHEAF_BARS && of != SHEAF_LINES && of != SHEAF_AREA)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "small multiples are of bars, lines or area, which share one scale, not of %s; name "
             "one of those, or draw a chart of type %s a member",
             sheaf_chart_type_name(of), sheaf_chart_type_name(of));
    else if (of != SHEAF_LINES && chart->base == SHEAF_BASE_DATA)
        refuse(plot,
               "bars and areas begin at zero, because their lengths are compared; choose " SETTING(
                   "of: lines") ", or leave the base out");
    else if (of != SHEAF_LINES && chart->axis != SHEAF_AXIS_LINEAR)
        refuse(plot,
               "lengths and areas are compared by equal steps from zero, which a logarithmic "
               "scale does not have; choose " SETTING("of: lines") ", or leave the scale linear");
}

/* All lines have the colour of what is shown; their names tell them apart. */
static struct model *reshape(const struct plot *plot)
{
    const struct model *from = plot->model;
    struct model *model = arena_new(plot->pen.arena, struct model);
    struct model_series *series = arena_array(plot->pen.arena, struct model_series, from->n_series);
    struct color color = rows_color(plot, NULL, 0);

    if (model == NULL || series == NULL)
        return NULL;
    *model = *from;
    model->series = series;
    for (size_t i = 0; i < from->n_series; i++) {
        series[i] = from->series[i];
        series[i].color = series[i].below = series[i].own = color;
    }
    return model;
}

/* Measuring -------------------------------------------------------------------------------- */

/* How far a grid is from the best: its shape, what it leaves free and, above all, what its panels lack
 * of their least size. */
static double badness(const struct plot *plot, const struct multiples *multiples, double height,
                      size_t columns)
{
    size_t rows = (multiples->n + columns - 1) / columns;
    double em = plot->pen.em, least_width = (rules.column - PANEL_GAP) * em,
           least_height = (rules.row - PANEL_GAP) * em;
    double across = fmax((plot->width + PANEL_GAP * em) / (double)columns - PANEL_GAP * em, em);
    double down = fmax((height + PANEL_GAP * em) / (double)rows - PANEL_GAP * em, 0.1 * em);
    double lack = fmax(least_width / across - 1, 0) + fmax(least_height / down - 1, 0);

    return fabs(log(across / down / best_aspect)) + 10 * lack +
           0.8 * (double)(rows * columns - multiples->n) / (double)columns;
}

static void choose_grid(const struct plot *plot, struct multiples *multiples, double height)
{
    double best = INFINITY;

    for (size_t columns = 1; columns <= multiples->n; columns++) {
        double bad = badness(plot, multiples, height, columns);
        if (bad >= best)
            continue;
        best = bad;
        multiples->columns = columns;
    }
    multiples->rows = (multiples->n + multiples->columns - 1) / multiples->columns;
}

double multiples_height(const struct plot *plot, const struct multiples *multiples, double height)
{
    double gaps = PANEL_GAP * plot->pen.em * (double)(multiples->rows - 1);

    return (height - gaps) / (double)multiples->rows;
}

static double lines_height(const struct plot *plot, const struct multiples *multiples,
                           double height)
{
    return fmax(multiples_height(plot, multiples, height) - multiples->name, 0.5 * plot->pen.em);
}

/* The last values have room beside the lines, unless they leave those too little. */
static void set_ends(struct plot *plot, struct multiples *multiples)
{
    const struct model *model = plot->model;
    double most = max_value_share * multiples->width, widest = 0;

    for (size_t i = 0; i < multiples->n; i++) {
        struct panel *panel = &multiples->panels[i];
        panel->end = (struct line_end){ .series = i };
        if (model_last(model, &model->series[i]) == model->n_periods ||
            plot->plan->detail >= DETAIL_NO_AXIS)
            continue;
        panel->end = line_end_set(plot, i, false, true, most);
        if (line_end_width(plot, &panel->end) > most)
            panel->end.value = NULL;
        widest = fmax(widest, line_end_width(plot, &panel->end));
    }
    multiples->values = (multiples->has_columns ? 0 : plot->pen.theme->end_dot) +
                        (widest > 0 ? 0.4 * plot->pen.em + widest : 0);
}

/* True: all names are whole. */
static bool set_names(struct plot *plot, struct multiples *multiples, size_t lines)
{
    struct text_style style = plot->pen.theme->label_strong;
    bool are_whole = true;

    style.color = plot->pen.theme->ink;
    for (size_t i = 0; i < multiples->n; i++) {
        const struct model_series *series = &plot->model->series[i];
        struct row_name *name = &multiples->panels[i].name;
        *name = row_name_set(plot, series->label, series->code, &style, multiples->width, lines,
                             row_name_leading(plot));
        are_whole = are_whole && (name->lines != NULL ? !name->lines->cut
                                                      : name->line == NULL || !name->line->cut);
    }
    return are_whole;
}

/* The largest figure of all, where no line ends with it. */
static void set_maximum(struct plot *plot, struct multiples *multiples)
{
    const struct model *model = plot->model;
    const struct figure *largest = NULL;

    multiples->max_series = multiples->n;
    for (size_t i = 0; i < multiples->n; i++)
        for (size_t k = 0; k < model->n_periods; k++) {
            const struct figure *figure = &model->series[i].figures[k];
            if (isnan(figure->value) || (largest != NULL && figure->value <= largest->value))
                continue;
            largest = figure;
            multiples->max_series = i;
            multiples->max_period = k;
        }
    if (largest == NULL || plot->plan->detail >= DETAIL_NO_AXIS ||
        multiples->max_period == model_last(model, &model->series[multiples->max_series])) {
        multiples->max_series = multiples->n;
        return;
    }
    struct text_style style = plot->pen.theme->label;
    style.color = theme_word_color(plot->pen.theme, model->series[multiples->max_series].color);
    multiples->max_label =
        pen_label(&plot->pen, pen_amount(&plot->pen, model, largest, false), &style);
}

/* Columns are counted from where reading begins. */
double multiples_left(const struct plot *plot, const struct multiples *multiples, size_t column)
{
    size_t at = across_is_mirrored(plot) ? multiples->columns - 1 - column : column;

    return multiples->left + (double)at * (multiples->width + PANEL_GAP * plot->pen.em);
}

/* Half a pitch from both ends, as all periods of one length are equally far apart or nearly so. */
static void inset_columns(const struct plot *plot, struct multiples *multiples, struct scale *scale)
{
    double pitch = (scale->to - scale->from) / (double)plot->model->n_periods;

    multiples->column = fmin(column_share * pitch, widest_column * plot->pen.em);
    scale->from += pitch / 2;
    scale->to -= pitch / 2;
}

static bool place_periods(struct plot *plot, struct multiples *multiples)
{
    const struct model *model = plot->model;

    for (size_t i = 0; i < multiples->n; i++) {
        struct panel *panel = &multiples->panels[i];
        double left = multiples_left(plot, multiples, panel->column);
        struct scale scale = { .type = &linear_scale,
                               .low = period_middle(model->periods[0]),
                               .high = period_middle(model->periods[model->n_periods - 1]),
                               .from = left + 0.4 * plot->pen.em,
                               .to = left + multiples->width - multiples->values };
        if (multiples->has_columns)
            inset_columns(plot, multiples, &scale);
        panel->x = arena_array(plot->pen.arena, double, model->n_periods);
        if (panel->x == NULL)
            return false;
        for (size_t k = 0; k < model->n_periods; k++)
            panel->x[k] = scale_position(&scale, period_middle(model->periods[k]));
    }
    return true;
}

/* The names of periods keep clear of those of the next column. */
static bool measure_periods(struct plot *plot, struct multiples *multiples)
{
    size_t n = plot->model->n_periods;
    double beside = 0.4 * PANEL_GAP * plot->pen.em;

    multiples->period_axes = arena_array(plot->pen.arena, struct period_axis, multiples->columns);
    plot->foot = 0;
    for (size_t c = 0; c < multiples->columns; c++) {
        struct period_slot *slots = arena_array(plot->pen.arena, struct period_slot, n);
        double left = multiples_left(plot, multiples, c);
        if (multiples->period_axes == NULL || slots == NULL)
            return false;
        for (size_t k = 0; k < n; k++)
            slots[k] = (struct period_slot){ .period = plot->model->periods[k],
                                             .center = multiples->panels[c].x[k],
                                             .left = fmax(left - beside, 0),
                                             .right = fmin(left + multiples->width + beside,
                                                           plot->width) };
        period_axis_measure(plot, &multiples->period_axes[c], slots, n, !multiples->has_columns);
        plot->foot = fmax(plot->foot, period_axis_height(plot, &multiples->period_axes[c]));
    }
    return true;
}

/* How many pitches the sign of a confidential figure may take: nothing else stands there. */
static const double widest_sign = 1.5;

struct text_line *multiples_sign(const struct plot *plot, const struct multiples *multiples,
                                 size_t series, size_t period)
{
    const struct model *model = plot->model;
    const struct figure *figure = &model->series[series].figures[period];
    const double *x = multiples->panels[series].x;
    double pitch = model->n_periods > 1 ? x[1] - x[0] : multiples->width;
    bool is_secret = isnan(figure->value) && (figure->flags & 1U << FLAG_CONFIDENTIAL) != 0;
    bool is_labelled = (series == multiples->max_series && period == multiples->max_period) ||
                       period == model_last(model, &model->series[series]);
    bool is_empty = multiples->has_columns && figure->value == 0;
    struct text_style style = plot->pen.theme->label;

    if (!is_secret && (!is_empty || is_labelled))
        return NULL;
    style.color = theme_word_color(plot->pen.theme, model->series[series].color);
    struct text_line *line = pen_label(&plot->pen,
                                       is_secret ? pen_blank(&plot->pen, figure)
                                                 : pen_amount(&plot->pen, model, figure, false),
                                       &style);
    return line_width(line) <= widest_sign * fabs(pitch) ? line : NULL;
}

static unsigned flags_shown(const struct plot *plot, const struct multiples *multiples)
{
    const struct model *model = plot->model;
    unsigned flags = 0;

    for (size_t i = 0; i < multiples->n; i++)
        if (multiples->panels[i].end.value != NULL)
            flags |= model->series[i].figures[model_last(model, &model->series[i])].flags;
    if (!multiples->has_columns)
        flags &= ~(1U << FLAG_BREAK);
    for (size_t i = 0; i < multiples->n; i++)
        for (size_t k = 0; k < model->n_periods; k++)
            if (multiples_sign(plot, multiples, i, k) != NULL)
                flags |= model->series[i].figures[k].flags & 1U << FLAG_CONFIDENTIAL;
    return flags;
}

static void add_legend(struct plot *plot, const struct multiples *multiples)
{
    legend_add_styles(plot->plan, multiples->has_columns ? SWATCH_BAR : SWATCH_LINE);
    if (!multiples->has_columns)
        legend_add_breaks(plot->plan, 0, multiples->n);
    legend_add_flags(plot->plan, flags_shown(plot, multiples));
}

/* Three lines or more tell the scale better than two. */
static bool is_better(const struct value_axis *axis, const struct value_axis *best)
{
    bool tells = axis->ticks.count >= 3, told = best->ticks.count >= 3;
    double range = axis->scale.high - axis->scale.low, least = best->scale.high - best->scale.low;

    return best->ticks.count == 0 || (tells != told ? tells : range < least * (1 - 1e-9));
}

/* Maximum share of the width that marks leave to the top label. */
static const double max_label_share = 0.2;

/* Of three to five lines as many as leave the least of the plot empty. In narrow plots the top line
 * lies above the marks, so that its label takes no width from the panels. */
static void measure_values(struct plot *plot, struct multiples *multiples, double height)
{
    struct value_axis *best = &multiples->value_axis;

    *best = (struct value_axis){ 0 };
    for (size_t lines = 3; lines <= 5; lines++) {
        struct value_axis axis;
        value_axis_measure_lines(plot, &axis, plot->extent, height, lines);
        if (lines == 3 || is_better(&axis, best))
            *best = axis;
    }
    size_t n = best->ticks.count;
    if (n < 2 || best->gutter < max_label_share * plot->width)
        return;
    double top = best->ticks.values[n - 1], step = top - best->ticks.values[n - 2];
    if (top < best->scale.high)
        value_axis_measure_lines(plot, best, (struct extent){ best->scale.low, top + step }, height,
                                 n + 1);
}

/* Names take up to three lines, as long as those of the data keep this height, in ems, and most of
 * their panels. */
static void fit_names(struct plot *plot, struct multiples *multiples, double plot_height)
{
    enum { MOST_LINES = 3 };
    const double enough = 4, most_share = 0.4;
    double em = plot->pen.em, height = multiples_height(plot, multiples, plot_height);

    for (size_t lines = 1; lines <= MOST_LINES; lines++) {
        double name = PANEL_NAME * em + (double)(lines - 1) * row_name_leading(plot);
        if (lines > 1 && (height - name < enough * em || name > most_share * height))
            return;
        multiples->name = name;
        measure_values(plot, multiples, lines_height(plot, multiples, plot_height));
        multiples->left = multiples->value_axis.gutter;
        multiples->width =
            (plot->width - multiples->left + PANEL_GAP * em) / (double)multiples->columns -
            PANEL_GAP * em;
        if (set_names(plot, multiples, lines))
            return;
    }
}

static void measure(struct plot *plot, double plot_height)
{
    struct multiples *multiples = arena_new(plot->pen.arena, struct multiples);
    size_t n = plot->model->n_series;

    plot->marks = NULL;
    if (multiples == NULL)
        return;
    multiples->n = n;
    multiples->has_columns = has_columns(plot);
    multiples->has_areas = has_areas(plot);
    multiples->panels = arena_array(plot->pen.arena, struct panel, n);
    if (multiples->panels == NULL)
        return;
    choose_grid(plot, multiples, plot_height);
    for (size_t i = 0; i < n; i++) {
        multiples->panels[i].row = i / multiples->columns;
        multiples->panels[i].column = i % multiples->columns;
    }
    fit_names(plot, multiples, plot_height);
    set_ends(plot, multiples);
    set_maximum(plot, multiples);
    if (!place_periods(plot, multiples) || !measure_periods(plot, multiples))
        return;
    add_legend(plot, multiples);
    plot->least =
        (multiples->name + (least_lines + PANEL_GAP) * plot->pen.em) * (double)multiples->rows -
        PANEL_GAP * plot->pen.em;
    plot->marks = multiples;
}

static struct extent extent(const struct plot *plot)
{
    return has_columns(plot) || has_areas(plot) ? model_extent_from_zero(plot->model)
                                                : lines_type.extent(plot);
}

static double min_height(const struct plot *plot)
{
    const struct multiples *multiples = plot->marks;

    return members_height(&rules, multiples->rows) * plot->pen.em;
}

const struct chart_type multiples_type = {
    .word = WORD_MULTIPLES,
    .takes_log = true,
    .takes_base = true,
    .members = &rules,
    .check = check,
    .reshape = reshape,
    .extent = extent,
    .measure = measure,
    .draw = multiples_draw,
    .min_height = min_height,
    .time_frames = multiples_time_frames,
    .speak = speech_say_series,
};
