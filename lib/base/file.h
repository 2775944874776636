/* file.h - reads files, entirely or piece by piece; replaces files atomically.
 *
 * Output is composed in memory, written and synced to an unnamed temporary file beside the target,
 * then renamed over it. A crash, a full disk or a signal before that leaves the target as it was. */
#ifndef SHEAF_BASE_FILE_H
#define SHEAF_BASE_FILE_H

#include "base/buffer.h"

/* Opens path for reading; "-" is standard input, which file_close leaves open. Fails like
 * file_read. */
sheaf_status file_open(const char *path, int *descriptor, sheaf_error *error)
    __attribute__((warn_unused_result));
/* Reads until there are n bytes or the file ends; *got is how many. path is for messages. */
sheaf_status file_read_piece(int descriptor, const char *path, void *into, size_t n, size_t *got,
                             sheaf_error *error) __attribute__((warn_unused_result));
void file_close(int descriptor);

/* Appends the file's bytes; "-" reads standard input. More than limit bytes,
 * a directory or an unreadable file fail into error (with SHEAF_BAD_INPUT for
 * what the caller named wrongly, SHEAF_SYSTEM for a failing read). */
sheaf_status file_read(const char *path, size_t limit, struct buffer *into, sheaf_error *error)
    __attribute__((warn_unused_result));

/* Replaces the file's contents by n bytes as described above, and keeps its mode. Follows symbolic
 * links, also to a file that does not exist yet. A path that is not a regular file (a pipe,
 * /dev/null) is written to directly, and so is a path of an open stream: /dev/stdout, or the file
 * that standard output is redirected to. */
sheaf_status file_replace(const char *path, const void *bytes, size_t n, sheaf_error *error)
    __attribute__((warn_unused_result));

/* Writes all n bytes, however often signals interrupt it. 0, or an errno value. */
int file_write_all(int descriptor, const char *bytes, size_t n) __attribute__((warn_unused_result));
/* Writes n bytes to a sink. */
sheaf_status sink_write(const sheaf_sink *sink, const void *bytes, size_t n, sheaf_error *error)
    __attribute__((warn_unused_result));

#endif
