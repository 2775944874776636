/* sqlite_is_read_and_never_written.c - a query's result is read by the names of its columns, nothing
 * is written, and a wrong database or query is one message. */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/file.h"
#include "readers/rows_text.h"
#include "readers/sql/sqlite_api.h"
#include "support/check.h"
#include "support/golden.h"

/* A path in the build folder; static. */
static const char *path_of(const char *name)
{
    static char path[4096];

    snprintf(path, sizeof path, "%s/sqlite/%s", golden_build_folder(), name);
    assert_true(golden_make_folders(path));
    return path;
}

static void run(sqlite3 *database, const char *statements)
{
    char *message = NULL;

    if (sqlite3_exec(database, statements, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
}

/* Makes a database with these statements; the result is path_of's. */
static const char *make(const char *name, const char *statements)
{
    const char *path = path_of(name);
    sqlite3 *database;

    unlink(path);
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    run(database, "PRAGMA synchronous = OFF");
    run(database, statements);
    sqlite3_close(database);
    return path;
}

static sheaf_table *query(const char *path, const char *text)
{
    sheaf_read_options options = { .query = text };

    return sheaf_table_read_with(NULL, path, &options);
}

#define TRADE                                                                                      \
    "CREATE TABLE trade (period, reporter TEXT, partner, flow, value, unit, unit_mult INTEGER, "   \
    "obs_status, ship);"

/* Values of each of SQLite's types. */
static void test_cells_of_every_type(void **state)
{
    sheaf_table *table = sheaf_table_read(
        NULL, make("types.db",
                   TRADE "INSERT INTO trade VALUES"
                         "(2023, 'Kazakhstan', 'CN', 'X', 14.7, 'USD', 9, 'P', NULL),"
                         "('2024-T1', 'KAZ', 156, 'Export', 9, 'USD', '9', NULL, 'a'),"
                         "(202304, 'KZ', 'CHN', 'M', NULL, 'USD million', NULL, '', 'a'),"
                         "('Apr 2024', NULL, '', 'imports', '1 234.50', 'kg', 0, 'E', 'b');"));

    (void)state;
    assert_string_equal(sheaf_table_format(table), "sqlite");
    assert_rows(table, "2023 14.7*10^9 P reporter=KAZ partner=CHN flow=exports unit=USD @1\n"
                       "2024-T1 9*10^9 reporter=KAZ partner=CHN flow=exports unit=USD ship=a @2\n"
                       "2023-04 :*10^6 O reporter=KAZ partner=CHN flow=imports unit=USD ship=a @3\n"
                       "2024-04 1234.50 E flow=imports unit=kg ship=b @4\n");
}

static const struct {
    const char *name, *statements, *query, *rows;
} results[] = {
    { "a query of two tables",
      "CREATE TABLE figures (y, f, v); CREATE TABLE flows (f, name);"
      "INSERT INTO figures VALUES (2022, 1, 13.1), (2023, 1, 14.7), (2023, 2, 16.8);"
      "INSERT INTO flows VALUES (1, 'exports'), (2, 'imports');",
      "SELECT y AS period, name AS flow, v AS value, 'USD' AS unit FROM figures JOIN flows "
      "USING (f) ORDER BY f, y; -- done",
      "2022 13.1 flow=exports unit=USD @1\n"
      "2023 14.7 flow=exports unit=USD @2\n"
      "2023 16.8 flow=imports unit=USD @3\n" },
    { "one view", "CREATE VIEW v AS SELECT 2023 AS year, 1.5 AS value;", NULL, "2023 1.5 @1\n" },
    { "a name that needs quotes",
      "CREATE TABLE \"my \"\" table\" (period, value); INSERT INTO \"my \"\" table\" VALUES (2023, "
      "1);",
      NULL, "2023 1 @1\n" },
    { "years with months",
      "CREATE TABLE t (year, month, value); INSERT INTO t VALUES (2023, 4, 1), (2023, '11', 2), "
      "(2023, 'May', 3), (2022, NULL, 4);",
      NULL, "2023-04 1 @1\n2023-11 2 @2\n2023-05 3 @3\n2022 4 @4\n" },
    { "years with quarters",
      "CREATE TABLE t (year, quarter, value); INSERT INTO t VALUES (2023, 4, 1), (2023, 'Q2', 2);",
      NULL, "2023-Q4 1 @1\n2023-Q2 2 @2\n" },
    { "years with weeks",
      "CREATE TABLE t (year, week, value); INSERT INTO t VALUES (2023, 1, 1), (2023, 52, 2);", NULL,
      "2023-W01 1 @1\n2023-W52 2 @2\n" },
    { "whole months in a column of months",
      "CREATE TABLE t (month, value); INSERT INTO t VALUES (202301, 1), ('2023-02', 2);", NULL,
      "2023-01 1 @1\n2023-02 2 @2\n" },
    { "whole weeks in a column of weeks",
      "CREATE TABLE t (week, value); INSERT INTO t VALUES (202301, 1), ('2023-W52', 2);", NULL,
      "2023-W01 1 @1\n2023-W52 2 @2\n" },
    { "weeks by their frequency",
      "CREATE TABLE t (freq, period, value); INSERT INTO t VALUES ('W', 202313, 1), ('M', 202301, "
      "2);",
      NULL, "2023-W13 1 @1\n2023-01 2 @2\n" },
    { "a period with a flag", "CREATE TABLE t (period, value); INSERT INTO t VALUES ('2023p', 1);",
      NULL, "2023 1 P @1\n" },
    { "texts that come again, their powers and periods with them",
      "CREATE TABLE t (year, month, quarter, unit, partner, value);"
      "INSERT INTO t VALUES (2023, NULL, 2, 'USD million', 'China', 1), (2023, 2, NULL, 'USD', "
      "'CHN', 2), (2023, NULL, 2, 'USD million', 'Germany', 3), (2023, NULL, NULL, 'USD', 'China', "
      "4);",
      NULL,
      "2023-Q2 1*10^6 unit=USD partner=CHN @1\n"
      "2023-02 2 unit=USD partner=CHN @2\n"
      "2023-Q2 3*10^6 unit=USD partner=DEU @3\n"
      "2023 4 unit=USD partner=CHN @4\n" },
    { "dates and times of months",
      "CREATE TABLE t (period, value); INSERT INTO t VALUES ('2023-04-01', 1), ('2022-12-01 "
      "00:00:00', 2), ('2023-03-01', 3);",
      NULL, "2023-04 1 @1\n2022-12 2 @2\n2023-03 3 @3\n" },
    { "dates of days",
      "CREATE TABLE t (period, value); INSERT INTO t VALUES ('2023-03-01', 1), ('2023-03-31 "
      "23:59:59.5', 2);",
      NULL, "2023-03-01 1 @1\n2023-03-31 2 @2\n" },
    { "dates with a frequency beside them",
      "CREATE TABLE t (period, frequency, value); INSERT INTO t VALUES ('2023-01-01', 'A', 1);",
      NULL, "2023 1 @1\n" },
    { "a flow in each value's name",
      "CREATE TABLE t (period, \"Exports (USD million)\", \"Imports (USD million)\");"
      "INSERT INTO t VALUES (2023, 1.25, 2);",
      NULL,
      "2023 1.25*10^6 flow=exports unit=USD @1\n"
      "2023 2*10^6 flow=imports unit=USD @1\n" },
    { "text in UTF-16",
      "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (period, partner, value);"
      "INSERT INTO t VALUES (2023, '\u4E2D\u56FD', 1);",
      NULL, "2023 1 partner=CHN @1\n" },
    { "the same row twice",
      "CREATE TABLE t (period, value); INSERT INTO t VALUES (2023, 1), (2023, 1);", NULL,
      "2023 1 @1\n"
      "warning: lines 1 and 2 are the same and count once: leave it so if files overlap, but "
      "consignments that are to be added need a further column (1)\n" },
    { "powers of ten in words",
      "CREATE TABLE t (period, value, scale); INSERT INTO t VALUES (2022, 1, 'Millions'), "
      "(2023, 2, 'Units');",
      NULL, "2022 1*10^6 @1\n2023 2 @2\n" },
    { "numbers that are no flows of one kind everywhere",
      "CREATE TABLE t (period, flow, value); INSERT INTO t VALUES (2023, 1, 5);", NULL,
      "2023 5 flow=1 @1\nwarning: '1' is a flow's number, which stands for imports at one office "
      "and for exports at another; it is kept as it is (1)\n" },
    { "numbers of countries that are not those of ISO 3166",
      "CREATE TABLE t (period, partner, value); INSERT INTO t VALUES (2023, 502, 5);", NULL,
      "2023 5 partner=502 @1\nwarning: '502' is no country of ISO 3166, whose numbers the others "
      "are taken for; if they are an office's own codes, read the column under another name, with "
      "columns: {partner_code: its header} (1)\n" },
    { "a price in the name of a column",
      "CREATE TABLE t (period, \"Unit value (US$ per t)\"); INSERT INTO t VALUES (2022, 3);", NULL,
      "2022 3 unit=USD/t @1\n" },
    { "a missing partner, told by a name below it",
      "CREATE TABLE t (period, partner, value); INSERT INTO t VALUES (2022, 'NA', 3), (2023, 'NA', "
      "4), (2023, 'China', 5), (2023, 'None', 6);",
      NULL,
      "2022 3 partner=_U @1\n2023 4 partner=_U @2\n2023 5 partner=CHN @3\n2023 6 partner=_X @4\n"
      "warning: 'None' is no country; it is taken for a mark of a missing one (2)\n" },
    { "Namibia among alpha-2 codes",
      "CREATE TABLE t (period, partner, value); INSERT INTO t VALUES (2022, 'NA', 3), (2023, 'CN', "
      "5);",
      NULL, "2022 3 partner=NAM @1\n2023 5 partner=CHN @2\n" },
    { "a code that is a word, above names",
      "CREATE TABLE t (period, partner, value); INSERT INTO t VALUES (2022, 'IN', 3), (2023, "
      "'China', 5), (2023, 'France', 6);",
      NULL,
      "2022 3 partner=IND @1\n2023 5 partner=CHN @2\n2023 6 partner=FRA @3\n"
      "warning: 'IN' is taken for the code of a country, though the others of its column are not "
      "codes of two letters (1)\n" },
    { "whole numbers that a double does not hold",
      "CREATE TABLE t (period, value); INSERT INTO t VALUES (2023, 9007199254740995);", NULL,
      "2023 9007199254740996 @1\nwarning: 9007199254740996 may have had more digits than are kept "
      "(15 to 17) (1)\n" },
    { "a unit beside a quantity",
      "CREATE TABLE t (period, \"Value (USD)\", Quantity, Unit);"
      "INSERT INTO t VALUES (2023, 5000, 100, 'thousand kg');",
      NULL,
      "2023 5000 unit=USD series=Value (USD) @1\n"
      "2023 100*10^3 unit=kg series=Quantity @1\n" },
    { "a unit beside a quantity, and money in none",
      "CREATE TABLE t (period, value, quantity, unit);"
      "INSERT INTO t VALUES (2023, 5000, 100, 'kg'), (2024, 7, 0, 'USD million');",
      NULL,
      "2023 5000 series=value @1\n2023 100 unit=kg series=quantity @1\n"
      "2024 7*10^6 unit=USD series=value @2\n2024 0 series=quantity @2\n" },
    { "a power of ten without a unit",
      "CREATE TABLE t (period, exports_bn, imports); INSERT INTO t VALUES (2023, 5, 7);", NULL,
      "2023 5*10^9 flow=exports @1\n2023 7 flow=imports @1\n" },
    { "a growth of nobody knows which",
      "CREATE TABLE t (period, exports, imports, growth_pct); INSERT INTO t VALUES (2023, 5, 7, "
      "2);",
      NULL,
      "2023 5 flow=exports @1\n2023 7 flow=imports @1\nwarning: the column 'growth_pct' is "
      "skipped: it may be the growth of several columns (1)\n" },
    { "a growth with a point, which is no group of digits",
      "CREATE TABLE t (period, value, growth_pct REAL); INSERT INTO t VALUES (2023, 5, 1.234);",
      NULL, "2023 5 @1\n" },
    { "a sign of the unit",
      "CREATE TABLE t (period, value, unit); INSERT INTO t VALUES (2023, '$12', 'US$');", NULL,
      "2023 12 unit=USD @1\n" },
    { "notes of some rows",
      "CREATE TABLE t (year, partner, value, Note); INSERT INTO t VALUES (2022, 'CHN', 5, NULL), "
      "(2023, 'CHN', 6, 'revised');",
      NULL,
      "2022 5 partner=CHN @1\n2023 6 partner=CHN @2\nwarning: the notes in the column 'Note' are "
      "skipped; if they tell rows apart, say so with columns: {note: Note} (1)\n" },
    { "ranks",
      "CREATE TABLE t (\"No.\", year, partner, exports, imports); INSERT INTO t VALUES (1, 2022, "
      "'CHN', 5, 6), (2, 2022, 'RUS', 3, 4);",
      NULL,
      "2022 5 partner=CHN flow=exports @1\n2022 6 partner=CHN flow=imports @1\n"
      "2022 3 partner=RUS flow=exports @2\n2022 4 partner=RUS flow=imports @2\n"
      "warning: the numbers of the column 'No.' are skipped; if they are the values, say so with "
      "columns: {value: No.} (1)\n" },
    { "ranks in texts, and places that are none",
      "CREATE TABLE t (year, rank, place, value); INSERT INTO t VALUES (2022, '1', 'Almaty', 5), "
      "(2022, '2', 'Astana', 6);",
      NULL,
      "2022 5 place=Almaty @1\n2022 6 place=Astana @2\nwarning: the numbers of the column 'rank' "
      "are skipped; if they are the values, say so with columns: {value: rank} (1)\n" },
    { "figures that are neither values nor members",
      "CREATE TABLE t (year, slope, grade, value); INSERT INTO t VALUES (2022, 0.25, '01.1', 5), "
      "(2023, 0.5, '01.2', 6);",
      NULL,
      "2022 5 grade=01.1 @1\n2023 6 grade=01.2 @2\nwarning: the numbers of the column 'slope' are "
      "skipped; if they are the values, say so with columns: {value: slope} (1)\n" },
    { "whole numbers that may be codes",
      "CREATE TABLE t (year, office, value); INSERT INTO t VALUES (2022, 17, 5), (2022, 18, 6);",
      NULL, "2022 5 office=17 @1\n2022 6 office=18 @2\n" },
    { "a status that is confidential",
      "CREATE TABLE t (period, value, conf_status); INSERT INTO t VALUES (2023, NULL, 'C');", NULL,
      "2023 : O conf=C @1\n" },
};

static void test_results_become_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(results); i++) {
        print_message("  %s\n", results[i].name);
        assert_rows(query(make("result.db", results[i].statements), results[i].query),
                    results[i].rows);
    }
}

