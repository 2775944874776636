/* algebra_spans.h - sums and means of consecutive periods. */
#ifndef SHEAF_SERIES_ALGEBRA_SPANS_H
#define SHEAF_SERIES_ALGEBRA_SPANS_H

#include "base/calendar.h"
#include "series/algebra_parts.h"

enum { YEAR = 12 };

/* Months since the year 0. */
static inline int32_t month_of(struct date day)
{
    return day.year * YEAR + day.month - 1;
}

/* The parts of a span (its months, say) that a series has, with their sum. */
struct parts {
    struct running_sum sum;
    sheaf_observation terms[4];    /* the first three and the last, for the formula */
    sheaf_period all[MOST_INPUTS]; /* of the first of them, for the derivation */
    const sheaf_series *of;
    size_t wanted, with_value;
    struct inputs inputs; /* of all parts, including those without value */
};

void parts_take(struct parts *parts, const sheaf_observation *part);
/* Adds the sum of the parts to the result. If parts are missing, the sum is missing or, with
 * partial, the sum of the others. */
void parts_add_sum(sheaf_series *result, sheaf_period span, const struct parts *parts,
                   bool partial);
/* Adds the mean of the parts, "(1.2 + 1.3 + 1.4) / 3", as the observation of a period. */
void parts_add_mean(sheaf_series *result, sheaf_period period, const struct parts *parts);

#endif
