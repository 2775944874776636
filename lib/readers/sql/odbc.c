/* odbc.c - reads the result of a query from an ODBC database: in a process of its own, where the
 * context knows a program for it, or in this one. */
#include "readers/sql/odbc.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "base/secret.h"
#include "input/encoding.h"
#include "readers/sql/odbc_child.h"
#include "readers/sql/odbc_rows.h"
#include "readers/sql/odbc_session.h"
#include "readers/sql/sql_result.h"

const char *odbc_name(const char *path, struct arena *arena)
{
    char *name = arena_string(arena, path), *out = name;
    const char *at = path, *done = path, *end = path + strlen(path);
    struct connection_pair pair;

    while (name != NULL && connection_next(&at, end, &pair)) {
        if (!connection_is_secret(&pair))
            continue;
        memcpy(out, done, (size_t)(pair.key - done));
        out += pair.key - done;
        done = at + (at < end); /* past the semicolon */
    }
    if (name != NULL)
        memcpy(out, done, (size_t)(end - done) + 1);
    if (name != NULL && out > name && *out == '\0' && out[-1] == ';')
        out[-1] = '\0';
    return name;
}

/* In this process ------------------------------------------------------------------- */

static bool next_row(void *context)
{
    return odbc_next(context);
}

static const char *cell_text(void *context, size_t column, size_t *n)
{
    const struct odbc_session *session = context;

    *n = session->cells[column].n;
    return session->cells[column].text;
}

static void read_session(sheaf_table *table, struct odbc_session *session)
{
    const struct sql_source source = { session, next_row, cell_text, NULL, NULL };
    struct sql_result result;

    sql_init(&result, table);
    sql_reserve_columns(&result, session->count);
    for (size_t i = 0; i < session->count && !sql_failed(&result); i++)
        sql_name_column(&result, i, session->columns[i].name);
    if (!sql_failed(&result))
        sql_resolve_columns(&result);
    for (size_t i = 0; i < session->count && !sql_failed(&result); i++)
        session->columns[i].is_wanted = !result.columns[i].is_skipped;
    if (!sql_failed(&result))
        sql_require_rows(&result, sql_read_rows(&result, &source));
    sql_free(&result);
}

static void read_here(sheaf_table *table, const struct odbc_request *request)
{
    struct odbc_session session;

    if (odbc_open(&session, request, table_alloc(table), table_error(table)) &&
        odbc_run(&session, request->query))
        read_session(table, &session);
    odbc_close(&session);
}

/* In another process ------------------------------------------------------------------ */

static void put_text(struct buffer *frames, const char *text)
{
    frame_put_text(frames, text, text != NULL ? strlen(text) : 0);
}

static bool send_request(sheaf_table *table, struct odbc_child *child,
                         const struct odbc_request *request)
{
    struct buffer frames;

    buffer_init(&frames, table_alloc(table), table_error(table));
    frame_begin(&frames, FRAME_QUERY);
    put_text(&frames, request->connection);
    put_text(&frames, request->query);
    put_text(&frames, request->encoding);
    frame_finish(&frames, 0);
    bool sent = odbc_child_send(child, &frames);
    buffer_free(&frames);
    return sent;
}

/* The frames ended before their end: why? */
static void fail_end(sheaf_table *table, bool is_late, bool is_known, int state)
{
    struct place at = { .file = table_name(table) };
    sheaf_error *error = table_error(table);

    if (is_late)
        fail_at(error, SHEAF_SYSTEM, at, "the server or its driver does not answer; no connection");
    else if (is_known && WIFSIGNALED(state))
        fail_at(error, SHEAF_SYSTEM, at,
                "the process of the database's driver ended by signal %d%s", WTERMSIG(state),
                WTERMSIG(state) == SIGSEGV || WTERMSIG(state) == SIGABRT ||
                        WTERMSIG(state) == SIGBUS
                    ? ": the driver crashed"
                    : "");
    else
        fail_at(error, SHEAF_SYSTEM, at, "the process of the database's driver ended too early");
}

static void read_child(sheaf_table *table, const struct odbc_request *request,
                       const char *const *program, int connect_seconds)
{
    struct odbc_child child;
    struct frame_reader reader;
    const struct odbc_peer peer = { odbc_child_opened, odbc_child_send, &child };
    bool whole = false;
    int state;

    frame_reader_init(&reader, odbc_child_read, &child, table_alloc(table), table_error(table));
    if (odbc_child_start(&child, program, table_error(table)) &&
        send_request(table, &child, request)) {
        odbc_child_expect(&child, connect_seconds);
        whole = odbc_read_frames(table, &reader, &peer);
    }
    frame_reader_free(&reader);
    bool is_late = child.is_late, is_known = odbc_child_end(&child, &state);
    if (!whole)
        fail_end(table, is_late, is_known, state);
}

static bool check_options(sheaf_table *table)
{
    const sheaf_read_options *options = table_options(table);
    struct place at = { .file = table_name(table) };
    bool utf8;

    if (options->format != NULL && strcmp(options->format, odbc_reader.name) != 0)
        fail_at(table_error(table), SHEAF_BAD_ARGUMENT, at,
                "a database has no format '%.40s'; leave the format out", options->format);
    else if (options->query == NULL)
        fail_at(table_error(table), SHEAF_BAD_ARGUMENT, at,
                "say by a query what to read: " SETTING("query: 'SELECT … FROM …'"));
    else if (options->encoding != NULL)
        encoding_known(options->encoding, table_name(table), &utf8, table_error(table));
    return sheaf_table_status(table) == SHEAF_OK;
}

void odbc_read(sheaf_table *table, const char *connection, const char *const *program,
               int connect_seconds)
{
    const sheaf_read_options *options = table_options(table);
    const struct odbc_request request = { table_name(table), connection, options->query,
                                          options->encoding };

    if (!check_options(table))
        return;
    table_set_format(table, odbc_reader.name);
    if (program != NULL)
        read_child(table, &request, program, connect_seconds);
    else
        read_here(table, &request);
    error_set_place(table_error(table), (struct place){ .file = table_name(table) });
}

/* As a format of a file: there is none. ----------------------------------------------- */

static bool recognises_nothing(const char *bytes, size_t n)
{
    (void)bytes;
    (void)n;
    return false;
}

static void refuse_file(sheaf_table *table, struct input *input)
{
    (void)input;
    fail_at(table_error(table), SHEAF_BAD_ARGUMENT, (struct place){ .file = table_name(table) },
            "this is a file; an ODBC database is named odbc:DSN=…");
}

const struct reader odbc_reader = {
    .name = "odbc",
    .title = "ODBC",
    .recognises = recognises_nothing,
    .read = refuse_file,
};
