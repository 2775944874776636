/* sqlite.c - reads the result of a query from an SQLite database (sqlite.org/fileformat.html).
 *
 * Nothing is ever written, not even beside the file: the connection is read-only, a database
 * in write-ahead mode that nobody has open is taken as it stands, and of all that
 * a statement can do only reading is authorised. The names of the result's columns say
 * what they are, as the heads of a CSV file do. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/buffer.h"
#include "base/number.h"
#include "base/strings.h"
#include "data/entry.h"
#include "data/reader.h"

enum {
    MOST_COLUMNS = 1000,
    MILLION = 1000000,
    MILLIONS_AT_LEAST = 20,   /* of steps of SQLite's machine: a query may take so many … */
    STEPS_A_ROW = 300,        /* what a row costs the table */
    BYTES_A_MILLION = 1 << 13 /* … and a million more for so many bytes of the database */
};

struct column {
    const char *name;
    enum column_role role;
    bool passed;
    size_t dimension;  /* SIZE_MAX: none */
    size_t flow, unit; /* of a value whose name tells them; SIZE_MAX: it does not */
    size_t series;     /* of one among several values; SIZE_MAX: it is not */
    struct entry_member flow_member, unit_member, series_member;
};

struct sqlite {
    sheaf_table *table;
    struct entry entry;
    struct buffer uri;
    struct buffer copy; /* of the bytes, where some must be changed */
    sqlite3 *database;
    sqlite3_stmt *statement;
    struct column *columns;
    int count;
    int64_t millions; /* of steps that are left */
};

static bool failed(const struct sqlite *sqlite)
{
    return sheaf_table_status(sqlite->table) != SHEAF_OK;
}

static bool recognises(const char *bytes, size_t n)
{
    static const char magic[16] = "SQLite format 3";

    return n >= sizeof magic && memcmp(bytes, magic, sizeof magic) == 0;
}

static void fail_whole(struct sqlite *sqlite, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void fail_whole(struct sqlite *sqlite, const char *format, ...)
{
    char message[400];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fail_at(table_error(sqlite->table), SHEAF_BAD_INPUT,
            (struct place){ .file = table_name(sqlite->table) }, "%s", message);
}

/* What SQLite reports when it does not go on. */
static void fail_sqlite(struct sqlite *sqlite, int code)
{
    switch (code & 0xFF) {
    case SQLITE_NOMEM:
        fail_memory(table_error(sqlite->table));
        break;
    case SQLITE_NOTADB:
        fail_whole(sqlite, "this is no SQLite database, or an encrypted one");
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        fail_whole(sqlite, "another program is writing to the database; try again later");
        break;
    case SQLITE_INTERRUPT:
        fail_whole(sqlite, "the query takes too long for a database of this size; does it end?");
        break;
    case SQLITE_AUTH:
        fail_whole(sqlite, "the query must only read: one SELECT");
        break;
    case SQLITE_CORRUPT:
        fail_whole(sqlite, "the database is damaged: %.200s", sqlite3_errmsg(sqlite->database));
        break;
    default:
        fail_whole(sqlite, "SQLite: %.200s", sqlite3_errmsg(sqlite->database));
    }
}

/* Opening ------------------------------------------------------------------- */

/* Reading and nothing else; in particular no ATTACH and no PRAGMA. */
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

static int spend(void *context)
{
    struct sqlite *sqlite = context;

    return --sqlite->millions < 0;
}

static bool is_write_ahead(const char *bytes, size_t n)
{
    return n > 19 && (bytes[18] == 2 || bytes[19] == 2);
}

/* A write-ahead log is beside the file as long as anybody has it open. */
static bool has_log(struct sqlite *sqlite, const char *path)
{
    buffer_clear(&sqlite->copy);
    buffer_text(&sqlite->copy, path);
    buffer_text(&sqlite->copy, "-wal");
    return !sqlite->copy.failed && access(sqlite->copy.bytes, F_OK) == 0;
}

static void open_path(struct sqlite *sqlite, const char *path, bool immutable)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    static const char digits[] = "0123456789ABCDEF";
    int code;

    while (path[0] == '/' && path[1] == '/') /* would name a host */
        path++;
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
    code = sqlite3_open_v2(sqlite->uri.bytes, &sqlite->database,
                           SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK)
        fail_sqlite(sqlite, code);
}

