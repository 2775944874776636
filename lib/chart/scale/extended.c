/* extended.c - the search of Talbot, Lin and Hanrahan, An Extension of Wilkinson's Algorithm for
 * Positioning Tick Labels on Axes (InfoVis 2010).
 *
 * Every sequence of ticks is `count` multiples of skip * q * 10^power, q one of the nice numbers. Its
 * score is the weighted sum of four terms, the best of which is 1:
 *   simplicity  1 - (i - 1) / (n - 1) - skip + 1, with q the i-th of n; less 1 unless zero is among them
 *   coverage    1 - ((high - last)^2 + (low - first)^2) / 2 / (0.1 (high - low))^2
 *   density     2 - max(r / rt, rt / r), r ticks and rt wanted ticks in a length
 *   legibility  1: labels are fitted elsewhere
 * The loops go from what can score most downwards, and end where no score could be better. */
#include "chart/scale/extended.h"

#include <math.h>

/* In the order of preference. Tenths, so that 2.5 is a whole number. */
static const double nice_tenths[] = { 10, 50, 20, 25, 40, 30 };
enum { NICE = sizeof nice_tenths / sizeof *nice_tenths };

static const double simplicity_weight = 0.25, coverage_weight = 0.2, density_weight = 0.5,
                    legibility_weight = 0.05;

struct search {
    double low, high;
    double wanted;
    bool loose;
    double best; /* the score */
    struct extended_ticks ticks;
};

/* One choice of nice number, skip and count. */
struct choice {
    size_t nice;
    double skip, count;
};

static double score_of(double simplicity, double coverage, double density)
{
    return simplicity_weight * simplicity + coverage_weight * coverage + density_weight * density +
           legibility_weight;
}

static double simplicity_at_most(const struct choice *choice)
{
    return 2 - (double)choice->nice / (NICE - 1) - choice->skip;
}

static double square(double value)
{
    return value * value;
}

static double coverage(const struct search *search, double first, double last)
{
    return 1 - (square(search->high - last) + square(search->low - first)) / 2 /
                   square(0.1 * (search->high - search->low));
}

static double coverage_at_most(const struct search *search, double span)
{
    double beyond = (span - (search->high - search->low)) / 2;

    return beyond > 0 ? 1 - square(beyond) / square(0.1 * (search->high - search->low)) : 1;
}

static double density(const struct search *search, const struct choice *choice, double first,
                      double last)
{
    double ticks = (choice->count - 1) / (last - first);
    double wanted = (search->wanted - 1) / (fmax(last, search->high) - fmin(first, search->low));

    return 2 - fmax(ticks / wanted, wanted / ticks);
}

static double density_at_most(const struct search *search, double count)
{
    return count >= search->wanted ? 2 - (count - 1) / (search->wanted - 1) : 1;
}

static double ten_to(double power)
{
    return power < 0 ? 1 / pow(10, -power) : pow(10, power);
}

/* number * 10^power, rounded once. */
static double value_of(double number, double power)
{
    return power < 0 ? number / pow(10, -power) : number * pow(10, power);
}

static void take_if_better(struct search *search, const struct choice *choice, double start,
                           int power)
{
    double tenths = nice_tenths[choice->nice], step = choice->skip * tenths;
    double first_number = start * tenths, last_number = first_number + step * (choice->count - 1);
    double first = value_of(first_number, power), last = value_of(last_number, power);
    bool has_zero = first_number <= 0 && last_number >= 0 && fmod(first_number, step) == 0;
    double simplicity = simplicity_at_most(choice) - (has_zero ? 0 : 1);
    double score =
        score_of(simplicity, coverage(search, first, last), density(search, choice, first, last));

    if (score <= search->best || (search->loose && (first > search->low || last < search->high)))
        return;
    search->best = score;
    search->ticks = (struct extended_ticks){ first_number, step, power, (size_t)choice->count };
}

/* All places of so many ticks so far apart. */
static void search_starts(struct search *search, const struct choice *choice, double step,
                          int power)
{
    double first = (floor(search->high / step) - (choice->count - 1)) * choice->skip;
    double last = ceil(search->low / step) * choice->skip;

    for (double start = first; start <= last; start++)
        take_if_better(search, choice, start, power);
}

/* All distances, from the smallest that so many ticks need to cover the domain. */
static void search_powers(struct search *search, const struct choice *choice, double most_density)
{
    double unit = choice->skip * nice_tenths[choice->nice];
    double least = (search->high - search->low) / (choice->count + 1) / unit;

    for (int power = (int)ceil(log10(least));; power++) {
        double step = unit * ten_to(power);
        if (score_of(simplicity_at_most(choice),
                     coverage_at_most(search, step * (choice->count - 1)),
                     most_density) < search->best)
            return;
        search_starts(search, choice, step, power);
    }
}

static void search_counts(struct search *search, struct choice choice)
{
    for (choice.count = 2;; choice.count++) {
        double most_density = density_at_most(search, choice.count);
        if (score_of(simplicity_at_most(&choice), 1, most_density) < search->best)
            return;
        search_powers(search, &choice, most_density);
    }
}

struct extended_ticks extended_search(double low, double high, size_t wanted, bool loose)
{
    struct search search = {
        .low = low, .high = high, .wanted = (double)wanted, .loose = loose, .best = -2
    };
    double span = high - low, largest = fmax(fabs(low), fabs(high));

    /* Beyond these a step has no exact multiples, or overflows. */
    if (wanted < 2 || !(low < high) || !(largest < 1e250) || span < 1e-250 ||
        span < 1e-12 * largest)
        return search.ticks;
    for (double skip = 1;; skip++)
        for (size_t nice = 0; nice < NICE; nice++) {
            struct choice choice = { .nice = nice, .skip = skip };
            if (score_of(simplicity_at_most(&choice), 1, 1) < search.best)
                return search.ticks;
            search_counts(&search, choice);
        }
}

double extended_tick(const struct extended_ticks *ticks, size_t index)
{
    return value_of(ticks->first + ticks->step * (double)index, ticks->power);
}
