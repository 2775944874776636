/* odbc_session.h - a connection to an ODBC database with the result of one query.
 *
 * Nothing is ever written: the query is one statement that reads (odbc_text.h), in a transaction
 * that only reads where the server has such, and that is rolled back. A driver is code of others
 * in the same process: it may change the locale, block signals, or crash. */
#ifndef SHEAF_READERS_SQL_ODBC_SESSION_H
#define SHEAF_READERS_SQL_ODBC_SESSION_H

#include "base/buffer.h"
#include "readers/sql/odbc_api.h"

enum {
    ODBC_CELL_LIMIT = 1 << 16, /* bytes, as in delimited values */
    ODBC_ROW_LIMIT = 1 << 20
};

/* A cell of the row. text NULL: it is empty. */
struct odbc_cell {
    const char *text;
    size_t n;
};

struct odbc_column {
    const char *name;
    SQLSMALLINT type;
    bool is_wanted;
};

struct odbc_request {
    const char *name;       /* of the database, for messages */
    const char *connection; /* "DSN=trade" */
    const char *query;
    const char *encoding; /* of text that the driver does not give as UTF-16; NULL: UTF-8 */
};

struct odbc_session {
    struct odbc_api api;
    struct arena arena;
    sheaf_error *error;
    const char *name, *encoding;
    SQLHENV environment;
    SQLHDBC connection;
    SQLHSTMT statement;
    bool is_connected;
    bool is_wide; /* the driver gives text as UTF-16; not all do */
    struct odbc_column *columns;
    struct odbc_cell *cells; /* of the row, one for each column */
    size_t count, rows;
    struct buffer row;    /* the bytes of the cells */
    struct buffer text;   /* scratch */
    struct buffer string; /* the connection string, with its password */
};

/* Both fail into error. odbc_open connects; odbc_close may always follow. */
bool odbc_open(struct odbc_session *session, const struct odbc_request *request,
               const sheaf_alloc *alloc, sheaf_error *error);
/* Runs the query and describes its columns, all of which are wanted at first. */
bool odbc_run(struct odbc_session *session, const char *query);
/* Moves to the next row. False: there is none, or failed. Cells of columns that are not wanted are
 * empty. */
bool odbc_next(struct odbc_session *session);
/* Rolls back, disconnects and frees. */
void odbc_close(struct odbc_session *session);

/* Cells (odbc_cells.c) ------------------------------------------------------------ */

/* Reads the wanted cells of the row that was fetched. */
bool odbc_read_cells(struct odbc_session *session);
/* Fails with the driver's words about its last failure. what: "the query". */
bool odbc_fail(struct odbc_session *session, SQLSMALLINT type, SQLHANDLE handle, const char *what);
/* The state of that failure, such as "07006". */
void odbc_state(struct odbc_session *session, SQLSMALLINT type, SQLHANDLE handle, char state[6]);

#endif
