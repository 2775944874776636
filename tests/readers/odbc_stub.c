/* odbc_stub.c - an ODBC driver whose results the query names: "SELECT rows". It does what drivers may
 * do: give text in pieces, fail amid rows, change the locale, crash, wait without end.
 *
 * The attribute LOG of the connection string names a file that gets a line for each call that counts.
 * Built twice: as it is, and with STUB_BYTES as a driver that has no functions for UTF-16. */
#include <locale.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>

#ifdef STUB_BYTES
enum { HAS_BYTES_ONLY = 1 };
#define GET_DIAG_FIELD   SQLGetDiagField
#define SET_CONNECT_ATTR SQLSetConnectAttr
#else
enum { HAS_BYTES_ONLY = 0 };
#define GET_DIAG_FIELD   SQLGetDiagFieldW
#define SET_CONNECT_ATTR SQLSetConnectAttrW
#endif

#define EXPORT __attribute__((visibility("default")))

/* A handle of any kind. */
struct handle {
    struct handle *parent;
    char log[512];
    char state[6], message[600]; /* of the latest failure */
    const struct result *result;
    const struct result *next_result;
    size_t row;
    size_t column, given; /* of the latest cell, how many characters were given */
    volatile sig_atomic_t is_cancelled;
};

struct column {
    const char *name;
    SQLSMALLINT type;
};

enum { MOST_COLUMNS = 8 };

struct result {
    const char *name;
    struct column columns[MOST_COLUMNS];
    const char *rows[6][MOST_COLUMNS]; /* NULL: an empty cell; "@…": see fetch and give */
    size_t n_rows;
    size_t piece; /* characters given at once; 0: as many as there is room for */
    size_t n_columns;
};

#define PAIR                                                                                       \
    { "period", SQL_WVARCHAR },                                                                    \
    {                                                                                              \
        "value", SQL_NUMERIC                                                                       \
    }

static const struct result results[] = {
    { "rows",
      { { "period", SQL_WVARCHAR },
        { "partner", SQL_WVARCHAR },
        { "value", SQL_NUMERIC },
        { "paid", SQL_BIT },
        { "day", SQL_TYPE_DATE },
        { "label", SQL_WLONGVARCHAR } },
      { { "2023", "China", "1234.7800000000", "1", "2023-05-01", "" },
        { "2024", "\u4E2D\u56FD", "-.5", "0", NULL, "\U0001F600 \u00F6" },
        { "2025", NULL, NULL, NULL, "2023-05-02", NULL } },
      3,
      0,
      6 },
    { "pieces",
      { PAIR, { "label", SQL_WLONGVARCHAR } },
      { { "2023", "14.70", "@6000" }, { "2024", "1", "\u4E2D\u56FD\U0001F600" } },
      2,
      7,
      3 },
    { "months",
      { { "period", SQL_TYPE_TIMESTAMP }, { "value", SQL_DOUBLE } },
      { { "2023-02-01 00:00:00", "1.5" }, { "2023-01-01 00:00:00.000", "1e-05" } },
      2,
      0,
      2 },
    { "commas", { PAIR }, { { "2023", "12,50" } }, 1, 0, 2 },
    { "locale", { PAIR }, { { "2023", "@locale" } }, 1, 0, 2 },
    { "failure", { PAIR }, { { "2023", "1" }, { "@failure", "2" } }, 2, 0, 2 },
    { "crash", { PAIR }, { { "2023", "1" }, { "@crash", "2" } }, 2, 0, 2 },
    { "kill", { PAIR }, { { "2023", "1" }, { "@kill", "2" } }, 2, 0, 2 },
    { "huge", { PAIR, { "label", SQL_WLONGVARCHAR } }, { { "2023", "1", "@300000" } }, 1, 0, 3 },
    { "unending",
      { PAIR, { "label", SQL_WLONGVARCHAR } },
      { { "2023", "1", "@unending" } },
      1,
      0,
      3 },
    { "boasting", { PAIR }, { { "2023", "@boast" } }, 1, 0, 2 },
    { "bytes", { PAIR, { "label", SQL_VARBINARY } }, { { "2023", "1", "00" } }, 1, 0, 3 },
    { "wrong", { PAIR }, { { "2023", "1" }, { "2024", "many" } }, 2, 0, 2 },
    { "two", { PAIR }, { { "2023", "1" } }, 1, 0, 2 },
    { "none", { PAIR }, { { NULL } }, 0, 0, 2 },
    { "nothing", { { NULL, 0 } }, { { NULL } }, 0, 0, 0 },
    { "letters", { PAIR, { "label", SQL_VARCHAR } }, { { "2023", "1", "\xEF\xE0" } }, 1, 0, 3 },
};

