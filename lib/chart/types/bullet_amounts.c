/* bullet_amounts.c - how the amounts of targets are written: in which power of ten, with how many
 * digits. */
#include "chart/types/bullet.h"

#include <math.h>
#include <string.h>

#include "chart/chart.h"
#include "chart/plan.h"
#include "chart/words/amounts.h"
#include "chart/words/words.h"
#include "series/digits.h"
#include "series/rounding.h"
#include "text/format.h"

/* Significant digits of a figure: enough for its size. Decimals that a person would write at most. */
enum { FEW_DIGITS = 3, MOST_WRITTEN = 6 };

double bullet_in_units(double value, int multiplier)
{
    return value * pow(10, multiplier);
}

double bullet_reach(const struct target *target)
{
    double most = isnan(target->reached) ? target->aim : fmax(target->aim, target->reached);

    return bullet_in_units(most, target->multiplier);
}

/* The decimals that a person would write the figure with. */
static int decimals_of(double value)
{
    int decimals = 0;

    while (decimals < MOST_WRITTEN) {
        double shifted = value * pow(10, decimals);
        if (fabs(shifted - nearbyint(shifted)) <= 1e-9 * fabs(shifted))
            break;
        decimals++;
    }
    return decimals;
}

/* The multiplier in which a target would be written alone: 3000 thousand is 3 million. It is one in
 * which the language counts. */
static int own_multiplier(const struct plot *plot, const struct target *target)
{
    int step = words_count_by_myriads(text_locale(plot->pen.text)) ? 4 : 3;
    int multiplier = format_multiplier(plot->pen.text, target->multiplier);

    while (multiplier % step == 0 && multiplier + step <= 12 &&
           bullet_in_units(target->aim, target->multiplier - multiplier) >= pow(10, step))
        multiplier += step;
    if (multiplier > target->multiplier &&
        bullet_in_units(target->aim, target->multiplier - multiplier) < 1)
        multiplier -= step;
    return multiplier;
}

static bool share_unit(const struct target *a, const struct target *b)
{
    return strcmp(a->unit, b->unit) == 0;
}

/* Where the subtitle says the unit for all, they are written in one multiplier: the smallest's. */
static int spoken_multiplier(const struct plot *plot, const struct target *target)
{
    const struct sheaf_chart *chart = plot->plan->chart;
    const char *subtitle = plot->plan->subtitle;
    int least = own_multiplier(plot, target);

    if (subtitle == NULL || strstr(subtitle, "{unit}") == NULL)
        return least;
    for (size_t i = 0; i < chart->n_targets; i++) {
        const struct target *other = &chart->targets[i];
        int multiplier = own_multiplier(plot, other);
        if (share_unit(target, other) && multiplier < least)
            least = multiplier;
    }
    return least;
}

static int shown_decimals(double value, int digits)
{
    int all = decimals_of(value), some = decimals_for_digits(value, digits);

    return some < 0 ? 0 : some < all ? some : all;
}

static double spoken(const struct plot *plot, const struct target *target, double value)
{
    return bullet_in_units(value, target->multiplier - spoken_multiplier(plot, target));
}

static bool share_amounts(const struct plot *plot, const struct target *a, const struct target *b)
{
    return share_unit(a, b) && spoken_multiplier(plot, a) == spoken_multiplier(plot, b);
}

/* The unit is said once where the subtitle says it. */
const char *bullet_aim(const struct plot *plot, const struct target *target, int digits,
                       bool with_unit)
{
    double aim = spoken(plot, target, target->aim);
    int decimals = shown_decimals(aim, digits);

    return with_unit ? format_amount(plot->pen.text, plot->pen.arena, aim, target->unit,
                                     spoken_multiplier(plot, target), decimals)
                     : format_number(plot->pen.text, plot->pen.arena, aim, decimals);
}

static bool looks_reached(double aim, double reached, int decimals)
{
    return aim != reached && round_to(aim, decimals) == round_to(reached, decimals);
}

/* Few digits, but enough that a missed target does not look reached. */
int bullet_few_digits(const struct plot *plot, const struct target *target)
{
    double aim = spoken(plot, target, target->aim);
    double reached = spoken(plot, target, target->reached);
    int digits = FEW_DIGITS;

    while (digits < ALL_DIGITS && aim != reached &&
           round_to(aim, shown_decimals(aim, digits)) ==
               round_to(reached, shown_decimals(reached, digits)))
        digits++;
    return digits;
}

/* Whether what is reached has more decimals in one row than in another of its unit. */
static bool decimals_differ(const struct plot *plot, const struct target *target)
{
    const struct sheaf_chart *chart = plot->plan->chart;
    int own = decimals_of(spoken(plot, target, target->reached));

    for (size_t i = 0; i < chart->n_targets; i++) {
        const struct target *other = &chart->targets[i];
        if (share_unit(target, other) && !isnan(other->reached) &&
            decimals_of(spoken(plot, other, other->reached)) != own)
            return true;
    }
    return false;
}

/* Those that all rows in one multiplier are written with: as few as leave each two digits, and let no
 * missed target look reached. */
static int common_decimals(const struct plot *plot, const struct target *target)
{
    const struct sheaf_chart *chart = plot->plan->chart;
    int few = MOST_WRITTEN, needed = 0;

    for (size_t i = 0; i < chart->n_targets; i++) {
        const struct target *other = &chart->targets[i];
        double reached = spoken(plot, other, other->reached);
        if (!share_amounts(plot, target, other) || isnan(reached))
            continue;
        int own = shown_decimals(reached, FEW_DIGITS), least = shown_decimals(reached, 2);
        while (least < MOST_WRITTEN &&
               looks_reached(spoken(plot, other, other->aim), reached, least))
            least++;
        few = own < few ? own : few;
        needed = least > needed ? least : needed;
    }
    return few > needed ? few : needed;
}

const char *bullet_reached(const struct plot *plot, const struct target *target, int digits)
{
    double reached = spoken(plot, target, target->reached);
    int decimals = digits == ALL_DIGITS && decimals_differ(plot, target)
                       ? common_decimals(plot, target)
                       : shown_decimals(reached, digits);

    return format_number(plot->pen.text, plot->pen.arena, reached, decimals);
}

/* "62%" of the target; never "100%" if it is missed or exceeded, nor "0%" if anything is
 * reached. */
const char *bullet_share(const struct plot *plot, const struct target *target)
{
    double share = 100 * target->reached / target->aim, size = fabs(share);
    int decimals = 0;

    if (!isfinite(share))
        return NULL;
    if (share != 0 && size < 0.95) {
        decimals = size < 0.095 ? 2 : 1;
    } else if (fabs(share - 100) > 1e-11 && round_to(share, 0) == 100) {
        decimals = 1;
        share = share < 100 ? fmin(share, 99.9) : fmax(share, 100.1);
    }
    const struct amount amount = {
        .value = share, .low = share, .high = share, .decimals = decimals, .unit = "%"
    };
    return amount_text(plot->pen.text, plot->pen.arena, &amount, AMOUNT_WHOLE);
}

/* What all amounts are in; "": they are in several units. */
const char *bullet_unit(const struct plot *plot)
{
    const struct sheaf_chart *chart = plot->plan->chart;
    const struct target *first = &chart->targets[0];
    int multiplier = spoken_multiplier(plot, first);

    for (size_t i = 1; i < chart->n_targets; i++)
        if (!share_amounts(plot, first, &chart->targets[i]))
            return "";
    return format_unit(plot->pen.text, plot->pen.arena, first->unit, multiplier);
}
