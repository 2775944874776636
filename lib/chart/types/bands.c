/* bands.c - how sure lines are: the range chart, with a band or whiskers around each, and the fan
 * chart, with nested bands around forecasts. */
#include <math.h>

#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/model/intervals.h"
#include "chart/plan.h"
#include "chart/types/lines.h"
#include "chart/words/speech.h"
#include "chart/words/words.h"
#include "series/series.h"
#include "text/format.h"

/* Share of the line's colour in a band; each nested one has this share of what is left. */
static const double band_strength = 0.2;
/* Whiskers that are shorter, as a share of the scale, would not be seen. */
static const double least_whisker = 0.02;

struct band {
    size_t series;
    int share;          /* 0: unknown */
    double strength;    /* share of the colour */
    double *low, *high; /* one a period; NaN: none */
};

struct bands {
    struct band *bands;
    size_t n;
    bool has_whiskers;
    void *lines;
};

static const sheaf_chart *gather(const struct chart_plan *plan)
{
    struct bound_pair *intervals;
    size_t n;

    return intervals_take(plan->all, plan->pen.text, plan->pen.arena, &intervals, &n);
}

/* The figures of a bound, in the model's multiplier. */
static double *figures_of(const struct plot *plot, const sheaf_series *bound)
{
    double *figures = arena_array(plot->pen.arena, double, plot->model->n_periods);
    int power = sheaf_series_multiplier(bound) - plot->model->multiplier;

    for (size_t i = 0; figures != NULL && i < plot->model->n_periods; i++) {
        const sheaf_observation *at = sheaf_series_find(bound, plot->model->periods[i], ROOM);
        double value = at != NULL ? at->value : NAN;
        figures[i] = power >= 0 ? value * pow(10, power) : value / pow(10, -power);
    }
    return figures;
}

static bool has_bounds(const struct band *band, size_t period)
{
    return isfinite(band->low[period]) && isfinite(band->high[period]);
}

/* Exchanges bounds that the names have the wrong way round: a band has no direction. */
static void set_order(const struct plot *plot, struct band *band)
{
    for (size_t i = 0; i < plot->model->n_periods; i++)
        if (band->low[i] > band->high[i]) {
            double low = band->high[i];
            band->high[i] = band->low[i];
            band->low[i] = low;
        }
}

/* The bands of the chart's bounds. NULL after a failure. */
static struct bands *bands_of(const struct plot *plot)
{
    struct bands *bands = arena_new(plot->pen.arena, struct bands);
    struct bound_pair *intervals;
    size_t n;

    if (bands == NULL ||
        intervals_take(plot->plan->all, plot->pen.text, plot->pen.arena, &intervals, &n) == NULL)
        return NULL;
    bands->bands = arena_array(plot->pen.arena, struct band, n);
    if (bands->bands == NULL)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        struct band *band = &bands->bands[i];
        bool is_inner = i > 0 && band[-1].series == intervals[i].about;
        double outer = is_inner ? band[-1].strength : 0;
        *band = (struct band){ .series = intervals[i].about,
                               .share = intervals[i].share,
                               .strength = outer + (1 - outer) * band_strength,
                               .low = figures_of(plot, intervals[i].low),
                               .high = figures_of(plot, intervals[i].high) };
        if (band->low == NULL || band->high == NULL)
            return NULL;
        set_order(plot, band);
        bands->n++;
    }
    return bands;
}

static bool is_banded(const struct bands *bands, size_t series, size_t period)
{
    for (size_t i = 0; i < bands->n; i++)
        if (bands->bands[i].series == series && has_bounds(&bands->bands[i], period))
            return true;
    return false;
}

/* Whether rounding leaves more open of a figure than can be overlooked. */
static bool has_whisker(const struct plot *plot, const struct bands *bands, size_t series,
                        size_t period, double span)
{
    const struct figure *figure = &plot->model->series[series].figures[period];

    return !isnan(figure->value) && !is_banded(bands, series, period) &&
           figure->high - figure->low > least_whisker * span;
}

/* Of the axis, as the figures alone would make it. */
static double span_of(const struct plot *plot)
{
    struct extent extent = lines_type.extent(plot);

    return extent.high - extent.low;
}

