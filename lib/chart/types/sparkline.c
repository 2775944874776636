/* sparkline.c - the course of a few series in a word's room, without axes: a row each, with its last
 * figure and, of several, its name. As a line, or as bars from zero (spark-bars). */
#include <math.h>

#include "chart/across.h"
#include "chart/guides/row_name.h"
#include "chart/plan.h"
#include "chart/scale/period.h"
#include "chart/spark.h"
#include "chart/words/speech.h"

struct row {
    size_t series;
    struct row_name name;
    struct text_line *value; /* NULL: not said */
};

struct sparkline {
    struct row *rows;
    size_t n;
    double *at;         /* where the periods lie in time */
    double left, right; /* of the courses, between names and values */
    bool bars;
};

/* In ems: the least height of a row, the least width of a course, gaps. */
static const double min_row = 1.05, min_course = 4, gap_em = 0.5;
/* Largest share of the width for names, and for such as it would cut. */
static const double name_share = 0.4, long_name_share = 0.55;

bool sparkline_suits(const struct plot *plot)
{
    const struct model *model = plot->plan->collected;

    return model != NULL && model->n_periods > 1 && model->n_kinds == 1;
}

static void check(const struct plot *plot)
{
    const struct model *model = plot->model;

    if (model->n_periods == 1)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a sparkline shows a course over several periods, not %s alone; choose more periods, "
             "or draw a ranking",
             pen_period_text(&plot->pen, model->periods[0]));
    else if (model->n_kinds > 1)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a sparkline is of periods of one length; choose them, or draw bars");
}

/* A line needs no zero, bars do. */
static struct extent extent_of_line(const struct plot *plot)
{
    return plot->model->extent;
}

static struct extent extent_of_bars(const struct plot *plot)
{
    return model_extent_from_zero(plot->model);
}

static double gap(const struct plot *plot)
{
    return gap_em * plot->pen.em;
}

/* Of the last figure: a balance shows its sign. */
static struct color color_of(const struct model *model, const struct model_series *series)
{
    size_t last = model_last(model, series);

    return last < model->n_periods && series->figures[last].value < 0 ? series->below
                                                                      : series->color;
}

static void set_row(const struct plot *plot, struct row *row, double share, double height)
{
    const struct model_series *series = &plot->model->series[row->series];
    size_t last = model_last(plot->model, series);
    struct text_style plain = plot->pen.theme->label, strong = plot->pen.theme->label_strong;

    plain.color = plot->pen.theme->ink;
    strong.color = theme_word_color(plot->pen.theme, color_of(plot->model, series));
    row->value = NULL;
    row->name = (struct row_name){ .line = NULL };
    if (last < plot->model->n_periods)
        row->value =
            pen_label(&plot->pen,
                      pen_flagged(&plot->pen,
                                  pen_amount(&plot->pen, plot->model, &series->figures[last],
                                             !plot->plan->unit_said && row->series == 0),
                                  &series->figures[last]),
                      &strong);
    double leading;
    size_t lines = row_name_lines(plot, height, &leading);
    if (share > 0)
        row->name = row_name_set(plot, series->label, series->code, &plain, share * plot->width,
                                 lines, leading);
}

/* The widths that names and values take, with their gaps. */
static void measure_words(const struct plot *plot, const struct sparkline *lines, double *names,
                          double *values)
{
    *names = *values = 0;
    for (size_t i = 0; i < lines->n; i++) {
        if (lines->rows[i].name.width > 0)
            *names = fmax(*names, lines->rows[i].name.width + gap(plot));
        if (lines->rows[i].value != NULL)
            *values = fmax(*values, lines->rows[i].value->width + gap(plot));
    }
}

/* share: of the width, for names; 0: there are none. */
static void set_rows(const struct plot *plot, struct sparkline *lines, double share,
                     double plot_height)
{
    for (size_t i = 0; i < lines->n; i++)
        set_row(plot, &lines->rows[i], share, plot_height / (double)lines->n);
}

static bool names_are_short(const struct sparkline *lines)
{
    for (size_t i = 0; i < lines->n; i++)
        if (row_name_is_short(&lines->rows[i].name))
            return true;
    return false;
}

/* The name of one series is said above, or by what the picture stands in. Of several it is never
 * left out; values are, rather than the course. */
static void place_courses(const struct plot *plot, struct sparkline *lines, double plot_height)
{
    double names, values, least = min_course * plot->pen.em;

    if (lines->bars)
        least = fmax(least, spark_bars_width(plot->model->n_periods, plot->pen.em));
    set_rows(plot, lines, lines->n > 1 ? name_share : 0, plot_height);
    measure_words(plot, lines, &names, &values);
    if (names_are_short(lines)) {
        double room = plot->width - values - least - gap(plot);
        double share = fmin(long_name_share, room / plot->width);
        if (share > name_share)
            set_rows(plot, lines, share, plot_height);
        measure_words(plot, lines, &names, &values);
    }
    if (plot->width - names - values < least) {
        for (size_t i = 0; i < lines->n; i++)
            lines->rows[i].value = NULL;
        values = 0;
    }
    lines->left = across_is_mirrored(plot) ? 0 : names;
    lines->right = plot->width - values - (across_is_mirrored(plot) ? names : 0);
}

