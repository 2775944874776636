/* picture.h - pixels in memory: read from PNG bytes, compared, written for the eye. */
#ifndef TESTS_SUPPORT_PICTURE_H
#define TESTS_SUPPORT_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct picture {
    int width, height;
    uint8_t *rgba; /* rows top to bottom, 4 bytes a pixel, not premultiplied */
};

/* False when the bytes are no PNG. */
bool picture_read(struct picture *picture, const void *png, size_t n);
bool picture_read_file(struct picture *picture, const char *path);
void picture_free(struct picture *picture);
bool picture_write_file(const struct picture *picture, const char *path);

/* A pixel's difference is that of its most different channel, 0 to 255. With slack
 * 1 it is the difference to the most alike of the nine pixels around the same place
 * in the other picture, the larger of both ways: that forgives edges that lie a
 * pixel apart, and no mark that is missing, misplaced by more, or of another colour. */
struct picture_difference {
    double mean;
    double share;        /* of pixels that differ by more than the threshold */
    double worst_square; /* the largest mean of any square of PICTURE_SQUARE pixels */
    int largest;
};
enum { PICTURE_SQUARE = 32 };

/* Both must be of one size. shown (may be NULL) becomes a picture of the
 * differences, dark where they are large and red beyond the threshold. */
struct picture_difference picture_compare(const struct picture *a, const struct picture *b,
                                          int threshold, int slack, struct picture *shown);

#endif
