/* odbc_cells.c - the cells of a row, as UTF-8.
 *
 * Numbers come as text, so that their digits stay as the server wrote them: 14.70 has two decimals.
 * Text comes as UTF-16, which no locale changes; from drivers that have none, as bytes. */
#include "readers/sql/odbc_session.h"

#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "input/encoding.h"
#include "readers/sql/odbc_text.h"

enum kind { TEXT, NUMBER, DATE, BYTES };

static enum kind kind_of(SQLSMALLINT type)
{
    switch (type) {
    case SQL_NUMERIC:
    case SQL_DECIMAL:
    case SQL_INTEGER:
    case SQL_SMALLINT:
    case SQL_FLOAT:
    case SQL_REAL:
    case SQL_DOUBLE:
    case SQL_TINYINT:
    case SQL_BIGINT:
    case SQL_BIT:
        return NUMBER;
    case SQL_TYPE_DATE:
    case SQL_TYPE_TIME:
    case SQL_TYPE_TIMESTAMP:
        return DATE;
    case SQL_BINARY:
    case SQL_VARBINARY:
    case SQL_LONGVARBINARY:
        return BYTES;
    default:
        return TEXT;
    }
}

static bool fail_cell(struct odbc_session *session, size_t column, const char *reason)
{
    fail_at(session->error, SHEAF_BAD_INPUT, (struct place){ .file = session->name },
            "row %zu, column '%.60s': %s", session->rows, session->columns[column].name, reason);
    return false;
}

/* The driver's answer for a piece of a cell. */
enum piece { PIECE_LAST, PIECE_MORE, PIECE_NULL, PIECE_EMPTY, PIECE_OTHER_TYPE, PIECE_FAILED };

/* True when the driver refuses the type that was asked for. */
static bool is_other_type(struct odbc_session *session)
{
    static const char *const states[] = { "07006", "HY003", "HY004", "HYC00", "IM001" };
    char state[6];

    odbc_state(session, SQL_HANDLE_STMT, session->statement, state);
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (strcmp(state, states[i]) == 0)
            return true;
    return false;
}

/* The bytes before the NUL, of at most n. */
static size_t length_of(const char *piece, size_t n, size_t unit)
{
    size_t length = 0;

    while (length + unit <= n &&
           (piece[length] != '\0' || (unit == 2 && piece[length + 1] != '\0')))
        length += unit;
    return length;
}

/* Appends the next piece of a cell to session->text. */
static enum piece get_piece(struct odbc_session *session, size_t column, bool is_wide)
{
    size_t unit = is_wide ? sizeof(SQLWCHAR) : 1;
    /* Aligned for UTF-16. */
    SQLWCHAR piece[1024];
    SQLLEN got = 0, room = (SQLLEN)(sizeof piece - unit);
    SQLRETURN code =
        session->api.GetData(session->statement, (SQLUSMALLINT)(column + 1),
                             is_wide ? SQL_C_WCHAR : SQL_C_CHAR, piece, sizeof piece, &got);

    if (code == SQL_NO_DATA)
        return PIECE_LAST;
    if (!SQL_SUCCEEDED(code))
        return is_wide && is_other_type(session) ? PIECE_OTHER_TYPE : PIECE_FAILED;
    if (got == SQL_NULL_DATA)
        return PIECE_NULL;
    bool more = got == SQL_NO_TOTAL || got > room;
    size_t n = more      ? length_of((const char *)piece, (size_t)room, unit)
               : got < 0 ? 0
                         : (size_t)got / unit * unit;
    buffer_put(&session->text, piece, n);
    if (more && n == 0)
        return PIECE_EMPTY; /* asked again, it might never end */
    return more ? PIECE_MORE : PIECE_LAST;
}

