/* palette.c - the palette of a picture with at most 256 colours. */
#include "paint/png/palette.h"

#include <string.h>

enum { MAX_COLORS = 256, NONE = -1 };
static const uint32_t color_bits = 0xFFFFFF;

/* Where the colour is, or belongs. */
static uint32_t find_bucket(const struct palette *palette, uint32_t color)
{
    enum { BITS = 22 };
    uint32_t bucket = color * 2654435761U >> BITS;

    while (palette->entries[bucket] != NONE && palette->colors[palette->entries[bucket]] != color)
        bucket = (bucket + 1) % PALETTE_BUCKETS;
    return bucket;
}

/* False if there is no room for one more colour. */
static bool add_color(struct palette *palette, uint32_t color)
{
    uint32_t bucket = find_bucket(palette, color);

    if (palette->entries[bucket] != NONE)
        return true;
    if (palette->n == MAX_COLORS)
        return false;
    palette->colors[palette->n] = color;
    palette->entries[bucket] = (int16_t)palette->n++;
    return true;
}

/* Two pixels, whose order matters to nobody. */
static uint64_t two_at(const uint32_t *pixels)
{
    uint64_t two;

    memcpy(&two, pixels, sizeof two);
    return two;
}

/* What of a piece differs from the row above. */
static struct palette_change find_change(const uint32_t *piece, const uint32_t *above, size_t n)
{
    size_t from = 0, to = n;

    if (above == NULL)
        return (struct palette_change){ 0, (uint8_t)n };
    while (to - from >= 2 && two_at(piece + from) == two_at(above + from))
        from += 2;
    while (to - from >= 2 && two_at(piece + to - 2) == two_at(above + to - 2))
        to -= 2;
    if (to - from == 1 && piece[from] == above[from])
        return (struct palette_change){ 0, 0 };
    from = from / 8 * 8;
    to = (to + 7) / 8 * 8;
    return (struct palette_change){ (uint8_t)from, (uint8_t)(to < n ? to : n) };
}

static bool add_piece(struct palette *palette, const uint32_t *piece, struct palette_change change)
{
    uint32_t last = ~piece[change.from] & color_bits;

    for (size_t x = change.from; x < change.to; x++) {
        uint32_t color = piece[x] & color_bits;
        if (color != last && !add_color(palette, color))
            return false;
        last = color;
    }
    return true;
}

/* Most rows equal the row above, and of the others most pieces do. */
static bool add_row(struct palette *palette, const uint32_t *row, const uint32_t *above,
                    size_t width, struct palette_change *change)
{
    if (above != NULL && memcmp(row, above, width * sizeof *row) == 0)
        return true;
    for (size_t x = 0; x < width; x += PALETTE_PIECE, change++) {
        size_t n = width - x < PALETTE_PIECE ? width - x : PALETTE_PIECE;

        if (above != NULL && memcmp(row + x, above + x, n * sizeof *row) == 0)
            continue;
        *change = find_change(row + x, above != NULL ? above + x : NULL, n);
        if (change->from < change->to && !add_piece(palette, row + x, *change))
            return false;
    }
    return true;
}

bool palette_find(struct palette *palette, const struct pixels *pixels)
{
    size_t width = (size_t)pixels->width, height = (size_t)pixels->height;

    palette->n = 0;
    palette->n_pieces = (width + PALETTE_PIECE - 1) / PALETTE_PIECE;
    palette->n_changes = palette->n_pieces * height;
    palette->changes = memory_resize(NULL, NULL, 0, palette->n_changes * sizeof *palette->changes);
    if (palette->changes == NULL)
        return false;
    memset(palette->changes, 0, palette->n_changes * sizeof *palette->changes);
    memset(palette->entries, 0xFF, sizeof palette->entries);
    for (size_t y = 0; y < height; y++) {
        const uint32_t *row = pixels->first + y * pixels->stride;

        if (!add_row(palette, row, y > 0 ? row - pixels->stride : NULL, width,
                     palette->changes + y * palette->n_pieces)) {
            palette->n = 0;
            break;
        }
    }
    return true;
}

void palette_indices(const struct palette *palette, const uint32_t *pixels, size_t n,
                     uint8_t *indices)
{
    uint32_t last = ~pixels[0] & color_bits;
    uint8_t index = 0;

    for (size_t x = 0; x < n; x++) {
        uint32_t color = pixels[x] & color_bits;
        if (color != last)
            index = (uint8_t)palette->entries[find_bucket(palette, color)];
        last = color;
        indices[x] = index;
    }
}

void palette_free(struct palette *palette)
{
    memory_free(NULL, palette->changes, palette->n_changes * sizeof *palette->changes);
}
