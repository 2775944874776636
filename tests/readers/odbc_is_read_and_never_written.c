/* odbc_is_read_and_never_written.c - the result of a query comes from an ODBC driver as it is, in this
 * process or by another one; what drivers may do ends in one message, and passwords stand in none. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "readers/rows_text.h"
#include "readers/sql/odbc.h"
#include "readers/sql/odbc_api.h"
#include "readers/sql/odbc_text.h"
#include "support/check.h"
#include "support/golden.h"

/* A file of the drivers' folder; static. */
static const char *path_of(const char *name)
{
    static char path[4096];

    snprintf(path, sizeof path, "%s/odbc/%s", golden_build_folder(), name);
    assert_true(golden_make_folders(path));
    return path;
}

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(path_of(name), "w");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* The driver manager finds the stub as "Stub", and one without UTF-16 as "Bytes". */
static int set_up(void **state)
{
    (void)state;
    write_file("odbcinst.ini", "[Stub]\nDriver = " STUB_DRIVER "\n"
                               "[Bytes]\nDriver = " BYTES_DRIVER "\n");
    write_file("odbc.ini", "[trade]\nDriver = Stub\n");
    setenv("ODBCSYSINI", golden_build_folder(), 1);
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/odbc", golden_build_folder());
    setenv("ODBCSYSINI", folder, 1);
    setenv("ODBCINI", path_of("odbc.ini"), 1);
    return 0;
}

/* This test is also the program that reads databases for it. */
static sheaf_context *with_program(void)
{
    static const char *const program[] = { "/proc/self/exe", "--serve-odbc", NULL };
    sheaf_context *context = sheaf_context_create(NULL);

    assert_int_equal(sheaf_context_set_odbc_program(context, program), SHEAF_OK);
    return context;
}

static sheaf_table *query_with(sheaf_context *context, const char *path,
                               const sheaf_read_options *options)
{
    sheaf_table *table = sheaf_table_read_with(context, path, options);

    sheaf_context_destroy(context);
    return table;
}

static sheaf_table *query(sheaf_context *context, const char *connection, const char *text)
{
    sheaf_read_options options = { .query = text };
    char path[5000];

    snprintf(path, sizeof path, "odbc:%s", connection);
    return query_with(context, path, &options);
}

/* Rows ---------------------------------------------------------------------------------- */

static const struct {
    const char *name, *query, *rows;
} results[] = {
    { "cells of every type", "SELECT rows",
      "2023 1234.7800000000 partner=CHN paid=1 day=2023-05-01 @1\n"
      "2024 -0.5 partner=CHN paid=0 label=\U0001F600 \u00F6 @2\n"
      "2025 : O day=2023-05-02 @3\n" },
    { "first days of months", "SELECT months", "2023-02 1.5 @1\n2023-01 0.00001 @2\n" },
    { "a decimal comma of the driver's locale", "SELECT commas", "2023 12.50 @1\n" },
    { "a semicolon at the end", "SELECT commas", "2023 12.50 @1\n" },
};

static void test_rows_are_as_the_driver_gives_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(results); i++)
        for (int other = 0; other < 2; other++) {
            print_message("  %s, %s\n", results[i].name, other ? "another process" : "this one");
            assert_rows(query(other ? with_program() : NULL, "DSN=trade", results[i].query),
                        results[i].rows);
        }
}

static void test_long_text_comes_in_pieces(void **state)
{
    sheaf_table *table = query(NULL, "DSN=trade", "SELECT pieces");

    (void)state;
    assert_int_equal(sheaf_table_status(table), SHEAF_OK);
    assert_int_equal(sheaf_table_row_count(table), 2);
    assert_int_equal(strlen(sheaf_table_row_member(table, 0, 0)), 6000);
    assert_string_equal(sheaf_table_row_member(table, 1, 0), "\u4E2D\u56FD\U0001F600");
    sheaf_table_destroy(table);
}