#define PAIR "CREATE TABLE t (period, value); INSERT INTO t VALUES (2023, 1);"

static const struct {
    const char *name, *statements, *query, *message;
} refusals[] = {
    { "several tables", "CREATE TABLE b (x); CREATE VIEW a AS SELECT 1;", NULL,
      "the database has 2 tables: a, b; say by a query what to read: SELECT * FROM \u2026" },
    { "no table", "PRAGMA user_version = 1; CREATE TABLE t (x); DROP TABLE t;", NULL,
      "the database has no table" },
    { "an insertion", PAIR, "INSERT INTO t VALUES (2024, 1)",
      "the query must only read: one SELECT" },
    { "a deletion that answers", PAIR, "DELETE FROM t RETURNING period, value",
      "the query must only read: one SELECT" },
    { "another file", PAIR, "ATTACH 'other.db' AS other", "the query must only read: one SELECT" },
    { "a pragma", PAIR, "PRAGMA journal_mode = DELETE", "the query must only read: one SELECT" },
    { "a vacuum into a file", PAIR, "VACUUM INTO 'other.db'", "the query must only read" },
    { "an extension", PAIR, "SELECT load_extension('x') AS period, 1 AS value", "error: " },
    { "two statements", PAIR, "SELECT * FROM t; SELECT 1",
      "the query must be one statement, and more follows: " },
    { "nothing", PAIR, " -- nothing", "the query is empty" },
    { "bad syntax", PAIR, "SELECT * FORM t", "the query, character 10: near \"FORM\"" },
    { "bytes that are no text", PAIR, "SELECT * FROM \xFF\xFE", "the query: no such table: " },
    { "no such table", PAIR, "SELECT * FROM u", "the query: no such table: u; there is t" },
    { "no such table among several", PAIR "CREATE VIEW a AS SELECT 1;", "SELECT * FROM u",
      "the query: no such table: u; there are a, t" },
    { "no table at all", "PRAGMA user_version = 1; CREATE TABLE t (x); DROP TABLE t;",
      "SELECT * FROM u", "the query: no such table: u; there is none" },
    { "no such column", PAIR, "SELECT vlaue FROM t", "the query, character 8: no such column: " },
    { "a table that is replaced", PAIR, "REPLACE INTO t VALUES (2023, 2)",
      "the query must only read: one SELECT" },
    { "a new table", PAIR, "CREATE TABLE u AS SELECT * FROM t",
      "the query must only read: one SELECT" },
    { "a transaction", PAIR, "BEGIN", "the query must only read: one SELECT" },
    { "an explanation", PAIR, "EXPLAIN SELECT * FROM t", "no 'period' column" },
    { "no value", "CREATE TABLE t (period, vlaue);", NULL,
      "no 'value' column (is 'vlaue' meant?); found: period, vlaue" },
    { "no period", PAIR, "SELECT value FROM t", "no 'period' column; found: value" },
    { "two periods", PAIR, "SELECT period, period AS time_period, value FROM t",
      "the columns 'period' and 'time_period' say the same; leave one of them out" },
    { "two of one dimension", PAIR, "SELECT period, value, 1 AS partner, 2 AS Partner FROM t",
      "the columns 'partner' and 'Partner' say the same" },
    { "no rows", PAIR, "SELECT * FROM t WHERE 0", "the result has no rows" },
    { "dates that may be of days, months or years", PAIR,
      "SELECT '2023-01-01' AS period, 1 AS value",
      "'2023-01-01' may stand for a day, a month or a year; say which with" },
    { "a value that is none", PAIR, "SELECT period, 'many' AS value FROM t",
      "row 1, column 'value': 'many' is not a number here" },
    { "a currency that is no unit", PAIR, "SELECT period, '$12' AS value FROM t",
      "row 1, column 'value': the value is in USD and the unit is ''; give the unit, with set: "
      "{unit: USD}" },
    { "a blob", PAIR, "SELECT period, x'00' AS value FROM t",
      "row 1, column 'value': a blob is neither text nor number" },
    { "no finite number", PAIR, "SELECT period, 9e999 AS value FROM t",
      "row 1, column 'value': an infinite number" },
    { "no period in it", PAIR, "SELECT NULL AS period, 1 AS value FROM t",
      "row 1, column 'value': there is no period" },
    { "a period that is none", PAIR, "SELECT 'soon' AS period, 1 AS value",
      "row 1, column 'period': 'soon' is not a period" },
    { "a month that is none", PAIR, "SELECT 2023 AS year, 13 AS month, 1 AS value",
      "row 1, column 'year': '13' of '2023' is not a period" },
    { "a multiplier that is none", PAIR, "SELECT *, 'x' AS unit_mult FROM t",
      "row 1, column 'unit_mult': 'x' is no power of ten" },
    { "a status that is none", PAIR, "SELECT *, '?' AS status FROM t",
      "row 1, column 'status': '?' is no status" },
    { "text that is not UTF-8", PAIR, "SELECT *, CAST(x'FF' AS TEXT) AS partner FROM t",
      "row 1, column 'partner': the text is not UTF-8, or holds a NUL" },
    { "text with a NUL", PAIR, "SELECT *, CAST(x'410042' AS TEXT) AS partner FROM t",
      "row 1, column 'partner': the text is not UTF-8, or holds a NUL" },
    { "a failure on the way", PAIR, "SELECT *, abs(-9223372036854775808) AS x FROM t",
      "SQLite: integer overflow" },
    { "a query without end", PAIR,
      "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) AS "
      "value, 2023 AS period FROM r",
      "the query takes too long for a database of this size; does it end?" },
    { "rows without end", PAIR,
      "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n / 7.0 AS value, "
      "2023 AS period, n AS product FROM r",
      "the query takes too long for a database of this size; does it end?" },
};

