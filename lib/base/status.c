/* status.c - the public functions of base.h: status texts, near misses, the version. */
#include "sheaf/base.h"

#include <string.h>

#include "base/strings.h"

const char *sheaf_status_text(sheaf_status status)
{
    switch (status) {
    case SHEAF_OK:
        return "all is well";
    case SHEAF_NO_MEMORY:
        return "out of memory";
    case SHEAF_BAD_ARGUMENT:
        return "wrong argument";
    case SHEAF_BAD_INPUT:
        return "wrong input";
    case SHEAF_NO_FACE:
        return "no font face";
    case SHEAF_SYSTEM:
        return "the system failed";
    case SHEAF_CANCELLED:
        return "cancelled";
    }
    return "unknown status";
}

const char *sheaf_version(void)
{
    return SHEAF_VERSION;
}

size_t sheaf_printable(const char *text, char *out, size_t capacity)
{
    return utf8_write_printable(out, capacity, text != NULL ? text : "",
                                text != NULL ? strlen(text) : 0);
}

const char *sheaf_nearest(const char *word, const char *const *candidates, size_t n)
{
    for (size_t i = 0; candidates != NULL && i < n; i++)
        if (candidates[i] == NULL)
            return NULL;
    return word == NULL || candidates == NULL ? NULL
                                              : string_nearest(word, strlen(word), candidates, n);
}
