/* algebra_spans.h - figures of consecutive periods put together: sums and means. */
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

/* The parts of a span that a series has, summed. */
struct parts {
    struct running_sum sum;
    const sheaf_observation *terms[4]; /* the first three and the last, for the formula */
    size_t wanted, with_value;
    struct inputs inputs; /* of all parts, those without value, too */
};

void parts_take(struct parts *parts, const sheaf_observation *part);
/* The sum of what there is: all of it, or with partial some. */
void parts_add_sum(sheaf_series *result, sheaf_period span, const struct parts *parts,
                   bool partial);
/* The mean of the parts, "(1.2 + 1.3 + 1.4) / 3", in a period. */
void parts_add_mean(sheaf_series *result, sheaf_period period, const struct parts *parts);

#endif
