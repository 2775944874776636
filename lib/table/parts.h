/* parts.h - the parts of a whole among the members of a dimension that a selection names. */
#ifndef SHEAF_TABLE_PARTS_H
#define SHEAF_TABLE_PARTS_H

#include "sheaf/algebra.h"

/* Which members of a dimension are meant. */
struct member_choice {
    const char *dimension;
    const char *const *members; /* by any of their names */
    size_t count;               /* 0: all that match the filters */
};

/* sheaf_table_parts and sheaf_table_whole of these members only. Groups that are named one by one
 * beside members of which they may consist are an error. */
sheaf_series_list *table_parts_of(const sheaf_table *table, const sheaf_filter *filters, size_t n,
                                  const struct member_choice *choice, int depth);
sheaf_series *table_whole_of(const sheaf_table *table, const sheaf_filter *filters, size_t n,
                             const struct member_choice *choice);

#endif
