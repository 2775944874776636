/* sized.h - public structs that may grow: their first member says how large the caller's is, so that
 * a program that was compiled before goes on as it was. A new member begins where the struct ended
 * before: not in the padding there, which old programs leave undefined. */
#ifndef SHEAF_BASE_SIZED_H
#define SHEAF_BASE_SIZED_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* 0, of a zeroed struct, stands for the size that it had at first. */
static inline size_t sized_size(const void *given, size_t first)
{
    size_t size;

    memcpy(&size, given, sizeof size);
    return size != 0 ? size : first;
}

/* Fills as much as the caller's struct holds with the library's of n bytes. False: it holds not even
 * its size. */
static inline bool sized_give(void *to, size_t first, const void *from, size_t n)
{
    size_t size = sized_size(to, first);

    if (size < sizeof size)
        return false;
    memcpy(to, from, size < n ? size : n);
    memcpy(to, &size, sizeof size);
    return true;
}

/* Takes what the caller's struct says into the library's of n bytes; what it does not hold is zero.
 * False: it holds not even its size, or says something that this version does not know. */
static inline bool sized_take(void *own, size_t n, size_t first, const void *given)
{
    size_t size = sized_size(given, first);
    const unsigned char *bytes = given;

    memset(own, 0, n);
    memcpy(own, &n, sizeof n);
    if (size < sizeof size)
        return false;
    memcpy(own, given, size < n ? size : n);
    memcpy(own, &n, sizeof n);
    for (size_t i = n; i < size; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

#endif
