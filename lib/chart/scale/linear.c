/* linear.c - positions in proportion to values, with round ticks: multiples of 1, 2 or 5 * 10^k.
 *
 * A step is multiple/divisor in whole numbers (0.2 is 2/10), so a tick is one product
 * and one division: 3/10 prints as 0.3 and end ticks never go missing. */
#include <math.h>
#include <stdbool.h>

#include "chart/scale/extended.h"
#include "chart/scale/scale.h"

static double position(const struct scale *scale, double value)
{
    /* Halved, so that a domain from -1e308 to 1e308 has a finite span. */
    double span = scale->high / 2 - scale->low / 2;
    double share = span > 0 ? (value / 2 - scale->low / 2) / span : 0.5;

    return scale->from + share * (scale->to - scale->from);
}

static double invert(const struct scale *scale, double at)
{
    double room = scale->to - scale->from;
    double share = room != 0 ? (at - scale->from) / room : 0;

    return (1 - share) * scale->low + share * scale->high;
}

/* 1, 2 or 5 times a power of ten; rank counts them: 0 is 1, 1 is 2, 2 is 5, 3 is 10. */
static struct scale_step step_of_rank(int rank)
{
    static const double digits[] = { 1, 2, 5 };
    int power = (int)floor(rank / 3.0);
    double digit = digits[rank - 3 * power];

    if (power < 0)
        return (struct scale_step){ digit, pow(10, -power), -power };
    return (struct scale_step){ digit * pow(10, power), 1, 0 };
}

static double step_value(struct scale_step step, double index)
{
    return index * step.multiple / step.divisor;
}

/* Rank of the smallest step not below raw; the slack absorbs log10's error. */
static int rank_above(double raw)
{
    double power = floor(log10(raw) + 1e-9);
    double ratio = raw / pow(10, power) - 1e-9;

    return 3 * (int)power + (ratio <= 1 ? 0 : ratio <= 2 ? 1 : ratio <= 5 ? 2 : 3);
}

/* Reversed, empty and endless domains have none. Nor have those near the ends of a double's range,
 * where powers of ten and their quotients overflow. */
static bool has_ticks(double low, double high)
{
    double span = high - low, largest = fmax(fabs(low), fabs(high));

    return low < high && largest < 1e250 && span > 1e-250 && span > 1e-12 * largest;
}

/* The multiple of the step at or beyond value; the slack keeps 0.3 at 3 * 0.1. */
static double index_below(struct scale_step step, double value)
{
    return floor(value * step.divisor / step.multiple + 1e-9);
}

static double index_above(struct scale_step step, double value)
{
    return ceil(value * step.divisor / step.multiple - 1e-9);
}

/* Multiples of a step, from the first to the last. */
struct multiples {
    struct scale_step step;
    double first, last;
};

static double count_of(struct multiples ticks)
{
    return ticks.last - ticks.first + 1;
}

/* Maximum share of the values' range that a tick may lie beyond them: a bar of 20.2 would fill half
 * of an axis to 40. */
static const double max_waste = 0.25;

static bool is_wasted(double beyond, double low, double high)
{
    return beyond > max_waste * (high - low);
}

/* Whether the values end far above the lowest tick. */
static bool is_too_low(struct multiples ticks, double low, double high)
{
    double beyond = low - step_value(ticks.step, ticks.first);

    return ticks.first < 0 && ticks.last - ticks.first >= 2 &&
           (beyond * ticks.step.divisor / ticks.step.multiple > 0.5 ||
            is_wasted(beyond, low, high));
}

/* Whether the values end far below the highest tick. Three ticks stay, because fewer show the
 * scale less well, unless the highest wastes room. */
static bool is_too_high(struct multiples ticks, double low, double high)
{
    double beyond = step_value(ticks.step, ticks.last) - high;

    return ticks.last - ticks.first >= 3
               ? beyond * ticks.step.divisor / ticks.step.multiple > 0.25
               : ticks.last - ticks.first == 2 && is_wasted(beyond, low, high);
}

static bool waste(struct multiples ticks, double low, double high)
{
    return is_wasted(step_value(ticks.step, ticks.last) - high, low, high) ||
           is_wasted(low - step_value(ticks.step, ticks.first), low, high);
}

/* Without the ticks beyond the values, if only then there is room for the others: the highest goes
 * first. */
static struct multiples within(struct multiples ticks, double low, double high, double room)
{
    if (count_of(ticks) > room)
        ticks.last = index_below(ticks.step, high);
    if (count_of(ticks) > room)
        ticks.first = index_above(ticks.step, low);
    return ticks;
}

