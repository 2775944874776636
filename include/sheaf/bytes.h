/* bytes.h - output in memory: a sink that keeps what is written, for every function that takes one.
 *
 *     sheaf_bytes *bytes = sheaf_bytes_create(NULL);
 *     if (sheaf_chart_write_sink(chart, SHEAF_PNG, sheaf_bytes_sink(bytes), 1200, 750, 1) == SHEAF_OK)
 *         send(sheaf_bytes_data(bytes, &n), n);
 *     sheaf_bytes_destroy(bytes);
 *
 * Different objects may be used by different threads at once, one object by one at a time. */
#ifndef SHEAF_BYTES_H
#define SHEAF_BYTES_H

#include "sheaf/base.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sheaf_bytes sheaf_bytes;

/* Never NULL; where memory runs out, what is written to it fails with SHEAF_SYSTEM. The caller owns it. */
SHEAF_API sheaf_bytes *sheaf_bytes_create(const sheaf_alloc *alloc);
SHEAF_API void sheaf_bytes_destroy(sheaf_bytes *bytes); /* NULL: nothing happens */

/* What is written to it comes behind what is there. It is good as long as bytes is; of NULL it is a sink that
 * fails with SHEAF_BAD_ARGUMENT. */
SHEAF_API sheaf_sink sheaf_bytes_sink(sheaf_bytes *bytes);
/* What was written, with a NUL behind it that does not count; "" for nothing. *n, which may be NULL: how many
 * bytes. Borrowed until more is written. An output that failed leaves nothing, or only a part when memory ran
 * out. */
SHEAF_API const char *sheaf_bytes_data(const sheaf_bytes *bytes, size_t *n);
/* Forgets what was written, and keeps the memory for the next output. */
SHEAF_API void sheaf_bytes_clear(sheaf_bytes *bytes);

#ifdef __cplusplus
}
#endif
#endif
