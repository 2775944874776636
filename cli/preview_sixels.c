/* preview_sixels.c - a PNG as sixels: DEC's bands of six rows, in which a character says which of six
 * pixels have a colour (VT330/VT340 Programmer Reference Manual, volume 2, chapter 14). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "preview_draw.h"

/* The most colours that terminals keep; of 5 bits a channel, those with the most pixels. */
enum { COLORS = 256, BINS = 1 << 15, NONE = 0xFFFF };

struct sixels {
    unsigned counts[BINS];
    unsigned short index[BINS]; /* of a bin's colour in the palette */
    unsigned palette[COLORS];   /* bins */
    int n_colors;
    unsigned char *pixels; /* index by index */
};

static unsigned bin_of(unsigned color)
{
    return (color >> 19 & 31) << 10 | (color >> 11 & 31) << 5 | (color >> 3 & 31);
}

static int distance(unsigned a, unsigned b)
{
    int sum = 0;

    for (int shift = 0; shift <= 10; shift += 5) {
        const int difference = (int)(a >> shift & 31) - (int)(b >> shift & 31);
        sum += difference * difference;
    }
    return sum;
}

static int more_pixels(const void *a, const void *b, void *counts)
{
    const unsigned *of = counts, one = of[*(const unsigned *)a], other = of[*(const unsigned *)b];

    return one != other ? (one < other) - (one > other)
                        : (*(const unsigned *)a > *(const unsigned *)b) -
                              (*(const unsigned *)a < *(const unsigned *)b);
}

/* False: no memory. */
static bool choose_palette(struct sixels *sixels)
{
    unsigned *bins = malloc(BINS * sizeof *bins);
    size_t n = 0;

    if (bins == NULL)
        return false;
    for (unsigned bin = 0; bin < BINS; bin++)
        if (sixels->counts[bin] > 0)
            bins[n++] = bin;
    qsort_r(bins, n, sizeof *bins, more_pixels, sixels->counts);
    sixels->n_colors = n < COLORS ? (int)n : COLORS;
    memcpy(sixels->palette, bins, (size_t)sixels->n_colors * sizeof *bins);
    free(bins);
    for (unsigned bin = 0; bin < BINS; bin++)
        sixels->index[bin] = NONE;
    return true;
}

static unsigned char index_of(struct sixels *sixels, unsigned bin)
{
    if (sixels->index[bin] == NONE) {
        int nearest = 0;

        for (int i = 1; i < sixels->n_colors; i++)
            if (distance(bin, sixels->palette[i]) < distance(bin, sixels->palette[nearest]))
                nearest = i;
        sixels->index[bin] = (unsigned short)nearest;
    }
    return (unsigned char)sixels->index[bin];
}

/* A channel of 5 bits in hundredths. */
static unsigned percent(unsigned channel)
{
    return ((channel & 31) * 100 + 15) / 31;
}

static void print_palette(const struct sixels *sixels)
{
    for (int i = 0; i < sixels->n_colors; i++)
        printf("#%d;2;%u;%u;%u", i, percent(sixels->palette[i] >> 10),
               percent(sixels->palette[i] >> 5), percent(sixels->palette[i]));
}

/* "!12~" is twelve times "~". */
static void print_run(int length, int sixel)
{
    if (length > 3)
        printf("!%d%c", length, '?' + sixel);
    else
        for (int i = 0; i < length; i++)
            putchar('?' + sixel);
}

static int sixel_at(const struct sixels *sixels, int x, int y, int width, int height, int color)
{
    int bits = 0;

    for (int i = 0; i < 6 && y + i < height; i++)
        bits |= (sixels->pixels[(size_t)(y + i) * (size_t)width + (size_t)x] == color) << i;
    return bits;
}

/* One colour of a band, up to its last pixel. */
static void print_layer(const struct sixels *sixels, int y, int width, int height, int color)
{
    int length = 0, before = 0;

    printf("#%d", color);
    for (int x = 0; x < width; x++) {
        const int sixel = sixel_at(sixels, x, y, width, height, color);

        if (length > 0 && sixel != before) {
            print_run(length, before);
            length = 0;
        }
        before = sixel;
        length++;
    }
    if (before != 0)
        print_run(length, before);
}

static void print_band(const struct sixels *sixels, int y, int width, int height)
{
    bool is_used[COLORS] = { false };
    const char *separator = "";

    for (int row = y; row < y + 6 && row < height; row++)
        for (int x = 0; x < width; x++)
            is_used[sixels->pixels[(size_t)row * (size_t)width + (size_t)x]] = true;
    for (int color = 0; color < COLORS; color++)
        if (is_used[color]) {
            fputs(separator, stdout);
            print_layer(sixels, y, width, height, color);
            separator = "$";
        }
    putchar('-');
}

bool draw_sixels(const struct preview_png *png)
{
    struct raster raster;
    struct sixels *sixels = calloc(1, sizeof *sixels);
    bool is_drawn = false;

    if (sixels == NULL || !raster_open(&raster, png)) {
        free(sixels);
        return false;
    }
    sixels->pixels = malloc((size_t)raster.width * (size_t)raster.height);
    for (int y = 0; y < raster.height; y++)
        for (int x = 0; x < raster.width; x++)
            sixels->counts[bin_of(raster_at(&raster, x, y))]++;
    if (sixels->pixels != NULL && choose_palette(sixels)) {
        unsigned char *to = sixels->pixels;

        for (int y = 0; y < raster.height; y++)
            for (int x = 0; x < raster.width; x++)
                *to++ = index_of(sixels, bin_of(raster_at(&raster, x, y)));
        printf("\x1BP0;1q\"1;1;%d;%d", raster.width, raster.height);
        print_palette(sixels);
        for (int y = 0; y < raster.height; y += 6)
            print_band(sixels, y, raster.width, raster.height);
        fputs("\x1B\\\n", stdout);
        is_drawn = true;
    }
    free(sixels->pixels);
    free(sixels);
    raster_close(&raster);
    return is_drawn;
}
