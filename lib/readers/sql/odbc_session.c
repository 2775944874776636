/* odbc_session.c - connects to an ODBC database, runs a query, fetches rows, rolls back. */
#include "readers/sql/odbc_session.h"

#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "base/strings.h"
#include "readers/sql/odbc_text.h"
#include "readers/sql/sql_result.h"

enum { LOGIN_SECONDS = 30 };

static struct place place_of(const struct odbc_session *session)
{
    return (struct place){ .file = session->name };
}

/* Failures ------------------------------------------------------------------------- */

/* Overwrites the passwords of the connection string wherever the text has them. */
static void hide_passwords(const struct odbc_session *session, char *text)
{
    const char *at = session->string.bytes, *end = at + session->string.length;
    struct connection_pair pair;

    while (at != NULL && connection_next(&at, end, &pair)) {
        bool braced = pair.value_n > 2 && pair.value[0] == '{';
        const char *value = pair.value + braced;
        size_t n = pair.value_n - (braced ? 2 : 0);
        char *found = text;

        while (connection_is_secret(&pair) && n > 0 &&
               (found = memmem(found, strlen(found), value, n)) != NULL)
            memset(found, '*', n);
    }
}

/* Without "[unixODBC][Driver Manager]" in front, and of several lines the first. */
static void tidy_message(struct buffer *text)
{
    char *from = text->bytes, *close;
    size_t n;

    while (*from == '[' && (close = strchr(from, ']')) != NULL && close[1] != '\0')
        from = close + 1;
    while (*from == ' ')
        from++;
    n = strcspn(from, "\r\n");
    while (n > 0 && strchr(" ;.", from[n - 1]) != NULL)
        n--;
    memmove(text->bytes, from, n);
    text->bytes[n] = '\0';
    text->length = n;
}

static sheaf_status status_of(const char *state)
{
    if (strcmp(state, "HY001") == 0)
        return SHEAF_NO_MEMORY;
    /* no connection; a time limit; a driver or a driver manager that cannot */
    return strncmp(state, "08", 2) == 0 || strncmp(state, "HYT", 3) == 0 ||
                   (strncmp(state, "IM", 2) == 0 && strcmp(state, "IM002") != 0)
               ? SHEAF_SYSTEM
               : SHEAF_BAD_INPUT;
}

/* The text and the state of the handle's first record; the text may be "". */
static void read_record(struct odbc_session *session, SQLSMALLINT type, SQLHANDLE handle,
                        char state[6], struct buffer *text)
{
    SQLWCHAR wide_state[6] = { 0 }, wide[512] = { 0 };
    SQLINTEGER native = 0;
    SQLSMALLINT n = 0;
    size_t length = 0;

    buffer_clear(text);
    buffer_text(text, "");
    strcpy(state, "HY000");
    if (!SQL_SUCCEEDED(session->api.GetDiagRecW(type, handle, 1, wide_state, &native, wide,
                                                sizeof wide / sizeof *wide, &n)))
        return;
    for (size_t i = 0; i < 5; i++)
        state[i] = (char)(wide_state[i] > ' ' && wide_state[i] < 0x7F ? wide_state[i] : '?');
    while (length + 1 < sizeof wide / sizeof *wide && wide[length] != 0)
        length++;
    odbc_put_utf8(text, wide, length);
    if (!text->failed && text->length > 0)
        tidy_message(text);
}

void odbc_state(struct odbc_session *session, SQLSMALLINT type, SQLHANDLE handle, char state[6])
{
    read_record(session, type, handle, state, &session->text);
}

bool odbc_fail(struct odbc_session *session, SQLSMALLINT type, SQLHANDLE handle, const char *what)
{
    char state[6];

    read_record(session, type, handle, state, &session->text);
    if (session->text.failed)
        return false;
    hide_passwords(session, session->text.bytes);
    fail_at(session->error, status_of(state), place_of(session), "%s: %.300s%s (SQLSTATE %s)", what,
            session->text.length > 0 ? session->text.bytes : "the driver gives no reason",
            strcmp(state, "IM002") == 0 ? "; 'odbcinst -q -s' lists those there are" : "", state);
    return false;
}

