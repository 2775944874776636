/* secret.h - passwords in connection strings ("DSN=trade;PWD=…") are never shown. */
#ifndef SHEAF_BASE_SECRET_H
#define SHEAF_BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>

/* A pair "KEY=value" of a connection string. The value of "{a;b}" has its braces. */
struct connection_pair {
    const char *key, *value;
    size_t key_n, value_n;
};

/* Finds the next pair at or after *at (< end) and moves *at past it. False: there is none. In other
 * text than a connection string, what stands before a '=' counts as a key. */
bool connection_next(const char **at, const char *end, struct connection_pair *pair);
/* True for keys whose value is a password, a token or the like. */
bool connection_is_secret(const struct connection_pair *pair);

/* Replaces the values of such keys, wherever they stand in the text, by as many '*'. */
void secret_hide(char *text, size_t n);

#endif
