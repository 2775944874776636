/* sqlite.c - reads the result of a query from an SQLite database (sqlite.org/fileformat.html).
 *
 * Nothing is ever written (sqlite_query.c). The names of the result's columns give their roles
 * (sqlite_columns.c). */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "readers/reader.h"
#include "readers/sql/sqlite_parts.h"

enum { STEPS_A_ROW = 300 /* cost of adding a row to the table, in steps of SQLite's machine */ };

static bool recognises(const char *bytes, size_t n)
{
    static const char magic[16] = "SQLite format 3";

    return n >= sizeof magic && memcmp(bytes, magic, sizeof magic) == 0;
}

static void fail_cell(struct sqlite *sqlite, const struct sql_column *column, const char *reason)
{
    sqlite_fail(sqlite, "row %" PRIu32 ", column '%.60s': %s", sqlite->builder.row.line,
                column->name, reason);
}

/* The cell as text; NULL: it is empty, or failed. */
static const char *cell_text(struct sqlite *sqlite, int i, size_t *n)
{
    const char *text;

    if (sqlite->api.column_type(sqlite->statement, i) == SQLITE_BLOB) {
        fail_cell(sqlite, &sqlite->columns[i], "a blob is neither text nor number");
        return NULL;
    }
    text = (const char *)sqlite->api.column_text(sqlite->statement, i);
    *n = (size_t)sqlite->api.column_bytes(sqlite->statement, i);
    if (text == NULL && sqlite->api.column_type(sqlite->statement, i) != SQLITE_NULL)
        fail_memory(table_error(sqlite->table));
    if (text != NULL && (!utf8_valid(text, *n, NULL) || memchr(text, '\0', *n) != NULL)) {
        fail_cell(sqlite, &sqlite->columns[i], "the text is not UTF-8, or holds a NUL");
        return NULL;
    }
    return text;
}

/* The number of decimals in the shortest text that is read back as the same number. */
static int decimals_of(double value)
{
    char text[NUMBER_TEXT];
    size_t n = number_write(text, value);
    double same;
    int decimals = 0;

    return number_read(text, n, &same, &decimals) ? decimals : 0;
}

static bool read_value(struct sqlite *sqlite, int i)
{
    const char *text;
    double value;
    size_t n = 0;

    switch (sqlite->api.column_type(sqlite->statement, i)) {
    case SQLITE_NULL:
        builder_value(&sqlite->builder, NAN, 0);
        return true;
    case SQLITE_INTEGER:
        builder_value(&sqlite->builder, (double)sqlite->api.column_int64(sqlite->statement, i), 0);
        return true;
    case SQLITE_FLOAT:
        value = sqlite->api.column_double(sqlite->statement, i);
        snprintf(sqlite->builder.reason, sizeof sqlite->builder.reason, "an infinite number");
        builder_value(&sqlite->builder, value, decimals_of(value));
        return isfinite(value);
    default:
        text = cell_text(sqlite, i, &n);
        return text != NULL && builder_value_text(&sqlite->builder, text, n);
    }
}

static bool read_growth(struct sqlite *sqlite, const char *text, size_t n)
{
    struct table_row *row = &sqlite->builder.row;
    double value = row->value;
    int8_t decimals = row->decimals;

    if (!builder_value_text(&sqlite->builder, text, n))
        return false;
    builder_growth(&sqlite->builder, row->value, row->decimals);
    row->value = value;
    row->decimals = decimals;
    return true;
}

/* Year, month and quarter in columns of their own. */
struct parts {
    const char *year, *month, *quarter, *week;
    int year_column;
};

static bool put_cell(struct sqlite *sqlite, int i, const char *text, size_t n, struct parts *parts)
{
    const struct sql_column *column = &sqlite->columns[i];
    struct observation_builder *builder = &sqlite->builder;

    switch (column->role) {
    case HEADER_PERIOD:
        return builder_period(builder, text, n);
    case HEADER_YEAR:
        parts->year = text;
        parts->year_column = i;
        return true;
    case HEADER_MONTH:
        parts->month = text;
        return true;
    case HEADER_QUARTER:
        parts->quarter = text;
        return true;
    case HEADER_WEEK:
        parts->week = text;
        return true;
    case HEADER_FREQUENCY:
        builder_frequency(builder, text, n);
        return true;
    case HEADER_MULTIPLIER:
        return builder_whole_number(builder, text, n, builder_multiplier);
    case HEADER_DECIMALS:
        return builder_whole_number(builder, text, n, builder_decimals);
    case HEADER_STATUS:
        return builder_status(builder, text, n);
    case HEADER_CONFIDENTIALITY:
        return builder_confidentiality(builder, text, n);
    case HEADER_GROWTH:
        return read_growth(sqlite, text, n);
    default:
        builder_put(builder, column->dimension,
                    builder_member(builder, column->dimension, text, n));
        return true;
    }
}