/* Talking --------------------------------------------------------------------------- */

static void note(const struct handle *handle, const char *line)
{
    FILE *log = handle->log[0] != '\0' ? fopen(handle->log, "a") : NULL;

    if (log == NULL)
        return;
    fprintf(log, "%s\n", line);
    fclose(log);
}

static SQLRETURN refuse(struct handle *handle, const char *state, const char *message)
{
    snprintf(handle->state, sizeof handle->state, "%s", state);
    snprintf(handle->message, sizeof handle->message, "%s", message);
    return SQL_ERROR;
}

/* Waits until another thread cancels. */
static SQLRETURN wait_for_cancel(struct handle *handle)
{
    note(handle, "waits");
    for (int i = 0; i < 3000 && !handle->is_cancelled; i++)
        usleep(10000);
    return refuse(handle, "HY008", "the operation was cancelled");
}

static void take_log(struct handle *handle, const char *string)
{
    const char *log = strstr(string, "LOG=");

    if (log != NULL)
        snprintf(handle->log, sizeof handle->log, "%.*s", (int)strcspn(log + 4, ";"), log + 4);
}

/* Handles ------------------------------------------------------------------------------ */

EXPORT SQLRETURN SQL_API SQLAllocHandle(SQLSMALLINT type, SQLHANDLE parent, SQLHANDLE *out)
{
    struct handle *handle = calloc(1, sizeof *handle);

    (void)type;
    if (handle == NULL)
        return SQL_ERROR;
    handle->parent = parent;
    if (parent != NULL)
        snprintf(handle->log, sizeof handle->log, "%s", handle->parent->log);
    *out = handle;
    return SQL_SUCCESS;
}

EXPORT SQLRETURN SQL_API SQLFreeHandle(SQLSMALLINT type, SQLHANDLE handle)
{
    (void)type;
    free(handle);
    return SQL_SUCCESS;
}

EXPORT SQLRETURN SQL_API SQLSetEnvAttr(SQLHENV handle, SQLINTEGER attribute, SQLPOINTER value,
                                       SQLINTEGER n)
{
    (void)handle;
    (void)attribute;
    (void)value;
    (void)n;
    return SQL_SUCCESS;
}

EXPORT SQLRETURN SQL_API SQLGetInfo(SQLHDBC handle, SQLUSMALLINT what, SQLPOINTER into,
                                    SQLSMALLINT n, SQLSMALLINT *length)
{
    (void)handle;
    (void)what;
    (void)n;
    if (into != NULL)
        memset(into, 0, 2);
    if (length != NULL)
        *length = 0;
    return SQL_SUCCESS;
}

EXPORT SQLRETURN SQL_API SQLGetStmtAttr(SQLHSTMT handle, SQLINTEGER attribute, SQLPOINTER value,
                                        SQLINTEGER n, SQLINTEGER *length)
{
    static struct handle descriptor;

    (void)handle;
    (void)attribute;
    (void)n;
    (void)length;
    *(SQLHANDLE *)value = &descriptor;
    return SQL_SUCCESS;
}

static SQLRETURN connect(struct handle *handle, const char *string)
{
    take_log(handle, string);
    note(handle, string);
    if (strstr(string, "HANG=1") != NULL)
        return wait_for_cancel(handle);
    if (strstr(string, "UID=nobody") != NULL) {
        char message[600];

        snprintf(message, sizeof message,
                 "[Stub][Server]login failed for nobody (%s); ask somebody.\nor nobody",
                 strstr(string, "PWD=") != NULL ? strstr(string, "PWD=") + 4 : "");
        return refuse(handle, "28000", message);
    }
    return SQL_SUCCESS;
}

EXPORT SQLRETURN SQL_API SQLDisconnect(SQLHDBC handle)
{
    note(handle, "disconnect");
    return SQL_SUCCESS;
}

