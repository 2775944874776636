/* suggest.c - which type draws a chart for which nobody named one: the first rule that fits. */
#include "chart/types/suggest.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/model/figures.h"
#include "chart/model/parts.h"
#include "chart/model/units.h"
#include "chart/plan.h"
#include "chart/scale/period.h"
#include "chart/types/bars.h"
#include "series/definition.h"
#include "vocabulary/flow_words.h"

/* Never more columns than these unasked: readers cannot name them any more. */
enum { MAX_COLUMNS = 24 };
/* Members whose change between two periods readers compare one by one; fewer are told by colour. */
enum { MIN_COMPARED = 4 };
/* Periods from which two flows have a course. */
enum { MIN_BALANCED = 9 };
/* Per cent that the rounding of each part may leave of 100. */
static const double max_rest = 0.5;

static bool has_targets(const struct plot *plot)
{
    return plot->model == NULL;
}

/* Of one series: the years of several would have too many lines. */
static bool is_year_to_date(const struct plot *plot)
{
    return plot->model->n_series == 1 && seasonal_is_year_to_date(plot->model);
}

static bool has_course(const struct model *model)
{
    return model->n_kinds == 1 && model->n_periods > 1 && model->n_series > 1;
}

/* Whether the figures of a period are parts of 100, as far as they are rounded. */
static bool make_100(const struct model *model, size_t period)
{
    double sum = 0, open = 0;

    for (size_t i = 0; i < model->n_series; i++) {
        const struct figure figure = figure_at(model, &model->series[i], period);
        if (!(figure.value >= 0))
            return false;
        sum += figure.value;
        open += (figure.high - figure.low) / 2;
    }
    return fabs(sum - 100) <= fmin(fmax(open, 1e-6), max_rest * (double)model->n_series);
}

/* Shares of one whole over time: what readers look for is how they shift. */
static bool are_parts_of_100(const struct plot *plot)
{
    const struct model *model = plot->model;

    if (!has_course(model) || strcmp(model->unit, "%") != 0)
        return false;
    for (size_t i = 0; i < model->n_periods; i++)
        if (!make_100(model, i))
            return false;
    return true;
}

static size_t count_contributions(const struct model *model)
{
    size_t n = 0;

    for (size_t i = 0; i < model->n_series; i++) {
        const struct definition *how = series_definition(model->series[i].series);
        n += how != NULL && how->kind == DEFINITION_CONTRIBUTION;
    }
    return n;
}

/* Contributions to one growth, which add up to it. */
static bool are_contributions(const struct plot *plot)
{
    const struct model *model = plot->model;

    return has_course(model) && count_contributions(model) == model->n_series;
}

/* With that growth itself, which is the total. */
static bool are_contributions_with_growth(const struct plot *plot)
{
    return has_course(plot->model) && parts_growth(plot->plan->all) != NULL;
}

/* With a growth that they do not make, which must not be added to them. */
static bool are_contributions_beside_growth(const struct plot *plot)
{
    const struct model *model = plot->model;

    return has_course(model) && model->n_series > 2 &&
           count_contributions(model) + 1 == model->n_series;
}

/* Readers know the colours of flows; of one flow for many partners, the partners are what differs. */
static bool are_flows(const struct model *model)
{
    for (size_t i = 0; i < model->n_series; i++) {
        const char *flow = sheaf_series_flow(model->series[i].series);
        if (!theme_knows_flow(flow[0] != '\0' ? flow : model->series[i].name))
            return false;
        for (size_t k = 0; k < i; k++)
            if (string_equal_ignoring_case(flow, sheaf_series_flow(model->series[k].series)))
                return false;
    }
    return true;
}

/* Where not even a few rows have room, colours tell them apart. */
static bool are_ranked(const struct plot *plot)
{
    const struct model *model = plot->model;

    return model->n_periods == 1 && model->n_series > 1 &&
           model->n_series <= ranking_room(&plot->pen, plot->plan->height) && !are_flows(model);
}

static bool are_then_and_now(const struct plot *plot)
{
    const struct model *model = plot->model;

    return model->n_kinds == 1 && model->n_periods == 2 && model->n_series >= MIN_COMPARED &&
           !are_flows(model);
}

static bool is_flow(const struct model_series *series, const char *flow)
{
    return strcmp(sheaf_series_flow(series->series), flow) == 0;
}

static bool are_exports_with_imports(const struct plot *plot)
{
    const struct model *model = plot->model;
    const struct model_series *series = model->series;

    return model->n_kinds == 1 && model->n_periods >= MIN_BALANCED && model->n_series == 2 &&
           ((is_flow(&series[0], flow_exports) && is_flow(&series[1], flow_imports)) ||
            (is_flow(&series[0], flow_imports) && is_flow(&series[1], flow_exports)));
}

