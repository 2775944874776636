/* preview_draw.c - a PNG as a terminal shows it: kitty's graphics protocol, blocks, Braille. */
#include "preview_draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo.h>

/* Pixels -------------------------------------------------------------------------- */

struct reading_png {
    const struct preview_png *png;
    size_t at;
};

static cairo_status_t give(void *closure, unsigned char *bytes, unsigned n)
{
    struct reading_png *reading = closure;

    if (reading->png->n - reading->at < n)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(bytes, reading->png->bytes + reading->at, n);
    reading->at += n;
    return CAIRO_STATUS_SUCCESS;
}

bool raster_open(struct raster *raster, const struct preview_png *png)
{
    struct reading_png reading = { png, 0 };
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(give, &reading);

    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(surface);
        return false;
    }
    cairo_surface_flush(surface);
    *raster = (struct raster){ .surface = surface,
                               .bytes = cairo_image_surface_get_data(surface),
                               .stride = (size_t)cairo_image_surface_get_stride(surface),
                               .width = cairo_image_surface_get_width(surface),
                               .height = cairo_image_surface_get_height(surface) };
    return true;
}

void raster_close(struct raster *raster)
{
    cairo_surface_destroy(raster->surface);
}

unsigned raster_at(const struct raster *raster, int x, int y)
{
    uint32_t pixel;

    memcpy(&pixel, raster->bytes + (size_t)y * raster->stride + (size_t)x * 4, sizeof pixel);
    const unsigned alpha = pixel >> 24;
    unsigned color = 0;
    /* Colours are multiplied by alpha; what is transparent lies on white. */
    for (int shift = 16; shift >= 0; shift -= 8)
        color |= ((pixel >> shift & 0xFF) + 255 - alpha) << shift;
    return cairo_image_surface_get_format(raster->surface) == CAIRO_FORMAT_RGB24 ? pixel & 0xFFFFFF
                                                                                 : color;
}

/* kitty --------------------------------------------------------------------------- */

static void print_base64(const unsigned char *bytes, size_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < n; i += 3) {
        const unsigned a = bytes[i], b = i + 1 < n ? bytes[i + 1] : 0;
        const unsigned c = i + 2 < n ? bytes[i + 2] : 0;

        putchar(digits[a >> 2]);
        putchar(digits[(a << 4 | b >> 4) & 63]);
        putchar(i + 1 < n ? digits[(b << 2 | c >> 6) & 63] : '=');
        putchar(i + 2 < n ? digits[c & 63] : '=');
    }
}

/* In chunks of at most 4,096 characters (the protocol's limit); q=2: without an answer. */
void draw_kitty(const struct preview_png *png)
{
    enum { CHUNK = 3072 };

    for (size_t at = 0; at < png->n; at += CHUNK) {
        const size_t n = png->n - at < CHUNK ? png->n - at : CHUNK;

        printf("\x1B_G%sm=%d;", at == 0 ? "a=T,f=100,q=2," : "", at + n < png->n);
        print_base64(png->bytes + at, n);
        fputs("\x1B\\", stdout);
    }
    putchar('\n');
}

/* Cells --------------------------------------------------------------------------- */

/* The mean of the pixels that a small one stands for. */
static unsigned mean(const struct raster *raster, int x, int y, int columns, int rows)
{
    const int x0 = (int)((long)x * raster->width / columns);
    const int x1 = (int)((long)(x + 1) * raster->width / columns);
    const int y0 = (int)((long)y * raster->height / rows);
    const int y1 = (int)((long)(y + 1) * raster->height / rows);
    unsigned long sums[3] = { 0, 0, 0 }, n = 0;

    for (int row = y0; row < y1 || row == y0; row++)
        for (int column = x0; column < x1 || column == x0; column++, n++)
            for (int i = 0; i < 3; i++)
                sums[i] += raster_at(raster, column, row) >> (16 - 8 * i) & 0xFF;
    return (unsigned)(sums[0] / n << 16 | sums[1] / n << 8 | sums[2] / n);
}