/* Text is then asked for in bytes, which are UTF-8 or as the options say. */
static void test_drivers_without_utf16_are_read(void **state)
{
    sheaf_read_options options = { .query = "SELECT letters", .encoding = "windows-1251" };

    (void)state;
    assert_rows(query(NULL, "Driver=Bytes", "SELECT rows"), results[0].rows);
    assert_rows_say(query(NULL, "Driver=Bytes", "SELECT letters"),
                    "row 1, column 'label': the driver gives text that is not UTF-8; say what it "
                    "is: encoding: windows-1251");
    assert_rows(query_with(with_program(), "odbc:Driver=Bytes", &options),
                "2023 1 label=\u043F\u0430 @1\n");
    options.encoding = "UTF-9";
    assert_rows_say(query_with(NULL, "odbc:Driver=Bytes", &options), "no encoding is named");
}

/* What the driver manager asks for beyond a query is its own. */
static void test_nothing_but_the_query_is_asked(void **state)
{
    static const char *const calls = "no autocommit\nSET TRANSACTION READ ONLY\nSELECT commas\n"
                                     "rollback\ndisconnect\n";

    (void)state;
    for (int other = 0; other < 2; other++) {
        char connection[4500];
        struct buffer log;

        unlink(path_of("calls.log"));
        snprintf(connection, sizeof connection, "Driver=Stub;LOG=%s", path_of("calls.log"));
        assert_rows(query(other ? with_program() : NULL, connection, "SELECT commas"),
                    "2023 12.50 @1\n");
        buffer_init(&log, NULL, NULL);
        assert_int_equal(file_read(path_of("calls.log"), 1 << 16, &log, NULL), SHEAF_OK);
        assert_non_null(strchr(log.bytes, '\n')); /* behind the connection string */
        assert_string_equal(strchr(log.bytes, '\n') + 1, calls);
        buffer_free(&log);
    }
}

/* Refusals --------------------------------------------------------------------------------- */

static const struct {
    const char *name, *connection, *query, *message;
} refusals[] = {
    { "no query", "DSN=trade", NULL, "say by a query what to read: query: 'SELECT" },
    { "no such source", "DSN=trad", "SELECT rows",
      "odbc:DSN=trad: error: cannot connect: Data source name not found" },
    { "no such driver", "Driver=None", "SELECT rows", "odbc:Driver=None: error: cannot connect: " },
    { "a login that fails", "Driver=Stub;UID=nobody;PWD=geheim", "SELECT rows",
      "odbc:Driver=Stub;UID=nobody: error: cannot connect: login failed for nobody "
      "(******); ask somebody (SQLSTATE 28000)" },
    { "a password that is not there", "DSN=trade;PWD=$SHEAF_NO_SUCH", "SELECT rows",
      "the password is to come from the environment, which has no variable SHEAF_NO_SUCH" },
    { "no such result", "DSN=trade", "SELECT x",
      "odbc:DSN=trade: error: the query: there is no such result (SQLSTATE 42S02)" },
    { "a failure amid rows", "DSN=trade", "SELECT failure",
      "row 2: the server is going to bed (SQLSTATE 57014)" },
    { "a text without bounds", "DSN=trade", "SELECT huge",
      "row 1, column 'label': the text has more than 64 KiB" },
    { "bytes", "DSN=trade", "SELECT bytes",
      "row 1, column 'label': bytes are neither text nor number" },
    { "a value that is none", "DSN=trade", "SELECT wrong",
      "row 2, column 'value': 'many' is not a number here" },
    { "two results", "DSN=trade", "SELECT two",
      "the query has more than one result; one SELECT is read" },
    { "no rows", "DSN=trade", "SELECT none", "the result has no rows" },
    { "no columns", "DSN=trade", "SELECT nothing", "the result has 0 columns" },
    { "a length that is a lie", "DSN=trade", "SELECT boasting",
      "row 1, column 'value': the driver promises more of the text and gives none" },
    { "a text without end", "DSN=trade", "SELECT unending",
      "row 1, column 'label': the driver promises more of the text and gives none" },
    { "an insertion", "DSN=trade", "INSERT INTO t VALUES (1)",
      "the query must only read: one SELECT" },
    { "two statements", "DSN=trade", "SELECT rows; DROP TABLE t",
      "the query must be one statement, and more follows a semicolon: DROP TABLE t" },
};