/* Reads all pieces into session->text. *is_null: there are none. */
static bool get_cell(struct odbc_session *session, size_t column, bool *is_wide, bool *is_null)
{
    enum piece piece = PIECE_MORE;

    buffer_clear(&session->text);
    *is_null = false;
    while (piece == PIECE_MORE && session->text.length <= 2 * (size_t)ODBC_CELL_LIMIT) {
        piece = get_piece(session, column, *is_wide);
        if (piece == PIECE_OTHER_TYPE) {
            *is_wide = session->is_wide = false;
            buffer_clear(&session->text);
            piece = PIECE_MORE;
        }
    }
    *is_null = piece == PIECE_NULL;
    if (piece == PIECE_MORE)
        return fail_cell(session, column, "the text has more than 64 KiB");
    if (piece == PIECE_EMPTY)
        return fail_cell(session, column, "the driver promises more of the text and gives none");
    if (piece != PIECE_FAILED)
        return !session->text.failed;
    char what[120];
    snprintf(what, sizeof what, "row %zu, column '%.60s'", session->rows,
             session->columns[column].name);
    return odbc_fail(session, SQL_HANDLE_STMT, session->statement, what);
}

/* Puts session->text, in the encoding of the caller's options, into the row. */
static bool decode(struct odbc_session *session, size_t column)
{
    const char *from = session->text.bytes, *end = from + session->text.length;
    struct decoder *decoder =
        decoder_create(&session->arena.alloc, session->encoding, session->error);
    size_t undecoded = 0;

    while (decoder != NULL && undecoded == 0 && session->error->status == SHEAF_OK) {
        char piece[512], *into = piece;
        unsigned char bad;

        undecoded = decoder_run(decoder, &from, end, &into, piece + sizeof piece, true, &bad);
        buffer_put(&session->row, piece, (size_t)(into - piece));
        if (from == end && !decoder_has_more(decoder))
            break;
    }
    decoder_destroy(decoder);
    if (undecoded > 0)
        return fail_cell(session, column, "the text is not in the encoding that is set");
    return session->error->status == SHEAF_OK;
}

/* Drivers write numbers with the decimal mark of the locale, which they may have set themselves; no
 * number from a server has thousands separators. */
static void point_decimals(char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (text[i] == ',')
            text[i] = '.';
}

static bool put_bytes(struct odbc_session *session, size_t column)
{
    const struct buffer *text = &session->text;

    if (session->encoding != NULL && kind_of(session->columns[column].type) == TEXT)
        return decode(session, column);
    if (!utf8_valid(text->bytes, text->length, NULL))
        return fail_cell(session, column,
                         "the driver gives text that is not UTF-8; say what it is: " SETTING(
                             "encoding: windows-1251"));
    buffer_put(&session->row, text->bytes, text->length);
    return !session->row.failed;
}

/* Appends a cell to the row; its text is set when all are there, as the row may move. */
static bool read_cell(struct odbc_session *session, size_t column)
{
    enum kind kind = kind_of(session->columns[column].type);
    bool is_wide = session->is_wide && kind == TEXT, is_null;
    size_t start = session->row.length;

    session->cells[column] = (struct odbc_cell){ NULL, SIZE_MAX };
    if (!session->columns[column].is_wanted)
        return true;
    if (kind == BYTES)
        return fail_cell(session, column, "bytes are neither text nor number");
    if (!get_cell(session, column, &is_wide, &is_null))
        return false;
    if (is_null)
        return true;
    if (is_wide)
        odbc_put_utf8(&session->row, (const uint16_t *)(const void *)session->text.bytes,
                      session->text.length / sizeof(uint16_t));
    else if (session->text.length > 0 && !put_bytes(session, column))
        return false;
    if (kind == NUMBER)
        point_decimals(session->row.bytes + start, session->row.length - start);
    session->cells[column].n = session->row.length - start;
    return !session->row.failed;
}

bool odbc_read_cells(struct odbc_session *session)
{
    size_t start = 0;

    buffer_clear(&session->row);
    buffer_text(&session->row, "");
    for (size_t i = 0; i < session->count; i++)
        if (!read_cell(session, i))
            return false;
        else if (session->cells[i].n != SIZE_MAX && session->cells[i].n > ODBC_CELL_LIMIT)
            return fail_cell(session, i, "the text has more than 64 KiB");
        else if (session->row.length > ODBC_ROW_LIMIT)
            return fail_cell(session, i, "the row has more than 1 MiB");
    for (size_t i = 0; i < session->count; i++) {
        struct odbc_cell *cell = &session->cells[i];

        cell->text = cell->n != SIZE_MAX ? session->row.bytes + start : NULL;
        cell->n = cell->n != SIZE_MAX ? cell->n : 0;
        start += cell->n;
    }
    return true;
}