static void test_wrong_queries_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(refusals); i++) {
        sheaf_table *table = query(make("refused.db", refusals[i].statements), refusals[i].query);

        print_message("  %s\n", refusals[i].name);
        if (sheaf_table_status(table) == SHEAF_OK ||
            strstr(rows_text(table), refusals[i].message) == NULL)
            fail_msg("%s", rows_text(table));
        sheaf_table_destroy(table);
    }
}

static void test_options_say_what_columns_are(void **state)
{
    static const sheaf_column columns[] = { { "y", "period" }, { "who", "partner" }, { "z", "" } };
    static const char *const values[] = { "a", "b" }, *const wrong[] = { "aa" };
    static const sheaf_filter constants[] = { { "unit", "USD" }, { "unit_mult", "6" } };
    const char *path = make("options.db", "CREATE TABLE t (y, who, z, a, b);"
                                          "INSERT INTO t VALUES (2023, 'China', 7, 1, 2);");
    sheaf_read_options options = { .columns = columns,
                                   .n_columns = 3,
                                   .values = values,
                                   .n_values = 2,
                                   .constants = constants,
                                   .n_constants = 2 };
    sheaf_table *table = sheaf_table_read_with(NULL, path, &options);

    (void)state;
    assert_rows(table, "2023 1*10^6 partner=CHN series=a unit=USD @1\n"
                       "2023 2*10^6 partner=CHN series=b unit=USD @1\n");
    options.values = wrong;
    options.n_values = 1;
    table = sheaf_table_read_with(NULL, path, &options);
    assert_rows_say(table, "no 'aa' column");
}

