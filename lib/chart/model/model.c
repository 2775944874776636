/* model.c - a chart's figures side by side, in one multiplier. */
#include "chart/model/model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/strings.h"
#include "chart/model/colors.h"
#include "chart/scale/band.h"
#include "chart/scale/period.h"
#include "chart/words/names.h"
#include "chart/words/words.h"
#include "series/digits.h"
#include "series/series.h"
#include "text/format.h"

/* Digits of a label: three of the largest value, two of smaller ones (with at most two more
 * decimals). Up to three further known decimals are added while labels that are read together would
 * look the same. */
enum { LABEL_DIGITS = 3, OWN_DIGITS = 2, MAX_OWN = 2, MAX_EXTRA = 3, MAX_DECIMALS = 12 };
/* Maximum number of figures that bars label one by one: see bars.c. */
enum { MAX_READ_TOGETHER = 12 };

static double power_of_ten(int exponent)
{
    return pow(10, exponent);
}

/* Multiplies or divides by a whole power of ten, so that rounding happens once. */
static double rescale(double value, int from, int to)
{
    return from >= to ? value * power_of_ten(from - to) : value / power_of_ten(to - from);
}

/* Periods */

static int compare_periods(const void *a, const void *b)
{
    return period_order_by_kind(a, b);
}

static size_t count_observations(const sheaf_chart *chart)
{
    size_t n = 0;

    for (size_t i = 0; i < chart->n_series; i++)
        n += sheaf_series_count(chart->series[i]);
    return n;
}

static size_t drop_repeated(sheaf_period *periods, size_t n)
{
    size_t kept = 0;

    for (size_t i = 0; i < n; i++)
        if (kept == 0 || compare_periods(&periods[kept - 1], &periods[i]) != 0)
            periods[kept++] = periods[i];
    return kept;
}

/* Greatest common step of the periods first to end - 1, in months; 0: they are days, or only
 * one. */
static int step_of(const sheaf_period *periods, size_t first, size_t end)
{
    int step = 0;

    for (size_t i = first + 1; i < end && periods[i].unit == SHEAF_MONTHS; i++)
        for (int rest = periods[i].start - periods[i - 1].start; rest != 0;) {
            int smaller = step % rest;
            step = rest;
            rest = smaller;
        }
    return step;
}

static size_t kind_end(const sheaf_period *periods, size_t n, size_t first)
{
    size_t end = first + 1;

    while (end < n && periods_alike(periods[first], periods[end]))
        end++;
    return end;
}

/* Writes the periods of one kind to out, with those missing between them, so that a gap in the data
 * is a gap in the chart. If most would be missing (2000, 2010, 2013), none is added. Returns the
 * number of periods; out may be NULL. */
static size_t fill_kind(const sheaf_period *periods, size_t first, size_t end, sheaf_period *out)
{
    int step = step_of(periods, first, end);
    size_t put = 0, n = end - first;
    size_t all =
        step > 0 ? (size_t)((periods[end - 1].start - periods[first].start) / step) + 1 : n;
    bool fills = step > 0 && all <= 2 * n;

    for (size_t i = first; i < end; i++) {
        sheaf_period period = periods[i];
        int last = fills && i + 1 < end ? periods[i + 1].start : period.start + 1;
        do {
            if (out != NULL)
                out[put] = period;
            put++;
            period.start += step > 0 ? step : 1;
        } while (period.start < last);
    }
    return put;
}

static bool fill_holes(struct model *model, struct arena *arena)
{
    const sheaf_period *periods = model->periods;
    size_t n = 0, put = 0;

    for (size_t i = 0; i < model->n_periods; i = kind_end(periods, model->n_periods, i))
        n += fill_kind(periods, i, kind_end(periods, model->n_periods, i), NULL);
    sheaf_period *filled = arena_array(arena, sheaf_period, n);
    if (filled == NULL)
        return false;
    for (size_t i = 0; i < model->n_periods; i = kind_end(periods, model->n_periods, i))
        put += fill_kind(periods, i, kind_end(periods, model->n_periods, i), filled + put);
    model->periods = filled;
    model->n_periods = n;
    return true;
}

