/* model.c - a chart's figures side by side, in one multiplier. */
#include "chart/model/model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/strings.h"
#include "chart/model/absent.h"
#include "chart/model/colors.h"
#include "chart/model/units.h"
#include "chart/scale/band.h"
#include "chart/scale/period.h"
#include "chart/words/names.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "series/digits.h"
#include "series/multiplier.h"
#include "series/rounding.h"
#include "series/series.h"
#include "text/format.h"

/* All labels have one number of decimals, as far as they are known: those that show three digits of
 * the largest value. One more is added while a small value would be shown as nothing, and up to
 * three while labels that are read together would look the same. */
enum { LABEL_DIGITS = 3, MAX_OWN = 1, MAX_EXTRA = 3, MAX_DECIMALS = 12 };
/* Maximum number of figures that bars label one by one: see bars.c. */
enum { MAX_READ_TOGETHER = 12 };
/* Up to so many figures, all have labels: bars, rankings. */
enum { MAX_LABELLED = 24 };
/* At most so many decimals keep a figure from losing its digits. */
enum { MAX_RESCUE = 6 };

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

/* The same, without a call for two of the same kind, as most of very many are. */
static inline int order_of(const sheaf_period *a, const sheaf_period *b)
{
    if (a->unit == b->unit && a->count == b->count && a->unit != SHEAF_NUMBER &&
        a->unit != SHEAF_NO_PERIOD)
        return (a->start > b->start) - (a->start < b->start);
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
        if (kept == 0 || order_of(&periods[kept - 1], &periods[i]) != 0)
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
    if (n == model->n_periods)
        return true;
    sheaf_period *filled = arena_array(arena, sheaf_period, n);
    if (filled == NULL)
        return false;
    for (size_t i = 0; i < model->n_periods; i = kind_end(periods, model->n_periods, i))
        put += fill_kind(periods, i, kind_end(periods, model->n_periods, i), filled + put);
    model->periods = filled;
    model->n_periods = n;
    return true;
}

static bool is_in_order(const sheaf_period *periods, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (order_of(&periods[i - 1], &periods[i]) > 0)
            return false;
    return true;
}

/* The periods of all series, but for those that the first has at the same place: mostly the others
 * have no more. */
static size_t list_periods(const sheaf_chart *chart, sheaf_period *out)
{
    size_t put = 0, first = sheaf_series_count(chart->series[0]);

    for (size_t i = 0; i < chart->n_series; i++)
        for (size_t j = 0; j < sheaf_series_count(chart->series[i]); j++) {
            sheaf_period period = series_period_at(chart->series[i], j);
            if (i == 0 || j >= first || order_of(&out[j], &period) != 0)
                out[put++] = period;
        }
    return put;
}