static bool are_years_beside_parts(const struct plot *plot)
{
    return plot->model->n_kinds > 1;
}

/* So many periods of so many series are read one by one; of more, readers want the course. */
static bool are_few(const struct plot *plot)
{
    static const struct {
        size_t series, periods;
    } most[] = { { 1, 12 }, { 2, 8 }, { 3, 4 } };
    const struct model *model = plot->model;

    for (size_t i = 0; i < sizeof most / sizeof *most; i++)
        if (model->n_series <= most[i].series && model->n_periods <= most[i].periods)
            return true;
    return model->n_periods == 1;
}

/* Series over prices, distances or shares, which no line needs to join unless they are steps. */
static bool are_over_numbers(const struct plot *plot)
{
    return plot->model != NULL && chart_over_numbers(plot->plan->all);
}

static bool are_over_steps(const struct plot *plot)
{
    const sheaf_period *at = plot->model != NULL ? plot->model->periods : NULL;
    size_t n = at != NULL ? plot->model->n_periods : 0;

    if (!are_over_numbers(plot) || n < 3)
        return false;
    double step = period_middle(at[1]) - period_middle(at[0]);
    for (size_t i = 2; i < n; i++)
        if (fabs(period_middle(at[i]) - period_middle(at[i - 1]) - step) > 1e-9 * step)
            return false;
    return true;
}

/* Whoever asks for ratios gets what shows places: bars show lengths. */
static bool are_ratios(const struct plot *plot)
{
    return plot->plan->all->axis != SHEAF_AXIS_LINEAR;
}

static bool are_ratios_of_one_period(const struct plot *plot)
{
    return are_ratios(plot) && plot->model->n_periods == 1;
}

/* What a type that adds or pairs series up refuses, the other draws. */
static const struct {
    bool (*fits)(const struct plot *plot);
    sheaf_chart_type type, instead;
} rules[] = {
    { has_targets, SHEAF_BULLET, SHEAF_BULLET },
    { are_over_steps, SHEAF_LINES, SHEAF_LINES },
    { are_over_numbers, SHEAF_SCATTER, SHEAF_SCATTER },
    { are_ratios_of_one_period, SHEAF_DOTS, SHEAF_DOTS },
    { are_ratios, SHEAF_LINES, SHEAF_LINES },
    { are_parts_of_100, SHEAF_STACKED_100, SHEAF_LINES },
    { is_year_to_date, SHEAF_SEASONAL, SHEAF_SEASONAL },
    { are_contributions, SHEAF_STACKED, SHEAF_BARS },
    { are_contributions_with_growth, SHEAF_STACKED, SHEAF_BARS },
    { are_contributions_beside_growth, SHEAF_BARS, SHEAF_BARS },
    { are_ranked, SHEAF_RANKING, SHEAF_RANKING },
    { are_then_and_now, SHEAF_DUMBBELL, SHEAF_BARS },
    { are_exports_with_imports, SHEAF_SURPLUS, SHEAF_LINES },
    { are_years_beside_parts, SHEAF_BARS, SHEAF_BARS },
    { are_few, SHEAF_BARS, SHEAF_BARS },
};

/* Bars of one length of period that are too many, for readers or for colours, or have no room, are
 * lines, which have their names beside them. */
static bool has_too_many_columns(const struct plot *plot)
{
    const struct model *model = plot->model;

    return model->n_kinds == 1 && model->n_periods > 1 &&
           (model->n_periods * model->n_series > MAX_COLUMNS ||
            model->n_series > plot->pen.theme->n_categories ||
            !bars_have_room(plot, model->n_series));
}

static struct suggestion first_that_fits(const struct plot *plot)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].fits(plot))
            return (struct suggestion){ rules[i].type, rules[i].instead };
    return (struct suggestion){ SHEAF_LINES, SHEAF_LINES };
}

static sheaf_chart_type in_room(const struct plot *plot, sheaf_chart_type type)
{
    return type == SHEAF_BARS && has_too_many_columns(plot) ? SHEAF_LINES : type;
}

sheaf_chart_type chart_type_for_units(const sheaf_chart *chart)
{
    return units_differ_at(chart) < chart->n_series && !chart_over_numbers(chart) ? SHEAF_PANELS
                                                                                  : SHEAF_AUTO;
}

struct suggestion chart_type_suggest(const struct plot *plot)
{
    struct suggestion suggestion = first_that_fits(plot);

    return (struct suggestion){ in_room(plot, suggestion.type), in_room(plot, suggestion.instead) };
}
