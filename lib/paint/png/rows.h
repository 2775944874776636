/* rows.h - rows of bytes that are much alike, as a zlib stream (RFC 1950): those of a PNG.
 *
 * Most rows of a chart equal the row above, and most of what is left does. zlib sums and searches
 * every byte; here what equals the row above costs next to nothing. */
#ifndef SHEAF_PAINT_PNG_ROWS_H
#define SHEAF_PAINT_PNG_ROWS_H

#include "paint/png/deflate.h"

enum {
    ROWS_LONGEST = DEFLATE_FARTHEST, /* bytes: so the row above is always in reach */
    ROWS_PIECE = 64,                 /* bytes of a change at most */
    ROWS_CHANGES = 512,              /* of a row; of more the last ones become one */
    ROWS_BUCKETS = 1 << 12,
};

struct rows {
    struct deflate deflate;
    size_t length; /* of a row */
    uint8_t *window,
        *row; /* the window holds at least DEFLATE_FARTHEST bytes before the row, if there are */
    size_t window_size;
    uint32_t start;   /* of the row, in the stream */
    uint32_t sums[2]; /* Adler-32 of the rows before */
    uint64_t sum,
        weighted; /* of the row: of its bytes, and of each by how many follow it with itself */
    struct change {
        uint16_t from, to;
    } changes[ROWS_CHANGES]; /* what differs from the row above */
    size_t n_changes;
    size_t match, distance;          /* a match that the next bytes may go on with; 0: none */
    uint32_t heads[ROWS_BUCKETS][2]; /* where four bytes were seen last, and before, plus 1 */
    size_t n_searched;               /* bytes of which a match was searched */
};

/* Rows of length bytes, ROWS_LONGEST at most, the first of which follows on bytes of 0. False when memory
 * runs out. */
bool rows_begin(struct rows *rows, size_t length, struct buffer *into)
    __attribute__((warn_unused_result));
/* The row has these n bytes, ROWS_PIECE at most, at this place; elsewhere it equals the row above.
 * Changes come from left to right. */
void rows_change(struct rows *rows, size_t at, const uint8_t *bytes, size_t n);
/* The row is complete, and the next begins. */
void rows_next(struct rows *rows);
void rows_end(struct rows *rows);
void rows_free(struct rows *rows);

#endif
