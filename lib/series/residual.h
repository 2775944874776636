/* residual.h - totals that would tell a secret, as what they leave beside the other parts. */
#ifndef SHEAF_SERIES_RESIDUAL_H
#define SHEAF_SERIES_RESIDUAL_H

#include "series/part_roles.h"
#include "sheaf/algebra.h"

/* Hides each figure of the whole of which all parts are known but one that is secret, because subtraction would
 * tell that; unless in other periods the whole holds so much beside its parts that it would not. Remainders are
 * no parts here. */
void series_hide_residuals(sheaf_series *whole, const sheaf_series *const *parts, size_t n);

/* The same of the whole that a list has beside its parts, if it has one: the series is in the list. NULL: nothing
 * was hidden for lack of a whole or of a secret, or memory ran out, which is in the arena's error. */
sheaf_series *series_list_hide_residuals(sheaf_series_list *list, struct arena *arena);

/* Whether any figure is confidential or suppressed. */
bool series_has_secret(const sheaf_series *series);

#endif