static void test_notes_and_ranks_that_tell_rows_apart(void **state)
{
    static const sheaf_column columns[] = { { "note", "note" }, { "rank", "rank" } };
    const char *path =
        make("notes.db", "CREATE TABLE t (year, note, rank, value);"
                         "INSERT INTO t VALUES (2023, 'a', 1, 7), (2023, 'b', 2, 8);");
    sheaf_read_options options = { .columns = columns, .n_columns = 2 };

    (void)state;
    assert_rows(sheaf_table_read_with(NULL, path, &options),
                "2023 7 note=a rank=1 @1\n2023 8 note=b rank=2 @2\n");
}

static void test_a_country_is_a_reporter_or_the_partner_of_one(void **state)
{
    static const sheaf_filter reporter[] = { { "reporter", "KAZ" } };
    const char *path = make("country.db", "CREATE TABLE t (year, country, exports);"
                                          "INSERT INTO t VALUES (2023, 'China', 7);");
    sheaf_read_options options = { .constants = reporter, .n_constants = 1 };
    sheaf_table *table = sheaf_table_read(NULL, path);

    (void)state;
    assert_rows(table, "2023 7 reporter=CHN flow=exports @1\n");
    table = sheaf_table_read_with(NULL, path, &options);
    assert_rows(table, "2023 7 partner=CHN flow=exports reporter=KAZ @1\n");
}