static void test_what_cannot_be_read_is_one_message(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(refusals); i++)
        for (int other = 0; other < 2; other++) {
            sheaf_table *table =
                query(other ? with_program() : NULL, refusals[i].connection, refusals[i].query);

            print_message("  %s, %s\n", refusals[i].name, other ? "another process" : "this one");
            assert_int_not_equal(sheaf_table_status(table), SHEAF_OK);
            assert_rows_say(table, refusals[i].message);
        }
}

static const struct {
    const char *name, *query;
    bool reads;
} statements[] = {
    { "a select", "SELECT 1", true },
    { "a semicolon and a comment at the end", "select 1; -- done\n/* really */", true },
    { "in brackets", " (SELECT 1) UNION (SELECT 2)", true },
    { "a with", "-- of all\nWITH t AS (SELECT 1) SELECT * FROM t", true },
    { "values", "VALUES (1)", true },
    { "a semicolon in quotes", "SELECT 'a;b''c;d' FROM \"t;u\"", true },
    { "a semicolon in a comment", "SELECT 1 -- ; no\n", true },
    { "dollars without a semicolon", "SELECT $$a$$", true },
    { "a selection that is none", "SELECTED 1", false },
    { "an update", "UPDATE t SET x = 1", false },
    { "a call", "CALL f()", false },
    { "a second statement", "SELECT 1; SELECT 2", false },
    { "one behind a comment", "SELECT 1; /* ; */ DROP TABLE t", false },
    { "one that a comment hides", "SELECT 1 /* ' */; DROP TABLE t --'", false },
    { "one that dollars hide", "SELECT $$ ' $$; DROP TABLE t; -- '", false },
    { "one that a backslash hides", "SELECT 'a\\'; DROP TABLE t; -- '", false },
    { "one that a backquote hides", "SELECT `'`; DROP TABLE t; -- '", false },
    { "one that brackets hide", "SELECT ['] FROM t; DROP TABLE t; -- '", false },
    { "quotes without end", "SELECT 'a", false },
    { "a comment without end", "SELECT 1 /* a", false },
    { "nothing", " -- nothing", false },
};

static void test_one_statement_that_reads(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(statements); i++) {
        sheaf_error error = { .status = SHEAF_OK };

        print_message("  %s\n", statements[i].name);
        assert_int_equal(odbc_check_query(statements[i].query, &error), statements[i].reads);
        assert_int_equal(error.status == SHEAF_OK, statements[i].reads);
    }
}

/* Passwords ------------------------------------------------------------------------------- */

static const struct {
    const char *name, *connection, *expanded; /* NULL: it fails */
} passwords[] = {
    { "none", "DSN=trade", "DSN=trade" },
    { "one that is given", "DSN=trade;PWD=abc", "DSN=trade;PWD=abc" },
    { "from the environment", "DSN=trade;PWD=$SHEAF_SECRET;UID=me", "DSN=trade;PWD=s3cret;UID=me" },
    { "one with a semicolon", "PWD=$SHEAF_ODD", "PWD={a;b}}c}" },
    { "one that begins with a dollar", "PWD={$SHEAF_SECRET}", "PWD={$SHEAF_SECRET}" },
    { "another attribute", "DSN=$SHEAF_SECRET", "DSN=$SHEAF_SECRET" },
    { "no such variable", "PWD=$SHEAF_NO_SUCH", NULL },
};

