/* coverage.h - what marks of very many pieces cover, pixel by pixel, kept with a picture.
 *
 * A line through a million points is still thousands of pieces when it is reduced to columns of
 * pixels (chart/columns.h). To find what they cover takes over ten milliseconds, to lay a
 * colour on what was found a part of one. So a picture that is drawn again keeps the coverage. It
 * is a pure function of the mark and of its place among the pixels, and what is painted does not
 * depend on whether it was kept. */
#ifndef SHEAF_SCENE_COVERAGE_H
#define SHEAF_SCENE_COVERAGE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes that a picture keeps at most: four lines across a dense screen of 2400 by 1500 pixels. */
enum { COVERAGE_MOST = 16 << 20 };

/* What is covered: by the fill or the stroke of a mark that lives as long as the picture, after
 * this transform to pixels. x0 and y0 are less than 1: whole pixels are told apart by nobody. */
struct coverage_key {
    const void *mark;
    bool is_stroke;
    double xx, yx, xy, yy, x0, y0;
};

/* A rectangle of pixels, a byte of coverage each. Never changes once it is kept. */
struct coverage {
    struct coverage *older;
    struct coverage_key key;
    size_t holders, size; /* size: of bytes */
    uint8_t *bytes;
    int left, top, width, height, stride;
};

struct coverages {
    pthread_mutex_t lock; /* of all below, and of holders */
    struct coverage *newest;
    size_t size;
};

void coverages_init(struct coverages *kept);
void coverages_free(struct coverages *kept);

/* An empty one over width by height pixels, held by the caller; NULL when memory runs out.
 * Memory is malloc's: several threads ask for it at once. */
struct coverage *coverage_create(int width, int height, int stride);
/* kept may be NULL for one that was never kept; NULL for a coverage: nothing happens. */
void coverage_drop(struct coverages *kept, struct coverage *coverage);

/* What is kept for the key, and one more holder; NULL: nothing is. */
struct coverage *coverages_find(struct coverages *kept, const struct coverage_key *key);
/* Keeps it besides its holder, unless it is too large. The oldest make room. */
void coverages_keep(struct coverages *kept, struct coverage *coverage);

#endif
