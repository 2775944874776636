/* check.h - the checks that sheaf_table_check makes, a file each; findings go to the table's
 * warnings. A new check is one function and one row in check.c. */
#ifndef SHEAF_TABLE_CHECK_H
#define SHEAF_TABLE_CHECK_H

#include "base/memory.h"
#include "table/table.h"

void check_series(sheaf_table *table, struct arena *arena);   /* outliers, units that change */
void check_parts(sheaf_table *table, struct arena *arena);    /* parts that exceed their total */
void check_places(sheaf_table *table, struct arena *arena);   /* reporter and partner swapped */
void check_statuses(sheaf_table *table, struct arena *arena); /* values that are denied */

/* Where a row stands. */
struct place check_place(const sheaf_table *table, size_t row);
/* What a row is about, " (KAZ, CHN, exports)": the members of the dimensions that vary; "" where
 * none does. */
const char *check_subject(const sheaf_table *table, size_t row, struct arena *arena);
/* A figure as its row gives it. */
enum { CHECK_FIGURE = 64 };
const char *check_figure(const sheaf_table *table, size_t row, char out[CHECK_FIGURE]);

#endif