EXPORT SQLRETURN SQL_API SQLEndTran(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT how)
{
    (void)type;
    note(handle, how == SQL_ROLLBACK ? "rollback" : "commit");
    return SQL_SUCCESS;
}

/* Queries ---------------------------------------------------------------------------- */

static SQLRETURN execute(struct handle *handle, const char *query)
{
    note(handle, query);
    if (strncmp(query, "SELECT ", 7) != 0)
        return strcmp(query, "SET TRANSACTION READ ONLY") == 0
                   ? SQL_SUCCESS
                   : refuse(handle, "42601", "[Stub]this is no query");
    if (strcmp(query + 7, "wait") == 0)
        return wait_for_cancel(handle);
    for (size_t i = 0; i < sizeof results / sizeof *results; i++)
        if (strcmp(query + 7, results[i].name) == 0) {
            handle->result = &results[i];
            handle->row = 0;
            return SQL_SUCCESS;
        }
    return refuse(handle, "42S02", "there is no such result");
}

EXPORT SQLRETURN SQL_API SQLCancel(SQLHSTMT statement)
{
    struct handle *handle = statement;

    note(handle, "cancel");
    handle->is_cancelled = 1;
    return SQL_SUCCESS;
}

EXPORT SQLRETURN SQL_API SQLNumResultCols(SQLHSTMT statement, SQLSMALLINT *count)
{
    const struct handle *handle = statement;

    *count = (SQLSMALLINT)handle->result->n_columns;
    return SQL_SUCCESS;
}

EXPORT SQLRETURN SQL_API SQLFetch(SQLHSTMT statement)
{
    struct handle *handle = statement;
    const char *first;

    handle->column = 0;
    if (handle->row == handle->result->n_rows && strcmp(handle->result->name, "wrong") == 0)
        return SQL_SUCCESS; /* the last row, without end */
    if (handle->row == handle->result->n_rows)
        return SQL_NO_DATA;
    first = handle->result->rows[handle->row++][0];
    if (first == NULL || first[0] != '@')
        return SQL_SUCCESS;
    if (strcmp(first, "@failure") == 0)
        return refuse(handle, "57014", "[Stub]the server is going to bed");
    if (strcmp(first, "@crash") == 0)
        abort();
    kill(getpid(), SIGKILL);
    return SQL_ERROR;
}

EXPORT SQLRETURN SQL_API SQLMoreResults(SQLHSTMT statement)
{
    const struct handle *handle = statement;

    return strcmp(handle->result->name, "two") == 0 ? SQL_SUCCESS : SQL_NO_DATA;
}

/* Cells -------------------------------------------------------------------------------- */

/* The text of a cell that the table of results describes; static. */
static const char *text_of(const char *cell)
{
    static char *long_text;

    if (strcmp(cell, "@locale") == 0) {
        setlocale(LC_ALL, "C.UTF-8");
        return "7";
    }
    if (cell[0] != '@' || cell[1] < '0' || cell[1] > '9')
        return cell;
    size_t n = strtoul(cell + 1, NULL, 10);
    free(long_text);
    long_text = malloc(n + 1);
    memset(long_text, 'x', n);
    long_text[n] = '\0';
    return long_text;
}

/* The units of UTF-16 in a text of UTF-8, or its bytes; returns how many. The caller frees them. */
static size_t units_of(const char *text, int is_wide, SQLWCHAR **units)
{
    size_t length = strlen(text), n = 0;
    const unsigned char *at = (const unsigned char *)text, *end = at + length;

    *units = malloc((length + 1) * sizeof **units);
    while (at < end && is_wide) {
        int more = *at >= 0xF0 ? 3 : *at >= 0xE0 ? 2 : *at >= 0xC0 ? 1 : 0;
        unsigned long code = more == 0 ? *at : *at & (0x3Fu >> more);

        for (at++; more > 0 && at < end; more--)
            code = code << 6 | (*at++ & 0x3F);
        if (code >= 0x10000)
            (*units)[n++] = (SQLWCHAR)(0xD800 + ((code - 0x10000) >> 10));
        (*units)[n++] = (SQLWCHAR)(code >= 0x10000 ? 0xDC00 + ((code - 0x10000) & 0x3FF) : code);
    }
    for (; at < end; at++)
        (*units)[n++] = *at;
    return n;
}