/* One value alone gets a range around it, and zero alone ends at 1. */
static void widen_point(struct scale *scale)
{
    if (scale->low == 0 && scale->high == 0)
        scale->high = 1;
    if (isfinite(scale->low) && scale->low == scale->high) {
        double around = fabs(scale->low) / 2;
        scale->low -= around;
        scale->high += around;
    }
}

static void take(struct scale *scale, struct multiples ticks)
{
    scale->low = fmin(scale->low, step_value(ticks.step, ticks.first));
    scale->high = fmax(scale->high, step_value(ticks.step, ticks.last));
    scale->step = ticks.step;
}

/* Two ticks or more, zero among them if it lies within. A tick far beyond the values is left out,
 * and the domain ends with them: -2.1 needs no axis from -5, and 20.2 none to 25. Where the step for
 * so few ticks ends far beyond the values, a finer one without ticks beyond them serves. */
static void nice(struct scale *scale, size_t most)
{
    widen_point(scale);
    const double low = scale->low, high = scale->high;
    size_t least = low < 0 && high > 0 ? 3 : 2; /* zero is a multiple of every step */
    double room = (double)(most < least ? least : most > TICKS_MAX ? TICKS_MAX : most);
    struct multiples finer = { .last = -1 };

    scale->step = (struct scale_step){ 0 };
    if (!has_ticks(low, high))
        return;
    /* One rank too fine is always too many; a few ranks up it always fits. */
    for (int rank = rank_above((high - low) / room) - 1;; rank++) {
        struct scale_step step = step_of_rank(rank);
        struct multiples ticks = { step, index_below(step, low), index_above(step, high) };

        if (is_too_low(ticks, low, high))
            ticks.first++;
        if (count_of(ticks) <= room) {
            if (is_too_high(ticks, low, high))
                ticks.last--;
            take(scale, waste(ticks, low, high) && count_of(finer) >= 2 ? finer : ticks);
            return;
        }
        ticks = within(ticks, low, high, room);
        if (count_of(finer) < 2 && count_of(ticks) <= room)
            finer = ticks;
    }
}

static void list_ticks(const struct scale *scale, struct ticks *ticks)
{
    struct scale_step step = scale->step;

    if (step.multiple == 0)
        return;
    double last = index_below(step, scale->high);
    for (double index = index_above(step, scale->low); index <= last && ticks->count < TICKS_MAX;
         index++)
        ticks->values[ticks->count++] = step_value(step, index);
}

static int decimals(const struct scale *scale, double tick)
{
    return tick == 0 ? 0 : scale->step.decimals;
}

/* Length of a domain without zero, as a share of its values' range, from which a search may find ticks
 * that cover the values better: 8 10 12 14 in place of 5 10 15. */
static const double loose = 1.25;

/* The step of ticks in whole numbers: 25 * 10^-1 is 2.5. */
static struct scale_step step_of_search(struct extended_ticks ticks)
{
    for (; fmod(ticks.step, 10) == 0; ticks.step /= 10)
        ticks.power++;
    if (ticks.power < 0)
        return (struct scale_step){ ticks.step, pow(10, -ticks.power), -ticks.power };
    return (struct scale_step){ ticks.step * pow(10, ticks.power), 1, 0 };
}

/* Readers count in steps of 1, 2, 2.5 and 5 from zero, not in steps of 8 or from 90 to 110 by 20. */
static bool is_counted(struct extended_ticks ticks)
{
    double step = ticks.step;

    while (fmod(step, 10) == 0)
        step /= 10;
    return (step == 1 || step == 2 || step == 5 || step == 25) &&
           fmod(ticks.first, ticks.step) == 0;
}

/* The domain by the extended Wilkinson search; as it was if that finds none with at most so many. */
static void search(struct scale *scale, size_t most)
{
    struct extended_ticks found = extended_search(scale->low, scale->high, most - 1, false);
    struct scale searched = *scale;
    struct ticks ticks = { .count = 0 };

    if (found.count < 3 || !is_counted(found))
        return;
    searched.low = fmin(scale->low, extended_tick(&found, 0));
    searched.high = fmax(scale->high, extended_tick(&found, found.count - 1));
    searched.step = step_of_search(found);
    list_ticks(&searched, &ticks);
    if (ticks.count <= most)
        *scale = searched;
}

static void nice_or_searched(struct scale *scale, size_t most)
{
    struct scale searched = *scale;

    searched.step = (struct scale_step){ 0 };
    nice(scale, most);
    if (most < 3 || !(searched.low < searched.high) || (searched.low <= 0 && searched.high >= 0) ||
        scale->high - scale->low < loose * (searched.high - searched.low))
        return;
    search(&searched, most);
    if (searched.step.multiple != 0 && searched.high - searched.low < scale->high - scale->low)
        *scale = searched;
}

const struct scale_type linear_scale = { position, invert, nice_or_searched, list_ticks, decimals };
