/* algebra_walk.h - the parts of a whole, period by period. */
#ifndef SHEAF_SERIES_ALGEBRA_WALK_H
#define SHEAF_SERIES_ALGEBRA_WALK_H

#include "series/algebra_parts.h"

/* A walk through the periods of all parts, in order. */
struct walk {
    const sheaf_series_list *parts;
    size_t n;
    int multiplier;               /* the largest of the parts: their figures are put into it */
    size_t *next;                 /* of each part */
    const sheaf_observation **at; /* each part's in the current period; NULL: it has none */
    sheaf_observation *converted;
    sheaf_period period;
};

/* Its memory is the result's; false after a failure, which the result has. */
bool walk_begin(struct walk *walk, sheaf_series *result, const sheaf_series_list *parts);
/* To the next period; false after the last. */
bool walk_on(struct walk *walk);

/* About what all parts are about. unit NULL: theirs. */
sheaf_series *result_of_parts(const sheaf_series_list *parts, const char *name, const char *unit);

#endif
