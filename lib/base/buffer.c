/* buffer.c - a growing byte buffer. */
#include "base/buffer.h"

#include <stdarg.h>
#include <string.h>

#include "base/number.h"
#include "base/quick_format.h"

void buffer_init(struct buffer *buffer, const sheaf_alloc *alloc, sheaf_error *error)
{
    *buffer = (struct buffer){ .alloc = *memory_or_default(alloc), .error = error };
}

void buffer_free(struct buffer *buffer)
{
    memory_free(&buffer->alloc, buffer->bytes, buffer->capacity);
    buffer->bytes = NULL;
    buffer->length = buffer->capacity = 0;
    buffer->failed = false;
}

void buffer_clear(struct buffer *buffer)
{
    buffer->length = 0;
    if (buffer->bytes != NULL)
        buffer->bytes[0] = '\0';
}

/* Of this size on, a buffer grows by a quarter: a document that has grown has as much room again else. */
#define LARGE_BUFFER ((size_t)4 << 20)

/* By a quarter, to hold at least need; false when memory runs out, as for memory_grow. */
static bool grow_large(struct buffer *buffer, size_t need)
{
    const size_t step = buffer->capacity / 4;
    const size_t larger = need > buffer->capacity + step ? need + step : buffer->capacity + step;
    char *bytes = memory_resize(&buffer->alloc, buffer->bytes, buffer->capacity, larger);

    if (bytes == NULL)
        return false;
    buffer->bytes = bytes;
    buffer->capacity = larger;
    return true;
}

/* Makes room for n more bytes and the final NUL. */
static bool make_room(struct buffer *buffer, size_t n)
{
    if (buffer->failed)
        return false;
    if (n < SIZE_MAX / 2 - buffer->length && buffer->capacity >= LARGE_BUFFER
            ? grow_large(buffer, buffer->length + n + 1)
            : n < SIZE_MAX - buffer->length - 1 &&
                  memory_grow(&buffer->alloc, buffer->error, &buffer->bytes, &buffer->capacity,
                              buffer->length + n + 1, 1))
        return true;
    fail_memory(buffer->error);
    buffer->failed = true;
    return false;
}

static inline bool reserve(struct buffer *buffer, size_t n)
{
    return (!buffer->failed && n < buffer->capacity - buffer->length) || make_room(buffer, n);
}

void buffer_put(struct buffer *buffer, const void *bytes, size_t n)
{
    if (!reserve(buffer, n))
        return;
    if (n > 0)
        memcpy(buffer->bytes + buffer->length, bytes, n);
    buffer->length += n;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_text(struct buffer *buffer, const char *text)
{
    buffer_put(buffer, text, strlen(text));
}

void buffer_integer(struct buffer *buffer, int64_t value)
{
    char text[24], *end = text + sizeof text, *at = end;
    uint64_t magnitude = value < 0 ? -(uint64_t)value : (uint64_t)value;

    do
        *--at = (char)('0' + magnitude % 10);
    while ((magnitude /= 10) > 0);
    if (value < 0)
        *--at = '-';
    buffer_put(buffer, at, (size_t)(end - at));
}

void buffer_fixed(struct buffer *buffer, double value, int decimals)
{
    char text[2 * NUMBER_TEXT];
    size_t n = number_write_fixed(text, value, decimals);

    if (n == 0) {
        fail(buffer->error, SHEAF_BAD_ARGUMENT, "a coordinate is not a finite number");
        buffer->failed = true;
        return;
    }
    if (memchr(text, '.', n) != NULL) {
        while (text[n - 1] == '0')
            n--;
        if (text[n - 1] == '.')
            n--;
    }
    if (n == 2 && text[0] == '-' && text[1] == '0') {
        buffer_byte(buffer, '0');
        return;
    }
    buffer_put(buffer, text, n);
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments, again;

    /* Most texts fit into the free space and are formatted only once. */
    size_t room = buffer->failed ? 0 : buffer->capacity - buffer->length;
    va_start(arguments, format);
    va_copy(again, arguments);
    int n =
        quick_vformat(room > 0 ? buffer->bytes + buffer->length : NULL, room, format, arguments);
    va_end(arguments);
    bool fits = n >= 0 && (size_t)n < room;
    if (n >= 0 && !fits && reserve(buffer, (size_t)n)) {
        quick_vformat(buffer->bytes + buffer->length, (size_t)n + 1, format, again);
        fits = true;
    }
    if (fits)
        buffer->length += (size_t)n;
    va_end(again);
}

void buffer_base64(struct buffer *buffer, const void *bytes, size_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const uint8_t *from = bytes;

    for (size_t i = 0; i < n; i += 3) {
        uint32_t three = (uint32_t)from[i] << 16;
        if (i + 1 < n)
            three |= (uint32_t)from[i + 1] << 8;
        if (i + 2 < n)
            three |= from[i + 2];
        buffer_byte(buffer, digits[three >> 18]);
        buffer_byte(buffer, digits[three >> 12 & 63]);
        buffer_byte(buffer, i + 1 < n ? digits[three >> 6 & 63] : '=');
        buffer_byte(buffer, i + 2 < n ? digits[three & 63] : '=');
    }
}
