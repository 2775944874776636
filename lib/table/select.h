/* select.h - the series of each member of a dimension, in one walk through a table. */
#ifndef SHEAF_TABLE_SELECT_H
#define SHEAF_TABLE_SELECT_H

#include "base/memory.h"
#include "sheaf/algebra.h"

/* Marks, by number, the members of a dimension that have rows with the picks. False, and failed as
 * a selection fails, when there is no such row. */
bool select_members(const sheaf_table *table, const sheaf_pick *picks, size_t n, size_t dimension,
                    bool *present, sheaf_error *error);
/* What sheaf_table_select gives with the picks and each of the wanted members, in order of
 * appearance; the first that fails is the list's failure. */
sheaf_series_list *select_each(const sheaf_table *table, const sheaf_pick *picks, size_t n,
                               size_t dimension, const bool *wanted);

#endif
