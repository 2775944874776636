/* panels.c - series of two or three units: a plot a unit, one above the other on one time axis. Bars or
 * lines in all of them, so that a period stands below itself. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/across.h"
#include "chart/guides/annotations.h"
#include "chart/guides/time_frame.h"
#include "chart/model/figures.h"
#include "chart/model/units.h"
#include "chart/plan.h"
#include "chart/types/suggest.h"
#include "chart/words/speech.h"
#include "chart/words/words.h"
#include "series/series.h"
#include "text/format.h"

enum { MOST_PANELS = 3, MOST_LINES = 16, LEAST_IN_COMMON = 2 };

/* Heights of the first plot and of each other. */
static const double first_share = 3, other_share = 2;
/* In ems: of the head above a plot, between plots, of the marks of a plot at least. */
static const double head_height = 1.7, gap = 1.3, least_marks = 2.6;
/* Between a name that is cut and its unit, in ems. */
static const double unit_gap = 0.6;

/* The model of all series, with that of each panel. */
struct panels_model {
    struct model all;
    size_t n;
    struct model *of[MOST_PANELS];
    size_t firsts[MOST_PANELS]; /* of the series of all */
};

struct panels {
    size_t n;
    struct plot plots[MOST_PANELS];
    struct text_line *heads[MOST_PANELS];
    struct text_line *units[MOST_PANELS]; /* beside a head that is cut; else NULL */
};

static const struct panels_model *models_of(const struct model *model)
{
    return (const struct panels_model *)model; /* whose first member it is */
}

/* Series by unit ---------------------------------------------------------------------------- */

/* Whether two series share a plot. Where no file says any unit, each has its own: who draws value and
 * quantity as panels knows that they differ. */
static bool share_plot(const sheaf_chart *chart, size_t a, size_t b)
{
    bool has_unit = chart->n_series > MOST_PANELS;

    for (size_t i = 0; i < chart->n_series; i++)
        has_unit = has_unit || sheaf_series_unit(chart->series[i])[0] != '\0';
    return a == b || (has_unit && units_are_one(chart->series[a], chart->series[b])) ||
           (!has_unit &&
            strcmp(sheaf_series_name(chart->series[a]), sheaf_series_name(chart->series[b])) == 0);
}

/* Copies the series in the order of their units, and where each begins; how many units there are. */
static size_t sort_by_unit(const sheaf_chart *chart, sheaf_series **out, size_t *firsts,
                           size_t most)
{
    size_t units = 0, put = 0;

    for (size_t i = 0; i < chart->n_series; i++) {
        size_t before = 0;
        while (before < i && !share_plot(chart, before, i))
            before++;
        if (before < i)
            continue;
        if (units < most)
            firsts[units] = put;
        units++;
        for (size_t k = i; k < chart->n_series; k++)
            if (share_plot(chart, i, k) && put < chart->n_series)
                out[put++] = chart->series[k];
    }
    return units;
}

static void check_units(const struct chart_plan *plan, size_t units)
{
    if (units == 1)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "panels are a plot a unit, and here all series are in one; draw lines or bars");
    if (units > MOST_PANELS)
        fail(
            text_error(plan->pen.text), SHEAF_BAD_INPUT,
            "panels show two or three units on one time axis, and here are %zu; leave some of them "
            "out, or draw several charts",
            units);
}

static const sheaf_chart *gather(const struct chart_plan *plan)
{
    sheaf_chart *chart = arena_new(plan->pen.arena, sheaf_chart);
    sheaf_series **series = arena_array(plan->pen.arena, sheaf_series *, plan->all->n_series);
    size_t firsts[MOST_PANELS];

    if (chart == NULL || series == NULL)
        return NULL;
    *chart = *plan->all;
    chart->series = series;
    chart->begins_with_total = false;
    check_units(plan, sort_by_unit(plan->all, series, firsts, MOST_PANELS));
    return pen_failed(&plan->pen) ? NULL : chart;
}

static bool has_value_at(const struct model *model, size_t period)
{
    for (size_t i = 0; i < model->n_series; i++)
        if (!isnan(model->series[i].figures[period].value))
            return true;
    return false;
}

