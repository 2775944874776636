/* sqlite_parts.h - a query's result on its way into a table, for the files of SQLite's reader
 * only. */
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
    size_t flow, unit; /* of a value whose name tells them; SIZE_MAX: it does not */
    size_t series;     /* of one among several values; SIZE_MAX: it is not */
    struct observation_member flow_member, unit_member, series_member;
};

struct sqlite {
    sheaf_table *table;
    struct observation_builder builder;
    struct sqlite_api api;
    struct buffer uri;
    struct buffer copy; /* of the bytes, where some must be changed */
    sqlite3 *database;
    sqlite3_stmt *statement;
    struct sql_column *columns;
    int count;
    int64_t millions; /* of steps that are left */
};

static inline bool sqlite_failed(const struct sqlite *sqlite)
{
    return sheaf_table_status(sqlite->table) != SHEAF_OK;
}

/* Databases and queries (sqlite_query.c) ---------------------------------------- */

void sqlite_fail(struct sqlite *sqlite, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* What SQLite reports when it does not go on. */
void sqlite_fail_code(struct sqlite *sqlite, int code);
void sqlite_open_database(struct sqlite *sqlite, struct input *input);
/* One statement that reads; without a query (NULL) the one table or view that there is. */
void sqlite_prepare(struct sqlite *sqlite, const char *query);

/* Logs (sqlite_log.c) ------------------------------------------------------------ */

/* Puts what the bytes of a write-ahead log have committed into those of its database; a log
 * that is another database's, or damaged, as far as it holds. */
void sqlite_put_log(struct buffer *database, const struct buffer *bytes);

/* Columns (sqlite_columns.c) ---------------------------------------------------- */

/* What the columns of the result are for. */
void sqlite_read_columns(struct sqlite *sqlite);
/* How many there are of a role. */
size_t sqlite_count_role(const struct sqlite *sqlite, enum header_role role);

#endif
