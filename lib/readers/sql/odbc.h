/* odbc.h - reads the result of a query from an ODBC database. */
#ifndef SHEAF_READERS_SQL_ODBC_H
#define SHEAF_READERS_SQL_ODBC_H

#include "readers/reader.h"

/* Fills the table from the database, or fails into its error. program: NULL-terminated arguments of
 * the program that reads it, by sheaf_odbc_serve; NULL: it is read in this process. */
void odbc_read(sheaf_table *table, const char *connection, const char *const *program,
               int connect_seconds);

/* As long as a server may take to let the other process in. */
enum { ODBC_CONNECT_SECONDS = 60 };

/* The database's name for messages and tables: the path, its passwords hidden. */
const char *odbc_name(const char *path, struct arena *arena);

#endif
