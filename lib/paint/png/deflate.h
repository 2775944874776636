/* deflate.h - literals and matches as the bits of DEFLATE (RFC 1951): blocks with Huffman codes of their
 * own. Who calls finds the matches. */
#ifndef SHEAF_PAINT_PNG_DEFLATE_H
#define SHEAF_PAINT_PNG_DEFLATE_H

#include "base/buffer.h"

enum {
    DEFLATE_LEAST = 3, /* bytes of a match */
    DEFLATE_MOST = 258,
    DEFLATE_FARTHEST = 32768, /* distance of a match */
    DEFLATE_TOKENS = 1 << 14, /* of a block */
    DEFLATE_LITERALS = 286,   /* symbols of bytes, of the end of a block, and of lengths */
    DEFLATE_DISTANCES = 30
};

struct deflate {
    struct buffer *into;
    uint64_t bits; /* not written yet, the first one lowest */
    int n_bits;
    size_t n;                        /* tokens of the block that is open */
    uint32_t tokens[DEFLATE_TOKENS]; /* distance << 16 | length, or a byte */
    uint32_t literals[DEFLATE_LITERALS],
        distances[DEFLATE_DISTANCES]; /* how often a symbol is used */
};

void deflate_begin(struct deflate *deflate, struct buffer *into);
void deflate_literal(struct deflate *deflate, uint8_t byte);
/* length: DEFLATE_LEAST at least, and of any size beyond; distance: DEFLATE_FARTHEST at most. */
void deflate_match(struct deflate *deflate, size_t length, size_t distance);
/* The last block, up to a whole byte. */
void deflate_end(struct deflate *deflate);

#endif
