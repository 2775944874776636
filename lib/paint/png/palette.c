/* palette.c - the palette of a picture with at most 256 colours. */
#include "paint/png/palette.h"

#include <string.h>

enum { BUCKETS = 1024, MAX_COLORS = 256, NONE = -1, PIECE = 64 /* pixels */ };
static const uint32_t color_bits = 0xFFFFFF;

struct table {
    int16_t entries[BUCKETS]; /* index into the palette, NONE: free */
};

/* The colour's index; NONE if the palette is full. */
static int look_up(struct table *table, struct palette *palette, uint32_t color)
{
    uint32_t bucket = color * 2654435761u >> 22;

    while (table->entries[bucket] != NONE) {
        int index = table->entries[bucket];
        if (palette->colors[index] == color)
            return index;
        bucket = (bucket + 1) % BUCKETS;
    }
    if (palette->n == MAX_COLORS)
        return NONE;
    palette->colors[palette->n] = color;
    table->entries[bucket] = (int16_t)palette->n;
    return palette->n++;
}

/* False if there are more than 256 colours. */
static bool find_in_piece(struct table *table, struct palette *palette, const uint32_t *piece,
                          size_t n, uint8_t *indices)
{
    uint32_t last = ~piece[0] & color_bits;
    int index = NONE;

    for (size_t x = 0; x < n; x++) {
        uint32_t color = piece[x] & color_bits;
        if (color != last) {
            index = look_up(table, palette, color);
            if (index == NONE)
                return false;
            last = color;
        }
        indices[x] = (uint8_t)index;
    }
    return true;
}

/* Fast path: most pieces of a chart equal the row above. */
static bool find_in_row(struct table *table, struct palette *palette, const uint32_t *row,
                        const uint32_t *above, size_t width, uint8_t *indices)
{
    for (size_t x = 0; x < width; x += PIECE) {
        size_t n = width - x < PIECE ? width - x : PIECE;

        if (above != NULL && memcmp(row + x, above + x, n * sizeof *row) == 0)
            memcpy(indices + x, indices + x - width, n);
        else if (!find_in_piece(table, palette, row + x, n, indices + x))
            return false;
    }
    return true;
}

bool palette_find(struct palette *palette, const struct pixels *pixels)
{
    size_t width = (size_t)pixels->width;
    struct table table;

    palette->n = 0;
    palette->n_indices = width * (size_t)pixels->height;
    palette->indices = memory_resize(NULL, NULL, 0, palette->n_indices);
    if (palette->indices == NULL)
        return false;
    memset(&table, 0xFF, sizeof table);
    for (int y = 0; y < pixels->height; y++) {
        const uint32_t *row = pixels->first + (size_t)y * pixels->stride;
        uint8_t *indices = palette->indices + (size_t)y * width;

        if (!find_in_row(&table, palette, row, y > 0 ? row - pixels->stride : NULL, width,
                         indices)) {
            palette->n = 0;
            break;
        }
    }
    return true;
}

void palette_free(struct palette *palette)
{
    memory_free(NULL, palette->indices, palette->n_indices);
}