static void measure_as(struct plot *plot, bool bars, double plot_height)
{
    struct sparkline *lines = arena_new(plot->pen.arena, struct sparkline);
    const struct model *model = plot->model;

    plot->marks = NULL;
    plot->foot = 0;
    if (lines == NULL)
        return;
    *lines = (struct sparkline){ .n = model->n_series, .bars = bars };
    lines->rows = arena_array(plot->pen.arena, struct row, model->n_series);
    lines->at = arena_array(plot->pen.arena, double, model->n_periods);
    if (lines->rows == NULL || lines->at == NULL)
        return;
    for (size_t i = 0; i < model->n_periods; i++)
        lines->at[i] = period_middle(model->periods[i]);
    for (size_t i = 0; i < model->n_series; i++)
        lines->rows[i] = (struct row){ .series = i };
    place_courses(plot, lines, plot_height);
    plot->marks = lines;
    plot->least = (double)lines->n * min_row * plot->pen.em;
    double course = min_course * plot->pen.em;
    if (bars)
        course = fmax(course, spark_bars_width(model->n_periods, plot->pen.em));
    if (lines->right - lines->left < course)
        plot->least = INFINITY; /* no height would do */
}

static void measure_line(struct plot *plot, double plot_height)
{
    measure_as(plot, false, plot_height);
}

static void measure_bars(struct plot *plot, double plot_height)
{
    measure_as(plot, true, plot_height);
}

static struct spark spark_of(const struct plot *plot, const struct sparkline *lines, size_t series)
{
    const struct model *model = plot->model;
    double *values = arena_array(plot->pen.arena, double, model->n_periods);

    for (size_t i = 0; values != NULL && i < model->n_periods; i++)
        values[i] = model->series[series].figures[i].value;
    return (struct spark){ .at = lines->at,
                           .values = values,
                           .n = values != NULL ? model->n_periods : 0,
                           .low = plot->extent.low,
                           .high = plot->extent.high,
                           .color = color_of(model, &model->series[series]),
                           .bars = lines->bars };
}

static void note_figures(const struct plot *plot, const struct spark *spark, size_t series,
                         struct box box)
{
    for (size_t i = 0; i < spark->n; i++)
        if (!isnan(spark->values[i]))
            plot_note(plot, series, i, spark_box(spark, plot->pen.em, plot->pen.pixel, box, i));
}

/* Time runs from left to right in every language, and the last value stands beside its dot; the name
 * is where reading begins. */
static void draw_words(const struct plot *plot, struct scene *scene, const struct sparkline *lines,
                       const struct row *row, double middle, double pitch, double value_middle)
{
    scene_open_role(scene, ROLE_DATUM_LABEL);
    row_name_draw(plot, &row->name, scene, plot->box.left, middle, pitch, ALIGN_LEFT);
    line_draw_centered(scene, row->value, lines->right + gap(plot), value_middle, ALIGN_LEFT);
    scene_close(scene);
}

/* In a word's height in the middle of its row; in a higher one beside the last figure. */
static double value_middle(const struct plot *plot, const struct spark *spark, struct box box)
{
    double em = plot->pen.em, middle = (box.top + box.bottom) / 2;
    size_t last = spark->n;

    while (last > 0 && isnan(spark->values[last - 1]))
        last--;
    if (box.bottom - box.top < 3 * em || last == 0)
        return middle;
    struct box at = spark_box(spark, em, plot->pen.pixel, box, last - 1);
    double y = spark->bars && spark->values[last - 1] >= 0 ? at.top : (at.top + at.bottom) / 2;
    return fmax(box.top + 0.6 * em, fmin(y, box.bottom - 0.6 * em));
}

static void draw_row(const struct plot *plot, struct scene *scene, const struct sparkline *lines,
                     size_t index, double top, double pitch)
{
    const struct row *row = &lines->rows[index];
    const struct spark spark = spark_of(plot, lines, row->series);
    double space = lines->n > 1 ? 0.12 * pitch : 0;
    struct box box = { lines->left, top + space, lines->right, top + pitch - space };

    note_figures(plot, &spark, row->series, box);
    plot_open_series(plot, scene, row->series);
    spark_draw(&spark, plot->pen.theme, plot->pen.em, plot->pen.pixel, scene, box);
    draw_words(plot, scene, lines, row, top + pitch / 2, pitch, value_middle(plot, &spark, box));
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct sparkline *lines = plot->marks;
    double pitch = (plot->box.bottom - plot->box.top) / (double)lines->n;

    for (size_t i = 0; i < lines->n; i++)
        draw_row(plot, scene, lines, i, plot->box.top + (double)i * pitch, pitch);
}

static double min_height(const struct plot *plot)
{
    return (double)plot->model->n_series * 1.6 * plot->pen.em;
}

const struct chart_type sparkline_type = {
    .word = WORD_SPARKLINE,
    .is_small = true,
    .check = check,
    .extent = extent_of_line,
    .measure = measure_line,
    .draw = draw,
    .min_height = min_height,
    .speak = speech_say_series,
};

const struct chart_type spark_bars_type = {
    .word = WORD_SPARKLINE,
    .is_small = true,
    .check = check,
    .extent = extent_of_bars,
    .measure = measure_bars,
    .draw = draw,
    .min_height = min_height,
    .speak = speech_say_series,
};
