/* algebra_walk.h - walks through several series at once, period by period. */
#ifndef SHEAF_SERIES_ALGEBRA_WALK_H
#define SHEAF_SERIES_ALGEBRA_WALK_H

#include "series/algebra_parts.h"
#include "series/part_roles.h"

/* Visits all periods that any part has, in order. The whole, where the list has it, is left out. */
struct walk {
    const sheaf_series_list *parts;
    struct part_roles roles;
    size_t n;
    int multiplier;               /* the parts' largest; all figures are converted to it */
    size_t *next;                 /* [part]: index of its next observation */
    const sheaf_observation **at; /* [part]: its observation in this period; NULL: none */
    sheaf_observation *converted;
    sheaf_period period;
};

/* Uses the result's memory. On failure, fails the result and returns false. */
bool walk_begin(struct walk *walk, sheaf_series *result, const sheaf_series_list *parts);
/* Goes to the next period; false after the last. */
bool walk_on(struct walk *walk);

/* An empty result with the attributes that all parts share. unit NULL: their unit. */
sheaf_series *result_of_parts(const sheaf_series_list *parts, const char *name, const char *unit);

#endif