/* Gives what is left of the units, as far as there is room and the result's pieces go. */
static SQLRETURN give(struct handle *handle, const SQLWCHAR *units, size_t n, int is_wide,
                      void *into, size_t room, SQLLEN *length)
{
    size_t left = n - handle->given, count = left < room ? left : room;
    size_t unit = is_wide ? sizeof *units : 1;

    if (handle->result->piece > 0 && count > handle->result->piece)
        count = handle->result->piece;
    for (size_t i = 0; i < count; i++)
        if (is_wide)
            ((SQLWCHAR *)into)[i] = units[handle->given + i];
        else
            ((char *)into)[i] = (char)units[handle->given + i];
    memset((char *)into + count * unit, 0, unit);
    /* Where the pieces are short, the driver does not know how much is left. */
    *length = handle->result->piece > 0 && count < left ? SQL_NO_TOTAL : (SQLLEN)(left * unit);
    handle->given += count;
    return count < left ? SQL_SUCCESS_WITH_INFO : SQL_SUCCESS;
}

EXPORT SQLRETURN SQL_API SQLGetData(SQLHSTMT statement, SQLUSMALLINT column, SQLSMALLINT type,
                                    SQLPOINTER into, SQLLEN size, SQLLEN *length)
{
    struct handle *handle = statement;
    const char *cell = handle->result->rows[handle->row - 1][column - 1];
    int is_wide = type == SQL_C_WCHAR;
    SQLWCHAR *units;

    if (is_wide && HAS_BYTES_ONLY)
        return refuse(handle, "07006", "no UTF-16 here");
    if (column < handle->column)
        return refuse(handle, "07009", "columns in their order");
    if (column == handle->column && handle->given == SIZE_MAX)
        return SQL_NO_DATA;
    if (column != handle->column)
        handle->given = 0;
    handle->column = column;
    *length = SQL_NULL_DATA;
    if (cell == NULL)
        return SQL_SUCCESS;
    if (strcmp(cell, "@unending") == 0 || strcmp(cell, "@boast") == 0) {
        memset(into, 0, (size_t)size);
        *length = cell[1] == 'u' ? SQL_NO_TOTAL : 1 << 30;
        return cell[1] == 'u' ? SQL_SUCCESS_WITH_INFO : SQL_SUCCESS;
    }
    size_t n = units_of(text_of(cell), is_wide, &units);
    SQLRETURN code = give(handle, units, n, is_wide, into,
                          (size_t)size / (is_wide ? sizeof *units : 1) - 1, length);
    free(units);
    if (code == SQL_SUCCESS)
        handle->given = SIZE_MAX;
    return code;
}

/* What a driver has twice: with text in bytes, or in UTF-16 -------------------------------- */

static SQLRETURN describe(struct handle *handle, SQLUSMALLINT column, char name[64],
                          SQLSMALLINT *type, SQLULEN *size)
{
    const struct column *own = &handle->result->columns[column - 1];

    snprintf(name, 64, "%s", own->name);
    *type = own->type;
    *size = 10;
    return SQL_SUCCESS;
}

/* The driver manager asks a driver for records only if it has fields as well. */
EXPORT SQLRETURN SQL_API GET_DIAG_FIELD(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT number,
                                        SQLSMALLINT what, SQLPOINTER into, SQLSMALLINT room,
                                        SQLSMALLINT *length)
{
    (void)type;
    (void)handle;
    (void)number;
    (void)what;
    (void)into;
    (void)room;
    (void)length;
    return SQL_ERROR;
}

EXPORT SQLRETURN SQL_API SET_CONNECT_ATTR(SQLHDBC handle, SQLINTEGER attribute, SQLPOINTER value,
                                          SQLINTEGER n)
{
    (void)n;
    if (attribute == SQL_ATTR_AUTOCOMMIT && value == (SQLPOINTER)SQL_AUTOCOMMIT_OFF)
        note(handle, "no autocommit");
    return SQL_SUCCESS;
}

#ifdef STUB_BYTES

EXPORT SQLRETURN SQL_API SQLDriverConnect(SQLHDBC handle, SQLHWND window, SQLCHAR *string,
                                          SQLSMALLINT n, SQLCHAR *out, SQLSMALLINT room,
                                          SQLSMALLINT *length, SQLUSMALLINT how)
{
    (void)window;
    (void)n;
    (void)out;
    (void)room;
    (void)length;
    (void)how;
    return connect(handle, (const char *)string);
}