/* Plots one above the other relate only what they have in common. */
static void check_common(const struct plot *plot, const struct panels_model *models)
{
    size_t common = 0;

    for (size_t i = 0; i < models->all.n_periods; i++) {
        bool has_all = true;
        for (size_t k = 0; k < models->n; k++)
            has_all = has_all && has_value_at(models->of[k], i);
        common += has_all;
    }
    if (common < LEAST_IN_COMMON)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "panels share a time axis, and '%s' and '%s' have %s period in common; choose other "
             "periods, or draw two charts",
             sheaf_series_name(models->of[0]->series[0].series),
             sheaf_series_name(models->of[1]->series[0].series), common == 0 ? "no" : "only one");
}

/* The series of one unit in the periods of all, with the colours that those have among all. */
static struct model *model_of(const struct plot *plot, size_t first, size_t end)
{
    const struct model *all = plot->model;
    sheaf_chart *chart = arena_new(plot->pen.arena, sheaf_chart);
    sheaf_period *periods = arena_array(plot->pen.arena, sheaf_period, all->n_periods);

    if (chart == NULL || periods == NULL)
        return NULL;
    memcpy(periods, all->periods, all->n_periods * sizeof *periods);
    *chart = *plot->plan->chart;
    chart->series += first;
    chart->n_series = end - first;
    chart->periods = periods;
    chart->n_periods = all->n_periods;
    chart->is_range = false;
    struct model *model = model_create(chart, all->flags, plot->pen.theme, NULL, plot->pen.text,
                                       plot->pen.arena, text_error(plot->pen.text));
    if (model == NULL || !model_list_figures(model, plot->pen.arena))
        return NULL;
    for (size_t i = 0; i < model->n_series; i++) {
        model->series[i].color = all->series[first + i].color;
        model->series[i].below = all->series[first + i].below;
        model->series[i].own = all->series[first + i].own;
    }
    return model;
}

static struct model *reshape(const struct plot *plot)
{
    struct panels_model *models = arena_new(plot->pen.arena, struct panels_model);
    size_t n = plot->model->n_series;
    sheaf_series **sorted = arena_array(plot->pen.arena, sheaf_series *, n);

    if (models == NULL || sorted == NULL)
        return NULL;
    models->all = *plot->model;
    models->all.unit = "";
    models->all.multiplier = 0;
    models->all.series = arena_array(plot->pen.arena, struct model_series, n);
    if (models->all.series == NULL)
        return NULL;
    models->n = sort_by_unit(plot->plan->chart, sorted, models->firsts, MOST_PANELS);
    for (size_t k = 0; k < models->n; k++) {
        size_t first = models->firsts[k], end = k + 1 < models->n ? models->firsts[k + 1] : n;
        models->of[k] = model_of(plot, first, end);
        if (models->of[k] == NULL)
            return NULL;
        memcpy(models->all.series + first, models->of[k]->series,
               (end - first) * sizeof *models->all.series);
    }
    check_common(plot, models);
    return &models->all;
}

/* Measuring --------------------------------------------------------------------------------- */

/* A name that only repeats the unit says nothing; the usual names of columns are said in the language
 * of the chart. */
static const char *own_name(const struct plot *plot, const struct model_series *series)
{
    const char *unit = sheaf_series_unit(series->series);
    const char *measure = series_measure(series->series);

    if (strcmp(sheaf_series_name(series->series), unit) == 0)
        return capitalized(plot->pen.arena, measure);
    if (string_equal_ignoring_case(series->label, "value"))
        return format_word(plot->pen.text, WORD_VALUE);
    if (string_equal_ignoring_case(series->label, "quantity"))
        return format_word(plot->pen.text, WORD_QUANTITY);
    return series->label;
}

/* What all series of a panel are of, where it has several: they are named in it. */
static const char *common_name(const struct plot *plot, const struct model *model)
{
    const char *flow = format_flow(plot->pen.text, model->flow);
    const char *measure = series_measure(model->series[0].series);

    for (size_t i = 1; i < model->n_series; i++)
        if (strcmp(measure, series_measure(model->series[i].series)) != 0)
            measure = "";
    return capitalized(plot->pen.arena, measure[0] != '\0' || flow == NULL ? measure : flow);
}

