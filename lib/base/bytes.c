/* bytes.c - a sink in memory. */
#include "sheaf/bytes.h"

#include <errno.h>

#include "base/buffer.h"

struct sheaf_bytes {
    struct buffer buffer;
};

/* What create gives when there is no memory: full from the beginning, and never written to. */
static const sheaf_bytes inert = { .buffer = { .failed = true } };

sheaf_bytes *sheaf_bytes_create(const sheaf_alloc *alloc)
{
    sheaf_bytes *bytes = memory_resize(memory_or_default(alloc), NULL, 0, sizeof *bytes);

    if (bytes == NULL)
        return (sheaf_bytes *)&inert;
    buffer_init(&bytes->buffer, alloc, NULL);
    return bytes;
}

void sheaf_bytes_destroy(sheaf_bytes *bytes)
{
    if (bytes == NULL || bytes == &inert)
        return;
    sheaf_alloc alloc = bytes->buffer.alloc;
    buffer_free(&bytes->buffer);
    memory_free(&alloc, bytes, sizeof *bytes);
}

static int keep(void *context, const void *more, size_t n)
{
    sheaf_bytes *bytes = context;

    if (bytes == &inert)
        return ENOMEM;
    buffer_put(&bytes->buffer, more, n);
    return bytes->buffer.failed ? ENOMEM : 0;
}

sheaf_sink sheaf_bytes_sink(sheaf_bytes *bytes)
{
    return (sheaf_sink){ bytes, bytes != NULL ? keep : NULL };
}

const char *sheaf_bytes_data(const sheaf_bytes *bytes, size_t *n)
{
    if (n != NULL)
        *n = bytes != NULL ? bytes->buffer.length : 0;
    return bytes != NULL && bytes->buffer.length > 0 ? bytes->buffer.bytes : "";
}

void sheaf_bytes_clear(sheaf_bytes *bytes)
{
    if (bytes == NULL || bytes == &inert)
        return;
    buffer_clear(&bytes->buffer);
    bytes->buffer.failed = false; /* memory may be there again */
}
