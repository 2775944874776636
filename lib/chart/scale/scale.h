/* scale.h - values to positions and back. A kind of scale is one file that fills a struct
 * scale_type. */
#ifndef SHEAF_CHART_SCALE_H
#define SHEAF_CHART_SCALE_H

#include <stddef.h>

#include "text/text.h"

struct band;
struct scale_type;

/* Between ticks: multiple / divisor, in whole numbers (0.2 is 2/10). */
struct scale_step {
    double multiple, divisor;
    int decimals; /* places that tell multiples of the step apart */
};

struct scale {
    const struct scale_type *type;
    double low, high;         /* the domain */
    double from, to;          /* positions of low and high */
    struct scale_step step;   /* of a domain made nice; multiple 0: there are no ticks */
    int decades;              /* of a logarithmic scale: from tick to tick; 0: at 1, 2 and 5 */
    const struct band *bands; /* of a band scale */
};

/* The decades of a logarithmic domain so short that its ticks are those of a linear one. */
enum { LINEAR_TICKS = -1 };
enum { TICKS_MAX = 24 };
struct ticks {
    double values[TICKS_MAX];
    size_t count;
};

/* Where there is NULL for nice, ticks and decimals, other guides label the scale: periods are named
 * by the axis of periods. */
struct scale_type {
    double (*position)(const struct scale *scale, double value);
    double (*invert)(const struct scale *scale, double position);
    /* Widens the domain to whole steps, with `most` ticks or fewer, and sets the step. */
    void (*nice)(struct scale *scale, size_t most);
    /* Ascending, within the domain. */
    void (*ticks)(const struct scale *scale, struct ticks *ticks);
    /* Places after the point that a tick's label needs. */
    int (*decimals)(const struct scale *scale, double tick);
};

/* Equal steps for equal differences. */
extern const struct scale_type linear_scale;
/* Equal steps for equal ratios of values above zero. */
extern const struct scale_type log_scale;
/* The same on either side of zero, and linear near it. */
extern const struct scale_type symlog_scale;

double scale_position(const struct scale *scale, double value);
double scale_invert(const struct scale *scale, double position);
void scale_nice(struct scale *scale, size_t most);
struct ticks scale_ticks(const struct scale *scale);
int scale_decimals(const struct scale *scale, double tick);
/* The number at a tick; NULL after a failure. */
const char *scale_format(const struct scale *scale, struct text *text, struct arena *arena,
                         double tick);

#endif
