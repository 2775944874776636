/* options.h - options of reading a file: the names of column roles, and the check of constants. */
#ifndef SHEAF_READERS_OPTIONS_H
#define SHEAF_READERS_OPTIONS_H

#include "table/table.h"
#include "vocabulary/headers.h"

/* The role of a name in options and tables, such as "reporter". HEADER_NONE: there is none. */
enum header_role header_role_named(const char *name);
/* The name of a role. NULL: it has none. */
const char *header_role_name(enum header_role role);

/* Fails into the table's error if its options contain a misspelt role, or a constant of a role
 * that differs from row to row. */
void options_check(sheaf_table *table);

#endif
