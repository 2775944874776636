/* picks.h - which dimension and member of a table a pick means, or what there is instead. */
#ifndef SHEAF_TABLE_PICKS_H
#define SHEAF_TABLE_PICKS_H

#include "base/memory.h"
#include "table/table.h"

/* The member of a dimension that a text calls by another name than the table does, as in
 * vocabulary.h: CHN for "China" of partners; in a dimension of the file's own, too, "China" for
 * CHN or "Китай". */
bool pick_find_renamed(const sheaf_table *table, size_t dimension, const char *text,
                       uint32_t *member);
/* Whether two texts name one country. */
bool is_same_country(const char *a, const char *b);

/* The member by any of its names: "partner: China" means CHN. False, and failed with "no flow
 * named 'exprots'; did you mean 'exports'?", when there is none. */
bool pick_find(const sheaf_table *table, const sheaf_pick *pick, struct arena *arena,
               sheaf_error *error, size_t *dimension, uint32_t *member);
/* The dimension alone; SIZE_MAX: there is none. */
size_t pick_find_dimension(const sheaf_table *table, const char *name, struct arena *arena,
                           sheaf_error *error);

/* For messages: "(empty)" for a member without text; "CHN, RUS, … (236 in all)". */
const char *pick_shown(const char *member);
const char *pick_list(struct arena *arena, const char *const *names, size_t count);

#endif
