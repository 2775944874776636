#include "support/picture.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool finish_read(struct picture *picture, png_image *image)
{
    image->format = PNG_FORMAT_RGBA;
    picture->width = (int)image->width;
    picture->height = (int)image->height;
    picture->rgba = malloc(PNG_IMAGE_SIZE(*image));
    if (picture->rgba != NULL && png_image_finish_read(image, NULL, picture->rgba, 0, NULL))
        return true;
    png_image_free(image);
    picture_free(picture);
    return false;
}

bool picture_read(struct picture *picture, const void *png, size_t n)
{
    png_image image = { .version = PNG_IMAGE_VERSION };

    *picture = (struct picture){ 0 };
    return png_image_begin_read_from_memory(&image, png, n) && finish_read(picture, &image);
}

bool picture_read_file(struct picture *picture, const char *path)
{
    png_image image = { .version = PNG_IMAGE_VERSION };

    *picture = (struct picture){ 0 };
    return png_image_begin_read_from_file(&image, path) && finish_read(picture, &image);
}

void picture_free(struct picture *picture)
{
    free(picture->rgba);
    *picture = (struct picture){ 0 };
}

bool picture_write_file(const struct picture *picture, const char *path)
{
    png_image image = { .version = PNG_IMAGE_VERSION,
                        .width = (png_uint_32)picture->width,
                        .height = (png_uint_32)picture->height,
                        .format = PNG_FORMAT_RGBA };

    return png_image_write_to_file(&image, path, 0, picture->rgba, 0, NULL) != 0;
}

static const uint8_t *pixel(const struct picture *picture, int x, int y)
{
    return picture->rgba + 4 * ((size_t)y * (size_t)picture->width + (size_t)x);
}

static int distance(const uint8_t *a, const uint8_t *b)
{
    int largest = 0;

    for (int i = 0; i < 4; i++)
        largest = abs(a[i] - b[i]) > largest ? abs(a[i] - b[i]) : largest;
    return largest;
}

/* The least distance from one pixel of a to the pixels of b around its place. */
static int nearest(const struct picture *a, const struct picture *b, int x, int y, int slack)
{
    int least = 255;

    for (int v = y - slack; v <= y + slack; v++)
        for (int u = x - slack; u <= x + slack; u++)
            if (u >= 0 && v >= 0 && u < b->width && v < b->height) {
                int here = distance(pixel(a, x, y), pixel(b, u, v));
                least = here < least ? here : least;
            }
    return least;
}

/* How far the two pictures are apart at one place, moves by slack pixels forgiven. */
static int apart(const struct picture *a, const struct picture *b, int x, int y, int slack)
{
    int here = distance(pixel(a, x, y), pixel(b, x, y));

    if (here == 0 || slack == 0)
        return here;
    int there = nearest(a, b, x, y, slack), back = nearest(b, a, x, y, slack);
    return there > back ? there : back;
}

/* Adds up one square, cut off at the edges; returns its mean. */
static double compare_square(const struct picture *a, const struct picture *b, int left, int top,
                             int threshold, int slack, struct picture *shown,
                             struct picture_difference *sums)
{
    int right = left + PICTURE_SQUARE < a->width ? left + PICTURE_SQUARE : a->width;
    int bottom = top + PICTURE_SQUARE < a->height ? top + PICTURE_SQUARE : a->height;
    double sum = 0;

    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++) {
            int here = apart(a, b, x, y, slack);

            sum += here;
            sums->largest = here > sums->largest ? here : sums->largest;
            sums->share += here > threshold;
            if (shown != NULL) {
                uint8_t *out = shown->rgba + 4 * ((size_t)y * (size_t)a->width + (size_t)x);
                memset(out, 255 - here, 3);
                out[0] = here > threshold ? 255 : out[0]; /* red: what counts */
                out[3] = 255;
            }
        }
    sums->mean += sum;
    return sum / (PICTURE_SQUARE * PICTURE_SQUARE);
}

struct picture_difference picture_compare(const struct picture *a, const struct picture *b,
                                          int threshold, int slack, struct picture *shown)
{
    struct picture_difference result = { 0 };
    size_t n = (size_t)a->width * (size_t)a->height;

    if (shown != NULL)
        *shown = (struct picture){ a->width, a->height, malloc(4 * n) };
    for (int y = 0; y < a->height; y += PICTURE_SQUARE)
        for (int x = 0; x < a->width; x += PICTURE_SQUARE) {
            double mean = compare_square(a, b, x, y, threshold, slack, shown, &result);
            result.worst_square = mean > result.worst_square ? mean : result.worst_square;
        }
    result.mean /= n > 0 ? (double)n : 1;
    result.share /= n > 0 ? (double)n : 1;
    return result;
}