static void open_bytes(struct sqlite *sqlite, const char *bytes, size_t n)
{
    int code;

    if (is_write_ahead(bytes, n)) {
        buffer_clear(&sqlite->copy);
        buffer_put(&sqlite->copy, bytes, n);
        if (sqlite->copy.failed)
            return;
        sqlite->copy.bytes[18] = sqlite->copy.bytes[19] = 1; /* there is no log to write ahead to */
        bytes = sqlite->copy.bytes;
    }
    code = sqlite3_open_v2(":memory:", &sqlite->database,
                           SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_deserialize(sqlite->database, "main", (unsigned char *)bytes,
                                   (sqlite3_int64)n, (sqlite3_int64)n, SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK)
        fail_sqlite(sqlite, code);
}

static int64_t size_of(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 ? (int64_t)status.st_size : 0;
}

static void open_database(struct sqlite *sqlite, struct input *input)
{
    size_t n;
    const char *path = input_path(input), *bytes = input_text(input, &n);
    bool write_ahead = is_write_ahead(bytes, n);

    if (path != NULL)
        open_path(sqlite, path, write_ahead && !has_log(sqlite, path));
    else if (input_whole(input, &bytes, &n))
        open_bytes(sqlite, bytes, n);
    if (failed(sqlite))
        return;
    sqlite->millions =
        MILLIONS_AT_LEAST + (path != NULL ? size_of(path) : (int64_t)n) / BYTES_A_MILLION;
    sqlite3_busy_timeout(sqlite->database, 1000);
    sqlite3_db_config(sqlite->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(sqlite->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_set_authorizer(sqlite->database, authorise, NULL);
    sqlite3_progress_handler(sqlite->database, MILLION, spend, sqlite);
}

/* The query ----------------------------------------------------------------- */

static void fail_query(struct sqlite *sqlite, int code)
{
    int offset = sqlite3_error_offset(sqlite->database);

    if ((code & 0xFF) != SQLITE_ERROR)
        fail_sqlite(sqlite, code);
    else if (offset >= 0)
        fail_whole(sqlite, "the query, character %d: %.200s", offset + 1,
                   sqlite3_errmsg(sqlite->database));
    else
        fail_whole(sqlite, "the query: %.200s", sqlite3_errmsg(sqlite->database));
}

/* One statement that reads. */
static void prepare(struct sqlite *sqlite, const char *query)
{
    sqlite3_stmt *second = NULL;
    const char *rest = "";
    int code = sqlite3_prepare_v2(sqlite->database, query, -1, &sqlite->statement, &rest);

    if (code != SQLITE_OK) {
        fail_query(sqlite, code);
        return;
    }
    if (sqlite3_prepare_v2(sqlite->database, rest, -1, &second, NULL) != SQLITE_OK ||
        second != NULL)
        fail_whole(sqlite, "the query must be one statement, and more follows: %.60s", rest);
    sqlite3_finalize(second);
    if (sqlite->statement == NULL)
        fail_whole(sqlite, "the query is empty");
    else if (!sqlite3_stmt_readonly(sqlite->statement) ||
             sqlite3_column_count(sqlite->statement) == 0)
        fail_sqlite(sqlite, SQLITE_AUTH);
}

static void prepare_table(struct sqlite *sqlite, const char *name)
{
    char *query = sqlite3_mprintf("SELECT * FROM \"%w\"", name);

    if (query == NULL)
        fail_memory(table_error(sqlite->table));
    else
        prepare(sqlite, query);
    sqlite3_free(query);
}

/* Without a query: the one table or view that there is. */
static void prepare_the_table(struct sqlite *sqlite)
{
    char names[240] = "", only[200] = "";
    size_t length = 0, count = 0;
    int code;

    prepare(sqlite, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND "
                    "substr(name, 1, 7) <> 'sqlite_' ORDER BY name");
    if (failed(sqlite))
        return;
    while ((code = sqlite3_step(sqlite->statement)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(sqlite->statement, 0);

        if (name == NULL)
            continue;
        if (length < sizeof names)
            length += (size_t)snprintf(names + length, sizeof names - length, "%s%.60s",
                                       count > 0 ? ", " : "", name);
        snprintf(only, sizeof only, "%s", name);
        count++;
    }
    sqlite3_finalize(sqlite->statement);
    sqlite->statement = NULL;
    if (code != SQLITE_DONE)
        fail_sqlite(sqlite, code);
    else if (count == 1)
        prepare_table(sqlite, only);
    else if (count == 0)
        fail_whole(sqlite, "the database has no table");
    else
        fail_whole(sqlite,
                   "the database has %zu tables: %.*s; say by a query what to read: "
                   "SELECT * FROM …",
                   count, (int)utf8_floor(names, strlen(names)), names);
}

/* Columns ------------------------------------------------------------------- */

static bool is_listed(const char *name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] != NULL && strcmp(list[i], name) == 0)
            return true;
    return false;
}

/* What the options say of a column, before its name does. False: nothing. */
static bool role_by_options(const sheaf_read_options *options, struct column *column)
{
    if (options->period != NULL && strcmp(options->period, column->name) == 0)
        column->role = ROLE_PERIOD;
    else if (is_listed(column->name, options->values, options->n_values))
        column->role = ROLE_VALUE;
    else if (is_listed(column->name, options->dimensions, options->n_dimensions))
        column->role = ROLE_NONE;
    else
        return false;
    return true;
}

static void settle_column(struct sqlite *sqlite, struct column *column)
{
    const sheaf_read_options *options = table_options(sqlite->table);
    const char *name = column->name;

    column->dimension = column->flow = column->unit = column->series = SIZE_MAX;
    if (!role_by_options(options, column)) {
        column->role = entry_role(&sqlite->entry, &name);
        column->passed =
            name == NULL || (column->role == ROLE_PERIOD && options->period != NULL) ||
            (column->role == ROLE_VALUE && options->n_values > 0) ||
            (column->role == ROLE_NONE && name == column->name && options->n_values > 0);
    }
    if (!column->passed && (column->role == ROLE_NONE || column->role >= ROLE_REPORTER))
        column->dimension = entry_dimension(&sqlite->entry, column->role, name);
}

static size_t count_role(const struct sqlite *sqlite, enum column_role role)
{
    size_t count = 0;

    for (int i = 0; i < sqlite->count; i++)
        count += !sqlite->columns[i].passed && sqlite->columns[i].role == role;
    return count;
}

/* Values tell their flow and unit in their names, or are series by their names. */
static void settle_values(struct sqlite *sqlite)
{
    bool several = count_role(sqlite, ROLE_VALUE) > 1;
    bool has_flow = entry_has_dimension(&sqlite->entry, ROLE_FLOW);
    bool has_unit = entry_has_dimension(&sqlite->entry, ROLE_UNIT);

    for (int i = 0; i < sqlite->count && !failed(sqlite); i++) {
        struct column *column = &sqlite->columns[i];
        struct head head = head_find(column->name, strlen(column->name));

        if (column->role != ROLE_VALUE || column->passed)
            continue;
        if (head.flow != NULL && !has_flow)
            column->flow = entry_dimension(&sqlite->entry, ROLE_FLOW, NULL);
        else if (several)
            column->series = entry_dimension(&sqlite->entry, ROLE_NONE, "series");
        if (head.unit != NULL && !has_unit)
            column->unit = entry_dimension(&sqlite->entry, ROLE_UNIT, NULL);
    }
}

static void settle_value_members(struct sqlite *sqlite, struct column *column)
{
    struct head head = head_find(column->name, strlen(column->name));

    if (column->flow != SIZE_MAX)
        column->flow_member =
            entry_member_as_is(&sqlite->entry, column->flow, head.flow, strlen(head.flow));
    if (column->unit != SIZE_MAX) {
        column->unit_member =
            entry_member_as_is(&sqlite->entry, column->unit, head.unit, strlen(head.unit));
        column->unit_member.power = head.multiplier;
    }
    if (column->series != SIZE_MAX)
        column->series_member =
            entry_member_as_is(&sqlite->entry, column->series, column->name, strlen(column->name));
}

/* "no 'value' column (is 'vlaue' meant?); found: period, vlaue". */
static void fail_column(struct sqlite *sqlite, const char *wanted)
{
    const char *names[MOST_COLUMNS], *nearest;
    char found[240] = "";
    size_t length = 0;

    for (int i = 0; i < sqlite->count; i++) {
        names[i] = sqlite->columns[i].name;
        if (length < sizeof found)
            length += (size_t)snprintf(found + length, sizeof found - length, "%s%.60s",
                                       i > 0 ? ", " : "", names[i]);
    }
    nearest = string_nearest(wanted, strlen(wanted), names, (size_t)sqlite->count);
    fail_whole(sqlite, "no '%.60s' column%s%.60s%s; found: %s", wanted,
               nearest != NULL ? " (is '" : "", nearest != NULL ? nearest : "",
               nearest != NULL ? "' meant?)" : "", found);
}

static void require_columns(struct sqlite *sqlite)
{
    const sheaf_read_options *options = table_options(sqlite->table);
    const char *names[MOST_COLUMNS];

    for (int i = 0; i < sqlite->count; i++)
        names[i] = sqlite->columns[i].name;
    if (options->period != NULL && !is_listed(options->period, names, (size_t)sqlite->count))
        fail_column(sqlite, options->period);
    for (size_t i = 0; i < options->n_values; i++)
        if (!is_listed(options->values[i], names, (size_t)sqlite->count))
            fail_column(sqlite, options->values[i]);
    if (count_role(sqlite, ROLE_PERIOD) + count_role(sqlite, ROLE_YEAR) == 0)
        fail_column(sqlite, "period");
    if (count_role(sqlite, ROLE_VALUE) == 0)
        fail_column(sqlite, "value");
}

/* A role or dimension that two columns have. */
static void refuse_twins(struct sqlite *sqlite)
{
    for (int i = 0; i < sqlite->count; i++)
        for (int k = 0; k < i; k++) {
            const struct column *a = &sqlite->columns[i], *b = &sqlite->columns[k];

            if (a->passed || b->passed || a->role != b->role || a->dimension != b->dimension)
                continue;
            if (a->role == ROLE_VALUE &&
                (a->flow_member.number != b->flow_member.number ||
                 a->series_member.number != b->series_member.number || a->flow != b->flow))
                continue;
            fail_whole(sqlite,
                       "the columns '%.60s' and '%.60s' say the same; leave one of them out",
                       b->name, a->name);
        }
}

static void read_columns(struct sqlite *sqlite)
{
    sqlite->count = sqlite3_column_count(sqlite->statement);
    if (sqlite->count > MOST_COLUMNS) {
        fail_whole(sqlite, "the result has %d columns; at most %d are read", sqlite->count,
                   MOST_COLUMNS);
        return;
    }
    sqlite->columns = arena_array(&sqlite->entry.arena, struct column, (size_t)sqlite->count);
    for (int i = 0; i < sqlite->count && !failed(sqlite); i++) {
        const char *name = sqlite3_column_name(sqlite->statement, i);

        if (name == NULL)
            fail_memory(table_error(sqlite->table));
        else if (!utf8_valid(name, strlen(name), NULL))
            fail_whole(sqlite, "the name of column %d is not UTF-8", i + 1);
        else
            sqlite->columns[i].name = arena_string(&sqlite->entry.arena, name);
        if (!failed(sqlite))
            settle_column(sqlite, &sqlite->columns[i]);
    }
    if (!failed(sqlite))
        require_columns(sqlite);
    if (!failed(sqlite))
        settle_values(sqlite);
    if (!failed(sqlite) && !entry_begin(&sqlite->entry))
        fail_whole(sqlite, "%s", sqlite->entry.reason);
    for (int i = 0; i < sqlite->count && !failed(sqlite); i++)
        settle_value_members(sqlite, &sqlite->columns[i]);
    if (!failed(sqlite))
        refuse_twins(sqlite);
}

/* Rows ---------------------------------------------------------------------- */

static void fail_cell(struct sqlite *sqlite, const struct column *column, const char *reason)
{
    fail_whole(sqlite, "row %" PRIu32 ", column '%.60s': %s", sqlite->entry.row.line, column->name,
               reason);
}

/* The cell as text; NULL: there is none, or failed. */
static const char *cell_text(struct sqlite *sqlite, int i, size_t *n)
{
    const char *text;

    if (sqlite3_column_type(sqlite->statement, i) == SQLITE_BLOB) {
        fail_cell(sqlite, &sqlite->columns[i], "a blob is neither text nor number");
        return NULL;
    }
    text = (const char *)sqlite3_column_text(sqlite->statement, i);
    *n = (size_t)sqlite3_column_bytes(sqlite->statement, i);
    if (text == NULL && sqlite3_column_type(sqlite->statement, i) != SQLITE_NULL)
        fail_memory(table_error(sqlite->table));
    if (text != NULL && (!utf8_valid(text, *n, NULL) || memchr(text, '\0', *n) != NULL)) {
        fail_cell(sqlite, &sqlite->columns[i], "the text is not UTF-8, or holds a NUL");
        return NULL;
    }
    return text;
}

/* Decimals of a floating-point number: those of the shortest text that is the same number. */
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

    switch (sqlite3_column_type(sqlite->statement, i)) {
    case SQLITE_NULL:
        entry_value(&sqlite->entry, NAN, 0);
        return true;
    case SQLITE_INTEGER:
        entry_value(&sqlite->entry, (double)sqlite3_column_int64(sqlite->statement, i), 0);
        return true;
    case SQLITE_FLOAT:
        value = sqlite3_column_double(sqlite->statement, i);
        snprintf(sqlite->entry.reason, sizeof sqlite->entry.reason, "an infinite number");
        entry_value(&sqlite->entry, value, decimals_of(value));
        return isfinite(value);
    default:
        text = cell_text(sqlite, i, &n);
        return text != NULL && entry_value_text(&sqlite->entry, text, n);
    }
}

static bool put_number(struct sqlite *sqlite, const char *text, size_t n,
                       bool (*put)(struct entry *, int64_t))
{
    int64_t number;

    if (number_read_integer(text, n, -1000, 1000, &number))
        return put(&sqlite->entry, number);
    snprintf(sqlite->entry.reason, sizeof sqlite->entry.reason, "'%.*s' is no whole number",
             (int)(n <= 60 ? n : utf8_floor(text, 60)), text);
    return false;
}

static bool read_growth(struct sqlite *sqlite, const char *text, size_t n)
{
    struct table_row *row = &sqlite->entry.row;
    double value = row->value;
    int8_t decimals = row->decimals;

    if (!entry_value_text(&sqlite->entry, text, n))
        return false;
    entry_growth(&sqlite->entry, row->value, row->decimals);
    row->value = value;
    row->decimals = decimals;
    return true;
}

/* Month and quarter, which only have a meaning beside a year. */
struct parts {
    const char *year, *month, *quarter;
    int year_column;
};

static bool put_cell(struct sqlite *sqlite, int i, const char *text, size_t n, struct parts *parts)
{
    const struct column *column = &sqlite->columns[i];
    struct entry *entry = &sqlite->entry;

    switch (column->role) {
    case ROLE_PERIOD:
        return entry_period(entry, text, n);
    case ROLE_YEAR:
        parts->year = text;
        parts->year_column = i;
        return true;
    case ROLE_MONTH:
        parts->month = text;
        return true;
    case ROLE_QUARTER:
        parts->quarter = text;
        return true;
    case ROLE_FREQUENCY:
        entry_frequency(entry, text, n);
        return true;
    case ROLE_MULTIPLIER:
        return put_number(sqlite, text, n, entry_multiplier);
    case ROLE_DECIMALS:
        return put_number(sqlite, text, n, entry_decimals);
    case ROLE_STATUS:
        return entry_status(entry, text, n);
    case ROLE_CONFIDENTIALITY:
        return entry_confidentiality(entry, text, n);
    case ROLE_GROWTH:
        return read_growth(sqlite, text, n);
    default:
        entry_put(entry, column->dimension, entry_member(entry, column->dimension, text, n));
        return true;
    }
}

/* The period of a year and a month or quarter beside it, where no column has it whole. */
static void put_parts(struct sqlite *sqlite, const struct parts *parts)
{
    bool by_month = parts->month != NULL;
    const char *part = by_month ? parts->month : parts->quarter != NULL ? parts->quarter : "";

    if (parts->year != NULL && count_role(sqlite, ROLE_PERIOD) == 0 &&
        !entry_period_parts(&sqlite->entry, parts->year, part,
                            by_month ? PERIOD_PART_MONTH : PERIOD_PART_QUARTER))
        fail_cell(sqlite, &sqlite->columns[parts->year_column], sqlite->entry.reason);
}

/* Everything of the row but the values, which the entry keeps for each of them. */
static void read_shared(struct sqlite *sqlite)
{
    struct parts parts = { NULL, NULL, NULL, 0 };

    for (int i = 0; i < sqlite->count && !failed(sqlite); i++) {
        const struct column *column = &sqlite->columns[i];
        const char *text;
        size_t n = 0;

        if (column->passed || column->role == ROLE_VALUE)
            continue;
        text = cell_text(sqlite, i, &n);
        if (text != NULL && !put_cell(sqlite, i, text, n, &parts))
            fail_cell(sqlite, column, sqlite->entry.reason);
    }
    if (!failed(sqlite))
        put_parts(sqlite, &parts);
}

static void add_value(struct sqlite *sqlite, int i, const struct table_row *shared)
{
    const struct column *column = &sqlite->columns[i];

    sqlite->entry.row = *shared;
    if (column->flow != SIZE_MAX)
        entry_put(&sqlite->entry, column->flow, column->flow_member);
    if (column->unit != SIZE_MAX)
        entry_put(&sqlite->entry, column->unit, column->unit_member);
    if (column->series != SIZE_MAX)
        entry_put(&sqlite->entry, column->series, column->series_member);
    if (!read_value(sqlite, i) || !entry_add(&sqlite->entry))
        fail_cell(sqlite, column, sqlite->entry.reason);
}

static void read_rows(struct sqlite *sqlite)
{
    size_t rows = 0;
    int code = SQLITE_DONE;

    while (!failed(sqlite) && (code = sqlite3_step(sqlite->statement)) == SQLITE_ROW) {
        struct table_row shared;

        sqlite->millions -= rows % (MILLION / STEPS_A_ROW) == 0 && rows > 0;
        entry_clear(&sqlite->entry, ++rows);
        read_shared(sqlite);
        shared = sqlite->entry.row;
        for (int i = 0; i < sqlite->count && !failed(sqlite); i++)
            if (sqlite->columns[i].role == ROLE_VALUE && !sqlite->columns[i].passed)
                add_value(sqlite, i, &shared);
    }
    if (!failed(sqlite) && code != SQLITE_DONE)
        fail_sqlite(sqlite, code);
    if (!failed(sqlite) && rows == 0)
        fail_whole(sqlite, "the result has no rows");
}

static void read_sqlite(sheaf_table *table, struct input *input)
{
    const char *query = table_options(table)->query;
    struct sqlite sqlite = { .table = table };

    entry_init(&sqlite.entry, table);
    buffer_init(&sqlite.uri, table_alloc(table), table_error(table));
    buffer_init(&sqlite.copy, table_alloc(table), table_error(table));
    if (!failed(&sqlite))
        open_database(&sqlite, input);
    if (!failed(&sqlite) && query != NULL)
        prepare(&sqlite, query);
    else if (!failed(&sqlite))
        prepare_the_table(&sqlite);
    if (!failed(&sqlite))
        read_columns(&sqlite);
    if (!failed(&sqlite))
        read_rows(&sqlite);
    sqlite3_finalize(sqlite.statement);
    sqlite3_close(sqlite.database);
    buffer_free(&sqlite.copy);
    buffer_free(&sqlite.uri);
    entry_free(&sqlite.entry);
}

const struct reader sqlite_reader = {
    .name = "sqlite",
    .title = "SQLite",
    .recognises = recognises,
    .read = read_sqlite,
};
