/* model_decimals.c - how many decimals the figures of a chart are shown with. */
#include "chart/model/model_parts.h"

#include <math.h>

#include "chart/model/figures.h"
#include "chart/model/units.h"
#include "chart/words/words.h"
#include "series/digits.h"
#include "series/multiplier.h"
#include "series/rounding.h"
#include "series/series.h"

/* All labels have one number of decimals, as far as they are known: those that show three digits of
 * the largest value. One more is added while a small value would be shown as nothing, and up to
 * three while labels that are read together would look the same. */
enum { LABEL_DIGITS = 3, MAX_OWN = 1, MAX_EXTRA = 3, MAX_DECIMALS = 12 };
/* Maximum number of figures that bars label one by one: see bars.c. */
enum { MAX_READ_TOGETHER = 12 };
/* At most so many decimals keep a figure from losing its digits. */
enum { MAX_RESCUE = 6 };

static int lesser(int a, int b)
{
    return a < b ? a : b;
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
        const struct model_series *series = &model->series[i];
        for (size_t j = 1; all && j < n; j++) {
            const struct figure before = figure_at(model, series, j - 1),
                                figure = figure_at(model, series, j);
            if (look_alike(&before, &figure, largest, wanted))
                return true;
        }
        for (size_t k = 0; n > 0 && k < i; k++) {
            const struct figure last = figure_at(model, series, n - 1),
                                other = figure_at(model, &model->series[k], n - 1);
            if (look_alike(&last, &other, largest, wanted))
                return true;
        }
    }
    return false;
}

static bool shows_nothing(const struct figure *figure, double largest, int wanted)
{
    return !isnan(figure->value) && fabs(figure->value) >= largest / 1000 &&
           wanted < figure->decimals && vanishes(figure->value, wanted);
}

/* Calls visit for each figure of a series that has a value, until it returns true. Inlined: there are
 * millions. */
static inline bool visit_series(const struct model *model, const struct model_series *series,
                                bool (*visit)(struct figure *, void *), void *own)
{
    if (!figures_are_plain(series)) {
        for (size_t k = 0; k < model->n_periods; k++)
            if (!isnan(series->figures[k].value) && visit(&series->figures[k], own))
                return true;
        return false;
    }
    for (size_t k = 0, n; k < model->n_periods; k += n) {
        const struct plain_run run = series_plain_from(series->series, k);
        n = run.n;
        for (size_t i = 0; i < n; i++) {
            struct figure figure = { .value = plain_in_model(model, series, run.figures[i].value),
                                     .decimals = model_plain_decimals(model, series) };
            model_cut_plain(model, &figure);
            if (visit(&figure, own))
                return true;
        }
    }
    return false;
}

/* The smallest size of figures without an array, where all have one sign; else 0. */
static double least_plain(const struct model *model, const struct model_series *series)
{
    const struct extent given = series->plain.given;
    double least = given.low > 0 ? given.low : given.high < 0 ? -given.high : 0;

    return plain_in_model(model, series, least);
}

struct shown {
    double largest;
    int wanted;
    double least; /* from here on nothing vanishes */
};

static bool is_shown_as_nothing(struct figure *figure, void *own)
{
    const struct shown *shown = own;

    return fabs(figure->value) < shown->least &&
           shows_nothing(figure, shown->largest, shown->wanted);
}

static bool any_shows_nothing(const struct model *model, double largest, int wanted)
{
    struct shown shown = { largest, wanted, power_of_ten(-wanted) };

    for (size_t i = 0; i < model->n_series; i++) {
        const struct model_series *series = &model->series[i];
        if (figures_are_plain(series) && least_plain(model, series) >= shown.least)
            continue;
        if (visit_series(model, series, is_shown_as_nothing, &shown))
            return true;
    }
    return false;
}

int model_decimals_wanted(const struct model *model, double largest)
{
    int least = decimals_of_largest(model, largest), wanted = least;

    while (wanted < least + MAX_OWN && any_shows_nothing(model, largest, wanted))
        wanted++;
    for (least = wanted;
         wanted < least + MAX_EXTRA && neighbours_look_alike(model, largest, wanted);)
        wanted++;
    return lesser(wanted, MAX_DECIMALS);
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

static void visit_figures(const struct model *model, bool (*visit)(struct figure *, void *),
                          void *own)
{
    for (size_t i = 0; i < model->n_series; i++)
        visit_series(model, &model->series[i], visit, own);
}

static bool cut_decimals(struct figure *figure, void *own)
{
    struct common_decimals *common = own;

    figure->decimals = decimals_of_figure(figure, common->wanted);
    if (figure->decimals <= common->wanted)
        common_decimals_add(common, figure->decimals);
    return false;
}

static bool try_decimals(struct figure *figure, void *own)
{
    struct common_decimals *common = own;

    if (figure->decimals <= common->wanted)
        common_decimals_try(common, figure->value, figure->decimals);
    return false;
}

static bool give_decimals(struct figure *figure, void *own)
{
    const struct common_decimals *common = own;

    if (figure->decimals > common->wanted)
        return false;
    struct known_digits alone = { figure->decimals, figure->is_about };
    struct known_digits shown = common_decimals_of(common, alone, figure->is_derived);
    figure->decimals = shown.decimals;
    figure->is_about = shown.is_about;
    return false;
}

int model_plain_decimals(const struct model *model, const struct model_series *series)
{
    return series->plain.decimals + model->multiplier - sheaf_series_multiplier(series->series);
}

void model_cut_plain(const struct model *model, struct figure *figure)
{
    if (model->plain_decimals >= PLAIN_CUT)
        figure->decimals = decimals_of_figure(figure, model->common.wanted);
    if (model->plain_decimals == PLAIN_COMMON) {
        struct common_decimals common = model->common;
        give_decimals(figure, &common);
    }
}

void model_unify_decimals(struct model *model, int wanted)
{
    struct common_decimals *common = &model->common;

    common_decimals_begin(common, wanted);
    for (size_t i = 0; i < model->n_series; i++) {
        const struct model_series *series = &model->series[i];
        /* Where they have no array each is cut to one number, or is not counted. */
        if (figures_are_plain(series))
            common_decimals_add(common, lesser(model_plain_decimals(model, series), wanted));
        else
            visit_series(model, series, cut_decimals, common);
    }
    model->plain_decimals = PLAIN_CUT;
    if (common->most <= common->least) /* all have as many: none loses any */
        return;
    visit_figures(model, try_decimals, common);
    visit_figures(model, give_decimals, common);
    model->plain_decimals = PLAIN_COMMON;
}

static bool choose_decimals_of_one(struct figure *figure, void *own)
{
    int wanted = decimals_of_largest(own, fabs(figure->value));
    int first = decimals_for_digits(figure->value, 1);

    wanted = lesser(wanted < first ? first : wanted, MAX_DECIMALS);
    figure->decimals = lesser(figure->decimals, wanted);
    return false;
}

void model_choose_own_decimals(struct model *model)
{
    visit_figures(model, choose_decimals_of_one, model);
}