/* Sets the period from a year and a month or quarter, unless a column has periods. */
static void put_parts(struct sqlite *sqlite, const struct parts *parts)
{
    enum period_part kind = parts->week != NULL    ? PERIOD_PART_WEEK
                            : parts->month != NULL ? PERIOD_PART_MONTH
                                                   : PERIOD_PART_QUARTER;
    const char *part = parts->week != NULL      ? parts->week
                       : parts->month != NULL   ? parts->month
                       : parts->quarter != NULL ? parts->quarter
                                                : "";

    if (parts->year != NULL && sqlite_count_role(sqlite, HEADER_PERIOD) == 0 &&
        !builder_period_parts(&sqlite->builder, parts->year, part, kind))
        fail_cell(sqlite, &sqlite->columns[parts->year_column], sqlite->builder.reason);
}

/* Reads the cells of a row that all of its values share. */
static void read_shared(struct sqlite *sqlite)
{
    struct parts parts = { .year = NULL };

    for (int i = 0; i < sqlite->count && !sqlite_failed(sqlite); i++) {
        const struct sql_column *column = &sqlite->columns[i];
        const char *text;
        size_t n = 0;

        if (column->is_skipped || column->role == HEADER_VALUE)
            continue;
        text = cell_text(sqlite, i, &n);
        if (text != NULL && !put_cell(sqlite, i, text, n, &parts))
            fail_cell(sqlite, column, sqlite->builder.reason);
    }
    if (!sqlite_failed(sqlite))
        put_parts(sqlite, &parts);
}

static void add_value(struct sqlite *sqlite, int i, const struct table_row *shared)
{
    const struct sql_column *column = &sqlite->columns[i];

    sqlite->builder.row = *shared;
    if (column->flow != SIZE_MAX)
        builder_put(&sqlite->builder, column->flow, column->flow_member);
    if (column->unit != SIZE_MAX)
        builder_put(&sqlite->builder, column->unit, column->unit_member);
    if (column->series != SIZE_MAX)
        builder_put(&sqlite->builder, column->series, column->series_member);
    if (!read_value(sqlite, i) || !builder_add(&sqlite->builder))
        fail_cell(sqlite, column, sqlite->builder.reason);
}

static void read_rows(struct sqlite *sqlite)
{
    size_t rows = 0;
    int code = SQLITE_DONE;

    while (!sqlite_failed(sqlite) && (code = sqlite->api.step(sqlite->statement)) == SQLITE_ROW) {
        struct table_row shared;

        sqlite->millions -= rows % (MILLION / STEPS_A_ROW) == 0 && rows > 0;
        builder_clear(&sqlite->builder, ++rows);
        read_shared(sqlite);
        shared = sqlite->builder.row;
        for (int i = 0; i < sqlite->count && !sqlite_failed(sqlite); i++)
            if (sqlite->columns[i].role == HEADER_VALUE && !sqlite->columns[i].is_skipped)
                add_value(sqlite, i, &shared);
    }
    if (!sqlite_failed(sqlite) && code != SQLITE_DONE)
        sqlite_fail_code(sqlite, code);
    if (!sqlite_failed(sqlite) && rows == 0)
        sqlite_fail(sqlite, "the result has no rows");
}

static void read_database(struct sqlite *sqlite, struct input *input)
{
    sqlite_open_database(sqlite, input);
    if (!sqlite_failed(sqlite))
        sqlite_prepare(sqlite, table_options(sqlite->table)->query);
    if (!sqlite_failed(sqlite))
        sqlite_read_columns(sqlite);
    if (!sqlite_failed(sqlite))
        read_rows(sqlite);
    sqlite->api.finalize(sqlite->statement);
    sqlite->api.close(sqlite->database);
}

static void read_sqlite(sheaf_table *table, struct input *input)
{
    struct sqlite sqlite = { .table = table };

    builder_init(&sqlite.builder, table);
    buffer_init(&sqlite.uri, table_alloc(table), table_error(table));
    buffer_init(&sqlite.copy, table_alloc(table), table_error(table));
    if (!sqlite_failed(&sqlite) && sqlite_api_load(&sqlite.api, SQLITE_LIBRARY, table_error(table)))
        read_database(&sqlite, input);
    buffer_free(&sqlite.copy);
    buffer_free(&sqlite.uri);
    builder_free(&sqlite.builder);
}

const struct reader sqlite_reader = {
    .name = "sqlite",
    .title = "SQLite",
    .recognises = recognises,
    .read = read_sqlite,
};
