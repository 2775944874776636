/* plot.c - what the marks of a plot stand for. */
#include "chart/plot.h"

#include <math.h>

#include "chart/datum.h"
#include "chart/model/figures.h"
#include "chart/plan.h"
#include "period/period.h"
#include "series/observation.h"
#include "series/series.h"
#include "text/format.h"

/* "exports, 2023, $14.7 bn, own estimate". */
static char *datum_name(const struct plot *plot, const struct model_series *series, size_t period)
{
    const struct figure shown = figure_at(plot->model, series, period), *figure = &shown;
    const char *time = pen_period_text(&plot->pen, model_period(plot->model, series, period));
    const char *word = pen_status_words(&plot->pen, figure);
    const char *amount = isnan(figure->value) ? format_word(plot->pen.text, WORD_NO_VALUE)
                                              : pen_spoken(&plot->pen, plot->model, figure, true);

    if (isnan(figure->value) && word != NULL) {
        amount = word;
        word = NULL;
    }
    const struct blank blanks[] = {
        { "series", series->name }, { "period", time }, { "amount", amount }, { "status", word }
    };
    return word != NULL
               ? format_phrase(plot->pen.text, plot->pen.arena, PHRASE_DATUM_WITH_STATUS, blanks, 4)
               : format_phrase(plot->pen.text, plot->pen.arena, PHRASE_DATUM, blanks, 3);
}

struct extent plot_extent_from_zero(const struct plot *plot)
{
    return plot->scale == &log_scale ? plot->model->extent : model_extent_from_zero(plot->model);
}

void plot_note_words(const struct plot *plot, bool says_unit)
{
    struct chart_plan *plan = plot->plan;

    plan->period_lost = plan->period_wanted && !plan->period_said;
    plan->unit_lost = !plan->unit_said && !says_unit;
}

/* The figure as its series has it; missing where it has no observation. */
static sheaf_datum datum_of(const struct plot *plot, const struct model_series *row, size_t period)
{
    const sheaf_series *series = row->series;
    const struct figure shown = figure_at(plot->model, row, period), *figure = &shown;
    const sheaf_observation *observation =
        sheaf_series_find(series, model_period(plot->model, row, period), ROOM);
    sheaf_datum datum = { .size = sizeof datum,
                          .series = row->label,
                          .period = model_period(plot->model, row, period),
                          .value = NAN,
                          .low = NAN,
                          .high = NAN,
                          .status = SHEAF_MISSING,
                          .label = datum_name(plot, row, period),
                          .unit = sheaf_series_unit(series),
                          .multiplier = sheaf_series_multiplier(series),
                          .reporter = sheaf_series_reporter(series),
                          .partner = sheaf_series_partner(series),
                          .flow = sheaf_series_flow(series),
                          .product = sheaf_series_product(series),
                          .others = series_other_members(series) };

    if (observation != NULL) {
        const bool is_secret = observation_is_confidential(observation);
        datum.value = is_secret ? NAN : observation->value;
        datum.low = is_secret ? NAN : observation->low;
        datum.high = is_secret ? NAN : observation->high;
        datum.status = is_secret ? SHEAF_SUPPRESSED : observation->status;
        datum.origin = sheaf_observation_origin(observation);
    }
    datum.text =
        isnan(figure->value)
            ? pen_blank(&plot->pen, figure)
            : pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, true), figure);
    return datum;
}

void plot_note(const struct plot *plot, size_t series, size_t period, struct box box)
{
    if (plot->plan->data == NULL)
        return;
    sheaf_datum datum = datum_of(plot, &plot->model->series[series], period);
    datum.box = (sheaf_box){ box.left, box.top, box.right, box.bottom };
    datum_list_add(plot->plan->data, plot->first + series, period, &datum);
}

void plot_note_line(const struct plot *plot, size_t series, const struct places *x,
                    const struct scale *scale)
{
    double radius = plot->pen.theme->end_dot;
    struct datum_list *list = plot->plan->data;
    size_t first = 0;

    if (list == NULL)
        return;
    if (list->most_of_lines > 0 && plot->model->n_values > list->most_of_lines)
        first = model_last(plot->model, &plot->model->series[series]);
    list->adds_line = true;
    for (size_t i = first; i < plot->model->n_periods; i++) {
        const double value = figure_value(plot->model, &plot->model->series[series], i);
        if (isnan(value))
            continue;
        double y = scale_position(scale, value);
        plot_note(plot, series, i,
                  (struct box){ places_x(x, i) - radius, y - radius, places_x(x, i) + radius,
                                y + radius });
    }
    list->adds_line = false;
}

const char *plot_period_name(const struct plot *plot, sheaf_period period)
{
    if (plot->plan->part_said && period.unit == SHEAF_MONTHS && period.count < 12)
        period = sheaf_period_year(period_interval(period).first.year);
    return pen_period_text(&plot->pen, period);
}

void plot_open_series(const struct plot *plot, struct scene *scene, size_t series)
{
    const struct scene_datum datum = { plot->first + series, ALL_PERIODS, NAN };
    const struct group group = { .role = ROLE_SERIES,
                                 .label = plot->model->series[series].name,
                                 .datum = &datum };

    scene_open(scene, &group);
}

void plot_open_datum(const struct plot *plot, struct scene *scene, size_t series, size_t period)
{
    const struct model_series *row = &plot->model->series[series];
    const struct scene_datum datum = { plot->first + series, period,
                                       figure_value(plot->model, row, period) };
    const struct group group = { .role = ROLE_DATUM,
                                 .label = datum_name(plot, row, period),
                                 .datum = &datum };

    scene_open(scene, &group);
}