/* Connecting ------------------------------------------------------------------------ */

static bool set_attribute(struct odbc_session *session, SQLINTEGER attribute, SQLULEN value)
{
    return SQL_SUCCEEDED(session->api.SetConnectAttr(session->connection, attribute,
                                                     (SQLPOINTER)(uintptr_t)value, 0));
}

static bool connect(struct odbc_session *session)
{
    const struct odbc_api *api = &session->api;
    SQLSMALLINT n;

    if (!SQL_SUCCEEDED(api->AllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &session->environment)) ||
        !SQL_SUCCEEDED(api->SetEnvAttr(session->environment, SQL_ATTR_ODBC_VERSION,
                                       (SQLPOINTER)SQL_OV_ODBC3, 0)) ||
        !SQL_SUCCEEDED(
            api->AllocHandle(SQL_HANDLE_DBC, session->environment, &session->connection))) {
        fail_memory(session->error);
        return false;
    }
    /* Each is a help where the driver has it. */
    set_attribute(session, SQL_ATTR_ACCESS_MODE, SQL_MODE_READ_ONLY);
    set_attribute(session, SQL_ATTR_LOGIN_TIMEOUT, LOGIN_SECONDS);
    odbc_put_utf16(&session->text, session->string.bytes);
    if (session->text.failed)
        return false;
    session->is_connected = SQL_SUCCEEDED(
        api->DriverConnectW(session->connection, NULL, (SQLWCHAR *)(void *)session->text.bytes,
                            SQL_NTS, NULL, 0, &n, SQL_DRIVER_NOPROMPT));
    return session->is_connected ||
           odbc_fail(session, SQL_HANDLE_DBC, session->connection, "cannot connect");
}

static bool allocate_statement(struct odbc_session *session)
{
    SQLHSTMT statement = NULL;

    if (!SQL_SUCCEEDED(session->api.AllocHandle(SQL_HANDLE_STMT, session->connection, &statement)))
        return odbc_fail(session, SQL_HANDLE_DBC, session->connection, "cannot ask");
    /* Another thread may cancel it (odbc_serve.c). */
    __atomic_store_n(&session->statement, statement, __ATOMIC_RELEASE);
    return true;
}

static void free_statement(struct odbc_session *session)
{
    SQLHSTMT statement = __atomic_exchange_n(&session->statement, NULL, __ATOMIC_ACQ_REL);

    if (statement != NULL)
        session->api.FreeHandle(SQL_HANDLE_STMT, statement);
}

/* unixODBC cuts UTF-16 to bytes for a driver that has none; who says that its text is UTF-8 knows
 * such a driver, and it gets the bytes. */
static SQLRETURN execute(struct odbc_session *session, const char *query)
{
    if (session->encoding != NULL && string_equal_ignoring_case(session->encoding, "UTF-8"))
        return session->api.ExecDirect(session->statement, (SQLCHAR *)query, SQL_NTS);
    buffer_clear(&session->text);
    odbc_put_utf16(&session->text, query);
    if (session->text.failed)
        return SQL_ERROR;
    return session->api.ExecDirectW(session->statement, (SQLWCHAR *)(void *)session->text.bytes,
                                    SQL_NTS);
}

/* Standard SQL, and so a help with PostgreSQL, MySQL, MariaDB and Oracle, whose drivers make nothing
 * of the connection's attribute. A server that refuses it is as before, once that is rolled back. */
static bool begin_reading(struct odbc_session *session)
{
    set_attribute(session, SQL_ATTR_AUTOCOMMIT, SQL_AUTOCOMMIT_OFF);
    if (!allocate_statement(session))
        return false;
    if (!SQL_SUCCEEDED(execute(session, "SET TRANSACTION READ ONLY")))
        session->api.EndTran(SQL_HANDLE_DBC, session->connection, SQL_ROLLBACK);
    free_statement(session);
    return session->error->status == SHEAF_OK;
}

