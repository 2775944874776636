/* odbc_text.c - connection strings with passwords from the environment, the check that a query is
 * one statement that reads, and UTF-16. */
#include "readers/sql/odbc_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "base/strings.h"

const char *odbc_connection(const char *path)
{
    static const char opening[] = "odbc:";

    return strncmp(path, opening, sizeof opening - 1) == 0 ? path + sizeof opening - 1 : NULL;
}

/* Passwords from the environment ------------------------------------------------ */

static bool is_variable(const struct connection_pair *pair)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";

    return pair->value_n > 1 && pair->value[0] == '$' &&
           strspn(pair->value + 1, letters) >= pair->value_n - 1 && connection_is_secret(pair);
}

/* In braces only where it has to be: not every driver takes them off. */
static void put_value(struct buffer *into, const char *value)
{
    bool plain = value[strcspn(value, "[]{}(),;?*=!@ ")] == '\0';

    if (plain) {
        buffer_text(into, value);
        return;
    }
    buffer_byte(into, '{');
    for (; *value != '\0'; value++) {
        buffer_byte(into, *value);
        if (*value == '}')
            buffer_byte(into, '}');
    }
    buffer_byte(into, '}');
}

bool odbc_expand(struct buffer *into, const char *connection, sheaf_error *error)
{
    const char *at = connection, *done = connection, *end = connection + strlen(connection);
    struct connection_pair pair;

    while (connection_next(&at, end, &pair)) {
        char name[128];

        if (!is_variable(&pair) || pair.value_n > sizeof name)
            continue;
        memcpy(name, pair.value + 1, pair.value_n - 1);
        name[pair.value_n - 1] = '\0';
        /* As the driver manager reads its own variables, in the same process. */
        const char *value = getenv(name);
        if (value == NULL) {
            fail(error, SHEAF_BAD_INPUT,
                 "the password is to come from the environment, which has no variable %s", name);
            return false;
        }
        buffer_put(into, done, (size_t)(pair.value - done));
        put_value(into, value);
        done = pair.value + pair.value_n;
    }
    buffer_text(into, done);
    return !into->failed;
}

/* Queries --------------------------------------------------------------------------- */

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* The end of a quoted text, an identifier or a comment that begins at query, with *hides set when a
 * semicolon is in it; query itself where none begins. NULL: it has no end. */
static const char *end_of_quoted(const char *query, bool *hides)
{
    const char *end = NULL;

    if (*query == '\'' || *query == '"') /* '' in it ends one and begins the next */
        end = strchr(query + 1, *query);
    else if (query[0] == '-' && query[1] == '-')
        end = query + strcspn(query, "\n") - 1;
    else if (query[0] == '/' && query[1] == '*')
        end = (end = strstr(query + 2, "*/")) != NULL ? end + 1 : NULL;
    else
        return query;
    if (end == NULL)
        return NULL;
    *hides |= memchr(query, ';', (size_t)(end - query)) != NULL;
    return end + 1;
}

/* White space and comments; NULL: a comment has no end. */
static const char *skip_white(const char *query, bool *hides)
{
    while (query != NULL && (is_white(*query) || (query[0] == '-' && query[1] == '-') ||
                             (query[0] == '/' && query[1] == '*')))
        query = is_white(*query) ? query + 1 : end_of_quoted(query, hides);
    return query;
}

static bool begins_reading(const char *query)
{
    static const char *const words[] = { "SELECT", "WITH", "VALUES", "TABLE", "FROM" };
    size_t n = 0;

    while (is_white(*query) || *query == '(')
        query++;
    while (is_letter(query[n]))
        n++;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_is_ignoring_case(query, n, words[i]))
            return true;
    return false;
}

/* Servers differ in what quotes text: a backslash may quote a quote, and PostgreSQL has $$, MySQL `
 * and #, SQL Server []. With one of them, what looks quoted may be a second statement. */
static bool is_plain(const char *query)
{
    return query[strcspn(query, "\\$`#[")] == '\0';
}

bool odbc_check_query(const char *query, sheaf_error *error)
{
    bool hides = false;
    const char *at = skip_white(query, &hides), *end = at;

    if (at != NULL && *at == '\0') {
        fail(error, SHEAF_BAD_INPUT, "the query is empty");
        return false;
    }
    if (at != NULL && !begins_reading(at)) {
        fail(error, SHEAF_BAD_INPUT, "the query must only read: one SELECT");
        return false;
    }
    while (end != NULL && *end != '\0' && *end != ';') {
        const char *next = end_of_quoted(end, &hides);

        end = next == end ? end + 1 : next;
    }
    const char *rest = end != NULL && *end == ';' ? skip_white(end + 1, &hides) : end;
    if (rest == NULL)
        fail(error, SHEAF_BAD_INPUT, "a quoted text or a comment of the query has no end");
    else if (*rest != '\0')
        fail(error, SHEAF_BAD_INPUT,
             "the query must be one statement, and more follows a semicolon: %.60s", rest);
    else if (hides && !is_plain(query))
        fail(error, SHEAF_BAD_INPUT,
             "the query has a semicolon in quotes or in a comment, and one of \\ $ ` # [, with "
             "which servers differ in what is quoted; leave one of them out");
    return error->status == SHEAF_OK;
}

/* UTF-16 -------------------------------------------------------------------------- */

static void put_unit(struct buffer *into, uint32_t code)
{
    uint16_t unit = (uint16_t)code;

    buffer_put(into, &unit, sizeof unit);
}

void odbc_put_utf16(struct buffer *into, const char *text)
{
    const char *end = text + strlen(text);

    while (text < end) {
        uint32_t code = utf8_next(&text, end);

        if (code == UTF8_INVALID)
            code = 0xFFFD;
        if (code >= 0x10000) {
            put_unit(into, 0xD800 + ((code - 0x10000) >> 10));
            code = 0xDC00 + ((code - 0x10000) & 0x3FF);
        }
        put_unit(into, code);
    }
    put_unit(into, 0);
}

void odbc_put_utf8(struct buffer *into, const uint16_t *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t code = text[i];
        char bytes[4];

        if (code < 0x80) {
            buffer_byte(into, (char)code);
            continue;
        }
        if (code >= 0xD800 && code < 0xDC00 && i + 1 < n && text[i + 1] >= 0xDC00 &&
            text[i + 1] < 0xE000)
            code = 0x10000 + ((code - 0xD800) << 10) + (text[++i] - 0xDC00u);
        else if (code >= 0xD800 && code < 0xE000)
            code = 0xFFFD;
        buffer_put(into, bytes, utf8_write(bytes, code));
    }
}
