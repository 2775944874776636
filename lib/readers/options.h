/* options.h - what callers say of a file before it is read: the roles of columns, by name, and
 * what is true of all rows. */
#ifndef SHEAF_READERS_OPTIONS_H
#define SHEAF_READERS_OPTIONS_H

#include "table/table.h"
#include "vocabulary/headers.h"

/* The role that options and tables call so: "reporter"; HEADER_NONE: none. */
enum header_role header_role_named(const char *name);
/* The name of a role; NULL: it has none. */
const char *header_role_name(enum header_role role);

/* Fails into the table's error where its options cannot be meant: a role that is misspelt, a
 * constant that differs from row to row. */
void options_check(sheaf_table *table);

#endif
