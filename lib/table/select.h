/* select.h - one series for each member of a dimension, in one pass over the table. */
#ifndef SHEAF_TABLE_SELECT_H
#define SHEAF_TABLE_SELECT_H

#include "base/memory.h"
#include "sheaf/algebra.h"

/* Sets present[m] for each member m of the dimension that has rows matching all filters. If no row
 * matches, returns false with the same error as sheaf_table_select. */
bool select_members(const sheaf_table *table, const sheaf_filter *filters, size_t n,
                    size_t dimension, bool *present, sheaf_error *error);
/* Whether a row matches all filters, however many series these are. */
bool select_has_rows(const sheaf_table *table, const sheaf_filter *filters, size_t n);
/* Marks the series (by number) that a selection by these filters reads: of several indicators, the
 * value. A selection that fails marks none. */
void select_mark(const sheaf_table *table, const sheaf_filter *filters, size_t n, bool *series);
/* For each wanted member, in order of appearance, the series that sheaf_table_select gives for the
 * filters and that member. The first failure becomes the list's. */
sheaf_series_list *select_each(const sheaf_table *table, const sheaf_filter *filters, size_t n,
                               size_t dimension, const bool *wanted);

#endif
