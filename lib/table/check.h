/* check.h - the checks that sheaf_table_check runs, one file each. Findings become warnings of the
 * table. A new check is one function and one row in check.c. */
#ifndef SHEAF_TABLE_CHECK_H
#define SHEAF_TABLE_CHECK_H

#include "base/memory.h"
#include "table/table.h"

void check_series(sheaf_table *table, struct arena *arena);   /* outliers, units that change */
void check_parts(sheaf_table *table, struct arena *arena);    /* parts that exceed their total */
void check_groups(sheaf_table *table, struct arena *arena);   /* groups beside members */
void check_places(sheaf_table *table, struct arena *arena);   /* reporter and partner swapped */
void check_statuses(sheaf_table *table, struct arena *arena); /* values with status "no value" */

/* File and line of a row. */
struct place check_place(const sheaf_table *table, size_t row);
/* The row's members in the dimensions that vary: " (KAZ, CHN, exports)"; "" if none varies. */
const char *check_subject(const sheaf_table *table, size_t row, struct arena *arena);
bool check_is_confidential(const sheaf_table *table, size_t row);
/* The row's value, with the decimals that the file gives it, or that it is confidential. Returns out. */
enum { CHECK_FIGURE = 64 };
const char *check_figure(const sheaf_table *table, size_t row, char out[CHECK_FIGURE]);

#endif
