/* odbc_frames.h - how a process that reads a database hands over its rows: frames over a socket.
 *
 * A frame is a letter, the length of its content (four bytes, the lowest first) and the content. A
 * length in it is written in the same way, a text as its length plus 1 and its bytes; 0 is no text.
 *
 *     to the process     Q connection, query, encoding (texts)
 *                        W a byte for each column: 1, its cells are wanted
 *     from the process   O connected
 *                        C the names of the columns (texts)
 *                        R a row: the cells of all columns (texts; none for an empty cell)
 *                        E the end of the rows
 *                        X a failure: status, setting, setting_length (lengths), message (text)
 *
 * Both ends check what they get: a driver may have written anywhere in its process. */
#ifndef SHEAF_READERS_SQL_ODBC_FRAMES_H
#define SHEAF_READERS_SQL_ODBC_FRAMES_H

#include <sys/types.h>

#include "base/buffer.h"

enum frame {
    FRAME_QUERY = 'Q',
    FRAME_WANTED = 'W',
    FRAME_OPEN = 'O',
    FRAME_COLUMNS = 'C',
    FRAME_ROW = 'R',
    FRAME_END = 'E',
    FRAME_FAILURE = 'X',
    FRAME_NONE = 0 /* the stream ended, or is no stream of frames */
};

enum { FRAME_LIMIT = 1 << 22 /* bytes of a frame's content */ };

/* Reading -------------------------------------------------------------------------- */

struct frame_reader {
    /* As read(2): the number of bytes; 0 at the end; -1: failed, and the reader ends. */
    ssize_t (*read)(void *context, void *into, size_t n);
    void *context;
    struct buffer bytes;
    size_t at, end; /* of bytes: those that no frame has taken */
    const char *content, *content_end;
    bool is_damaged;
};

void frame_reader_init(struct frame_reader *reader,
                       ssize_t (*read)(void *context, void *into, size_t n), void *context,
                       const sheaf_alloc *alloc, sheaf_error *error);
void frame_reader_free(struct frame_reader *reader);
/* The next frame, whose content lives until the next call. */
enum frame frame_next(struct frame_reader *reader);
/* The next length or text of the content; damaged ones are 0 or NULL, and is_damaged is set. */
uint32_t frame_length(struct frame_reader *reader);
const char *frame_text(struct frame_reader *reader, size_t *n);
bool frame_at_end(const struct frame_reader *reader);

/* Writing --------------------------------------------------------------------------- */

/* Frames are collected in a buffer; the caller writes it out. */
void frame_begin(struct buffer *into, enum frame frame);
void frame_put_length(struct buffer *into, uint32_t length);
void frame_put_text(struct buffer *into, const char *text, size_t n); /* text NULL: none */
/* Sets the length of the frame that began at byte start. */
void frame_finish(struct buffer *into, size_t start);

/* Writes all bytes to a socket, and empties the buffer. False: the other end is gone. */
bool frames_send(int socket, struct buffer *bytes);

#endif
