/* seasonal.c - a line a year over the months of a year: of the year to date, of months, of quarters.
 * The latest year has the colour of its series, the one before 45 % of it; older ones are grey. */
#include <math.h>

#include "chart/plan.h"
#include "chart/words/speech.h"
#include "text/format.h"

enum { MONTHS = 12 };

static int year_of(sheaf_period period)
{
    return period.start / MONTHS;
}

/* The month of a year in which a period ends, from 0. */
static int last_month(sheaf_period period)
{
    return (period.start + period.count - 1) % MONTHS;
}

static bool lies_in_a_year(sheaf_period period)
{
    return period.unit == SHEAF_MONTHS && period.start % MONTHS + period.count <= MONTHS;
}

static bool begins_a_year(sheaf_period period)
{
    return lies_in_a_year(period) && period.start % MONTHS == 0;
}

bool seasonal_is_year_to_date(const struct model *model)
{
    for (size_t i = 0; i < model->n_periods; i++)
        if (!begins_a_year(model->periods[i]))
            return false;
    return model->n_kinds > 2; /* two lengths are years beside a part of a year */
}

int seasonal_only_year(const struct model *model)
{
    int year = model->n_periods > 0 ? year_of(model->periods[0]) : 0;

    for (size_t i = 1; i < model->n_periods; i++)
        if (year_of(model->periods[i]) != year)
            return 0;
    return model->n_series > 1 ? year : 0;
}

bool seasonal_is_of_parts_of_years(const struct model *model)
{
    if (model->n_kinds != 1 || model->periods[0].count >= MONTHS)
        return false;
    for (size_t i = 0; i < model->n_periods; i++)
        if (!lies_in_a_year(model->periods[i]))
            return false;
    return true;
}

static void check(const struct plot *plot)
{
    if (!seasonal_is_year_to_date(plot->model) && !seasonal_is_of_parts_of_years(plot->model))
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a seasonal chart is of months, of quarters, or of years to date, such as "
             "cumulative(exports) gives; choose the periods, or draw lines");
}

/* In which months of a year a period with a figure ends, and the first and the last year. */
struct years {
    bool ends[MONTHS];
    int first, last;
    int count; /* months of each period; 1 of the year to date, which a month ends */
};

/* The period that ends in a month, from 0: a quarter goes by its own name, not by its last month's. */
static sheaf_period period_ending(const struct years *years, int year, int month)
{
    return sheaf_period_months(year, month + 2 - years->count, years->count);
}

/* A month that no year has keeps its place between those of one length around it. */
static void fill_gaps(struct years *years, const struct model *model)
{
    int last = MONTHS - 1, count = model->periods[0].count;

    while (last > 0 && !years->ends[last])
        last--;
    for (int month = last; model->n_kinds == 1 && month >= 0; month -= count) {
        bool is_first = true;
        for (int before = 0; before < month; before++)
            is_first = is_first && !years->ends[before];
        if (is_first)
            break;
        years->ends[month] = true;
    }
}

static struct years years_of(const struct model *model)
{
    struct years years = { .first = year_of(model->periods[0]),
                           .last = year_of(model->periods[0]),
                           .count = model->n_kinds == 1 ? model->periods[0].count : 1 };

    for (size_t i = 0; i < model->n_periods; i++) {
        int year = year_of(model->periods[i]);
        years.ends[last_month(model->periods[i])] = true;
        years.first = year < years.first ? year : years.first;
        years.last = year > years.last ? year : years.last;
    }
    fill_gaps(&years, model);
    return years;
}

static void set_color(struct model_series *row, const struct theme *theme, int years_ago)
{
    if (years_ago == 1)
        row->color = theme_previous(theme, row->color);
    else if (years_ago > 1)
        row->color = theme->context;
    row->below = row->own = row->color;
    row->is_deemphasised = years_ago > 0;
}