/* "Exports, USD billion"; with the marks that keep both apart in lines written from right to left. */
static const char *head_of(const struct plot *plot, const struct model *model, bool with_marks)
{
    const char *name =
        model->n_series == 1 ? own_name(plot, &model->series[0]) : common_name(plot, model);
    const char *unit = format_unit(plot->pen.text, plot->pen.arena, model->unit, model->multiplier);

    if (name == NULL || unit == NULL)
        return NULL;
    if (name[0] == '\0' || unit[0] == '\0')
        return name[0] == '\0' ? capitalized(plot->pen.arena, unit) : name;
    if (with_marks) {
        name = pen_isolated(&plot->pen, name);
        unit = pen_isolated(&plot->pen, unit);
    }
    return arena_format(plot->pen.arena, "%s%s%s", name,
                        punctuation_of(text_locale(plot->pen.text))->comma, unit);
}

/* Of a head that has no room the name is cut, never the unit. */
static void set_head(const struct plot *plot, struct panels *panels, size_t index,
                     const struct model *model)
{
    struct text_style style = plot->pen.theme->label_strong;
    const char *words = head_of(plot, model, true);
    const char *name =
        model->n_series == 1 ? own_name(plot, &model->series[0]) : common_name(plot, model);
    const char *unit = format_unit(plot->pen.text, plot->pen.arena, model->unit, model->multiplier);

    if (words == NULL || name == NULL || unit == NULL)
        return;
    style.color = plot->pen.theme->ink;
    if (text_width(plot->pen.text, words, &style) <= plot->width) {
        panels->heads[index] = pen_label(&plot->pen, pen_in_order(&plot->pen, words), &style);
        return;
    }
    panels->units[index] = pen_label(&plot->pen, unit, &style);
    double room = plot->width - line_width(panels->units[index]) - unit_gap * plot->pen.em;
    panels->heads[index] = text_fit(plot->pen.text, plot->pen.arena, name, &style, fmax(room, 0));
}

/* What suits all of them: lines, where they are too many bars in one. */
static const struct chart_type *choose_type(const struct panels *panels)
{
    for (size_t k = 0; k < panels->n; k++)
        if (chart_type_suggest(&panels->plots[k]).type != SHEAF_BARS)
            return &lines_type;
    return chart_type_find(SHEAF_BARS);
}

/* Height of the marks of a panel in a plot of this height. */
static double marks_height(const struct plot *plot, const struct panels *panels, size_t index,
                           double height)
{
    double n = (double)panels->n;
    double marks = height - (head_height * n + gap * (n - 1)) * plot->pen.em;
    double share = (index == 0 ? first_share : other_share) / (first_share + other_share * (n - 1));

    return fmax(share * marks, plot->pen.em);
}

static void measure_one(const struct plot *plot, struct plot *one, double height, double left,
                        double right)
{
    one->indent = left;
    one->beside = right;
    one->names_inside = one->least = 0;
    one->extent = one->type->extent(one);
    if (one->model == models_of(plot->model)->of[0])
        annotations_widen(one);
    plot->plan->model = one->model; /* what the legend is about */
    one->type->measure(one, height);
    plot->plan->model = plot->model;
}

/* Once for what each needs beside its marks, and once more for what the widest needs. */
static bool measure_all(const struct plot *plot, struct panels *panels, double height)
{
    double left = 0, right = 0;

    for (int round = 0; round < 2; round++) {
        double most_left = left, most_right = right;
        for (size_t k = 0; k < panels->n; k++) {
            struct plot *one = &panels->plots[k];
            measure_one(plot, one, marks_height(plot, panels, k, height), left, right);
            if (one->marks == NULL)
                return false;
            most_left = fmax(most_left, one->left);
            most_right = fmax(most_right, one->right);
        }
        left = most_left;
        right = most_right;
    }
    return true;
}

static void measure(struct plot *plot, double plot_height)
{
    const struct panels_model *models = models_of(plot->model);
    struct panels *panels = arena_new(plot->pen.arena, struct panels);
    double n = (double)models->n;

    plot->marks = NULL;
    if (panels == NULL)
        return;
    panels->n = models->n;
    for (size_t k = 0; k < panels->n; k++) {
        panels->plots[k] = *plot;
        panels->plots[k].model = models->of[k];
        panels->plots[k].first = models->firsts[k];
        panels->plots[k].has_head = panels->plots[k].head_says_unit = true;
        panels->plots[k].leaves_periods = k + 1 < panels->n;
        set_head(plot, panels, k, models->of[k]);
        model_draw_styles(models->of[k], plot->plan->style_said);
    }
    const struct chart_type *type = choose_type(panels);
    for (size_t k = 0; k < panels->n; k++)
        panels->plots[k].type = type;
    plot->plan->unit_said = true; /* by the heads */
    if (!measure_all(plot, panels, plot_height))
        return;
    plot->foot = panels->plots[panels->n - 1].foot;
    plot->least = ((head_height + least_marks) * n + gap * (n - 1)) * plot->pen.em;
    for (size_t k = 0; k < panels->n; k++)
        plot->names_inside = fmax(plot->names_inside, panels->plots[k].names_inside);
    plot_note_words(plot, true);
    plot->marks = panels;
}

