/* number_lines.c - lines and dots of series that run over plain numbers (a price, a distance, a share) in
 * place of periods. Lines join figures in the order of the numbers; dots join nothing, and of very many
 * dots of one series squares say how many lie where. */
#include <math.h>
#include <string.h>

#include "chart/guides/axis_number.h"
#include "chart/guides/axis_value.h"
#include "chart/guides/line_ends.h"
#include "chart/guides/line_gaps.h"
#include "chart/marks.h"
#include "chart/plan.h"
#include "chart/scale/period.h"
#include "chart/types/density.h"
#include "chart/types/lines.h"
#include "chart/words/speech.h"
#include "chart/words/words.h"

struct number_lines {
    struct value_axis y;
    struct number_axis x;
    double *at;           /* one a number */
    struct places places; /* the same */
    struct line_ends ends;
    double left, right;
    double key_height; /* of squares, below the axis; 0: there is no key */
};

/* Of more dots than these each is smaller. */
enum { MANY_DOTS = 150 };
static const double near_zero = 0.25;

static bool joins(const struct plot *plot)
{
    return plot->type == &number_lines_type;
}

/* Of several series squares could not tell whose points they hold. */
static bool is_dense(const struct chart_plan *plan)
{
    return plan->type == &number_dots_type && plan->model->n_series == 1 &&
           plan->model->series[0].n_values > MOST_DOTS;
}

/* What all series run over, as their files call it; "": nobody says. */
static const char *name_of_x(const struct chart_plan *plan)
{
    const sheaf_chart *chart = plan->chart;
    const char *name = sheaf_series_x(chart->series[0]);

    for (size_t i = 1; i < chart->n_series; i++)
        if (strcmp(sheaf_series_x(chart->series[i]), name) != 0)
            return "";
    return capitalized(plan->pen.arena, name);
}

static void check(const struct plot *plot)
{
    if (joins(plot) && plot->model->n_periods == 1)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a line joins figures at two numbers or more, and there is only one; draw scatter");
}

/* From zero if that costs less than a quarter of the width: places need none. */
static struct extent extent_of_x(const struct plot *plot)
{
    const struct model *model = plot->model;
    double low = period_middle(model->periods[0]);
    double high = period_middle(model->periods[model->n_periods - 1]);

    return (struct extent){ low > 0 && low < near_zero * high ? 0 : low,
                            high < 0 && high > near_zero * low ? 0 : high };
}

static double dot_radius(const struct plot *plot)
{
    size_t dots = plot->model->n_series * plot->model->n_periods;

    return (dots > MANY_DOTS ? 0.25 : 0.4) * plot->pen.em;
}

/* False: the numbers have no room for their names. */
static bool place_across(const struct plot *plot, struct number_lines *lines)
{
    const struct model *model = plot->model;
    double inset = joins(plot) ? 0 : dot_radius(plot) + 0.1 * plot->pen.em;
    bool has_x = number_axis_measure(plot, &lines->x, &linear_scale, extent_of_x(plot),
                                     lines->left + inset, lines->right - inset);

    for (size_t i = 0; i < model->n_periods; i++)
        lines->at[i] = scale_position(&lines->x.scale, period_middle(model->periods[i]));
    return has_x;
}

/* Leaders of labels take width from the plot. taken: by the labels. */
static bool place_with_labels(const struct plot *plot, struct number_lines *lines,
                              double plot_height, double taken)
{
    struct scale scale = lines->y.scale;
    double for_leaders = 1.1 * plot->pen.em, half_a_number = 1.5 * plot->pen.em;

    scale.from = plot_height - lines->y.room_below;
    scale.to = lines->y.room_above;
    lines->right = plot->width - fmax(taken, half_a_number);
    bool has_x = place_across(plot, lines);
    if (line_ends_width(plot, &lines->ends) <= 0 ||
        !line_ends_lead(plot, &lines->ends, &scale, &lines->places, plot_height))
        return has_x;
    lines->ends.beside += for_leaders;
    lines->right = plot->width - fmax(taken + for_leaders, half_a_number);
    return place_across(plot, lines);
}

