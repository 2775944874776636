/* file.h - files in, whole or a piece at a time; whole files out.
 *
 * Output is made in memory and reaches its name in one step: an unnamed
 * temporary file beside the target, written, synced, then renamed over it. A
 * crash, a full disk or a signal before that leaves the target as it was. */
#ifndef SHEAF_BASE_FILE_H
#define SHEAF_BASE_FILE_H

#include "base/buffer.h"

/* A descriptor to read path from; "-": standard input's, which file_close leaves open. Fails as
 * file_read does. */
sheaf_status file_open(const char *path, int *descriptor, sheaf_error *error)
    __attribute__((warn_unused_result));
/* Reads until n bytes are there or the file ends; *got says how many. path for messages. */
sheaf_status file_read_piece(int descriptor, const char *path, void *into, size_t n, size_t *got,
                             sheaf_error *error) __attribute__((warn_unused_result));
void file_close(int descriptor);

/* Appends the file's bytes; "-" reads standard input. More than limit bytes,
 * a directory or an unreadable file fail into error (with SHEAF_BAD_INPUT for
 * what the caller named wrongly, SHEAF_SYSTEM for a failing read). */
sheaf_status file_read(const char *path, size_t limit, struct buffer *into, sheaf_error *error)
    __attribute__((warn_unused_result));

/* Replaces path by n bytes as said above, keeping an existing file's mode. Symbolic links are
 * followed, to a file that is not there yet as well. A path that is not a regular file (a pipe,
 * /dev/null) is written to directly, and so is one that stands for an open stream: /dev/stdout,
 * or the file that standard output is redirected to. */
sheaf_status file_replace(const char *path, const void *bytes, size_t n, sheaf_error *error)
    __attribute__((warn_unused_result));

/* The same bytes into a sink. */
sheaf_status sink_write(const sheaf_sink *sink, const void *bytes, size_t n, sheaf_error *error)
    __attribute__((warn_unused_result));

#endif
