/* model_decimals.c - how many decimals the figures of a chart are shown with. */
#include "chart/model/model_parts.h"

#include <math.h>

#include "chart/model/units.h"
#include "chart/words/words.h"
#include "series/digits.h"
#include "series/multiplier.h"
#include "series/rounding.h"

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

/* Calls visit for each figure that has a value, series by series. Inlined: there are millions. */
static inline void visit_figures(const struct model *model, void (*visit)(struct figure *, void *),
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

void model_unify_decimals(struct model *model, int wanted)
{
    struct common_decimals common;

    common_decimals_begin(&common, wanted);
    visit_figures(model, cut_decimals, &common);
    if (common.most <= common.least) /* all have as many: none loses any */
        return;
    visit_figures(model, try_decimals, &common);
    visit_figures(model, give_decimals, &common);
}

static void choose_decimals_of_one(struct figure *figure, void *own)
{
    int wanted = decimals_of_largest(own, fabs(figure->value));
    int first = decimals_for_digits(figure->value, 1);

    wanted = lesser(wanted < first ? first : wanted, MAX_DECIMALS);
    figure->decimals = lesser(figure->decimals, wanted);
}

void model_choose_own_decimals(struct model *model)
{
    visit_figures(model, choose_decimals_of_one, model);
}
