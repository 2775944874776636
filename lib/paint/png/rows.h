/* rows.h - rows of bytes that are much alike, as a zlib stream (RFC 1950): those of a PNG.
 *
 * Most rows of a chart equal the row above, and most of what is left does. zlib sums and searches
 * every byte; here what equals the row above costs next to nothing. */
#ifndef SHEAF_PAINT_PNG_ROWS_H
#define SHEAF_PAINT_PNG_ROWS_H

#include "paint/png/deflate.h"

enum {
    PNG_ROWS_LONGEST = DEFLATE_FARTHEST, /* bytes: so the row above is always in reach */
    PNG_ROWS_PIECE = 64,                 /* bytes of a change at most */
    PNG_ROWS_CHANGES = 512,              /* of a row; of more the last ones become one */
    PNG_ROWS_BUCKETS = 1 << 12,
};

struct png_rows {
    struct deflate deflate;
    size_t length; /* of a row */
    uint8_t *window,
        *row; /* the window holds at least DEFLATE_FARTHEST bytes before the row, if there are */
    size_t window_size;
    uint32_t start;   /* of the row, in the stream */
    uint32_t sums[2]; /* Adler-32 of the rows before */
    uint64_t sum,
        weighted; /* of the row: of its bytes, and of each by how many follow it with itself */
    struct row_change {
        uint16_t from, to;
    } changes[PNG_ROWS_CHANGES]; /* what differs from the row above */
    size_t n_changes;
    size_t match, distance;              /* a match that the next bytes may go on with; 0: none */
    uint32_t heads[PNG_ROWS_BUCKETS][2]; /* where four bytes were seen last, and before, plus 1 */
    size_t n_searched;                   /* bytes of which a match was searched */
};

/* Rows of length bytes, PNG_ROWS_LONGEST at most, the first of which follows on bytes of 0. False when memory
 * runs out. */
bool png_rows_begin(struct png_rows *rows, size_t length, struct buffer *into)
    __attribute__((warn_unused_result));
/* The row has these n bytes, PNG_ROWS_PIECE at most, at this place; elsewhere it equals the row above.
 * Changes come from left to right. */
void png_rows_change(struct png_rows *rows, size_t at, const uint8_t *bytes, size_t n);
/* The row is complete, and the next begins. */
void png_rows_next(struct png_rows *rows);
void png_rows_end(struct png_rows *rows);
void png_rows_free(struct png_rows *rows);

#endif
