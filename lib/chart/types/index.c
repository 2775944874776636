/* index.c - lines rebased to 100 in a common period. What is an index already is drawn as it is; so
 * are growth rates, about zero. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/guides/time_frame.h"
#include "chart/plan.h"
#include "chart/scale/period.h"
#include "chart/words/speech.h"
#include "series/definition.h"
#include "series/series.h"
#include "sheaf/algebra.h"
#include "text/format.h"

/* As many as lines, most of them grey. */
enum { MAX_LINES = 40 };
/* Height of the notch at the base period, in ems. */
static const double notch = 0.8;

/* "2015 = 100" */
static bool is_index(const char *unit)
{
    static const char end[] = " = 100";
    size_t n = strlen(unit), suffix = sizeof end - 1;

    return n > suffix && strcmp(unit + n - suffix, end) == 0;
}

static bool is_growth(const sheaf_series *series)
{
    const struct definition *how = series_definition(series);

    return how != NULL && how->kind >= DEFINITION_GROWTH_ON_YEAR &&
           how->kind <= DEFINITION_COMPOUND_GROWTH;
}

/* Whether the author wants this period, or any. */
static bool is_wanted(const sheaf_chart *chart, sheaf_period period)
{
    for (size_t i = 0; i < chart->n_periods; i++)
        if (sheaf_period_compare(chart->periods[i], period) == 0)
            return true;
    if (chart->n_periods == 0 || !chart->is_range)
        return chart->n_periods == 0;
    return sheaf_period_compare(chart->periods[0], period) <= 0 &&
           sheaf_period_compare(period, chart->periods[chart->n_periods - 1]) <= 0;
}

static bool all_are_positive(const sheaf_chart *chart, sheaf_period period)
{
    for (size_t i = 0; i < chart->n_series; i++) {
        const sheaf_observation *at = sheaf_series_find(chart->series[i], period, ROOM);
        if (at == NULL || !(at->value > 0))
            return false;
    }
    return true;
}

/* The first period in which all series have a figure above zero. */
static bool find_base(const sheaf_chart *chart, sheaf_period *base)
{
    const sheaf_series *first = chart->series[0];
    bool is_found = false;

    for (size_t i = 0; i < sheaf_series_count(first); i++) {
        sheaf_period period = sheaf_series_at(first, i, ROOM)->period;
        if (!is_wanted(chart, period) || !all_are_positive(chart, period) ||
            (is_found && period_order_by_kind(base, &period) <= 0))
            continue;
        *base = period;
        is_found = true;
    }
    return is_found;
}

struct leading {
    double value; /* the last one, in the unit itself; below 0: there is none */
    size_t index;
};

static double last_value(const sheaf_chart *chart, const sheaf_series *series)
{
    for (size_t i = sheaf_series_count(series); i-- > 0;) {
        const sheaf_observation *at = sheaf_series_at(series, i, ROOM);
        if (is_wanted(chart, at->period) && isfinite(at->value))
            return fabs(at->value) * pow(10, sheaf_series_multiplier(series));
    }
    return -1;
}

static int compare_values(const void *a, const void *b)
{
    const struct leading *one = a, *other = b;

    if (one->value != other->value)
        return one->value > other->value ? -1 : 1;
    return one->index < other->index ? -1 : 1;
}

static int compare_places(const void *a, const void *b)
{
    const struct leading *one = a, *other = b;

    return one->index < other->index ? -1 : one->index > other->index;
}

/* Of more series than readers can follow those with the largest last figures, in the author's order. An
 * index of small ones moves most, so they are not chosen by it. NULL when memory ran out. */
static const sheaf_chart *choose_leading(const struct chart_plan *plan)
{
    const sheaf_chart *all = plan->all;
    struct arena *arena = plan->pen.arena;

    if (all->n_series <= MAX_LINES)
        return all;
    struct leading *leading = arena_array(arena, struct leading, all->n_series);
    sheaf_series **series = arena_array(arena, sheaf_series *, MAX_LINES);
    sheaf_chart *chart = arena_new(arena, sheaf_chart);
    if (leading == NULL || series == NULL || chart == NULL)
        return NULL;
    for (size_t i = 0; i < all->n_series; i++)
        leading[i] = (struct leading){ last_value(all, all->series[i]), i };
    qsort(leading, all->n_series, sizeof *leading, compare_values);
    qsort(leading, MAX_LINES, sizeof *leading, compare_places);
    for (size_t i = 0; i < MAX_LINES; i++)
        series[i] = all->series[leading[i].index];
    *chart = *all;
    chart->series = series;
    chart->n_series = MAX_LINES;
    return chart;
}

