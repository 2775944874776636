/* beside_values.h - columns that stand beside values and tell no rows apart: remarks, ranks, numbers
 * of rows, shares. As members of a dimension they would split each series into many. */
#ifndef SHEAF_READERS_BESIDE_VALUES_H
#define SHEAF_READERS_BESIDE_VALUES_H

#include "table/table.h"
#include "vocabulary/headers.h"

/* True for a column of numbers whose header says that they are figures: "Rank", "2023 total",
 * "Share (%)". words: what header_find found; a unit counts only beside other words. */
bool header_is_of_figures(const char *header, const struct header *words);

/* Warn that a column is skipped. */
void warn_of_notes(sheaf_table *table, struct place place, const char *header);
void warn_of_figures(sheaf_table *table, struct place place, const char *header);

#endif
