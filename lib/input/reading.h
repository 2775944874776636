/* reading.h - what it takes to read a file, whoever keeps its rows: how messages call the file, what
 * the caller said of it, and where failures and findings go. */
#ifndef SHEAF_INPUT_READING_H
#define SHEAF_INPUT_READING_H

#include "base/error.h"
#include "base/memory.h"

struct reading {
    const sheaf_alloc *alloc;
    const char *name;     /* of the file, for messages */
    const char *encoding; /* as the caller says; NULL: it is found */
    sheaf_error *error;
    /* Takes a finding of a kind (a word such as "encoding") and its message; NULL: nobody asks. */
    void (*take_finding)(void *taker, const char *kind, struct place at, const char *message);
    void *taker;
};

/* Tells of a finding at a place. */
void reading_warn(const struct reading *reading, const char *kind, struct place at,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