static bool has_any_whisker(const struct plot *plot, const struct bands *bands)
{
    double span = span_of(plot);

    for (size_t i = 0; i < plot->model->n_series; i++)
        for (size_t k = 0; k < plot->model->n_periods; k++)
            if (has_whisker(plot, bands, i, k, span))
                return true;
    return false;
}

static bool has_any_bounds(const struct plot *plot, const struct bands *bands)
{
    for (size_t i = 0; i < bands->n; i++)
        for (size_t k = 0; k < plot->model->n_periods; k++)
            if (has_bounds(&bands->bands[i], k))
                return true;
    return false;
}

static void check_range(const struct plot *plot)
{
    lines_type.check(plot);
    if (pen_failed(&plot->pen))
        return;
    const struct bands *bands = bands_of(plot);
    if (bands != NULL && !has_any_bounds(plot, bands) && !has_any_whisker(plot, bands))
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a range chart shows how sure figures are, and nothing says so of these; add their "
             "bounds as columns or series 'low' and 'high', or draw lines");
}

static void check_fan(const struct plot *plot)
{
    lines_type.check(plot);
    if (pen_failed(&plot->pen))
        return;
    const struct bands *bands = bands_of(plot);
    if (bands != NULL && !has_any_bounds(plot, bands))
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a fan chart shows the intervals of a forecast, and there are none; add columns or "
             "series such as 'low90' and 'high90', or draw lines");
}

static bool is_said_to_be_forecast(const struct plot *plot, size_t series, size_t period)
{
    const sheaf_observation *at =
        sheaf_series_find(plot->model->series[series].series, plot->model->periods[period], ROOM);

    return at != NULL && at->status == SHEAF_FORECAST;
}

static bool says_forecasts(const struct plot *plot)
{
    for (size_t i = 0; i < plot->model->n_series; i++)
        for (size_t k = 0; k < plot->model->n_periods; k++)
            if (is_said_to_be_forecast(plot, i, k))
                return true;
    return false;
}

/* Forecasts are dashed, whatever statuses the author wants told: else the fan would look known. */
static struct model *reshape_fan(const struct plot *plot)
{
    const struct bands *bands = bands_of(plot);
    struct model *model = plot->model;
    bool is_said = says_forecasts(plot);

    if (bands == NULL)
        return NULL;
    for (size_t i = 0; i < model->n_series; i++)
        for (size_t k = 0; k < model->n_periods; k++)
            if (is_said ? is_said_to_be_forecast(plot, i, k) : is_banded(bands, i, k))
                model->series[i].figures[k].style = FIGURE_FORECAST;
    model->only_style = FIGURE_SOLID;
    model_draw_styles(model, false);
    return model;
}

/* "90% interval", or "Range" of bounds that do not say how much lies between them. */
static const char *band_words(const struct plot *plot, const struct band *band)
{
    const struct chart_pen *pen = &plot->pen;

    if (band->share == 0)
        return format_word(pen->text, WORD_RANGE);
    const struct blank blanks[] = { { "share", format_percent(pen->text, pen->arena, band->share, 0,
                                                              false) } };
    const char *words = format_phrase(pen->text, pen->arena, PHRASE_INTERVAL, blanks, 1);
    return words != NULL ? capitalized(pen->arena, words) : NULL;
}

static struct color band_color(const struct plot *plot, const struct band *band)
{
    return theme_tint(plot->pen.theme, plot->model->series[band->series].color, band->strength);
}

/* What each band means: those of the first series stand for all. */
static void add_legend(struct plot *plot, const struct bands *bands)
{
    for (size_t i = 0; i < bands->n && bands->bands[i].series == bands->bands[0].series; i++)
        legend_add(plot->plan, band_words(plot, &bands->bands[i]), SWATCH_BAR,
                   band_color(plot, &bands->bands[i]), FIGURE_SOLID);
    if (bands->has_whiskers)
        legend_add(plot->plan, format_word(plot->pen.text, WORD_ROUNDING), SWATCH_WHISKER,
                   plot->pen.theme->axis, FIGURE_SOLID);
}

static void measure(struct plot *plot, double plot_height)
{
    struct bands *bands = bands_of(plot);

    lines_type.measure(plot, plot_height);
    if (bands == NULL) {
        plot->marks = NULL;
        return;
    }
    bands->lines = plot->marks;
    bands->has_whiskers = plot->type == &range_type && has_any_whisker(plot, bands);
    add_legend(plot, bands);
    plot->marks = bands->lines != NULL ? bands : NULL;
}

