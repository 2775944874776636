/* kept_table.h - data files that a context has read, for all who name them.
 *
 * A table that is kept is checked and never changes: any number of threads may select from it.
 * A file that changes is read again; whoever holds the old table keeps it. */
#ifndef SHEAF_READERS_KEPT_TABLE_H
#define SHEAF_READERS_KEPT_TABLE_H

#include "context/context.h"
#include "sheaf/table.h"

struct kept_table;

/* The table of a file as sheaf_table_read_with reads it, checked: its own status tells how the
 * reading went. NULL, and failed, when memory runs out. The caller holds it until it drops it. */
struct kept_table *kept_table_read(sheaf_context *context, const char *path,
                                   const sheaf_read_options *options, sheaf_error *error);
const sheaf_table *kept_table(const struct kept_table *kept);
void kept_table_drop(const sheaf_alloc *alloc, struct kept_table *kept); /* NULL: nothing happens */

#endif
