/* multiplier.c - the power of ten in which people are shown figures. */
#include "series/multiplier.h"

#include <math.h>
#include <stdlib.h>

#include "series/digits.h"
#include "series/rounding.h"

enum { MAX_MULTIPLIER = 12 };
/* A figure of seven digits is counted, not read. */
static const double too_long = 1e6;

static int step_of(bool by_myriads)
{
    return by_myriads ? 4 : 3;
}

int multiplier_for_people(double figure, int given, const char *unit, bool by_myriads)
{
    int step = step_of(by_myriads), chosen = 0;

    if (!(figure > 0) || given > MAX_MULTIPLIER || unit_is_rate(unit))
        return given;
    if (given == 0 && figure < 1e5)
        return 0;
    if (given > 0 && given % step == 0 && figure >= 1 && figure < pow(10, step))
        return given;
    while (chosen + step <= MAX_MULTIPLIER && log10(figure) + given + 1e-9 >= chosen + step)
        chosen += step;
    return chosen;
}

static int compare_figures(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;

    return (left > right) - (left < right);
}

/* Puts the magnitudes that count first; returns how many there are. */
static size_t keep_magnitudes(double *figures, size_t n)
{
    size_t kept = 0;

    for (size_t i = 0; i < n; i++)
        if (isfinite(figures[i]) && figures[i] != 0)
            figures[kept++] = fabs(figures[i]);
    return kept;
}

int multiplier_for_figures(double *figures, size_t n, int given, const char *unit, bool by_myriads)
{
    int step = step_of(by_myriads);

    n = keep_magnitudes(figures, n);
    if (n == 0)
        return given;
    qsort(figures, n, sizeof *figures, compare_figures);
    double median = figures[n / 2], largest = figures[n - 1];
    bool keeps = given > 0 && given % step == 0 && median >= 0.1 && largest >= 1;
    int chosen = multiplier_for_people(keeps ? fmax(median, 1) : median, given, unit, by_myriads);
    while (!unit_is_rate(unit) && chosen + step <= MAX_MULTIPLIER &&
           log10(largest) + given - chosen + 1e-9 >= log10(too_long))
        chosen += step;
    return chosen;
}

int multiplier_of_rounded(double figure, int decimals, int multiplier, const char *unit,
                          bool by_myriads)
{
    int step = step_of(by_myriads);
    double next = pow(10, step);

    return multiplier > 0 && multiplier % step == 0 && multiplier + step <= MAX_MULTIPLIER &&
                   !unit_is_rate(unit) && fabs(figure) < next &&
                   fabs(round_to(figure, decimals)) >= next
               ? multiplier + step
               : multiplier;
}

int multiplier_below(double largest, int multiplier, const char *unit, bool by_myriads)
{
    int step = step_of(by_myriads);

    return multiplier < step || unit_is_rate(unit) || largest * pow(10, step) >= too_long
               ? multiplier
               : multiplier - step;
}