static void read_bytes_of(const char *path, struct buffer *bytes)
{
    buffer_init(bytes, NULL, NULL);
    assert_int_equal(file_read(path, 1 << 20, bytes, NULL), SHEAF_OK);
}

static void test_bytes_are_read_as_files_are(void **state)
{
    struct buffer bytes;
    sheaf_table *table;

    (void)state;
    read_bytes_of(make("bytes.db", PAIR), &bytes);
    table = sheaf_table_read_bytes(NULL, "bytes.db", bytes.bytes, bytes.length);
    assert_rows(table, "2023 1 @1\n");
    rows_survive_every_oom("bytes.db", bytes.bytes, bytes.length);
    buffer_free(&bytes);
}

/* Changes in the log are read; if there is no log, none is made. */
static void test_write_ahead_databases_are_left_alone(void **state)
{
    const char *path = make("ahead.db", "PRAGMA journal_mode = WAL;" PAIR);
    struct buffer before, after;
    sqlite3 *writer;
    sheaf_table *table;
    char log[4096];

    (void)state;
    snprintf(log, sizeof log, "%s-wal", path);
    assert_int_not_equal(access(log, F_OK), 0);
    read_bytes_of(path, &before);
    table = sheaf_table_read(NULL, path);
    assert_rows(table, "2023 1 @1\n");
    assert_int_not_equal(access(log, F_OK), 0);
    table = sheaf_table_read_bytes(NULL, "ahead.db", before.bytes, before.length);
    assert_rows(table, "2023 1 @1\n");
    assert_int_equal(sqlite3_open(path, &writer), SQLITE_OK);
    run(writer, "INSERT INTO t VALUES (2024, 2)");
    table = sheaf_table_read(NULL, path);
    assert_rows(table, "2023 1 @1\n2024 2 @2\n");
    read_bytes_of(path, &after);
    assert_int_equal(before.length, after.length);
    assert_memory_equal(before.bytes, after.bytes, before.length);
    sqlite3_close(writer);
    buffer_free(&before);
    buffer_free(&after);
}

