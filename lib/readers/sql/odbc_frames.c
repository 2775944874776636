/* odbc_frames.c - frames, written to a buffer and read from a stream. */
#include "readers/sql/odbc_frames.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

enum { HEAD = 5, PIECE = 1 << 16 };

/* Reading -------------------------------------------------------------------------- */

void frame_reader_init(struct frame_reader *reader,
                       ssize_t (*read)(void *context, void *into, size_t n), void *context,
                       const sheaf_alloc *alloc, sheaf_error *error)
{
    *reader = (struct frame_reader){ .read = read, .context = context };
    buffer_init(&reader->bytes, alloc, error);
}

void frame_reader_free(struct frame_reader *reader)
{
    buffer_free(&reader->bytes);
}

static uint32_t length_at(const char *bytes)
{
    const unsigned char *byte = (const unsigned char *)bytes;

    return byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
}

/* Moves what is left to the start of the buffer, which is made as long as the frame needs. */
static bool make_room(struct frame_reader *reader, size_t need)
{
    struct buffer *bytes = &reader->bytes;

    if (reader->at > 0)
        memmove(bytes->bytes, bytes->bytes + reader->at, reader->end - reader->at);
    reader->end -= reader->at;
    reader->at = 0;
    while (!bytes->failed && bytes->length < need) {
        static const char zeros[4096];

        buffer_put(bytes, zeros, sizeof zeros);
    }
    return !bytes->failed;
}

/* Reads until n bytes are there. */
static bool fill(struct frame_reader *reader, size_t n)
{
    if (reader->end - reader->at >= n)
        return true;
    if (!make_room(reader, n > PIECE ? n : PIECE))
        return false;
    while (reader->end < n) {
        ssize_t got = reader->read(reader->context, reader->bytes.bytes + reader->end,
                                   reader->bytes.length - reader->end);

        if (got <= 0)
            return false;
        reader->end += (size_t)got;
    }
    return true;
}

enum frame frame_next(struct frame_reader *reader)
{
    uint32_t length;
    const char *head;

    if (reader->is_damaged || !fill(reader, HEAD))
        return FRAME_NONE;
    length = length_at(reader->bytes.bytes + reader->at + 1);
    if (length > FRAME_LIMIT) {
        reader->is_damaged = true;
        return FRAME_NONE;
    }
    if (!fill(reader, HEAD + length))
        return FRAME_NONE;
    head = reader->bytes.bytes + reader->at;
    reader->content = head + HEAD;
    reader->content_end = reader->content + length;
    reader->at += HEAD + length;
    return (enum frame)(unsigned char)*head;
}

uint32_t frame_length(struct frame_reader *reader)
{
    if (reader->content_end - reader->content < 4) {
        reader->is_damaged = true;
        return 0;
    }
    reader->content += 4;
    return length_at(reader->content - 4);
}

const char *frame_text(struct frame_reader *reader, size_t *n)
{
    uint32_t length = frame_length(reader);
    const char *text = reader->content;

    *n = 0;
    if (length == 0)
        return NULL;
    if ((size_t)(reader->content_end - text) < length - 1) {
        reader->is_damaged = true;
        return NULL;
    }
    *n = length - 1;
    reader->content += *n;
    return text;
}

bool frame_at_end(const struct frame_reader *reader)
{
    return reader->content == reader->content_end;
}

/* Writing --------------------------------------------------------------------------- */

static void put_length(char bytes[4], uint32_t length)
{
    for (int i = 0; i < 4; i++)
        bytes[i] = (char)(length >> 8 * i & 0xFF);
}

void frame_begin(struct buffer *into, enum frame frame)
{
    const char head[HEAD] = { (char)frame };

    buffer_put(into, head, sizeof head);
}

void frame_put_length(struct buffer *into, uint32_t length)
{
    char bytes[4];

    put_length(bytes, length);
    buffer_put(into, bytes, sizeof bytes);
}

void frame_put_text(struct buffer *into, const char *text, size_t n)
{
    frame_put_length(into, text != NULL ? (uint32_t)n + 1 : 0);
    if (text != NULL)
        buffer_put(into, text, n);
}

void frame_finish(struct buffer *into, size_t start)
{
    if (!into->failed)
        put_length(into->bytes + start + 1, (uint32_t)(into->length - start - HEAD));
}

bool frames_send(int socket, struct buffer *bytes)
{
    size_t done = 0;

    while (!bytes->failed && done < bytes->length) {
        /* Without a signal when the other end is gone: signals belong to the program. */
        ssize_t sent = send(socket, bytes->bytes + done, bytes->length - done, MSG_NOSIGNAL);

        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        done += (size_t)sent;
    }
    buffer_clear(bytes);
    return !bytes->failed;
}