static sheaf_series *rebase(const struct chart_plan *plan, const sheaf_series *series,
                            sheaf_period base)
{
    const sheaf_alloc kept = arena_allocator(plan->pen.arena);
    sheaf_series *index = sheaf_series_index(series, base), *copy = NULL;

    error_take(text_error(plan->pen.text), sheaf_series_error(index));
    if (!pen_failed(&plan->pen)) {
        copy = series_copy(&kept, index);
        series_set_name(copy, sheaf_series_name(series));
        sheaf_series_set_label(copy, sheaf_series_label(series));
        error_take(text_error(plan->pen.text), sheaf_series_error(copy));
    }
    sheaf_series_destroy(index);
    return pen_failed(&plan->pen) ? NULL : copy;
}

static const sheaf_chart *rebase_all(const struct chart_plan *plan, const sheaf_chart *all,
                                     sheaf_period base)
{
    sheaf_chart *chart = arena_new(plan->pen.arena, sheaf_chart);
    sheaf_series **series = arena_array(plan->pen.arena, sheaf_series *, all->n_series);

    if (chart == NULL || series == NULL)
        return NULL;
    *chart = *all;
    chart->series = series;
    for (size_t i = 0; i < all->n_series; i++) {
        series[i] = rebase(plan, all->series[i], base);
        if (series[i] == NULL)
            return NULL;
    }
    return chart;
}

/* Whether a series has what is to be 100. Months have the mean of their year, which is computed. */
static bool has_base(const sheaf_series *series, sheaf_period base)
{
    const sheaf_observation *at = sheaf_series_find(series, base, ROOM);
    sheaf_period first = sheaf_series_at(series, 0, ROOM)->period;

    return at != NULL ? at->value > 0 : first.unit == base.unit && first.count < base.count;
}

/* The nearest periods before and after a base in which all series have a figure above zero. */
static const char *nearest(const struct chart_plan *plan, const sheaf_chart *chart,
                           sheaf_period base)
{
    const sheaf_series *first = chart->series[0];
    char before[SHEAF_PERIOD_TEXT] = "", after[SHEAF_PERIOD_TEXT] = "";

    for (size_t i = 0; i < sheaf_series_count(first) && after[0] == '\0'; i++) {
        sheaf_period period = sheaf_series_at(first, i, ROOM)->period;
        if (periods_alike(period, base) && all_are_positive(chart, period))
            sheaf_period_write(period, sheaf_period_compare(period, base) < 0 ? before : after);
    }
    return before[0] == '\0' && after[0] == '\0'
               ? "there is no other period in which all have one"
               : arena_format(plan->pen.arena, "the nearest in which all have one: %s%s%s", before,
                              before[0] != '\0' && after[0] != '\0' ? ", " : "", after);
}

/* In the period that the author wants. */
static const sheaf_chart *rebase_to(const struct chart_plan *plan, const sheaf_chart *chart,
                                    sheaf_period base, bool is_growth)
{
    char when[SHEAF_PERIOD_TEXT];

    if (is_growth) {
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "growth rates have no base period; leave the base out");
        return NULL;
    }
    for (size_t i = 0; i < chart->n_series; i++) {
        if (sheaf_series_count(chart->series[i]) > 0 && has_base(chart->series[i], base))
            continue;
        const char *near = nearest(plan, chart, base);
        if (near == NULL)
            return NULL;
        sheaf_period_write(base, when);
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "'%s' has no figure above zero in %s that could be 100; %s",
             sheaf_series_name(chart->series[i]), when, near);
        return NULL;
    }
    return rebase_all(plan, chart, base);
}

static const sheaf_chart *gather(const struct chart_plan *plan)
{
    const sheaf_chart *chart = choose_leading(plan);

    if (chart == NULL)
        return NULL;
    const char *unit = sheaf_series_unit(chart->series[0]);
    bool are_rates = strcmp(unit, "%") == 0, is_all_growth = are_rates;
    sheaf_period base;

    for (size_t i = 0; i < chart->n_series; i++)
        is_all_growth = is_all_growth && is_growth(chart->series[i]);
    if (chart->base_period.unit != SHEAF_NO_PERIOD && (is_all_growth || !are_rates))
        return rebase_to(plan, chart, chart->base_period, is_all_growth);
    if (is_index(unit) || is_all_growth)
        return chart;
    if (are_rates) {
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "'%s' is in per cent, and an index of a rate says nothing; draw lines",
             sheaf_series_name(chart->series[0]));
        return NULL;
    }
    if (find_base(chart, &base))
        return rebase_all(plan, chart, base);
    fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
         chart->n_series == 1
             ? "'%s' has no figure above zero that could be 100; choose other periods, or draw "
               "lines"
             : "there is no period in which '%s' and all others have a figure above zero that "
               "could be 100; leave out those that begin late, or draw lines",
         sheaf_series_name(chart->series[0]));
    return NULL;
}

