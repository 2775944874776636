/* indices.c - a picture as rows of indices into its palette: what a PNG's data are. */
#include "paint/png/palette.h"
#include "paint/png/rows.h"

int palette_bits(int n_colors)
{
    return n_colors > 16 ? 8 : n_colors > 4 ? 4 : n_colors > 2 ? 2 : 1;
}

/* Makes bytes of n indices: several in each, the first in its highest bits. Returns how many. */
static size_t pack(uint8_t *indices, size_t n, int bits)
{
    const size_t in_byte = 8 / (size_t)bits, length = (n + in_byte - 1) / in_byte;

    for (size_t i = 0; in_byte > 1 && i < length; i++) {
        uint8_t byte = 0;
        for (size_t k = 0; k < in_byte && in_byte * i + k < n; k++)
            byte |= (uint8_t)(indices[in_byte * i + k] << (8 - (size_t)bits * (k + 1)));
        indices[i] = byte;
    }
    return length;
}

/* The row that begins gets what it has of its own, after its filter: 0, none. */
static void change_row(struct png_rows *rows, const struct palette *palette, const uint32_t *row,
                       const struct palette_change *changes)
{
    const size_t bits = (size_t)palette_bits(palette->n);
    uint8_t indices[PALETTE_PIECE];

    for (size_t i = 0; i < palette->n_pieces; i++) {
        size_t first = i * PALETTE_PIECE + changes[i].from,
               n = (size_t)(changes[i].to - changes[i].from);

        if (n == 0)
            continue;
        palette_indices(palette, row + first, n, indices);
        png_rows_change(rows, 1 + first * bits / 8, indices, pack(indices, n, (int)bits));
    }
}

void palette_compress(const struct palette *palette, const struct pixels *pixels,
                      struct buffer *into)
{
    size_t width = (size_t)pixels->width;
    size_t length = 1 + (width * (size_t)palette_bits(palette->n) + 7) / 8;
    struct png_rows *rows = memory_resize(NULL, NULL, 0, sizeof *rows);

    if (rows == NULL || !png_rows_begin(rows, length, into)) {
        into->failed = true;
        memory_free(NULL, rows, sizeof *rows);
        return;
    }
    for (size_t y = 0; y < (size_t)pixels->height; y++) {
        change_row(rows, palette, pixels->first + y * pixels->stride,
                   palette->changes + y * palette->n_pieces);
        png_rows_next(rows);
    }
    png_rows_end(rows);
    png_rows_free(rows);
    memory_free(NULL, rows, sizeof *rows);
}