/* Collects the wanted periods, or all that any series has, each once and in order. */
static bool collect_periods(struct model *model, const sheaf_chart *chart, struct arena *arena)
{
    size_t n = chart->n_periods > 0 ? chart->n_periods : count_observations(chart), put = 0;
    sheaf_period *periods = arena_array(arena, sheaf_period, n);

    if (periods == NULL)
        return false;
    if (chart->n_periods > 0)
        memcpy(periods, chart->periods, n * sizeof *periods);
    else
        for (size_t i = 0; i < chart->n_series; i++)
            for (size_t j = 0; j < sheaf_series_count(chart->series[i]); j++)
                periods[put++] = sheaf_series_at(chart->series[i], j)->period;
    qsort(periods, n, sizeof *periods, compare_periods);
    model->n_periods = drop_repeated(periods, n);
    model->periods = periods;
    if ((chart->n_periods == 0 || chart->is_range) && !fill_holes(model, arena))
        return false;
    for (size_t i = 0; i < model->n_periods; i++)
        if (i == 0 || !periods_alike(model->periods[i - 1], model->periods[i]))
            model->n_kinds++;
    return true;
}

/* Figures */

static enum figure_style style_of(const sheaf_observation *observation)
{
    if (observation->status == SHEAF_FORECAST)
        return FIGURE_FORECAST;
    if (observation->derived)
        return FIGURE_DERIVED;
    switch (observation->status) {
    case SHEAF_PROVISIONAL:
    case SHEAF_UNVALIDATED:
        return FIGURE_PROVISIONAL;
    case SHEAF_ESTIMATED:
    case SHEAF_IMPUTED:
        return FIGURE_ESTIMATED;
    default:
        return FIGURE_SOLID;
    }
}

/* The style shows one status, or that a figure is derived; other statuses need marks. */
static unsigned marks_beside(const sheaf_observation *observation, enum figure_style style)
{
    static const enum status_mark told[FIGURE_STYLES] = { [FIGURE_SOLID] = MARK_COUNT,
                                                          [FIGURE_DERIVED] = MARK_DERIVED,
                                                          [FIGURE_PROVISIONAL] = MARK_PROVISIONAL,
                                                          [FIGURE_ESTIMATED] = MARK_ESTIMATED,
                                                          [FIGURE_FORECAST] = MARK_FORECAST };

    return marks_of(observation) & ~(1U << told[style]);
}

/* Decimals of a rate as people read it. Other figures keep all known decimals here: choose_decimals
 * needs the multiplier and the neighbours. */
static int read_decimals(const sheaf_series *series, const sheaf_observation *observation)
{
    const char *unit = sheaf_series_unit(series);

    return unit_is_rate(unit) ? decimals_for_people(unit, observation->value, observation->decimals)
                              : observation->decimals;
}

/* The figures of one series in the series' own multiplier. */
static struct figure *collect_figures(const struct model *model, const sheaf_series *series,
                                      struct arena *arena)
{
    struct figure *figures = arena_array(arena, struct figure, model->n_periods);

    for (size_t i = 0; figures != NULL && i < model->n_periods; i++) {
        const sheaf_observation *observation = sheaf_series_find(series, model->periods[i]);
        figures[i].value = NAN;
        if (observation == NULL)
            continue;
        enum figure_style style =
            isfinite(observation->value) ? style_of(observation) : FIGURE_SOLID;
        figures[i] = (struct figure){ .value = observation->value,
                                      .low = observation->low,
                                      .high = observation->high,
                                      .decimals = read_decimals(series, observation),
                                      .known = observation->decimals,
                                      .style = style,
                                      .marks = marks_beside(observation, style) };
    }
    return figures;
}

static int digits_before_point(double value)
{
    return value > 0 ? (int)floor(log10(value) + 1e-9) + 1 : 1;
}

/* Decimals to show. Rounding may add a digit (9.96 becomes 10.0), so they follow from the value as
 * shown. */
