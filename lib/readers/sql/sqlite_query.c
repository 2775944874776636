/* sqlite_query.c - opens an SQLite database for reading, and prepares the statement.
 *
 * Nothing is ever written, not even to a file beside it: the connection is read-only, a database in
 * write-ahead mode that no program has open is opened as immutable, and a statement is authorised
 * to read only. */
#include "readers/sql/sqlite_parts.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strings.h"

enum {
    /* A query may take MIN_MILLIONS of millions of SQLite's steps, and another million for each
     * BYTES_A_MILLION of the database. */
    MIN_MILLIONS = 20,
    BYTES_A_MILLION = 1 << 13
};

void sqlite_fail_code(struct sqlite *sqlite, int code)
{
    switch (code & 0xFF) {
    case SQLITE_NOMEM:
        fail_memory(table_error(sqlite->table));
        break;
    case SQLITE_NOTADB:
        sql_fail(&sqlite->result, "this is no SQLite database, or an encrypted one");
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        sql_fail(&sqlite->result, "another program is writing to the database; try again later");
        break;
    case SQLITE_INTERRUPT:
        sql_fail(&sqlite->result,
                 "the query takes too long for a database of this size; does it end?");
        break;
    case SQLITE_AUTH:
    case SQLITE_SCHEMA: /* SQLite's answer when creating a table is refused */
        sql_fail(&sqlite->result, "the query must only read: one SELECT");
        break;
    case SQLITE_CORRUPT:
        sql_fail(&sqlite->result, "the database is damaged: %.200s",
                 sqlite->api.errmsg(sqlite->database));
        break;
    default:
        sql_fail(&sqlite->result, "SQLite: %.200s", sqlite->api.errmsg(sqlite->database));
    }
}

/* Opening ------------------------------------------------------------------- */

/* Allows reading only; in particular neither ATTACH nor PRAGMA. */
static int authorise(void *context, int action, const char *first, const char *second,
                     const char *database, const char *trigger)
{
    (void)context;
    (void)first;
    (void)database;
    (void)trigger;
    if (action == SQLITE_FUNCTION && second != NULL &&
        string_equal_ignoring_case(second, "load_extension"))
        return SQLITE_DENY;
    return action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_FUNCTION ||
                   action == SQLITE_RECURSIVE
               ? SQLITE_OK
               : SQLITE_DENY;
}

/* Called after each million of steps; a result other than 0 interrupts the query. */
static int count_million(void *context)
{
    struct sqlite *sqlite = context;

    return --sqlite->millions < 0;
}

static bool is_write_ahead(const char *bytes, size_t n)
{
    return n > 19 && (bytes[18] == 2 || bytes[19] == 2);
}

/* The path of a file that SQLite keeps beside a database ("-wal", "-shm"). */
static const char *path_beside(struct sqlite *sqlite, const char *path, const char *ending)
{
    buffer_clear(&sqlite->uri);
    buffer_text(&sqlite->uri, path);
    buffer_text(&sqlite->uri, ending);
    return sqlite->uri.failed ? "" : sqlite->uri.bytes;
}

static bool is_beside(struct sqlite *sqlite, const char *path, const char *ending)
{
    return access(path_beside(sqlite, path, ending), F_OK) == 0;
}

static void open_path(struct sqlite *sqlite, const char *path, bool immutable)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    static const char digits[] = "0123456789ABCDEF";
    int code;

    while (path[0] == '/' && path[1] == '/') /* in a URI, "//" starts a host name */
        path++;
    buffer_clear(&sqlite->uri);
    buffer_text(&sqlite->uri, "file:");
    for (; *path != '\0'; path++) {
        char escape[3] = { '%', digits[(unsigned char)*path >> 4], digits[*path & 15] };

        if (strchr(plain, *path) != NULL)
            buffer_byte(&sqlite->uri, *path);
        else
            buffer_put(&sqlite->uri, escape, sizeof escape);
    }
    buffer_text(&sqlite->uri, immutable ? "?mode=ro&immutable=1" : "?mode=ro");
    if (sqlite->uri.failed)
        return;
    code = sqlite->api.open_v2(sqlite->uri.bytes, &sqlite->database,
                               SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK)
        sqlite_fail_code(sqlite, code);
}

/* Copies the bytes and applies the log beside the file at path (may be NULL). */
static void copy_with_log(struct sqlite *sqlite, const char *path, const char *bytes, size_t n)
{
    struct buffer log;

    buffer_clear(&sqlite->copy);
    buffer_put(&sqlite->copy, bytes, n);
    buffer_init(&log, table_alloc(sqlite->table), table_error(sqlite->table));
    if (path != NULL && !sqlite->copy.failed &&
        file_read(path_beside(sqlite, path, "-wal"), INPUT_WHOLE_LIMIT, &log,
                  table_error(sqlite->table)) == SHEAF_OK)
        sqlite_put_log(&sqlite->copy, &log);
    buffer_free(&log);
    if (!sqlite->copy.failed)
        sqlite->copy.bytes[18] = sqlite->copy.bytes[19] = 1; /* not in write-ahead mode */
}

