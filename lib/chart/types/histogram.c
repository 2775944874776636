/* histogram.c - how figures are spread: bars that touch, each as tall as there are figures between
 * its ends.
 *
 * Bins are 1, 2 or 5 * 10^k wide, so that their ends are round, and as narrow as makes no more than
 * 1.5 times the square root of the number of figures, at least 4 and at most 20. A figure on an end belongs to the bin above. */
#include <math.h>
#include <string.h>

#include "chart/guides/axis_value.h"
#include "chart/marks.h"
#include "chart/types/spread.h"
#include "chart/words/names.h"
#include "chart/words/speech.h"
#include "text/format.h"

enum { LEAST_FIGURES = 8, MOST_BINS = 20 };

struct histogram {
    struct spread spread;
    struct scale scale; /* of figures; from and to by the box */
    double first;       /* the lowest end, in steps */
    size_t bins;
    size_t *counts; /* one a bin */
    struct value_axis axis;
    struct text_line **ends;     /* the names of the ends of bins; NULL: not named */
    struct text_line *head;      /* of the axis: what is counted */
    struct model counted;        /* a number without a unit */
    double left, right, end_row; /* end_row: height of the names below */
};

static bool pools_periods(const struct model *model)
{
    return model->n_series == 1;
}

static void check(const struct plot *plot)
{
    const struct model *model = plot->model;

    if (model->n_periods > 1 && model->n_series > 1)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a histogram counts the figures of one period or of one series, and there are %zu "
             "series in %zu periods; choose one period, or draw boxes",
             model->n_series, model->n_periods);
    else if (model->n_values < LEAST_FIGURES)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a histogram needs %d figures or more, and there are %zu; draw dots or a ranking, "
             "which show each",
             LEAST_FIGURES, model->n_values);
}

static double bin_end(const struct histogram *histogram, size_t index)
{
    struct scale_step step = histogram->scale.step;

    return (histogram->first + (double)index) * step.multiple / step.divisor;
}

static double steps(const struct histogram *histogram, double value)
{
    struct scale_step step = histogram->scale.step;

    return value * step.divisor / step.multiple;
}

/* Chooses the width of the bins by the ticks of an axis with as many. */
static void set_bins(const struct plot *plot, struct histogram *histogram)
{
    struct extent extent = plot->model->extent;
    size_t most = (size_t)ceil(1.5 * sqrt((double)histogram->spread.n)) + 1;

    most = most < 5 ? 5 : most > MOST_BINS ? MOST_BINS : most;
    histogram->scale = (struct scale){ .type = &linear_scale, extent.low, extent.high };
    scale_nice(&histogram->scale, most);
    if (histogram->scale.step.multiple == 0)
        histogram->scale.step = (struct scale_step){ 1, 1, 0 };
    histogram->first = floor(steps(histogram, extent.low) + 1e-9);
    histogram->bins = (size_t)(floor(steps(histogram, extent.high) + 1e-9) - histogram->first) + 1;
    histogram->scale.low = bin_end(histogram, 0);
    histogram->scale.high = bin_end(histogram, histogram->bins);
}

static size_t bin_of(const struct histogram *histogram, double value)
{
    double bin = floor(steps(histogram, value) + 1e-9) - histogram->first;

    return bin < 0 ? 0 : bin < (double)histogram->bins ? (size_t)bin : histogram->bins - 1;
}

static size_t tallest(const struct histogram *histogram)
{
    size_t most = 0;

    for (size_t i = 0; i < histogram->bins; i++)
        most = histogram->counts[i] > most ? histogram->counts[i] : most;
    return most;
}

static bool count(const struct plot *plot, struct histogram *histogram)
{
    histogram->spread = spread_take(plot, 0, plot->model->n_series, 0, plot->model->n_periods);
    if (histogram->spread.figures == NULL)
        return false;
    set_bins(plot, histogram);
    histogram->counts = arena_array(plot->pen.arena, size_t, histogram->bins);
    for (size_t i = 0; histogram->counts != NULL && i < histogram->spread.n; i++)
        histogram->counts[bin_of(histogram, histogram->spread.figures[i].value)]++;
    return histogram->counts != NULL;
}

