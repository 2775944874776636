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

struct picture_difference {
    double mean;  /* absolute difference of a colour channel, 0 to 255 */
    double share; /* of pixels with a channel that differs by more than the threshold */
    int largest;  /* of one channel */
};

/* Both must be of one size. With slack 1, a pixel only counts towards share
 * when no pixel of b beside the same place (and of a beside it) is within the
 * threshold either: that forgives edges that lie half a pixel apart. shown (may be
 * NULL) becomes a picture of the differences, dark where they are large. */
struct picture_difference picture_compare(const struct picture *a, const struct picture *b,
                                          int threshold, int slack, struct picture *shown);

#endif