/* The figures of one series in one year. False when memory ran out; without a value n_values is 0. */
static bool fill_row(const struct plot *plot, const struct years *years, int year,
                     const struct model *from, struct model_series *row)
{
    sheaf_period *periods = arena_array(plot->pen.arena, sheaf_period, MONTHS);
    struct figure *figures = arena_array(plot->pen.arena, struct figure, MONTHS);
    size_t slots[MONTHS], n = 0;

    if (periods == NULL || figures == NULL)
        return false;
    for (int month = 0; month < MONTHS; month++) {
        slots[month] = n;
        if (!years->ends[month])
            continue;
        figures[n].value = NAN;
        periods[n++] = period_ending(years, year, month);
    }
    row->n_values = 0;
    for (size_t i = 0; i < from->n_periods; i++) {
        if (year_of(from->periods[i]) != year)
            continue;
        size_t slot = slots[last_month(from->periods[i])];
        periods[slot] = from->periods[i];
        figures[slot] = row->figures[i];
        row->n_values += isnan(row->figures[i].value) ? 0 : 1;
    }
    row->figures = figures;
    row->periods = periods;
    return true;
}

/* "2023", or of several series "Exports, 2023"; of one year, which the subtitle says, "Exports". */
static bool name_row(const struct plot *plot, struct model_series *row, int year, bool is_alone)
{
    const char *words = pen_period_text(&plot->pen, sheaf_period_year(year));
    const char *comma = punctuation_of(text_locale(plot->pen.text))->comma;

    if (seasonal_only_year(plot->model) != 0)
        words = row->label;
    else if (!is_alone && words != NULL)
        words = arena_format(plot->pen.arena, "%s%s%s", row->label, comma, words);
    row->label = row->name = words;
    row->code = NULL;
    return words != NULL;
}

/* A row a year of each series; the latest first, so that it is seen where lines cross. */
struct model *seasonal_years(const struct plot *plot)
{
    const struct model *from = plot->model;
    struct years years = years_of(from);
    size_t most = from->n_series * (size_t)(years.last - years.first + 1);
    struct model *model = arena_new(plot->pen.arena, struct model);
    sheaf_period *periods = arena_array(plot->pen.arena, sheaf_period, MONTHS);
    struct model_series *rows = arena_array(plot->pen.arena, struct model_series, most);

    if (model == NULL || periods == NULL || rows == NULL)
        return NULL;
    *model = *from;
    model->n_periods = model->n_series = 0;
    for (int month = 0; month < MONTHS; month++)
        if (years.ends[month])
            periods[model->n_periods++] = period_ending(&years, years.last, month);
    for (size_t i = 0; i < from->n_series; i++)
        for (int year = years.first; year <= years.last; year++) {
            struct model_series *row = &rows[model->n_series];
            *row = from->series[i];
            if (!fill_row(plot, &years, year, from, row) ||
                !name_row(plot, row, year, from->n_series == 1))
                return NULL;
            set_color(row, plot->pen.theme, years.last - year);
            model->n_series += row->n_values > 0;
        }
    model->periods = periods;
    model->series = rows;
    model->n_kinds = 0;
    model->is_of_years = true;
    return model;
}

/* Lines over the months do the rest. */
static struct extent extent(const struct plot *plot)
{
    return plot_extent_from_zero(plot);
}

static void measure(struct plot *plot, double plot_height)
{
    lines_type.measure(plot, plot_height);
    plot->plan->period_lost =
        seasonal_only_year(plot->plan->collected) != 0 && !plot->plan->period_said;
}

static void draw(const struct plot *plot, struct scene *scene)
{
    lines_type.draw(plot, scene);
}

static double min_height(const struct plot *plot)
{
    return lines_type.min_height(plot);
}

static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    return lines_type.time_frames(plot, n);
}

const struct chart_type seasonal_type = {
    .word = WORD_LINE_CHART,
    .takes_log = true,
    .subtitle_tells_period = true, /* if there is but one year */
    .check = check,
    .reshape = seasonal_years,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .speak = speech_say_series,
};
