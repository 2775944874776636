/* image_read.h - a PNG or a JPEG as the pixels of an image mark. */
#ifndef SHEAF_SCENE_IMAGE_READ_H
#define SHEAF_SCENE_IMAGE_READ_H

#include "base/memory.h"
#include "scene/scene.h"

/* An image has at most so many pixels a side and in all (16 MB as RGBA), and so long a file. */
enum { IMAGE_MOST_SIDE = 4096, IMAGE_MOST_PIXELS = 4 << 20, IMAGE_MOST_BYTES = 4 << 20 };

#define IMAGE_SIZE_MISTAKE "an image has at most 4096 pixels a side, and 4 million in all"

/* Pixels of sRGB with alpha, in the arena; their place is left to the caller. Which kind of file it is
 * its first bytes say. False: *why is the reason, a static text or one in the arena, or NULL where
 * memory ran out, which the arena's error tells. */
bool image_read(struct image_mark *image, const void *bytes, size_t n, struct arena *arena,
                const char **why) __attribute__((warn_unused_result));

/* The same of a JPEG, for image_read. */
bool image_is_jpeg(const void *bytes, size_t n);
bool image_read_jpeg(struct image_mark *image, const void *bytes, size_t n, struct arena *arena,
                     const char **why) __attribute__((warn_unused_result));
/* Whether an image of this size may be decoded. */
bool image_size_is_small(size_t width, size_t height);

#endif