/* xterm's cube of 6 x 6 x 6 colours begins at 16. */
static unsigned cube_index(unsigned color)
{
    unsigned index = 0;

    for (int shift = 16; shift >= 0; shift -= 8)
        index = index * 6 + ((color >> shift & 0xFF) * 5 + 127) / 255;
    return 16 + index;
}

static void print_color(const char *what, unsigned color, bool is_true)
{
    if (is_true)
        printf("\x1B[%s;2;%u;%u;%um", what, color >> 16, color >> 8 & 0xFF, color & 0xFF);
    else
        printf("\x1B[%s;5;%um", what, cube_index(color));
}

static bool has_true_color(void)
{
    const char *said = getenv("COLORTERM");

    return said != NULL && (strcmp(said, "truecolor") == 0 || strcmp(said, "24bit") == 0);
}

/* U+2580, the upper half, whose ground is the lower. */
static void print_blocks(const struct raster *raster, int columns, int rows)
{
    const bool is_true = has_true_color();

    for (int y = 0; y < rows; y++) {
        unsigned last[2] = { ~0u, ~0u };

        for (int x = 0; x < columns; x++) {
            const unsigned upper = mean(raster, x, 2 * y, columns, 2 * rows);
            const unsigned lower = mean(raster, x, 2 * y + 1, columns, 2 * rows);

            if (upper != last[0])
                print_color("38", upper, is_true);
            if (lower != last[1])
                print_color("48", lower, is_true);
            last[0] = upper;
            last[1] = lower;
            fputs("\u2580", stdout);
        }
        fputs("\x1B[0m\n", stdout);
    }
}

static int lightness(unsigned color)
{
    return (int)(color >> 16) * 3 + (int)(color >> 8 & 0xFF) * 6 + (int)(color & 0xFF);
}

/* Ink is what differs from the ground, the colour of the first pixel. */
static bool is_ink(unsigned color, unsigned ground)
{
    enum {
        A_FIFTH = 510
    }; /* of black to white: pale areas are ground, lines of two pixels are ink */

    return abs(lightness(color) - lightness(ground)) > A_FIFTH;
}

/* U+2800 and a bit a dot: 1 2 3 7 down the left, 4 5 6 8 down the right. */
static void print_dots(const struct raster *raster, int columns, int rows)
{
    static const unsigned bits[4][2] = { { 0, 3 }, { 1, 4 }, { 2, 5 }, { 6, 7 } };
    const unsigned ground = raster_at(raster, 0, 0);

    for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
            unsigned cell = 0;

            for (int dy = 0; dy < 4; dy++)
                for (int dx = 0; dx < 2; dx++)
                    if (is_ink(mean(raster, 2 * x + dx, 4 * y + dy, 2 * columns, 4 * rows), ground))
                        cell |= 1u << bits[dy][dx];
            printf("%c%c%c", 0xE2, (int)(0xA0 | cell >> 6), (int)(0x80 | (cell & 0x3F)));
        }
        putchar('\n');
    }
}

/* A cell is twice as high as it is wide. */
bool draw_cells(const struct preview *preview, const struct preview_png *png)
{
    struct raster raster;
    int columns = preview->columns;

    if (!raster_open(&raster, png))
        return false;
    const int most_rows = preview->rows > 8 ? preview->rows - 2 : 6;
    int rows = (int)((long)columns * raster.height / raster.width / 2);
    if (rows > most_rows) {
        rows = most_rows;
        columns = (int)(2L * rows * raster.width / raster.height);
        columns = columns < preview->columns ? columns : preview->columns;
    }
    rows = rows > 0 ? rows : 1;
    if (preview->way == PREVIEW_BLOCKS)
        print_blocks(&raster, columns, rows);
    else
        print_dots(&raster, columns, rows);
    raster_close(&raster);
    return true;
}