/* The axis counts, whatever unit the figures have. */
static void measure_axis(struct plot *plot, struct histogram *histogram, double plot_height)
{
    struct plot counting = *plot;
    size_t most = tallest(histogram);

    histogram->counted = *plot->model;
    histogram->counted.unit = "";
    histogram->counted.multiplier = 0;
    counting.model = &histogram->counted;
    value_axis_measure_lines(&counting, &histogram->axis, (struct extent){ 0, (double)most },
                             plot_height, most + 1);
    if (plot->plan->detail >= DETAIL_NO_AXIS)
        return;
    histogram->head = pen_label(&plot->pen, format_word(plot->pen.text, names_counted(plot->model)),
                                &plot->pen.theme->label);
    histogram->axis.room_above += plot->pen.theme->label.leading;
}

static double end_x(const struct histogram *histogram, size_t index)
{
    double share = (double)index / (double)histogram->bins;

    return histogram->left + share * (histogram->right - histogram->left);
}

static const char *end_text(const struct plot *plot, const struct histogram *histogram,
                            size_t index, bool with_unit)
{
    double value = bin_end(histogram, index);
    int decimals = scale_decimals(&histogram->scale, value);

    return with_unit ? format_amount(plot->pen.text, plot->pen.arena, value, plot->model->unit,
                                     plot->model->multiplier, decimals)
                     : format_number(plot->pen.text, plot->pen.arena, value, decimals);
}

/* Whether the name of an end lies within the page. */
static bool lies_within(const struct plot *plot, const struct histogram *histogram, size_t index)
{
    double half = line_width(histogram->ends[index]) / 2, x = end_x(histogram, index);

    return x - half >= 0 && x + half <= plot->width;
}

/* A sign stands at the last end whatever the subtitle says, as at the top of other axes; of words once is enough. */
static bool tells_unit(const struct plot *plot)
{
    return !plot->plan->unit_said || strcmp(plot->model->unit, "%") == 0;
}

/* Names every end, or every second, fifth …, so that none touch; the last tells the unit, unless
 * the subtitle does. */
static void set_ends(struct plot *plot, struct histogram *histogram)
{
    static const size_t apart[] = { 1, 2, 5, 10, MOST_BINS };
    double widest = 0, pitch = (histogram->right - histogram->left) / (double)histogram->bins;
    size_t step = 0;

    histogram->ends = arena_array(plot->pen.arena, struct text_line *, histogram->bins + 1);
    if (histogram->ends == NULL || plot->plan->detail >= DETAIL_NO_AXIS)
        return;
    for (size_t i = 0; i <= histogram->bins; i++) {
        bool with_unit = i == histogram->bins && tells_unit(plot);
        histogram->ends[i] =
            pen_label(&plot->pen, end_text(plot, histogram, i, with_unit), &plot->pen.theme->label);
        widest = fmax(widest, line_width(histogram->ends[i]));
    }
    while (apart[step] < MOST_BINS && (double)apart[step] * pitch < widest + 0.8 * plot->pen.em)
        step++;
    size_t named = 0;
    for (size_t i = 0; i <= histogram->bins; i++) {
        if ((histogram->bins - i) % apart[step] != 0 || !lies_within(plot, histogram, i))
            histogram->ends[i] = NULL;
        named += histogram->ends[i] != NULL;
    }
    plot->plan->figures_lost = named < 2; /* one end tells no width */
    histogram->end_row = plot->pen.theme->label.leading + 0.3 * plot->pen.em;
}

static void measure(struct plot *plot, double plot_height)
{
    struct histogram *histogram = arena_new(plot->pen.arena, struct histogram);

    plot->marks = NULL;
    if (histogram == NULL || !count(plot, histogram))
        return;
    measure_axis(plot, histogram, plot_height);
    histogram->left = histogram->axis.gutter;
    struct text_line *last =
        pen_label(&plot->pen, end_text(plot, histogram, histogram->bins, tells_unit(plot)),
                  &plot->pen.theme->label);
    histogram->right = plot->width - fmin(line_width(last) / 2, plot->width / 4);
    set_ends(plot, histogram);
    plot->foot = histogram->end_row;
    plot_note_words(plot, histogram->ends != NULL && histogram->ends[histogram->bins] != NULL);
    plot->marks = histogram->ends != NULL ? histogram : NULL;
}

/* Drawing */