static bool shows_index(const struct plot *plot)
{
    return is_index(plot->model->unit);
}

/* Neither begins at zero: an index is compared with 100. */
static struct extent extent(const struct plot *plot)
{
    struct extent values = plot->model->extent;

    if (!shows_index(plot))
        return plot_extent_from_zero(plot);
    values = (struct extent){ fmin(values.low, 100), fmax(values.high, 100) };
    if (values.low == values.high)
        values = (struct extent){ 90, 110 };
    return plot->plan->chart->base == SHEAF_BASE_ZERO
               ? (struct extent){ fmin(values.low, 0), values.high }
               : values;
}

static void measure(struct plot *plot, double plot_height)
{
    if (shows_index(plot)) {
        plot->reference = 100;
        plot->reference_words = pen_unit(&plot->pen, plot->model->unit, 0);
    }
    lines_type.measure(plot, plot_height);
}

static void check(const struct plot *plot)
{
    lines_type.check(plot);
}

/* Whether the unit, "2015 = 100", names this period. */
static bool is_base(const char *unit, sheaf_period period)
{
    char when[SHEAF_PERIOD_TEXT];

    sheaf_period_write(period, when);
    return strncmp(unit, when, strlen(when)) == 0 && strcmp(unit + strlen(when), " = 100") == 0;
}

/* A notch in the base line at the period in which all are 100. A year of which months are shown has
 * none: 100 is their mean. */
static void draw_notch(const struct plot *plot, struct scene *scene)
{
    size_t n, base = 0;
    const struct time_frame *frame = lines_type.time_frames(plot, &n);
    double width = plot->pen.theme->rule_width;

    while (base < plot->model->n_periods && !is_base(plot->model->unit, plot->model->periods[base]))
        base++;
    if (frame == NULL || base == plot->model->n_periods)
        return;
    double y = scale_position(&frame->values, 100), half = notch / 2 * plot->pen.em;
    scene_open_role(scene, ROLE_GRID);
    scene_rectangle(scene, pen_snap(&plot->pen, frame->center[base] - width / 2), y - half, width,
                    2 * half);
    scene_fill(scene, plot->pen.theme->ink);
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    lines_type.draw(plot, scene);
    if (shows_index(plot))
        draw_notch(plot, scene);
}

static double min_height(const struct plot *plot)
{
    return lines_type.min_height(plot);
}

static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    return lines_type.time_frames(plot, n);
}

/* The figures of which an index was made, where the chart shows one of them. NULL when memory ran out. */
static const struct figure *figures_before(const struct speech *speech,
                                           const struct model_series *series,
                                           const sheaf_series *given)
{
    const struct model *model = speech->plan->model;
    struct figure *figures = arena_array(speech->plan->pen.arena, struct figure, model->n_periods);

    for (size_t i = 0; figures != NULL && i < model->n_periods; i++) {
        figures[i] = series->figures[i];
        const sheaf_observation *at =
            isnan(figures[i].value) ? NULL : sheaf_series_find(given, model->periods[i], ROOM);
        if (at == NULL)
            continue;
        figures[i].value = at->value;
        figures[i].low = at->low;
        figures[i].high = at->high;
    }
    return figures;
}

/* The base is the same in all figures of a series, so what rounding leaves open of it has no part in
 * which of them is larger: 200 may be 184 to 228 and is above 180, which may be 164 to 204. */
static void speak(struct speech *speech)
{
    struct model *model = speech->plan->model;
    const sheaf_chart *given = choose_leading(speech->plan);

    speech->failed = speech->failed || given == NULL;
    for (size_t i = 0; given != NULL && i < model->n_series && model->n_series == given->n_series;
         i++) {
        model->series[i].compared = figures_before(speech, &model->series[i], given->series[i]);
        speech->failed = speech->failed || model->series[i].compared == NULL;
    }
    speech_say_series(speech);
}

const struct chart_type index_type = {
    .word = WORD_INDEX_CHART,
    .takes_log = true,
    .max_series = MAX_LINES,
    .takes_base = true,
    .takes_base_period = true,
    .keeps_series = true,
    .gathers_largest = true,
    .gather = gather,
    .check = check,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .speak = speak,
};