/* Drawing */

/* The band of the periods first to end - 1. It begins at the last figure before, which is sure. */
static void draw_stretch(const struct plot *plot, const struct band *band, struct scene *scene,
                         const struct scale *scale, const struct places *x, size_t first,
                         size_t end)
{
    const struct figure *figures = plot->model->series[band->series].figures;

    if (first > 0 && !isnan(figures[first - 1].value) && !isnan(figures[first].value)) {
        scene_move_to(scene, places_x(x, first - 1),
                      scale_position(scale, figures[first - 1].value));
        scene_line_to(scene, places_x(x, first), scale_position(scale, band->low[first]));
    } else if (end - first == 1) { /* one period alone is a stroke, as wide as the line's dot */
        double half = plot->pen.theme->end_dot, y = scale_position(scale, band->high[first]);
        scene_rectangle(scene, places_x(x, first) - half, y, 2 * half,
                        scale_position(scale, band->low[first]) - y);
        scene_fill(scene, band_color(plot, band));
        return;
    } else {
        scene_move_to(scene, places_x(x, first), scale_position(scale, band->low[first]));
    }
    for (size_t i = first + 1; i < end; i++)
        scene_line_to(scene, places_x(x, i), scale_position(scale, band->low[i]));
    for (size_t i = end; i > first; i--)
        scene_line_to(scene, places_x(x, i - 1), scale_position(scale, band->high[i - 1]));
    scene_close_path(scene);
    scene_fill(scene, band_color(plot, band));
}

static void draw_band(const struct plot *plot, const struct band *band, struct scene *scene,
                      const struct scale *scale, const struct places *x)
{
    size_t n = plot->model->n_periods;

    for (size_t first = 0, end; first < n; first = end + 1) {
        for (end = first; end < n && has_bounds(band, end);)
            end++;
        if (end > first)
            draw_stretch(plot, band, scene, scale, x, first, end);
    }
}

static void draw_whiskers(const struct plot *plot, const struct bands *bands, struct scene *scene,
                          const struct scale *scale, const struct places *x)
{
    double span = span_of(plot);

    for (size_t i = 0; i < plot->model->n_series; i++)
        for (size_t k = 0; k < plot->model->n_periods; k++) {
            const struct figure *figure = &plot->model->series[i].figures[k];
            if (has_whisker(plot, bands, i, k, span))
                mark_whisker(&plot->pen, scene, places_x(x, k), scale_position(scale, figure->low),
                             scale_position(scale, figure->high), plot->model->series[i].color);
        }
}

static void draw_under(const struct plot *plot, struct scene *scene, const struct scale *scale,
                       const struct places *x, const void *own)
{
    const struct bands *bands = own;

    for (size_t i = 0; i < bands->n; i++)
        draw_band(plot, &bands->bands[i], scene, scale, x);
    if (bands->has_whiskers)
        draw_whiskers(plot, bands, scene, scale, x);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct bands *bands = plot->marks;
    const struct lines_extras extras = { draw_under, bands, plot->type == &fan_type };
    struct plot lines = *plot;

    lines.marks = bands->lines;
    lines_draw_with(&lines, scene, &extras);
}

static void widen(struct extent *extent, double low, double high)
{
    extent->low = fmin(extent->low, low);
    extent->high = fmax(extent->high, high);
}

/* Bands and whiskers are among what the axis has to show. */
static struct extent extent(const struct plot *plot)
{
    const struct bands *bands = bands_of(plot);
    struct model model = *plot->model;
    struct plot widened = *plot;
    double span = span_of(plot);

    for (size_t k = 0; bands != NULL && k < model.n_periods; k++) {
        for (size_t i = 0; i < bands->n; i++)
            if (has_bounds(&bands->bands[i], k))
                widen(&model.extent, bands->bands[i].low[k], bands->bands[i].high[k]);
        for (size_t i = 0; plot->type == &range_type && i < model.n_series; i++)
            if (has_whisker(plot, bands, i, k, span))
                widen(&model.extent, model.series[i].figures[k].low,
                      model.series[i].figures[k].high);
    }
    widened.model = &model;
    return lines_type.extent(&widened);
}

