/* sqlite_parts.h - the reader of SQLite databases, for the files sqlite*.c only. */
#ifndef SHEAF_READERS_SQL_SQLITE_PARTS_H
#define SHEAF_READERS_SQL_SQLITE_PARTS_H

#include "base/buffer.h"
#include "input/input.h"
#include "readers/sql/sql_result.h"
#include "readers/sql/sqlite_api.h"

enum { MILLION = 1000000 };

struct sqlite {
    sheaf_table *table;
    struct sql_result result;
    struct sqlite_api api;
    struct buffer uri;
    struct buffer copy; /* of the database's bytes, if a log is applied to them */
    sqlite3 *database;
    sqlite3_stmt *statement;
    size_t rows;
    int64_t millions; /* of SQLite's steps that the query may still take */
};

static inline bool sqlite_failed(const struct sqlite *sqlite)
{
    return sheaf_table_status(sqlite->table) != SHEAF_OK;
}

/* Databases and queries (sqlite_query.c) ---------------------------------------- */

/* Fails for an error code of SQLite. */
void sqlite_fail_code(struct sqlite *sqlite, int code);
void sqlite_open_database(struct sqlite *sqlite, struct input *input);
/* Prepares one statement that reads; without a query (NULL), of the only table or view. */
void sqlite_prepare(struct sqlite *sqlite, const char *query);

/* Logs (sqlite_log.c) ------------------------------------------------------------ */

/* Applies the committed transactions of a write-ahead log to the bytes of its database, up to the
 * first damaged frame. A log of another database is ignored. */
void sqlite_put_log(struct buffer *database, const struct buffer *bytes);

#endif