/* The sorted names of the files in a folder, with their sizes; the caller frees the text. */
static void list_folder(const char *path, struct buffer *names)
{
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);

    buffer_init(names, NULL, NULL);
    assert_true(count >= 0);
    for (int i = 0; i < count; i++) {
        char file[4096];
        struct stat status;

        snprintf(file, sizeof file, "%s/%s", path, entries[i]->d_name);
        assert_int_equal(stat(file, &status), 0);
        if (S_ISREG(status.st_mode)) {
            buffer_text(names, entries[i]->d_name);
            buffer_integer(names, status.st_size);
            buffer_byte(names, '\n');
        }
        free(entries[i]);
    }
    free(entries);
    buffer_byte(names, '\0');
    assert_false(names->failed);
}

static void write_bytes(const char *path, const char *bytes, size_t n)
{
    FILE *out = fopen(path, "wb");

    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, n, out), n);
    assert_int_equal(fclose(out), 0);
}

static void copy_file(const char *from, const char *to)
{
    struct buffer bytes;

    read_bytes_of(from, &bytes);
    write_bytes(to, bytes.bytes, bytes.length);
    buffer_free(&bytes);
}

/* A log that is incomplete, or was not written by SQLite, is ignored. */
static void damage_log(const char *database, const char *path)
{
    struct buffer log;

    read_bytes_of(path, &log);
    for (size_t i = 0; i < log.length; i += i < 64 ? 1 : 97) {
        sheaf_table *table;

        log.bytes[i] ^= 0x10;
        write_bytes(path, log.bytes, log.length);
        log.bytes[i] ^= 0x10;
        table = sheaf_table_read(NULL, database);
        assert_rows(table, "2023 1 @1\n");
        write_bytes(path, log.bytes, i);
        table = sheaf_table_read(NULL, database);
        assert_rows(table, "2023 1 @1\n");
    }
    buffer_free(&log);
}