static double min_height(const struct plot *plot)
{
    return lines_type.min_height(plot);
}

/* Speech */

/* Where rounding stops lies half a unit of the last digit away: one more digit tells it. */
static const char *bound_words(const struct plot *plot, const struct figure *about, double value)
{
    struct figure figure = *about;

    if (value == about->low || value == about->high)
        figure.decimals++;
    figure.value = figure.low = figure.high = value;
    figure.is_about = false;
    return pen_spoken(&plot->pen, plot->model, &figure, false);
}

/* "13.2 to 20.6" */
static const char *between(const struct plot *plot, const struct figure *about, double low,
                           double high)
{
    const struct blank blanks[] = { { "low", bound_words(plot, about, low) },
                                    { "high", bound_words(plot, about, high) } };

    return format_phrase(plot->pen.text, plot->pen.arena, PHRASE_BETWEEN, blanks, 2);
}

/* "90% interval: 13.2 to 20.6" */
static const char *interval_words(const struct plot *plot, const char *what, const char *bounds)
{
    const struct blank blanks[] = { { "period", what }, { "amount", bounds } };

    return format_phrase(plot->pen.text, plot->pen.arena, PHRASE_FIGURE, blanks, 2);
}

/* The intervals of the last figure that has any; NULL: there is none. */
static const char *last_intervals(const struct speech *speech, const struct bands *bands,
                                  size_t series, size_t *period)
{
    const struct plot *plot = &speech->plan->plots[0];
    const struct model_series *one = &plot->model->series[series];
    double span = span_of(plot);
    const char *words = NULL;

    for (size_t k = plot->model->n_periods; k > 0 && words == NULL; k--) {
        const struct figure *figure = &one->figures[ *period = k - 1];
        for (size_t i = 0; i < bands->n; i++) {
            const struct band *band = &bands->bands[i];
            if (band->series == series && has_bounds(band, k - 1))
                words = speech_list(
                    speech, words,
                    interval_words(plot, band_words(plot, band),
                                   between(plot, figure, band->low[k - 1], band->high[k - 1])));
        }
        if (words == NULL && bands->has_whiskers && has_whisker(plot, bands, series, k - 1, span))
            words = interval_words(plot, format_word(plot->pen.text, WORD_ROUNDING),
                                   between(plot, figure, figure->low, figure->high));
    }
    return words;
}

/* After all figures: "Exports, 2026 – 90% interval: 13.2 to 20.6; 50% interval: 15.4 to 18.4." */
static void speak(struct speech *speech)
{
    const struct plot *plot = &speech->plan->plots[0];
    const struct bands *bands = plot->marks;
    size_t period;

    speech_say_series(speech);
    for (size_t i = 0; i < plot->model->n_series; i++) {
        const char *words = last_intervals(speech, bands, i, &period);
        if (words == NULL)
            continue;
        const char *when = pen_period_text(&plot->pen, plot->model->periods[period]);
        const struct blank blanks[] = {
            { "series", when == NULL
                            ? NULL
                            : arena_format(plot->pen.arena, "%s%s%s", plot->model->series[i].label,
                                           speech->punctuation->comma, when) },
            { "figures", words }
        };
        speech_say(speech,
                   format_phrase(plot->pen.text, plot->pen.arena, PHRASE_SERIES, blanks, 2));
    }
}

static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    struct plot lines = *plot;

    lines.marks = ((const struct bands *)plot->marks)->lines;
    struct time_frame *frames = lines_type.time_frames(&lines, n);
    for (size_t i = 0; frames != NULL && i < *n; i++)
        frames[i].of_areas = true;
    return frames;
}

const struct chart_type range_type = {
    .word = WORD_RANGE_CHART,
    .takes_log = true,
    .max_series = 16,
    .takes_base = true,
    .check = check_range,
    .gather = gather,
    .keeps_series = true,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .speak = speak,
};

const struct chart_type fan_type = {
    .word = WORD_FAN_CHART,
    .takes_log = true,
    .max_series = 16,
    .takes_base = true,
    .check = check_fan,
    .reshape = reshape_fan,
    .gather = gather,
    .keeps_series = true,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .speak = speak,
};
