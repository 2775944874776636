/* odbc_text.h - texts that go to a database: connection strings, queries, and their UTF-16. */
#ifndef SHEAF_READERS_SQL_ODBC_TEXT_H
#define SHEAF_READERS_SQL_ODBC_TEXT_H

#include "base/buffer.h"

/* The connection string of "odbc:DSN=trade". NULL: the path names no ODBC database. */
const char *odbc_connection(const char *path);

/* Puts the connection string with passwords taken from the environment: "PWD=$NAME" becomes the
 * value of the variable NAME. False, and failed, when there is no such variable. */
bool odbc_expand(struct buffer *into, const char *connection, sheaf_error *error);

/* Fails unless the query is one statement that reads: SELECT, WITH, VALUES, TABLE or FROM. Whatever
 * follows a semicolon would be another statement, perhaps after the end of the transaction that
 * only reads. */
bool odbc_check_query(const char *query, sheaf_error *error);

/* Puts text as UTF-16 with a NUL (two bytes each). */
void odbc_put_utf16(struct buffer *into, const char *text);
/* Puts n units of UTF-16 as UTF-8; a lone surrogate becomes U+FFFD. */
void odbc_put_utf8(struct buffer *into, const uint16_t *text, size_t n);

#endif
