/* box.c - how figures are spread, side by side: a box from the lower to the upper quartile, an ink
 * line at the median, whiskers to the farthest figures within 1.5 heights of the box, a dot for each
 * beyond.
 *
 * Of five series or more a box is a period, over its series; of fewer a box is a series, over its
 * periods. Quartiles lie between two figures in proportion. */
#include <math.h>

#include "chart/guides/axis_period.h"
#include "chart/guides/axis_value.h"
#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/types/spread.h"
#include "chart/words/speech.h"
#include "text/format.h"

enum { LEAST_FIGURES = 5, MOST_BOXES = 24, MOST_NAMED = 3 /* a box */ };
/* Share of the pitch that a box takes; of its colour in its area. */
static const double box_share = 0.5, box_strength = 0.3;
static const double reach = 1.5; /* of whiskers, in heights of the box */

struct box_mark {
    struct spread spread;
    double lowest, lower, median, upper, highest; /* lowest, highest: of the whiskers */
    double x;
    const char *label;
    struct text_line *name; /* of a series, below it */
    struct color color;
};

struct boxes {
    struct box_mark *boxes;
    size_t n;
    bool are_periods;
    struct value_axis value_axis;
    struct period_axis period_axis;
    struct text_line *last; /* the last median */
    double left, right, pitch;
};

static bool are_periods(const struct model *model)
{
    return model->n_series >= LEAST_FIGURES;
}

static bool pools_periods(const struct model *model)
{
    return !are_periods(model);
}

static void check(const struct plot *plot)
{
    const struct model *model = plot->model;
    size_t boxes = are_periods(model) ? model->n_periods : model->n_series;

    if (!are_periods(model) && model->n_periods < LEAST_FIGURES)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a box shows the spread of five figures or more, of five series in a period or of "
             "five periods of a series; draw dots or bars");
    else if (boxes > MOST_BOXES)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "%zu boxes would be too thin; choose %d periods or fewer", boxes, MOST_BOXES);
    else if (model->n_kinds > 1)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "boxes compare periods of one length, not parts of years with years; choose the "
             "periods");
}

static bool is_beyond(const struct box_mark *box, double value)
{
    return value < box->lowest || value > box->highest;
}

static void set_quartiles(struct box_mark *box)
{
    const struct spread *spread = &box->spread;

    box->lower = spread_quantile(spread, 0.25);
    box->median = spread_quantile(spread, 0.5);
    box->upper = spread_quantile(spread, 0.75);
    double room = reach * (box->upper - box->lower);
    box->lowest = box->lower;
    box->highest = box->upper;
    for (size_t i = 0; i < spread->n; i++) {
        double value = spread->figures[i].value;
        if (value >= box->lower - room)
            box->lowest = fmin(box->lowest, value);
        if (value <= box->upper + room)
            box->highest = fmax(box->highest, value);
    }
}

static struct box_mark box_of(const struct plot *plot, const struct boxes *boxes, size_t index)
{
    const struct model *model = plot->model;
    const struct model_series *series = boxes->are_periods ? NULL : &model->series[index];

    return (struct box_mark){
        .spread = series == NULL ? spread_take(plot, 0, model->n_series, index, index + 1)
                                 : spread_take(plot, index, index + 1, 0, model->n_periods),
        .label = series == NULL ? plot_period_name(plot, model->periods[index]) : series->label,
        .color = series == NULL ? theme_flow_color(plot->pen.theme, model->flow, 0) : series->color,
    };
}

static bool open_boxes(const struct plot *plot, struct boxes *boxes)
{
    boxes->are_periods = are_periods(plot->model);
    boxes->n = boxes->are_periods ? plot->model->n_periods : plot->model->n_series;
    boxes->boxes = arena_array(plot->pen.arena, struct box_mark, boxes->n);
    for (size_t i = 0; boxes->boxes != NULL && i < boxes->n; i++) {
        boxes->boxes[i] = box_of(plot, boxes, i);
        if (boxes->boxes[i].spread.figures == NULL || boxes->boxes[i].label == NULL)
            return false;
        if (boxes->boxes[i].spread.n > 0)
            set_quartiles(&boxes->boxes[i]);
    }
    return boxes->boxes != NULL;
}