static int shown_decimals(double value, int known, double largest, int extra)
{
    int common = LABEL_DIGITS - digits_before_point(largest);
    int least = common > 0 ? common : 0;
    int own = value == 0 ? 0 : OWN_DIGITS - digits_before_point(fabs(value));
    int wanted = least;

    if (own > least)
        wanted = own < least + MAX_OWN ? own : least + MAX_OWN;
    wanted += extra;
    if (wanted > MAX_DECIMALS)
        wanted = MAX_DECIMALS;
    return known < wanted ? known : wanted;
}

/* Converts figures to the model's multiplier, their decimals with them. */
static void unify_figures(struct figure *figures, const struct model *model, int multiplier)
{
    for (size_t i = 0; i < model->n_periods; i++) {
        struct figure *figure = &figures[i];
        if (isnan(figure->value))
            continue;
        figure->decimals += model->multiplier - multiplier;
        figure->known += model->multiplier - multiplier;
        figure->value = rescale(figure->value, multiplier, model->multiplier);
        figure->low = rescale(figure->low, multiplier, model->multiplier);
        figure->high = rescale(figure->high, multiplier, model->multiplier);
    }
}

/* Whether two different figures would be shown alike. Values below 1/1000 of the largest may:
 * readers see them as zero. */
static bool look_alike(const struct figure *a, const struct figure *b, double largest, int extra)
{
    if (isnan(a->value) || isnan(b->value) || a->value == b->value ||
        fmax(fabs(a->value), fabs(b->value)) < largest / 1000)
        return false;
    int decimals_a = shown_decimals(a->value, a->decimals, largest, extra);
    int decimals_b = shown_decimals(b->value, b->decimals, largest, extra);
    double scale = power_of_ten(decimals_a < decimals_b ? decimals_a : decimals_b);
    return (decimals_a < a->decimals || decimals_b < b->decimals) &&
           nearbyint(a->value * scale) == nearbyint(b->value * scale);
}

/* Compares the labels that are read together: successive figures of a series, if all are labelled,
 * and the last figures of all series. */
static bool neighbours_look_alike(const struct model *model, double largest, int extra)
{
    size_t n = model->n_periods;
    bool all = n * model->n_series <= MAX_READ_TOGETHER;

    for (size_t i = 0; i < model->n_series; i++) {
        const struct figure *figures = model->series[i].figures;
        for (size_t j = 1; all && j < n; j++)
            if (look_alike(&figures[j - 1], &figures[j], largest, extra))
                return true;
        for (size_t k = 0; n > 0 && k < i; k++)
            if (look_alike(&figures[n - 1], &model->series[k].figures[n - 1], largest, extra))
                return true;
    }
    return false;
}

static void choose_decimals(struct model *model, double largest)
{
    int extra = 0;

    while (extra < MAX_EXTRA && neighbours_look_alike(model, largest, extra))
        extra++;
    for (size_t i = 0; i < model->n_series; i++)
        for (size_t j = 0; j < model->n_periods; j++) {
            struct figure *figure = &model->series[i].figures[j];
            if (!isnan(figure->value))
                figure->decimals = shown_decimals(figure->value, figure->decimals, largest, extra);
        }
}

static void measure(struct model *model)
{
    model->extent.low = INFINITY;
    model->extent.high = -INFINITY;
    for (size_t i = 0; i < model->n_series; i++)
        for (size_t j = 0; j < model->n_periods; j++) {
            const struct figure *figure = &model->series[i].figures[j];
            if (isnan(figure->value))
                continue;
            model->extent.low = fmin(model->extent.low, figure->value);
            model->extent.high = fmax(model->extent.high, figure->value);
            model->styles[figure->style] = true;
            model->series[i].n_values++;
            model->n_values++;
        }
}

static double largest_of(const struct model *model, const struct figure *figures)
{
    double largest = 0;

    for (size_t i = 0; i < model->n_periods; i++)
        if (!isnan(figures[i].value))
            largest = fmax(largest, fabs(figures[i].value));
    return largest;
}

static bool collect_one(const struct model *model, struct model_series *series,
                        const sheaf_series *one, struct text *text, struct arena *arena)
{
    series->series = one;
    series->name = series_name(one, text, arena, &series->code);
    series->flow = series_flow(one);
    series->figures = collect_figures(model, one, arena);
    return series->name != NULL && series->figures != NULL;
}

