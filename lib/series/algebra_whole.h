/* algebra_whole.h - what sums are refused: of figures that are no amounts, and of parts that exceed
 * their whole. */
#ifndef SHEAF_SERIES_ALGEBRA_WHOLE_H
#define SHEAF_SERIES_ALGEBRA_WHOLE_H

#include "series/algebra_walk.h"

/* Fails the result if the figures cannot be added over time: per cent, indices, ranks, prices, figures
 * per person. Returns whether the result is still good. */
bool require_amounts(sheaf_series *result, const sheaf_series *series);
/* The same for parts of a whole. Contributions in percentage points add up to the growth of the
 * whole. */
bool require_amounts_of_parts(sheaf_series *result, const sheaf_series_list *parts);
/* The same for two series that an author adds: percentages of one base can be. */
bool require_no_rates(sheaf_series *result, const sheaf_series *series);

/* Fails the result where the parts add up to more than their whole, beyond rounding, and names the
 * part that probably holds others: the largest that is no country, else the largest. Negative
 * figures (a balance, a correction) are passed over. whole NULL: the list's own, if it has one.
 * Returns whether the result is still good. */
bool require_parts_fit(sheaf_series *result, const sheaf_series_list *parts,
                       const sheaf_series *whole);

#endif