/* A median lies between figures, so it is written with their digits. */
static const char *value_words(const struct plot *plot, const struct box_mark *box, double value)
{
    const struct sampled *near = &box->spread.figures[box->spread.n / 2];
    struct figure figure = plot->model->series[near->series].figures[near->period];

    figure.value = figure.low = figure.high = value;
    figure.is_about = false;
    return pen_spoken(&plot->pen, plot->model, &figure, false);
}

static void set_last_median(const struct plot *plot, struct boxes *boxes)
{
    const struct box_mark *last = &boxes->boxes[boxes->n - 1];
    struct text_style style = plot->pen.theme->label_strong;

    style.color = plot->pen.theme->ink;
    boxes->last = NULL;
    if (last->spread.n > 0 && plot->plan->detail < DETAIL_NO_AXIS)
        boxes->last = pen_label(&plot->pen, value_words(plot, last, last->median), &style);
}

static void place_boxes(struct boxes *boxes)
{
    boxes->pitch = (boxes->right - boxes->left) / (double)boxes->n;
    for (size_t i = 0; i < boxes->n; i++)
        boxes->boxes[i].x = boxes->left + ((double)i + 0.5) * boxes->pitch;
}

static void measure_periods(struct plot *plot, struct boxes *boxes)
{
    struct period_slot *slots = arena_array(plot->pen.arena, struct period_slot, boxes->n);

    for (size_t i = 0; slots != NULL && i < boxes->n; i++)
        slots[i] = (struct period_slot){ .period = plot->model->periods[i],
                                         .center = boxes->boxes[i].x,
                                         .left = 0,
                                         .right = plot->width };
    if (slots != NULL)
        period_axis_measure(plot, &boxes->period_axis, slots, boxes->n, false);
    plot->foot = period_axis_height(plot, &boxes->period_axis);
}

/* Names of series below their boxes or, where one has no room, all in the legend. */
static void set_names(struct plot *plot, struct boxes *boxes)
{
    bool fit = plot->plan->detail < DETAIL_NO_AXIS;

    for (size_t i = 0; i < boxes->n; i++) {
        struct box_mark *box = &boxes->boxes[i];
        box->name = pen_label(&plot->pen, box->label, &plot->pen.theme->label);
        fit = fit && line_width(box->name) + 0.6 * plot->pen.em <= boxes->pitch;
    }
    for (size_t i = 0; !fit && i < boxes->n; i++)
        boxes->boxes[i].name = NULL;
    if (!fit)
        legend_add_series(plot->plan, 0, plot->model->n_series, SWATCH_BAR);
    plot->foot = fit ? plot->pen.theme->label.leading + 0.3 * plot->pen.em : 0;
}

static size_t count_beyond(const struct box_mark *box)
{
    size_t n = 0;

    for (size_t i = 0; i < box->spread.n; i++)
        n += is_beyond(box, box->spread.figures[i].value);
    return n;
}

static void measure(struct plot *plot, double plot_height)
{
    struct boxes *boxes = arena_new(plot->pen.arena, struct boxes);

    plot->marks = NULL;
    if (boxes == NULL || !open_boxes(plot, boxes))
        return;
    value_axis_measure(plot, &boxes->value_axis, plot->extent, plot_height);
    set_last_median(plot, boxes);
    boxes->left = boxes->value_axis.gutter;
    boxes->right = plot->width;
    place_boxes(boxes);
    /* The last median stands right of its box. */
    double beside = line_width(boxes->last) + 0.5 * plot->pen.em;
    double room = (1 - box_share) / 2 * boxes->pitch;
    if (boxes->last != NULL && beside > room)
        boxes->right -= beside - room;
    place_boxes(boxes);
    if (boxes->are_periods)
        measure_periods(plot, boxes);
    else
        set_names(plot, boxes);
    plot->plan->period_lost = plot->plan->period_wanted && !plot->plan->period_said;
    legend_add(plot->plan, format_word(plot->pen.text, WORD_MEDIAN), SWATCH_LINE,
               plot->pen.theme->ink, FIGURE_SOLID);
    plot->marks = boxes;
}

/* Drawing */