/* Collects the wanted periods, or all that any series has, each once and in order. */
static bool collect_periods(struct model *model, const sheaf_chart *chart, struct arena *arena)
{
    size_t n = chart->n_periods > 0 ? chart->n_periods : count_observations(chart);
    sheaf_period *periods = arena_array(arena, sheaf_period, n);

    if (periods == NULL)
        return false;
    if (chart->n_periods > 0)
        memcpy(periods, chart->periods, n * sizeof *periods);
    else
        n = list_periods(chart, periods);
    if (!is_in_order(periods, n))
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

/* The figures of one series in the series' own multiplier. */
static struct figure *collect_figures(const struct model *model, const sheaf_series *series,
                                      struct arena *arena)
{
    struct figure *figures = arena_array(arena, struct figure, model->n_periods);
    size_t next = 0; /* observation; mostly the one that is looked for */

    for (size_t i = 0; figures != NULL && i < model->n_periods; i++) {
        sheaf_observation room;
        const sheaf_observation *observation = sheaf_series_at(series, next, &room);
        if (observation != NULL && period_order(observation->period, model->periods[i]) == 0)
            next++;
        else
            observation = sheaf_series_find(series, model->periods[i], &room);
        figures[i].value = NAN;
        if (observation == NULL)
            continue;
        enum figure_style style =
            isfinite(observation->value) ? style_of(observation, model->flags) : FIGURE_SOLID;
        struct known_digits known = digits_of(observation);
        figures[i] =
            (struct figure){ .value = observation->value,
                             .low = observation->low,
                             .high = observation->high,
                             .decimals = known.decimals,
                             .is_about = known.is_about,
                             .is_derived = observation->derived,
                             .style = style,
                             .drawn = style,
                             .flags = flags_beside(observation, style, model->flags) & ALL_FLAGS };
    }
    return figures;
}

static int digits_before_point(double value)
{
    return value > 0 ? (int)floor(log10(value) + 1e-9) + 1 : 1;
}

/* Decimals that show enough of the largest figure. */
static int decimals_of_largest(const struct model *model, double largest)
{
    double rounded = round_to(largest, LABEL_DIGITS - digits_before_point(largest));
    int labels = LABEL_DIGITS - digits_before_point(rounded);
    int rate = decimals_for_people(model->unit, largest, MAX_DECIMALS);

    labels = labels > 0 ? labels : 0;
    return unit_is_rate(model->unit) && rate < labels ? rate : labels;
}

static int lesser(int a, int b)
{
    return a < b ? a : b;
}

/* Converts figures to the model's multiplier, their decimals with them. */
static void unify_figures(struct figure *figures, const struct model *model, int multiplier)
{
    for (size_t i = 0; multiplier != model->multiplier && i < model->n_periods; i++) {
        struct figure *figure = &figures[i];
        if (isnan(figure->value))
            continue;
        figure->decimals += model->multiplier - multiplier;
        figure->value = rescale(figure->value, multiplier, model->multiplier);
        figure->low = rescale(figure->low, multiplier, model->multiplier);
        figure->high = rescale(figure->high, multiplier, model->multiplier);
    }
}

/* Whether two different figures would be shown alike. Values below 1/1000 of the largest may:
 * readers see them as zero. */
static bool look_alike(const struct figure *a, const struct figure *b, double largest, int wanted)
{
    if (isnan(a->value) || isnan(b->value) || a->value == b->value ||
        fmax(fabs(a->value), fabs(b->value)) < largest / 1000)
        return false;
    int decimals_a = lesser(a->decimals, wanted), decimals_b = lesser(b->decimals, wanted);
    double scale = power_of_ten(lesser(decimals_a, decimals_b));
    return (decimals_a < a->decimals || decimals_b < b->decimals) &&
           nearbyint(a->value * scale) == nearbyint(b->value * scale);
}

/* Compares the labels that are read together: successive figures of a series, if all are labelled,
 * and the last figures of all series. */
static bool neighbours_look_alike(const struct model *model, double largest, int wanted)
{
    size_t n = model->n_periods;
    bool all = n * model->n_series <= MAX_READ_TOGETHER;

    for (size_t i = 0; i < model->n_series; i++) {
        const struct figure *figures = model->series[i].figures;
        for (size_t j = 1; all && j < n; j++)
            if (look_alike(&figures[j - 1], &figures[j], largest, wanted))
                return true;
        for (size_t k = 0; n > 0 && k < i; k++)
            if (look_alike(&figures[n - 1], &model->series[k].figures[n - 1], largest, wanted))
                return true;
    }
    return false;
}

static bool shows_nothing(const struct figure *figure, double largest, int wanted)
{
    return !isnan(figure->value) && fabs(figure->value) >= largest / 1000 &&
           wanted < figure->decimals && vanishes(figure->value, wanted);
}

static bool any_shows_nothing(const struct model *model, double largest, int wanted)
{
    const double shown = power_of_ten(-wanted); /* from here on nothing vanishes */

    for (size_t i = 0; i < model->n_series; i++)
        for (size_t j = 0; j < model->n_periods; j++)
            if (fabs(model->series[i].figures[j].value) < shown &&
                shows_nothing(&model->series[i].figures[j], largest, wanted))
                return true;
    return false;
}

/* The common number of decimals; or, where they would leave less than two digits of the figure and
 * change it, as many as show two: 1.5 beside 1,235 is not 2. Of a doubtful figure one digit will do. */
static int decimals_of_figure(const struct figure *figure, int wanted)
{
    int decimals = lesser(figure->decimals, wanted);

    if (decimals == figure->decimals || (decimals >= 0 && fabs(figure->value) >= 10))
        return decimals; /* all that are known; or two digits stand before the point */

    int enough = decimals_for_digits(figure->value, figure->is_about ? 1 : 2);

    if (round_to(figure->value, enough - 1) == round_to(figure->value, figure->decimals))
        enough--; /* a final nought shows nothing more */
    if (enough <= decimals || enough > MAX_RESCUE ||
        round_to(figure->value, decimals) == round_to(figure->value, figure->decimals))
        return decimals;
    return lesser(figure->decimals, enough);
}

/* Calls visit for each figure that has a value, series by series. */
static void visit_figures(const struct model *model, void (*visit)(struct figure *, void *),
                          void *own)
{
    for (size_t i = 0; i < model->n_series; i++)
        for (size_t k = 0; k < model->n_periods; k++)
            if (!isnan(model->series[i].figures[k].value))
                visit(&model->series[i].figures[k], own);
}

static void cut_decimals(struct figure *figure, void *own)
{
    struct common_decimals *common = own;

    figure->decimals = decimals_of_figure(figure, common->wanted);
    if (figure->decimals <= common->wanted)
        common_decimals_add(common, figure->decimals);
}

static void try_decimals(struct figure *figure, void *own)
{
    struct common_decimals *common = own;

    if (figure->decimals <= common->wanted)
        common_decimals_try(common, figure->value, figure->decimals);
}

static void give_decimals(struct figure *figure, void *own)
{
    const struct common_decimals *common = own;

    if (figure->decimals > common->wanted)
        return;
    struct known_digits alone = { figure->decimals, figure->is_about };
    struct known_digits shown = common_decimals_of(common, alone, figure->is_derived);
    figure->decimals = shown.decimals;
    figure->is_about = shown.is_about;
}

/* One number of decimals for all of them, of at most so many. */
static void unify_decimals(const struct model *model, int wanted)
{
    struct common_decimals common;

    common_decimals_begin(&common, wanted);
    visit_figures(model, cut_decimals, &common);
    visit_figures(model, try_decimals, &common);
    visit_figures(model, give_decimals, &common);
}

/* Decimals that tell apart what is labelled. */
static int decimals_wanted(const struct model *model, double largest)
{
    int least = decimals_of_largest(model, largest), wanted = least;

    while (wanted < least + MAX_OWN && any_shows_nothing(model, largest, wanted))
        wanted++;
    for (least = wanted;
         wanted < least + MAX_EXTRA && neighbours_look_alike(model, largest, wanted);)
        wanted++;
    return lesser(wanted, MAX_DECIMALS);
}

/* The one style of all figures; FIGURE_SOLID, too, if they differ. */
static enum figure_style common_style(const struct model *model)
{
    enum figure_style style = FIGURE_SOLID;
    bool first = true;

    for (size_t i = 0; i < model->n_series; i++)
        for (size_t j = 0; j < model->n_periods; j++) {
            const struct figure *figure = &model->series[i].figures[j];
            if (isnan(figure->value))
                continue;
            if (!first && figure->style != style)
                return FIGURE_SOLID;
            style = figure->style;
            first = false;
        }
    return style;
}

void model_draw_styles(struct model *model, bool as_plain)
{
    as_plain = as_plain && model->only_style != FIGURE_SOLID;
    memset(model->styles, 0, sizeof model->styles);
    for (size_t i = 0; i < model->n_series; i++)
        for (size_t j = 0; j < model->n_periods; j++) {
            struct figure *figure = &model->series[i].figures[j];
            figure->drawn = as_plain ? FIGURE_SOLID : figure->style;
            model->styles[figure->drawn] |= !isnan(figure->value);
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
        if (sheaf_series_is_remainder(
                chart->series[i])) /* "Other", where "Other (5)" has no room */
            series[i].code = capitalized(arena, format_word(text, WORD_OTHER));
    }
    return names_differ(names, (const sheaf_series *const *)chart->series, n, arena);
}

enum { AXIS_LABELS = 4 };

static size_t max_labels(const struct model *model)
{
    size_t all = model->n_series * model->n_periods;

    return all <= MAX_LABELLED ? all : model->n_series + AXIS_LABELS;
}

/* The figures that are labelled: all, if they are few; else the last of each series, and the labels
 * of an axis up to the largest figure. Of figures that are unified already, and in given. */
static size_t list_labels(const struct model *model, int given, bool are_unified, double largest,
                          double *labels)
{
    size_t n = 0;
    bool labels_all = model->n_series * model->n_periods <= MAX_LABELLED;

    for (size_t i = 0; i < model->n_series; i++) {
        const struct model_series *series = &model->series[i];
        size_t last = model_last(model, series);
        int own = are_unified ? given : sheaf_series_multiplier(series->series);

        for (size_t j = labels_all ? 0 : last; j <= last && j < model->n_periods; j++)
            labels[n++] = rescale(series->figures[j].value, own, given);
    }
    for (size_t i = 1; !labels_all && i <= AXIS_LABELS; i++)
        labels[n++] = largest * (double)i / AXIS_LABELS;
    return n;
}

static bool choose_multiplier(struct model *model, int given, double largest, bool by_myriads,
                              struct arena *arena)
{
    double *labels = arena_array(arena, double, max_labels(model));

    if (labels == NULL)
        return false;
    size_t n = list_labels(model, given, false, largest, labels);
    model->multiplier = multiplier_for_figures(labels, n, given, model->unit, by_myriads);
    return true;
}

/* The multiplier follows the figures as they are shown: where most are rounded to 1,000 million,
 * they are 1 billion. */
static bool raise_multiplier(struct model *model, double *largest, int decimals, bool by_myriads,
                             struct arena *arena)
{
    double *labels = arena_array(arena, double, max_labels(model));
    int was = model->multiplier;

    if (labels == NULL)
        return false;
    size_t n = list_labels(model, was, true, *largest, labels);
    for (size_t i = 0; i < n; i++) /* what would be nothing counts as it is */
        labels[i] = vanishes(labels[i], decimals) ? labels[i] : round_to(labels[i], decimals);
    int raised = multiplier_for_figures(labels, n, was, model->unit, by_myriads);
    if (raised <= was)
        return true;
    model->multiplier = raised;
    *largest = rescale(*largest, was, raised);
    for (size_t i = 0; i < model->n_series; i++)
        unify_figures(model->series[i].figures, model, was);
    return true;
}

/* In the model's multiplier; INFINITY: all are zero. */
static double least_size(const struct model *model)
{
    double least = INFINITY;

    for (size_t i = 0; i < model->n_series; i++)
        for (size_t k = 0; k < model->n_periods; k++) {
            double size =
                fabs(rescale(model->series[i].figures[k].value,
                             sheaf_series_multiplier(model->series[i].series), model->multiplier));
            if (size > 0 && size < least)
                least = size;
        }
    return least;
}

/* On a logarithmic scale the least figures count: 47,500 and 0.6 million, not 47.5 and 0.0006
 * billion, as long as the largest has six digits. */
static void lower_multiplier(struct model *model, int given, double largest, bool by_myriads)
{
    static const double readable = 0.01;

    if (least_size(model) < readable)
        model->multiplier = multiplier_below(rescale(largest, given, model->multiplier),
                                             model->multiplier, model->unit, by_myriads);
}

static void choose_decimals_of_one(struct figure *figure, void *own)
{
    int wanted = decimals_of_largest(own, fabs(figure->value));
    int first = decimals_for_digits(figure->value, 1);

    wanted = lesser(wanted < first ? first : wanted, MAX_DECIMALS);
    figure->decimals = lesser(figure->decimals, wanted);
}

/* On a logarithmic scale the least figures are read as the largest are: 0.6 beside 47,500. */
static void choose_own_decimals(struct model *model)
{
    visit_figures(model, choose_decimals_of_one, model);
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
        if (!collect_one(model, &series[i], one, text, arena))
            return false;
        largest = fmax(largest, rescale(largest_of(model, series[i].figures),
                                        sheaf_series_multiplier(one), given));
    }
    if (!set_labels(series, chart, text, arena))
        return false;
    model->series = series;
    model->n_series = chart->n_series;
    if (!choose_multiplier(model, given, largest, words_count_by_myriads(text_locale(text)), arena))
        return false;
    if (chart->axis != SHEAF_AXIS_LINEAR)
        lower_multiplier(model, given, largest, words_count_by_myriads(text_locale(text)));
    largest = rescale(largest, given, model->multiplier);
    for (size_t i = 0; i < chart->n_series; i++)
        unify_figures(series[i].figures, model, sheaf_series_multiplier(chart->series[i]));
    if (chart->axis != SHEAF_AXIS_LINEAR) {
        choose_own_decimals(model);
        return true;
    }
    if (!raise_multiplier(model, &largest, decimals_wanted(model, largest),
                          words_count_by_myriads(text_locale(text)), arena))
        return false;
    unify_decimals(model, decimals_wanted(model, largest));
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
    if (!collect_periods(model, chart, arena) || !absent_find(model, arena) ||
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
    for (size_t i = model->n_periods; i > 0; i--)
        if (!isnan(series->figures[i - 1].value))
            return i - 1;
    return model->n_periods;
}
