/* secret.c - finds passwords in connection strings, as ODBC writes them: "KEY=value;KEY={va;lue}",
 * where "}}" in braces stands for "}". */
#include "base/secret.h"

#include <string.h>

#include "base/strings.h"

static bool is_of_key(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The end of a value that begins at text. */
static const char *end_of_value(const char *text, const char *end)
{
    const char *stop;

    if (text == end || *text != '{') {
        stop = memchr(text, ';', (size_t)(end - text));
        return stop != NULL ? stop : end;
    }
    for (text++; text < end; text++)
        if (*text == '}' && (++text == end || *text != '}'))
            return text;
    return end;
}

bool connection_next(const char **at, const char *end, struct connection_pair *pair)
{
    const char *equals = memchr(*at, '=', (size_t)(end - *at)), *key, *after;

    if (equals == NULL)
        return false;
    after = equals;
    while (after > *at && after[-1] == ' ')
        after--;
    for (key = after; key > *at && is_of_key(key[-1]);)
        key--;
    pair->key = key;
    pair->key_n = (size_t)(after - key);
    for (equals++; equals < end && *equals == ' ';)
        equals++;
    pair->value = equals;
    *at = end_of_value(equals, end);
    pair->value_n = (size_t)(*at - equals);
    return true;
}

/* "pwd" and "SSLKeyPassword", but not "passenger". */
bool connection_is_secret(const struct connection_pair *pair)
{
    static const char *const endings[] = { "pwd",    "password", "passwd", "passphrase",
                                           "secret", "token",    "apikey" };

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n = strlen(endings[i]);

        if (pair->key_n >= n && string_is_ignoring_case(pair->key + pair->key_n - n, n, endings[i]))
            return true;
    }
    return false;
}

/* A value may hide further keys ("a = b;PWD=c" in another text), so only a secret's is passed by. */
void secret_hide(char *text, size_t n)
{
    const char *at = text, *end = text + n;
    struct connection_pair pair;

    while (at < end && connection_next(&at, end, &pair)) {
        if (connection_is_secret(&pair))
            memset(text + (pair.value - text), '*', pair.value_n);
        else
            at = pair.value;
    }
}
