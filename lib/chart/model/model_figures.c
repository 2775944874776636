/* model_figures.c - the figures of one series, with how each is to be shown. */
#include "chart/model/model_parts.h"

#include <math.h>

#include "period/period.h"
#include "series/digits.h"
#include "series/observation.h"
#include "series/rounding.h"
#include "series/series.h"

static enum figure_style style_of(const sheaf_observation *observation, sheaf_flags flags)
{
    if (flags == SHEAF_FLAGS_NONE)
        return FIGURE_SOLID;
    if (observation->status == SHEAF_FORECAST)
        return FIGURE_FORECAST;
    if (sheaf_observation_origin(observation) == SHEAF_ORIGIN_ESTIMATED)
        return FIGURE_OWN_ESTIMATE;
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

/* The style shows one status, or that a figure is an own estimate; other statuses need flags. */
static unsigned flags_beside(const sheaf_observation *observation, enum figure_style style,
                             sheaf_flags flags)
{
    static const enum status_flag told[FIGURE_STYLES] = { [FIGURE_SOLID] = FLAG_COUNT,
                                                          [FIGURE_OWN_ESTIMATE] = FLAG_OWN_ESTIMATE,
                                                          [FIGURE_PROVISIONAL] = FLAG_PROVISIONAL,
                                                          [FIGURE_ESTIMATED] = FLAG_ESTIMATED,
                                                          [FIGURE_FORECAST] = FLAG_FORECAST };

    return flags_of(observation, flags) & ~(1U << told[style]);
}

static struct figure figure_of(const sheaf_observation *observation, sheaf_flags flags)
{
    /* A remainder with one confidential part has a value, which nobody may see. */
    const double value = observation_is_confidential(observation) ? NAN : observation->value;
    enum figure_style style = isfinite(value) ? style_of(observation, flags) : FIGURE_SOLID;
    struct known_digits known = digits_of(observation);

    return (struct figure){ .value = value,
                            .low = observation->low,
                            .high = observation->high,
                            .decimals = known.decimals,
                            .is_about = known.is_about,
                            .is_derived = observation->derived,
                            .style = style,
                            .drawn = style,
                            .flags = flags_beside(observation, style, flags) & ALL_FLAGS };
}

/* Figures of plain observations, which are solid and have no flag, without asking each: of as many as
 * stand in these periods. Returns how many. */
static size_t collect_plain(const struct plain_run *run, const sheaf_period *periods,
                            size_t n_periods, struct figure *figures)
{
    size_t n = run->n < n_periods ? run->n : n_periods;

    for (size_t i = 0; i < n; i++) {
        const struct plain_observation *plain = &run->figures[i];
        const int decimals = (int)plain->places + LEAST_DECIMALS;
        if (run->unit != periods[i].unit || run->length != periods[i].count ||
            plain->start != periods[i].start || vanishes(plain->value, decimals))
            return i;
        struct interval open = rounding_interval(plain->value, decimals);
        figures[i] = (struct figure){
            .value = plain->value, .low = open.low, .high = open.high, .decimals = decimals
        };
    }
    return n;
}

/* Of fewer an array costs nothing to speak of. */
enum { MANY_FIGURES = 1000 };

/* Widens the extent of a series by those of a run, which stand in the periods of the model from one on.
 * False: they stand in others, or have other decimals. */
static bool add_plain(const struct plain_run *run, const sheaf_period *periods,
                      struct plain_figures *plain)
{
    const unsigned places = (unsigned)(plain->decimals - LEAST_DECIMALS);
    double low = plain->given.low, high = plain->given.high;
    bool differ = run->unit != periods[0].unit || run->length != periods[0].count;

    for (size_t i = 0; i < run->n; i++) {
        const struct plain_observation *figure = &run->figures[i];
        differ |= figure->start != periods[i].start || figure->places != places;
        low = figure->value < low ? figure->value : low;
        high = figure->value > high ? figure->value : high;
    }
    plain->given = (struct extent){ low, high };
    return !differ;
}

static bool any_vanishes(const sheaf_series *series, const struct plain_figures *plain)
{
    const double unit = power_of_ten(-plain->decimals);

    if (plain->given.low >= unit || plain->given.high <= -unit)
        return false;
    for (size_t k = 0; k < sheaf_series_count(series);) {
        const struct plain_run run = series_plain_from(series, k);
        for (size_t i = 0; i < run.n; i++)
            if (vanishes(run.figures[i].value, plain->decimals))
                return true;
        k += run.n;
    }
    return false;
}

/* Whether the figures need no array: see figures.h. Periods are of one length, which order starts. */
static bool find_plain(const struct model *model, const sheaf_series *series,
                       struct plain_figures *plain)
{
    const sheaf_period_unit unit = model->periods[0].unit;

    if (model->n_periods < MANY_FIGURES || sheaf_series_count(series) != model->n_periods ||
        model->n_kinds != 1 || (unit != SHEAF_DAYS && unit != SHEAF_MONTHS))
        return false;
    for (size_t k = 0; k < model->n_periods;) {
        const struct plain_run run = series_plain_from(series, k);
        if (run.n == 0)
            return false;
        if (k == 0)
            *plain =
                (struct plain_figures){ .decimals = (int)run.figures[0].places + LEAST_DECIMALS,
                                        .given = { INFINITY, -INFINITY } };
        if (!add_plain(&run, model->periods + k, plain))
            return false;
        k += run.n;
    }
    plain->scaled_to = sheaf_series_multiplier(series);
    return !any_vanishes(series, plain);
}

static struct figure *collect_in_array(const struct model *model, const sheaf_series *series,
                                       struct arena *arena)
{
    struct figure *figures = arena_array(arena, struct figure, model->n_periods);
    size_t next = 0; /* observation; mostly the one that is looked for */

    for (size_t i = 0; figures != NULL && i < model->n_periods; i++) {
        if (next < sheaf_series_count(series)) {
            struct plain_run run = series_plain_from(series, next);
            size_t n = collect_plain(&run, model->periods + i, model->n_periods - i, figures + i);
            next += n;
            i += n;
            if (n > 0 && i == model->n_periods)
                break;
        }
        sheaf_observation room;
        const sheaf_observation *observation = sheaf_series_at(series, next, &room);
        if (observation != NULL && period_order(observation->period, model->periods[i]) == 0)
            next++;
        else
            observation = sheaf_series_find(series, model->periods[i], &room);
        figures[i].value = NAN;
        if (observation != NULL)
            figures[i] = figure_of(observation, model->flags);
    }
    return figures;
}

bool model_collect_figures(const struct model *model, struct model_series *series,
                           bool may_be_plain, struct arena *arena)
{
    if (may_be_plain && find_plain(model, series->series, &series->plain))
        return true;
    series->figures = collect_in_array(model, series->series, arena);
    return series->figures != NULL;
}
