/* picks.h - which dimension and member of a table a pick means, or what there is instead. */
#ifndef SHEAF_DATA_PICKS_H
#define SHEAF_DATA_PICKS_H

#include "base/memory.h"
#include "data/table.h"

/* The member may be called as in vocabulary.h: "partner: China" means CHN. False, and failed with "no flow named 'exprots'; did you mean 'exports'?", when there is none. */
bool pick_find(const sheaf_table *table, const sheaf_pick *pick, struct arena *arena,
               sheaf_error *error, size_t *dimension, uint32_t *member);
/* The dimension alone; SIZE_MAX: there is none. */
size_t pick_find_dimension(const sheaf_table *table, const char *name, struct arena *arena,
                           sheaf_error *error);

/* For messages: "(empty)" for a member without text; "CHN, RUS, … (236 in all)". */
const char *pick_shown(const char *member);
const char *pick_list(struct arena *arena, const char *const *names, size_t count);

#endif
