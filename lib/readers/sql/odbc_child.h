/* odbc_child.h - the process that reads a database for this one. */
#ifndef SHEAF_READERS_SQL_ODBC_CHILD_H
#define SHEAF_READERS_SQL_ODBC_CHILD_H

#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"

struct odbc_child {
    pid_t process; /* 0: none */
    int socket;
    int64_t deadline; /* of the next byte, in milliseconds of the monotonic clock; 0: none */
    bool is_late;
};

/* Starts the program with one end of a socket as its standard input. False: failed. */
bool odbc_child_start(struct odbc_child *child, const char *const *program, sheaf_error *error);
/* The child is to be connected within so many seconds. */
void odbc_child_expect(struct odbc_child *child, int seconds);
/* As read(2), for frame_reader_init. */
ssize_t odbc_child_read(void *context, void *into, size_t n);
/* For struct odbc_peer. */
void odbc_child_opened(void *context);
bool odbc_child_send(void *context, struct buffer *frames);
/* Ends the child and waits for it: no zombie is left. *state is that of waitpid. False: the child is
 * not to be waited for, as the program ignores SIGCHLD. */
bool odbc_child_end(struct odbc_child *child, int *state);

#endif