static void draw_box(const struct plot *plot, const struct boxes *boxes, struct scene *scene,
                     const struct scale *scale, const struct box_mark *box)
{
    double half = box_share / 2 * fmin(boxes->pitch, 9 * plot->pen.em);
    double top = scale_position(scale, box->upper), bottom = scale_position(scale, box->lower);
    double median = scale_position(scale, box->median), ink = 1.6 * plot->pen.theme->zero_width;

    mark_whisker(&plot->pen, scene, box->x, scale_position(scale, box->lowest),
                 scale_position(scale, box->highest), box->color);
    scene_rectangle(scene, box->x - half, top, 2 * half, bottom - top);
    scene_fill(scene, theme_tint(plot->pen.theme, box->color, box_strength));
    scene_rectangle(scene, box->x - half, median - ink / 2, 2 * half, ink);
    scene_fill(scene, plot->pen.theme->ink);
}

static double outlier_radius(const struct plot *plot)
{
    return 0.75 * plot->pen.theme->end_dot;
}

/* Room for a name right of a dot: to the next box that has a figure or a name at that height. */
static double outlier_room(const struct plot *plot, const struct boxes *boxes,
                           const struct scale *scale, const struct box_mark *box, double y)
{
    double start = box->x + outlier_radius(plot) + 0.4 * plot->pen.em, beside = plot->pen.em;
    double half = box_share / 2 * fmin(boxes->pitch, 9 * plot->pen.em);

    for (const struct box_mark *next = box + 1; next < boxes->boxes + boxes->n; next++) {
        const struct spread *spread = &next->spread;
        if (spread->n > 0 &&
            y > scale_position(scale, spread->figures[spread->n - 1].value) - beside &&
            y < scale_position(scale, spread->figures[0].value) + beside)
            return next->x - half - 0.4 * plot->pen.em - start;
    }
    return plot->width - start;
}

/* What a dot beyond the whiskers is: the series or, of a box of one series, the period. In words or
 * not at all: a code beside names would have to be looked up. */
static struct text_line *outlier_name(const struct plot *plot, const struct boxes *boxes,
                                      const struct sampled *figure, double room)
{
    struct text_line *line = pen_label(
        &plot->pen,
        boxes->are_periods ? plot->model->series[figure->series].label
                           : pen_period_text(&plot->pen, plot->model->periods[figure->period]),
        &plot->pen.theme->label);

    return line_width(line) <= room ? line : NULL;
}

/* From the lowest up; a name that would touch the one before is left out. */
static void draw_outliers(const struct plot *plot, const struct boxes *boxes, struct scene *scene,
                          const struct scale *scale, const struct box_mark *box)
{
    double last = INFINITY, radius = outlier_radius(plot);
    bool are_named = count_beyond(box) <= MOST_NAMED;

    for (size_t i = 0; i < box->spread.n; i++) {
        const struct sampled *one = &box->spread.figures[i];
        double y = scale_position(scale, one->value);
        if (!is_beyond(box, one->value))
            continue;
        plot_open_datum(plot, scene, one->series, one->period);
        scene_circle(scene, box->x, y, radius);
        scene_fill(scene, box->color);
        struct text_line *name =
            are_named ? outlier_name(plot, boxes, one, outlier_room(plot, boxes, scale, box, y))
                      : NULL;
        if (name != NULL && last - y >= plot->pen.theme->label.leading &&
            y - 0.5 * plot->pen.em >= plot->box.top) {
            scene_open_role(scene, ROLE_DATUM_LABEL);
            line_draw_centered(scene, name, box->x + radius + 0.4 * plot->pen.em, y, ALIGN_LEFT);
            scene_close(scene);
            last = y;
        }
        scene_close(scene);
    }
}

static void note_figures(const struct plot *plot, const struct boxes *boxes,
                         const struct scale *scale, const struct box_mark *box)
{
    double half = box_share / 2 * boxes->pitch, radius = outlier_radius(plot);

    for (size_t i = 0; i < box->spread.n; i++) {
        const struct sampled *one = &box->spread.figures[i];
        double y = scale_position(scale, one->value);
        plot_note(plot, one->series, one->period,
                  (struct box){ box->x - half, y - radius, box->x + half, y + radius });
    }
}

