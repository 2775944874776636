/* kept_table.h - tables that a context keeps, so that each data file is read once.
 *
 * A kept table never changes: any number of threads may select from it. A file that
 * has changed is read again; holders of the old table keep that one. */
#ifndef SHEAF_READERS_KEPT_TABLE_H
#define SHEAF_READERS_KEPT_TABLE_H

#include "context/context.h"
#include "sheaf/table.h"
#include "table/digest.h"
#include "table/table.h"

struct kept_table;

/* The table of a file as sheaf_table_read_with reads it; its own status says whether the
 * reading failed. NULL, and failed, when memory runs out. The caller drops it when done. */
struct kept_table *kept_table_read(sheaf_context *context, const char *path,
                                   const sheaf_read_options *options, sheaf_error *error);
const sheaf_table *kept_table(const struct kept_table *kept);
/* The digest of all but the table's rows, which is made once. */
struct table_digest kept_table_frame(struct kept_table *kept);
/* What findings_of_series gives; kept with the table, for others that read the same series. */
struct series_findings kept_table_check(struct kept_table *kept, const bool *series);
void kept_table_drop(const sheaf_alloc *alloc, struct kept_table *kept); /* NULL: no-op */

#endif
