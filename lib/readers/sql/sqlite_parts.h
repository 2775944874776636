/* sqlite_parts.h - the reader of SQLite databases, for the files sqlite*.c only. */
#ifndef SHEAF_READERS_SQL_SQLITE_PARTS_H
#define SHEAF_READERS_SQL_SQLITE_PARTS_H

#include "base/buffer.h"
#include "input/input.h"
#include "readers/observation_builder.h"
#include "readers/sql/sqlite_api.h"

enum { MILLION = 1000000 };

struct sql_column {
    const char *name;
    enum header_role role;
    bool is_skipped;
    size_t dimension;  /* SIZE_MAX: none */
    size_t flow, unit; /* dimensions, if the name of a column of values gives them; else SIZE_MAX */
    size_t series;     /* dimension "series" of one of several columns of values; else SIZE_MAX */
    struct observation_member flow_member, unit_member, series_member;
};

struct sqlite {
    sheaf_table *table;
    struct observation_builder builder;
    struct sqlite_api api;
    struct buffer uri;
    struct buffer copy; /* of the database's bytes, if a log is applied to them */
    sqlite3 *database;
    sqlite3_stmt *statement;
    struct sql_column *columns;
    int count;
    int64_t millions; /* of SQLite's steps that the query may still take */
};

static inline bool sqlite_failed(const struct sqlite *sqlite)
{
    return sheaf_table_status(sqlite->table) != SHEAF_OK;
}

/* Databases and queries (sqlite_query.c) ---------------------------------------- */

void sqlite_fail(struct sqlite *sqlite, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Fails for an error code of SQLite. */
void sqlite_fail_code(struct sqlite *sqlite, int code);
void sqlite_open_database(struct sqlite *sqlite, struct input *input);
/* Prepares one statement that reads; without a query (NULL), of the only table or view. */
void sqlite_prepare(struct sqlite *sqlite, const char *query);

/* Logs (sqlite_log.c) ------------------------------------------------------------ */

/* Applies the committed transactions of a write-ahead log to the bytes of its database, up to the
 * first damaged frame. A log of another database is ignored. */
void sqlite_put_log(struct buffer *database, const struct buffer *bytes);

/* Columns (sqlite_columns.c) ---------------------------------------------------- */

/* Finds the roles of the result's columns. */
void sqlite_read_columns(struct sqlite *sqlite);
/* The number of columns with a role. */
size_t sqlite_count_role(const struct sqlite *sqlite, enum header_role role);

#endif
