/* band.h - periods as bands side by side, in clusters of one kind.
 *
 * Periods of one length are comparable and stand in one cluster; a year and a part
 * of a year never do: the clusters are kept apart by a gap with a hairline in it,
 * and the parts of years have the narrower bands. */
#ifndef SHEAF_CHART_SCALE_BAND_H
#define SHEAF_CHART_SCALE_BAND_H

#include <stdbool.h>
#include <stddef.h>

#include "chart/scale/scale.h"
#include "sheaf/period.h"

struct band {
    bool opens_cluster; /* given: the first of its kind, but not of all */
    double weight;      /* given: width as a share of a whole band */
    double skip;        /* given: empty bands before it, where periods are missing */
    bool is_cut;        /* given: time before it is left out, because it would take too much room */
    double extra;       /* given: room beside it, for its name, in the same unit */
    double left, width; /* found */
    double rule;        /* found: where the hairline before a cluster stands */
};

/* Places n bands from left on. gap is a share of a band's width. A band is at most `most` wide (0:
 * no limit), so that the bands may end before the room does. Returns where they end, half a gap
 * after the last. */
double bands_place(struct band *bands, size_t n, double left, double width, double gap,
                   double most);

/* Sets opens_cluster and weight for periods in that order. Periods at unequal distances keep them,
 * in skip, if there are no more than `most` bands, empty ones included; else is_cut is set. */
void bands_cluster(struct band *bands, const sheaf_period *periods, size_t n, double most);

/* Values are the numbers of bands, positions their middles; low and high are the first and the last
 * number. Inverted, a position gives the band that it is nearest to. */
struct scale band_scale_of(const struct band *bands, size_t n);

#endif
