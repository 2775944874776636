/* kept_table.h - tables that a context keeps, so that each data file is read once.
 *
 * A kept table is checked and never changes: any number of threads may select from it. A file that
 * has changed is read again; holders of the old table keep that one. */
#ifndef SHEAF_READERS_KEPT_TABLE_H
#define SHEAF_READERS_KEPT_TABLE_H

#include "context/context.h"
#include "sheaf/table.h"

struct kept_table;

/* The table of a file as sheaf_table_read_with reads it, checked; its own status says whether the
 * reading failed. NULL, and failed, when memory runs out. The caller drops it when done. */
struct kept_table *kept_table_read(sheaf_context *context, const char *path,
                                   const sheaf_read_options *options, sheaf_error *error);
const sheaf_table *kept_table(const struct kept_table *kept);
void kept_table_drop(const sheaf_alloc *alloc, struct kept_table *kept); /* NULL: no-op */

#endif