/* A database and its log, copied while a program wrote, as in a backup: changes in the log are read,
 * no byte changes, and no file is added beside them. */
static void test_a_log_left_behind_is_read(void **state)
{
    static const char *const names[] = { "left/left.db", "left/left.db-wal", "left/left.db-shm" };
    const char *path = make("writer.db", "PRAGMA journal_mode = WAL;" PAIR);
    struct buffer before, after, bytes, same;
    char left[4096], folder[4096], log[4096];
    sqlite3 *writer;
    sheaf_table *table;

    (void)state;
    assert_int_equal(sqlite3_open(path, &writer), SQLITE_OK);
    run(writer, "INSERT INTO t VALUES (2024, 2)");
    for (size_t i = 0; i < LENGTH(names); i++)
        unlink(path_of(names[i]));
    snprintf(left, sizeof left, "%s", path_of(names[0]));
    copy_file(path_of("writer.db"), left);
    snprintf(log, sizeof log, "%s", path_of("writer.db-wal"));
    copy_file(log, path_of(names[1]));
    sqlite3_close(writer);

    snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(left, '/') - left), left);
    list_folder(folder, &before);
    read_bytes_of(left, &bytes);
    table = sheaf_table_read(NULL, left);
    assert_rows(table, "2023 1 @1\n2024 2 @2\n");
    list_folder(folder, &after);
    assert_string_equal(before.bytes, after.bytes);
    read_bytes_of(left, &same);
    assert_int_equal(bytes.length, same.length);
    assert_memory_equal(bytes.bytes, same.bytes, bytes.length);
    snprintf(log, sizeof log, "%s", path_of(names[1]));
    damage_log(left, log);
    buffer_free(&before);
    buffer_free(&after);
    buffer_free(&bytes);
    buffer_free(&same);
}

