/* residual.h - totals that would tell a secret, as what they leave beside the other parts. */
#ifndef SHEAF_SERIES_RESIDUAL_H
#define SHEAF_SERIES_RESIDUAL_H

#include "series/part_roles.h"
#include "sheaf/algebra.h"

/* Hides each figure of the whole of which all parts are known but one that is secret, because subtraction would
 * tell that; unless in other periods the whole holds so much beside its parts that it would not. Remainders are
 * no parts here. */
void series_hide_residuals(sheaf_series *whole, const sheaf_series *const *parts, size_t n);

#endif
