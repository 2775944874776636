/* quantised.c - values to one of five steps that begin and end at round numbers. */
#include "chart/scale/quantised.h"

#include <math.h>

/* What the five steps span, in units of a power of ten, and the unit that the lower end is a multiple
 * of. Finer than 1, 2, 5: steps from 0 to 50 for values up to 26 would leave half of the colours unused. */
static const struct span {
    int size, unit;
} spans[] = { { 5, 1 },  { 6, 1 },  { 7, 1 },  { 8, 1 },  { 9, 1 },  { 10, 1 },
              { 12, 5 }, { 15, 5 }, { 20, 5 }, { 25, 5 }, { 30, 5 }, { 40, 5 } };
enum { SPANS = sizeof spans / sizeof *spans };
/* Share of a number that rounding may take from it. */
static const double slack = 1e-12;

/* number / parts * 10^power, in one quotient: 0.3 and not 0.30000000000000004. */
static double scaled(double number, double parts, int power)
{
    return power > 0 ? number * pow(10, power) / parts : number / (parts * pow(10, -power));
}

static int places(double value)
{
    int decimals = 0;

    while (decimals < 12 &&
           fabs(value * pow(10, decimals) - round(value * pow(10, decimals))) > 1e-6)
        decimals++;
    return decimals;
}

/* Edges from first, in units of a power of ten, over a span. */
static void set_edges(struct quantised *scale, double first, int span, int power)
{
    for (int i = 0; i <= QUANTISED_STEPS; i++)
        scale->edges[i] = scaled(QUANTISED_STEPS * first + i * span, QUANTISED_STEPS, power);
    scale->decimals = scale->step_decimals = 0;
    for (int i = 0; i <= QUANTISED_STEPS; i++) {
        int own = places(scale->edges[i]);
        scale->step_decimals = own > scale->step_decimals ? own : scale->step_decimals;
        if (i % QUANTISED_STEPS == 0 && own > scale->decimals)
            scale->decimals = own;
    }
}

/* The smallest span that holds the values, from the multiple of its unit below the lowest. */
static void span_values(struct quantised *scale, double low, double high)
{
    for (int power = (int)floor(log10(high - low)) - 1;; power++)
        for (int i = 0; i < SPANS; i++) {
            double unit = scaled(spans[i].unit, 1, power);
            double first = floor(low / unit + slack) * spans[i].unit;
            if (scaled(first + spans[i].size, 1, power) >= high * (1 - slack)) {
                set_edges(scale, first, spans[i].size, power);
                return;
            }
        }
}

/* As far to both sides as the value that is farthest from zero. */
static void span_both_sides(struct quantised *scale, double reach)
{
    scale->is_diverging = true;
    for (int power = (int)floor(log10(reach)) - 1;; power++)
        for (int i = 0; i < SPANS; i++)
            if (scaled(spans[i].size, 1, power) >= reach * (1 - slack)) {
                set_edges(scale, -spans[i].size, 2 * spans[i].size, power);
                return;
            }
}

struct quantised quantised_make(double low, double high)
{
    struct quantised scale = { .is_diverging = false };

    if (low < 0) {
        span_both_sides(&scale, fmax(-low, high));
        return scale;
    }
    if (!(high > 0))
        high = 1;
    if (!(high > low * (1 + 1e-9)))
        low = 0;
    span_values(&scale, low, high);
    return scale;
}

size_t quantised_step(const struct quantised *scale, double value)
{
    size_t step = 0;

    while (step + 1 < QUANTISED_STEPS && value >= scale->edges[step + 1])
        step++;
    return step;
}

double quantised_share(const struct quantised *scale, size_t step)
{
    double share = (double)step / (QUANTISED_STEPS - 1);

    return scale->is_diverging ? 2 * share - 1 : share;
}