static void test_locked_and_damaged_databases(void **state)
{
    const char *path = make("locked.db", PAIR);
    struct buffer bytes;
    sqlite3 *writer;
    sheaf_table *table;

    (void)state;
    assert_int_equal(sqlite3_open(path, &writer), SQLITE_OK);
    run(writer, "BEGIN EXCLUSIVE");
    table = sheaf_table_read(NULL, path);
    assert_rows_say(table, "another program is writing to the database");
    sqlite3_close(writer);
    read_bytes_of(path, &bytes);
    memset(bytes.bytes + 100, 0x7F, bytes.length - 100);
    table = sheaf_table_read_bytes(NULL, "damaged.db", bytes.bytes, bytes.length);
    assert_rows_say(table, "damaged.db: error: the database is damaged");
    table = sheaf_table_read_bytes(NULL, "cut.db", bytes.bytes, 60);
    assert_rows_say(table, "cut.db: error: ");
    memset(bytes.bytes + 16, 0xFF, 84); /* the magic, and then what a cipher leaves */
    table = sheaf_table_read_bytes(NULL, "cipher.db", bytes.bytes, bytes.length);
    assert_rows_say(table, "this is no SQLite database, or an encrypted one");
    buffer_free(&bytes);
}

/* Characters with a meaning in URIs. */
static void test_any_name_of_a_file(void **state)
{
    static const char *const names[] = { "a?mode=rwc.db", "100%.db", "#1 \u4E2D.db", "%41.db" };

    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++) {
        sheaf_table *table = sheaf_table_read(NULL, make(names[i], PAIR));

        print_message("  %s\n", names[i]);
        assert_rows(table, "2023 1 @1\n");
    }
}

/* SQLite is loaded when the first database is read. */
static void test_what_is_missing_of_sqlite_is_told(void **state)
{
    static const struct {
        const char *library, *message;
    } cases[] = {
        { "libsheaf-knows-none.so.0", "libsheaf-knows-none.so.0, which is not there (install "
                                      "libsqlite3-0)" },
        { "libm.so.6", "libm.so.6 has no sqlite3_busy_timeout; SQLite 3.38 or newer is needed" },
    };
    struct sqlite_api api;
    sheaf_error error = { .status = SHEAF_OK };

    (void)state;
    assert_true(sqlite_api_load(&api, SQLITE_LIBRARY, &error));
    for (size_t i = 0; i < LENGTH(cases); i++) {
        error = (sheaf_error){ .status = SHEAF_OK };
        assert_false(sqlite_api_load(&api, cases[i].library, &error));
        assert_int_equal(error.status, SHEAF_SYSTEM);
        assert_non_null(strstr(error.message, cases[i].message));
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells_of_every_type),
        cmocka_unit_test(test_results_become_rows),
        cmocka_unit_test(test_wrong_queries_are_refused),
        cmocka_unit_test(test_options_say_what_columns_are),
        cmocka_unit_test(test_notes_and_ranks_that_tell_rows_apart),
        cmocka_unit_test(test_a_country_is_a_reporter_or_the_partner_of_one),
        cmocka_unit_test(test_bytes_are_read_as_files_are),
        cmocka_unit_test(test_write_ahead_databases_are_left_alone),
        cmocka_unit_test(test_a_log_left_behind_is_read),
        cmocka_unit_test(test_locked_and_damaged_databases),
        cmocka_unit_test(test_any_name_of_a_file),
        cmocka_unit_test(test_what_is_missing_of_sqlite_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
