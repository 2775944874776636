/* model.c - a chart's figures side by side, in one multiplier. */
#include "chart/model/model.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/model/absent.h"
#include "chart/model/colors.h"
#include "chart/model/figures.h"
#include "chart/model/model_parts.h"
#include "chart/model/units.h"
#include "chart/words/names.h"
#include "chart/words/words.h"
#include "series/series.h"
#include "text/format.h"

/* The one style of all figures; FIGURE_SOLID, too, if they differ. */
static enum figure_style common_style(const struct model *model)
{
    enum figure_style style = FIGURE_SOLID;
    bool first = true;

    for (size_t i = 0; i < model->n_series; i++) {
        if (figures_are_plain(&model->series[i]))
            return FIGURE_SOLID;
        for (size_t j = 0; j < model->n_periods; j++) {
            const struct figure *figure = &model->series[i].figures[j];
            if (isnan(figure->value))
                continue;
            if (!first && figure->style != style)
                return FIGURE_SOLID;
            style = figure->style;
            first = false;
        }
    }
    return style;
}

void model_draw_styles(struct model *model, bool as_plain)
{
    as_plain = as_plain && model->only_style != FIGURE_SOLID;
    memset(model->styles, 0, sizeof model->styles);
    for (size_t i = 0; i < model->n_series; i++) {
        struct model_series *series = &model->series[i];
        model->styles[FIGURE_SOLID] |= figures_are_plain(series);
        for (size_t j = 0; !figures_are_plain(series) && j < model->n_periods; j++) {
            struct figure *figure = &series->figures[j];
            figure->drawn = as_plain ? FIGURE_SOLID : figure->style;
            model->styles[figure->drawn] |= !isnan(figure->value);
        }
    }
}

static void widen(struct extent *extent, double value)
{
    if (value < extent->low)
        extent->low = value;
    if (value > extent->high)
        extent->high = value;
}

static void measure(struct model *model)
{
    model->extent = (struct extent){ INFINITY, -INFINITY };
    for (size_t i = 0; i < model->n_series; i++) {
        struct model_series *series = &model->series[i];
        if (figures_are_plain(series)) {
            widen(&model->extent, plain_in_model(model, series, series->plain.given.low));
            widen(&model->extent, plain_in_model(model, series, series->plain.given.high));
            series->n_values = model->n_periods;
        }
        for (size_t j = 0; !figures_are_plain(series) && j < model->n_periods; j++) {
            widen(&model->extent, series->figures[j].value); /* not by NaN */
            series->n_values += isnan(series->figures[j].value) ? 0 : 1;
        }
        model->n_values += series->n_values;
    }
}

/* Before they are converted. */
static double largest_of(const struct model *model, const struct model_series *series)
{
    double largest = 0;

    if (figures_are_plain(series))
        return fmax(fabs(series->plain.given.low), fabs(series->plain.given.high));
    for (size_t i = 0; i < model->n_periods; i++)
        if (fabs(series->figures[i].value) > largest) /* not of NaN */
            largest = fabs(series->figures[i].value);
    return largest;
}

static bool collect_one(const struct model *model, struct model_series *series,
                        const sheaf_series *one, bool may_be_plain, struct text *text,
                        struct arena *arena)
{
    series->series = one;
    series->name = series_name(one, text, arena, &series->code);
    series->flow = series_flow(one);
    return series->name != NULL && model_collect_figures(model, series, may_be_plain, arena);
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
        if (sheaf_series_is_remainder(
                chart->series[i])) /* "Other", where "Other (5)" has no room */
            series[i].code = capitalized(arena, format_word(text, WORD_OTHER));
    }
    return names_differ(names, (const sheaf_series *const *)chart->series, n, arena);
}

/* Collects every series in its own multiplier, then converts all to the one that suits the figures
 * that are labelled. */
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
        if (!collect_one(model, &series[i], one, chart->axis == SHEAF_AXIS_LINEAR, text, arena))
            return false;
        largest = fmax(largest, model_rescale(largest_of(model, &series[i]),
                                              sheaf_series_multiplier(one), given));
    }
    if (!set_labels(series, chart, text, arena))
        return false;
    model->series = series;
    model->n_series = chart->n_series;
    if (!model_choose_multiplier(model, given, largest, words_count_by_myriads(text_locale(text)),
                                 arena))
        return false;
    bool by_myriads = words_count_by_myriads(text_locale(text)), is_lowered = false;
    if (chart->axis != SHEAF_AXIS_LINEAR)
        model_lower_multiplier(model, given, largest, by_myriads);
    else
        is_lowered = model_lower_for_least(model, given, largest, by_myriads);
    largest = model_rescale(largest, given, model->multiplier);
    for (size_t i = 0; i < chart->n_series; i++) {
        series[i].plain.scaled_to = model->multiplier;
        model_unify_figures(&series[i], model, sheaf_series_multiplier(chart->series[i]));
    }
    if (chart->axis != SHEAF_AXIS_LINEAR) {
        model_choose_own_decimals(model);
        return true;
    }
    if (!is_lowered &&
        !model_raise_multiplier(model, &largest, model_decimals_wanted(model, largest), by_myriads,
                                arena))
        return false;
    model_unify_decimals(model, model_decimals_wanted(model, largest));
    return true;
}

static bool has_confidential(const sheaf_chart *chart, const struct model *model)
{
    for (size_t i = 0; i < chart->n_series; i++)
        for (size_t k = 0; k < model->n_periods; k++) {
            const sheaf_observation *at =
                sheaf_series_find(chart->series[i], model->periods[k], ROOM);

            if (at != NULL && observation_is_confidential(at))
                return true;
        }
    return false;
}

/* A total has no colour, and takes none from its parts. */
static bool assign_colors(struct model *model, const sheaf_chart *chart, const struct theme *theme,
                          struct color_assignment *colors)
{
    size_t first = chart->begins_with_total ? 1 : 0;

    model->begins_with_total = chart->begins_with_total;
    for (size_t i = 0; i < first; i++)
        model->series[i].color = model->series[i].below = model->series[i].own = theme->ink;
    return colors_assign(colors, theme, (const sheaf_series *const *)chart->series + first,
                         model->series + first, model->n_series - first);
}

struct model *model_create(const sheaf_chart *chart, sheaf_flags flags, const struct theme *theme,
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
    model->unit = units_of_all(chart);
    model->flow = common_flow(chart);
    model->flags = flags;
    if (!model_collect_periods(model, chart, arena) || !absent_find(model, arena) ||
        !collect_series(model, chart, text, arena))
        return NULL;
    color_assignment_init(&own, arena);
    if (!assign_colors(model, chart, theme, colors != NULL ? colors : &own))
        return NULL;
    model->only_style = common_style(model);
    model_draw_styles(model, false);
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

sheaf_period model_period(const struct model *model, const struct model_series *series,
                          size_t index)
{
    return (series->periods != NULL ? series->periods : model->periods)[index];
}

size_t model_last(const struct model *model, const struct model_series *series)
{
    if (figures_are_plain(series))
        return model->n_periods - 1;
    for (size_t i = model->n_periods; i > 0; i--)
        if (!isnan(series->figures[i - 1].value))
            return i - 1;
    return model->n_periods;
}