bool odbc_open(struct odbc_session *session, const struct odbc_request *request,
               const sheaf_alloc *alloc, sheaf_error *error)
{
    *session = (struct odbc_session){ .error = error,
                                      .name = request->name,
                                      .encoding = request->encoding };
    session->is_wide = request->encoding == NULL;
    arena_init(&session->arena, alloc, error);
    buffer_init(&session->row, alloc, error);
    buffer_init(&session->text, alloc, error);
    buffer_init(&session->string, alloc, error);
    return odbc_api_load(&session->api, ODBC_LIBRARY, error) &&
           odbc_expand(&session->string, request->connection, error) && connect(session) &&
           begin_reading(session);
}

/* The query -------------------------------------------------------------------------- */

static bool describe(struct odbc_session *session, size_t i)
{
    SQLWCHAR name[512] = { 0 };
    SQLSMALLINT n = 0, type = 0, decimals, nullable;
    SQLULEN size;
    size_t length = 0;

    if (!SQL_SUCCEEDED(session->api.DescribeColW(session->statement, (SQLUSMALLINT)(i + 1), name,
                                                 sizeof name / sizeof *name, &n, &type, &size,
                                                 &decimals, &nullable)))
        return odbc_fail(session, SQL_HANDLE_STMT, session->statement, "the query");
    while (length + 1 < sizeof name / sizeof *name && name[length] != 0)
        length++;
    buffer_clear(&session->text);
    odbc_put_utf8(&session->text, name, length);
    session->columns[i] =
        (struct odbc_column){ arena_text(&session->arena, length > 0 ? session->text.bytes : "",
                                         session->text.length),
                              type, true };
    return session->error->status == SHEAF_OK;
}

bool odbc_run(struct odbc_session *session, const char *query)
{
    SQLSMALLINT count = 0;
    SQLRETURN code;

    if (!odbc_check_query(query, session->error) || !allocate_statement(session))
        return false;
    code = execute(session, query);
    if ((!SQL_SUCCEEDED(code) && code != SQL_NO_DATA) ||
        !SQL_SUCCEEDED(session->api.NumResultCols(session->statement, &count)))
        return odbc_fail(session, SQL_HANDLE_STMT, session->statement, "the query");
    if (count < 1 || count > SQL_MAX_COLUMNS) {
        fail_at(session->error, SHEAF_BAD_INPUT, place_of(session),
                "the result has %d columns; 1 to %d are read", count, SQL_MAX_COLUMNS);
        return false;
    }
    session->count = (size_t)count;
    session->columns = arena_array(&session->arena, struct odbc_column, session->count);
    session->cells = arena_array(&session->arena, struct odbc_cell, session->count);
    for (size_t i = 0; i < session->count && session->error->status == SHEAF_OK; i++)
        describe(session, i);
    return session->error->status == SHEAF_OK;
}

/* Several results would be several statements. */
static bool check_end(struct odbc_session *session)
{
    if (SQL_SUCCEEDED(session->api.MoreResults(session->statement)))
        fail_at(session->error, SHEAF_BAD_INPUT, place_of(session),
                "the query has more than one result; one SELECT is read");
    return false;
}

bool odbc_next(struct odbc_session *session)
{
    SQLRETURN code = session->api.Fetch(session->statement);
    char what[40];

    if (code == SQL_NO_DATA)
        return check_end(session);
    session->rows++;
    if (SQL_SUCCEEDED(code))
        return odbc_read_cells(session);
    snprintf(what, sizeof what, "row %zu", session->rows);
    return odbc_fail(session, SQL_HANDLE_STMT, session->statement, what);
}

void odbc_close(struct odbc_session *session)
{
    free_statement(session);
    if (session->is_connected) {
        session->api.EndTran(SQL_HANDLE_DBC, session->connection, SQL_ROLLBACK);
        session->api.Disconnect(session->connection);
    }
    if (session->connection != NULL)
        session->api.FreeHandle(SQL_HANDLE_DBC, session->connection);
    if (session->environment != NULL)
        session->api.FreeHandle(SQL_HANDLE_ENV, session->environment);
    buffer_free(&session->string);
    buffer_free(&session->text);
    buffer_free(&session->row);
    arena_free(&session->arena);
}