EXPORT SQLRETURN SQL_API SQLExecDirect(SQLHSTMT handle, SQLCHAR *query, SQLINTEGER n)
{
    (void)n;
    return execute(handle, (const char *)query);
}

EXPORT SQLRETURN SQL_API SQLDescribeCol(SQLHSTMT handle, SQLUSMALLINT column, SQLCHAR *name,
                                        SQLSMALLINT room, SQLSMALLINT *length, SQLSMALLINT *type,
                                        SQLULEN *size, SQLSMALLINT *decimals, SQLSMALLINT *nullable)
{
    char own[64];
    SQLRETURN code = describe(handle, column, own, type, size);

    snprintf((char *)name, (size_t)room, "%s", own);
    *length = (SQLSMALLINT)strlen(own);
    *decimals = *nullable = 0;
    return code;
}

EXPORT SQLRETURN SQL_API SQLGetDiagRec(SQLSMALLINT type, SQLHANDLE object, SQLSMALLINT number,
                                       SQLCHAR *state, SQLINTEGER *native, SQLCHAR *text,
                                       SQLSMALLINT room, SQLSMALLINT *length)
{
    const struct handle *handle = object;

    (void)type;
    if (number > 1 || handle->state[0] == '\0')
        return SQL_NO_DATA;
    memcpy(state, handle->state, sizeof handle->state);
    *native = 1;
    snprintf((char *)text, (size_t)room, "%s", handle->message);
    *length = (SQLSMALLINT)strlen(handle->message);
    return SQL_SUCCESS;
}

#else

static void narrow(const SQLWCHAR *text, char *out, size_t room)
{
    size_t n = 0;

    for (; text[n] != 0 && n + 1 < room; n++)
        out[n] = (char)(text[n] < 0x80 ? text[n] : '?');
    out[n] = '\0';
}

static void widen(const char *text, SQLWCHAR *out, size_t room, SQLSMALLINT *length)
{
    size_t n = 0;

    for (; text[n] != '\0' && n + 1 < room; n++)
        out[n] = (SQLWCHAR)text[n];
    out[n] = 0;
    if (length != NULL)
        *length = (SQLSMALLINT)strlen(text);
}

EXPORT SQLRETURN SQL_API SQLDriverConnectW(SQLHDBC handle, SQLHWND window, SQLWCHAR *string,
                                           SQLSMALLINT n, SQLWCHAR *out, SQLSMALLINT room,
                                           SQLSMALLINT *length, SQLUSMALLINT how)
{
    char text[1024];

    (void)window;
    (void)n;
    (void)out;
    (void)room;
    (void)length;
    (void)how;
    narrow(string, text, sizeof text);
    return connect(handle, text);
}

EXPORT SQLRETURN SQL_API SQLExecDirectW(SQLHSTMT handle, SQLWCHAR *query, SQLINTEGER n)
{
    char text[1024];

    (void)n;
    narrow(query, text, sizeof text);
    return execute(handle, text);
}

EXPORT SQLRETURN SQL_API SQLDescribeColW(SQLHSTMT handle, SQLUSMALLINT column, SQLWCHAR *name,
                                         SQLSMALLINT room, SQLSMALLINT *length, SQLSMALLINT *type,
                                         SQLULEN *size, SQLSMALLINT *decimals,
                                         SQLSMALLINT *nullable)
{
    char own[64];
    SQLRETURN code = describe(handle, column, own, type, size);

    widen(own, name, (size_t)room, length);
    *decimals = *nullable = 0;
    return code;
}

EXPORT SQLRETURN SQL_API SQLGetDiagRecW(SQLSMALLINT type, SQLHANDLE object, SQLSMALLINT number,
                                        SQLWCHAR *state, SQLINTEGER *native, SQLWCHAR *text,
                                        SQLSMALLINT room, SQLSMALLINT *length)
{
    const struct handle *handle = object;

    (void)type;
    if (number > 1 || handle->state[0] == '\0')
        return SQL_NO_DATA;
    widen(handle->state, state, sizeof handle->state, NULL);
    *native = 1;
    widen(handle->message, text, (size_t)room, length);
    return SQL_SUCCESS;
}

#endif