static void test_passwords_come_from_the_environment(void **state)
{
    (void)state;
    setenv("SHEAF_SECRET", "s3cret", 1);
    setenv("SHEAF_ODD", "a;b}c", 1);
    for (size_t i = 0; i < LENGTH(passwords); i++) {
        sheaf_error error = { .status = SHEAF_OK };
        struct buffer into;

        print_message("  %s\n", passwords[i].name);
        buffer_init(&into, NULL, &error);
        assert_int_equal(odbc_expand(&into, passwords[i].connection, &error),
                         passwords[i].expanded != NULL);
        if (passwords[i].expanded != NULL)
            assert_string_equal(into.bytes, passwords[i].expanded);
        buffer_free(&into);
    }
    assert_rows_say(
        query(with_program(), "Driver=Stub;UID=nobody;PWD=$SHEAF_SECRET", "SELECT rows"),
        "login failed for nobody (******); ask somebody");
}

/* Another process -------------------------------------------------------------------------- */

static void test_a_driver_leaves_the_locale_alone(void **state)
{
    (void)state;
    setlocale(LC_ALL, "C");
    assert_rows(query(with_program(), "DSN=trade", "SELECT locale"), "2023 7 @1\n");
    assert_string_equal(setlocale(LC_ALL, NULL), "C");
    assert_rows(query(NULL, "DSN=trade", "SELECT locale"), "2023 7 @1\n");
    assert_string_equal(setlocale(LC_ALL, NULL), "C.UTF-8"); /* as the header says */
    setlocale(LC_ALL, "C");
}

