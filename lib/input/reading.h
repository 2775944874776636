/* reading.h - the parameters of reading a file: its name in messages, the options of the caller,
 * and where failures and warnings go. It knows no table, so that input needs none. */
#ifndef SHEAF_INPUT_READING_H
#define SHEAF_INPUT_READING_H

#include "base/error.h"
#include "base/memory.h"

struct reading {
    const sheaf_alloc *alloc;
    const char *name;     /* of the file, for messages */
    const char *encoding; /* given by the caller; NULL: it is detected */
    sheaf_error *error;
    /* Receives a warning with its kind (a word such as "encoding"); NULL: warnings are dropped. */
    void (*warn)(void *warn_context, const char *kind, struct place at, const char *message);
    void *warn_context;
    /* Asked before each part of the file that is read; false: failed into error. NULL: nobody is. */
    bool (*goes_on)(void *watch_context);
    void *watch_context;
};

void reading_warn(const struct reading *reading, const char *kind, struct place at,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