static bool set_labels(struct model_series *series, const sheaf_chart *chart, struct text *text,
                       struct arena *arena)
{
    size_t n = chart->n_series;
    const char **names = arena_array(arena, const char *, n);

    for (size_t i = 0; names != NULL && i < n; i++)
        names[i] = series[i].name;
    if (names == NULL ||
        !names_tell_apart(names, (const sheaf_series *const *)chart->series, n, text, arena))
        return false;
    for (size_t i = 0; i < n; i++) {
        series[i].code = names[i] == series[i].name ? series[i].code : NULL;
        series[i].name = names[i];
        names[i] = series[i].label = capitalized(arena, names[i]);
        if (series[i].label == NULL)
            return false;
    }
    return names_differ(names, (const sheaf_series *const *)chart->series, n, arena);
}

/* Collects every series in its own multiplier, then converts all to the one that suits the largest
 * value. */
static bool collect_series(struct model *model, const sheaf_chart *chart, struct text *text,
                           struct arena *arena)
{
    struct model_series *series = arena_array(arena, struct model_series, chart->n_series);
    int given = sheaf_series_multiplier(chart->series[0]);
    double largest = 0;

    if (series == NULL)
        return false;
    for (size_t i = 1; i < chart->n_series; i++)
        if (sheaf_series_multiplier(chart->series[i]) > given)
            given = sheaf_series_multiplier(chart->series[i]);
    for (size_t i = 0; i < chart->n_series; i++) {
        const sheaf_series *one = chart->series[i];
        if (!collect_one(model, &series[i], one, text, arena))
            return false;
        largest = fmax(largest, rescale(largest_of(model, series[i].figures),
                                        sheaf_series_multiplier(one), given));
    }
    if (!set_labels(series, chart, text, arena))
        return false;
    model->multiplier = multiplier_for_people(largest, given, model->unit,
                                              words_count_by_myriads(text_locale(text)));
    largest = rescale(largest, given, model->multiplier);
    for (size_t i = 0; i < chart->n_series; i++)
        unify_figures(series[i].figures, model, sheaf_series_multiplier(chart->series[i]));
    model->series = series;
    model->n_series = chart->n_series;
    choose_decimals(model, largest);
    return true;
}

static bool has_confidential(const sheaf_chart *chart, const struct model *model)
{
    for (size_t i = 0; i < chart->n_series; i++)
        for (size_t k = 0; k < model->n_periods; k++) {
            const sheaf_observation *at = sheaf_series_find(chart->series[i], model->periods[k]);

            if (at != NULL && observation_is_confidential(at))
                return true;
        }
    return false;
}

struct model *model_create(const sheaf_chart *chart, const struct theme *theme,
                           struct color_assignment *colors, struct text *text, struct arena *arena,
                           sheaf_error *error)
{
    struct color_assignment own;

    if (chart->n_series == 0) {
        fail(error, SHEAF_BAD_INPUT, "the chart has no series to draw");
        return NULL;
    }
    struct model *model = arena_new(arena, struct model);
    if (model == NULL)
        return NULL;
    model->unit = sheaf_series_unit(chart->series[0]);
    model->flow = common_flow(chart);
    if (!collect_periods(model, chart, arena) || !collect_series(model, chart, text, arena))
        return NULL;
    color_assignment_init(&own, arena);
    if (!colors_assign(colors != NULL ? colors : &own, theme, model->series, model->n_series))
        return NULL;
    measure(model);
    if (model->n_values == 0) {
        fail(error, SHEAF_BAD_INPUT,
             has_confidential(chart, model)
                 ? "'%s' has only confidential figures in the periods of the "
                   "chart, and those are not shown"
                 : "'%s' has no value in the periods of the chart",
             sheaf_series_name(chart->series[0]));
        return NULL;
    }
    return model;
}

struct extent model_extent_from_zero(const struct model *model)
{
    return (struct extent){ fmin(model->extent.low, 0), fmax(model->extent.high, 0) };
}

size_t model_last(const struct model *model, const struct model_series *series)
{
    for (size_t i = model->n_periods; i > 0; i--)
        if (!isnan(series->figures[i - 1].value))
            return i - 1;
    return model->n_periods;
}