static struct color bar_color(const struct plot *plot)
{
    return plot->model->n_series == 1 ? plot->model->series[0].color
                                      : theme_flow_color(plot->pen.theme, plot->model->flow, 0);
}

static void draw_bins(const struct plot *plot, const struct histogram *histogram,
                      struct scene *scene)
{
    struct scale scale = value_axis_scale(plot, &histogram->axis);
    double half = mark_gap(&plot->pen) / 2, foot = scale_position(&scale, 0);

    for (size_t i = 0; i < histogram->bins; i++) {
        struct box box = { pen_snap(&plot->pen, end_x(histogram, i) - half) + 2 * half,
                           scale_position(&scale, (double)histogram->counts[i]),
                           pen_snap(&plot->pen, end_x(histogram, i + 1) - half), foot };
        mark_bar(&plot->pen, scene, box, bar_color(plot), FIGURE_SOLID, SIDE_BOTTOM);
    }
}

/* Every figure lies somewhere in the bar of its bin. */
static void note_figures(const struct plot *plot, const struct histogram *histogram)
{
    struct scale scale = value_axis_scale(plot, &histogram->axis);

    for (size_t i = 0; i < histogram->spread.n; i++) {
        const struct sampled *one = &histogram->spread.figures[i];
        size_t bin = bin_of(histogram, one->value);
        plot_note(plot, one->series, one->period,
                  (struct box){ end_x(histogram, bin),
                                scale_position(&scale, (double)histogram->counts[bin]),
                                end_x(histogram, bin + 1), scale_position(&scale, 0) });
    }
}

static void draw_ends(const struct plot *plot, const struct histogram *histogram,
                      struct scene *scene)
{
    double y = plot->box.bottom + histogram->end_row - plot->pen.theme->label.leading / 2;

    scene_open_role(scene, ROLE_AXIS_X);
    for (size_t i = 0; i <= histogram->bins; i++)
        if (histogram->ends[i] != NULL)
            line_draw_centered(scene, histogram->ends[i], end_x(histogram, i), y, ALIGN_CENTER);
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct histogram *histogram = plot->marks;

    value_axis_draw_grid(plot, &histogram->axis, scene, plot->box.left, histogram->right);
    draw_bins(plot, histogram, scene);
    note_figures(plot, histogram);
    value_axis_draw_zero(plot, &histogram->axis, scene, plot->box.left, histogram->right);
    value_axis_draw_labels(plot, &histogram->axis, scene);
    scene_open_role(scene, ROLE_AXIS_Y);
    line_draw_centered(scene, histogram->head, plot->box.left, plot->box.top + 0.4 * plot->pen.em,
                       ALIGN_LEFT);
    scene_close(scene);
    draw_ends(plot, histogram, scene);
}

static double min_height(const struct plot *plot)
{
    return 9 * plot->pen.em;
}

/* "Number of partners – 0 to 5: 12; 5 to 10: 3." */
static void speak(struct speech *speech)
{
    const struct plot *plot = &speech->plan->plots[0];
    const struct histogram *histogram = plot->marks;
    const char *words = NULL;

    size_t i = 0;
    for (; i < histogram->bins && speech_has_room(speech, words); i++) {
        const struct blank ends[] = { { "low", end_text(plot, histogram, i, false) },
                                      { "high", end_text(plot, histogram, i + 1, false) } };
        const struct blank blanks[] = {
            { "period", format_phrase(plot->pen.text, plot->pen.arena, PHRASE_BETWEEN, ends, 2) },
            { "amount",
              format_number(plot->pen.text, plot->pen.arena, (double)histogram->counts[i], 0) }
        };
        words =
            speech_list(speech, words,
                        format_phrase(plot->pen.text, plot->pen.arena, PHRASE_FIGURE, blanks, 2));
    }
    words = speech_list_more(speech, words, histogram->bins - i);
    const struct blank blanks[] = {
        { "series", format_word(plot->pen.text, names_counted(plot->model)) }, { "figures", words }
    };
    speech_say(speech, format_phrase(plot->pen.text, plot->pen.arena, PHRASE_SERIES, blanks, 2));
}

const struct chart_type histogram_type = {
    .word = WORD_HISTOGRAM,
    .subtitle_tells_period = true,
    .shows_spread = true,
    .pools_periods = pools_periods,
    .check = check,
    .gather = spread_gather,
    .keeps_series = true,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = speak,
};
