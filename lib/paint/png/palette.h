/* palette.h - the palette of a picture with at most 256 colours. */
#ifndef SHEAF_PAINT_PNG_PALETTE_H
#define SHEAF_PAINT_PNG_PALETTE_H

#include "base/buffer.h"

/* Rows of 0xXXRRGGBB, as Cairo's RGB24 has them. */
struct pixels {
    const uint32_t *first;
    size_t stride; /* in pixels */
    int width, height;
};

enum { PALETTE_BUCKETS = 1024, PALETTE_PIECE = 64 /* pixels */ };

/* The pixels of a piece that may differ from those above: all others equal them. Both are multiples of 8
 * or the piece's end; from = to: none. */
struct palette_change {
    uint8_t from, to;
};

struct palette {
    uint32_t colors[256];             /* 0x00RRGGBB in order of first appearance */
    int n;                            /* 0: there are more than 256 */
    int16_t entries[PALETTE_BUCKETS]; /* index of a colour, by its hash; -1: free */
    size_t n_pieces;                  /* of a row */
    struct palette_change *changes;   /* of each piece of each row; malloc's */
    size_t n_changes;
};

/* False when memory runs out. */
bool palette_find(struct palette *palette, const struct pixels *pixels)
    __attribute__((warn_unused_result));
/* The indices of n pixels, whose colours the palette has. */
void palette_indices(const struct palette *palette, const uint32_t *pixels, size_t n,
                     uint8_t *indices);
/* The fewest bits that PNG has for an index: 1, 2, 4 or 8. */
int palette_bits(int n_colors);
/* Rows of indices, each behind its filter 0, as a zlib stream; into has failed when memory runs out. */
void palette_compress(const struct palette *palette, const struct pixels *pixels,
                      struct buffer *into);
void palette_free(struct palette *palette);

#endif
