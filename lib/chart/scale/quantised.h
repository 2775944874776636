/* quantised.h - values to one of five steps, each of which has a colour. Steps are equally wide and
 * begin at round numbers, so that a key of five swatches says all with the numbers at its ends. */
#ifndef SHEAF_CHART_QUANTISED_H
#define SHEAF_CHART_QUANTISED_H

#include <stdbool.h>
#include <stddef.h>

enum { QUANTISED_STEPS = 5 };

struct quantised {
    double edges[QUANTISED_STEPS + 1]; /* ascending */
    bool is_diverging;                 /* its middle step lies about zero */
    int decimals;                      /* places that tell the outer edges apart */
    int step_decimals;                 /* those that tell all edges apart */
};

/* Steps for values from low to high, both finite. With values below zero the scale reaches equally far
 * to both sides, so that equal colours are equally far from zero; else it never begins below
 * zero. */
struct quantised quantised_make(double low, double high);
/* The step of a value: at an edge the upper one; beyond the scale the outermost. */
size_t quantised_step(const struct quantised *scale, double value);
/* The place of a step among the colours of a ramp: 0 to 1, of a diverging scale -1 to 1. */
double quantised_share(const struct quantised *scale, size_t step);

#endif