static void open_bytes(struct sqlite *sqlite, const char *path, const char *bytes, size_t n)
{
    int code;

    if (is_write_ahead(bytes, n)) {
        copy_with_log(sqlite, path, bytes, n);
        if (sqlite_failed(sqlite))
            return;
        bytes = sqlite->copy.bytes;
        n = sqlite->copy.length;
    }
    code = sqlite->api.open_v2(":memory:", &sqlite->database,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    if (code == SQLITE_OK)
        code = sqlite->api.deserialize(sqlite->database, "main", (unsigned char *)bytes,
                                       (sqlite3_int64)n, (sqlite3_int64)n,
                                       SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK)
        sqlite_fail_code(sqlite, code);
}

static int64_t size_of(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 ? (int64_t)status.st_size : 0;
}

/* While a program has the database open in write-ahead mode, a log and an index of the log are
 * beside it, and SQLite can read them. A log without an index was left behind: it is applied in
 * memory, as SQLite would have to write an index. */
void sqlite_open_database(struct sqlite *sqlite, struct input *input)
{
    size_t n;
    const char *path = input_path(input), *bytes = input_text(input, &n);
    bool has_log = path != NULL && is_write_ahead(bytes, n) && is_beside(sqlite, path, "-wal");

    if (path != NULL && (!has_log || is_beside(sqlite, path, "-shm")))
        open_path(sqlite, path, is_write_ahead(bytes, n) && !has_log);
    else if (input_whole(input, &bytes, &n))
        open_bytes(sqlite, path, bytes, n);
    if (sqlite_failed(sqlite))
        return;
    sqlite->millions = MIN_MILLIONS + (path != NULL ? size_of(path) : (int64_t)n) / BYTES_A_MILLION;
    sqlite->api.busy_timeout(sqlite->database, 1000);
    sqlite->api.db_config(sqlite->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite->api.db_config(sqlite->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite->api.set_authorizer(sqlite->database, authorise, NULL);
    sqlite->api.progress_handler(sqlite->database, MILLION, count_million, sqlite);
}

/* The query ----------------------------------------------------------------- */

/* The tables and views of the database. */
struct tables {
    char names[240], first[200];
    size_t count;
};

static void list_tables(struct sqlite *sqlite, struct tables *tables)
{
    static const char query[] = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
                                "AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name";
    sqlite3_stmt *list = NULL;
    size_t length = 0;
    int code = sqlite->api.prepare_v2(sqlite->database, query, -1, &list, NULL);

    *tables = (struct tables){ .count = 0 };
    while (code == SQLITE_OK && (code = sqlite->api.step(list)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite->api.column_text(list, 0);

        code = SQLITE_OK;
        if (name == NULL)
            continue;
        if (length < sizeof tables->names)
            length += (size_t)snprintf(tables->names + length, sizeof tables->names - length,
                                       "%s%.60s", tables->count > 0 ? ", " : "", name);
        if (tables->count++ == 0)
            snprintf(tables->first, sizeof tables->first, "%s", name);
    }
    tables->names[utf8_repair(tables->names, strlen(tables->names))] = '\0';
    sqlite->api.finalize(list);
    if (code != SQLITE_DONE)
        sqlite_fail_code(sqlite, code);
}

static void fail_query(struct sqlite *sqlite, int code)
{
    static const char no_table[] = "no such table";
    int offset = sqlite->api.error_offset(sqlite->database);
    char message[240];
    struct tables tables;

    snprintf(message, sizeof message, "%.200s", sqlite->api.errmsg(sqlite->database));
    if ((code & 0xFF) != SQLITE_ERROR) {
        sqlite_fail_code(sqlite, code);
    } else if (strncmp(message, no_table, sizeof no_table - 1) == 0) {
        list_tables(sqlite, &tables);
        sql_fail(&sqlite->result, "the query: %s; there %s %s", message,
                 tables.count > 1 ? "are" : "is", tables.count > 0 ? tables.names : "none");
    } else if (offset >= 0) {
        sql_fail(&sqlite->result, "the query, character %d: %s", offset + 1, message);
    } else {
        sql_fail(&sqlite->result, "the query: %s", message);
    }
}

/* Prepares one statement, which must only read. */
static void prepare(struct sqlite *sqlite, const char *query)
{
    sqlite3_stmt *second = NULL;
    const char *rest = "";
    int code = sqlite->api.prepare_v2(sqlite->database, query, -1, &sqlite->statement, &rest);

    if (code != SQLITE_OK) {
        fail_query(sqlite, code);
        return;
    }
    if (sqlite->api.prepare_v2(sqlite->database, rest, -1, &second, NULL) != SQLITE_OK ||
        second != NULL)
        sql_fail(&sqlite->result, "the query must be one statement, and more follows: %.60s", rest);
    sqlite->api.finalize(second);
    if (sqlite->statement == NULL)
        sql_fail(&sqlite->result, "the query is empty");
    else if (!sqlite->api.stmt_readonly(sqlite->statement) ||
             sqlite->api.column_count(sqlite->statement) == 0)
        sqlite_fail_code(sqlite, SQLITE_AUTH);
}

static void prepare_table(struct sqlite *sqlite, const char *name)
{
    char *query = sqlite->api.mprintf("SELECT * FROM \"%w\"", name);

    if (query == NULL)
        fail_memory(table_error(sqlite->table));
    else
        prepare(sqlite, query);
    sqlite->api.free(query);
}

/* Without a query, reads the only table or view. */
static void prepare_only_table(struct sqlite *sqlite)
{
    struct tables tables;

    list_tables(sqlite, &tables);
    if (sqlite_failed(sqlite))
        return;
    if (tables.count == 1)
        prepare_table(sqlite, tables.first);
    else if (tables.count == 0)
        sql_fail(&sqlite->result, "the database has no table");
    else
        sql_fail(&sqlite->result,
                 "the database has %zu tables: %s; say by a query what to read: "
                 "SELECT * FROM …",
                 tables.count, tables.names);
}

void sqlite_prepare(struct sqlite *sqlite, const char *query)
{
    if (query != NULL)
        prepare(sqlite, query);
    else
        prepare_only_table(sqlite);
}