static void measure_across(struct plot *plot, struct number_lines *lines, double plot_height)
{
    bool shown = plot->plan->detail < DETAIL_NO_AXIS;
    double taken = 0;

    lines->left = lines->y.gutter + 0.5 * plot->pen.em;
    lines->ends.from = value_axis_top_width(plot, &lines->y);
    lines->x.is_tight = joins(plot);
    if (joins(plot))
        taken = lines_measure_ends(plot, &lines->ends, plot_height);
    else if (plot->model->n_series > 1)
        legend_add_series(plot->plan, 0, plot->model->n_series, SWATCH_DOT);
    plot->plan->figures_lost = !place_with_labels(plot, lines, plot_height, taken);
    if (shown)
        number_axis_set_head(plot, &lines->x, name_of_x(plot->plan));
    plot->foot = shown ? number_axis_height(plot) : 0;
    if (is_dense(plot->plan))
        lines->key_height = density_key_height(plot, plot_height);
    plot->foot += lines->key_height;
}

static void measure(struct plot *plot, double plot_height)
{
    const struct model *model = plot->model;
    struct number_lines *lines = arena_new(plot->pen.arena, struct number_lines);

    plot->marks = lines;
    if (lines == NULL)
        return;
    lines->at = arena_array(plot->pen.arena, double, model->n_periods);
    lines->places.x = lines->at;
    lines->ends.items = arena_array(plot->pen.arena, struct line_end, model->n_series);
    if (lines->at == NULL || lines->ends.items == NULL)
        return;
    value_axis_measure(plot, &lines->y, plot->extent, plot_height);
    measure_across(plot, lines, plot_height);
    if (!is_dense(plot->plan))
        legend_add_styles(plot->plan, joins(plot) ? SWATCH_LINE : SWATCH_DOT);
    if (joins(plot))
        legend_add_flags(plot->plan, lines_flags(model, &lines->ends));
}

/* Drawing */

static void draw_line(const struct plot *plot, const struct number_lines *lines,
                      struct scene *scene, const struct scale *scale, size_t index)
{
    plot_open_series(plot, scene, index);
    mark_line(plot, scene, scale, &plot->model->series[index], &lines->places, NULL);
    line_ends_draw(plot, &lines->ends, scene, index, scale, &lines->places);
    scene_close(scene);
}

static void draw_dots(const struct plot *plot, const struct number_lines *lines,
                      struct scene *scene, const struct scale *scale, size_t index)
{
    const struct model_series *series = &plot->model->series[index];
    double radius = dot_radius(plot);

    plot_open_series(plot, scene, index);
    for (size_t i = 0; i < plot->model->n_periods; i++) {
        const struct figure *figure = &series->figures[i];
        const struct point at = { lines->at[i], scale_position(scale, figure->value) };
        if (isnan(figure->value))
            continue;
        plot_note(plot, index, i,
                  (struct box){ at.x - radius, at.y - radius, at.x + radius, at.y + radius });
        plot_open_datum(plot, scene, index, i);
        mark_status_dot(&plot->pen, scene, at, radius, series->color, figure->drawn);
        scene_close(scene);
    }
    scene_close(scene);
}

/* Squares of a series' points; NULL: memory ran out. at: gets the points, where they have values. */
static struct density *count_points(const struct plot *plot, const struct number_lines *lines,
                                    struct point **at)
{
    const struct model *model = plot->model;
    struct scale y = value_axis_scale(plot, &lines->y);
    size_t n = 0;

    *at = arena_array(plot->pen.arena, struct point, model->n_periods);
    for (size_t i = 0; *at != NULL && i < model->n_periods; i++)
        if (!isnan(model->series[0].figures[i].value))
            (*at)[n++] = (struct point){ lines->at[i],
                                         scale_position(&y, model->series[0].figures[i].value) };
    return *at == NULL ? NULL
                       : density_make(plot, *at, n,
                                      (struct box){ lines->x.scale.from,
                                                    plot->box.top + lines->y.room_above,
                                                    lines->x.scale.to, plot->box.bottom });
}

static void draw_density(const struct plot *plot, const struct number_lines *lines,
                         struct scene *scene)
{
    struct point *at;
    struct density *density = count_points(plot, lines, &at);

    if (density == NULL)
        return;
    plot_open_series(plot, scene, 0);
    for (size_t i = 0, n = 0; i < plot->model->n_periods; i++)
        if (!isnan(plot->model->series[0].figures[i].value))
            plot_note(plot, 0, i, density_square(density, at[n++]));
    density_draw(plot, density, scene);
    struct scale y = value_axis_scale(plot, &lines->y);
    const struct density_axis axes[2] = { { .scale = &lines->x.scale }, { .scale = &y } };
    density_note(plot, density, axes);
    scene_close(scene);
    if (lines->key_height > 0)
        density_draw_key(plot, density, scene, lines->left,
                         plot->box.bottom + number_axis_height(plot));
}

