/* palette.h - the palette of a picture with at most 256 colours. */
#ifndef SHEAF_PAINT_PNG_PALETTE_H
#define SHEAF_PAINT_PNG_PALETTE_H

#include "base/memory.h"

/* Rows of 0xXXRRGGBB, as Cairo's RGB24 has them. */
struct pixels {
    const uint32_t *first;
    size_t stride; /* in pixels */
    int width, height;
};

struct palette {
    uint32_t colors[256]; /* 0x00RRGGBB in order of first appearance */
    int n;                /* 0: there are more than 256 */
    uint8_t *indices;     /* width * height; malloc's */
    size_t n_indices;
};

/* False when memory runs out. */
bool palette_find(struct palette *palette, const struct pixels *pixels)
    __attribute__((warn_unused_result));
void palette_free(struct palette *palette);

#endif
