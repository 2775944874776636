/* odbc.c - whatever a process that reads a database sends, the table that comes of it is whole, or
 * there is one message, or the frames ended too early.
 *
 * The input is tried twice: as the bytes that are sent, and with each line as a frame, "R2023<tab>1" as
 * a row of two cells, after the frame of a connection and before that of the end. */
#include "readers/sql/odbc_rows.h"
#include "reading.h"

struct source {
    const uint8_t *at, *end;
};

static ssize_t read_some(void *context, void *into, size_t n)
{
    struct source *source = context;
    size_t left = (size_t)(source->end - source->at);

    /* Short pieces, as a socket gives them. */
    n = n < 7 ? n : 7;
    n = n < left ? n : left;
    memcpy(into, source->at, n);
    source->at += n;
    return (ssize_t)n;
}

static void opened(void *context)
{
    (void)context;
}

static bool take(void *context, struct buffer *frames)
{
    (void)context;
    buffer_clear(frames);
    return true;
}

/* A line "R2023<tab>1" as a frame; an empty field is no text. */
static void put_line(struct buffer *frames, const char *line, size_t n)
{
    size_t start = frames->length;

    frame_begin(frames, (enum frame)(unsigned char)line[0]);
    for (size_t at = 1; at <= n && n > 1;) {
        const char *tab = memchr(line + at, '\t', n - at);
        size_t length = tab != NULL ? (size_t)(tab - line) - at : n - at;

        frame_put_text(frames, length > 0 ? line + at : NULL, length);
        at += length + 1;
    }
    frame_finish(frames, start);
}

static void read_frames(const uint8_t *data, size_t n)
{
    struct source source = { data, data + n };
    const struct odbc_peer peer = { opened, take, NULL };
    sheaf_table *table = table_create(NULL, "odbc:fuzz");
    struct frame_reader reader;

    frame_reader_init(&reader, read_some, &source, NULL, table_error(table));
    if (odbc_read_frames(table, &reader, &peer))
        table_finish(table);
    else if (sheaf_table_status(table) == SHEAF_OK)
        fail(table_error(table), SHEAF_SYSTEM, "too early");
    frame_reader_free(&reader);
    require_whole(table);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct buffer frames;
    const char *at = (const char *)data, *end = at + n;

    read_frames(data, n);
    buffer_init(&frames, NULL, NULL);
    put_line(&frames, "O", 1);
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((stop != NULL ? stop : end) - at);

        if (length > 0)
            put_line(&frames, at, length);
        at += length + 1;
    }
    put_line(&frames, "E", 1);
    read_frames((const uint8_t *)frames.bytes, frames.length);
    buffer_free(&frames);
    return 0;
}
