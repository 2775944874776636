/* sqlite.c - reads the result of a query from an SQLite database (sqlite.org/fileformat.html).
 *
 * Nothing is ever written (sqlite_query.c). The names of the result's columns give their roles
 * (sql_columns.c). */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "readers/reader.h"
#include "readers/sql/sqlite_parts.h"

enum { STEPS_A_ROW = 300 /* cost of adding a row to the table, in steps of SQLite's machine */ };

static bool recognises(const char *bytes, size_t n)
{
    static const char magic[16] = "SQLite format 3";

    return n >= sizeof magic && memcmp(bytes, magic, sizeof magic) == 0;
}

static const char *cell_text(void *context, size_t column, size_t *n)
{
    struct sqlite *sqlite = context;
    int i = (int)column;
    const char *text;

    if (sqlite->api.column_type(sqlite->statement, i) == SQLITE_BLOB) {
        sql_fail_cell(&sqlite->result, column, "a blob is neither text nor number");
        return NULL;
    }
    text = (const char *)sqlite->api.column_text(sqlite->statement, i);
    *n = (size_t)sqlite->api.column_bytes(sqlite->statement, i);
    if (text == NULL && sqlite->api.column_type(sqlite->statement, i) != SQLITE_NULL)
        fail_memory(table_error(sqlite->table));
    return text;
}

static bool read_value(void *context, size_t column, struct observation_builder *builder)
{
    struct sqlite *sqlite = context;
    int i = (int)column;
    const char *text;
    double value;
    size_t n = 0;

    switch (sqlite->api.column_type(sqlite->statement, i)) {
    case SQLITE_NULL:
        builder_value(builder, NAN, 0);
        return true;
    case SQLITE_INTEGER:
        builder_value(builder, (double)sqlite->api.column_int64(sqlite->statement, i), 0);
        return true;
    case SQLITE_FLOAT:
        value = sqlite->api.column_double(sqlite->statement, i);
        snprintf(builder->reason, sizeof builder->reason, "an infinite number");
        builder_value(builder, value, number_decimals(value));
        return isfinite(value);
    default:
        text = cell_text(sqlite, column, &n);
        return text != NULL && sql_value_text(&sqlite->result, column, text, n);
    }
}

static bool next_row(void *context)
{
    struct sqlite *sqlite = context;
    int code = sqlite->api.step(sqlite->statement);

    sqlite->millions -= sqlite->rows % (MILLION / STEPS_A_ROW) == 0 && sqlite->rows > 0;
    sqlite->rows += code == SQLITE_ROW;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        sqlite_fail_code(sqlite, code);
    return code == SQLITE_ROW;
}

static void name_columns(struct sqlite *sqlite)
{
    int count = sqlite->api.column_count(sqlite->statement);

    sql_reserve_columns(&sqlite->result, (size_t)count);
    for (int i = 0; i < count && !sqlite_failed(sqlite); i++) {
        const char *name = sqlite->api.column_name(sqlite->statement, i);

        if (name == NULL)
            fail_memory(table_error(sqlite->table));
        else
            sql_name_column(&sqlite->result, (size_t)i, name);
    }
}

static void read_database(struct sqlite *sqlite, struct input *input)
{
    const struct sql_source source = { sqlite, next_row, cell_text, read_value, NULL };

    sqlite_open_database(sqlite, input);
    if (!sqlite_failed(sqlite))
        sqlite_prepare(sqlite, table_options(sqlite->table)->query);
    if (!sqlite_failed(sqlite))
        name_columns(sqlite);
    if (!sqlite_failed(sqlite))
        sql_resolve_columns(&sqlite->result);
    if (!sqlite_failed(sqlite))
        sql_require_rows(&sqlite->result, sql_read_rows(&sqlite->result, &source));
    sqlite->api.finalize(sqlite->statement);
    sqlite->api.close(sqlite->database);
}

static void read_sqlite(sheaf_table *table, struct input *input)
{
    struct sqlite sqlite = { .table = table };

    sql_init(&sqlite.result, table);
    buffer_init(&sqlite.uri, table_alloc(table), table_error(table));
    buffer_init(&sqlite.copy, table_alloc(table), table_error(table));
    if (!sqlite_failed(&sqlite) && sqlite_api_load(&sqlite.api, SQLITE_LIBRARY, table_error(table)))
        read_database(&sqlite, input);
    buffer_free(&sqlite.copy);
    buffer_free(&sqlite.uri);
    sql_free(&sqlite.result);
}

const struct reader sqlite_reader = {
    .name = "sqlite",
    .title = "SQLite",
    .recognises = recognises,
    .read = read_sqlite,
};