static void assert_no_child(void)
{
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

static void test_a_driver_that_crashes_is_a_message(void **state)
{
    (void)state;
    assert_rows_say(query(with_program(), "DSN=trade", "SELECT crash"),
                    "odbc:DSN=trade: error: the process of the database's driver ended by signal "
                    "6: the driver crashed");
    assert_no_child();
    assert_rows_say(query(with_program(), "DSN=trade", "SELECT kill"),
                    "the process of the database's driver ended by signal 9");
    assert_no_child();
}

static void test_a_program_that_serves_nothing_is_a_message(void **state)
{
    static const char *const wrong[] = { "true", NULL }, *const missing[] = { "/no/such", NULL };
    sheaf_context *context = sheaf_context_create(NULL);

    (void)state;
    assert_int_equal(sheaf_context_set_odbc_program(context, wrong), SHEAF_OK);
    assert_rows_say(query(context, "DSN=trade", "SELECT rows"),
                    "the process of the database's driver ended too early");
    context = sheaf_context_create(NULL);
    assert_int_equal(sheaf_context_set_odbc_program(context, wrong), SHEAF_OK);
    assert_int_equal(sheaf_context_set_odbc_program(context, missing), SHEAF_OK);
    assert_rows_say(query(context, "DSN=trade", "SELECT rows"),
                    "cannot start the process that reads the database: No such file or directory");
    context = sheaf_context_create(NULL);
    assert_int_equal(sheaf_context_set_odbc_program(context, wrong + 1), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_context_set_odbc_program(context, NULL), SHEAF_OK);
    assert_rows(query(context, "DSN=trade", "SELECT commas"), "2023 12.50 @1\n");
    assert_no_child();
}

static void test_a_server_that_does_not_answer_is_given_up(void **state)
{
    static const char *const program[] = { "/proc/self/exe", "--serve-odbc", NULL };
    const sheaf_read_options options = { .query = "SELECT rows" };
    sheaf_table *table = table_create(NULL, "odbc:DSN=trade");

    (void)state;
    table_set_options(table, &options);
    odbc_read(table, "DSN=trade;HANG=1", program, 1);
    table_set_options(table, NULL);
    assert_rows_say(table, "the server or its driver does not answer; no connection");
    assert_no_child();
}

/* Waits until the file has the line. */
static bool wait_for_line(const char *name, const char *line)
{
    bool found = false;

    for (int i = 0; i < 1000 && !found; i++) {
        struct buffer log;

        buffer_init(&log, NULL, NULL);
        found = file_read(path_of(name), 1 << 16, &log, NULL) == SHEAF_OK && log.length > 0 &&
                strstr(log.bytes, line) != NULL;
        buffer_free(&log);
        if (!found)
            usleep(10000);
    }
    return found;
}

/* As after Ctrl-C: the process that asked is gone, and the server's work is cancelled. */
static void test_a_query_that_nobody_waits_for_is_cancelled(void **state)
{
    char connection[4500];
    pid_t asking;
    int status;

    (void)state;
    unlink(path_of("wait.log"));
    snprintf(connection, sizeof connection, "Driver=Stub;LOG=%s", path_of("wait.log"));
    asking = fork();
    if (asking == 0) {
        query(with_program(), connection, "SELECT wait");
        _exit(0);
    }
    assert_true(wait_for_line("wait.log", "waits"));
    kill(asking, SIGINT);
    assert_int_equal(waitpid(asking, &status, 0), asking);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
    assert_true(wait_for_line("wait.log", "cancel\nrollback\ndisconnect\n"));
}

/* A wrong value ends the reading although the server has more. */
static void test_what_is_left_after_a_failure_is_cancelled(void **state)
{
    char connection[4500];

    (void)state;
    unlink(path_of("left.log"));
    snprintf(connection, sizeof connection, "Driver=Stub;LOG=%s", path_of("left.log"));
    assert_rows_say(query(with_program(), connection, "SELECT wrong"),
                    "'many' is not a number here");
    assert_true(wait_for_line("left.log", "rollback\ndisconnect\n"));
    assert_no_child();
}

/* Elsewhere ----------------------------------------------------------------------------------- */

static void test_a_file_is_no_database(void **state)
{
    sheaf_read_options options = { .format = "odbc" };
    sheaf_table *table =
        sheaf_table_read_bytes_with(NULL, "a.csv", "period,value\n2023,1\n", 20, &options);

    (void)state;
    assert_rows_say(table, "this is a file; an ODBC database is named odbc:DSN=");
    options = (sheaf_read_options){ .format = "tidy", .query = "SELECT rows" };
    assert_rows_say(query_with(NULL, "odbc:DSN=trade", &options),
                    "a database has no format 'tidy'");
    options.format = "odbc";
    table = query_with(NULL, "odbc:DSN=trade", &options);
    assert_string_equal(sheaf_table_format(table), "odbc");
    assert_rows(table, results[0].rows);
}

static void test_a_missing_library_is_told(void **state)
{
    sheaf_error error = { .status = SHEAF_OK };
    struct odbc_api api;

    (void)state;
    assert_true(odbc_api_load(&api, ODBC_LIBRARY, &error));
    assert_false(odbc_api_load(&api, "libno-such-odbc.so", &error));
    assert_non_null(strstr(error.message, "which is not there (install unixODBC"));
    error.status = SHEAF_OK;
    assert_false(odbc_api_load(&api, "libm.so.6", &error));
    assert_non_null(strstr(error.message, "libm.so.6 has no SQLAllocHandle"));
}

int main(int n_words, char **words)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_are_as_the_driver_gives_them),
        cmocka_unit_test(test_long_text_comes_in_pieces),
        cmocka_unit_test(test_drivers_without_utf16_are_read),
        cmocka_unit_test(test_nothing_but_the_query_is_asked),
        cmocka_unit_test(test_what_cannot_be_read_is_one_message),
        cmocka_unit_test(test_one_statement_that_reads),
        cmocka_unit_test(test_passwords_come_from_the_environment),
        cmocka_unit_test(test_a_driver_leaves_the_locale_alone),
        cmocka_unit_test(test_a_driver_that_crashes_is_a_message),
        cmocka_unit_test(test_a_program_that_serves_nothing_is_a_message),
        cmocka_unit_test(test_a_server_that_does_not_answer_is_given_up),
        cmocka_unit_test(test_a_query_that_nobody_waits_for_is_cancelled),
        cmocka_unit_test(test_what_is_left_after_a_failure_is_cancelled),
        cmocka_unit_test(test_a_file_is_no_database),
        cmocka_unit_test(test_a_missing_library_is_told),
    };

    if (n_words == 2 && strcmp(words[1], "--serve-odbc") == 0)
        return sheaf_odbc_serve(0);
    return cmocka_run_group_tests(tests, set_up, NULL);
}