static void draw_words(const struct plot *plot, const struct boxes *boxes, struct scene *scene,
                       const struct scale *scale)
{
    const struct box_mark *last = &boxes->boxes[boxes->n - 1];
    double half = box_share / 2 * fmin(boxes->pitch, 9 * plot->pen.em);
    double y = plot->box.bottom + 0.3 * plot->pen.em + plot->pen.theme->label.leading / 2;

    if (boxes->are_periods)
        period_axis_draw(plot, &boxes->period_axis, scene, plot->box.bottom);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    for (size_t i = 0; i < boxes->n; i++)
        line_draw_centered(scene, boxes->boxes[i].name, boxes->boxes[i].x, y, ALIGN_CENTER);
    if (boxes->last != NULL) {
        double left = last->x + half + 0.5 * plot->pen.em,
               middle = scale_position(scale, last->median);
        scene_rectangle(scene, left - 0.2 * plot->pen.em, middle - 0.6 * plot->pen.em,
                        boxes->last->width + 0.4 * plot->pen.em, 1.2 * plot->pen.em);
        scene_fill(scene, plot->pen.theme->paper);
        line_draw_centered(scene, boxes->last, left, middle, ALIGN_LEFT);
    }
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct boxes *boxes = plot->marks;
    struct scale scale = value_axis_scale(plot, &boxes->value_axis);
    double right = boxes->right;

    value_axis_draw_grid(plot, &boxes->value_axis, scene, plot->box.left, right);
    value_axis_draw_zero(plot, &boxes->value_axis, scene, plot->box.left, right);
    value_axis_draw_labels(plot, &boxes->value_axis, scene);
    for (size_t i = 0; i < boxes->n; i++) {
        const struct box_mark *box = &boxes->boxes[i];
        if (box->spread.n == 0)
            continue;
        draw_box(plot, boxes, scene, &scale, box);
        draw_outliers(plot, boxes, scene, &scale, box);
        note_figures(plot, boxes, &scale, box);
    }
    draw_words(plot, boxes, scene, &scale);
}

/* For references: boxes are spreads, and few of them stand at a period. */
static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    const struct boxes *boxes = plot->marks;
    struct time_frame *frame = time_frame_new(plot, *n = 1);

    if (frame == NULL)
        return NULL;
    frame->values = value_axis_scale(plot, &boxes->value_axis);
    frame->box = (struct box){ boxes->left, plot->box.top, boxes->right, plot->box.bottom };
    frame->is_timeless = true;
    return frame;
}

static struct extent extent(const struct plot *plot)
{
    return lines_type.extent(plot);
}

static double min_height(const struct plot *plot)
{
    return 9 * plot->pen.em;
}

/* "2023 – median 5, middle half 3 to 8, lowest 1, highest 30." */
static void speak(struct speech *speech)
{
    const struct plot *plot = &speech->plan->plots[0];
    const struct boxes *boxes = plot->marks;

    size_t i = 0;
    for (; i < boxes->n && speech_has_room(speech, NULL); i++) {
        const struct box_mark *box = &boxes->boxes[i];
        const struct spread *spread = &box->spread;
        if (spread->n == 0)
            continue;
        const struct blank figures[] = {
            { "median", value_words(plot, box, box->median) },
            { "lower", value_words(plot, box, box->lower) },
            { "upper", value_words(plot, box, box->upper) },
            { "lowest", value_words(plot, box, spread->figures[0].value) },
            { "highest", value_words(plot, box, spread->figures[spread->n - 1].value) },
        };
        const struct blank blanks[] = { { "series", box->label },
                                        { "figures", format_phrase(plot->pen.text, plot->pen.arena,
                                                                   PHRASE_SPREAD, figures, 5) } };
        speech_say(speech,
                   format_phrase(plot->pen.text, plot->pen.arena, PHRASE_SERIES, blanks, 2));
    }
    speech_say_more(speech, boxes->n - i);
}

const struct chart_type box_type = {
    .word = WORD_BOXES,
    .takes_base = true,
    .shows_spread = true,
    .pools_periods = pools_periods,
    .check = check,
    .gather = spread_gather,
    .keeps_series = true,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .speak = speak,
};