/* The right end of the axes: that of the lines, where their names stand behind it. */
static double right_of_axes(const struct plot *plot, const struct number_lines *lines)
{
    bool labelled = lines->ends.n > 0 && line_end_width(plot, &lines->ends.items[0]) > 0;

    return labelled ? lines->at[plot->model->n_periods - 1] : plot->width;
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct number_lines *lines = plot->marks;
    struct scale scale = value_axis_scale(plot, &lines->y);
    double right = right_of_axes(plot, lines);

    if (joins(plot))
        line_ends_place(plot, &lines->ends, &scale, &lines->places);
    value_axis_draw_grid(plot, &lines->y, scene, plot->box.left, right);
    number_axis_draw_grid(plot, &lines->x, scene, plot->box.top + lines->y.room_above);
    value_axis_draw_zero(plot, &lines->y, scene, plot->box.left, right);
    value_axis_draw_labels(plot, &lines->y, scene);
    number_axis_draw_labels(plot, &lines->x, scene);
    for (size_t i = 0; joins(plot) && i < plot->model->n_series; i++)
        plot_note_line(plot, i, &lines->places, &scale);
    if (is_dense(plot->plan))
        draw_density(plot, lines, scene);
    for (size_t i = 0; i < plot->model->n_series && !is_dense(plot->plan); i++)
        (joins(plot) ? draw_line : draw_dots)(plot, lines, scene, &scale, i);
    if (joins(plot))
        line_gaps_draw(plot, scene, &lines->places, &scale, lines->ends.items, lines->ends.n);
}

static double min_height(const struct plot *plot)
{
    return fmax(9 * plot->pen.em, joins(plot) ? line_ends_least(plot) : 0);
}

/* Dots show places and no course: their axis begins as that of any scatter plot. */
static struct extent extent(const struct plot *plot)
{
    if (joins(plot) || plot->plan->chart->base != SHEAF_BASE_AUTO)
        return lines_extent(plot);
    return number_axis_extent(plot, plot->model->extent);
}

static const char *marks_words(const struct chart_plan *plan)
{
    return is_dense(plan) ? density_words(plan, WORD_NUMBER_OF_OBSERVATIONS) : "";
}

/* Extents, the densest square and the direction. */
static void speak_densely(struct speech *speech)
{
    const struct plot *plot = &speech->plan->plots[0];
    const struct number_lines *lines = plot->marks;
    const struct model *model = plot->model;
    struct scale scale = value_axis_scale(plot, &lines->y);
    struct point *at;
    struct density *density = count_points(plot, lines, &at);
    double *x = arena_array(plot->pen.arena, double, model->n_periods);
    double *y = arena_array(plot->pen.arena, double, model->n_periods);
    size_t n = 0;

    if (density == NULL || x == NULL || y == NULL) {
        speech_say(speech, NULL);
        return;
    }
    for (size_t i = 0; i < model->n_periods; i++) {
        x[n] = period_middle(model->periods[i]);
        y[n] = model->series[0].figures[i].value;
        n += isnan(y[n]) ? 0 : 1;
    }
    const struct density_axis axes[2] = {
        { name_of_x(speech->plan), &lines->x.scale, { x[0], x[n - 1] } },
        { model->series[0].label, &scale, model->extent }
    };
    density_speak(speech, density, axes, WORD_NUMBER_OF_OBSERVATIONS);
    density_say_pairs(speech, x, y, n);
}

static void speak(struct speech *speech)
{
    struct chart_plan *plan = speech->plan;

    if (is_dense(plan)) {
        speak_densely(speech);
        return;
    }
    const struct blank blank = { "x", name_of_x(plan) };

    if (blank.text == NULL || blank.text[0] != '\0')
        speech_say(speech, blank.text == NULL ? NULL
                                              : format_phrase(plan->pen.text, plan->pen.arena,
                                                              PHRASE_OVER, &blank, 1));
    speech_say_series(speech);
}

const struct chart_type number_lines_type = {
    .word = WORD_LINE_CHART,
    .takes_log = true,
    .max_series = 40, /* most in grey */
    .takes_base = true,
    .check = check,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .marks_words = marks_words,
    .speak = speak,
};

const struct chart_type number_dots_type = {
    .word = WORD_SCATTER,
    .takes_log = true,
    .tells_by_color = true,
    .takes_base = true,
    .check = check,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .marks_words = marks_words,
    .speak = speak,
};
