/* series_list.h - what other files need of a list beyond sheaf/algebra.h. */
#ifndef SHEAF_SERIES_SERIES_LIST_H
#define SHEAF_SERIES_SERIES_LIST_H

#include <stdbool.h>

#include "base/memory.h"
#include "sheaf/algebra.h"

/* A series of the list, which keeps it, for changes. NULL beyond the last. */
sheaf_series *series_list_item(sheaf_series_list *list, size_t index);
const sheaf_alloc *series_list_alloc(const sheaf_series_list *list);
void series_list_fail(sheaf_series_list *list, const sheaf_error *error);

/* Notes that a series had no other to be paired with, so that what the list is computed from is not all in
 * it. */
void series_list_leave_out(sheaf_series_list *list, const sheaf_series *series);
/* Whether one that is left out has figures in the period. */
bool series_list_lacks(const sheaf_series_list *list, sheaf_period period);

/* What the parts that are not in the rest leave of the total or, with total NULL, the sum of the rest
 * [a flag each part]: a remainder, named "other". Confidential where it would reveal a part. (In
 * algebra_structure.c.) */
sheaf_series *series_list_rest(const sheaf_series_list *parts, const sheaf_series *total,
                               const bool *rest);

/* Fails where the parts add up to more than their whole, beyond rounding: "in 2022 the parts …".
 * (In algebra_whole.c.) */
void series_list_check_parts(const sheaf_series_list *parts, const sheaf_series *whole,
                             sheaf_error *error);

#endif
