/* filters.h - finds the dimension and the member that a filter names, by any of their names. */
#ifndef SHEAF_TABLE_PICKS_H
#define SHEAF_TABLE_PICKS_H

#include "base/memory.h"
#include "table/table.h"

/* Finds a member whose spelling in the table differs from text: partner "China" finds CHN (the
 * names are vocabulary.h's). In a dimension of the file's own the table may have any spelling, so
 * "China" finds CHN as well as "Китай". */
bool filter_find_renamed(const sheaf_table *table, size_t dimension, const char *text,
                         uint32_t *member);
/* True when both texts name the same country. */
bool is_same_country(const char *a, const char *b);

/* True for a filter that leaves its member out: "!World". */
bool filter_leaves_out(const sheaf_filter *filter);

/* The filter's dimension and member; the member by any of its names ("partner: China" means CHN;
 * "World" the member that is the sum of all, "EU" the one that is the union, whatever the file calls
 * them). The "!" of a member that is left out is passed over. If there is none, returns false and error says "no flow named 'exprots'; did you mean
 * 'exports'?". */
bool filter_find(const sheaf_table *table, const sheaf_filter *filter, struct arena *arena,
                 sheaf_error *error, size_t *dimension, uint32_t *member);
/* Only the dimension; SIZE_MAX if there is none, and error says so. */
size_t filter_find_dimension(const sheaf_table *table, const char *name, struct arena *arena,
                             sheaf_error *error);

/* For messages: "(empty)" for a member without text; "CHN, RUS, … (236 in all)". */
const char *member_shown(const char *member);
const char *member_list(struct arena *arena, const char *const *names, size_t count);

#endif
