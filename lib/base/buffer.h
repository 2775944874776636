/* buffer.h - a growing byte buffer: for text being written and files being read. */
#ifndef SHEAF_BASE_BUFFER_H
#define SHEAF_BASE_BUFFER_H

#include "base/memory.h"

struct buffer {
    sheaf_alloc alloc;
    sheaf_error *error; /* gets SHEAF_NO_MEMORY; may be NULL */
    char *bytes;        /* NUL-terminated once anything was put */
    size_t length, capacity;
    bool failed; /* sticky: later puts do nothing */
};

void buffer_init(struct buffer *buffer, const sheaf_alloc *alloc, sheaf_error *error);
void buffer_free(struct buffer *buffer);
void buffer_clear(struct buffer *buffer); /* keeps the memory */

void buffer_put(struct buffer *buffer, const void *bytes, size_t n);
void buffer_text(struct buffer *buffer, const char *text); /* NUL-terminated */
void buffer_integer(struct buffer *buffer, int64_t value);
/* At most decimals (0 to 9) places, trailing zeros dropped, "-0" as "0": for
 * coordinates in operators and dumps. Non-finite values fail the buffer. */
void buffer_fixed(struct buffer *buffer, double value, int decimals);
/* As base64 (RFC 4648), padded. */
void buffer_base64(struct buffer *buffer, const void *bytes, size_t n);
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline void buffer_byte(struct buffer *buffer, char byte)
{
    if (buffer->failed || buffer->capacity - buffer->length < 2) {
        buffer_put(buffer, &byte, 1);
        return;
    }
    buffer->bytes[buffer->length++] = byte;
    buffer->bytes[buffer->length] = '\0';
}

#endif