/* Drawing ----------------------------------------------------------------------------------- */

static void draw_head(const struct plot *plot, const struct panels *panels, struct scene *scene,
                      size_t index)
{
    const struct plot *one = &panels->plots[index];
    double y = one->box.top - (head_height - 0.5) * plot->pen.em;
    double beside = one->box.left + line_width(panels->heads[index]) + unit_gap * plot->pen.em;

    scene_open_role(scene, ROLE_AXIS_Y);
    across_line(one, scene, panels->heads[index], one->box.left, y, ALIGN_LEFT);
    if (panels->units[index] != NULL)
        across_line(one, scene, panels->units[index], beside, y, ALIGN_LEFT);
    scene_close(scene);
}

static void place_panels(const struct plot *plot, struct panels *panels)
{
    double height = plot->box.bottom - plot->box.top, y = plot->box.top;

    for (size_t k = 0; k < panels->n; k++) {
        struct plot *one = &panels->plots[k];
        one->box = plot->box;
        one->box.top = y + head_height * plot->pen.em;
        one->box.bottom = one->box.top + marks_height(plot, panels, k, height);
        y = one->box.bottom + gap * plot->pen.em;
    }
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct panels *panels = plot->marks;

    place_panels(plot, panels);
    for (size_t k = 0; k < panels->n; k++) {
        const struct plot *one = &panels->plots[k];
        draw_head(plot, panels, scene, k);
        plot->plan->model = one->model;
        one->type->draw(one, scene);
        plot->plan->model = plot->model;
    }
}

/* Events go through all of them. A reference is in the unit of the first series, which is the first
 * plot's alone. */
static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    struct panels *panels = plot->marks;
    struct time_frame *frames = time_frame_new(plot, *n = panels->n);

    place_panels(plot, panels);
    for (size_t k = 0; frames != NULL && k < panels->n; k++) {
        const struct plot *one = &panels->plots[k];
        size_t alone;
        const struct time_frame *frame = one->type->time_frames(one, &alone);
        if (frame == NULL)
            return NULL;
        frames[k] = *frame;
        if (k > 0)
            frames[k].values.type = NULL;
        frames[k].is_closed = true; /* its head stands above it */
    }
    return frames;
}

static double min_height(const struct plot *plot)
{
    const struct panels *panels = plot->marks;

    return (5 + 5.5 * (double)panels->n) * plot->pen.em;
}

/* "Value, USD billion – 2022: 13.1; 2023: 14.7." and, of several, "Exports, USD billion – …". */
static void speak(struct speech *speech)
{
    struct chart_plan *plan = speech->plan;
    const struct plot *plot = &plan->plots[0];
    const struct panels_model *models = models_of(plot->model);

    for (size_t k = 0; k < models->n; k++) {
        const struct model *model = models->of[k];
        const char *unit =
            format_unit(plan->pen.text, plan->pen.arena, model->unit, model->multiplier);
        plan->model = models->of[k];
        for (size_t i = 0; i < model->n_series; i++) {
            struct model_series series = model->series[i];
            series.label = model->n_series == 1 || unit == NULL || unit[0] == '\0'
                               ? head_of(plot, model, false)
                               : arena_format(plan->pen.arena, "%s%s%s", series.label,
                                              speech->punctuation->comma, unit);
            if (series.label == NULL)
                speech->failed = true;
            else
                speech_say_one(speech, &series);
        }
        plan->model = plot->model;
    }
}

const struct chart_type panels_type = {
    .word = WORD_PANELS,
    .splits_units = true,
    .takes_base = true,
    .gather = gather,
    .keeps_series = true,
    .reshape = reshape,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .speak = speak,
};
